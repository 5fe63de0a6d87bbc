/** What one request reads from Zoom and writes to it: each read once, and not at all where other requests have just made it. */
import type { RequestContext, Zoom } from '../src/zoom/client/client.ts';
import { type Answer, type Args, type Endpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { hostedIn, hostNamed } from '../src/zoom/rate-limit/tables.ts';
import { forAccount } from './account-scope.ts';
import { aliasesOf, sharedKeyOf } from './entities.ts';
import { type Entity, keyText, type Layer } from './entity.ts';
import { type Hosts, seenOf } from './hints.ts';
import type { CredentialCache, SharedCache } from './shared-cache.ts';

/** Sees each answer that Zoom gives before anyone in the request has it. */
export interface Watch {
  /** Whether the request's result is known by now: nobody gets the answer then. */
  ends(answer: unknown): boolean;
}

export class Reads {
  readonly zoom: Zoom;
  readonly #requestContext: RequestContext;
  readonly #sharedCache: SharedCache | undefined;
  readonly #hosts: Hosts;
  #answers = new Map<string, Promise<unknown>>();
  /** The cache of when this request began, or of its last write, which is told what it reads: some of that may be older than another's write. */
  #told: CredentialCache | undefined;
  watch?: Watch;

  constructor(zoom: Zoom, requestContext: RequestContext, sharedCache?: SharedCache) {
    this.zoom = zoom;
    this.#requestContext = requestContext;
    this.#sharedCache = requestContext.isFresh ? undefined : sharedCache;
    this.#told = this.#cache;
    this.#hosts = seenOf(zoom).hosts;
  }

  /** The same read twice is one call. Rejects with ZoomError, and InputError for what sub accounts do not have. */
  read<E extends Endpoint>(endpoint: E, args: Args<E>, bypassCache: boolean): Promise<Answer<E>> {
    const key = keyOf(endpoint, args);
    const answer = this.#answers.get(key) ?? this.#readThrough(endpoint, args, key, bypassCache);
    this.#answers.set(key, answer);
    return answer as Promise<Answer<E>>;
  }

  /** Whether other requests have made this read just now, so that it needs no call. */
  isCached(endpoint: Endpoint, args: Args<Endpoint>): boolean {
    return endpoint.cacheable !== undefined && this.#cache?.answer(keyOf(endpoint, args)) !== undefined;
  }

  /** Changes something at Zoom. What was read before is forgotten, also when the call failed: it may have acted. */
  async write<E extends Endpoint>(endpoint: E, args: Args<E>, goesOn: boolean): Promise<Answer<E>> {
    const requestContext = goesOn ? { ...this.#requestContext, signal: undefined } : this.#requestContext;
    const host = endpoint.perHost && this.#hosts.get(hostedIn(endpoint, args.path ?? {}));
    try {
      const answer = await this.zoom.call(forAccount(endpoint, args.path), { ...args, host }, requestContext);
      if (endpoint.perHost) this.#learnHost(endpoint, args, answer);
      return answer;
    } finally {
      this.#answers = new Map();
      this.#told = this.#cache;
    }
  }

  /** Under an email or `me` the answer tells whose day it was. */
  #learnHost(endpoint: Endpoint, { path = {} }: Args<Endpoint>, answer: unknown): void {
    const { host_id } = (answer ?? {}) as { readonly host_id?: unknown };
    if (typeof host_id === 'string' && host_id !== '') this.#hosts.set(hostedIn(endpoint, path), hostNamed(host_id));
  }

  /** Tells later requests of the credential what an answer says of an entity, as far as its type says. */
  remember(entity: Entity, keys: ReadonlySet<string>, data: Layer['data']): void {
    const { type, params, canonical } = entity;
    const host = type.host && data[type.host];
    if (typeof host === 'string' && host !== '' && type.get)
      this.#hosts.set(hostedIn(type.get, params), hostNamed(host));
    // A key alone is what every edge knows.
    if (!this.#told || type.cached.length === 0 || !canonical || keys.size < 2) return;
    this.#told.remember(type, keyText(params), () => aliasesOf(entity, data), keys, data);
  }

  /** What other requests were told of an entity, if some of that is wanted and unknown. */
  remembered(entity: Entity, wanted: readonly string[]): Layer['data'] | undefined {
    const { type, mustVerify } = entity;
    if (mustVerify || type.cached.length === 0) return undefined;
    const fields = this.#cache?.fields(type, sharedKeyOf(entity));
    if (!fields || !wanted.some((field) => fields[field] !== undefined && !entity.has(field))) return undefined;
    this.#requestContext.stats.cached++;
    return fields;
  }

  /** What other requests of the credential have read since the last write. */
  get #cache(): CredentialCache | undefined {
    return this.#sharedCache?.of(this.zoom);
  }

  async #readThrough(endpoint: Endpoint, args: Args<Endpoint>, key: string, bypassCache: boolean): Promise<unknown> {
    // The one of now: a write that comes while the call is under way leaves it behind.
    const cache = endpoint.cacheable && this.#cache;
    const cached = bypassCache ? undefined : cache?.answer(key);
    if (cached) {
      this.#requestContext.stats.cached++;
      return cached;
    }
    const answer = await this.zoom.call(forAccount(endpoint, args.path), args, this.#requestContext);
    cache?.cacheable(key, answer);
    if (this.watch?.ends(answer)) return new Promise(() => undefined);
    return answer;
  }
}

const keyOf = (endpoint: Endpoint, args: object) => nameOf(endpoint) + JSON.stringify(args);
