/** Asks the graph for what Zoom refuses: each operation by a query that calls it. */
import { getNamedType, isInputObjectType, OperationTypeNode, parse, print, type SelectionNode, visit } from 'graphql';
import { expect } from 'vitest';
import type { z } from 'zod';
import { schema } from '../../schema/index.ts';
import { type Endpoint, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { metaOf as factsOf } from '../../src/zoom/declare/shape.ts';
import type { Result } from '../run.ts';
import { refusal } from '../stub.ts';
import { KEY, operationIn } from './below.ts';
import { type Field, type ObjectSet, placesOf } from './graph.ts';
import { type Query, startMadeUp } from './made-up.ts';
import type { Refusal } from './world.ts';
import { inputBy, partsOf } from './writing.ts';

export interface Refuser {
  /**
   * What the graph answers, and which operations it calls, where Zoom refuses one. Every object tells its `__typename`; a query has
   * a `sibling` that Zoom answers. Throws where no query shows the refusal.
   */
  refuse(endpoint: Endpoint, said: Refusal): Promise<Refused>;
  close(): Promise<void>;
}
export interface Refused {
  readonly result: Result;
  readonly operations: readonly string[];
}

/** The errors of an answer that tell of one operation. */
const errorsAbout = (operation: Endpoint, { errors = [] }: Result) =>
  errors.filter(({ extensions: { zoom } }) => `${zoom?.method} ${zoom?.path}` === nameOf(operation));

const metaOf = ({ method, path }: Endpoint, { status, code }: Refusal) => ({ status, code, method, path });

/**
 * Whether an answer tells of a refusal, and of nothing else: each error says what Zoom said, what was refused is null, and what it
 * is a field of stands, as does the sibling of a query. Gives how often it was told.
 */
export const expectRefused = (
  endpoint: Endpoint,
  { data, errors = [] }: Result,
  said: Refusal,
  kind: string,
): number => {
  const about = errorsAbout(endpoint, { errors });
  expect(errors).toEqual(about);
  for (const { message, path = [], extensions } of about) {
    expect(message).toContain(said.message);
    expect(extensions).toMatchObject({ code: kind, zoom: metaOf(endpoint, said) });
    // What has no id takes the object with it, and nothing above that.
    const end = path.findIndex((_, i) => at(data, path.slice(0, i + 1)) === null);
    expect([path.length - 1, path.length - 2]).toContain(end);
    const parent = at(data, path.slice(0, end));
    if (!Array.isArray(parent)) expect(parent).toHaveProperty('__typename');
  }
  if (endpoint.method === 'GET') expect(data).toHaveProperty('sibling.nodes.length', 1);
  return about.length;
};
const at = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((value, key) => (value as Record<string | number, unknown> | null)?.[key], data);

/** What is missing may be null without an error: a query that tells of this tells of any refusal. */
const MISSING: Refusal = { status: 404, code: 404, message: 'No.' };

export const startRefuser = (): Refuser => {
  const { run, calls, client, instead, readingOf } = startMadeUp();

  const askRefused = async (operation: Endpoint, said: Refusal, { text, variables }: Query): Promise<Refused> => {
    calls.length = 0;
    instead.set(nameOf(operation), () => refusal(said.status, said.code, said.message));
    const result = await run(watched(text, operation), variables);
    instead.delete(nameOf(operation));
    return { result, operations: calls.map(operationIn) };
  };

  /** What hydration reads besides may be refused without a word: the query must tell of the refusal. */
  const readOf = async (operation: Endpoint): Promise<Query> => {
    for (const place of placesCalling(operation))
      for (const read of (await readingOf(place)).queries) {
        if (!read.operations.includes(nameOf(operation))) continue;
        const { result } = await askRefused(operation, MISSING, read);
        if (errorsAbout(operation, result).length > 0) return read;
      }
    throw new Error(`No query shows that ${nameOf(operation)} is refused.`);
  };

  const known = new Map<Endpoint, Promise<Query>>();
  return {
    close: () => client.close(),
    refuse: async (operation, said) => {
      const found = known.get(operation) ?? (operation.method === 'GET' ? readOf(operation) : writeOf(operation));
      known.set(operation, found);
      return askRefused(operation, said, await found);
    },
  };
};

const places = placesOf(schema);
/** Those that call little else come first. */
const placesCalling = (operation: Endpoint): readonly ObjectSet[] =>
  places
    .filter(({ endpoints }) => endpoints.some((endpoint) => nameOf(endpoint) === nameOf(operation)))
    .sort((a, b) => a.endpoints.length - b.endpoints.length);

/** Zoom refuses a write of made-up things as well as any other. */
const writeOf = async (operation: Endpoint): Promise<Query> => {
  const [place] = placesCalling(operation).filter(({ field }) => field);
  // Where an operation is several mutations, each has a body of its own.
  const own = place?.endpoints.find((endpoint) => nameOf(endpoint) === nameOf(operation));
  if (!place?.field || !own) throw new Error(`No mutation calls ${nameOf(operation)}.`);
  return madeUpWrite(place.field, own, '__typename');
};

/** A mutation of made-up things, with every leaf of its input. */
export const madeUpWrite = (field: Field, operation: Endpoint, payload: string): Query => {
  const input = getNamedType(field.args[0]?.type);
  if (!isInputObjectType(input)) throw new Error(`${field.name} takes no input.`);
  // What they are of may be known from lists alone, which have one thing each.
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inBody = Object.entries(operation.body?.shape ?? {}).flatMap(([name, type]) => {
    const { entity, isNumber } = factsOf(type as z.ZodType);
    return entity && !isNumber ? name : [];
  });
  const ids = Object.fromEntries([...inPath, ...inBody].map((name) => [name, KEY]));
  return {
    text: `mutation ($input: ${input.name}!) { ${field.name}(input: $input) { ${payload} } }`,
    variables: { input: inputBy(operation, partsOf(operation, input), ids).given },
  };
};

const selectionsOf = (text: string): readonly SelectionNode[] =>
  parse(text).definitions.flatMap((one) => ('selectionSet' in one ? (one.selectionSet?.selections ?? []) : []));
const TYPE_NAME = selectionsOf('{ __typename }');
const USERS = selectionsOf('{ sibling: users(first: 1) { nodes { zoomId } } }');
const GROUPS = selectionsOf('{ sibling: groups(first: 1) { nodes { zoomId } } }');

/** The query with the type's name beside every field, for an object that has it stands; and with a read that is not refused. */
export const watched = (text: string, { path }: Endpoint): string =>
  print(
    visit(parse(text), {
      SelectionSet: (node, _, parent) => {
        const isRead = parent && 'operation' in parent && parent.operation === OperationTypeNode.QUERY;
        const sibling = path === '/users' ? GROUPS : USERS;
        return { ...node, selections: [...TYPE_NAME, ...node.selections, ...(isRead ? sibling : [])] };
      },
    }),
  );
