/**
 * The store of one request: every REST answer feeds it, and what it knows is not asked again. It is put together of what is read
 * (reads.ts), the entities that this tells of (entities.ts), and the loading of what is unknown of them (loader.ts).
 */
import { Account } from '../src/zoom/api/accounts/accounts.entities.ts';
import { type RequestContext, type Zoom, ZoomError } from '../src/zoom/client/client.ts';
import type { Answer, Args, Endpoint, ListEndpoint } from '../src/zoom/declare/endpoint.ts';
import { carried, type EntityType } from '../src/zoom/declare/entity.ts';
import { ownAccount } from './account-scope.ts';
import { Entities, type PartOf } from './entities.ts';
import { type Entity, type Layer, type Params, undeclaredIn, undeclaredKey } from './entity.ts';
import { type Hints, type Seen, seenOf, type Totals, type Undeclared } from './hints.ts';
import type { Hydration, Want } from './hydrate.ts';
import { Loader } from './loader.ts';
import { Reads, type Watch } from './reads.ts';
import type { SharedCache } from './shared-cache.ts';

const NOTHING: ReadonlySet<string> = new Set();

export class Store implements Hydration, Hints {
  readonly #reads: Reads;
  readonly #entities: Entities;
  readonly #loader: Loader;
  readonly #requestContext: RequestContext;
  readonly #seen: Seen;
  readonly totals: Totals;
  /** As it was when the request began: its cost and its plan go by the same, whatever it sees on its way. */
  readonly undeclared: Undeclared;

  constructor(zoom: Zoom, requestContext: RequestContext, sharedCache?: SharedCache) {
    const reads = new Reads(zoom, requestContext, sharedCache);
    const entities = new Entities(reads);
    this.#reads = reads;
    this.#entities = entities;
    this.#loader = new Loader({ hydration: this, reads, entities, requestContext });
    this.#requestContext = requestContext;
    this.#seen = seenOf(zoom);
    this.totals = this.#seen.totals;
    this.undeclared = this.#seen.undeclared;
  }

  /** Sees each answer that Zoom gives before anyone has it. */
  set watch(watch: Watch) {
    this.#reads.watch = watch;
  }

  /**
   * Reads from Zoom, of the account that the path names; the same read twice in one request is one call, and what is cached of
   * other requests none, unless `bypassCache` is set. Rejects with ZoomError, and InputError for what sub accounts do not have.
   */
  read<E extends Endpoint>(endpoint: E, args: Args<E>, bypassCache = false): Promise<Answer<E>> {
    return this.#reads.read(endpoint, args, bypassCache);
  }

  /** Whether other requests have made this read just now, so that it needs no call. */
  isCached(endpoint: Endpoint, args: Args<Endpoint>): boolean {
    return this.#reads.isCached(endpoint, args);
  }

  /** Whether so many calls of this endpoint could go out at once, as far as this process knows. */
  hasRoom(endpoint: Endpoint, calls: number): boolean {
    return this.#reads.zoom.hasRoom(endpoint, calls);
  }

  /**
   * Changes something at Zoom. All that this request knew and all that is cached is forgotten, also when the call failed: it may
   * have acted. `goesOn`: it does not end with the request, so that whoever asks again can have its answer.
   */
  async write<E extends Endpoint>(endpoint: E, args: Args<E>, goesOn = false): Promise<Answer<E>> {
    try {
      return await this.#reads.write(endpoint, args, goesOn);
    } finally {
      this.#entities.forget();
    }
  }

  /** The entity of this key, known or not: no call is made. */
  ref<T>(type: EntityType<T>, params: Params): Entity<T> {
    return this.#entities.ref(type, params);
  }

  /** The entity that an object names by its key, of which nothing is said. Undefined when the object has no key. */
  named<T>(type: EntityType<T>, object: object, path?: Params): Entity<T> | undefined {
    return this.#entities.named(type, object, path);
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

  /** The same of what was told some time ago, as by an event: no other request hears of it. */
  recall<T>(type: EntityType<T>, facts: object, path?: Params): Entity<T> | undefined {
    const entity = this.named(type, facts, path);
    if (entity) this.#entities.addFacts(entity, facts, false);
    return entity;
  }

  /** The same as `found`, of an entity that is at hand. */
  put(entity: Entity, answer: object, keys: ReadonlySet<string>): void {
    this.#entities.put(entity, answer, keys);
  }

  /** The same as `refer`, of an entity that is at hand. */
  addFacts(entity: Entity, facts: object): void {
    this.#entities.addFacts(entity, facts);
  }

  /**
   * Notes which fields all items of a page hold although the list does not declare them, for the plans of later requests. `wanted`
   * is what was asked of the list.
   */
  learn(
    type: EntityType,
    list: ListEndpoint,
    wanted: Iterable<string> | undefined,
    items: readonly Layer['data'][],
  ): void {
    if (items.length === 0 || !type.foundIn.some((carrier) => carrier.list === list)) return;
    const key = undeclaredKey(type, list, wanted);
    const found = undeclaredIn(type, carried(list, wanted), items);
    const { undeclared } = this.#seen;
    const before = undeclared.get(key) ?? NOTHING;
    if (found.size === before.size && [...found].every((field) => before.has(field))) return;
    this.#seen.undeclared = new Map(undeclared).set(key, found);
  }

  /** Makes the fields known: by what other requests were told just now, else by reading them. Rejects with the ZoomError of the call that failed. */
  load(entity: Entity, fields: Iterable<string>): Promise<void> {
    return this.#loader.load(entity, fields);
  }

  /** The same of an entity that a client named, or whose existence is in question: what other requests were told proves nothing. */
  fetch(entity: Entity, fields: Iterable<string>): Promise<void> {
    return this.#loader.fetch(entity, fields);
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

  /** Remembers which sub account an object without a key belongs to, for the edges that begin at it. */
  scoped<O extends object>(item: O, path: Params | undefined): O {
    return this.#entities.scoped(item, path);
  }

  /** The sub account that anything belongs to, as params; empty for the own account. */
  scopeOf(thing: unknown): Params {
    return this.#entities.scopeOf(thing);
  }

  /** Remembers where an object without identity stands, for its id. */
  place(part: object, parent: unknown, at: string): void {
    this.#entities.place(part, { parent, at });
  }

  /** Where an object without identity stands. */
  placeOf(part: object): PartOf | undefined {
    return this.#entities.placeOf(part);
  }

  /** Nobody will ask where objects stand: the operation shows no id of theirs. */
  forgoPlaces(): void {
    this.#entities.forgoPlaces();
  }

  /**
   * The real id of the account that the credential belongs to. Some credentials name it; of others it is read by the first request that
   * needs it, and kept as long as they are used. Rejects with the ZoomError of that call.
   */
  async ownAccountId(): Promise<string> {
    const known = this.knownOwnAccountId;
    if (known !== undefined) return known;
    const account = this.ref(Account, ownAccount);
    await this.load(account, ['id']);
    const id = account.get('id');
    if (id === null) throw new ZoomError('UPSTREAM', 'Zoom does not say which account the credential belongs to.');
    this.#seen.ownAccountId = id;
    return id;
  }

  /** The same, where it is known by now. */
  get knownOwnAccountId(): string | undefined {
    return this.#reads.zoom.accountId ?? this.#seen.ownAccountId;
  }
}
