/**
 * The cost of an operation before it runs: which REST calls it makes at most. The selection is walked as it would be executed,
 * with object sets, which stand for all the objects that a field may give. What a field costs is said where
 * it is made, in `extensions.cost`; what hydration adds is the planner's own reckoning (resolvers/cost.ts).
 */
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { forAccount } from '../../resolvers/account-scope.ts';
import { hydrationOf, type Wanted } from '../../resolvers/cost.ts';
import { InputError } from '../../resolvers/errors.ts';
import type { Hints } from '../../resolvers/hints.ts';
import { overPlan } from '../../src/engine/executor/index.ts';
import type { FieldPlan, ObjectPlan } from '../../src/engine/executor/types.ts';
import { type Endpoint, type Label, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { type EntityType, fromPath } from '../../src/zoom/declare/entity.ts';
import { extensionsOf, fetches, requiredBy } from './selection.ts';

/** The accounts that things are of: their own paths, and calls that are made once for each. */
export interface Accounts {
  readonly id: string;
  readonly count: number;
  readonly isSub: boolean;
}

/** All the objects that a field may give within one operation. */
export interface ObjectSet {
  /** Sets of the same id hold the same objects. */
  readonly id: string;
  /** How many at most. */
  readonly count: number;
  readonly accounts: Accounts;
  /** When they are found: objects that are found at different moments are hydrated apart. */
  readonly batches: Pick<ObjectSet, 'id' | 'count'>;
  /** The count rests on a guess: nobody knows how long a list within an answer is. */
  readonly isEstimated: boolean;
  /** What the objects are, where they have an identity; and which of their fields are known without another call. */
  readonly of?: EntityType;
  readonly known: ReadonlySet<string>;
  /** They may be named by an email or the like, so that their own id is yet to be read. */
  readonly isByAlias?: boolean;
  /**
   * They are read even if nothing of them is selected, so that what does not exist shows as null: unless another operation is
   * called for them, which tells as well, or always.
   */
  readonly proof?: 'any' | 'own';
  /** They are the items of a connection, below `nodes` and `edges`. */
  readonly areItems?: boolean;
  readonly parent?: ObjectSet;
}

/** Calls that a field makes. */
export interface Calls {
  readonly endpoint: Endpoint;
  /** How many for each of the callers. */
  readonly each: number;
  /** For whom the calls are made: things of the same id share them. */
  readonly callers: Pick<ObjectSet, 'id' | 'count'>;
  /** What else tells these calls from others of the same callers. */
  readonly query?: unknown;
  readonly isEstimated?: boolean;
}

export interface Cost {
  readonly calls?: readonly Calls[];
  /** Entities that the field makes known for its own sake. */
  readonly loads?: readonly (ObjectSet & { readonly fields: readonly string[] })[];
  /** What the field gives; by default objects of which nothing is known. */
  readonly returns?: ObjectSet | readonly ObjectSet[];
  /** The field needs the own id of its parents. */
  readonly needsId?: boolean;
}

/** What the cost of a field depends on. */
export interface CostContext<A = Record<string, unknown>> {
  readonly parents: ObjectSet;
  readonly args: A;
  /** The field with what is selected below it. */
  readonly plan: FieldPlan;
  readonly schema: GraphQLSchema;
  readonly maxFirst: number;
  /** A set below the parents, of one object each or of a likely number where the field is a list; nothing of it is known. */
  child(more?: Partial<ObjectSet>): ObjectSet;
}

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      /** What the field costs before it runs; a field without costs no more than hydration. */
      cost?: (context: CostContext<never>) => Cost;
    }
  }
}

/** So many calls of an operation at most. */
export interface CostLine {
  readonly endpoint: Endpoint;
  readonly calls: number;
  /** The response paths that cause them, without indices. */
  readonly fields: readonly string[];
  readonly insteadOf?: Endpoint;
  readonly isEstimated: boolean;
}

export interface CostOptions {
  readonly maxFirst: number;
  readonly hints: Hints;
}

/** Fields that are walked at most: fragments within fragments can make a short document select any number of them. */
const MOST_FIELDS = 100_000;
/** How long a list within an answer is taken to be. */
const LIKELY_LENGTH = 10;
const NOTHING: ReadonlySet<string> = new Set();
/** The path of what is of a sub account, whichever. */
const SOME_SUB = { accountId: 'sub' };
const OWN_ACCOUNT: Accounts = { id: '', count: 1, isSub: false };

/** The fields that make the key of an entity. */
export const keyFieldsOf = ({ key }: EntityType): ReadonlySet<string> =>
  new Set(
    Object.values(key).flatMap((from) =>
      from === fromPath ? [] : typeof from === 'string' ? [from] : from.slice(0, 1),
    ),
  );

/** The names between the braces of a path. */
export const paramsIn = ({ path }: Pick<Endpoint, 'path'>): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Whom calls of an operation are made for: each parent, or each account where the path asks nothing of the parent. */
export const callersOf = (
  endpoint: Pick<Endpoint, 'path'>,
  { parents }: Pick<CostContext, 'parents'>,
  own?: { readonly length: number },
): Pick<ObjectSet, 'id' | 'count'> => {
  const isOfAccount = own ? own.length === 0 : paramsIn(endpoint).every((name) => name === 'accountId');
  return isOfAccount ? parents.accounts : parents;
};

/** The nearest set, this one or above it, whose objects are told apart by this part of a path; undefined where none is. */
export const ownersOf = (place: ObjectSet | undefined, param: string): ObjectSet | undefined => {
  for (let at = place; at; at = at.parent) if (at.of && param in at.of.key) return at;
  return undefined;
};

/**
 * The calls that an operation makes at most, by operation of Zoom's. The document must be valid. Undefined when it cannot be
 * executed with this name and these variables. Throws a GraphQLError for one that selects more fields than can be looked at.
 */
export const costLinesOf = (args: ExecutionArgs, { maxFirst, hints }: CostOptions): CostLine[] | undefined =>
  overPlan(args, (root, variables) => {
    const collector = new CostCollector();
    const walk = new Walk({ schema: args.schema, maxFirst, variables, root, collector });
    walk.over(root, START, []);
    return collector.lines(hints);
  });

const START: ObjectSet = {
  id: '',
  count: 1,
  accounts: OWN_ACCOUNT,
  batches: { id: '', count: 1 },
  isEstimated: false,
  known: NOTHING,
};

interface Walking {
  readonly schema: GraphQLSchema;
  readonly maxFirst: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly root: ObjectPlan;
  readonly collector: CostCollector;
}
/** Goes through the plan of an operation as if it were executed. */
class Walk {
  readonly #of: Walking;
  #walked = 0;

  constructor(of: Walking) {
    this.#of = of;
  }

  /** The fields that are selected of a set of objects. */
  over(objects: ObjectPlan, place: ObjectSet, path: readonly string[]): void {
    const { schema, root, collector } = this.#of;
    if (place.of?.name === objects.type.name) {
      const requires = new Set(requiredBy(objects));
      if (place.proof && requires.size === 0 && (place.proof === 'own' || !fetches(objects))) requires.add('');
      collector.want(place, requires, path);
    }
    for (const plan of objects.fields) {
      const { field, name } = plan;
      if (field.name.startsWith('__')) continue;
      if (++this.#walked > MOST_FIELDS) throw tooManyFields();
      const at = [...path, name];
      // Mutations run one after another, and each forgets what was known before.
      const isAlone = objects === root && root.type === schema.getMutationType();
      const own = { ...place, id: `#${name}`, accounts: { ...OWN_ACCOUNT, id: `#${name}` } };
      const next = getNamedType(field.type);
      for (const given of this.#given(plan, isAlone ? own : place, at)) {
        const type = isObjectType(next) ? next : schema.getType(given.of?.name ?? '');
        if (!isObjectType(type)) continue;
        if (given.areItems) this.#overItems(plan.below(type), given, at);
        else this.over(plan.below(type), given, at);
      }
    }
  }

  #overItems({ fields }: ObjectPlan, items: ObjectSet, path: readonly string[]): void {
    const { areItems: _, ...place } = items;
    for (const plan of fields) {
      const type = getNamedType(plan.field.type);
      if (!isObjectType(type)) continue;
      const at = [...path, plan.name];
      if (['nodes', 'node'].includes(plan.field.name)) this.over(plan.below(type), place, at);
      if (plan.field.name === 'edges') this.#overItems(plan.below(type), items, at);
    }
  }

  /** What a field gives, when what it costs has been collected. */
  #given(plan: FieldPlan, parents: ObjectSet, path: readonly string[]): readonly ObjectSet[] {
    const { schema, maxFirst, variables, collector } = this.#of;
    const { field, nodes } = plan;
    const args = plan.args ?? (nodes[0] ? getArgumentValues(field, nodes[0], variables) : {});
    const id = `${parents.id}/${field.name}${Object.keys(args).length > 0 ? JSON.stringify(args, big) : ''}`;
    const isList = isListType(getNullableType(field.type));
    const { cost, exposesId, requires = [] } = extensionsOf(field);
    const isFirstRead = parents.of !== undefined && requires.some((key) => !parents.known.has(key));
    const batches = isFirstRead ? parents : parents.batches;
    const child = (more?: Partial<ObjectSet>): ObjectSet => ({
      id,
      count: parents.count * (isList ? LIKELY_LENGTH : 1),
      accounts: parents.accounts,
      batches,
      isEstimated: parents.isEstimated || isList,
      known: NOTHING,
      parent: parents,
      ...more,
    });
    try {
      const context: CostContext = { parents, args, plan, schema, maxFirst, child };
      const { calls = [], loads = [], returns, needsId } = cost?.(context as CostContext<never>) ?? {};
      for (const call of calls) collector.call(call, parents, path);
      for (const load of loads) collector.want(load, new Set(load.fields), path);
      if ((needsId || exposesId) && parents.of && parents.isByAlias)
        collector.want(parents, keyFieldsOf(parents.of), path);
      const [call] = calls;
      if (!returns || !call) return [returns ?? child()].flat();
      // Each call finds its objects at a moment of its own, unless more is said of that.
      const found = { id, count: call.callers.count };
      return [returns].flat().map((place) => (place.batches === batches ? { ...place, batches: found } : place));
    } catch (error) {
      // The field will be refused for what was given to it, before it makes a call.
      if (error instanceof InputError) return [];
      throw error;
    }
  }
}

const tooManyFields = () =>
  new GraphQLError(`The operation selects more than ${MOST_FIELDS} fields. Ask for less at once.`, {
    extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } },
  });

const big = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

interface Item {
  readonly endpoint: Endpoint;
  readonly insteadOf?: Endpoint;
  readonly fields: Set<string>;
  /** Calls by what tells them apart: the same ones are counted once. */
  readonly calls: Map<string, number>;
  isEstimated: boolean;
}
interface Open {
  readonly place: ObjectSet;
  readonly fields: Set<string>;
  readonly paths: Set<string>;
}

/** What the walk has come upon so far. */
class CostCollector {
  readonly #items = new Map<string, Item>();
  readonly #open = new Map<EntityType, Map<string, Open>>();

  call(
    { endpoint: plain, each, callers, query, isEstimated = false }: Calls,
    parents: ObjectSet,
    path: readonly string[],
  ): void {
    const endpoint = parents.accounts.isSub ? forAccount(plain, SOME_SUB) : plain;
    const key = JSON.stringify([callers.id, query], big);
    const wasGuessed = isEstimated || (parents.isEstimated && callers.count > 1);
    this.#add(endpoint, undefined, key, each * callers.count, [path.join('.')], wasGuessed);
  }

  /** Fields of the objects of a set: those that are unknown there will be read. `''` stands for any. */
  want(place: ObjectSet, fields: ReadonlySet<string>, path: readonly string[]): void {
    const missing = [...fields].filter((field) => !place.known.has(field));
    if (!place.of || missing.length === 0) return;
    const places = this.#open.get(place.of) ?? new Map<string, Open>();
    this.#open.set(place.of, places);
    const open = places.get(place.id) ?? { place, fields: new Set(), paths: new Set() };
    places.set(place.id, open);
    for (const field of missing) open.fields.add(field || anyOf(place.of));
    open.paths.add(path.join('.'));
  }

  lines(hints: Hints): CostLine[] {
    for (const [type, places] of this.#open) {
      const open = [...places.values()];
      const paths = open.flatMap(({ paths }) => [...paths]);
      const isGuessed = open.some(({ place }) => place.isEstimated);
      for (const { endpoint, calls, insteadOf, estimated = false } of hydrationOf(type, open.map(wantedAt), hints))
        this.#add(endpoint, insteadOf, `hydration of ${type.name}`, calls, paths, estimated || isGuessed);
    }
    return [...this.#items.values()]
      .map(({ endpoint, insteadOf, fields, calls, isEstimated }) => ({
        endpoint,
        ...(insteadOf && { insteadOf }),
        calls: [...calls.values()].reduce((all, one) => all + one, 0),
        fields: [...fields],
        isEstimated,
      }))
      .filter(({ calls }) => calls > 0);
  }

  #add(
    endpoint: Endpoint,
    insteadOf: Endpoint | undefined,
    key: string,
    calls: number,
    fields: readonly string[],
    isEstimated: boolean,
  ): void {
    const name = nameOf(endpoint) + (insteadOf ? ` instead of ${nameOf(insteadOf)}` : '');
    const item = this.#items.get(name) ?? {
      endpoint,
      insteadOf,
      fields: new Set(),
      calls: new Map(),
      isEstimated: false,
    };
    this.#items.set(name, item);
    item.calls.set(key, Math.max(calls, item.calls.get(key) ?? 0));
    for (const field of fields) item.fields.add(field);
    item.isEstimated ||= isEstimated;
  }
}

const anyOf = ({ get, foundIn }: EntityType): string =>
  Object.keys((get?.of ?? foundIn[0]?.list.of)?.shape ?? {})[0] ?? '';

const wantedAt = ({ place, fields }: Open): Wanted => ({
  count: place.count,
  fields,
  isSub: place.accounts.isSub,
  isSure: !place.isByAlias,
  batches: place.batches,
  listsOf: (list) => {
    const params = paramsIn(list).filter((name) => name !== 'accountId');
    if (params.length === 0) return place.accounts;
    const owners = params.map((name) => ownersOf(place.parent, name) ?? place);
    return owners.reduce((most, one) => (one.count > most.count ? one : most));
  },
});

/** The calls at most: by label, and all together. Those that only take the place of others of the same label count once. */
export const sumsOf = (lines: readonly CostLine[]): { calls: number; byLimit: Partial<Record<Label, number>> } => {
  const byLimit: Partial<Record<Label, number>> = {};
  let calls = 0;
  for (const line of lines) if (!line.insteadOf) calls += line.calls;
  for (const { endpoint, calls } of drawnBy(lines)) byLimit[endpoint.limit] = calls + (byLimit[endpoint.limit] ?? 0);
  return { calls, byLimit };
};
/** The lines that count toward the limits. */
export const drawnBy = (lines: readonly CostLine[]): CostLine[] =>
  lines.filter(({ endpoint, insteadOf }) => insteadOf?.limit !== endpoint.limit);
