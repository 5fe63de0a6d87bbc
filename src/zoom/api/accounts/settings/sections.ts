/** The smaller sections of an account's settings. */

import { bool, enumOf, int, named, shape, string } from '../../../declare/shape.ts';
import { CountryRestriction } from '../../meetings/meeting-settings.ts';
import { emailed, UserSettingsEmailNotification, UserSettingsInMeeting } from '../../users/user-settings.ts';
import { network } from './in-meeting.ts';

export const AccountSettingsEmailNotification = named(
  'AccountSettingsEmailNotification',
  UserSettingsEmailNotification.extend({
    low_host_count_reminder: emailed('when few licences are left to assign').optional(),
    schedule_for_reminder: emailed('when a meeting is scheduled, moved or cancelled for someone else').optional(),
  }),
  'Of what hosts are notified by email.',
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
    show_zoom_room_feature: bool('Whether the app shows what belongs to Zoom Rooms.'),
  },
  'General settings.',
);

const shares = (service: string) => bool(`Whether people on mobile devices can share files of ${service} in meetings.`);

export const AccountSettingsIntegration = shape(
  'AccountSettingsIntegration',
  {
    box: shares('Box'),
    dropbox: shares('Dropbox'),
    google_calendar: bool('Whether meetings can be scheduled in Google Calendar.'),
    google_drive: shares('Google Drive'),
    kubi: bool('Whether a robot for video calls can be controlled.'),
    microsoft_one_drive: shares('Microsoft OneDrive'),
  },
  'Which services of others users may connect.',
);

export const AccountSettingsMailCalendar = shape(
  'AccountSettingsMailCalendar',
  {
    email_calendar_management: bool('Whether the app manages the email and the calendar of users.'),
    email_management: bool('Whether the app manages the email of users.'),
    zoom_email_provider: bool('Whether users can choose Zoom as their email provider.'),
  },
  'Mail and calendar.',
);

export const AccountSettingsWebinarRegistration = shape(
  'AccountSettingsWebinarRegistration',
  {
    allow_host_to_enable_join_info: bool('Whether hosts may show join information once people have registered.'),
    allow_host_to_enable_social_share_buttons: bool(
      'Whether hosts may show buttons for sharing the registration page on social media.',
    ),
    enable_custom_questions: bool('Whether hosts may ask questions of their own.'),
  },
  'What hosts may choose for the registration of webinars.',
);

export const AccountSettingsOtherOptions = shape(
  'AccountSettingsOtherOptions',
  {
    allow_auto_active_users: bool('Whether added users are active at once, by a default password.'),
    allow_users_contact_support_via_chat: bool('Whether the web portal shows a button for help by chat.'),
    allow_users_enter_and_share_pronouns: bool('Whether users can enter their pronouns and show them in meetings.'),
    blur_snapshot: bool('Whether mobile systems hide what Zoom shows in their list of recent apps.'),
    display_meetings_scheduled_for_others: bool('Whether those who schedule for others see their meetings.'),
    email_in_attendee_report_for_meeting: bool(
      'Whether attendee reports of meetings hold the email addresses of authenticated guests.',
    ),
    meeting_qos_and_mos: enumOf(
      'AccountSettingsQuality',
      {
        OFF: [0, 'Not shown.'],
        SHOWN: [1, 'Shown, by the thresholds of Zoom.'],
        CUSTOM_THRESHOLDS: [2, 'The thresholds are those of the account.'],
        SHOWN_WITH_CUSTOM_THRESHOLDS: [3, 'Shown, by the thresholds of the account.'],
      },
      'Whether the dashboard shows quality scores and network alerts, and by which thresholds.',
    ),
    show_one_user_meeting_on_dashboard: bool('Whether meetings of one person count in dashboard and reports.'),
    use_cdn: enumOf(
      'AccountSettingsCdn',
      {
        NONE: ['none', 'From none.'],
        DEFAULT: ['default', 'From Amazon CloudFront; in mainland China from Wangsu.'],
        WANGSU: ['wangsu', 'From Wangsu everywhere.'],
      },
      'From which content delivery network browsers load static files.',
    ),
    webinar_registration_options: AccountSettingsWebinarRegistration,
  },
  'Settings of no other section.',
);

const NameTags = {
  allow_enrollment_email: bool('Whether users are invited to enrol by email.'),
  enabled: bool('Whether users may let themselves be recognised.'),
};

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
    personalized_audio_isolation: bool(
      'Whether users can let the app pick out their voice and suppress all other sound.',
    ),
    workplace_app: AccountSettingsAppRecognition,
    zoom_rooms: AccountSettingsRoomRecognition,
  },
  'Recognising people by voice and face.',
);

export const AccountSettingsZoomRooms = shape(
  'AccountSettingsZoomRooms',
  {
    auto_start_stop_scheduled_meetings: bool('Whether rooms start and end scheduled meetings automatically.'),
    cmr_for_instant_meeting: bool('Whether instant meetings are recorded in the cloud.'),
    force_private_meeting: bool('Whether rooms show all meetings as private.'),
    hide_host_information: bool('Whether rooms hide the host and the meeting ID of private meetings.'),
    list_meetings_with_calendar: bool('Whether rooms list the meetings of their calendar.'),
    start_airplay_manually: bool('Whether AirPlay must be started by hand.'),
    ultrasonic: bool('Whether clients find a room by ultrasound.'),
    upcoming_meeting_alert: bool('Whether rooms announce the next meeting.'),
    weekly_system_restart: bool('Whether rooms restart every week.'),
    zr_post_meeting_feedback: bool('Whether rooms ask for feedback after meetings.'),
  },
  'Zoom Rooms.',
);

export const AccountSettingsInSession = shape(
  'AccountSettingsInSession',
  {
    custom_data_center_regions: UserSettingsInMeeting.shape.custom_data_center_regions,
    data_center_regions: UserSettingsInMeeting.shape.data_center_regions,
    ...network,
    ports_range: string('The ports of direct connections, as "55;56".'),
    subsession: bool('Whether the host can split a session into subsessions.'),
    unchecked_data_center_regions: UserSettingsInMeeting.shape.unchecked_data_center_regions,
  },
  'What is possible within sessions of the Video SDK.',
);
export const AccountSettingsInSessionBody = named(
  'AccountSettingsInSessionBody',
  AccountSettingsInSession.omit({ unchecked_data_center_regions: true }),
  'What is possible within sessions of the Video SDK.',
);

export const AccountSettingsSessionSecurity = shape(
  'AccountSettingsSessionSecurity',
  { approved_or_denied_countries_or_regions: CountryRestriction },
  'The security of sessions of the Video SDK.',
);
