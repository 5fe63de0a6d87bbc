/** What requests are told that do not wait for the end of a call, or cannot begin one. */
import type { Flight } from '../../engine/single-flight.ts';
import type { Endpoint } from '../declare/endpoint.ts';
import { ZoomError } from '../errors/errors.ts';
import type { RequestContext } from './request-context.ts';

/** What a call may ask and tell while it is under way. */
export type Course = Pick<Flight<unknown>, 'signal' | 'deadline' | 'lateError'>;

/** The answer, for one request: rejects for it alone with ABORTED or TIMEOUT when its signal or deadline comes first. */
export const joinCall = (
  flight: Flight<unknown>,
  requestContext: RequestContext,
  endpoint: Endpoint,
): Promise<unknown> =>
  flight.join(requestContext, {
    aborted: (reason) => abortError(reason, endpoint),
    late: () => lateError(endpoint),
  });

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
