/** Runs: one execution of a plan. */
import { type GraphQLResolveInfo, locatedError } from 'graphql';
import { framelessly } from '../plain-error.ts';
import { argumentsOf } from './arguments.ts';
import { makingOf } from './making.ts';
import { isPromise } from './promises.ts';
import type { Args, FieldPlan, ObjectPlan, Path, PlannedInfo, Run } from './types.ts';

/** The fields of an object, side by side. Rejects or throws when a field that cannot be null failed. */
export const executeFields = (run: Run, plan: ObjectPlan, parent: unknown, path: Path | undefined): unknown => {
  const { bytes, blank, leaves } = plan.making ?? makingOf(plan, run.operation);
  run.meter.object(plan.fields.length, bytes);
  const read = leaves?.read(parent);
  if (leaves) run.meter.text(leaves.taken());
  if (!leaves || !read) return fill(run, blank(), plan.fields, parent, path);
  const { others } = leaves;
  return others.length === 0 ? read : fill(run, read, others, parent, path);
};

/** Gives an object the values of some of its fields. */
const fill = (
  run: Run,
  made: Record<string, unknown>,
  fields: readonly FieldPlan[],
  parent: unknown,
  path: Path | undefined,
): unknown => {
  let late: Promise<unknown>[] | undefined;
  try {
    for (const field of fields) {
      const value = executeField(run, field, parent, path);
      if (isPromise(value)) {
        late ??= [];
        late.push(
          value.then((done) => {
            made[field.name] = done;
          }),
        );
      } else made[field.name] = value;
    }
  } catch (error) {
    if (!late) throw error;
    // The others are heard to the end, as graphql-js does: what they have to tell belongs to the answer.
    return Promise.allSettled(late).then(() => {
      throw error;
    });
  }
  return late ? Promise.all(late).then(() => made) : made;
};

/** The fields of a mutation, one after another. */
export const executeSerially = async (run: Run, plan: ObjectPlan, parent: unknown): Promise<unknown> => {
  const { blank } = plan.making ?? makingOf(plan, run.operation);
  const made = blank();
  for (const field of plan.fields) made[field.name] = await executeField(run, field, parent, undefined);
  return made;
};

const NOWHERE: Path = { before: undefined, key: '' };

const executeField = (run: Run, plan: FieldPlan, parent: unknown, before: Path | undefined): unknown => {
  // Most fields are leaves, which have no use for their path so long as they do not fail.
  const path = plan.isLeaf && !plan.wantsInfo ? NOWHERE : { before, key: plan.name };
  try {
    run.meter.check();
    const value = plan.resolve(
      parent,
      argsOf(run, plan),
      run.context,
      (plan.wantsInfo ? infoOf(run, plan, path) : undefined) as GraphQLResolveInfo,
    );
    const done = isPromise(value)
      ? value.then((late) => inSlice(run, () => plan.complete(run, plan, late, path)))
      : plan.complete(run, plan, value, path);
    if (!isPromise(done)) return done;
    return done.then(undefined, (error) => failed(run, plan, error, { before, key: plan.name }, plan.isNonNull));
  } catch (error) {
    return failed(run, plan, error, { before, key: plan.name }, plan.isNonNull);
  }
};

/** Works now, or as soon as others have run. */
export const inSlice = (run: Run, work: () => unknown): unknown => (run.meter.isDue() ? run.meter.slice(work) : work());

/**
 * Null in the place of what failed, with its error; what cannot be null hands the error on to what holds it, and so does everything when
 * the run is over.
 */
export const failed = (run: Run, { nodes }: FieldPlan, error: unknown, path: Path, isNonNull: boolean): null => {
  const located = (thrown: unknown) => framelessly(() => locatedError(thrown, nodes, keysOf(path)));
  if (!isNonNull) run.meter.error(error);
  if (run.meter.isOver(located)) throw error;
  if (isNonNull) throw located(error);
  run.errors.push(located(error));
  return null;
};
const keysOf = (path: Path): (string | number)[] => {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.before) keys.push(at.key);
  return keys.reverse();
};

const argsOf = (run: Run, plan: FieldPlan): Args => {
  const known = plan.args ?? run.args[plan.index];
  if (known) return known;
  const given = argumentsOf(plan, run.variables);
  run.args[plan.index] = given;
  return given;
};

/** What graphql tells a resolver, and the plan of its field. Few resolvers look at any of it, hence the getters. */
class Info implements PlannedInfo {
  readonly plan: FieldPlan;
  readonly #run: Run;
  readonly #path: Path;

  constructor(run: Run, plan: FieldPlan, path: Path) {
    this.#run = run;
    this.plan = plan;
    this.#path = path;
  }

  get fieldName() {
    return this.plan.field.name;
  }
  get fieldNodes() {
    return this.plan.nodes;
  }
  get returnType() {
    return this.plan.field.type;
  }
  get parentType() {
    return this.plan.parentType;
  }
  get path() {
    return pathOf(this.#path);
  }
  get schema() {
    return this.#run.operation.schema;
  }
  get fragments() {
    return this.#run.operation.fragments;
  }
  get rootValue() {
    return this.#run.root;
  }
  get operation() {
    return this.#run.operation.operation;
  }
  get variableValues() {
    return this.#run.variables;
  }
}
export const infoOf = (run: Run, plan: FieldPlan, path: Path): GraphQLResolveInfo => new Info(run, plan, path);

const pathOf = ({ before, key }: Path): GraphQLResolveInfo['path'] => ({
  prev: before && pathOf(before),
  key,
  typename: undefined,
});
