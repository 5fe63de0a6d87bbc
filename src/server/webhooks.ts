/**
 * `POST /webhooks/zoom`: what Zoom tells of its own accord. Zoom proves by a signature over the very bytes that it is Zoom, so nothing else stands in
 * front. It waits three seconds, and sends again only what a 5xx answered: an event is taken as soon as the stream has it, whatever becomes of it then.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { GraphQLError } from 'graphql';
import { utf8 } from '../engine/utf8.ts';
import { RedisGone } from '../redis/gone.ts';
import { eventIn } from '../zoom/events/event.ts';
import { isSigned, SIGNATURE_HEADER, TIMESTAMP_HEADER, validationOf } from '../zoom/events/signature.ts';
import type { EventStream } from '../zoom/events/stream.ts';
import { parseJson } from '../zoom/http/json.ts';
import type { BodyBudget } from './http/body-budget.ts';
import { answerError, httpError, malformed } from './http/errors.ts';
import { isDeeper } from './http/params.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';
import { chunksOf } from './plugins/body-limits.ts';
import { UNEXPECTED } from './plugins/errors.ts';

interface Options {
  /** The secret token of the app. */
  readonly secret: string;
  /** How far the signed time may be from now, in seconds. */
  readonly tolerance: number;
  readonly events: EventStream;
  readonly budget: BodyBudget;
  readonly log: Log;
  /** Is told what became of each request. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

/** What became of a request; all but the first three are refusals. */
export type Outcome =
  | 'kept'
  | 'duplicate'
  | 'validation'
  | 'signature'
  | 'timestamp'
  | 'malformed'
  | 'method'
  | 'size'
  | 'unavailable';

interface Answered {
  readonly outcome: Outcome;
  /** Such as "meeting.started", where the event is Zoom's. */
  readonly event?: string;
  /** What Zoom is told, if that is more than that it is well. */
  readonly body?: object;
}

/** What Zoom is not to send again, or is. */
class Refused extends Error {
  readonly outcome: Outcome;
  /** Undefined where nothing is said but the status. */
  readonly error: GraphQLError | undefined;

  constructor(outcome: Outcome, error?: GraphQLError) {
    super(outcome);
    this.outcome = outcome;
    this.error = error;
  }
}

export const webhooksOver = ({ secret, tolerance, events, budget, log, onOutcome }: Options): RequestListener => {
  const isOfNow = (timestamp: string): boolean =>
    /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() / 1000 - Number(timestamp)) <= tolerance;

  const taken = async (request: IncomingMessage, response: ServerResponse): Promise<Answered> => {
    if (request.method !== 'POST') throw new Refused('method', WRONG_METHOD);
    const bytes = await bodyOf(request, response, budget);
    const timestamp = headerOf(request, TIMESTAMP_HEADER);
    if (!isSigned(secret, timestamp, bytes, headerOf(request, SIGNATURE_HEADER))) throw new Refused('signature');
    if (!isOfNow(timestamp)) throw new Refused('timestamp');
    const said = saidIn(bytes);
    const { event: name, payload } = said as { readonly event?: unknown; readonly payload?: { plainToken?: unknown } };
    if (name === VALIDATION) {
      if (typeof payload?.plainToken !== 'string')
        throw new Refused('malformed', malformed('There is no `plainToken`.'));
      return { outcome: 'validation', event: VALIDATION, body: validationOf(secret, payload.plainToken) };
    }
    const event = eventIn(said);
    if (!event) throw new Refused('malformed', malformed('This is no event of Zoom’s.'));
    return { outcome: (await events.append(event)) ? 'kept' : 'duplicate', event: event.event };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = Date.now();
    const tell = (outcome: Outcome, event?: string) => {
      onOutcome?.(outcome);
      // Of the rest of the world anybody may send what is not signed.
      log[outcome === 'signature' || outcome === 'method' ? 'debug' : 'info'](
        { event, outcome, ms: Date.now() - began },
        'event',
      );
    };
    try {
      const { outcome, event, body } = await taken(request, response);
      response.writeHead(200, body && { 'content-type': 'application/json; charset=utf-8' });
      response.end(body && JSON.stringify(body));
      tell(outcome, event);
    } catch (error) {
      const { outcome, error: said } = refusalOf(error, log);
      tell(outcome);
      if (said) answerError(response, said);
      else response.writeHead(401).end();
    }
  };
  return (request, response) => void serve(request, response);
};

const VALIDATION = 'endpoint.url_validation';
const WRONG_METHOD = httpError(405, 'BAD_REQUEST', 'Events are sent by POST.', { allow: 'POST' });
const UNAVAILABLE = httpError(503, 'OVERLOADED', 'The event cannot be kept now. Send it again.', {
  'retry-after': '60',
});

const headerOf = ({ headers }: IncomingMessage, name: string): string => String(headers[name] ?? '');

const bodyOf = async (request: IncomingMessage, response: ServerResponse, budget: BodyBudget): Promise<Buffer> => {
  const share = budget.share();
  response.once('close', () => share.release());
  const chunks: Uint8Array[] = [];
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  for await (const chunk of chunksOf(body, LIMITS.bodyBytes, share)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Throws what is told to whoever sent no JSON, or some that nobody could go through. */
const saidIn = (bytes: Buffer): object => {
  let said: unknown;
  try {
    said = parseJson(utf8.decode(bytes), bytes);
  } catch {
    throw new Refused('malformed', malformed('The body must be JSON.'));
  }
  if (typeof said !== 'object' || said === null || isDeeper(said, LIMITS.jsonNesting))
    throw new Refused('malformed', malformed('This is no event of Zoom’s.'));
  return said;
};

/** What nobody expects is to be sent again, too. */
const refusalOf = (error: unknown, log: Log): Refused => {
  if (error instanceof Refused) return error;
  if (!(error instanceof GraphQLError)) {
    if (!(error instanceof RedisGone)) log.error({ err: error }, UNEXPECTED);
    return new Refused('unavailable', UNAVAILABLE);
  }
  const { status } = (error.extensions.http ?? {}) as { readonly status?: number };
  return new Refused(status === 413 ? 'size' : status === 503 ? 'unavailable' : 'malformed', error);
};
