/** Calendar days in UTC, as Zoom writes them. */

/** A calendar day in UTC, yyyy-mm-dd. */
export type Day = string;

/** In milliseconds. */
export const DAY = 86_400_000;
/** The day of an instant in milliseconds. */
export const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);
/** The instant at which a day begins, in milliseconds. */
export const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const today = (): Day => dayOf(Date.now());
export const plusDays = (day: Day, days: number): Day => dayOf(timeOf(day) + days * DAY);
