/**
 * Things that calls list, read, create, change and delete. What is served follows from the paths that are declared: `/a/{x}/b` is
 * a collection, `/a/{x}/b/{y}` a thing in it. What a domain says is its data, its rules, and what is special.
 */
import { declared, type Endpoint, ownAccountEndpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type BodyOf, type Call, type Domain, type Result, type Row, row } from './call.ts';
import { type Collection, collection, merged } from './collection.ts';
import { matching, type Where } from './filters.ts';
import { lazily } from './paging.ts';
import { invalid, Refusal } from './refusal.ts';
import { fieldsOf, type Known, opaqueId, without } from './seeded.ts';
import { checkReadable } from './storable.ts';

/** A thing; its id stands in `id` whatever the field is called that shows it. */
export type Thing = Known & { id: string };
/** What a collection belongs to, such as the meeting of polls. */
export interface Owner {
  readonly id?: unknown;
}
/** What there is at the beginning, by names from which the ids are made that are not given. */
export type Table = Readonly<Record<string, Known | (() => Known)>>;

export interface Things<T = Thing> extends Omit<Collection, 'all' | 'get' | 'add'> {
  get(id: string): T | undefined;
  /** In the order of the list. */
  all(): readonly T[];
  /** By what a path may call it. Throws the refusal of what is not there. */
  find(ref: string | undefined): T;
  /** Without an id it gets one. */
  add(known: Known): T;
}
/** Where a call leads to. */
interface Place<T, O, One> {
  readonly things: Things<T>;
  readonly owner: O;
  readonly thing: One;
}
type OnPlace<T, O, P extends string> = <E extends Endpoint>(
  endpoint: E,
  handler: (call: Call<BodyOf<E>>, place: Place<T, O, E extends Endpoint<`${P}${string}`> ? T : undefined>) => Result,
) => void;
type Refused = Refusal | false | undefined;

export interface Spec<T, O extends Owner, P extends string> {
  /** What values and ids are made up from. */
  readonly name: string;
  /** What values of a thing are made up from, where that is not the name and the id. */
  readonly rowKey?: (thing: T, account: Account) => string;
  /** The field that shows a thing's id: `id`, or the one that is named as the parameter of the path. */
  readonly key?: string;
  /** What the collection of a call belongs to. Throws a refusal where that is not there. */
  readonly in?: (call: Call) => O;
  /** Depends on the seed alone; what also depends on other things is for `shown`. */
  readonly initial?: Table | ((account: Account, owner: O) => Table);
  /** The field that shows the name in the table `initial`. */
  readonly named?: string;
  /** Things of the beginning that are too many to be listed. */
  readonly derive?: (id: string, account: Account) => Known | undefined;
  /** What else than an id may stand in a path. */
  readonly find?: (ref: string, things: Things<T>, account: Account) => T | undefined;
  /** What a new thing has that was not given. */
  readonly defaults?: Known | ((call: Call, owner: O) => Known);
  /** What a body says of a thing, as reading shows it. */
  readonly written?: (body: Known, call: Call, before: T | undefined) => Known;
  /** What a body may say that nothing reads back. */
  readonly unread?: readonly string[];
  /** Throws a refusal of what a thing would be after a create or an update. */
  readonly check?: (thing: Known, call: Call) => void;
  /** Fields that no two things have alike, together. */
  readonly unique?: { readonly fields: readonly string[]; readonly refuse: (value: unknown) => Refusal };
  /** When what is refused. */
  readonly refuse?: {
    readonly missing?: (ref: string) => Refusal;
    /** Of a thing that is there, but cannot be reached. */
    readonly found?: (thing: T, account: Account) => Refused;
    readonly all?: (call: Call) => Refused;
    readonly create?: (call: Call, owner: O) => Refused;
    readonly update?: (thing: T, call: Call) => Refused;
    readonly delete?: (thing: T, call: Call) => Refused;
  };
  /** Filters that hold unless the query names others. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Filters of the list that name no field of its items: whether one is shown. */
  readonly where?: Where;
  /** What of a thing depends on others. */
  readonly shown?: (thing: T, account: Account, owner: O) => Known;
  /** What else a deletion changes. */
  readonly deleted?: (thing: T, call: Call) => void;
  /** What single operations do beside this, or otherwise. */
  readonly on?: (on: OnPlace<T, O, P>) => void;
}

export interface Resource<T = Thing> {
  in(account: Account, owner?: Owner): Things<T>;
  /** The thing that a call's path goes through or ends in. Throws the refusal of what is not there. */
  at(call: Call): T;
  row(thing: T, account: Account, owner?: Owner): Row;
  readonly domain: Domain;
}

/** The last segment's parameter of a path, and the path of the collection that it lies in. */
export const itemOf = (path: string): { parent: string; parameter: string } | undefined => {
  const [, parent, parameter] = /^(.*)\/\{(\w+)\}$/.exec(path) ?? [];
  return parent === undefined || parameter === undefined ? undefined : { parent, parameter };
};
/** A path whose parameters have no names. */
export const nameless = (path: string): string => path.replace(/\{\w+\}/g, '{}');
/** The declared endpoints at a path, but for those below /accounts/{accountId}. */
export const declaredAt = (path: string): readonly Endpoint[] =>
  declared().filter((each) => nameless(each.path) === nameless(path) && ownAccountEndpoint(each) === each);

/** The refusal of an operation whose last id leads nowhere, by the code that means that. */
export const missingAt = ({ codes = {} }: Endpoint, ref: string): Refusal => {
  const code = Number(Object.entries(codes).find(([, kind]) => kind === 'NOT_FOUND')?.[0] ?? 404);
  return new Refusal(code === 404 ? 404 : 400, code, `Not found: ${ref}.`);
};

/** A check that some fields are not empty. */
export const filled =
  (...names: readonly string[]) =>
  (thing: Known): void => {
    const empty = names.filter((name) => !thing[name]);
    if (empty.length > 0) throw invalid(...empty.map((field) => ({ field, message: 'Invalid field.' })));
  };

/** The field of a shape that identifies a thing: `id`, or the one named as the parameter is (channelId, channel_id). */
const keyOf = ({ of, path }: Endpoint): string => {
  const names = of ? fieldsOf(of).map(([name]) => name) : [];
  const snake = itemOf(path)?.parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return ['id', snake, names.find((name) => /_id$/.test(name))].find((name) => name && names.includes(name)) ?? 'id';
};
const idOf = (known: Table[string]): string | undefined =>
  typeof known === 'function' || known.id === undefined ? undefined : String(known.id);
const failing = (refused: Refused): void => {
  if (refused) throw refused;
};

/** The collection of an endpoint: of the GET of a thing in it, or of its list. */
export const resource = <T extends Known = Thing, O extends Owner = Owner, const P extends string = string>(
  endpoint: Endpoint<P>,
  spec: Spec<T, O, P>,
): Resource<T> => {
  const { name, key = keyOf(endpoint), named, refuse = {} } = spec;
  const parent = itemOf(endpoint.path)?.parent ?? endpoint.path;
  const item = `${parent}/{}`;
  const depth = item.split('/').length;
  const places = (): Map<string, Things<T>> => new Map();
  const counts = () => ({ made: 0 });

  const find = (account: Account, things: Things<T>, ref: string, asked: Endpoint): T => {
    const thing = things.get(ref) ?? spec.find?.(ref, things, account);
    if (!thing) throw refuse.missing?.(ref) ?? missingAt(asked, ref);
    failing(refuse.found?.(thing, account));
    return thing;
  };
  const begin = (account: Account, owner: O): Things<T> => {
    const seed = [account.seed, name, ...(owner.id === undefined ? [] : [owner.id])].join('/');
    const table = typeof spec.initial === 'function' ? spec.initial(account, owner) : (spec.initial ?? {});
    const slugs = new Map(
      Object.entries(table).map(([slug, known]) => [idOf(known) ?? opaqueId(`${seed}/${slug}`), slug]),
    );
    const identified = (id: string, known: Known): Known => ({ ...known, id, [key]: known[key] ?? id });
    const begun = new Map<string, Known>();
    const beginningOf = (id: string, slug: string): Known => {
      const entry = table[slug];
      const known = { ...(typeof entry === 'function' ? entry() : entry), ...(named && { [named]: slug }) };
      begun.set(id, identified(id, known));
      return identified(id, known);
    };
    const all = collection([...slugs.keys()], (id) => {
      const slug = slugs.get(id);
      if (slug !== undefined) return begun.get(id) ?? beginningOf(id, slug);
      const known = spec.derive?.(id, account);
      return known && identified(id, known);
    });
    const things: Things<T> = {
      ...all,
      all: () => all.all() as readonly T[],
      get: (id) => all.get(id) as T | undefined,
      find: (ref = '') => find(account, things, ref, endpoint),
      add: (known) => {
        const id = String(known.id ?? opaqueId(`${seed}/new/${account.of(counts).made++}`));
        return all.add(id, identified(id, known)) as T;
      },
    };
    return things;
  };
  const thingsOf = (account: Account, owner: O): Things<T> => {
    const known = account.of(places);
    const at = String(owner.id);
    const things = known.get(at) ?? begin(account, owner);
    known.set(at, things);
    return things;
  };
  const placeOf = (call: Call): { things: Things<T>; owner: O } => {
    failing(refuse.all?.(call));
    const owner = spec.in?.(call) ?? ({} as O);
    return { owner, things: thingsOf(call.account, owner) };
  };
  /** The thing that a path goes through or ends in. */
  const thingAt = (call: Call): { things: Things<T>; owner: O; thing: T } => {
    const place = placeOf(call);
    const parameter = call.endpoint.path.split('/')[depth - 1]?.slice(1, -1) ?? '';
    return { ...place, thing: find(call.account, place.things, call.path[parameter] ?? '', call.endpoint) };
  };
  const rowOf = (thing: T, account: Account, owner: O): Row =>
    row(spec.rowKey?.(thing, account) ?? `${name}/${thing.id}`, { ...thing, ...spec.shown?.(thing, account, owner) });
  const readers = () => [...declaredAt(parent), ...declaredAt(item)].filter(({ of }) => of !== undefined);
  const checked = (things: Things<T>, thing: Known, call: Call): void => {
    spec.check?.(thing, call);
    const { fields, refuse } = spec.unique ?? {};
    const same = (other: T) => other.id !== thing.id && fields?.every((field) => other[field] === thing[field]);
    if (refuse && things.all().some(same)) throw refuse(thing[fields?.[0] ?? '']);
  };
  const written = (call: Call, before?: T): Known => {
    const body = without((call.body ?? {}) as Known, spec.unread);
    // The id of a thing is Zoom's to say.
    const { [key]: _id, ...known } = spec.written?.(body, call, before) ?? body;
    checkReadable(call.endpoint, readers(), known);
    return known;
  };

  const list = (call: Call): Result => {
    const { things, owner } = placeOf(call);
    const show = (thing: T) => rowOf(thing, call.account, owner);
    const found = matching(call, things.all(), show, spec);
    const { window, paging } = call.endpoint;
    const rows = window ? found.map(show) : lazily(found, show);
    return { rows, ...(paging?.by === 'whole' && !window && { envelope: { total_records: found.length } }) };
  };
  const create = (call: Call): Result => {
    const { things, owner } = placeOf(call);
    const { defaults } = spec;
    const known = merged(typeof defaults === 'function' ? defaults(call, owner) : (defaults ?? {}), written(call));
    checked(things, known, call);
    failing(refuse.create?.(call, owner));
    return rowOf(things.add(known), call.account, owner);
  };
  const update = (call: Call): Result => {
    const { things, thing } = thingAt(call);
    failing(refuse.update?.(thing, call));
    const patch = written(call, thing);
    checked(things, { ...thing, ...patch }, call);
    things.change(String(thing.id), patch);
    return undefined;
  };
  const remove = (call: Call): Result => {
    const { things, thing } = thingAt(call);
    failing(refuse.delete?.(thing, call));
    spec.deleted?.(thing, call);
    things.remove(String(thing.id));
    return undefined;
  };
  const read = (call: Call): Result => {
    const { thing, owner } = thingAt(call);
    return rowOf(thing, call.account, owner);
  };

  return {
    in: (account, owner) => thingsOf(account, (owner ?? {}) as O),
    at: (call) => thingAt(call).thing,
    row: (thing, account, owner) => rowOf(thing, account, (owner ?? {}) as O),
    domain: (on) => {
      for (const each of declaredAt(parent))
        if (each.items !== undefined) on(each, list);
        else if (each.method === 'POST') on(each, create);
      for (const each of declaredAt(item))
        on(each, each.method === 'GET' ? read : each.method === 'DELETE' ? remove : update);
      spec.on?.((each, handler) => {
        const through = `${nameless(each.path)}/`.startsWith(`${nameless(item)}/`);
        on(each, (call) => handler(call, (through ? thingAt(call) : { ...placeOf(call), thing: undefined }) as never));
      });
    },
  };
};
