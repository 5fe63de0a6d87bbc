/** Answers that serve later requests for a while: whose, for how long, which never, and until when; in memory and through Redis. */
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { getMeeting, listMeetings } from '../../src/zoom/api/meetings/meetings.ts';
import { createGroup, listGroups } from '../../src/zoom/api/users/groups.ts';
import { listUsers } from '../../src/zoom/api/users/users.ts';
import { createClient, newStats, type RequestContext } from '../../src/zoom/client/client.ts';
import { KeptAnswers } from '../../src/zoom/client/kept-answers.ts';
import { keptInRedis } from '../../src/zoom/client/kept-in-redis.ts';
import { get, list } from '../../src/zoom/declare/endpoint.ts';
import { holdsSecrets } from '../../src/zoom/declare/secrets.ts';
import { date, json, secret, shape, string } from '../../src/zoom/declare/shape.ts';
import { redisFor, untilUp } from '../redis.ts';

afterEach(() => void vi.useRealTimers());

const turn = (more: Partial<RequestContext> = {}): RequestContext => ({ stats: newStats(), ...more });

/** A sandbox, and clients of it, each as in a process of its own. */
const world = async () => {
  const sandbox = await startSandbox({ plan: 'business' });
  const clientWith = (keep: Partial<ConstructorParameters<typeof KeptAnswers>[0]> = {}) => {
    const client = createClient({ ...sandbox, keep: { seconds: 10, closedSeconds: 0, ...keep }, plan: 'business' });
    onTestFinished(() => client.close());
    return client;
  };
  onTestFinished(() => sandbox.close());
  const paths = () => sandbox.calls.splice(0).map(({ method, url }) => `${method} ${url}`);
  return { sandbox, clientWith, paths };
};
const GROUPS = 'GET /groups';

test('an answer serves later requests, and says so, until its time is over', async () => {
  const { clientWith, paths } = await world();
  vi.useFakeTimers({ toFake: ['Date'] });
  const zoom = clientWith().as();
  const [first, second] = [turn(), turn()];
  const answer = await zoom.call(listGroups, {}, first);
  expect(await zoom.call(listGroups, {}, second)).toBe(answer);
  expect([first.stats.cached, second.stats.cached]).toEqual([0, 1]);
  expect(second.stats.calls).toBe(0);
  expect(paths()).toEqual([GROUPS]);
  vi.setSystemTime(Date.now() + 10_001);
  await zoom.call(listGroups, {}, turn());
  expect(paths()).toEqual([GROUPS]);
});

test('an operation may have seconds of its own, or none', () => {
  const endpoints = new Map([
    ['GET /groups', 300],
    ['GET /users', 0],
  ]);
  const kept = new KeptAnswers({ seconds: 10, closedSeconds: 0, endpoints });
  expect([kept.lifeOf(listGroups, {}), kept.lifeOf(listUsers, {})]).toEqual([300_000, 0]);
  const only = new KeptAnswers({ seconds: 0, closedSeconds: 0, endpoints });
  expect(only.lifeOf(listGroups, {})).toBe(300_000);
});

test('who wants nothing that was kept gets none, and joins nobody who may', async () => {
  const { clientWith, paths } = await world();
  const zoom = clientWith().as();
  await zoom.call(listGroups, {}, turn());
  await Promise.all([zoom.call(listGroups, {}, turn()), zoom.call(listGroups, {}, turn({ isFresh: true }))]);
  expect(paths()).toEqual([GROUPS, GROUPS]);
});

test('a write drops what was kept, and so does an event', async () => {
  const { clientWith, paths } = await world();
  const client = clientWith();
  const zoom = client.as();
  await zoom.call(listGroups, {}, turn());
  await zoom.call(createGroup, { body: { name: 'New' } }, turn());
  const { groups = [] } = await zoom.call(listGroups, {}, turn());
  expect(groups.map(({ name }) => name)).toContain('New');
  await client.changed();
  await zoom.call(listGroups, {}, turn());
  expect(paths()).toEqual([GROUPS, 'POST /groups', GROUPS, GROUPS]);
});

test('what holds secrets is never kept', async () => {
  const { clientWith, paths } = await world();
  const zoom = clientWith().as();
  const { users: [user] = [] } = await zoom.call(listUsers, {}, turn());
  const { meetings: [meeting] = [] } = await zoom.call(listMeetings, { path: { userId: user?.id ?? '' } }, turn());
  paths();
  for (let nth = 0; nth < 2; nth++) await zoom.call(getMeeting, { path: { meetingId: Number(meeting?.id) } }, turn());
  expect(paths()).toHaveLength(2);
});

test('shapes tell which endpoints answer with secrets, and so do those that have none', () => {
  const plain = shape('KeptPlain', { name: string() });
  const deep = shape('KeptDeep', { inner: shape('KeptInner', { code: secret() }).array().optional() });
  const any = shape('KeptAny', { settings: json() });
  const at = { limit: 'LIGHT', scopes: [] } as const;
  const of = [plain, deep, any].map((one, nth) => get(`/kept/${nth}`, { of: one, ...at }));
  expect(of.map(holdsSecrets)).toEqual([false, true, true]);
});

test('undeclared fields that look like secrets keep an answer out', async () => {
  const kept = new KeptAnswers({ seconds: 10, closedSeconds: 0 });
  const by = { key: 'key', changes: 1 };
  const rows: readonly [object, boolean][] = [
    [{ name: 'x', next_page_token: 'page' }, true],
    [{ name: 'x', is_password_set: true, passcode: '' }, true],
    [{ name: 'x', passcode: '123' }, false],
    [{ name: 'x', zoom_access_token: 'abc' }, false],
    [{ name: 'x', url: 'https://zoom.test/j/1?pwd=abc' }, false],
    [{ name: 'x', download_url: 'https://zoom.test/rec' }, false],
  ];
  for (const [nth, [answer, isKept]] of rows.entries()) {
    await kept.through(
      by,
      `/${nth}`,
      1000,
      async () => answer,
      () => {},
    );
    expect([answer, kept.find(by, `/${nth}`) !== undefined]).toEqual([answer, isKept]);
  }
});

test('lists of days that are over are kept longer', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 20) });
  const kept = new KeptAnswers({ seconds: 5, closedSeconds: 3600 });
  const row = shape('KeptRow', { day: date() });
  const report = list('/kept/report', {
    of: row,
    items: 'rows',
    window: { days: 30, at: 'day' },
    limit: 'HEAVY',
    scopes: [],
  });
  expect(kept.lifeOf(report, { from: '2026-05-01', to: '2026-05-10' })).toBe(3_600_000);
  expect(kept.lifeOf(report, { from: '2026-05-01', to: '2026-05-19' })).toBe(5000);
  expect(kept.lifeOf(report, {})).toBe(5000);
});

test('credentials never share', async () => {
  const kept = new KeptAnswers({ seconds: 10, closedSeconds: 0 });
  await kept.through(
    { key: 'one', changes: 1 },
    '/x',
    1000,
    async () => ({ of: 'one' }),
    () => {},
  );
  expect(kept.find({ key: 'two', changes: 1 }, '/x')).toBeUndefined();
});

test('what one replica has read serves the others, until any of them writes', async () => {
  const { clientWith, paths } = await world();
  const { connect } = await redisFor();
  const clients = await Promise.all([1, 2].map(async () => clientWith({ shared: keptInRedis(await connect()) })));
  const [one, other] = clients.map((client) => client.as());
  const stored = async (zoom = one) => zoom?.call(listGroups, {}, turn());
  const answer = await stored();
  const redis = await connect();
  while ((await redis.ask((client) => client.keys('*answers:*:*'))).length === 0);
  const second = turn();
  expect(await other?.call(listGroups, {}, second)).toEqual(answer);
  expect(second.stats).toMatchObject({ calls: 0, cached: 1 });
  expect(paths()).toEqual([GROUPS]);
  await one?.call(createGroup, { body: { name: 'New' } }, turn());
  const third = await clientWith({ shared: keptInRedis(redis) })
    .as()
    .call(listGroups, {}, turn());
  expect(third.groups?.map(({ name }) => name)).toContain('New');
  for (const key of await redis.ask((client) => client.keys('*')))
    expect(await redis.ask((client) => client.sendCommand<number>(['PTTL', key]))).toBeGreaterThan(0);
});

test('an answer that was read while something was written is shown to nobody later', async () => {
  const { connect } = await redisFor();
  const [mine, others] = [keptInRedis(await connect()), keptInRedis(await connect())];
  const { stamp = '' } = await mine.find('key', '/x');
  await others.drop('key');
  mine.keep('key', '/x', stamp, '{"old":true}', 60_000);
  expect(await mine.find('key', '/x')).toEqual({ stamp: expect.not.stringMatching(stamp) });
});

test('without Redis each replica keeps its own, and a write that Redis missed is told it later', async () => {
  const { server, connect } = await redisFor();
  const redis = await connect();
  const shared = keptInRedis(redis);
  const { stamp = '' } = await shared.find('key', '/x');
  shared.keep('key', '/x', stamp, '{"old":true}', 60_000);
  expect(await shared.find('key', '/x')).toEqual({ text: '{"old":true}' });
  server.freeze();
  expect(await shared.find('key', '/x')).toEqual({});
  await shared.drop('key');
  server.thaw();
  await untilUp(redis);
  while ((await shared.find('key', '/x')).stamp === undefined) await new Promise(setImmediate);
  expect((await shared.find('key', '/x')).text).toBeUndefined();
});
