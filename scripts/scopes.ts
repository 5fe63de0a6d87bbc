/**
 * `npm run scopes -- examples/*.graphql` prints the scopes that the Zoom app needs for the operations in these files: for each REST
 * operation that they may call a scope of each kind, and all of them together. Zoom takes scopes of one kind, classic or granular.
 */
import { readFileSync } from 'node:fs';
import { type DocumentNode, GraphQLError, parse, validate } from 'graphql';
import { schema } from '../schema/index.ts';
import { type Needs, needsOf, type Scopes, scopesFor } from '../schema/plan/scopes.ts';
import { type Endpoint, nameOf } from '../src/zoom/declare/endpoint.ts';

/** What is wrong with a file, in words for whoever gave it. */
class FileError extends Error {}

const documentIn = (file: string): DocumentNode => {
  const text = textOf(file);
  try {
    const document = parse(text);
    const errors = validate(schema, document);
    if (errors.length > 0) throw errors[0];
    return document;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
    throw new FileError(`${file}:${line}:${column}: ${error.message}`);
  }
};
const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FileError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
};

const KINDS = ['classic', 'granular'] as const satisfies readonly (keyof Scopes)[];
const lineOf = (endpoint: Endpoint): string => {
  const scopes = scopesFor(endpoint);
  const shown = KINDS.flatMap((kind) => (scopes[kind] ? [`${kind} ${scopes[kind]}`] : []));
  const { grant } = endpoint;
  // The scopes of another app are of neither kind.
  if (grant) return `  ${nameOf(endpoint)}: ${endpoint.scopes.join(', ')}, of the ${grant}'s app`;
  return `  ${nameOf(endpoint)}: ${shown.join(', ') || 'no scope is documented'}`;
};
const shownNeeds = (file: string, { name = 'an operation without a name', always, perhaps }: Needs): string[] => [
  `${name} (${file})`,
  ...always.map(lineOf),
  ...(perhaps.length > 0 ? ['  for fields that are not in the lists above:', ...perhaps.map(lineOf)] : []),
  '',
];
const together = (needs: readonly Needs[]): string[] => {
  const endpoints = needs.flatMap(({ always, perhaps }) => [...always, ...perhaps]);
  return KINDS.flatMap((kind) => [
    `All of them, ${kind}:`,
    ...[...new Set(endpoints.flatMap((endpoint) => scopesFor(endpoint)[kind] ?? []))]
      .sort()
      .map((scope) => `  ${scope}`),
  ]);
};

const files = process.argv.slice(2);
try {
  if (files.length === 0) throw new FileError('Name files that hold operations: npm run scopes -- examples/*.graphql');
  const found = files.map((file) => ({ file, needs: needsOf(schema, documentIn(file)) }));
  const lines = found.flatMap(({ file, needs }) => needs.flatMap((one) => shownNeeds(file, one)));
  process.stdout.write(`${[...lines, ...together(found.flatMap(({ needs }) => needs))].join('\n')}\n`);
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
