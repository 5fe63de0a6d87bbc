/** Lists of which Zoom sends something odd, or not all: what is there stands, and what is missing is told. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BEGIN } from '../resolvers/cursor.ts';
import { askingOn } from './run.ts';
import { done, type Received, type Result, refusal, stub } from './stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T12:00:00Z') });
});
afterEach(() => vi.useRealTimers());

const told = ({ errors }: Result<unknown>) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const usersOf = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => ({ id: `u${from + i}` }));

interface Page {
  readonly users: {
    readonly nodes: readonly { readonly zoomId: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly totalCount?: number;
  };
}
const PAGE = `query ($after: String) { users(first: 600, after: $after) {
  nodes { zoomId } pageInfo { hasNextPage endCursor } totalCount } }`;

test.each([
  ['null in the variables', 'query ($first: Int, $status: [UserStatusInput!]) { users(first: $first, status: $status)'],
  ['null in the query', '{ users(first: null, status: null)'],
  ['no argument', '{ users'],
])('%s means the defaults', async (_, query) => {
  const { run, calls } = stub({ 'GET /users': { users: usersOf(0, 30), next_page_token: 'more', total_records: 90 } });
  const { data, errors } = await run<Page>(`${query} { nodes { zoomId } pageInfo { hasNextPage } } }`, {
    first: null,
    status: null,
  });
  expect(errors).toBeUndefined();
  expect(data?.users).toMatchObject({ nodes: { length: 30 }, pageInfo: { hasNextPage: true } });
  expect(calls).toEqual(['GET /users?status=active&page_size=30']);
});

test('a variable that is null costs what the default does', async () => {
  const { gateway, calls } = stub({});
  const query =
    'query ($first: Int, $status: [UserStatusInput!]) { users(first: $first, status: $status) { nodes { role { name } } } }';
  const costs = [{}, { first: null, status: null }, { first: 30, status: ['ACTIVE'] }].map((variables) =>
    askingOn(gateway)(query, { dryRun: true }, variables),
  );
  const [left, nulls, said] = (await Promise.all(costs)).map(({ extensions }) => extensions?.zoom);
  expect(nulls).toEqual(left);
  expect(said).toEqual(left);
  expect(calls).toEqual([]);
});

test('an empty list of the values to list is refused', async () => {
  const { run, calls } = stub({});
  const { errors } = await run('{ users(status: []) { totalCount } }');
  expect(errors).toMatchObject([
    {
      message: '`status` is empty: give one value at least, or leave it out.',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
  expect(calls).toEqual([]);
});

describe('a later page that fails', () => {
  /** 500 users on two pages, of which the second is refused so long as `refused` says so. */
  const halves = (options: Parameters<typeof stub>[1] = {}, refused: unknown = refusal(403, 200, 'No permission.')) => {
    const state = { refused };
    const gate = stub(
      {
        'GET /users': ({ query }: Received) => {
          if (!query.has('next_page_token'))
            return { users: usersOf(0, 300), next_page_token: 'more', total_records: 500 };
          return state.refused ?? { users: usersOf(300, 500), total_records: 500 };
        },
      },
      options,
    );
    return { ...gate, state };
  };

  test('leaves what was read, and a cursor that goes on from there', async () => {
    const { run, state } = halves();
    const first = await run<Page>(PAGE);
    expect(told(first)).toEqual([['users', 'FORBIDDEN']]);
    expect(first.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/No permission/),
      locations: [{ line: 1 }],
    });
    expect(first.data?.users).toMatchObject({
      nodes: { length: 300 },
      pageInfo: { hasNextPage: true },
      totalCount: 500,
    });
    state.refused = undefined;
    const rest = await run<Page>(PAGE, { after: first.data?.users.pageInfo.endCursor });
    expect(rest.errors).toBeUndefined();
    expect(rest.data?.users).toMatchObject({ nodes: { length: 200 }, pageInfo: { hasNextPage: false } });
  });

  test('is told of each list at its own place', async () => {
    const { run, calls } = halves();
    const result = await run<Record<string, Page['users']>>(
      '{ a: users(first: 600) { nodes { zoomId } } b: users(first: 400) { nodes { zoomId } pageInfo { hasNextPage } } }',
    );
    expect([result.data?.a?.nodes.length, result.data?.b?.nodes.length]).toEqual([300, 300]);
    expect(told(result)?.sort()).toEqual([
      ['a', 'FORBIDDEN'],
      ['b', 'FORBIDDEN'],
    ]);
    expect(calls).toHaveLength(4);
  });

  test('is told each time: what was made without it is not kept, and not when it was no call', async () => {
    const { run, calls } = halves({ env: { MAX_CALLS_PER_REQUEST: '1' } });
    for (let i = 0; i < 4; i++) {
      const result = await run<Page>(PAGE);
      expect(told(result)).toEqual([['users', 'QUERY_TOO_COSTLY']]);
      expect(result.data?.users.nodes).toHaveLength(300);
    }
    expect(calls).toHaveLength(4);
  });

  test('is told to all whose identical queries were answered together', async () => {
    const { run } = halves();
    await run(PAGE);
    const results = await Promise.all([run<Page>(PAGE), run<Page>(PAGE), run<Page>(PAGE)]);
    for (const result of results) {
      expect(told(result)).toEqual([['users', 'FORBIDDEN']]);
      expect(result.data?.users.nodes).toHaveLength(300);
    }
  });

  test('of a first page it is the error of the field', async () => {
    const { run } = stub({ 'GET /users': refusal(403, 200, 'No permission.') });
    const result = await run<Page>(PAGE);
    expect(result.data).toEqual({ users: null });
    expect(told(result)).toEqual([['users', 'FORBIDDEN']]);
  });
});

describe('a page token that comes twice', () => {
  const repeating = (total?: unknown) =>
    stub({
      'GET /users': ({ query }: Received) => ({
        users: query.has('next_page_token') ? usersOf(20, 29) : usersOf(0, 20),
        next_page_token: 'again',
        total_records: total,
      }),
    });

  test.each([29, '29'])('is no error where Zoom says that all were read (%j)', async (total) => {
    const { run, calls } = repeating(total);
    const { data, errors, extensions } = await run<Page>(PAGE);
    expect(errors).toBeUndefined();
    expect(data?.users).toMatchObject({ nodes: { length: 29 }, pageInfo: { hasNextPage: false }, totalCount: 29 });
    expect(extensions?.zoom).not.toHaveProperty('notes');
    expect(calls).toHaveLength(2);
  });

  test('is an error beside the items where some are missing', async () => {
    const { run } = repeating('300');
    const result = await run<Page>(PAGE);
    expect(result.data?.users).toMatchObject({ nodes: { length: 29 }, pageInfo: { hasNextPage: false } });
    expect(told(result)).toEqual([['users', 'UPSTREAM_ERROR']]);
  });
});

describe('numbers that are texts', () => {
  test('are added up, and none is made of what is no number', async () => {
    const total = async (...said: unknown[]) => {
      const left = [...said];
      const { run } = stub({ 'GET /users': () => ({ users: [{ id: 'a' }], total_records: left.shift() }) });
      const { data, errors } = await run<Page>('{ users(status: [ACTIVE, INACTIVE]) { totalCount } }');
      expect(errors).toBeUndefined();
      return data?.users.totalCount;
    };
    expect(await total('29', '5')).toBe(34);
    expect(await total('29', 5)).toBe(34);
    for (const odd of ['', null, 'abc', '-5', -5, {}, []]) expect(await total('29', odd)).toBeNull();
  });
});

describe('what is no object among the items', () => {
  test('is left out, with a note; the rest stands, and its cursors go on', async () => {
    const users = [
      { id: 'u0', email: 'a@x.test' },
      null,
      'x',
      5,
      [],
      { id: 'u1', email: 'b@x.test' },
      true,
      { id: 'u2' },
    ];
    const { run } = stub({ 'GET /users': { users, total_records: 3 } });
    const query = `query ($after: String) { users(after: $after) { nodes { zoomId } edges { cursor } } }`;
    interface Edges {
      users: { nodes: { zoomId: string }[]; edges: { cursor: string }[] };
    }
    const { data, errors, extensions } = await run<Edges>(query);
    expect(errors).toBeUndefined();
    expect(data?.users.nodes).toEqual([{ zoomId: 'u0' }, { zoomId: 'u1' }, { zoomId: 'u2' }]);
    expect(extensions?.zoom?.notes).toEqual([
      "Zoom's list of GET /users held entries that are no objects; they are left out.",
    ]);
    for (const [i, { cursor }] of data!.users.edges.entries()) {
      const rest = await run<Edges>(query, { after: cursor });
      expect(rest.data?.users.nodes).toEqual(data?.users.nodes.slice(i + 1));
    }
  });

  test.each([[{}], ['x'], [5]])('items that are %j are an error of that list alone, in plain words', async (users) => {
    const { run } = stub({ 'GET /users': { users }, 'GET /roles': { roles: [{ id: '1', name: 'Admin' }] } });
    const { data, errors } = await run('{ users { nodes { zoomId } } roles { nodes { name } } }');
    expect(data).toEqual({ users: null, roles: { nodes: [{ name: 'Admin' }] } });
    expect(errors).toMatchObject([
      { message: 'Zoom sent a value for `users` that is not a list.', extensions: { code: 'UPSTREAM_ERROR' } },
    ]);
  });

  test('loses nothing where a list is read for the sake of others', async () => {
    const numbers = [0, 1, 2, 3, 4];
    const { run, calls } = stub({
      'GET /roles': { roles: [null, 'x', ...numbers.map((i) => ({ id: `r${i}`, name: `Role ${i}` }))] },
      'GET /users': { users: [null, ...numbers.map((i) => ({ id: `u${i}`, role_id: `r${i}` }))] },
    });
    const { data, errors } = await run('{ users { nodes { zoomId role { name } } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      users: { nodes: numbers.map((i) => ({ zoomId: `u${i}`, role: { name: `Role ${i}` } })) },
    });
    expect(calls).toHaveLength(2);
  });
});

describe('days, by a clock of Zoom that is not UTC', () => {
  const inLosAngeles = (instant: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(new Date(instant));
  const held = ['2026-11-20T12:00:00Z', '2026-11-01T04:30:00Z', '2026-10-15T12:00:00Z', '2026-10-01T03:00:00Z'];
  const list = ({ query }: Received) => ({
    meetings: held
      .filter((at) => inLosAngeles(at) >= query.get('from')! && inLosAngeles(at) <= query.get('to')!)
      .map((start_time) => ({ uuid: start_time, start_time })),
  });

  test('all four recordings of these days are there, and no call too many', async () => {
    expect(held.map(inLosAngeles)).toEqual(['2026-11-20', '2026-10-31', '2026-10-15', '2026-09-30']);
    const { run, calls } = stub({ 'GET /accounts/me/recordings': list });
    const { data, errors } = await run(`{ account { recordings(from: "2026-10-01", to: "2026-11-25") {
      nodes { uuid } totalCount } } }`);
    expect(errors).toBeUndefined();
    expect(data?.account).toEqual({ recordings: { nodes: held.map((uuid) => ({ uuid })), totalCount: 4 } });
    expect(calls).toHaveLength(2);
  });

  test('the recording of a call is found on the day that it has there', async () => {
    const date_time = '2026-10-01T03:00:00Z';
    const { run } = stub({
      'GET /phone/call_logs': { call_logs: [{ id: 'l', date_time, recording_id: 'r' }] },
      'GET /phone/recordings': ({ query }: Received) => ({
        recordings:
          inLosAngeles(date_time) >= query.get('from')! && inLosAngeles(date_time) <= query.get('to')!
            ? [{ id: 'r', date_time }]
            : [],
      }),
    });
    const { data, errors } = await run(
      '{ phone { callLogs(from: "2026-10-01", to: "2026-10-01") { nodes { recording { zoomId } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.phone).toEqual({ callLogs: { nodes: [{ recording: { zoomId: 'r' } }] } });
  });
});

test('an object that Zoom answers without is an error of its field: it is null for no other reason', async () => {
  const { run } = stub({ 'GET /users/u': { id: 'u' }, 'GET /users/u/settings': done() });
  const { data, errors } = await run('{ user(id: "u") { zoomId settings { feature { webinar } } } }');
  expect(data).toEqual({ user: { zoomId: 'u', settings: null } });
  expect(errors).toMatchObject([{ path: ['user', 'settings'], extensions: { code: 'UPSTREAM_ERROR' } }]);
});

test.each([
  ['in pages', 'users(first: 2'],
  ['by days', 'user(id: "a") { recordings(first: 2', '}'],
  ['with a filter', 'users(first: 2, where: { email: { contains: "x" } }'],
  ['in an order', 'users(first: 2, orderBy: { email: DESC }'],
  ['over all users', 'account { meetings(first: 2', '}'],
])('a list %s begins by the cursor of those that could not be begun', async (_, list, end = '') => {
  const { run, calls } = stub({
    'GET /users': { users: ['a', 'b', 'c'].map((id) => ({ id, email: `${id}@x.com` })) },
    'GET /users/a/recordings': {
      meetings: [1, 2, 3].map((id) => ({ id, uuid: `${id}==`, start_time: '2026-11-20T09:00:00Z' })),
    },
    'GET /users/a/meetings': { meetings: [1, 2, 3].map((id) => ({ id })) },
  });
  const page = (after: string) =>
    run(`{ ${list} ${after}) { edges { cursor } pageInfo { hasPreviousPage hasNextPage endCursor } } ${end} }`);
  const first = await page('');
  const made = calls.splice(0);
  expect(first.errors).toBeUndefined();
  expect(JSON.stringify(first.data)).toContain('"hasPreviousPage":false,"hasNextPage":true');
  const begun = await page(`, after: "${BEGIN}"`);
  expect([begun.data, begun.errors, calls]).toEqual([first.data, undefined, made]);
});
