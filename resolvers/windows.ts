/** Date windows: Zoom takes a month or less per call; a client gives any span, and it is cut here (docs/zoom.md 4). */
import { DAY, type Day, dayOf, plusDays, timeOf, today } from '../src/zoom/declare/days.ts';
import type { Span, Window } from '../src/zoom/declare/endpoint.ts';
import { InputError } from './errors.ts';

export type Range = readonly [from: Day, to: Day];

/** One call's share of a span: what is asked of Zoom, and which of the days it answers for. */
export interface Part {
  readonly query: Readonly<Record<string, string>>;
  /** Whether an item of this day belongs to this part: windows ask for days that belong to their neighbours. */
  owns(day: Day): boolean;
}
interface Asked extends Readonly<Record<string, string>> {
  /** A day, or an instant where Zoom takes these. */
  readonly from: string;
  readonly to: string;
}

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
/** How early a call for the days up to this one may begin: so many days before, and never more than a calendar month. */
const reachOf = ({ days }: Span, end: Day): Day => latest(plusDays(end, -days), monthBefore(end));

/**
 * How many days more are asked for at either end. Zoom counts days by a clock that it does not name, from 12 hours behind UTC to 14
 * ahead of it: there, an instant is of the day that it is of in UTC, or of one beside it. And nobody says whether `to` is inclusive.
 */
const MARGIN = { before: 1, behind: 2 } as const;

/** What to ask of Zoom for some days in UTC, both included; days that Zoom keeps no longer are not added. */
export const askedFor = (first: Day, last: Day, months?: number): Asked => ({
  from: earliest(first, latest(plusDays(first, -MARGIN.before), oldestOf(months))),
  // Zoom takes a day that has not come for now, and says so (pages.ts).
  to: plusDays(last, MARGIN.behind),
});

/** The same where Zoom takes instants: from the first to the last second of the days. */
const exactly = (first: Day, last: Day): Asked => ({ from: `${first}T00:00:00Z`, to: `${last}T23:59:59Z` });

type Length = Span & Pick<Window, 'isExact' | 'param'>;
/** The most days for which one call can answer. */
export const daysAtOnce = ({ days, isExact, param }: Length): number =>
  isExact || param ? days : days + 1 - MARGIN.before - MARGIN.behind;
/** The first of the days for which one call can answer, up to the last of them. */
const beginOf = (span: Length, last: Day): Day =>
  span.isExact || span.param
    ? plusDays(last, 1 - span.days)
    : earliest(last, plusDays(reachOf(span, plusDays(last, MARGIN.behind)), MARGIN.before));

/** Zoom was founded in this year: what lies before would only cost calls. */
const OLDEST = '2011-01-01';
/** The first day that Zoom still keeps. */
const oldestOf = (months: number | undefined): Day =>
  months === undefined ? OLDEST : latest(OLDEST, minusMonths(today(), months));

/** The days that a client asks for; by default those of one call, up to today. Throws InputError. */
export const rangeOf = (window: Window, from: Day | undefined, to: Day | undefined): Range => {
  const end = to === undefined ? today() : earliest(to, today());
  if (end < OLDEST)
    throw new InputError(`Zoom has nothing from before ${OLDEST}: \`to\` must be later, and is ${end}.`);
  if (from !== undefined && from > end)
    throw new InputError(`\`from\` (${from}) is after ${end === to ? '`to`' : 'today'} (${end}).`);
  checkAge(window, from ?? beginOf(window, end));
  return [firstOf(window, from, end), end];
};
const firstOf = (window: Window, from: Day | undefined, end: Day): Day => latest(from ?? beginOf(window, end), OLDEST);

/**
 * Whether a client that asked for these days may have got this range, today or before. What a cursor says is anybody's, and the
 * range decides how many windows are walked.
 */
export const isRangeOf = (window: Window, from: Day | undefined, to: Day | undefined, [begin, end]: Range): boolean => {
  // Another process may be ahead of midnight.
  const tomorrow = plusDays(today(), 1);
  if (begin < OLDEST || end < begin || end > tomorrow || (to !== undefined && end > to)) return false;
  return begin === firstOf(window, from, end) && (!window.months || begin >= minusMonths(end, window.months));
};

const checkAge = ({ months }: Span, begin: Day): void => {
  if (months !== undefined && begin < oldestOf(months))
    throw new InputError(
      `Zoom keeps this for ${months} months: \`from\` must be ${oldestOf(months)} or later, and is ${begin}.`,
    );
};

/** Refuses days that Zoom would refuse or silently cut, where their answers cannot be put together. Throws InputError. */
export const checkSpan = (span: Span | undefined, { from, to }: Readonly<Record<string, unknown>>): void => {
  if (!span || typeof from !== 'string' || typeof to !== 'string') return;
  if (Date.parse(from) > Date.parse(to)) throw new InputError(`\`from\` (${from}) is after \`to\` (${to}).`);
  if (isInstant(to)) {
    if (Date.parse(to) - Date.parse(from) > span.days * DAY)
      throw new InputError(`Zoom sums up ${span.days} days at most: \`from\` is ${from}, and \`to\` is ${to}.`);
    return;
  }
  const earliest = reachOf(span, to);
  if (from < earliest)
    throw new InputError(
      `Zoom sums up one month at most, ${span.days} days: up to ${to}, \`from\` must be ${earliest} or later, and is ${from}.`,
    );
  checkAge(span, from);
};

/**
 * The windows of a range, newest first, each no longer than Zoom takes. They depend on the range alone: a cursor that is used
 * tomorrow must find the borders, and what was asked for, as they were.
 */
export const windowsOf = (window: Window, [from, to]: Range): Part[] => {
  const parts: Part[] = [];
  for (let last = to; last >= from; ) {
    const [begin, end] = [latest(beginOf(window, last), from), last];
    const { param, isExact, months } = window;
    // Where Zoom takes a single day, no two of them have an item in common: what it sends for one is of that.
    parts.push(
      param
        ? { query: { [param]: end }, owns: () => true }
        : {
            query: isExact ? exactly(begin, end) : askedFor(begin, end, months),
            owns: (day) => day >= begin && day <= end,
          },
    );
    last = plusDays(begin, -1);
  }
  return parts;
};

/** What to ask of Zoom for one day in UTC. */
export const askedOn = (window: Window, day: Day): Readonly<Record<string, string>> =>
  windowsOf(window, [day, day])[0]?.query ?? {};

/**
 * The day in UTC to which a value of Zoom's belongs. A day alone, or a time without a zone, stands for itself: it is one of Zoom's
 * clock. Undefined for what is no time.
 */
export const dayIn = (value: unknown): Day | undefined => {
  const [text, day = ''] = (typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})(?!\d).*$/.exec(value)) || [];
  if (text === undefined || Number.isNaN(timeOf(day))) return undefined;
  const time = /[+-]\d{2}:?\d{2}$/.test(text.slice(day.length)) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? day : dayOf(time);
};

const isInstant = (text: string): boolean => text.includes('T');
/** Whether what Zoom tells of a last day or instant comes before what was asked for: it takes now for what has not come. */
export const isSooner = (told: string, asked: string): boolean =>
  isInstant(asked) ? Date.parse(told) < Date.parse(asked) : told.slice(0, 10) < asked;

/** Whether a text is a day that a calendar has. */
export const isDay = (text: string | undefined): text is Day =>
  text !== undefined && text.length === 10 && dayIn(text) === text;
