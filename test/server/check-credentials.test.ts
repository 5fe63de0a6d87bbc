/** What is wrong with the Zoom app stands in the log as soon as the gateway has started; it serves meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { checkCredentials } from '../../src/server/check-credentials.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { start } from '../../src/server/server.ts';

interface Line {
  readonly level: number;
  readonly msg: string;
}
const [WARN, ERROR] = [40, 50];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scopes: ['user:read:admin', 'recording:read:admin'] });
});
afterAll(() => sandbox.close());

/** Starts a gateway with these settings, and gives its first line of log. */
const firstLineOf = async (env: Record<string, string>): Promise<Line> => {
  let hear: (line: Line) => void;
  const heard = new Promise<Line>((resolve) => {
    hear = resolve;
  });
  const log = createLog('warn', { write: (line) => hear(JSON.parse(line)) });
  const running = await start(readConfig({ PORT: '0', ...env }), log);
  try {
    expect((await fetch(new URL('/health', running.url))).status).toBe(200);
    return await heard;
  } finally {
    await running.stop(0);
  }
};
const settings = () => ({
  ZOOM_API_URL: sandbox.apiUrl,
  ZOOM_OAUTH_URL: sandbox.oauthUrl,
  ZOOM_ACCOUNT_ID: sandbox.credentials.accountId,
  ZOOM_CLIENT_ID: sandbox.credentials.clientId,
  ZOOM_CLIENT_SECRET: sandbox.credentials.clientSecret,
});

test('a wrong secret', async () => {
  const { level, msg } = await firstLineOf({ ...settings(), ZOOM_CLIENT_SECRET: 'guessed' });
  expect(level).toBe(ERROR);
  expect(msg).toMatch(/^Zoom cannot be asked: Zoom gave no access token .*Check the client id and the client secret/);
  expect(msg).not.toContain('guessed');
});

test('a wrong account', async () => {
  const { level, msg } = await firstLineOf({ ...settings(), ZOOM_ACCOUNT_ID: 'another' });
  expect(level).toBe(ERROR);
  expect(msg).toMatch(/Check the account id/);
});

test('a host that cannot be reached', async () => {
  const { level, msg } = await firstLineOf({ ...settings(), ZOOM_OAUTH_URL: 'http://127.0.0.1:9/oauth/token' });
  expect({ level, msg }).toEqual({
    level: ERROR,
    msg: 'Zoom cannot be asked: Zoom could not be reached at http://127.0.0.1:9 (ECONNREFUSED). Try again later. Check the network; if this machine needs a proxy to reach Zoom, set HTTPS_PROXY.',
  });
});

test('a scope that most people need, and the app lacks', async () => {
  expect(await firstLineOf(settings())).toMatchObject({
    level: WARN,
    msg: expect.stringMatching(
      /^The Zoom app may not call GET \/users\/\{userId\}\/meetings\. Add one of these scopes to the app: .*meeting:read:admin/,
    ),
  });
});

test('nothing, where all is well, and where callers bring their tokens', async () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  await checkCredentials(
    { ready: async () => new Set(['user:read:admin', 'meeting:read:admin', 'recording:read:admin']) },
    log,
  );
  await checkCredentials({ ready: async () => undefined }, log);
  expect(lines).toEqual([]);
});

test('a fault of the gateway’s own, with its stack', async () => {
  const lines: object[] = [];
  const log = createLog('warn', { write: (line) => lines.push(JSON.parse(line)) });
  await checkCredentials({ ready: () => Promise.reject(new TypeError('odd')) }, log);
  expect(lines).toMatchObject([
    { level: ERROR, msg: 'Zoom cannot be asked.', err: { type: 'TypeError', message: 'odd' } },
  ]);
});
