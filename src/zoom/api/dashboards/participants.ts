/** Those who took part in meetings and webinars, as the dashboards show them: a row for each stay of a person. */
import {
  as,
  bool,
  dateTime,
  deprecated,
  enumOf,
  float,
  id,
  int,
  list,
  renamed,
  shape,
  string,
} from '../../declare/shape.ts';
import { participantStatus } from '../meetings/past-meetings.ts';
import { dashboardQuality } from './common.ts';

const connectionType = string('The protocol by which media travelled, such as "UDP", or "TCP+Proxy" through a proxy.');

/** What Zoom tells of a stay both in the list of participants and in that of their media quality. */
export const stayFields = {
  id: as('userId', id('The Zoom user, if the person was signed in.')),
  user_id: as('seatId', id('The seat in this meeting or webinar: each stay has one of its own.')),
  participant_uuid: id('The person within this meeting or webinar, whatever the seat.'),
  user_name: as('name', string('The name that was shown.')),
  email: string('The email address; mostly known for people of the account alone.'),
  groupId: id('The group of the user.'),
  join_time: dateTime('When the stay began.'),
  leave_time: dateTime('When the stay ended; null while it lasts.'),
  device: string('What the person joined by, such as "Mac", "win 11" or "Windows + Phone".'),
  device_name: string('The model of the device.'),
  client: string('The client, such as a web browser or an SDK, with its version.'),
  version: string('The version of the Zoom client.'),
  os: string('The operating system.'),
  os_version: string('The version of the operating system.'),
  browser_name: string('The browser, of those who joined in one.'),
  browser_version: string('The version of the browser.'),
  zoom_thin_client_plugin_version: string('The version of the plugin for virtual desktops.'),
  pc_name: string('What the computer is called.'),
  domain: string('The domain that the computer belongs to.'),
  harddisk_id: id('Identifies the disk of the computer.'),
  mac_addr: string('The hardware address of the network card.'),
  ip_address: string('The public address; empty where privacy demands it.'),
  internal_ip_addresses: list(string(), 'The addresses within the local network.'),
  location: string('The approximate location of the person; empty where privacy demands it.'),
  network_type: string('The kind of network that the device was in, such as "Wired", "Wifi" or "Cellular".'),
  data_center: string('The data center that served the person.'),
  full_data_center: string('The same with the facility that was used in it.'),
  connection_type: connectionType,
  video_connection_type: connectionType.describe('The protocol of the video.'),
  as_connection_type: connectionType.describe('The protocol of the shared screen.'),
  share_application: bool('Whether the person shared a window.'),
  share_desktop: bool('Whether the person shared the whole screen.'),
  share_whiteboard: bool('Whether the person shared a whiteboard.'),
  recording: bool('Whether the person recorded.'),
  has_archiving: bool('Whether the stay was archived.'),
  optional_archiving: enumOf(
    'DashboardOptionalArchiving',
    {
      NO_OPTIONAL_ARCHIVING: ['no optional archiving', 'Archiving was not left to each.'],
      JOIN_WITHOUT_ARCHIVING: ['join without archiving', 'Not to be archived.'],
      JOIN_WITH_ARCHIVING: ['join with archiving', 'To be archived.'],
    },
    'What the person chose where archiving is left to each; only for people of the account.',
  ),
};

const DashboardAudioCall = shape(
  'DashboardAudioCall',
  {
    call_number: string('The number of the person.'),
    call_type: enumOf(
      'DashboardAudioCallType',
      {
        CALL_IN: ['call-in', 'The person called Zoom.'],
        CALL_OUT: ['call-out', 'Zoom called the person.'],
      },
      'Who called whom.',
    ),
    zoom_number: string('The number of Zoom.'),
  },
  'A call by which a person was heard.',
);

const { groupId, ...stay } = stayFields;
const participantFields = {
  ...stay,
  registrant_id: id('The registration, if there was one.'),
  participant_user_id: deprecated(
    id('The Zoom user, if the person was signed in.'),
    'Use `userId`: Zoom means to remove this field.',
  ),
  customer_key: string('What an app that is built on the SDK calls the person.'),
  bo_mtg_id: id('The breakout room.'),
  audio_quality: dashboardQuality,
  video_quality: dashboardQuality,
  screen_share_quality: dashboardQuality,
  audio_call: list(DashboardAudioCall, 'The phone calls that carried the audio of the participant.'),
  microphone: string('The microphone.'),
  speaker: string('The loudspeaker.'),
  sip_uri: string('The address of a person who joined by SIP.'),
  from_sip_uri: string('The SIP address from which the call came.'),
  leave_reason: string('Why the person left, in words.'),
};

export const participantRole = enumOf(
  'DashboardParticipantRole',
  {
    HOST: ['host', 'The host.'],
    CO_HOST: ['co-host', 'A co-host.'],
    ATTENDEE: ['attendee', 'Anyone else.'],
  },
  'The role of the participant in the meeting.',
);

export const DashboardParticipant = shape(
  'DashboardParticipant',
  {
    ...participantFields,
    groupId,
    camera: string('The camera.'),
    role: participantRole,
    status: participantStatus,
    in_room_participants: int('How many people were in the Zoom Room.'),
    total_jointime_cost: float('How many seconds it took to join.'),
    aic_disclaimer: enumOf(
      'DashboardCompanionDisclaimer',
      {
        NO_DISCLAIMER: ['no disclaimer', 'Nothing: the person was not notified.'],
        AGREE: ['agree', 'The person agreed.'],
        LEAVE_MEETING: ['leave meeting', 'The person left the meeting.'],
        REQUEST_TO_STOP: ['Request to stop', 'The person asked to stop AI Companion.'],
      },
      'What the person did when notified of AI Companion.',
    ),
  },
  'One stay of a person in a meeting, as the dashboard reports it.',
);

export const DashboardWebinarParticipant = shape(
  'DashboardWebinarParticipant',
  {
    ...participantFields,
    role: enumOf(
      'DashboardWebinarRole',
      {
        HOST: ['host', 'The host.'],
        ATTENDEE: ['attendee', 'Somebody who watched.'],
        PANELIST: ['panelist', 'A panelist.'],
      },
      'The role of the participant in the webinar.',
    ),
  },
  'One stay of a person in a webinar, as the dashboard reports it.',
);

export const DashboardSharing = shape(
  'DashboardSharing',
  {
    id: as('userId', id('The Zoom user, if the person was signed in.')),
    user_id: as('seatId', id('The seat in the meeting or webinar.')),
    user_name: as('name', string('The name that was shown.')),
    details: list(
      shape(
        'DashboardShare',
        {
          content: string('What was shared, such as a desktop, or that it was recorded.'),
          start_time: dateTime('When it began.'),
          end_time: dateTime('When it ended.'),
        },
        'One thing that a person shared or recorded.',
      ),
      'Each thing that the person shared or recorded.',
    ),
  },
  'What one person shared or recorded.',
);

export const DashboardFeedback = shape(
  'DashboardFeedback',
  {
    user_id: id('The Zoom user, and not the seat.'),
    email: string('The email address; mostly known for people of the account alone.'),
    quality: enumOf(
      'DashboardThumb',
      {
        GOOD: ['GOOD', 'Thumbs up.'],
        NOT_GOOD: ['NOT GOOD', 'Thumbs down.'],
      },
      'Whether somebody was content.',
    ),
    comment: string('What the person wrote.'),
    date_time: renamed('dateTime', 'submitTime', dateTime('When it was said.')),
  },
  'What one person thought of a meeting or webinar when it was over.',
);
