/**
 * What the requests of one credential share for a short, set time: the answers of small collections, and who is who among
 * those that edges lead to. Whatever changes something at Zoom drops it, as `Zoom.changes` tells. It is shared by all sessions of the credential,
 * whatever their permissions: it is what Zoom says, and what a session may see of that is decided where it is shown, in the graph.
 */
import { LRUCache } from 'lru-cache';
import { bytesIn } from '../src/engine/size.ts';
import type { Zoom } from '../src/zoom/client/client.ts';
import type { EntityType } from '../src/zoom/declare/entity.ts';

/** What was told of one entity: each field that is kept; undefined where nothing was told, null where there is none. */
export type CachedFields = Readonly<Record<string, unknown>>;

/** The part of a fact's time for which it counts as told a moment ago. */
const FRESH = 0.25;
/**
 * How much is kept in the whole process, however many credentials share it: bytes of answers and of facts, where a fact stands for each
 * name of its entity, and the number of those told a moment ago.
 */
export const MOST = { answers: 16_000_000, entities: 32_000_000, fresh: 20_000 } as const;
type Most = { readonly [K in keyof typeof MOST]: number };

export class SharedCache {
  readonly #answers: LRUCache<string, object> | undefined;
  readonly #entities: LRUCache<string, CachedFields> | undefined;
  readonly #now = new WeakMap<Zoom, { readonly changes: number; readonly cached: CredentialCache }>();
  readonly #fresh: Fresh;
  #count = 0;

  /** `seconds` is how old what is shared may get; with 0, nothing is. `most` bounds how much is kept. */
  constructor(seconds: number, most: Most = MOST) {
    this.#fresh = new Fresh(FRESH * seconds * 1000, most.fresh);
    if (seconds === 0) return;
    const rules = {
      ttl: seconds * 1000,
      ttlResolution: 0,
      perf: Date,
      sizeCalculation: (kept: object, name: string) => bytesIn(kept) + name.length + ENTRY,
    };
    this.#answers = new LRUCache<string, object>({ maxSize: most.answers, ...rules });
    this.#entities = new LRUCache<string, CachedFields>({ maxSize: most.entities, ...rules });
  }

  /**
   * What is cached for this credential; undefined where nothing is to be. After a write it is nothing: those who began before may go on
   * with what was, and tell it what they will, for nobody else sees that any more.
   */
  of(zoom: Zoom): CredentialCache | undefined {
    if (!this.#answers || !this.#entities) return undefined;
    const { changes } = zoom;
    const now = this.#now.get(zoom);
    if (now?.changes === changes) return now.cached;
    const cached = new CredentialCache(this.#answers, this.#entities, this.#fresh, `${++this.#count} `);
    this.#now.set(zoom, { changes, cached });
    return cached;
  }
}

/** What an entry of a cache takes beside its name and its value. */
const ENTRY = 100;

/** What was told a moment ago, by credential, type and key: most of what lists tell, they tell again and again. */
class Fresh {
  readonly #ms: number;
  readonly #most: number;
  #told = new Map<CredentialCache, Map<EntityType, Map<string, CachedFields>>>();
  #count = 0;
  #until = 0;

  constructor(ms: number, most: number) {
    this.#ms = ms;
    this.#most = most;
  }

  of(cached: CredentialCache, type: EntityType): ReadonlyMap<string, CachedFields> {
    return this.#types(cached).get(type) ?? NOTHING;
  }

  add(cached: CredentialCache, type: EntityType, key: string, fields: CachedFields): void {
    const types = this.#types(cached);
    const entities = types.get(type) ?? new Map<string, CachedFields>();
    types.set(type, entities);
    entities.set(key, fields);
    this.#count++;
  }

  #types(cached: CredentialCache): Map<EntityType, Map<string, CachedFields>> {
    const now = Date.now();
    if (now >= this.#until || this.#count >= this.#most) {
      // Not cleared: V8 would link the old table, and all that was told, to the next one.
      this.#told = new Map();
      this.#count = 0;
      this.#until = now + this.#ms;
    }
    const types = this.#told.get(cached) ?? new Map<EntityType, Map<string, CachedFields>>();
    this.#told.set(cached, types);
    return types;
  }
}
const NOTHING: ReadonlyMap<string, CachedFields> = new Map();

type Data = Readonly<Record<string, unknown>>;

/** What is cached for one credential, from one write to the next: its part of what the process keeps is marked by `mine`. */
export class CredentialCache {
  readonly #answers: LRUCache<string, object>;
  readonly #entities: LRUCache<string, CachedFields>;
  readonly #fresh: Fresh;
  readonly #mine: string;

  constructor(answers: LRUCache<string, object>, entities: LRUCache<string, CachedFields>, fresh: Fresh, mine: string) {
    this.#fresh = fresh;
    this.#answers = answers;
    this.#entities = entities;
    this.#mine = mine;
  }

  answer(key: string): object | undefined {
    return this.#answers.get(this.#mine + key);
  }

  cacheable(key: string, answer: unknown): void {
    if (typeof answer === 'object' && answer !== null) this.#answers.set(this.#mine + key, answer);
  }

  fields(type: EntityType, key: string): CachedFields | undefined {
    return this.#entities.get(this.#nameOf(type, key));
  }

  /**
   * Keeps what an answer told of an entity, of the fields that its type keeps, under its key and what stands for that. What says less
   * than is known, and nothing else, is left out: the rest would be lost, or look younger than it is. So is what was told a
   * moment ago: to write it down costs ten times as much as to see that.
   */
  remember(
    type: EntityType,
    key: string,
    aliases: () => readonly string[],
    keys: ReadonlySet<string>,
    data: Data,
  ): void {
    const told = this.#fresh.of(this, type).get(key);
    if (told && saysNoMore(type, keys, data, told)) return;
    const name = this.#nameOf(type, key);
    const known = this.#entities.peek(name);
    if (known && saysLess(type, keys, data, known)) return;
    const fields: Record<string, unknown> = {};
    for (const field of type.cached) fields[field] = valueIn(field, keys, data);
    this.#entities.set(name, fields);
    for (const alias of aliases()) this.#entities.set(this.#nameOf(type, alias), fields);
    this.#fresh.add(this, type, key, fields);
  }

  #nameOf(type: EntityType, key: string): string {
    return `${this.#mine}${type.name}:${key}`;
  }
}

/** What is told of a field; undefined where nothing is, null where there is none. */
const valueIn = (field: string, keys: ReadonlySet<string>, data: Data): unknown =>
  keys.has(field) ? (data[field] ?? null) : undefined;

/** Whether all that is told is known. */
const saysNoMore = ({ cached }: EntityType, keys: ReadonlySet<string>, data: Data, known: CachedFields): boolean => {
  for (const field of cached) {
    const value = valueIn(field, keys, data);
    if (value !== undefined && value !== known[field]) return false;
  }
  return true;
};

/** Whether all that is told is known, and more than that. */
const saysLess = (type: EntityType, keys: ReadonlySet<string>, data: Data, known: CachedFields): boolean =>
  saysNoMore(type, keys, data, known) &&
  type.cached.some((field) => known[field] !== undefined && valueIn(field, keys, data) === undefined);
