/** The whole graph. */
import { createSchema, type Domain } from './create-schema.ts';
import { accountSettingsDomain } from './domains/account-settings.ts';
import { accountsDomain } from './domains/accounts.ts';
import { archivesDomain } from './domains/archives.ts';
import { assistantsDomain } from './domains/assistants.ts';
import { billingDomain } from './domains/billing.ts';
import { chatDomain } from './domains/chat/index.ts';
import { dashboardsDomain } from './domains/dashboards/index.ts';
import { devicesDomain } from './domains/devices/index.ts';
import { effectiveSettingsDomain } from './domains/effective-settings.ts';
import { eventsDomain } from './domains/events/index.ts';
import { groupSettingsDomain } from './domains/group-settings.ts';
import { groupsDomain } from './domains/groups.ts';
import { imGroupsDomain } from './domains/im-groups.ts';
import { informationBarriersDomain } from './domains/information-barriers.ts';
import { liveMeetingsDomain } from './domains/live-meetings.ts';
import { meetingSummariesDomain } from './domains/meeting-summaries.ts';
import { meetingsDomain } from './domains/meetings.ts';
import { participantsDomain } from './domains/participants.ts';
import { pastMeetingsDomain } from './domains/past-meetings.ts';
import { phoneDomain } from './domains/phone/index.ts';
import { pollsDomain } from './domains/polls.ts';
import { rateLimitDomain } from './domains/rate-limit.ts';
import { rawDomain } from './domains/raw.ts';
import { recordingsDomain } from './domains/recordings.ts';
import { registrantsDomain } from './domains/registrants.ts';
import { reportsDomain } from './domains/reports/index.ts';
import { rolesDomain } from './domains/roles.ts';
import { zoomRoomsDomain } from './domains/rooms/index.ts';
import { signInDomain } from './domains/sign-in.ts';
import { surveysDomain } from './domains/surveys.ts';
import { trackingFieldsDomain } from './domains/tracking-fields.ts';
import { tspDomain } from './domains/tsp.ts';
import { usersDomain } from './domains/users.ts';
import { viewerDomain } from './domains/viewer.ts';
import { webinarsDomain } from './domains/webinars/index.ts';

/** The domains of the gateway; each stands in one file or folder of `domains/`. */
export const DOMAINS: readonly Domain[] = [
  accountsDomain,
  billingDomain,
  accountSettingsDomain,
  usersDomain,
  assistantsDomain,
  signInDomain,
  rolesDomain,
  groupsDomain,
  groupSettingsDomain,
  effectiveSettingsDomain,
  imGroupsDomain,
  meetingsDomain,
  registrantsDomain,
  pollsDomain,
  liveMeetingsDomain,
  pastMeetingsDomain,
  meetingSummariesDomain,
  recordingsDomain,
  archivesDomain,
  webinarsDomain,
  tspDomain,
  phoneDomain,
  informationBarriersDomain,
  surveysDomain,
  trackingFieldsDomain,
  dashboardsDomain,
  reportsDomain,
  participantsDomain,
  chatDomain,
  zoomRoomsDomain,
  devicesDomain,
  rateLimitDomain,
  rawDomain,
  viewerDomain,
  eventsDomain,
];

/** The schema that the gateway serves, unless it is given another. */
export const schema = createSchema({ domains: DOMAINS });
