/** Date windows: Zoom takes a month or less per call; a client gives any span, and it is cut here (zoom-behaviour 4). */
import type { Span, Window } from '../src/zoom/endpoint.ts';
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
  at.setUTCMonth(at.getUTCMonth() - months);
  if (at.getUTCDate() !== new Date(timeOf(day)).getUTCDate()) at.setUTCDate(0);
  return dayOf(at.getTime());
};
const latest = (a: Day, b: Day): Day => (a > b ? a : b);
const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
/** The first day from which a month reaches to this one: of March 30 it is March 1, for from February 28 a month ends on March 28. */
const monthBefore = (day: Day): Day => {
  const begin = minusMonths(day, 1);
  return begin.slice(8) === day.slice(8) ? begin : plusDays(begin, 1);
};
/** How early a window that ends on this day may begin: so many days before, and never more than a calendar month. */
const reachOf = ({ days }: Span, end: Day): Day => latest(plusDays(end, -days), monthBefore(end));

/** The year in which Zoom was founded: what lies before would only cost calls. */
const OLDEST = '2011-01-01';

/** The days that a client asks for; by default those of one call, up to today. Throws InputError. */
export const rangeOf = (window: Window, from: Day | undefined, to: Day | undefined): Range => {
  const end = to === undefined ? today() : earliest(to, today());
  const begin = from ?? reachOf(window, plusDays(end, 1));
  if (begin > end) throw new InputError(`\`from\` (${begin}) is after ${end === to ? '`to`' : 'today'} (${end}).`);
  checkAge(window, begin);
  return [earliest(latest(begin, OLDEST), end), end];
};

const checkAge = ({ months }: Span, begin: Day): void => {
  const oldest = months === undefined ? begin : minusMonths(today(), months);
  if (begin < oldest)
    throw new InputError(`Zoom keeps this for ${months} months: \`from\` must be ${oldest} or later, and is ${begin}.`);
};

/** Refuses days that Zoom would refuse or silently cut, where their answers cannot be put together. Throws InputError. */
export const checkSpan = (span: Span | undefined, { from, to }: Readonly<Record<string, unknown>>): void => {
  if (!span || typeof from !== 'string' || typeof to !== 'string') return;
  if (from > to) throw new InputError(`\`from\` (${from}) is after \`to\` (${to}).`);
  const earliest = reachOf(span, to);
  if (from < earliest)
    throw new InputError(
      `Zoom sums up one month at most, ${span.days} days: up to ${to}, \`from\` must be ${earliest} or later, and is ${from}.`,
    );
  checkAge(span, from);
};

/**
 * The windows of a span, newest first, each no longer than Zoom takes. Each asks for the day behind its last one too, in case
 * `to` is not inclusive; the newest never for a day that has not come yet, but its border leaves room for it all the same: a
 * cursor that is used tomorrow must find the borders where they were.
 */
export const windowsOf = (window: Window, [from, to]: Range): Part[] => {
  const parts: Part[] = [];
  let border = plusDays(to, 1);
  do {
    const end = border;
    const begin = latest(reachOf(window, end), from);
    parts.push({
      query: { from: begin, to: earliest(end, today()) },
      owns: (day) => day >= begin && day < end,
    });
    border = begin;
  } while (border > from);
  return parts;
};
