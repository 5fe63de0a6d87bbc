/**
 * Mutations: one `input` of path, query and body together, and a payload that holds what was changed. After the call the
 * request has forgotten all that it knew, but for what Zoom's answer told; so the payload is read again only as far as the
 * client selects more than that.
 */
import type { FieldKind, FieldMap, InputFieldMap, InputRef, SchemaTypes } from '@pothos/core';
import { RootFieldBuilder } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { z } from 'zod';
import { forAccount, scopeOf } from '../../resolvers/account-scope.ts';
import { callFor } from '../../resolvers/call-for.ts';
import { fieldsOfCursor } from '../../resolvers/connection/new-item.ts';
import type { Context } from '../../resolvers/context.ts';
import { Entity, type Params } from '../../resolvers/entity.ts';
import { InputError } from '../../resolvers/errors.ts';
import type { Hints } from '../../resolvers/hints.ts';
import { argumentsOf } from '../../src/engine/executor/arguments.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import type { FieldPlan, Variables } from '../../src/engine/executor/types.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import {
  type Args,
  declared,
  type Endpoint,
  type ListEndpoint,
  nameOf,
  paramsIn,
} from '../../src/zoom/declare/endpoint.ts';
import { carried, type EntityType } from '../../src/zoom/declare/entity.ts';
import { bare, keysOf, metaOf, partialOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Cost, type CostContext, keyFieldsOf, ownAccountIn } from '../plan/cost.ts';
import { selecting } from '../plan/selection.ts';
import type { Builder, Types } from '../types/builder.ts';
import { globalIdFor, type TypesByName } from '../types/global-id.ts';
import { idempotencyKeyIn } from '../types/idempotent.ts';
import { notEmpty, partsIn, ToldAccount, zoomIdIn } from '../types/ids.ts';
import { restOf } from '../types/rest.ts';
import { nullOnlyWithError } from '../types/semantic-non-null.ts';
import { bodyOf, fieldsOf, holdsNothing, inputFieldsOf, inputNameIn, queryFrom } from '../types/shape.ts';
import { edgeOfNew } from './connection/new-item.ts';
import { edgeRefOf } from './connection/object-types.ts';
import { canonical, knowOwnAccount, refOf } from './entity.ts';
import { mergedWith, sendMerged, type Update } from './merged-updates.ts';

type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
type Raw = Readonly<Record<string, unknown>>;

export interface MutationOptions {
  readonly endpoint: Endpoint;
  readonly description: string;
  /** The entities that the path names, by parameter: their ids may be global or Zoom's. */
  readonly pathEntities?: Readonly<Record<string, EntityType>>;
  /** The names of path parameters in the input, where Zoom's own name something else than what the parameter takes. */
  readonly pathNames?: Readonly<Record<string, string>>;
  /** Words for path parameters that name no entity, or more on those that do. */
  readonly pathDescriptions?: Readonly<Record<string, string>>;
  /** What this mutation fixes, so that no input offers it: one operation of Zoom's may be several mutations. */
  readonly constants?: { readonly body?: Raw; readonly query?: Raw };
  /**
   * The entities that the payload gives, by field. One that Zoom's answer holds is taken from there; else it is the one that
   * the path names. A function tells its key where neither does. Several of one type are those that the answer lists.
   */
  readonly payload: Readonly<Record<string, EntityType | Given | GivenMany>>;
  /** The entity that is no more: the payload gives its ids. */
  readonly deletes?: EntityType;
  /** Also give what Zoom answered, field by field. */
  readonly exposeResponse?: true;
}
export interface Given {
  readonly of: EntityType;
  readonly description?: string;
  /** Undefined where the input names none. */
  readonly params: (call: { path: Params; answer: Raw; body: Raw }) => Params | undefined;
  /** `params` may be undefined. */
  readonly optional?: true;
}

/** The new entities that Zoom's answer lists. */
export interface GivenMany {
  readonly of: EntityType;
  readonly description: string;
  /** The field of the answer that lists them. */
  readonly items: string;
  /** The names that the entity has for fields that the answer calls otherwise. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The list in which they are found, for which each comes as an edge too. */
  readonly list: ListEndpoint;
}

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** A mutation that is one write of Zoom's; `name` is the mutation's own, for its input and payload. */
      zoomMutation: (name: string, options: MutationOptions) => FieldRef<Types, unknown, Kind>;
    }
  }
}

/** What a field of a payload gives; an error where Zoom wrote it, and did not say which it is. */
type Made = Entity | readonly Entity[] | Error | null;
interface Payload {
  /** The path of the call. */
  readonly path: Params;
  readonly entities: Readonly<Record<string, Made>>;
  readonly deleted?: Entity;
  readonly answer: Raw;
}

const methods = RootFieldBuilder.prototype as unknown as PothosSchemaTypes.RootFieldBuilder<Extended, unknown>;

methods.zoomMutation = function zoomMutation(this: typeof methods, name, options) {
  const { endpoint } = options;
  const description = endpoint.merges ? `${options.description} ${MERGED}` : options.description;
  const { builder, arg } = this as unknown as { builder: Builder; arg: (options: object) => unknown };
  const input = inputType(builder, name, options);
  return this.field({
    type: payloadType(builder, name, options),
    nullable: true,
    description,
    directives: [nullOnlyWithError, ...restOf(endpoint)],
    extensions: {
      cost: costOf(options),
      ...(endpoint.merges && {
        makesToo: ({ plan, variables, schema, hints }: MakesToo) => {
          const updateOf = updateBy(options, variables, schema, hints);
          const update = updateOf(plan);
          return update ? mergedWith(plan, update, { endpoint, updateOf }).followers : [];
        },
      }),
    },
    args: {
      input: arg({ type: input, required: true, description: 'What the mutation acts on, and what it writes.' }),
    },
    resolve: async (_: unknown, args: { input: Raw }, context: Context, info: GraphQLResolveInfo): Promise<Payload> => {
      const { store } = context;
      if (namesAccount(options, args.input)) await knowOwnAccount(store);
      const { keys, ...given } = givenIn(options, args.input, new ToldAccount(info.schema, store));
      const { account, ...said } = given;
      // The input is of the account that its ids tell.
      const call = callFor(store, endpoint, store.scoped(args.input, account), said);
      const key = idempotencyKeyIn(info);
      const send = (body = call.body) =>
        writeOf(endpoint, { ...call, ...(body && { body }) } as Args<Endpoint>, context, key);
      const updateOf = updateBy(options, info.variableValues, info.schema, store);
      const answer = await (endpoint.merges && key === undefined
        ? sendMerged(planIn(info), given, { endpoint, updateOf, send, request: store, note: context.note })
        : send());
      return store.scoped(payloadOf(options, call, keys, (answer ?? {}) as Raw, context), account);
    },
  } as never) as never;
};

/** Makes the write; one that has a key, once for all requests that give it. */
export const writeOf = (
  endpoint: Endpoint,
  call: Args<Endpoint>,
  { store, idempotency }: Context,
  key: string | undefined,
): Promise<unknown> => {
  if (key === undefined) return store.write(endpoint, call);
  if (!idempotency) throw new Error('Nobody keeps what came of writes.');
  return idempotency.once(key, { endpoint: nameOf(endpoint), call }, () => store.write(endpoint, call, true));
};

const MERGED = 'Consecutive updates of the same object in one request are one call.';

const typeName = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);

const inputType = (
  builder: Builder,
  name: string,
  { endpoint, pathEntities = {}, pathNames = {}, pathDescriptions = {}, constants = {} }: MutationOptions,
): InputRef<Raw> => {
  const { query, body } = endpoint;
  return builder.inputType(`${typeName(name)}Input`, {
    description: `What \`${name}\` takes.`,
    fields: (t) => {
      const fields: InputFieldMap = {};
      if (endpoint.subAccountScopes)
        fields.accountId = t.field({
          type: 'ID',
          description:
            'The sub account, below a master account; by default your own account, or that of the given global ids.',
          extensions: { names: Account.name },
        }) as never;
      for (const param of paramsIn(endpoint))
        fields[pathNames[param] ?? param] = t.field({
          type: pathEntities[param] || NAMES_ID.test(pathNames[param] ?? param) ? 'ID' : 'String',
          required: true,
          description:
            pathDescriptions[param] ??
            (pathEntities[param] && `The ${pathEntities[param].name}, by global id or Zoom's own.`),
          extensions: { names: pathEntities[param]?.name, param },
        }) as never;
      if (query) Object.assign(fields, inputFieldsOf(builder, query, t as never, Object.keys(constants.query ?? {})));
      if (body) Object.assign(fields, inputFieldsOf(builder, body, t as never, Object.keys(constants.body ?? {})));
      return fields;
    },
  }) as unknown as InputRef<Raw>;
};

/** What the parameters of a path are called that take an id. */
const NAMES_ID = /id$/i;

type Call = Omit<Update, 'account'>;
type MakesToo = Parameters<NonNullable<PothosSchemaTypes.FieldExtensions['makesToo']>>[0];
/** What is said of a call beside what is sent. */
interface ToldOfCall {
  readonly account: Params;
  /** The whole keys of what the path names by its last part alone, as far as global ids tell them. */
  readonly keys: Params;
}
/** What an input says, and the account that all of its ids tell. Throws InputError where they tell two. */
const givenIn = (
  { endpoint, pathEntities = {}, pathNames = {}, constants = {} }: MutationOptions,
  input: Raw,
  account: ToldAccount,
): Call & ToldOfCall => {
  const keys: Record<string, string> = {};
  const idOf = (param: string, of: EntityType | undefined): string => {
    const name = pathNames[param] ?? param;
    const at = `input.${name}`;
    const id = zoomIdIn(notEmpty(String(input[name]), at), of?.name, at, account);
    if (of && Object.keys(of.key).length > 1) Object.assign(keys, partsIn(String(input[name]), of.name, at, account));
    if (!of?.key.accountId) return id;
    account.tell(id, `${at} names`);
    return account.named(id);
  };
  if (endpoint.subAccountScopes && !isNone(input.accountId)) idOf('accountId', Account);
  const path = Object.fromEntries(paramsIn(endpoint).map((param) => [param, idOf(param, pathEntities[param])]));
  const query = endpoint.query ? { ...queryFrom(endpoint.query, input, 'input', account), ...constants.query } : {};
  const body = endpoint.body && { ...bodyOf(partialOf(endpoint.body), input, 'input', account), ...constants.body };
  if (endpoint.body && !endpoint.mayBeEmpty && holdsNothing(body)) throw nothingGiven(endpoint.body);
  return { path, query, ...(body && { body }), account: account.params, keys };
};
/** What a field says whose input is not refused. */
const updateBy =
  (options: MutationOptions, variables: Variables, schema: TypesByName, own: Pick<Hints, 'knownOwnAccountId'>) =>
  (plan: FieldPlan): Update | undefined => {
    try {
      const { input } = argumentsOf(plan, variables) as { input: Raw };
      const { keys: _, ...update } = givenIn(options, input, new ToldAccount(schema, own));
      const key = idempotencyKeyIn({ fieldNodes: plan.nodes, variableValues: variables });
      // What has a key is a write of its own.
      return key === undefined ? update : { ...update, key };
    } catch {
      // The field itself says why.
      return undefined;
    }
  };
/** Whether an input names an account, which may be the own one by its real id. */
const namesAccount = ({ pathEntities = {} }: MutationOptions, input: Raw): boolean =>
  !isNone(input.accountId) || Object.values(pathEntities).some(({ key }) => key.accountId);
/** A write that says nothing would change nothing, and look like a success. */
const nothingGiven = (body: Shape): InputError => {
  const names = Object.keys(body.shape).map((key) => inputNameIn(body, key));
  const some = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '...'] : names;
  return new InputError(`input has nothing to write. Give at least one of ${some.join(', ')}.`);
};
const MOST_NAMES = 8;
const isNone = (value: unknown) => value === undefined || value === null;

const payloadOf = (
  { endpoint, payload, deletes }: MutationOptions,
  call: Call,
  told: Params,
  answer: Raw,
  { store }: Context,
): Payload => {
  const keys = carried(endpoint);
  const entities = Object.entries(payload).map(([field, given]): [string, Made] => {
    if (isMany(given)) return [field, manyIn(endpoint, given, { answer, path: call.path }, store)];
    const of = 'of' in given ? given.of : given;
    const params = 'of' in given ? given.params({ answer, body: call.body ?? {}, path: call.path }) : undefined;
    if (!params && isAnswerOf(endpoint, of)) {
      const entity = store.found(of, answer, keys, call.path);
      if (entity) return [field, entity];
    }
    const named = params ? { ...scopeFor(of, call.path), ...params } : paramsBy(of, { ...told, ...call.path });
    return [field, named ? store.ref(of, named) : isAlways(endpoint, given) ? unnamed(endpoint, of) : null];
  });
  const gone = deletes && paramsBy(deletes, { ...told, ...call.path });
  return {
    path: call.path,
    entities: Object.fromEntries(entities),
    answer,
    ...(deletes && gone && { deleted: store.ref(deletes, gone) }),
  };
};
/** Whether a write that Zoom made has this, so that it is null only with an error. */
const isAlways = (endpoint: Endpoint, given: EntityType | Given | GivenMany): boolean => {
  if (isMany(given)) return true;
  if ('of' in given) return !given.optional;
  return isAnswerOf(endpoint, given) || isNamedBy(endpoint, given);
};
/** Whether the path of a call names the whole key. */
const isNamedBy = (endpoint: Endpoint, { key }: EntityType): boolean => {
  const params = paramsIn(endpoint);
  return Object.keys(key).every((name) => params.includes(name));
};
const unnamed = (endpoint: Endpoint, { name }: EntityType): ZoomError =>
  new ZoomError('UPSTREAM', `Zoom made the change, but did not answer with the id of the ${name}.`, { endpoint });
const isMany = (given: EntityType | Given | GivenMany): given is GivenMany => 'items' in given;
/** What the items of an answer hold, by the names that the entity has for it. */
const keysOfMany = ({ of }: Endpoint, { items, renamed = {} }: GivenMany): ReadonlySet<string> => {
  const item = bare((bare(of?.shape[items] as z.ZodType) as z.ZodArray).element as z.ZodType);
  return new Set([...keysOf(item as Shape)].map((key) => renamed[key] ?? key));
};
const manyIn = (
  endpoint: Endpoint,
  given: GivenMany,
  { answer, path }: { readonly answer: Raw; readonly path: Params },
  store: Context['store'],
): readonly Entity[] => {
  const { of, items, renamed = {} } = given;
  const keys = keysOfMany(endpoint, given);
  const listed = answer[items];
  return (Array.isArray(listed) ? listed : []).flatMap((item: Raw) => {
    const told = Object.fromEntries(Object.entries(item).map(([key, value]) => [renamed[key] ?? key, value]));
    return store.found(of, told, keys, path) ?? [];
  });
};
/** An answer with fields that an entity does not have is about something else, even if it names the entity. */
const isAnswerOf = (endpoint: Endpoint, of: EntityType): boolean => {
  const keys = endpoint.of ? [...keysOf(endpoint.of)] : [];
  return keys.length > 0 && keys.every((key) => keysOf(of.shape).has(key));
};

/** One write; what is selected of the payload adds to it. */
const costOf =
  (options: MutationOptions) =>
  (asked: CostContext<{ input: Raw }>): Cost => {
    const { args, parents, schema, hints, child } = asked;
    const { account } = givenIn(options, args.input, new ToldAccount(schema, hints));
    const { accountId } = account;
    const endpoint = forAccount(options.endpoint, account);
    const returns = child({
      ...(accountId && { accounts: { id: `${parents.id}${accountId}`, count: 1, isSub: true } }),
    });
    const loads = namesAccount(options, args.input) ? ownAccountIn(asked) : [];
    return { calls: [{ endpoint, each: 1, callers: parents }], loads, returns };
  };
const costOfPayload =
  (endpoint: Endpoint, given: EntityType | Given | GivenMany) =>
  ({ child }: CostContext) => {
    if (isMany(given)) return { returns: { ...child({ known: keysOfMany(endpoint, given) }), of: given.of } };
    const of = 'of' in given ? given.of : given;
    const isTold = !('of' in given) && isAnswerOf(endpoint, of);
    const known: ReadonlySet<string> = isTold ? carried(endpoint) : new Set();
    return { returns: { ...child({ of, known, isByAlias: !isTold }), of } };
  };

/** The list in which what a mutation creates is found: it stands at the path to which the new thing is posted. Zoom's answer tells of it. */
const listFor = ({ method, path, of: answer }: Endpoint, of: EntityType): ListEndpoint | undefined => {
  const isNamed = Object.keys(of.key).every((name) => path.includes(`{${name}}`));
  if (method !== 'POST' || isNamed || !answer) return undefined;
  return declared().find((one): one is ListEndpoint => isList(one) && one.path === path && !one.window);
};

const isList = (endpoint: Endpoint): endpoint is ListEndpoint => endpoint.items !== undefined;

/** The path of a call, with the own keys of the entities that it names. */
const ownPath = async ({ pathEntities = {} }: MutationOptions, path: Params, context: Context): Promise<Params> => {
  const own: Record<string, string> = { ...path };
  for (const [param, of] of Object.entries(pathEntities)) {
    const owner = ownerBy(of, param, path);
    if (owner) own[param] = (await canonical(context.store.ref(of, owner), context)).zoomId;
  }
  return own;
};
/** The key of the entity that a part of a path names; undefined where that takes more than this part. */
const ownerBy = (of: EntityType, param: string, path: Params): Params | undefined => {
  const [name = '', ...more] = Object.keys(of.key);
  return more.length === 0 ? { ...scopeFor(of, path), [name]: path[param] ?? '' } : undefined;
};

/** What the cursor of a new thing takes: its own key, and that of the owner of its list. */
const costOfEdge =
  (options: MutationOptions, given: EntityType | Given | GivenMany, list: ListEndpoint) =>
  (asked: CostContext): Cost => {
    const { child, plan } = asked;
    const { returns } = costOfPayload(options.endpoint, given)(asked);
    const owners = Object.values(options.pathEntities ?? {}).map((of) => ({
      ...child({ of, isByAlias: true }),
      fields: [...keyFieldsOf(of)],
    }));
    const own = { ...returns, fields: [...keyFieldsOf(returns.of), ...fieldsOfCursor(list)] };
    return { returns: { ...returns, areItems: true }, loads: showsCursor(plan) ? [...owners, own] : [] };
  };
const showsCursor = selecting(['cursor']);

/** The sub account that a thing named by this path belongs to; an account belongs to none. */
const scopeFor = (of: EntityType, path: Params): Params => (of.key.accountId ? {} : scopeOf(path));
const paramsBy = (of: EntityType, path: Params): Params | undefined => {
  const names = Object.keys(of.key);
  return names.every((name) => path[name] !== undefined)
    ? { ...scopeFor(of, path), ...Object.fromEntries(names.map((name) => [name, path[name] ?? ''])) }
    : undefined;
};

const madeIn = (made: Made | undefined): Exclude<Made, Error> => {
  if (made instanceof Error) throw made;
  return made ?? null;
};

const payloadType = (builder: Builder, name: string, options: MutationOptions) => {
  const { endpoint, payload, deletes, exposeResponse } = options;
  return builder.objectRef<Payload>(`${typeName(name)}Payload`).implement({
    description: `What \`${name}\` returns.`,
    fields: (t) => {
      const fields: FieldMap = {};
      for (const [field, given] of Object.entries(payload)) {
        const of = 'of' in given ? given.of : given;
        const ref = refOf(builder, of);
        const directives = isAlways(endpoint, given) ? [nullOnlyWithError] : [];
        fields[field] = t.field({
          type: (isMany(given) ? [ref] : ref) as typeof ref,
          nullable: true,
          directives,
          description: ('of' in given ? given.description : undefined) ?? metaOf(of.shape).description,
          extensions: { cost: costOfPayload(endpoint, given) },
          resolve: ({ entities }) => madeIn(entities[field]) as never,
        }) as never;
        const list = isMany(given) ? given.list : listFor(endpoint, of);
        if (!list) continue;
        const edge = edgeRefOf(builder, of);
        fields[isMany(given) ? `${field.replace(/s$/, '')}Edges` : `${field}Edge`] = t.field({
          type: (isMany(given) ? [edge] : edge) as typeof edge,
          nullable: true,
          directives,
          description: isMany(given)
            ? `The new ${of.name}s as edges, for lists in a client's cache. Their cursors belong to the list with its default arguments.`
            : `The new ${of.name} as an edge, for lists in a client's cache. Its cursor belongs to the list with its default arguments.`,
          extensions: { cost: costOfEdge(options, given, list) },
          resolve: ({ entities, path }, _, context, info) => {
            const edgeOf = (entity: Entity) =>
              edgeOfNew(builder, { entity, list, path: () => ownPath(options, path, context) }, context, info);
            const made = madeIn(entities[field]);
            return (made && (made instanceof Entity ? edgeOf(made) : made.map(edgeOf))) as never;
          },
        }) as never;
      }
      if (deletes) {
        const isNamed = isNamedBy(endpoint, deletes) && !deletes.goesByAlias;
        fields[`deleted${deletes.name}Id`] = t.field({
          type: 'ID',
          nullable: !isNamed,
          description: `The global id of the deleted ${deletes.name}${isNamed ? '.' : '; null if the input named it by something other than its id.'}`,
          resolve: ({ deleted }) => (deleted?.canonical ? globalIdFor(deletes.name, deleted.key) : null),
        }) as never;
      }
      if (exposeResponse && endpoint.of)
        Object.assign(
          fields,
          fieldsOf(endpoint.of, t as never, {
            of:
              (key) =>
              ({ answer }: Payload) =>
                answer[key],
          }),
        );
      return fields;
    },
  });
};
