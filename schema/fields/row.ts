/** The row of a list that matches what a parent tells: what Zoom has in lists alone, or names by what is no key. */
import type { FieldKind, SchemaTypes } from '@pothos/core';
import { RootFieldBuilder } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { foundFor, rowFor } from '../../resolvers/call-for.ts';
import type { Context } from '../../resolvers/context.ts';
import type { Params } from '../../resolvers/entity.ts';
import { listKey, pagesOf } from '../../resolvers/pages.ts';
import { type ListEndpoint, paramsIn } from '../../src/zoom/declare/endpoint.ts';
import { type EntityType, placeBy, toldBy } from '../../src/zoom/declare/entity.ts';
import type { Of, Shape } from '../../src/zoom/declare/shape.ts';
import { type Cost, type CostContext, callersOf, keyFieldsOf, type ObjectSet, ownersOf } from '../plan/cost.ts';
import type { Builder, Types } from '../types/builder.ts';
import { restOf } from '../types/rest.ts';
import { asDeclared, objectOf } from '../types/shape.ts';
import { linked, needed, type RequiresOf, refOf, type Told } from './entity.ts';

type Raw = Readonly<Record<string, unknown>>;

export interface RowOptions<P, A extends Shape, T, O> {
  readonly list: ListEndpoint<string, Shape | undefined, A>;
  /** The entity that the row holds; without it the row is shown as an object. */
  readonly of?: EntityType<T>;
  /** The shape whose type shows the row, where lists of the same thing carry different parts of it. */
  readonly as?: Shape;
  /** Whose list it is; by default the parent's, or its account's where the path names nothing of the parent. */
  readonly owner?: (parent: P) => O;
  /** The path of the list, where the parent tells it by other names than those of its key; nothing where there can be no row. */
  readonly path?: (parent: P) => Params | null;
  /** The path of the list, where another list has what it is made of: by the row there that is meant. */
  readonly via?: Via<P>;
  /** The filters of the list, by its owner; without them all that ask for an owner read the same pages. */
  readonly query?: (owner: O) => Raw;
  /** What tells the row that is meant from others; nothing where there can be none. */
  readonly match: (parent: P) => ((row: Of<A>) => boolean) | null | undefined;
  /** What the parent itself tells of the entity, its key at least; nothing where the list has to be read. */
  readonly link?: (parent: P) => Told<T> | null | undefined;
  /** The fields of the parent that `match`, `link` and `query` look at. */
  readonly requires?: RequiresOf<P>;
  readonly description: string;
}

interface Via<P> {
  readonly list: ListEndpoint;
  readonly match: (parent: P) => ((row: Raw) => boolean) | null | undefined;
  readonly path: (row: Raw) => Params;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** The first row of a list that matches what the parent tells; null where there is none. */
      zoomRow: <A extends Shape, T, O>(options: RowOptions<ParentShape, A, T, O>) => FieldRef<Types, unknown, Kind>;
    }
  }
}
type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
const methods = RootFieldBuilder.prototype as unknown as PothosSchemaTypes.RootFieldBuilder<Extended, unknown>;

methods.zoomRow = function zoomRow(this: typeof methods, options) {
  const { list, of, owner = (parent: unknown) => parent, query, match, link, requires = [], description } = options;
  const { builder } = this as unknown as { builder: Builder };
  return this.field({
    type: of ? refOf(builder, of) : objectOf(builder, options.as ?? list.of),
    nullable: true,
    description,
    directives: restOf(list, ...(options.via ? [options.via.list] : [])),
    extensions: { requires, cost: costOf(options as never) },
    resolve: async (parent: unknown, _: object, context: Context, info: GraphQLResolveInfo) => {
      await needed(parent, requires, context);
      const from = asDeclared(parent, info) as never;
      const told = of && linked(of as EntityType, link?.(from), parent, context);
      const isMeant = told ? undefined : match(from);
      if (!isMeant) return told ?? null;
      const { store } = context;
      const whose = owner(parent as never);
      const path = await pathBy(options as never, from, store);
      if (path === null) return null;
      const given = { path, query: query?.(whose as never) };
      const row = await rowFor(store, list, whose, given, isMeant as (row: Raw) => boolean);
      if (!row || !of) return row;
      return foundFor(store, of, whose, row, toldBy(of, list), { ...path, ...placeBy(of, list) }) ?? null;
    },
  } as never) as never;
};

/** The path of the list; undefined where the owner's key tells it, null where there is none. */
const pathBy = async (
  { path, via }: RowOptions<unknown, Shape, unknown, unknown>,
  parent: unknown,
  store: Context['store'],
): Promise<Params | undefined | null> => {
  if (!via) return path?.(parent);
  const isMeant = via.match(parent);
  const row = isMeant ? await rowFor(store, via.list, parent, {}, isMeant) : null;
  return row && via.path(row);
};

/** The pages of the list, for each owner: all that it has, where it was seen before, else those that hold a row for each parent. */
const costOf =
  ({ list, of, owner, query, link, via }: RowOptions<never, Shape, unknown, never>) =>
  (asked: CostContext): Cost => {
    const { parents, plan, hints, child } = asked;
    const callers = owner ? ownersIn(list, parents) : query ? parents : callersOf(list, asked);
    const isOwnAccounts = callers === parents.accounts && !parents.accounts.isSub;
    const total = isOwnAccounts ? hints.totals.get(listKey({ list, path: {}, query: {} })) : undefined;
    const each = list.paging.by === 'whole' ? 1 : pagesOf(list, total ?? parents.count / callers.count);
    const calls = {
      endpoint: list,
      each,
      callers,
      query: [query && plan.field.name],
      isEstimated: list.paging.by !== 'whole',
      least: 0,
    };
    if (via) {
      const { calls: first = [] } = costOf({ list: via.list, match: via.match, description: '' })(asked);
      return { calls: [...first, calls], returns: child({ of, known: of && toldBy(of, list) }) };
    }
    if (!of) return { calls: [calls] };
    const known = link ? keyFieldsOf(of) : toldBy(of, list);
    const rows = child({ of, known });
    const { id, batches } = rows;
    // Those that the parents tell are found before those of the list.
    const twice = { id: `${id} or ${batches.id}`, count: batches.count + callers.count };
    return { calls: [calls], returns: link ? { ...rows, batches: twice } : rows };
  };
const ownersIn = (list: ListEndpoint, parents: ObjectSet): ObjectSet => {
  const [param = ''] = paramsIn(list);
  return ownersOf(parents, param) ?? parents;
};
