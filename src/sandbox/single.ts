/** A single thing at a path, such as the settings of a user: GET reads it, PATCH and PUT change it. */
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type Call, type Domain, row } from './call.ts';
import { merged } from './collection.ts';
import { declaredAt } from './resource.ts';
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
  /** What is there before anything is written. */
  readonly initial?: Known | ((owner: O, account: Account) => Known);
  /** What a body says of it, as reading shows it. */
  readonly written?: (body: Known, call: Call) => Known;
  /** What a body may say that nothing reads back. */
  readonly unread?: readonly string[];
  /** What a call sees of it. */
  readonly shown?: (known: Known, call: Call) => Known;
}

export interface Single<O extends Owner> {
  of(account: Account, owner: O): Known;
  change(account: Account, owner: O, patch: Known): void;
  readonly domain: Domain;
}

/** The thing that an endpoint reads. */
export const single = <O extends Owner>(endpoint: Endpoint, spec: Spec<O>): Single<O> => {
  const { name = endpoint.path.split('/').at(-1), initial = {} } = spec;
  const changes = (): Map<string, Known> => new Map();
  const keyOf = (owner: O) => `${owner.key}/${name}`;
  const read = (account: Account, owner: O): Known =>
    merged(
      typeof initial === 'function' ? initial(owner, account) : initial,
      account.of(changes).get(keyOf(owner)) ?? {},
    );
  const change = (account: Account, owner: O, patch: Known): void => {
    const all = account.of(changes);
    all.set(keyOf(owner), merged(all.get(keyOf(owner)) ?? {}, patch));
  };
  return {
    of: read,
    change,
    domain: (on) => {
      for (const each of declaredAt(endpoint.path))
        if (each.method === 'GET')
          on(each, (call) => {
            const owner = spec.of(call);
            const known = read(call.account, owner);
            return row(keyOf(owner), spec.shown?.(known, call) ?? known);
          });
        else if (each.method === 'PATCH' || each.method === 'PUT')
          on(each, (call) => {
            const owner = spec.of(call);
            const body = without((call.body ?? {}) as Known, spec.unread);
            const patch = spec.written?.(body, call) ?? body;
            checkReadable(each, [endpoint], patch);
            change(call.account, owner, patch);
            return undefined;
          });
    },
  };
};
