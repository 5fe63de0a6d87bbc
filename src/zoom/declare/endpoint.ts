/**
 * Endpoints: each REST operation is one declaration, made by `get`, `list`, `post`, `put`, `patch` or `del`. Everything else
 * about it is derived: the types of its arguments and its answer, the GraphQL arguments and inputs, `@rest` in the printed
 * schema, the budget it draws on, and its route in the sandbox.
 */
import type { z } from 'zod';
import type { Shape } from './shape.ts';

/** Zoom's rate-limit labels (docs/zoom.md 2.1). */
export const LABELS = ['LIGHT', 'MEDIUM', 'HEAVY', 'RESOURCE_INTENSIVE'] as const;
export type Label = (typeof LABELS)[number];
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How a list is paged: by token, by page number, by both (the token wins), or not at all. */
export interface Paging {
  readonly by: 'token' | 'number' | 'whole';
  /** The largest page_size that Zoom allows. */
  readonly max: number;
}

/** A list that takes a limited span of days per call. */
export interface Window {
  /**
   * The longest span of one call, in days; three at least, since more is asked for than is wanted (resolvers/windows.ts). One where Zoom
   * takes a single day, by `param`.
   */
  readonly days: number;
  /** The query parameter by which Zoom takes one day of UTC a call, instead of `from` and `to`. */
  readonly param?: string;
  /** How far back Zoom keeps the data, in months; absent where Zoom names no limit. */
  readonly months?: number;
  /** The field of an item that says to which day it belongs. */
  readonly at: string;
  /** The query parameter by which a client names another field than `at`. */
  readonly by?: string;
  /** The fields that the values of `by` mean, where these are not their names. */
  readonly means?: Readonly<Record<string, string>>;
  /** Zoom takes instants in place of days, so that days of UTC are asked for as they are. */
  readonly isExact?: true;
}

/** The field by which a query lists items. */
export const listedBy = ({ at, by = '', means = {} }: Window, query: Readonly<Record<string, unknown>>): string => {
  const named = query[by];
  return named === undefined || named === null ? at : (means[String(named)] ?? String(named));
};

/** How far apart the days `from` and `to` of a query may be where an answer sums them up, so that no windows can be cut. */
export type Span = Pick<Window, 'days' | 'months'>;

/** Who signs in besides the app of the account, each with a token and rate limits of its own (docs/zoom.md 1.1.6). */
export type Grant = 'chatbot';

/** The announced end of an operation. */
export interface Retirement {
  /** The day, yyyy-mm-dd. */
  readonly on: string;
  /** What takes its place, in the words of the graph. */
  readonly instead: string;
}
/** What is said of an operation that ends. */
export const endOf = ({ on, instead }: Retirement): string =>
  `Zoom announced the end of this for ${on}. Use ${instead}.`;

/** Which of two updates of the same thing Zoom takes at once as it takes them in turn. */
export interface Merging {
  /** Objects of the body whose own fields are laid over those of the earlier one. Any other object or list that both write keeps the two apart. */
  readonly within?: readonly string[];
  /** Fields that say what others mean, or what becomes of them: an update with one of them is not added to an earlier one. */
  readonly alone?: readonly string[];
}

interface Common {
  readonly limit: Label;
  /**
   * The operation also serves the sub accounts of a master account, below `/accounts/{accountId}`, and takes one of these scopes
   * there (docs/zoom.md 1.4).
   */
  readonly subAccountScopes?: readonly string[];
  /** Any one of these suffices, classic and granular together. */
  readonly scopes: readonly string[];
  /** Whose token Zoom takes, where that is not one of the account's app. */
  readonly grant?: Grant;
  /** Counts toward the 100 creates and updates that a meeting's host has a day (docs/zoom.md 2.2). */
  readonly perHost?: true;
  /** Zoom announced that it ends: fields that call it are deprecated, and refusals say so. */
  readonly retired?: Retirement;
  /** Zoom's error codes that mean something else here than the general table in error-codes.ts says: code -> kind. */
  readonly codes?: Readonly<Record<number, string>>;
}

/** One REST operation. `P` is the path's text; `Q`, `B` and `A` are the shapes of query, body and answer (or list item). */
export interface Endpoint<
  P extends string = string,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | undefined = Shape | undefined,
  A extends Shape | undefined = Shape | undefined,
> extends Common {
  readonly method: Method;
  readonly path: P;
  /** What the query takes besides the parameters of paging, windows and `onRequest`. */
  readonly query?: Q;
  readonly body?: B;
  /** Zoom does something even where the body holds nothing: it goes by defaults. Any other such write is refused before the call. */
  readonly mayBeEmpty?: true;
  /** An update that leaves as it is what its body leaves out: several of the same thing in one request may be one call. */
  readonly merges?: Merging;
  /** The shape of the answer; of one item where `items` is set. */
  readonly of?: A;
  /**
   * Lists only: the answer's key under which the items stand, '' where the answer itself is the array, and `a.b` where they
   * stand with their paging in an object of the answer.
   */
  readonly items?: string;
  readonly paging?: Paging;
  readonly window?: Window;
  /** Lists only: query parameters that leave the items with this value of a field, or more: parameter -> field, `site.id` for one of an object within. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Lists only: the query parameter that looks for a text in names, emails or numbers. */
  readonly search?: string;
  readonly span?: Span;
  /** Fields of the answer that Zoom sends only when asked, with the query that asks: `{ host_key: { include_fields: 'host_key' } }`. */
  readonly onRequest?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * The answer may serve later requests of the credential for a short time (resolvers/shared-cache.ts). For small collections that
   * rarely change and that edges lead to; never for those that tell of users, or of what is secret.
   */
  readonly cacheable?: true;
  /** A client named the operation by its path (raw.ts): whatever JSON Zoom answers is an answer, and is told with its status (`RawAnswer`). */
  readonly isRaw?: true;
}

/** The answer to a raw request. */
export interface RawAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** Null where Zoom sent nothing. */
  readonly json: unknown;
}

/** A list: an endpoint whose answers hold items. */
export type ListEndpoint<
  P extends string = string,
  Q extends Shape | undefined = Shape | undefined,
  A extends Shape = Shape,
  I extends string = string,
> = Endpoint<P, Q, undefined, A> & { readonly items: I; readonly paging: Paging; readonly of: A };

/** The names between braces in a path's text. */
export type Names<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | Names<Rest> : never;
type Given<Key extends string, S> = S extends Shape
  ? Partial<z.infer<S>> extends z.infer<S>
    ? { readonly [K in Key]?: z.infer<S> }
    : { readonly [K in Key]: z.infer<S> }
  : { readonly [K in Key]?: undefined };
type PathOf<P extends string> = [Names<P>] extends [never]
  ? { path?: Readonly<Record<string, string | number>> }
  : { path: Readonly<Record<Names<P>, string | number>> };

/**
 * What a call of an endpoint takes: `{ path, query, body }`, each only where the endpoint has it, in `also` the query
 * parameters of paging, windows and `onRequest`, and in `host` whose day a `perHost` write counts for.
 */
export type Args<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _A> ? PathOf<P> & Given<'query', Q> & Given<'body', B> : never;

/** What a list's answer holds besides its items. */
export interface Envelope {
  next_page_token?: string | null;
  page_number?: number;
  page_count?: number;
  page_size?: number;
  total_records?: number;
  from?: string;
  to?: string;
}

/** The type of an endpoint's answer; for a list, of its whole answer with the items under their key. */
export type Answer<E> =
  E extends ListEndpoint<string, infer _Q, infer A, infer I>
    ? I extends ''
      ? z.infer<A>[]
      : Envelope & { [K in I]?: z.infer<A>[] }
    : E extends Endpoint<string, infer _Q, infer _B, infer A>
      ? A extends Shape
        ? z.infer<A>
        : undefined
      : undefined;

interface Reading<A extends Shape, Q> extends Omit<Common, 'perHost'> {
  readonly of: A;
  readonly query?: Q;
  readonly onRequest?: Endpoint['onRequest'];
  readonly span?: Span;
  readonly cacheable?: true;
}
interface Listing<A extends Shape, Q, I extends string> extends Reading<A, Q> {
  readonly items: I;
  /** Default: the list comes whole. */
  readonly paging?: Paging;
  readonly window?: Window;
  readonly filters?: Readonly<Record<string, string>>;
  readonly search?: string;
}
interface Writing<A, Q, B> extends Common {
  readonly query?: Q;
  readonly body?: B;
  readonly mayBeEmpty?: true;
  readonly merges?: Merging;
  readonly of?: A;
}
type Maybe = Shape | undefined;

const endpoints: Endpoint[] = [];
/** By name: of several with one, the first. */
const byName = new Map<string, Endpoint>();
const variants = new WeakSet<object>();
const subAccountEndpoints = new Map<Endpoint, Endpoint>();
/** The same the other way round. */
const ownAccountEndpoints = new Map<Endpoint, Endpoint>();
const pair = (own: Endpoint, forSub: Endpoint): void => {
  subAccountEndpoints.set(own, forSub);
  ownAccountEndpoints.set(forSub, own);
};
const add = (endpoint: Endpoint): void => {
  endpoints.push(endpoint);
  const name = nameOf(endpoint);
  if (!byName.has(name)) byName.set(name, endpoint);
};
const declare = <E>(endpoint: object): E => {
  const { subAccountScopes, ...same } = endpoint as Endpoint;
  add(endpoint as Endpoint);
  if (subAccountScopes) {
    const forSub: Endpoint = { ...same, path: `/accounts/{accountId}${same.path}`, scopes: subAccountScopes };
    add(forSub);
    pair(endpoint as Endpoint, forSub);
  }
  return endpoint as E;
};
/** What two views of one operation may differ in. */
type Changes = Partial<
  Omit<Endpoint, 'method' | 'path' | 'limit' | 'scopes' | 'subAccountScopes' | 'grant' | 'perHost'>
>;
/** All other views, for those who want to know all that may be in an answer. */
const views: Endpoint[] = [];
/** Every endpoint declared in the modules that have been loaded, and every other view of one. */
export const declaredViews = (): readonly Endpoint[] => [...endpoints, ...views];
/**
 * Another view of the same operation, and of its form for sub accounts: other parts of its answer, or fewer parameters. Nothing
 * else may copy an endpoint, since a copy would not know that form (test/layers.test.ts).
 */
export const variant = <E extends Endpoint, const C extends Changes>(endpoint: E, changes: C): Omit<E, keyof C> & C => {
  const made = { ...endpoint, ...changes };
  variants.add(made);
  views.push(made);
  const forSub = subAccountEndpoints.get(endpoint);
  if (forSub) {
    const madeForSub = { ...forSub, ...changes };
    variants.add(madeForSub);
    views.push(madeForSub);
    pair(made, madeForSub);
  }
  return made;
};
/** Whether this is an operation as it was declared, or a variant of one. */
export const isEndpoint = (endpoint: Endpoint): boolean => endpoints.includes(endpoint) || variants.has(endpoint);
/** The same operation for a sub account; undefined where Zoom offers it for the own account alone. */
export const subAccountEndpoint = <E extends Endpoint>(endpoint: E): E | undefined =>
  subAccountEndpoints.get(endpoint) as E | undefined;
/** The operation of the own account whose form for sub accounts this is; any other as it is. */
export const ownAccountEndpoint = (endpoint: Endpoint): Endpoint => ownAccountEndpoints.get(endpoint) ?? endpoint;
/** Every endpoint declared in the modules that have been loaded. */
export const declared = (): readonly Endpoint[] => endpoints;
/** The endpoint that is declared by a name, "GET /users/{userId}". */
export const declaredBy = (name: string): Endpoint | undefined => byName.get(name);
/** Whether an operation of this name is declared, so that no client has made it up. */
export const isDeclared = (name: string): boolean => byName.has(name);

/** Reads one object. */
export const get = <const P extends string, A extends Shape, Q extends Maybe = undefined>(
  path: P,
  more: Reading<A, Q>,
): Endpoint<P, Q, undefined, A> => declare({ method: 'GET', path, ...more });

/** Reads a list. */
export const list = <const P extends string, A extends Shape, const I extends string, Q extends Maybe = undefined>(
  path: P,
  more: Listing<A, Q, I>,
): ListEndpoint<P, Q, A, I> => declare({ method: 'GET', path, paging: whole, ...more });
const whole: Paging = { by: 'whole', max: Number.POSITIVE_INFINITY };

const writing =
  (method: Method) =>
  <const P extends string, A extends Maybe = undefined, Q extends Maybe = undefined, B extends Maybe = undefined>(
    path: P,
    more: Writing<A, Q, B>,
  ): Endpoint<P, Q, B, A> =>
    declare({ method, path, ...more });

export const post = writing('POST');
export const put = writing('PUT');
export const patch = writing('PATCH');
export const del = writing('DELETE');

/** Pages by next_page_token, with the largest page that Zoom allows. */
export const byToken = (max: number): Paging => ({ by: 'token', max });
/** Pages by page_number. */
export const byNumber = (max: number): Paging => ({ by: 'number', max });

/** Whose limits an endpoint draws on: Zoom Phone has its own (docs/zoom.md 2.1). */
export const productOf = ({ path }: Pick<Endpoint, 'path'>): 'core' | 'phone' =>
  /^\/phone(\/|$)/.test(path) ? 'phone' : 'core';

/** Names the rate that calls of an operation draw on: "core MEDIUM". */
export const rateOf = (endpoint: Pick<Endpoint, 'path' | 'limit'>): string =>
  `${productOf(endpoint)} ${endpoint.limit}`;

/** The names between the braces of a path, in order. */
export const paramsIn = ({ path }: Pick<Endpoint, 'path'>): readonly string[] => {
  const known = namesIn.get(path);
  if (known) return known;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  namesIn.set(path, names);
  return names;
};
/** By the paths that are declared. */
const namesIn = new Map<string, readonly string[]>();

/** "GET /users/{userId}", the name of an operation in logs, errors and the sandbox's records. */
export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`;
