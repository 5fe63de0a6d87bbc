/** Writes that are made once, however often a client sends them: under a key of the client's, for a day. */
import { createHash } from 'node:crypto';
import type { RequestContext } from '../src/zoom/client/client.ts';
import { type Claim, errorOf, type IdempotencyStore, outcomeOf } from '../src/zoom/client/idempotency.ts';
import { ZoomError } from '../src/zoom/errors/errors.ts';
import { InputError } from './errors.ts';
import type { Session } from './session.ts';

/** Those of clients are UUIDs and the like. */
const LONGEST_KEY = 255;
const REUSED = 'This idempotency key was used for another write within a day. Give each write a key of its own.';

/** One request's way to what was written under its session's keys. */
export class Idempotency {
  readonly #store: IdempotencyStore;
  readonly #session: Pick<Session, 'principal' | 'zoom'>;
  readonly #requestContext: RequestContext;

  /** Keys are the principal's own, with the credential that the calls are made with: nobody meets the key of another. */
  constructor(store: IdempotencyStore, session: Pick<Session, 'principal' | 'zoom'>, requestContext: RequestContext) {
    this.#store = store;
    this.#session = session;
    this.#requestContext = requestContext;
  }

  /**
   * What Zoom answers to a write, or has answered when it was made under this key. `call` is all that the write says. Rejects with InputError where
   * the key was used for another, and with the ZoomError of a write that failed, also of one that has failed before.
   */
  async once(key: string, call: object, write: () => Promise<unknown>): Promise<unknown> {
    if (key === '' || key.length > LONGEST_KEY)
      throw new InputError(`The key of @idempotent must have from 1 to ${LONGEST_KEY} characters.`);
    const { principal, zoom } = this.#session;
    const owner = JSON.stringify([principal, zoom.key]);
    const claim = await this.#claim(digestOf([owner, key]), digestOf(await plainOf(call)));
    if (claim.is === 'other') throw new InputError(REUSED, 'IDEMPOTENCY_KEY_REUSED');
    if (claim.is === 'known') {
      this.#requestContext.note?.(`The write was made by an earlier request with the idempotency key "${key}".`);
      if ('refusal' in claim.outcome) throw errorOf(claim.outcome);
      return claim.outcome.answer ?? undefined;
    }
    const { stats } = this.#requestContext;
    const before = stats.calls;
    try {
      const answer = await write();
      await claim.keep({ answer: answer ?? null });
      return answer;
    } catch (error) {
      // A call counts when it goes out: what failed before was no beginning.
      const outcome = stats.calls > before ? outcomeOf(error) : undefined;
      await (outcome ? claim.keep(outcome) : claim.release());
      throw error;
    }
  }

  /** Waits no longer than the request does. */
  async #claim(name: string, fingerprint: string): Promise<Claim> {
    const { signal, deadline } = this.#requestContext;
    const claim = this.#store.claim(name, fingerprint);
    let isOver = false;
    const over = new Promise<never>((_, reject) => {
      const leave = (error: ZoomError) => () => {
        isOver = true;
        reject(error);
      };
      const late = leave(new ZoomError('TIMEOUT', 'An earlier request with this idempotency key is still under way.'));
      const timer = deadline === undefined ? undefined : setTimeout(late, deadline - Date.now());
      const left = leave(new ZoomError('ABORTED', 'The request was cancelled.'));
      signal?.addEventListener('abort', left);
      claim
        .finally(() => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', left);
        })
        .catch(() => undefined);
    });
    // What comes when nobody waits any more is for whoever comes next.
    claim.then((late) => (isOver && late.is === 'new' ? late.release() : undefined)).catch(() => undefined);
    return Promise.race([claim, over]);
  }
}

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/** JSON that is the same for the same call, in whatever order its parts were given. Files count by their bytes. */
const plainOf = async (value: unknown): Promise<unknown> => {
  if (value instanceof Blob) {
    const bytes = createHash('sha256')
      .update(Buffer.from(await value.arrayBuffer()))
      .digest('base64url');
    return { file: value instanceof File ? value.name : '', type: value.type, bytes };
  }
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return Promise.all(value.map(plainOf));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const names = Object.keys(value).sort();
  const parts = names.map(async (name) => [name, await plainOf((value as Record<string, unknown>)[name])]);
  return Object.fromEntries(await Promise.all(parts));
};
