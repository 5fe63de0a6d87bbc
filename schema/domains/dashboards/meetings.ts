/** The dashboard of meetings: who was there, and how well they were heard and seen. */
import { DashboardMeeting, MeetingQos } from '../../../src/zoom/api/dashboards/meetings.entities.ts';
import * as api from '../../../src/zoom/api/dashboards/meetings.ts';
import {
  DashboardFeedback,
  DashboardParticipant,
  DashboardSharing,
} from '../../../src/zoom/api/dashboards/participants.ts';
import { Meeting } from '../../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../../src/zoom/api/meetings/past-meetings.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject, nodeBy } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { inputTypeOf, objectOf } from '../../types/shape.ts';
import { dashboardOf } from './dashboard.ts';
import { DEFAULT_STATE, keyBy, renamed, userIn } from './session.ts';
import { addStays, type Kind, listsWithin } from './stays.ts';

const kind: Kind = {
  noun: 'meeting',
  qos: MeetingQos,
  stays: DashboardParticipant,
  lists: {
    participants: api.listDashboardParticipants,
    qos: api.listMeetingQos,
    sharing: api.listMeetingSharing,
    feedback: api.listMeetingFeedback,
  },
  seat: ({ meetingId = '' }, participantId) => ({ meetingId, participantId }),
};
const lists = listsWithin(kind);

export const dashboardMeetingsDomain: Domain = (builder) => {
  entityObject(builder, DashboardMeeting, {
    omit: ['host', 'participants'],
    fields: (t) => ({
      hostName: t.field({
        type: 'String',
        description: 'The name of the host.',
        ...renamed<string>(DashboardMeeting, 'host'),
      }),
      participantsCount: t.field({
        type: 'Int',
        description: 'How many stays of people there were.',
        ...renamed<number>(DashboardMeeting, 'participants'),
      }),
      host: t.zoomRef({
        of: User,
        requires: ['email'],
        link: (meeting) => userIn({ email: meeting.get('email') }),
        knownFields: ['email'],
        description: 'The user who hosted it.',
      }),
      meeting: t.zoomRef({
        of: Meeting,
        requires: ['id'],
        link: (meeting) => ({ id: meeting.get('id') }),
        description: 'The meeting of which this is one instance.',
      }),
      instance: t.zoomRef({
        of: MeetingInstance,
        requires: ['uuid'],
        link: (meeting) => ({
          uuid: meeting.get('uuid'),
          id: meeting.get('id'),
          topic: meeting.get('topic'),
          start_time: meeting.get('start_time'),
          end_time: meeting.get('end_time'),
          user_name: meeting.get('host'),
          user_email: meeting.get('email'),
        }),
        description: 'The same instance outside the dashboard. Zoom knows it once it is over.',
      }),
      participants: t.zoomConnection(lists.participants),
      qos: t.zoomConnection(lists.qos),
      sharing: t.zoomConnection(lists.sharing),
      feedback: t.zoomConnection(lists.feedback),
    }),
  });

  addStays(builder, kind);

  builder.objectFields(objectOf(builder, DashboardSharing), (t) => ({
    user: t.zoomRef({ of: User, link: userIn, knownFields: [], description: 'The user, if the person was signed in.' }),
  }));
  builder.objectFields(objectOf(builder, DashboardFeedback), (t) => ({
    user: t.zoomRef({
      of: User,
      link: ({ user_id, email }) => userIn({ id: user_id, email }),
      knownFields: [],
      description: 'The user, if Zoom reports who it was.',
    }),
  }));

  builder.objectFields(dashboardOf(builder), (t) => ({
    meetings: t.zoomConnection({
      list: api.listDashboardMeetings,
      of: DashboardMeeting,
      perValue: { param: 'type', default: [DEFAULT_STATE] },
      description: 'The meetings of the account, newest first.',
    }),
    meeting: t.field({
      ...nodeBy(builder, { of: DashboardMeeting, key: keyBy(DashboardMeeting, api.ListDashboardMeetingsQuery) }),
      description: 'One instance of a meeting.',
      args: {
        id: t.arg({
          type: 'ID',
          required: true,
          extensions: { names: DashboardMeeting.name },
          description: 'The global id, the uuid of the instance, or a meeting number for the latest one.',
        }),
        type: t.arg({
          type: inputTypeOf(builder, api.ListDashboardMeetingsQuery.shape.type) as never,
          defaultValue: DEFAULT_STATE as never,
          description: 'The state of the meeting, without which Zoom does not find it. A global ID holds it already.',
        }),
      },
    }),
  }));
};
