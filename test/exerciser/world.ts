/** A gateway over a sandbox that records what the sandbox answered, and never waits for rate limits. */
import type { Dispatcher } from 'undici';
import { connections } from '../../src/zoom/http/send.ts';
import { beyond, costIn } from '../cost.ts';
import type { Result } from '../run.ts';
import { startWorld } from '../world.ts';

/** One REST call: what was sent and what came back. */
export interface Call {
  /** "GET /users/{userId}". */
  readonly operation: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly status: number;
  /** Undefined where the answer has no body. */
  readonly answer: unknown;
}
/** Zoom's way to say no. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}
export interface CostContext {
  readonly result: Result;
  readonly calls: readonly Call[];
}

/** Sends a query to the gateway, over an account that nothing has changed yet, or over that of the query before. */
export type Ask = (query: string, variables?: object, account?: 'fresh' | 'same') => Promise<CostContext>;
export interface ExerciserWorld {
  readonly ask: Ask;
  /** How the queries so far went beyond their costs, in words. */
  readonly beyond: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Limits are the business of other tests: the client allows itself more than there are, and the sandbox counts none. */
const NO_LIMIT = 1000;

export const startExerciserWorld = async (): Promise<ExerciserWorld> => {
  const answers = new Map<string, string>();
  const agent = connections();
  const flights = new Flights();
  const dispatcher = agent.compose(recording(answers, flights));
  const { sandbox, run, ask, close } = await startWorld(
    { users: 40, hasRates: false },
    { dispatcher, share: NO_LIMIT, env: { SHARED_CACHE_SECONDS: '0' } },
  );
  const base = new URL(sandbox.apiUrl).pathname;
  const beyondPrice = new Set<string>();
  let running = 0;
  let overlaps = 0;
  return {
    beyond: beyondPrice,
    ask: async (query, variables, account = 'fresh') => {
      // The queries of a test that ran out of time go on: calls cannot be told apart then.
      if (running++ > 0) overlaps = running;
      // Lists that were begun ahead for the last query may still be on their way.
      if (running === 1) await flights.landed();
      const cost = costIn(await ask(query, { dryRun: true }, variables));
      if (account === 'fresh') {
        // To make an account anew takes longer than most queries; one that was only read is as good.
        if (sandbox.calls.some(({ method }) => method !== 'GET')) sandbox.reset();
        sandbox.calls.length = 0;
      }
      const before = sandbox.calls.length;
      answers.clear();
      const result = await run(query, variables);
      // What lists that were begun ahead answer is looked at, too.
      await flights.landed();
      const calls = sandbox.calls.slice(before).map(({ method, path, url, body, status }) => ({
        operation: `${method} ${path}`,
        query: new URL(url, sandbox.origin).searchParams,
        body,
        status,
        answer: parsed(answers.get(`${method} ${base}${url}`)),
      }));
      const made = calls.map(({ operation }) => operation);
      if (overlaps === 0) for (const problem of beyond(cost, made)) beyondPrice.add(`${problem} ${query}`);
      if (--running === 0) overlaps = 0;
      return { result, calls };
    },
    close: async () => {
      await close();
      await agent.close();
    },
  };
};

const parsed = (text: string | undefined): unknown => (text ? JSON.parse(text) : undefined);

/** The calls that have not been answered yet. */
class Flights {
  #open = 0;
  #waiting: (() => void)[] = [];

  began(): void {
    this.#open++;
  }
  ended(): void {
    this.#open--;
    if (this.#open > 0) return;
    for (const wake of this.#waiting.splice(0)) wake();
  }
  landed(): Promise<void> {
    return this.#open === 0 ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Keeps the text of each answer under the call's verb and path. */
const recording =
  (answers: Map<string, string>, flights: Flights): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const chunks: Buffer[] = [];
    flights.began();
    return dispatch(options, {
      onRequestStart: (...args) => handler.onRequestStart?.(...args),
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (controller, chunk) => {
        chunks.push(chunk);
        handler.onResponseData?.(controller, chunk);
      },
      onResponseEnd: (...args) => {
        answers.set(`${options.method} ${options.path}`, Buffer.concat(chunks).toString());
        handler.onResponseEnd?.(...args);
        flights.ended();
      },
      onResponseError: (...args) => {
        handler.onResponseError?.(...args);
        flights.ended();
      },
    });
  };
