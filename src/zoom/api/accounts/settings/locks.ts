/**
 * Which settings are locked: what is locked for an account, its groups and users cannot change. Where an account's settings
 * have an object, its lock is one flag.
 */
import { get, patch } from '../../../declare/endpoint.ts';
import { bool, named, type Shape, shape, string, textOf } from '../../../declare/shape.ts';
import {
  UserSettingsClosedCaptioning,
  UserSettingsInMeeting,
  UserSettingsManualCaptioning,
  UserSettingsMeetingSecurity,
  UserSettingsScheduleMeeting,
} from '../../users/user-settings.ts';
import { AccountSettingsChat } from './chat.ts';
import { AccountSettingsInMeeting } from './in-meeting.ts';
import { option } from './option.ts';
import { AccountSettingsRecording } from './recording.ts';
import { AccountSettingsScheduleMeeting } from './schedule-meeting.ts';
import {
  AccountSettingsEmailNotification,
  AccountSettingsOtherOptions,
  AccountSettingsSessionSecurity,
} from './sections.ts';
import {
  AccountSettingsMeetingAuthentication,
  AccountSettingsMeetingSecurity,
  AccountSettingsRecordingAuthentication,
} from './security.ts';
import { AccountSettingsAudioConferencing, AccountSettingsTelephony, AccountSettingsTsp } from './telephony.ts';

/** The lock on a setting, by what is said of the setting. Zoom's own names keep their capital letter. */
export const lockOn = (setting: string) =>
  bool(
    `Whether groups and users cannot change this: ${setting.replace(/^(?!AI |GIPHY|Team |Zoom )[A-Z]/, (first) => first.toLowerCase())}`,
  );
/** A lock on each of these settings. */
export const locksOn = <F extends Shape['shape'], K extends keyof F & string>(settings: F, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, lockOn(textOf(settings[key] as F[K]))])) as Record<NoInfer<K>, Lock>;
type Lock = ReturnType<typeof lockOn>;

export const AccountLockedSettingsAudioConferencing = shape(
  'AccountLockedSettingsAudioConferencing',
  locksOn(AccountSettingsAudioConferencing.shape, [
    'toll_free_and_fee_based_toll_call',
    'toll_call',
    'call_me_and_invite_by_phone',
    'personal_audio_conference',
    'participant_phone_masking',
  ]),
  'Locks on audio conferencing.',
);

export const AccountLockedSettingsChat = shape(
  'AccountLockedSettingsChat',
  {
    ...locksOn(AccountSettingsChat.shape, [
      'ai_compose',
      'ai_quick_schedule',
      'ai_recommend',
      'ai_sentence_completion',
      'ai_summary',
      'allow_delete_message',
      'allow_edit_message',
      'allow_huddles_from_channels',
      'allow_users_to_add_contacts',
      'allow_users_to_chat_with_others',
      'chat_email_address',
      'chat_emojis',
      'chat_etiquette_tool',
      'download_file',
      'presence_away_when_screen_saver',
      'presence_on_meeting',
      'read_receipts',
      'record_video_messages',
      'record_voice_messages',
      'schedule_meetings_in_chat',
      'screen_capture',
      'search_and_send_animated_gif_images',
      'send_data_to_third_party_archiving_service',
      'set_retention_period_in_cloud',
      'set_retention_period_in_local',
      'share_files',
      'share_links_in_chat',
      'share_screen_in_chat',
      'shared_spaces',
      'survey_poll',
      'translate_messages',
    ]),
    ai_reply: lockOn(textOf(AccountSettingsChat.shape.ai_quick_reply)),
    allow_create_channels_and_group_chats: lockOn('Whether users can create channels and group chats.'),
  },
  'Locks on Team Chat.',
);

export const AccountLockedSettingsEmailNotification = shape(
  'AccountLockedSettingsEmailNotification',
  locksOn(AccountSettingsEmailNotification.shape, [
    'alternative_host_reminder',
    'cancel_meeting_reminder',
    'cloud_recording_available_reminder',
    'jbh_reminder',
    'schedule_for_reminder',
  ]),
  'Locks on emails.',
);

export const AccountLockedSettingsInMeeting = shape(
  'AccountLockedSettingsInMeeting',
  {
    ...locksOn(
      {
        ...UserSettingsManualCaptioning.shape,
        ...UserSettingsClosedCaptioning.shape,
        ...UserSettingsInMeeting.shape,
        ...AccountSettingsInMeeting.shape,
      },
      [
        'alert_guest_join',
        'allow_live_streaming',
        'allow_show_zoom_windows',
        'allow_users_to_delete_messages_in_meeting_chat',
        'annotation',
        'anonymous_question_answer',
        'attendee_on_hold',
        'attention_mode_focus_mode',
        'auto_answer',
        'auto_generated_captions',
        'auto_saving_chat',
        'breakout_room',
        'chat',
        'closed_caption',
        'co_host',
        'custom_data_center_regions',
        'disable_screen_sharing_for_host_meetings',
        'disable_screen_sharing_for_in_meeting_guests',
        'dscp_marking',
        'e2e_encryption',
        'far_end_camera_control',
        'feedback',
        'file_transfer',
        'full_transcript',
        'group_hd',
        'language_interpretation',
        'manual_captions',
        'meeting_question_answer',
        'meeting_reactions',
        'meeting_survey',
        'non_verbal_feedback',
        'original_audio',
        'polling',
        'post_meeting_feedback',
        'private_chat',
        'remote_control',
        'remote_support',
        'request_permission_to_unmute_participants',
        'save_caption',
        'save_captions',
        'screen_sharing',
        'sending_default_email_invites',
        'show_meeting_control_toolbar',
        'sign_language_interpretation',
        'slide_control',
        'stereo_audio',
        'use_html_format_email',
        'virtual_background',
        'webinar_chat',
        'webinar_group_hd',
        'webinar_live_streaming',
        'webinar_polling',
        'webinar_question_answer',
        'webinar_reactions',
        'webinar_survey',
        'whiteboard',
      ],
    ),
    entry_exit_chime: string('Who hears a sound when someone joins or leaves; a text, as Zoom has it.'),
  },
  'Locks on what is possible within meetings.',
);

export const AccountLockedSettingsOtherOptions = shape(
  'AccountLockedSettingsOtherOptions',
  locksOn(AccountSettingsOtherOptions.shape, ['blur_snapshot', 'webinar_registration_options']),
  'Locks on settings of no other section.',
);

export const AccountLockedSettingsRecording = shape(
  'AccountLockedSettingsRecording',
  locksOn({ ...AccountSettingsRecordingAuthentication.shape, ...AccountSettingsRecording.shape }, [
    'account_user_access_recording',
    'archive',
    'auto_delete_cmr',
    'auto_recording',
    'cloud_recording',
    'cloud_recording_download',
    'host_delete_cloud_recording',
    'ip_address_access_control',
    'local_recording',
    'prevent_host_access_recording',
    'recording_authentication',
  ]),
  'Locks on recording.',
);

export const AccountLockedSettingsScheduleMeeting = shape(
  'AccountLockedSettingsScheduleMeeting',
  {
    ...locksOn(
      {
        ...AccountSettingsMeetingAuthentication.shape,
        ...UserSettingsScheduleMeeting.shape,
        ...AccountSettingsScheduleMeeting.shape,
      },
      [
        'always_display_zoom_webinar_as_topic',
        'audio_type',
        'continuous_meeting_chat',
        'embed_password_in_join_link',
        'enforce_login',
        'enforce_login_with_domains',
        'host_video',
        'join_before_host',
        'meeting_authentication',
        'not_store_meeting_topic',
        'participant_video',
        'require_password_for_instant_meetings',
        'require_password_for_pmi_meetings',
        'require_password_for_scheduling_new_meetings',
        'use_pmi_for_instant_meetings',
        'use_pmi_for_scheduled_meetings',
      ],
    ),
    enforce_login_domains: string('The domains whose people may join; a text, as Zoom has it.'),
  },
  'Locks on the defaults of scheduling.',
);

export const AccountLockedSettingsTelephony = shape(
  'AccountLockedSettingsTelephony',
  locksOn(AccountSettingsTelephony.shape, ['telephony_regions', 'third_party_audio']),
  'Locks on telephony.',
);

export const AccountLockedSettingsTsp = shape(
  'AccountLockedSettingsTsp',
  locksOn(AccountSettingsTsp.shape, ['call_out', 'display_toll_free_numbers', 'show_international_numbers_link']),
  "Locks on a telephony provider's audio conferencing.",
);

export const AccountLockedSettingsMeetingSecurity = shape(
  'AccountLockedSettingsMeetingSecurity',
  locksOn({ ...AccountSettingsSessionSecurity.shape, ...AccountSettingsMeetingSecurity.shape }, [
    'approved_or_denied_countries_or_regions',
    'auto_security',
    'block_user_domain',
    'chat_etiquette_tool',
    'embed_password_in_join_link',
    'encryption_type',
    'end_to_end_encrypted_meetings',
    'meeting_password',
    'only_authenticated_can_join_from_webclient',
    'phone_password',
    'pmi_password',
    'waiting_room',
    'webinar_password',
  ]),
  'Locks on the security of meetings and webinars.',
);

const sections = {
  audio_conferencing: AccountLockedSettingsAudioConferencing,
  chat: AccountLockedSettingsChat,
  email_notification: AccountLockedSettingsEmailNotification,
  in_meeting: AccountLockedSettingsInMeeting,
  other_options: AccountLockedSettingsOtherOptions,
  recording: AccountLockedSettingsRecording,
  schedule_meeting: AccountLockedSettingsScheduleMeeting,
  telephony: AccountLockedSettingsTelephony,
  tsp: AccountLockedSettingsTsp,
};
/** What is answered without an option. */
export const AccountLockedSettings = shape(
  'AccountLockedSettings',
  sections,
  'Which settings users and groups cannot change: true means locked.',
);
/** What is answered with the option meeting_security. */
export const AccountLockedMeetingSecurity = shape(
  'AccountLockedMeetingSecurity',
  { meeting_security: AccountLockedSettingsMeetingSecurity },
  'Which settings of meeting security users and groups cannot change.',
);

export const UpdateAccountLockedSettingsBody = named(
  'UpdateAccountLockedSettingsBody',
  AccountLockedSettings.extend({
    in_meeting: named(
      'AccountLockedSettingsInMeetingBody',
      AccountLockedSettingsInMeeting.omit({ manual_captions: true, meeting_reactions: true }),
      textOf(AccountLockedSettingsInMeeting),
    ).optional(),
    schedule_meeting: named(
      'AccountLockedSettingsScheduleMeetingBody',
      AccountLockedSettingsScheduleMeeting.extend(
        shape('', locksOn(AccountSettingsScheduleMeeting.shape, ['personal_meeting'])).shape,
      ),
      textOf(AccountLockedSettingsScheduleMeeting),
    ).optional(),
    tsp: named(
      'AccountLockedSettingsTspBody',
      AccountLockedSettingsTsp.omit({ display_toll_free_numbers: true }),
      textOf(AccountLockedSettingsTsp),
    ).optional(),
    // A lock is told as a flag, but set by naming the encryption.
    meeting_security: named(
      'AccountLockedSettingsMeetingSecurityBody',
      AccountLockedSettingsMeetingSecurity.extend({
        encryption_type: UserSettingsMeetingSecurity.shape.encryption_type,
      }),
      textOf(AccountLockedSettingsMeetingSecurity),
    ).optional(),
  }),
);

export const getAccountLockedSettings = get('/accounts/{accountId}/lock_settings', {
  of: named('AccountLockedSettingsAnswer', AccountLockedSettings.extend(AccountLockedMeetingSecurity.shape)),
  query: shape('GetAccountLockedSettingsQuery', { option }),
  limit: 'MEDIUM',
  scopes: ['account:read:admin', 'account:write:admin', 'account:read:lock_settings:master'],
});

export const updateAccountLockedSettings = patch('/accounts/{accountId}/lock_settings', {
  body: UpdateAccountLockedSettingsBody,
  limit: 'MEDIUM',
  scopes: ['account:write:admin', 'account:update:lock_settings:master'],
});
