/** Relay's own compiler takes the schema: connections page, and what has an id is fetched again. */
import { expect, test } from 'vitest';
import { compile as compileModules } from './clients/relay/compile.ts';

/** Compiles modules that hold one document each; a document's names begin with its module's, as Relay wants. */
const compile = (documents: Readonly<Record<string, string>>) =>
  compileModules(
    Object.fromEntries(
      Object.entries(documents).map(([name, text]) => [
        name,
        `import { graphql } from 'relay-runtime';\nexport default graphql\`${text}\`;\n`,
      ]),
    ),
  );

test('connections page on through their node, root lists through the root, and nodes are fetched again', () => {
  const { said, status, made } = compile({
    Meetings: `
      fragment Meetings_user on User
      @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
      @refetchable(queryName: "MeetingsPaginationQuery") {
        displayName
        meetings(first: $count, after: $cursor) @connection(key: "Meetings_user_meetings") {
          totalCount
          edges { node { id topic startTime type host { email } } }
        }
      }`,
    Users: `
      fragment Users_query on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 30 }, cursor: { type: "String" })
      @refetchable(queryName: "UsersPaginationQuery") {
        users(first: $count, after: $cursor, status: [ACTIVE]) @connection(key: "Users_users") {
          edges { node { id ...Meetings_user ...Profile_user } }
        }
      }`,
    Profile: `
      fragment Profile_user on User @refetchable(queryName: "ProfileRefetchQuery") {
        displayName
        createdAt
        role { name }
      }`,
    Page: 'query PageQuery { ...Users_query me { ...Meetings_user } }',
    Filtered: `
      query FilteredQuery($count: Int, $status: [UserStatusInput!]) {
        users(first: $count, status: $status) { edges { node { id } } }
      }`,
    Create: `
      mutation CreateMutation($input: CreateMeetingInput!, $connections: [ID!]!) {
        createMeeting(input: $input) {
          meetingEdge @prependEdge(connections: $connections) { cursor node { id topic } }
        }
      }`,
    Delete: `
      mutation DeleteMutation($input: DeleteMeetingInput!, $connections: [ID!]!) {
        deleteMeeting(input: $input) { deletedMeetingId @deleteEdge(connections: $connections) }
      }`,
  });
  expect(said).not.toMatch(/error/i);
  expect(status).toBe(0);
  expect(made.MeetingsPaginationQuery).toMatch(/node\(id: \$id\)/);
  expect(made.ProfileRefetchQuery).toMatch(/node\(id: \$id\)/);
  expect(made.UsersPaginationQuery).toMatch(/users\(/);
  expect(made.Profile_user).toMatch(/createdAt: string \| null/);
}, 30_000);

test('the compiler refuses what the schema does not have', () => {
  const { said, status } = compile({ Wrong: 'query WrongQuery { me { shoeSize } }' });
  expect(said).toMatch(/shoeSize/);
  expect(status).not.toBe(0);
}, 30_000);
