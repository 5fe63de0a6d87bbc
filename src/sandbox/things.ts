/** Things with ids that an account has, or that belong to one thing of it: those of the beginning, and what calls make of them. */
import type { Account } from './account.ts';
import { type Collection, collection } from './collection.ts';
import { failing, type Refusal, type Refused, refuse } from './refusal.ts';
import { type Known, opaqueId } from './seeded.ts';

/** A thing; its id stands in `id` whatever the field is called that shows it, and `nth` is its place at the beginning. */
export type Thing = Known & { id: string; nth?: number };
/** What things belong to, such as the meeting of polls. */
export interface Owner {
  readonly id?: unknown;
}
/** What there is at the beginning, by names from which the ids are made that are not given. */
export type Table = Readonly<Record<string, Known | (() => Known)>>;
type Beginning = Table | readonly string[];
type Missing = (ref: string) => Refusal;

export interface Things<T = Thing> extends Omit<Collection, 'all' | 'get' | 'add' | 'trash'> {
  get(id: string): T | undefined;
  /** In the order of the list. */
  all(): readonly T[];
  /** What was removed, but not for good. */
  trash(): readonly T[];
  /** By what a path may call it. Throws the refusal of what is not there; `missing` is that of one operation. */
  find(ref: unknown, missing?: Missing): T;
  /** Without an id it gets one. */
  add(known: Known): T;
}

export interface ThingsSpec<T, O extends Owner> {
  /** What values and ids are made up from. */
  readonly name: string;
  /** The field that shows a thing's id. */
  readonly key?: string;
  /**
   * What there is at the beginning, or the names alone. It depends on the seed alone; what also depends on other things is for
   * `shown`.
   */
  readonly initial?: Beginning | ((account: Account, owner: O) => Beginning);
  /** The field that shows the name in the table `initial`. The place in it is known as `nth`. */
  readonly named?: string;
  /** Things of the beginning that are too many to be listed. */
  readonly derive?: (id: string, account: Account) => Known | undefined;
  /** What else than an id may stand in a path. */
  readonly find?: (ref: string, things: Things<T>, account: Account) => T | undefined;
  readonly refuse?: {
    readonly missing?: Missing;
    /** Of a thing that is there, but cannot be reached. */
    readonly found?: (thing: T, account: Account) => Refused;
  };
}

/** Gives the things of an account, or of an owner in it, which it keeps. */
export const thingsOf = <T extends Known = Thing, O extends Owner = Owner>(
  spec: ThingsSpec<T, O>,
  unlessSaid: Missing = refuse.missing,
): ((account: Account, owner?: O) => Things<T>) => {
  const { name, key = 'id', named } = spec;
  const kept = (): Map<string, Things<T>> => new Map();
  const counts = () => ({ made: 0 });

  const begin = (account: Account, owner: O): Things<T> => {
    const seed = [account.seed, name, ...(owner.id === undefined ? [] : [owner.id])].join('/');
    const table = tableOf(typeof spec.initial === 'function' ? spec.initial(account, owner) : spec.initial);
    const slugs = new Map(
      Object.entries(table).map(([slug, known]) => [idOf(known) ?? opaqueId(`${seed}/${slug}`), slug]),
    );
    const places = new Map(Object.keys(table).map((slug, nth) => [slug, nth]));
    const identified = (id: string, known: Known): Known => ({ ...known, id, [key]: known[key] ?? id });
    const begun = new Map<string, Known>();
    const beginningOf = (id: string, slug: string): Known => {
      const entry = table[slug];
      const nth = places.get(slug);
      const known = { nth, ...(typeof entry === 'function' ? entry() : entry), ...(named && { [named]: slug }) };
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
      trash: () => all.trash() as readonly T[],
      get: (id) => all.get(id) as T | undefined,
      find: (ref = '', missing = unlessSaid) => {
        const text = String(ref);
        const thing = things.get(text) ?? spec.find?.(text, things, account);
        if (!thing) throw (spec.refuse?.missing ?? missing)(text);
        failing(spec.refuse?.found?.(thing, account));
        return thing;
      },
      add: (known) => {
        const id = String(known.id ?? opaqueId(`${seed}/new/${account.of(counts).made++}`));
        return all.add(id, identified(id, known)) as T;
      },
    };
    return things;
  };
  return (account, owner = {} as O) => {
    const at = String(owner.id);
    const things = account.of(kept).get(at) ?? begin(account, owner);
    account.of(kept).set(at, things);
    return things;
  };
};
const tableOf = (initial: Beginning = []): Table =>
  isNames(initial) ? Object.fromEntries(initial.map((name) => [name, {}])) : initial;
const isNames = (initial: Beginning): initial is readonly string[] => Array.isArray(initial);
const idOf = (known: Table[string]): string | undefined =>
  typeof known === 'function' || known.id === undefined ? undefined : String(known.id);
