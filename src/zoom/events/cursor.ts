/** Places in a stream: "<milliseconds>-<number>", as Redis Streams name their entries. A place may be one at which nothing is kept. */
import { BadCursor } from './stream.ts';

const FORM = /^(\d{1,15})-(\d{1,15})$/;

const partsOf = (cursor: string): readonly [ms: number, nth: number] => {
  const [, ms, nth] = FORM.exec(cursor) ?? [];
  if (ms === undefined || nth === undefined) throw new BadCursor('That is no cursor of an event.');
  return [Number(ms), Number(nth)];
};

/** Throws BadCursor for a text that names no place. */
export const checkForm = (cursor: string): void => void partsOf(cursor);

/** Below 0 where the first is the earlier one. Throws BadCursor. */
export const compareCursors = (one: string, other: string): number => {
  const [[ms, nth], [otherMs, otherNth]] = [partsOf(one), partsOf(other)];
  return ms - otherMs || nth - otherNth;
};

/** The place behind `last` for what comes at `now`, in milliseconds. Clocks may be set back: places never are. */
export const cursorAfter = (last: string, now: number): string => {
  const [ms, nth] = partsOf(last);
  return now > ms ? `${now}-0` : `${ms}-${nth + 1}`;
};
