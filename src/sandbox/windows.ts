/** Lists that take a limited span of days a call: what of the asked span counts, and what is echoed (docs/zoom.md 4). */
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import { DAY } from './clock.ts';
import { invalid } from './refusal.ts';
import { instant } from './seeded.ts';
import type { World } from './world.ts';
import { plusDays } from './zone.ts';

export interface Span {
  /** First and last millisecond, both included. */
  readonly from: number;
  readonly to: number;
  /** As the answer shows them. */
  readonly echo: Readonly<Record<string, string>>;
  /** True when the caller's `to` lay in the future and now stands in its place. */
  readonly cut: boolean;
}

/** The days that a list covers when none are given; the longest span where nothing else is known. */
const DEFAULT_DAYS: Readonly<Record<string, number>> = {
  '/users/{userId}/recordings': 0,
  '/phone/call_logs': 1,
  '/phone/call_history': 1,
  '/phone/users/{userId}/call_logs': 1,
  '/phone/users/{userId}/call_history': 1,
};

const MONTH = 31 * DAY;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The span of a call. A day stands for the whole day by the account's clock; a span longer than the window keeps its end and is cut
 * at its beginning; what lies in the future ends now.
 */
export const spanOf = (
  { window, path }: Pick<Endpoint, 'window' | 'path'>,
  query: Readonly<Record<string, string>>,
  now: number,
  { zone, isToExclusive }: Pick<World, 'zone' | 'isToExclusive'>,
): Span | undefined => {
  if (!window) return undefined;
  const read = (name: string, text: string): number => {
    const at = isDay(text) && !Number.isNaN(Date.parse(text)) ? zone.startOf(text) : Date.parse(text);
    if (Number.isNaN(at)) throw invalid(name);
    return at;
  };
  if (window.param) {
    const day = query[window.param] ?? instant(now).slice(0, 10);
    const from = Date.parse(day);
    if (!isDay(day) || Number.isNaN(from)) throw invalid(window.param);
    return { from, to: from + DAY - 1, echo: {}, cut: false };
  }
  const asDay = isDay(query.to ?? query.from ?? '2000-01-01');
  const asked = query.to === undefined ? now : read('to', query.to);
  const cut = asked > now;
  const end = Math.min(asked, now);
  const daysBefore = (days: number) => zone.startOf(plusDays(zone.dayOf(end), -days));
  const begin = query.from === undefined ? end - (DEFAULT_DAYS[path] ?? window.days) * DAY : read('from', query.from);
  const from = Math.max(begin, asDay ? daysBefore(window.days) : end - window.days * DAY);
  const isOver = isToExclusive && query.to !== undefined && !cut;
  const show = asDay ? zone.dayOf : instant;
  return {
    // What is older than Zoom keeps is not found, without an error.
    from: Math.max(
      asDay ? zone.startOf(zone.dayOf(from)) : from,
      now - (window.months ?? Number.POSITIVE_INFINITY) * MONTH,
    ),
    to: asDay ? daysBefore(isOver ? 0 : -1) - 1 : end,
    echo: { from: show(from), to: show(end) },
    cut,
  };
};
