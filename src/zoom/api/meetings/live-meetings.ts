/** Meetings in progress: what can be done in them, their chat, and their live streams. */
import { del, patch, variant } from '../../declare/endpoint.ts';
import {
  bool,
  delimitedIds,
  enumOf,
  id,
  list,
  named,
  needing,
  oneOf,
  type Shape,
  shape,
  string,
  writtenAs,
} from '../../declare/shape.ts';
import { roomSystemProtocol } from '../enums.ts';
import { Livestream, orAdmin, wrongKind } from './meetings.ts';

const ContactBody = oneOf(
  shape(
    'MeetingContactBody',
    {
      id: id('The user, by id.', { of: 'User' }),
      email: string('The user, by email address.'),
    },
    'A user to invite, of the account of the host.',
  ),
);

const CallOutOptionsBody = shape(
  'CallOutOptionsBody',
  {
    require_greeting: bool('Whether the person hears a greeting first; true by default.'),
    require_pressing_one: bool('Whether the person has to press 1 to join; true by default.'),
  },
  'How a person who is called joins a meeting.',
);

const H323HeadersBody = shape(
  'H323HeadersBody',
  {
    from_display_name: string('The name of the caller.', { max: 64 }),
    to_display_name: string('The name that the room system has in the meeting.', { max: 64 }),
  },
  'By which names a room system is called.',
);
const SipHeaderBody = shape(
  'SipHeaderBody',
  {
    key: string('The name of the header, which begins with "X-".', { max: 32 }),
    value: string('What the header holds.', { max: 256 }),
  },
  'A SIP header of your own.',
);
const SipHeadersBody = named(
  'SipHeadersBody',
  H323HeadersBody.extend({
    from_uri: string('The address of the caller, which begins with "sip:" or "sips:".', { max: 256 }).optional(),
    additional_headers: list(SipHeaderBody, 'More headers.', { max: 10 }).optional(),
  }),
  'By which names and headers a room system is called.',
);

export const InMeetingParams = shape('InMeetingParams', {
  contacts: list(ContactBody, 'The users to invite.', { max: 10 }),
  invitee_name: string('The name that the person has in the meeting.'),
  phone_number: string('The number to call, with its country and area code; an extension follows after a hyphen.'),
  invite_options: CallOutOptionsBody.optional().describe('How the person joins.'),
  call_type: writtenAs(roomSystemProtocol, (word) => word.toLowerCase()),
  device_ip: string('The IP address or the URI of the room system.'),
  h323_headers: H323HeadersBody.optional().describe('The names for H323.'),
  sip_headers: SipHeadersBody.optional().describe('The names and headers for SIP.'),
  waiting_room_title: string('The title of the waiting room.'),
  waiting_room_description: string('The text in the waiting room.'),
});

export const InMeetingControlBody = shape('InMeetingControlBody', {
  method: enumOf(
    'InMeetingMethod',
    {
      START_RECORDING: ['recording.start', 'Starts the cloud recording.'],
      STOP_RECORDING: ['recording.stop', 'Stops the cloud recording.'],
      PAUSE_RECORDING: ['recording.pause', 'Pauses the cloud recording.'],
      RESUME_RECORDING: ['recording.resume', 'Resumes a paused cloud recording.'],
      INVITE: ['participant.invite', 'Invites users.'],
      CALL_OUT: ['participant.invite.callout', 'Invites a person by phone.'],
      CALL_OUT_ROOM_SYSTEM: ['participant.invite.room_system_callout', 'Invites a room system.'],
      UPDATE_WAITING_ROOM: ['waiting_room.update', 'Updates the texts of the waiting room.'],
    },
    'What is done in the meeting.',
  ),
  params: InMeetingParams,
});

const writing = (granular: string) => orAdmin('meeting:write', `meeting:update:${granular}`);

/** Zoom takes the next one of a meeting after some seconds (docs/zoom.md 2.2). */
export const controlMeeting = patch('/live_meetings/{meetingId}/events', {
  body: InMeetingControlBody,
  limit: 'MEDIUM',
  scopes: [...writing('in_meeting_controls'), 'meeting:master'],
});
/** The one operation does eight things, of which each takes other parameters. */
const control = <P extends Shape>(params: P) =>
  variant(controlMeeting, { body: InMeetingControlBody.omit({ params: true }).extend({ params }) });
export const controlRecording = variant(controlMeeting, { body: InMeetingControlBody.omit({ params: true }) });
export const inviteContacts = control(
  needing(named('InviteContactsParams', InMeetingParams.pick({ contacts: true }), 'Whom to invite.'), ['contacts']),
);
export const callOut = control(
  needing(
    named(
      'CallOutParams',
      InMeetingParams.pick({ invitee_name: true, phone_number: true, invite_options: true }),
      'Whom to call.',
    ),
    ['phone_number'],
  ),
);
export const callOutRoomSystem = control(
  needing(
    named(
      'CallOutRoomSystemParams',
      InMeetingParams.pick({ call_type: true, device_ip: true, h323_headers: true, sip_headers: true }),
      'Which room system to call.',
    ),
    ['call_type'],
    ['device_ip'],
  ),
);
export const updateWaitingRoom = control(
  needing(
    named(
      'UpdateWaitingRoomParams',
      InMeetingParams.pick({ waiting_room_title: true, waiting_room_description: true }),
      'What people read while they wait.',
    ),
    ['waiting_room_title', 'waiting_room_description'],
  ),
);

export const LiveMessageBody = shape('LiveMessageBody', {
  message_content: string('The new text of the message.'),
}).required({ message_content: true });
export const DeleteLiveMessageQuery = shape('DeleteLiveMessageQuery', {
  file_ids: delimitedIds(',', 'Files of the message that are deleted.'),
});

/** Both take an account for which Zoom has switched on the control of what is said in chats (DLP). */
export const updateLiveMessage = patch('/live_meetings/{meetingId}/chat/messages/{messageId}', {
  body: LiveMessageBody,
  limit: 'MEDIUM',
  scopes: writing('live_meeting_chat_message'),
});
export const deleteLiveMessage = del('/live_meetings/{meetingId}/chat/messages/{messageId}', {
  query: DeleteLiveMessageQuery,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:write', 'meeting:delete:live_meeting_chat_message'),
});

export const UpdateLivestreamBody = named(
  'UpdateLivestreamBody',
  Livestream.required({ stream_url: true, stream_key: true, page_url: true }),
);

export const LivestreamSettingsBody = shape(
  'LivestreamSettingsBody',
  {
    active_speaker_name: bool('Whether the name of who speaks is shown.'),
    display_name: string('What the live stream is called.', { max: 50 }),
    layout: enumOf(
      'LivestreamLayout',
      {
        FOLLOW_HOST: ['follow_host', 'What the host sees.'],
        GALLERY_VIEW: ['gallery_view', 'Many participants at once.'],
        SPEAKER_VIEW: ['speaker_view', 'Who speaks.'],
      },
      'What the live stream shows; FOLLOW_HOST by default.',
    ),
    close_caption: enumOf(
      'LivestreamCaption',
      {
        BURNT_IN: ['burnt-in', 'In the picture.'],
        EMBEDDED: ['embedded', 'With the stream, for players that show captions.'],
        OFF: ['off', 'No captions.'],
      },
      'How the live stream has captions; BURNT_IN by default.',
    ),
  },
  'How a live stream looks.',
);
export const LivestreamStatusBody = shape('LivestreamStatusBody', {
  action: enumOf(
    'LivestreamAction',
    {
      START: ['start', 'Starts the live stream.'],
      STOP: ['stop', 'Stops the live stream.'],
      MODE: ['mode', 'Changes how the live stream looks.'],
    },
    'What is done with the live stream.',
  ),
  settings: LivestreamSettingsBody,
});
const LivestreamViewBody = needing(
  named(
    'LivestreamViewBody',
    LivestreamSettingsBody.pick({ layout: true, close_caption: true }),
    'What a live stream shows from now on.',
  ),
  ['layout', 'close_caption'],
);

export const updateLivestream = patch('/meetings/{meetingId}/livestream', {
  body: UpdateLivestreamBody,
  limit: 'LIGHT',
  scopes: writing('livestream'),
  codes: wrongKind,
});

/** Zoom takes about one call in 30 s for a meeting (docs/zoom.md 2.2). */
export const startLivestream = patch('/meetings/{meetingId}/livestream/status', {
  body: LivestreamStatusBody,
  limit: 'LIGHT',
  scopes: writing('livestream_status'),
  codes: wrongKind,
});
export const stopLivestream = variant(startLivestream, { body: LivestreamStatusBody.omit({ settings: true }) });
export const updateLivestreamView = variant(startLivestream, {
  body: LivestreamStatusBody.extend({ settings: LivestreamViewBody.optional() }).required({ settings: true }),
});
