import type {
  CloudRecordingCreateRecordingRegistrantRequestBody,
  CloudRecordingCreateRecordingRegistrantResponse,
  CloudRecordingDeleteMeetingOrWebinarRecordingsQueryParams,
  CloudRecordingDeleteRecordingFileForMeetingOrWebinarQueryParams,
  CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsQueryParams,
  CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsResponse,
  CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsSummaryQueryParams,
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
import type { Agree, Asks, Differs, Item } from './agree.ts';

// Samples of real answers hold these, the SDK does not.
type Sampled = 'share_url is not in the SDK' | 'timezone is not in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof api.Recording>, CloudRecordingGetMeetingRecordingsResponse, Sampled>>,
  Agree<Differs<Of<typeof api.ListedRecording>, Item<CloudRecordingListAllRecordingsResponse, 'meetings'>, Sampled>>,
  Agree<Differs<Of<typeof api.RecordingSettings>, CloudRecordingGetMeetingRecordingSettingsResponse>>,
  Agree<Differs<Of<typeof api.RecordingSettingsBody>, CloudRecordingUpdateMeetingRecordingSettingsRequestBody>>,
  Agree<
    Differs<Of<typeof api.RecordingRegistrant>, Item<CloudRecordingListRecordingRegistrantsResponse, 'registrants'>>
  >,
  Agree<Asks<typeof api.listUserRecordings, CloudRecordingListAllRecordingsQueryParams>>,
  Agree<Asks<typeof api.getRecording, CloudRecordingGetMeetingRecordingsQueryParams>>,
  Agree<Asks<typeof api.listRecordingRegistrants, CloudRecordingListRecordingRegistrantsQueryParams>>,
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
  Agree<Asks<typeof api.listRecordingUse, CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsDetailsQueryParams>>,
  Agree<Asks<typeof api.deleteRecording, CloudRecordingDeleteMeetingOrWebinarRecordingsQueryParams>>,
  Agree<Asks<typeof api.deleteRecordingFile, CloudRecordingDeleteRecordingFileForMeetingOrWebinarQueryParams>>,
  Agree<Differs<Of<typeof api.RecoverRecordingBody>, CloudRecordingRecoverMeetingRecordingsRequestBody>>,
  Agree<Differs<Of<typeof api.RecoverRecordingBody>, CloudRecordingRecoverSingleRecordingRequestBody>>,
  Agree<Asks<typeof api.listRecordingUseByDay, CloudRecordingGetMeetingOrWebinarRecordingsAnalyticsSummaryQueryParams>>,
];
