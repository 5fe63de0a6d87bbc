/** Reads of all kinds, by chance: lists within lists, lists of all users, questions, things by their ids, and walks by cursor. */
import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { schema } from '../../schema/index.ts';
import { endsOf, type Field, isNode, isRaw, type Raw, type Way, waysFrom } from '../exerciser/graph.ts';
import type { Result, Run } from '../run.ts';
import type { Dice } from './dice.ts';
import { type Terms, wrongIn } from './judge.ts';

/** Something that is done under faults, and the same without. */
export interface Trial {
  readonly name: string;
  ask(run: Run): Promise<Result>;
  /** What is wrong with what came of it, beside what comes of it without faults; in words. */
  judge(result: Result, truth: Result): string[];
}

const reading = (text: string, variables: object = {}, terms: Terms = {}): Trial => ({
  name: `${text} ${JSON.stringify(variables)}`,
  ask: (run) => run(text, variables),
  judge: (result, truth) => wrongIn(result, truth, terms),
});

/** What is no part of Zoom, and what shows answers as they came: whether that was one of a list or of a GET may differ. */
const APART: ReadonlySet<string> = new Set(['rateLimit', 'viewer', 'zoomGet', 'raw']);
const isLeaf = ({ name, type, args }: Field): boolean =>
  isLeafType(getNamedType(type)) && args.length === 0 && !APART.has(name);

/** Some of the fields of a type that hold values. */
const leavesOf = (type: GraphQLObjectType, dice: Dice): string => {
  const all = Object.values<Field>(type.getFields())
    .filter(isLeaf)
    .map(({ name }) => name);
  const some = Array.from({ length: Math.min(all.length, 4) }, () => dice.of(all));
  return [...new Set(['__typename', ...(isNode(type) ? ['id'] : []), ...some])].join(' ');
};

/** So many items at most of the first list on a way, of one within it, and so on. */
const MOST_ITEMS = [4, 2, 2];
const along = (way: Way, selected: string, dice: Dice): string =>
  way.reduceRight((within, { name, isList, args = '' }, i) => {
    const depth = way.slice(0, i).filter((step) => step.isList).length;
    if (!isList) return `${name}${args && `(${args})`} { ${within} }`;
    const first = 1 + dice(MOST_ITEMS[depth] ?? 1);
    return `${name}(first: ${first} ${args}) { pageInfo { hasNextPage } nodes { ${within} } }`;
  }, selected);

/** Lists that Zoom has for each user alone. */
const ACROSS: ReadonlySet<string> = new Set(['account meetings', 'account pastMeetings', 'account webinars']);
const isAcross = (way: Way): boolean => way.some(({ name }, i) => ACROSS.has(`${way[i - 1]?.name} ${name}`));

const QUESTIONS: readonly ((dice: Dice) => string)[] = [
  (dice) =>
    `{ users(first: ${1 + dice(40)}, where: { type: { eq: LICENSED } }) { pageInfo { hasNextPage } nodes { id email type } } }`,
  (dice) =>
    `{ users(first: ${1 + dice(40)}, orderBy: { ${dice.of(['email', 'lastLoginTime', 'dept'])}: ${dice.of(['ASC', 'DESC'])} }) { pageInfo { hasNextPage } nodes { id email } } }`,
  (dice) =>
    `{ users(first: 9, search: "${dice.of(['zo', 'an', 'example'])}") { pageInfo { hasNextPage } nodes { id displayName } } }`,
  () => '{ users { stats { count max { lastLoginTime } } groups(by: [DEPT], first: 5) { key { dept } count } } }',
  (dice) =>
    `{ users(first: ${1 + dice(9)}, where: { groups: { none: { name: { startsWith: "${dice.of(['S', 'E', 'M'])}" } } } }) { pageInfo { hasNextPage } nodes { id groups { name } } } }`,
  (dice) =>
    `{ users(first: ${1 + dice(6)}, where: { settings: { feature: { meetingCapacity: { gte: ${dice.of([100, 300])} } } } }) { pageInfo { hasNextPage } nodes { id email } } }`,
  (dice) =>
    `{ account { meetings(first: ${10 + dice(60)}) { pageInfo { hasNextPage } nodes { id topic duration } } } }`,
  () =>
    '{ account { meetings { totalCount stats { count sum { duration } } groups(by: [TYPE], first: 5) { key { type } count } } } }',
  (dice) =>
    `{ account { meetings(first: ${1 + dice(30)}, where: { duration: { gte: ${dice.of([30, 45, 60])} } }) { pageInfo { hasNextPage } nodes { id topic } } } }`,
  (dice) =>
    `{ me { meetings(first: 20, where: { topic: { contains: "${dice.of(['e', 'stand', 'review'])}" } }) { totalCount pageInfo { hasNextPage } nodes { id topic } } } }`,
  (dice) =>
    `{ groups(first: 9, orderBy: { name: ${dice.of(['ASC', 'DESC'])} }) { totalCount pageInfo { hasNextPage } nodes { id name } } }`,
  (dice) =>
    `{ phone { users(first: ${1 + dice(30)}, where: { extensionNumber: { isNull: false } }) { pageInfo { hasNextPage } nodes { id email } } } }`,
];

/** Lists of which each has several pages of so few items, as the way to them with what is selected there. */
const LONG: readonly (readonly [way: readonly string[], first: number])[] = [
  [['users'], 3],
  [['me', 'meetings'], 2],
  [['phone', 'users'], 3],
  [['account', 'meetings'], 20],
  [['groups'], 2],
  [['roles'], 2],
  [['phone', 'numbers'], 7],
];
/** A client goes on where it stopped so often, and no more. */
const MOST_REQUESTS = 60;

/** Goes through a list by its cursors, and goes on where an error has stopped it. */
const walking = (way: readonly string[], first: number): Trial => {
  const text = way.reduceRight(
    (within, name, i) =>
      i === way.length - 1
        ? `${name}(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } }`
        : `${name} { ${within} }`,
    '',
  );
  const steps = way.map((name) => ({ name, isList: false }));
  return {
    name: `walk of ${way.join('.')} by ${first}`,
    ask: async (run) => {
      const nodes: unknown[] = [];
      let after: string | null = null;
      for (let nth = 0; nth < MOST_REQUESTS; nth++) {
        const { data, errors = [] }: Result = await run(`query ($first: Int, $after: String) { ${text} }`, {
          first,
          after,
        });
        const strange = errors.filter(
          ({ extensions: { code } }) =>
            !['RATE_LIMITED', 'TIMEOUT', 'UPSTREAM_ERROR', 'UNAUTHENTICATED'].includes(code ?? ''),
        );
        if (strange.length > 0) return { data: { nodes }, errors: strange };
        // A list of all users leaves out those whose lists failed, and goes on behind them: the page is asked for once more.
        if (errors.length > 0 && isAcross(steps)) continue;
        const [list] = endsOf(data, steps);
        const { hasNextPage = true, endCursor = null } = (list?.pageInfo ?? {}) as {
          hasNextPage?: boolean;
          endCursor?: string | null;
        };
        nodes.push(...endsOf(list, [{ name: 'nodes', isList: false }]).map(({ id }) => id));
        if (!hasNextPage && errors.length === 0) return { data: { nodes } };
        after = endCursor ?? after;
      }
      return { data: null };
    },
    judge: (result, truth) =>
      result.data === null ? [`It has not ended after ${MOST_REQUESTS} requests.`] : wrongIn(result, truth),
  };
};

/** The things that were met, to be asked for by their ids. */
export class Met {
  readonly #ids = new Map<string, Set<string>>();

  learn(data: unknown): void {
    if (Array.isArray(data)) for (const one of data) this.learn(one);
    if (!isRaw(data)) return;
    const { id, __typename: type } = data as Raw;
    if (typeof id === 'string' && typeof type === 'string' && isNode(schema.getType(type) as GraphQLObjectType))
      this.#ids.set(type, (this.#ids.get(type) ?? new Set()).add(id));
    for (const value of Object.values(data)) this.learn(value);
  }

  some(dice: Dice, most: number): { readonly type: GraphQLObjectType; readonly ids: readonly string[] } | undefined {
    if (this.#ids.size === 0) return undefined;
    const [name, ids] = dice.of([...this.#ids]);
    return {
      type: schema.getType(name) as GraphQLObjectType,
      ids: Array.from({ length: 1 + dice(most) }, () => dice.of([...ids])),
    };
  }
}

/** Makes reads up. `met` is learnt from what they find. */
export const readsOf = (dice: Dice, met: Met): (() => Trial) => {
  const query = schema.getQueryType() as GraphQLObjectType;
  const ways = [...waysFrom(query)].filter(([type]) => type !== query);
  const wayward = (): Trial => {
    const [type, some] = dice.of(ways);
    const way = dice.of(some);
    if (way.some(({ name }) => APART.has(name))) return wayward();
    return reading(`{ ${along(way, leavesOf(type, dice), dice)} }`, {}, { leavesOut: isAcross(way) });
  };
  const byId = (): Trial => {
    const some = met.some(dice, 4);
    if (!some) return wayward();
    const { type, ids } = some;
    const selected = `__typename ... on ${type.name} { ${leavesOf(type, dice)} }`;
    return dice(2) === 0
      ? reading(`query ($id: ID!) { node(id: $id) { ${selected} } }`, { id: ids[0] })
      : reading(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${selected} } }`, { ids });
  };
  return () => {
    const kind = dice(20);
    if (kind < 11) return wayward();
    if (kind < 14) return byId();
    if (kind < 18) return reading(dice.of(QUESTIONS)(dice), {}, { leavesOut: true });
    return walking(...dice.of(LONG));
  };
};
