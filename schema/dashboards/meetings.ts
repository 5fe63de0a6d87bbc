/** The dashboard of meetings: who was there, and how well they were heard and seen. */
import * as of from '../../resolvers/dashboards.ts';
import { Meeting } from '../../resolvers/meetings.ts';
import { MeetingInstance } from '../../resolvers/past-meetings.ts';
import { User } from '../../resolvers/users.ts';
import * as api from '../../src/zoom/api/dashboards/meetings.ts';
import {
  DashboardFeedback,
  DashboardParticipant,
  DashboardSharing,
} from '../../src/zoom/api/dashboards/participants.ts';
import { builder } from '../builder.ts';
import { ownerOf } from '../connection.ts';
import { entityObject, loaded, refOf, sourcesOf } from '../entity.ts';
import { restOf } from '../rest.ts';
import { bodyOf, inputTypeOf, objectOf } from '../shape.ts';
import { Dashboard } from './dashboard.ts';
import { keyIn, renamed, typeOf, userIn, userOfStay } from './session.ts';

const { DashboardMeeting, MeetingQos } = of;
type Owner = Parameters<typeof typeOf>[0];
const media = { type: (meeting: Owner) => of.mediaType(typeOf(meeting)) };

entityObject(DashboardMeeting, {
  omit: ['host', 'participants'],
  fields: (t) => ({
    hostName: t.field({ type: 'String', description: 'The name of the host.', ...renamed<string>('host') }),
    participantsCount: t.field({
      type: 'Int',
      description: 'How many stays of people there were.',
      ...renamed<number>('participants'),
    }),
    host: t.zoomEdge({
      of: User,
      needs: ['email'],
      link: (meeting) => userIn({ email: meeting.get('email') }),
      description: 'The user who hosted it.',
    }),
    meeting: t.zoomEdge({
      of: Meeting,
      needs: ['id'],
      link: (meeting) => ({ id: meeting.get('id') }),
      description: 'The meeting of which this is one instance.',
    }),
    instance: t.zoomEdge({
      of: MeetingInstance,
      needs: ['uuid'],
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
    participants: t.zoomConnection({
      list: api.listDashboardParticipants,
      within: { type: typeOf },
      owned: true,
      description: 'The stays of those who took part; who left and came back has several.',
    }),
    qos: t.zoomConnection({
      list: api.listMeetingQos,
      of: MeetingQos,
      within: media,
      description: 'How the media of each stay got through. Zoom gives ten of them a call.',
    }),
    sharing: t.zoomConnection({
      list: api.listMeetingSharing,
      within: media,
      description: 'What the participants shared or recorded.',
    }),
    feedback: t.zoomConnection({
      list: api.listMeetingFeedback,
      within: { type: typeOf },
      description: 'What the participants thought of the meeting when it was over.',
    }),
  }),
});

entityObject(MeetingQos, {
  fields: (t) => ({
    user: t.zoomEdge({
      of: User,
      needs: ['id', 'email'],
      link: (qos) => userIn({ id: qos.get('id'), email: qos.get('email') }),
      description: 'The user, if Zoom tells who it was.',
    }),
  }),
});

builder.objectFields(objectOf(DashboardParticipant), (t) => ({
  user: t.zoomEdge({ of: User, link: userOfStay, description: 'The user, if Zoom tells who it was.' }),
  qos: t.zoomOne({
    of: MeetingQos,
    params: (stay) => {
      const { params } = ownerOf<Owner>(stay);
      return stay.user_id
        ? { type: of.mediaType(params.type), meetingId: params.meetingId ?? '', participantId: String(stay.user_id) }
        : null;
    },
    optional: true,
    description: 'How the media of this stay got through; of many, Zoom gives ten a call.',
  }),
  sharing: t.field({
    type: objectOf(DashboardSharing),
    nullable: true,
    description: 'What was shared or recorded from this seat, if anything was.',
    directives: restOf(api.listMeetingSharing),
    resolve: (stay, _, { store }) => of.sharingOf(store, api.listMeetingSharing, ownerOf(stay), stay),
  }),
  satisfaction: t.field({
    type: objectOf(DashboardFeedback),
    nullable: true,
    description: 'What the person thought of the meeting, if anything was said.',
    directives: restOf(api.listMeetingFeedback),
    resolve: (stay, _, { store }) => of.feedbackOf(store, api.listMeetingFeedback, ownerOf(stay), stay),
  }),
}));

builder.objectFields(objectOf(DashboardSharing), (t) => ({
  user: t.zoomEdge({ of: User, link: userIn, description: 'The user, if the person was signed in.' }),
}));
builder.objectFields(objectOf(DashboardFeedback), (t) => ({
  user: t.zoomEdge({
    of: User,
    link: ({ user_id, email }) => userIn({ id: user_id, email }),
    description: 'The user, if Zoom tells who it was.',
  }),
}));

builder.objectFields(Dashboard, (t) => ({
  meetings: t.zoomConnection({
    list: api.listDashboardMeetings,
    of: DashboardMeeting,
    each: { param: 'type', usual: ['PAST'] },
    description: 'The meetings of the account, newest first.',
  }),
  meeting: t.field({
    type: refOf(DashboardMeeting),
    nullable: true,
    description: 'One instance of a meeting.',
    directives: restOf(...sourcesOf(DashboardMeeting)),
    args: {
      id: t.arg({
        type: 'ID',
        required: true,
        description: 'The global id, the uuid of the instance, or a meeting number for the latest one.',
      }),
      type: t.arg({
        type: inputTypeOf(api.ListDashboardMeetingsQuery.shape.type) as never,
        required: true,
        defaultValue: 'PAST' as never,
        description: 'The state of the meeting, without which Zoom does not find it. A global id tells it already.',
      }),
    },
    resolve: (_, { id, type }, context, info) => {
      const told = bodyOf(api.ListDashboardMeetingsQuery, { type }, 'argument');
      const params = keyIn(DashboardMeeting, id, { type: String(told.type), meetingId: id });
      return loaded(DashboardMeeting, params, context, info) as never;
    },
  }),
}));
