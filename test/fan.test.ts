/** Lists that Zoom has for each user alone, over all users of the account. */
import { describe, expect, test } from 'vitest';
import { type Result, refusal, stub, type Table } from './stub.ts';

interface Page {
  readonly nodes: readonly { readonly topic: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number | null;
}
type Meetings = { readonly account: { readonly meetings: Page } };

const users = Array.from({ length: 12 }, (_, i) => `u${i}`);
const meetingsOf = (user: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: Number(`${user.slice(1)}0${i}`) + 1,
    topic: `${user} ${i}`,
    host_id: user,
  }));
/** User 0 has none, user 1 has one, user 2 two, user 3 none again, ... */
const countOf = (i: number) => i % 3;
const table: Table = {
  'GET /users': { users: users.map((id) => ({ id, email: `${id}@x.com` })), total_records: users.length },
  ...Object.fromEntries(
    users.map((id, i) => [
      `GET /users/${id}/meetings`,
      { meetings: meetingsOf(id, countOf(i)), total_records: countOf(i) },
    ]),
  ),
};
const all = users.flatMap((id, i) => meetingsOf(id, countOf(i)).map(({ topic }) => topic));
const QUERY = (args: string) =>
  `query ($after: String) { account { meetings(after: $after, ${args}) { nodes { topic } pageInfo { hasNextPage endCursor } } } }`;
const topics = ({ data }: Result<Meetings>) => data?.account.meetings.nodes.map(({ topic }) => topic);

const paged = async (run: ReturnType<typeof stub>['run'], args: string): Promise<string[]> => {
  const found: string[] = [];
  let after: string | null = null;
  for (let more = true; more; ) {
    const result: Result<Meetings> = await run<Meetings>(QUERY(args), { after });
    expect(result.errors).toBeUndefined();
    found.push(...(topics(result) ?? []));
    ({ hasNextPage: more, endCursor: after } = result.data?.account.meetings.pageInfo ?? {
      hasNextPage: false,
      endCursor: null,
    });
    expect(found.length).toBeLessThan(100);
  }
  return found;
};

describe('the meetings of all users', () => {
  test('come one user after another, with no more lists begun than may be needed', async () => {
    const { run, calls } = stub(table);
    const result = await run<Meetings>(QUERY('first: 2'));
    expect(topics(result)).toEqual(['u1 0', 'u2 0']);
    expect(calls[0]).toBe('GET /users?status=active&page_size=300');
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  test.each([1, 2, 5, 50])('%i at a time, each from the last cursor on', async (first) => {
    expect(await paged(stub(table).run, `first: ${first}`)).toEqual(all);
  });

  test('takes filters and sums as other lists do', async () => {
    const { run } = stub(table);
    expect(topics(await run<Meetings>(QUERY('where: { topic: { startsWith: "u5" } }')))).toEqual(['u5 0', 'u5 1']);
    expect(topics(await run<Meetings>(QUERY('first: 1, orderBy: { topic: DESC }')))).toEqual(['u8 1']);
    expect(await paged(run, 'first: 3, orderBy: { topic: ASC }')).toEqual([...all].sort());
    expect(await paged(run, 'first: 1, where: { topic: { contains: " 1" } }')).toEqual(
      all.filter((topic) => / 1/.test(topic)),
    );
    const { data } = await run(
      '{ account { meetings(first: 1) { totalCount groups(by: [HOST_ID], first: 1) { count key { hostId } } } } }',
    );
    expect(data).toEqual({
      account: { meetings: { totalCount: all.length, groups: [{ count: 2, key: { hostId: 'u11' } }] } },
    });
  });

  test('a page beside the total goes on from its cursor, too', async () => {
    const { run } = stub(table);
    const query =
      'query ($after: String) { account { meetings(first: 2, after: $after) { totalCount nodes { topic } pageInfo { hasNextPage endCursor } } } }';
    const first = await run<Meetings>(query);
    const next = await run<Meetings>(query, { after: first.data?.account.meetings.pageInfo.endCursor });
    expect([topics(first), topics(next)]).toEqual([all.slice(0, 2), all.slice(2, 4)]);
    expect(next.data?.account.meetings.totalCount).toBe(all.length);
  });

  test('whose list is refused is left out, and each reason told once', async () => {
    const no = refusal(404, 1001, 'User does not exist.');
    const { run } = stub({ ...table, 'GET /users/u1/meetings': no, 'GET /users/u5/meetings': no });
    const result = await run<Meetings>(QUERY('first: 50'));
    expect(topics(result)).toEqual(all.filter((topic) => !/^u[15] /.test(topic)));
    expect(result.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['account', 'meetings'], 'NOT_FOUND'],
    ]);
  });

  test('a walk that has to end goes on behind the last user, though none had a meeting', async () => {
    const none = Object.fromEntries(users.slice(0, 11).map((id) => [`GET /users/${id}/meetings`, { meetings: [] }]));
    const { run } = stub({ ...table, ...none }, { env: { MAX_CALLS_PER_REQUEST: '8' } });
    expect(await paged(run, 'first: 5')).toEqual(['u11 0', 'u11 1']);
  });

  test('a cursor of another list is refused', async () => {
    const { run } = stub(table);
    const { data } = await run<Meetings>(QUERY('first: 1'));
    const after = data?.account.meetings.pageInfo.endCursor;
    for (const query of [
      `{ account { meetings(after: "${after}", type: LIVE) { nodes { topic } } } }`,
      `{ users(after: "${after}") { nodes { email } } }`,
    ])
      expect((await run(query)).errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  });
});

test('the webinars of all users: who has no add-on for them has none, which is no error', async () => {
  const { run, calls } = stub({
    'GET /users': { users: users.slice(0, 5).map((id) => ({ id })) },
    'GET /users/u0/webinars': { webinars: [{ id: 91, topic: 'u0' }] },
    'GET /users/u1/webinars': refusal(400, 200, 'Webinar plan is missing.'),
    'GET /users/u2/webinars': { webinars: [{ id: 92, topic: 'u2' }] },
    'GET /users/u3/webinars': refusal(404, 1001, 'User does not exist.'),
    'GET /users/u4/webinars': refusal(400, 200, 'No permission.'),
  });
  const { data, errors } = await run('{ account { webinars { nodes { topic } pageInfo { hasNextPage } } } }');
  expect(data).toEqual({
    account: { webinars: { nodes: [{ topic: 'u0' }, { topic: 'u2' }], pageInfo: { hasNextPage: false } } },
  });
  expect(errors?.map(({ message }) => message)).toEqual([
    'User does not exist.',
    'No permission. The role of the user or the plan of the account may not include this.',
  ]);
  expect(calls).toHaveLength(6);
});
