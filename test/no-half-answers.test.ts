/** What cannot have all its calls in its time is refused before it runs; what may be had runs, however much it might have cost. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SLICE_MS } from '../src/engine/executor/promises.ts';
import type { CostOf } from './cost.ts';
import type { Result } from './run.ts';
import { refusal, stub, type Table } from './stub.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ plan: 'pro', users: 1000 });
});
afterAll(() => world.close());

const SETTINGS = (first: number, after = '') =>
  `{ users(first: ${first}${after}) { nodes { settings { feature { meetingCapacity } } } pageInfo { endCursor } } }`;

const refusalIn = ({ data, errors = [] }: Result) => {
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  const [error] = errors;
  return error as unknown as {
    message: string;
    extensions: { code: string; cost: CostOf; fits?: { field: string; first: number } };
  };
};

test('1,000 users with their settings are refused, with the `first` that would fit; no setting is read', async () => {
  const { result, calls } = await world.counted(() => world.run(SETTINGS(1000)));
  const { message, extensions } = refusalIn(result);
  // How many users there are nobody knew: the refusal hangs on it.
  expect(calls).toEqual(['GET /users']);
  expect(extensions.code).toBe('QUERY_TOO_COSTLY');
  expect(message).toMatch(/^The operation needs 1001 MEDIUM calls: Zoom's limits stretch them over \d+(\.\d)? seconds/);
  expect(message).toContain('Zoom was asked for no more than the length of a list.');
  expect(message).toContain('`x-zoom-timeout-ms`, up to 150000');
  const { fits, cost } = extensions;
  expect(cost.calls).toBe(1004);
  expect(fits?.field).toBe('users');
  expect(message).toContain(`Ask for \`first: ${fits?.first}\` at most in \`users\`, and for more with \`after\`.`);
  expect(fits?.first).toBeGreaterThan(400);
  expect(fits?.first).toBeLessThan(540);
});

test('once the length of the list is known, nothing at all is asked', async () => {
  await world.run('{ users(first: 1) { nodes { id } } }');
  const { result, calls } = await world.counted(() => world.run(SETTINGS(1000)));
  expect(refusalIn(result).message).toContain('Nothing was asked of Zoom.');
  expect(calls).toEqual([]);
});

test('a cursor near the end of the list leaves less to do', async () => {
  const { data } = await world.run<{ users: { pageInfo: { endCursor: string } } }>(
    '{ users(first: 990) { pageInfo { endCursor } } }',
  );
  const { result, calls } = await world.counted(() =>
    world.run<{ users: { nodes: unknown[] } }>(SETTINGS(1000, `, after: "${data?.users.pageInfo.endCursor}"`)),
  );
  expect(result.errors).toBeUndefined();
  expect(result.data?.users.nodes).toHaveLength(10);
  expect(calls.filter((call) => call === 'GET /users/{userId}/settings')).toHaveLength(10);
});

test('single reads of fields that no list has count likewise', async () => {
  const { result, calls } = await world.counted(() =>
    world.run('query ($n: Int!) { users(first: $n) { nodes { jobTitle } } }', { n: 1000 }),
  );
  expect(refusalIn(result).message).toContain('1000 LIGHT');
  expect(calls).toEqual([]);
});

test.each([
  'users(first: 5, orderBy: { settings: { feature: { meetingCapacity: DESC } } }) { nodes { id } }',
  'users { groups(byFields: [{ settings: { feature: { meetingCapacity: DESC } } }]) { count } }',
  'users { stats { sum { settings { feature { meetingCapacity } } } } }',
])('what is asked of all items counts for all of them: %s', async (asked) => {
  const unseen = await startWorld({ plan: 'pro', users: 1000 });
  try {
    const { result, calls } = await unseen.counted(() => unseen.run(`{ ${asked} }`));
    // How long the list is was seen by the first call that it takes.
    expect(calls).toEqual(['GET /users']);
    expect(refusalIn(result).message).toMatch(/^The operation needs 1004 MEDIUM calls/);
  } finally {
    await unseen.close();
  }
});

test('more calls than a request may make are refused, too', async () => {
  const poor = await startWorld({ users: 60 }, { env: { MAX_CALLS_PER_REQUEST: '20' } });
  try {
    const { message, extensions } = refusalIn(await poor.run(SETTINGS(60)));
    expect(message).toContain('a request may make 20 calls');
    expect(extensions.fits).toEqual({ field: 'users', first: 19 });
    expect((await poor.run(SETTINGS(19))).errors).toBeUndefined();
  } finally {
    await poor.close();
  }
});

test('a small account may be asked for as much as one likes', async () => {
  const small = await startWorld({ plan: 'pro', users: 20 });
  try {
    const { result, calls } = await small.counted(() => small.run<{ users: { nodes: unknown[] } }>(SETTINGS(1000)));
    expect(result.errors).toBeUndefined();
    expect(result.data?.users.nodes).toHaveLength(20);
    // To see how long the list is takes no call of its own.
    expect(calls.filter((call) => call === 'GET /users')).toHaveLength(1);
    expect(calls).toHaveLength(21);
  } finally {
    await small.close();
  }
});

test('lists below others are not taken to be long: what may be cheap runs', async () => {
  const small = await startWorld({ plan: 'pro', users: 8, meetingsPerUser: 2 });
  try {
    const query = '{ users(first: 100) { nodes { meetings(first: 100) { nodes { settings { hostVideo } } } } } }';
    const { errors } = await small.run(query);
    expect(errors).toBeUndefined();
  } finally {
    await small.close();
  }
});

test('a client may ask for more time, up to a bound', async () => {
  const ask = (ms: number) => world.run(SETTINGS(1000), {}, { headers: { 'x-zoom-timeout-ms': String(ms) } });
  expect(refusalIn(await ask(40_000)).message).toContain('and the request has 40');
  const { errors } = await ask(150_001);
  expect(errors?.[0]).toMatchObject({
    message: 'The header x-zoom-timeout-ms must be a whole number of milliseconds from 1 to 150000.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('one that takes more time than usual runs when it asks for it', async () => {
  const hasty = await startWorld({ plan: 'business', users: 60 }, { env: { REQUEST_TIMEOUT_MS: '900' } });
  try {
    expect(refusalIn(await hasty.run(SETTINGS(60))).message).toContain('`x-zoom-timeout-ms`');
    const { data, errors } = await hasty.run<{ users: { nodes: unknown[] } }>(
      SETTINGS(60),
      {},
      { headers: { 'x-zoom-timeout-ms': '30000' } },
    );
    expect(errors).toBeUndefined();
    expect(data?.users.nodes).toHaveLength(60);
  } finally {
    await hasty.close();
  }
});

describe('what only a running operation can know', () => {
  const PAST = `pastMeetings(first: 30) {
    nodes { uuid participants(first: 5) { nodes { name } pageInfo { hasNextPage endCursor } } }
    pageInfo { hasNextPage endCursor }
  }`;
  interface Meetings {
    readonly nodes: readonly { readonly uuid: string; readonly participants: List<{ readonly name: string }> }[];
    readonly pageInfo: PageInfo;
  }
  interface PageInfo {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
  }
  interface List<N> {
    readonly nodes: readonly N[];
    readonly pageInfo: PageInfo;
  }
  interface Users {
    readonly users: { readonly nodes: readonly { readonly zoomId: string; readonly pastMeetings: Meetings }[] };
  }

  const USERS = ['a', 'b', 'c', 'd'];
  const uuidsOf = (user: string) => Array.from({ length: 30 }, (_, i) => `${user}${String(i).padStart(2, '0')}==`);
  const table: Table = {
    'GET /users': { users: USERS.map((id) => ({ id })) },
    ...Object.fromEntries(
      USERS.flatMap((id) => [
        [
          `GET /users/${id}/meetings`,
          { meetings: uuidsOf(id).map((uuid, i) => ({ uuid, id: i + 1, start_time: '2026-11-01T00:00:00Z' })) },
        ],
        ...uuidsOf(id).map((uuid) => [
          `GET /past_meetings/${uuid}/participants`,
          { participants: [{ id: 'p', name: `Guest of ${uuid}` }] },
        ]),
      ]),
    ),
  };

  test('lists of which the rest takes more calls than there are end there, and go on from their cursors', async () => {
    const { run, calls } = stub(table, { env: { MAX_CALLS_PER_REQUEST: '60' } });
    const { data, errors, extensions } = await run<Users>(`{ users { nodes { zoomId ${PAST} } } }`);
    expect(errors).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(60);
    const users = data?.users.nodes ?? [];
    expect(users.map(({ zoomId }) => zoomId)).toEqual(USERS);
    const shown = users.flatMap(({ pastMeetings }) => pastMeetings.nodes);
    // What is shown is whole: none of the meetings lacks its participants.
    for (const { uuid, participants } of shown) {
      expect(participants.nodes).toEqual([{ name: `Guest of ${uuid}` }]);
      expect(participants.pageInfo.hasNextPage).toBe(false);
    }
    expect(shown.length).toBeGreaterThan(40);
    expect(users.map(({ pastMeetings }) => pastMeetings.pageInfo.hasNextPage)).toEqual([false, true, true, true]);
    expect(extensions?.zoom?.notes).toEqual([
      'Lists at `users.nodes.pastMeetings` end before all of their items are shown: those with `hasNextPage` go on from `endCursor`. What is selected of further items takes more calls than the request has time for.',
    ]);

    const all: string[] = [];
    for (const { zoomId, pastMeetings } of users) {
      let page: Meetings = pastMeetings;
      all.push(...page.nodes.map(({ uuid }) => uuid));
      while (page.pageInfo.hasNextPage) {
        const { data: more }: Result<{ user: { pastMeetings: Meetings } }> = await run(
          `query ($id: ID!, $after: String) { user(id: $id) { ${PAST.replace('first: 30', 'first: 30, after: $after')} } }`,
          { id: zoomId, after: page.pageInfo.endCursor },
        );
        page = more?.user.pastMeetings ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
        all.push(...page.nodes.map(({ uuid }) => uuid));
      }
    }
    expect(all).toEqual(USERS.flatMap(uuidsOf));
  });

  test('what a GET of each item has counts likewise', async () => {
    const meetings = Array.from({ length: 30 }, (_, i) => ({ id: 1000 + i, topic: `Meeting ${i}` }));
    const { run, calls } = stub(
      {
        'GET /users': { users: USERS.map((id) => ({ id })) },
        ...Object.fromEntries(USERS.map((id) => [`GET /users/${id}/meetings`, { meetings }])),
        ...Object.fromEntries(
          meetings.map(({ id }) => [`GET /meetings/${id}`, { id, settings: { host_video: true } }]),
        ),
      },
      { env: { MAX_CALLS_PER_REQUEST: '20' } },
    );
    const { data, errors } = await run<{
      users: { nodes: { meetings: { nodes: { settings: unknown }[]; pageInfo: PageInfo } }[] };
    }>('{ users { nodes { meetings { nodes { settings { hostVideo } } pageInfo { hasNextPage } } } } }');
    expect(errors).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(20);
    const lists = data?.users.nodes.map((user) => user.meetings) ?? [];
    expect(lists.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, true, true]);
    const shown = lists.flatMap(({ nodes }) => nodes);
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.every(({ settings }) => settings !== null)).toBe(true);
  });

  test('who does not look at `pageInfo` gets one error for all lists of a field', async () => {
    const { run } = stub(table, { env: { MAX_CALLS_PER_REQUEST: '40' } });
    const { errors, extensions } = await run<Users>(
      '{ users { nodes { pastMeetings { nodes { uuid participants { nodes { name } } } } } } }',
    );
    expect(errors?.map(({ path }) => path)).toEqual([['users', 'nodes', 1, 'pastMeetings']]);
    expect(errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
    expect(extensions?.zoom?.notes).toHaveLength(1);
  });

  test('lists of items for which no call is left are not begun, say so, and begin by their cursors', async () => {
    let isSpent = true;
    const refusing = () => refusal(429, 429, 'You have reached the maximum daily rate limit for this API.');
    const meetings = Object.fromEntries(
      USERS.map((id) => [
        `GET /users/${id}/meetings`,
        () => (isSpent ? refusing() : table[`GET /users/${id}/meetings`]),
      ]),
    );
    const { run } = stub({ ...table, ...meetings });
    const { data, errors, extensions } = await run<Users>(`{ users { nodes { zoomId ${PAST} } } }`);
    expect(errors).toBeUndefined();
    for (const { pastMeetings } of data?.users.nodes ?? [])
      expect(pastMeetings).toEqual({ nodes: [], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } });
    expect(extensions?.zoom?.notes).toEqual([expect.stringMatching(/^Lists at `users\.nodes\.pastMeetings` end/)]);

    isSpent = false;
    const next = stub(table);
    const after = data?.users.nodes[1]?.pastMeetings.pageInfo.endCursor;
    const { data: more, errors: none }: Result<{ user: { pastMeetings: Meetings & { pageInfo: object } } }> =
      await next.run(
        `query ($after: String) { user(id: "b") {
        pastMeetings(first: 30, after: $after) { nodes { uuid } pageInfo { hasNextPage hasPreviousPage } } } }`,
        { after },
      );
    expect(none).toBeUndefined();
    expect(more?.user.pastMeetings).toEqual({
      nodes: uuidsOf('b').map((uuid) => ({ uuid })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  test('how many there are in such a list is an error at each of them', async () => {
    const refusing = () => refusal(429, 429, 'You have reached the maximum daily rate limit for this API.');
    const { run } = stub({
      'GET /users': { users: USERS.map((id) => ({ id })) },
      ...Object.fromEntries(USERS.map((id) => [`GET /users/${id}/meetings`, refusing])),
    });
    const { data, errors } = await run(
      '{ users { nodes { zoomId meetings { totalCount nodes { topic } pageInfo { hasNextPage } } } } }',
    );
    expect(errors).toMatchObject(
      USERS.map((_, i) => ({
        path: ['users', 'nodes', i, 'meetings', 'totalCount'],
        extensions: { code: 'RATE_LIMITED' },
      })),
    );
    expect(data).toMatchObject({ users: { nodes: { length: USERS.length } } });
  });

  test('under the limits of Pro, a short request ends in time with what it found, without an error', async () => {
    const busy = await startWorld({ plan: 'pro', users: 10, meetingsPerUser: 20 });
    try {
      const began = Date.now();
      const { data, errors, extensions } = await busy.run<Users>(
        `{ users(first: 10) { nodes { zoomId ${PAST} } } }`,
        {},
        { headers: { 'x-zoom-timeout-ms': '2000' } },
      );
      expect(Date.now() - began).toBeLessThan(2500);
      expect(errors).toBeUndefined();
      expect(data?.users.nodes).toHaveLength(10);
      const lists = data?.users.nodes.map(({ pastMeetings }) => pastMeetings) ?? [];
      expect(lists.some(({ pageInfo }) => pageInfo.hasNextPage)).toBe(true);
      expect(lists.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(0);
      for (const { nodes, pageInfo } of lists) expect(nodes.length === 30 || pageInfo.hasNextPage).toBe(true);
      const notes = extensions?.zoom?.notes as readonly string[];
      expect(notes[0]).toMatch(/^Lists at `users\.nodes\.pastMeetings` end before/);
      expect(notes.length).toBeLessThanOrEqual(4);
    } finally {
      await busy.close();
    }
  });
});

describe('what a question has read of the items', () => {
  const COUNT = 10;
  const ids = Array.from({ length: COUNT }, (_, i) => `u${i}`);
  const table = {
    'GET /users': { users: ids.map((id) => ({ id, type: 2, role_id: `r${id}` })) },
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [`GET /users/${id}/settings`, { feature: { meeting_capacity: 500 } }],
        [`GET /users/${id}`, { id, job_title: 'Owner' }],
      ]),
    ),
  };
  const where = 'settings: { feature: { meetingCapacity: { gt: 100 } } }';

  test.each([
    [`where: { ${where} }`, 'settings { feature { meetingCapacity } }', COUNT],
    [`where: { and: [{ ${where} }, { type: { eq: LICENSED } }] }`, 'settings { feature { meetingCapacity } }', COUNT],
    ['where: { jobTitle: { startsWith: "O" } }', 'jobTitle', COUNT],
    [
      `where: { ${where}, jobTitle: { startsWith: "O" } }, orderBy: { settings: { feature: { meetingCapacity: ASC } } }`,
      'jobTitle settings { feature { meetingCapacity } }',
      2 * COUNT,
    ],
  ])('%s takes no room of what is shown: %s', async (asked, selected, reads) => {
    // Enough for the list and what the question reads, with a little room, but not for reading it twice.
    const most = Math.ceil((1 + reads) / 0.8) + 1;
    const { run, calls } = stub(table, { env: { MAX_CALLS_PER_REQUEST: `${most}` } });
    const { data, errors } = await run<{ users: { nodes: unknown[]; pageInfo: { hasNextPage: boolean } } }>(
      `{ users(first: ${COUNT}, ${asked}) { nodes { ${selected} } pageInfo { hasNextPage } } }`,
    );
    expect(errors).toBeUndefined();
    expect(calls).toHaveLength(1 + reads);
    expect(data?.users.nodes).toHaveLength(COUNT);
    expect(data?.users.pageInfo.hasNextPage).toBe(false);
  });

  test('what it may not have read does, where it decides by one of several conditions', async () => {
    const { run, calls } = stub(table, { env: { MAX_CALLS_PER_REQUEST: '9' } });
    const { data, errors } = await run<{
      users: { nodes: { settings: unknown }[]; pageInfo: { hasNextPage: boolean } };
    }>(
      `{ users(first: ${COUNT}, where: { or: [{ type: { eq: LICENSED } }, { ${where} }] }) {
        nodes { settings { feature { meetingCapacity } } } pageInfo { hasNextPage } } }`,
    );
    expect(errors).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(9);
    expect(data?.users.pageInfo.hasNextPage).toBe(true);
    expect(data?.users.nodes.length).toBeGreaterThan(0);
    expect(data?.users.nodes.every(({ settings }) => settings !== null)).toBe(true);
  });
});

describe('a list of whose items only some could be made in time', () => {
  const COUNT = 800;
  const groups = Array.from({ length: COUNT }, (_, i) => ({ id: `g${i}`, name: `Group ${i}`, total_members: i }));
  interface Groups {
    readonly groups: {
      readonly nodes?: readonly { readonly zoomId: string }[];
      readonly edges?: readonly { readonly cursor: string; readonly node: { readonly zoomId: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    } | null;
  }
  /** The answer when the time of the request is over at a turn of the event loop, of which each look at the clock takes a slice. */
  const endedAt = async (turn: number, selected: string): Promise<Result<Groups>> => {
    const { run, calls } = stub({ 'GET /groups': { groups } });
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += SLICE_MS;
      return now;
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    let turns = 0;
    let isOver = false;
    const take = () => {
      if (calls.length > 0 && ++turns === turn) vi.advanceTimersByTime(60_000);
      if (!isOver) setImmediate(take);
    };
    setImmediate(take);
    try {
      return await run<Groups>(
        `{ groups(first: ${COUNT}) { ${selected} pageInfo { hasNextPage endCursor } } }`,
        {},
        { headers: { 'x-zoom-timeout-ms': '30000' } },
      );
    } finally {
      isOver = true;
      clock.mockRestore();
      vi.useRealTimers();
    }
  };
  const idsIn = ({ nodes, edges = [] }: NonNullable<Groups['groups']>) =>
    (nodes ?? edges.map(({ node }) => node)).map(({ zoomId }) => zoomId);

  test.each([
    'nodes { zoomId }',
    'edges { cursor node { zoomId } }',
    'edges { cursor node { zoomId } } nodes { zoomId name }',
  ])('ends in front of the others, and goes on from its cursor: %s', async (selected) => {
    const all = groups.map(({ id }) => id);
    let ended = 0;
    for (let turn = 1; turn < 60; turn += 3) {
      const { data, errors, extensions } = await endedAt(turn, selected);
      const list = data?.groups;
      if (!list) {
        expect(errors).toMatchObject([{ path: ['groups'], extensions: { code: 'TIMEOUT' } }]);
        continue;
      }
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = list;
      const shown = idsIn(list);
      if (edges) expect(edges.map(({ node }) => node.zoomId)).toEqual(shown);
      expect(pageInfo.hasNextPage).toBe(shown.length < COUNT);
      if (!pageInfo.hasNextPage) continue;
      ended++;
      expect(extensions?.zoom?.notes).toEqual([
        expect.stringMatching(
          /^Lists at `groups` end before all of their items are shown: .* not complete in the time/,
        ),
      ]);
      const { run } = stub({ 'GET /groups': { groups } });
      const rest = await run<Groups>(
        `query ($after: String) { groups(first: ${COUNT}, after: $after) { nodes { zoomId } pageInfo { hasNextPage } } }`,
        { after: pageInfo.endCursor },
      );
      expect([...shown, ...idsIn(rest.data!.groups!)]).toEqual(all);
    }
    expect(ended).toBeGreaterThan(3);
  });
});

describe('things that items lead to, of which nobody knows how many there are', () => {
  interface Meeting {
    readonly zoomId: string;
    readonly topic: string;
    readonly host: { readonly jobTitle: string | null };
  }
  interface PageInfo {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string;
  }
  interface Page {
    readonly nodes: readonly Meeting[];
    readonly edges: readonly { readonly cursor: string; readonly node: Meeting }[];
    readonly pageInfo: PageInfo;
  }
  const OWNERS = ['a', 'b', 'c'];
  const COUNT = 20;
  const numbersOf = (owner: string) =>
    Array.from({ length: COUNT }, (_, i) => `${1000 * (OWNERS.indexOf(owner) + 1) + i}`);
  /** Each meeting has a host of its own; `more` answers in the place of some. */
  const table = (more: Table = {}): Table => ({
    'GET /users': { users: OWNERS.map((id) => ({ id })) },
    ...Object.fromEntries(
      OWNERS.flatMap((owner) => [
        [
          `GET /users/${owner}/meetings`,
          { meetings: numbersOf(owner).map((id) => ({ id: Number(id), topic: `No. ${id}`, host_id: `h${id}` })) },
        ],
        ...numbersOf(owner).map((id) => [`GET /users/h${id}`, { id: `h${id}`, job_title: `Host of ${id}` }]),
      ]),
    ),
    ...more,
  });
  const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const MEETINGS = (selected: string, after = '') =>
    `meetings(first: ${COUNT}${after}) { ${selected} { zoomId topic host { jobTitle } } }`.replace(
      /\{ (nodes|edges)/,
      `{ ${PAGE_INFO} $1`,
    );
  const isWhole = ({ zoomId, host }: Meeting) => host.jobTitle === `Host of ${zoomId}`;
  const daySpent = () => refusal(429, 429, 'You have reached the maximum daily rate limit for this API.');

  test('a list ends in front of the items of which they cannot be read, and goes on from its cursor', async () => {
    const most = 10;
    const query = `query ($after: String) { user(id: "a") { ${MEETINGS('nodes', ', after: $after')} } }`;
    const all: string[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const { run, calls } = stub(table(), { env: { MAX_CALLS_PER_REQUEST: `${most}` } });
      const { data, errors, extensions } = await run<{ user: { meetings: Page } }>(query, { after });
      expect(errors).toBeUndefined();
      expect(calls.length).toBeLessThanOrEqual(most);
      const { nodes, pageInfo } = data!.user.meetings;
      expect(nodes.length).toBeGreaterThan(0);
      expect(nodes.every(isWhole)).toBe(true);
      expect(extensions?.zoom?.notes ?? []).toEqual(
        pageInfo.hasNextPage
          ? [
              expect.stringMatching(
                /^Lists at `user\.meetings` end before all of their items are shown: those with `hasNextPage` go on from `endCursor`\. .*calls/,
              ),
            ]
          : [],
      );
      all.push(...nodes.map(({ zoomId }) => zoomId));
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
    expect(all).toEqual(numbersOf('a'));
  });

  test('so it does where the rate of Zoom leaves no more calls in the time of the request', async () => {
    const { run } = stub(table(), { plan: 'free' });
    const { data, errors, extensions } = await run<{ user: { meetings: Page } }>(
      `{ user(id: "a") { ${MEETINGS('nodes')} } }`,
      {},
      { headers: { 'x-zoom-timeout-ms': '2500' } },
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data!.user.meetings;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.length).toBeLessThan(COUNT);
    expect(nodes.every(isWhole)).toBe(true);
    expect(pageInfo.hasNextPage).toBe(true);
    expect(extensions?.zoom?.notes).toEqual([
      expect.stringMatching(/^Lists at `user\.meetings` end .* limit on LIGHT calls/),
    ]);
  });

  test('what is shown under several names ends alike', async () => {
    const { run } = stub(table(), { env: { MAX_CALLS_PER_REQUEST: '10' } });
    const { data, errors } = await run<{ user: { list: Page & { also: unknown[]; last: { cursor: string } } } }>(
      `{ user(id: "a") { list: meetings(first: ${COUNT}) {
        nodes { zoomId host { jobTitle } } edges { cursor node { topic } } also: nodes { topic }
        pageInfo { hasNextPage } last: pageInfo { cursor: endCursor } } } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes, edges, also, pageInfo, last } = data!.user.list;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.length).toBeLessThan(COUNT);
    expect([edges.length, also.length]).toEqual([nodes.length, nodes.length]);
    expect(pageInfo.hasNextPage).toBe(true);
    expect(last.cursor).toBe(edges.at(-1)?.cursor);
  });

  test.each([
    ['by plans', 'none'],
    ['by the usual executor', 'plans'],
  ])('%s, lists within lists end each for itself; those without an item begin by their cursors', async (_, off) => {
    const { run, calls } = stub(table(), { env: { MAX_CALLS_PER_REQUEST: '30', OPTIMIZATIONS_OFF: off } });
    const { data, errors, extensions } = await run<{ users: { nodes: { zoomId: string; meetings: Page }[] } }>(
      `{ users { nodes { zoomId ${MEETINGS('nodes')} } } }`,
    );
    expect(errors).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(30);
    expect(extensions?.zoom?.notes).toEqual([expect.stringMatching(/^Lists at `users\.nodes\.meetings` end/)]);
    const users = data?.users.nodes ?? [];
    expect(users.map(({ zoomId }) => zoomId)).toEqual(OWNERS);
    const shown = users.flatMap(({ meetings }) => meetings.nodes);
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.every(isWhole)).toBe(true);
    expect(users.at(-1)?.meetings).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: expect.any(String) },
    });

    const all: string[] = [];
    const rest = stub(table());
    for (const { zoomId, meetings } of users) {
      all.push(...meetings.nodes.map((one) => one.zoomId));
      if (!meetings.pageInfo.hasNextPage) continue;
      const more: Result<{ user: { meetings: Page } }> = await rest.run(
        `query ($id: ID!, $after: String) { user(id: $id) { ${MEETINGS('nodes', ', after: $after')} } }`,
        { id: zoomId, after: meetings.pageInfo.endCursor },
      );
      expect(more.errors).toBeUndefined();
      all.push(...(more.data?.user.meetings.nodes ?? []).map((one) => one.zoomId));
    }
    expect(all).toEqual(OWNERS.flatMap(numbersOf));
  });

  test('who does not look at `pageInfo` gets one error', async () => {
    const { run } = stub(table(), { env: { MAX_CALLS_PER_REQUEST: '30' } });
    const { data, errors } = await run<{ users: { nodes: { meetings: Page }[] } }>(
      `{ users { nodes { meetings(first: ${COUNT}) { edges { node { zoomId host { jobTitle } } } } } } }`,
    );
    expect(errors).toMatchObject([
      { path: ['users', 'nodes', 1, 'meetings'], extensions: { code: 'QUERY_TOO_COSTLY' } },
    ]);
    const shown = data?.users.nodes.flatMap(({ meetings }) => meetings.edges) ?? [];
    expect(shown.every(({ node }) => isWhole(node))).toBe(true);
  });

  test('a list that is none of many shows its items, with an error at each null, where it could show none', async () => {
    const { run, calls } = stub(table({ 'GET /users/a': { id: 'a', job_title: 'Owner' } }), {
      env: { MAX_CALLS_PER_REQUEST: '2' },
    });
    const { data, errors } = await run<{ user: { meetings: Page } }>(
      `{ user(id: "a") { jobTitle meetings(first: ${COUNT}) { nodes { topic host { jobTitle } } ${PAGE_INFO} } } }`,
    );
    expect(calls).toHaveLength(2);
    const { nodes } = data!.user.meetings;
    expect(nodes).toHaveLength(COUNT);
    expect(nodes[7]).toEqual({ topic: 'No. 1007', host: { jobTitle: null } });
    const at = (i: number) => ['user', 'meetings', 'nodes', i, 'host', 'jobTitle'];
    expect(errors).toMatchObject(
      Array.from({ length: COUNT }, (_, i) => ({ path: at(i), extensions: { code: 'QUERY_TOO_COSTLY' } })),
    );
  });

  test('where the calls of the day are spent, no later page would have them: items stand, with an error at each null', async () => {
    const spent = Object.fromEntries(
      numbersOf('a')
        .slice(12)
        .map((id) => [`GET /users/h${id}`, daySpent]),
    );
    const { run } = stub(table(spent));
    const { data, errors, extensions } = await run<{ user: { meetings: Page } }>(
      `{ user(id: "a") { ${MEETINGS('nodes')} } }`,
    );
    expect(data?.user.meetings.nodes.map(isWhole)).toEqual(numbersOf('a').map((_, i) => i < 12));
    expect(data?.user.meetings.pageInfo.hasNextPage).toBe(false);
    expect(errors?.map(({ path, extensions: { code } }) => [path?.join('.'), code])).toEqual(
      Array.from({ length: 8 }, (_, i) => [`user.meetings.nodes.${12 + i}.host.jobTitle`, 'RATE_LIMITED']),
    );
    expect(extensions?.zoom).not.toHaveProperty('notes');
  });

  test('what Zoom refuses of single ones is told of each, as ever', async () => {
    const gone = Object.fromEntries(
      ['h1003', 'h1004'].map((id) => [`GET /users/${id}`, refusal(404, 1001, `User does not exist: ${id}.`)]),
    );
    const { run } = stub(table(gone));
    const { data, errors } = await run<{ user: { meetings: Page } }>(`{ user(id: "a") { ${MEETINGS('nodes')} } }`);
    expect(data?.user.meetings.nodes).toHaveLength(COUNT);
    expect(errors?.map(({ path, extensions }) => [path?.[3], extensions.code])).toEqual([
      [3, 'NOT_FOUND'],
      [4, 'NOT_FOUND'],
    ]);
  });

  test('what is wrong with items that are not shown is not told', async () => {
    const gone = { 'GET /users/h1004': refusal(404, 1001, 'User does not exist: h1004.') };
    const { run } = stub(table({ ...gone, 'GET /users/h1018': gone['GET /users/h1004'] }), {
      env: { MAX_CALLS_PER_REQUEST: '10' },
    });
    const { errors } = await run<{ user: { meetings: Page } }>(`{ user(id: "a") { ${MEETINGS('nodes')} } }`);
    expect(errors?.map(({ path, extensions }) => [path?.[3], extensions.code])).toEqual([[4, 'NOT_FOUND']]);
  });

  test('things that a client names get an error each', async () => {
    const ids = numbersOf('a').map((id) => Buffer.from(`User:h${id}`).toString('base64'));
    const { run } = stub(table(Object.fromEntries(numbersOf('a').map((id) => [`GET /users/h${id}`, daySpent]))));
    const { data, errors } = await run<{ nodes: (object | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { jobTitle } } }',
      { ids },
    );
    expect(data?.nodes).toEqual(ids.map(() => null));
    expect(errors).toMatchObject(ids.map((_, i) => ({ path: ['nodes', i], extensions: { code: 'RATE_LIMITED' } })));
  });
});
