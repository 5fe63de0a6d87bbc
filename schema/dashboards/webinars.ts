/** The dashboard of webinars: who was there, and how well they were heard and seen. */
import * as of from '../../resolvers/dashboards.ts';
import { User } from '../../resolvers/users.ts';
import {
  DashboardFeedback,
  DashboardSharing,
  DashboardWebinarParticipant,
} from '../../src/zoom/api/dashboards/participants.ts';
import * as api from '../../src/zoom/api/dashboards/webinars.ts';
import { builder } from '../builder.ts';
import { ownerOf } from '../connection.ts';
import { entityObject, loaded, refOf, sourcesOf } from '../entity.ts';
import { restOf } from '../rest.ts';
import { bodyOf, inputTypeOf, objectOf } from '../shape.ts';
import { Dashboard } from './dashboard.ts';
import { keyIn, renamed, typeOf, userIn, userOfStay } from './session.ts';

const { DashboardWebinar, WebinarQos } = of;
type Owner = Parameters<typeof typeOf>[0];
const media = { type: (webinar: Owner) => of.mediaType(typeOf(webinar)) };

entityObject(DashboardWebinar, {
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
      link: (webinar) => userIn({ email: webinar.get('email') }),
      description: 'The user who hosted it.',
    }),
    webinarId: t.field({ type: 'ID', description: 'The webinar number.', ...renamed<number>('id') }),
    participants: t.zoomConnection({
      list: api.listDashboardWebinarParticipants,
      within: { type: typeOf },
      owned: true,
      description: 'The stays of those who took part; who left and came back has several.',
    }),
    qos: t.zoomConnection({
      list: api.listWebinarQos,
      of: WebinarQos,
      within: media,
      description: 'How the media of each stay got through. Zoom gives ten of them a call.',
    }),
    sharing: t.zoomConnection({
      list: api.listWebinarSharing,
      within: media,
      description: 'What the participants shared or recorded.',
    }),
    feedback: t.zoomConnection({
      list: api.listWebinarFeedback,
      within: { type: typeOf },
      description: 'What the participants thought of the webinar when it was over.',
    }),
  }),
});

entityObject(WebinarQos, {
  fields: (t) => ({
    user: t.zoomEdge({
      of: User,
      needs: ['id', 'email'],
      link: (qos) => userIn({ id: qos.get('id'), email: qos.get('email') }),
      description: 'The user, if Zoom tells who it was.',
    }),
  }),
});

builder.objectFields(objectOf(DashboardWebinarParticipant), (t) => ({
  user: t.zoomEdge({ of: User, link: userOfStay, description: 'The user, if Zoom tells who it was.' }),
  qos: t.zoomOne({
    of: WebinarQos,
    params: (stay) => {
      const { params } = ownerOf<Owner>(stay);
      return stay.user_id
        ? { type: of.mediaType(params.type), webinarId: params.webinarId ?? '', participantId: String(stay.user_id) }
        : null;
    },
    optional: true,
    description: 'How the media of this stay got through; of many, Zoom gives ten a call.',
  }),
  sharing: t.field({
    type: objectOf(DashboardSharing),
    nullable: true,
    description: 'What was shared or recorded from this seat, if anything was.',
    directives: restOf(api.listWebinarSharing),
    resolve: (stay, _, { store }) => of.sharingOf(store, api.listWebinarSharing, ownerOf(stay), stay),
  }),
  satisfaction: t.field({
    type: objectOf(DashboardFeedback),
    nullable: true,
    description: 'What the person thought of the webinar, if anything was said.',
    directives: restOf(api.listWebinarFeedback),
    resolve: (stay, _, { store }) => of.feedbackOf(store, api.listWebinarFeedback, ownerOf(stay), stay),
  }),
}));

builder.objectFields(Dashboard, (t) => ({
  webinars: t.zoomConnection({
    list: api.listDashboardWebinars,
    of: DashboardWebinar,
    each: { param: 'type', usual: ['PAST'] },
    description: 'The webinars of the account, newest first.',
  }),
  webinar: t.field({
    type: refOf(DashboardWebinar),
    nullable: true,
    description: 'One instance of a webinar.',
    directives: restOf(...sourcesOf(DashboardWebinar)),
    args: {
      id: t.arg({
        type: 'ID',
        required: true,
        description: 'The global id, the uuid of the instance, or a webinar number for the latest one.',
      }),
      type: t.arg({
        type: inputTypeOf(api.ListDashboardWebinarsQuery.shape.type) as never,
        required: true,
        defaultValue: 'PAST' as never,
        description: 'The state of the webinar, without which Zoom does not find it. A global id tells it already.',
      }),
    },
    resolve: (_, { id, type }, context, info) => {
      const told = bodyOf(api.ListDashboardWebinarsQuery, { type }, 'argument');
      const params = keyIn(DashboardWebinar, id, { type: String(told.type), webinarId: id });
      return loaded(DashboardWebinar, params, context, info) as never;
    },
  }),
}));
