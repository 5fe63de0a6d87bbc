/** Executes operations by plans that are made once for each document, operation and choice of `@skip` and `@include`. */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { Optimizations } from '../optimizations.ts';
import { keep, type Planned, planNamed } from './kept-plans.ts';
import { type Bounds, Meter } from './meter.ts';
import { nameOf } from './names.ts';
import { rootPlan } from './plan.ts';
import { isPromise } from './promises.ts';
import { executeFields, executeSerially } from './run.ts';
import type { ObjectPlan, Operation, Run, Variables, Withholding } from './types.ts';
import { withholdingIn } from './withholding.ts';

type Executed = ExecutionResult | Promise<ExecutionResult>;
type Pieces = Pick<Optimizations, 'leafReaders' | 'slices'>;
const ALL: Pieces = { leafReaders: true, slices: true };

/**
 * Executes within bounds; undefined for what is left to the usual executor: documents of which it tells what is wrong. Of a subscription, it executes what is
 * selected of one event, which is the root value.
 * An answer that gets too large is none: its one error says so.
 */
export const executePlanned = (args: ExecutionArgs, bounds?: Bounds, pieces = ALL): Executed | undefined => {
  const prepared = preparedOf(args);
  if (!prepared) return undefined;
  const { schema, rootValue, contextValue, variableValues } = args;
  const { operation, definitions } = prepared;
  const coerced = getVariableValues(schema, definitions, variableValues ?? {}, { maxErrors: 50 });
  if (coerced.errors) return { errors: coerced.errors };
  const planned = planFor(prepared, coerced.coerced, pieces, withholdingIn(args));
  const { plan, operation: of } = planned;
  const meter = new Meter(bounds, pieces.slices);
  const run: Run = {
    operation: of,
    root: rootValue,
    context: contextValue,
    variables: coerced.coerced,
    errors: [],
    meter,
    args: [],
  };
  const isSerial = operation.operation === OperationTypeNode.MUTATION;
  const over = (error: GraphQLError): ExecutionResult => ({ errors: [error], data: null });
  const answer = (data: unknown): ExecutionResult => {
    keep(planned);
    if (meter.over) return over(meter.over);
    return run.errors.length > 0
      ? { errors: [...run.errors], data: data as ExecutionResult['data'] }
      : { data: data as ExecutionResult['data'] };
  };
  const fail = (error: unknown): ExecutionResult => {
    run.errors.push(error as GraphQLError);
    return answer(null);
  };
  try {
    const data = isSerial ? executeSerially(run, plan, rootValue) : executeFields(run, plan, rootValue, undefined);
    if (!isPromise(data)) return answer(data);
    // What is under way when the answer gets too large is not waited for.
    // A promise of our own in place of the race was tried: answers then lived till the next full collection (W1: a quarter more CPU).
    return Promise.race([data.then(answer, fail), meter.whenOver().then(over)]);
  } catch (error) {
    return fail(error);
  }
};

/**
 * What a look at the plan of an operation finds, with the variables as they are given: undefined where there is no plan, or the
 * variables are wrong, of which execution tells. What is planned meanwhile is kept.
 */
export const overPlan = <T>(
  args: ExecutionArgs,
  look: (root: ObjectPlan, variables: Variables) => T,
): T | undefined => {
  const prepared = preparedOf(args);
  if (!prepared) return undefined;
  const { coerced } = getVariableValues(args.schema, prepared.definitions, args.variableValues ?? {});
  if (!coerced) return undefined;
  const planned = planFor(prepared, coerced, ALL, withholdingIn(args));
  try {
    return look(planned.plan, coerced);
  } finally {
    keep(planned);
  }
};

/** What holds of an operation of a document over a schema, whatever its variables: found out once. Undefined where there is no plan. */
export const factOf = <T>(args: ExecutionArgs, find: (operation: Prepared) => T): T | undefined => {
  const prepared = preparedOf(args);
  if (!prepared) return undefined;
  const { facts } = prepared;
  if (!facts.has(find)) facts.set(find, find(prepared));
  return facts.get(find) as T;
};

/** What is known of a document's operation before it runs. */
export interface Prepared {
  readonly schema: GraphQLSchema;
  readonly operation: Operation['operation'];
  readonly definitions: readonly NonNullable<Operation['operation']['variableDefinitions']>[number][];
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** The variables on which `@skip` and `@include` hang. */
  readonly choices: readonly string[];
  /** Names the operation and its schema. */
  readonly name: string;
  /** What was found out, by whoever did. */
  readonly facts: Map<unknown, unknown>;
}
const documents = new WeakMap<DocumentNode, Map<string, Prepared>>();
const preparedOf = ({ schema, document, operationName }: ExecutionArgs): Prepared | undefined => {
  const known = documents.get(document) ?? new Map<string, Prepared>();
  documents.set(document, known);
  const name = `${nameOf(schema)} ${operationName ?? ''}`;
  const prepared = known.get(name) ?? prepare(schema, document, operationName);
  // Of operations that the document does not have there may be any number.
  if (prepared) known.set(name, prepared);
  return prepared;
};

const prepare = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): Prepared | undefined => {
  const operation = getOperationAST(document, operationName);
  if (!operation || !schema.getRootType(operation.operation)) return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  return {
    schema,
    operation,
    definitions: operation.variableDefinitions ?? [],
    fragments,
    choices: choicesIn(document),
    name: `${nameOf(document)} ${nameOf(schema)} ${operationName ?? ''} `,
    facts: new Map(),
  };
};

const choicesIn = (document: DocumentNode): string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: args = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
};

const planFor = (
  { schema, operation, fragments, choices, name }: Prepared,
  variables: Variables,
  { leafReaders }: Pieces,
  withholding: Withholding | undefined,
): Planned => {
  const chosenBy = choices.map((choice) => (variables[choice] ? '1' : '0')).join('');
  const key = `${name}${chosenBy}${leafReaders ? '' : ' plain'}${withholding ? ` without ${withholding.name}` : ''}`;
  const known = planNamed(key);
  if (known) return known;
  const chosen = Object.fromEntries(choices.map((choice) => [choice, variables[choice]]));
  const of: Operation = {
    schema,
    fragments,
    operation,
    variables: chosen,
    leafReaders,
    ...(withholding && { withholding }),
    size: 0,
  };
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation} type.`);
  return { plan: rootPlan(of, root), operation: of, name: key, counted: -1 };
};
