/**
 * What is asked for the sake of a thing is asked of the account that the thing belongs to: here alone accounts come into paths and
 * keys, so that nothing below a sub account reaches another.
 */
import { type ListEndpoint, paramsIn } from '../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../src/zoom/declare/entity.ts';
import { Entity, type Params } from './entity.ts';
import { pagesFrom } from './pages.ts';
import type { Store } from './store.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What an operation is called with for a parent: its path is made of the parent's key unless said, and is of the parent's account. */
export const callFor = <A extends object>(
  store: Store,
  endpoint: { readonly path: string },
  parent: unknown,
  { path = pathOf(endpoint, parent), ...more }: A & { readonly path?: Params },
) => ({ ...more, path: { ...path, ...store.scopeOf(parent) } });

/** The path of what belongs to a parent, by the names of the parent's own key. */
const pathOf = (endpoint: { readonly path: string }, parent: unknown): Params => {
  const params = parent instanceof Entity ? parent.params : {};
  return Object.fromEntries(
    paramsIn(endpoint).map((name) => {
      const value = params[name];
      if (value === undefined) throw new Error(`${endpoint.path} needs ${name}, which its parent does not tell.`);
      return [name, value];
    }),
  );
};

/** The entity of a key that a parent tells, in the parent's account: of accounts that account itself. */
export const refFor = <T>(store: Store, type: EntityType<T>, parent: unknown, key: Params): Entity<T> => {
  const scope = store.scopeOf(parent);
  return store.ref(type, type.key.accountId ? { ...key, ...scope } : { ...scope, ...key });
};

/** What a parent tells of an entity of its account; undefined where it tells no key. `place` holds the parts of the key that it does not. */
export const referFor = <T>(
  store: Store,
  type: EntityType<T>,
  parent: unknown,
  facts: object,
  place?: Params,
): Entity<T> | undefined => store.refer(type, facts, { ...place, ...store.scopeOf(parent) });

/** The same of what was told some time ago, as by an event: no other request hears of it. */
export const recallFor = <T>(
  store: Store,
  type: EntityType<T>,
  parent: unknown,
  facts: object,
  place?: Params,
): Entity<T> | undefined => store.recall(type, facts, { ...place, ...store.scopeOf(parent) });

/** A thing of which Zoom tells the account by its real id, such as an event: what it leads to is of that account. */
export const ofAccount = <O extends object>(store: Store, thing: O, accountId: string): O => {
  const own = store.knownOwnAccountId;
  return store.scoped(thing, own === undefined || own === accountId ? undefined : { accountId });
};

/**
 * The entity that an item of a list of the parent's account holds, of which the list tells `keys`; undefined where it has no key. `place`
 * holds the parts of the key that the item does not.
 */
export const foundFor = <T>(
  store: Store,
  type: EntityType<T>,
  parent: unknown,
  item: object,
  keys: ReadonlySet<string>,
  place?: Params,
): Entity<T> | undefined => store.found(type, item, keys, { ...place, ...store.scopeOf(parent) });

/**
 * An object without identity that a parent tells, or stands for: it is of the parent's account. `at` is where in the parent it stands,
 * if nowhere else there stands another one; its id is made of that.
 */
export const partFor = <O extends object>(store: Store, parent: unknown, part: O, at?: string): O => {
  if (at !== undefined) store.place(part, parent, at);
  return store.scoped(part, store.scopeOf(parent));
};

/** The first row of a list of the parent's account that is meant; null where there is none. All that ask in one request read the same pages. */
export const rowFor = async (
  store: Store,
  list: ListEndpoint,
  parent: unknown,
  { path, query = {} }: { readonly path?: Params; readonly query?: Raw },
  isMeant: (row: Raw) => boolean,
): Promise<Raw | null> => {
  const ref = { list, ...callFor(store, list, parent, { path, query }) };
  for await (const page of pagesFrom(store, ref, list.paging.max)) {
    const found = page.items.find(isMeant);
    if (found) return store.scoped(found, ref.path);
  }
  return null;
};
