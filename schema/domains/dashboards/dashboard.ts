import { perBuilder } from '../../types/builder.ts';

/** The dashboards of the account: what each file of this folder adds its lists to. */
export const dashboardOf = perBuilder((builder) =>
  builder
    .objectRef<object>('Dashboard')
    .implement({ description: 'Metrics of meetings, webinars, rooms, chat and clients of the account.' }),
);
