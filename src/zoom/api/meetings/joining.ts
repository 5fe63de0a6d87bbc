/** Ways into a meeting that are made for one guest or one app. */
import { get, post } from '../../declare/endpoint.ts';
import { bool, int, list, needing, secret, secretUrl, shape, string } from '../../declare/shape.ts';
import { orAdmin, wrongKind } from './meetings.ts';

export const JoinToken = shape(
  'JoinToken',
  {
    token: secret('The token.'),
    expire_in: int('For how many seconds it is valid.'),
  },
  'A token by which an app that embeds Zoom joins a meeting.',
);

export const LocalRecordingTokenQuery = shape('LocalRecordingTokenQuery', {
  bypass_waiting_room: bool('Whether the app need not wait in the waiting room.'),
});

export const getLiveStreamingToken = get('/meetings/{meetingId}/jointoken/live_streaming', {
  of: JoinToken,
  limit: 'LIGHT',
  scopes: [
    'meeting_token:read:live_streaming',
    'meeting_token:read:admin:live_streaming',
    ...orAdmin('meeting:read:live_streaming_token'),
  ],
});

export const getLocalArchivingToken = get('/meetings/{meetingId}/jointoken/local_archiving', {
  of: JoinToken,
  limit: 'LIGHT',
  scopes: ['meeting_token:read:admin:local_archiving', 'meeting:read:local_archiving_token:admin'],
});

export const getLocalRecordingToken = get('/meetings/{meetingId}/jointoken/local_recording', {
  of: JoinToken,
  query: LocalRecordingTokenQuery,
  limit: 'LIGHT',
  scopes: [
    'meeting_token:read:local_recording',
    'meeting_token:read:admin:local_recording',
    ...orAdmin('meeting:read:local_recording_token'),
  ],
});

const AttendeeBody = needing(
  shape(
    'InviteLinkAttendeeBody',
    {
      name: string('The name that the guest has in the meeting.', { max: 64 }),
      disable_audio: bool('Whether the guest joins without audio, whatever the settings of the meeting.'),
      disable_video: bool('Whether the guest joins without video, whatever the settings of the meeting.'),
    },
    'A guest who gets a link.',
  ),
  ['name'],
);
export const InviteLinksBody = needing(
  shape('InviteLinksBody', {
    attendees: list(AttendeeBody, 'The guests, each of whom gets a link.', { max: 500 }),
    ttl: int('For how many seconds the links are valid; 7200 by default; 0 is for ever.', { min: 0, max: 7_776_000 }),
  }),
  ['attendees'],
);

export const InviteLink = shape(
  'InviteLink',
  { name: string('The name of the guest.'), join_url: secretUrl("The guest's own link to join.") },
  'A link by which one guest joins a meeting.',
);
export const InviteLinks = shape(
  'InviteLinks',
  { attendees: list(InviteLink, 'The links, in the order of the guests.') },
  'What Zoom answers when links have been created.',
);

export const createInviteLinks = post('/meetings/{meetingId}/invite_links', {
  body: InviteLinksBody,
  of: InviteLinks,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:write:invite_links'),
  codes: wrongKind,
});
