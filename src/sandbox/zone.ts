/** The clock by which the sandbox counts days: Zoom names none, and accounts are all over the world. */
import { DAY, MINUTE } from './clock.ts';

export interface Zone {
  /** The day of an instant, yyyy-mm-dd. */
  dayOf(at: number): string;
  /** The instant at which a day begins. */
  startOf(day: string): number;
}

const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/** The clock of a zone by its IANA name, or so far from UTC: "-08:00". Throws a RangeError for what is none. */
export const zoneOf = (name: string): Zone => {
  // The usual one is known without the tables of zones, whose reading would hold up the start.
  if (name === 'UTC') return zoneBy(() => 0);
  const [, sign, hours, minutes] = OFFSET.exec(name) ?? [];
  if (!sign) return zoneBy(offsetIn(name));
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  if (Math.abs(offset) >= DAY) throw new RangeError(`No clock is ${name} from UTC.`);
  return zoneBy(() => offset);
};

const zoneBy = (offsetAt: (at: number) => number): Zone => ({
  dayOf: (at) => new Date(at + offsetAt(at)).toISOString().slice(0, 10),
  startOf: (day) => {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    // The offset of then may be another than that of an instant some hours away.
    return midnight - offsetAt(midnight - offsetAt(midnight));
  },
});

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
const offsetIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at: number): number => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 1, ...rest] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(
      (name) => parts.get(name as Intl.DateTimeFormatPartTypes) ?? 0,
    );
    return Date.UTC(year, month - 1, ...rest) - Math.floor(at / 1000) * 1000;
  };
};

/** The day so many days later, or earlier. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
