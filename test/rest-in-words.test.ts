/** `@rest` in words: what introspection tells of the calls of fields and types, for GraphiQL and other editors. */
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { printed } from '../schema/print.ts';
import { stub } from './stub.ts';

const described = async (type: string, fields: string, name: string): Promise<string | undefined> => {
  const { run } = stub({});
  const { data } = await run<{ __type: Record<string, { name: string; description: string }[]> }>(
    `{ __type(name: "${type}") { ${fields} { name description } } }`,
  );
  return data?.__type[fields]?.find((one) => one.name === name)?.description;
};

test.each([
  [
    'a list: its call, with label and scopes, but not the same call for sub accounts',
    'Query',
    'groups',
    'The groups of the account.\n\nREST: `GET /groups` (MEDIUM; scope `group:read:admin` or `group:read:list_groups:admin`).',
  ],
  [
    'a field of many operations',
    'Query',
    'node',
    expect.stringMatching(/^An object by its global id\.\n\nREST: (`GET \S+` \([^)]+\) or ){3}one of \d+ others\.$/),
  ],
  ['a field that calls nothing', 'Query', 'viewer', expect.not.stringContaining('REST')],
])('%s', async (_, type, field, description) => {
  expect(await described(type, 'fields', field)).toEqual(description);
});

test('of a type, what reads its missing fields', async () => {
  const { run } = stub({});
  const { data } = await run('{ __type(name: "Group") { description } }');
  expect(data).toEqual({
    __type: {
      description: expect.stringMatching(/\n\nREST: `GET \/groups\/\{groupId\}` \(LIGHT; .* or `GET \/groups` \(/),
    },
  });
});

test('a filter by the same field calls nothing by itself, and says nothing of calls', async () => {
  expect(await described('UserFilter', 'inputFields', 'role')).toBe('The role that the user holds.');
});

test('the printed schema has the directives alone', () => {
  expect(printed(schema)).not.toContain('REST: `');
});
