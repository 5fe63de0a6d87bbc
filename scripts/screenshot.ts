/** `npm run screenshot` writes docs/graphiql.png: GraphiQL over the sandbox, when its first example has been run. Needs Chromium. */
import { chromium } from 'playwright-core';
import { readConfig } from '../src/server/config.ts';
import { start } from '../src/server/server.ts';

const running = await start(readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(running.url);
await page.getByRole('button', { name: 'Execute query' }).click();
await page.locator('.result-window').getByText('"displayName"').first().waitFor();
await page.getByRole('status', { name: 'Cost of the last query' }).getByText('calls').waitFor();
await page.screenshot({ path: 'docs/graphiql.png' });
await browser.close();
await running.stop(0);
