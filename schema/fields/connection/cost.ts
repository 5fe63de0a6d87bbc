/** What a connection costs. */
import { leastSeen, pagesAhead, pagesOfAll } from '../../../resolvers/connection/ahead.ts';
import { type ListQuery, USUAL_SIZE } from '../../../resolvers/connection/query.ts';
import { undeclaredKey } from '../../../resolvers/entity.ts';
import { pagesOf } from '../../../resolvers/pages.ts';
import { paramsIn } from '../../../src/zoom/declare/endpoint.ts';
import { asking, toldBy } from '../../../src/zoom/declare/entity.ts';
import { type Cost, type CostContext, callersOf, keyFieldsOf, type ObjectSet } from '../../plan/cost.ts';
import type { Question } from '../../questions/question.ts';
import { ToldAccount } from '../../types/ids.ts';
import { askedOf, questionAt } from './asked.ts';
import { type Args, type ConnectionOptions, fanOf, type Owners } from './options.ts';
import {
  needsAll,
  needsOwner,
  readBy,
  readsForTotal,
  showsAll,
  showsCursors,
  showsItems,
  showsTotal,
} from './shows.ts';

/** The pages of the list, for each parent; below them as many items as are asked for. */
export const costOf =
  <P>(options: ConnectionOptions<P>) =>
  (asked: CostContext<Args>): Cost => {
    const { args, plan, schema, hints, maxFirst } = asked;
    const question = questionAt(options.list, plan, args, asked);
    const query = askedOf(options, args, maxFirst, plan, new ToldAccount(schema, hints), question);
    if (!showsItems(plan) && !showsTotal(plan) && !showsAll(plan)) return {};
    const { across, only } = options;
    const isWhole = needsAll(plan, question) || (readsForTotal(options) && showsTotal(plan));
    const listed = listingOf(options, query, asked);
    if (across) return costAcross(across, { ...listed, question, isWhole }, asked);
    if (question || isWhole || only) return costOfWalk({ ...listed, question, isWhole }, asked);
    return costOfPages(listed, asked);
  };

type Items = Pick<ObjectSet, 'id' | 'count' | 'of' | 'known' | 'areItems' | 'proof'>;
/** What one connection lists: for whom, by which query, and what is known of its items. */
interface Listing {
  readonly query: ListQuery;
  readonly callers: ReturnType<typeof callersOf>;
  /** What tells its calls from others. */
  readonly named: readonly unknown[];
  /** The items that are shown. */
  readonly items: Items;
  /** A set with its accounts, where each item is in one of its own. */
  readonly below: (items: ObjectSet) => ObjectSet;
  readonly needsId: boolean;
}
interface Walked extends Listing {
  readonly question: Question | undefined;
  /** The list is read to its end, since something is asked of all its items. */
  readonly isWhole: boolean;
}

const listingOf = <P>(options: ConnectionOptions<P>, query: ListQuery, asked: CostContext<Args>): Listing => {
  const { list, of, path, parentQuery, verifyExists } = options;
  const { query: filters, perValue, from, to, first, after, wanted: fields } = query;
  const { plan, parents } = asked;
  const callers = parentQuery ? parents : callersOf(list, asked, path);
  const named = [filters, Object.keys(parentQuery ?? {}), perValue, from, to, asking(list, fields)];
  const known = new Set(verifyExists || !of ? [] : [...toldBy(of, list, fields), ...keyFieldsOf(of)]);
  const id = `${callers.id}/${list.path}${JSON.stringify([named, first, after])}`;
  const proof = verifyExists && { proof: 'own' as const };
  return {
    query,
    callers,
    named,
    items: { id, count: callers.count * first, of, known, areItems: true, ...proof },
    below: (items) =>
      of?.key.accountId ? { ...items, accounts: { id: items.id, count: items.count, isSub: true } } : items,
    needsId: (!path && (Boolean(after) || showsCursors(plan))) || needsOwner(options, plan),
  };
};

/** The items with what a question reads of all of them before it shows some. */
const asCandidates = ({ items, question }: Walked): Items => ({
  ...items,
  known: new Set([...items.known, ...readBy(question)]),
});
/** What a question selects of all that it is asked of. */
const selectedOf = ({ question }: Walked, all: ObjectSet) =>
  [question, question?.order].flatMap((one) => (one ? [{ ...one.selected, of: all }] : []));

/** The lists of all owners, one after another. */
const costAcross = (across: Owners, walked: Walked, asked: CostContext<Args>): Cost => {
  const { query, callers, named, items, question, isWhole } = walked;
  const owners = sizeSeen(fanOf(across, query).owners, callers, asked) ?? LIKELY_SIZE.account;
  const isGuess = { isEstimated: true, endsItself: !isWhole };
  const lists = { id: `${callers.id} across ${across.of.name}`, count: callers.count * owners };
  const { of, known } = items;
  const id = `${items.id}${question?.text ?? ''}`;
  const all = asked.child({ id, count: lists.count * LIKELY_EACH, of, known, ...isGuess });
  return {
    calls: [
      { endpoint: across.list, each: pagesOf(across.list, owners), callers, query: across.query, ...isGuess },
      { endpoint: query.list, each: pagesOfAll(query, LIKELY_EACH), callers: lists, query: named, ...isGuess },
    ],
    selects: selectedOf(walked, all),
    returns: asked.child({ ...asCandidates(walked), all }),
  };
};

/** The candidates of a question, or the whole list. */
const costOfWalk = (walked: Walked, asked: CostContext<Args>): Cost => {
  const { query, callers, named, items, below, needsId, question, isWhole } = walked;
  const { args, parents, child } = asked;
  const seen = sizeSeen(query, callers, asked);
  const size = seen ?? (callers === parents.accounts ? LIKELY_SIZE.account : LIKELY_SIZE.other);
  const isGuess = { isEstimated: true, endsItself: !isWhole };
  // Where the list tells a part of what is asked, nobody knows for how many the rest is read.
  const isEach = isWhole && (!(args.where || args.search) || question?.told === undefined);
  const { of, known } = items;
  const id = `${items.id}${question?.text ?? ''}`;
  const least = !isEach || !isOwnAccounts(query, callers, asked) ? 0 : (seen ?? asked.leastOf(asWalked(query)));
  const all = below(child({ id, count: callers.count * size, least, of, known, ...isGuess }));
  const each = pagesOfAll(query, size);
  return {
    calls: [
      {
        endpoint: query.list,
        each,
        least: isWhole && seen !== undefined ? each : 1,
        callers,
        query: named,
        ...isGuess,
      },
    ],
    selects: selectedOf(walked, all),
    returns: below(child({ ...asCandidates(walked), all })),
    needsId,
  };
};

/** As many pages as the items that are asked for take. */
const costOfPages = ({ query, callers, named, items, below, needsId }: Listing, asked: CostContext<Args>): Cost => {
  const { plan, hints, leastOf, child } = asked;
  const { list, of, first, after, wanted: fields } = query;
  const areShown = showsItems(plan);
  const calls = {
    endpoint: list,
    each: pagesAhead(query, areShown ? 'items' : 'total'),
    // The list may be shorter than is asked for.
    least: 1,
    callers,
    // All that ask for no more than a usual page read the same one.
    query: areShown && (after || first > USUAL_SIZE) ? [named, first, after] : named,
    // Windows overlap, so that a page may hold items which are not shown; a cursor's page may be gone.
    isEstimated: Boolean(after) || list.window !== undefined,
  };
  const least = areShown && isOwnAccounts(query, callers, asked) ? leastOf(query) : 0;
  const likely = of && hints.undeclared.get(undeclaredKey(of, list, fields));
  return { calls: [calls], returns: below(child({ ...items, least, likely })), needsId };
};

/** How many items each of many owners is taken to have. */
const LIKELY_EACH = 10;

/** How long a list is taken to be that nobody has seen: one of an account, and one of something in it. */
const LIKELY_SIZE = { account: 1000, other: 100 } as const;

/** Whether a list is one of the own account, and not of something in it: nothing in the path tells such lists apart. */
const isOwnAccounts = (
  { list }: ListQuery,
  callers: Pick<ObjectSet, 'id'>,
  { parents: { accounts } }: CostContext<Args>,
): boolean => callers === accounts && !accounts.isSub && paramsIn(list).length === 0;

/** How many items a list had when it was last seen; undefined where it was not, and of lists that belong to something in an account. */
const sizeSeen = (query: ListQuery, callers: Pick<ObjectSet, 'id'>, asked: CostContext<Args>): number | undefined => {
  if (!isOwnAccounts(query, callers, asked)) return undefined;
  return leastSeen(asked.hints.totals, { ...query, after: null }) || undefined;
};

/** The list as a walk over it begins: from its first item on, in pages as large as Zoom takes. */
const asWalked = (query: ListQuery): ListQuery => {
  const { max } = query.list.paging;
  const first = Number.isFinite(max) ? max * Math.ceil(LIKELY_SIZE.account / max) : LIKELY_SIZE.account;
  return { ...query, after: null, first };
};
