import { globalId, reads, writes } from '../rows.ts';
import { done } from '../stub.ts';

const EVENTS = 'PATCH /live_meetings/1/events';
const MESSAGE = '/live_meetings/1/chat/messages/m1';
const STATUS = 'PATCH /meetings/1/livestream/status';
const LINKS = { attendees: [{ name: 'Eve', join_url: 'https://zoom.us/w/1?tk=e' }] };
const written = { meeting: { zoomId: '1' } };

reads(
  [
    ...(['live_streaming', 'local_archiving', 'local_recording'] as const).map((kind) => ({
      name: `a token for ${kind} is one call`,
      table: { [`GET /meetings/1/jointoken/${kind}`]: { token: 'secret', expire_in: 120 } },
      query: `{ meeting(id: 1) { zoomId token: ${kind.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase())}Token { token expireIn } } }`,
      at: 'meeting',
      data: { zoomId: '1', token: { token: 'secret', expireIn: 120 } },
      calls: [`GET /meetings/1/jointoken/${kind}`],
    })),
    {
      name: 'a token for a recording app that need not wait',
      table: { 'GET /meetings/1/jointoken/local_recording': { token: 'secret' } },
      query: '{ meeting(id: 1) { localRecordingToken(bypassWaitingRoom: true) { token } } }',
      at: 'meeting.localRecordingToken',
      data: { token: 'secret' },
      calls: ['GET /meetings/1/jointoken/local_recording?bypass_waiting_room=true'],
    },
  ],
  { 'GET /meetings/1': { id: 1 } },
);

writes(
  [
    ...['start', 'stop', 'pause', 'resume'].map((action) => ({
      name: `${action}MeetingRecording sends its method`,
      mutation: `${action}MeetingRecording(input: { meetingId: "${globalId('Meeting', '1')}" }) { meeting { zoomId } }`,
      payload: written,
      calls: [EVENTS],
      body: { method: `recording.${action}` },
    })),
    {
      name: 'inviteUsersToMeeting names users by id or email',
      mutation: `inviteUsersToMeeting(input: { meetingId: 1, params: { contacts: [
        { id: "${globalId('User', 'ann')}" }, { email: "bob@example.com" }] } }) { meeting { zoomId } }`,
      payload: written,
      calls: [EVENTS],
      body: { method: 'participant.invite', params: { contacts: [{ id: 'ann' }, { email: 'bob@example.com' }] } },
    },
    {
      name: 'callOutToMeeting calls a number',
      mutation: `callOutToMeeting(input: { meetingId: 1, params: { phoneNumber: "+4930123456-7", inviteeName: "Eve",
        inviteOptions: { requireGreeting: false } } }) { meeting { zoomId } }`,
      payload: written,
      calls: [EVENTS],
      body: {
        method: 'participant.invite.callout',
        params: {
          phone_number: '+4930123456-7',
          invitee_name: 'Eve',
          invite_options: { require_greeting: false },
        },
      },
    },
    {
      name: 'callOutRoomSystemToMeeting calls by SIP, with headers',
      mutation: `callOutRoomSystemToMeeting(input: { meetingId: 1, params: { callType: SIP, deviceIp: "10.0.0.1",
        sipHeaders: { fromUri: "sip:a@b.c", toDisplayName: "Room", additionalHeaders: [{ key: "X-A", value: "b" }] } } }) {
        meeting { zoomId } }`,
      payload: written,
      calls: [EVENTS],
      body: {
        method: 'participant.invite.room_system_callout',
        params: {
          call_type: 'sip',
          device_ip: '10.0.0.1',
          sip_headers: {
            from_uri: 'sip:a@b.c',
            to_display_name: 'Room',
            additional_headers: [{ key: 'X-A', value: 'b' }],
          },
        },
      },
    },
    {
      name: 'updateMeetingWaitingRoom sends its texts',
      mutation: `updateMeetingWaitingRoom(input: { meetingId: 1, params: { waitingRoomTitle: "Soon" } }) { meeting { zoomId } }`,
      payload: written,
      calls: [EVENTS],
      body: { method: 'waiting_room.update', params: { waiting_room_title: 'Soon' } },
    },
    {
      name: 'updateMeetingChatMessage sends the new text',
      mutation: `updateMeetingChatMessage(input: { meetingId: 1, messageId: "m1", messageContent: "Better" }) { meeting { zoomId } }`,
      payload: written,
      calls: [`PATCH ${MESSAGE}`],
      body: { message_content: 'Better' },
    },
    {
      name: 'deleteMeetingChatMessage names the files that are deleted too',
      mutation: `deleteMeetingChatMessage(input: { meetingId: 1, messageId: "m1", fileIds: ["a", "b"] }) { meeting { zoomId } }`,
      payload: written,
      calls: [`DELETE ${MESSAGE}?file_ids=a,b`],
    },
    {
      name: 'updateMeetingLivestream sends where to, and reads it again',
      mutation: `updateMeetingLivestream(input: { meetingId: 1, streamUrl: "rtmp://a", streamKey: "key", pageUrl: "https://b.example" }) {
        meeting { livestream { streamUrl } } }`,
      payload: { meeting: { livestream: { streamUrl: 'rtmp://a' } } },
      calls: ['PATCH /meetings/1/livestream', 'GET /meetings/1/livestream'],
      body: { stream_url: 'rtmp://a', stream_key: 'key', page_url: 'https://b.example' },
    },
    {
      name: 'startMeetingLivestream says how the stream looks',
      mutation: `startMeetingLivestream(input: { meetingId: 1, settings: { activeSpeakerName: true, displayName: "All hands",
        layout: SPEAKER_VIEW, closeCaption: BURNT_IN } }) { meeting { zoomId } }`,
      payload: written,
      calls: [STATUS],
      body: {
        action: 'start',
        settings: {
          active_speaker_name: true,
          display_name: 'All hands',
          layout: 'speaker_view',
          close_caption: 'burnt-in',
        },
      },
    },
    {
      name: 'stopMeetingLivestream needs no more than the meeting',
      mutation: 'stopMeetingLivestream(input: { meetingId: 1 }) { meeting { zoomId } }',
      payload: written,
      calls: [STATUS],
      body: { action: 'stop' },
    },
    {
      name: 'updateMeetingLivestreamView changes the view of a stream that goes on',
      mutation:
        'updateMeetingLivestreamView(input: { meetingId: 1, settings: { layout: GALLERY_VIEW } }) { meeting { zoomId } }',
      payload: written,
      calls: [STATUS],
      body: { action: 'mode', settings: { layout: 'gallery_view' } },
    },
    {
      name: 'createMeetingInviteLinks gives a link for each guest',
      mutation: `createMeetingInviteLinks(input: { meetingId: 1, ttl: 0, attendees: [{ name: "Eve", disableVideo: true }] }) {
        attendees { name joinUrl } meeting { zoomId } }`,
      payload: { attendees: [{ name: 'Eve', joinUrl: 'https://zoom.us/w/1?tk=e' }], ...written },
      calls: ['POST /meetings/1/invite_links'],
      body: { ttl: 0, attendees: [{ name: 'Eve', disable_video: true }] },
    },
  ],
  {
    [EVENTS]: done(),
    [`PATCH ${MESSAGE}`]: done(),
    [`DELETE ${MESSAGE}`]: done(),
    'PATCH /meetings/1/livestream': done(),
    'GET /meetings/1/livestream': { stream_url: 'rtmp://a' },
    [STATUS]: done(),
    'POST /meetings/1/invite_links': LINKS,
  },
);
