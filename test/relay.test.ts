/** Relay's own compiler takes the schema: connections page, and what has an id is fetched again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
const schema = fileURLToPath(new URL('../schema/schema.graphql', import.meta.url));
const CONFIG = {
  language: 'typescript',
  src: 'src',
  schema: 'schema.graphql',
  artifactDirectory: 'made',
  eagerEsModules: true,
  noFutureProofEnums: true, // the schema has its own word for values to come: UNRECOGNIZED
  customScalarTypes: {
    BigInt: 'number | string',
    Date: 'string',
    DateTime: 'string',
    JSON: 'unknown',
    URL: 'string',
  },
  featureFlags: { enable_strict_custom_scalars: true },
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Compiles modules that hold one document each; a document's names begin with its module's, as Relay wants. */
const compile = (documents: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  folders.push(folder);
  for (const name of ['src', 'made']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(CONFIG));
  writeFileSync(join(folder, 'schema.graphql'), readFileSync(schema));
  for (const [name, text] of Object.entries(documents))
    writeFileSync(
      join(folder, 'src', `${name}.ts`),
      `import { graphql } from 'relay-runtime';\nexport default graphql\`${text}\`;\n`,
    );
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [compiler, 'relay.config.json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error) throw error;
  return {
    status,
    said: stdout + stderr,
    made: (name: string) => readFileSync(join(folder, 'made', `${name}.graphql.ts`), 'utf8'),
  };
};

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
          meeting @appendNode(connections: $connections, edgeTypeName: "MeetingEdge") { id topic }
        }
      }`,
    Delete: `
      mutation DeleteMutation($input: DeleteMeetingInput!, $connections: [ID!]!) {
        deleteMeeting(input: $input) { deletedMeetingId @deleteEdge(connections: $connections) }
      }`,
  });
  expect(said).not.toMatch(/error/i);
  expect(status).toBe(0);
  expect(made('MeetingsPaginationQuery')).toMatch(/node\(id: \$id\)/);
  expect(made('ProfileRefetchQuery')).toMatch(/node\(id: \$id\)/);
  expect(made('UsersPaginationQuery')).toMatch(/users\(/);
  expect(made('Profile_user')).toMatch(/createdAt: string \| null/);
}, 30_000);

test('the compiler refuses what the schema does not have', () => {
  const { said, status } = compile({ Wrong: 'query WrongQuery { me { shoeSize } }' });
  expect(said).toMatch(/shoeSize/);
  expect(status).not.toBe(0);
}, 30_000);
