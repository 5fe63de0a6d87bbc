/** The fields that Zoom's answers always hold by its SDK's types, by the type of the graph that shows them. */
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { z } from 'zod';
import { sourcesOf } from '../../schema/fields/entity.ts';
import { schema } from '../../schema/index.ts';
import { entityTypes } from '../../schema/types/global-id.ts';
import { endpointsOf } from '../../schema/types/rest.ts';
import { operations } from '../../src/zoom/api/index.ts';
import { type Endpoint, nameOf, ownAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import { bare, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { below, nameless, sdkOperations } from './sdk.ts';

const sdk = new Map(sdkOperations.map((operation) => [operation.name, operation]));

/** By type and field of Zoom's, the answers that may hold it, and whether the SDK says of each that it does. */
export const told = new Map<string, Map<string, Map<string, boolean>>>();

const tell = (type: string, key: string, place: string, isSure: boolean): void => {
  const keys = told.get(type) ?? new Map<string, Map<string, boolean>>();
  told.set(type, keys);
  const places = keys.get(key) ?? new Map<string, boolean>();
  keys.set(key, places);
  places.set(place, isSure);
};

/** Goes through what an answer holds at a place; `as` names the type that shows it, where that is not the shape's. */
const through = (
  type: z.core.$ZodType,
  endpoint: Endpoint,
  path: string,
  as?: string,
  seen: readonly Shape[] = [],
): void => {
  const of = bare(type);
  if (of instanceof z.ZodArray) through(of.element as z.core.$ZodType, endpoint, path, as, seen);
  if (!(of instanceof z.ZodObject) || seen.includes(of)) return;
  const name = as ?? metaOf(type).name ?? metaOf(of).name;
  const always = sdk.get(nameless(nameOf(ownAccountEndpoint(endpoint))))?.types.answer?.always;
  for (const [key, field] of Object.entries(of.shape)) {
    const at = below(path, key);
    if (name) tell(name, key, `${nameOf(endpoint)} ${at}`, !endpoint.onRequest?.[key] && (always?.has(at) ?? false));
    through(field as z.core.$ZodType, endpoint, at, undefined, [...seen, of]);
  }
};

const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const entityOf = (type: GraphQLObjectType): EntityType | undefined => type.extensions.entity as EntityType | undefined;
/** What a field shows of an answer: an entity, or an object that is named like its shape. */
const shownBy = (field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return [];
  const nodes = type.getFields().nodes;
  if (nodes && type.name.endsWith('Connection')) return shownBy(nodes);
  return type.name.endsWith('Payload') ? Object.values(type.getFields()).flatMap(shownBy) : [type];
};
for (const entity of entityTypes(schema).values())
  for (const endpoint of sourcesOf(entity))
    if (endpoint?.of) through(endpoint.of, endpoint, endpoint.items ?? '', entity.name);
for (const type of objects)
  for (const field of Object.values(type.getFields()))
    for (const endpoint of endpointsOf(field))
      for (const { name } of shownBy(field).filter(entityOf))
        if (endpoint.of) through(endpoint.of, endpoint, endpoint.items ?? '', name);
for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
  for (const endpoint of endpointsOf(field))
    if (endpoint.of) through(endpoint.of, endpoint, '', getNamedType(field.type).name);
for (const endpoint of operations) if (endpoint.of) through(endpoint.of, endpoint, endpoint.items ?? '');
