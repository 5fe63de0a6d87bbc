/** Those who registered for a webinar, what they were asked, and where they came from. */
import { TrackingSource, WebinarRegistrant } from '../../../src/zoom/api/webinars/registrants.entities.ts';
import * as api from '../../../src/zoom/api/webinars/registrants.ts';
import { Webinar } from '../../../src/zoom/api/webinars/webinars.entities.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const webinarRegistrantsDomain: Domain = (builder) => {
  entityObject(builder, WebinarRegistrant);
  entityObject(builder, TrackingSource);

  builder.objectFields(refOf(builder, Webinar), (t) => ({
    registrants: t.zoomConnection({
      list: api.listWebinarRegistrants,
      of: WebinarRegistrant,
      perValue: { param: 'status', default: ['APPROVED'] },
      description: 'Those who registered for the webinar, by status.',
    }),
    registrationQuestions: t.zoomObject({
      get: api.getWebinarRegistrationQuestions,
      description: 'What people are asked when they register.',
    }),
    trackingSources: t.zoomConnection({
      list: api.listTrackingSources,
      of: TrackingSource,
      description: 'The links by which people come to the registration.',
    }),
  }));

  const pathEntities = { webinarId: Webinar };
  const statusOf = (action: string, description: string) => ({
    endpoint: api.updateWebinarRegistrantsStatus,
    description,
    pathEntities,
    constants: { body: { action } },
    payload: { webinar: Webinar },
  });

  builder.mutationFields((t) => ({
    addWebinarRegistrant: t.zoomMutation('addWebinarRegistrant', {
      endpoint: api.addWebinarRegistrant,
      description: 'Adds a registrant to a webinar. Zoom accepts the same person three times a day.',
      pathEntities,
      payload: {
        webinar: Webinar,
        registrant: {
          of: WebinarRegistrant,
          params: ({ path: { webinarId = '' }, answer: { registrant_id: id } }) =>
            typeof id === 'string' ? { webinarId, registrantId: id } : undefined,
        },
      },
      exposeResponse: true,
    }),
    approveWebinarRegistrants: t.zoomMutation(
      'approveWebinarRegistrants',
      statusOf('approve', 'Approves registrants of a webinar.'),
    ),
    denyWebinarRegistrants: t.zoomMutation(
      'denyWebinarRegistrants',
      statusOf('deny', 'Denies registrants of a webinar.'),
    ),
    cancelWebinarRegistrants: t.zoomMutation(
      'cancelWebinarRegistrants',
      statusOf('cancel', 'Cancels the registration of registrants of a webinar.'),
    ),
    updateWebinarRegistrationQuestions: t.zoomMutation('updateWebinarRegistrationQuestions', {
      endpoint: api.updateWebinarRegistrationQuestions,
      description: 'Updates what people are asked when they register for a webinar.',
      pathEntities,
      payload: { webinar: Webinar },
    }),
  }));
};
