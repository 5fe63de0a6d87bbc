/** Answers that need not be made again, since what Zoom says is what it said the last time. */
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../../resolvers/context.ts';
import type { Watch } from '../../../resolvers/reads.ts';
import { isOfZoomAlone } from '../../../schema/plan/facts.ts';
import { factOf } from '../../engine/executor/index.ts';
import { nameOf } from '../../engine/executor/names.ts';
import { intern, isInterned } from '../../engine/intern.ts';
import { bytesIn } from '../../engine/size.ts';
import { today } from '../../zoom/declare/days.ts';
import type { WithRequestContext } from './deadline.ts';
import { requestExtensionsOf } from './request-extensions.ts';

/** Variables that are longer are not compared. What is kept counts with the text that it is written down as. */
export const KEPT = { variables: 2000, bytes: 32_000_000, one: 4_000_000 } as const;

/** What operations made of answers of Zoom's, those of all together: the least used go first. */
export class Results {
  readonly #kept: LRUCache<string, ExecutionResult>;

  constructor({ bytes, one }: Pick<typeof KEPT, 'bytes' | 'one'> | { bytes: number; one: number } = KEPT) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      maxEntrySize: one,
      sizeCalculation: ({ data }, name) => 2 * (bytesIn(data) + name.length),
    });
  }

  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  get(answer: object, operation: string): ExecutionResult | undefined {
    return this.#kept.get(`${nameOf(answer)} ${operation}`);
  }

  keep(answer: object, operation: string, result: ExecutionResult & { readonly data: object }): void {
    const name = `${nameOf(answer)} ${operation}`;
    if (this.#kept.has(name)) return;
    this.#kept.set(name, result);
    if (this.#kept.has(name)) intern(result.data);
  }
}

/**
 * Zoom is asked each time. Where one call was all that an operation took, and the call now gives the very object that it gave then
 * (response-cache.ts), what the operation made of it stands: execution ends there.
 */
export const useUnchanged = (
  mayShare?: (context: object) => boolean,
): Plugin<Context & WithRequestContext & YogaInitialContext> => {
  const results = new Results();
  /** Where that is to be asked: the contexts of requests whose results may come from others, or go to them. */
  const sharing = new WeakSet<object>();
  return {
    onParams: ({ context }) => {
      if (mayShare?.(context)) sharing.add(context);
    },
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const context = args.contextValue as Context & WithRequestContext & YogaInitialContext;
      if ((mayShare && !sharing.has(context)) || requestExtensionsOf(context).trace) return;
      if (!factOf(args, isOfZoomAlone)) return;
      const name = operationIn(args, context.session);
      if (name !== undefined)
        setExecuteFn(async (given: ExecutionArgs) => {
          const watch = new Comparison(results, name);
          context.store.watch = watch;
          const made = Promise.resolve(executeFn(given) as ExecutionResult | Promise<ExecutionResult>);
          const result = await Promise.race([watch.known, made]);
          const { calls, coalesced, cached } = context.requestContext.stats;
          const isPlain = context.notes.length === 0 && context.errors.length === 0;
          if (calls + coalesced === 1 && cached === 0 && isPlain) watch.keep(result);
          return result;
        });
    },
  };
};

/**
 * Names an operation with its variables, who may see its result, and the day, which is where windows end that are given no other end;
 * undefined where the variables are too long to be compared.
 */
const operationIn = (
  { document, operationName, variableValues }: ExecutionArgs,
  { key }: Context['session'],
): string | undefined => {
  const variables = JSON.stringify(variableValues ?? {});
  if (variables.length > KEPT.variables) return undefined;
  return `${key} ${nameOf(document)} ${today()} ${operationName ?? ''} ${variables}`;
};

/** Of one execution: what Zoom answers, beside what is known of such answers. */
class Comparison implements Watch {
  /** Resolves when nothing has changed. */
  readonly known: Promise<ExecutionResult>;
  readonly #results: Results;
  readonly #name: string;
  #tell: (result: ExecutionResult) => void = () => undefined;
  #first: unknown;
  #count = 0;

  constructor(results: Results, name: string) {
    this.#results = results;
    this.#name = name;
    this.known = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  ends(answer: unknown): boolean {
    this.#count++;
    this.#first ??= answer;
    const known = this.#count === 1 && isInterned(answer) ? this.#results.get(answer, this.#name) : undefined;
    if (known) this.#tell(known);
    return known !== undefined;
  }

  /** Remembers what was made of the one answer, if there was but one. */
  keep(result: ExecutionResult): void {
    const answer = this.#first;
    const { data, errors } = result;
    if (this.#count !== 1 || !isInterned(answer) || !data || errors) return;
    this.#results.keep(answer, this.#name, { ...result, data });
  }
}
