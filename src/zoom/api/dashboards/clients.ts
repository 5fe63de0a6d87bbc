/** What clients are in use, and what the people behind them thought. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { date, dateTime, float, id, int, renamed, shape, string } from '../../declare/shape.ts';
import { DashboardDays, month, scopesOf } from './common.ts';

export const ClientVersion = shape(
  'DashboardClientVersion',
  { client_version: string('Such as "Windows 5.17.11".'), total_count: int('How many users have it.') },
  'A version of the client that is in use.',
);

export const ClientFeedback = shape(
  'DashboardClientFeedback',
  {
    feedback_id: id("Zoom's own ID of the problem."),
    feedback_name: renamed('feedbackName', 'name', string('The problem that was reported.')),
    participants_count: int('How many participants reported it.'),
  },
  'A problem that participants reported after meetings.',
);

export const ClientFeedbackDetail = shape(
  'DashboardClientFeedbackDetail',
  {
    participant_name: string('The name of the participant.'),
    email: string('The email address of the participant.'),
    meeting_id: id('The meeting number.'),
    time: dateTime('When the problem was reported.'),
  },
  'One complaint of one person.',
);

export const ClientSatisfaction = shape(
  'DashboardSatisfaction',
  {
    date: date('The day.'),
    good_count: int('Thumbs up.'),
    not_good_count: int('Thumbs down.'),
    none_count: int('Participants who gave no rating.'),
    satisfaction_percent: float('The share of those who did not give thumbs down.'),
  },
  'What people thought of the meetings of one day.',
);

export const listClientVersions = listing('/metrics/client_versions', {
  items: 'client_versions',
  of: ClientVersion,
  limit: 'HEAVY',
  scopes: scopesOf(undefined, 'client_versions'),
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:client_versions:master'],
});

export const listClientFeedback = listing('/metrics/client/feedback', {
  items: 'client_feedbacks',
  of: ClientFeedback,
  query: DashboardDays,
  span: month,
  limit: 'HEAVY',
  scopes: ['account:read:admin', ...scopesOf('home', 'list_meetings_feedback')],
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:list_meetings_feedback:master'],
});

export const listClientFeedbackDetails = listing('/metrics/client/feedback/{feedbackId}', {
  items: 'client_feedback_details',
  of: ClientFeedbackDetail,
  paging: byToken(300),
  window: { ...month, at: 'time' },
  limit: 'HEAVY',
  scopes: scopesOf('home', 'meeting_feedback'),
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:meeting_feedback:master'],
});

export const listClientSatisfaction = listing('/metrics/client/satisfaction', {
  items: 'client_satisfaction',
  of: ClientSatisfaction,
  window: { ...month, at: 'date' },
  limit: 'HEAVY',
  scopes: scopesOf(undefined, 'meeting_survey'),
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:meeting_survey:master'],
});
