/** Lists as Relay connections, forward only: Zoom cannot page backwards. */
import { type FieldKind, RootFieldBuilder, type SchemaTypes } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../../../resolvers/connection/connection.ts';
import { countOf } from '../../../resolvers/connection/totals.ts';
import { checkPlace } from '../../../resolvers/connection/walk.ts';
import type { Context } from '../../../resolvers/context.ts';
import { Entity } from '../../../resolvers/entity.ts';
import { daysAtOnce } from '../../../resolvers/windows.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import type { FieldPlan } from '../../../src/engine/executor/types.ts';
import { once } from '../../../src/engine/once.ts';
import { endOf, nameOf } from '../../../src/zoom/declare/endpoint.ts';
import { metaOf } from '../../../src/zoom/declare/shape.ts';
import { DEFAULT_FIRST } from '../../plan/facts.ts';
import { isApart } from '../../plan/selection.ts';
import type { Builder } from '../../types/builder.ts';
import { restOf } from '../../types/rest.ts';
import { nullOnlyWithError } from '../../types/semantic-non-null.ts';
import { inputFieldsOf, inputNameIn, inputTypeOf, objectOf } from '../../types/shape.ts';
import { canonical, needed, refOf } from '../entity.ts';
import { admissionTo, isTold } from './admission.ts';
import { afterIn, queryOf, questionAt } from './asked.ts';
import { costOf } from './cost.ts';
import { existingOf } from './existing.ts';
import { endsOneOfMany, tellEnd, tellFailures } from './failures.ts';
import { inPages } from './in-pages.ts';
import { matching } from './matching.ts';
import { plainLists } from './new-item.ts';
import { connectionType, type Extended, showRaw } from './object-types.ts';
import type { Args, ConnectionOptions } from './options.ts';
import { owned, ownedBy } from './owned.ts';
import { type Shown, shown, unbegun, uncounted } from './page.ts';
import { needsAll, needsOwner, readsForTotal, showsAll, showsCursors, showsItems, toldOf } from './shows.ts';
import { remember } from './whole-items.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** A list of Zoom's as a connection; its arguments are the list's filters. */
      zoomConnection: (options: ConnectionOptions<ParentShape>) => FieldRef<Types, unknown, Kind>;
    }
  }
}

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
  const tellsAll = once((plan: FieldPlan) => isTold(plan, toldOf(options, plan)));
  const read = async (parent: unknown, args: Args, context: Context, info: GraphQLResolveInfo): Promise<Shown> => {
    const plan = planIn(info);
    // A cursor names the list by its owner's own key, lest it be refused when the owner is named in another way; so do ids of items.
    const isNamed = !path && (afterIn(args) || showsCursors(plan));
    if (parent instanceof Entity && (isNamed || needsOwner(options, plan))) await canonical(parent, context);
    if (requires.length > 0) await needed(parent, requires, context);
    const question = questionAt(list, plan, args, {
      schema: info.schema,
      withholding: context.withholding,
      maxFirst: context.options.maxFirst,
    });
    const query = queryOf(options, parent, args, context, info, question);
    const admit = tellsAll(plan) ? undefined : admissionTo(query, question, context, info);
    // The lists of a fan are begun only when their owners have been read.
    if (options.across) checkPlace({ ...query, after: null });
    if (question || options.across || options.only || needsAll(plan, question))
      return matching(options, { query, question, admit }, parent, context, info);
    if (!showsItems(plan)) {
      // Whatever is selected, the arguments are right or refused.
      checkPlace(query);
      return uncounted(() => countOf(context.store, query));
    }
    const isPlain = !options.withParent && !options.verifyExists && !context.store.isTraced;
    if (isPlain && needsNoOther(plan)) return inPages(context, query, admit, info);
    const connection = await connectionOf(context.store, query, context.note, { admit });
    tellFailures(connection, context, info);
    const page = shown(
      options.withParent ? { ...connection, edges: connection.edges.map(owned(ownedBy(parent, context))) } : connection,
    );
    return options.verifyExists ? { ...page, edges: await existingOf(page.edges, context, info) } : page;
  };
  return this.field({
    type: connectionType(builder, name, of ? refOf(builder, of) : objectOf(builder, shape)),
    nullable: true,
    description,
    deprecationReason: list.retired && endOf(list.retired),
    directives: [nullOnlyWithError, ...restOf(list, options.across?.list)],
    extensions: {
      fetches: true,
      requires,
      cost: costOf(options),
      list,
      knowsTotal: readsForTotal(options) || (list.paging.by === 'whole' && !list.window),
    },
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
        list.query &&
        only && {
          [inputNameIn(list.query, perValue.param)]: arg({
            type: [inputTypeOf(builder, only)],
            defaultValue: perValue.default,
            description: `${metaOf(only).description ?? 'Which of them.'} Several are listed one after another.`,
          }),
        }),
      ...filters,
    },
    resolve: (parent: unknown, args: Args, context: Context, info: GraphQLResolveInfo): Promise<Shown> => {
      const list = read(parent, args, context, info).catch((error: unknown) => {
        if (showsAll(planIn(info)) || !endsOneOfMany(error, context, info)) throw error;
        tellEnd(error, context, info);
        return unbegun(afterIn(args), error);
      });
      remember({ list, after: afterIn(args), info }, context);
      return list;
    },
  } as never) as never;
};
