/** The names of all that the gateway sends and reads, by operation and part: "users.id", lists passed over, `*` where anything may stand. */
import { isObjectType } from 'graphql';
import { z } from 'zod';
import { sourcesOf } from '../../schema/fields/entity.ts';
import { schema } from '../../schema/index.ts';
import { entityTypes } from '../../schema/types/global-id.ts';
import { endpointsOf } from '../../schema/types/rest.ts';
import { operations } from '../../src/zoom/api/index.ts';
import { type Endpoint, nameOf, ownAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { bare, metaOf } from '../../src/zoom/declare/shape.ts';
import { below, PARTS, type Part } from './sdk.ts';

type Leaves = Readonly<Record<Part, ReadonlySet<string>>>;

const within = (type: z.core.$ZodType, seen: readonly z.core.$ZodType[] = []): string[] => {
  const of = bare(type);
  if (metaOf(type).kind === 'json') return ['*'];
  if (of instanceof z.ZodArray) return within(of.element as z.core.$ZodType, seen);
  if (!(of instanceof z.ZodObject)) return [''];
  return Object.entries(of.shape).flatMap(([key, field]) =>
    // A settings' policy may hold its like; once is enough to know its names.
    seen.includes(of) ? [] : within(field as z.core.$ZodType, [...seen, of]).map((leaf) => below(key, leaf)),
  );
};

/** What pages and days are asked for with, in the query and in the answer. */
const ofPages = ({ paging, window, span }: Endpoint): readonly string[] => [
  ...(paging?.by === 'token'
    ? ['page_size', 'next_page_token']
    : paging?.by === 'number'
      ? ['page_size', 'page_number']
      : []),
  ...(window?.param ? [window.param] : window || span ? ['from', 'to'] : []),
];
const leavesOf = (endpoint: Endpoint): Readonly<Record<Part, readonly string[]>> => ({
  query: [
    ...(endpoint.query ? within(endpoint.query) : []),
    ...ofPages(endpoint),
    ...Object.values(endpoint.onRequest ?? {}).flatMap((asked) => Object.keys(asked)),
  ],
  body: endpoint.body ? within(endpoint.body) : [],
  answer: [
    ...(endpoint.of ? within(endpoint.of).map((leaf) => below(endpoint.items ?? '', leaf)) : []),
    ...(endpoint.paging?.by === 'token' ? [below(endpoint.items?.match(/^(.*)\./)?.[1] ?? '', 'next_page_token')] : []),
  ],
});

/** Every operation, and the views of them that fields and entities of the graph have. */
const views: ReadonlySet<Endpoint> = new Set([
  ...operations,
  ...Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => [type, ...Object.values(type.getFields())].flatMap(endpointsOf)),
  ...[...entityTypes(schema).values()].flatMap(sourcesOf).filter((one) => one !== undefined),
]);

/** Those of each operation, its variants among them. A form for sub accounts has the shapes of the own account's. */
export const declaredLeaves: ReadonlyMap<string, Leaves> = (() => {
  const all = new Map<string, Record<Part, Set<string>>>();
  for (const endpoint of views) {
    if (ownAccountEndpoint(endpoint) !== endpoint) continue;
    const known = all.get(nameOf(endpoint)) ?? { query: new Set(), body: new Set(), answer: new Set() };
    all.set(nameOf(endpoint), known);
    const leaves = leavesOf(endpoint);
    for (const part of PARTS) for (const leaf of leaves[part]) known[part].add(leaf);
  }
  return all;
})();
