/** Subscriptions in GraphiQL's page, in a real Chromium. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/server.ts';
import { eventBody, signed } from '../server/signed.ts';
import { schema, sources } from '../server/subscribed.ts';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SECRET = 'the-secret-token';
const ENV = {
  PORT: '0',
  ZOOM_ACCOUNT_ID: 'a',
  ZOOM_CLIENT_ID: 'c',
  ZOOM_CLIENT_SECRET: 's',
  ZOOM_API_URL: 'http://127.0.0.1:1',
  ZOOM_OAUTH_URL: 'http://127.0.0.1:1',
  ZOOM_WEBHOOK_SECRET: SECRET,
};

let running: Running;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  running = await start(readConfig(ENV), createLog('silent'), { isChecked: true }, { schema });
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--no-first-run'] });
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await running?.stop(0);
});

const happens = async (topic: string, time: number) => {
  const { status } = await fetch(new URL('/webhooks/zoom', running.url), signed(SECRET, eventBody(topic, time)));
  expect(status).toBe(200);
};
const until = async (count: number) => {
  while (sources.begun - sources.ended !== count) await page.waitForTimeout(20);
};

test('events are shown as they come, and leaving the operation ends it', async () => {
  await page.goto(`${running.url}?query=${encodeURIComponent('subscription OfEvents { events { topic } }')}`);
  const button = page.getByRole('button', { name: 'Execute query' });
  await button.waitFor();
  await button.click();
  await until(1);
  const result = page.locator('.result-window');
  await page.getByRole('status', { name: 'Cost of the last query' }).getByText('Events come as they happen.').waitFor();
  for (const [nth, topic] of ['Standup', 'Review'].entries()) {
    await happens(topic, nth);
    await result.getByText(`"${topic}"`).first().waitFor();
  }
  await page.getByRole('button', { name: 'Stop query' }).click();
  await until(0);
});
