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
  ReportsGetMeetingParticipantReportsResponse,
  ReportsGetMeetingPollReportsResponse,
  ReportsGetMeetingReportsQueryParams,
  ReportsGetMeetingReportsResponse,
  ReportsGetOperationLogsReportQueryParams,
  ReportsGetOperationLogsReportResponse,
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
import type { Agree, Differs, Item } from './agree.ts';

// Paging and date windows are the client's own business, not filters.
type Paging = 'page_size is only in the SDK' | 'next_page_token is only in the SDK';
type PageNumber = 'page_number is only in the SDK';
type Window = 'from is only in the SDK' | 'to is only in the SDK';
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
  Agree<Differs<Of<typeof meetings.ListMeetingReportsQuery>, ReportsGetMeetingReportsQueryParams, Paging | Window>>,
  Agree<Differs<Of<typeof meetings.ListMeetingReportsOfDaysQuery>, ReportsGetMeetingReportsQueryParams, Paging>>,
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
  Agree<Differs<Of<typeof usage.ListDailyUsageQuery>, ReportsGetDailyUsageReportQueryParams>>,
  Agree<
    Differs<
      Of<typeof usage.HostReport>,
      Item<ReportsGetActiveOrInactiveHostReportsResponse, 'users'>,
      // Samples of real answers hold these.
      'last_client_version is not in the SDK' | 'last_login_time is not in the SDK' | 'create_time is not in the SDK'
    >
  >,
  Agree<
    Differs<
      Of<typeof usage.ListHostReportsQuery>,
      ReportsGetActiveOrInactiveHostReportsQueryParams,
      Paging | PageNumber
    >
  >,
  Agree<Differs<Of<typeof usage.TelephoneUsage>, Item<ReportsGetTelephoneReportsResponse, 'telephony_usage'>>>,
  Agree<
    Differs<
      Of<typeof usage.ListTelephoneUsageQuery>,
      ReportsGetTelephoneReportsQueryParams,
      Paging | PageNumber | Window
    >
  >,
  Agree<
    Differs<
      Of<typeof usage.RecordingStorage>,
      Item<ReportsGetCloudRecordingUsageReportResponse, 'cloud_recording_storage'>
    >
  >,
  Agree<Differs<Of<typeof usage.ListRecordingStorageQuery>, ReportsGetCloudRecordingUsageReportQueryParams, Window>>,
  Agree<Differs<Of<typeof logs.OperationLog>, Item<ReportsGetOperationLogsReportResponse, 'operation_logs'>>>,
  Agree<Differs<Of<typeof logs.ListOperationLogsQuery>, ReportsGetOperationLogsReportQueryParams, Paging | Window>>,
  Agree<Differs<Of<typeof logs.SignInActivity>, Item<ReportsGetSignInSignOutActivityReportResponse, 'activity_logs'>>>,
  Agree<Differs<Of<typeof billing.BillingReports>, ReportsGetBillingReportsResponse>>,
  Agree<Differs<Of<typeof billing.BillingReportInvoice>, Item<ReportsGetBillingInvoiceReportsResponse, 'invoices'>>>,
  Agree<Differs<Of<typeof billing.ListBillingReportInvoicesQuery>, ReportsGetBillingInvoiceReportsQueryParams>>,
];
