/**
 * The store of one request: every REST answer feeds it, and what it knows is not asked again. A field that is unknown makes
 * its entity hydrate, together with all others of its type that miss something in the same tick (hydrate.ts).
 */
import DataLoader from 'dataloader';
import type { Turn, Zoom } from '../src/zoom/client.ts';
import { type Answer, type Args, type Endpoint, nameOf } from '../src/zoom/endpoint.ts';
import { Entity, type EntityType, keyOf, keyText, type Params } from './entity.ts';
import { hydrate } from './hydrate.ts';
import { forAccount, scopeOf } from './scope.ts';

/** An entity and the fields of it that are wanted. */
export interface Want {
  readonly entity: Entity;
  readonly fields: Iterable<string>;
}

/** How many items a list had when last seen, by list; kept per credential, as a hint for planning only. */
export type Totals = Map<string, number>;

export class Store {
  readonly #zoom: Zoom;
  readonly #turn: Turn;
  readonly totals: Totals;
  #entities = new Map<string, Entity>();
  #answers = new Map<string, Promise<unknown>>();
  readonly #scopes = new WeakMap<object, Params>();
  readonly #loaders = new Map<EntityType, DataLoader<Want, undefined>>();

  constructor(zoom: Zoom, turn: Turn) {
    this.#zoom = zoom;
    this.#turn = turn;
    this.totals = totalsOf(zoom);
  }

  /**
   * Reads from Zoom, of the account that the path names; the same read twice in one request is one call. Throws ZoomError, and
   * InputError for what sub accounts do not have.
   */
  read<E extends Endpoint>(endpoint: E, args: Args<E>): Promise<Answer<E>> {
    const key = nameOf(endpoint) + JSON.stringify(args);
    const answer = this.#answers.get(key) ?? this.#zoom.call(forAccount(endpoint, args.path), args, this.#turn);
    this.#answers.set(key, answer);
    return answer as Promise<Answer<E>>;
  }

  /** Changes something at Zoom. All that this request knew is forgotten, also when the call failed: it may have acted. */
  async write<E extends Endpoint>(endpoint: E, args: Args<E>): Promise<Answer<E>> {
    try {
      return await this.#zoom.call(forAccount(endpoint, args.path), args, this.#turn);
    } finally {
      this.#answers = new Map();
      this.#entities = new Map();
    }
  }

  /** The entity of this key, known or not: no call is made. */
  ref<T>(type: EntityType<T>, params: Params): Entity<T> {
    const settled = !isAlias(type, params);
    const at = place(type, settled ? params : lowerCase(params));
    const entity = this.#entities.get(at) ?? new Entity<T>(type, params, settled);
    this.#entities.set(at, entity as Entity);
    return entity as Entity<T>;
  }

  /** What an answer's item says of an entity. Undefined when the item has no key, so that nothing can be said of it elsewhere. */
  found<T>(type: EntityType<T>, data: object, keys: ReadonlySet<string>, path?: Params): Entity<T> | undefined {
    const params = keyOf(type, data as Record<string, unknown>, path);
    if (!params) return undefined;
    const entity = this.ref(type, params);
    this.put(entity, data, keys);
    return entity;
  }

  /** Adds what an answer said of an entity. */
  put(entity: Entity, data: object, keys: ReadonlySet<string>): void {
    const { type } = entity;
    entity.layers.unshift({ keys, data: data as Record<string, unknown> });
    if (!entity.settled) this.#settle(entity);
    for (const field of type.aliases) {
      const value = (data as Record<string, unknown>)[field];
      const [name] = Object.keys(type.key);
      const other =
        typeof value === 'string' && name
          ? this.#entities.get(place(type, { [name]: value.toLowerCase() }))
          : undefined;
      if (other && other !== entity) share(entity, other);
    }
  }

  /** Makes the fields known. Rejects with the ZoomError of the call that failed. */
  async load(entity: Entity, fields: Iterable<string>): Promise<void> {
    const missing = [...fields].filter((field) => !entity.has(field));
    if (missing.length > 0) await this.#loader(entity.type).load({ entity, fields: missing });
  }

  /** Remembers which sub account an object without a key belongs to, for the edges that begin at it. */
  scoped<O extends object>(item: O, path: Params | undefined): O {
    const scope = scopeOf(path);
    if (scope.accountId) this.#scopes.set(item, scope);
    return item;
  }

  /** The sub account that anything belongs to, as params; empty for the own account. */
  scopeOf(thing: unknown): Params {
    if (thing instanceof Entity) return scopeOf(thing.params);
    return (typeof thing === 'object' && thing !== null && this.#scopes.get(thing)) || {};
  }

  #loader(type: EntityType): DataLoader<Want, undefined> {
    const loader =
      this.#loaders.get(type) ??
      new DataLoader<Want, undefined>((wants) => hydrate(this, type, wants), { cache: false });
    this.#loaders.set(type, loader);
    return loader;
  }

  /** An entity asked for by email or as `me` turns out to be one with a key of its own. */
  #settle(entity: Entity): void {
    const known = Object.assign({}, ...[...entity.layers].reverse().map((layer) => layer.data));
    const params = keyOf(entity.type, known, entity.params);
    // A pending user's email still only stands for the id that a later answer may tell.
    if (!params || isAlias(entity.type, params)) return;
    entity.params = params;
    entity.settled = true;
    const same = this.#entities.get(place(entity.type, params));
    if (same && same !== entity) share(same, entity);
    else this.#entities.set(place(entity.type, params), entity);
  }
}

const isAlias = (type: EntityType, params: Params): boolean =>
  Object.values(params).some((value) => type.isAlias(value));
const place = (type: EntityType, params: Params) => `${type.name}:${keyText(params)}`;
const lowerCase = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.toLowerCase()]));

/** Two names of one entity know the same from now on. */
const share = (from: Entity, to: Entity) => {
  if (from.layers === to.layers) return;
  from.layers.push(...to.layers.filter((layer) => !from.layers.includes(layer)));
  to.layers = from.layers;
  to.params = from.params;
  to.settled = from.settled;
};

const totals = new WeakMap<Zoom, Totals>();
const totalsOf = (zoom: Zoom): Totals => {
  const known = totals.get(zoom) ?? new Map<string, number>();
  totals.set(zoom, known);
  return known;
};
