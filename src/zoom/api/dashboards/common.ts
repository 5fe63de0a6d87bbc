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
  {
    GOOD: ['good', 'A score of 4 or more.'],
    FAIR: ['fair', 'A score from 3 to 4.'],
    POOR: ['poor', 'A score from 2 to 3.'],
    BAD: ['bad', 'A score below 2.'],
  },
  'How well something was heard or seen, by the mean opinion score, which ends at 5.',
);
