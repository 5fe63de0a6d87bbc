/**
 * Things that calls list, read, create, change and delete. What is served follows from the paths that are declared: `/a/{x}/b` is
 * a collection, `/a/{x}/b/{y}` a thing in it. What a domain says is its data, its rules, and what is special.
 */
import * as z from 'zod';
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { acting } from './actions.ts';
import type { Call, Handler, Result, Row } from './call.ts';
import { matching } from './filters.ts';
import { lazily } from './paging.ts';
import { declaredHere, nameless } from './paths.ts';
import { type Ground, groundOf } from './place.ts';
import { fieldsOf, type Known } from './seeded.ts';
import type { Resource, Spec } from './spec.ts';
import type { Owner, Thing } from './things.ts';
import { writing } from './writing.ts';

// The other ways to serve a path, and things without one.
export { having } from './collection.ts';
export { type MembersSpec, members } from './members.ts';
export { single } from './single.ts';
export type { Resource } from './spec.ts';
export { type Table, type Thing, type Things, thingsOf } from './things.ts';

/** The things of an owner that has a list of its own of them. */
const ownedBy = <T extends Known, O extends Owner>({ spec, things }: Ground<T, O>, account: Account, owner: O) => {
  const { ids, by } = spec.owned ?? {};
  const all = new Set([...(ids?.(account, owner) ?? []), ...things(account).touched()]);
  const there = [...all].map(things(account).get).filter((thing) => thing !== undefined);
  return there.filter((thing) => thing[by ?? ''] === owner.id);
};
const reading = <T extends Known, O extends Owner>(ground: Ground<T, O>) => {
  const { spec, elsewhere, placeOf, thingAt, rowOf } = ground;
  return {
    list: (call: Call): Result => {
      const { things, owner } = placeOf(call);
      const { account, endpoint } = call;
      const { window, paging, path } = endpoint;
      const show = (one: T | string) => rowOf(typeof one === 'string' ? things.find(one) : one, account, owner);
      const all = () => (nameless(path) === elsewhere ? ownedBy(ground, account, owner) : things.all());
      const found = matching(call, spec.listed?.(all, call) ?? all(), show, spec);
      const rows = window ? found.map(show) : lazily(found, show);
      return { rows, ...(paging?.by === 'whole' && !window && { envelope: { total_records: found.length } }) };
    },
    read: (call: Call): Row => {
      const { thing, owner } = thingAt(call);
      return rowOf(thing, call.account, owner);
    },
  };
};

/** Whether an operation names many things, by ids in its query or a list in its body. */
const namesMany = ({ query, body }: Endpoint): boolean =>
  (query ? fieldsOf(query) : []).some(([name]) => /_ids$/.test(name)) ||
  (body ? fieldsOf(body) : []).some(([, { type }]) => type instanceof z.ZodArray);
/** What an operation does by its path and its method alone. */
const handlersOf = <T extends Known, O extends Owner>(ground: Ground<T, O>) => {
  const { spec, collection, elsewhere, item } = ground;
  const { list, read } = reading(ground);
  const { create, update, remove, removeNamed } = writing(ground);
  const { actOnOne, actOnNamed } = acting(ground);
  return (endpoint: Endpoint): Handler | undefined => {
    const { method, items } = endpoint;
    switch (nameless(endpoint.path)) {
      case item:
        if (items !== undefined) return undefined;
        return method === 'GET' ? read : method === 'DELETE' ? remove : update;
      case collection:
      case elsewhere:
        if (items !== undefined) return list;
        return method === 'POST' ? create : method === 'DELETE' && namesMany(endpoint) ? removeNamed : undefined;
      case `${item}/status`:
        return spec.actions && actOnOne;
      case `${collection}/status`:
        return spec.actions && namesMany(endpoint) ? actOnNamed : undefined;
      default:
        return undefined;
    }
  };
};

/** The collection of an endpoint: of the GET of a thing in it, or of its list. */
export const resource = <T extends Known = Thing, O extends Owner = Owner, const P extends string = string>(
  endpoint: Endpoint<P>,
  spec: Spec<T, O, P>,
): Resource<T, O> => {
  const ground = groundOf<T, O>(endpoint, spec);
  const { things, item, placeOf, thingAt, rowOf } = ground;
  const handlerOf = handlersOf(ground);
  const usual = (call: Call): Result => handlerOf(call.endpoint)?.(call);
  return {
    in: things,
    at: (call) => thingAt(call).thing,
    row: (thing, account, owner = {} as O) => rowOf(thing, account, owner),
    rowAt: reading(ground).read,
    ownedBy: (account, owner) => ownedBy(ground, account, owner),
    usual,
    item,
    domain: (on) => {
      for (const each of declaredHere()) {
        const handler = handlerOf(each);
        if (handler) on(each, handler);
      }
      spec.on?.((each, handler) => {
        const isThrough = `${nameless(each.path)}/`.startsWith(`${item}/`);
        on(each, (call) => {
          const place = isThrough ? thingAt(call) : { ...placeOf(call), thing: undefined };
          return handler(call, { ...place, usual: () => usual(call) } as never);
        });
      });
    },
  };
};
