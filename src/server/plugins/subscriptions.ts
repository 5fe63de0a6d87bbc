/**
 * Subscriptions. One begins as graphql-js has it; but each of its events is then a request of its own, from the parameters on: with who asks looked up
 * again, a deadline, a store and a budget of calls, and all that plugins do. So an hour-old subscription shows nothing that is an hour old, and nothing to whom it may
 * no longer be shown.
 */
import { randomUUID } from 'node:crypto';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import { InputError } from '../../../resolvers/errors.ts';
import { mayHear } from '../../../resolvers/events.ts';
import { Abort, type Signal } from '../../engine/abort.ts';
import { factOf, type Prepared } from '../../engine/executor/index.ts';
import { mentionedIn } from '../../engine/executor/mentions.ts';
import { withholdingIn } from '../../engine/executor/withholding.ts';
import type { StreamedEvent } from '../../zoom/events/stream.ts';
import { EVENT_STREAM, takesStreams } from '../http/accept.ts';
import { httpError } from '../http/errors.ts';
import type { EndReason, Subscriptions } from '../http/open-subscriptions.ts';
import { codeIn } from '../telemetry/observer.ts';
import type { WithRequestContext } from './deadline.ts';
import { type ErrorMasker, UNEXPECTED } from './errors.ts';
import type { WithRequestId } from './request-id.ts';

/** Where the context of a request holds the event of a subscription that it is to answer. */
export const EVENT = Symbol('event');
export interface WithEvent {
  readonly [EVENT]?: Hearing;
}
interface Hearing {
  readonly event: StreamedEvent;
  /** Whether who asks may still subscribe; and whether the event is for who asks. */
  isAdmitted: boolean;
  isHeard: boolean;
}

type Scope = Context & WithRequestContext & WithRequestId & WithEvent & YogaInitialContext;
type Server = Parameters<NonNullable<Plugin['onYogaInit']>>[0]['yoga'];

interface Options {
  readonly subscriptions: Subscriptions;
  readonly mask: ErrorMasker;
  /** Is told of each event that goes to a subscriber. */
  readonly onDelivered?: () => void;
}

export const useSubscriptions = ({ subscriptions, mask, onDelivered }: Options): Plugin<Scope> => {
  let server: Server | undefined;

  /** What an event comes to, as a request by itself. */
  const answerTo = async (event: StreamedEvent, context: Scope): Promise<Answer> => {
    const { request, params } = context;
    const hearing: Hearing = { event, isAdmitted: false, isHeard: false };
    const own = { ...context, session: undefined, requestId: randomUUID(), [EVENT]: hearing };
    const result = (await server?.getResultForParams({ request, params }, own as never)) as ExecutionResult;
    return { ...hearing, result };
  };

  const begin = async (args: ExecutionArgs): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> => {
    const context = args.contextValue as Scope;
    const { request, requestContext, requestId, viewer, zoom } = context;
    if (!takesStreams(request.headers.get('accept'))) throw noStream();
    const refusal = refusalOf(args);
    if (refusal) throw refusal;
    await zoom.caller?.learn();
    if (zoom.caller && zoom.caller.accountId === undefined) throw ofNoAccount();

    const life = new Abort();
    const answers = new Answers({
      life,
      left: request.signal,
      answerTo: (event) => answerTo(event, context),
      lastWords: (error) => ({ errors: [mask(error, UNEXPECTED, requestId)] }),
      onDelivered,
    });
    // The time of the request is for the beginning alone.
    const giveUp = () => life.abort(requestContext.signal?.reason);
    requestContext.signal?.addEventListener('abort', giveUp);
    try {
      answers.over = subscriptions.open(viewer.principal, () => answers.end('stopped', false));
      const contextValue = { ...context, requestContext: { ...requestContext, signal: life, deadline: undefined } };
      const source = await createSourceEventStream({ ...args, contextValue });
      if (isAsyncIterable(source)) return answers.from(source as AsyncIterable<StreamedEvent>);
      const errors = source.errors?.map((error) => mask(error, UNEXPECTED, requestId));
      answers.end(codeIn(errors?.[0]));
      return { ...source, errors };
    } catch (error) {
      answers.end(codeIn(error));
      throw error;
    } finally {
      requestContext.signal?.removeEventListener('abort', giveUp);
    }
  };

  return {
    onYogaInit: ({ yoga }) => {
      server = yoga;
    },
    onSubscribe: async ({ args, setSubscribeFn, setResultAndStopExecution }) => {
      const context = args.contextValue as Scope;
      const { [EVENT]: hearing, zoom } = context;
      if (!hearing) return setSubscribeFn(begin);
      const refusal = refusalOf(args);
      if (refusal) throw refusal;
      await zoom.caller?.learn();
      hearing.isAdmitted = true;
      hearing.isHeard = mayHear(context, hearing.event);
      if (!hearing.isHeard) return setResultAndStopExecution({ data: null });
      const { execute } = server?.getEnveloped(context) ?? {};
      setSubscribeFn((given) => execute?.({ ...given, rootValue: hearing.event }));
    },
  };
};

// New ones each time: Yoga adds to them.
const noStream = () =>
  httpError(
    406,
    'NOT_ACCEPTABLE',
    `A subscription is answered as ${EVENT_STREAM}, or over a WebSocket: say \`accept: ${EVENT_STREAM}\`.`,
  );
const ofNoAccount = () =>
  new InputError(
    'Zoom does not say which account your token belongs to: so it cannot be known which events are for you.',
    'FORBIDDEN',
  );

/** The fields that are asked for at the root. */
const rootFields = (operation: Prepared) => {
  const type = operation.schema.getSubscriptionType();
  return type ? [...(mentionedIn(operation).get(type) ?? [])].map((field) => ({ field, type })) : [];
};
/** Why who asks may not subscribe to that, or no longer; undefined where it may. */
const refusalOf = (args: ExecutionArgs): Error | undefined => {
  const withholding = withholdingIn(args);
  for (const { field, type } of (withholding && factOf(args, rootFields)) ?? []) {
    const refusal = withholding?.refusalOf(field, type);
    if (refusal) return refusal;
  }
  return undefined;
};

interface Answer extends Omit<Hearing, 'event'> {
  readonly result: ExecutionResult;
}

interface Answering {
  /** Aborts when the subscription is over. */
  readonly life: Abort;
  /** Aborts when the client has left. */
  readonly left: Signal | undefined;
  readonly answerTo: (event: StreamedEvent) => Promise<Answer>;
  /** What is said of why there is no more. */
  readonly lastWords: (error: unknown) => ExecutionResult;
  readonly onDelivered: (() => void) | undefined;
}
type Result = IteratorResult<ExecutionResult, undefined>;
const DONE: Result = { done: true, value: undefined };

/** The answers to the events of a source, one after another, as fast as they are taken. It ends at once, whatever is under way. */
class Answers implements AsyncIterableIterator<ExecutionResult, undefined> {
  /** Is told why it is over. */
  over: (reason: EndReason) => void = () => {};
  readonly #of: Answering;
  readonly #leave = () => this.end('client');
  #source: AsyncIterator<StreamedEvent> | undefined;
  /** The first event, which is waited for from the beginning: a source need not begin before. */
  #first: Promise<IteratorResult<StreamedEvent>> | undefined;
  #isOver = false;
  /** Ends what is waited for: an event, or its answer. */
  #giveUp: (() => void) | undefined;
  #isAnswering = false;

  constructor(of: Answering) {
    this.#of = of;
    of.left?.addEventListener('abort', this.#leave);
  }

  from(source: AsyncIterable<StreamedEvent>): this {
    this.#source = source[Symbol.asyncIterator]();
    if (this.#of.left?.aborted) this.end('client');
    // It may have been stopped meanwhile.
    if (this.#isOver) void this.#source.return?.();
    else this.#first = this.#source.next();
    this.#first?.catch(() => undefined);
    return this;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Result> {
    while (!this.#isOver) {
      const { answerTo, lastWords, onDelivered } = this.#of;
      try {
        const coming = this.#first ?? this.#source?.next();
        this.#first = undefined;
        const event = await this.#unlessOver(coming);
        if (!event) return DONE;
        if (event.done) {
          this.end('done');
          return DONE;
        }
        this.#isAnswering = true;
        const answer = await this.#unlessOver(answerTo(event.value));
        this.#isAnswering = false;
        if (!answer) return DONE;
        const { result: value, isAdmitted, isHeard } = answer;
        if (!isAdmitted) this.end(codeIn(value.errors?.[0]));
        else if (!isHeard) continue;
        else onDelivered?.();
        return { done: false, value };
      } catch (error) {
        const value = lastWords(error);
        this.end(codeIn(value.errors?.[0]));
        return { done: false, value };
      }
    }
    return DONE;
  }

  async return(): Promise<Result> {
    this.end('client');
    return DONE;
  }

  async throw(error: unknown): Promise<Result> {
    this.end('client');
    throw error;
  }

  /** `atOnce`: also where an event is being answered, which else goes out first. */
  end(reason: EndReason, atOnce = true): void {
    if (atOnce || !this.#isAnswering) this.#giveUp?.();
    if (this.#isOver) return;
    this.#isOver = true;
    const { life, left } = this.#of;
    left?.removeEventListener('abort', this.#leave);
    life.abort(new DOMException('The subscription is over.', 'AbortError'));
    void this.#source?.return?.()?.catch(() => undefined);
    this.over(reason);
  }

  /** What was waited for; undefined where the subscription has ended before. */
  #unlessOver<T>(work: Promise<T> | undefined): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#giveUp = () => resolve(undefined);
      work?.then(resolve, reject);
    });
  }
}
