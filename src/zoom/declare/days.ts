/** Calendar days in UTC, as Zoom writes them. */

/** A calendar day in UTC, yyyy-mm-dd. */
export type Day = string;

/** In milliseconds. */
export const DAY = 86_400_000;
/** The day of an instant in milliseconds. */
export const dayOf = (time: number): Day => {
  const nth = Math.floor(time / DAY);
  if (nth !== last.nth) last = { nth, day: new Date(time).toISOString().slice(0, 10) };
  return last.day;
};
/** The one that was asked for last: nearly always it is the day of today. */
let last = { nth: Number.NaN, day: '' };
/** The instant at which a day begins, in milliseconds. */
export const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const today = (): Day => dayOf(Date.now());
export const plusDays = (day: Day, days: number): Day => dayOf(timeOf(day) + days * DAY);
