/** Answers that need not be made again, since what Zoom says is what it said the last time. */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../../resolvers/context.ts';
import type { Watch } from '../../../resolvers/store.ts';
import { today } from '../../../resolvers/windows.ts';
import { endpointsOf } from '../../../schema/rest.ts';
import { isLasting, last } from '../../zoom/lasting.ts';
import type { WithTurn } from './turn.ts';
import { wishesOf } from './wishes.ts';

/** More than that is not compared, nor kept for one answer of Zoom's. */
const MOST = { variables: 2000, results: 4 };

/** What operations made of an answer of Zoom's, by the operations' names. */
type Results = WeakMap<object, LRUCache<string, ExecutionResult>>;

/**
 * Zoom is asked each time. Where one call was all that an operation took, and the call now gives the very object that it gave then
 * (bodies.ts), what the operation made of it stands: execution ends there. What is kept goes with that object.
 */
export const useUnchanged = (): Plugin<Context & WithTurn & YogaInitialContext> => {
  const results: Results = new WeakMap();
  const nameOf = naming();
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const context = args.contextValue as Context & WithTurn & YogaInitialContext;
      if (wishesOf(context).trace || !isOfZoomAlone(args)) return;
      const name = nameOf(args);
      if (name !== undefined)
        setExecuteFn(async (given: ExecutionArgs) => {
          const watch = new Comparison(results, name);
          context.store.watch = watch;
          const made = Promise.resolve(executeFn(given) as ExecutionResult | Promise<ExecutionResult>);
          const result = await Promise.race([watch.known, made]);
          const { calls, coalesced, warm } = context.turn.stats;
          const isPlain = context.notes.length === 0 && context.errors.length === 0;
          if (calls + coalesced === 1 && warm === 0 && isPlain) watch.keep(result);
          return result;
        });
    },
  };
};

/**
 * Names an operation with its variables and the day, which is where windows end that are given no other end; undefined where the
 * variables are too long to be compared.
 */
const naming = () => {
  const names = new WeakMap<DocumentNode, number>();
  let count = 0;
  return ({ document, operationName, variableValues }: ExecutionArgs): string | undefined => {
    const variables = JSON.stringify(variableValues ?? {});
    if (variables.length > MOST.variables) return undefined;
    if (!names.has(document)) names.set(document, ++count);
    return `${names.get(document)} ${today()} ${operationName ?? ''} ${variables}`;
  };
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
    const known = this.#count === 1 && isLasting(answer) ? this.#results.get(answer)?.get(this.#name) : undefined;
    if (known) this.#tell(known);
    return known !== undefined;
  }

  /** Remembers what was made of the one answer, if there was but one. */
  keep(result: ExecutionResult): void {
    const answer = this.#first;
    if (this.#count !== 1 || !isLasting(answer) || !result.data || result.errors) return;
    const kept = this.#results.get(answer) ?? new LRUCache<string, ExecutionResult>({ max: MOST.results });
    if (kept.has(this.#name)) return;
    kept.set(this.#name, result);
    this.#results.set(answer, kept);
    last(result.data);
  }
}

const judged = new WeakMap<DocumentNode, Map<string, boolean>>();
/** Whether all that an operation asks for is Zoom's to tell: of the state of the gateway itself nothing is kept. */
const isOfZoomAlone = ({ schema, document, operationName }: ExecutionArgs): boolean => {
  const known = judged.get(document) ?? new Map<string, boolean>();
  judged.set(document, known);
  const name = operationName ?? '';
  const before = known.get(name);
  if (before !== undefined) return before;
  const operation = getOperationAST(document, operationName);
  const fields = schema.getQueryType()?.getFields() ?? {};
  const isOf =
    operation?.operation === OperationTypeNode.QUERY &&
    operation.selectionSet.selections.every((one) => {
      // Fragments of the whole query are few, and not looked into.
      const field = one.kind === 'Field' ? fields[one.name.value] : undefined;
      return field !== undefined && endpointsOf(field).length > 0;
    });
  known.set(name, isOf);
  return isOf;
};
