/**
 * Which account things are of. Zoom has two families of paths: the own account's, and `/accounts/{accountId}/...` for the sub
 * accounts of a master account. What belongs to a sub account carries its id among its `params`, and so do the paths of all
 * that is asked of it; what belongs to the own account carries none.
 */
import { type Endpoint, nameOf, subAccountEndpoint } from '../src/zoom/declare/endpoint.ts';
import { InputError } from './errors.ts';

/** How the own account is called, wherever Zoom wants an account's id. */
export const OWN = 'me';
/** The account that the credential belongs to, as the key of an Account. */
export const ownAccount = { accountId: OWN };

/** Parts of a key by the name of the path parameter that they fill: `{ userId: 'abc' }`. */
export type Params = Readonly<Record<string, string>>;
type Path = Readonly<Record<string, string | number>>;

/** The sub account that these params are of, as params; empty for the own account. */
export const scopeOf = ({ accountId }: Path = {}): Params =>
  accountId === undefined || accountId === OWN ? {} : { accountId: String(accountId) };

/** The form of an operation that serves sub accounts; undefined where Zoom offers it for the own account alone. */
export const inSubAccount = <E extends Endpoint>(endpoint: E): E | undefined =>
  endpoint.path.includes('{accountId}') ? endpoint : subAccountEndpoint(endpoint);

/**
 * The form of an operation that serves this account. Throws InputError where Zoom offers it for the own account alone.
 */
export const forAccount = <E extends Endpoint>(endpoint: E, path?: Path): E => {
  const serving = scopeOf(path).accountId ? inSubAccount(endpoint) : endpoint;
  if (serving) return serving;
  throw new InputError(`Zoom offers ${nameOf(endpoint)} for your own account alone, not for a sub account.`);
};
