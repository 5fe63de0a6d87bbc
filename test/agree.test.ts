/** Each operation that Zoom's SDK knows is compared with it: test/agree holds the types of the one against those of the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { operations } from '../src/zoom/api/index.ts';
import { nameOf } from '../src/zoom/declare/endpoint.ts';

const sdk = new URL('../node_modules/@zoom/rivet/', import.meta.url);
const products = readdirSync(sdk, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const nameless = (operation: string) => operation.replace(/\{\w+\}/g, '{}');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The types of bodies and answers that the SDK exports, by operation. */
const typesOf = (product: string): [operation: string, types: string[]][] => {
  const read = (ending: string) => readFileSync(new URL(`${product}/${product}.${ending}`, sdk), 'utf8');
  // Some are said to be objects, and no more.
  const declared = new Set([...read('d.ts').matchAll(/^type (\w+) = (?!object;)/gm)].map(([, name]) => name));
  let group = '';
  return [
    ...read('mjs').matchAll(
      /^ {4}(\w+) = \{$|(\w+): this\.buildEndpoint\(\{\s*method: "(\w+)",\s*urlPathBuilder: \([^)]*\) => `([^`]*)`/gm,
    ),
  ].flatMap(([, begun, name = '', method = '', path = '']): [string, string[]][] => {
    if (begun) group = begun;
    if (begun) return [];
    const types = ['RequestBody', 'Response'].map((ending) => `${capital(group)}${capital(name)}${ending}`);
    return [[`${method} ${path.replace(/\$\{\w+\}/g, '{}')}`, types.filter((type) => declared.has(type))]];
  });
};

test('no operation of the SDK is left uncompared', () => {
  const known = new Map(products.flatMap(({ name }) => typesOf(name)));
  const folder = fileURLToPath(new URL('agree/', import.meta.url));
  const compared = readdirSync(folder)
    .map((file) => readFileSync(folder + file, 'utf8'))
    .join('\n');
  const ours = operations.map((operation) => nameless(nameOf(operation)));
  const missing = ours.flatMap((operation) =>
    (known.get(operation) ?? [])
      .filter((type) => !new RegExp(`\\b${type}\\b`).test(compared))
      .map((type) => `${operation}: ${type}`),
  );
  expect(ours.filter((operation) => known.has(operation)).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
