/** Reports on meetings that were held, and on who was there. */
import type { Entity } from '../../../resolvers/entity.ts';
import { MeetingInstance } from '../../../src/zoom/api/meetings/past-meetings.entities.ts';
import { isOfWebinar } from '../../../src/zoom/api/meetings/recordings.ts';
import { MeetingReport, MeetingReportParticipant } from '../../../src/zoom/api/reports/meetings.entities.ts';
import * as api from '../../../src/zoom/api/reports/meetings.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance } from '../../../src/zoom/api/webinars/past-webinars.entities.ts';
import type { Of } from '../../../src/zoom/declare/shape.ts';
import { acrossUsers } from '../../fields/across-users.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { userIn } from '../dashboards/session.ts';
import { reportsOf } from './reports.ts';

/** What a report tells of the instance that it is on. */
const instanceOf = (report: Entity<Of<typeof api.MeetingReport>>) => ({
  uuid: report.get('uuid'),
  id: report.get('id'),
  topic: report.get('topic'),
  start_time: report.get('start_time'),
  end_time: report.get('end_time'),
  duration: report.get('duration'),
  total_minutes: report.get('total_minutes'),
  user_name: report.get('user_name'),
  user_email: report.get('user_email'),
});

export const reportMeetingsDomain: Domain = (builder) => {
  entityObject(builder, MeetingReport, {
    fields: (t) => ({
      instance: t.zoomRef({
        of: MeetingInstance,
        requires: ['uuid', 'type'],
        link: (report) => (isOfWebinar(report.get('type')) ? null : instanceOf(report)),
        description: 'The instance of the meeting; null for a webinar.',
      }),
      webinarInstance: t.zoomRef({
        of: WebinarInstance,
        requires: ['uuid', 'type'],
        link: (report) => (isOfWebinar(report.get('type')) ? instanceOf(report) : null),
        description: 'The instance of the webinar, which leads to its participants; null for a meeting.',
      }),
      host: t.zoomRef({
        of: User,
        requires: ['host_id', 'user_email'],
        link: (report) => userIn({ id: report.get('host_id'), email: report.get('user_email') }),
        knownFields: [],
        description: 'The user who hosted it.',
      }),
      participants: t.zoomConnection({
        list: api.listMeetingReportParticipants,
        of: MeetingReportParticipant,
        description: 'The stays of those who took part; who left and came back has several. Of meetings alone.',
      }),
      pollResults: t.zoomConnection({
        list: api.listMeetingReportPolls,
        description: 'What people answered in the polls, person by person. Of meetings alone.',
      }),
    }),
  });

  entityObject(builder, MeetingReportParticipant, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        link: ({ row: { participant_user_id, id, user_email: email } }) =>
          participant_user_id || id ? userIn({ id: participant_user_id || id, email }) : null,
        description: 'The user, if the person was signed in.',
      }),
    }),
  });

  builder.objectField(refOf(builder, MeetingInstance), 'report', (t) =>
    t.zoomLookup({
      of: MeetingReport,
      params: ({ params }) => params,
      optional: true,
      description: 'The report on it, with its participants and polls. Zoom allows few calls of reports.',
    }),
  );
  builder.objectField(refOf(builder, User), 'meetingReports', (t) =>
    t.zoomConnection({
      list: api.listMeetingReports,
      of: MeetingReport,
      description: 'The reports on meetings and webinars of the user, newest first.',
    }),
  );

  builder.objectFields(reportsOf(builder), (t) => ({
    meetings: t.zoomConnection({
      list: api.listMeetingReports,
      of: MeetingReport,
      ...acrossUsers,
      description:
        'The reports on meetings and webinars of active users, by user. Zoom lists them by user: a call for each, until as many are found as are asked for. `users` leads to those alone who hosted.',
    }),
    meeting: t.zoomNode({
      of: MeetingReport,
      id: 'The global id, the uuid of the instance, or a meeting number for the latest instance.',
      description: 'The report on one instance of a meeting.',
    }),
  }));
};
