/** Runs: one execution of a plan. */
import { type GraphQLResolveInfo, getArgumentValues, locatedError } from 'graphql';
import { forget, isPromise } from './promises.ts';
import type { Args, FieldPlan, ObjectPlan, Path, Run } from './types.ts';

/** The fields of an object, side by side. Rejects or throws when a field that cannot be null failed. */
export const executeFields = (run: Run, plan: ObjectPlan, parent: unknown, path: Path | undefined): unknown => {
  const { fields, make } = plan;
  const values: unknown[] = [];
  let late: Promise<unknown>[] | undefined;
  try {
    for (let at = 0; at < fields.length; at++) {
      const value = executeField(run, fields[at]!, parent, path);
      values.push(value);
      if (isPromise(value)) {
        late ??= [];
        late.push(
          value.then((done) => {
            values[at] = done;
          }),
        );
      }
    }
  } catch (error) {
    if (late) forget(late);
    throw error;
  }
  return late ? Promise.all(late).then(() => make(values)) : make(values);
};

/** The fields of a mutation, one after another. */
export const executeSerially = async (run: Run, plan: ObjectPlan, parent: unknown): Promise<unknown> => {
  const values: unknown[] = [];
  for (const field of plan.fields) values.push(await executeField(run, field, parent, undefined));
  return plan.make(values);
};

const NOWHERE: Path = { before: undefined, key: '' };

const executeField = (run: Run, plan: FieldPlan, parent: unknown, before: Path | undefined): unknown => {
  // Most fields are leaves, which have no use for their path so long as they do not fail.
  const path = plan.isLeaf && !plan.wantsInfo ? NOWHERE : { before, key: plan.name };
  try {
    const value = plan.resolve(
      parent,
      argsOf(run, plan),
      run.context,
      (plan.wantsInfo ? infoOf(run, plan, path) : undefined) as GraphQLResolveInfo,
    );
    const done = isPromise(value)
      ? value.then((late) => plan.complete(run, plan, late, path))
      : plan.complete(run, plan, value, path);
    if (!isPromise(done)) return done;
    return done.then(undefined, (error) => failed(run, plan, error, { before, key: plan.name }, plan.isNonNull));
  } catch (error) {
    return failed(run, plan, error, { before, key: plan.name }, plan.isNonNull);
  }
};

/** Null in the place of what failed, with its error; what cannot be null hands the error on to what holds it. */
export const failed = (run: Run, { nodes }: FieldPlan, error: unknown, path: Path, isNonNull: boolean): null => {
  const located = locatedError(error, nodes, keysOf(path));
  if (isNonNull) throw located;
  run.errors.push(located);
  return null;
};
const keysOf = (path: Path): (string | number)[] => {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.before) keys.push(at.key);
  return keys.reverse();
};

const argsOf = (run: Run, { args, index, field, nodes }: FieldPlan): Args => {
  if (args) return args;
  const known = run.args[index];
  if (known) return known;
  const [node] = nodes;
  const given = node ? getArgumentValues(field, node, run.variables) : {};
  run.args[index] = given;
  return given;
};

/** What graphql tells a resolver, and where those who look ahead keep what they found: it is the same in each run of a plan. */
export const infoOf = (run: Run, plan: FieldPlan, path: Path): GraphQLResolveInfo & Pick<FieldPlan, 'memo'> => {
  const { schema, fragments, operation } = run.operation;
  const { field, nodes, parentType, memo } = plan;
  return {
    fieldName: field.name,
    fieldNodes: nodes as FieldPlan['nodes'] & GraphQLResolveInfo['fieldNodes'],
    returnType: field.type,
    parentType,
    get path() {
      return pathOf(path);
    },
    schema,
    fragments,
    rootValue: run.root,
    operation,
    variableValues: run.variables,
    memo,
  };
};
const pathOf = ({ before, key }: Path): GraphQLResolveInfo['path'] => ({
  prev: before && pathOf(before),
  key,
  typename: undefined,
});
