/** Date windows: Zoom takes a month or less per call; a client gives any span, and it is cut here (zoom-behaviour 4). */
import type { Window } from '../src/zoom/endpoint.ts';
import { InputError } from './errors.ts';

/** A calendar day in UTC, yyyy-mm-dd. */
export type Day = string;
export type Range = readonly [from: Day, to: Day];

/** One call's share of a span: what is asked of Zoom, and which of the days it answers for. */
export interface Part {
  readonly query: Readonly<Record<string, string>>;
  /** Whether an item of this day belongs to this part; windows share their border days, since nobody says whether `to` is inclusive. */
  owns(day: Day): boolean;
}

const DAY = 86_400_000;
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const today = (): Day => dayOf(Date.now());
const plusDays = (day: Day, days: number): Day => dayOf(timeOf(day) + days * DAY);
/** The same day some months earlier, or that month's last day. */
const minusMonths = (day: Day, months: number): Day => {
  const at = new Date(timeOf(day));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, Math.min(at.getUTCDate(), last)));
};

/** The days that a client asks for; by default the window's length up to today. Throws InputError. */
export const rangeOf = (window: Window, from: Day | undefined, to: Day | undefined): Range => {
  const end = to === undefined || to > today() ? today() : to;
  const begin = from ?? plusDays(end, -window.days);
  if (begin > end)
    throw new InputError(`\`from\` (${begin}) is after ${to === undefined ? 'today' : '`to`'} (${end}).`);
  if (window.months !== undefined) {
    const oldest = minusMonths(today(), window.months);
    if (begin < oldest)
      throw new InputError(
        `Zoom keeps this for ${window.months} months: \`from\` must be ${oldest} or later, and is ${begin}.`,
      );
  }
  return [begin, end];
};

/** The windows of a span, newest first, each no longer than Zoom takes: that many days, and never more than a calendar month. */
export const windowsOf = (window: Window, [from, to]: Range): Part[] => {
  const parts: Part[] = [];
  for (let end = to; ; ) {
    const reach = [plusDays(end, -window.days), ...(window.days >= 28 ? [minusMonths(end, 1)] : []), from];
    const begin = reach.reduce((a, b) => (a > b ? a : b));
    const newest = end === to;
    const last = end;
    // The newest window asks for a day more, in case `to` is not inclusive; never for one that has not come yet.
    const asked = newest && end < today() && begin > plusDays(end, 1 - window.days) ? plusDays(end, 1) : end;
    parts.push({
      query: { from: begin, to: asked },
      owns: (day) => day >= begin && (newest ? day <= last : day < last),
    });
    if (begin <= from) return parts;
    end = begin;
  }
};
