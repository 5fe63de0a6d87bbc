/** A call under way, shared by everyone who asked for the same. */

import { Abort, type Signal } from '../../engine/abort.ts';
import type { Endpoint } from '../declare/endpoint.ts';
import { ZoomError } from '../errors/errors.ts';
import type { RequestContext } from './request-context.ts';

/** What the call may ask and tell while it is under way. */
export interface Course {
  /** Aborts when nobody waits any more. */
  readonly signal: Signal;
  /** The latest moment at which anyone still waits; undefined when someone waits without end. */
  readonly deadline: () => number | undefined;
  /** Set while the call waits for budget: the error for those whose time runs out meanwhile. */
  lateError?: () => ZoomError;
}

/** Node cannot sleep longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export class Flight {
  readonly #endpoint: Endpoint;
  readonly #waiting = new Set<Pick<RequestContext, 'deadline'>>();
  readonly #landing = new Abort();
  readonly #course: Course = { signal: this.#landing, deadline: () => this.#deadline() };
  readonly #result: Promise<unknown>;
  readonly #onEnd: (flight: Flight) => void;

  /** Starts `run` once whoever made it has joined. `onEnd` is told when there is nothing to join any more. */
  constructor(endpoint: Endpoint, run: (course: Course) => Promise<unknown>, onEnd: (flight: Flight) => void) {
    this.#endpoint = endpoint;
    this.#onEnd = onEnd;
    this.#result = Promise.resolve()
      .then(() => run(this.#course))
      .finally(() => onEnd(this));
  }

  /** The answer, for one request: rejects for it alone with ABORTED or TIMEOUT when its signal or deadline comes first. */
  join(requestContext: RequestContext): Promise<unknown> {
    const seat = { deadline: requestContext.deadline };
    this.#waiting.add(seat);
    return new Promise((resolve, reject) => {
      const leave = (error: ZoomError) => {
        release();
        reject(error);
        if (this.#waiting.size > 0) return;
        this.#onEnd(this);
        this.#landing.abort(error);
      };
      const onAbort = () => leave(abortError(requestContext.signal?.reason, this.#endpoint));
      const timer =
        requestContext.deadline === undefined
          ? undefined
          : setTimeout(
              () => leave(this.#course.lateError?.() ?? lateError(this.#endpoint)),
              Math.min(requestContext.deadline - Date.now(), LONGEST_TIMER_MS),
            );
      const release = () => {
        clearTimeout(timer);
        requestContext.signal?.removeEventListener('abort', onAbort);
        this.#waiting.delete(seat);
      };
      requestContext.signal?.addEventListener('abort', onAbort, { once: true });
      this.#result.then(resolve, reject).finally(release);
    });
  }

  #deadline(): number | undefined {
    let latest = 0;
    for (const { deadline } of this.#waiting) {
      if (deadline === undefined) return undefined;
      latest = Math.max(latest, deadline);
    }
    return latest;
  }
}

/** Throws when a request has no time left, before anything is done for it. */
export const refuseLate = (requestContext: RequestContext, endpoint: Endpoint): void => {
  if (requestContext.signal?.aborted) throw abortError(requestContext.signal.reason, endpoint);
  if (requestContext.deadline !== undefined && requestContext.deadline <= Date.now()) throw lateError(endpoint);
};

const lateError = (endpoint: Endpoint) =>
  new ZoomError('TIMEOUT', 'Zoom did not answer in the time that the request has.', { endpoint });

/** A signal may abort because someone left, or because a time was over. */
const abortError = (reason: unknown, endpoint: Endpoint): ZoomError =>
  reason instanceof Error && reason.name === 'TimeoutError'
    ? lateError(endpoint)
    : new ZoomError('ABORTED', 'The request was cancelled.', { endpoint });
