/** What an operation tells: rules say it as data, by what was there before the call and what is there after it. */
import type { Endpoint } from '../../zoom/declare/endpoint.ts';
import type { Call, Result, Row } from '../call.ts';
import { isKnown, type Known } from '../seeded.ts';

/** An event, as far as a rule says it; time, account and operator are the same for all (news.ts). */
export interface Told {
  /** Such as "meeting.created". */
  readonly event: string;
  readonly object: Known;
  /** What stands beside the object in `payload`. */
  readonly beside?: Known;
  /** Opens the files that the object names. */
  readonly downloadToken?: string;
}

export interface Rule {
  readonly on: Endpoint;
  /** Looks at what there is; what it returns is called when the call went well, with what it answers. May throw a Refusal: then nothing is told. */
  readonly watch: (call: Call) => (result: Result) => readonly Told[];
}
/** How a thing stands at the moment, as far as events show it. */
type Look = (call: Call) => Known;

/** Those of some fields that an object has. */
export const picked = (known: Known, fields: readonly string[]): Known =>
  Object.fromEntries(fields.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])));

/** The row that a call answers. Throws where it answers none, for which there would be no rule. */
export const rowIn = (result: Result): Row => {
  const row = result && 'row' in result ? result.row : result;
  if (!row || !('known' in row)) throw new Error('An operation that creates something answers no row.');
  return row;
};

/** A thing was created: the fields of the answer that events show. */
export const created = (on: Endpoint, event: string, fields: readonly string[], beside?: Look): Rule => ({
  on,
  watch: (call) => (result) => [
    { event, object: picked(rowIn(result).known, fields), ...(beside && { beside: beside(call) }) },
  ],
});

/** A thing was removed: as it was before. `event` may depend on how. */
export const removed = (on: Endpoint, event: string | ((call: Call) => string), look: Look): Rule => ({
  on,
  watch: (call) => {
    const object = look(call);
    return () => [{ event: typeof event === 'string' ? event : event(call), object }];
  },
});

/**
 * A thing was changed: what names it, and of what the body says whatever is now another, with what it was in `old_object`. An
 * update that changes nothing tells nothing.
 */
export const changed = (
  on: Endpoint,
  event: string,
  look: Look,
  { named = ['id'], beside }: { readonly named?: readonly string[]; readonly beside?: Look } = {},
): Rule => ({
  on,
  watch: (call) => {
    const before = look(call);
    return () => {
      const after = look(call);
      const difference = differing(picked(before, saidIn(call)), picked(after, saidIn(call)));
      if (!difference) return [];
      return [
        {
          event,
          object: { ...picked(after, named), ...difference.now },
          beside: { old_object: { ...picked(before, named), ...difference.was }, ...beside?.(call) },
        },
      ];
    };
  },
});
const saidIn = ({ body }: Call): readonly string[] => (isKnown(body) ? Object.keys(body) : []);

/** Settings were changed: what the body says of them. */
export const settingsChanged = (on: Endpoint, event: string, id: (call: Call) => unknown): Rule => ({
  on,
  watch: (call) => () => [{ event, object: { id: id(call), settings: call.body } }],
});

interface Difference {
  readonly now: Known;
  readonly was: Known;
}
/** The parts of two objects that are not the same; of objects within, again the parts. */
const differing = (before: Known, after: Known): Difference | undefined => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const parts = names.flatMap((name): [string, { now: unknown; was: unknown }][] => {
    const [was, now] = [before[name], after[name]];
    if (isKnown(was) && isKnown(now)) {
      const within = differing(was, now);
      return within ? [[name, within]] : [];
    }
    return JSON.stringify(was) === JSON.stringify(now) ? [] : [[name, { now, was }]];
  });
  if (parts.length === 0) return undefined;
  const of = (side: keyof Difference): Known => Object.fromEntries(parts.map(([name, part]) => [name, part[side]]));
  return { now: of('now'), was: of('was') };
};
