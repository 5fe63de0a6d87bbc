import type {
  AutoReceptionistsAssignPhoneNumbersRequestBody,
  AutoReceptionistsGetAutoReceptionistResponse,
  AutoReceptionistsListAutoReceptionistsQueryParams,
  AutoReceptionistsListAutoReceptionistsResponse,
  AutoReceptionistsUpdateAutoReceptionistRequestBody,
  BlockedListCreateBlockedListRequestBody,
  BlockedListCreateBlockedListResponse,
  BlockedListGetBlockedListDetailsResponse,
  BlockedListListBlockedListsQueryParams,
  BlockedListListBlockedListsResponse,
  BlockedListUpdateBlockedListRequestBody,
  CallLogsGetAccountsCallHistoryQueryParams,
  CallLogsGetAccountsCallHistoryResponse,
  CallLogsGetAccountsCallLogsQueryParams,
  CallLogsGetAccountsCallLogsResponse,
  CallLogsGetCallHistoryDetailResponse,
  CallLogsGetCallPathResponse,
  CallLogsGetUsersCallHistoryQueryParams,
  CallLogsGetUsersCallHistoryResponse,
  CallLogsGetUsersCallLogsQueryParams,
  CallLogsGetUsersCallLogsResponse,
  CallQueuesAddMembersToCallQueueRequestBody,
  CallQueuesAssignNumbersToCallQueueRequestBody,
  CallQueuesCreateCallQueueRequestBody,
  CallQueuesCreateCallQueueResponse,
  CallQueuesGetCallQueueDetailsResponse,
  CallQueuesListCallQueuesQueryParams,
  CallQueuesListCallQueuesResponse,
  CallQueuesUpdateCallQueueDetailsRequestBody,
  CommonAreasAddCommonAreaRequestBody,
  CommonAreasAddCommonAreaResponse,
  CommonAreasGetCommonAreaDetailsResponse,
  CommonAreasListCommonAreasQueryParams,
  CommonAreasListCommonAreasResponse,
  CommonAreasUpdateCommonAreaRequestBody,
  DashboardListCallLogsQueryParams,
  DashboardListCallLogsResponse,
  PhoneDevicesAddDeviceRequestBody,
  PhoneDevicesAddDeviceResponse,
  PhoneDevicesGetDeviceDetailsResponse,
  PhoneDevicesListDevicesQueryParams,
  PhoneDevicesListDevicesResponse,
  PhoneDevicesUpdateDeviceRequestBody,
  PhoneNumbersAssignPhoneNumberToUserRequestBody,
  PhoneNumbersAssignPhoneNumberToUserResponse,
  PhoneNumbersGetPhoneNumberResponse,
  PhoneNumbersListPhoneNumbersQueryParams,
  PhoneNumbersListPhoneNumbersResponse,
  PhonePlansListCallingPlansResponse,
  RecordingsGetCallRecordingsQueryParams,
  RecordingsGetCallRecordingsResponse,
  RecordingsGetUsersRecordingsQueryParams,
  RecordingsGetUsersRecordingsResponse,
  SitesCreatePhoneSiteRequestBody,
  SitesCreatePhoneSiteResponse,
  SitesDeletePhoneSiteQueryParams,
  SitesGetPhoneSiteDetailsResponse,
  SitesListPhoneSitesQueryParams,
  SitesListPhoneSitesResponse,
  SitesUpdatePhoneSiteDetailsRequestBody,
  UsersAssignCallingPlanToUserRequestBody,
  UsersGetUsersProfileResponse,
  UsersGetUsersProfileSettingsResponse,
  UsersListPhoneUsersQueryParams,
  UsersListPhoneUsersResponse,
  UsersUnassignUsersCallingPlanQueryParams,
  UsersUpdateUsersProfileRequestBody,
  VoicemailsGetUsersVoicemailsQueryParams,
  VoicemailsGetUsersVoicemailsResponse,
} from '@zoom/rivet/phone';
import type * as receptionists from '../../src/zoom/api/phone/auto-receptionists.ts';
import type * as blocked from '../../src/zoom/api/phone/blocked-list.ts';
import type * as history from '../../src/zoom/api/phone/call-history.ts';
import type * as logs from '../../src/zoom/api/phone/call-logs.ts';
import type * as metrics from '../../src/zoom/api/phone/call-metrics.ts';
import type * as queues from '../../src/zoom/api/phone/call-queues.ts';
import type * as plans from '../../src/zoom/api/phone/calling-plans.ts';
import type * as areas from '../../src/zoom/api/phone/common-areas.ts';
import type * as devices from '../../src/zoom/api/phone/devices.ts';
import type * as numbers from '../../src/zoom/api/phone/numbers.ts';
import type * as recordings from '../../src/zoom/api/phone/recordings.ts';
import type * as sites from '../../src/zoom/api/phone/sites.ts';
import type * as settings from '../../src/zoom/api/phone/user-settings.ts';
import type * as users from '../../src/zoom/api/phone/users.ts';
import type * as voicemails from '../../src/zoom/api/phone/voicemails.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

type Ours<Path extends string> = `${Path} is not in the SDK`;

// The SDK is older than the Phone document of 2026 (Phone spec in docs/zoom.md), which has these.
type NewUserPolicies = Ours<'policy.online_fax' | 'policy.show_custom_disclaimer_when_using_zoom_phone'>;
type NewSitePolicies = Ours<
  | 'policy.auto_delete_data_after_retention_duration.permanently_delete_after_days'
  | 'policy.manage_call_routing_for_unassigned_numbers'
  | 'policy.shared_line_group_pickup_code'
  | 'policy.show_custom_disclaimer_when_using_zoom_phone'
>;
type NewSettings = Ours<
  | 'break_hours'
  | 'business_hours_settings'
  | 'default_transcription_language'
  | 'holiday_hours'
  | 'shared_lines_call_setting'
  | 'voice_mail[].access_user_type'
>;
type NewCallFields = Ours<'call_element_id' | 'callee_account_code' | 'caller_account_code'>;
// The SDK knows the arrays of the older form alone, in which calls and their parts have other ids.
type OlderId = 'id is only in the SDK';
type NewAccountCodes = Ours<'callee_account_code' | 'caller_account_code'>;
type NewAreaFilters = Ours<'site_id' | 'calling_type'>;
type NewLanguage = Ours<'default_transcription_language'>;
type NewAreaPolicies = Ours<`policy.${
  | 'ad_hoc_call_recording'
  | 'auto_call_recording'
  | 'call_park'
  | 'check_voicemails_over_phone'
  | 'delegation'
  | 'hand_off_to_room'
  | 'hide_phone_call_history_in_ios'
  | 'hide_zoom_phone_calls_in_ios'
  | 'ios_call_kit'
  | 'mobile_switch_to_carrier'
  | 'select_outbound_caller_id'
  | 'voicemail_notification_by_email'
  | 'voicemail_transcription'}`>;
type NewDeviceFields = Ours<'description' | 'firmware_version' | 'policy' | 'private_ip' | 'public_ip'>;

// One shape for users and sites: what only the policies of the other have is null here.
type SiteOnly = Ours<
  | `policy.${
      | 'ad_hoc_call_recording'
      | 'auto_call_recording'
      | 'call_park'
      | 'call_transferring'
      | 'hand_off_to_room'
      | 'mobile_switch_to_carrier'
      | 'select_outbound_caller_id'
      | 'sms'
      | 'voicemail'
      | 'zoom_phone_on_mobile'}.modified`
  | `policy.${'allow_end_user_edit_call_handling' | 'outbound_calling' | 'outbound_sms' | 'voicemail'}.locked_by`
  | 'policy.voicemail.locked'
  | 'policy.call_park.sequence'
  | 'policy.voicemail_notification_by_email.forward_voicemail_to_email'
>;
// Zoom's body names here what only answers can tell.
type ToldAlone = `policy.block_external_calls.e2e_encryption.${'locked_by' | 'modified'} is only in the SDK`;
type UserOnly = Ours<
  'policy.voicemail.allow_transcription' | 'policy.auto_delete_data_after_retention_duration.modified'
>;
// One shape for whoever may reach voicemails or recordings, of users and of queues.
type Members = Ours<
  | `policy.${'ad_hoc' | 'auto'}_call_recording_access_members[].${'access_user_type' | 'allow_sharing'}`
  | 'policy.voicemail_access_members[].access_user_type'
>;
// One shape for plans, addresses, devices' assignees and parties of a call, wherever they stand.
type PlanName = Ours<'calling_plans[].name'>;
type AddressId = Ours<'emergency_address.id'>;
type AssigneeExtension = Ours<'assignee.extension_id'>;
type PartyExtension = Ours<`${'accepted_by' | 'forwarded_to' | 'outgoing_by'}.extension_type`>;

export type Checks = [
  Agree<Differs<Of<typeof areas.ListedCommonArea>, Item<CommonAreasListCommonAreasResponse, 'common_areas'>>>,
  Agree<
    Differs<
      Of<typeof areas.FetchedCommonArea>,
      CommonAreasGetCommonAreaDetailsResponse,
      | NewLanguage
      | Exclude<NewAreaPolicies, Ours<'policy.hide_phone_call_history_in_ios'>>
      | Ours<'policy.outbound_calling.locked_by'>
    >
  >,
  Agree<Differs<Of<typeof areas.CreateCommonAreaBody>, CommonAreasAddCommonAreaRequestBody>>,
  Agree<Differs<Of<typeof areas.CreatedCommonArea>, CommonAreasAddCommonAreaResponse>>,
  Agree<
    Differs<
      Of<typeof areas.UpdateCommonAreaBody>,
      CommonAreasUpdateCommonAreaRequestBody,
      NewLanguage | Exclude<NewAreaPolicies, Ours<'policy.hide_zoom_phone_calls_in_ios'>>
    >
  >,
  Agree<
    Differs<Of<typeof receptionists.FetchedAutoReceptionist>, AutoReceptionistsGetAutoReceptionistResponse, NewLanguage>
  >,
  Agree<
    Differs<
      Of<typeof receptionists.ListedAutoReceptionist>,
      Item<AutoReceptionistsListAutoReceptionistsResponse, 'auto_receptionists'>
    >
  >,
  Agree<
    Differs<
      Of<typeof receptionists.UpdateAutoReceptionistBody>,
      AutoReceptionistsUpdateAutoReceptionistRequestBody,
      NewLanguage
    >
  >,
  Agree<
    Differs<Of<typeof receptionists.AssignAutoReceptionistNumbersBody>, AutoReceptionistsAssignPhoneNumbersRequestBody>
  >,
  Agree<
    Differs<
      Of<typeof users.FetchedPhoneUser>,
      UsersGetUsersProfileResponse,
      NewUserPolicies | SiteOnly | Members | PlanName
    >
  >,
  Agree<
    Differs<Of<typeof users.ListedPhoneUser>, Item<UsersListPhoneUsersResponse, 'users'>, Ours<'activation_status'>>
  >,
  Agree<Differs<Of<typeof users.UpdatePhoneUserBody>, UsersUpdateUsersProfileRequestBody, NewUserPolicies>>,
  Agree<Differs<Of<typeof settings.PhoneUserSettings>, UsersGetUsersProfileSettingsResponse, NewSettings>>,
  Agree<Asks<typeof users.listPhoneUsers, UsersListPhoneUsersQueryParams>>,
  Agree<Differs<Of<typeof numbers.PhoneNumber>, PhoneNumbersGetPhoneNumberResponse, AddressId>>,
  Agree<
    Differs<
      Of<typeof numbers.ListedPhoneNumber>,
      Item<PhoneNumbersListPhoneNumbersResponse, 'phone_numbers'>,
      AddressId
    >
  >,
  Agree<Differs<Of<typeof numbers.AssignPhoneNumbersBody>, PhoneNumbersAssignPhoneNumberToUserRequestBody>>,
  Agree<Differs<Of<typeof numbers.AssignedPhoneNumbers>, PhoneNumbersAssignPhoneNumberToUserResponse>>,
  Agree<Asks<typeof numbers.listPhoneNumbers, PhoneNumbersListPhoneNumbersQueryParams, Ours<'phone_number'>>>,
  Agree<
    Differs<
      Of<typeof sites.PhoneSite>,
      SitesGetPhoneSiteDetailsResponse,
      Ours<'default_emergency_address'> | NewSitePolicies | UserOnly
    >
  >,
  Agree<Differs<Of<typeof blocked.BlockedNumber>, BlockedListGetBlockedListDetailsResponse>>,
  Agree<Differs<Of<typeof blocked.CreateBlockedNumberBody>, BlockedListCreateBlockedListRequestBody>>,
  Agree<Differs<Of<typeof blocked.CreatedBlockedNumber>, BlockedListCreateBlockedListResponse>>,
  Agree<Differs<Of<typeof blocked.UpdateBlockedNumberBody>, BlockedListUpdateBlockedListRequestBody>>,
  Agree<Differs<Of<typeof blocked.BlockedNumber>, Item<BlockedListListBlockedListsResponse, 'blocked_list'>>>,
  Agree<Differs<Of<typeof sites.CreatePhoneSiteBody>, SitesCreatePhoneSiteRequestBody>>,
  Agree<Differs<Of<typeof sites.CreatedPhoneSite>, SitesCreatePhoneSiteResponse>>,
  Agree<
    Differs<Of<typeof sites.UpdatePhoneSiteBody>, SitesUpdatePhoneSiteDetailsRequestBody, NewSitePolicies | ToldAlone>
  >,
  Agree<Asks<typeof sites.deletePhoneSite, SitesDeletePhoneSiteQueryParams>>,
  Agree<Differs<Of<typeof sites.ListedPhoneSite>, Item<SitesListPhoneSitesResponse, 'sites'>>>,
  Agree<Asks<typeof sites.listPhoneSites, SitesListPhoneSitesQueryParams, Ours<'site_name'>>>,
  Agree<
    Differs<Of<typeof queues.CallQueue>, CallQueuesGetCallQueueDetailsResponse, Ours<'default_transcription_language'>>
  >,
  Agree<Differs<Of<typeof queues.CreateCallQueueBody>, CallQueuesCreateCallQueueRequestBody>>,
  Agree<Differs<Of<typeof queues.CreatedCallQueue>, CallQueuesCreateCallQueueResponse>>,
  Agree<Differs<Of<typeof queues.UpdateCallQueueBody>, CallQueuesUpdateCallQueueDetailsRequestBody, NewLanguage>>,
  Agree<Differs<Of<typeof queues.AddCallQueueMembersBody>, CallQueuesAddMembersToCallQueueRequestBody>>,
  Agree<Differs<Of<typeof queues.AssignCallQueueNumbersBody>, CallQueuesAssignNumbersToCallQueueRequestBody>>,
  Agree<Differs<Of<typeof queues.ListedCallQueue>, Item<CallQueuesListCallQueuesResponse, 'call_queues'>>>,
  Agree<Asks<typeof queues.listCallQueues, CallQueuesListCallQueuesQueryParams>>,
  Agree<
    Differs<
      Of<typeof history.ListedCallHistory>,
      Item<CallLogsGetAccountsCallHistoryResponse, 'call_logs'>,
      OlderId | NewAccountCodes | Ours<'call_history_uuid'>
    >
  >,
  Agree<
    Differs<
      Of<typeof history.CallPath>,
      CallLogsGetCallPathResponse,
      OlderId | Ours<'call_elements' | 'call_history_uuid' | 'callee_account_code'> | 'call_path is only in the SDK'
    >
  >,
  Agree<
    Differs<
      Of<typeof history.CallPathElement>,
      Item<CallLogsGetCallPathResponse, 'call_path'>,
      OlderId | Ours<'call_element_id'>
    >
  >,
  Agree<
    Differs<
      Of<typeof history.UserCallElement>,
      Item<CallLogsGetUsersCallHistoryResponse, 'call_logs'>,
      OlderId | NewAccountCodes | Ours<'call_element_id' | 'call_history_uuid'> | 'call_path_id is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof history.CallHistoryDetail>, CallLogsGetCallHistoryDetailResponse, NewAccountCodes>>,
  Agree<Asks<typeof history.listCallHistory, CallLogsGetAccountsCallHistoryQueryParams, Ours<'call_ids'>>>,
  Agree<Asks<typeof history.listUserCallHistory, CallLogsGetUsersCallHistoryQueryParams>>,
  Agree<Differs<Of<typeof logs.AccountCallLog>, Item<CallLogsGetAccountsCallLogsResponse, 'call_logs'>>>,
  Agree<Differs<Of<typeof logs.UserCallLog>, Item<CallLogsGetUsersCallLogsResponse, 'call_logs'>, PartyExtension>>,
  Agree<Asks<typeof logs.listCallLogs, CallLogsGetAccountsCallLogsQueryParams>>,
  Agree<Asks<typeof logs.listUserCallLogs, CallLogsGetUsersCallLogsQueryParams>>,
  Agree<
    Differs<
      Of<typeof recordings.AccountPhoneRecording>,
      Item<RecordingsGetCallRecordingsResponse, 'recordings'>,
      NewCallFields
    >
  >,
  Agree<
    Differs<
      Of<typeof recordings.UserPhoneRecording>,
      Item<RecordingsGetUsersRecordingsResponse, 'recordings'>,
      NewCallFields
    >
  >,
  Agree<Asks<typeof recordings.listPhoneRecordings, RecordingsGetCallRecordingsQueryParams>>,
  Agree<
    Differs<Of<typeof voicemails.Voicemail>, Item<VoicemailsGetUsersVoicemailsResponse, 'voice_mails'>, NewCallFields>
  >,
  Agree<Asks<typeof voicemails.listUserVoicemails, VoicemailsGetUsersVoicemailsQueryParams>>,
  Agree<Differs<Of<typeof devices.FetchedPhoneDevice>, PhoneDevicesGetDeviceDetailsResponse, AssigneeExtension>>,
  Agree<
    Differs<
      Of<typeof devices.ListedPhoneDevice>,
      Item<PhoneDevicesListDevicesResponse, 'devices'>,
      AssigneeExtension | NewDeviceFields
    >
  >,
  Agree<Differs<Of<typeof devices.CreatePhoneDeviceBody>, PhoneDevicesAddDeviceRequestBody, Ours<'site_id'>>>,
  Agree<Differs<Of<typeof devices.CreatedPhoneDevice>, PhoneDevicesAddDeviceResponse>>,
  Agree<Differs<Of<typeof devices.UpdatePhoneDeviceBody>, PhoneDevicesUpdateDeviceRequestBody>>,
  Agree<Asks<typeof devices.listPhoneDevices, PhoneDevicesListDevicesQueryParams>>,
  Agree<Differs<Of<typeof metrics.PhoneCallQuality>, Item<DashboardListCallLogsResponse, 'call_logs'>>>,
  Agree<Asks<typeof metrics.listPhoneCallQuality, DashboardListCallLogsQueryParams>>,
  Agree<Differs<Of<typeof plans.CallingPlan>, Item<PhonePlansListCallingPlansResponse, 'calling_plans'>>>,
  Agree<Differs<Of<typeof plans.AssignCallingPlansBody>, UsersAssignCallingPlanToUserRequestBody>>,
  Agree<Asks<typeof plans.unassignCallingPlan, UsersUnassignUsersCallingPlanQueryParams>>,
  Agree<Asks<typeof areas.listCommonAreas, CommonAreasListCommonAreasQueryParams, NewAreaFilters>>,
  Agree<Asks<typeof blocked.listBlockedNumbers, BlockedListListBlockedListsQueryParams>>,
  Agree<Asks<typeof receptionists.listAutoReceptionists, AutoReceptionistsListAutoReceptionistsQueryParams>>,
  Agree<Asks<typeof recordings.listUserPhoneRecordings, RecordingsGetUsersRecordingsQueryParams>>,
];
