import type {
  ReportsGetWebinarDetailReportsResponse,
  ReportsGetWebinarParticipantReportsQueryParams,
  ReportsGetWebinarParticipantReportsResponse,
  WebinarsAddPanelistsRequestBody,
  WebinarsAddPanelistsResponse,
  WebinarsAddWebinarRegistrantQueryParams,
  WebinarsAddWebinarRegistrantRequestBody,
  WebinarsAddWebinarRegistrantResponse,
  WebinarsCreateWebinarRequestBody,
  WebinarsCreateWebinarResponse,
  WebinarsCreateWebinarsPollRequestBody,
  WebinarsCreateWebinarsPollResponse,
  WebinarsDeleteWebinarQueryParams,
  WebinarsGetWebinarAbsenteesQueryParams,
  WebinarsGetWebinarAbsenteesResponse,
  WebinarsGetWebinarPollResponse,
  WebinarsGetWebinarQueryParams,
  WebinarsGetWebinarRegistrantQueryParams,
  WebinarsGetWebinarRegistrantResponse,
  WebinarsGetWebinarResponse,
  WebinarsGetWebinarTrackingSourcesResponse,
  WebinarsListPanelistsResponse,
  WebinarsListPastWebinarInstancesResponse,
  WebinarsListPastWebinarPollResultsResponse,
  WebinarsListQAsOfPastWebinarResponse,
  WebinarsListRegistrationQuestionsResponse,
  WebinarsListWebinarRegistrantsQueryParams,
  WebinarsListWebinarRegistrantsResponse,
  WebinarsListWebinarsPollsQueryParams,
  WebinarsListWebinarsPollsResponse,
  WebinarsListWebinarsQueryParams,
  WebinarsListWebinarsResponse,
  WebinarsUpdateRegistrantsStatusQueryParams,
  WebinarsUpdateRegistrantsStatusRequestBody,
  WebinarsUpdateRegistrationQuestionsRequestBody,
  WebinarsUpdateWebinarPollRequestBody,
  WebinarsUpdateWebinarQueryParams,
  WebinarsUpdateWebinarRequestBody,
  WebinarsUpdateWebinarStatusRequestBody,
} from '@zoom/rivet/meetings';
import type { PastPollResult } from '../../src/zoom/api/meetings/past-meetings.ts';
import type { CreatePollBody, PollBody } from '../../src/zoom/api/meetings/polls.ts';
import type * as panelists from '../../src/zoom/api/webinars/panelists.ts';
import type * as past from '../../src/zoom/api/webinars/past-webinars.ts';
import type * as polls from '../../src/zoom/api/webinars/polls.ts';
import type * as registrants from '../../src/zoom/api/webinars/registrants.ts';
import type * as api from '../../src/zoom/api/webinars/webinars.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

// Samples of real answers to a create hold the first; fields of tracking fields are those of meetings.
type Ours = 'registration_url is not in the SDK' | 'tracking_fields[].visible is not in the SDK';
// Zoom derives these from other settings, or has replaced them.
type Derived = 'settings.enforce_login is only in the SDK' | 'settings.enforce_login_domains is only in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof api.Webinar>, WebinarsGetWebinarResponse, Ours>>,
  Agree<
    Differs<
      Of<typeof api.Webinar>,
      WebinarsCreateWebinarResponse,
      // What was asked for in the create alone, or belongs to the settings.
      Ours | 'registrants_confirmation_email is only in the SDK' | 'template_id is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof api.ListedWebinar>, Item<WebinarsListWebinarsResponse, 'webinars'>>>,
  Agree<Differs<Of<typeof api.CreateWebinarBody>, WebinarsCreateWebinarRequestBody, Derived>>,
  Agree<
    Differs<
      Of<typeof api.UpdateWebinarBody>,
      WebinarsUpdateWebinarRequestBody,
      Derived | 'settings.authentication_name is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof api.WebinarStatusBody>, WebinarsUpdateWebinarStatusRequestBody>>,
  Agree<Asks<typeof api.listWebinars, WebinarsListWebinarsQueryParams>>,
  Agree<Asks<typeof api.getWebinar, WebinarsGetWebinarQueryParams>>,
  Agree<Asks<typeof api.updateWebinar, WebinarsUpdateWebinarQueryParams>>,
  Agree<Asks<typeof api.deleteWebinar, WebinarsDeleteWebinarQueryParams>>,
  Agree<Differs<Of<typeof panelists.Panelist>, Item<WebinarsListPanelistsResponse, 'panelists'>>>,
  Agree<Differs<Of<typeof panelists.AddPanelistsBody>, WebinarsAddPanelistsRequestBody>>,
  Agree<Differs<Of<typeof panelists.PanelistsAdded>, WebinarsAddPanelistsResponse>>,
  Agree<Differs<Of<typeof polls.WebinarPoll>, Item<WebinarsListWebinarsPollsResponse, 'polls'>>>,
  Agree<Differs<Of<typeof polls.WebinarPoll>, WebinarsGetWebinarPollResponse>>,
  Agree<Differs<Of<typeof polls.WebinarPoll>, WebinarsCreateWebinarsPollResponse>>,
  Agree<Differs<Of<typeof CreatePollBody>, WebinarsCreateWebinarsPollRequestBody>>,
  Agree<Differs<Of<typeof PollBody>, WebinarsUpdateWebinarPollRequestBody>>,
  Agree<Asks<typeof polls.listWebinarPolls, WebinarsListWebinarsPollsQueryParams>>,
  Agree<
    Differs<Of<typeof registrants.ListedWebinarRegistrant>, Item<WebinarsListWebinarRegistrantsResponse, 'registrants'>>
  >,
  Agree<Differs<Of<typeof registrants.WebinarRegistrant>, WebinarsGetWebinarRegistrantResponse>>,
  Agree<Differs<Of<typeof registrants.AddWebinarRegistrantBody>, WebinarsAddWebinarRegistrantRequestBody>>,
  Agree<Differs<Of<typeof registrants.WebinarRegistration>, WebinarsAddWebinarRegistrantResponse>>,
  Agree<Differs<Of<typeof registrants.WebinarRegistrantsStatusBody>, WebinarsUpdateRegistrantsStatusRequestBody>>,
  Agree<Differs<Of<typeof registrants.WebinarRegistrationQuestions>, WebinarsListRegistrationQuestionsResponse>>,
  Agree<Differs<Of<typeof registrants.WebinarRegistrationQuestions>, WebinarsUpdateRegistrationQuestionsRequestBody>>,
  Agree<Asks<typeof registrants.listWebinarRegistrants, WebinarsListWebinarRegistrantsQueryParams>>,
  Agree<Asks<typeof registrants.getWebinarRegistrant, WebinarsGetWebinarRegistrantQueryParams>>,
  Agree<Asks<typeof registrants.addWebinarRegistrant, WebinarsAddWebinarRegistrantQueryParams>>,
  Agree<Asks<typeof registrants.updateWebinarRegistrantsStatus, WebinarsUpdateRegistrantsStatusQueryParams>>,
  Agree<
    Differs<Of<typeof registrants.TrackingSource>, Item<WebinarsGetWebinarTrackingSourcesResponse, 'tracking_sources'>>
  >,
  Agree<Differs<Of<typeof past.ListedWebinarInstance>, Item<WebinarsListPastWebinarInstancesResponse, 'webinars'>>>,
  Agree<
    Differs<
      Of<typeof past.WebinarInstance>,
      ReportsGetWebinarDetailReportsResponse,
      // Samples of real answers hold the first.
      'host_id is not in the SDK' | 'tracking_fields[].visible is not in the SDK'
    >
  >,
  Agree<Differs<Of<typeof past.WebinarParticipant>, Item<ReportsGetWebinarParticipantReportsResponse, 'participants'>>>,
  Agree<Differs<Of<typeof past.Absentee>, Item<WebinarsGetWebinarAbsenteesResponse, 'registrants'>>>,
  Agree<Differs<Of<typeof PastPollResult>, Item<WebinarsListPastWebinarPollResultsResponse, 'questions'>>>,
  Agree<Differs<Of<typeof past.QuestionsOfPerson>, Item<WebinarsListQAsOfPastWebinarResponse, 'questions'>>>,
  Agree<Asks<typeof past.listWebinarParticipants, ReportsGetWebinarParticipantReportsQueryParams>>,
  Agree<Asks<typeof past.listAbsentees, WebinarsGetWebinarAbsenteesQueryParams>>,
];
