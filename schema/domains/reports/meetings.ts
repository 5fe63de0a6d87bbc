/** Reports on meetings that were held, and on who was there. */
import type { Entity } from '../../../resolvers/entity.ts';
import { Meeting } from '../../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../../src/zoom/api/meetings/past-meetings.entities.ts';
import { isOfWebinar } from '../../../src/zoom/api/meetings/recordings.ts';
import { MeetingReport, MeetingReportParticipant } from '../../../src/zoom/api/reports/meetings.entities.ts';
import * as api from '../../../src/zoom/api/reports/meetings.ts';
import { HostReport } from '../../../src/zoom/api/reports/usage.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance } from '../../../src/zoom/api/webinars/past-webinars.entities.ts';
import type { Of } from '../../../src/zoom/declare/shape.ts';
import { acrossUsers } from '../../fields/across-users.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { userIn } from '../dashboards/session.ts';
import { STAYS } from '../participants.ts';
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

/** Zoom has meetings and webinars in one list. */
const isWebinar = (item: Entity): boolean => isOfWebinar(item.known('type'));
const meetings = {
  list: api.listMeetingReports,
  of: MeetingReport,
  only: (item: Entity) => !isWebinar(item),
} as const;
const webinars = { list: api.listWebinarReports, of: WebinarInstance, only: isWebinar } as const;
/** The user and the days of a host's report. */
const ofDays = {
  path: ({ params }: Entity) => ({ userId: params.userId ?? '' }),
  parentQuery: { from: ({ params }: Entity) => params.from ?? '', to: ({ params }: Entity) => params.to ?? '' },
} as const;
const BY_USER =
  'Zoom lists them by user: a call for each, until as many are found as are asked for. `users` leads to those alone who hosted.';

export const reportMeetingsDomain: Domain = (builder) => {
  entityObject(builder, MeetingReport, {
    fields: (t) => ({
      instance: t.zoomRef({
        of: MeetingInstance,
        requires: ['uuid'],
        link: instanceOf,
        description: 'The instance itself.',
      }),
      meeting: t.zoomRef({
        of: Meeting,
        requires: ['id'],
        link: (report) => ({ id: report.get('id'), host_id: report.get('host_id') }),
        description: 'The meeting of which this is one instance.',
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
        description: STAYS,
      }),
      pollResults: t.zoomConnection({
        list: api.listMeetingReportPolls,
        description: 'What people answered in the polls, person by person.',
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
  builder.objectFields(refOf(builder, User), (t) => ({
    meetingReports: t.zoomConnection({
      ...meetings,
      description: 'The reports on meetings of the user, newest first.',
    }),
    pastWebinars: t.zoomConnection({
      ...webinars,
      description: 'Each time that a webinar of the user was held, newest first. From the reports.',
    }),
  }));

  builder.objectFields(refOf(builder, HostReport), (t) => ({
    meetings: t.zoomConnection({
      ...meetings,
      ...ofDays,
      list: api.listMeetingReportsOfDays,
      description: 'The meetings of the user within these days that two or more people attended.',
    }),
    webinars: t.zoomConnection({
      ...webinars,
      ...ofDays,
      list: api.listWebinarReportsOfDays,
      description: 'Each time within these days that a webinar of the user was held.',
    }),
  }));

  builder.objectFields(reportsOf(builder), (t) => ({
    meetings: t.zoomConnection({
      ...meetings,
      ...acrossUsers,
      description: `The reports on meetings of active users, by user. ${BY_USER}`,
    }),
    webinars: t.zoomConnection({
      ...webinars,
      ...acrossUsers,
      description: `Each time that a webinar of an active user was held, by user. ${BY_USER}`,
    }),
    meeting: t.zoomNode({
      of: MeetingReport,
      id: 'The global id, the uuid of the instance, or a meeting number for the latest instance.',
      description: 'The report on one instance of a meeting.',
    }),
  }));
};
