/** What a domain says of a resource, and what it gets. */
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import type { BodyOf, Call, Domain, Result, Row } from './call.ts';
import type { Where } from './filters.ts';
import type { Daily } from './limits.ts';
import type { Refusal, Refused } from './refusal.ts';
import type { Known } from './seeded.ts';
import type { Owner, Thing, Things, ThingsSpec } from './things.ts';

/** Where a call leads to. */
export interface Place<T, O> {
  readonly things: Things<T>;
  readonly owner: O;
}
interface Reached<T, O, One> extends Place<T, O> {
  readonly thing: One;
  /** What the operation does unless a domain says otherwise. */
  usual(): Result;
}
type OnPlace<T, O, P extends string> = <E extends Endpoint>(
  endpoint: E,
  handler: (call: Call<BodyOf<E>>, place: Reached<T, O, E extends Endpoint<`${P}${string}`> ? T : undefined>) => Result,
) => void;

/** What holds for all operations of a resource. */
export interface Rules<T, O extends Owner> extends Omit<ThingsSpec<T, O>, 'refuse'> {
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
  /** The things that a list shows, or their ids, where those are not all. */
  readonly listed?: (all: () => readonly T[], call: Call) => readonly (T | string)[];
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
}
export interface Spec<T, O extends Owner, P extends string> extends Rules<T, O> {
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
  /** The path of a thing, without the names of its parameters. */
  readonly item: string;
  readonly domain: Domain;
}
