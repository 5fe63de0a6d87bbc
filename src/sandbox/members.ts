/**
 * What belongs to a thing and is added and removed there, such as the members of a group: `/groups/{groupId}/members` lists and
 * adds them, `/groups/{groupId}/members/{memberId}` removes one. They themselves are kept elsewhere.
 */
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type BodyOf, type Call, type Domain, type Part, type Result, type Row, row } from './call.ts';
import { lazily } from './paging.ts';
import { declaredAt, itemOf, lastOf } from './paths.ts';
import { failing, type Refusal, type Refused, refuse as refusals } from './refusal.ts';
import { instant, type Known } from './seeded.ts';

/** What names a member in a body, such as an email; in a path it is always `id`. */
export type Asked = Readonly<Record<string, unknown>>;
type Of<T, M, R> = (member: M, thing: T, account: Account) => R;

export interface MembersSpec<T, M> {
  /** Whom a call names. */
  readonly find: (asked: Asked, account: Account) => M | undefined;
  readonly has: Of<T, M, boolean>;
  /** Of what cannot be added, or removed. */
  readonly refuse?: (member: M, thing: T, account: Account, how: 'add' | 'remove') => Refused;
  readonly add: Of<T, M, void>;
  readonly remove: Of<T, M, void>;
  readonly missing?: (ref: unknown) => Refusal;
  /** What a list shows, and what is removed where all are. */
  readonly all?: (thing: T, account: Account) => readonly M[];
  readonly row?: (member: M) => Row;
  /** What single operations do to a member. */
  readonly on?: (on: OnMember<T, M>) => void;
}
type OnMember<T, M> = <E extends Endpoint>(
  endpoint: E,
  handler: (call: Call<BodyOf<E>>, place: { readonly thing: T; readonly member: M }) => void,
) => void;

/** The members at an endpoint's path; `at` gives the thing that the path goes through. */
export const members = <T, M>({ path }: Endpoint, at: (call: Call) => T, spec: MembersSpec<T, M>): Part => {
  const { missing = refusals.missing, all, row: rowOf } = spec;
  const list = itemOf(path)?.parent ?? path;
  const name = lastOf(list);
  const found = (asked: Asked, account: Account): M => {
    const member = spec.find(asked, account);
    if (!member) throw missing(Object.values(asked)[0]);
    return member;
  };
  const add = (call: Call): Result => {
    const { account, body, now } = call;
    const thing = at(call);
    const asked = ((body as Known)[name] ?? []) as readonly Asked[];
    const added = asked.map((each) => found(each, account));
    for (const member of added) failing(spec.refuse?.(member, thing, account, 'add'));
    // Each addition may change the thing that the next one is for.
    for (const member of added) spec.add(member, at(call), account);
    const ids = added.map((member) => (member as Known).id).join(',');
    return row(`${list}/added`, { ids, add_at: instant(now), added_at: instant(now), [name]: added });
  };
  /** The member that a path names. */
  const placeOf = (call: Call): { thing: T; member: M } => {
    const thing = at(call);
    const id = call.path[itemOf(call.endpoint.path)?.parameter ?? ''];
    const member = found({ id }, call.account);
    failing(spec.refuse?.(member, thing, call.account, 'remove'));
    if (!spec.has(member, thing, call.account)) throw missing(id);
    return { thing, member };
  };
  const domain: Domain = (on) => {
    for (const each of declaredAt(list))
      if (each.method === 'POST') on(each, add);
      else if (each.method === 'DELETE' && all)
        on(each, (call) => {
          const thing = at(call);
          for (const member of all(thing, call.account)) spec.remove(member, thing, call.account);
          return undefined;
        });
      else if (all && rowOf) on(each, (call) => lazily(all(at(call), call.account), rowOf));
    const onMember: OnMember<T, M> = (endpoint, handler) =>
      on(endpoint, (call) => {
        handler(call, placeOf(call));
        return undefined;
      });
    for (const each of declaredAt(`${list}/{}`))
      if (each.method === 'DELETE')
        onMember(each, ({ account }, { thing, member }) => spec.remove(member, thing, account));
    spec.on?.(onMember);
  };
  return { domain };
};
