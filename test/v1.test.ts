/** The documents in examples/v1, each for a call of API v1: they say what became of its parameters, and run over the sandbox. */
import { readdirSync } from 'node:fs';
import {
  type DocumentNode,
  type GraphQLInputType,
  isEnumType,
  isInputType,
  isListType,
  isNonNullType,
  type NamedTypeNode,
  type OperationDefinitionNode,
  print,
  separateOperations,
  type TypeNode,
  typeFromAST,
  validate,
  visit,
} from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import { v1Calls } from '../scripts/v1-table.ts';
import { isRaw, type Raw } from './exerciser/graph.ts';
import { type ExerciserWorld, startExerciserWorld } from './exerciser/world.ts';
import { pictureOf } from './picture.ts';

const calls = v1Calls().map(({ document, operations: rest, ...call }) => ({ ...call, rest, ...document }));

test('each of the 96 calls of API v1 has a document', () => {
  expect(calls).toHaveLength(96);
  expect(readdirSync('examples/v1').sort()).toEqual(calls.map(({ path }) => path.replace('examples/v1/', '')).sort());
  // The page says so.
  expect(calls.filter(({ operations }) => operations.length > 1)).toHaveLength(2);
});

test.each(calls)('what became of each parameter of $call is said', ({ call, title, differs, named, parameters }) => {
  expect(title).toBe(`POST /v1/${call}`);
  const gone = [...differs.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(new Set([...named.flat(), ...gone])).toEqual(new Set(parameters));
});

/** What there is in the sandbox depends on its day. */
const NOW = Date.parse('2026-11-27T12:00:00Z');
const day = (days: number) => new Date(NOW - days * 86_400_000).toISOString().slice(0, 10);
const DAYS = { from: day(8), to: day(1) };
const RANGE = `from: "${DAYS.from}", to: "${DAYS.to}"`;

/** What the documents ask about, as the sandbox has it at its beginning. */
const FINDING = `{
  user(id: "me") {
    zoomId
    email
    open: meetings(first: 1, where: { settings: { approvalType: { eq: AUTOMATIC } } }) { nodes { zoomId } }
    meetings(first: 1, where: { type: { eq: RECURRING_FIXED_TIME } }) { nodes { zoomId occurrences { occurrenceId } } }
    webinars(first: 1, where: { type: { eq: RECURRING_FIXED_TIME } }) {
      nodes { zoomId occurrences { occurrenceId } instances { nodes { uuid } } registrants { nodes { zoomId } } }
    }
  }
  others: users(first: 1, where: { schedulers: { count: { gt: 0 } } }) { nodes { zoomId email } }
  groups(first: 1) { nodes { zoomId members(first: 1) { nodes { zoomId } } } }
  imGroups(first: 1) { nodes { zoomId members(first: 1) { nodes { zoomId } } } }
  h323Devices(first: 1) { nodes { zoomId } }
  chatSessions(first: 1, ${RANGE}) { nodes { zoomId memberEmails } }
  account {
    subAccounts { nodes { zoomId plans { planWebinar { type } } } }
    recordings(first: 1, ${RANGE}) { nodes { uuid meeting { zoomId } host { zoomId } recordingFiles { zoomId } } }
  }
  dashboard {
    meetings(first: 1, ${RANGE}) { nodes { uuid participants { nodes { userId } } } }
    webinars(first: 1, ${RANGE}) { nodes { uuid } }
    liveMeetings: meetings(first: 1, type: [LIVE]) { nodes { meeting { zoomId } } }
    liveWebinars: webinars(first: 1, type: [LIVE]) { nodes { webinarId } }
    zoomRooms(first: 1, where: { liveMeeting: { isNull: false } }) { nodes { zoomId } }
  }
}`;

let world: ExerciserWorld;
let found: Raw;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  world = await startExerciserWorld();
  const { result } = await world.ask(FINDING);
  expect(result.errors).toBeUndefined();
  found = result.data ?? {};
}, 120_000);
afterAll(async () => {
  vi.useRealTimers();
  await world.close();
});

const inner = (one: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((from, key) => (from as Raw | undefined)?.[key], one);
/** What stands at a place of what was found, such as `groups.nodes.0.zoomId`. */
const at = (path: string): unknown => inner(found, ...path.split('.'));

/** The email of users that are created. */
const NEW = 'new@example.org';
/** The values of variables by their names, where they are the same in all documents. */
const GIVEN = (): Raw => ({
  ...DAYS,
  accountId: at('account.subAccounts.nodes.0.zoomId'),
  userId: at('others.nodes.0.zoomId'),
  email: NEW,
  assistantEmail: at('user.email'),
  groupId: at('groups.nodes.0.zoomId'),
  imGroupId: at('imGroups.nodes.0.zoomId'),
  members: [{ id: at('user.zoomId') }],
  meetingId: at('user.meetings.nodes.0.zoomId'),
  webinarId: at('user.webinars.nodes.0.zoomId'),
  occurrenceId: at('user.webinars.nodes.0.occurrences.0.occurrenceId'),
  panelists: [{ name: 'Ada', email: 'ada@example.org' }],
  registrants: [{ id: at('user.webinars.nodes.0.registrants.nodes.0.zoomId') }],
  h323DeviceId: at('h323Devices.nodes.0.zoomId'),
  roomId: at('dashboard.zoomRooms.nodes.0.zoomId'),
  recordingId: at('account.recordings.nodes.0.uuid'),
  fileId: at('account.recordings.nodes.0.recordingFiles.0.zoomId'),
  picFile: pictureOf(),
  zpk: 'a-zpk',
  year: 2026,
  month: 11,
  startTime: '2026-12-01T09:00:00Z',
  recurrence: { type: 'WEEKLY', repeatInterval: 1, weeklyDays: ['TUESDAY'], endTimes: 4 },
  timezone: 'Europe/Berlin',
  password: 'aB3-defgh',
  alternativeHosts: [at('user.email')],
  enforceLoginDomains: ['example.com'],
  authenticationDomains: ['example.com'],
  customQuestions: [{ title: 'How did you hear of us?', value: 'A friend' }],
});

/** What operations are given besides, by what the one before them in their document answered; a list where they run more than once. */
const ALSO: Readonly<Record<string, (before: Raw) => Raw | readonly Raw[]>> = {
  MaAccountCreateSettings: ({ createSubAccount }) => ({ accountId: inner(createSubAccount, 'account', 'zoomId') }),
  MaAccountDelete: () => ({ accountId: at('account.subAccounts.nodes.1.zoomId') }),
  MaAccountPlanSubscribe: () => ({
    accountId: at('account.subAccounts.nodes.1.zoomId'),
    planBase: { type: 'monthly', hosts: 9 },
    planZoomRooms: { type: 'zroom_monthly', hosts: 9 },
    planRoomConnector: { type: 'roomconnector_yearly', hosts: 9 },
    planLargeMeeting: [{ type: 'large200_monthly', hosts: 9 }],
    planWebinar: [{ type: 'webinar100_monthly', hosts: 9 }],
    planRecording: 'cmr_monthly_commitment_500',
    planAudio: {
      type: 'tollfree_monthly_commitment_100',
      tollfreeCountries: ['AT'],
      premiumCountries: ['TW'],
      ddiNumbers: 66,
    },
  }),
  MaAccountPlanAdd: () => ({ type: 'webinar100_yearly' }),
  MaAccountPlanUpdate: () => [
    { type: 'business_monthly' },
    { isBase: false, type: at('account.subAccounts.nodes.0.plans.planWebinar.0.type') },
  ],
  UserCreate: () => ({ userId: NEW }),
  UserAutocreate: () => ({ userId: NEW }),
  UserCustcreate: () => ({ userId: NEW }),
  UserSsocreate: () => ({ userId: NEW, pmi: '5551234567' }),
  UserUpdate: () => ({ pmi: '5551234567', hostKey: '123456' }),
  UserGetbyemail: () => ({ email: at('others.nodes.0.email'), loginType: 'EMAIL' }),
  MeetingDelete: () => [{}, { isWhole: false, occurrenceId: at('user.meetings.nodes.0.occurrences.0.occurrenceId') }],
  MeetingEnd: () => ({ meetingId: at('dashboard.liveMeetings.nodes.0.meeting.zoomId') }),
  MeetingRegister: () => ({ meetingId: at('user.open.nodes.0.zoomId'), occurrenceIds: [] }),
  WebinarCreatePanelists: ({ createWebinar }) => ({ webinarId: inner(createWebinar, 'webinar', 'zoomId') }),
  WebinarDelete: () => [{}, { isWhole: false }],
  WebinarEnd: () => ({ webinarId: at('dashboard.liveWebinars.nodes.0.webinarId') }),
  WebinarRegister: () => ({ occurrenceIds: [at('user.webinars.nodes.0.occurrences.0.occurrenceId')] }),
  WebinarRegistration: () => ({ occurrenceId: null }),
  ...Object.fromEntries(
    ['RecordingList', 'McRecordingList'].map((name) => [
      name,
      () => ({
        userId: at('account.recordings.nodes.0.host.zoomId'),
        meetingId: at('account.recordings.nodes.0.meeting.zoomId'),
      }),
    ]),
  ),
  RecordingDelete: () => [{}, { isWhole: false }],
  ChatList: () => ({ email: at('chatSessions.nodes.0.memberEmails.0') }),
  ChatGet: () => ({ sessionId: at('chatSessions.nodes.0.zoomId') }),
  MetricsMeetingdetail: () => ({ meetingId: at('dashboard.meetings.nodes.0.uuid'), type: 'PAST' }),
  MetricsWebinardetail: () => ({ meetingId: at('dashboard.webinars.nodes.0.uuid'), type: 'PAST' }),
  MetricsSharerecorddetail: () => ({ meetingId: at('dashboard.meetings.nodes.0.uuid') }),
  MetricsQos: () => ({
    meetingId: at('dashboard.meetings.nodes.0.uuid'),
    type: 'PAST',
    userId: at('dashboard.meetings.nodes.0.participants.nodes.0.userId'),
  }),
  ...Object.fromEntries(
    ['AttendeesList', 'Polls', 'Questions'].map((of) => [
      `Webinar${of}`,
      () => ({ webinarId: at('user.webinars.nodes.0.instances.nodes.0.uuid') }),
    ]),
  ),
  GroupMemberDelete: () => ({ userId: at('groups.nodes.0.members.nodes.0.zoomId') }),
  ...Object.fromEntries(
    ['Get', 'Edit', 'Delete', 'MemberList', 'MemberAdd', 'MemberDelete'].map((does) => [
      `ImGroup${does}`,
      () => ({ groupId: at('imGroups.nodes.0.zoomId'), userId: at('imGroups.nodes.0.members.nodes.0.zoomId') }),
    ]),
  ),
};

/** A value of this type, for variables of which nothing said more. */
const someOf = (type: GraphQLInputType): unknown => {
  if (isNonNullType(type)) return someOf(type.ofType);
  if (isListType(type)) return [someOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return { Boolean: true, Int: 100, String: 'words', ID: 'an-id' }[type.name];
};
const inputOf = (node: TypeNode): GraphQLInputType => {
  const type = typeFromAST(schema, node as NamedTypeNode);
  if (!isInputType(type)) throw new Error(`${print(node)} is no type of a variable.`);
  return type;
};
/** A value for each variable but the cursor. */
const valuesFor = ({ variableDefinitions = [] }: OperationDefinitionNode, also: Raw): Raw => {
  const known = { ...GIVEN(), ...also };
  const names = variableDefinitions.map(({ variable, type }) => [variable.name.value, type] as const);
  return Object.fromEntries(
    names
      .filter(([name]) => name !== 'after' && name !== 'first')
      .map(([name, type]) => [name, Object.hasOwn(known, name) ? known[name] : someOf(inputOf(type))]),
  );
};

/** What the sandbox leaves open. */
const OPEN = new Set([
  'user.imGroupIds',
  'user.recordings.nodes.webinar',
  'user.webinars.nodes.agenda',
  'user.webinars.nodes.startTime',
  'meeting.settings.alternativeHosts',
  'webinar.agenda',
  'webinar.settings.alternativeHosts',
  'recording.webinar',
]);
/** The fields of a document for which nothing came, of all the places where they stand. */
const emptyIn = (document: DocumentNode, data: unknown): string[] => {
  const path: string[] = [];
  const empty: string[] = [];
  visit(document, {
    Field: {
      enter: ({ name, directives = [] }) => {
        const place = [...path, name.value];
        const there = place.reduce<readonly unknown[]>(
          (all, key) => all.flatMap((one) => (isRaw(one) ? (one[key] ?? []) : [])),
          [data],
        );
        const isThere = there.length > 0;
        // What a switch leaves out is not there at all.
        if (!isThere && directives.length === 0 && !OPEN.has(place.join('.'))) empty.push(place.join('.'));
        if (!isThere) return false;
        path.push(name.value);
        return undefined;
      },
      leave: () => void path.pop(),
    },
  });
  return empty;
};

test.each(calls)('$call runs', async ({ document, operations, rest }) => {
  expect(validate(schema, document)).toEqual([]);
  const made = new Set<string>();
  let answered: Raw = {};
  for (const [nth, operation] of operations.entries()) {
    const name = operation.name?.value ?? '';
    const alone = separateOperations(document)[name] as DocumentNode;
    for (const also of [ALSO[name]?.(answered) ?? {}].flat()) {
      const asked = await world.ask(print(alone), valuesFor(operation, also), nth === 0 ? 'fresh' : 'same');
      expect(asked.result.errors?.map(({ message }) => message)).toBeUndefined();
      answered = asked.result.data ?? {};
      expect(emptyIn(alone, answered)).toEqual([]);
      for (const one of asked.calls) made.add(one.operation);
    }
  }
  expect(made).toEqual(new Set(rest));
});

test('none of them made more calls than its dry run said', () => expect([...world.beyond]).toEqual([]));
