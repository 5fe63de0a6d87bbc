/** The life of one call: token, scope, budget, HTTP, answer; and again where that is safe. */
import type { Dispatcher } from 'undici';
import type { Signal } from '../../engine/abort.ts';
import type { Utf8 } from '../../engine/utf8.ts';
import type { Auth, Token } from '../auth/auth.ts';
import { isGranted } from '../auth/scopes.ts';
import type { Endpoint } from '../declare/endpoint.ts';
import { ZoomError } from '../errors/errors.ts';
import { answerOf, dailyOf, missingScope } from '../http/answer.ts';
import { type Headers, headerOf } from '../http/headers.ts';
import { retryDelay } from '../http/retry.ts';
import { HeldBack, type HttpRequest, type Received, send } from '../http/send.ts';
import { sleep } from '../http/wait.ts';
import { type Budget, type Permit, tooLate } from '../rate-limit/budget.ts';
import type { Course } from './flight.ts';
import type { CallLine } from './log.ts';
import type { RequestContext } from './request-context.ts';
import type { ResponseCache } from './response-cache.ts';
import type { CallSpan } from './spans.ts';
import type { TracedCall } from './trace.ts';
import type { Unknowns } from './unknowns.ts';

/** What all calls of a client share. */
export interface Wire {
  readonly dispatcher: Dispatcher;
  readonly timeoutMs: number;
  readonly random: () => number;
  readonly log?: (line: CallLine) => void;
  /** What nothing declares of the answers, where that is looked for. */
  readonly unknowns?: Unknowns;
  /** Answers that came before, where they are remembered. */
  readonly responses?: ResponseCache;
  /** Reads the bytes of answers. */
  readonly decode: Utf8['decode'];
}
/** What all calls of a credential share. */
export interface Credential {
  readonly auth: Auth;
  /** Of a caller, its own until it is known which account's it is. */
  budget: Budget;
}
/** One call, all but its token. */
export interface Job {
  /** Of a read: what is asked, and who asks. */
  readonly name?: string;
  readonly endpoint: Endpoint;
  readonly request: Omit<HttpRequest, 'headers'>;
  readonly path: Readonly<Record<string, string | number>>;
  /** Who hosts what is written, where that is known and counts. */
  readonly host?: string;
}

/** Makes the call on behalf of `requestContext`, which pays for it. Throws ZoomError. */
export const perform = async (
  wire: Wire,
  credential: Credential,
  job: Job,
  requestContext: RequestContext,
  course: Course,
): Promise<unknown> => {
  const { auth } = credential;
  let hasRenewed = false;
  let attempt = 0;
  let retries = 0;
  while (true) {
    const token = await auth.token();
    if (token.scopes && isGranted(job.endpoint.scopes, token.scopes) === false) throw missingScope(job.endpoint);
    attempt++;
    const traced = requestContext.trace?.call(job.endpoint);
    const span = requestContext.spans?.call(job.endpoint, attempt);
    const since = Date.now();
    const take = () => permitFor(credential.budget, job, requestContext, course);
    const permit = await (span ? endedWith(span, since, take()) : take());
    const waitedMs = Date.now() - since;
    traced?.sent();
    try {
      const { signal } = course;
      return await once(wire, job, { token, permit, take, attempt, waitedMs, signal, requestContext, traced, span });
    } catch (error) {
      if (!(error instanceof ZoomError)) throw error;
      if (error.kind === 'UNAUTHENTICATED' && !hasRenewed && mayRenew(error, job) && auth.drop(token)) {
        hasRenewed = true;
        continue;
      }
      retries++;
      const delay = retryDelay(error, job.endpoint.method, retries, wire.random);
      if (delay === undefined || Date.now() + delay >= (course.deadline() ?? Number.POSITIVE_INFINITY)) throw error;
      if (delay > 0) await sleep(delay, course.signal);
    }
  }
};

/** A call that is not let go is a span as well: it says why. */
const endedWith = <T>(span: CallSpan, since: number, permitted: Promise<T>): Promise<T> =>
  permitted.catch((error: unknown) => {
    const kind = error instanceof ZoomError ? error.kind : 'ABORTED';
    span.ended({ status: null, waitedMs: Date.now() - since, error: kind });
    throw error;
  });

/** A refused token means that Zoom has not acted, so this is safe for writes too, unless HTTP says that they were done. */
const mayRenew = ({ status = 0 }: ZoomError, { endpoint }: Job): boolean => endpoint.method === 'GET' || status >= 400;

/** The calls of each request that wait for their turn, and since when some do. They count toward its most calls. */
const claimed = new WeakMap<RequestContext['stats'], { calls: number; since: number }>();

/** Throws TOO_MANY_CALLS when a request has made all the calls that it may. */
export const refuseBeyond = ({ stats, maxCalls }: RequestContext, endpoint: Endpoint): void => {
  if (maxCalls === undefined || stats.calls + (claimed.get(stats)?.calls ?? 0) < maxCalls) return;
  const message = `The request needs more than the ${maxCalls} REST calls that one may make. Ask for less at once.`;
  throw new ZoomError('TOO_MANY_CALLS', message, { endpoint });
};

const permitFor = async (
  budget: Budget,
  { endpoint, path, host }: Job,
  requestContext: RequestContext,
  course: Course,
): Promise<Permit> => {
  const { stats } = requestContext;
  refuseBeyond(requestContext, endpoint);
  const known = claimed.get(stats);
  const waiting = known ?? { calls: 0, since: 0 };
  if (!known) claimed.set(stats, waiting);
  if (waiting.calls++ === 0) waiting.since = Date.now();
  course.lateError = () => tooLate(endpoint, budget.readyAt(endpoint, stats));
  try {
    const permit = await budget.acquire(endpoint, path, {
      owner: stats,
      signal: course.signal,
      deadline: course.deadline,
      host,
    });
    count(requestContext, endpoint, 1);
    return permit;
  } finally {
    // Calls wait side by side: a second in which ten of them do is one second.
    if (--waiting.calls === 0) stats.waitedMs += Date.now() - waiting.since;
    course.lateError = undefined;
  }
};

const count = ({ stats }: RequestContext, { limit }: Endpoint, calls: 1 | -1): void => {
  stats.calls += calls;
  stats.byLimit[limit] = (stats.byLimit[limit] ?? 0) + calls;
};

interface Try {
  readonly token: Token;
  readonly permit: Permit;
  /** Takes another permit, where that one got too old while the call waited for a connection. */
  readonly take: () => Promise<Permit>;
  readonly attempt: number;
  /** How long it waited for its permit. */
  readonly waitedMs: number;
  readonly signal: Signal;
  readonly requestContext: RequestContext;
  readonly traced?: TracedCall;
  readonly span?: CallSpan;
}

/** Sends the call once, tells the budget and the log what became of it, and gives the answer. */
const once = async (
  wire: Wire,
  { endpoint, request, name }: Job,
  { token, take, attempt, waitedMs, signal, requestContext, traced, span, ...first }: Try,
): Promise<unknown> => {
  const { requestId, note } = requestContext;
  let { permit } = first;
  const { responses, decode } = wire;
  const began = Date.now();
  let status: number | null = null;
  let trackingId: string | undefined;
  let daily: ReturnType<typeof dailyOf>;
  let failure: ZoomError | undefined;
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token.value}`,
    // A form's type names the boundary of its parts, which undici chooses.
    ...(typeof request.body === 'string' && { 'content-type': 'application/json' }),
  };
  const watch = {
    sent: () => permit.sent(),
    arrived: (answered: number | null, answerHeaders: Headers) => {
      if (answered === null) permit.lost();
      else permit.arrived();
      status = answered;
      trackingId = headerOf(answerHeaders)('x-zm-trackingid');
      daily = dailyOf(answerHeaders);
    },
  };
  const sent = async (): Promise<Received> => {
    try {
      return await send(
        wire.dispatcher,
        { ...request, headers },
        { signal, timeoutMs: wire.timeoutMs, endpoint },
        watch,
      );
    } catch (error) {
      if (!(error instanceof HeldBack)) throw error;
      count(requestContext, endpoint, -1);
      permit = await take();
      return sent();
    }
  };
  try {
    const received = await sent();
    const answer = answerOf(endpoint, received, {
      secrets: [token.value],
      read: responses && name !== undefined ? (bytes, parse) => responses.read(name, bytes, parse) : undefined,
      decode,
      note,
    });
    wire.unknowns?.look(endpoint, answer);
    return answer;
  } catch (error) {
    if (error instanceof ZoomError) failure = error;
    throw error;
  } finally {
    permit.update({ error: failure, daily });
    traced?.ended(status);
    span?.ended({ status, waitedMs, error: failure?.kind });
    wire.log?.({
      requestId,
      verb: endpoint.method,
      template: endpoint.path,
      status,
      ms: Date.now() - began,
      waitedMs,
      trackingId,
      limit: endpoint.limit,
      attempt,
      ...(failure && { error: failure.kind }),
      ...span?.ids,
    });
  }
};
