/** Webinars that were held: their instances, who took part and who did not, what was asked and answered. */
import { DashboardWebinar } from '../../../src/zoom/api/dashboards/webinars.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance, WebinarParticipant } from '../../../src/zoom/api/webinars/past-webinars.entities.ts';
import * as api from '../../../src/zoom/api/webinars/past-webinars.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { STAYS } from '../participants.ts';

export const pastWebinarsDomain: Domain = (builder) => {
  entityObject(builder, WebinarInstance, {
    fields: (t) => ({
      webinar: t.zoomRef({
        of: Webinar,
        requires: ['id'],
        link: (instance) => ({ id: instance.get('id'), host_id: instance.get('host_id') }),
        description: 'The webinar of which this is one instance.',
      }),
      host: t.zoomRef({
        of: User,
        requires: ['host_id', 'user_email'],
        link: (instance) => {
          const [id, email] = [instance.get('host_id'), instance.get('user_email')];
          return id || email ? { id, email } : null;
        },
        knownFields: [],
        description: 'The user who hosted it.',
      }),
      participants: t.zoomConnection({
        list: api.listWebinarParticipants,
        of: WebinarParticipant,
        description: `${STAYS} From the report of the webinar.`,
      }),
      absentees: t.zoomConnection({
        list: api.listAbsentees,
        description: 'The registrants who did not come.',
      }),
      pollResults: t.zoomConnection({
        list: api.listWebinarPollResults,
        description: 'What people answered in the polls, person by person.',
      }),
      questions: t.zoomConnection({
        list: api.listWebinarQuestions,
        description: 'What people asked, person by person, with the answers.',
      }),
      files: t.zoomConnection({ list: api.listWebinarFiles, description: 'The files that were sent in the chat.' }),
    }),
  });

  entityObject(builder, WebinarParticipant, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        link: ({ row: { id, user_email: email } }) => (id ? { id, email } : null),
        description: 'The user, if the person was signed in.',
      }),
    }),
  });

  builder.objectFields(refOf(builder, Webinar), (t) => ({
    instances: t.zoomConnection({
      list: api.listWebinarInstances,
      of: WebinarInstance,
      description: 'Each time that the webinar was held.',
    }),
    latestInstance: t.zoomLookup({
      of: WebinarInstance,
      params: ({ params }) => ({ webinarId: params.webinarId ?? '' }),
      optional: true,
      description: 'The last time that the webinar was held: Zoom takes its number for that. Null if it never was.',
    }),
  }));

  builder.objectFields(refOf(builder, DashboardWebinar), (t) => ({
    webinar: t.zoomRef({
      of: Webinar,
      requires: ['id'],
      link: (webinar) => ({ id: webinar.get('id') }),
      description: 'The webinar of which this is one instance.',
    }),
    instance: t.zoomRef({
      of: WebinarInstance,
      requires: ['uuid'],
      link: (webinar) => ({
        uuid: webinar.get('uuid'),
        id: webinar.get('id'),
        topic: webinar.get('topic'),
        start_time: webinar.get('start_time'),
        end_time: webinar.get('end_time'),
        user_name: webinar.get('host'),
        user_email: webinar.get('email'),
      }),
      description: 'The same instance outside the dashboard. Zoom knows it once it is over.',
    }),
  }));

  builder.queryField('webinarInstance', (t) =>
    t.zoomNode({
      of: WebinarInstance,
      id: 'The global id, the uuid of the instance, or a webinar number for the latest instance.',
      description: 'One instance of a webinar that was held.',
    }),
  );
};
