/** A question about the items of a list: what has to be known of each, and what follows from that. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import { type Context, decidingContext } from '../../resolvers/context.ts';
import { endsWalk, type Judge, type Verdict } from '../../resolvers/matches.ts';
import { type Selected, type SelectingFor, type Taken, takeFrom } from '../../src/engine/executor/select.ts';
import type { ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { carried } from '../../src/zoom/declare/entity.ts';
import { asText } from '../plan/cost-collector.ts';
import { extensionsOf, requiredBy } from '../plan/selection.ts';
import { all, type Filter, type Test, testOf } from './filter.ts';
import { type SortKey, sortKeysOf } from './order.ts';
import { searchParam } from './push-down.ts';
import { searchTest } from './search.ts';
import { Selection } from './selection.ts';

/** What a client asks of the items of a connection: its arguments. */
export interface Asked {
  readonly where?: Filter | null;
  readonly search?: string | null;
  readonly orderBy?: readonly Filter[] | null;
}
export interface Question {
  /** All that is looked at. */
  readonly selected: Selected;
  /** The part of it that the list tells; the same where that is all, undefined where it is nothing. */
  readonly told: Selected | undefined;
  readonly test: Test;
  /** Whether all that it looks at was read of whatever is meant: no part of it decides alone. */
  readonly isReadOfMeant: boolean;
  /** Whether it looks at this field of an item. */
  looksAt(field: string): boolean;
  /** Tells it from other questions. */
  readonly text: string;
  /** What those that are meant are sorted by. */
  readonly order?: Order;
}
export interface Order {
  readonly selected: Selected;
  readonly keys: readonly SortKey[];
}
interface Around extends SelectingFor {
  readonly type: GraphQLObjectType;
  readonly list: ListEndpoint;
  readonly maxFirst: number;
}

/** Undefined where nothing is asked but what the list's own arguments say. The arguments are the same object wherever a field is resolved in one run. */
export const questionOf = (asked: Asked, around: Around): Question | undefined => {
  const known = questions.get(asked);
  if (known) return known.question;
  const question = questionBy(asked, around);
  questions.set(asked, { question });
  return question;
};
const questions = new WeakMap<Asked, { readonly question: Question | undefined }>();

const questionBy = (asked: Asked, around: Around): Question | undefined => {
  const { type, list } = around;
  const where = asked.where ?? undefined;
  const search = searchParam(list, asked) ? undefined : asked.search?.trim();
  const orderBy = asked.orderBy ?? [];
  if (!where && !search && orderBy.length === 0) return undefined;
  const selection = new Selection();
  const tests = [
    ...(where ? [testOf(where, type, selection, around)] : []),
    ...(search ? [searchTest(search, type, selection, isToldBy(carried(list)))] : []),
  ];
  selection.refuseDeep('where');
  const selected = selection.over(around, type);
  const keys = carried(list, requiredBy(selected.plan));
  const part = selection.part(type, isToldBy(keys));
  const isAll = part?.size === selection.size || selection.isEmpty;
  return {
    selected,
    told: isAll ? selected : part?.over(around, type),
    test: all(tests),
    isReadOfMeant: !where || !hasChoice(where),
    looksAt: (field) => selected.plan.fields.some(({ name }) => name === field),
    text: asText([where, search, orderBy]),
    ...(orderBy.length > 0 && { order: orderOf(orderBy, around) }),
  };
};
/** Whether a filter may hold for one part of it, whatever the others say. */
const hasChoice = (filter: unknown): boolean =>
  typeof filter === 'object' &&
  filter !== null &&
  Object.entries(filter).some(([name, within]) => name === 'or' || name === 'not' || hasChoice(within));
const orderOf = (orderBy: readonly Filter[], around: Around): Order => {
  const { type, withholding } = around;
  const selection = new Selection();
  const keys = sortKeysOf('orderBy', orderBy, type, selection, withholding);
  return { selected: selection.over(around, type), keys };
};
/** Tells the fields that the item of a list shows by itself, when it holds these keys, or an object within it. */
const isToldBy =
  (keys: ReadonlySet<string>) =>
  (field: GraphQLField<unknown, unknown>, depth: number): boolean => {
    const { requires = [], fetches, cost } = extensionsOf(field);
    return !fetches && !cost && (depth > 0 || requires.every((key) => keys.has(key)));
  };

/** What is selected of each of these, by a context in which what fails is told of the one that it concerns. */
const taken = (
  selected: Selected,
  nodes: readonly unknown[],
  context: Context,
  { path }: GraphQLResolveInfo,
): Promise<readonly Promise<Taken>[]> => {
  const errors = nodes.map((): Error[] => []);
  const contextOf = (at: number) => decidingContext(context, (error) => errors[at]?.push(error));
  const { signal } = context.requestContext;
  return takeFrom(selected, nodes, contextOf, path, { signal }).then((all) =>
    all.map((one, at) =>
      one.then((taken) => ({ ...taken, errors: [...taken.errors, ...(errors[at] ?? [])] as never })),
    ),
  );
};

/** Judges the items of a list by a question. */
export const judgeOf = ({ selected, told, test }: Question, context: Context, info: GraphQLResolveInfo): Judge => ({
  told: async (nodes) => {
    if (!told) return nodes.map(() => undefined);
    const values = await Promise.all(await taken(told, nodes, context, info));
    // Whatever fails here is read again, and told then.
    return values.map(({ value, errors }) => (errors.length > 0 ? undefined : test(value)));
  },
  read: async (nodes) =>
    (await taken(selected, nodes, context, info)).map(async (one): Promise<Verdict> => {
      const { value, errors } = await one;
      const [error] = errors.map(rootOf);
      return error ?? test(value) === true;
    }),
});
/**
 * What is selected of each of these, for what is said of all of them together: null in the place of what could not be read, with an error at the
 * field that says it for each thing that went wrong. Throws where the request has no more time or calls.
 */
export const valuesOf = async (
  selected: Selected,
  nodes: readonly unknown[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly Taken[]> => {
  const said = new Set<string>();
  return Promise.all(
    (await taken(selected, nodes, context, info)).map(async (one) => {
      const known = await one;
      for (const error of known.errors.map(rootOf)) {
        if (endsWalk(error)) throw error;
        if (!said.has(error.message)) tellAt(info, error, context);
        said.add(error.message);
      }
      return known;
    }),
  );
};
/** An error beside the data of a field. */
export const tellAt = (info: GraphQLResolveInfo, error: Error, { addError }: Context): void =>
  addError(locatedError(error, info.fieldNodes, responsePathAsArray(info.path)));

/** What was thrown in the first place: the place where graphql found it is none of the client's. */
const rootOf = (error: Error & { readonly originalError?: Error | null }): Error => error.originalError ?? error;
