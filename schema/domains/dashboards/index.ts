/** The dashboards: one root for all of them, each topic in its own file. */

import { accountSection } from '../../fields/object.ts';
import type { Domain } from '../../types/builder.ts';
import { interfaceOf, type Shared } from '../../types/interfaces.ts';
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

/** What meetings and webinars show alike. */
const SHARED: readonly Shared[] = [
  {
    name: 'DashboardSession',
    description: 'A meeting or webinar, as the dashboards show it.',
    of: ['DashboardMeeting', 'DashboardWebinar'],
  },
  {
    name: 'DashboardSessionParticipant',
    description: 'One stay of a person in a meeting or webinar, as the dashboards show it.',
    of: ['DashboardParticipant', 'DashboardWebinarParticipant'],
  },
  {
    name: 'DashboardSessionQos',
    description: 'How the media of one stay in a meeting or webinar got through.',
    of: ['DashboardMeetingQos', 'DashboardWebinarQos'],
  },
  { name: 'MediaQuality', description: 'How a kind of media got through.', of: ['QosAudio', 'QosVideo'] },
  {
    name: 'Participant',
    description: 'One stay of a person in a meeting or webinar.',
    of: [
      'MeetingParticipant',
      'MeetingReportParticipant',
      'WebinarParticipant',
      'DashboardParticipant',
      'DashboardWebinarParticipant',
    ],
  },
];

export const dashboardsDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
  for (const shared of SHARED) interfaceOf(builder, shared);
  accountSection(builder, 'dashboard', {
    type: dashboardOf(builder),
    description: 'The dashboards of the account. Zoom allows few calls of these a minute.',
  });
};
