import type {
  CloudRecordingCreateRecordingRegistrantRequestBody,
  CloudRecordingCreateRecordingRegistrantResponse,
  CloudRecordingDeleteMeetingOrWebinarRecordingsQueryParams,
  CloudRecordingDeleteRecordingFileForMeetingOrWebinarQueryParams,
  CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsQueryParams,
  CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsResponse,
  CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsSummaryResponse,
  CloudRecordingGetMeetingRecordingSettingsResponse,
  CloudRecordingGetMeetingRecordingsQueryParams,
  CloudRecordingGetMeetingRecordingsResponse,
  CloudRecordingGetRegistrationQuestionsResponse,
  CloudRecordingListAllRecordingsQueryParams,
  CloudRecordingListAllRecordingsResponse,
  CloudRecordingListRecordingRegistrantsQueryParams,
  CloudRecordingListRecordingRegistrantsResponse,
  CloudRecordingRecoverMeetingRecordingsRequestBody,
  CloudRecordingRecoverSingleRecordingRequestBody,
  CloudRecordingUpdateMeetingRecordingSettingsRequestBody,
  CloudRecordingUpdateRegistrantsStatusRequestBody,
  CloudRecordingUpdateRegistrationQuestionsRequestBody,
} from '@zoom/rivet/meetings';
import type * as api from '../../src/zoom/api/meetings/recordings.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

// Samples of real answers hold these, the SDK does not.
type Sampled = 'share_url is not in the SDK' | 'timezone is not in the SDK';
// Paging, date windows and include_fields are the client's own business, not filters.
type Paging = 'page_size is only in the SDK' | 'next_page_token is only in the SDK';
type PageNumber = 'page_number is only in the SDK';
type Window = 'from is only in the SDK' | 'to is only in the SDK';
type Include = 'include_fields is only in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof api.Recording>, CloudRecordingGetMeetingRecordingsResponse, Sampled>>,
  Agree<Differs<Of<typeof api.ListedRecording>, Item<CloudRecordingListAllRecordingsResponse, 'meetings'>, Sampled>>,
  Agree<Differs<Of<typeof api.RecordingSettings>, CloudRecordingGetMeetingRecordingSettingsResponse>>,
  Agree<Differs<Of<typeof api.RecordingSettingsBody>, CloudRecordingUpdateMeetingRecordingSettingsRequestBody>>,
  Agree<
    Differs<Of<typeof api.RecordingRegistrant>, Item<CloudRecordingListRecordingRegistrantsResponse, 'registrants'>>
  >,
  Agree<Differs<Of<typeof api.ListUserRecordingsQuery>, CloudRecordingListAllRecordingsQueryParams, Paging | Window>>,
  Agree<Differs<Of<typeof api.GetRecordingQuery>, CloudRecordingGetMeetingRecordingsQueryParams, Include>>,
  Agree<
    Differs<
      Of<typeof api.ListRecordingRegistrantsQuery>,
      CloudRecordingListRecordingRegistrantsQueryParams,
      Paging | PageNumber
    >
  >,
  Agree<Differs<Of<typeof api.AddRecordingRegistrantBody>, CloudRecordingCreateRecordingRegistrantRequestBody>>,
  Agree<Differs<Of<typeof api.RecordingRegistration>, CloudRecordingCreateRecordingRegistrantResponse>>,
  Agree<Differs<Of<typeof api.RecordingRegistrantsStatusBody>, CloudRecordingUpdateRegistrantsStatusRequestBody>>,
  Agree<Differs<Of<typeof api.RecordingRegistrationQuestions>, CloudRecordingGetRegistrationQuestionsResponse>>,
  Agree<Differs<Of<typeof api.RecordingRegistrationQuestions>, CloudRecordingUpdateRegistrationQuestionsRequestBody>>,
  Agree<
    Differs<
      Of<typeof api.RecordingUse>,
      Item<CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsResponse, 'analytics_details'>
    >
  >,
  Agree<
    Differs<
      Of<typeof api.RecordingUseOfDay>,
      Item<CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsSummaryResponse, 'analytics_summary'>
    >
  >,
  Agree<
    Differs<
      Of<typeof api.ListRecordingUseQuery>,
      CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsQueryParams,
      Paging | Window
    >
  >,
  Agree<Differs<Of<typeof api.DeleteRecordingQuery>, CloudRecordingDeleteMeetingOrWebinarRecordingsQueryParams>>,
  Agree<Differs<Of<typeof api.DeleteRecordingQuery>, CloudRecordingDeleteRecordingFileForMeetingOrWebinarQueryParams>>,
  Agree<Differs<Of<typeof api.RecoverRecordingBody>, CloudRecordingRecoverMeetingRecordingsRequestBody>>,
  Agree<Differs<Of<typeof api.RecoverRecordingBody>, CloudRecordingRecoverSingleRecordingRequestBody>>,
];
