/** The dashboards: one root for all of them, each topic in its own file. */

import { accountSection } from '../../fields/object.ts';
import type { Domain } from '../../types/builder.ts';
import { dashboardChatDomain } from './chat.ts';
import { dashboardClientsDomain } from './clients.ts';
import { dashboardOf } from './dashboard.ts';
import { dashboardMeetingsDomain } from './meetings.ts';
import { dashboardRoomsDomain } from './rooms.ts';
import { dashboardUsageDomain } from './usage.ts';
import { dashboardWebinarsDomain } from './webinars.ts';

const PARTS = [
  dashboardMeetingsDomain,
  dashboardWebinarsDomain,
  dashboardRoomsDomain,
  dashboardChatDomain,
  dashboardClientsDomain,
  dashboardUsageDomain,
];

export const dashboardsDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
  accountSection(builder, 'dashboard', {
    type: dashboardOf(builder),
    description: 'The dashboards of the account. Zoom allows few calls of these a minute.',
  });
};
