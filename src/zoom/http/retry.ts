/** When a call is sent again: only where Zoom has surely not acted, or where acting twice changes nothing. */
import type { Method } from '../declare/endpoint.ts';
import type { ZoomError } from '../errors/errors.ts';

/** How often a call is repeated at most. */
export const MOST_RETRIES = 3;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4000;

/** Milliseconds to wait before the call is sent again; undefined when it must not be. `attempt` is 1 for the first try. */
export const retryDelay = (
  error: ZoomError,
  method: Method,
  attempt: number,
  random: () => number,
): number | undefined => {
  const backoff = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2);
  if (attempt > MOST_RETRIES) return undefined;
  // Nobody listened: nothing was done.
  if (error.transport === 'REFUSED') return backoff;
  // Of a write, only HTTP 429 says for sure that nothing was done; a body that says so beneath another status does not.
  if (method !== 'GET' && error.status !== 429) return undefined;
  // The budget holds the bucket back until Zoom takes calls again, so there is nothing to wait for here.
  if (error.kind === 'RATE_LIMIT') return 0;
  if (error.kind === 'CONCURRENT') return Math.max(backoff, (error.retryAt?.getTime() ?? 0) - Date.now());
  if (method !== 'GET') return undefined;
  if (error.transport === 'BROKEN') return backoff;
  if (error.status !== undefined && error.status >= 500)
    return Math.max(backoff, (error.retryAt?.getTime() ?? 0) - Date.now());
  // Nothing, a page of HTML or half a JSON text: a proxy's hiccup at best, so one more try and no more.
  if (error.transport === 'GARBLED' && attempt === 1) return backoff;
  return undefined;
};
