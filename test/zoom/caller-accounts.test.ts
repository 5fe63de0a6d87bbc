/** Callers' tokens of one account draw on one budget, and share nothing that was read. */
import { MockAgent } from 'undici';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listRoles } from '../../src/zoom/api/accounts/roles.ts';
import { type Client, createClient, newStats, type Zoom } from '../../src/zoom/client/client.ts';

const API = 'https://api.zoom.test';
/** What Zoom says of the user of each token; a number is a refusal. */
const TOKENS: Readonly<Record<string, string | number>> = { ann: 'a1', bob: 'a1', cid: 'a2', dan: 404, eve: 503 };
const state = { tokens: { ...TOKENS } as Record<string, string | number>, calls: [] as string[] };
let agent: MockAgent;
let client: Client;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-30T12:00:00Z') });
  state.tokens = { ...TOKENS };
  state.calls = [];
  agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get(API)
    .intercept({ path: () => true, method: 'GET' })
    .reply(({ path, headers }) => {
      const token = String((headers as unknown as Record<string, string>).authorization).replace('Bearer ', '');
      const at = path.replace(/^\/v2|\?.*$/g, '');
      state.calls.push(`${token} ${at}`);
      const said = state.tokens[token] ?? 401;
      const responseOptions = { headers: { 'content-type': 'application/json' } };
      if (at !== '/users/me')
        return { statusCode: 200, data: JSON.stringify({ roles: [{ id: token }] }), responseOptions };
      return typeof said === 'number'
        ? { statusCode: said, data: JSON.stringify({ code: said, message: 'No.' }), responseOptions }
        : { statusCode: 200, data: JSON.stringify({ id: token, account_id: said }), responseOptions };
    })
    .persist();
  client = createClient({
    apiUrl: `${API}/v2`,
    oauthUrl: API,
    plan: 'pro',
    dispatcher: agent,
    random: () => 0,
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await agent.close();
});

const read = (zoom: Zoom) => zoom.call(listRoles, {}, { stats: newStats() });
const spent = async (zoom: Zoom): Promise<number> => {
  const { buckets } = await zoom.budget();
  return buckets
    .filter(({ per, product }) => per === 'SECOND' && product === 'core')
    .reduce((all, { limit, remaining }) => all + limit - remaining, 0);
};

describe('the account of a token', () => {
  test('can be learnt without a call of anything else, once, and is not known where Zoom does not say it', async () => {
    const { caller } = client.as('ann');
    expect(caller?.accountId).toBeUndefined();
    await Promise.all([caller?.learn(), caller?.learn()]);
    expect(caller?.accountId).toBe('a1');
    expect(client.as('ann').caller?.accountId).toBe('a1');
    expect(state.calls).toEqual(['ann /users/me']);
    const { caller: unknown } = client.as('dan');
    await unknown?.learn();
    expect(unknown?.accountId).toBeUndefined();
  });

  test('is asked for once, before its first call, however many there are at once', async () => {
    await Promise.all([read(client.as('ann')), read(client.as('ann'))]);
    await read(client.as('ann'));
    expect(state.calls.filter((call) => call === 'ann /users/me')).toHaveLength(1);
    expect(state.calls[0]).toBe('ann /users/me');
  });

  test('gives the budget: what one token spends another of the account lacks, and no other', async () => {
    const [ann, bob, cid] = ['ann', 'bob', 'cid'].map((token) => client.as(token)) as [Zoom, Zoom, Zoom];
    await read(ann);
    await bob.budget();
    // Whose tokens they are was asked for twice.
    expect(await spent(ann)).toBe(3);
    expect(await spent(bob)).toBe(3);
    expect(await spent(cid)).toBe(1);
  });

  test('gives nothing else: each token has its own answers', async () => {
    const [ann, bob] = [client.as('ann'), client.as('bob')];
    expect(ann.key).not.toBe(bob.key);
    const answers = await Promise.all([read(ann), read(bob)]);
    expect(answers.map((answer) => (answer as { roles: { id: string }[] }).roles[0]?.id)).toEqual(['ann', 'bob']);
  });

  test('that Zoom does not tell leaves the token a budget of its own, and is not asked for again', async () => {
    const dan = client.as('dan');
    for (let i = 0; i < 2; i++) await read(dan);
    expect(state.calls.filter((call) => call === 'dan /users/me')).toHaveLength(1);
    expect(await spent(client.as('ann'))).toBe(1);
  });

  test('that could not be asked for is asked for later', async () => {
    const eve = client.as('eve');
    await read(eve);
    const before = state.calls.filter((call) => call === 'eve /users/me').length;
    await read(eve);
    expect(state.calls.filter((call) => call === 'eve /users/me')).toHaveLength(before);
    state.tokens.eve = 'a1';
    vi.advanceTimersByTime(60_000);
    await read(eve);
    expect(state.calls.filter((call) => call === 'eve /users/me')).toHaveLength(before + 1);
    expect(await spent(client.as('ann'))).toBeGreaterThanOrEqual(2);
  });
});

test('what changes in an account is no longer kept for its callers, and for no others', async () => {
  const zooms = ['ann', 'bob', 'cid', 'dan'].map((token) => client.as(token));
  for (const zoom of zooms) await read(zoom);
  const before = zooms.map(({ changes }) => changes);
  await client.changed('a1');
  expect(zooms.map(({ changes }, i) => changes !== before[i])).toEqual([true, true, false, false]);
  await client.changed();
  expect(zooms.map(({ changes }, i) => changes !== before[i])).toEqual([true, true, false, false]);
});
