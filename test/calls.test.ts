/**
 * How many REST calls queries cost, counted by the sandbox, and that each keeps to the cost it had before: 1,000 users with 10
 * meetings each. Each is counted as if it were the first; what requests share is in machinery/shared-cache.test.ts. Rates are the business of
 * other tests: the client allows itself more than there are, and the sandbox counts none.
 */
import { print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beyond, type CostOf, costIn } from './cost.ts';
import { graphql } from './generated/index.ts';
import type { Result, Run } from './run.ts';
import { startWorld, type World } from './world.ts';

/** Of Zoom's rates. */
const NO_LIMIT = 1000;

let world: World;
beforeAll(async () => {
  world = await startWorld(
    { users: 1000, meetingsPerUser: 10, hasRates: false },
    { share: NO_LIMIT, env: { SHARED_CACHE_SECONDS: '0' } },
  );
});
afterAll(() => world.close());

let cost: CostOf | undefined;
/** Runs a query after a dry run, which makes no call. */
const run = (async (query: Parameters<typeof print>[0] | string, variables?: object) => {
  const text = typeof query === 'string' ? query : print(query);
  cost = costIn(await world.ask(text, { dryRun: true }, variables));
  return world.run(text, variables);
}) as Run;
/** The data of a query that must answer whole and within its cost, and the calls that it made. */
const ask = async <Data>(query: () => Promise<Result<Data>>) => {
  const { result, calls } = await world.counted(query);
  expect(beyond(cost, calls)).toEqual([]);
  expect(result.errors).toBeUndefined();
  expect(result.extensions?.zoom).toMatchObject({ calls: calls.length });
  return { data: result.data!, calls };
};
/** The items of a list that must be there. */
const nodesOf = <T>(list: { readonly nodes: readonly T[] } | null | undefined): readonly T[] => {
  expect(list).toBeTruthy();
  return list!.nodes;
};
/** The first item of a list that must have one. */
const firstOf = <T>(list: { readonly nodes: readonly T[] } | null | undefined): T => {
  const [first] = nodesOf(list);
  expect(first).toBeDefined();
  return first!;
};

const AnyUser = graphql(`query AnyUser { users(first: 1) { nodes { id email } } }`);
const OneUser = graphql(`query OneUser($id: ID!) { user(id: $id) { id zoomId email jobTitle role { name } } }`);
const Me = graphql(`query Me { me { id zoomId email jobTitle role { name } } }`);

test.each([
  ['by id', ({ id }: { id: string }) => ask(() => run(OneUser, { id }))],
  ['by email', ({ email }: { email: string | null }) => ask(() => run(OneUser, { id: email! }))],
  ['as me', () => ask(() => run(Me))],
])('one user %s costs one call', async (_, askFor) => {
  const { data } = await ask(() => run(AnyUser));
  const { calls } = await askFor(firstOf(data.users));
  expect(calls).toEqual(['GET /users/{userId}']);
});

const ListedFields = graphql(`
  query ListedFields {
    users(first: 300) {
      nodes {
        email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds divisionIds
        employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt
      }
    }
  }
`);
test('300 users with 20 fields of the list cost one call', async () => {
  const { data, calls } = await ask(() => run(ListedFields));
  expect(nodesOf(data.users)).toHaveLength(300);
  expect(calls).toEqual(['GET /users']);
});

const RolesOfUsers = graphql(`query RolesOfUsers { users(first: 300) { nodes { role { name } } } }`);
test('300 users with their roles cost two calls', async () => {
  const { data, calls } = await ask(() => run(RolesOfUsers));
  expect(nodesOf(data.users).every(({ role }) => role?.name)).toBe(true);
  expect(calls).toEqual(['GET /users', 'GET /roles']);
});

const MeetingsOfUsers = graphql(`
  query MeetingsOfUsers {
    users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } }
  }
`);
test('50 users with 10 meetings each and their hosts cost 51 calls', async () => {
  const { data, calls } = await ask(() => run(MeetingsOfUsers));
  const meetings = nodesOf(data.users).flatMap((user) => nodesOf(user.meetings));
  expect(meetings).toHaveLength(500);
  expect(meetings.every(({ topic, host }) => topic && host?.displayName)).toBe(true);
  expect(calls).toHaveLength(51);
});

const AllUsers = graphql(`query AllUsers { users(first: 1000) { nodes { id } } }`);
const MeetingsById = graphql(`
  query MeetingsById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 2) { nodes { zoomId } } } } }
`);
/** The global ids of every so many of the account's users: they stand on all pages of the list. */
const spread = async (step: number) => {
  const { data } = await ask(() => run(AllUsers));
  return nodesOf(data.users)
    .filter((_, i) => i % step === 0)
    .map(({ id }) => id);
};
test('300 meetings by id, of 150 hosts, with their hosts cost 304 calls', async () => {
  const hosts = (await spread(6)).slice(-150);
  const { data } = await ask(() => run(MeetingsById, { ids: hosts }));
  const ids = (data.nodes ?? []).flatMap((user) =>
    user && 'meetings' in user ? nodesOf(user.meetings).map(({ zoomId }) => zoomId) : [],
  );
  expect(ids).toHaveLength(300);
  const aliases = ids.map((id, i) => `m${i}: meeting(id: "${id}") { host { email displayName } }`).join(' ');
  const { data: meetings, calls } = await ask(() =>
    run<Record<string, { host: { displayName: string } }>>(`{ ${aliases} }`),
  );
  expect(new Set(Object.values(meetings).map(({ host }) => host.displayName)).size).toBeGreaterThan(100);
  expect(calls.filter((call) => call === 'GET /meetings/{meetingId}')).toHaveLength(300);
  expect(calls.filter((call) => call === 'GET /users')).toHaveLength(4);
  expect(calls).toHaveLength(304);
}, 60_000);

const UsersById = graphql(`query UsersById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }`);
test('200 users by id cost four calls', async () => {
  const ids = await spread(5);
  expect(ids).toHaveLength(200);
  const { data: found, calls } = await ask(() => run(UsersById, { ids }));
  expect(found.nodes?.every((node) => node && 'email' in node && node.email)).toBe(true);
  expect(calls).toEqual(['GET /users', 'GET /users', 'GET /users', 'GET /users']);
});

const JobTitles = graphql(`query JobTitles { users(first: 100) { nodes { jobTitle } } }`);
test('100 users with a field that only the single GET has cost 101 calls', async () => {
  const { calls } = await ask(() => run(JobTitles));
  expect(calls).toHaveLength(101);
});

const MyMeeting = graphql(`query MyMeeting { me { meetings(first: 1) { nodes { id } } } }`);
const HostOfMeeting = graphql(`query HostOfMeeting($id: ID!) { meeting(id: $id) { host { id } } }`);
test('the id of a host costs nothing beyond the meeting', async () => {
  const { data } = await ask(() => run(MyMeeting));
  const { id } = firstOf(data.me?.meetings);
  const { calls } = await ask(() => run(HostOfMeeting, { id }));
  expect(calls).toEqual(['GET /meetings/{meetingId}']);
});

const PhoneUsers = graphql(
  `query PhoneUsers { phone { users(first: 100) { nodes { user { email } site { name } } } } }`,
);
test('100 phone users with their user and site cost six calls at most', async () => {
  const { data, calls } = await ask(() => run(PhoneUsers));
  const users = nodesOf(data.phone?.users);
  expect(users).toHaveLength(100);
  expect(users.every(({ user, site }) => user?.email && site?.name)).toBe(true);
  expect(calls.length).toBeLessThanOrEqual(6);
});

const QueuesOfSites = graphql(`
  query QueuesOfSites($from: Date!) {
    phone {
      sites {
        nodes {
          name
          callQueues { nodes { name members { users { user { user { displayName } } } } } }
          callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime calleeName } }
        }
      }
    }
  }
`);
const QueuesWithSites = graphql(`
  query QueuesWithSites($from: Date!) {
    phone {
      callQueues { nodes { name site { name } members { users { user { user { displayName } } } } } }
      callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime site { name } } }
    }
  }
`);
const weekAgo = () => new Date(Date.now() - 6 * 86_400_000).toISOString().slice(0, 10);
const countsIn = (calls: readonly string[]) =>
  Object.fromEntries([...new Set(calls)].map((call) => [call, calls.filter((other) => other === call).length]));

/**
 * The calls by operation, without those that read the members' users: as queues arrive, their members are wanted, and where many are
 * at once, a page of users tells of all of them (one is the least here), while few are read singly. 40 is the most, one for each.
 */
const countsBesideUsers = (calls: readonly string[]) => {
  const { 'GET /users': pages = 0, 'GET /users/{userId}': single = 0, ...counts } = countsIn(calls);
  expect(pages + single).toBeGreaterThan(0);
  expect(pages + single).toBeLessThanOrEqual(40);
  return counts;
};

// Zoom lists the queues and the calls of one site at a time, so each list is read for each of the six sites; who the members of a
// queue are, only the queue itself tells.
test('the queues of each site, their members’ users and last week’s missed calls cost two lists a site, and a call a queue', async () => {
  const { data, calls } = await ask(() => run(QueuesOfSites, { from: weekAgo() }));
  const sites = nodesOf(data.phone?.sites);
  const queues = sites.flatMap(({ callQueues }) => nodesOf(callQueues));
  const members = queues.flatMap((queue) => queue.members?.users ?? []);
  expect([sites.length, queues.length, members.length]).toEqual([6, 8, 35]);
  expect(members.every(({ user }) => user?.user?.displayName)).toBe(true);
  expect(sites.flatMap(({ callHistory }) => nodesOf(callHistory)).length).toBeGreaterThan(0);
  expect(countsBesideUsers(calls)).toEqual({
    'GET /phone/sites': 1,
    'GET /phone/call_queues': 6,
    'GET /phone/call_history': 6,
    'GET /phone/call_queues/{callQueueId}': 8,
  });
});

// The least: one list of the queues, each of them singly, one page of calls, and one of users.
test('the same asked from the queues and calls, which tell their site, costs no list a site', async () => {
  const { data, calls } = await ask(() => run(QueuesWithSites, { from: weekAgo() }));
  const queues = nodesOf(data.phone?.callQueues);
  expect(queues.every(({ site }) => site?.name)).toBe(true);
  expect(nodesOf(data.phone?.callHistory).every(({ site }) => site?.name)).toBe(true);
  expect(countsBesideUsers(calls)).toEqual({
    'GET /phone/call_queues': 1,
    'GET /phone/call_history': 1,
    'GET /phone/call_queues/{callQueueId}': 8,
  });
});

const RegistrantsOfWebinars = graphql(`
  query RegistrantsOfWebinars {
    me {
      webinars {
        nodes {
          topic
          host { email }
          approved: registrants(first: 100) { nodes { email } }
          others: registrants(first: 100, status: [PENDING, DENIED]) { nodes { email status } }
        }
      }
    }
  }
`);
test('the webinars of a user with their registrants by status cost a call for each webinar and status, since Zoom lists one status a call', async () => {
  const { data, calls } = await ask(() => run(RegistrantsOfWebinars));
  const webinars = nodesOf(data.me?.webinars);
  expect(webinars).toHaveLength(3);
  expect(webinars.flatMap(({ others }) => nodesOf(others).map(({ status }) => status))).toContain('PENDING');
  const [first, ...more] = calls;
  expect(first).toBe('GET /users/{userId}/webinars');
  const lists = more.filter((call) => call === 'GET /webinars/{webinarId}/registrants');
  expect(lists).toHaveLength(3 * webinars.length);
  // The email of the host is read once.
  expect(more.length - lists.length).toBeLessThanOrEqual(1);
});

const ParticipantsOfQuarter = graphql(`
  query ParticipantsOfQuarter($from: Date!, $to: Date!) {
    users(first: 50) {
      nodes {
        email
        pastMeetings(from: $from, to: $to, first: 2) {
          nodes { topic startTime participants(first: 300) { nodes { name email } } }
        }
      }
    }
  }
`);
// Zoom lists past meetings by user, and participants by meeting; the newest of a quarter come with the first page of its last month.
test('the last two meetings in a quarter of each of 50 users with their participants cost a call for the users, one for each of them, and one for each meeting', async () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const { data, calls } = await ask(() => run(ParticipantsOfQuarter, { from: day(90), to: day(0) }));
  const held = nodesOf(data.users).flatMap(({ pastMeetings }) => nodesOf(pastMeetings));
  expect(held).toHaveLength(100);
  expect(held.flatMap(({ participants }) => nodesOf(participants)).length).toBeGreaterThan(100);
  expect(calls.sort()).toEqual([
    ...Array.from(held, () => 'GET /past_meetings/{meetingId}/participants'),
    'GET /users',
    ...Array.from({ length: 50 }, () => 'GET /users/{userId}/meetings'),
  ]);
});

const HostsAndMeetingsOfRecordings = graphql(`
  query HostsAndMeetingsOfRecordings($from: Date!, $to: Date!) {
    account { recordings(from: $from, to: $to, first: 1000) { nodes { host { email } meeting { id topic agenda } } } }
  }
`);
// A recording tells the topic of its meeting; the agenda has the meeting alone, which Zoom gives one a call.
test('the recordings of a year with their hosts and meetings cost a call for each window, four at most for the hosts, and one for each meeting', async () => {
  const to = new Date();
  const from = new Date(to.getTime() - 364 * 86_400_000);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const { data, calls } = await ask(() => run(HostsAndMeetingsOfRecordings, { from: day(from), to: day(to) }));
  const recordings = nodesOf(data.account?.recordings);
  expect(recordings.length).toBeGreaterThan(30);
  const times = (operation: string) => calls.filter((call) => call === operation).length;
  const windows = times('GET /accounts/{accountId}/recordings');
  expect(windows).toBeGreaterThanOrEqual(12);
  expect(windows).toBeLessThanOrEqual(14);
  const meetings = new Set(recordings.flatMap(({ meeting }) => meeting?.id ?? []));
  expect(times('GET /meetings/{meetingId}')).toBe(meetings.size);
  expect(calls.length - windows - meetings.size).toBeLessThanOrEqual(4);
});

const HostsOfMonth = graphql(`
  query HostsOfMonth($from: Date!, $to: Date!) {
    reports {
      users(from: $from, to: $to, first: 50) {
        nodes {
          meetingsCount
          user { email }
          meetings(first: 100) { nodes { topic startTime host { email } } }
          webinars(first: 100) { nodes { topic } }
        }
      }
    }
  }
`);
// Zoom has hosts in pages of 300 and what each held in a list of its own, by the month for both. The month of the hosts is that of their
// meetings, so that one call is enough where windows of the gateway's own would need two; meetings and webinars are of one list.
test('a month’s report of 50 active hosts with their meetings and webinars costs a call for the hosts and one for each of them', async () => {
  const now = new Date();
  const day = (month: number, date: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, date)).toISOString().slice(0, 10);
  const { data, calls } = await ask(() => run(HostsOfMonth, { from: day(-1, 1), to: day(0, 0) }));
  const hosts = nodesOf(data.reports?.users);
  expect(hosts).toHaveLength(50);
  expect(hosts.every(({ user, meetingsCount }) => user?.email && meetingsCount)).toBe(true);
  expect(hosts.flatMap(({ meetings }) => nodesOf(meetings)).every(({ host }) => host?.email)).toBe(true);
  const [first, ...more] = calls;
  expect(first).toBe('GET /report/users');
  expect(more).toEqual(Array.from({ length: 50 }, () => 'GET /report/users/{userId}/meetings'));
});

const GroupsWithMembers = graphql(`
  query GroupsWithMembers {
    groups(first: 20) { nodes { name members(first: 1000) { nodes { email role { name } } } } }
  }
`);
// Zoom lists the members of one group a call, 300 at a time, without their roles; those stand in the list of users, 300 at a time.
test('the members of 20 groups with their roles cost a call for each group, one for the groups and one for the roles, and four for the users', async () => {
  for (let added = 0; added < 12; added++)
    await world.run('mutation ($name: String!) { createGroup(input: { name: $name }) { group { id } } }', {
      name: `Group ${added}`,
    });
  const { data, calls } = await ask(() => run(GroupsWithMembers));
  const groups = nodesOf(data.groups);
  expect(groups).toHaveLength(20);
  const members = groups.flatMap((group) => nodesOf(group.members));
  expect(members.length).toBeGreaterThan(500);
  expect(members.every(({ role }) => role?.name)).toBe(true);
  const times = (operation: string) => calls.filter((call) => call === operation).length;
  expect(times('GET /groups')).toBe(1);
  expect(times('GET /groups/{groupId}/members')).toBe(20);
  expect(times('GET /users')).toBe(4);
  expect(times('GET /roles')).toBe(1);
  expect(calls).toHaveLength(26);
  world.sandbox.reset();
});

const GroupsOfUsers = graphql(`
  query GroupsOfUsers { users(first: 1000) { nodes { email role { name } groups { name } } } }
`);
// The list of users tells groups and roles by their ids.
test('the same told by 1,000 users costs four calls for these, one for the groups and one for the roles', async () => {
  const { data, calls } = await ask(() => run(GroupsOfUsers));
  expect(nodesOf(data.users).some(({ groups }) => groups?.[0]?.name)).toBe(true);
  expect(calls.toSorted()).toEqual(['GET /groups', 'GET /roles', ...Array.from({ length: 4 }, () => 'GET /users')]);
});

const RecordingOfUsers = graphql(`
  query RecordingOfUsers {
    account { settings { recording { autoRecording } } }
    users(first: 300) { nodes { zoomId settings { recording { autoRecording } } } }
  }
`);
// No list of Zoom's tells settings: each user's are a call, and the account's one.
test('who differs from the recording setting of the account among 300 users costs 302 calls', async () => {
  const { data, calls } = await ask(() => run(RecordingOfUsers));
  const own = data.account?.settings?.recording?.autoRecording;
  const users = nodesOf(data.users);
  expect(users).toHaveLength(300);
  const differing = users.filter(({ settings }) => settings?.recording?.autoRecording !== own);
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.length).toBeLessThan(300);
  expect(calls).toHaveLength(302);
});

const LocksOfUsers = graphql(`
  query LocksOfUsers {
    users(first: 300) {
      nodes { effectiveSettings { recording { autoRecording { value lockedBy lockedByGroup { name } } } } }
    }
  }
`);
// The locks of the account are one call for all users, those of each group one for all of its members.
test('the recording setting that holds for 300 users, and who locked it, costs a call for each user and each group, and three more', async () => {
  const { data, calls } = await ask(() => run(LocksOfUsers));
  const settings = nodesOf(data.users).map(({ effectiveSettings }) => effectiveSettings?.recording?.autoRecording);
  expect(settings.every((setting) => setting?.value && setting.lockedBy)).toBe(true);
  const times = (operation: string) => calls.filter((call) => call === operation).length;
  expect(times('GET /users/{userId}/settings')).toBe(300);
  expect(times('GET /accounts/{accountId}/lock_settings')).toBe(1);
  expect(times('GET /groups/{groupId}/lock_settings')).toBe(8);
  expect(calls.length - 300 - 8).toBeLessThanOrEqual(3);
});

const MessagesOfWeek = graphql(`
  query MessagesOfWeek($from: Date!, $to: Date!) {
    me {
      chatChannels(first: 5) {
        nodes { name messages(from: $from, to: $to, first: 50) { nodes { message sender { displayName } } } }
      }
    }
  }
`);
/**
 * Zoom tells the messages of one channel on one day a call: 35 of them. One call more tells the channels, and one all the senders: a page
 * of the users of the account has them.
 */
test('the messages of five channels in a week with their senders cost 37 calls', async () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const { data, calls } = await ask(() => run(MessagesOfWeek, { from: day(6), to: day(0) }));
  const channels = nodesOf(data.me?.chatChannels);
  expect(channels).toHaveLength(5);
  for (const { messages } of channels) {
    expect(nodesOf(messages).length).toBeGreaterThan(15);
    for (const { sender } of nodesOf(messages)) expect(sender?.displayName).toEqual(expect.any(String));
  }
  const countOf = (name: string) => calls.filter((call) => call === name).length;
  expect([...new Set(calls)].map((name) => [name, countOf(name)])).toEqual([
    ['GET /chat/users/{userId}/channels', 1],
    ['GET /chat/users/{userId}/messages', 35],
    ['GET /users', 1],
  ]);
});

const PageOfUsers = graphql(`
  query PageOfUsers($after: String) {
    users(first: 300, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  }
`);
test('a walk through 10,000 users, 300 at a time, costs 34 calls', async () => {
  const large = await startWorld({ users: 10_000, meetingsPerUser: 0, hasRates: false }, { share: NO_LIMIT });
  try {
    const seen = new Set<string>();
    const { calls } = await large.counted(async () => {
      let after: string | null | undefined;
      do {
        const { data, errors } = await large.run(PageOfUsers, { after });
        expect(errors).toBeUndefined();
        for (const { id } of nodesOf(data?.users)) seen.add(id);
        const { hasNextPage, endCursor } = data!.users!.pageInfo;
        after = hasNextPage ? endCursor : undefined;
      } while (after);
    });
    expect(seen.size).toBe(10_000);
    expect(calls).toHaveLength(34);
  } finally {
    await large.close();
  }
});

const UsersAndRoles = graphql(`query UsersAndRoles { users(first: 60) { nodes { email role { name } } } }`);
test('the same query 50 times at once costs as much as once', async () => {
  const slow = await startWorld({ users: 60, latencyMs: 1000 });
  try {
    const { calls, result } = await slow.counted(() =>
      Promise.all(Array.from({ length: 50 }, () => slow.run(UsersAndRoles))),
    );
    expect(result.every(({ errors }) => errors === undefined)).toBe(true);
    expect(new Set(result.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(calls).toEqual(['GET /users', 'GET /roles']);
  } finally {
    await slow.close();
  }
});
