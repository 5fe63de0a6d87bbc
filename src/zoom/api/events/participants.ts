/** What those do who take part in meetings and webinars. */
import { type EventEdge, type EventFilter, eventsOf } from '../../declare/event.ts';
import { as, bigInt, bool, dateTime, id, int, list, secretUrl, shape, string, writtenAs } from '../../declare/shape.ts';
import { participantRole } from '../dashboards/participants.ts';
import { roomSystemProtocol } from '../enums.ts';
import { MeetingInstance } from '../meetings/past-meetings.entities.ts';
import { WebinarInstance } from '../webinars/past-webinars.entities.ts';
import { bySession, ofSession, session } from './common.ts';

const SharingDetails = shape(
  'EventSharingDetails',
  {
    content: string('What is shared, such as "application", "desktop" or "whiteboard".'),
    link_source: string('Where a shared link came from: "deep_link" or "in_meeting".'),
    file_link: string('The address of a shared file.'),
    source: string('What a shared file is kept by, such as "dropbox".'),
    date_time: as('occurredAt', dateTime('When sharing began or ended.')),
  },
  'What a participant shares.',
);

const Feedback = shape(
  'EventFeedback',
  {
    satisfied: bool('Whether the person was content.'),
    feedback_details: list(
      shape('EventFeedbackDetail', { id: id(), name: string('What it is called.') }, 'Something that was not good.'),
      'What was not good.',
    ),
    comments: string('What the person wrote.'),
  },
  'What a participant says of the quality.',
);

export const EventParticipant = shape(
  'EventParticipant',
  {
    id: as('signedInId', id('The person, if signed in; also of another account.')),
    participant_user_id: as('userId', id('The Zoom user, if the person was signed in.')),
    user_id: as('seatId', id('The seat in this run; somebody who rejoins gets another one.')),
    participant_uuid: id('The person within this run.'),
    parent_user_id: as('mainSeatId', id('In a breakout room: the seat in the meeting itself.')),
    bind_user_id: as('boundSeatId', id('The seat of the phone or device that the person joined by.')),
    bind_participant_uuid: id('The same, as the person of that seat.'),
    user_name: as('name', string('The name that is shown.')),
    email: string('The email address; mostly known for people of the account alone.'),
    phone_number: string('The number of who joined by phone, or is called.'),
    registrant_id: id('The registration, if there was one.'),
    customer_key: string('What an app of one’s own calls the person.'),
    join_time: dateTime('When the person joined.'),
    leave_time: dateTime('When the person left.'),
    leave_reason: string('Why the person left, in Zoom’s words.'),
    date_time: as('occurredAt', dateTime('When it happened.')),
    old_role: participantRole.describe('The role before.'),
    new_role: participantRole.describe('The role now.'),
    sharing_details: SharingDetails,
    feedback: Feedback,
    invitee_name: string('The name of who is called.'),
    call_type: writtenAs(roomSystemProtocol, (word) => word.toLowerCase()),
    device_ip: string('The address of the room system that is called.'),
  },
  'Someone who takes part, or is to.',
);

const DeviceTest = shape(
  'EventDeviceTest',
  {
    user_id: as('seatId', id('Who tested.')),
    user_name: as('name', string('The name of who tested.')),
    camera_status: int('What came of testing the camera: a number of Zoom’s.'),
    speaker_status: int('What came of testing the speaker: a number of Zoom’s.'),
    microphone_status: int('What came of testing the microphone: a number of Zoom’s.'),
    os: string('The operating system.'),
  },
  'What came of a test of devices.',
);

export const ParticipantEvents = eventsOf('ParticipantEvent', {
  description: 'Somebody did something in a meeting or webinar, or is invited to it.',
  object: shape('ParticipantEventObject', {
    ...session,
    breakout_room_uuid: id('The breakout room.'),
    participant: EventParticipant,
    test_result: DeviceTest,
    inviter_name: string('The name of who calls a room system.'),
    message_id: as('calloutId', id('The call to a room system.')),
    reason_type: int('Why a room system could not be called: a number of Zoom’s.'),
  }),
  edges: ofSession,
  filters: bySession,
  events: {
    participantJoined: ['Somebody joined.', 'meeting.participant_joined', 'webinar.participant_joined'],
    participantLeft: ['Somebody left.', 'meeting.participant_left', 'webinar.participant_left'],
    participantBind: [
      'A participant was linked to the phone or device that they joined with.',
      'meeting.participant_bind',
      'webinar.participant_bind',
    ],
    participantRoleChanged: [
      'Somebody was made host or co-host, or is no longer.',
      'meeting.participant_role_changed',
      'webinar.participant_role_changed',
    ],
    participantFeedback: [
      'Somebody said whether the quality was good.',
      'meeting.participant_feedback',
      'webinar.participant_feedback',
    ],
    participantAdmitted: ['Somebody was admitted from the waiting room.', 'meeting.participant_admitted'],
    participantPutInWaitingRoom: ['Somebody was put in the waiting room.', 'meeting.participant_put_in_waiting_room'],
    participantJoinedWaitingRoom: ['Somebody joined the waiting room.', 'meeting.participant_joined_waiting_room'],
    participantLeftWaitingRoom: ['Somebody left the waiting room.', 'meeting.participant_left_waiting_room'],
    participantJbhWaiting: ['Somebody waits for the host.', 'meeting.participant_jbh_waiting'],
    participantJbhJoined: ['Somebody joined before the host.', 'meeting.participant_jbh_joined'],
    participantJbhWaitingLeft: ['Somebody no longer waits for the host.', 'meeting.participant_jbh_waiting_left'],
    participantJoinedBreakoutRoom: ['Somebody joined a breakout room.', 'meeting.participant_joined_breakout_room'],
    participantLeftBreakoutRoom: ['Somebody left a breakout room.', 'meeting.participant_left_breakout_room'],
    participantPhoneCalloutRinging: [
      'The phone of somebody who is invited rings.',
      'meeting.participant_phone_callout_ringing',
    ],
    participantPhoneCalloutAccepted: [
      'Somebody who was called by phone accepted.',
      'meeting.participant_phone_callout_accepted',
    ],
    participantPhoneCalloutRejected: [
      'Somebody who was called by phone rejected the call.',
      'meeting.participant_phone_callout_rejected',
    ],
    participantPhoneCalloutMissed: [
      'Somebody who was called by phone missed the call.',
      'meeting.participant_phone_callout_missed',
    ],
    participantRoomSystemCalloutRinging: [
      'A room system that is called rings.',
      'meeting.participant_room_system_callout_ringing',
    ],
    participantRoomSystemCalloutAccepted: [
      'A room system accepted the call.',
      'meeting.participant_room_system_callout_accepted',
    ],
    participantRoomSystemCalloutRejected: [
      'A room system rejected the call.',
      'meeting.participant_room_system_callout_rejected',
    ],
    participantRoomSystemCalloutMissed: [
      'A room system missed the call.',
      'meeting.participant_room_system_callout_missed',
    ],
    participantRoomSystemCalloutFailed: [
      'A room system could not be called.',
      'meeting.participant_room_system_callout_failed',
    ],
    meetingInvitationDispatched: ['Somebody was invited during a meeting.', 'meeting.invitation_dispatched'],
    meetingInvitationAccepted: ['Somebody accepted an invitation to a meeting.', 'meeting.invitation_accepted'],
    meetingInvitationRejected: ['Somebody rejected an invitation to a meeting.', 'meeting.invitation_rejected'],
    meetingInvitationTimeout: ['Somebody did not answer an invitation to a meeting.', 'meeting.invitation_timeout'],
    meetingDeviceTested: ['Somebody tested camera, speaker and microphone.', 'meeting.device_tested'],
    sharingStarted: ['Somebody began to share.', 'meeting.sharing_started', 'webinar.sharing_started'],
    sharingEnded: ['Somebody no longer shares.', 'meeting.sharing_ended', 'webinar.sharing_ended'],
    breakoutRoomSharingStarted: [
      'Somebody began to share in a breakout room.',
      'meeting.breakout_room_sharing_started',
    ],
    breakoutRoomSharingEnded: ['Somebody no longer shares in a breakout room.', 'meeting.breakout_room_sharing_ended'],
  },
  changes: [MeetingInstance, WebinarInstance],
  changesNothing: [
    'participantBind',
    'participantFeedback',
    'participantPhoneCalloutRinging',
    'participantPhoneCalloutRejected',
    'participantPhoneCalloutMissed',
    'participantRoomSystemCalloutRinging',
    'participantRoomSystemCalloutRejected',
    'participantRoomSystemCalloutMissed',
    'participantRoomSystemCalloutFailed',
    'meetingInvitationDispatched',
    'meetingInvitationAccepted',
    'meetingInvitationRejected',
    'meetingInvitationTimeout',
    'meetingDeviceTested',
  ],
});

const sentBy = {
  date_time: as('sentTime', dateTime('When it was sent.')),
  sender_session_id: as('senderSeatId', id('The seat of the sender.')),
  sender_name: string('The name of the sender.'),
  sender_email: string('The email address of the sender.'),
  sender_type: string('What the sender is, such as "host" or "guest".'),
  recipient_session_id: as('recipientSeatId', id('The seat of the recipient.')),
  recipient_name: string('The name of the recipient.'),
  recipient_email: string('The email address of the recipient.'),
  recipient_type: string('Whom it was sent to: "everyone", "host", "guest" or "group".'),
  message_id: id('The message.'),
};
const SentMessage = shape(
  'EventInMeetingMessage',
  {
    ...sentBy,
    message_content: as('message', string('The text.')),
    file_ids: list(id(), 'The files of the message.'),
  },
  'A message in the chat of a meeting or webinar.',
);
const SentFile = shape(
  'EventInMeetingFile',
  {
    ...sentBy,
    file_id: id('The file.'),
    file_name: string('What the file is called.'),
    file_size: bigInt('The size in bytes.'),
    file_type: string('The format of the file.'),
    file_owner_id: id('Whose file it is.'),
    download_url: secretUrl('Where the file is.'),
  },
  'A file in the chat of a meeting or webinar.',
);
/** Of files that are sent, number and run have names of their own. */
const renamed = (object: Readonly<Record<string, unknown>>) => ({
  ...object,
  id: object.id ?? object.meeting_id ?? object.webinar_id,
  uuid: object.uuid ?? object.meeting_uuid ?? object.webinar_uuid,
});
const edge = (of: EventEdge): EventEdge => ({ ...of, told: (object, beside) => of.told(renamed(object), beside) });
const filter = (of: EventFilter): EventFilter => ({ ...of, ids: (object, beside) => of.ids(renamed(object), beside) });

export const InMeetingChatEvents = eventsOf('InMeetingChatEvent', {
  description: 'Something was sent in the chat of a meeting or webinar.',
  object: shape('InMeetingChatEventObject', {
    chat_message: SentMessage,
    chat_message_file: SentFile,
    host_account_id: id('The account of the host.'),
  }),
  edges: {
    meeting: edge(ofSession.meeting),
    instance: edge(ofSession.instance),
    webinar: edge(ofSession.webinar),
    webinarInstance: edge(ofSession.webinarInstance),
  },
  filters: { meetingId: filter(bySession.meetingId), webinarId: filter(bySession.webinarId) },
  events: {
    inMeetingChatMessageSent: [
      'A message was sent in the chat of a meeting or webinar.',
      'meeting.chat_message_sent',
      'webinar.chat_message_sent',
    ],
    inMeetingChatFileSent: [
      'A file was sent in the chat of a meeting or webinar.',
      'meeting.chat_message_file_sent',
      'webinar.chat_message_file_sent',
    ],
    inMeetingChatFileDownloaded: [
      'A file in the chat of a meeting or webinar was downloaded.',
      'meeting.chat_message_file_downloaded',
      'webinar.chat_message_file_downloaded',
    ],
  },
  changes: [MeetingInstance],
  changesNothing: ['inMeetingChatFileDownloaded'],
});
