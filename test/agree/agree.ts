/**
 * The judge of our shapes is Zoom's own SDK, in types alone: a check is a type that does not compile when a shape and the SDK
 * differ, and the error names the fields. Nothing here runs.
 *
 *     export type Checks = [Agree<Differs<Of<typeof api.Group>, GroupsGetGroupResponse>>];
 */
import type { Of, Shape } from '../../src/zoom/declare/shape.ts';

/** Compiles when nothing differs. */
export type Agree<Difference extends never> = Difference;

/**
 * The paths at which a shape and the SDK's type differ: a field that only one of them has, or one of another type. `Known`
 * are the differences that we mean, each with its reason in a comment where it is listed; one that is not there any more
 * differs, too. Optional and required are the same, since a shape is loose about it; and so are literals and what they are literals of.
 */
export type Differs<Ours, Sdk, Known extends string = never> =
  | Exclude<Fields<Ours, Sdk, ''>, Known>
  | `not a difference: ${Exclude<Known, Fields<Ours, Sdk, ''>>}`;

/**
 * The same of what an endpoint asks with. Pages, days and what is told on request are the client's own business and in no
 * shape; that Zoom has their names is checked in agree.test.ts, as that of all names is.
 */
export type Asks<E extends { readonly query?: Shape | undefined }, Sdk, Known extends string = never> = Differs<
  QueryOf<E>,
  Omit<Sdk, Exclude<Own, keyof QueryOf<E>>>,
  Known
>;
type QueryOf<E extends { readonly query?: Shape | undefined }> = [NonNullable<E['query']>] extends [never]
  ? Record<never, never>
  : Of<NonNullable<E['query']>>;
type Own = 'page_size' | 'page_number' | 'page_count' | 'next_page_token' | 'from' | 'to' | 'date' | 'include_fields';

/** The items of a list's answer. */
export type Item<Answer, Key extends keyof Answer> = NonNullable<Answer[Key]> extends readonly (infer I)[] ? I : never;

type Leaf = string | number | boolean;
type Loose<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T;

// Some of the SDK's types are unions of views (user settings): a field counts when any of them has it.
type Keys<T> = T extends unknown ? keyof T & string : never;
type At<T, K> = NonNullable<T extends unknown ? (K extends keyof T ? T[K] : never) : never>;

type Fields<Ours, Sdk, Path extends string> = {
  [K in Keys<Ours> | Keys<Sdk>]: K extends Keys<Ours>
    ? K extends Keys<Sdk>
      ? Values<At<Ours, K>, At<Sdk, K>, `${Path}${K}`>
      : `${Path}${K} is not in the SDK`
    : `${Path}${K} is only in the SDK`;
}[Keys<Ours> | Keys<Sdk>];

type Values<Ours, Sdk, Path extends string> = unknown extends Ours
  ? never // json() may be anything.
  : [Ours] extends [readonly (infer OurItem)[]]
    ? [Sdk] extends [readonly (infer SdkItem)[]]
      ? Values<OurItem, SdkItem, `${Path}[]`>
      : Path
    : [Sdk] extends [readonly unknown[]]
      ? Path
      : [Ours] extends [Leaf]
        ? [Loose<Sdk>] extends [Ours]
          ? never
          : Path
        : [Sdk] extends [Leaf]
          ? Path
          : Fields<Ours, Sdk, `${Path}.`>;
