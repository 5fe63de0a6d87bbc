/** urql with the normalized cache of examples/clients/urql.ts. */
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange, type OptimisticMutationConfig } from '@urql/exchange-graphcache';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cache } from '../../examples/clients/urql.ts';
import { IN_PART, MEETINGS, RECORDS, RENAME, USER_AGAIN, USERS_PAGE } from './documents.ts';
import { idsOf, PAGE, startWorld, TOO_LONG, USERS, type World } from './world.ts';

const optimistic: OptimisticMutationConfig = {
  updateMeeting: ({ input }) => ({
    __typename: 'UpdateMeetingPayload',
    meeting: { __typename: 'Meeting', id: (input as { meetingId: string }).meetingId, topic: 'Soon' },
  }),
};
let world: World;
let client: Client;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.sandbox.reset();
  client = new Client({
    url: world.url,
    fetch: world.fetch,
    preferGetMethod: false,
    exchanges: [cacheExchange({ ...cache, optimistic }), fetchExchange],
  });
});
afterAll(() => world.close());

test('pages of a list are joined, by edges and by nodes, with nobody twice', async () => {
  const first = await client.query(USERS_PAGE, { first: PAGE });
  const after = first.data?.users?.pageInfo.endCursor;
  const users = (await client.query(USERS_PAGE, { first: PAGE, after })).data?.users;
  for (const ids of [idsOf(users?.edges.map(({ node }) => node)), idsOf(users?.nodes)]) {
    expect(ids).toHaveLength(USERS);
    expect(new Set(ids).size).toBe(USERS);
  }
  expect(users?.pageInfo.hasNextPage).toBe(false);
});

test('what has an id is fetched again by it', async () => {
  const [user] = (await client.query(USERS_PAGE, { first: PAGE })).data?.users?.nodes ?? [];
  const again = await client.query(USER_AGAIN, { id: user?.id ?? '' }, { requestPolicy: 'network-only' });
  expect(again.data?.node).toMatchObject({ ...user, email: expect.any(String) });
});

test('the cache knows of every type whether it has a key', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect((await client.query(RECORDS, {})).error).toBeUndefined();
  expect(warn.mock.calls).toEqual([]);
  warn.mockRestore();
});

/** Renames a meeting: its topic before, and those that a view of it shows one after another. */
const renaming = async (topic: string) => {
  const [meeting] = (await client.query(MEETINGS, {})).data?.me?.meetings?.nodes ?? [];
  const topics: unknown[] = [];
  const view = client.query(MEETINGS, {}).subscribe(({ data }) => {
    topics.push(data?.me?.meetings?.nodes[0]?.topic);
  });
  const { error } = await client.mutation(RENAME, { input: { meetingId: meeting?.id ?? '', topic } });
  await vi.waitFor(() => expect(topics.at(-1)).not.toBe('Soon'));
  view.unsubscribe();
  return { before: meeting?.topic, topics, code: error?.graphQLErrors[0]?.extensions.code };
};

test('a mutation shows at once what it will change, and then what Zoom says', async () => {
  const { before, topics, code } = await renaming('Renamed');
  expect([...new Set(topics)]).toEqual([before, 'Soon', 'Renamed']);
  expect(code).toBeUndefined();
});

test('a mutation that is refused leaves what was before, and its error has a code', async () => {
  const { before, topics, code } = await renaming(TOO_LONG);
  expect([...new Set(topics)]).toEqual([before, 'Soon']);
  expect(topics.at(-1)).toBe(before);
  expect(code).toBe('BAD_USER_INPUT');
});

test('an answer in part is data and error together', async () => {
  const { data, error } = await client.query(IN_PART, {});
  expect(data).toMatchObject({ me: { id: expect.any(String) }, user: null });
  expect(error?.graphQLErrors[0]?.extensions.code).toBe('NOT_FOUND');
});
