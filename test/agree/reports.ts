import type {
  ReportsGetActiveOrInactiveHostReportsQueryParams,
  ReportsGetActiveOrInactiveHostReportsResponse,
  ReportsGetBillingInvoiceReportsQueryParams,
  ReportsGetBillingInvoiceReportsResponse,
  ReportsGetBillingReportsResponse,
  ReportsGetCloudRecordingUsageReportQueryParams,
  ReportsGetCloudRecordingUsageReportResponse,
  ReportsGetDailyUsageReportQueryParams,
  ReportsGetDailyUsageReportResponse,
  ReportsGetMeetingDetailReportsResponse,
  ReportsGetMeetingParticipantReportsQueryParams,
  ReportsGetMeetingParticipantReportsResponse,
  ReportsGetMeetingPollReportsResponse,
  ReportsGetMeetingReportsQueryParams,
  ReportsGetMeetingReportsResponse,
  ReportsGetOperationLogsReportQueryParams,
  ReportsGetOperationLogsReportResponse,
  ReportsGetSignInSignOutActivityReportQueryParams,
  ReportsGetSignInSignOutActivityReportResponse,
  ReportsGetTelephoneReportsQueryParams,
  ReportsGetTelephoneReportsResponse,
  ReportsGetWebinarPollReportsResponse,
  ReportsGetWebinarQAReportResponse,
} from '@zoom/rivet/meetings';
import type * as billing from '../../src/zoom/api/reports/billing.ts';
import type * as logs from '../../src/zoom/api/reports/logs.ts';
import type * as meetings from '../../src/zoom/api/reports/meetings.ts';
import type * as usage from '../../src/zoom/api/reports/usage.ts';
import type * as webinars from '../../src/zoom/api/reports/webinars.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

// Samples of real answers hold it.
type Host = 'host_id is not in the SDK';

export type Checks = [
  Agree<
    Differs<
      Of<typeof meetings.FetchedMeetingReport>,
      ReportsGetMeetingDetailReportsResponse,
      Host | 'tracking_fields[].visible is not in the SDK'
    >
  >,
  Agree<Differs<Of<typeof meetings.ListedMeetingReport>, Item<ReportsGetMeetingReportsResponse, 'meetings'>, Host>>,
  Agree<Asks<typeof meetings.listMeetingReports, ReportsGetMeetingReportsQueryParams>>,
  Agree<Asks<typeof meetings.listMeetingReports, ReportsGetMeetingReportsQueryParams>>,
  Agree<
    Differs<
      Of<typeof meetings.MeetingReportParticipant>,
      Item<ReportsGetMeetingParticipantReportsResponse, 'participants'>
    >
  >,
  Agree<Differs<Of<typeof meetings.ReportPollResult>, Item<ReportsGetMeetingPollReportsResponse, 'questions'>>>,
  Agree<Differs<Of<typeof meetings.ReportPollResult>, Item<ReportsGetWebinarPollReportsResponse, 'questions'>>>,
  Agree<Differs<Of<typeof webinars.ReportedQuestions>, Item<ReportsGetWebinarQAReportResponse, 'questions'>>>,
  Agree<Differs<Of<typeof usage.DailyUsage>, Item<ReportsGetDailyUsageReportResponse, 'dates'>>>,
  Agree<Asks<typeof usage.listDailyUsage, ReportsGetDailyUsageReportQueryParams>>,
  Agree<
    Differs<
      Of<typeof usage.HostReport>,
      Item<ReportsGetActiveOrInactiveHostReportsResponse, 'users'>,
      // Samples of real answers hold these.
      'last_client_version is not in the SDK' | 'last_login_time is not in the SDK' | 'create_time is not in the SDK'
    >
  >,
  Agree<Asks<typeof usage.listHostReports, ReportsGetActiveOrInactiveHostReportsQueryParams>>,
  Agree<Differs<Of<typeof usage.TelephoneUsage>, Item<ReportsGetTelephoneReportsResponse, 'telephony_usage'>>>,
  Agree<Asks<typeof usage.listTelephoneUsage, ReportsGetTelephoneReportsQueryParams>>,
  Agree<
    Differs<
      Of<typeof usage.RecordingStorage>,
      Item<ReportsGetCloudRecordingUsageReportResponse, 'cloud_recording_storage'>
    >
  >,
  Agree<Asks<typeof usage.listRecordingStorage, ReportsGetCloudRecordingUsageReportQueryParams>>,
  Agree<Differs<Of<typeof logs.OperationLog>, Item<ReportsGetOperationLogsReportResponse, 'operation_logs'>>>,
  Agree<Asks<typeof logs.listOperationLogs, ReportsGetOperationLogsReportQueryParams>>,
  Agree<Differs<Of<typeof logs.SignInActivity>, Item<ReportsGetSignInSignOutActivityReportResponse, 'activity_logs'>>>,
  Agree<Differs<Of<typeof billing.BillingReports>, ReportsGetBillingReportsResponse>>,
  Agree<Differs<Of<typeof billing.BillingReportInvoice>, Item<ReportsGetBillingInvoiceReportsResponse, 'invoices'>>>,
  Agree<Asks<typeof billing.listBillingReportInvoices, ReportsGetBillingInvoiceReportsQueryParams>>,
  Agree<Asks<typeof logs.listSignInActivities, ReportsGetSignInSignOutActivityReportQueryParams>>,
  Agree<Asks<typeof meetings.listMeetingReportParticipants, ReportsGetMeetingParticipantReportsQueryParams>>,
];
