/** Summaries of meetings that Zoom's AI wrote: Zoom lists them for the account. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { dateTime, id, numericId, shape, string } from '../../declare/shape.ts';

export const MeetingSummary = shape(
  'MeetingSummary',
  {
    meeting_uuid: id('The instance of the meeting.', { of: 'MeetingInstance' }),
    meeting_id: numericId('The meeting number.', { of: 'Meeting' }),
    meeting_topic: string('What the meeting was called.'),
    meeting_start_time: dateTime('When the meeting began.'),
    meeting_end_time: dateTime('When the meeting ended.'),
    meeting_host_id: id('The user who hosted the meeting.', { of: 'User' }),
    meeting_host_email: string('The email address of the host.'),
    summary_start_time: dateTime('The beginning of the part of the meeting that is summarized.'),
    summary_end_time: dateTime('The end of the part of the meeting that is summarized.'),
    summary_created_time: dateTime('When the summary was written.'),
    summary_last_modified_time: dateTime('When the summary was last changed.'),
  },
  'A summary of a meeting, which was written by AI.',
);

export const ListMeetingSummariesQuery = shape('ListMeetingSummariesQuery', {
  from: dateTime('Only summaries that were written from then on.'),
  to: dateTime('Only summaries that were written until then.'),
});

/** Zoom does not say how long a span it takes (docs/zoom.md 4). 3000: the account has switched summaries off. */
export const listMeetingSummaries = listing('/meetings/meeting_summaries', {
  items: 'summaries',
  of: MeetingSummary,
  query: ListMeetingSummariesQuery,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: ['meeting_summary:read:admin', 'meeting:read:list_summaries:admin'],
});
