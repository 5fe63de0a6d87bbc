/** Apollo Client with the cache of examples/clients/apollo.ts. */
import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { possibleTypes, typePolicies } from '../../examples/clients/apollo.ts';
import {
  CREATE_ONCE,
  IN_PART,
  MEETINGS,
  RECORDS,
  RECORDS_IN_CLOUD,
  RENAME,
  USER_AGAIN,
  USERS_PAGE,
} from './documents.ts';
import { idsOf, PAGE, startWorld, TOO_LONG, USERS, type World } from './world.ts';

let world: World;
let client: ApolloClient;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.sandbox.reset();
  client = new ApolloClient({
    cache: new InMemoryCache({ typePolicies, possibleTypes }),
    link: new HttpLink({ uri: world.url, fetch: world.fetch }),
  });
});
afterAll(() => world.close());

test('pages of a list are joined, by edges and by nodes, with nobody twice', async () => {
  const list = client.watchQuery({ query: USERS_PAGE, variables: { first: PAGE } });
  const watching = list.subscribe(() => {});
  const first = await client.query({ query: USERS_PAGE, variables: { first: PAGE } });
  const { data } = await list.fetchMore({ variables: { first: PAGE, after: first.data?.users?.pageInfo.endCursor } });
  expect(data?.users?.nodes).toHaveLength(USERS - PAGE);
  const users = client.readQuery({ query: USERS_PAGE, variables: { first: PAGE } })?.users;
  watching.unsubscribe();
  for (const ids of [idsOf(users?.edges.map(({ node }) => node)), idsOf(users?.nodes)]) {
    expect(ids).toHaveLength(USERS);
    expect(new Set(ids).size).toBe(USERS);
  }
  expect(users?.pageInfo.hasNextPage).toBe(false);
});

test('what has an id is fetched again by it, and is one object in the cache', async () => {
  const { data } = await client.query({ query: USERS_PAGE, variables: { first: PAGE } });
  const [user] = data?.users?.nodes ?? [];
  const again = await client.query({ query: USER_AGAIN, variables: { id: user?.id ?? '' } });
  expect(again.data?.node).toMatchObject({ id: user?.id, displayName: user?.displayName });
  const cached = client.cache.extract() as Record<string, object>;
  expect(cached[`User:${user?.id}`]).toMatchObject(again.data?.node ?? {});
});

test('parts without an id keep what several queries have read of them', async () => {
  const before = await client.query({ query: RECORDS });
  await client.query({ query: RECORDS_IN_CLOUD });
  const requests = world.requests();
  expect((await client.query({ query: RECORDS })).data).toEqual(before.data);
  expect(world.requests()).toBe(requests);
});

/** Renames a meeting: its topic before, what is shown until there is an answer, and what then. */
const renaming = async (topic: string) => {
  const [meeting] = (await client.query({ query: MEETINGS })).data?.me?.meetings?.nodes ?? [];
  if (!meeting) throw new Error('The sandbox has no meeting.');
  const shown = () => client.readQuery({ query: MEETINGS }, true)?.me?.meetings?.nodes[0]?.topic;
  const answer = client.mutate({
    mutation: RENAME,
    variables: { input: { meetingId: meeting.id, topic } },
    optimisticResponse: { updateMeeting: { meeting: { ...meeting, topic: 'Soon' } } },
  });
  const [before, meanwhile] = [meeting.topic, shown()];
  const error: unknown = await answer.then(
    () => undefined,
    (error) => error,
  );
  return { before, meanwhile, after: shown(), code: CombinedGraphQLErrors.is(error) && codeOf(error) };
};
const codeOf = ({ errors }: CombinedGraphQLErrors) => errors[0]?.extensions?.code;

test('a mutation shows at once what it will change, and then what Zoom says', async () => {
  expect(await renaming('Renamed')).toMatchObject({ meanwhile: 'Soon', after: 'Renamed', code: false });
});

test('a mutation that is refused leaves what was before, and its error has a code', async () => {
  const { before, ...others } = await renaming(TOO_LONG);
  expect(others).toEqual({ meanwhile: 'Soon', after: before, code: 'BAD_USER_INPUT' });
});

test('an answer in part is data and error together, where the client asks for both', async () => {
  const { data, error } = await client.query({ query: IN_PART, errorPolicy: 'all' });
  expect(data).toMatchObject({ me: { id: expect.any(String) }, user: null });
  expect(CombinedGraphQLErrors.is(error) && codeOf(error)).toBe('NOT_FOUND');
});

test.each([false, true])(
  'queries go by their hash, and their text is sent once; by GET: %s',
  async (useGETForHashedQueries) => {
    const sent: string[] = [];
    const watched: typeof fetch = (url, init) => {
      sent.push(
        `${init?.method} ${/query/.test(decodeURIComponent(String(url) + init?.body).replace('persistedQuery', '')) ? 'text' : 'hash'}`,
      );
      return fetch(url, init);
    };
    const headers = { 'apollo-require-preflight': 'true' };
    const link = new PersistedQueryLink({
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      useGETForHashedQueries,
    }).concat(new HttpLink({ uri: world.url, fetch: watched, headers }));
    const persisting = () => new ApolloClient({ cache: new InMemoryCache({ typePolicies, possibleTypes }), link });
    const variables = { first: useGETForHashedQueries ? 2 : 3 };
    const ask = async () => (await persisting().query({ query: USERS_PAGE, variables })).data?.users?.nodes.length;
    await ask();
    sent.length = 0;
    expect(await ask()).toBe(variables.first);
    expect(sent).toEqual([`${useGETForHashedQueries ? 'GET' : 'POST'} hash`]);
  },
);

test('a write that is sent again with its key is made once', async () => {
  const variables = { key: 'a-key', input: { userId: 'me', topic: 'Once' } };
  const create = async () => (await client.mutate({ mutation: CREATE_ONCE, variables })).data?.createMeeting?.meeting;
  const writes = () => world.sandbox.calls.filter(({ method }) => method === 'POST').length;
  const first = await create();
  expect(first).toMatchObject({ id: expect.any(String), topic: 'Once' });
  expect(await create()).toEqual(first);
  expect(writes()).toBe(1);
});
