/** Completion: from what a resolver gave to what stands in the answer, by the field's type. */
import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { forget, isPromise } from './promises.ts';
import { executeFields, failed, infoOf, inSlice } from './run.ts';
import type { Complete, FieldPlan, ObjectPlan, Path, Run } from './types.ts';

type PlanFor = (type: GraphQLObjectType) => ObjectPlan;

/** How values of a type are completed; `planFor` tells what is selected of each object type that they may have. */
export const completionOf = (schema: GraphQLSchema, type: GraphQLOutputType, planFor: PlanFor): Complete => {
  if (isNonNullType(type)) return nonNull(completionOf(schema, type.ofType, planFor));
  if (isListType(type)) return list(completionOf(schema, type.ofType, planFor), isNonNullType(type.ofType));
  if (isLeafType(type)) return leaf(type);
  if (isObjectType(type)) return object(type, planFor);
  if (isAbstractType(type)) return abstract(schema, type, planFor);
  throw new Error(`A value of ${String(type)} cannot be completed.`);
};

const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;
const refuseErrors = (value: unknown): void => {
  if (value instanceof Error) throw value;
};

const nonNull =
  (complete: Complete): Complete =>
  (run, plan, value, path) => {
    const done = complete(run, plan, value, path);
    return isPromise(done) ? done.then((late) => present(late, plan)) : present(done, plan);
  };
const present = (value: unknown, { parentType, field }: FieldPlan): unknown => {
  if (value === null) throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${field.name}.`);
  return value;
};

const leaf =
  (type: GraphQLLeafType): Complete =>
  (run, _plan, value) => {
    if (isNone(value)) return null;
    refuseErrors(value);
    const shown: unknown = type.serialize(value);
    if (isNone(shown))
      throw new Error(`Expected \`${type}.serialize\` to return non-nullable value, returned: ${shown}`);
    if (typeof shown === 'string') run.meter.text(shown.length);
    return shown;
  };

/** For those who look at nothing but the value. */
const NO_INFO = undefined as unknown as GraphQLResolveInfo;

const object =
  (type: GraphQLObjectType, planFor: PlanFor): Complete =>
  (run, plan, value, path) => {
    if (isNone(value)) return null;
    refuseErrors(value);
    const fields = planFor(type);
    if (!type.isTypeOf) return executeFields(run, fields, value, path);
    const check = (isOf: boolean) => {
      if (!isOf) throw new GraphQLError(`Expected value of type "${type}" but got another.`, { nodes: plan.nodes });
      return executeFields(run, fields, value, path);
    };
    const isOf = type.isTypeOf(value, run.context, type.isTypeOf.length === 1 ? NO_INFO : infoOf(run, plan, path));
    return isPromise(isOf) ? isOf.then(check) : check(isOf);
  };

const abstract =
  (schema: GraphQLSchema, type: GraphQLAbstractType, planFor: PlanFor): Complete =>
  (run, plan, value, path) => {
    if (isNone(value)) return null;
    refuseErrors(value);
    const execute = (name: string | undefined) => {
      const of = name === undefined ? undefined : schema.getType(name);
      if (!isObjectType(of) || !schema.isSubType(type, of))
        throw new GraphQLError(`A value of "${type}" is of no type that it may have.`, { nodes: plan.nodes });
      return executeFields(run, planFor(of), value, path);
    };
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name = resolveType(value, run.context, infoOf(run, plan, path), type);
    return isPromise(name) ? name.then(execute) : execute(name);
  };

const list =
  (complete: Complete, isNonNullItem: boolean): Complete =>
  (run, plan, value, path) => {
    if (isNone(value)) return null;
    refuseErrors(value);
    if (typeof value === 'object' && Symbol.asyncIterator in value)
      return coming(run, plan, value as AsyncIterable<unknown>, path, complete, isNonNullItem);
    if (typeof value !== 'object' || !(Symbol.iterator in value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${plan.parentType.name}.${plan.field.name}".`,
      );
    const items = Array.isArray(value) ? value : [...(value as Iterable<unknown>)];
    run.meter.items(items.length);
    const done: unknown[] = new Array(items.length);
    const late: Promise<unknown>[] = [];
    let end: EarlyEnd | undefined;
    const endAt = (at: number, error: unknown): void => {
      end ??= new EarlyEnd(run, plan, path);
      end.at(at, error);
    };
    const made = (): unknown[] => end?.of(done) ?? done;
    const step = (at: number): void => {
      const here: Path = { before: path, key: at };
      const item = completed(run, plan, items[at], here, complete, isNonNullItem);
      if (isPromise(item))
        late.push(
          item.then(
            (shown) => {
              done[at] = shown;
            },
            (error) => endAt(at, error),
          ),
        );
      else done[at] = item;
    };
    /** Other requests run in between. What fails meanwhile is told when all are waited for. */
    const from = (first: number, heard = 0): unknown => {
      let at = first;
      try {
        for (; at < items.length; at++) {
          if (run.meter.isDue(items.length)) {
            forget(late.slice(heard));
            // Those that a later slice comes to may fail before it does.
            if (first === 0) forget(items.filter(isPromise));
            const next = late.length;
            const rest = at;
            return run.meter.slice(() => from(rest, next));
          }
          run.meter.check();
          step(at);
        }
      } catch (error) {
        forget(late);
        endAt(at, error);
        forget(items.slice(at).filter(isPromise));
      }
      return late.length === 0 ? made() : Promise.all(late).then(made);
    };
    return from(0);
  };

/**
 * Where a list ends since the run was stopped before all of its items were made. Only lists that say so may end early (`extensions.mayEnd`): theirs is an error
 * in the place of the first item that is missing, and whoever made them tells where they go on. All others fail as a whole.
 */
class EarlyEnd {
  readonly #run: Run;
  readonly #plan: FieldPlan;
  readonly #path: Path;
  #first: number | undefined;

  constructor(run: Run, plan: FieldPlan, path: Path) {
    this.#run = run;
    this.#plan = plan;
    this.#path = path;
  }

  /** An item could not be made. Throws where that is no reason to end in front of it. */
  at(item: number, error: unknown): void {
    if (!this.#plan.field.extensions.mayEnd || !this.#run.meter.isStop(error)) throw error;
    this.#first = Math.min(item, this.#first ?? item);
  }

  /** The items in front of it. */
  of(items: unknown[]): unknown[] {
    if (this.#first === undefined) return items;
    failed(this.#run, this.#plan, this.#run.meter.stop, { before: this.#path, key: this.#first }, false);
    return items.slice(0, this.#first);
  }
}

/** A list whose items are still coming: each is completed as soon as it is there. */
const coming = async (
  run: Run,
  plan: FieldPlan,
  items: AsyncIterable<unknown>,
  path: Path,
  complete: Complete,
  isNonNullItem: boolean,
): Promise<unknown[]> => {
  const done: unknown[] = [];
  const end = new EarlyEnd(run, plan, path);
  try {
    for await (const item of items) {
      run.meter.check();
      run.meter.items(1);
      const shown = completed(run, plan, item, { before: path, key: done.length }, complete, isNonNullItem);
      const at = done.length;
      const heard = isPromise(shown) ? shown.then(undefined, (error) => end.at(at, error)) : shown;
      // It is waited for with the others, when all are there; till then it may fail unheard.
      if (isPromise(heard)) forget([heard]);
      done.push(heard);
    }
  } catch (error) {
    await Promise.allSettled(done);
    end.at(done.length, error);
  }
  return end.of(await Promise.all(done));
};

const completed = (
  run: Run,
  plan: FieldPlan,
  item: unknown,
  path: Path,
  complete: Complete,
  isNonNullItem: boolean,
): unknown => {
  const fail = (error: unknown) => failed(run, plan, error, path, isNonNullItem);
  try {
    const done = isPromise(item)
      ? item.then((value) => inSlice(run, () => complete(run, plan, value, path)))
      : complete(run, plan, item, path);
    return isPromise(done) ? done.then(undefined, fail) : done;
  } catch (error) {
    return fail(error);
  }
};
