/** All events that are declared. */
import { eventTypeOf, kindsIn } from '../../declare/event.ts';
import * as chat from './chat.ts';
import * as meetings from './meetings.ts';
import * as participants from './participants.ts';
import * as people from './people.ts';
import * as phone from './phone.ts';
import * as recordings from './recordings.ts';
import * as registrations from './registrations.ts';

export const FAMILIES = [
  meetings.ScheduleEvents,
  meetings.SessionEvents,
  participants.ParticipantEvents,
  participants.InMeetingChatEvents,
  registrations.MeetingRegistrationEvents,
  registrations.WebinarRegistrationEvents,
  registrations.RecordingRegistrationEvents,
  recordings.RecordingEvents,
  recordings.RecordingBatchEvents,
  recordings.CloudStorageEvents,
  recordings.ArchiveEvents,
  recordings.MeetingSummaryEvents,
  people.UserEvents,
  people.GroupEvents,
  people.AccountEvents,
  people.InformationBarrierEvents,
  phone.PhoneCallEvents,
  phone.PhoneCallLogEvents,
  phone.PhoneCallHistoryEvents,
  phone.PhoneRecordingEvents,
  phone.PhoneVoicemailEvents,
  phone.PhoneSmsEvents,
  phone.PhoneDeviceEvents,
  phone.PhoneAdminEvents,
  chat.ChatMessageEvents,
  chat.ChatChannelEvents,
  chat.ChatInvitationEvents,
  chat.ChatFileEvents,
  chat.SharedSpaceEvents,
  chat.ChatMarkEvents,
];

/** What is known of each event, by Zoom's name of it. */
export const EVENTS = kindsIn(FAMILIES);
export const EventType = eventTypeOf(EVENTS);
