/** What the dashboards of several topics share. */
import { date, enumOf, shape } from '../../declare/shape.ts';

/** Zoom takes a month per call and keeps half a year (docs/zoom.md 4). */
export const month = { days: 30, months: 6 } as const;

/** The scopes of the account's own dashboards: one for all of them, one for each topic, and granular ones. */
export const scopesOf = (topic: string | undefined, granular?: string): string[] => [
  'dashboard:read:admin',
  ...(topic === undefined ? [] : [`dashboard_${topic}:read:admin`]),
  ...(granular === undefined ? [] : [`dashboard:read:${granular}:admin`]),
];

/** The days that an answer sums up. */
export const DashboardDays = shape('DashboardDays', {
  from: date('The first day, in UTC; at most a month before `to`, and at most six months ago.'),
  to: date('The last day, in UTC.'),
}).required({ from: true, to: true });

export const dashboardQuality = enumOf(
  'DashboardQuality',
  ['good', 'fair', 'poor', 'bad'],
  'How well something was heard or seen, by the mean opinion score: GOOD from 4, FAIR from 3, POOR from 2, BAD below.',
);
