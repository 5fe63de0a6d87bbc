/** The entities that one request has met, by their keys and by what stands for these; and the accounts that things belong to. */
import type { EntityType } from '../src/zoom/declare/entity.ts';
import { scopeOf } from './account-scope.ts';
import { Entity, isNone, keyOf, keyText, type Layer, type Params } from './entity.ts';

type Raw = Layer['data'];
const NOTHING: ReadonlySet<string> = new Set();

/** Where an object without identity stands: the entity, or the object of an entity, that holds it, and by what. */
export interface PartOf {
  readonly parent: unknown;
  readonly at: string;
}

/** The entities of one type. */
interface Known {
  /** By their keys, or by what stands for these. */
  readonly byKey: Map<string, Entity>;
  /** Whether some were met by what only stands for a key. */
  hasAliases: boolean;
}

/** Is told what an answer, or another object, says of an entity. */
interface Memory {
  remember(entity: Entity, keys: ReadonlySet<string>, data: Raw): void;
}

export class Entities {
  #known = new Map<EntityType, Known>();
  readonly #scopes = new WeakMap<object, Params>();
  /** Where objects without identity stand; undefined where nobody asks. */
  #places: WeakMap<object, PartOf> | undefined = new WeakMap();
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  forget(): void {
    this.#known = new Map();
  }

  /** The entity of this key, known or not. */
  ref<T>(type: EntityType<T>, params: Params): Entity<T> {
    const canonical = !isAlias(type, params);
    const key = keyText(canonical ? params : lowerCase(type, params));
    const known = this.#ofType(type);
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

  /** An answer says of an entity the value of each of `keys`, which it has to hold, and of any other field that it does hold. */
  put(entity: Entity, answer: object, keys: ReadonlySet<string>): void {
    const data = answer as Raw;
    const isNew = !entity.layers.some((layer) => layer.data === data && layer.keys === keys);
    if (isNew) entity.add({ keys, data, isAnswer: true });
    this.#identify(entity, data);
    if (isNew) this.#memory.remember(entity, keys, data);
  }

  /**
   * Another object tells of an entity the facts that are not empty, and nothing of any other field. Where that is no news, other requests are not
   * told.
   */
  addFacts(entity: Entity, facts: object, isNews = true): void {
    const data = facts as Raw;
    const isNew = !entity.wasTold(data);
    const keys = isNew ? new Set(Object.keys(data).filter((key) => !isNone(data[key]))) : NOTHING;
    if (isNew) entity.add({ keys, data });
    this.#identify(entity, data);
    if (isNew && isNews) this.#memory.remember(entity, keys, data);
  }

  /** Other requests were told something of an entity: it counts for less than what this one was told. */
  addCached(entity: Entity, data: Raw): void {
    const keys = new Set(entity.type.cached.filter((field) => data[field] !== undefined));
    entity.layers.push({ keys, data, isCached: true });
    this.#identify(entity, data);
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

  /** Remembers where an object without identity stands, for its id. */
  place(part: object, place: PartOf): void {
    this.#places?.set(part, place);
  }

  placeOf(part: object): PartOf | undefined {
    return this.#places?.get(part);
  }

  /** Nobody will ask where objects stand. */
  forgoPlaces(): void {
    this.#places = undefined;
  }

  /** What was said of an entity may tell who it is, and which other names stand for the same. */
  #identify(entity: Entity, data: Raw): void {
    if (!entity.canonical) this.#canonicalize(entity);
    const { byKey, hasAliases } = this.#ofType(entity.type);
    if (!hasAliases) return;
    for (const alias of aliasesOf(entity, data)) {
      const other = byKey.get(alias);
      if (other && other !== entity) share(entity, other);
    }
  }

  /** An entity asked for by email or as `me` turns out to be one with a key of its own. */
  #canonicalize(entity: Entity): void {
    const params = keyOf(entity.type, toldOf(entity), entity.params);
    // A pending user's email still only stands for the id that a later answer may tell.
    if (!params || isAlias(entity.type, params)) return;
    entity.params = params;
    entity.canonical = true;
    const { byKey } = this.#ofType(entity.type);
    const same = byKey.get(keyText(params));
    if (same && same !== entity) share(same, entity);
    else byKey.set(keyText(params), entity);
  }

  #ofType(type: EntityType): Known {
    const there = this.#known.get(type);
    if (there) return there;
    const known: Known = { byKey: new Map(), hasAliases: false };
    this.#known.set(type, known);
    return known;
  }
}

/** The newest value of each field that has one. An edge that names an entity by its email says nothing of the id that others told. */
const toldOf = ({ layers }: Entity): Raw => {
  const told: Record<string, unknown> = {};
  for (const { data } of layers)
    for (const name in data) if (!isNone(data[name]) && !(name in told)) told[name] = data[name];
  return told;
};

const isAlias = (type: EntityType, params: Params): boolean => {
  for (const name in params) if (type.isAlias(params[name] as string)) return true;
  return false;
};
/** Names that only stand for the key, such as emails, are the same in any case. */
const lowerCase = (type: EntityType, params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, type.isAlias(value) ? value.toLowerCase() : value]),
  );
/** Under which text an entity is known to other requests. */
export const sharedKeyOf = ({ type, params, canonical }: Entity): string =>
  keyText(canonical ? params : lowerCase(type, params));
/** The other names of an entity that an answer tells, as keys. */
export const aliasesOf = ({ type, params }: Entity, data: Raw): readonly string[] => {
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
