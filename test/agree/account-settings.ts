import type {
  AccountsDeleteVirtualBackgroundFilesQueryParams,
  AccountsGetAccountSettingsQueryParams,
  AccountsGetAccountSettingsResponse,
  AccountsGetAccountsWebinarRegistrationSettingsQueryParams,
  AccountsGetAccountsWebinarRegistrationSettingsResponse,
  AccountsGetLockedSettingsQueryParams,
  AccountsGetLockedSettingsResponse,
  AccountsUpdateAccountSettingsQueryParams,
  AccountsUpdateAccountSettingsRequestBody,
  AccountsUpdateAccountsWebinarRegistrationSettingsQueryParams,
  AccountsUpdateAccountsWebinarRegistrationSettingsRequestBody,
  AccountsUpdateLockedSettingsRequestBody,
  AccountsUploadVirtualBackgroundFilesRequestBody,
  AccountsUploadVirtualBackgroundFilesResponse,
} from '@zoom/rivet/accounts';
import type * as api from '../../src/zoom/api/accounts/settings/index.ts';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import type { Of, Shape } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs } from './agree.ts';

type UploadBody = Of<NonNullable<(typeof api.uploadAccountVirtualBackgrounds)['body']>>;
type Answered<E extends Endpoint<string, Shape | undefined, undefined, Shape>> = Of<NonNullable<E['of']>>;

// What Zoom's documents have since the SDK was made.
type NewAudio =
  | 'audio_conferencing.call_me_and_invite_by_phone is not in the SDK'
  | 'audio_conferencing.participant_phone_masking is not in the SDK'
  | 'audio_conferencing.personal_audio_conference is not in the SDK'
  | 'audio_conferencing.toll_call is not in the SDK';
type NewSettings =
  | NewAudio
  | 'audio_conferencing.global_dial_in_countries is not in the SDK'
  | 'general_setting is not in the SDK'
  | 'mail_calendar is not in the SDK'
  | 'recording.recording_notification_for_zoom_client is not in the SDK'
  | 'tsp.allow_webinar_attendees_call_me is not in the SDK'
  | 'tsp.allow_webinar_attendees_toll_free_dial is not in the SDK'
  | 'tsp.global_dial_in_countries is not in the SDK';
type NewAnswers =
  | NewSettings
  | 'in_meeting.webinar_ai_companion_questions is not in the SDK'
  | 'in_meeting.webinar_summary_with_ai_companion is not in the SDK'
  | 'smart_recognition is not in the SDK';

// Narrows the answer to some fields, which the shape already says.
type Narrowing = 'custom_query_fields is only in the SDK';
// Its one value is its default.
type ForWebinars = 'type is only in the SDK';

export type Checks = [
  Agree<Differs<Answered<typeof api.getAccountSettings>, AccountsGetAccountSettingsResponse, NewAnswers>>,
  Agree<Differs<Of<typeof api.UpdateAccountSettingsBody>, AccountsUpdateAccountSettingsRequestBody, NewSettings>>,
  Agree<Asks<typeof api.getAccountSettings, AccountsGetAccountSettingsQueryParams, Narrowing>>,
  Agree<Asks<typeof api.updateAccountSettings, AccountsUpdateAccountSettingsQueryParams>>,
  Agree<
    Differs<
      Answered<typeof api.getAccountLockedSettings>,
      AccountsGetLockedSettingsResponse,
      NewAudio | 'tsp.display_toll_free_numbers is not in the SDK'
    >
  >,
  Agree<Differs<Of<typeof api.UpdateAccountLockedSettingsBody>, AccountsUpdateLockedSettingsRequestBody, NewAudio>>,
  Agree<Differs<Of<typeof api.AccountRegistrationSettings>, AccountsGetAccountsWebinarRegistrationSettingsResponse>>,
  Agree<
    Differs<Of<typeof api.AccountRegistrationSettings>, AccountsUpdateAccountsWebinarRegistrationSettingsRequestBody>
  >,
  // The SDK takes the path of a file, not the file.
  Agree<Differs<UploadBody, AccountsUploadVirtualBackgroundFilesRequestBody, 'file'>>,
  Agree<
    Differs<
      Of<NonNullable<(typeof api.uploadAccountVirtualBackgrounds)['of']>>,
      AccountsUploadVirtualBackgroundFilesResponse
    >
  >,
  Agree<Asks<typeof api.deleteAccountVirtualBackgrounds, AccountsDeleteVirtualBackgroundFilesQueryParams>>,
  Agree<
    Asks<
      typeof api.getAccountRegistrationSettings,
      AccountsGetAccountsWebinarRegistrationSettingsQueryParams,
      ForWebinars
    >
  >,
  Agree<Asks<typeof api.getAccountLockedSettings, AccountsGetLockedSettingsQueryParams, Narrowing>>,
  Agree<
    Asks<
      typeof api.updateAccountRegistrationSettings,
      AccountsUpdateAccountsWebinarRegistrationSettingsQueryParams,
      ForWebinars
    >
  >,
];
