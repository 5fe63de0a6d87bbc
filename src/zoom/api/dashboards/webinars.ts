/** The dashboard of webinars. */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { bool, enumOf, named, shape } from '../../declare/shape.ts';
import { scopesOf } from './common.ts';
import { qualityFields, sessionFields, sessionFilters, window } from './meetings.ts';
import { DashboardFeedback, DashboardSharing, DashboardWebinarParticipant } from './participants.ts';
import { DashboardWebinarQos } from './qos.ts';

export const DashboardWebinar = shape(
  'DashboardWebinar',
  {
    ...sessionFields,
    ...qualityFields,
    has_poll: bool('Whether there was a poll.'),
    has_survey: bool('Whether there was a survey.'),
    has_meeting_summary: bool('Whether AI Companion summed it up.'),
    has_aic_conversation: bool('Whether AI Companion was asked something.'),
  },
  'One instance of a webinar, live or over, as the dashboard reports it.',
);
export const ListedDashboardWebinar = named(
  'ListedDashboardWebinar',
  DashboardWebinar.omit({ has_meeting_summary: true, has_aic_conversation: true }),
);

const webinarType = enumOf(
  'DashboardWebinarType',
  {
    PAST: ['past', 'Webinars that are over.'],
    LIVE: ['live', 'Webinars in progress.'],
  },
  'Which webinars are meant.',
);
const DashboardWebinarQuery = shape('DashboardWebinarQuery', { type: webinarType });
export const ListDashboardWebinarsQuery = shape('ListDashboardWebinarsQuery', { type: webinarType, ...sessionFilters });

export const listDashboardWebinars = listing('/metrics/webinars', {
  items: 'webinars',
  of: ListedDashboardWebinar,
  query: ListDashboardWebinarsQuery,
  paging: byToken(300),
  window,
  limit: 'RESOURCE_INTENSIVE',
  scopes: scopesOf('webinars', 'list_webinars'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:list_webinars:master'],
});

export const getDashboardWebinar = get('/metrics/webinars/{webinarId}', {
  of: DashboardWebinar,
  query: DashboardWebinarQuery,
  limit: 'HEAVY',
  scopes: scopesOf('webinars', 'webinar'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:webinar:master'],
});

export const listDashboardWebinarParticipants = listing('/metrics/webinars/{webinarId}/participants', {
  items: 'participants',
  of: DashboardWebinarParticipant,
  query: DashboardWebinarQuery,
  onRequest: { registrant_id: { include_fields: 'registrant_id' } },
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('webinars', 'list_webinar_participants'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:list_webinar_participants:master'],
});

export const listWebinarQos = listing('/metrics/webinars/{webinarId}/participants/qos', {
  items: 'participants',
  of: named('ListedWebinarQos', DashboardWebinarQos.omit({ webinar_number: true })),
  query: DashboardWebinarQuery,
  paging: byToken(10),
  limit: 'HEAVY',
  scopes: scopesOf('webinars', 'list_webinar_participants_qos'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:list_webinar_participants_qos:master'],
});

export const getWebinarQos = get('/metrics/webinars/{webinarId}/participants/{participantId}/qos', {
  of: DashboardWebinarQos,
  query: DashboardWebinarQuery,
  limit: 'HEAVY',
  scopes: scopesOf('webinars', 'webinar_participant_qos'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:webinar_participant_qos:master'],
});

export const listWebinarSharing = listing('/metrics/webinars/{webinarId}/participants/sharing', {
  items: 'participants',
  of: DashboardSharing,
  query: DashboardWebinarQuery,
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('webinars', 'webinar_sharing'),
  subAccountScopes: ['dashboard_webinars:read:master', 'dashboard:master', 'dashboard:read:webinar_sharing:master'],
});

export const listWebinarFeedback = listing('/metrics/webinars/{webinarId}/participants/satisfaction', {
  items: 'participants',
  of: DashboardFeedback,
  query: DashboardWebinarQuery,
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('webinars', 'post_webinar_feedback'),
  subAccountScopes: [
    'dashboard_webinars:read:master',
    'dashboard:master',
    'dashboard:read:post_webinar_feedback:master',
  ],
});
