/** The dashboard of webinars: who was there, and how well they were heard and seen. */

import { DashboardWebinarParticipant } from '../../../src/zoom/api/dashboards/participants.ts';
import { DashboardWebinar, WebinarQos } from '../../../src/zoom/api/dashboards/webinars.entities.ts';
import * as api from '../../../src/zoom/api/dashboards/webinars.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject, nodeBy } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { inputTypeOf } from '../../types/shape.ts';
import { dashboardOf } from './dashboard.ts';
import { DEFAULT_STATE, keyBy, renamed, userIn } from './session.ts';
import { addStays, type Kind, listsWithin } from './stays.ts';

const kind: Kind = {
  noun: 'webinar',
  qos: WebinarQos,
  stays: DashboardWebinarParticipant,
  lists: {
    participants: api.listDashboardWebinarParticipants,
    qos: api.listWebinarQos,
    sharing: api.listWebinarSharing,
    feedback: api.listWebinarFeedback,
  },
  seat: ({ webinarId = '' }, participantId) => ({ webinarId, participantId }),
};
const lists = listsWithin(kind);

export const dashboardWebinarsDomain: Domain = (builder) => {
  entityObject(builder, DashboardWebinar, {
    omit: ['host', 'participants'],
    fields: (t) => ({
      hostName: t.field({
        type: 'String',
        description: 'The name of the host.',
        ...renamed<string>(DashboardWebinar, 'host'),
      }),
      participantsCount: t.field({
        type: 'Int',
        description: 'How many stays of people there were.',
        ...renamed<number>(DashboardWebinar, 'participants'),
      }),
      host: t.zoomRef({
        of: User,
        requires: ['email'],
        link: (webinar) => userIn({ email: webinar.get('email') }),
        knownFields: ['email'],
        description: 'The user who hosted it.',
      }),
      webinarId: t.field({
        type: 'ID',
        description: 'The webinar number.',
        ...renamed<number>(DashboardWebinar, 'id'),
      }),
      participants: t.zoomConnection(lists.participants),
      qos: t.zoomConnection(lists.qos),
      sharing: t.zoomConnection(lists.sharing),
      feedback: t.zoomConnection(lists.feedback),
    }),
  });

  addStays(builder, kind);

  builder.objectFields(dashboardOf(builder), (t) => ({
    webinars: t.zoomConnection({
      list: api.listDashboardWebinars,
      of: DashboardWebinar,
      perValue: { param: 'type', default: [DEFAULT_STATE] },
      description: 'The webinars of the account, newest first.',
    }),
    webinar: t.field({
      ...nodeBy(builder, { of: DashboardWebinar, key: keyBy(DashboardWebinar, api.ListDashboardWebinarsQuery) }),
      description: 'One instance of a webinar.',
      args: {
        id: t.arg({
          type: 'ID',
          required: true,
          extensions: { names: DashboardWebinar.name },
          description: 'The global id, the uuid of the instance, or a webinar number for the latest one.',
        }),
        type: t.arg({
          type: inputTypeOf(builder, api.ListDashboardWebinarsQuery.shape.type) as never,
          defaultValue: DEFAULT_STATE as never,
          description: 'The state of the webinar, without which Zoom does not find it. A global ID holds it already.',
        }),
      },
    }),
  }));
};
