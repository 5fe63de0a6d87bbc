/**
 * The store of one request: every REST answer feeds it, and what it knows is not asked again. A field that is unknown makes
 * its entity hydrate, together with all others of its type that miss something in the same tick (hydrate.ts), unless another
 * request was told of it just now (shared-cache.ts).
 */
import DataLoader from 'dataloader';
import type { RequestContext, Zoom } from '../src/zoom/client/client.ts';
import { type Answer, type Args, type Endpoint, type ListEndpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { carried, type EntityType } from '../src/zoom/declare/entity.ts';
import { forAccount, scopeOf } from './account-scope.ts';
import { Entity, isNone, keyOf, keyText, type Layer, type Params, undeclaredIn, undeclaredKey } from './entity.ts';
import { type Hints, type Seen, seenOf, type Totals, type Undeclared } from './hints.ts';
import { type Hydration, hydrate, type Want } from './hydrate.ts';
import type { CredentialCache, SharedCache } from './shared-cache.ts';

/** Sees each answer that Zoom gives before anyone in the request has it. */
export interface Watch {
  /** Whether the request's result is known by now: nobody gets the answer then. */
  ends(answer: unknown): boolean;
}

export class Store implements Hydration, Hints {
  readonly #zoom: Zoom;
  readonly #requestContext: RequestContext;
  readonly #sharedCache: SharedCache | undefined;
  /** What is told goes to what was cached when this request began, or after its last write: some of it may be older than another's write. */
  #cached: CredentialCache | undefined;
  readonly #seen: Seen;
  readonly totals: Totals;
  /** As it was when the request began: its cost and its plan go by the same, whatever it sees on its way. */
  readonly undeclared: Undeclared;
  watch?: Watch;
  #entities = new Map<EntityType, Known>();
  #answers = new Map<string, Promise<unknown>>();
  readonly #scopes = new WeakMap<object, Params>();
  readonly #loaders = new Map<EntityType, DataLoader<Want, undefined>>();

  constructor(zoom: Zoom, requestContext: RequestContext, sharedCache?: SharedCache) {
    this.#zoom = zoom;
    this.#requestContext = requestContext;
    this.#sharedCache = sharedCache;
    this.#cached = this.#cacheNow;
    this.#seen = seenOf(zoom);
    this.totals = this.#seen.totals;
    this.undeclared = this.#seen.undeclared;
  }

  /**
   * Reads from Zoom, of the account that the path names; the same read twice in one request is one call, and what is kept of
   * other requests none, unless `fresh` is wanted. Rejects with ZoomError, and InputError for what sub accounts do not have.
   */
  read<E extends Endpoint>(endpoint: E, args: Args<E>, bypassCache = false): Promise<Answer<E>> {
    const key = readKey(endpoint, args);
    const answer = this.#answers.get(key) ?? this.#keeping(endpoint, args, key, bypassCache);
    this.#answers.set(key, answer);
    return answer as Promise<Answer<E>>;
  }

  /** Whether other requests have made this read just now, so that it needs no call. */
  isCached(endpoint: Endpoint, args: Args<Endpoint>): boolean {
    return endpoint.cacheable !== undefined && this.#cacheNow?.answer(readKey(endpoint, args)) !== undefined;
  }

  /** Whether so many calls of this endpoint could go out at once, as far as this process knows. */
  hasRoom(endpoint: Endpoint, calls: number): boolean {
    return this.#zoom.hasRoom(endpoint, calls);
  }

  /**
   * Changes something at Zoom. All that this request knew and all that is cached is forgotten, also when the call failed: it may
   * have acted.
   */
  async write<E extends Endpoint>(endpoint: E, args: Args<E>): Promise<Answer<E>> {
    try {
      return await this.#zoom.call(forAccount(endpoint, args.path), args, this.#requestContext);
    } finally {
      this.#answers = new Map();
      this.#entities = new Map();
      this.#cached = this.#cacheNow;
    }
  }

  /** The entity of this key, known or not: no call is made. */
  ref<T>(type: EntityType<T>, params: Params): Entity<T> {
    const canonical = !isAlias(type, params);
    const key = keyText(canonical ? params : lowerCase(type, params));
    const known = this.#known(type);
    const there = known.byKey.get(key);
    if (there) return there as Entity<T>;
    const entity = new Entity<T>(type, params, canonical);
    known.byKey.set(key, entity as Entity);
    if (!canonical) known.hasAliases = true;
    return entity;
  }

  /** The entity that an object names by its key, of which nothing is said. Undefined when the object has no key. */
  named<T>(type: EntityType<T>, object: object, path?: Params): Entity<T> | undefined {
    const params = keyOf(type, object as Raw, path);
    return params && this.ref(type, params);
  }

  /**
   * What an item of an answer says of an entity: the value of each of `keys`, which it has to hold, and of any other field that
   * it does hold. Undefined when the item has no key, so that nothing can be said of it elsewhere.
   */
  found<T>(type: EntityType<T>, item: object, keys: ReadonlySet<string>, path?: Params): Entity<T> | undefined {
    const entity = this.named(type, item, path);
    if (entity) this.put(entity, item, keys);
    return entity;
  }

  /** What another object tells of an entity beside its key: the facts that are not empty, and nothing of any other field. */
  refer<T>(type: EntityType<T>, facts: object, path?: Params): Entity<T> | undefined {
    const entity = this.named(type, facts, path);
    if (entity) this.addFacts(entity, facts);
    return entity;
  }

  /** The same as `found`, of an entity that is at hand. */
  put(entity: Entity, answer: object, keys: ReadonlySet<string>): void {
    const data = answer as Raw;
    const isNew = !entity.layers.some((layer) => layer.data === data && layer.keys === keys);
    if (isNew) entity.add({ keys, data, isAnswer: true });
    this.#identify(entity, data);
    if (isNew) this.#remember(entity, keys, data);
  }

  /** The same as `refer`, of an entity that is at hand. */
  addFacts(entity: Entity, facts: object): void {
    const data = facts as Raw;
    const isNew = !entity.wasTold(data);
    const keys = isNew ? new Set(Object.keys(data).filter((key) => !isNone(data[key]))) : NOTHING;
    if (isNew) entity.add({ keys, data });
    this.#identify(entity, data);
    if (isNew) this.#remember(entity, keys, data);
  }

  /**
   * Notes which fields all items of a page hold although the list does not declare them, for the plans of later requests. `wanted`
   * is what was asked of the list.
   */
  learn(type: EntityType, list: ListEndpoint, wanted: Iterable<string> | undefined, items: readonly Raw[]): void {
    if (items.length === 0 || !type.foundIn.some((carrier) => carrier.list === list)) return;
    const key = undeclaredKey(type, list, wanted);
    const found = undeclaredIn(type, carried(list, wanted), items);
    const { undeclared } = this.#seen;
    const before = undeclared.get(key) ?? NOTHING;
    if (found.size === before.size && [...found].every((field) => before.has(field))) return;
    this.#seen.undeclared = new Map(undeclared).set(key, found);
  }

  /** Makes the fields known: by what other requests were told just now, else by reading them. Rejects with the ZoomError of the call that failed. */
  async load(entity: Entity, fields: Iterable<string>): Promise<void> {
    const wanted = [...fields];
    if (wanted.every((field) => entity.has(field))) return;
    this.#readCache(entity, wanted);
    const missing = wanted.filter((field) => !entity.has(field));
    if (missing.length === 0) return;
    entity.loading = this.#loader(entity.type).load({
      entity,
      fields: missing,
      causes: this.#requestContext.trace?.causes(),
    });
    await entity.loading;
  }

  /** Whether the request asked which calls are made. */
  get isTraced(): boolean {
    return this.#requestContext.trace !== undefined;
  }

  /** Does work for some of those who want something, so that a trace can tell which fields caused its calls. */
  because<T>(wants: () => readonly Want[], work: () => T): T {
    const { trace } = this.#requestContext;
    return trace
      ? trace.because(
          wants().flatMap(({ causes = [] }) => causes),
          work,
        )
      : work();
  }

  /** The same of an entity that a client named, or whose existence is in question: what other requests were told proves nothing. */
  async fetch(entity: Entity, fields: Iterable<string>): Promise<void> {
    entity.mustVerify = true;
    for (let at = entity.layers.length - 1; at >= 0; at--) if (entity.layers[at]?.isCached) entity.layers.splice(at, 1);
    await this.load(entity, fields);
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

  get #cacheNow(): CredentialCache | undefined {
    return this.#sharedCache?.of(this.#zoom);
  }

  #loader(type: EntityType): DataLoader<Want, undefined> {
    const loader =
      this.#loaders.get(type) ??
      new DataLoader<Want, undefined>((wants) => hydrate(this, type, wants), { cache: false });
    this.#loaders.set(type, loader);
    return loader;
  }

  async #keeping(endpoint: Endpoint, args: Args<Endpoint>, key: string, bypassCache: boolean): Promise<unknown> {
    // The one of now: a write that comes while the call is under way leaves it behind.
    const cached = endpoint.cacheable && this.#cacheNow;
    const kept = bypassCache ? undefined : cached?.answer(key);
    if (kept) {
      this.#requestContext.stats.cached++;
      return kept;
    }
    const answer = await this.#zoom.call(forAccount(endpoint, args.path), args, this.#requestContext);
    cached?.cacheable(key, answer);
    if (this.watch?.ends(answer)) return new Promise(() => undefined);
    return answer;
  }

  /** What one answer tells of an entity is kept for the edges of other requests, as far as its type says. */
  #remember(entity: Entity, keys: ReadonlySet<string>, data: Raw): void {
    const { type, params, canonical } = entity;
    // A key alone is what every edge knows.
    if (!this.#cached || type.cached.length === 0 || !canonical || keys.size < 2) return;
    this.#cached.remember(type, keyText(params), () => aliasesOf(entity, data), keys, data);
  }

  /** Adds what other requests were told, if some of that is wanted; it is older than what this one was told. */
  #readCache(entity: Entity, wanted: readonly string[]): void {
    const { type, params, mustVerify } = entity;
    if (mustVerify || type.cached.length === 0) return;
    const fields = this.#cacheNow?.fields(type, keyText(entity.canonical ? params : lowerCase(type, params)));
    if (!fields || !wanted.some((field) => fields[field] !== undefined && !entity.has(field))) return;
    const layer = {
      keys: new Set(type.cached.filter((field) => fields[field] !== undefined)),
      data: fields,
      isCached: true,
    } as const;
    entity.layers.push(layer);
    this.#identify(entity, fields);
    this.#requestContext.stats.cached++;
  }

  /** What was said of an entity may tell who it is, and which other names stand for the same. */
  #identify(entity: Entity, data: Raw): void {
    if (!entity.canonical) this.#canonicalize(entity);
    const { byKey, hasAliases } = this.#known(entity.type);
    if (!hasAliases) return;
    for (const alias of aliasesOf(entity, data)) {
      const other = byKey.get(alias);
      if (other && other !== entity) share(entity, other);
    }
  }

  /** An entity asked for by email or as `me` turns out to be one with a key of its own. */
  #canonicalize(entity: Entity): void {
    const told = Object.assign({}, ...[...entity.layers].reverse().map((layer) => layer.data));
    const params = keyOf(entity.type, told, entity.params);
    // A pending user's email still only stands for the id that a later answer may tell.
    if (!params || isAlias(entity.type, params)) return;
    entity.params = params;
    entity.canonical = true;
    const { byKey } = this.#known(entity.type);
    const same = byKey.get(keyText(params));
    if (same && same !== entity) share(same, entity);
    else byKey.set(keyText(params), entity);
  }

  #known(type: EntityType): Known {
    const there = this.#entities.get(type);
    if (there) return there;
    const known: Known = { byKey: new Map(), hasAliases: false };
    this.#entities.set(type, known);
    return known;
  }
}

type Raw = Layer['data'];
const NOTHING: ReadonlySet<string> = new Set();

/** The entities of one type that a request has met. */
interface Known {
  /** By their keys, or by what stands for these. */
  readonly byKey: Map<string, Entity>;
  /** Whether some were met by what only stands for a key. */
  hasAliases: boolean;
}

const isAlias = (type: EntityType, params: Params): boolean => {
  for (const name in params) if (type.isAlias(params[name] as string)) return true;
  return false;
};
const readKey = (endpoint: Endpoint, args: object) => nameOf(endpoint) + JSON.stringify(args);
/** Names that only stand for the key, such as emails, are the same in any case. */
const lowerCase = (type: EntityType, params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, type.isAlias(value) ? value.toLowerCase() : value]),
  );
/** The other names of an entity that an answer tells, as keys. */
const aliasesOf = ({ type, params }: Entity, data: Raw): readonly string[] => {
  const [name = ''] = type.aliases.length > 0 ? Object.keys(type.key) : [];
  return type.aliases.flatMap((field) => {
    const value = data[field];
    if (typeof value !== 'string' || value === '') return [];
    return keyText({ ...scopeOf(params), [name]: value.toLowerCase() });
  });
};

/** Two names of one entity know the same from now on. */
const share = (from: Entity, to: Entity) => {
  if (from.layers === to.layers) return;
  from.layers.push(...to.layers.filter((layer) => !from.layers.includes(layer)));
  from.fold();
  to.layers = from.layers;
  to.params = from.params;
  to.canonical = from.canonical;
};
