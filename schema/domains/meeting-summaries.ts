/** Summaries of meetings that AI wrote. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { MeetingSummary } from '../../src/zoom/api/meetings/meeting-summaries.entities.ts';
import * as api from '../../src/zoom/api/meetings/meeting-summaries.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../src/zoom/api/meetings/past-meetings.entities.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const meetingSummariesDomain: Domain = (builder) => {
  entityObject(builder, MeetingSummary, {
    fields: (t) => ({
      meeting: t.zoomRef({
        of: Meeting,
        link: ({ row: { meeting_id: id, meeting_host_id: host_id } }) => ({ id, host_id }),
        description: 'The meeting that was summarized.',
      }),
      meetingInstance: t.zoomRef({
        of: MeetingInstance,
        link: ({ row }) => ({
          uuid: row.meeting_uuid,
          id: row.meeting_id,
          topic: row.meeting_topic,
          host_id: row.meeting_host_id,
        }),
        description: 'The instance of the meeting that was summarized.',
      }),
      host: t.zoomRef({
        of: User,
        link: ({ row: { meeting_host_id: id, meeting_host_email: email } }) => (id || email ? { id, email } : null),
        knownFields: [],
        description: 'The user who hosted the meeting.',
      }),
    }),
  });

  const meetingSummaries = {
    list: api.listMeetingSummaries,
    of: MeetingSummary,
    path: () => ({}),
    description: 'The summaries of meetings of the account, which were written by AI.',
  };
  builder.objectField(refOf(builder, Account), 'meetingSummaries', (t) => t.zoomConnection(meetingSummaries));
  builder.queryField('meetingSummaries', (t) => t.zoomConnection(meetingSummaries));
};
