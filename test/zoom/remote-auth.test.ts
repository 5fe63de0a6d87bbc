/** Several processes that have one token between them: it is minted once for all, and so is the one after it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { hostAuth, type RemoteAuth, remoteAuth, type TokenAsk } from '../../src/server/cluster/remote-auth.ts';
import { type ServerAuth, serverAuth } from '../../src/zoom/auth/auth.ts';
import { createClient, type Zoom, ZoomError } from '../../src/zoom/client/client.ts';
import { API, credentials, errorOf, fakeZoom, getUser, NOON, OAUTH, turnOf, within } from '../fake-zoom.ts';
import { carry } from '../shared-counts.ts';

const fake = fakeZoom();
const oauthUrl = `${OAUTH}/oauth/token`;
const EXPIRED = { code: 124, message: 'Access token is expired.' };

/** All that was asked, as it was said. */
const asked: TokenAsk[] = [];
let minting: ServerAuth;
beforeEach(() => {
  asked.length = 0;
  minting = serverAuth(credentials, { oauthUrl, dispatcher: fake.agent, timeoutMs: 15_000, random: () => 1 });
});

/** The tokens of one more process. */
const join = (auth = minting): ServerAuth => {
  const host = hostAuth(auth, (answer) => carry(answer, remote.hear));
  const remote: RemoteAuth = remoteAuth((ask) => {
    asked.push(ask);
    carry(ask, host);
  });
  return remote.auth;
};

/** One more process. */
const start = (): Zoom =>
  createClient({
    apiUrl: `${API}/v2`,
    oauthUrl,
    plan: 'pro',
    credentials,
    dispatcher: fake.agent,
    auth: { account: join() },
  }).as();

const read = (zoom: Zoom, userId = 'a', requestContext = turnOf()) =>
  zoom.call(getUser, { path: { userId } }, requestContext);
const anyUser = (status = 200, body: object = {}) => fake.on((path) => path.startsWith('/users/')).reply(status, body);
const token = () => fake.agent.get(OAUTH).intercept({ path: '/oauth/token', method: 'POST' });

test('one mint serves all, also a process that starts later', async () => {
  const mints = fake.mint('user:read:admin');
  anyUser().persist();
  const [first, second] = [start(), start()];
  await Promise.all(['a', 'b', 'c'].flatMap((id) => [read(first, id), read(second, id)]));
  await read(start());
  expect([mints(), asked]).toEqual([1, [{}, {}, {}]]);
});

test('what the token grants is known to all', async () => {
  fake.mint('meeting:read:admin');
  expect(await errorOf(read(start()))).toMatchObject({ kind: 'MISSING_SCOPE' });
});

test('a token is kept, and asked for again a minute before its end, when it is minted once for all', async () => {
  const mints = fake.mint();
  const both = [join(), join()];
  const values = () => Promise.all(both.map(async (auth) => (await auth.token()).value));
  expect(await values()).toEqual(['token-1', 'token-1']);
  await vi.advanceTimersByTimeAsync(3_539_000);
  expect(await values()).toEqual(['token-1', 'token-1']);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await values()).toEqual(['token-2', 'token-2']);
  expect([mints(), asked.length]).toEqual([2, 4]);
});

test('a token that Zoom refuses to all is minted anew once', async () => {
  const mints = fake.mint();
  const both = [start(), start()];
  anyUser(401, EXPIRED).times(4);
  anyUser().times(4);
  await Promise.all(both.flatMap((zoom) => [read(zoom, 'a'), read(zoom, 'b')]));
  expect(mints()).toBe(2);
  expect(asked.slice(2)).toEqual([{ refused: 'token-1' }, { refused: 'token-1' }]);
});

test('who learns late that a token is refused gets the current one', async () => {
  const mints = fake.mint();
  const [early, late] = [join(), join()];
  const old = await early.token();
  await late.token();
  early.drop(old);
  expect(await early.token()).toMatchObject({ value: 'token-2' });
  late.drop(old);
  expect(await late.token()).toMatchObject({ value: 'token-2' });
  // What was said of the old token is not said of the new one.
  await vi.advanceTimersByTimeAsync(3_600_000);
  await late.token();
  expect([mints(), asked.at(-1)]).toEqual([3, {}]);
});

test.each([
  [400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' }, {}, { kind: 'UNAUTHENTICATED' }],
  [401, { reason: 'the-client-secret is wrong', error: 'new_error' }, {}, { kind: 'UNAUTHENTICATED' }],
  [429, {}, { 'retry-after': '3600' }, { kind: 'RATE_LIMIT', retryAt: new Date(NOON + 3_645_000) }],
  [302, 'moved', {}, { kind: 'UPSTREAM', transport: 'GARBLED' }],
])('why there is no token arrives whole (%s %o)', async (status, body, headers, expected) => {
  // Told to try again after an hour, a mint does so after 15 seconds, three times.
  token()
    .reply(status, body, { headers: { ...headers, 'x-zm-trackingid': 'track-1' } })
    .persist();
  const direct = await errorOf(within(120_000, minting.token()));
  vi.setSystemTime(NOON);
  const told = await errorOf(within(120_000, join().token()));
  expect(told).toMatchObject({ ...expected, status, trackingId: 'track-1' });
  expect({ ...told, message: told.message }).toEqual({ ...direct, message: direct.message });
});

test('after a refusal the next call asks again', async () => {
  token().reply(400, { reason: 'Bad Request', error: 'invalid_request' });
  const auth = join();
  expect(await errorOf(auth.token())).toMatchObject({ kind: 'UNAUTHENTICATED' });
  fake.mint();
  expect(await auth.token()).toMatchObject({ value: 'token-1' });
});

test('what nobody expects arrives as no refusal of Zoom’s', async () => {
  const broken = { ...minting, token: () => Promise.reject(new TypeError('No such thing.')) };
  const error = await join(broken)
    .token()
    .catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(ZoomError);
  expect(error).toMatchObject({ message: expect.stringContaining('TypeError: No such thing.') });
});

test('a request that ends while the token is minted leaves it to the next', async () => {
  token().reply(200, { access_token: 'token-1', expires_in: 3600 }).delay(5000);
  anyUser();
  const zoom = start();
  const leaver = new AbortController();
  const left = errorOf(read(zoom, 'a', turnOf({ signal: leaver.signal })));
  await vi.advanceTimersByTimeAsync(1000);
  leaver.abort();
  expect(await left).toMatchObject({ kind: 'ABORTED' });
  expect(await within(5000, read(zoom, 'b'))).toEqual({});
  expect(asked).toEqual([{}]);
});
