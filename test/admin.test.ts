/** The questions of administrators in examples/admin, over the sandbox: what comes of each is what is found by hand, and by how many calls. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countsOf } from './cost.ts';
import { isRaw, type Raw } from './exerciser/graph.ts';
import { type ExerciserWorld, startExerciserWorld } from './exerciser/world.ts';

vi.setConfig({ testTimeout: 120_000 });

/** How many calls are made depends on how many meetings there were in the days that are asked about. */
const NOW = Date.parse('2026-11-27T12:00:00Z');
let world: ExerciserWorld;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  world = await startExerciserWorld();
}, 120_000);
afterAll(async () => {
  vi.useRealTimers();
  await world.close();
});

const day = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
const DAYS = { from: day(8).slice(0, 10), to: day(1).slice(0, 10) };
const MONTH = { from: day(45).slice(0, 10), to: day(1).slice(0, 10) };
const RANGE = `from: "${DAYS.from}", to: "${DAYS.to}"`;

/** What stands at a place, such as `phone.users`; below lists, of all items. */
const at = (data: unknown, path: string): readonly Raw[] =>
  path
    .split('.')
    .reduce<readonly unknown[]>((all, key) => all.flatMap((one) => (isRaw(one) ? (one[key] ?? []) : [])), [data])
    .filter(isRaw);
const count = (all: readonly Raw[], key: (one: Raw) => unknown): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[String(key(one))] = 1 + (counts[String(key(one))] ?? 0);
  return counts;
};
/** The counts of groups, by what their keys show. */
const countsIn = (groups: readonly Raw[], key: (one: Raw) => unknown): Record<string, unknown> =>
  Object.fromEntries(groups.map((group) => [String(key(group.key as Raw)), group.count]));
const names = (all: readonly unknown[]) => (all as Raw[]).map(({ name }) => name);
const inner = (one: unknown, key: string) => (isRaw(one) ? one[key] : undefined);

interface Question {
  readonly variables?: Raw | ((data: Raw) => Raw);
  /** A query for all that the answer is made of, and how it is made of that by hand. */
  readonly plain: string;
  readonly byHand: (data: Raw) => unknown;
  readonly shown: (data: Raw) => unknown;
  /** How often each operation is called. */
  readonly calls: Readonly<Record<string, number>>;
}
/** A participant of some meeting. */
const someone = (data: Raw): unknown =>
  at(data, 'account.dashboard.meetings.nodes.participants.nodes').find(({ email }) => email)?.email;
const emails = (path: string) => (data: Raw) => at(data, path).map(({ email }) => email);

const USERS = 'users(first: 200)';
const MISSED = ['NO_ANSWER', 'RING_TIMEOUT', 'ABANDONED', 'CANCELED', 'OVERFLOWED', 'VOICEMAIL'];
const QUESTIONS: Readonly<Record<string, Question>> = {
  'idle-licences': {
    variables: { before: day(3) },
    plain: `{ ${USERS} { nodes { email type lastLoginTime } } }`,
    byHand: (data) =>
      at(data, 'users.nodes')
        .filter(({ type, lastLoginTime }) => type === 'LICENSED' && (!lastLoginTime || String(lastLoginTime) < day(3)))
        .map(({ email }) => email)
        .sort(),
    shown: (data) => emails('users.nodes')(data).sort(),
    calls: { 'GET /users': 1 },
  },
  'recorded-by-host': {
    variables: DAYS,
    plain: `{ account { recordings(first: 500, ${RANGE}) { nodes { hostId totalSize host { email } } } } }`,
    byHand: (data) => count(at(data, 'account.recordings.nodes'), ({ host }) => inner(host, 'email')),
    shown: (data) => countsIn(at(data, 'account.recordings.groups'), ({ host }) => inner(host, 'email')),
    calls: { 'GET /accounts/{accountId}/recordings': 1, 'GET /users': 1 },
  },
  'meetings-without-passcode': {
    variables: { first: 100 },
    plain: `{ ${USERS} { nodes { meetings(first: 100) { nodes { topic password } } } } }`,
    byHand: (data) =>
      at(data, 'users.nodes.meetings.nodes')
        .filter(({ password }) => password === null)
        .map(({ topic }) => topic),
    shown: (data) => at(data, 'account.meetings.nodes').map(({ topic }) => topic),
    calls: { 'GET /users': 1, 'GET /users/{userId}/meetings': 40, 'GET /meetings/{meetingId}': 10 },
  },
  'queues-without-members': {
    plain: '{ phone { callQueues(first: 100) { nodes { name members { users { name } commonAreas { name } } } } } }',
    byHand: (data) =>
      names(
        at(data, 'phone.callQueues.nodes').filter(
          ({ members }) => !at(members, 'users').length && !at(members, 'commonAreas').length,
        ),
      ),
    shown: (data) => names(at(data, 'phone.callQueues.nodes')),
    calls: { 'GET /phone/call_queues': 1, 'GET /phone/call_queues/{callQueueId}': 8 },
  },
  'no-automatic-recording': {
    plain: `{ ${USERS} { nodes { email type settings { recording { autoRecording } } } } }`,
    byHand: (data) =>
      at(data, 'users.nodes')
        .filter(({ type, settings }) => type === 'LICENSED' && at(settings, 'recording')[0]?.autoRecording === 'NONE')
        .map(({ email }) => email),
    shown: emails('users.nodes'),
    calls: { 'GET /users': 1, 'GET /users/{userId}/settings': 39 },
  },
  'automatic-recording': {
    plain: `{ ${USERS} { nodes { type settings { recording { autoRecording } } } } }`,
    byHand: (data) =>
      count(
        at(data, 'users.nodes').filter(({ type }) => type === 'LICENSED'),
        ({ settings }) => at(settings, 'recording')[0]?.autoRecording,
      ),
    shown: (data) => countsIn(at(data, 'users.groups'), ({ settings }) => at(settings, 'recording')[0]?.autoRecording),
    calls: { 'GET /users': 1, 'GET /users/{userId}/settings': 39 },
  },
  'largest-capacities': {
    variables: { dept: 'Sales' },
    plain: `{ ${USERS} { nodes { email dept settings { feature { meetingCapacity } } } } }`,
    byHand: (data) =>
      at(data, 'users.nodes')
        .filter(({ dept }) => dept === 'Sales')
        .map(({ email, settings }) => [email, at(settings, 'feature')[0]?.meetingCapacity])
        .sort(([a, one], [b, other]) => Number(other) - Number(one) || (String(a) < String(b) ? -1 : 1))
        .slice(0, 5),
    shown: (data) =>
      at(data, 'users.nodes').map(({ email, settings }) => [email, at(settings, 'feature')[0]?.meetingCapacity]),
    calls: { 'GET /users': 1, 'GET /users/{userId}/settings': 7 },
  },
  'who-may-edit-users': {
    plain: '{ roles(first: 100) { nodes { name privileges } } }',
    byHand: (data) =>
      names(at(data, 'roles.nodes').filter(({ privileges }) => (privileges as string[] | null)?.includes('User:Edit'))),
    shown: (data) => names(at(data, 'roles.nodes')),
    calls: { 'GET /roles': 1, 'GET /roles/{roleId}': 6, 'GET /roles/{roleId}/members': 5 },
  },
  'external-participants': {
    variables: { ...DAYS, domain: 'lovelace' },
    plain: `{ account { dashboard { meetings(first: 100, ${RANGE}) { nodes { topic participants(first: 100) { nodes { email } } } } } } }`,
    byHand: (data) =>
      at(data, 'account.dashboard.meetings.nodes')
        .filter((one) =>
          at(one, 'participants.nodes').some(({ email }) => email !== null && !String(email).includes('lovelace')),
        )
        .map(({ topic }) => topic)
        .slice(0, 10),
    shown: (data) => at(data, 'account.dashboard.meetings.nodes').map(({ topic }) => topic),
    calls: { 'GET /metrics/meetings': 1, 'GET /metrics/meetings/{meetingId}/participants': 20 },
  },
  'pending-invitations': {
    variables: { before: day(0) },
    plain: '{ users(first: 200, status: [PENDING]) { nodes { email } } }',
    byHand: emails('users.nodes'),
    shown: emails('users.nodes'),
    calls: { 'GET /users': 1 },
  },
  'free-numbers-by-site': {
    plain: '{ phone { numbers(first: 500, type: UNASSIGNED) { nodes { site { name } } } } }',
    byHand: (data) => count(at(data, 'phone.numbers.nodes'), ({ site }) => inner(site, 'name')),
    shown: (data) => countsIn(at(data, 'phone.numbers.groups'), ({ site }) => inner(site, 'name')),
    calls: { 'GET /phone/numbers': 1 },
  },
  'phone-users-without-plan': {
    plain: '{ phone { users(first: 200) { nodes { name phoneNumbers { number } callingPlans { name } } } } }',
    byHand: (data) =>
      names(
        at(data, 'phone.users.nodes').filter(
          (one) => !at(one, 'phoneNumbers').length || !at(one, 'callingPlans').length,
        ),
      ),
    shown: (data) => names(at(data, 'phone.users.nodes')),
    calls: { 'GET /phone/users': 1 },
  },
  'public-recordings': {
    variables: MONTH,
    plain: `{ account { recordings(first: 500, from: "${MONTH.from}", to: "${MONTH.to}") { nodes { topic settings { shareRecording password } } } } }`,
    byHand: (data) =>
      at(data, 'account.recordings.nodes')
        .filter(
          ({ settings }) => inner(settings, 'shareRecording') === 'PUBLICLY' && inner(settings, 'password') === null,
        )
        .map(({ topic }) => topic),
    shown: (data) => at(data, 'account.recordings.nodes').map(({ topic }) => topic),
    calls: { 'GET /accounts/{accountId}/recordings': 2, 'GET /meetings/{meetingId}/recordings/settings': 29 },
  },
  'missed-calls-by-queue': {
    variables: DAYS,
    plain: `{ phone { callHistory(first: 500, ${RANGE}) { nodes { direction callResult calleeName } } } }`,
    byHand: (data) =>
      count(
        at(data, 'phone.callHistory.nodes').filter(
          ({ direction, callResult }) => direction === 'INBOUND' && MISSED.includes(String(callResult)),
        ),
        ({ calleeName }) => calleeName,
      ),
    shown: (data) => countsIn(at(data, 'phone.callHistory.groups'), ({ calleeName }) => calleeName),
    calls: { 'GET /phone/call_history': 1 },
  },
  'untracked-meetings': {
    variables: { user: 'me', field: 'Cost center' },
    plain: '{ user(id: "me") { meetings(first: 100) { nodes { topic trackingFields { field value } } } } }',
    byHand: (data) =>
      at(data, 'user.meetings.nodes')
        .filter(
          (one) => !at(one, 'trackingFields').some(({ field, value }) => field === 'Cost center' && value !== null),
        )
        .map(({ topic }) => topic),
    shown: (data) => at(data, 'user.meetings.nodes').map(({ topic }) => topic),
    calls: { 'GET /users/{userId}': 1, 'GET /users/{userId}/meetings': 1, 'GET /meetings/{meetingId}': 10 },
  },
  'who-may-not-talk': {
    plain: '{ informationBarrierPolicies(first: 100) { nodes { name status } } }',
    byHand: (data) =>
      at(data, 'informationBarrierPolicies.nodes')
        .filter(({ status }) => status === 'ACTIVE')
        .map(({ name }) => name),
    shown: (data) => at(data, 'informationBarrierPolicies.nodes').map(({ name }) => name),
    calls: { 'GET /information_barriers/policies': 1, 'GET /groups': 1 },
  },
  'users-in-no-group': {
    plain: `{ ${USERS} { nodes { email groupIds } } }`,
    byHand: (data) =>
      at(data, 'users.nodes')
        .filter(({ groupIds }) => !(groupIds as string[] | null)?.length)
        .map(({ email }) => email),
    shown: emails('users.nodes'),
    calls: { 'GET /users': 1 },
  },
  'no-waiting-room': {
    variables: { department: 'Sales' },
    plain: `{ ${USERS} { nodes { email department settings { inMeeting { waitingRoom } } } } }`,
    byHand: (data) =>
      at(data, 'users.nodes')
        .filter(
          ({ department, settings }) => department === 'Sales' && at(settings, 'inMeeting')[0]?.waitingRoom === false,
        )
        .map(({ email }) => email),
    shown: emails('users.nodes'),
    calls: { 'GET /users': 1, 'GET /users/{userId}/settings': 7 },
  },
  'who-may-change-chat': {
    plain: `{
      account { lockedSettings { inMeeting { chat } } }
      ${USERS} { nodes { email type groups { lockedSettings { inMeeting { chat } } } } }
    }`,
    byHand: (data) => {
      const isLocked = (one: unknown) => at(one, 'lockedSettings.inMeeting').some(({ chat }) => chat);
      return at(data, 'users.nodes')
        .filter((user) => user.type === 'LICENSED' && !isLocked(data.account) && !at(user, 'groups').some(isLocked))
        .map(({ email }) => email);
    },
    shown: emails('users.nodes'),
    calls: { 'GET /users': 1, 'GET /accounts/{accountId}/lock_settings': 1, 'GET /groups/{groupId}/lock_settings': 8 },
  },
  'find-a-user': {
    variables: { text: 'TURING ada' },
    plain: `{ ${USERS} { nodes { email displayName } } }`,
    byHand: (data) =>
      at(data, 'users.nodes')
        .filter(({ displayName }) => /Ada Turing/.test(String(displayName)))
        .map(({ email }) => email)
        .slice(0, 10),
    shown: emails('users.nodes'),
    calls: { 'GET /users': 1 },
  },
  'attended-by': {
    variables: (data) => ({ ...DAYS, email: someone(data) }),
    plain: `{ account { dashboard { meetings(first: 100, ${RANGE}) { nodes { topic participants(first: 100) { nodes { email } } } } } } }`,
    byHand: (data) =>
      at(data, 'account.dashboard.meetings.nodes')
        .filter((one) => at(one, 'participants.nodes').some(({ email }) => email === someone(data)))
        .slice(0, 10)
        .map(({ topic }) => topic),
    shown: (data) => at(data, 'account.dashboard.meetings.nodes').map(({ topic }) => topic),
    calls: { 'GET /metrics/meetings': 1, 'GET /metrics/meetings/{meetingId}/participants': 68 },
  },
  'licences-by-department': {
    plain: `{ ${USERS} { nodes { department type } } }`,
    byHand: (data) => count(at(data, 'users.nodes'), ({ department, type }) => `${department} ${type}`),
    shown: (data) => countsIn(at(data, 'users.groups'), ({ department, type }) => `${department} ${type}`),
    calls: { 'GET /users': 1 },
  },
  'who-stayed-how-long': {
    variables: (data) => ({ meeting: at(data, 'user.pastMeetings.nodes')[0]?.id }),
    plain: `{ user(id: "me") { pastMeetings(first: 1) { nodes { id participants(first: 500) { nodes { person duration joinTime leaveTime } } } } } }`,
    byHand: (data) => {
      const people = new Map<unknown, { count: number; duration: number; joinTime: string; leaveTime: string }>();
      for (const stay of at(data, 'user.pastMeetings.nodes.participants.nodes')) {
        const [joined, left] = [String(stay.joinTime), String(stay.leaveTime)];
        const before = people.get(stay.person) ?? { count: 0, duration: 0, joinTime: joined, leaveTime: left };
        people.set(stay.person, {
          count: before.count + 1,
          duration: before.duration + Number(stay.duration),
          joinTime: before.joinTime < joined ? before.joinTime : joined,
          leaveTime: before.leaveTime > left ? before.leaveTime : left,
        });
      }
      expect([...people.values()].some(({ count }) => count > 1)).toBe(true);
      return Object.fromEntries(people);
    },
    shown: (data) =>
      Object.fromEntries(
        at(data, 'meetingInstance.participants.groups').map(({ key, count, stats }) => [
          inner(key, 'person'),
          {
            count,
            duration: Number(inner(inner(stats, 'sum'), 'duration')),
            joinTime: inner(inner(stats, 'min'), 'joinTime'),
            leaveTime: inner(inner(stats, 'max'), 'leaveTime'),
          },
        ]),
      ),
    calls: { 'GET /past_meetings/{meetingId}/participants': 1 },
  },
  'licences-and-storage': {
    plain: '{ account { plans { planBase { hosts } } } }',
    byHand: (data) => at(data, 'account.plans.planBase').map(({ hosts }) => hosts),
    shown: (data) => at(data, 'account.planUsage.planBase').map(({ hosts }) => hosts),
    calls: { 'GET /accounts/{accountId}/plans/usage': 1 },
  },
  'recordings-soon-deleted': {
    variables: { ...MONTH, until: DAYS.to },
    plain: `{ account { recordings(first: 500, from: "${MONTH.from}", to: "${MONTH.to}") { nodes { topic autoDeleteDate } } } }`,
    byHand: (data) =>
      at(data, 'account.recordings.nodes')
        .filter(({ autoDeleteDate }) => autoDeleteDate !== null && String(autoDeleteDate) <= DAYS.to)
        .map(({ topic, autoDeleteDate }) => `${autoDeleteDate} ${topic}`)
        .sort(),
    shown: (data) =>
      at(data, 'account.recordings.nodes')
        .map(({ topic, autoDeleteDate }) => `${autoDeleteDate} ${topic}`)
        .sort(),
    calls: { 'GET /accounts/{accountId}/recordings': 2, 'GET /users': 1 },
  },
  'sign-ins': {
    variables: DAYS,
    plain: `{ reports { signInActivities(first: 500, ${RANGE}) { nodes { email ipAddress type } } } }`,
    byHand: (data) =>
      count(
        at(data, 'reports.signInActivities.nodes').filter(({ type }) => type === 'SIGN_IN'),
        ({ email, ipAddress }) => `${email} ${ipAddress}`,
      ),
    shown: (data) =>
      countsIn(at(data, 'reports.signInActivities.groups'), ({ email, ipAddress }) => `${email} ${ipAddress}`),
    calls: { 'GET /report/activities': 1 },
  },
  'who-changed-what': {
    variables: DAYS,
    plain: `{ reports { operationLogs(first: 500, ${RANGE}) { nodes { time categoryType } } } }`,
    byHand: (data) =>
      at(data, 'reports.operationLogs.nodes')
        .filter(({ categoryType }) => categoryType === 'Role')
        .map(({ time }) => time),
    shown: (data) => at(data, 'reports.operationLogs.nodes').map(({ time }) => time),
    calls: { 'GET /report/operationlogs': 1 },
  },
  'webinars-held': {
    variables: MONTH,
    plain: `{ ${USERS} { nodes { pastWebinars(first: 100, from: "${MONTH.from}", to: "${MONTH.to}") { nodes { topic startTime } } } } }`,
    byHand: (data) =>
      at(data, 'users.nodes.pastWebinars.nodes')
        .map(({ topic, startTime }) => `${startTime} ${topic}`)
        .sort(),
    shown: (data) =>
      at(data, 'account.dashboard.webinars.nodes')
        .map(({ topic, startTime }) => `${startTime} ${topic}`)
        .sort(),
    calls: { 'GET /metrics/webinars': 2 },
  },
  'devices-offline': {
    plain: '{ phone { devices(first: 500) { nodes { status site { name } } } } }',
    byHand: (data) =>
      count(
        at(data, 'phone.devices.nodes').filter(({ status }) => status === 'OFFLINE'),
        ({ site }) => inner(site, 'name'),
      ),
    shown: (data) => countsIn(at(data, 'phone.devices.groups'), ({ site }) => inner(site, 'name')),
    calls: { 'GET /phone/devices': 2 },
  },
};

const files = readdirSync('examples/admin').map((name) => name.replace('.graphql', ''));
test('each question is asked here', () => expect(Object.keys(QUESTIONS).sort()).toEqual(files.sort()));

test.each(Object.entries(QUESTIONS))('%s', async (name, { variables, plain, byHand, shown, calls }) => {
  const { result } = await world.ask(plain);
  expect(result.errors).toBeUndefined();
  const all = result.data ?? {};
  const text = readFileSync(`examples/admin/${name}.graphql`, 'utf8');
  const asked = await world.ask(text, typeof variables === 'function' ? variables(all) : variables);
  expect(asked.result.errors).toBeUndefined();
  const found = byHand(all);
  expect(Object.keys(found as object), 'The sandbox has nothing of it.').not.toEqual([]);
  expect(shown(asked.result.data ?? {})).toEqual(found);
  expect(Object.fromEntries(countsOf(asked.calls.map(({ operation }) => operation)))).toEqual(calls);
});

test('none of them made more calls than its dry run said', () => expect([...world.beyond]).toEqual([]));
