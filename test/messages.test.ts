/** What errors say of a client's mistakes: what is wrong, and what to send instead. None of these makes a call. */
import { expect, test } from 'vitest';
import { stub } from './stub.ts';

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
  ['"SCHEDULED"', 'Did you mean SCHEDULED, without quotes?'],
])('the same as a literal: %s', async (literal, hint) => {
  expect(await messagesOf(create(`type: ${literal}`))).toEqual([`Expected a value of type "MeetingType". ${hint}`]);
});

const DATE_TIME =
  'Expected a value of type "DateTime": a time with its zone, such as "2026-12-01T09:00:00Z" or "2026-12-01T10:00:00+01:00".';
const ZONE =
  'Expected a value of type "DateTime": a time with its zone; add "Z" for UTC, or an offset such as "+01:00".';
test.each([
  ['tomorrow', DATE_TIME],
  ['2026-12-01T09:00:00', ZONE],
  ['2026-12-01 09:00', ZONE],
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
