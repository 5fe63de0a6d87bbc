/** Endpoints are declared once; other views of them are made by `variant` alone, which keeps their form for sub accounts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { sourcesOf } from '../schema/fields/entity.ts';
import { schema } from '../schema/index.ts';
import { entityTypes } from '../schema/types/global-id.ts';
import { endpointsOf } from '../schema/types/rest.ts';
import {
  byToken,
  type Endpoint,
  get,
  isEndpoint,
  nameOf,
  subAccountEndpoint,
  variant,
} from '../src/zoom/declare/endpoint.ts';
import { id, shape, string } from '../src/zoom/declare/shape.ts';

const Thing = shape('Thing', { id: id(), name: string() });
const Part = shape('Part', { name: string() });

test('a variant has the form for sub accounts that its endpoint has, with the same changes', () => {
  const getThing = get('/things/{thingId}', { of: Thing, limit: 'LIGHT', scopes: ['a'], subAccountScopes: ['b'] });
  const listParts = variant(getThing, { of: Part, items: 'parts', paging: byToken(30) });
  expect(listParts).toEqual({ ...getThing, of: Part, items: 'parts', paging: byToken(30) });
  expect(nameOf(subAccountEndpoint(listParts) as Endpoint)).toBe('GET /accounts/{accountId}/things/{thingId}');
  expect(subAccountEndpoint(listParts)).toMatchObject({ items: 'parts', of: Part, scopes: ['b'] });
  expect(subAccountEndpoint(variant(listParts, { window: undefined }))).toMatchObject({
    items: 'parts',
    window: undefined,
  });
  expect(subAccountEndpoint(getThing)).toMatchObject({ of: Thing });
});

test('a variant of what the own account alone has is no more than that', () => {
  expect(
    subAccountEndpoint(variant(get('/own', { of: Thing, limit: 'LIGHT', scopes: [] }), { of: Part })),
  ).toBeUndefined();
});

test('no field and no entity has a copy of an endpoint', () => {
  const copied = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => [type, ...Object.values(type.getFields())].flatMap(endpointsOf))
    .concat([...entityTypes(schema).values()].flatMap(sourcesOf).filter((one) => one !== undefined));
  expect(copied.length).toBeGreaterThan(500);
  expect([...new Set(copied.filter((one) => !isEndpoint(one)).map(nameOf))]).toEqual([]);
  expect(isEndpoint({ ...(copied[0] as Endpoint) })).toBe(false);
});

/** Copies in a source text: of an operation by its name, or of what is called an endpoint. */
const copiesIn = (source: string, operations: ReadonlySet<string>): string[] =>
  [...source.matchAll(/(?:\.\.\.|Object\.assign\(\{\}, )(?:\w+\.)*(\w+)\b(?!\()/g)]
    .filter(([, name = '']) => operations.has(name) || name === 'endpoint')
    .map(([string]) => string);

test('the source copies no endpoint', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = ['src', 'schema', 'resolvers'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(room, file)),
  );
  const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const operations = new Set(
    [...sources.values()].flatMap((source) =>
      [
        ...source.matchAll(
          /^export const (\w+)(?:: ListEndpoint)? = (?:get|list|listing|post|put|patch|del|variant)\(/gm,
        ),
      ].map(([, name = '']) => name),
    ),
  );
  expect(operations.size).toBeGreaterThan(150);
  expect(copiesIn('({ ...api.getUser, of })', new Set(['getUser']))).toEqual(['...api.getUser']);
  const found = [...sources].flatMap(([file, source]) =>
    file === join('src', 'zoom', 'declare', 'endpoint.ts')
      ? []
      : copiesIn(source, operations).map((copy) => `${file}: ${copy}`),
  );
  expect(found).toEqual([]);
});
