/** Which settings are locked for a group: its members cannot change them. What the account can lock likewise is said there. */

import { get, patch } from '../../declare/endpoint.ts';
import { named, shape, textOf } from '../../declare/shape.ts';
import {
  AccountLockedSettingsAudioConferencing,
  AccountLockedSettingsEmailNotification,
  AccountLockedSettingsInMeeting,
  AccountLockedSettingsMeetingSecurity,
  AccountLockedSettingsOtherOptions,
  AccountLockedSettingsRecording,
  AccountLockedSettingsScheduleMeeting,
  AccountLockedSettingsTelephony,
  locksOn,
} from '../accounts/settings/locks.ts';
import { GroupSettingsInMeeting, GroupSettingsScheduleMeeting } from './group-settings.ts';
import {
  option,
  UserSettingsIpAddressAccessControl,
  UserSettingsMeetingSecurity,
  UserSettingsScheduleMeeting,
} from './user-settings.ts';

export const GroupLockedSettingsAudioConferencing = named(
  'GroupLockedSettingsAudioConferencing',
  AccountLockedSettingsAudioConferencing.pick({ toll_free_and_fee_based_toll_call: true }),
  textOf(AccountLockedSettingsAudioConferencing),
);

export const GroupLockedSettingsInMeeting = named(
  'GroupLockedSettingsInMeeting',
  AccountLockedSettingsInMeeting.omit({
    anonymous_question_answer: true,
    attention_mode_focus_mode: true,
    dscp_marking: true,
  }).extend(
    shape(
      '',
      locksOn(GroupSettingsInMeeting.shape, [
        'show_a_join_from_your_browser_link',
        'show_browser_join_link',
        'waiting_room',
      ]),
    ).shape,
  ),
  textOf(AccountLockedSettingsInMeeting),
);

export const GroupLockedSettingsOtherOptions = named(
  'GroupLockedSettingsOtherOptions',
  AccountLockedSettingsOtherOptions.pick({ blur_snapshot: true }),
  textOf(AccountLockedSettingsOtherOptions),
);

export const GroupLockedSettingsRecording = named(
  'GroupLockedSettingsRecording',
  AccountLockedSettingsRecording.extend({
    // Zoom documents no flag here, but the setting itself.
    ip_address_access_control: UserSettingsIpAddressAccessControl.optional(),
  }),
  textOf(AccountLockedSettingsRecording),
);

export const GroupLockedSettingsScheduleMeeting = named(
  'GroupLockedSettingsScheduleMeeting',
  AccountLockedSettingsScheduleMeeting.omit({
    always_display_zoom_webinar_as_topic: true,
    enforce_login: true,
    enforce_login_domains: true,
    enforce_login_with_domains: true,
    not_store_meeting_topic: true,
    use_pmi_for_instant_meetings: true,
    use_pmi_for_scheduled_meetings: true,
  }).extend(
    shape(
      '',
      locksOn({ ...UserSettingsScheduleMeeting.shape, ...GroupSettingsScheduleMeeting.shape }, [
        'force_pmi_jbh_password',
        'mute_upon_entry',
        'pstn_password_protected',
        'upcoming_meeting_reminder',
      ]),
    ).shape,
  ),
  textOf(AccountLockedSettingsScheduleMeeting),
);

export const GroupLockedSettingsMeetingSecurity = named(
  'GroupLockedSettingsMeetingSecurity',
  AccountLockedSettingsMeetingSecurity.omit({ chat_etiquette_tool: true }).extend({
    // Of groups also a lock is told by naming the encryption.
    encryption_type: UserSettingsMeetingSecurity.shape.encryption_type,
  }),
  textOf(AccountLockedSettingsMeetingSecurity),
);

/** What is answered without an option. */
export const GroupLockedSettings = shape(
  'GroupLockedSettings',
  {
    audio_conferencing: GroupLockedSettingsAudioConferencing,
    email_notification: AccountLockedSettingsEmailNotification,
    in_meeting: GroupLockedSettingsInMeeting,
    other_options: GroupLockedSettingsOtherOptions,
    recording: GroupLockedSettingsRecording,
    schedule_meeting: GroupLockedSettingsScheduleMeeting,
    telephony: AccountLockedSettingsTelephony,
  },
  'Which settings the members of a group cannot change: true means locked.',
);
/** What is answered with the option meeting_security. */
export const GroupLockedMeetingSecurity = shape(
  'GroupLockedMeetingSecurity',
  { meeting_security: GroupLockedSettingsMeetingSecurity },
  'Which settings of meeting security the members of a group cannot change.',
);

const Answer = named('GroupLockedSettingsAnswer', GroupLockedSettings.extend(GroupLockedMeetingSecurity.shape));

export const UpdateGroupLockedSettingsBody = named(
  'UpdateGroupLockedSettingsBody',
  Answer.extend(
    shape('', {
      in_meeting: named(
        'GroupLockedSettingsInMeetingBody',
        GroupLockedSettingsInMeeting.omit({ manual_captions: true, meeting_reactions: true }),
        textOf(GroupLockedSettingsInMeeting),
      ),
      recording: named(
        'GroupLockedSettingsRecordingBody',
        GroupLockedSettingsRecording.omit({ prevent_host_access_recording: true }),
        textOf(GroupLockedSettingsRecording),
      ),
      schedule_meeting: named(
        'GroupLockedSettingsScheduleMeetingBody',
        GroupLockedSettingsScheduleMeeting.extend(
          shape('', locksOn(GroupSettingsScheduleMeeting.shape, ['personal_meeting'])).shape,
        ),
        textOf(GroupLockedSettingsScheduleMeeting),
      ),
    }).shape,
  ),
);

export const getGroupLockedSettings = get('/groups/{groupId}/lock_settings', {
  of: Answer,
  query: shape('GetGroupLockedSettingsQuery', { option }),
  limit: 'MEDIUM',
  scopes: ['group:read:admin', 'group:read:lock_settings:admin'],
});

export const updateGroupLockedSettings = patch('/groups/{groupId}/lock_settings', {
  query: shape('UpdateGroupLockedSettingsQuery', { option }),
  body: UpdateGroupLockedSettingsBody,
  limit: 'MEDIUM',
  scopes: ['group:write:admin', 'group:update:lock_settings:admin'],
});
