import { expect, test } from 'vitest';
import { type Received, refusal, stub } from './stub.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);
const EMAIL = 'Grüße+x@example.com';

test('nodes of several types keep their order, and one that cannot be had is null', async () => {
  const { run, calls } = stub({
    'GET /users/u1': { id: 'u1', email: 'a@example.com' },
    'GET /groups/g1': { id: 'g1', name: 'Sales' },
    'GET /users/gone': refusal(404, 1001, 'User does not exist: gone.'),
  });
  const ids = [globalId('Group', 'g1'), globalId('User', 'gone'), globalId('User', 'u1'), globalId('Group', 'g1')];
  const { data, errors } = await run(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on User { email } ... on Group { name } } }',
    { ids },
  );
  const group = { __typename: 'Group', id: globalId('Group', 'g1'), name: 'Sales' };
  expect(data?.nodes).toEqual([
    group,
    null,
    { __typename: 'User', id: globalId('User', 'u1'), email: 'a@example.com' },
    group,
  ]);
  expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'NOT_FOUND', zoom: { code: 1001 } } }]);
  expect(calls.sort()).toEqual(['GET /groups/g1', 'GET /users/gone', 'GET /users/u1']);
});

const users = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ id: `u${from + i}`, email: `u${from + i}@example.com`, dept: 'D' }));

test('200 of 1000 users are read by four pages of the list, not by 200 single calls', async () => {
  const { run, calls } = stub({
    'GET /users': ({ query }: Received) => {
      const from = Number(query.get('next_page_token') ?? 0);
      const to = Math.min(from + 300, 1000);
      return { users: users(from, to), next_page_token: to < 1000 ? String(to) : '', total_records: 1000 };
    },
  });
  const ids = users(0, 1000).filter((_, i) => i % 5 === 4);
  const { data, errors } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }', {
    ids: ids.map(({ id }) => globalId('User', id)),
  });
  expect(errors).toBeUndefined();
  expect(data?.nodes).toEqual(ids.map(({ email, dept }) => ({ email, dept })));
  expect(calls).toEqual([
    'GET /users?status=active&page_size=300',
    ...[300, 600, 900].map((token) => `GET /users?status=active&page_size=300&next_page_token=${token}`),
  ]);
});

test('what the list did not bring is read singly, and the list goes no further than it pays', async () => {
  const { run, calls } = stub({
    'GET /users': { users: users(0, 300), next_page_token: 'T1', total_records: 10_000 },
    'GET /users/u9000': { id: 'u9000', email: 'late@example.com' },
    'GET /users/gone': refusal(404, 1001, 'User does not exist: gone.'),
  });
  const keys = ['u1', 'u2', 'u9000', 'u3', 'gone', 'u4'];
  const { data, errors } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email } } }', {
    ids: keys.map((key) => globalId('User', key)),
  });
  expect(data?.nodes).toEqual([
    ...['u1@example.com', 'u2@example.com', 'late@example.com', 'u3@example.com'].map((email) => ({ email })),
    null,
    { email: 'u4@example.com' },
  ]);
  expect(errors).toMatchObject([{ path: ['nodes', 4], extensions: { code: 'NOT_FOUND' } }]);
  expect(calls).toEqual(['GET /users?status=active&page_size=300', 'GET /users/u9000', 'GET /users/gone']);
});

test('inactive users are looked for in their own list, when that pays', async () => {
  const { run, calls } = stub({
    'GET /users': ({ query }: Received) =>
      query.get('status') === 'inactive'
        ? { users: users(10, 12), total_records: 2 }
        : { users: users(0, 4), total_records: 4 },
  });
  const keys = ['u0', 'u10', 'u3', 'u11'];
  const { data, errors } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email } } }', {
    ids: keys.map((key) => globalId('User', key)),
  });
  expect(errors).toBeUndefined();
  expect(data?.nodes).toEqual(keys.map((key) => ({ email: `${key}@example.com` })));
  expect(calls).toEqual(['GET /users?status=active&page_size=300', 'GET /users?status=inactive&page_size=300']);
});

test('a list that is refused costs nothing but its call: the users are read singly', async () => {
  const { run, calls } = stub({
    'GET /users': refusal(400, 4711, 'Invalid access token, does not contain scopes.'),
    ...Object.fromEntries(users(0, 5).map((user) => [`GET /users/${user.id}`, user])),
  });
  const { data, errors } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email } } }', {
    ids: users(0, 5).map(({ id }) => globalId('User', id)),
  });
  expect(errors).toBeUndefined();
  expect(data?.nodes).toEqual(users(0, 5).map(({ email }) => ({ email })));
  expect(calls).toEqual(['GET /users?status=active&page_size=300', ...users(0, 5).map(({ id }) => `GET /users/${id}`)]);
});

test.each([
  ['user', 'u1', 'GET /users/u1'],
  ['user', globalId('User', 'u1'), 'GET /users/u1'],
  ['user', 'ada@example.com', 'GET /users/ada@example.com'],
  ['user', Buffer.from(`User:${EMAIL}`).toString('base64'), `GET /users/${EMAIL}`],
  ['user', 'me', 'GET /users/me'],
  ['role', '0', 'GET /roles/0'],
  ['role', globalId('Role', '0'), 'GET /roles/0'],
  ['group', 'a/b?c#d', 'GET /groups/a/b?c#d'],
])('%s(id: "%s") is read by %s', async (field, id, call) => {
  const { run, calls } = stub({ [call]: { id: 'k1', name: 'One', first_name: 'One' } });
  const name = field === 'user' ? 'firstName' : 'name';
  const { data, errors } = await run(`query ($id: ID!) { it: ${field}(id: $id) { name: ${name} } }`, { id });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ it: { name: 'One' } });
  expect(calls).toEqual([call]);
});

test('the global id of a pending user, whose email has other letters than ASCII, leads back to the user', async () => {
  const { run, calls } = stub({
    'GET /users': { users: [{ email: EMAIL, status: 'pending' }] },
    [`GET /users/${EMAIL}`]: { email: EMAIL, status: 'pending', job_title: 'Engineer' },
  });
  type Answer = { users: { nodes: { id: string }[] } };
  const [user] = (await run<Answer>('{ users(status: [PENDING]) { nodes { id } } }')).data?.users.nodes ?? [];
  const { data, errors } = await run('query ($id: ID!) { node(id: $id) { id ... on User { zoomId jobTitle } } }', {
    id: user?.id,
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ node: { id: user?.id, zoomId: EMAIL, jobTitle: 'Engineer' } });
  expect(calls).toEqual(['GET /users?status=pending&page_size=30', `GET /users/${EMAIL}`]);
});

const NOT_GLOBAL = 'is not a global id of this gateway';
test.each([
  ['node(id: "garbage") { id }', NOT_GLOBAL],
  ['node(id: "u1") { id }', NOT_GLOBAL],
  ['node(id: "") { id }', NOT_GLOBAL],
  [`node(id: "${globalId('Unicorn', '1')}") { id }`, NOT_GLOBAL],
  [`node(id: "${globalId('User', '')}") { id }`, NOT_GLOBAL],
  [`user(id: "${globalId('Group', 'g1')}") { email }`, 'is the id of a Group; here that of a User is wanted.'],
  [`role(id: "${globalId('User', 'u1')}") { name }`, 'is the id of a User; here that of a Role is wanted.'],
  [`group(id: "${globalId('Role', '1')}") { name }`, 'is the id of a Role; here that of a Group is wanted.'],
  ['user(id: "") { email }', 'The id of a User is empty.'],
  ['user(id: "..") { email }', ''],
])('%s is refused without a call, and the field beside it is answered', async (field, message) => {
  const { run, calls } = stub({ 'GET /users/u1': { email: 'a@example.com' } });
  const { data, errors } = await run(`{ refused: ${field} user(id: "u1") { email } }`);
  expect(data).toEqual({ refused: null, user: { email: 'a@example.com' } });
  expect(errors).toMatchObject([
    { message: expect.stringContaining(message), path: ['refused'], extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(calls).toEqual(['GET /users/u1']);
});

test.each([
  ['updateUser', `userId: "${globalId('Group', 'g1')}"`],
  ['updateGroup', `groupId: "${globalId('User', 'u1')}"`],
  ['updateRole', `roleId: "${globalId('User', 'u1')}"`],
  ['deleteUser', 'userId: ""'],
])('%s with %s is refused before anything is changed', async (name, id) => {
  const { run, calls } = stub({});
  const { data, errors } = await run(`mutation { it: ${name}(input: { ${id} }) { __typename } }`);
  expect(data).toEqual({ it: null });
  expect(errors).toMatchObject([{ path: ['it'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});

test('one malformed id among many leaves the other nodes whole', async () => {
  const { run, calls } = stub({ 'GET /groups/g1': { id: 'g1', name: 'Sales' } });
  const { data, errors } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Group { name } } }', {
    ids: ['garbage', globalId('Group', 'g1')],
  });
  expect(data?.nodes).toEqual([null, { name: 'Sales' }]);
  expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual(['GET /groups/g1']);
});

test('no ids give no nodes, without a call', async () => {
  const { run, calls } = stub({});
  expect((await run('{ nodes(ids: []) { id } }')).data).toEqual({ nodes: [] });
  expect(calls).toEqual([]);
});

test('a cursor of a list of someone named by email is good however they are named and whatever is selected beside it', async () => {
  const meetings = ({ query }: Received) =>
    query.get('next_page_token') ? { meetings: [{ id: 2 }] } : { meetings: [{ id: 1 }], next_page_token: 'next' };
  const { run } = stub({
    'GET /users/a@example.com': { id: 'u1', email: 'a@example.com', dept: 'Sales' },
    'GET /users/u1': { id: 'u1', email: 'a@example.com', dept: 'Sales' },
    'GET /users/u1/meetings': meetings,
    'GET /users/a@example.com/meetings': meetings,
  });
  interface Data {
    user: { meetings: { nodes: { zoomId: string }[]; pageInfo: { endCursor: string } } };
  }
  const ask = (user: string, dept: string, after = '') =>
    run<Data>(
      `{ user(id: "${user}") { ${dept} meetings(first: 1 ${after}) { nodes { zoomId } pageInfo { endCursor } } } }`,
    );
  const bySelection = ['', 'dept'];
  for (const first of bySelection)
    for (const then of bySelection)
      for (const user of ['u1', 'a@example.com']) {
        const { data } = await ask('a@example.com', first);
        const next = await ask(user, then, `after: "${data?.user.meetings.pageInfo.endCursor}"`);
        expect(next.errors).toBeUndefined();
        expect(next.data?.user.meetings.nodes).toEqual([{ zoomId: '2' }]);
      }
});
