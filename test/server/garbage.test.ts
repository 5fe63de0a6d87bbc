/**
 * What a request leaves behind: nothing that the next minor collection does not take. What outlives that is only taken by a major one, which
 * costs far more, and is held in the meantime. V8 lets an object live that long when something old leads to it, though that may be garbage:
 * a table that was outgrown, or the hidden class of a generator's function that was made for one request alone.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import type { Client, Zoom } from '../../src/zoom/client/client.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/** Of an answer of a hundred users. */
const ITEMS = 100;
const answerOf = (path: string, nth: number): string => {
  const many = (one: (at: number) => object) => Array.from({ length: ITEMS }, (_, at) => one(at));
  const text = (name: string, at: number) => `${name} ${at} of the answer ${nth}`;
  if (path === '/users')
    return JSON.stringify({
      users: many((at) => ({
        id: `user-${at}`,
        type: 2,
        first_name: text('First', at),
        last_name: text('Last', at),
        email: `user-${at}@x.test`,
        dept: text('Sales', at),
        status: 'active',
        timezone: 'Europe/Berlin',
        role_id: `${at % 5}`,
        created_at: '2026-01-01T00:00:00Z',
      })),
    });
  return JSON.stringify({
    meetings: many((at) => ({ id: 1e10 + at, uuid: `uuid-${at}`, topic: text('Topic', at), type: 2, duration: 30 })),
  });
};

/** A Zoom whose answers are never the same twice. */
const changing = (): Client => {
  let nth = 0;
  const zoom: Zoom = {
    key: 'changing',
    accountId: 'account',
    changes: 1,
    call: async ({ path }) => {
      // As when it comes over HTTP.
      await new Promise(setImmediate);
      return JSON.parse(answerOf(path, nth++));
    },
    download: () => Promise.reject(new Error('Nobody asks for it.')),
    budget: () => Promise.reject(new Error('Nobody asks for it.')),
    hasRoom: () => true,
    forcedBy: async () => 0,
  };
  return { as: () => zoom, ready: async () => undefined, changed: async () => undefined, close: async () => undefined };
};

const FIELDS = 'id email displayName firstName lastName type dept status timezone createdAt';

/** The bytes that grew old with each of some requests, beside what the answer itself takes. */
const grownOld = async (query: string): Promise<{ perRequest: number; answer: number }> => {
  const gateway = createGateway({
    client: changing(),
    config: readConfig({ MAX_FIRST: '10000', SHARED_CACHE_SECONDS: '0' }),
  });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
  const ask = async (): Promise<number> => {
    const answer = await (await gateway.fetch('/graphql', init)).text();
    expect(answer).not.toContain('"errors"');
    return answer.length;
  };
  const old = () =>
    getHeapSpaceStatistics()
      .filter(({ space_name }) => space_name === 'old_space' || space_name === 'large_object_space')
      .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
  const settle = async () => {
    for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
    // What lives through two of them is old.
    for (let times = 0; times < 2; times++) collect({ type: 'minor' });
  };
  for (let nth = 0; nth < 50; nth++) await ask();
  await settle();
  const grown: number[] = [];
  let answer = 0;
  for (let nth = 0; nth < 30; nth++) {
    const before = old();
    answer = await ask();
    await settle();
    grown.push(old() - before);
  }
  // The least: what a request leaves behind it leaves each time, but now and then V8 compiles something, or a cache of ours grows.
  const perRequest = Math.min(...grown);
  await gateway.dispose();
  return { perRequest, answer };
};

test.each([
  ['a list', `{ users(first: 100) { edges { cursor node { ${FIELDS} } } } }`],
  [
    'a list of each of a list',
    '{ users(first: 3) { nodes { meetings(first: 100) { nodes { topic host { email } } } } } }',
  ],
  [
    'the lists of all users as one',
    '{ users(first: 1) { nodes { id } } account { meetings(first: 300) { nodes { topic } } } }',
  ],
])('%s leaves little for a major collection', async (_, query) => {
  // Of code that has not run often, V8 keeps more.
  await grownOld(query);
  const { perRequest, answer } = await grownOld(query);
  expect(answer).toBeGreaterThan(20);
  expect(perRequest / 1024).toBeLessThan(20);
});
