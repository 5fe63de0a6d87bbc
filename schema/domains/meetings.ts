/** Meetings, their hosts, and what is scheduled. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { MeetingSettings } from '../../src/zoom/api/meetings/meeting-settings.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import * as api from '../../src/zoom/api/meetings/meetings.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { acrossUsers } from '../fields/across-users.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { showAlternativeHosts } from './alternative-hosts.ts';

export const meetingsDomain: Domain = (builder) => {
  entityObject(builder, Meeting, {
    fields: (t) => ({
      host: t.zoomRef({
        of: User,
        requires: ['host_id'],
        link: (meeting) => ({ id: meeting.get('host_id'), email: meeting.get('host_email') }),
        inverse: true,
        description: 'The user who hosts the meeting.',
      }),
      assistant: t.zoomRef({
        of: User,
        requires: ['assistant_id'],
        link: (meeting) => ({ id: meeting.get('assistant_id') }),
        description: 'The user who scheduled the meeting on behalf of the host.',
      }),
      allOccurrences: t.zoomValue({
        get: api.getOccurrences,
        field: 'occurrences',
        constants: { show_previous_occurrences: true },
        description: 'The dates of a series, those that are over among them.',
      }),
      occurrence: t.zoomObject({
        get: api.getOccurrence,
        description: 'One occurrence of a recurring meeting, with what it has of its own.',
      }),
      livestream: t.zoomObject({ get: api.getLivestream, description: 'Where the meeting is broadcast to.' }),
      invitation: t.zoomObject({ get: api.getInvitation, description: 'The text by which people are invited.' }),
    }),
  });

  showAlternativeHosts(builder, MeetingSettings);

  builder.objectFields(refOf(builder, User), (t) => ({
    meetings: t.zoomConnection({
      list: api.listMeetings,
      of: Meeting,
      description: 'The meetings that the user hosts, of one type: scheduled ones by default.',
    }),
    upcoming: t.zoomConnection({
      list: api.listMeetings,
      of: Meeting,
      constants: { type: 'upcoming' },
      description: 'The meetings of the user that are still to come, or in progress.',
    }),
  }));

  builder.objectField(refOf(builder, Account), 'meetings', (t) =>
    t.zoomConnection({
      list: api.listMeetings,
      of: Meeting,
      ...acrossUsers,
      description:
        'The meetings of all active users, of one type: scheduled ones by default. Zoom lists them by user: a call for each, until as many are found as are asked for.',
    }),
  );

  builder.queryField('meeting', (t) =>
    t.zoomNode({ of: Meeting, id: 'The global id or the meeting number.', description: 'One meeting.' }),
  );

  const pathEntities = { meetingId: Meeting };
  builder.mutationFields((t) => ({
    createMeeting: t.zoomMutation('createMeeting', {
      endpoint: api.createMeeting,
      description: 'Creates a meeting for a host. Zoom allows a host 100 creates and updates a day.',
      pathEntities: { userId: User },
      payload: { meeting: Meeting },
    }),
    updateMeeting: t.zoomMutation('updateMeeting', {
      endpoint: api.updateMeeting,
      description: 'Updates a meeting, or one occurrence of it. What is left out stays.',
      pathEntities,
      payload: { meeting: Meeting },
    }),
    deleteMeeting: t.zoomMutation('deleteMeeting', {
      endpoint: api.deleteSeries,
      description: 'Deletes a meeting with all its occurrences.',
      pathEntities,
      payload: {},
      deletes: Meeting,
    }),
    deleteMeetingOccurrence: t.zoomMutation('deleteMeetingOccurrence', {
      endpoint: api.deleteOccurrence,
      description: 'Deletes one occurrence of a recurring meeting. It stays in the list of occurrences, as deleted.',
      pathEntities,
      payload: { meeting: Meeting },
    }),
    endMeeting: t.zoomMutation('endMeeting', {
      endpoint: api.endMeeting,
      description: 'Ends a meeting that is in progress.',
      pathEntities,
      constants: { body: { action: 'end' } },
      payload: { meeting: Meeting },
    }),
    recoverMeeting: t.zoomMutation('recoverMeeting', {
      endpoint: api.endMeeting,
      description: 'Recovers a deleted meeting.',
      pathEntities,
      constants: { body: { action: 'recover' } },
      payload: { meeting: Meeting },
    }),
    createMeetingTemplate: t.zoomMutation('createMeetingTemplate', {
      endpoint: api.createMeetingTemplate,
      description: 'Creates a template from a meeting. Zoom allows a user 40 templates.',
      pathEntities: { userId: User },
      payload: {
        user: User,
        meeting: { of: Meeting, params: ({ body: { meeting_id: id } }) => ({ meetingId: String(id) }) },
      },
      exposeResponse: true,
    }),
  }));
};
