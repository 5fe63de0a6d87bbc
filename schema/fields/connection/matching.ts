/** Those of the items that a question means, in the order that it asks for. */
import type { GraphQLResolveInfo } from 'graphql';
import type { ListQuery } from '../../../resolvers/connection/query.ts';
import type { Context } from '../../../resolvers/context.ts';
import type { Entity } from '../../../resolvers/entity.ts';
import { fanOver } from '../../../resolvers/fan.ts';
import {
  type AllMatches,
  type Asking,
  allMatchesOf,
  type Judge,
  type Matches,
  matchesOf,
  type Verdict,
} from '../../../resolvers/matches.ts';
import { beginOf, sortedEdges } from '../../../resolvers/sorted.ts';
import type { Store } from '../../../resolvers/store.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import { ZoomError } from '../../../src/zoom/client/client.ts';
import { judgeOf, type Order, type Question, valuesOf } from '../../questions/question.ts';
import { type Admission, admitted } from './admission.ts';
import { proofOf } from './existing.ts';
import { tellFailures } from './failures.ts';
import { type ConnectionOptions, fanOf } from './options.ts';
import { ownedBy } from './owned.ts';
import { type Listed, nodeOf, type Page, shown } from './page.ts';
import { needsAll, readsForTotal, showsTotal } from './shows.ts';

/** Which items are meant, and how many of them there is time for. */
interface Meant {
  readonly query: ListQuery;
  readonly question: Question | undefined;
  readonly admit: Admission | undefined;
}

/** Those of the items that a question means. What is asked of all of them is answered by the walk that finds the page. */
export const matching = async (
  options: ConnectionOptions<never>,
  { query, question, admit }: Meant,
  parent: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Page> => {
  const { withParent, verifyExists, across, only } = options;
  const { store, note, requestContext, isDeciding } = context;
  const judge = question ? judgeOf(question, context, info) : ALL;
  const asking: Asking = {
    store,
    note,
    requestContext,
    judge: verifyExists ? verifying(judge, store, proofOf(info)) : only ? picking(judge, only) : judge,
    ...(withParent && { as: ownedBy(parent, context) }),
    ...(across && { walk: (of: ListQuery) => fanOver(store, of, fanOf(across, of), note) }),
    isStrict: isDeciding,
  };
  const tell = ({ failures }: Pick<Matches, 'failures'>) => tellFailures({ failures }, context, info);
  if (!needsAll(planIn(info), question) && !(readsForTotal(options) && showsTotal(planIn(info)))) {
    const matches = await matchesOf(query, asking);
    tell(matches);
    return shown({ ...admitted(matches, admit, query.after), total: async () => null });
  }

  const { order } = question ?? {};
  const all = await allMatchesOf(order ? { ...query, after: null } : query, asking);
  if (order && all.ended) throw all.ended;
  tell(all);
  const whole = async () => {
    if (all.ended) throw all.ended;
    return all.edges;
  };
  const page = order ? await inOrder(order, all.edges, query, context, info) : all.page();
  return {
    ...shown({ ...admitted(page, admit, query.after), total: async () => (await whole()).length }),
    all: async () => ({ nodes: (await whole()).map(nodeOf) }),
  };
};

const ALL: Judge = {
  told: async (nodes) => nodes.map(() => true),
  read: async (nodes) => nodes.map(async () => true),
};

/** The same of items of which their list proves nothing: those that Zoom does not have are not meant. */
const verifying = (judge: Judge, store: Store, fields: Iterable<string>): Judge => ({
  told: async (nodes) => nodes.map(() => undefined),
  read: async (nodes) => {
    const there = nodes.map((node) => store.fetch(node as Entity, fields).then(() => true, asVerdict));
    const verdicts = await judge.read(nodes);
    return there.map(async (exists, i) => ((await exists) === true ? (verdicts[i] ?? false) : exists));
  },
});

/** The same of those alone of which the list tells that they are meant. */
const picking = (judge: Judge, only: NonNullable<ConnectionOptions<never>['only']>): Judge => ({
  told: async (nodes) => {
    const verdicts = await judge.told(nodes);
    return nodes.map((node, i) => (only(node as Entity) ? verdicts[i] : false));
  },
  read: judge.read,
});

const asVerdict = (error: unknown): Verdict =>
  error instanceof ZoomError && error.kind === 'NOT_FOUND' ? false : (error as Error);

/** The `first` items behind `after` in an order of the client's. */
const inOrder = async (
  { selected, keys }: Order,
  edges: AllMatches['edges'],
  query: ListQuery,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Omit<Listed, 'total'>> => {
  const known = await valuesOf(selected, edges.map(nodeOf), context, info);
  const read = known.map(({ value }) => keys.map((key) => key.read(value)));
  const sorted = sortedEdges<unknown>(edges, read, keys, query);
  const begin = beginOf(sorted, keys, query);
  const end = begin + query.first;
  return {
    edges: sorted.slice(begin, end),
    hasNextPage: sorted.length > end,
    hasPreviousPage: Boolean(query.after),
  };
};
