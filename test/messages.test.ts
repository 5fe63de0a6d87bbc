/** What errors say of a client's mistakes: what is wrong, and what to send instead. But for Zoom's own refusals, none of these makes a call. */

import { type GraphQLInputObjectType, getNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { endpointsOf } from '../schema/types/rest.ts';
import { pathNamesIn } from './exerciser/writing.ts';
import { refusal, stub } from './stub.ts';

/** What is said of each mistake in an operation. */
const messagesOf = async (query: string, variables?: object): Promise<readonly string[]> => {
  const { run, calls } = stub({});
  const { errors = [] } = await run(query, variables);
  expect(calls).toEqual([]);
  return errors.map(({ message }) => message);
};

test('fields that are written many times over', async () => {
  expect(await messagesOf(`{ ${'users(first: 1) { nodes { id email displayName } } '.repeat(300)} }`)).toEqual([
    'The query has too many fields of the same name side by side to be checked. Write each field once, or give each an alias of its own.',
  ]);
});

const CREATE = 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { topic } } }';
const create = (more: string) => `mutation { createMeeting(input: { userId: "a", ${more} }) { meeting { topic } } }`;

test.each([
  ['a number of Zoom’s', 2, 'Did you mean SCHEDULED?'],
  ['a word in another spelling', 'Scheduled', 'Did you mean SCHEDULED?'],
  ['anything else', 'hunter2', 'INSTANT'],
])('%s in place of a word of an enum', async (_, type, hint) => {
  const messages = await messagesOf(CREATE, { input: { userId: 'a', type } });
  expect(messages).toEqual([
    expect.stringMatching(/^Variable "\$input" got an invalid value at "input\.type"; Expected/),
  ]);
  expect(messages[0]).toContain(hint);
  expect(messages[0]).not.toContain('hunter2');
});

test.each([
  ['2', 'Did you mean SCHEDULED?'],
  ['Scheduled', 'Did you mean SCHEDULED?'],
  ['SHEDULED', 'Did you mean SCHEDULED?'],
  ['"SCHEDULED"', 'Did you mean SCHEDULED, without quotes?'],
])('the same as a literal: %s', async (literal, hint) => {
  expect(await messagesOf(create(`type: ${literal}`))).toEqual([
    `Expected a value of type "MeetingTypeInput". ${hint}`,
  ]);
});

test('of a member that is named in both ways or in none, what the ways are', async () => {
  const ONE = 'Give exactly one of `id`, `email`.';
  const add = (member: string) =>
    `mutation { addGroupMembers(input: { groupId: "g", members: [${member}] }) { group { name } } }`;
  for (const member of ['{}', '{ id: "a", email: "a@x.com" }']) expect(await messagesOf(add(member))).toEqual([ONE]);
  const ADD = 'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { group { name } } }';
  expect(await messagesOf(ADD, { input: { groupId: 'g', members: [{}] } })).toEqual([
    `Variable "$input" got an invalid value at "input.members[0]"; ${ONE}`,
  ]);
});

const DATE_TIME =
  'Expected a value of type "DateTime": a time with its zone, such as "2026-12-01T09:00:00Z" or "2026-12-01T10:00:00+01:00".';
test.each([
  ['tomorrow', DATE_TIME],
  ['2026-12-01 09:00', DATE_TIME],
  ['2026-02-30T09:00:00', DATE_TIME],
])('the time %s', async (startTime, message) => {
  expect(await messagesOf(CREATE, { input: { userId: 'a', startTime } })).toEqual([
    `Variable "$input" got an invalid value at "input.startTime"; ${message}`,
  ]);
  expect(await messagesOf(create(`startTime: "${startTime}"`))).toEqual([message]);
});

test('a day in another form', async () => {
  expect(await messagesOf('{ user(id: "a") { pastMeetings(from: "01.10.2026") { totalCount } } }')).toEqual([
    'Expected a value of type "Date": a day such as "2026-12-01".',
  ]);
});

test.each([
  ['{ users { email } }', 'Cannot query field "email" on type "UserConnection". Did you mean "nodes { email }"?'],
  ['{ users { edges { email } } }', 'Cannot query field "email" on type "UserEdge". Did you mean "node { email }"?'],
  [
    'mutation { createGroup(input: { name: "A" }) { totalMembers } }',
    'Cannot query field "totalMembers" on type "CreateGroupPayload". Did you mean "group { totalMembers }"?',
  ],
  ['{ users { edge { cursor } } }', 'Cannot query field "edge" on type "UserConnection". Did you mean "edges"?'],
])('a field that is one level further down: %s', async (query, message) => {
  expect(await messagesOf(query)).toEqual([message]);
});

describe('a write of which nothing would come', () => {
  test.each([
    ['addGroupMembers(input: { groupId: "g", members: [] })', 'input.members is missing or empty'],
    ['addGroupMembers(input: { groupId: "g", members: [{ id: "a" }, { email: " " }] })', 'input.members.1 needs id or'],
    ['addRoleMembers(input: { roleId: "r", members: [] })', 'input.members is missing or empty'],
    ['approveMeetingRegistrants(input: { meetingId: "1", registrants: [] })', 'input.registrants is missing or empty'],
    ['assignPhoneNumbers(input: { phoneUserId: "a", phoneNumbers: [] })', 'input.phoneNumbers is missing or empty'],
    ['assignCallingPlans(input: { phoneUserId: "a", callingPlans: [] })', 'input.callingPlans is missing or empty'],
    ['deleteAccountVirtualBackgrounds(input: { accountId: "me", fileIds: [] })', 'input.fileIds is missing or empty'],
    ['createGroup(input: { name: " " })', 'input.name is missing or empty'],
    ['createRole(input: { name: "", description: "Nameless" })', 'input.name is missing or empty'],
    ['createTrackingField(input: { field: "", visible: true })', 'input.field is missing or empty'],
    ['createMeetingPoll(input: { meetingId: "1", title: "A", questions: [] })', 'input.questions is missing or empty'],
    ['updateGroup(input: { groupId: "g" })', 'input has nothing to write. Give at least one of name.'],
    [
      'updateMeeting(input: { meetingId: "1", settings: {} })',
      'input has nothing to write. Give at least one of agenda,',
    ],
  ])('%s is refused', async (mutation, message) => {
    expect(await messagesOf(`mutation { ${mutation} { __typename } }`)).toEqual([expect.stringContaining(message)]);
  });

  const writes = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    const input = getNamedType(field.args[0]?.type) as GraphQLInputObjectType;
    const [endpoint] = endpointsOf(field);
    return { name: field.name, input, endpoint };
  });
  /** Those of which the mutation itself says what is done, such as endMeeting, may say no more. */
  const isOfOneAction = ({ input, endpoint }: (typeof writes)[number]) =>
    ['action', 'method'].some((name) => name in (endpoint?.body?.shape ?? {}) && !(name in input.getFields()));
  const wordless = writes.filter(
    (write) => write.endpoint?.body && !write.endpoint.mayBeEmpty && !isOfOneAction(write),
  );
  test.each(wordless.map((write) => [write.name, write] as const))(
    '%s without anything but its path is refused',
    async (name, { input }) => {
      const path = Object.values(pathNamesIn(input)).map((name) => [name, '7']);
      const text = `mutation ($input: ${input.name}!) { ${name}(input: $input) { __typename } }`;
      expect(await messagesOf(text, { input: Object.fromEntries(path) })).not.toEqual([]);
    },
  );
});

test.each([
  ['user_info.email: Invalid field.', 'userInfo.email: Invalid field.'],
  [
    'Validation Failed. user_info.license_info_list[0].license_type is wrong.',
    'Validation Failed. userInfo.licenseInfoList[0].licenseType is wrong.',
  ],
  ['The user zoom_bot may not do this: first_name.', 'The user zoom_bot may not do this: firstName.'],
  ['Nothing is wrong with email.', 'Nothing is wrong with email.'],
])('Zoom’s refusal %s names the fields of the input', async (said, message) => {
  const { run } = stub({ 'POST /users': refusal(400, 300, said) });
  const input = { action: 'CREATE', userInfo: { email: 'a@example.com', type: 'BASIC' } };
  const { errors } = await run(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { zoomId } } }',
    { input },
  );
  expect(errors).toMatchObject([
    { message, extensions: { code: 'BAD_USER_INPUT', zoom: { code: 300, message: said } } },
  ]);
});

describe('a name in place of an id', () => {
  const GONE = 'It does not exist.';
  const messageOf = async (query: string) => {
    const { run } = stub(
      Object.fromEntries(
        ['groups/Sales', 'roles/2', 'rooms', 'users/a@example.com', 'groups/g1'].map((path) => [
          `GET /${path}`,
          refusal(404, 1001, GONE),
        ]),
      ),
    );
    const { errors } = await run(query);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', zoom: { message: GONE } } }]);
    return errors?.[0]?.message;
  };

  test.each([
    ['{ group(id: "Sales") { name } }', 'groups'],
    ['{ zoomRooms { room(id: "Hall") { name } } }', 'rooms'],
  ])('%s: the error says how to find it', async (query, list) => {
    expect(await messageOf(query)).toBe(`${GONE} By its name it is found by \`${list}(search: "...")\`.`);
  });

  test.each([
    ['a number', '{ role(id: "2") { name } }'],
    ['an email', '{ user(id: "a@example.com") { zoomId } }'],
    ['a global id', `{ group(id: "${Buffer.from('Group:g1').toString('base64')}") { name } }`],
  ])('%s is none', async (_, query) => {
    expect(await messageOf(query)).toBe(GONE);
  });
});
