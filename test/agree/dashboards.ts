import type {
  DashboardsGetChatMetricsQueryParams,
  DashboardsGetChatMetricsResponse,
  DashboardsGetCRCPortUsageQueryParams,
  DashboardsGetCRCPortUsageResponse,
  DashboardsGetIssuesOfZoomRoomsQueryParams,
  DashboardsGetIssuesOfZoomRoomsResponse,
  DashboardsGetMeetingDetailsQueryParams,
  DashboardsGetMeetingDetailsResponse,
  DashboardsGetMeetingParticipantQoSQueryParams,
  DashboardsGetMeetingParticipantQoSResponse,
  DashboardsGetMeetingQualityScoresQueryParams,
  DashboardsGetMeetingQualityScoresResponse,
  DashboardsGetMeetingSharingRecordingDetailsQueryParams,
  DashboardsGetMeetingSharingRecordingDetailsResponse,
  DashboardsGetPostMeetingFeedbackQueryParams,
  DashboardsGetPostMeetingFeedbackResponse,
  DashboardsGetPostWebinarFeedbackQueryParams,
  DashboardsGetPostWebinarFeedbackResponse,
  DashboardsGetTopIssuesOfZoomRoomsQueryParams,
  DashboardsGetTopIssuesOfZoomRoomsResponse,
  DashboardsGetTopZoomRoomsWithIssuesQueryParams,
  DashboardsGetTopZoomRoomsWithIssuesResponse,
  DashboardsGetWebinarDetailsQueryParams,
  DashboardsGetWebinarDetailsResponse,
  DashboardsGetWebinarParticipantQoSQueryParams,
  DashboardsGetWebinarParticipantQoSResponse,
  DashboardsGetWebinarParticipantsQueryParams,
  DashboardsGetWebinarParticipantsResponse,
  DashboardsGetWebinarSharingRecordingDetailsQueryParams,
  DashboardsGetWebinarSharingRecordingDetailsResponse,
  DashboardsGetZoomMeetingsClientFeedbackQueryParams,
  DashboardsGetZoomMeetingsClientFeedbackResponse,
  DashboardsGetZoomRoomsDetailsQueryParams,
  DashboardsGetZoomRoomsDetailsResponse,
  DashboardsListClientMeetingSatisfactionQueryParams,
  DashboardsListClientMeetingSatisfactionResponse,
  DashboardsListClientVersionsResponse,
  DashboardsListMeetingParticipantsQoSQueryParams,
  DashboardsListMeetingParticipantsQoSResponse,
  DashboardsListMeetingParticipantsQueryParams,
  DashboardsListMeetingParticipantsResponse,
  DashboardsListMeetingsQueryParams,
  DashboardsListMeetingsResponse,
  DashboardsListWebinarParticipantQoSQueryParams,
  DashboardsListWebinarParticipantQoSResponse,
  DashboardsListWebinarsQueryParams,
  DashboardsListWebinarsResponse,
  DashboardsListZoomMeetingsClientFeedbackQueryParams,
  DashboardsListZoomMeetingsClientFeedbackResponse,
  DashboardsListZoomRoomsQueryParams,
  DashboardsListZoomRoomsResponse,
} from '@zoom/rivet/accounts';
import type * as chat from '../../src/zoom/api/dashboards/chat.ts';
import type * as clients from '../../src/zoom/api/dashboards/clients.ts';
import type * as meetings from '../../src/zoom/api/dashboards/meetings.ts';
import type * as people from '../../src/zoom/api/dashboards/participants.ts';
import type * as rooms from '../../src/zoom/api/dashboards/rooms.ts';
import type * as usage from '../../src/zoom/api/dashboards/usage.ts';
import type * as webinars from '../../src/zoom/api/dashboards/webinars.ts';
import type { Of, Shape } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

type Read<E> = E extends { readonly of?: infer A extends Shape } ? Of<A> : never;

type Ours<Path extends string> = `${Path} is not in the SDK`;

// The document for master accounts (Accounts reference in docs/zoom.md) is newer than the SDK and has these.
type NewDetail = Ours<'has_aic_conversation'>;
type NewPlugin = Ours<'zoom_thin_client_plugin_version'>;
type NewQos = NewPlugin | Ours<'email' | 'rc_reason' | 'user_qos[].cpu_pressure_level'>;

export type Checks = [
  Agree<Asks<typeof meetings.listDashboardMeetings, DashboardsListMeetingsQueryParams>>,
  Agree<Differs<Read<typeof meetings.listDashboardMeetings>, Item<DashboardsListMeetingsResponse, 'meetings'>>>,
  Agree<Differs<Read<typeof meetings.getDashboardMeeting>, DashboardsGetMeetingDetailsResponse, NewDetail>>,
  Agree<
    Differs<
      Of<typeof people.DashboardParticipant>,
      Item<DashboardsListMeetingParticipantsResponse, 'participants'>,
      NewPlugin
    >
  >,
  Agree<
    Differs<
      Read<typeof meetings.listMeetingQos>,
      Item<DashboardsListMeetingParticipantsQoSResponse, 'participants'>,
      NewQos
    >
  >,
  Agree<
    Differs<
      Read<typeof meetings.getMeetingQos>,
      DashboardsGetMeetingParticipantQoSResponse,
      NewQos | Ours<'meeting_number'>
    >
  >,
  Agree<
    Differs<
      Of<typeof people.DashboardSharing>,
      Item<DashboardsGetMeetingSharingRecordingDetailsResponse, 'participants'>
    >
  >,
  Agree<Differs<Of<typeof people.DashboardFeedback>, Item<DashboardsGetPostMeetingFeedbackResponse, 'participants'>>>,
  Agree<Asks<typeof webinars.listDashboardWebinars, DashboardsListWebinarsQueryParams>>,
  Agree<Differs<Read<typeof webinars.listDashboardWebinars>, Item<DashboardsListWebinarsResponse, 'webinars'>>>,
  Agree<
    Differs<
      Of<typeof webinars.DashboardWebinar>,
      DashboardsGetWebinarDetailsResponse,
      NewDetail | Ours<'has_meeting_summary'>
    >
  >,
  Agree<
    Differs<
      Of<typeof people.DashboardWebinarParticipant>,
      Item<DashboardsGetWebinarParticipantsResponse, 'participants'>,
      NewPlugin
    >
  >,
  Agree<
    Differs<
      Read<typeof webinars.listWebinarQos>,
      Item<DashboardsListWebinarParticipantQoSResponse, 'participants'>,
      NewQos
    >
  >,
  Agree<
    Differs<
      Read<typeof webinars.getWebinarQos>,
      DashboardsGetWebinarParticipantQoSResponse,
      NewQos | Ours<'webinar_number'>
    >
  >,
  Agree<
    Differs<
      Of<typeof people.DashboardSharing>,
      Item<DashboardsGetWebinarSharingRecordingDetailsResponse, 'participants'>
    >
  >,
  Agree<Differs<Of<typeof people.DashboardFeedback>, Item<DashboardsGetPostWebinarFeedbackResponse, 'participants'>>>,
  Agree<Differs<Read<typeof rooms.listDashboardZoomRooms>, Item<DashboardsListZoomRoomsResponse, 'zoom_rooms'>>>,
  Agree<Differs<Read<typeof rooms.getDashboardZoomRoom>, DashboardsGetZoomRoomsDetailsResponse>>,
  Agree<Differs<Of<typeof rooms.RoomIssueCount>, Item<DashboardsGetTopIssuesOfZoomRoomsResponse, 'issues'>>>,
  Agree<Differs<Of<typeof rooms.RoomWithIssues>, Item<DashboardsGetTopZoomRoomsWithIssuesResponse, 'zoom_rooms'>>>,
  Agree<Differs<Of<typeof rooms.RoomIssue>, Item<DashboardsGetIssuesOfZoomRoomsResponse, 'issue_details'>>>,
  Agree<Differs<Of<typeof chat.DashboardChatUser>, Item<DashboardsGetChatMetricsResponse, 'users'>>>,
  Agree<Differs<Of<typeof clients.ClientVersion>, Item<DashboardsListClientVersionsResponse, 'client_versions'>>>,
  Agree<
    Differs<
      Of<typeof clients.ClientFeedback>,
      Item<DashboardsListZoomMeetingsClientFeedbackResponse, 'client_feedbacks'>
    >
  >,
  Agree<
    Differs<
      Of<typeof clients.ClientFeedbackDetail>,
      Item<DashboardsGetZoomMeetingsClientFeedbackResponse, 'client_feedback_details'>
    >
  >,
  Agree<
    Differs<
      Of<typeof clients.ClientSatisfaction>,
      Item<DashboardsListClientMeetingSatisfactionResponse, 'client_satisfaction'>
    >
  >,
  Agree<Differs<Of<typeof usage.CrcPortsDay>, Item<DashboardsGetCRCPortUsageResponse, 'crc_ports_usage'>>>,
  Agree<Differs<Of<typeof usage.MeetingQuality>, DashboardsGetMeetingQualityScoresResponse>>,
  Agree<Asks<typeof usage.getMeetingQuality, DashboardsGetMeetingQualityScoresQueryParams>>,
  Agree<Asks<typeof chat.listChatMetrics, DashboardsGetChatMetricsQueryParams>>,
  Agree<Asks<typeof clients.listClientFeedbackDetails, DashboardsGetZoomMeetingsClientFeedbackQueryParams>>,
  Agree<Asks<typeof clients.listClientSatisfaction, DashboardsListClientMeetingSatisfactionQueryParams>>,
  Agree<Asks<typeof clients.listClientFeedback, DashboardsListZoomMeetingsClientFeedbackQueryParams>>,
  Agree<Asks<typeof meetings.getDashboardMeeting, DashboardsGetMeetingDetailsQueryParams>>,
  Agree<Asks<typeof meetings.getMeetingQos, DashboardsGetMeetingParticipantQoSQueryParams>>,
  Agree<Asks<typeof meetings.listMeetingSharing, DashboardsGetMeetingSharingRecordingDetailsQueryParams>>,
  Agree<Asks<typeof meetings.listMeetingFeedback, DashboardsGetPostMeetingFeedbackQueryParams>>,
  Agree<Asks<typeof meetings.listMeetingQos, DashboardsListMeetingParticipantsQoSQueryParams>>,
  Agree<Asks<typeof meetings.listDashboardParticipants, DashboardsListMeetingParticipantsQueryParams>>,
  Agree<Asks<typeof rooms.listRoomIssues, DashboardsGetIssuesOfZoomRoomsQueryParams>>,
  Agree<Asks<typeof rooms.listRoomIssueCounts, DashboardsGetTopIssuesOfZoomRoomsQueryParams>>,
  Agree<Asks<typeof rooms.listRoomsWithIssues, DashboardsGetTopZoomRoomsWithIssuesQueryParams>>,
  Agree<Asks<typeof rooms.getDashboardZoomRoom, DashboardsGetZoomRoomsDetailsQueryParams>>,
  Agree<Asks<typeof rooms.listDashboardZoomRooms, DashboardsListZoomRoomsQueryParams>>,
  Agree<Asks<typeof usage.listCrcPorts, DashboardsGetCRCPortUsageQueryParams>>,
  Agree<Asks<typeof webinars.listWebinarFeedback, DashboardsGetPostWebinarFeedbackQueryParams>>,
  Agree<Asks<typeof webinars.getDashboardWebinar, DashboardsGetWebinarDetailsQueryParams>>,
  Agree<Asks<typeof webinars.getWebinarQos, DashboardsGetWebinarParticipantQoSQueryParams>>,
  Agree<Asks<typeof webinars.listDashboardWebinarParticipants, DashboardsGetWebinarParticipantsQueryParams>>,
  Agree<Asks<typeof webinars.listWebinarSharing, DashboardsGetWebinarSharingRecordingDetailsQueryParams>>,
  Agree<Asks<typeof webinars.listWebinarQos, DashboardsListWebinarParticipantQoSQueryParams>>,
];
