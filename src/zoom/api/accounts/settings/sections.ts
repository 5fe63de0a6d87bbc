/** The smaller sections of an account's settings. */

import { bool, enumOf, int, list, named, shape, string } from '../../../declare/shape.ts';
import { countryRestrictionMethod } from '../../meetings/meeting-settings.ts';
import { UserSettingsEmailNotification, UserSettingsInMeeting } from '../../users/user-settings.ts';

export const AccountSettingsEmailNotification = named(
  'AccountSettingsEmailNotification',
  UserSettingsEmailNotification.extend({
    low_host_count_reminder: bool('When few licences are left to assign.').optional(),
    schedule_for_reminder: bool('When a meeting is scheduled, moved or cancelled for someone else.').optional(),
  }),
  'On what hosts are notified by email.',
);

export const AccountSettingsFeature = shape(
  'AccountSettingsFeature',
  { meeting_capacity: int('How many may attend a meeting.') },
  'What the account is licensed for.',
);

export const AccountSettingsGeneral = shape(
  'AccountSettingsGeneral',
  {
    auto_zoom_room_proximity_connect: bool('Whether clients connect to a Zoom Room that is near.'),
    show_zoom_room_feature: bool(),
  },
  'General settings.',
);

export const AccountSettingsIntegration = shape(
  'AccountSettingsIntegration',
  {
    box: bool(),
    dropbox: bool(),
    google_calendar: bool(),
    google_drive: bool(),
    kubi: bool('Whether a robot for video calls can be controlled.'),
    microsoft_one_drive: bool(),
  },
  'Which services of others users may connect.',
);

export const AccountSettingsMailCalendar = shape(
  'AccountSettingsMailCalendar',
  { email_calendar_management: bool(), email_management: bool(), zoom_email_provider: bool() },
  'Mail and calendar.',
);

export const AccountSettingsWebinarRegistration = shape(
  'AccountSettingsWebinarRegistration',
  {
    allow_host_to_enable_join_info: bool('Whether hosts may show join information once people have registered.'),
    allow_host_to_enable_social_share_buttons: bool(),
    enable_custom_questions: bool(),
  },
  'What hosts may choose for the registration of webinars.',
);

export const AccountSettingsOtherOptions = shape(
  'AccountSettingsOtherOptions',
  {
    allow_auto_active_users: bool('Whether added users are active at once, by a default password.'),
    allow_users_contact_support_via_chat: bool(),
    allow_users_enter_and_share_pronouns: bool(),
    blur_snapshot: bool('Whether mobile systems hide what Zoom shows in their list of recent apps.'),
    display_meetings_scheduled_for_others: bool('Whether those who schedule for others see their meetings.'),
    email_in_attendee_report_for_meeting: bool(),
    meeting_qos_and_mos: enumOf(
      'AccountSettingsQuality',
      { OFF: 0, SHOWN: 1, CUSTOM_THRESHOLDS: 2, SHOWN_WITH_CUSTOM_THRESHOLDS: 3 },
      'Quality scores and network alerts of the dashboard.',
    ),
    show_one_user_meeting_on_dashboard: bool('Whether meetings of one person count in dashboard and reports.'),
    use_cdn: enumOf(
      'AccountSettingsCdn',
      ['none', 'default', 'wangsu'],
      'From which network browsers load static files; DEFAULT is CloudFront, and Wangsu in mainland China.',
    ),
    webinar_registration_options: AccountSettingsWebinarRegistration,
  },
  'Settings of no other section.',
);

const NameTags = { allow_enrollment_email: bool('Whether users are invited to enrol by email.'), enabled: bool() };

export const AccountSettingsAppNameTags = shape(
  'AccountSettingsAppNameTags',
  NameTags,
  'Who speaks is recognised by voice.',
);
export const AccountSettingsAppRecognition = shape(
  'AccountSettingsAppRecognition',
  { voice_name_tags: AccountSettingsAppNameTags },
  'Smart name tags in the app.',
);
export const AccountSettingsRoomVoiceTags = shape(
  'AccountSettingsRoomVoiceTags',
  { ...NameTags, allow_external_identification: bool('Whether people of other accounts are recognised, too.') },
  'Who speaks in a room is recognised by voice.',
);
export const AccountSettingsRoomVideoTags = named(
  'AccountSettingsRoomVideoTags',
  AccountSettingsRoomVoiceTags.extend({
    allow_user_photos: bool("Whether users' pictures serve for it.").optional(),
  }),
  'Who is in a room is recognised by face.',
);
export const AccountSettingsRoomRecognition = shape(
  'AccountSettingsRoomRecognition',
  { video_name_tags: AccountSettingsRoomVideoTags, voice_name_tags: AccountSettingsRoomVoiceTags },
  'Smart name tags in Zoom Rooms.',
);
export const AccountSettingsSmartRecognition = shape(
  'AccountSettingsSmartRecognition',
  {
    personalized_audio_isolation: bool(),
    workplace_app: AccountSettingsAppRecognition,
    zoom_rooms: AccountSettingsRoomRecognition,
  },
  'Recognising people by voice and face.',
);

export const AccountSettingsZoomRooms = shape(
  'AccountSettingsZoomRooms',
  {
    auto_start_stop_scheduled_meetings: bool(),
    cmr_for_instant_meeting: bool('Whether instant meetings are recorded in the cloud.'),
    force_private_meeting: bool('Whether rooms show all meetings as private.'),
    hide_host_information: bool(),
    list_meetings_with_calendar: bool(),
    start_airplay_manually: bool(),
    ultrasonic: bool('Whether clients find a room by ultrasound.'),
    upcoming_meeting_alert: bool(),
    weekly_system_restart: bool(),
    zr_post_meeting_feedback: bool(),
  },
  'Zoom Rooms.',
);

export const AccountSettingsInSession = shape(
  'AccountSettingsInSession',
  {
    custom_data_center_regions: bool('Whether the regions of the data centres are chosen.'),
    data_center_regions: UserSettingsInMeeting.shape.data_center_regions,
    dscp_audio: int('The DSCP value that marks packets of audio.', { min: 1, max: 63 }),
    dscp_dual: bool('Whether audio and video are marked apart.'),
    dscp_marking: bool('Whether packets are marked for quality of service.'),
    dscp_video: int('The DSCP value that marks packets of video.', { min: 1, max: 63 }),
    p2p_connetion: bool('Whether two participants connect to each other directly; the name is misspelt by Zoom.'),
    p2p_ports: bool('Whether direct connections use certain ports.'),
    ports_range: string('The ports of direct connections, as "55;56".'),
    subsession: bool(),
    unchecked_data_center_regions: UserSettingsInMeeting.shape.unchecked_data_center_regions,
  },
  'What is possible within sessions of the Video SDK.',
);
export const AccountSettingsInSessionBody = named(
  'AccountSettingsInSessionBody',
  AccountSettingsInSession.omit({ unchecked_data_center_regions: true }),
  'What is possible within sessions of the Video SDK.',
);

export const AccountSettingsCountries = shape(
  'AccountSettingsCountries',
  {
    enable: bool(),
    method: countryRestrictionMethod,
    approved_list: list(string(), 'The countries from which people may join.'),
    denied_list: list(string(), 'The countries from which people may not join.'),
  },
  'From where people may join.',
);
export const AccountSettingsSessionSecurity = shape(
  'AccountSettingsSessionSecurity',
  { approved_or_denied_countries_or_regions: AccountSettingsCountries },
  'The security of sessions of the Video SDK.',
);
