/**
 * The ids that clients give: global ones, or Zoom's own. Each is checked for its type, and all that one operation is given for the
 * account that they tell, which must be one. Zoom's own ids tell no account.
 */

import { OWN, scopeOf } from '../../resolvers/account-scope.ts';
import { type Params, paramsOf } from '../../resolvers/entity.ts';
import { InputError, withArticle } from '../../resolvers/errors.ts';
import type { Store } from '../../resolvers/store.ts';
import { type EntityType, goesByNumber } from '../../src/zoom/declare/entity.ts';
import { entityTypeOf, globalIdOf, type TypesByName } from './global-id.ts';

/** The account that one operation is for, as far as it was told. */
export class ToldAccount {
  /** The graph whose ids tell it. */
  readonly schema: TypesByName;
  #told: { readonly accountId: string; readonly by: string } | undefined;

  constructor(schema: TypesByName) {
    this.schema = schema;
  }

  /** The account that a field belongs to by its parent. */
  static below(schema: TypesByName, store: Pick<Store, 'scopeOf'>, parent: unknown): ToldAccount {
    const account = new ToldAccount(schema);
    account.tell(store.scopeOf(parent).accountId, 'This field belongs to');
    return account;
  }

  /** Takes note of an account, the own one unless said, and of what tells it. Throws InputError for another one than before. */
  tell(accountId = OWN, by: string): void {
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
  const id = globalIn(text, type.name, 'argument.id', account);
  if (id) {
    if (!type.key.accountId) account.tell(id.params.accountId, 'argument.id belongs to');
    return id.params;
  }
  const [name = '', ...others] = Object.keys(type.key).reverse();
  if (others.some((other) => beside[other] === undefined)) throw notAnId(text, type.name);
  return { ...(!type.key.accountId && account.params), ...beside, [name]: goesByNumber(type) ? digitsIn(text) : text };
};

/** What a global id tells; undefined for an id of Zoom's own. An account belongs to none. */
const globalIn = (
  text: string,
  type: string | undefined,
  at: string,
  { schema }: ToldAccount,
): { readonly type: EntityType; readonly params: Params } | undefined => {
  const id = globalIdOf(schema, text);
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
