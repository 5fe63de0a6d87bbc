/** A single thing at a path, such as the settings of a user: GET reads it, PATCH and PUT change it. */
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import { keysOf, type Shape } from '../zoom/declare/shape.ts';
import type { Account } from './account.ts';
import { type Call, type Domain, type Handler, row } from './call.ts';
import { merged } from './collection.ts';
import { declaredAt, lastOf } from './paths.ts';
import { type Known, without } from './seeded.ts';
import { checkReadable } from './storable.ts';

/** Whose a thing is, and under which key what is made up of both. */
interface Owner {
  readonly key: string;
}
interface Spec<O extends Owner> {
  /** Whose it is. Throws a refusal where that is not there. */
  readonly of: (call: Call) => O;
  /** What values are made up from, behind the key of the owner; the last word of the path. */
  readonly name?: string;
  /** What is there when it is first asked for. */
  readonly initial?: Known | ((owner: O, account: Account) => Known);
  /** What a body says of it, as reading shows it. */
  readonly written?: (body: Known, call: Call) => Known;
  /** What a body may say that nothing reads back. */
  readonly unread?: readonly string[];
  /** What else a call sees of it. */
  readonly shown?: (known: Known, call: Call, owner: O) => Known;
  /** The fields that a call sees, where those are not all. */
  readonly view?: (query: Call['query']) => Shape;
}

export interface Single<O extends Owner> {
  of(account: Account, owner: O): Known;
  change(account: Account, owner: O, patch: Known): void;
  readonly domain: Domain;
}

/** The thing that an endpoint reads. */
export const single = <O extends Owner>(endpoint: Endpoint, spec: Spec<O>): Single<O> => {
  const { name = lastOf(endpoint.path), initial = {}, view } = spec;
  const kept = (): Map<string, Known> => new Map();
  const keyOf = (owner: O) => `${owner.key}/${name}`;
  const read = (account: Account, owner: O): Known => {
    const key = keyOf(owner);
    const known = account.of(kept).get(key) ?? (typeof initial === 'function' ? initial(owner, account) : initial);
    account.of(kept).set(key, known);
    return known;
  };
  const change = (account: Account, owner: O, patch: Known): void => {
    account.of(kept).set(keyOf(owner), merged(read(account, owner), patch));
  };
  const handlers: Readonly<Record<string, Handler>> = {
    GET: (call) => {
      const owner = spec.of(call);
      const known = read(call.account, owner);
      const shown = merged(known, spec.shown?.(known, call, owner) ?? {});
      return row(keyOf(owner), { ...shown, ...(view && unseen(call.endpoint.of, view(call.query))) });
    },
    PATCH: (call) => {
      const owner = spec.of(call);
      const body = without((call.body ?? {}) as Known, spec.unread);
      const patch = spec.written?.(body, call) ?? body;
      checkReadable(call.endpoint, [endpoint], patch);
      change(call.account, owner, patch);
      return undefined;
    },
  };
  return {
    of: read,
    change,
    domain: (on) => {
      for (const each of declaredAt(endpoint.path)) {
        const handler = handlers[each.method === 'PUT' ? 'PATCH' : each.method];
        if (handler) on(each, handler);
      }
    },
  };
};
/** The fields of an answer that a view has not, each as left out. */
const unseen = (of: Shape | undefined, view: Shape): Known =>
  Object.fromEntries([...(of ? keysOf(of) : [])].flatMap((key) => (keysOf(view).has(key) ? [] : [[key, undefined]])));
