/**
 * A group's settings, which are the defaults of its members, nested as Zoom nests them. What is the same for users or for the account is
 * said there.
 */

import { get, patch } from '../../declare/endpoint.ts';
import { as, bool, list, named, saying, shape, string, textOf } from '../../declare/shape.ts';
import {
  AccountSettingsChat,
  AccountSettingsChatArchiving,
  AccountSettingsChatFiles,
  AccountSettingsChatGifs,
  AccountSettingsEtiquettePolicy,
  AccountSettingsEtiquetteTool,
} from '../accounts/settings/chat.ts';
import {
  AccountSettingsInMeeting,
  AccountSettingsSignLanguageInterpretationBody,
} from '../accounts/settings/in-meeting.ts';
import {
  AccountSettingsArchive,
  AccountSettingsArchiveContent,
  AccountSettingsRecording,
} from '../accounts/settings/recording.ts';
import { AccountSettingsScheduleMeeting } from '../accounts/settings/schedule-meeting.ts';
import { AccountSettingsOtherOptions } from '../accounts/settings/sections.ts';
import {
  AccountSettingsMeetingAuthentication,
  AccountSettingsMeetingSecurity,
  AccountSettingsRecordingAuthentication,
} from '../accounts/settings/security.ts';
import { AccountSettingsTelephony } from '../accounts/settings/telephony.ts';
import {
  option,
  UserSettingsAudioConferencing,
  UserSettingsAuthenticationOptionBody,
  UserSettingsEmailNotification,
  UserSettingsInMeeting,
  UserSettingsLanguageInterpretationBody,
  UserSettingsProfile,
  UserSettingsScheduleMeeting,
  UserSettingsTelephonyRegionsBody,
  UserSettingsWebinarChat,
} from './user-settings.ts';

export const GroupSettingsInMeeting = named(
  'GroupSettingsInMeeting',
  AccountSettingsInMeeting.omit({
    // What an account has alone, or users and the account without their groups.
    ai_companion_questions: true,
    allow_host_to_enable_focus_mode: true,
    allow_participants_to_rename: true,
    anonymous_question_answer: true,
    attention_mode_focus_mode: true,
    dscp_audio: true,
    dscp_dual: true,
    dscp_marking: true,
    dscp_video: true,
    meeting_data_transit_and_residency_method: true,
    meeting_summary_with_ai_companion: true,
    p2p_connetion: true,
    p2p_ports: true,
    ports_range: true,
    transfer_meetings_between_devices: true,
    watermark: true,
    webinar_ai_companion_questions: true,
    webinar_chat: true,
    webinar_summary_with_ai_companion: true,
  })
    .extend(
      UserSettingsInMeeting.pick({ allow_users_to_delete_messages_in_meeting_chat: true, waiting_room: true }).shape,
    )
    .extend(
      shape('', {
        only_host_view_device_list: bool('Whether only the host sees the list of devices.'),
        show_browser_join_link: bool('Whether people can join in the browser by a link.'),
        show_device_list: bool('Whether the list of H.323 and SIP devices is shown.'),
        webinar_chat: UserSettingsWebinarChat,
      }).shape,
    ),
  'What is possible within meetings and webinars.',
);

export const GroupSettingsOtherOptions = named(
  'GroupSettingsOtherOptions',
  AccountSettingsOtherOptions.pick({
    allow_users_contact_support_via_chat: true,
    blur_snapshot: true,
    webinar_registration_options: true,
  }),
  textOf(AccountSettingsOtherOptions),
);

export const GroupSettingsRecording = named(
  'GroupSettingsRecording',
  AccountSettingsRecording.omit({
    allow_recovery_deleted_cloud_recordings: true,
    auto_delete_cmr: true,
    auto_delete_cmr_days: true,
    record_audio_file_each_participant: true,
    recording_disclaimer: true,
    recording_notification_for_zoom_client: true,
    recording_password_requirement: true,
    required_password_for_existing_cloud_recordings: true,
    required_password_for_shared_cloud_recordings: true,
  }),
  textOf(AccountSettingsRecording),
);

export const GroupSettingsScheduleMeeting = named(
  'GroupSettingsScheduleMeeting',
  AccountSettingsScheduleMeeting.omit({
    allow_host_to_disable_participant_video: true,
    enable_dedicated_group_chat: true,
    enforce_login: true,
    enforce_login_domains: true,
    enforce_login_with_domains: true,
    hide_meeting_description: true,
    hide_webinar_description: true,
    jbh_time: true,
    meeting_password_requirement: true,
    meeting_template: true,
    not_store_meeting_topic: true,
    use_pmi_for_scheduled_meetings: true,
  })
    .extend(
      UserSettingsScheduleMeeting.pick({ embed_password_in_join_link: true, pstn_password_protected: true }).shape,
    )
    .extend(
      shape('', {
        mute_upon_entry: bool('Whether participants are muted when they join.'),
        upcoming_meeting_reminder: bool('Whether the desktop app reminds of meetings that are about to start.'),
        // Spelled otherwise by Zoom for groups alone.
        use_pmi_for_schedule_meetings: as(
          'usePmiForScheduledMeetings',
          UserSettingsScheduleMeeting.shape.use_pmi_for_scheduled_meetings.unwrap(),
        ),
      }).shape,
    ),
  textOf(AccountSettingsScheduleMeeting),
);

export const GroupSettingsTelephony = named(
  'GroupSettingsTelephony',
  AccountSettingsTelephony.extend({
    telephony_regions: named(
      'GroupSettingsTelephonyRegions',
      UserSettingsTelephonyRegionsBody,
      textOf(UserSettingsTelephonyRegionsBody),
    ).optional(),
  }),
  textOf(AccountSettingsTelephony),
);

export const GroupSettingsEtiquetteTool = named(
  'GroupSettingsEtiquetteTool',
  AccountSettingsEtiquetteTool.omit({ policy_max_count: true }),
  textOf(AccountSettingsEtiquetteTool),
);

/** What a group has of a setting with more to it in the account. */
const GroupSettingsSwitch = shape(
  'GroupSettingsSwitch',
  { enable: bool('Whether this is on.') },
  'A setting that is on or off.',
);

export const GroupSettingsChat = named(
  'GroupSettingsChat',
  AccountSettingsChat.pick({
    allow_users_to_add_contacts: true,
    allow_users_to_chat_with_others: true,
    chat_emojis: true,
    create_private_channels: true,
    create_public_channels: true,
    record_video_messages: true,
    record_voice_messages: true,
    schedule_meetings_in_chat: true,
    screen_capture: true,
    set_retention_period_in_cloud: true,
    set_retention_period_in_local: true,
    share_links_in_chat: true,
    translate_messages: true,
  }).extend(
    shape('', {
      allow_users_to_search_others_options: string('Whom users find when they search for others, as Zoom has it.'),
      chat_etiquette_tool: GroupSettingsEtiquetteTool,
      search_and_send_animated_gif_images: saying(GroupSettingsSwitch, textOf(AccountSettingsChatGifs)),
      send_data_to_third_party_archiving_service: saying(GroupSettingsSwitch, textOf(AccountSettingsChatArchiving)),
      share_files: named(
        'GroupSettingsChatFiles',
        AccountSettingsChatFiles.pick({ enable: true, share_option: true }),
        textOf(AccountSettingsChatFiles),
      ),
    }).shape,
  ),
  textOf(AccountSettingsChat),
);

export const GroupSettingsMeetingSecurity = named(
  'GroupSettingsMeetingSecurity',
  AccountSettingsMeetingSecurity.omit({ waiting_room_options: true }).extend({
    chat_etiquette_tool: GroupSettingsEtiquetteTool.optional(),
  }),
  textOf(AccountSettingsMeetingSecurity),
);

/** What Zoom answers without an option. */
export const GroupSettings = shape(
  'GroupSettings',
  {
    audio_conferencing: UserSettingsAudioConferencing,
    chat: GroupSettingsChat,
    email_notification: UserSettingsEmailNotification,
    in_meeting: GroupSettingsInMeeting,
    other_options: GroupSettingsOtherOptions,
    profile: UserSettingsProfile,
    recording: GroupSettingsRecording,
    schedule_meeting: GroupSettingsScheduleMeeting,
    telephony: GroupSettingsTelephony,
  },
  "A group's settings, which are the defaults of its members.",
);
/** With the option meeting_security. */
export const GroupMeetingSecuritySettings = shape(
  'GroupMeetingSecuritySettings',
  { meeting_security: GroupSettingsMeetingSecurity },
  'The security of meetings and webinars.',
);

/** All views together: one GET answers one of them, chosen by `option`. */
const Answer = named(
  'GroupSettingsAnswer',
  GroupSettings.extend({
    ...GroupMeetingSecuritySettings.shape,
    ...AccountSettingsMeetingAuthentication.shape,
    ...AccountSettingsRecordingAuthentication.shape,
  }),
);

const GroupSettingsEtiquetteToolBody = named(
  'GroupSettingsEtiquetteToolBody',
  GroupSettingsEtiquetteTool.extend(
    shape('', {
      policies: list(
        named(
          'GroupSettingsEtiquettePolicyBody',
          AccountSettingsEtiquettePolicy.pick({ id: true, status: true }),
          textOf(AccountSettingsEtiquettePolicy),
        ),
        'The policies to activate or deactivate.',
      ),
    }).shape,
  ),
  textOf(GroupSettingsEtiquetteTool),
);

export const UpdateGroupSettingsBody = named(
  'UpdateGroupSettingsBody',
  Answer.omit({ allow_authentication_exception: true, authentication_options: true }).extend(
    shape('', {
      authentication_option: UserSettingsAuthenticationOptionBody,
      chat: named(
        'GroupSettingsChatBody',
        GroupSettingsChat.extend({ chat_etiquette_tool: GroupSettingsEtiquetteToolBody.optional() }),
        textOf(GroupSettingsChat),
      ),
      in_meeting: named(
        'GroupSettingsInMeetingBody',
        GroupSettingsInMeeting.omit({ unchecked_data_center_regions: true, virtual_background_settings: true }).extend({
          language_interpretation: UserSettingsLanguageInterpretationBody.optional(),
          sign_language_interpretation: AccountSettingsSignLanguageInterpretationBody.optional(),
        }),
        textOf(GroupSettingsInMeeting),
      ),
      meeting_security: named(
        'GroupSettingsMeetingSecurityBody',
        GroupSettingsMeetingSecurity.extend({ chat_etiquette_tool: GroupSettingsEtiquetteToolBody.optional() }),
        textOf(GroupSettingsMeetingSecurity),
      ),
      recording: named(
        'GroupSettingsRecordingBody',
        GroupSettingsRecording.extend({
          archive: named(
            'GroupSettingsArchiveBody',
            AccountSettingsArchive.extend({
              settings: named(
                'GroupSettingsArchiveContentBody',
                AccountSettingsArchiveContent.pick({
                  audio_file: true,
                  cc_transcript_file: true,
                  chat_file: true,
                  chat_with_sender_email: true,
                  video_file: true,
                }),
                textOf(AccountSettingsArchiveContent),
              ).optional(),
            }),
            textOf(AccountSettingsArchive),
          ).optional(),
        }),
        textOf(GroupSettingsRecording),
      ),
      schedule_meeting: named(
        'GroupSettingsScheduleMeetingBody',
        GroupSettingsScheduleMeeting.omit({
          personal_meeting: true,
          use_pmi_for_instant_meetings: true,
          use_pmi_for_schedule_meetings: true,
        }).extend(
          shape('', { require_password_for_all_meetings: bool('Whether all meetings need a passcode.') }).shape,
        ),
        textOf(GroupSettingsScheduleMeeting),
      ),
      telephony: named(
        'GroupSettingsTelephonyBody',
        GroupSettingsTelephony.omit({ telephony_regions: true }),
        textOf(GroupSettingsTelephony),
      ),
    }).shape,
  ),
);

export const getGroupSettings = get('/groups/{groupId}/settings', {
  of: Answer,
  query: shape('GetGroupSettingsQuery', { option }),
  limit: 'MEDIUM',
  scopes: ['group:read:admin', 'group:read:settings:admin'],
});

export const updateGroupSettings = patch('/groups/{groupId}/settings', {
  query: shape('UpdateGroupSettingsQuery', { option }),
  body: UpdateGroupSettingsBody,
  merges: { within: Object.keys(UpdateGroupSettingsBody.shape) },
  limit: 'MEDIUM',
  scopes: ['group:write:admin', 'group:update:settings:admin'],
});
