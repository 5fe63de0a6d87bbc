/** What the domains say, product by product. */
import type { Domain } from '../call.ts';
import { accounts } from './accounts/accounts.ts';
import { billing } from './accounts/billing.ts';
import { informationBarriers } from './accounts/information-barriers.ts';
import { accountSettings } from './accounts/settings.ts';
import { trackingFields } from './accounts/tracking-fields.ts';
import { dashboardMeetings } from './dashboards/meetings.ts';
import { dashboardRooms } from './dashboards/rooms.ts';
import { dashboardUsage } from './dashboards/usage.ts';
import { livestream, meetingStatus, meetings } from './meetings/meetings.ts';
import { pastMeetings } from './meetings/past.ts';
import { polls } from './meetings/polls.ts';
import { recordings } from './meetings/recordings.ts';
import { registrants } from './meetings/registrants.ts';
import { surveys } from './meetings/surveys.ts';
import { devices } from './phone/devices.ts';
import { phoneLogs } from './phone/logs.ts';
import { numbersDomain } from './phone/numbers.ts';
import { queues } from './phone/queues.ts';
import { sites } from './phone/sites.ts';
import { phoneUsersDomain } from './phone/users.ts';
import { groups } from './users/groups.ts';
import { roles } from './users/roles.ts';
import { usersDomain } from './users/users.ts';

export const domains: readonly Domain[] = [
  ...[accounts, informationBarriers, trackingFields, roles, groups].map(({ domain }) => domain),
  ...[meetings, livestream, polls, registrants, surveys].map(({ domain }) => domain),
  ...[sites, queues, devices].map(({ domain }) => domain),
  ...dashboardMeetings,
  dashboardRooms,
  dashboardUsage,
  phoneUsersDomain,
  numbersDomain,
  phoneLogs,
  accountSettings,
  billing,
  usersDomain,
  meetingStatus,
  pastMeetings,
  recordings,
];
