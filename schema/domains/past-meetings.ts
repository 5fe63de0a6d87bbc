/** Meetings that were held: their instances, and who took part. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance, Participant } from '../../src/zoom/api/meetings/past-meetings.entities.ts';
import * as api from '../../src/zoom/api/meetings/past-meetings.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { acrossUsers } from '../fields/across-users.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { STAYS } from './participants.ts';

export const pastMeetingsDomain: Domain = (builder) => {
  entityObject(builder, MeetingInstance, {
    fields: (t) => ({
      meeting: t.zoomRef({
        of: Meeting,
        requires: ['id'],
        link: (instance) => ({ id: instance.get('id'), host_id: instance.get('host_id') }),
        description: 'The meeting of which this is one instance.',
      }),
      host: t.zoomRef({
        of: User,
        requires: ['host_id'],
        link: (instance) => ({ id: instance.get('host_id'), email: instance.get('user_email') }),
        knownFields: [],
        inverse: true,
        description: 'The user who hosted it.',
      }),
      participants: t.zoomConnection({
        list: api.listParticipants,
        of: Participant,
        description: STAYS,
      }),
      pollResults: t.zoomConnection({
        list: api.listPastPolls,
        description: 'What people answered in the polls, person by person.',
      }),
      files: t.zoomConnection({ list: api.listPastFiles, description: 'The files that were sent in the chat.' }),
    }),
  });

  entityObject(builder, Participant, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        // People of other accounts are signed in too, but their users cannot be read.
        link: ({ row: { id, user_email: email, internal_user } }) =>
          id && internal_user !== false ? { id, email } : null,
        description: 'The user, if the person was signed in and is of this account.',
      }),
    }),
  });

  builder.objectFields(refOf(builder, Meeting), (t) => ({
    instances: t.zoomConnection({
      list: api.listInstances,
      of: MeetingInstance,
      description: 'Each time that the meeting was held, in the last 15 months.',
    }),
    latestInstance: t.zoomLookup({
      of: MeetingInstance,
      params: ({ params }) => ({ meetingId: params.meetingId ?? '' }),
      optional: true,
      description: 'The last time that the meeting was held: Zoom takes its number for that. Null if it never was.',
    }),
  }));

  builder.objectField(refOf(builder, User), 'pastMeetings', (t) =>
    t.zoomConnection({
      list: api.listPreviousMeetings,
      of: MeetingInstance,
      constants: { type: 'previous_meetings' },
      description: 'Each time that a meeting of the user was held.',
    }),
  );

  builder.objectField(refOf(builder, Account), 'pastMeetings', (t) =>
    t.zoomConnection({
      list: api.listPreviousMeetings,
      of: MeetingInstance,
      constants: { type: 'previous_meetings' },
      ...acrossUsers,
      description:
        'Each time that a meeting of an active user was held, by user. Zoom lists them by user: a call for each, until as many are found as are asked for.',
    }),
  );

  builder.queryField('meetingInstance', (t) =>
    t.zoomNode({
      of: MeetingInstance,
      id: 'The global id, the uuid of the instance, or a meeting number for the latest instance.',
      description: 'One instance of a meeting that was held.',
    }),
  );
};
