/**
 * The ids that clients give: global ones, or Zoom's own. Each is checked for its type, and all that one operation is given for the
 * account that they tell, which must be one. Zoom's own ids tell no account.
 */

import { OWN, scopeOf } from '../../resolvers/account-scope.ts';
import { type Params, paramsOf } from '../../resolvers/entity.ts';
import { InputError, withArticle } from '../../resolvers/errors.ts';
import type { Hints } from '../../resolvers/hints.ts';
import type { Store } from '../../resolvers/store.ts';
import { type EntityType, goesByNumber } from '../../src/zoom/declare/entity.ts';
import { entityTypeOf, globalIdOf, type TypesByName } from './global-id.ts';

/** The account that one operation is for, as far as it was told. */
export class ToldAccount {
  /** The graph whose ids tell it. */
  readonly schema: TypesByName;
  readonly #own: OwnAccount;
  #told: { readonly accountId: string; readonly by: string } | undefined;

  constructor(schema: TypesByName, own: OwnAccount = {}) {
    this.schema = schema;
    this.#own = own;
  }

  /** The account that a field belongs to by its parent. */
  static below(schema: TypesByName, store: OwnAccount & Pick<Store, 'scopeOf'>, parent: unknown): ToldAccount {
    const account = new ToldAccount(schema, store);
    account.tell(store.scopeOf(parent).accountId, 'This field belongs to');
    return account;
  }

  /** An account by the name that it has in paths: `me`, where this is the real id of the own one. */
  named(accountId: string): string {
    return accountId === this.#own.knownOwnAccountId ? OWN : accountId;
  }

  /** Takes note of an account, the own one unless said, and of what tells it. Throws InputError for another one than before. */
  tell(named = OWN, by: string): void {
    const accountId = this.named(named);
    const told = this.#told ?? { accountId, by };
    if (told.accountId !== accountId)
      throw new InputError(
        `${told.by} ${nameOf(told.accountId)}, but ${by} ${nameOf(accountId)}. One operation concerns one account.`,
      );
    this.#told = told;
  }

  /** The account as params; empty for the own one. */
  get params(): Params {
    return scopeOf(this.#told);
  }
}
/** Where the real id of the own account is known, if it is: resolvers that are given ids of accounts see to that (`Store.ownAccountId`). */
type OwnAccount = Pick<Hints, 'knownOwnAccountId'>;
const nameOf = (accountId: string) => (accountId === OWN ? 'your own account' : `the sub account ${accountId}`);

/**
 * What Zoom calls the thing that an id names: of a key of several parts the last, the others stand beside it. Global ids are taken
 * of this type alone, and none where no type is named. Throws InputError, which names the id by `at`.
 */
export const zoomIdIn = (text: string, type: string | undefined, at: string, account: ToldAccount): string => {
  if (type !== undefined) notEmpty(text, at);
  const id = globalIn(text, type, at, account);
  if (!id) {
    const of = type === undefined ? undefined : entityTypeOf(account.schema, type);
    return of && goesByNumber(of) ? digitsIn(text) : text;
  }
  if (!id.type.key.accountId) account.tell(id.params.accountId, `${at} belongs to`);
  return Object.values(id.params).at(-1) ?? '';
};

/** The parts of a key that a global id of this type tells; none for an id of Zoom's own. */
export const partsIn = (text: string, type: string, at: string, account: ToldAccount): Params =>
  globalIn(text, type, at, account)?.params ?? {};

/** A number without what people write between its digits, such as the blanks of "880 0007 1272"; any other text as it is. */
export const digitsIn = (text: string): string => (/^\d[\d\s-]*\d$/.test(text.trim()) ? text.replace(/\D/g, '') : text);

/** Throws InputError for an id that is empty or blank, where that would mean all things or another one. */
export const notEmpty = (id: string, at: string): string => {
  if (id.trim() === '') throw new InputError(`${at} is empty.`);
  return id;
};

/**
 * The key that an argument `id` names: a global id of this type, or Zoom's own id of a thing of the account, with the other parts
 * of the key beside it. Throws InputError.
 */
export const paramsFrom = (type: EntityType, text: string, account: ToldAccount, beside: Params = {}): Params => {
  if (text.trim() === '') throw new InputError(`The id of ${withArticle(type.name)} is empty.`);
  const told = globalIn(text, type.name, 'argument.id', account);
  if (told) {
    if (!type.key.accountId) account.tell(told.params.accountId, 'argument.id belongs to');
    const { accountId, ...others } = told.params;
    if (accountId === undefined) return others;
    const named = { accountId: account.named(accountId) };
    return { ...(type.key.accountId ? named : scopeOf(named)), ...others };
  }
  const [name = '', ...others] = Object.keys(type.key).reverse();
  if (others.some((other) => beside[other] === undefined)) throw notAnId(text, type.name);
  const id = goesByNumber(type) ? digitsIn(text) : text;
  return { ...(!type.key.accountId && account.params), ...beside, [name]: type.key.accountId ? account.named(id) : id };
};

/** What a global id tells; undefined for an id of Zoom's own. An account belongs to none. */
const globalIn = (
  text: string,
  type: string | undefined,
  at: string,
  account: ToldAccount,
): { readonly type: EntityType; readonly params: Params } | undefined => {
  const id = globalIdOf(account.schema, text);
  if (!id) return undefined;
  if (type === undefined)
    throw new InputError(`${at} is a global id, of the type ${id.type.name}; here an id of Zoom's own is wanted.`);
  if (id.type.name !== type)
    throw new InputError(
      `"${text}" is the id of ${withArticle(id.type.name)}; here that of ${withArticle(type)} is wanted.`,
    );
  const params = paramsOf(id.type, id.key);
  if (!params) throw notAnId(text, type);
  return { type: id.type, params };
};
const notAnId = (text: string, type: string) => new InputError(`"${text}" is not the id of ${withArticle(type)}.`);
