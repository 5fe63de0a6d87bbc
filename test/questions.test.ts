/** What is asked of the items of connections: what comes of it, and which calls it takes. */
import type { GraphQLObjectType } from 'graphql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import { Selection } from '../schema/questions/selection.ts';
import { costIn } from './cost.ts';
import { askingOn } from './run.ts';
import { type Received, type Result, refusal, stub, type Table } from './stub.ts';

interface Users {
  readonly users: Page;
}
interface Page {
  readonly nodes: readonly { readonly zoomId: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number | null;
}
const idsIn = (page: Page | undefined) => page?.nodes.map(({ zoomId }) => zoomId);

/** Users on pages of 300, as Zoom sends them. */
const paged =
  (users: readonly object[]) =>
  ({ query }: Received) => {
    const begin = Number(query.get('next_page_token') ?? 0);
    const end = begin + Number(query.get('page_size') ?? 30);
    return {
      users: users.slice(begin, end),
      ...(end < users.length && { next_page_token: String(end) }),
      total_records: users.length,
    };
  };
const USERS = [
  {
    id: 'a',
    email: 'ada@x.com',
    first_name: 'Ada',
    last_name: 'Lovelace',
    type: 2,
    dept: 'Math',
    last_login_time: '2026-01-01T00:00:00Z',
    role_id: '1',
  },
  { id: 'b', email: 'bob@x.com', first_name: 'Böb', type: 1, dept: '', role_id: '2', group_ids: ['g1'] },
  {
    id: 'c',
    email: 'cyd@y.com',
    first_name: 'Cyd',
    type: 2,
    dept: 'Sales',
    last_login_time: '2026-11-01T00:00:00Z',
    role_id: '2',
    group_ids: ['g1', 'g2'],
  },
  {
    id: 'd',
    email: 'dan@y.com',
    first_name: 'Dan',
    type: 1,
    dept: 'sales',
    last_login_time: '2026-06-01T00:00:00Z',
    role_id: '2',
  },
];

test('what is looked at is planned once for all that differ in values alone', () => {
  const user = schema.getType('User') as GraphQLObjectType;
  const looked = (name: string, first: number) => {
    const selection = new Selection();
    selection.field('meetings', { first }).below.field('nodes').below.field(name);
    return selection.over({ schema, withholding: undefined }, user);
  };
  const one = looked('topic', 1);
  expect(looked('topic', 2).variables).toEqual({ v0: 2 });
  expect(looked('topic', 2).plan).toBe(one.plan);
  expect(looked('duration', 1).plan).not.toBe(one.plan);
});

describe('where, by what the list tells', () => {
  const found = async (where: string) => {
    const { run, calls } = stub({ 'GET /users': paged(USERS) });
    const { data, errors } = await run<Users>(`{ users(where: ${where}) { nodes { zoomId } } }`);
    expect(errors).toBeUndefined();
    expect(calls).toEqual(['GET /users?status=active&page_size=300']);
    return idsIn(data?.users)?.join('');
  };
  test.each([
    ['{ type: { eq: LICENSED } }', 'ac'],
    ['{ type: { ne: LICENSED } }', 'bd'],
    ['{ type: { in: [BASIC, LICENSED] } }', 'abcd'],
    ['{ type: { in: [] } }', ''],
    ['{ dept: { eq: "Sales" } }', 'c'],
    ['{ dept: { contains: "SALES" } }', 'cd'],
    ['{ dept: { isNull: true } }', 'b'],
    ['{ dept: { isNull: false } }', 'acd'],
    ['{ dept: { ne: "Math" } }', 'bcd'],
    ['{ not: { dept: { eq: "Math" } } }', 'bcd'],
    ['{ firstName: { startsWith: "bo" } }', 'b'],
    ['{ lastLoginTime: { lt: "2026-06-01T00:00:00Z" } }', 'a'],
    ['{ lastLoginTime: { lte: "2026-06-01T02:00:00+02:00" } }', 'ad'],
    ['{ lastLoginTime: { gte: "2026-06-01T00:00:00Z", lt: "2026-10-01T00:00:00Z" } }', 'd'],
    ['{ or: [{ zoomId: { eq: "a" } }, { email: { contains: "bob" } }] }', 'ab'],
    ['{ or: [] }', ''],
    ['{ and: [] }', 'abcd'],
    ['{}', 'abcd'],
    ['{ and: [{ type: { eq: BASIC } }, { dept: { isNull: false } }] }', 'd'],
    ['{ groupIds: { has: "g2" } }', 'c'],
    ['{ groupIds: { count: { gt: 0 } } }', 'bc'],
    ['{ groupIds: { isNull: true } }', 'ad'],
    [`{ id: { in: ["${btoa('User:a')}", "${btoa('User:d')}"] } }`, 'ad'],
    [`{ zoomId: { in: ["${btoa('User:a')}", "d"] } }`, 'ad'],
  ])('%s', async (where, ids) => {
    expect(await found(where)).toBe(ids);
  });
});

describe('what Zoom can say itself', () => {
  const asked = async (table: Table, query: string) => {
    const { run, calls } = stub(table);
    const { errors } = await run(query);
    expect(errors).toBeUndefined();
    return calls;
  };
  const users = { 'GET /users': { users: [] } };
  const all = (rest: string) =>
    ['active', 'inactive', 'pending'].map((status) => `GET /users?${rest}status=${status}&page_size=300`);

  test.each([
    ['{ roleId: { eq: "2" } }', '', ['GET /users?role_id=2&status=active&page_size=300']],
    [`{ and: [{ roleId: { in: ["${btoa('Role:2')}"] } }] }`, '', ['GET /users?role_id=2&status=active&page_size=300']],
    ['{ roleId: { in: ["1", "2"] } }', '', ['GET /users?status=active&page_size=300']],
    ['{ or: [{ roleId: { eq: "2" } }] }', '', ['GET /users?status=active&page_size=300']],
    ['{ roleId: { eq: "2" } }', 'roleId: "1"', ['GET /users?role_id=1&status=active&page_size=300']],
    ['{ status: { eq: PENDING } }', '', ['GET /users?status=pending&page_size=300']],
    ['{ status: { ne: ACTIVE } }', '', all('').slice(1)],
    ['{ or: [{ status: { eq: PENDING } }, { type: { eq: BASIC } }] }', '', all('')],
    ['{ status: { eq: PENDING } }', 'status: [ACTIVE]', []],
    ['{ status: { in: [] } }', '', []],
  ])('of users: %s %s', async (where, args, calls) => {
    expect(await asked(users, `{ users(where: ${where} ${args}) { nodes { zoomId } } }`)).toEqual(calls);
  });

  test('times become the days of one call or several', async () => {
    const table = { 'GET /accounts/me/recordings': { meetings: [] } };
    const where = '{ startTime: { gte: "2026-03-04T10:00:00Z", lt: "2026-03-11T00:00:00Z" } }';
    expect(await asked(table, `{ account { recordings(where: ${where}) { nodes { zoomId } } } }`)).toEqual([
      'GET /accounts/me/recordings?from=2026-03-03&to=2026-03-12&page_size=300',
    ]);
  });

  test.each(['startTime', 'dateTime'])('times become days by either name of a field: %s', async (name) => {
    const table = { 'GET /phone/recordings': { recordings: [] } };
    const where = `{ ${name}: { gte: "2026-03-04T10:00:00Z", lt: "2026-03-05T00:00:00Z" } }`;
    expect(await asked(table, `{ phone { recordings(where: ${where}) { nodes { zoomId } } } }`)).toEqual([
      'GET /phone/recordings?from=2026-03-03&to=2026-03-06&page_size=300',
    ]);
  });

  test('a search goes to the list that searches by itself', async () => {
    const table = { 'GET /phone/users': { users: [] } };
    expect(await asked(table, '{ phone { users(search: "ada") { nodes { zoomId } } } }')).toEqual([
      'GET /phone/users?keyword=ada&page_size=30',
    ]);
    const siteIs = '{ site: { zoomId: { eq: "s1" } } }';
    expect(await asked(table, `{ phone { users(where: ${siteIs}) { nodes { zoomId } } } }`)).toEqual([
      'GET /phone/users?site_id=s1&page_size=100',
    ]);
  });
});

describe('search', () => {
  test.each([
    ['ada', 'a'],
    ['ADA love', 'a'],
    ['bob', 'b'],
    ['böb', 'b'],
    ['y.com', 'cd'],
    ['ada bob', ''],
    ['  ', 'abcd'],
  ])('%s', async (text, ids) => {
    const { run, calls } = stub({ 'GET /users': paged(USERS) });
    const { data, errors } = await run<Users>('query ($text: String) { users(search: $text) { nodes { zoomId } } }', {
      text,
    });
    expect(errors).toBeUndefined();
    expect(idsIn(data?.users)?.join('')).toBe(ids);
    expect(calls).toHaveLength(1);
  });
});

describe('where, by what has to be read', () => {
  test('the list comes first: only those are read whom it leaves in question', async () => {
    const { run, calls } = stub({
      'GET /users': paged(USERS),
      'GET /users/a/settings': { recording: { auto_recording: 'none' } },
      'GET /users/c/settings': { recording: { auto_recording: 'cloud' } },
    });
    const { data, errors } = await run<Users>(
      '{ users(where: { settings: { recording: { autoRecording: { eq: NONE } } }, type: { eq: LICENSED } }) { nodes { zoomId } } }',
    );
    expect(errors).toBeUndefined();
    expect(idsIn(data?.users)).toEqual(['a']);
    expect(calls).toEqual(['GET /users?status=active&page_size=300', 'GET /users/a/settings', 'GET /users/c/settings']);
  });

  test('what leads to others is read for all together, and once', async () => {
    const { run, calls } = stub({
      'GET /users': paged(USERS),
      'GET /groups': {
        groups: [
          { id: 'g1', name: 'One' },
          { id: 'g2', name: 'Two' },
        ],
      },
    });
    const { data, errors } = await run<Users>(
      '{ users(where: { groups: { some: { name: { eq: "Two" } } } }) { nodes { zoomId groups { name } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.users.nodes).toEqual([{ zoomId: 'c', groups: [{ name: 'One' }, { name: 'Two' }] }]);
    expect(calls[0]).toBe('GET /users?status=active&page_size=300');
    expect(calls.length).toBeLessThanOrEqual(3);
  });

  test('connections are asked by how many of their items are like that', async () => {
    const table = {
      'GET /groups': { groups: [{ id: 'g1' }, { id: 'g2' }] },
      'GET /groups/g1/members': { members: [{ id: 'a', email: 'ada@x.com' }], total_records: 1 },
      'GET /groups/g2/members': { members: [], total_records: 0 },
    };
    for (const [where, ids] of [
      ['{ members: { count: { eq: 0 } } }', ['g2']],
      ['{ members: { some: { email: { startsWith: "ADA" } } } }', ['g1']],
      ['{ members: { none: { email: { startsWith: "ADA" } } } }', ['g2']],
      ['{ members: { every: { email: { startsWith: "bob" } } } }', ['g2']],
    ] as const) {
      const { run, calls } = stub(table);
      const { data, errors } = await run<{ groups: Page }>(`{ groups(where: ${where}) { nodes { zoomId } } }`);
      expect(errors).toBeUndefined();
      expect([where, idsIn(data?.groups)]).toEqual([where, ids]);
      expect(calls).toHaveLength(3);
    }
  });

  test('whoever cannot be judged is left out, with one error for all that failed alike', async () => {
    const { run } = stub({
      'GET /users': paged(USERS),
      'GET /users/a/settings': { recording: { auto_recording: 'none' } },
      'GET /users/b/settings': refusal(403, 200, 'No permission.'),
      'GET /users/c/settings': refusal(403, 200, 'No permission.'),
      'GET /users/d/settings': { recording: { auto_recording: 'none' } },
    });
    const { data, errors } = await run<Users>(
      '{ users(where: { settings: { recording: { autoRecording: { eq: NONE } } } }) { nodes { zoomId } pageInfo { hasNextPage endCursor } } }',
    );
    expect(idsIn(data?.users)).toEqual(['a', 'd']);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['users'], 'FORBIDDEN']]);
    expect(data?.users.pageInfo.hasNextPage).toBe(false);
  });
});

describe('pages of matches', () => {
  const many = Array.from({ length: 700 }, (_, i) => ({
    id: `u${i}`,
    email: `u${i}@x.com`,
    type: i % 7 === 0 ? 2 : 1,
  }));
  const meant = many.filter(({ type }) => type === 2).map(({ id }) => id);
  const QUERY = `query ($first: Int!, $after: String, $type: UserTypeInput = LICENSED) {
    users(first: $first, after: $after, where: { type: { eq: $type } }) {
      nodes { zoomId } edges { cursor } pageInfo { hasNextPage endCursor } } }`;

  test.each([1, 7, 30, 99, 100, 101])('%i at a time, each from the last cursor on', async (first) => {
    const { run } = stub({ 'GET /users': paged(many) });
    const all: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { data, errors }: Result<Users> = await run<Users>(QUERY, { first, after });
      expect(errors).toBeUndefined();
      all.push(...(idsIn(data?.users) ?? []));
      ({ hasNextPage: more, endCursor: after } = data?.users.pageInfo ?? { hasNextPage: false, endCursor: null });
    }
    expect(all).toEqual(meant);
  });

  test('a cursor of another question is refused', async () => {
    const { run } = stub({ 'GET /users': paged(many) });
    const { data } = await run<Users>(QUERY, { first: 1 });
    const after = data?.users.pageInfo.endCursor;
    const { errors } = await run(QUERY, { first: 1, after, type: 'BASIC' });
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  test('the total counts what is meant, by the walk that finds the page', async () => {
    const { run, calls } = stub({ 'GET /users': paged(many) });
    const { data, errors } = await run<Users>(
      '{ users(first: 2, where: { type: { eq: LICENSED } }) { totalCount nodes { zoomId } pageInfo { hasNextPage endCursor } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.users.totalCount).toBe(100);
    expect(idsIn(data?.users)).toEqual(['u0', 'u7']);
    expect(calls).toHaveLength(3);
    const next = await run<Users>(
      `{ users(first: 2, after: "${data?.users.pageInfo.endCursor}", where: { type: { eq: LICENSED } }) { totalCount nodes { zoomId } } }`,
    );
    expect(idsIn(next.data?.users)).toEqual(['u14', 'u21']);
  });
});

describe('a walk that has to end', () => {
  const users = Array.from({ length: 250 }, (_, i) => ({ id: `u${i}` }));
  const table = {
    'GET /users': paged(users),
    ...Object.fromEntries(
      users.map(({ id }, i) => [
        `GET /users/${id}/settings`,
        { recording: { auto_recording: i === 240 || i === 245 ? 'none' : 'cloud' } },
      ]),
    ),
  };
  const QUERY = `query ($after: String) { users(after: $after, where: { settings: { recording: { autoRecording: { eq: NONE } } } }) {
    nodes { zoomId } pageInfo { hasNextPage endCursor } } }`;

  test('gives what it found, a cursor that goes on, and says how far it looked', async () => {
    const { run } = stub(table, { env: { MAX_CALLS_PER_REQUEST: '120' } });
    const all: string[] = [];
    const notes: unknown[] = [];
    let after: string | null = null;
    let requests = 0;
    for (let more = true; more; requests++) {
      const { data, errors, extensions }: Result<Users> = await run<Users>(QUERY, { after });
      expect(errors).toBeUndefined();
      all.push(...(idsIn(data?.users) ?? []));
      notes.push(extensions?.zoom?.notes);
      ({ hasNextPage: more, endCursor: after } = data?.users.pageInfo ?? { hasNextPage: false, endCursor: null });
      expect(requests).toBeLessThan(10);
    }
    expect(all).toEqual(['u240', 'u245']);
    expect(requests).toBeLessThanOrEqual(3);
    expect(notes[0]).toEqual([
      expect.stringMatching(/^The walk over GET \/users ended after \d+ of 250 items\. Most of the calls/),
    ]);
  });

  test('an only total that cannot be known is an error', async () => {
    const { run } = stub(table, { env: { MAX_CALLS_PER_REQUEST: '120' } });
    // How many are read is not certain: the list tells who has no email.
    const { data, errors } = await run<Users>(
      '{ users(where: { email: { isNull: true }, settings: { recording: { autoRecording: { eq: NONE } } } }) { totalCount } }',
    );
    expect(data).toEqual({ users: { totalCount: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY']);
  });

  test('one that takes calls of each item is refused when the length of the list is seen', async () => {
    const { run, calls } = stub(table, { env: { MAX_CALLS_PER_REQUEST: '120' } });
    const { data, errors } = await run<Users>(
      '{ users(where: { settings: { recording: { autoRecording: { eq: NONE } } } }) { totalCount } }',
    );
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY']);
    expect(calls).toEqual(['GET /users?status=active&page_size=300']);
  });
});

/** Time goes on with the calls alone: an answer takes so many milliseconds, or never comes. */
describe('a walk that time ends', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const taking = (ms: number, answer: unknown) => () =>
    new Promise((resolve) => {
      setTimeout(() => resolve(answer), ms);
    });
  const never = () => new Promise(() => {});
  const SHOWN = 'nodes { zoomId } pageInfo { hasNextPage endCursor }';
  const TIMEOUT = { env: { REQUEST_TIMEOUT_MS: '10000' } };
  /** Runs while time passes for whatever waits for it. */
  const running = async <T>(work: Promise<T>): Promise<T> => {
    let isOver = false;
    void work.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      if (vi.getTimerCount() > 0) await vi.advanceTimersByTimeAsync(20);
    }
    return work;
  };

  test('gives what it found, and goes on where it ended', async () => {
    const users = Array.from({ length: 250 }, (_, i) => ({ id: `u${i}` }));
    const { run } = stub(
      {
        'GET /users': paged(users),
        ...Object.fromEntries(
          users.map(({ id }, i) => [
            `GET /users/${id}/settings`,
            taking(50, { recording: { auto_recording: i % 60 === 5 ? 'none' : 'cloud' } }),
          ]),
        ),
      },
      { ...TIMEOUT, plan: 'pro' },
    );
    const all: string[] = [];
    let after: string | null = null;
    const notes: unknown[] = [];
    for (let more = true; more; ) {
      const { data, errors, extensions }: Result<Users> = await running(
        run<Users>(
          `query ($after: String) { users(after: $after, where: { settings: { recording: { autoRecording: { eq: NONE } } } }) { ${SHOWN} } }`,
          { after },
        ),
      );
      expect(errors).toBeUndefined();
      all.push(...(idsIn(data?.users) ?? []));
      notes.push(extensions?.zoom?.notes);
      ({ hasNextPage: more, endCursor: after } = data?.users.pageInfo ?? { hasNextPage: false, endCursor: null });
      expect(notes.length).toBeLessThan(10);
    }
    expect(all).toEqual(['u5', 'u65', 'u125', 'u185', 'u245']);
    expect(notes.length).toBe(2);
    expect(notes[0]).toEqual([
      expect.stringMatching(
        /^The walk over GET \/users ended after \d+ of 250 items\. Most of the time that the request has is over\. The list goes on from `endCursor`\.$/,
      ),
    ]);
  });

  test('does not wait for a page that does not come, nor for an item that does not', async () => {
    const users = Array.from({ length: 400 }, (_, i) => ({ id: `u${i}`, type: i === 3 ? 2 : 1 }));
    const byPage = paged(users);
    const page = (received: Received) => (received.query.has('next_page_token') ? never() : byPage(received));
    const { run } = stub({ 'GET /users': page, 'GET /users/u3/settings': { recording: {} } }, TIMEOUT);
    const { data, errors, extensions } = await running(
      run<Users>(`{ users(where: { type: { eq: LICENSED } }) { ${SHOWN} } }`),
    );
    expect(errors).toBeUndefined();
    expect(idsIn(data?.users)).toEqual(['u3']);
    expect(data?.users.pageInfo.hasNextPage).toBe(true);
    expect(extensions?.zoom?.notes).toEqual([expect.stringMatching(/ended after 300 of 400 items/)]);

    const few = stub(
      {
        'GET /users': paged(users.slice(0, 5)),
        ...Object.fromEntries(
          [0, 1, 3, 4].map((i) => [`GET /users/u${i}/settings`, { recording: { auto_recording: 'none' } }]),
        ),
        'GET /users/u2/settings': never,
      },
      TIMEOUT,
    );
    const second = await running(
      few.run<Users>(`{ users(where: { settings: { recording: { autoRecording: { eq: NONE } } } }) { ${SHOWN} } }`),
    );
    expect(second.errors).toBeUndefined();
    expect(idsIn(second.data?.users)).toEqual(['u0', 'u1']);
    expect(second.data?.users.pageInfo.hasNextPage).toBe(true);
  });

  test('asks nothing more to say how far it looked', async () => {
    const users = Array.from({ length: 5 }, (_, i) => ({ id: `u${i}` }));
    const { run, calls } = stub(
      {
        'GET /users': paged(users),
        ...Object.fromEntries(users.map(({ id }) => [`GET /users/${id}/settings`, { recording: {} }])),
        'GET /users/u4/settings': never,
      },
      TIMEOUT,
    );
    const { extensions } = await running(
      run<Users>(
        `{ users(status: [ACTIVE, INACTIVE], where: { settings: { recording: { autoRecording: { eq: NONE } } } }) { ${SHOWN} } }`,
      ),
    );
    expect(extensions?.zoom?.notes).toEqual([
      expect.stringMatching(/^The walk over GET \/users ended after 4 items\./),
    ]);
    expect(calls.filter((call) => call.startsWith('GET /users?'))).toHaveLength(1);
  });
});

test('a trace tells the field for whose sake calls are made', async () => {
  const { gateway } = stub({ 'GET /users': paged(USERS.slice(0, 1)), 'GET /users/a/settings': {} });
  const query = '{ users(where: { settings: { recording: { autoRecording: { eq: NONE } } } }) { nodes { zoomId } } }';
  const { extensions } = await askingOn(gateway)(query, { trace: true });
  expect(extensions?.zoom?.trace).toMatchObject([
    { path: '/users', fields: ['users'] },
    { path: '/users/{userId}/settings', fields: ['users.settings'] },
  ]);
});

describe('the cost', () => {
  const dry = async (query: string) => {
    const { gateway, calls } = stub({});
    const result = await askingOn(gateway)(query, { dryRun: true });
    expect(calls).toEqual([]);
    return costIn(result)?.operations.map(({ method, path, calls, estimated }) => [
      `${method} ${path}`,
      calls,
      estimated,
    ]);
  };

  test('is that of what is looked at, of as many items as the list may have', async () => {
    expect(await dry('{ users(where: { type: { eq: BASIC } }) { nodes { zoomId } } }')).toEqual([
      ['GET /users', 4, true],
    ]);
    const settings = '{ settings: { recording: { autoRecording: { eq: NONE } } } }';
    expect(await dry(`{ users(where: ${settings}) { nodes { zoomId } } }`)).toEqual([
      ['GET /users', 4, true],
      ['GET /users/{userId}/settings', 1000, true],
    ]);
  });

  test('a walk that would take too long runs, and ends itself; what is asked of all items is refused', async () => {
    const where = '{ participants: { count: { gt: 3 } } }';
    const table = { 'GET /metrics/meetings': { meetings: [] } };
    const query = (selected: string) => `{ dashboard { meetings(where: ${where}) { ${selected} } } }`;
    const { run, calls } = stub(table);
    const { errors } = await run(query('nodes { zoomId }'));
    expect(errors).toBeUndefined();
    expect(calls).toHaveLength(1);
    const all = await run(query('totalCount'));
    expect(all.errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY']);
    expect(calls).toHaveLength(1);
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['{ dept: { eq: null } }', 'where.dept.eq is null: ask by `isNull`.'],
    ['{ dept: null }', 'where.dept is null. Leave it out, or ask by `isNull`.'],
    ['{ id: { eq: "a" } }', 'where.id.eq is not the global id of a User.'],
    [
      `{ zoomId: { eq: "${btoa('Group:a')}" } }`,
      `"${btoa('Group:a')}" is the id of a Group; here that of a User is wanted.`,
    ],
    [`{ dept: { in: [${'"x",'.repeat(1001)}] } }`, 'where.dept.in holds 1001 values, and may hold 1000.'],
  ])('%s', async (where, message) => {
    const { run, calls } = stub({ 'GET /users': paged(USERS) });
    const { errors } = await run(`{ users(where: ${where}) { nodes { zoomId } } }`);
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
    expect(calls).toEqual([]);
  });
});

describe('order', () => {
  const sorted = async (orderBy: string, first = 10, after?: string | null) => {
    const { run, calls } = stub({
      'GET /users': paged(USERS),
      'GET /roles': {
        roles: [
          { id: '1', name: 'Owner' },
          { id: '2', name: 'Member' },
        ],
      },
    });
    const { data, errors } = await run<Users>(
      `query ($first: Int!, $after: String) { users(first: $first, after: $after, orderBy: ${orderBy}) {
        nodes { zoomId } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`,
      { first, after },
    );
    expect(errors).toBeUndefined();
    return { ids: idsIn(data?.users)?.join(''), page: data?.users, calls };
  };
  test.each([
    ['{ firstName: DESC }', 'dcba'],
    ['{ lastLoginTime: ASC }', 'adcb'],
    ['{ lastLoginTime: DESC }', 'cdab'],
    ['[{ type: ASC }, { email: DESC }]', 'dbca'],
    ['{ dept: ASC }', 'acdb'],
    ['[{ role: { name: ASC } }]', 'bcda'],
    ['[]', 'abcd'],
  ])('%s', async (orderBy, ids) => {
    expect((await sorted(orderBy)).ids).toBe(ids);
  });

  test('pages go on from their cursors', async () => {
    const all: (string | undefined)[] = [];
    let after: string | null | undefined;
    for (let more = true; more; ) {
      const { ids, page } = await sorted('{ dept: ASC }', 1, after);
      all.push(ids);
      expect(page?.totalCount).toBe(4);
      ({ hasNextPage: more, endCursor: after } = page?.pageInfo ?? { hasNextPage: false, endCursor: null });
    }
    expect(all.join('')).toBe('acdb');
  });

  test('an item that is gone leaves its place', async () => {
    const { page } = await sorted('{ dept: ASC }', 2);
    const { run } = stub({ 'GET /users': paged(USERS.filter(({ id }) => id !== 'c')) });
    const { data } = await run<Users>(
      `{ users(first: 2, after: "${page?.pageInfo.endCursor}", orderBy: { dept: ASC }) { nodes { zoomId } } }`,
    );
    expect(idsIn(data?.users)?.join('')).toBe('db');
  });

  test('a cursor of another order, or of none, is refused', async () => {
    const { page } = await sorted('{ dept: ASC }', 1);
    const { run, calls } = stub({ 'GET /users': paged(USERS) });
    for (const args of ['orderBy: { email: ASC }', '', 'where: {}']) {
      const { errors } = await run(`{ users(after: "${page?.pageInfo.endCursor}" ${args}) { nodes { zoomId } } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
    }
    expect(calls.length).toBeLessThanOrEqual(1);
  });
});

/** What each user's settings say; of `c` Zoom says nothing, or `told`. */
const settingsOf = (told: unknown = refusal(403, 200, 'No permission.')): Table => ({
  'GET /users': paged(USERS),
  'GET /users/a/settings': { recording: { auto_recording: 'none' }, feature: { meeting_capacity: 100 } },
  'GET /users/b/settings': { recording: { auto_recording: 'cloud' }, feature: { meeting_capacity: 300 } },
  'GET /users/c/settings': told,
  'GET /users/d/settings': { recording: { auto_recording: 'none' }, feature: { meeting_capacity: 500 } },
});
const LOCAL = { recording: { auto_recording: 'local' }, feature: { meeting_capacity: 1000 } };
const LIST = 'GET /users?status=active&page_size=300';
const settingsCalls = (users: string) => [...users].map((id) => `GET /users/${id}/settings`);

describe('order by what has to be read', () => {
  const AUTO = 'settings: { recording: { autoRecording: ASC } }';
  const sorted = async (args: string, selected = '', table: Table = settingsOf(LOCAL)) => {
    const { run, calls } = stub(table);
    const { data, errors } = await run<Users>(
      `{ users(${args}) { nodes { zoomId ${selected} } pageInfo { hasNextPage endCursor } } }`,
    );
    return { ids: idsIn(data?.users)?.join(''), page: data?.users, errors, calls: calls.toSorted() };
  };

  test.each([
    [`orderBy: { ${AUTO} }`, 'bcad'],
    [`orderBy: [{ ${AUTO} }, { firstName: DESC }]`, 'bcda'],
    ['orderBy: { settings: { feature: { meetingCapacity: DESC } } }', 'cdba'],
    [`first: 2, orderBy: { ${AUTO} }`, 'bc'],
  ])('%s', async (args, ids) => {
    const { errors, ...found } = await sorted(args);
    expect(errors).toBeUndefined();
    expect([found.ids, found.calls]).toEqual([ids, [...settingsCalls('abcd'), LIST]]);
  });

  test('only those are read that `where` leaves, by the list first, and none twice', async () => {
    const licensed = await sorted(`where: { type: { eq: LICENSED } }, orderBy: { ${AUTO} }`);
    expect([licensed.ids, licensed.calls]).toEqual(['ca', [...settingsCalls('ac'), LIST]]);
    const notLocal = '{ type: { eq: BASIC }, settings: { recording: { autoRecording: { ne: LOCAL } } } }';
    const both = await sorted(`where: ${notLocal}, orderBy: { ${AUTO} }`, 'settings { feature { meetingCapacity } }');
    expect([both.ids, both.calls]).toEqual(['bd', [...settingsCalls('bd'), LIST]]);
  });

  test('fields that only a GET of the item has are read likewise', async () => {
    const titles = Object.fromEntries(
      USERS.map((user, i) => [`GET /users/${user.id}`, { ...user, job_title: ['Dean', 'Cook', 'Boss', null][i] }]),
    );
    const found = await sorted('orderBy: { jobTitle: ASC }', 'jobTitle', { ...settingsOf(), ...titles });
    expect(found.errors).toBeUndefined();
    expect([found.ids, found.calls]).toEqual(['cbad', [...USERS.map(({ id }) => `GET /users/${id}`), LIST]]);
  });

  test('what Zoom refuses comes last, with one error for all that failed alike; the other keys of the item hold', async () => {
    const refused = { ...settingsOf(), 'GET /users/a/settings': refusal(403, 200, 'No permission.') };
    const { ids, errors } = await sorted(`orderBy: { ${AUTO} }`, '', refused);
    expect(ids).toBe('bdac');
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['users'], 'FORBIDDEN']]);
    const second = await sorted(`orderBy: [{ ${AUTO} }, { firstName: DESC }]`, '', refused);
    expect(second.ids).toBe('bdca');
    expect(second.errors).toHaveLength(1);
  });

  test('pages go on from their cursors, also where an item is gone', async () => {
    const { page } = await sorted(`first: 2, orderBy: { ${AUTO} }`);
    expect(page?.pageInfo.hasNextPage).toBe(true);
    const next = `first: 2, after: "${page?.pageInfo.endCursor}", orderBy: { ${AUTO} }`;
    expect((await sorted(next)).ids).toBe('ad');
    const without = { ...settingsOf(LOCAL), 'GET /users': paged(USERS.filter(({ id }) => id !== 'c')) };
    expect((await sorted(next, '', without)).ids).toBe('ad');
  });

  test('items are shown with what they were sorted by, however few calls are left', async () => {
    const { run, calls } = stub(settingsOf(LOCAL), { env: { MAX_CALLS_PER_REQUEST: '6' } });
    const { data, errors } = await run<Users>(
      `{ users(orderBy: { ${AUTO} }) { nodes { zoomId settings { recording { autoRecording } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(idsIn(data?.users)).toEqual(['b', 'c', 'a', 'd']);
    expect(calls).toHaveLength(5);
  });

  test('a connection by how many items it has, also where Zoom tells no total', async () => {
    const members = (count: number, total = true) => ({
      members: Array.from({ length: count }, (_, i) => ({ id: `u${i}`, email: `u${i}@x.com` })),
      ...(total && { total_records: count }),
    });
    const table = {
      'GET /groups': { groups: ['g1', 'g2', 'g3', 'g4'].map((id) => ({ id })) },
      'GET /groups/g1/members': members(1),
      'GET /groups/g2/members': members(3, false),
      'GET /groups/g3/members': refusal(403, 200, 'No permission.'),
      'GET /groups/g4/members': members(0),
    };
    for (const [how, ids] of [
      ['ASC', ['g4', 'g1', 'g2', 'g3']],
      ['DESC', ['g2', 'g1', 'g4', 'g3']],
    ] as const) {
      const { run, calls } = stub(table);
      const { data, errors } = await run<{ groups: Page }>(
        `{ groups(orderBy: { members: { count: ${how} } }) { nodes { zoomId } } }`,
      );
      expect(idsIn(data?.groups)).toEqual(ids);
      expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['groups'], 'FORBIDDEN']]);
      expect(calls).toHaveLength(5);
    }
  });

  test('no deeper than a question may look', async () => {
    const deep = (levels: number): string =>
      levels > 0 ? `{ account: { owner: ${deep(levels - 1)} } }` : '{ email: ASC }';
    const { errors, calls } = await sorted(`orderBy: ${deep(6)}`);
    expect(errors?.map(({ message }) => message)).toEqual([
      '`orderBy` looks more than 12 levels deep. Ask for the deeper ones by another query.',
    ]);
    expect(calls).toEqual([]);
  });
});

describe('groups and stats by what has to be read', () => {
  const asked = async (selected: string, table: Table = settingsOf(LOCAL), args = '') => {
    const { run, calls } = stub(table);
    const { data, errors } = await run<{ users: unknown }>(`{ users${args} { ${selected} } }`);
    return { users: data?.users, errors, calls: calls.toSorted() };
  };
  const AUTO = '{ settings: { recording: { autoRecording: ASC } } }';
  const KEY = 'key { settings { recording { autoRecording } } }';
  const keyOf = (autoRecording: string) => ({ settings: { recording: { autoRecording } } });

  test('group by settings, in their order, and read each once', async () => {
    const { users, errors, calls } = await asked(`groups(byFields: [${AUTO}]) { ${KEY} count nodes { zoomId } }`);
    expect(errors).toBeUndefined();
    expect(users).toEqual({
      groups: [
        { key: keyOf('CLOUD'), count: 1, nodes: [{ zoomId: 'b' }] },
        { key: keyOf('LOCAL'), count: 1, nodes: [{ zoomId: 'c' }] },
        { key: keyOf('NONE'), count: 2, nodes: [{ zoomId: 'a' }, { zoomId: 'd' }] },
      ],
    });
    expect(calls).toEqual([...settingsCalls('abcd'), LIST]);
  });

  test('fields and keys make groups together; those of the same fields come by their size', async () => {
    const { users } = await asked(
      `groups(by: [TYPE], byFields: [{ role: { name: DESC } }]) { key { type role { name } } count }`,
      {
        'GET /users': paged(USERS),
        'GET /roles': {
          roles: [
            { id: '1', name: 'Owner' },
            { id: '2', name: 'Member' },
          ],
        },
      },
    );
    expect(users).toEqual({
      groups: [
        { key: { type: 'LICENSED', role: { name: 'Owner' } }, count: 1 },
        { key: { type: 'BASIC', role: { name: 'Member' } }, count: 2 },
        { key: { type: 'LICENSED', role: { name: 'Member' } }, count: 1 },
      ],
    });
  });

  test('the order is that of the fields, whether of texts, times or nothing', async () => {
    const { users } = await asked('groups(byFields: [{ lastLoginTime: DESC }]) { key { lastLoginTime } count }');
    expect(users).toEqual({
      groups: ['2026-11-01', '2026-06-01', '2026-01-01', null].map((day) => ({
        key: { lastLoginTime: day && `${day}T00:00:00Z` },
        count: 1,
      })),
    });
  });

  test('times go by their day or month, at any depth', async () => {
    const logins = [
      '2026-11-01T23:00:00Z',
      '2026-11-01T01:00:00Z',
      '2026-11-20T00:00:00Z',
      null,
      '2026-06-01T00:00:00Z',
    ];
    const table = {
      'GET /users': paged(logins.map((time, i) => ({ id: `u${i}`, last_login_time: time, manager: 'u0' }))),
    };
    const groupsBy = async (how: string) => {
      const { users, errors } = await asked(
        `groups(byFields: [{ lastLoginTime: ${how} }]) { count nodes { zoomId } }`,
        table,
      );
      expect(errors).toBeUndefined();
      const { groups } = users as { groups: { nodes: { zoomId: string }[] }[] };
      return groups.map(({ nodes }) => nodes.map(({ zoomId }) => zoomId).join(' '));
    };
    expect(await groupsBy('MONTH_ASC')).toEqual(['u4', 'u0 u1 u2', 'u3']);
    expect(await groupsBy('MONTH_DESC')).toEqual(['u0 u1 u2', 'u4', 'u3']);
    expect(await groupsBy('DAY_ASC')).toEqual(['u4', 'u0 u1', 'u2', 'u3']);
    expect(await groupsBy('DAY_DESC')).toEqual(['u2', 'u0 u1', 'u4', 'u3']);
    expect(await groupsBy('ASC')).toEqual(['u4', 'u1', 'u0', 'u2', 'u3']);
  });

  test.each([
    ['takes no call while Zoom’s answers are kept', 60, 1],
    ['is read anew otherwise', 0, 2],
  ])('the next page of a sorted list %s', async (_, seconds, reads) => {
    const queues = ['Ops', 'Art', 'Law', 'Sales'].map((name) => ({ id: name, name }));
    const { run, calls } = stub(
      { 'GET /phone/call_queues': { call_queues: queues } },
      { keep: { seconds, closedSeconds: 0 } },
    );
    const page = async (after: string | null) => {
      const { data, errors }: Result<{ phone: { callQueues: Page & { pageInfo: { endCursor: string } } } }> = await run(
        `query ($after: String) { phone { callQueues(first: 2, after: $after, orderBy: { name: ASC }) {
          nodes { zoomId } pageInfo { endCursor } } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      return { ids: idsIn(data?.phone.callQueues), cursor: data!.phone.callQueues.pageInfo.endCursor };
    };
    const first = await page(null);
    expect(first.ids).toEqual(['Art', 'Law']);
    expect((await page(first.cursor)).ids).toEqual(['Ops', 'Sales']);
    expect(calls).toHaveLength(reads);
  });

  test('a list is sorted by days, and within each by another field', async () => {
    const { run } = stub({
      'GET /users': paged([
        { id: 'a', last_login_time: '2026-11-01T23:00:00Z', first_name: 'Ada' },
        { id: 'b', last_login_time: '2026-11-01T01:00:00Z', first_name: 'Bob' },
        { id: 'c', last_login_time: '2026-11-02T00:00:00Z', first_name: 'Cid' },
      ]),
    });
    const ids: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { data, errors }: Result<{ users: Page & { pageInfo: { hasNextPage: boolean; endCursor: string } } }> =
        await run(
          `query ($after: String) { users(first: 1, after: $after, orderBy: [{ lastLoginTime: DAY_DESC }, { firstName: DESC }]) {
            nodes { zoomId } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
      expect(errors).toBeUndefined();
      ids.push(...(idsIn(data?.users) ?? []));
      more = data!.users.pageInfo.hasNextPage;
      after = data!.users.pageInfo.endCursor;
    }
    expect(ids).toEqual(['c', 'b', 'a']);
  });

  test('what Zoom refuses is of no group, with one error for all that failed alike', async () => {
    const refused = { ...settingsOf(), 'GET /users/b/settings': refusal(403, 200, 'No permission.') };
    const { users, errors } = await asked(`groups(byFields: [${AUTO}]) { ${KEY} count }`, refused);
    expect(users).toEqual({ groups: [{ key: keyOf('NONE'), count: 2 }] });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['users', 'groups'], 'FORBIDDEN'],
    ]);
  });

  test('figures of settings are of those that `where` leaves', async () => {
    const figures =
      'stats { count sum { settings { feature { meetingCapacity } } } max { settings { feature { meetingCapacity } } } }';
    const { users, errors, calls } = await asked(figures, settingsOf(LOCAL), '(where: { type: { eq: LICENSED } })');
    expect(errors).toBeUndefined();
    const figure = (meetingCapacity: number) => ({ settings: { feature: { meetingCapacity } } });
    expect(users).toEqual({ stats: { count: 2, sum: figure(1100), max: figure(1000) } });
    expect(calls).toEqual([...settingsCalls('ac'), LIST]);
  });

  test('order, groups and figures are answered by the same calls', async () => {
    const { users, errors, calls } = await asked(
      `nodes { zoomId settings { feature { meetingCapacity } } } totalCount
       groups(byFields: [${AUTO}]) { ${KEY} count }
       stats { sum { settings { feature { meetingCapacity } } } }`,
      settingsOf(LOCAL),
      '(where: { type: { eq: LICENSED } }, orderBy: [{ settings: { feature: { meetingCapacity: DESC } } }])',
    );
    expect(errors).toBeUndefined();
    const capacity = (meetingCapacity: number) => ({ settings: { feature: { meetingCapacity } } });
    expect(users).toEqual({
      nodes: [
        { zoomId: 'c', ...capacity(1000) },
        { zoomId: 'a', ...capacity(100) },
      ],
      totalCount: 2,
      groups: ['LOCAL', 'NONE'].map((key) => ({ key: keyOf(key), count: 1 })),
      stats: { sum: capacity(1100) },
    });
    expect(calls).toEqual([...settingsCalls('ac'), LIST]);
  });

  test('a figure that Zoom refuses of an item takes no other of it away', async () => {
    const { users, errors } = await asked(
      'stats { max { lastLoginTime settings { feature { meetingCapacity } } } }',
      settingsOf(),
    );
    expect(users).toEqual({
      stats: { max: { lastLoginTime: '2026-11-01T00:00:00Z', settings: { feature: { meetingCapacity: 500 } } } },
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['users', 'stats', 'max'], 'FORBIDDEN'],
    ]);
  });

  test.each([
    ['groups { count }', 'Groups take from 1 to 5 keys by `by` and `byFields`, and have 0.'],
    [
      'groups(by: [DEPT, TYPE, EMAIL], byFields: [{ email: ASC }, { firstName: ASC }, { id: ASC }]) { count }',
      'Groups take from 1 to 5 keys by `by` and `byFields`, and have 6.',
    ],
  ])('%s is refused', async (selected, message) => {
    const { errors } = await asked(selected);
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
  });
});

describe('stats and groups', () => {
  const recordings = [
    { uuid: '1', host_id: 'a', start_time: '2026-11-02T10:00:00Z', total_size: 5_000_000_000, duration: 10 },
    { uuid: '2', host_id: 'b', start_time: '2026-11-02T23:00:00Z', total_size: 1, duration: 20 },
    { uuid: '3', host_id: 'a', start_time: '2026-11-03T10:00:00Z', total_size: 6_000_000_000 },
  ];
  const table = {
    'GET /accounts/me/recordings': { meetings: recordings },
    'GET /users/a': USERS[0],
    'GET /users/b': USERS[1],
  };
  const asked = async (selected: string, args = '') => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T12:00:00Z') });
    try {
      const { run, calls } = stub(table);
      const range = 'from: "2026-11-01", to: "2026-11-19"';
      const { data, errors } = await run<{ account: { recordings: unknown } }>(
        `{ account { recordings(${range} ${args}) { ${selected} } } }`,
      );
      expect(errors).toBeUndefined();
      return { recordings: data?.account.recordings, calls };
    } finally {
      vi.useRealTimers();
    }
  };

  test('say what all items come to, by one walk', async () => {
    const { recordings, calls } = await asked(
      'stats { count sum { totalSize duration } avg { duration } min { startTime duration } max { totalSize } } totalCount nodes { zoomId }',
      'first: 1',
    );
    expect(recordings).toEqual({
      stats: {
        count: 3,
        sum: { totalSize: 11_000_000_001, duration: 30 },
        avg: { duration: 15 },
        min: { startTime: '2026-11-02T10:00:00Z', duration: 10 },
        max: { totalSize: 6_000_000_000 },
      },
      totalCount: 3,
      nodes: [{ zoomId: '1' }],
    });
    expect(calls).toHaveLength(1);
  });

  test('are of what `where` leaves', async () => {
    const { recordings } = await asked('stats { count sum { totalSize } }', 'where: { totalSize: { lt: 9 } }');
    expect(recordings).toEqual({ stats: { count: 1, sum: { totalSize: 1 } } });
  });

  test('group by what items lead to, the largest first', async () => {
    const { recordings, calls } = await asked(
      'groups(by: [HOST]) { key { host { email } } count stats { sum { totalSize } } nodes { zoomId } }',
    );
    expect(recordings).toEqual({
      groups: [
        {
          key: { host: { email: 'ada@x.com' } },
          count: 2,
          stats: { sum: { totalSize: 11_000_000_000 } },
          nodes: [{ zoomId: '1' }, { zoomId: '3' }],
        },
        { key: { host: { email: 'bob@x.com' } }, count: 1, stats: { sum: { totalSize: 1 } }, nodes: [{ zoomId: '2' }] },
      ],
    });
    expect(calls.length).toBeLessThanOrEqual(3);
  });

  test('group by days and months', async () => {
    const { recordings } = await asked(
      'days: groups(by: [START_TIME_DAY]) { count key { startTime } } months: groups(by: [START_TIME_MONTH], first: 1) { count }',
    );
    expect(recordings).toEqual({
      days: [
        { count: 2, key: { startTime: '2026-11-02T10:00:00Z' } },
        { count: 1, key: { startTime: '2026-11-03T10:00:00Z' } },
      ],
      months: [{ count: 3 }],
    });
  });
});

describe('the cost of what is asked of all items', () => {
  test('is that of the whole list, and of what is looked at', async () => {
    const { gateway } = stub({});
    const operations = async (query: string) => costIn(await askingOn(gateway)(query, { dryRun: true }))?.operations;
    const dry = async (query: string) => (await operations(query))?.map(({ path, calls }) => [path, calls]);
    expect(await dry('{ users(first: 5, orderBy: { email: ASC }) { nodes { email } } }')).toEqual([['/users', 4]]);
    expect(await dry('{ users(first: 5) { groups(by: [DEPT]) { count } } }')).toEqual([['/users', 4]]);
    expect(
      await dry('{ users(first: 5) { groups(by: [DEPT]) { nodes { settings { recording { autoRecording } } } } } }'),
    ).toEqual([
      ['/users', 4],
      ['/users/{userId}/settings', 1000],
    ]);
    const settings = [
      ['/users', 4],
      ['/users/{userId}/settings', 1000],
    ];
    for (const asked of [
      'users(first: 5, orderBy: { settings: { recording: { autoRecording: ASC } } }) { nodes { email } }',
      'users { groups(byFields: [{ settings: { recording: { autoRecording: ASC } } }]) { count } }',
      'users { stats { avg { settings { feature { meetingCapacity } } } } }',
    ]) {
      expect(await dry(`{ ${asked} }`)).toEqual(settings);
      expect((await operations(`{ ${asked} }`))?.map(({ estimated }) => estimated)).toEqual([true, true]);
    }
    const [, roles] = (await dry('{ users(first: 5, orderBy: { role: { name: ASC } }) { nodes { email } } }')) ?? [];
    expect(roles?.[0]).toBe('/roles');
  });
});

test('parts of a URL are texts', async () => {
  const { run } = stub({
    'GET /users/me/meetings': {
      meetings: [
        { id: 1, topic: 'open', join_url: 'https://zoom.us/j/1' },
        { id: 2, topic: 'closed', join_url: 'https://zoom.us/j/2?pwd=abc' },
      ],
    },
  });
  const topics = async (where: string) => {
    const { data, errors } = await run<{ user: { meetings: { nodes: { topic: string }[] } } }>(
      `{ user(id: "me") { meetings(where: ${where}) { nodes { topic } } } }`,
    );
    expect(errors).toBeUndefined();
    return data?.user.meetings.nodes.map(({ topic }) => topic);
  };
  expect(await topics('{ joinUrl: { contains: "PWD=" } }')).toEqual(['closed']);
  expect(await topics('{ not: { joinUrl: { contains: "pwd=" } } }')).toEqual(['open']);
  expect(await topics('{ joinUrl: { startsWith: "https://zoom.us/j/1" } }')).toEqual(['open']);
});
