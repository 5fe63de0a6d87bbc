/** What the account used: by day, by host, by telephone and for recordings. */
import { Meeting } from '../../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../../src/zoom/api/meetings/past-meetings.entities.ts';
import { HostReport } from '../../../src/zoom/api/reports/usage.entities.ts';
import * as api from '../../../src/zoom/api/reports/usage.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance } from '../../../src/zoom/api/webinars/past-webinars.entities.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import type { Of } from '../../../src/zoom/declare/shape.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { userIn } from '../dashboards/session.ts';
import { reportsOf } from './reports.ts';

type Call = Of<typeof api.TelephoneUsage>;
const isOfWebinar = ({ meeting_type }: Call) => /webinar/i.test(meeting_type ?? '');
const numberOf = ({ meeting_id: id, host_id }: Call) => (id ? { id, host_id } : null);
const instanceOf = ({ uuid, meeting_id: id, host_id }: Call) => (uuid ? { uuid, id, host_id } : null);

export const reportUsageDomain: Domain = (builder) => {
  entityObject(builder, HostReport, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        requires: ['id', 'email', 'dept'],
        link: (host) => ({ id: host.get('id'), email: host.get('email'), dept: host.get('dept') }),
        description: 'The user.',
      }),
    }),
  });

  builder.objectFields(objectOf(builder, api.TelephoneUsage), (t) => ({
    host: t.zoomRef({
      of: User,
      link: ({ host_id, host_email }) => userIn({ id: host_id, email: host_email }),
      knownFields: [],
      description: 'The user who hosted it.',
    }),
    meeting: t.zoomRef({
      of: Meeting,
      link: (call) => (isOfWebinar(call as Call) ? null : numberOf(call as Call)),
      description: 'The meeting; null for a webinar.',
    }),
    webinar: t.zoomRef({
      of: Webinar,
      link: (call) => (isOfWebinar(call as Call) ? numberOf(call as Call) : null),
      description: 'The webinar; null for a meeting.',
    }),
    instance: t.zoomRef({
      of: MeetingInstance,
      link: (call) => (isOfWebinar(call as Call) ? null : instanceOf(call as Call)),
      description: 'The instance of the meeting; null for a webinar.',
    }),
    webinarInstance: t.zoomRef({
      of: WebinarInstance,
      link: (call) => (isOfWebinar(call as Call) ? instanceOf(call as Call) : null),
      description: 'The instance of the webinar; null for a meeting.',
    }),
  }));

  builder.objectFields(reportsOf(builder), (t) => ({
    daily: t.zoomConnection({
      list: api.listDailyUsage,
      description: 'What the account used in a month, day by day.',
    }),
    users: t.zoomConnection({
      list: api.listHostReports,
      of: HostReport,
      perValue: { param: 'type', default: ['ACTIVE'] },
      description: 'What users hosted within some days.',
    }),
    telephone: t.zoomConnection({
      list: api.listTelephoneUsage,
      description: 'The calls by which people were heard in meetings and webinars, newest first.',
    }),
    cloudRecording: t.zoomConnection({
      list: api.listRecordingStorage,
      description: 'The cloud storage that recordings take, day by day.',
    }),
  }));
};
