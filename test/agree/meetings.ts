import type {
  MeetingsAddMeetingRegistrantQueryParams,
  MeetingsAddMeetingRegistrantRequestBody,
  MeetingsAddMeetingRegistrantResponse,
  MeetingsCreateMeetingPollRequestBody,
  MeetingsCreateMeetingPollResponse,
  MeetingsCreateMeetingRequestBody,
  MeetingsCreateMeetingResponse,
  MeetingsCreateMeetingsInviteLinksRequestBody,
  MeetingsCreateMeetingsInviteLinksResponse,
  MeetingsCreateMeetingTemplateFromExistingMeetingRequestBody,
  MeetingsCreateMeetingTemplateFromExistingMeetingResponse,
  MeetingsDeleteLiveMeetingMessageQueryParams,
  MeetingsDeleteMeetingQueryParams,
  MeetingsGetLivestreamDetailsResponse,
  MeetingsGetMeetingInvitationResponse,
  MeetingsGetMeetingPollResponse,
  MeetingsGetMeetingQueryParams,
  MeetingsGetMeetingResponse,
  MeetingsGetMeetingsArchiveTokenForLocalArchivingResponse,
  MeetingsGetMeetingsJoinTokenForLiveStreamingResponse,
  MeetingsGetMeetingsJoinTokenForLocalRecordingQueryParams,
  MeetingsGetMeetingsJoinTokenForLocalRecordingResponse,
  MeetingsGetPastMeetingDetailsResponse,
  MeetingsGetPastMeetingParticipantsQueryParams,
  MeetingsGetPastMeetingParticipantsResponse,
  MeetingsListAccountsMeetingOrWebinarSummariesQueryParams,
  MeetingsListAccountsMeetingOrWebinarSummariesResponse,
  MeetingsListMeetingPollsQueryParams,
  MeetingsListMeetingPollsResponse,
  MeetingsListMeetingRegistrantsQueryParams,
  MeetingsListMeetingRegistrantsResponse,
  MeetingsListMeetingsQueryParams,
  MeetingsListMeetingsResponse,
  MeetingsListPastMeetingInstancesResponse,
  MeetingsListPastMeetingsPollResultsResponse,
  MeetingsListRegistrationQuestionsResponse,
  MeetingsPerformBatchPollCreationRequestBody,
  MeetingsPerformBatchPollCreationResponse,
  MeetingsPerformBatchRegistrationRequestBody,
  MeetingsPerformBatchRegistrationResponse,
  MeetingsUpdateLiveMeetingMessageRequestBody,
  MeetingsUpdateLivestreamRequestBody,
  MeetingsUpdateLivestreamStatusRequestBody,
  MeetingsUpdateMeetingPollRequestBody,
  MeetingsUpdateMeetingQueryParams,
  MeetingsUpdateMeetingRequestBody,
  MeetingsUpdateMeetingStatusRequestBody,
  MeetingsUpdateRegistrantsStatusQueryParams,
  MeetingsUpdateRegistrantsStatusRequestBody,
  MeetingsUpdateRegistrationQuestionsRequestBody,
  MeetingsUseInMeetingControlsRequestBody,
} from '@zoom/rivet/meetings';
import type * as joining from '../../src/zoom/api/meetings/joining.ts';
import type * as live from '../../src/zoom/api/meetings/live-meetings.ts';
import type * as summaries from '../../src/zoom/api/meetings/meeting-summaries.ts';
import type * as api from '../../src/zoom/api/meetings/meetings.ts';
import type * as past from '../../src/zoom/api/meetings/past-meetings.ts';
import type * as polls from '../../src/zoom/api/meetings/polls.ts';
import type * as registrants from '../../src/zoom/api/meetings/registrants.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.Livestream>, MeetingsGetLivestreamDetailsResponse>>,
  Agree<
    Differs<
      Of<typeof api.Meeting>,
      MeetingsGetMeetingResponse,
      // The SDK knows it of a meeting just created; it belongs to the meeting from then on.
      'registration_url is not in the SDK'
    >
  >,
  Agree<
    Differs<
      Of<typeof api.Meeting>,
      MeetingsCreateMeetingResponse,
      // One shape serves both answers. Samples of real answers hold the first three.
      | 'host_id is not in the SDK'
      | 'uuid is not in the SDK'
      | 'status is not in the SDK'
      | 'settings.meeting_invitees[].internal_user is not in the SDK'
    >
  >,
  Agree<Differs<Of<typeof api.ListedMeeting>, Item<MeetingsListMeetingsResponse, 'meetings'>>>,
  Agree<Differs<Of<typeof api.CreateMeetingBody>, MeetingsCreateMeetingRequestBody>>,
  Agree<
    Differs<
      Of<typeof api.UpdateMeetingBody>,
      MeetingsUpdateMeetingRequestBody,
      // Zoom derives these from other settings, or has replaced them.
      | 'settings.authentication_exception[].join_url is only in the SDK'
      | 'settings.authentication_name is only in the SDK'
      | 'settings.enforce_login is only in the SDK'
      | 'settings.enforce_login_domains is only in the SDK'
      | 'settings.global_dial_in_numbers is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof api.MeetingStatusBody>, MeetingsUpdateMeetingStatusRequestBody>>,
  Agree<Differs<Of<typeof api.Invitation>, MeetingsGetMeetingInvitationResponse>>,
  Agree<Asks<typeof api.listMeetings, MeetingsListMeetingsQueryParams>>,
  Agree<Asks<typeof api.getMeeting, MeetingsGetMeetingQueryParams>>,
  Agree<Asks<typeof api.updateMeeting, MeetingsUpdateMeetingQueryParams>>,
  Agree<Asks<typeof api.deleteMeeting, MeetingsDeleteMeetingQueryParams>>,
  Agree<Differs<Of<typeof api.MeetingTemplate>, MeetingsCreateMeetingTemplateFromExistingMeetingResponse>>,
  Agree<Differs<Of<typeof api.CreateMeetingTemplateBody>, MeetingsCreateMeetingTemplateFromExistingMeetingRequestBody>>,
  Agree<Differs<Of<typeof live.InMeetingControlBody>, MeetingsUseInMeetingControlsRequestBody>>,
  Agree<Differs<Of<typeof live.LiveMessageBody>, MeetingsUpdateLiveMeetingMessageRequestBody>>,
  Agree<Asks<typeof live.deleteLiveMessage, MeetingsDeleteLiveMeetingMessageQueryParams>>,
  Agree<Differs<Of<typeof live.UpdateLivestreamBody>, MeetingsUpdateLivestreamRequestBody>>,
  Agree<Differs<Of<typeof live.LivestreamStatusBody>, MeetingsUpdateLivestreamStatusRequestBody>>,
  Agree<Differs<Of<typeof joining.JoinToken>, MeetingsGetMeetingsJoinTokenForLiveStreamingResponse>>,
  Agree<Differs<Of<typeof joining.JoinToken>, MeetingsGetMeetingsArchiveTokenForLocalArchivingResponse>>,
  Agree<Differs<Of<typeof joining.JoinToken>, MeetingsGetMeetingsJoinTokenForLocalRecordingResponse>>,
  Agree<Asks<typeof joining.getLocalRecordingToken, MeetingsGetMeetingsJoinTokenForLocalRecordingQueryParams>>,
  Agree<Differs<Of<typeof joining.InviteLinksBody>, MeetingsCreateMeetingsInviteLinksRequestBody>>,
  Agree<Differs<Of<typeof joining.InviteLinks>, MeetingsCreateMeetingsInviteLinksResponse>>,
  Agree<
    Differs<
      Of<typeof summaries.MeetingSummary>,
      Item<MeetingsListAccountsMeetingOrWebinarSummariesResponse, 'summaries'>
    >
  >,
  Agree<Asks<typeof summaries.listMeetingSummaries, MeetingsListAccountsMeetingOrWebinarSummariesQueryParams>>,
  Agree<Differs<Of<typeof registrants.Registrant>, Item<MeetingsListMeetingRegistrantsResponse, 'registrants'>>>,
  Agree<Differs<Of<typeof registrants.AddRegistrantBody>, MeetingsAddMeetingRegistrantRequestBody>>,
  Agree<Differs<Of<typeof registrants.Registration>, MeetingsAddMeetingRegistrantResponse>>,
  Agree<Differs<Of<typeof registrants.RegistrantsStatusBody>, MeetingsUpdateRegistrantsStatusRequestBody>>,
  Agree<Differs<Of<typeof registrants.RegistrationQuestions>, MeetingsListRegistrationQuestionsResponse>>,
  Agree<Differs<Of<typeof registrants.RegistrationQuestions>, MeetingsUpdateRegistrationQuestionsRequestBody>>,
  Agree<Differs<Of<typeof registrants.BatchRegistrantsBody>, MeetingsPerformBatchRegistrationRequestBody>>,
  Agree<Differs<Of<typeof registrants.BatchRegistrants>, MeetingsPerformBatchRegistrationResponse>>,
  Agree<Asks<typeof registrants.listRegistrants, MeetingsListMeetingRegistrantsQueryParams>>,
  Agree<Asks<typeof registrants.addRegistrant, MeetingsAddMeetingRegistrantQueryParams>>,
  Agree<Asks<typeof registrants.updateRegistrantsStatus, MeetingsUpdateRegistrantsStatusQueryParams>>,
  Agree<Differs<Of<typeof polls.Poll>, Item<MeetingsListMeetingPollsResponse, 'polls'>>>,
  Agree<Differs<Of<typeof polls.Poll>, MeetingsGetMeetingPollResponse>>,
  Agree<Differs<Of<typeof polls.Poll>, MeetingsCreateMeetingPollResponse>>,
  Agree<Differs<Of<typeof polls.PollBody>, MeetingsCreateMeetingPollRequestBody>>,
  Agree<Differs<Of<typeof polls.PollBody>, MeetingsUpdateMeetingPollRequestBody>>,
  Agree<Differs<Of<typeof polls.BatchPollsBody>, MeetingsPerformBatchPollCreationRequestBody>>,
  Agree<Differs<Of<typeof polls.BatchPolls>, MeetingsPerformBatchPollCreationResponse>>,
  Agree<Asks<typeof polls.listPolls, MeetingsListMeetingPollsQueryParams>>,
  Agree<Differs<Of<typeof past.MeetingInstance>, MeetingsGetPastMeetingDetailsResponse>>,
  Agree<Differs<Of<typeof past.ListedInstance>, Item<MeetingsListPastMeetingInstancesResponse, 'meetings'>>>,
  Agree<Differs<Of<typeof past.Participant>, Item<MeetingsGetPastMeetingParticipantsResponse, 'participants'>>>,
  Agree<Differs<Of<typeof past.PastPollResult>, Item<MeetingsListPastMeetingsPollResultsResponse, 'questions'>>>,
  Agree<Asks<typeof past.listParticipants, MeetingsGetPastMeetingParticipantsQueryParams>>,
];
