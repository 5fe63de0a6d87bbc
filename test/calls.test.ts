/** How many REST calls queries cost, counted by the sandbox: 1,000 users with 10 meetings each, on a plan with room enough. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from './stub.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ users: 1000, meetingsPerUser: 10 });
});
afterAll(() => world.close());

/** Runs a query that must answer whole, and gives its data and the calls that it made. */
const ask = async <Data>(query: string, variables?: object) => {
  const { result, calls } = await world.counted(() => world.run<Data>(query, variables));
  expect(result.errors).toBeUndefined();
  expect(result.extensions?.zoom).toMatchObject({ calls: calls.length });
  return { data: result.data!, calls };
};
interface Nodes<T> {
  nodes: T[];
}
interface Page extends Nodes<{ id: string }> {
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const listed = `email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds divisionIds
  employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt`;

test.each([
  ['by id', (id: string) => `user(id: "${id}")`],
  ['by email', (_: string, email: string) => `user(id: "${email}")`],
  ['as me', () => 'me'],
])('one user %s costs one call', async (_, field) => {
  const { data } = await ask<{ users: Nodes<{ id: string; email: string }> }>(
    '{ users(first: 1) { nodes { id email } } }',
  );
  const [{ id, email }] = data.users.nodes as [{ id: string; email: string }];
  const { calls } = await ask(`{ ${field(id, email)} { id zoomId email jobTitle role { name } } }`);
  expect(calls).toEqual(['GET /users/{userId}']);
});

test('300 users with 20 fields of the list cost one call', async () => {
  const { data, calls } = await ask<{ users: Nodes<object> }>(`{ users(first: 300) { nodes { ${listed} } } }`);
  expect(data.users.nodes).toHaveLength(300);
  expect(calls).toEqual(['GET /users']);
});

test('300 users with their roles cost two calls', async () => {
  const { data, calls } = await ask<{ users: Nodes<{ role: { name: string } }> }>(
    '{ users(first: 300) { nodes { role { name } } } }',
  );
  expect(data.users.nodes.every(({ role }) => role.name !== null)).toBe(true);
  expect(calls).toEqual(['GET /users', 'GET /roles']);
});

test('50 users with 10 meetings each and their hosts cost 51 calls', async () => {
  const { data, calls } = await ask<{
    users: Nodes<{ meetings: Nodes<{ topic: string; host: { displayName: string } }> }>;
  }>('{ users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } } }');
  const meetings = data.users.nodes.flatMap((user) => user.meetings.nodes);
  expect(meetings).toHaveLength(500);
  expect(meetings.every(({ topic, host }) => topic && host.displayName)).toBe(true);
  expect(calls).toHaveLength(51);
});

test('300 meetings by id, of 150 hosts, with their hosts cost 304 calls', async () => {
  const { data } = await ask<{ users: Nodes<{ meetings: Nodes<{ zoomId: string }> }> }>(
    '{ users(first: 150) { nodes { meetings(first: 2) { nodes { zoomId } } } } }',
  );
  const ids = data.users.nodes.flatMap((user) => user.meetings.nodes.slice(0, 2).map(({ zoomId }) => zoomId));
  expect(ids).toHaveLength(300);
  const aliases = ids.map((id, i) => `m${i}: meeting(id: "${id}") { host { email displayName } }`).join(' ');
  const { data: meetings, calls } = await ask<Record<string, { host: { displayName: string } }>>(`{ ${aliases} }`);
  expect(new Set(Object.values(meetings).map(({ host }) => host.displayName)).size).toBeGreaterThan(100);
  expect(calls.length).toBeLessThanOrEqual(304);
});

test('200 users by id cost four calls', async () => {
  const { data } = await ask<{ users: Nodes<{ id: string }> }>('{ users(first: 1000) { nodes { id } } }');
  const ids = data.users.nodes.filter((_, i) => i % 5 === 0).map(({ id }) => id);
  expect(ids).toHaveLength(200);
  const { data: found, calls } = await ask<{ nodes: { email: string }[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }',
    { ids },
  );
  expect(found.nodes.every(({ email }) => email)).toBe(true);
  expect(calls).toEqual(['GET /users', 'GET /users', 'GET /users', 'GET /users']);
});

test('100 users with a field that only the single GET has cost 101 calls', async () => {
  const { calls } = await ask('{ users(first: 100) { nodes { jobTitle } } }');
  expect(calls).toHaveLength(101);
});

test('the id of a host costs nothing beyond the meeting', async () => {
  const { data } = await ask<{ me: { meetings: Nodes<{ id: string }> } }>(
    '{ me { meetings(first: 1) { nodes { id } } } }',
  );
  const [{ id }] = data.me.meetings.nodes as [{ id: string }];
  const { calls } = await ask(`{ meeting(id: "${id}") { host { id } } }`);
  expect(calls).toEqual(['GET /meetings/{meetingId}']);
});

test('100 phone users with their user and site cost six calls at most', async () => {
  const { data, calls } = await ask<{ phone: { users: Nodes<{ user: { email: string }; site: { name: string } }> } }>(
    '{ phone { users(first: 100) { nodes { user { email } site { name } } } } }',
  );
  expect(data.phone.users.nodes).toHaveLength(100);
  expect(data.phone.users.nodes.every(({ user, site }) => user.email && site.name)).toBe(true);
  expect(calls.length).toBeLessThanOrEqual(6);
});

test('the recordings of a year with their hosts cost a call for each window and page, and four for the hosts', async () => {
  const to = new Date();
  const from = new Date(to.getTime() - 364 * 86_400_000);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const { data, calls } = await ask<{ account: { recordings: Nodes<{ host: { email: string } }> } }>(
    'query ($from: Date!, $to: Date!) { account { recordings(from: $from, to: $to, first: 1000) { nodes { host { email } } } } }',
    { from: day(from), to: day(to) },
  );
  expect(data.account.recordings.nodes.length).toBeGreaterThan(30);
  const windows = calls.filter((call) => call === 'GET /accounts/{accountId}/recordings').length;
  expect(windows).toBeGreaterThanOrEqual(12);
  expect(windows).toBeLessThanOrEqual(14);
  expect(calls.length - windows).toBeLessThanOrEqual(4);
});

test('a walk through 10,000 users, 300 at a time, costs 34 calls', async () => {
  const large = await startWorld({ users: 10_000, meetingsPerUser: 0 });
  try {
    const seen = new Set<string>();
    const query = `query ($after: String) {
      users(first: 300, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    const { calls } = await large.counted(async () => {
      for (let page: Page | undefined; !page || page.pageInfo.hasNextPage; ) {
        const { data, errors }: Result<{ users: Page }> = await large.run(query, { after: page?.pageInfo.endCursor });
        expect(errors).toBeUndefined();
        page = data!.users;
        for (const { id } of page.nodes) seen.add(id);
      }
    });
    expect(seen.size).toBe(10_000);
    expect(calls).toHaveLength(34);
  } finally {
    await large.close();
  }
});

test('the same query 50 times at once costs as much as once', async () => {
  const slow = await startWorld({ users: 60, latencyMs: 200 });
  try {
    const query = '{ users(first: 60) { nodes { email role { name } } } }';
    const { calls, result } = await slow.counted(() => Promise.all(Array.from({ length: 50 }, () => slow.run(query))));
    expect(result.every(({ errors }) => errors === undefined)).toBe(true);
    expect(new Set(result.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(calls).toEqual(['GET /users', 'GET /roles']);
  } finally {
    await slow.close();
  }
});
