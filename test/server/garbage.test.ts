/**
 * What a request leaves behind: nothing that the next minor collection does not take. What outlives that is only taken by a major one, which
 * costs far more, and is held in the meantime. V8 lets an object live that long when something old leads to it, though that may be garbage:
 * a table that was outgrown, or the hidden class of a generator's function that was made for one request alone.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { globalIdFor } from '../../schema/types/global-id.ts';
import { Abort } from '../../src/engine/abort.ts';
import { SingleFlight } from '../../src/engine/single-flight.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import type { Client, Zoom } from '../../src/zoom/client/client.ts';
import { Budget } from '../../src/zoom/rate-limit/budget.ts';

setFlagsFromString('--expose-gc');
// As `npm start` has it: V8 else makes at once old what it found to live long, and that holds on to all that it leads to.
setFlagsFromString('--no-allocation-site-pretenuring');
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

/** The bytes that grew old with each of some works alike. */
const grownOld = async (work: () => Promise<unknown>): Promise<number> => {
  const old = () =>
    getHeapSpaceStatistics()
      .filter(({ space_name }) => space_name === 'old_space' || space_name === 'large_object_space')
      .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
  const settle = async () => {
    for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
    // What lives through two of them is old.
    for (let times = 0; times < 2; times++) collect({ type: 'minor' });
  };
  // Of code that has not run often, V8 keeps more.
  for (let nth = 0; nth < 300; nth++) await work();
  await settle();
  const grown: number[] = [];
  for (let nth = 0; nth < 250; nth++) {
    const before = old();
    await work();
    await settle();
    grown.push(old() - before);
  }
  // The least: what a work leaves behind it leaves each time, but now and then V8 compiles something, or a cache of ours grows.
  return Math.min(...grown);
};

/** What each of some requests leaves, beside the length of the answer itself. */
const leftBy = async (query: string): Promise<{ perRequest: number; answer: number }> => {
  const gateway = createGateway({
    client: changing(),
    config: readConfig({ MAX_FIRST: '10000', SHARED_CACHE_SECONDS: '0' }),
  });
  // Made once: of a plain object of headers Node leaves nine kilobytes by itself.
  const headers = new Headers({ 'content-type': 'application/json' });
  const init = { method: 'POST', headers, body: JSON.stringify({ query }) };
  let answer = 0;
  const perRequest = await grownOld(async () => {
    const text = await (await gateway.fetch('/graphql', init)).text();
    expect(text).not.toContain('"errors"');
    answer = text.length;
  });
  await gateway.dispose();
  return { perRequest, answer };
};
const IDS = JSON.stringify(Array.from({ length: ITEMS }, (_, at) => globalIdFor('User', `user-${at}`)));

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
  ['things by their ids', `{ nodes(ids: ${IDS}) { id ... on User { email dept } } }`],
  ['what is asked of a list', `{ users(first: 100, where: { type: { eq: LICENSED } }) { nodes { ${FIELDS} } } }`],
  ['what is said of all of a list', '{ users(first: 100) { stats { count max { createdAt } } } }'],
])('%s leaves little for a major collection', async (_, query) => {
  const { perRequest, answer } = await leftBy(query);
  expect(answer).toBeGreaterThan(20);
  expect(perRequest / 1024).toBeLessThan(20);
});

/** As many as a large operation has under way at once. */
const MANY = 300;
const allAtOnce = (one: (nth: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: MANY }, (_, at) => one(at)));
const turn = () => new Promise(setImmediate);

test('work under way that others may join leaves little when it is done', async () => {
  const sharing = new SingleFlight<unknown>();
  const left = await grownOld(() => allAtOnce((nth) => sharing.begin(`work ${nth}`, turn).join({})));
  // Names, and the boxes in which the work was.
  expect(left / MANY).toBeLessThan(200);
});

test('calls that waited for their turn leave little', async () => {
  const budget = new Budget('business', 1e6);
  const endpoint = { method: 'GET', path: '/meetings/{meetingId}', limit: 'LIGHT', scopes: [] } as const;
  const left = await grownOld(() => {
    const claim = { owner: {}, signal: new Abort() };
    return allAtOnce(async () => {
      const permit = await budget.acquire(endpoint, {}, claim);
      await turn();
      permit.sent();
      permit.arrived();
      permit.update({});
    });
  });
  expect(left / MANY).toBeLessThan(100);
});
