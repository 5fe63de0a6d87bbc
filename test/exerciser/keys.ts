/** Ids out of the sandbox: for a type of the graph, and for the parameters of a path, which go together. */
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { OWN } from '../../resolvers/account-scope.ts';
import { paramsOf } from '../../resolvers/entity.ts';
import { schema } from '../../schema/index.ts';
import { entityTypeOf, entityTypes, globalIdFor } from '../../schema/types/global-id.ts';
import { endpointsOf } from '../../schema/types/rest.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import type { Values } from './fill.ts';
import { along, endsOf, type Field, itemsOf, objectIn, type Raw, under, type Way } from './graph.ts';
import type { Ask } from './world.ts';

export interface Keys {
  /** Global ids of things of a type. */
  idsOf(type: GraphQLObjectType): Promise<readonly string[]>;
  /** An id of Zoom's for each key that names a thing by its type: `site_id`, `user_id`. */
  likelyIds(): Promise<Values>;
  /**
   * Values for all parameters of a path, each set of one thing; none where the graph does not tell. Those of sub accounts
   * hold an `accountId` besides.
   */
  paramsFor(path: string, account: Whose): Promise<readonly Raw[]>;
}

/** Whether a thing is of the own account or of a sub account. */
export type Whose = 'own' | 'sub';
export const whose = (id: string): Whose => {
  const [, name = '', key = ''] = /^(\w+):(.+)$/s.exec(Buffer.from(id, 'base64').toString()) ?? [];
  const type = entityTypeOf(schema, name);
  const { accountId = OWN } = (type && paramsOf(type, key)) ?? {};
  return accountId === OWN ? 'own' : 'sub';
};

const OWN_WAY: Way = [{ name: 'account', isList: false }];

/** How many ways are gone by one query: they share what they begin with. */
const TOGETHER = 8;
/** How many things of a type are tried. */
const MOST = 48;

export const keysFrom = (
  ask: Ask,
  schema: GraphQLSchema,
  ways: ReadonlyMap<GraphQLObjectType, readonly Way[]>,
): Keys => {
  const known = new Map<GraphQLObjectType, Promise<readonly string[]>>();
  const idsOf = (type: GraphQLObjectType) => {
    const ids = known.get(type) ?? idsAlong(ask, ways.get(type) ?? []).then(asOwn);
    known.set(type, ids);
    return ids;
  };
  let ownAccount: Promise<unknown> | undefined;
  /** The own account by the name that it has in paths: its real id looks like that of any account. */
  const asOwn = async (ids: readonly string[]): Promise<readonly string[]> => {
    ownAccount ??= ask('{ account { id } }').then(({ result }) => endsOf(result.data, OWN_WAY)[0]?.id);
    const own = await ownAccount;
    return ids.map((id) => (id === own ? globalIdFor(Account.name, OWN) : id));
  };
  const typeOf = ({ name }: EntityType) => schema.getType(name) as GraphQLObjectType;

  /** The things that the parameters of a path name: the key of one type, by the longest path that leads to it. */
  const named = async (path: string): Promise<readonly (Raw & { readonly id: string })[]> => {
    const names = paramsIn(path);
    const [longest] = [...entityTypes(schema).values()]
      .flatMap((type) => pathsTo(type).map((to) => ({ type, to })))
      .filter(({ to }) => isWithin(path, to) && paramsIn(to).length === names.length)
      .sort((a, b) => b.to.length - a.to.length);
    if (!longest) return [];
    const ids = await idsOf(typeOf(longest.type));
    return ids.map((id) => {
      const params = paramsOf(longest.type, keyIn(id)) ?? {};
      const within = whose(id) === 'sub' && { accountId: params.accountId };
      return { id, type: longest.type.name, params: { ...within, ...renamed(params, paramsIn(longest.to), names) } };
    });
  };

  /** The items of a list at the path before its last parameter, or what else the parent tells of by that parameter. */
  const withinParent = async (path: string): Promise<readonly Raw[]> => {
    const [, stem = '', last = ''] = /^(.*)\/\{(\w+)\}/.exec(path) ?? [];
    const parents = await named(stem);
    const [some] = parents;
    const type = some && (schema.getType(String(some.type)) as GraphQLObjectType);
    const fields = Object.values<Field>(type?.getFields() ?? {});
    const knownFields = (field: Field) =>
      Object.keys(entityTypeOf(schema, objectIn(field.type)?.name ?? '')?.key ?? {}).at(-1) === last;
    const field =
      fields.find(
        (one) => itemsOf(one.type) && endpointsOf(one).some((list) => nameless(list.path) === nameless(stem)),
      ) ?? fields.find(knownFields);
    if (!type || !field) return [];
    const isList = itemsOf(field.type) !== undefined;
    const found: Raw[] = [];
    for (const { id, params } of parents) {
      const text = along([{ name: field.name, isList }], 'zoomId');
      const { result } = await ask(`query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${text} } } }`, { id });
      for (const { zoomId } of endsOf(result.data?.node, [{ name: field.name, isList }]))
        found.push({ ...(params as Raw), [last]: zoomId });
    }
    return found;
  };

  let likely: Promise<Values> | undefined;
  const likelyIds = async (): Promise<Values> => {
    const values: Record<string, unknown> = {};
    for (const type of entityTypes(schema).values()) {
      const id = (await idsOf(typeOf(type))).find((one) => whose(one) === 'own');
      const words = type.name
        .replace(/(?<=[a-z])[A-Z]/g, '_$&')
        .toLowerCase()
        .split('_');
      const value = id && Object.values(paramsOf(type, keyIn(id)) ?? {}).at(-1);
      for (let i = 0; value && i < words.length; i++) values[`${words.slice(i).join('_')}_id`] ??= value;
    }
    return values;
  };

  return {
    idsOf,
    likelyIds: () => {
      likely ??= likelyIds();
      return likely;
    },
    paramsFor: async (path, account) => {
      if (paramsIn(path).length === 0 && account === 'own') return [{}];
      const things = await named(paramsIn(path).length === 0 ? '/accounts/{accountId}' : path);
      const found = things.length > 0 ? things.map(({ params }) => params as Raw) : await withinParent(path);
      return found.filter(({ accountId = OWN }) => (accountId === OWN) === (account === 'own'));
    },
  };
};

/** A few of each way, since things that are reached by another way may have more to show. */
const idsAlong = async (ask: Ask, ways: readonly Way[]): Promise<readonly string[]> => {
  const found: (readonly string[])[] = [];
  for (let from = 0; from < ways.length; from += TOGETHER) {
    const some = ways.slice(from, from + TOGETHER);
    const { result } = await ask(`{ ${some.map((way, i) => `at${i}: ${along(way, 'id')}`).join(' ')} }`);
    for (const [i, way] of some.entries()) {
      const [{ name } = { name: '' }] = way;
      found.push(under(endsOf({ [name]: result.data?.[`at${i}`] }, way), 'id').map(String));
    }
  }
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const inTurns = Array.from({ length: longest }, (_, i) => found.flatMap((ids) => ids[i] ?? [])).flat();
  return [...new Set(inTurns)].slice(0, MOST);
};

const paramsIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const nameless = (path: string): string => path.replace(/\{\w+\}/g, '{}');
const isWithin = (path: string, to: string): boolean => `${nameless(path)}/`.startsWith(`${nameless(to)}/`);
/** The paths whose parameters are a type's key. */
const pathsTo = ({ get, foundIn, key }: EntityType): string[] => [
  ...(get ? [get.path] : []),
  ...foundIn.map(({ list }) => `${list.path}/{${Object.keys(key).at(-1)}}`),
];
const keyIn = (id: string): string => Buffer.from(id, 'base64').toString().replace(/^\w+:/, '');
/** Paths name the same parameter differently: its place counts. */
const renamed = (params: Raw, from: readonly string[], to: readonly string[]): Raw =>
  Object.fromEntries(to.map((name, i) => [name, params[from[i] ?? '']]));
