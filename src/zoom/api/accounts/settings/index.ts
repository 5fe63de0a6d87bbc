/**
 * An account's settings, nested as Zoom nests them. Read and updated by the same shapes, besides what Zoom does not let a
 * client change, or changes by an order ("add these") instead of a value. What is the same for users is said there.
 */
import { del, get, patch, post } from '../../../declare/endpoint.ts';
import { delimitedIds, file, MEGABYTE, named, needing, shape } from '../../../declare/shape.ts';
import { UserSettingsProfile, UserSettingsVirtualBackgroundFile } from '../../users/user-settings.ts';
import * as chat from './chat.ts';
import * as meeting from './in-meeting.ts';
import { option } from './option.ts';
import * as recording from './recording.ts';
import * as scheduling from './schedule-meeting.ts';
import * as sections from './sections.ts';
import * as security from './security.ts';
import * as telephony from './telephony.ts';

export * from './locks.ts';
export * from './registration.ts';

const { AccountSettingsSecurity } = security;

/** What Zoom answers without an option; the last two are of accounts for the Video SDK. */
export const AccountSettings = shape(
  'AccountSettings',
  {
    audio_conferencing: telephony.AccountSettingsAudioConferencing,
    chat: chat.AccountSettingsChat,
    email_notification: sections.AccountSettingsEmailNotification,
    feature: sections.AccountSettingsFeature,
    general_setting: sections.AccountSettingsGeneral,
    in_meeting: meeting.AccountSettingsInMeeting,
    integration: sections.AccountSettingsIntegration,
    mail_calendar: sections.AccountSettingsMailCalendar,
    other_options: sections.AccountSettingsOtherOptions,
    profile: UserSettingsProfile,
    recording: recording.AccountSettingsRecording,
    schedule_meeting: scheduling.AccountSettingsScheduleMeeting,
    security: AccountSettingsSecurity,
    smart_recognition: sections.AccountSettingsSmartRecognition,
    telephony: telephony.AccountSettingsTelephony,
    tsp: telephony.AccountSettingsTsp,
    zoom_rooms: sections.AccountSettingsZoomRooms,
    in_session: sections.AccountSettingsInSession,
    session_security: sections.AccountSettingsSessionSecurity,
  },
  "An account's settings, which are the defaults of its groups and users.",
);
/** With the option security. */
export const AccountSecuritySettings = shape(
  'AccountSecuritySettings',
  { security: AccountSettingsSecurity },
  'How users sign in, and what they may change of themselves.',
);
/** With the option meeting_security. */
export const AccountMeetingSecuritySettings = shape(
  'AccountMeetingSecuritySettings',
  { meeting_security: security.AccountSettingsMeetingSecurity },
  'The security of meetings and webinars.',
);
export const { AccountSettingsMeetingAuthentication, AccountSettingsRecordingAuthentication } = security;

/** All views together: one GET answers one of them, chosen by `option`. */
const Answer = named(
  'AccountSettingsAnswer',
  AccountSettings.extend({
    ...AccountMeetingSecuritySettings.shape,
    ...AccountSettingsMeetingAuthentication.shape,
    ...AccountSettingsRecordingAuthentication.shape,
  }),
);

export const UpdateAccountSettingsBody = named(
  'UpdateAccountSettingsBody',
  AccountSettings.omit({ smart_recognition: true })
    .extend({
      audio_conferencing: telephony.AccountSettingsAudioConferencingBody.optional(),
      chat: chat.AccountSettingsChatBody.optional(),
      in_meeting: meeting.AccountSettingsInMeetingBody.optional(),
      in_session: sections.AccountSettingsInSessionBody.optional(),
      schedule_meeting: scheduling.AccountSettingsScheduleMeetingBody.optional(),
      security: security.AccountSettingsSecurityBody.optional(),
      telephony: telephony.AccountSettingsTelephonyBody.optional(),
      tsp: telephony.AccountSettingsTspBody.optional(),
      meeting_security: security.AccountSettingsMeetingSecurityBody.optional(),
      authentication_option: security.AccountSettingsAuthenticationOptionBody.optional(),
    })
    .extend(
      Answer.pick({
        allow_authentication_exception: true,
        meeting_authentication: true,
        recording_authentication: true,
      }).shape,
    ),
);

export const getAccountSettings = get('/accounts/{accountId}/settings', {
  of: Answer,
  query: shape('GetAccountSettingsQuery', { option }),
  limit: 'MEDIUM',
  scopes: ['account:read:admin', 'account:write:admin', 'account:read:settings:master'],
});

export const updateAccountSettings = patch('/accounts/{accountId}/settings', {
  query: shape('UpdateAccountSettingsQuery', { option }),
  body: UpdateAccountSettingsBody,
  merges: { within: Object.keys(UpdateAccountSettingsBody.shape) },
  limit: 'MEDIUM',
  scopes: ['account:write:admin', 'account:update:settings:master'],
});

export const uploadAccountVirtualBackgrounds = post('/accounts/{accountId}/settings/virtual_backgrounds', {
  body: shape('UploadAccountVirtualBackgroundsBody', {
    file: file('The picture', { types: ['image/jpeg', 'image/gif', 'image/png'], maxBytes: 15 * MEGABYTE }),
  }).required({ file: true }),
  of: UserSettingsVirtualBackgroundFile,
  limit: 'MEDIUM',
  scopes: ['account:write:admin', 'account:master', 'account:write:virtual_background_files:master'],
});

/** The ids are those of `in_meeting.virtual_background_settings.files`. */
export const deleteAccountVirtualBackgrounds = del('/accounts/{accountId}/settings/virtual_backgrounds', {
  query: needing(
    shape('DeleteAccountVirtualBackgroundsQuery', {
      file_ids: delimitedIds(',', 'The backgrounds to delete, by the ids of their files.'),
    }),
    ['file_ids'],
  ),
  limit: 'LIGHT',
  scopes: ['account:write:admin', 'account:master', 'account:delete:virtual_background_files:master'],
});
