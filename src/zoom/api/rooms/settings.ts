/**
 * The settings of Zoom Rooms: of the account, of a location, of a room, each unless the next one says otherwise. One GET answers one kind
 * of them, chosen by `setting_type` (docs/zoom.md 5.0.21). One shape serves all three: what only one of them has is null in the others.
 */
import { get, patch } from '../../declare/endpoint.ts';
import { as, bool, enumOf, id, int, list, named, shape, string } from '../../declare/shape.ts';
import { EncryptionType } from '../meetings/meeting-settings.ts';
import { chime } from '../users/user-settings.ts';
import { readScopes, writeScopes } from './common.ts';

const MeetingSettings = shape(
  'RoomMeetingSettingsSection',
  {
    allow_multiple_content_sharing: bool('Whether several participants can share content at once.'),
    audio_device_daily_auto_test: bool('Whether the audio devices are tested every day.'),
    auto_accept_incoming_call_and_fecc: bool(
      'Whether calls from contacts and other rooms are accepted automatically, with control of the camera. Locations of level COUNTRY only.',
    ),
    auto_direct_sharing: bool(
      'Whether people in the room can share their screen on its display without an id or a key.',
    ),
    auto_start_scheduled_meeting: bool('Whether meetings in the calendar start automatically.'),
    auto_stop_scheduled_meeting: bool('Whether meetings in the calendar end automatically.'),
    bypass_meeting_password: bool(
      'Whether the room joins meetings in its list without asking for the passcode. Rooms only.',
    ),
    count_attendees_number_in_room: bool(
      'Whether the people in the room are counted by their faces, for the dashboard.',
    ),
    display_feedback_survey: bool('Whether people are asked at the end how good audio and video were.'),
    display_meeting_list: bool('Whether the display shows the meetings that the controller shows.'),
    display_top_banner: bool(
      'Whether the display shows the name of the room, the time and the sharing key at its top.',
    ),
    email_address_prompt_before_recording: bool(
      'Whether people in the room are asked where to send a recording before it starts. Account only.',
    ),
    encrypt_shared_screen_content: bool('Whether shared screens and content are encrypted.'),
    entry_exit_chime: chime.describe('Who hears a sound when someone joins or leaves. Rooms only.'),
    hide_id_for_private_meeting: bool('Whether the host and the id of private meetings are hidden on the display.'),
    hide_self_view: bool('Whether the room does not see its own video. Locations of level COUNTRY only.'),
    hide_share_instruction: bool('Whether the display does not say how to share. Rooms only.'),
    hide_user_personal_information: bool('Whether contacts show nothing personal. Rooms only.'),
    lock_speaker_volume_control: bool(
      'Whether the controller cannot change the volume. Locations of level COUNTRY only.',
    ),
    make_room_alternative_host: bool(
      'Whether the room becomes the host where it joins before the host. The account and rooms only.',
    ),
    record_play_own_voice: bool(
      'Whether people who join by phone record their name, which is then played. Rooms only.',
    ),
    remote_support: bool('Whether administrators can help with the room from afar. Rooms only.'),
    secure_connection_channel: bool('Whether the connection between computer and controller is secured. Account only.'),
    send_whiteboard_to_internal_contact_only: bool(
      'Whether whiteboards go to contacts and users of the account alone.',
    ),
    show_alert_before_meeting: bool(
      'Whether the display reminds of the next meeting, too; see `upcomingMeetingAlert`.',
    ),
    show_call_history_in_room: bool('Whether the controller shows the meetings and calls that there were.'),
    show_contact_list_on_controller: bool('Whether people can be invited from the contacts.'),
    show_non_video_participants: bool('Whether the display shows participants without video.'),
    start_airplay_manually: bool('Whether an administrator must start AirPlay.'),
    start_airplay_mirroring: bool('Whether people can share content by AirPlay.'),
    start_hdmi_content_share_manualy: as(
      'startHdmiContentShareManually',
      bool('Whether sharing by cable is started by hand. Locations of level COUNTRY only.'),
    ),
    support_join_3rd_party_meeting: bool('Whether the room can join meetings of other services.'),
    transform_meeting_to_private: bool('Whether all meetings of the room are shown as private.'),
    upcoming_meeting_alert: bool('Whether the controller reminds of the next meeting 10 minutes before.'),
    voice_commands: bool('Whether the room obeys spoken commands. Locations of level COUNTRY only.'),
    weekly_system_restart: bool('Whether computer and controller restart once a week.'),
  },
  'What happens in meetings of rooms.',
);
const MeetingSecurity = shape(
  'RoomMeetingSecurity',
  {
    end_to_end_encrypted_meetings: bool('Whether meetings may be encrypted end to end.'),
    encryption_type: EncryptionType.describe('How meetings are encrypted where `endToEndEncryptedMeetings` is on.'),
  },
  'How meetings of rooms are encrypted.',
);
export const RoomMeetingSettings = shape(
  'RoomMeetingSettings',
  {
    zoom_rooms: MeetingSettings.optional().describe('What happens in meetings.'),
    meeting_security: MeetingSecurity.optional().describe('How meetings are encrypted. Locations and rooms only.'),
  },
  'What happens in meetings of rooms, and how these are encrypted.',
);

const ClientAlert = shape(
  'RoomClientAlert',
  {
    detect_bluetooth_microphone_error_alert: bool(
      'Whether the display says that a Bluetooth microphone does not work.',
    ),
    detect_bluetooth_speaker_error_alert: bool('Whether the display says that a Bluetooth speaker does not work.'),
    detect_camera_error_alert: bool('Whether the display says that a camera does not work.'),
    detect_microphone_error_alert: bool('Whether the display says that a microphone does not work.'),
    detect_speaker_error_alert: bool('Whether the display says that a speaker does not work.'),
  },
  'What the display of a room warns of.',
);
const Notification = shape(
  'RoomNotification',
  {
    audio_meet_usability_threshold: bool('Whether an email says that a test of the audio was passed.'),
    audio_not_meet_usability_threshold: bool('Whether an email says that a test of the audio was failed.'),
    battery_is_charging: bool('Whether an email says that the battery of a device is charging.'),
    battery_low_and_not_charging: bool('Whether an email says that a battery is low, and not charging.'),
    battery_percentage: string('Below how many percent a battery is low.'),
    controller_scheduling_disconnected: bool('Whether an email says that a controller or scheduling display is lost.'),
    controller_scheduling_reconnected: bool('Whether an email says that a controller or scheduling display is back.'),
    cpu_usage_high_detected: bool('Whether an email says that a processor is more than 90 % busy.'),
    mic_speaker_camera_disconnected: bool('Whether an email says that a microphone, speaker or camera is lost.'),
    mic_speaker_camera_reconnected: bool('Whether an email says that a microphone, speaker or camera is back.'),
    network_unstable_detected: bool('Whether an email says that the network is slow.'),
    sip_registration_failed: bool('Whether an email says that the registration over SIP failed.'),
    sip_registration_re_enabled: bool('Whether an email says that the registration over SIP works again.'),
    zoom_room_come_back_online: bool('Whether an email says that a room is back online.'),
    zoom_room_display_disconnected: bool('Whether an email says that a display is lost.'),
    zoom_room_offline: bool('Whether an email says that a room is offline.'),
  },
  'Of what a room sends emails.',
);
export const RoomAlertSettings = shape(
  'RoomAlertSettings',
  {
    client_alert: ClientAlert.optional().describe('What the display warns of.'),
    notification: Notification.optional().describe('Of what emails are sent.'),
  },
  'What rooms warn of.',
);

const Banner = shape(
  'RoomSignageBanner',
  {
    banner_room_name: bool('Whether the banner shows the name of the room.'),
    banner_sharing_key: bool('Whether the banner shows the sharing key.'),
    banner_time: bool('Whether the banner shows the time.'),
  },
  'What the banner at the top shows.',
);
const DisplayPeriod = shape(
  'RoomSignagePeriod',
  {
    start_displaying_content: int('How many minutes after a meeting content is shown.'),
    stop_displaying_content: int('How many minutes before a meeting content is no longer shown.'),
  },
  'When content is shown between meetings.',
);
const PlaylistContent = shape(
  'RoomPlaylistContent',
  {
    id: id('What Zoom calls the content in this list.'),
    content_id: id('What Zoom calls the content itself.'),
    name: string('What the content is called.'),
    duration: int('For how many seconds it is shown; 5 unless given.'),
    order: int('The place of the content in the list.'),
  },
  'A picture or a film in a list of content.',
);
const Playlist = shape(
  'RoomPlaylist',
  {
    id: id('What Zoom calls the list.'),
    name: string('What the list is called.'),
    start_time: string('When it is shown first, in GMT.'),
    end_time: string('When it is no longer shown, in GMT.'),
    contents: list(PlaylistContent, 'What is shown.'),
  },
  'Content that is shown at certain times.',
);
const DigitalSignage = shape(
  'RoomDigitalSignage',
  {
    enable_digital_signage: bool('Whether content is shown between meetings.'),
    layout: enumOf(
      'RoomSignageLayout',
      {
        STANDARD: ['standard', 'Content is in the middle.'],
        VIDEO_CONTENT: ['video_content', 'Video and other content are side by side.'],
      },
      'How content is arranged.',
    ),
    mute: bool('Whether content is shown without sound.'),
    banner: Banner.optional().describe('What the banner at the top shows.'),
    display_period: DisplayPeriod.optional().describe('When content is shown between meetings.'),
    play_list: list(Playlist, 'The lists of content.'),
  },
  'What displays of rooms show between meetings.',
);
export const RoomSignageSettings = shape(
  'RoomSignageSettings',
  { digital_signage: DigitalSignage.optional().describe('What displays show between meetings.') },
  'What displays of rooms show between meetings.',
);

// A list of content, and content in it, is changed by an order.
const action = enumOf(
  'RoomPlaylistAction',
  {
    ADD: ['add', 'Add it.'],
    UPDATE: ['update', 'Update the one with this `id`.'],
    DELETE: ['delete', 'Delete the one with this `id`.'],
  },
  'What to do with it.',
);
const PlaylistBody = named(
  'RoomPlaylistBody',
  Playlist.extend({
    action: action.optional(),
    contents: list(
      named(
        'RoomPlaylistContentBody',
        PlaylistContent.extend({ action: action.optional() }),
        'Something that displays show, and what to do with it.',
      ),
      'What is shown.',
    ).optional(),
  }),
  'A list of content, and what to do with it.',
);
const DigitalSignageBody = named(
  'RoomDigitalSignageBody',
  DigitalSignage.extend({ play_list: list(PlaylistBody, 'The lists of content to add, update or delete.').optional() }),
  'What displays show between meetings.',
);

export const settingType = enumOf(
  'RoomSettingType',
  {
    MEETING: ['meeting', 'What happens in meetings.'],
    ALERT: ['alert', 'What rooms warn of.'],
    SIGNAGE: ['signage', 'What displays show between meetings.'],
  },
  'A kind of settings.',
);
const Query = shape('RoomSettingsQuery', { setting_type: settingType });
/** All kinds together: one GET answers one of them. */
const Answer = named(
  'RoomSettingsAnswer',
  RoomMeetingSettings.extend({ ...RoomAlertSettings.shape, ...RoomSignageSettings.shape }),
);
const Body = named(
  'RoomSettingsBody',
  Answer.extend({ digital_signage: DigitalSignageBody.optional().describe('What displays show between meetings.') }),
);
/** The part of the body that is of one kind. */
export const RoomMeetingSettingsBody = named(
  'RoomMeetingSettingsBody',
  Body.pick({ zoom_rooms: true, meeting_security: true }),
);
export const RoomAlertSettingsBody = named(
  'RoomAlertSettingsBody',
  Body.pick({ client_alert: true, notification: true }),
);
export const RoomSignageSettingsBody = named('RoomSignageSettingsBody', Body.pick({ digital_signage: true }));

const reading = { of: Answer, query: Query, limit: 'MEDIUM', scopes: readScopes } as const;
const writing = { body: Body, query: Query, limit: 'MEDIUM', scopes: writeScopes } as const;

export const getZoomRoomsSettings = get('/rooms/account_settings', reading);
export const getRoomLocationSettings = get('/rooms/locations/{locationId}/settings', reading);
export const getRoomSettings = get('/rooms/{roomId}/settings', reading);

export const updateZoomRoomsSettings = patch('/rooms/account_settings', writing);
export const updateRoomLocationSettings = patch('/rooms/locations/{locationId}/settings', writing);
export const updateRoomSettings = patch('/rooms/{roomId}/settings', writing);
