/** What inputs ask for and what they rule out: told before any call, in the same words whichever executor runs the operation. */
import { describe, expect, test } from 'vitest';
import { askingOn } from './run.ts';
import { refusal, stub } from './stub.ts';

/** Asks the gateway's own executor, and graphql's, which a trace takes. */
const both = async (query: string, variables?: object) => {
  const { gateway, calls, bodies } = stub({ 'POST /groups/g/members': {}, 'POST /users/u/meetings': { id: 1 } });
  const results = [];
  for (const zoom of [{}, { trace: true }]) results.push(await askingOn(gateway)(query, zoom, variables));
  const [messages, traced] = results.map(({ errors = [] }) => errors.map(({ message }) => message));
  expect(traced).toEqual(messages);
  return { messages, calls, bodies };
};

test.each([
  ['addGroupMembers(input: { groupId: "g" })', 'Field "AddGroupMembersInput.members" of required type'],
  ['addRoleMembers(input: { roleId: "r" })', 'Field "AddRoleMembersInput.members" of required type'],
  ['approveMeetingRegistrants(input: { meetingId: "1" })', 'Field "ApproveMeetingRegistrantsInput.registrants" of'],
  ['createGroup(input: {})', 'Field "CreateGroupInput.name" of required type "String!" was not provided.'],
  ['createRole(input: { description: "Nameless" })', 'Field "CreateRoleInput.name" of required type "String!"'],
  ['createTrackingField(input: { visible: true })', 'Field "CreateTrackingFieldInput.field" of required type'],
  ['createUser(input: { action: CREATE })', 'Field "CreateUserInput.userInfo" of required type'],
  ['createMeetingPoll(input: { meetingId: "1", title: "A" })', 'Field "CreateMeetingPollInput.questions" of required'],
  [
    'deleteAccountVirtualBackgrounds(input: { accountId: "me" })',
    'Field "DeleteAccountVirtualBackgroundsInput.fileIds"',
  ],
])('%s lacks what nothing comes of without', async (mutation, message) => {
  const { messages, calls } = await both(`mutation { ${mutation} { __typename } }`);
  expect(messages).toEqual([expect.stringContaining(message)]);
  expect(calls).toEqual([]);
});

describe('an input of which one field is given', () => {
  const ADD = 'addGroupMembers(input: { groupId: "g", members: [$member] }) { group { id } }';
  const add = (member: string) => `mutation { ${ADD.replace('$member', member)} }`;
  const ONE = /exactly one of `id`, `email`|must be non-null/i;

  test.each([
    ['two', add('{ id: "a", email: "a@example.com" }'), undefined],
    ['none', add('{}'), undefined],
    [
      'two in a variable',
      `mutation ($member: MemberInput!) { ${ADD} }`,
      { member: { id: 'a', email: 'a@example.com' } },
    ],
    ['none in a variable', `mutation ($member: MemberInput!) { ${ADD} }`, { member: {} }],
    ['null in a variable', `mutation ($member: MemberInput!) { ${ADD} }`, { member: { id: null } }],
  ])('is refused with %s', async (_, query, variables) => {
    const { messages, calls } = await both(query, variables);
    expect(messages).toEqual([expect.stringMatching(ONE)]);
    expect(calls).toEqual([]);
  });

  test('is refused with a variable within that is null', async () => {
    const query = `mutation ($id: ID) { ${ADD.replace('$member', '{ id: $id }')} }`;
    const { messages, calls } = await both(query, { id: null });
    expect(messages).toEqual([expect.stringContaining('invalid value')]);
    expect(calls).toEqual([]);
  });

  test.each([
    ['a literal', add('{ email: "a@example.com" }'), undefined],
    ['a variable', `mutation ($member: MemberInput!) { ${ADD} }`, { member: { email: 'a@example.com' } }],
    [
      'a variable within',
      `mutation ($email: String!) { ${ADD.replace('$member', '{ email: $email }')} }`,
      { email: 'a@example.com' },
    ],
  ])('is sent as it is given by %s', async (_, query, variables) => {
    const { messages, bodies } = await both(query, variables);
    expect(messages).toEqual([]);
    const body = { members: [{ email: 'a@example.com' }] };
    expect(bodies).toEqual([body, body]);
  });
});

test.each([
  ['endTimes: 3, endDateTime: "2026-12-31T00:00:00Z"', 'endTimes', 'endDateTime'],
  ['monthlyDay: 3, monthlyWeek: FIRST', 'monthlyDay', 'monthlyWeek'],
  ['monthlyDay: 3, monthlyWeekDay: MONDAY', 'monthlyDay', 'monthlyWeekDay'],
])('a recurrence of %s is refused: they exclude each other', async (fields, one, other) => {
  const recurrence = `{ type: MONTHLY, ${fields} }`;
  const { messages, calls } = await both(
    `mutation { createMeeting(input: { userId: "u", recurrence: ${recurrence} }) { __typename } }`,
  );
  expect(messages).toEqual([`input.recurrence has ${one} and ${other}, of which Zoom takes one at most.`]);
  expect(calls).toEqual([]);
});

describe('a local time', () => {
  const create = (fields: string) =>
    `mutation { createMeeting(input: { userId: "u", type: SCHEDULED, ${fields} }) { meeting { zoomId } } }`;

  test.each([
    ['2026-12-01T09:00:00', '2026-12-01T09:00:00'],
    ['2026-12-01T09:00', '2026-12-01T09:00:00'],
    ['2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z'],
    ['2026-12-01T09:00:00+01:00', '2026-12-01T08:00:00Z'],
  ])('%s beside a time zone is sent as %s', async (startTime, start_time) => {
    const { messages, bodies } = await both(create(`timezone: "Europe/Berlin", startTime: "${startTime}"`));
    expect(messages).toEqual([]);
    const body = { type: 2, start_time, timezone: 'Europe/Berlin' };
    expect(bodies).toEqual([body, body]);
  });

  test('is sent as it is given by a variable, too', async () => {
    const { bodies } = await both(
      'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { zoomId } } }',
      { input: { userId: 'u', timezone: 'Europe/Berlin', startTime: '2026-12-01T09:00:00' } },
    );
    const body = { start_time: '2026-12-01T09:00:00', timezone: 'Europe/Berlin' };
    expect(bodies).toEqual([body, body]);
  });

  const WHICH = 'is a time without its zone. Add "Z" for UTC, or an offset such as "+01:00"';
  test.each([
    [
      'where no time zone is given',
      'startTime: "2026-12-01T09:00:00"',
      `input.startTime ${WHICH}, or give the \`timezone\` that it is meant in.`,
    ],
    [
      'where Zoom takes UTC alone',
      'timezone: "Europe/Berlin", recurrence: { type: DAILY, endDateTime: "2026-12-09T09:00:00" }',
      `input.recurrence.endDateTime ${WHICH}.`,
    ],
  ])('%s is refused', async (_, fields, message) => {
    const { messages, calls } = await both(create(fields));
    expect(messages).toEqual([message]);
    expect(calls).toEqual([]);
  });
});

test.each([
  [
    'a read',
    '{ users(roleId: "r") { totalCount } }',
    'GET /users',
    'role_id: Invalid field.',
    'roleId: Invalid field.',
  ],
  [
    'a write',
    'mutation { createUser(input: { action: CREATE, userInfo: { email: "a", type: BASIC } }) { user { id } } }',
    'POST /users',
    'user_info.email: Invalid field.',
    'userInfo.email: Invalid field.',
  ],
])(
  'a refusal of %s names the field as the client knows it, and Zoom’s words stand beside',
  async (_, query, call, said, told) => {
    const { run } = stub({ [call]: refusal(400, 300, said) });
    const { errors } = await run(query);
    expect(errors).toMatchObject([{ message: told, extensions: { code: 'BAD_USER_INPUT', zoom: { message: said } } }]);
  },
);

test('a local time that items are compared with is refused: nobody says where it is meant', async () => {
  const { messages, calls } = await both(
    '{ users(where: { lastLoginTime: { lt: "2026-12-01T09:00:00" } }) { totalCount } }',
  );
  expect(messages).toEqual([expect.stringContaining('is a time without its zone.')]);
  expect(calls).toEqual([]);
});
