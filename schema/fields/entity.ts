/** Entities in the graph: their object types, the fields that lead to one, and how an argument names one. */
import type { FieldKind, FieldMap, ObjectRef, SchemaTypes, UnionRef } from '@pothos/core';
import { RootFieldBuilder } from '@pothos/core';
import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { OWN, scopeOf } from '../../resolvers/account-scope.ts';
import { foundFor, referFor, refFor } from '../../resolvers/call-for.ts';
import type { Context } from '../../resolvers/context.ts';
import { Entity, type Params } from '../../resolvers/entity.ts';
import { InputError } from '../../resolvers/errors.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import type { Rows } from '../../src/engine/leaf-reader.ts';
import { type ErrorKind, ZoomError } from '../../src/zoom/client/client.ts';
import type { Args, Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { ANSWER, carried, type EntityType } from '../../src/zoom/declare/entity.ts';
import { metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Cost, type CostContext, keyFieldsOf, type ObjectSet, ownAccountIn } from '../plan/cost.ts';
import { below, fetches, requiredBy } from '../plan/selection.ts';
import { type Builder, type Domain, perBuilder, type Types } from '../types/builder.ts';
import { globalIdFor, globalIdOf, isPartId, type TypesByName } from '../types/global-id.ts';
import { paramsFrom, ToldAccount } from '../types/ids.ts';
import { restOf } from '../types/rest.ts';
import {
  asDeclared,
  fieldNameIn,
  fieldsOf,
  inputFieldsOf,
  queryFrom,
  type Read,
  showAs,
  ZOOM_ID,
} from '../types/shape.ts';

type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
type Fields<T> = PothosSchemaTypes.ObjectFieldBuilder<Extended, Entity<T>>;

const refsOf = perBuilder(() => new Map<EntityType, ObjectRef<Extended, Entity>>());
/** The entities that domains show whole, and how. */
const shownOf = perBuilder(() => new Map<EntityType, EntityOptions<unknown>>());
/**
 * The GraphQL type of an entity, of which its domain's file shows all with `entityObject`. Where the schema is made without that
 * domain, the edges of others lead to a type that has ids, and what those others add to it.
 */
export const refOf = <T>(builder: Builder, type: EntityType<T>): ObjectRef<Extended, Entity<T>> => {
  const refs = refsOf(builder);
  let ref = refs.get(type);
  if (!ref) {
    ref = builder.objectRef<Entity>(type.name) as ObjectRef<Extended, Entity>;
    refs.set(type, ref);
    implement(builder, type, ref);
  }
  return ref as unknown as ObjectRef<Extended, Entity<T>>;
};

/** The operations that make known what is not known of an entity. */
export const sourcesOf = (type: EntityType): (Endpoint | undefined)[] => [
  type.get,
  ...type.foundIn.map(({ list }) => list),
];

interface EntityOptions<T> {
  /** Fields that an edge shows better. */
  readonly omit?: readonly (keyof T & string)[];
  readonly fields?: (t: Fields<T>) => FieldMap;
}

/** The object type of an entity: its global id, Zoom's id, every field of its shape, and what `fields` adds. */
export const entityObject = <T>(builder: Builder, type: EntityType<T>, options: EntityOptions<T> = {}): void => {
  const shown = shownOf(builder);
  if (shown.has(type)) throw new Error(`Two domains show ${type.name}.`);
  shown.set(type, options as EntityOptions<unknown>);
  refOf(builder, type);
};
const implement = (builder: Builder, type: EntityType, ref: ObjectRef<Extended, Entity>): void => {
  const get = type.get && carried(type.get, Object.keys(type.get.onRequest ?? {}));
  const single = (key: string) =>
    get?.has(key) && !type.foundIn.every(({ list }) => carried(list).has(key)) ? restOf(type.get) : [];
  const shownFields = (t: Fields<unknown>): FieldMap => {
    const options = shownOf(builder).get(type);
    if (!options) return {};
    const { omit = [], fields } = options;
    // Where `id` is another thing's, it has a name that says whose.
    const own = fieldNameIn(type.shape, 'id') === 'zoomId' ? ['id'] : [];
    const more = (key: string) => ({ directives: single(key) });
    return { ...fieldsOf(type.shape, t as never, known, { omit: [...own, ...omit], more }), ...fields?.(t) };
  };
  builder.node(
    ref as never,
    {
      description: metaOf(type.shape).description,
      directives: restOf(...sourcesOf(type)),
      extensions: { entity: type },
      isTypeOf: (value: unknown) => value instanceof Entity && value.type === type,
      id: {
        description: 'The global id.',
        // The own account's has its real id, which may have to be read.
        extensions: type.key.accountId
          ? { cost: costOfOwnId }
          : {
              exposesId: true,
              leafReader: { rows: rowsOfEntities, show: (entity: Entity) => globalIdFor(type.name, entity.key) },
            },
        resolve: keyIn,
      },
      fields: (t: Fields<unknown>) => ({
        zoomId: t.field({
          type: 'ID',
          nullable: false,
          description: ZOOM_ID,
          extensions: {
            exposesId: true,
            // The own account's is read when it is wanted.
            ...(!type.key.accountId && {
              leafReader: { rows: rowsOfEntities, show: ({ zoomId }: Entity) => zoomId },
            }),
          },
          resolve: (entity, _, context) =>
            after(canonical(entity as Entity, context), (known) => zoomIdOf(known, context)),
        }),
        ...shownFields(t),
        raw: t.field({
          type: 'JSON',
          nullable: true,
          needs: 'raw',
          description: RAW,
          extensions: { requires: [ANSWER] },
          resolve: (entity, _, context) => rawOf(entity as Entity, context),
        }),
      }),
    } as never,
  );
};

const RAW =
  'What Zoom sent for it, unchanged, including secrets and fields that the graph does not have: the item of a list, or the answer to its own GET, whichever this operation reads. If it reads both, each field has its newer value. Whole numbers beyond 2^53 are strings of digits.';
/** What Zoom sent, when all that is selected beside it has been read. */
const rawOf = async (entity: Entity, { store }: Context): Promise<object | null> => {
  if (!entity.has(ANSWER)) await store.load(entity, [ANSWER]);
  await entity.read();
  return entity.answer;
};

/** Where one answer alone has told of an entity, and all that is wanted, it is the row. */
const rowsOfEntities: Rows = (keys) => {
  const undeclared = new WeakMap<ReadonlySet<string>, readonly string[]>();
  return (parent) => {
    const entity = parent as Entity;
    const { layers, canonical } = entity;
    const [layer] = layers;
    if (!layer || layers.length > 1 || !canonical) return undefined;
    let others = undeclared.get(layer.keys);
    if (!others) {
      others = keys.filter((key) => !layer.keys.has(key));
      undeclared.set(layer.keys, others);
    }
    return others.every((key) => entity.has(key)) ? layer.data : undefined;
  };
};

/** A field of an entity: at hand when some answer had it, else read together with all that is missing in this tick. */
const known: Read = {
  of:
    (key) =>
    (entity: Entity, { store }) => {
      const value = entity.known(key);
      return value === undefined ? store.load(entity, [key]).then(() => entity.known(key)) : value;
    },
  rows: rowsOfEntities,
  told: (entity: Entity, keys) => {
    const known = () => Object.fromEntries(keys.map((key) => [key, entity.known(key)]));
    return keys.every((key) => entity.has(key)) ? known() : entity.read().then(known);
  },
};

/** The own account's id is known only once it was read. */
const zoomIdOf = (entity: Entity, { store }: Context): string | Promise<string> =>
  entity.zoomId === OWN ? store.load(entity, ['id']).then(() => String(entity.get('id') ?? OWN)) : entity.zoomId;

/** Whether an account that a client names is the own one shows by its real id. Where that cannot be had, it is taken for another. */
export const knowOwnAccount = async (store: Context['store']): Promise<void> => {
  await store.ownAccountId().catch(() => undefined);
};

/** An entity named by an email or `me` has to be read before its own id is known. */
export const canonical = (entity: Entity, { store }: Context): Entity | Promise<Entity> => {
  if (entity.canonical) return entity;
  const [field] = keyFieldsOf(entity.type);
  return field ? store.load(entity, [field]).then(() => entity) : entity;
};

/**
 * The key of an entity in its global id. The own account is called `me` in paths and in the store; its global id has its real id, since
 * `me` is another account for others. Where Zoom does not let the credential read that, `me` has to do.
 */
export const keyIn = (entity: Entity, _: object, context: Context): string | Promise<string> => {
  const { store } = context;
  if (!isOwnAccount(entity)) return after(canonical(entity, context), ({ key }) => key);
  return store.knownOwnAccountId ?? store.ownAccountId().catch(ownIfRefused);
};
const costOfOwnId = (asked: CostContext): Cost => ({ loads: asked.parents.isByAlias ? ownAccountIn(asked) : [] });
const isOwnAccount = ({ type, params }: Entity): boolean => 'accountId' in type.key && params.accountId === OWN;
const ownIfRefused = (error: unknown): string => {
  if (error instanceof ZoomError && REFUSED.has(error.kind)) return OWN;
  throw error;
};
const REFUSED: ReadonlySet<string> = new Set<ErrorKind>(['FORBIDDEN', 'NOT_FOUND']);

/** Goes on at once with what is at hand, and later with what is to come: most is at hand, and waiting costs a tick for each field. */
const after = <T, R>(value: T | Promise<T>, then: (value: T) => R | Promise<R>): R | Promise<R> =>
  value instanceof Promise ? value.then(then) : then(value);

/**
 * The entity of a key with all that the selection needs of it, so that one that does not exist is null, and not an object of
 * nulls. Where nothing but calls of other operations is selected, those tell.
 */
export const loaded = async (
  type: EntityType,
  params: Params,
  { store }: Context,
  info: GraphQLResolveInfo,
  of?: GraphQLObjectType,
): Promise<Entity> => {
  const entity = store.ref(type, params);
  const plan = below(planIn(info), of);
  const requires = plan ? requiredBy(plan) : new Set<string>();
  if (plan && requires.size === 0 && fetches(plan)) return entity;
  const [any = ''] = Object.keys((type.get?.of ?? type.foundIn[0]?.list.of)?.shape ?? {});
  await store.fetch(entity, requires.size > 0 ? requires : [any]);
  return entity;
};

/** What one object tells of another: some of its fields, those at least that make its key. */
export type Told<T> = { readonly [K in keyof T]?: T[K] | null };
/** Fields of the parent, where that is an entity. */
export type RequiresOf<P> = P extends Entity<infer F> ? readonly (keyof F & string)[] : never;
interface EdgeOptions<P, T> {
  readonly of: EntityType<T>;
  /** The fields of the parent that are read when it does not yet know enough for `link` to tell. */
  readonly requires?: RequiresOf<P>;
  /** What the parent says of the entity at the other end, its key at least; nothing when there is none. */
  readonly link: (parent: P) => Told<T> | null | undefined;
  readonly description: string;
  /** The fields that `link` tells in any case, for the cost of a query: by default those of the key. */
  readonly knownFields?: readonly (keyof T & string)[];
  /** Why the edge should no longer be used, and what takes its place. */
  readonly deprecationReason?: string;
  /** From the items of a list of such an entity the edge leads back to that very one: a user's meetings to the user. */
  readonly inverse?: true;
}
interface EdgesOptions<P, T> extends Omit<EdgeOptions<P, T>, 'link'> {
  readonly links: (parent: P) => readonly Told<T>[] | null | undefined;
}
/** An edge to entities of several types. */
interface AnyOptions<P> {
  /** The union, made by `unionOf`. */
  readonly of: UnionOf;
  /** The type of the entity at the other end, and what the parent says of it, its key at least; nothing when there is none. */
  readonly link: (parent: P) => readonly [type: EntityType, told: object] | null | undefined;
  readonly description: string;
}
interface NodeOptions<T> {
  readonly of: EntityType<T>;
  readonly description: string;
  /** What the id may be besides the global one. */
  readonly id: string;
  /** The GET whose query says what the id is: its parameters are arguments, and where one is given, the entity is read at once. */
  readonly get?: Endpoint;
}
interface EdgeNodeOptions<P, T> {
  readonly of: EntityType<T>;
  readonly params: (parent: P) => Params | null | undefined;
  readonly requires?: RequiresOf<P>;
  readonly description: string;
  /** That there is none is no error: a meeting that was not recorded, a user without a phone. */
  readonly optional?: true;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** An edge to the one entity that the parent tells of. */
      zoomRef: <T>(options: EdgeOptions<ParentShape, T>) => FieldRef<Types, Entity<T> | null, Kind>;
      /** An edge to the one entity that the parent tells of, which is of one of several types. */
      zoomAny: (options: AnyOptions<ParentShape>) => FieldRef<Types, Entity | null, Kind>;
      /** Edges to the few entities that the parent tells of. */
      zoomRefs: <T>(options: EdgesOptions<ParentShape, T>) => FieldRef<Types, Entity<T>[] | null, Kind>;
      /** An edge to the entity whose key the parent knows, read at once: null with an error where there is none. */
      zoomLookup: <T>(options: EdgeNodeOptions<ParentShape, T>) => FieldRef<Types, Entity<T> | null, Kind>;
      /** An entity by an argument `id`. */
      zoomNode: <T>(options: NodeOptions<T>) => FieldRef<Types, Entity<T> | null, Kind>;
    }
  }
}
type AnyBuilder = PothosSchemaTypes.RootFieldBuilder<Extended, unknown>;
const methods = RootFieldBuilder.prototype as unknown as Pick<
  AnyBuilder,
  'zoomRef' | 'zoomRefs' | 'zoomAny' | 'zoomNode' | 'zoomLookup' | 'field' | 'builder'
>;

/** Puts what a parent tells of an entity in the store. Fields that it tells nothing of stay unknown. */
export const linked = (
  type: EntityType,
  told: object | null | undefined,
  parent: unknown,
  { store }: Context,
  place?: Params,
): Entity | null => {
  if (!told) return null;
  return referFor(store, type, parent, told, place) ?? null;
};
/** Objects of this shape only name an entity: they are shown as edges to it. `place` holds the parts of its key that they do not. */
export const showAsRef = (builder: Builder, of: Shape, type: EntityType, place?: Params): void =>
  showAs(builder, of, {
    ref: refOf(builder, type),
    link: (told, context, parent) => linked(type, told, parent, context, place),
    cost: edgeTo(type),
  });
/** Makes the fields known that an edge hangs on; false when they were already. */
export const needed = async (
  parent: unknown,
  requires: readonly string[] = [],
  { store }: Context,
): Promise<boolean> => {
  if (!(parent instanceof Entity) || requires.every((key) => parent.has(key))) return false;
  await store.load(parent, requires);
  return true;
};

interface Described {
  readonly of: EntityType;
  readonly requires?: readonly string[];
  readonly description: string;
  readonly deprecationReason?: string;
}
const described = (options: Described, cost: (asked: CostContext) => Cost) => ({
  description: options.description,
  deprecationReason: options.deprecationReason,
  directives: restOf(...sourcesOf(options.of)),
  extensions: { requires: options.requires ?? [], cost },
});

/** An edge costs nothing beyond what is selected of its end and the parent did not tell. */
export const edgeTo =
  (of: EntityType, { knownFields, inverse }: { knownFields?: readonly string[]; inverse?: true } = {}) =>
  ({ parents: { parent }, child }: CostContext): Cost => {
    if (inverse && parent?.of === of) return { returns: parent };
    const known = knownFields ? new Set(knownFields) : keyFieldsOf(of);
    return { returns: child({ of, known, isByAlias: isByAlias(of, knownFields) }) };
  };
/** Whether an edge leads to what may be named by an email or the like, so that its own id is yet to be read. */
const isByAlias = (of: EntityType, knownFields?: readonly string[]): boolean =>
  knownFields !== undefined && [...keyFieldsOf(of)].some((field) => !knownFields.includes(field));
/** The entity that the arguments name, in the account of the parent. */
interface ArgNode<A> {
  readonly of: EntityType;
  /** The key in the arguments, whose ids tell no other account. Throws InputError. */
  readonly key: (args: A, account: ToldAccount) => Params;
}
/** What a field needs that gives the entity which its arguments name, with all that is selected of it (`loaded`). */
export const nodeBy = <A>(builder: Builder, { of, key }: ArgNode<A>) => ({
  type: refOf(builder, of) as never,
  nullable: true as const,
  directives: restOf(...sourcesOf(of)),
  extensions: {
    cost: ({ args, parents, schema, hints, child }: CostContext<A>): Cost => {
      const { id, count, ...place } = placeOf(of, key(args, new ToldAccount(schema, hints)));
      const { accounts } = parents;
      const each = accounts.isSub ? { id: `${id} of ${accounts.id}`, count: accounts.count } : { id, count };
      return { returns: child({ ...place, ...each, proof: 'any' }) };
    },
  },
  // At the root a global id may tell any account.
  resolve: (parent: unknown, args: A, context: Context, info: GraphQLResolveInfo) =>
    loaded(
      of,
      key(
        args,
        parent === undefined
          ? new ToldAccount(info.schema, context.store)
          : ToldAccount.below(info.schema, context.store, parent),
      ),
      context,
      info,
    ) as never,
});
/** Where the entity of a key stands, of which nothing is known yet. */
export const placeOf = (of: EntityType, params: Params): Partial<ObjectSet> => {
  const scope = of.key.accountId ? params : scopeOf(params);
  return {
    id: `${of.name}:${JSON.stringify(params)}`,
    count: 1,
    least: 1,
    isEstimated: false,
    of,
    isByAlias: Object.values(params).some((value) => of.isAlias(value) || value === OWN),
    ...(scope.accountId && scope.accountId !== OWN && { accounts: { id: scope.accountId, count: 1, isSub: true } }),
  };
};

methods.zoomRef = function zoomRef(this: AnyBuilder, { link, ...options }) {
  return this.field({
    type: refOf(this.builder, options.of),
    nullable: true,
    ...described(options as never, edgeTo(options.of, options)),
    resolve: async (parent: unknown, _: object, context: Context, info: GraphQLResolveInfo) => {
      const from = asDeclared(parent, info) as never;
      const told = linked(options.of, link(from), parent, context);
      if (told || !(await needed(parent, options.requires, context))) return told;
      return linked(options.of, link(from), parent, context);
    },
  } as never) as never;
};

/** Entities of several types, of which a field gives one or another. */
interface UnionOf {
  readonly ref: UnionRef<Extended, Entity>;
  readonly types: readonly EntityType[];
}
export const unionOf = (
  builder: Builder,
  name: string,
  { types, description }: { readonly types: readonly EntityType[]; readonly description: string },
): UnionOf => {
  const ref = builder.unionType(name, {
    description,
    types: types.map((type) => refOf(builder, type)) as never,
    resolveType: (entity: unknown) => (entity as Entity).type.name as never,
  });
  return { ref: ref as never, types };
};

methods.zoomAny = function zoomAny(this: AnyBuilder, { of, link, description }) {
  return this.field({
    type: of.ref as never,
    nullable: true,
    description,
    directives: restOf(...of.types.flatMap(sourcesOf)),
    extensions: {
      // Any of them may be of any of the types.
      cost: ({ child }: CostContext): Cost => ({
        returns: of.types.map((type) => {
          const set = child({ of: type, known: keyFieldsOf(type) });
          return { ...set, id: `${set.id} ${type.name}` };
        }),
      }),
    },
    resolve: (parent: unknown, _: object, context: Context, info: GraphQLResolveInfo) => {
      const told = link(asDeclared(parent, info) as never);
      return told ? (linked(told[0], told[1], parent, context) as never) : null;
    },
  } as never) as never;
};

methods.zoomRefs = function zoomRefs(this: AnyBuilder, { links, ...options }) {
  return this.field({
    type: [refOf(this.builder, options.of)],
    // One whose id Zoom does not tell is null; the others stand.
    nullable: { list: true, items: isByAlias(options.of, options.knownFields) },
    ...described(options as never, edgeTo(options.of, options)),
    resolve: async (parent: unknown, _: object, context: Context, info: GraphQLResolveInfo) => {
      await needed(parent, options.requires, context);
      return (links(asDeclared(parent, info) as never) ?? []).flatMap(
        (told) => linked(options.of, told, parent, context) ?? [],
      );
    },
  } as never) as never;
};

methods.zoomLookup = function zoomLookup(this: AnyBuilder, { params, optional, ...options }) {
  return this.field({
    type: refOf(this.builder, options.of),
    nullable: true,
    ...described(options as never, ({ child }) => ({
      returns: child({ of: options.of, proof: 'any', isByAlias: true }),
    })),
    resolve: async (parent: unknown, _: object, context: Context, info: GraphQLResolveInfo) => {
      await needed(parent, options.requires, context);
      const key = params(asDeclared(parent, info) as never);
      if (!key) return null;
      const { params: whole } = refFor(context.store, options.of, parent, key);
      const entity = loaded(options.of, whole, context, info);
      return optional ? entity.catch(nullIfMissing) : entity;
    },
  } as never) as never;
};

/** Null for what Zoom says does not exist; any other refusal stays one. */
export const nullIfMissing = (error: unknown): null => {
  if (error instanceof ZoomError && error.kind === 'NOT_FOUND') return null;
  throw error;
};

methods.zoomNode = function zoomNode(this: AnyBuilder, { of, description, id, get }) {
  const { builder, arg } = this as never as { builder: Builder; arg: (options: object) => unknown };
  const node = nodeBy<NodeArgs>(builder, { of, key: ({ id }, account) => paramsFrom(of, id, account) });
  const resolve: NodeResolve = get ? readBy(get, of, node.resolve) : node.resolve;
  return this.field({
    ...node,
    ...(get && { extensions: { cost: costOfRead(get, of, node.extensions.cost) } }),
    resolve: (parent: unknown, args: NodeArgs, context: Context, info: GraphQLResolveInfo) =>
      resolve(parent, args, context, info).catch((error: unknown) => {
        throw sayingHowToFind(error, of, args.id, info);
      }),
    description,
    args: {
      id: arg({ type: 'ID', required: true, description: id, extensions: { names: of.name } }),
      ...(get?.query && inputFieldsOf(builder, get.query, { field: arg as never })),
    },
  } as never) as never;
};

/** Who gives a name in place of an id is told how to find what has it, where a list beside the field can be searched. */
const sayingHowToFind = (
  error: unknown,
  of: EntityType,
  id: string,
  { schema, parentType }: GraphQLResolveInfo,
): unknown => {
  if (!(error instanceof ZoomError) || error.kind !== 'NOT_FOUND') return error;
  if (globalIdOf(schema, id) || of.isAlias(id) || !/\p{L}/u.test(id)) return error;
  const list = Object.values(parentType.getFields()).find(
    ({ type, args }) =>
      getNamedType(type).name === `${of.name}Connection` && args.some(({ name }) => name === 'search'),
  );
  return list ? error.saying(`${error.message} By its name it is found by \`${list.name}(search: "...")\`.`) : error;
};

interface NodeArgs extends Readonly<Record<string, unknown>> {
  readonly id: string;
}
type NodeField = ReturnType<typeof nodeBy<NodeArgs>>;
type NodeResolve = (...args: Parameters<NodeField['resolve']>) => Promise<never>;
/** What the arguments besides the id ask of the GET; undefined where there are none. Throws InputError. */
const askedOf = ({ query }: Endpoint, { id: _, ...args }: NodeArgs, account: ToldAccount) => {
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
  return query && Object.keys(given).length > 0 ? queryFrom(query, given, 'argument', account) : undefined;
};
/** What is named in a way that only the GET understands: an entity of its own for nobody before it was read. */
const readBy =
  (get: Endpoint, of: EntityType, node: NodeField['resolve']): NodeResolve =>
  async (parent, args, context, info) => {
    const { store } = context;
    const account = new ToldAccount(info.schema, store);
    const query = askedOf(get, args, account);
    if (!query) return node(parent, args, context, info);
    const path = paramsFrom(of, args.id, account);
    const answer = await store.read<Endpoint>(get, { path, query } as Args<Endpoint>);
    const entity = foundFor(store, of, parent, answer as object, carried(get), scopeOf(path));
    if (!entity) throw new ZoomError('UPSTREAM', 'Zoom sent no object.', { endpoint: get });
    return entity as never;
  };
const costOfRead =
  (get: Endpoint, of: EntityType, node: NodeField['extensions']['cost']) =>
  (asked: CostContext<NodeArgs>): Cost => {
    const account = new ToldAccount(asked.schema, asked.hints);
    const query = askedOf(get, asked.args, account);
    if (!query) return node(asked);
    const { id = '', count = 1, ...place } = placeOf(of, paramsFrom(of, asked.args.id, account));
    const callers = { id: `${id} ${JSON.stringify(query)}`, count };
    const returns = asked.child({ ...place, ...callers, known: carried(get), isByAlias: false });
    return { calls: [{ endpoint: get, each: 1, callers }], returns };
  };

/** `node` and `nodes` take global ids alone: the type is in them. */
const entityOf = async (text: string, context: Context, info: GraphQLResolveInfo): Promise<Entity> => {
  const { schema } = info;
  const { store } = context;
  const type = typeIn(schema, text);
  if (type.key.accountId) await knowOwnAccount(store);
  const of = schema.getType(type.name) as GraphQLObjectType;
  return loaded(type, paramsFrom(type, text, new ToldAccount(schema, store)), context, info, of);
};
const typeIn = (schema: TypesByName, text: string): EntityType => {
  const type = globalIdOf(schema, text)?.type;
  if (!type)
    throw new InputError(
      isPartId(schema, text)
        ? `"${text}" is the id of an object that cannot be fetched on its own: ask for what it belongs to.`
        : `"${text}" is not a global id of this gateway. Zoom's own ids are for the fields of each type, such as \`user\`.`,
    );
  return type;
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Of each id by itself: one that is none is refused alone. */
const costOfNodes = (ids: readonly string[], asked: Pick<CostContext, 'schema' | 'child' | 'hints'>): Cost => {
  const { schema, hints, child } = asked;
  const returns = ids.flatMap((id) => {
    try {
      const type = typeIn(schema, id);
      return child({ ...placeOf(type, paramsFrom(type, id, new ToldAccount(schema, hints))), proof: 'any' });
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
  return { returns, loads: returns.some(({ of }) => of?.key.accountId) ? ownAccountIn(asked) : [] };
};

/** The entities that domains show whole, in the order in which they are first named. */
const shownIn = (builder: Builder): EntityType[] =>
  [...refsOf(builder).keys()].filter((type) => shownOf(builder).has(type));

/** `node` and `nodes`, which every graph has. */
export const nodesDomain: Domain = (builder) =>
  builder.queryFields((t) => ({
    node: t.field({
      type: builder.nodeInterfaceRef() as never,
      nullable: true,
      description: 'An object by its global id.',
      directives: restOf(...shownIn(builder).flatMap(sourcesOf)),
      extensions: { cost: (asked: CostContext<{ id: string }>) => costOfNodes([asked.args.id], asked) },
      args: { id: t.arg({ type: 'ID', required: true, description: 'The global id.', extensions: { names: 'Node' } }) },
      resolve: (_, { id }, context, info) => entityOf(id, context, info) as never,
    }),
    nodes: t.field({
      type: [builder.nodeInterfaceRef()] as never,
      nullable: { list: true, items: true } as never,
      description:
        'Objects by their global ids, in the order of the ids; null for one that does not exist or cannot be read.',
      directives: restOf(...shownIn(builder).flatMap(sourcesOf)),
      extensions: { cost: (asked: CostContext<{ ids: readonly string[] }>) => costOfNodes(asked.args.ids, asked) },
      args: {
        ids: t.arg({ type: ['ID'], required: true, description: 'The global ids.', extensions: { names: 'Node' } }),
      },
      // One that cannot be had is an error in its place: compiled execution knows no lists of promises that fail.
      resolve: (_, { ids }, context, info) =>
        Promise.all(ids.map((id) => entityOf(id, context, info).catch(asError))) as never,
    }),
  }));
