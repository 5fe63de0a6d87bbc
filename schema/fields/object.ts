/** Objects without an identity of their own that belong to an entity: settings, permissions, an invitation. */
import type { FieldKind, ObjectRef, SchemaTypes } from '@pothos/core';
import { RootFieldBuilder } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { callFor, partFor } from '../../resolvers/call-for.ts';
import type { Context } from '../../resolvers/context.ts';
import type { Params } from '../../resolvers/entity.ts';
import { checkSpan } from '../../resolvers/windows.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import type { Args, Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { asking } from '../../src/zoom/declare/entity.ts';
import type { Shape } from '../../src/zoom/declare/shape.ts';
import { type Cost, type CostContext, callersOf } from '../plan/cost.ts';
import { wanted } from '../plan/selection.ts';
import type { Builder, Types } from '../types/builder.ts';
import { ToldAccount } from '../types/ids.ts';
import { restOf } from '../types/rest.ts';
import { nullOnlyWithError } from '../types/semantic-non-null.ts';
import { fieldNameIn, fieldsOf, inputFieldsOf, objectOf, queryFrom } from '../types/shape.ts';
import { refOf } from './entity.ts';

export interface ObjectOptions<P, A extends Shape = Shape> {
  readonly get: Endpoint<string, Shape | undefined, undefined, A>;
  readonly description: string;
  /** The path's values; by default those of the parent's key. */
  readonly path?: (parent: P) => Params;
  /** Query parameters that this field is made by: no argument offers them. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
}

export interface ValueOptions<P, A extends Shape = Shape> extends ObjectOptions<P, A> {
  readonly field: keyof A['shape'] & string;
}
type Given = Readonly<Record<string, unknown>>;

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** What a GET answers for the parent; its arguments are the GET's query. */
      zoomObject: <A extends Shape>(options: ObjectOptions<ParentShape, A>) => FieldRef<Types, unknown, Kind>;
      /** One field of what a GET answers for the parent, where the answer holds no more than that; its arguments are the GET's query. */
      zoomValue: <A extends Shape>(options: ValueOptions<ParentShape, A>) => FieldRef<Types, unknown, Kind>;
    }
  }
}
type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
const methods = RootFieldBuilder.prototype as unknown as PothosSchemaTypes.RootFieldBuilder<Extended, unknown>;

methods.zoomObject = function zoomObject(this: typeof methods, { get, description, path, constants = {} }) {
  const { builder, arg } = this as unknown as { builder: Builder; arg: (options: object) => unknown };
  return this.field({
    type: objectOf(builder, get.of as Shape),
    nullable: true,
    description,
    directives: [nullOnlyWithError, ...restOf(get)],
    extensions: { fetches: true, givesPart: true, cost: costOf(get, path, constants) },
    args: get.query ? inputFieldsOf(builder, get.query, { field: arg as never }, Object.keys(constants)) : {},
    resolve: async (parent: unknown, args: Record<string, unknown>, { store }: Context, info: GraphQLResolveInfo) => {
      const call = callFor(store, get, parent, {
        path: path?.(parent as never),
        query: queryOf(get, args, constants, ToldAccount.below(info.schema, store, parent)),
        ...(get.onRequest && { also: asking(get, wanted(planIn(info))) }),
      });
      const answer: unknown = await store.read<Endpoint>(get, call as Args<Endpoint>);
      // Where Zoom has nothing to tell it refuses the call; an answer without an object is a fault.
      if (typeof answer !== 'object' || answer === null)
        throw new ZoomError('UPSTREAM', 'Zoom sent no object.', { endpoint: get });
      // Other arguments may bring another answer.
      return partFor(store, parent, answer, info.fieldName + argsText(args));
    },
  } as never) as never;
};

/** The arguments as text; none where none is given. */
const argsText = (args: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  return given.length > 0 ? JSON.stringify(given) : '';
};

/** What is asked of a GET. Throws InputError. */
const queryOf = (get: Endpoint, args: Readonly<Record<string, unknown>>, constants: object, account: ToldAccount) => {
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
  const query = { ...(get.query && queryFrom(get.query, given, 'argument', account)), ...constants };
  checkSpan(get.span, query);
  return query;
};

/** One call for each parent. */
const costOf =
  (get: Endpoint, path: ((parent: never) => Params) | undefined, constants: object = {}) =>
  (asked: CostContext): Cost => {
    const { args, plan, schema, hints } = asked;
    const given = queryOf(get, args, constants, new ToldAccount(schema, hints));
    const query = [given, get.onRequest && asking(get, wanted(plan))];
    return { calls: [{ endpoint: get, each: 1, callers: callersOf(get, asked, path), query }] };
  };

/**
 * What an account has of one kind, such as its phone, by a field of the account and one of the query for the own account. It costs nothing:
 * its fields ask Zoom.
 */
export const accountSection = (
  builder: Builder,
  name: string,
  { type, description }: { readonly type: ObjectRef<Extended, object>; readonly description: string },
): void => {
  const section = {
    type,
    description,
    extensions: { givesPart: true as const },
    resolve: (parent: object, _: object, { store }: Context) => partFor(store, parent, {}, name),
  };
  builder.queryField(name, (t) => t.field(section));
  builder.objectField(refOf(builder, Account), name, (t) => t.field(section as never));
};

methods.zoomValue = function zoomValue(this: typeof methods, { get, field, description, path, constants = {} }) {
  const { builder, arg } = this as unknown as { builder: Builder; arg: (options: object) => unknown };
  const value = (parent: unknown, { store }: Context, args: Given, { schema }: GraphQLResolveInfo) => {
    const query = queryOf(get as Endpoint, args, constants, ToldAccount.below(schema, store, parent));
    const call = callFor(store, get, parent, { path: path?.(parent as never), query, also: asking(get, [field]) });
    return store.read<Endpoint>(get, call as Args<Endpoint>).then((answer) => (answer as Given)[field]);
  };
  const more = () => ({
    description,
    directives: restOf(get),
    extensions: { fetches: true, cost: costOf(get as Endpoint, path, constants) },
    ...(get.query && { args: inputFieldsOf(builder, get.query, { field: arg as never }, Object.keys(constants)) }),
  });
  const omit = Object.keys((get.of as Shape).shape).filter((key) => key !== field);
  return fieldsOf(get.of as Shape, this as never, { of: () => value }, { omit, more })[
    fieldNameIn(get.of as Shape, field)
  ] as never;
};
