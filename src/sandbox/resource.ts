/**
 * Things that calls list, read, create, change and delete. What is served follows from the paths that are declared: `/a/{x}/b` is
 * a collection, `/a/{x}/b/{y}` a thing in it. What a domain says is its data, its rules, and what is special.
 */
import * as z from 'zod';
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type BodyOf, type Call, type Domain, type Handler, type Result, type Row, row } from './call.ts';
import { merged } from './collection.ts';
import { matching, type Where } from './filters.ts';
import type { Daily } from './limits.ts';
import { lazily } from './paging.ts';
import { declaredAt, declaredHere, itemOf, nameless } from './paths.ts';
import { failing, missingAt, type Refusal, type Refused } from './refusal.ts';
import { fieldsOf, type Known, without } from './seeded.ts';
import { checkReadable } from './storable.ts';
import { type Owner, type Thing, type Things, type ThingsSpec, thingsOf } from './things.ts';

// The other ways to serve a path, and things without one.
export { having } from './collection.ts';
export { type MembersSpec, members } from './members.ts';
export { single } from './single.ts';
export { type Table, type Thing, type Things, thingsOf } from './things.ts';

/** Where a call leads to. */
interface Place<T, O, One> {
  readonly things: Things<T>;
  readonly owner: O;
  readonly thing: One;
  /** What the operation does unless a domain says otherwise. */
  usual(): Result;
}
type OnPlace<T, O, P extends string> = <E extends Endpoint>(
  endpoint: E,
  handler: (call: Call<BodyOf<E>>, place: Place<T, O, E extends Endpoint<`${P}${string}`> ? T : undefined>) => Result,
) => void;

export interface Spec<T, O extends Owner, P extends string> extends Omit<ThingsSpec<T, O>, 'refuse'> {
  /** The things themselves, where others need them without the rest. */
  readonly things?: (account: Account, owner?: O) => Things<T>;
  /** What values of a thing are made up from, where that is not the name and the id. */
  readonly rowKey?: (thing: T, account: Account) => string;
  /** What the collection of a call belongs to. Throws a refusal where that is not there. */
  readonly in?: (call: Call) => O;
  /**
   * A list elsewhere, such as that of a host's meetings: of the things whose field `by` names the owner. `ids` are those that the
   * owner has at the beginning.
   */
  readonly owned?: {
    readonly at: Endpoint;
    readonly of: (call: Call) => O;
    readonly by: string;
    readonly ids: (account: Account, owner: O) => readonly string[];
  };
  /** The things that a list shows, where those are not all. */
  readonly listed?: (all: readonly T[], call: Call) => readonly T[];
  /** What a new thing has that was not given. */
  readonly defaults?: Known | ((call: Call, owner: O) => Known);
  /** What a body says of a thing, as reading shows it. */
  readonly written?: (body: Known, call: Call, before: T | undefined, owner: O) => Known;
  /** What a body may say that nothing reads back. */
  readonly unread?: readonly string[];
  /** Throws a refusal of what a thing would be after a create or an update. */
  readonly check?: (thing: Known, call: Call) => void;
  /** Fields that no two things have alike, together. */
  readonly unique?: { readonly fields: readonly string[]; readonly refuse: (value: unknown) => Refusal };
  /** When what is refused. */
  readonly refuse?: ThingsSpec<T, O>['refuse'] & {
    readonly all?: (call: Call) => Refused;
    readonly create?: (call: Call, owner: O, things: Things<T>) => Refused;
    readonly update?: (thing: T, call: Call) => Refused;
    readonly delete?: (thing: T, call: Call) => Refused;
    readonly action?: (thing: T, call: Call, owner: O) => Refused;
  };
  /** What may be created only so often a day. */
  readonly daily?: Daily;
  /** Filters that hold unless the query names others. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Filters of the list that name no field of its items: whether one is shown. */
  readonly where?: Where;
  /** What of a thing depends on others. */
  readonly shown?: (thing: T, account: Account, owner: O) => Known;
  /** What else a deletion changes. */
  readonly deleted?: (thing: T, call: Call) => void;
  /**
   * What the `action` of a PUT on `/status` makes of a thing: of that of the path, or of those that the body names. `recover` brings
   * a deleted thing back.
   */
  readonly actions?: Readonly<Record<string, Known | ((thing: T, call: Call) => Known)>>;
  /** What single operations do beside this, or otherwise. */
  readonly on?: (on: OnPlace<T, O, P>) => void;
}

export interface Resource<T = Thing, O extends Owner = Owner> {
  in(account: Account, owner?: O): Things<T>;
  /** The thing that a call's path goes through or ends in. Throws the refusal of what is not there. */
  at(call: Call): T;
  row(thing: T, account: Account, owner?: O): Row;
  /** The row of that thing. */
  rowAt(call: Call): Row;
  /** The things of an owner that has a list of its own of them. */
  ownedBy(account: Account, owner: O): readonly T[];
  /** What an operation does unless a domain says otherwise. */
  usual(call: Call): Result;
  readonly domain: Domain;
}

/** The field of a shape that identifies a thing: `id`, or the one named as the parameter is (channelId, channel_id). */
const keyOf = ({ of, path }: Endpoint): string => {
  const names = of ? fieldsOf(of).map(([name]) => name) : [];
  const snake = itemOf(path)?.parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return ['id', snake, names.find((name) => /_id$/.test(name))].find((name) => name && names.includes(name)) ?? 'id';
};
/** The ids in a query: `file_ids=a,b`. */
const idsIn = ({ query }: Call): readonly string[] =>
  Object.entries(query).flatMap(([name, value]) => (IDS.test(name) ? value.split(',') : []));
const IDS = /_ids$/;
/** Whether an operation names many things, by their ids in its query or as a list in its body. */
const namesMany = ({ query, body }: Endpoint): boolean =>
  (query ? fieldsOf(query) : []).some(([name]) => IDS.test(name)) ||
  (body ? fieldsOf(body) : []).some(([, { type }]) => type instanceof z.ZodArray);
/** Those that a body names. */
const namedIn = ({ body }: Call): readonly { readonly id?: string; readonly email?: string }[] =>
  Object.values(body as Known).find(Array.isArray) ?? [];
const actionOf = ({ body }: Call): string => String((body as Known).action);

/** The collection of an endpoint: of the GET of a thing in it, or of its list. */
export const resource = <T extends Known = Thing, O extends Owner = Owner, const P extends string = string>(
  endpoint: Endpoint<P>,
  spec: Spec<T, O, P>,
): Resource<T, O> => {
  const { name, key = keyOf(endpoint), owned, refuse = {} } = spec;
  // What a GET reads at a path such as /meetings/{meetingId}/recordings is one thing, named as what it belongs to.
  const isAlone = endpoint.method === 'GET' && endpoint.items === undefined && !itemOf(endpoint.path);
  const parent = isAlone ? '' : nameless(itemOf(endpoint.path)?.parent ?? endpoint.path);
  const item = isAlone ? nameless(endpoint.path) : `${parent}/{}`;
  const depth = item.split('/').lastIndexOf('{}');
  const kept = spec.things ?? thingsOf<T, O>({ ...spec, key }, (ref) => missingAt(endpoint, ref));
  const isOwned = ({ endpoint }: Call) => endpoint.path === owned?.at.path;
  const readers = () => [...declaredAt(parent), ...declaredAt(item)].filter(({ of }) => of !== undefined);

  const placeOf = (call: Call): { things: Things<T>; owner: O } => {
    failing(refuse.all?.(call));
    if (owned && isOwned(call)) return { owner: owned.of(call), things: kept(call.account) };
    const owner = spec.in?.(call) ?? ({} as O);
    return { owner, things: kept(call.account, owner) };
  };
  /** The thing that a path goes through or ends in. */
  const thingAt = (call: Call): { things: Things<T>; owner: O; thing: T } => {
    const place = placeOf(call);
    return { ...place, thing: place.things.find(refAt(call), (ref) => missingAt(call.endpoint, ref)) };
  };
  const refAt = ({ endpoint, path }: Call): string => path[endpoint.path.split('/')[depth]?.slice(1, -1) ?? ''] ?? '';
  const ownedBy = (account: Account, owner: O): readonly T[] => {
    const things = kept(account);
    const ids = new Set([...(owned?.ids(account, owner) ?? []), ...things.touched()]);
    const all = [...ids].map(things.get).filter((thing) => thing !== undefined);
    return all.filter((thing) => thing[owned?.by ?? ''] === owner.id);
  };
  const rowOf = (thing: T, account: Account, owner: O): Row =>
    row(spec.rowKey?.(thing, account) ?? `${name}/${thing.id}`, { ...thing, ...spec.shown?.(thing, account, owner) });
  const checked = (things: Things<T>, thing: Known, call: Call): void => {
    spec.check?.(thing, call);
    const { fields, refuse } = spec.unique ?? {};
    const same = (other: T) => other.id !== thing.id && fields?.every((field) => other[field] === thing[field]);
    if (refuse && things.all().some(same)) throw refuse(thing[fields?.[0] ?? '']);
  };
  const written = (call: Call, owner: O, before?: T): Known => {
    const body = without((call.body ?? {}) as Known, spec.unread);
    // The id of a thing is Zoom's to say.
    const { [key]: _id, ...known } = spec.written?.(body, call, before, owner) ?? body;
    checkReadable(call.endpoint, readers(), known);
    return known;
  };
  /** Counts what a host may do only so often a day; the headers that say how often it still may. */
  const spent = ({ endpoint, account }: Call, { host_id }: Known) =>
    endpoint.perHost ? account.limits.spendDaily('host', String(host_id)) : {};

  const list = (call: Call): Result => {
    const { things, owner } = placeOf(call);
    const show = (thing: T) => rowOf(thing, call.account, owner);
    const all = isOwned(call) ? ownedBy(call.account, owner) : things.all();
    const found = matching(call, spec.listed?.(all, call) ?? all, show, spec);
    const { window, paging } = call.endpoint;
    const rows = window ? found.map(show) : lazily(found, show);
    return { rows, ...(paging?.by === 'whole' && !window && { envelope: { total_records: found.length } }) };
  };
  const create = (call: Call): Result => {
    const { things, owner } = placeOf(call);
    const { defaults = {} } = spec;
    const known = merged(typeof defaults === 'function' ? defaults(call, owner) : defaults, written(call, owner));
    checked(things, known, call);
    failing(refuse.create?.(call, owner, things));
    if (spec.daily) call.account.limits.spendDaily(spec.daily);
    const headers = spent(call, known);
    return { headers, row: rowOf(things.add(known), call.account, owner) };
  };
  const update = (call: Call): Result => {
    const { things, owner, thing } = thingAt(call);
    failing(refuse.update?.(thing, call));
    const headers = spent(call, thing);
    const patch = written(call, owner, thing);
    checked(things, { ...thing, ...patch }, call);
    things.change(String(thing.id), patch);
    return { headers };
  };
  const remove = (call: Call): Result => {
    const { things, thing } = thingAt(call);
    failing(refuse.delete?.(thing, call));
    spec.deleted?.(thing, call);
    things.remove(String(thing.id), call.query.action === 'delete');
    return undefined;
  };
  const removeMany = (call: Call): Result => {
    const { things } = placeOf(call);
    for (const id of idsIn(call)) things.remove(id, true);
    return undefined;
  };
  const read = (call: Call): Result => {
    const { thing, owner } = thingAt(call);
    return rowOf(thing, call.account, owner);
  };
  const act = (call: Call, things: Things<T>, thing: T): void => {
    const change = spec.actions?.[actionOf(call)] ?? {};
    things.change(String(thing.id), typeof change === 'function' ? change(thing, call) : change);
  };
  const actOnOne = (call: Call): Result => {
    const ref = refAt(call);
    if (actionOf(call) === 'recover') {
      if (!placeOf(call).things.restore(ref)) throw refuse.missing?.(ref) ?? missingAt(call.endpoint, ref);
      return undefined;
    }
    const { things, owner, thing } = thingAt(call);
    failing(refuse.action?.(thing, call, owner));
    act(call, things, thing);
    return undefined;
  };
  const actOnNamed = (call: Call): Result => {
    const { things, owner } = placeOf(call);
    const named = namedIn(call).map(({ id, email }) =>
      things.find(id ?? things.all().find((each) => each.email === email)?.id ?? email),
    );
    for (const thing of named) {
      failing(refuse.action?.(thing, call, owner));
      act(call, things, thing);
    }
    return undefined;
  };

  /** What the paths alone say. */
  /** What an operation does by its path and its method alone. */
  const handlerOf = (each: Endpoint): Handler | undefined => {
    const { method, items } = each;
    switch (nameless(each.path)) {
      case item:
        if (items !== undefined) return undefined;
        return method === 'GET' ? read : method === 'DELETE' ? remove : update;
      case parent:
      case owned && nameless(owned.at.path):
        if (items !== undefined) return list;
        return method === 'POST' ? create : method === 'DELETE' && namesMany(each) ? removeMany : undefined;
      case `${item}/status`:
        return spec.actions && actOnOne;
      case `${parent}/status`:
        return spec.actions && namesMany(each) ? actOnNamed : undefined;
      default:
        return undefined;
    }
  };
  const usual = (call: Call): Result => handlerOf(call.endpoint)?.(call);

  return {
    in: kept,
    at: (call) => thingAt(call).thing,
    row: (thing, account, owner) => rowOf(thing, account, (owner ?? {}) as O),
    rowAt: (call) => read(call) as Row,
    ownedBy,
    usual,
    domain: (on) => {
      for (const each of declaredHere()) {
        const handler = handlerOf(each);
        if (handler) on(each, handler);
      }
      spec.on?.((each, handler) => {
        const through = `${nameless(each.path)}/`.startsWith(`${nameless(item)}/`);
        on(each, (call) =>
          handler(call, {
            ...(through ? thingAt(call) : { ...placeOf(call), thing: undefined }),
            usual: () => usual(call),
          } as never),
        );
      });
    },
  };
};
