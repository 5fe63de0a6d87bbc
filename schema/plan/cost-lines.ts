/**
 * The cost of an operation before it runs. Its plan is walked as it would be executed, with object sets in place of objects; what hydration
 * adds is the planner's own reckoning (resolvers/cost.ts).
 */
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { leastSeen } from '../../resolvers/connection/ahead.ts';
import type { ListQuery } from '../../resolvers/connection/query.ts';
import { InputError } from '../../resolvers/errors.ts';
import type { Hints } from '../../resolvers/hints.ts';
import { argumentsOf } from '../../src/engine/executor/arguments.ts';
import { overPlan } from '../../src/engine/executor/index.ts';
import type { FieldPlan, ObjectPlan } from '../../src/engine/executor/types.ts';
import { withholdingIn } from '../../src/engine/executor/withholding.ts';
import { type Accounts, type CostContext, keyFieldsOf, type ObjectSet, type Selects } from './cost.ts';
import { asText, CostCollector, type CostLine, lineName } from './cost-collector.ts';
import { extensionsOf, fetches, requiredBy } from './selection.ts';

export interface CostOptions {
  readonly maxFirst: number;
  readonly hints: Hints;
  /** Is told of each list whose length counts and was not seen before: it is taken to be as long as may be. */
  readonly unseen?: (list: ListQuery) => void;
  /** Is told of each connection that is come upon, with the most items that it is asked for. */
  readonly connection?: (path: string, first: number) => void;
  /** What the `first` of the connection at this path would be in place of what it is. */
  readonly instead?: { readonly path: string; readonly first: number };
}

/** Fields that are walked at most: fragments within fragments can make a short document select any number of them. */
const MOST_FIELDS = 100_000;
/** How long a list within an answer is taken to be. */
const LIKELY_LENGTH = 10;
const OWN_ACCOUNT: Accounts = { id: '', count: 1, least: 1, isSub: false };
const START: ObjectSet = {
  id: '',
  count: 1,
  least: 1,
  accounts: OWN_ACCOUNT,
  batches: { id: '', count: 1 },
  isEstimated: false,
  known: new Set(),
};

/**
 * The calls that an operation makes at most, by operation of Zoom's. The document must be valid. Undefined when it cannot be
 * executed with this name and these variables. Throws a GraphQLError for one that selects more fields than can be looked at.
 */
export const costLinesOf = (args: ExecutionArgs, options: CostOptions): CostLine[] | undefined =>
  overPlan(args, (root, variables) => {
    const collector = new CostCollector();
    const { schema } = args;
    const withholding = withholdingIn(args);
    new Walk({ ...options, schema, withholding, variables, root, collector }).over(root, START, []);
    return collector.lines(options.hints);
  });

/**
 * The calls that are made for the items of a list that is at hand, with what is selected of them: `items` are such as its connection gives,
 * and `read` is what was read of each of them already.
 */
export const itemLinesOf = (
  connection: ObjectPlan,
  items: Pick<ObjectSet, 'id' | 'count' | 'of' | 'known' | 'likely'>,
  of: Omit<Walking, 'root' | 'collector'>,
  read: readonly Pick<Selects, 'plan' | 'variables'>[] = [],
): CostLine[] => {
  const collector = new CostCollector();
  const place: ObjectSet = { ...START, ...items, least: items.count };
  for (const { plan, variables } of read) new Walk({ ...of, variables, root: plan, collector }).over(plan, place, []);
  const before = new Map(collector.lines(of.hints).map((line) => [lineName(line), line]));
  new Walk({ ...of, root: connection, collector }).overItems(connection, place, []);
  return collector.lines(of.hints).map((line) => {
    const { calls = 0, binding = 0 } = before.get(lineName(line)) ?? {};
    return { ...line, calls: line.calls - calls, binding: line.binding - binding };
  });
};

interface Walking extends CostOptions, Pick<CostContext, 'withholding'> {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly root: ObjectPlan;
  readonly collector: CostCollector;
}
/** Goes through the plan of an operation as if it were executed. */
class Walk {
  readonly #of: Walking;
  /** The mutations that make the calls of others, by these. */
  readonly #makers = new Map<FieldPlan, FieldPlan>();
  #walked = 0;

  constructor(of: Walking) {
    this.#of = of;
  }

  /** The fields that are selected of a set of objects. */
  over(objects: ObjectPlan, place: ObjectSet, path: readonly string[]): void {
    const { schema, root, collector } = this.#of;
    if (place.of?.name === objects.type.name) {
      const requires = new Set(requiredBy(objects));
      if (place.proof && requires.size === 0 && (place.proof === 'own' || !fetches(objects))) requires.add('');
      collector.want(place, requires, path);
    }
    for (const plan of objects.fields) {
      const { field, name } = plan;
      if (field.name.startsWith('__')) continue;
      if (++this.#walked > MOST_FIELDS) throw tooManyFields();
      const at = [...path, name];
      // Mutations run one after another, and each forgets what was known before.
      const isAlone = objects === root && root.type === schema.getMutationType();
      const next = getNamedType(field.type);
      for (const given of isAlone ? this.#mutation(plan, place, at) : this.#given(plan, place, at)) {
        const type = isObjectType(next) ? next : schema.getType(given.of?.name ?? given.typeName ?? '');
        if (!isObjectType(type)) continue;
        if (given.areItems) this.overItems(plan.below(type), given, at);
        else this.over(plan.below(type), given, at);
      }
    }
  }

  /** What is selected of the items of a connection. */
  overItems({ fields }: ObjectPlan, items: ObjectSet, path: readonly string[]): void {
    const { areItems: _, all, ...place } = items;
    for (const plan of fields) {
      const type = getNamedType(plan.field.type);
      if (!isObjectType(type)) continue;
      const at = [...path, plan.name];
      if (['nodes', 'node'].includes(plan.field.name)) this.over(plan.below(type), place, at);
      if (plan.field.name === 'edges') this.overItems(plan.below(type), items, at);
      if (all && extensionsOf(plan.field).cost)
        for (const given of this.#given(plan, all, at)) this.over(plan.below(type), given, at);
    }
  }

  /** The same of a mutation: one whose call another makes gives the same objects, at no cost of its own. */
  #mutation(plan: FieldPlan, place: ObjectSet, path: readonly string[]): readonly ObjectSet[] {
    const { schema, hints, variables } = this.#of;
    const maker = this.#makers.get(plan) ?? plan;
    if (maker === plan)
      for (const follower of extensionsOf(plan.field).makesToo?.({ plan, variables, schema, hints }) ?? [])
        this.#makers.set(follower, plan);
    const { name } = maker;
    const own = { ...place, id: `#${name}`, accounts: { ...OWN_ACCOUNT, id: `#${name}` } };
    return this.#given(plan, own, path, maker);
  }

  /** What a field gives, when what it costs has been collected. `like` gives the same objects. */
  #given(plan: FieldPlan, parents: ObjectSet, path: readonly string[], like = plan): readonly ObjectSet[] {
    const { schema, withholding, maxFirst, hints, collector } = this.#of;
    const { field } = plan;
    const args = this.#argsOf(plan, path);
    const told = like === plan ? args : this.#argsOf(like, path);
    const id = `${parents.id}/${field.name}${Object.keys(told).length > 0 ? asText(told) : ''}`;
    const isList = isListType(getNullableType(field.type));
    const { cost, exposesId, requires = [] } = extensionsOf(field);
    const isFirstRead = parents.of !== undefined && requires.some((key) => !parents.known.has(key));
    const batches = isFirstRead ? parents : parents.batches;
    // Several parents may lead to the same entity.
    const child = ({ of, least = of ? 0 : parents.least, ...more }: Partial<ObjectSet> = {}): ObjectSet => ({
      id,
      count: parents.count * (isList ? LIKELY_LENGTH : 1),
      // Where there may be no parent there may be no child.
      least: isList || !parents.least ? 0 : least,
      accounts: parents.accounts,
      batches,
      isEstimated: parents.isEstimated || isList,
      endsItself: parents.endsItself,
      known: START.known,
      parent: parents,
      ...(of && { of }),
      ...more,
    });
    try {
      const leastOf = (list: ListQuery) => this.#leastOf(list);
      const context: CostContext = { parents, args, plan, schema, withholding, maxFirst, hints, leastOf, child };
      const { calls = [], loads = [], selects = [], returns, needsId } = cost?.(context as CostContext<never>) ?? {};
      for (const call of calls) collector.call(call, parents, path);
      for (const load of loads) collector.want(load, new Set(load.fields), path);
      for (const { plan: objects, variables, of } of selects)
        new Walk({ ...this.#of, variables, root: objects }).over(objects, of, path);
      if ((needsId || exposesId) && parents.of && parents.isByAlias)
        collector.want(parents, keyFieldsOf(parents.of), path);
      const [call] = calls;
      if (!returns || !call) return [returns ?? child()].flat();
      // Each call finds its objects at a moment of its own, unless more is said of that.
      const found = { id, count: call.callers.count };
      return [returns].flat().map((place) => (place.batches === batches ? { ...place, batches: found } : place));
    } catch (error) {
      // The field will be refused for what was given to it, before it makes a call.
      if (error instanceof InputError) return [];
      throw error;
    }
  }

  #argsOf(plan: FieldPlan, path: readonly string[]): Record<string, unknown> {
    const { variables, connection, instead } = this.#of;
    const args = argumentsOf(plan, variables);
    if (!connection && !instead) return args;
    const at = path.join('.');
    const { first } = args;
    if (typeof first === 'number') connection?.(at, first);
    return instead?.path === at ? { ...args, first: instead.first } : args;
  }

  #leastOf(list: ListQuery): number {
    const { hints, unseen } = this.#of;
    const seen = leastSeen(hints.totals, list);
    if (seen === undefined) unseen?.(list);
    return Math.min(list.first, seen ?? (unseen ? list.first : 0));
  }
}

const tooManyFields = () =>
  new GraphQLError(`The operation selects more than ${MOST_FIELDS} fields. Ask for less at once.`, {
    extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } },
  });
