/** The list of `extensions.code` has every code that an error may have, and none that none has. `runOn` holds all other tests to it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../src/server/error-codes.ts';
import { CODES } from '../src/server/plugins/errors.ts';
import { stub } from './stub.ts';

/** Codes that graphql and Yoga give, of which our code says nothing. */
const OF_LIBRARIES = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'];

/** The codes that source texts give to errors. */
const codesIn = (text: string): string[] =>
  [
    ...text.matchAll(/\bcode(?:: |\?: | = )'([A-Z_]+)'/g),
    ...text.matchAll(/\bhttpError\(\s*\d+,\s*'([A-Z_]+)'/g),
    ...text.matchAll(/\bInputError\([^;]*?, '([A-Z_]+)'\)/g),
  ].map(([, code = '']) => code);

const written = ['src/server', 'resolvers', 'schema'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => codesIn(readFileSync(join(folder, path), 'utf8'))),
);

test('the reader of codes sees all their forms', () => {
  const text = `throw new InputError(
    'No.', 'A'); httpError(400, 'B', 'No.'); extensions: { code: 'C' }`;
  expect(codesIn(text).sort()).toEqual(['A', 'B', 'C']);
});

test('every code that the source gives is in the list, and the list has no other', () => {
  expect(new Set([...written, ...Object.values(CODES), ...OF_LIBRARIES])).toEqual(new Set(Object.keys(ERROR_CODES)));
});

test('docs/errors.md says of every code what to do', () => {
  const page = readFileSync('docs/errors.md', 'utf8');
  const rows = page.slice(page.indexOf('## What to do')).matchAll(/^\| ([A-Z_, ]+) \| .+ \|$/gm);
  expect(new Set([...rows].flatMap(([, codes = '']) => codes.split(', ')))).toEqual(new Set(Object.keys(ERROR_CODES)));
});

test.each([
  ['a text that is no GraphQL', '{', undefined],
  ['an unknown field', '{ bogus }', undefined],
  ['a variable that is missing', 'query ($id: ID!) { user(id: $id) { email } }', {}],
  ['null where there must be something', 'query ($id: ID = "me") { user(id: $id) { email } }', { id: null }],
  ['a subscription', 'subscription { bogus }', undefined],
  ['several operations', 'query A { me { email } } query B { me { email } }', undefined],
])('%s has one of them', async (_, query, variables) => {
  const { errors } = await stub({}).run(query, variables);
  expect(errors).toHaveLength(1);
});
