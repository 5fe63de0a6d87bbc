/**
 * Which settings are locked: what is locked for an account, its groups and users cannot change. Where an account's settings
 * have an object, its lock is one flag.
 */
import { get, patch } from '../../../declare/endpoint.ts';
import { bool, named, shape, string } from '../../../declare/shape.ts';
import { UserSettingsMeetingSecurity } from '../../users/user-settings.ts';
import { option } from './option.ts';

export const AccountLockedSettingsAudioConferencing = shape(
  'AccountLockedSettingsAudioConferencing',
  {
    toll_free_and_fee_based_toll_call: bool(),
    toll_call: bool(),
    call_me_and_invite_by_phone: bool(),
    personal_audio_conference: bool(),
    participant_phone_masking: bool(),
  },
  'Locks on audio conferencing.',
);

export const AccountLockedSettingsChat = shape(
  'AccountLockedSettingsChat',
  {
    ai_compose: bool(),
    ai_quick_schedule: bool(),
    ai_recommend: bool(),
    ai_reply: bool(),
    ai_sentence_completion: bool(),
    ai_summary: bool(),
    allow_create_channels_and_group_chats: bool(),
    allow_delete_message: bool(),
    allow_edit_message: bool(),
    allow_huddles_from_channels: bool(),
    allow_users_to_add_contacts: bool(),
    allow_users_to_chat_with_others: bool(),
    chat_email_address: bool(),
    chat_emojis: bool(),
    chat_etiquette_tool: bool(),
    download_file: bool(),
    presence_away_when_screen_saver: bool(),
    presence_on_meeting: bool(),
    read_receipts: bool(),
    record_video_messages: bool(),
    record_voice_messages: bool(),
    schedule_meetings_in_chat: bool(),
    screen_capture: bool(),
    search_and_send_animated_gif_images: bool(),
    send_data_to_third_party_archiving_service: bool(),
    set_retention_period_in_cloud: bool(),
    set_retention_period_in_local: bool(),
    share_files: bool(),
    share_links_in_chat: bool(),
    share_screen_in_chat: bool(),
    shared_spaces: bool(),
    survey_poll: bool(),
    translate_messages: bool(),
  },
  'Locks on Team Chat.',
);

export const AccountLockedSettingsEmailNotification = shape(
  'AccountLockedSettingsEmailNotification',
  {
    alternative_host_reminder: bool(),
    cancel_meeting_reminder: bool(),
    cloud_recording_available_reminder: bool(),
    jbh_reminder: bool(),
    schedule_for_reminder: bool(),
  },
  'Locks on emails.',
);

export const AccountLockedSettingsInMeeting = shape(
  'AccountLockedSettingsInMeeting',
  {
    alert_guest_join: bool(),
    allow_live_streaming: bool(),
    allow_show_zoom_windows: bool(),
    allow_users_to_delete_messages_in_meeting_chat: bool(),
    annotation: bool(),
    anonymous_question_answer: bool(),
    attendee_on_hold: bool(),
    attention_mode_focus_mode: bool(),
    auto_answer: bool(),
    auto_generated_captions: bool(),
    auto_saving_chat: bool(),
    breakout_room: bool(),
    chat: bool(),
    closed_caption: bool(),
    co_host: bool(),
    custom_data_center_regions: bool(),
    disable_screen_sharing_for_host_meetings: bool(),
    disable_screen_sharing_for_in_meeting_guests: bool(),
    dscp_marking: bool(),
    e2e_encryption: bool(),
    entry_exit_chime: string('Who hears a sound when someone joins or leaves; a text, as Zoom has it.'),
    far_end_camera_control: bool(),
    feedback: bool(),
    file_transfer: bool(),
    full_transcript: bool(),
    group_hd: bool(),
    language_interpretation: bool(),
    manual_captions: bool(),
    meeting_question_answer: bool(),
    meeting_reactions: bool(),
    meeting_survey: bool(),
    non_verbal_feedback: bool(),
    original_audio: bool(),
    polling: bool(),
    post_meeting_feedback: bool(),
    private_chat: bool(),
    remote_control: bool(),
    remote_support: bool(),
    request_permission_to_unmute_participants: bool(),
    save_caption: bool(),
    save_captions: bool(),
    screen_sharing: bool(),
    sending_default_email_invites: bool(),
    show_meeting_control_toolbar: bool(),
    sign_language_interpretation: bool(),
    slide_control: bool(),
    stereo_audio: bool(),
    use_html_format_email: bool(),
    virtual_background: bool(),
    webinar_chat: bool(),
    webinar_group_hd: bool(),
    webinar_live_streaming: bool(),
    webinar_polling: bool(),
    webinar_question_answer: bool(),
    webinar_reactions: bool(),
    webinar_survey: bool(),
    whiteboard: bool(),
  },
  'Locks on what is possible within meetings.',
);

export const AccountLockedSettingsOtherOptions = shape(
  'AccountLockedSettingsOtherOptions',
  {
    blur_snapshot: bool(),
    webinar_registration_options: bool(),
  },
  'Locks on settings of no other section.',
);

export const AccountLockedSettingsRecording = shape(
  'AccountLockedSettingsRecording',
  {
    account_user_access_recording: bool(),
    archive: bool(),
    auto_delete_cmr: bool(),
    auto_recording: bool(),
    cloud_recording: bool(),
    cloud_recording_download: bool(),
    host_delete_cloud_recording: bool(),
    ip_address_access_control: bool(),
    local_recording: bool(),
    prevent_host_access_recording: bool(),
    recording_authentication: bool(),
  },
  'Locks on recording.',
);

export const AccountLockedSettingsScheduleMeeting = shape(
  'AccountLockedSettingsScheduleMeeting',
  {
    always_display_zoom_webinar_as_topic: bool(),
    audio_type: bool(),
    continuous_meeting_chat: bool(),
    embed_password_in_join_link: bool(),
    enforce_login: bool(),
    enforce_login_domains: string('The domains whose people may join; a text, as Zoom has it.'),
    enforce_login_with_domains: bool(),
    host_video: bool(),
    join_before_host: bool(),
    meeting_authentication: bool(),
    not_store_meeting_topic: bool(),
    participant_video: bool(),
    require_password_for_instant_meetings: bool(),
    require_password_for_pmi_meetings: bool(),
    require_password_for_scheduling_new_meetings: bool(),
    use_pmi_for_instant_meetings: bool(),
    use_pmi_for_scheduled_meetings: bool(),
  },
  'Locks on the defaults of scheduling.',
);

export const AccountLockedSettingsTelephony = shape(
  'AccountLockedSettingsTelephony',
  {
    telephony_regions: bool(),
    third_party_audio: bool(),
  },
  'Locks on telephony.',
);

export const AccountLockedSettingsTsp = shape(
  'AccountLockedSettingsTsp',
  {
    call_out: bool(),
    display_toll_free_numbers: bool(),
    show_international_numbers_link: bool(),
  },
  "Locks on a telephony provider's audio conferencing.",
);

export const AccountLockedSettingsMeetingSecurity = shape(
  'AccountLockedSettingsMeetingSecurity',
  {
    approved_or_denied_countries_or_regions: bool(),
    auto_security: bool(),
    block_user_domain: bool(),
    chat_etiquette_tool: bool(),
    embed_password_in_join_link: bool(),
    encryption_type: bool(),
    end_to_end_encrypted_meetings: bool(),
    meeting_password: bool(),
    only_authenticated_can_join_from_webclient: bool(),
    phone_password: bool(),
    pmi_password: bool(),
    waiting_room: bool(),
    webinar_password: bool(),
  },
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
      'Locks on what is possible within meetings.',
    ).optional(),
    schedule_meeting: named(
      'AccountLockedSettingsScheduleMeetingBody',
      AccountLockedSettingsScheduleMeeting.extend({ personal_meeting: bool().optional() }),
      'Locks on the defaults of scheduling.',
    ).optional(),
    tsp: named(
      'AccountLockedSettingsTspBody',
      AccountLockedSettingsTsp.omit({ display_toll_free_numbers: true }),
      "Locks on a telephony provider's audio conferencing.",
    ).optional(),
    // A lock is told as a flag, but set by naming the encryption.
    meeting_security: named(
      'AccountLockedSettingsMeetingSecurityBody',
      AccountLockedSettingsMeetingSecurity.extend({
        encryption_type: UserSettingsMeetingSecurity.shape.encryption_type,
      }),
      'Locks on the security of meetings and webinars.',
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
