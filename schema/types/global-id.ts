/** Global ids: a type's name and a key, as base64 of "User:abc". */
import { type GraphQLSchema, isObjectType } from 'graphql';
import { once } from '../../src/engine/once.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';

/** Where the types of a graph are found by their names: its schema. */
export type TypesByName = Pick<GraphQLSchema, 'getType'>;

/** The entity that a type of this name shows; undefined where the graph has none. */
export const entityTypeOf = (schema: TypesByName, name: string): EntityType | undefined =>
  schema.getType(name)?.extensions.entity as EntityType | undefined;

/** The entity types that a graph shows, by name; found out once for each graph. */
export const entityTypes = once(
  (schema: GraphQLSchema): ReadonlyMap<string, EntityType> =>
    new Map(
      Object.keys(schema.getTypeMap()).flatMap((name): [string, EntityType][] => {
        const type = entityTypeOf(schema, name);
        return type ? [[name, type]] : [];
      }),
    ),
);

/** The global id of what has this key. */
export const globalIdFor = (type: string, key: string): string => {
  const text = `${type}:${key}`;
  // Nearly all keys are ASCII, which needs no bytes of its own.
  return /^[\x20-\x7e]*$/.test(text) ? btoa(text) : Buffer.from(text, 'utf8').toString('base64');
};

/** The type and key of a global id of this graph; undefined for anything else, such as Zoom's own ids. */
export const globalIdOf = (schema: TypesByName, text: string): { type: EntityType; key: string } | undefined => {
  const { name, key } = partsOf(text);
  const type = entityTypeOf(schema, name);
  return type && key !== '' ? { type, key } : undefined;
};

/** Whether a text is the id of an object that belongs to an entity, by which it cannot be fetched (fields/part-ids.ts). */
export const isPartId = (schema: TypesByName, text: string): boolean => {
  const { name, key } = partsOf(text);
  const type = schema.getType(name);
  return key.includes('/') && isObjectType(type) && type.getFields().id !== undefined && !entityTypeOf(schema, name);
};

/** A name of GraphQL begins with a letter or `_`, and so its base64 with one of these: most ids of Zoom's own need no decoding. */
const MAY_BE_NAMED = /^\s*[Q-Za-e]/;
const partsOf = (text: string): { readonly name: string; readonly key: string } => {
  if (!MAY_BE_NAMED.test(text)) return { name: '', key: '' };
  const [, name = '', key = ''] = /^(\w+):(.+)$/s.exec(Buffer.from(text, 'base64').toString('utf8')) ?? [];
  return { name, key };
};
