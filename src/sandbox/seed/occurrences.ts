/** When a recurring meeting takes place. */
import { DAY } from '../clock.ts';
import { instant, type Known } from '../seeded.ts';

/** The types of meetings and of webinars that recur at a fixed time. */
export const isSeries = (type: unknown): boolean => [8, 9].includes(Number(type));

interface Recurrence {
  type?: unknown;
  repeat_interval?: number;
  weekly_days?: string;
  monthly_day?: number;
  end_times?: number;
  end_date_time?: string;
}
export interface Occurrence {
  occurrence_id: string;
  start_time: string;
  duration: number;
  status: string;
}

const MOST = 60;
const UNLESS_SAID = 7;
const DAILY = 1;
const WEEKLY = 2;

/** The occurrences of a series from its start on, by `end_times` or `end_date_time`, 60 at most; each as it was `changed`. */
export const occurrencesOf = (series: Known): Occurrence[] | undefined => {
  if (!isSeries(series.type) || !series.recurrence) return undefined;
  const start = Date.parse(String(series.start_time));
  const recurrence: Recurrence = series.recurrence;
  const changed = (series.changed ?? {}) as Readonly<Record<string, Known>>;
  const every = Math.max(1, recurrence.repeat_interval ?? 1);
  const until = recurrence.end_date_time ? Date.parse(recurrence.end_date_time) : Number.POSITIVE_INFINITY;
  const most = Math.min(MOST, recurrence.end_times || (until === Number.POSITIVE_INFINITY ? UNLESS_SAID : MOST));
  const weekdays = recurrence.weekly_days?.split(',').map(Number) ?? [new Date(start).getUTCDay() + 1];
  const monthDay = recurrence.monthly_day ?? new Date(start).getUTCDate();
  const happens = (at: number, days: number): boolean => {
    const date = new Date(at);
    if (Number(recurrence.type) === DAILY) return days % every === 0;
    if (Number(recurrence.type) === WEEKLY)
      return Math.floor(days / 7) % every === 0 && weekdays.includes(date.getUTCDay() + 1);
    const months =
      (date.getUTCFullYear() - new Date(start).getUTCFullYear()) * 12 +
      date.getUTCMonth() -
      new Date(start).getUTCMonth();
    return months % every === 0 && date.getUTCDate() === monthDay;
  };
  const found: Occurrence[] = [];
  for (let days = 0; days < 366 * 10 && found.length < most; days++) {
    const at = start + days * DAY;
    if (at > until) break;
    const occurrence = { occurrence_id: String(at), start_time: instant(at), status: 'available' };
    if (happens(at, days)) found.push({ ...occurrence, duration: Number(series.duration), ...changed[at] });
  }
  return found;
};

/** An instant from Zoom's start_time: with `Z` it is UTC, without it local in the time zone. */
export const startOf = (text: string, timezone: string): number => {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return Date.parse(text);
  const asUtc = Date.parse(`${text}Z`);
  return asUtc - offsetAt(asUtc - offsetAt(asUtc, timezone), timezone);
};
/** How far a time zone is ahead of UTC at an instant; 0 for a zone that does not exist. */
const offsetAt = (at: number, timeZone: string): number => {
  if (Number.isNaN(at)) return 0;
  try {
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
    return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
};
