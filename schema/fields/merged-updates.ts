/**
 * Updates of one thing that follow each other in a request are one call, which writes what they write together: the later over the
 * earlier, as it would come of calls in turn. Those that need not come to the same (`Merging`) are calls of their own.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Params } from '../../resolvers/entity.ts';
import type { FieldPlan } from '../../src/engine/executor/types.ts';
import type { Endpoint, Merging } from '../../src/zoom/declare/endpoint.ts';
import { metaOf } from '../../src/zoom/declare/shape.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What an update says. */
export interface Update {
  readonly account: Params;
  readonly path: Params;
  readonly query: Raw;
  readonly body?: Raw;
  /** Of one that is not made twice (`@idempotent`), and so not with others either. */
  readonly key?: string;
}
/** What an update is told of those beside it. */
interface Beside {
  readonly endpoint: Endpoint;
  /** What another field of the same mutation says; undefined where its input will be refused. */
  readonly updateOf: (field: FieldPlan) => Update | undefined;
}

/** The fields behind an update that are made by the same call, and what this writes. */
export const mergedWith = (
  plan: FieldPlan,
  first: Update,
  { endpoint, updateOf }: Beside,
): { readonly followers: readonly FieldPlan[]; readonly body: Raw | undefined } => {
  const { merges } = endpoint;
  const followers: FieldPlan[] = [];
  if (!merges || !first.body || first.key !== undefined) return { followers, body: first.body };
  let body: Raw = first.body;
  const at = plan.beside.findIndex(({ name }) => name === plan.name);
  for (const next of plan.beside.slice(at + 1)) {
    if (next.field.name.startsWith('__')) continue;
    if (next.field !== plan.field) break;
    const update = updateOf(next);
    // It makes no call, so that nothing comes between those around it.
    if (!update) continue;
    const both = isOfSame(first, update) && update.body ? laidOver(body, update.body, merges) : undefined;
    if (!both || isExcluded(endpoint, both)) break;
    body = both;
    followers.push(next);
  }
  return { followers, body };
};

const isOfSame = ({ body: _, ...one }: Update, { body: __, ...other }: Update): boolean =>
  isDeepStrictEqual(one, other);

/** A body over an earlier one; undefined where nobody knows whether Zoom would make the same of the two in turn. */
const laidOver = (before: Raw, after: Raw, { within = [], alone = [] }: Merging): Raw | undefined => {
  const both: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const known = before[key];
    if (isDeepStrictEqual(known, value)) continue;
    if (alone.includes(key)) return undefined;
    if (isHolder(known) && isHolder(value)) {
      const merged = within.includes(key) ? laidOver(known, value, {}) : undefined;
      if (!merged) return undefined;
      both[key] = merged;
    } else both[key] = value;
  }
  return both;
};
/** An object or a list. */
const isHolder = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

const isExcluded = ({ body }: Endpoint, both: Raw): boolean =>
  (body ? (metaOf(body).exclusive ?? []) : []).some((group) => group.filter((key) => key in both).length > 1);

/** What came of the calls that were made for several fields of a request, by the fields that have not taken it yet. */
const made = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Makes the call of an update with those that follow it; or tells what came of it, where it was made with one before. */
export const sendMerged = (
  plan: FieldPlan,
  update: Update,
  {
    send,
    request,
    note,
    ...beside
  }: Beside & {
    readonly send: (body: Raw | undefined) => Promise<unknown>;
    readonly request: object;
    readonly note: (text: string) => void;
  },
): Promise<unknown> => {
  const shared = made.get(request) ?? new Map<string, Promise<unknown>>();
  const before = shared.get(plan.name);
  if (before) return before;
  const { followers, body } = mergedWith(plan, update, beside);
  const sent = send(body);
  if (followers.length > 0) {
    made.set(request, shared);
    for (const { name } of followers) shared.set(name, sent);
    const names = [plan, ...followers].map(({ name }) => `\`${name}\``);
    note(`${names.slice(0, -1).join(', ')} and ${names.at(-1)} update the same, and were one call.`);
  }
  return sent;
};
