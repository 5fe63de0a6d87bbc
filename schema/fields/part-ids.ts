/**
 * Ids of objects without identity that belong to an entity: settings, sections of settings, the lists of an account. Caches of clients keep
 * objects apart by their ids, and merge what several queries ask of one. Such an id is made of the entity's own and of the fields that
 * lead from it to the object.
 *
 * Which types have one is found out over the built schema: those whose objects are reached from entities by fields without lists, wherever
 * they are met. An item of a list has no place that stays its own.
 */
import {
  type GraphQLField,
  GraphQLID,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { ownAccount } from '../../resolvers/account-scope.ts';
import { refFor } from '../../resolvers/call-for.ts';
import type { Context } from '../../resolvers/context.ts';
import { Entity } from '../../resolvers/entity.ts';
import type { Store } from '../../resolvers/store.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { type Cost, type CostContext, keyFieldsOf, type ObjectSet, ownAccountIn } from '../plan/cost.ts';
import { extensionsOf } from '../plan/selection.ts';
import { globalIdFor } from '../types/global-id.ts';
import { keyIn } from './entity.ts';

type Field = GraphQLField<unknown, unknown>;

/** The same schema, whose types of such objects have an `id`. */
export const withPartIds = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of partTypesOf(schema)) {
    const fields = type.getFields();
    if (fields.id) throw new Error(`${type} has an id already.`);
    fields.id = idOf(type) as Field;
  }
  return schema;
};

/** The types of which each object is given by a field of an entity, of the query, or of another such object: the one object that stands there. */
const partTypesOf = (schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> => {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const givers = new Map<GraphQLObjectType, { readonly owner: GraphQLObjectType; readonly isPart: boolean }[]>();
  for (const owner of objects)
    for (const field of Object.values(owner.getFields())) {
      const type = getNamedType(field.type);
      if (!isObjectType(type)) continue;
      givers.set(type, [...(givers.get(type) ?? []), { owner, isPart: extensionsOf(field).givesPart === true }]);
    }
  const found = new Set(objects.filter((type) => givers.get(type)?.every(({ isPart }) => isPart)));
  const isRoot = (type: GraphQLObjectType) => type === schema.getQueryType() || type.extensions.entity !== undefined;
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const type of found)
      if (!givers.get(type)?.every(({ owner }) => isRoot(owner) || found.has(owner))) found.delete(type);
  }
  return found;
};

const idOf = ({ name }: GraphQLObjectType): GraphQLField<object, Context> => ({
  name: 'id',
  type: new GraphQLNonNull(GraphQLID),
  args: [],
  description: 'A stable, opaque ID for the caches of clients. `node` does not take it.',
  resolve: (part, _, context) => idText(name, part, context),
  subscribe: undefined,
  deprecationReason: undefined,
  extensions: { showsPlace: true, cost: costOfId } satisfies PothosSchemaTypes.FieldExtensions,
  astNode: undefined,
});

const idText = async (type: string, part: object, context: Context): Promise<string> => {
  const { owner, path } = placeOf(part, context.store);
  const key = await keyIn(owner, {}, context);
  return globalIdFor(type, [owner.type.name, key, ...path].map(encodeURIComponent).join('/'));
};

/** The entity that an object belongs to, and what leads from there to the object. What stands at the root is the own account's. */
const placeOf = (part: object, store: Store): { readonly owner: Entity; readonly path: readonly string[] } => {
  const path: string[] = [];
  let parent: unknown = part;
  while (!(parent instanceof Entity)) {
    if (parent === undefined || parent === null)
      return { owner: refFor(store, Account, undefined, ownAccount) as Entity, path };
    const place = store.placeOf(parent);
    if (!place) throw new Error(`Nothing is known of where an object stands, below ${path.join('.')}.`);
    path.unshift(place.at);
    parent = place.parent;
  }
  return { owner: parent, path };
};

/** The owner's own id, where it goes by another name. */
function costOfId(asked: CostContext): Cost {
  let owner: ObjectSet | undefined = asked.parents;
  while (owner && !owner.of) owner = owner.parent;
  if (!owner?.of) return { loads: ownAccountIn(asked) };
  if (!owner.isByAlias) return {};
  return { loads: owner.of.key.accountId ? ownAccountIn(asked) : [{ ...owner, fields: [...keyFieldsOf(owner.of)] }] };
}
