/** What the reports have in common. */
import { date, shape } from '../../declare/shape.ts';

/** Zoom takes a month per call and keeps half a year (docs/zoom.md 4). */
export const month = { days: 30, months: 6 } as const;

/** The scopes of a report: one for all of them, and where it is known a granular one. */
export const scopesOf = (granular?: string): string[] => [
  'report:read:admin',
  ...(granular === undefined ? [] : [`report:read:${granular}:admin`]),
];

/** The days that an answer sums up. */
export const ReportDays = shape('ReportDays', {
  from: date('The first day; at most a month before `to`, and at most six months ago.'),
  to: date('The last day.'),
}).required({ from: true, to: true });
