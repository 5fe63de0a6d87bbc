/** Those who registered for a meeting. */
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { Registrant } from '../../src/zoom/api/meetings/registrants.entities.ts';
import * as api from '../../src/zoom/api/meetings/registrants.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { interfaceOf } from '../types/interfaces.ts';

export const registrantsDomain: Domain = (builder) => {
  entityObject(builder, Registrant);
  interfaceOf(builder, {
    name: 'Registrant',
    description: 'Someone who registered, for a meeting, a webinar or a recording on demand.',
    of: ['MeetingRegistrant', 'RecordingRegistrant', 'WebinarRegistrant'],
  });

  builder.objectFields(refOf(builder, Meeting), (t) => ({
    registrants: t.zoomConnection({
      list: api.listRegistrants,
      of: Registrant,
      perValue: { param: 'status', default: ['APPROVED'] },
      description: 'Those who registered for the meeting, by status.',
    }),
    registrationQuestions: t.zoomObject({
      get: api.getRegistrationQuestions,
      description: 'What people are asked when they register.',
    }),
  }));

  const pathEntities = { meetingId: Meeting };
  const statusOf = (action: string, description: string) => ({
    endpoint: api.updateRegistrantsStatus,
    description,
    pathEntities,
    constants: { body: { action } },
    payload: { meeting: Meeting },
  });

  builder.mutationFields((t) => ({
    addMeetingRegistrant: t.zoomMutation('addMeetingRegistrant', {
      endpoint: api.addRegistrant,
      description: 'Adds a registrant to a meeting. Zoom accepts the same person three times a day.',
      pathEntities,
      payload: {
        meeting: Meeting,
        registrant: {
          of: Registrant,
          params: ({ path: { meetingId = '' }, answer: { registrant_id: id } }) =>
            typeof id === 'string' ? { meetingId, registrantId: id } : undefined,
        },
      },
      exposeResponse: true,
    }),
    addMeetingRegistrants: t.zoomMutation('addMeetingRegistrants', {
      endpoint: api.addBatchRegistrants,
      description: 'Adds several registrants to a meeting of the type SCHEDULED, by one call.',
      pathEntities,
      payload: {
        meeting: Meeting,
        registrants: {
          of: Registrant,
          items: 'registrants',
          renamed: { registrant_id: 'id' },
          list: api.listRegistrants,
          description: 'The new registrants.',
        },
      },
    }),
    approveMeetingRegistrants: t.zoomMutation(
      'approveMeetingRegistrants',
      statusOf('approve', 'Approves registrants.'),
    ),
    denyMeetingRegistrants: t.zoomMutation('denyMeetingRegistrants', statusOf('deny', 'Denies registrants.')),
    cancelMeetingRegistrants: t.zoomMutation(
      'cancelMeetingRegistrants',
      statusOf('cancel', 'Cancels the registration of registrants.'),
    ),
    updateMeetingRegistrationQuestions: t.zoomMutation('updateMeetingRegistrationQuestions', {
      endpoint: api.updateRegistrationQuestions,
      description: 'Updates what people are asked when they register for a meeting.',
      pathEntities,
      payload: { meeting: Meeting },
    }),
  }));
};
