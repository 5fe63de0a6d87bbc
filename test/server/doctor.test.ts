/** What the doctor says of gateways that can run, and of those that cannot: all at once, and without a secret. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { diagnose } from '../../src/server/doctor/doctor.ts';
import { type Diagnosis, report } from '../../src/server/doctor/finding.ts';
import { createLog } from '../../src/server/log.ts';
import { start } from '../../src/server/server.ts';
import { redisFor } from '../redis.ts';
import { fileOf } from './spawn.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const settingsOf = ({ apiUrl, oauthUrl, credentials }: Sandbox): Record<string, string> => ({
  PORT: '0',
  ZOOM_API_URL: apiUrl,
  ZOOM_OAUTH_URL: oauthUrl,
  ZOOM_ACCOUNT_ID: credentials.accountId,
  ZOOM_CLIENT_ID: credentials.clientId,
  ZOOM_CLIENT_SECRET: credentials.clientSecret,
});
/** What it says of an app of that sandbox; the secret is nowhere in it. */
const examined = async (env: Record<string, string> = {}, now?: () => number) => {
  const diagnosis = await diagnose({ env: { ...settingsOf(sandbox), ...env }, ...(now && { now }) });
  const told = JSON.stringify(diagnosis) + report(diagnosis);
  const secrets = [sandbox.credentials.clientSecret, env.ZOOM_CLIENT_SECRET, 'hunter2'];
  expect(secrets.filter((secret) => secret && told.includes(secret))).toEqual([]);
  return diagnosis;
};
const verdicts = ({ findings }: Diagnosis) => findings.map(({ check, verdict }) => `${check} ${verdict}`);
const of = ({ findings }: Diagnosis, check: string) => findings.filter((finding) => finding.check === check);
const scoped = async (options: SandboxOptions) => {
  const other = await startSandbox(options);
  onTestFinished(() => other.close());
  return examined(settingsOf(other));
};

describe('a gateway that can run', () => {
  test('without settings it is one over the embedded sandbox', async () => {
    const diagnosis = await diagnose({ env: { PORT: '0' } });
    expect(verdicts(diagnosis)).toEqual([
      'settings ok',
      'host ok',
      'clock ok',
      'token ok',
      'chatbot ok',
      'call ok',
      'plan ok',
      'scopes ok',
      'webhooks ok',
      'redis skipped',
      'port ok',
    ]);
    expect(diagnosis).toMatchObject({ isWell: true, closed: [] });
    expect(of(diagnosis, 'settings')[0]?.says).toContain('the embedded sandbox');
  });

  test('with an app', async () => {
    const diagnosis = await examined({ METRICS_PORT: '0' });
    expect(diagnosis.isWell).toBe(true);
    expect(of(diagnosis, 'settings')[0]?.says).toBe(
      `They can be used, with ${sandbox.apiUrl} and the app’s credentials.`,
    );
    expect(of(diagnosis, 'scopes')[0]?.says).toMatch(/^\d+ scopes are granted, which open (\d+) of the \1 fields/);
    expect(of(diagnosis, 'scopes')[0]?.more).toEqual(['`npm run doctor -- --json` names them.']);
    expect(diagnosis.scopes?.length).toBeGreaterThan(60);
    expect(of(diagnosis, 'metrics')).toMatchObject([{ verdict: 'ok' }]);
  });

  test('with the callers’ tokens', async () => {
    const { apiUrl } = sandbox;
    const diagnosis = await diagnose({ env: { PORT: '0', AUTH: 'caller', ZOOM_API_URL: apiUrl } });
    expect(diagnosis.isWell).toBe(true);
    expect(verdicts(diagnosis)).toEqual([
      'settings ok',
      'host ok',
      'clock ok',
      'token skipped',
      'scopes skipped',
      'webhooks skipped',
      'redis skipped',
      'port ok',
    ]);
  });

  test('a gateway that runs already has its port', async () => {
    const running = await start(readConfig({ ...settingsOf(sandbox), PORT: '0' }), createLog('silent'));
    onTestFinished(() => running.stop(0));
    const { port } = new URL(running.url);
    const diagnosis = await examined({ PORT: port });
    expect(of(diagnosis, 'port')).toEqual([
      { check: 'port', verdict: 'ok', says: `A gateway runs on port ${port} of 127.0.0.1 already.` },
    ]);
  });
});

test('wrong settings are named all at once, and nothing else is looked at', async () => {
  const env = { PORT: 'http', ZOOM_PLAN: 'gold', ZOOM_CLIENT_SECRET: 'hunter2', ZOOM_TYPO: 'hunter2' };
  const diagnosis = await diagnose({ env });
  expect(diagnosis).toEqual({
    isWell: false,
    findings: [
      {
        check: 'settings',
        verdict: 'failed',
        says: 'The settings cannot be used:',
        more: expect.arrayContaining([
          expect.stringMatching(/^- PORT must be/),
          expect.stringMatching(/^- ZOOM_PLAN must be/),
          expect.stringMatching(/^- ZOOM_TYPO is not a setting/),
          expect.stringMatching(/^- ZOOM_ACCOUNT_ID must be set too/),
        ]),
      },
    ],
  });
  expect(JSON.stringify(diagnosis)).not.toContain('hunter2');
});

test('a wrong secret', async () => {
  const diagnosis = await examined({ ZOOM_CLIENT_SECRET: 'hunter2' });
  expect(diagnosis.isWell).toBe(false);
  expect(of(diagnosis, 'token')).toMatchObject([
    { verdict: 'failed', says: expect.stringContaining('Check the client id and the client secret of the Zoom app.') },
  ]);
  expect(verdicts(diagnosis)).toContain('scopes skipped');
  expect(verdicts(diagnosis)).toContain('host ok');
});

test('where Zoom is to send events', async () => {
  const webhooks = async (env: Record<string, string>) => of(await examined(env), 'webhooks')[0];
  expect(await webhooks({})).toMatchObject({
    verdict: 'skipped',
    says: 'ZOOM_WEBHOOK_SECRET is not set: Zoom tells nothing, and there are no subscriptions.',
  });
  const set = { ZOOM_WEBHOOK_SECRET: 'hunter2' };
  expect(await webhooks({ ...set, PUBLIC_URL: 'https://zoom.example.com' })).toMatchObject({
    verdict: 'ok',
    says: 'The secret is set. Zoom has to send events to https://zoom.example.com/webhooks/zoom.',
    more: [expect.stringContaining('Event notification endpoint URL'), expect.stringContaining('press Validate')],
  });
  for (const env of [set, { ...set, PUBLIC_URL: 'http://zoom.example.com' }])
    expect(await webhooks(env)).toMatchObject({
      verdict: 'warning',
      says: 'The secret is set. Zoom sends events to https URLs alone, and PUBLIC_URL is none.',
    });
});

test('a wrong secret of the chatbot', async () => {
  const diagnosis = await examined({ ZOOM_CHATBOT_CLIENT_ID: 'bot', ZOOM_CHATBOT_CLIENT_SECRET: 'hunter2' });
  expect(diagnosis.isWell).toBe(false);
  expect(of(diagnosis, 'token')).toMatchObject([{ verdict: 'ok' }]);
  expect(of(diagnosis, 'chatbot')).toMatchObject([{ verdict: 'failed' }]);
});

test('a host at which nobody listens', async () => {
  const diagnosis = await examined({ ZOOM_OAUTH_URL: 'http://127.0.0.1:9/oauth/token' });
  expect(diagnosis.isWell).toBe(false);
  expect(of(diagnosis, 'host')).toMatchObject([
    { verdict: 'ok' },
    {
      verdict: 'failed',
      says: '127.0.0.1:9: nobody listens there: check the address, a firewall, or HTTPS_PROXY. (ECONNREFUSED)',
    },
  ]);
  expect(verdicts(diagnosis)).toContain('token skipped');
  expect(verdicts(diagnosis)).toContain('clock ok');
});

test('a host whose TLS fails', async () => {
  const diagnosis = await examined({ ZOOM_API_URL: sandbox.apiUrl.replace('http:', 'https:') });
  expect(of(diagnosis, 'host')[0]).toMatchObject({ verdict: 'failed', says: expect.stringContaining(': TLS fails') });
});

test.each([
  [0, 'ok', 'This machine has Zoom’s time.'],
  [30, 'warning', 'This machine is 30 seconds ahead of Zoom. Set its clock.'],
  [600, 'failed', 'This machine is 600 seconds ahead of Zoom. Set its clock.'],
  [-600, 'failed', 'This machine is 600 seconds behind Zoom. Set its clock.'],
])('a clock that is %i seconds ahead', async (seconds, verdict, says) => {
  const [finding] = of(await examined({}, () => Date.now() + seconds * 1000), 'clock');
  const inTens = finding && {
    ...finding,
    says: finding.says.replace(/\d+/, (n) => `${10 * Math.round(Number(n) / 10)}`),
  };
  expect(inTens).toEqual({ check: 'clock', verdict, says });
});

describe('scopes that are missing', () => {
  test('are told with the fields that they would open', async () => {
    const diagnosis = await scoped({ scopes: ['user:read:admin', 'meeting:read:admin'] });
    expect(diagnosis.isWell).toBe(true);
    expect(diagnosis.scopes).toEqual(['meeting:read:admin', 'user:read:admin']);
    const [, open = '', all = ''] =
      /which open (\d+) of the (\d+) fields/.exec(of(diagnosis, 'scopes')[0]?.says ?? '') ?? [];
    expect(Number(open)).toBeGreaterThan(10);
    expect(Number(open)).toBeLessThan(Number(all));
    const recordings = diagnosis.closed?.filter(({ scope }) => scope === 'recording:read:admin');
    expect(recordings?.[0]?.fields).toContain('User.recordings');
    const closed = diagnosis.closed?.flatMap(({ fields }) => fields);
    expect(closed).not.toContain('User.meetings');
    expect(report(diagnosis)).toMatch(
      /What further scopes would open:\n(.*\n)*? {2}recording:read:admin: .* and \d+ more\n/,
    );
  });

  test('are of the kind that the app has', async () => {
    const { closed } = await scoped({ scopes: ['user:read:list_users:admin'] });
    expect(closed?.flatMap(({ scope }) => scope).filter((scope) => !/:.*:/.test(scope.replace(/:admin$/, '')))).toEqual(
      [],
    );
    expect(closed?.map(({ scope }) => scope)).toContain('user:read:settings:admin');
  });

  test('where they do not allow the call that is tried, nothing of it fails', async () => {
    const diagnosis = await scoped({ scopes: ['meeting:read:admin'] });
    expect(diagnosis.isWell).toBe(true);
    expect(verdicts(diagnosis)).toEqual(
      expect.arrayContaining(['token ok', 'call skipped', 'plan skipped', 'scopes ok']),
    );
  });
});

test.each([
  ['business', 'pro', 'warning'],
  ['free', 'pro', 'warning'],
  ['free', 'free', 'ok'],
] as const)('an account of the plan %s where %s is set', async (plan, set, verdict) => {
  const other = await startSandbox({ plan });
  onTestFinished(() => other.close());
  const diagnosis = await examined({ ...settingsOf(other), ZOOM_PLAN: set });
  expect(of(diagnosis, 'plan')).toMatchObject([{ verdict, says: expect.stringContaining(plan) }]);
  expect(diagnosis.isWell).toBe(true);
});

test('a token that Zoom gives and does not take', async () => {
  sandbox.setFaults('expire-tokens:GET /users');
  onTestFinished(() => sandbox.setFaults([]));
  const diagnosis = await examined();
  expect(of(diagnosis, 'call')).toMatchObject([{ verdict: 'failed' }]);
});

test('a port that something else has', async () => {
  const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };
  const diagnosis = await examined({ METRICS_PORT: String(port) });
  expect(of(diagnosis, 'metrics')).toEqual([
    {
      check: 'metrics',
      verdict: 'failed',
      says: `Port ${port} on 127.0.0.1 cannot be had (EADDRINUSE): see METRICS_PORT.`,
    },
  ]);
});

describe('Redis', () => {
  test('that is there: its version, and whether it may forget', async () => {
    const { server, connect } = await redisFor();
    const redis = await connect();
    const says = async () => of(await examined({ REDIS_URL: server.url }), 'redis');
    expect(await says()).toMatchObject([
      { verdict: 'ok', says: expect.stringMatching(/^Redis \d+\.\d+\.\d+ answers\.$/) },
    ]);
    await redis.ask((client) => client.configSet('maxmemory-policy', 'allkeys-lru'));
    expect(await says()).toMatchObject([{ verdict: 'warning', says: expect.stringContaining('allkeys-lru') }]);
    await redis.ask((client) => client.configSet('requirepass', 'hunter3'));
    expect(await says()).toMatchObject([{ verdict: 'failed', says: expect.stringContaining('NOAUTH') }]);
  });

  test('that is not there', async () => {
    const diagnosis = await examined({ REDIS_URL: 'redis://user:hunter2@127.0.0.1:9' });
    expect(diagnosis.isWell).toBe(false);
    expect(of(diagnosis, 'redis')).toEqual([
      { check: 'redis', verdict: 'failed', says: 'Redis does not answer (ECONNREFUSED): check REDIS_URL.' },
    ]);
  });
});

test('the report is lines of text without colours', async () => {
  const text = report(await examined());
  expect(text).toMatch(/^ok {7}settings {2}They can be used/);
  expect(text).toMatch(/\n\nThe gateway can run with these settings\.$/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(text).not.toMatch(/\u001b/);
});

test('as a script it ends with 1 where something failed, and prints JSON where that is asked for', async () => {
  const args = [await fileOf('scripts/doctor.ts'), '--json'];
  const ran = await new Promise<{ code: unknown; out: string }>((resolve) =>
    execFile(process.execPath, args, { env: { PATH: process.env.PATH, PORT: 'http' } }, (error, out) =>
      resolve({ code: error?.code ?? 0, out }),
    ),
  );
  expect(ran.code).toBe(1);
  expect(JSON.parse(ran.out)).toMatchObject({ isWell: false, findings: [{ check: 'settings', verdict: 'failed' }] });
});
