/** Lists as Relay connections, forward only: Zoom cannot page backwards. */
import type { FieldKind, ObjectRef, SchemaTypes } from '@pothos/core';
import { RootFieldBuilder } from '@pothos/core';
import { type GraphQLResolveInfo, getNamedType, isObjectType, locatedError, responsePathAsArray } from 'graphql';
import { callFor, partFor } from '../../resolvers/call-for.ts';
import {
  type Connection,
  connectionOf,
  countOf,
  cursorOfNew,
  type Edge,
  fieldsOfCursor,
  type ListQuery,
  leastSeen,
  pagesAhead,
  pagesOfAll,
  USUAL_SIZE,
} from '../../resolvers/connection.ts';
import type { Context } from '../../resolvers/context.ts';
import { Entity, type Params, undeclaredKey } from '../../resolvers/entity.ts';
import { InputError } from '../../resolvers/errors.ts';
import { type Fan, fanOver } from '../../resolvers/fan.ts';
import {
  type AllMatches,
  type Asking,
  allMatchesOf,
  type Judge,
  type Matches,
  matchesOf,
  type Verdict,
} from '../../resolvers/matches.ts';
import { pagesOf } from '../../resolvers/pages.ts';
import { beginOf, sortedEdges } from '../../resolvers/sorted.ts';
import type { Store } from '../../resolvers/store.ts';
import { checkSpan, daysAtOnce } from '../../resolvers/windows.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import type { SelectingFor } from '../../src/engine/executor/select.ts';
import type { FieldPlan } from '../../src/engine/executor/types.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import { endOf, type ListEndpoint, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { asking, carried, type EntityType, fromPath, placeBy, toldBy } from '../../src/zoom/declare/entity.ts';
import { metaOf, partialOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Cost, type CostContext, callersOf, keyFieldsOf, type ObjectSet, paramsIn } from '../plan/cost.ts';
import { DEFAULT_FIRST } from '../plan/facts.ts';
import {
  below,
  extensionsOf,
  isApart,
  itemsOf,
  once,
  requiredBy,
  selecting,
  wanted,
  wantedOfItems,
} from '../plan/selection.ts';
import { itemTypeOf } from '../questions/askable.ts';
import { withPushed } from '../questions/push-down.ts';
import { type Asked, judgeOf, type Order, type Question, questionOf, valuesOf } from '../questions/question.ts';
import type { Bunch } from '../questions/stats.ts';
import { type Builder, perBuilder, type Types } from '../types/builder.ts';
import { ToldAccount } from '../types/ids.ts';
import { restOf } from '../types/rest.ts';
import { nullOnlyWithError } from '../types/semantic-non-null.ts';
import {
  asDeclared,
  bodyOf,
  fieldName,
  inputFieldsOf,
  inputName,
  inputTypeOf,
  objectOf,
  queryFrom,
} from '../types/shape.ts';
import { canonical, needed, nullIfMissing, type RequiresOf, refOf } from './entity.ts';
import { mapped, PageStream } from './page-stream.ts';

export interface ConnectionOptions<P> {
  readonly list: ListEndpoint;
  /** What the items are; without it they are plain objects of the list's shape. */
  readonly of?: EntityType;
  /** The shape whose type shows the items, where lists of the same thing carry different parts of it. */
  readonly as?: Shape;
  readonly description: string;
  /** The path's values; by default those of the parent's key. */
  readonly path?: (parent: P) => Params;
  /** Filters that this connection is made by: no argument offers them. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** Filters whose value the parent tells: no argument offers them. */
  readonly parentQuery?: Readonly<Record<string, (parent: P) => string>>;
  /** The fields of the parent that `parentQuery` looks at. */
  readonly requires?: RequiresOf<P>;
  /** Parts of the items' key that neither they nor the list tell. */
  readonly extraKey?: Params;
  /** Items without identity know whose they are: `ownerOf` tells the fields of an item the parent of its list. */
  readonly withParent?: true;
  /** The list says of each item only that it may exist: leave out those that Zoom then says do not. */
  readonly verifyExists?: true;
  /** The list holds other things too, and tells which of its items are meant: leave out the others. */
  readonly only?: (item: Entity) => boolean;
  /**
   * Zoom has the list for each owner alone: the connection is that of all of them, one after another. `path` gives what all the paths have in
   * common.
   */
  readonly across?: Owners;
  /** A filter of which Zoom takes one value a call, offered as a list; `default` are the words taken where none is given. */
  readonly perValue?: { readonly param: string; readonly default: readonly string[] };
}

/** Those of whom each has a list. */
interface Owners {
  readonly list: ListEndpoint;
  readonly of: EntityType;
  readonly query: Readonly<Record<string, string>>;
  /** The parameter of the path that names one. */
  readonly param: string;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** A list of Zoom's as a connection; its arguments are the list's filters. */
      zoomConnection: (options: ConnectionOptions<ParentShape>) => FieldRef<Types, unknown, Kind>;
    }
  }
}

/** What the connection types show. */
interface ShownEdge {
  readonly node: unknown;
  readonly cursor: string;
}
interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}
interface Page {
  readonly edges: readonly ShownEdge[];
  readonly pageInfo: PageInfo;
  total(): Promise<number | null>;
  /** All items of the list; of a page that was read for what is asked of all of them. */
  all?(): Promise<Bunch>;
}
/** A page that may still be coming. */
type Shown = Page | PendingConnection;

type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
const edgesOf = perBuilder(() => new Map<string, ObjectRef<Extended, ShownEdge>>());
const edgeType = (builder: Builder, name: string, node: unknown): ObjectRef<Extended, ShownEdge> => {
  const edges = edgesOf(builder);
  const known = edges.get(name);
  if (known) return known;
  const ref = builder.edgeObject({
    type: node as never,
    name: `${name}Edge`,
    description: `An item in a list of ${name}, with its cursor.`,
  });
  edges.set(name, ref as never);
  return ref as never;
};

const connectionsOf = perBuilder(() => new Map<string, unknown>());
const connectionType = (builder: Builder, name: string, node: unknown): unknown => {
  const connections = connectionsOf(builder);
  const known = connections.get(name);
  if (known) return known;
  const ref = builder.connectionObject(
    {
      type: node as never,
      name: `${name}Connection`,
      description: `A list of ${name}, in pages.`,
      fields: (t) => ({
        nodes: t.field({
          type: [node] as never,
          nullable: { list: false, items: false } as never,
          description: 'The items alone.',
          resolve: (connection) => nodesOf(connection as unknown as Shown) as never,
        }),
        totalCount: t.int({
          description: 'The number of items on all pages; null where Zoom does not tell it.',
          resolve: (connection) => (connection as unknown as Shown).total(),
        }),
      }),
    },
    edgeType(builder, name, node) as never,
  );
  connections.set(name, ref);
  return ref;
};

const methods = RootFieldBuilder.prototype as unknown as PothosSchemaTypes.RootFieldBuilder<Extended, unknown>;
type ArgBuilder = ((options: object) => unknown) & object;

methods.zoomConnection = function zoomConnection(this: typeof methods, options) {
  const { list, of, description, path, constants, parentQuery, requires = [], perValue } = options;
  const { builder, arg } = this as unknown as { builder: Builder; arg: ArgBuilder };
  const shape = options.as ?? list.of;
  const name = of?.name ?? metaOf(shape).name ?? '';
  if (!constants && !parentQuery) plainLists(builder).set(nameOf(list), options);
  const filters =
    list.query &&
    inputFieldsOf(builder, list.query, { field: arg as never }, [
      ...Object.keys({ ...constants, ...parentQuery }),
      ...(perValue ? [perValue.param] : []),
    ]);
  if (!of) showRaw(builder, shape);
  const only = perValue && list.query?.shape[perValue.param];
  const needsNoOther = once((plan: FieldPlan) => isApart(plan, toldOf(options, plan)));
  return this.field({
    type: connectionType(builder, name, of ? refOf(builder, of) : objectOf(builder, shape)),
    nullable: true,
    description,
    deprecationReason: list.retired && endOf(list.retired),
    directives: [nullOnlyWithError, ...restOf(list, options.across?.list)],
    extensions: { fetches: true, requires, cost: costOf(options), list },
    args: {
      first: arg({ type: 'Int', defaultValue: DEFAULT_FIRST, description: 'Maximum number of items.' }),
      after: arg({ type: 'String', description: 'Return the items after this cursor.' }),
      ...(list.window && {
        from: arg({
          type: 'Date',
          description: `First day (UTC). ${
            list.window.param
              ? 'By default the same as `to`: each day takes a call.'
              : `By default one call's worth, ${daysAtOnce(list.window)} days at most, before \`to\`.`
          }${list.window.months === undefined ? '' : ` Zoom keeps ${list.window.months} months.`}`,
        }),
        to: arg({ type: 'Date', description: 'Last day (UTC), included. By default today.' }),
      }),
      ...(perValue &&
        only && {
          [inputName(perValue.param)]: arg({
            type: [inputTypeOf(builder, only)],
            defaultValue: perValue.default,
            description: `${metaOf(only).description ?? 'Which of them.'} Several are listed one after another.`,
          }),
        }),
      ...filters,
    },
    resolve: async (parent: unknown, args: Args, context: Context, info: GraphQLResolveInfo): Promise<Shown> => {
      const plan = planIn(info);
      // A cursor names the list by its owner's own key, lest it be refused when the owner is named in another way; so do ids of items.
      const isNamed = !path && (args.after || showsCursors(plan));
      if (parent instanceof Entity && (isNamed || needsOwner(options, plan))) await canonical(parent, context);
      if (requires.length > 0) await needed(parent, requires, context);
      const question = questionAt(list, plan, args, {
        schema: info.schema,
        withholding: context.withholding,
        maxFirst: context.options.maxFirst,
      });
      const query = queryOf(options, parent, args, context, info, question);
      if (question || options.across || options.only || needsAll(plan, question))
        return matching(options, query, question, parent, context, info);
      if (!showsItems(plan)) return uncounted(() => countOf(context.store, query));
      const isPlain = !options.withParent && !options.verifyExists && !context.store.isTraced;
      if (isPlain && needsNoOther(plan)) return inPages(context, query, info);
      const connection = await connectionOf(context.store, query, context.note);
      tellFailures(connection, context, info);
      const page = shown(
        options.withParent
          ? { ...connection, edges: connection.edges.map(owned(ownedBy(parent, context))) }
          : connection,
      );
      return options.verifyExists ? { ...page, edges: await existingOf(page.edges, context, info) } : page;
    },
  } as never) as never;
};

const showingRaw = perBuilder(() => new Set<string>());
/** Rows without identity show what Zoom sent of them, too. */
const showRaw = (builder: Builder, of: Shape): void => {
  const { name = '' } = metaOf(of);
  if (showingRaw(builder).has(name)) return;
  showingRaw(builder).add(name);
  builder.objectField(objectOf(builder, of), 'raw', (t) =>
    t.field({
      type: 'JSON',
      nullable: true,
      needs: 'raw',
      description:
        'What Zoom sent of it, as it came, with fields that the graph does not have. Whole numbers beyond 2^53 are texts of their digits.',
      resolve: (row) => row,
    }),
  );
};

/** The connections that show whole lists, by the name of the list. */
const plainLists = perBuilder(() => new Map<string, ConnectionOptions<never>>());

/** What an edge of a new item needs: `path` is that of the list, by its owner's own key. */
interface NewItem {
  readonly entity: Entity;
  readonly list: ListEndpoint;
  readonly path: () => Promise<Params>;
}
/** The type of the edges of an entity. */
export const edgeRefOf = (builder: Builder, of: EntityType): ObjectRef<Extended, ShownEdge> =>
  edgeType(builder, of.name, refOf(builder, of));
/**
 * The edge of an item that has just been created, for clients that keep lists. Its cursor is one of the list with the arguments that it has by
 * default; what it takes is read when it is looked at.
 */
export const edgeOfNew = (
  builder: Builder,
  { entity, list, path }: NewItem,
  context: Context,
  info: GraphQLResolveInfo,
) => ({
  node: entity,
  get cursor() {
    const { store, options } = context;
    const of = entity.type;
    const cursor = async () => {
      await canonical(entity, context);
      const fields = fieldsOfCursor(list).filter((key) => !entity.has(key));
      if (fields.length > 0) await store.load(entity, fields);
      const shownBy = plainLists(builder).get(nameOf(list)) ?? { list, of, description: '' };
      const account = ToldAccount.below(info.schema, store, entity);
      const asked = askedOf(shownBy, {}, options.maxFirst, planIn(info), account, undefined);
      return cursorOfNew({ ...asked, ...callFor(store, list, entity, { path: await path() }) }, entity);
    };
    return cursor();
  },
});

/** What is asked of the items beside the list's own filters. Throws InputError. */
const questionAt = (
  list: ListEndpoint,
  { field }: FieldPlan,
  args: Asked,
  of: SelectingFor & { readonly maxFirst: number },
): Question | undefined => {
  const type = itemTypeOf(field);
  return type && questionOf(args, { ...of, type, list });
};

/** Whether something is asked of all items, so that the whole list is read. */
const needsAll = (plan: FieldPlan, question: Question | undefined): boolean =>
  showsAll(plan) || question?.order !== undefined || (question !== undefined && showsTotal(plan));
const showsAll = selecting(['stats', 'groups']);

/** Those of the items that a question means. What is asked of all of them is answered by the walk that finds the page. */
const matching = async (
  options: ConnectionOptions<never>,
  query: ListQuery,
  question: Question | undefined,
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
  if (!needsAll(planIn(info), question) && !((across || only) && showsTotal(planIn(info)))) {
    const matches = await matchesOf(query, asking);
    tell(matches);
    return shown({ ...matches, total: async () => null });
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
    ...shown({ ...page, total: async () => (await whole()).length }),
    all: async () => ({ nodes: (await whole()).map(nodeOf) }),
  };
};
/** The owners that Zoom lists for the account of a list, and their paths. */
const fanOf = ({ list, of, query, param }: Owners, { path }: ListQuery): Fan => ({
  owners: { list, of, query, path, first: list.paging.max },
  pathOf: (zoomId) => ({ [param]: zoomId }),
});
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
  const values = await valuesOf(selected, edges.map(nodeOf), context, info);
  const read = values.map((value) => keys.map((key) => key.read(value)));
  const sorted = sortedEdges<unknown>(edges, read, keys, query);
  const begin = beginOf(sorted, keys, query);
  const end = begin + query.first;
  return {
    edges: sorted.slice(begin, end),
    hasNextPage: sorted.length > end,
    hasPreviousPage: Boolean(query.after),
  };
};

/** The first page as soon as it is there, and the others behind it, where there are more: what is below need not wait for all. */
const inPages = (context: Context, query: ListQuery, info: GraphQLResolveInfo): Promise<Shown> =>
  new Promise((resolve, reject) => {
    let flow: PageStream<Edge<unknown>> | undefined;
    const read = async (): Promise<Connection<unknown>> => {
      const connection = await connectionOf(context.store, query, context.note, (edges) => {
        flow ??= new PageStream(complete.then((connection) => connection.edges));
        flow.advance(edges);
        resolve(new PendingConnection(flow, complete));
      });
      tellFailures(connection, context, info);
      return connection;
    };
    const complete = read();
    complete.then((connection) => resolve(shown(connection)), reject);
  });

/** A list of which only the beginning could be read shows that, and has its error beside it. */
const tellFailures = (
  { failures }: Pick<Matches, 'failures'>,
  { addError }: Context,
  info: GraphQLResolveInfo,
): void => {
  for (const failure of failures) addError(locatedError(failure, info.fieldNodes, responsePathAsArray(info.path)));
};

const owner = Symbol('owner');
/** The parent of the list, marked `owned`, that an item came from. */
export const ownerOf = <P>(item: object): P => (item as { [owner]: P })[owner];
const ownedBy =
  (parent: unknown, { store }: Context) =>
  <N extends object>(node: N): N =>
    partFor(store, parent, { ...node, [owner]: parent });

const owned =
  (by: ReturnType<typeof ownedBy>) =>
  (edge: Edge<object>): Edge<object> =>
    edge.with(by(edge.node));

/** Whether the items of a connection are read; its total alone needs none. */
const showsItems = selecting(['edges', 'nodes', 'pageInfo']);
const showsCursors = selecting(['edges', 'pageInfo']);
const showsTotal = selecting(['totalCount']);
/** The fields that are wanted of the items, where Zoom sends some only on request. */
const wantedOf = (list: ListEndpoint, plan: FieldPlan, question?: Question): ReadonlySet<string> | undefined => {
  if (!list.onRequest) return undefined;
  const shown = new Set([...wantedOfItems(plan), ...wantedOfGroups(plan)]);
  return question ? new Set([...shown, ...requiredBy(question.selected.plan)]) : shown;
};

/** What is shown of items in groups, and what they are grouped by, where the operation itself says that and no variable. */
const wantedOfGroups = once((plan: FieldPlan): ReadonlySet<string> => {
  const fields = itemTypeOf(plan.field)?.getFields() ?? {};
  const groups = below(plan)?.fields.filter(({ field }) => field.name === 'groups') ?? [];
  return new Set(
    groups.flatMap((group) => {
      const keys = (group.args?.by ?? []) as readonly { readonly field: string }[];
      const by = keys.flatMap(({ field }) => (fields[field] ? (extensionsOf(fields[field]).requires ?? []) : []));
      const shown = below(group)?.fields.filter(({ field }) => isObjectType(getNamedType(field.type))) ?? [];
      return [...by, ...shown.flatMap((one) => [...wanted(one)])];
    }),
  );
});

/** Those of the edges whose entities Zoom has; the page's cursors stay those of all, so that one without any still leads on. */
const existingOf = async (
  edges: Page['edges'],
  { store }: Context,
  info: GraphQLResolveInfo,
): Promise<Page['edges']> => {
  const found = await Promise.all(
    edges.map((edge) => store.fetch(edge.node as Entity, proofOf(info)).then(() => edge, nullIfMissing)),
  );
  return found.filter((edge) => edge !== null);
};
/** The fields that are read of an item to see whether Zoom has it: those that are wanted, or else any. */
const proofOf = (info: GraphQLResolveInfo): Iterable<string> => {
  const plan = planIn(info);
  const fields = wantedOfItems(plan);
  if (fields.size > 0) return fields;
  const type = itemTypeOf(plan.field)?.extensions.entity as EntityType | undefined;
  return Object.keys(type?.get?.of?.shape ?? {}).slice(0, 1);
};

/** The fields that the list tells of its items. */
const toldOf = ({ list, of }: Pick<ConnectionOptions<never>, 'list' | 'of'>, plan: FieldPlan): ReadonlySet<string> => {
  const wanted = wantedOf(list, plan);
  return of ? toldBy(of, list, wanted) : carried(list, wanted);
};

/** Whether the ids of items are shown, where the key of their owner is a part of them. */
const needsOwner = ({ of, path }: Pick<ConnectionOptions<never>, 'of' | 'path'>, plan: FieldPlan): boolean =>
  !path && of !== undefined && Object.values(of.key).includes(fromPath) && showsIds(plan);
const showsIds = once((plan: FieldPlan): boolean =>
  itemsOf(plan).some(({ fields }) => fields.some(({ field }) => extensionsOf(field).exposesId)),
);

/** Null stands for the default: clients that pass a variable on cannot leave an argument out. */
type Args = { first?: number | null; after?: string | null; from?: Date | null; to?: Date | null } & Asked &
  Record<string, unknown>;

const queryOf = (
  options: ConnectionOptions<never>,
  parent: unknown,
  args: Args,
  { store, options: { maxFirst } }: Context,
  info: GraphQLResolveInfo,
  question: Question | undefined,
): ListQuery => {
  const { list, path, parentQuery = {} } = options;
  const asked = askedOf(options, args, maxFirst, planIn(info), ToldAccount.below(info.schema, store, parent), question);
  const from = asDeclared(parent, info) as never;
  const told = Object.fromEntries(Object.entries(parentQuery).map(([param, tell]) => [param, tell(from)]));
  return {
    ...asked,
    ...callFor(store, list, parent, { path: path?.(from), query: { ...asked.query, ...told } }),
  };
};

/** What is asked of a list whatever the parent tells. Throws InputError. */
const askedOf = (
  {
    list,
    of,
    constants,
    perValue,
    verifyExists,
    extraKey,
  }: Omit<ConnectionOptions<never>, 'path' | 'parentQuery' | 'requires'>,
  given: Args,
  maxFirst: number,
  plan: FieldPlan,
  account: ToldAccount,
  question: Question | undefined,
): ListQuery => {
  const args = withPushed(list, given, constants);
  const { after } = args;
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 1 || first > maxFirst)
    throw new InputError(`\`first\` must be from 1 to ${maxFirst}, and is ${first}. Page on with \`after\` for more.`);
  const filters = list.query ? filtersOf(list.query, args, perValue?.param ?? '', account) : {};
  checkSpan(list.span, filters);
  return {
    list,
    of,
    first,
    after,
    query: { ...filters, ...constants },
    from: dayOf(args.from),
    to: dayOf(args.to),
    ...(perValue && {
      perValue: {
        param: perValue.param,
        values: sentOf(list.query, perValue.param, wordsLeft(list, perValue, given, plan, question), account),
      },
    }),
    wanted: wantedOf(list, plan, question),
    unverified: verifyExists,
    extraKey: of && { ...placeBy(of, list), ...extraKey },
    ...(question && { asked: question.text }),
  };
};

/** The pages of the list, for each parent; below them as many items as are asked for. */
const costOf =
  <P>(options: ConnectionOptions<P>) =>
  (asked: CostContext<Args>): Cost => {
    const { list, of, path, parentQuery } = options;
    const { parents, args, plan, schema, hints, maxFirst, leastOf, child } = asked;
    const question = questionAt(list, plan, args, asked);
    const query = askedOf(options, args, maxFirst, plan, new ToldAccount(schema, hints), question);
    const areShown = showsItems(plan);
    if (!areShown && !showsTotal(plan) && !showsAll(plan)) return {};
    const { query: filters, perValue, from, to, first, after, wanted: fields } = query;
    const callers = parentQuery ? parents : callersOf(list, asked, path);
    const named = [filters, Object.keys(parentQuery ?? {}), perValue, from, to, asking(list, fields)];
    const known = new Set(options.verifyExists || !of ? [] : [...toldBy(of, list, fields), ...keyFieldsOf(of)]);
    const place = `${callers.id}/${list.path}${JSON.stringify([named, first, after])}`;
    const below = (items: ObjectSet): ObjectSet =>
      of?.key.accountId ? { ...items, accounts: { id: items.id, count: items.count, isSub: true } } : items;
    const proof = options.verifyExists && { proof: 'own' as const };
    const needsId = (!path && (Boolean(after) || showsCursors(plan))) || needsOwner(options, plan);
    const items = { id: place, count: callers.count * first, of, known, areItems: true as const, ...proof };
    const { across } = options;
    const { only } = options;
    const isWhole = needsAll(plan, question) || ((across ?? only) !== undefined && showsTotal(plan));
    if (across) {
      const owners = sizeSeen(fanOf(across, query).owners, callers, asked) ?? LIKELY_SIZE.account;
      const isGuess = { isEstimated: true, endsItself: !isWhole };
      const lists = { id: `${callers.id} across ${across.of.name}`, count: callers.count * owners };
      const all = child({
        id: `${place}${question?.text ?? ''}`,
        count: lists.count * LIKELY_EACH,
        of,
        known,
        ...isGuess,
      });
      return {
        calls: [
          { endpoint: across.list, each: pagesOf(across.list, owners), callers, query: across.query, ...isGuess },
          { endpoint: list, each: pagesOfAll(query, LIKELY_EACH), callers: lists, query: named, ...isGuess },
        ],
        selects: [question, question?.order].flatMap((one) => (one ? [{ ...one.selected, of: all }] : [])),
        returns: child({
          ...items,
          known: new Set([...known, ...(question ? requiredBy(question.selected.plan) : [])]),
          all,
        }),
      };
    }
    if (question || isWhole || only) {
      const seen = sizeSeen(query, callers, asked);
      const size = seen ?? (callers === parents.accounts ? LIKELY_SIZE.account : LIKELY_SIZE.other);
      const isGuess = { isEstimated: true, endsItself: !isWhole };
      // Where the list tells a part of what is asked, nobody knows for how many the rest is read.
      const isEach = isWhole && (!(args.where || args.search) || question?.told === undefined);
      const all = below(
        child({
          id: `${place}${question?.text ?? ''}`,
          count: callers.count * size,
          least: isEach ? (seen ?? 0) : 0,
          of,
          known,
          ...isGuess,
        }),
      );
      const each = pagesOfAll(query, size);
      const least = isWhole && seen !== undefined ? each : 1;
      const requires = question ? requiredBy(question.selected.plan) : [];
      return {
        calls: [{ endpoint: list, each, least, callers, query: named, ...isGuess }],
        selects: [question, question?.order].flatMap((one) => (one ? [{ ...one.selected, of: all }] : [])),
        returns: below(child({ ...items, known: new Set([...known, ...requires]), all })),
        needsId,
      };
    }
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
    // Nothing in the path tells such lists apart.
    const isOwnAccounts = callers === parents.accounts && !parents.accounts.isSub && paramsIn(list).length === 0;
    const least = isOwnAccounts && areShown ? leastOf(query) : 0;
    const likely = of && hints.undeclared.get(undeclaredKey(of, list, fields));
    return { calls: [calls], returns: below(child({ ...items, least, likely })), needsId };
  };

/** How many items each of many owners is taken to have. */
const LIKELY_EACH = 10;
/** How long a list is taken to be that nobody has seen: one of an account, and one of something in it. */
const LIKELY_SIZE = { account: 1000, other: 100 } as const;
/** How many items a list had when it was last seen; undefined where it was not, and of lists that belong to something in an account. */
const sizeSeen = (
  query: ListQuery,
  callers: Pick<ObjectSet, 'id'>,
  { parents, hints }: CostContext<Args>,
): number | undefined => {
  if (callers !== parents.accounts || parents.accounts.isSub || paramsIn(query.list).length > 0) return undefined;
  return leastSeen(hints.totals, { ...query, after: null }) || undefined;
};

const filtersOf = (of: Shape, args: Args, omit: string, account: ToldAccount): Readonly<Record<string, unknown>> => {
  const given = Object.fromEntries(
    Object.entries(args).filter(([name, value]) => value !== null && name !== inputName(omit)),
  );
  return queryFrom(partialOf(of), given, 'argument', account);
};
/** The words of which Zoom takes one a call: those that are given, or else all that a question about them leaves. */
const wordsLeft = (
  { filters, query }: ListEndpoint,
  { param, default: usual }: NonNullable<ConnectionOptions<never>['perValue']>,
  args: Args,
  { field }: FieldPlan,
  question: Question | undefined,
): readonly unknown[] => {
  const name = inputName(param);
  const words = (args[name] as readonly unknown[] | null | undefined) ?? usual;
  if (words.length === 0) throw new InputError(`\`${name}\` is empty: give one value at least, or leave it out.`);
  const key = fieldName(filters?.[param] ?? '');
  if (!question?.looksAt(key)) return words;
  const isGiven = words !== usual && words !== field.args.find((arg) => arg.name === name)?.defaultValue;
  const type = query?.shape[param];
  const { values = {} } = (type && metaOf(type).enumValues) || {};
  return (isGiven ? words : Object.keys(values)).filter((word) => question.test({ [key]: word }) !== false);
};
const sentOf = (
  of: Shape | undefined,
  param: string,
  words: readonly unknown[],
  account: ToldAccount,
): readonly unknown[] =>
  of
    ? [...new Set(words)].map((word) => bodyOf(partialOf(of), { [inputName(param)]: word }, 'argument', account)[param])
    : words;
const dayOf = (date: Date | string | null | undefined) =>
  date ? new Date(date).toISOString().slice(0, 10) : undefined;

/** What the connection types show of a list. */
interface Listed extends Omit<Connection<unknown>, 'failures'> {
  /** Where the list goes on, if that is not behind the last of the edges. */
  readonly endCursor?: string | null;
}
const shown = ({ edges, hasNextPage, hasPreviousPage, total, endCursor }: Listed): Page => ({
  edges,
  pageInfo: new LazyPageInfo(edges, hasNextPage, hasPreviousPage, endCursor),
  total,
});
/** Cursors are made when they are looked at (see `Edge`). */
class LazyPageInfo implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: Page['edges'];
  readonly #endCursor: string | null | undefined;

  constructor(edges: Page['edges'], hasNextPage: boolean, hasPreviousPage: boolean, endCursor?: string | null) {
    this.#edges = edges;
    this.#endCursor = endCursor;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#endCursor ?? this.#edges.at(-1)?.cursor ?? null;
  }
}

/** A page whose items are still coming; what is known of it when all are there is waited for by those who want it. */
class PendingConnection {
  readonly edges: AsyncIterable<ShownEdge>;
  readonly #complete: Promise<Connection<unknown>>;

  constructor(edges: AsyncIterable<ShownEdge>, complete: Promise<Connection<unknown>>) {
    this.edges = edges;
    this.#complete = complete;
  }

  get pageInfo(): Promise<PageInfo> {
    return this.#complete.then((connection) => shown(connection).pageInfo);
  }

  /** Where the list fails, its items tell. */
  total(): Promise<number | null> {
    return this.#complete.then(
      ({ total }) => total(),
      () => null,
    );
  }
}
const nodesOf = ({ edges }: Shown) => (Symbol.asyncIterator in edges ? mapped(edges, nodeOf) : edges.map(nodeOf));
const nodeOf = ({ node }: ShownEdge): unknown => node;
const uncounted = (total: () => Promise<number | null>): Shown => ({
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  total,
});
