/** Reports on what the account used: by day, by host, by telephone and for recordings. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import {
  as,
  byteSize,
  date,
  dateTime,
  enumOf,
  float,
  id,
  int,
  list,
  named,
  numericId,
  renamed,
  shape,
  string,
} from '../../declare/shape.ts';
import { activity } from '../enums.ts';
import { UserCustomAttribute, userType } from '../users/users.ts';
import { month, ReportDays, scopesOf } from './common.ts';

const ofGroup = id('Only what members of this group did.', { of: 'Group' });

export const DailyUsage = shape(
  'DailyUsage',
  {
    date: date('The day.'),
    new_users: int('How many users were added.'),
    meetings: renamed('meetings', 'meetingsCount', int('How many meetings were held.')),
    participants: renamed('participants', 'participantsCount', int('How many took part in them.')),
    meeting_minutes: int('How many minutes they lasted.'),
  },
  'What the account used on one day.',
);
export const ListDailyUsageQuery = shape('ListDailyUsageQuery', {
  year: int('The year; it goes with `month`.'),
  month: int('The month, from 1 to 12; one of the last six.', { min: 1, max: 12 }),
  group_id: ofGroup,
});

export const HostReport = shape(
  'HostReport',
  {
    id: as('userId', id('The user.', { of: 'User' })),
    email: string('The email address of the user.'),
    user_name: renamed('userName', 'name', string('The name of the user.')),
    type: userType,
    dept: renamed('dept', 'department', string('The department of the user.')),
    meetings: as('meetingsCount', int('How many meetings the user hosted.')),
    participants: as('participantsCount', int('How many took part in them.')),
    meeting_minutes: int('How many minutes they lasted.'),
    last_client_version: string('The client that the user last signed in with.'),
    last_login_time: dateTime('When the user last signed in.'),
    create_time: renamed('createTime', 'createdAt', dateTime('When the user was created.')),
    custom_attributes: list(UserCustomAttribute, 'Custom attributes that the account has defined for its users.'),
  },
  'What one user hosted within some days.',
);
/** Zoom documents no default of the type. */
export const ListHostReportsQuery = named(
  'ListHostReportsQuery',
  ReportDays.extend({
    type: activity.describe('Which users: ACTIVE ones hosted at least one meeting, INACTIVE ones none.').optional(),
    group_id: ofGroup.optional(),
  }),
);

export const TelephoneUsage = shape(
  'TelephoneUsage',
  {
    meeting_id: numericId('The meeting or webinar number.'),
    uuid: id('The instance.'),
    meeting_type: string('What it was, in words, such as "Meeting".'),
    host_id: id('The user who hosted it.', { of: 'User' }),
    host_name: string('The name of the host.'),
    host_email: string('The email address of the host.'),
    dept: renamed('dept', 'department', string('The department of the host.')),
    type: enumOf(
      'TelephoneCallType',
      {
        TOLL_FREE: ['toll-free', 'The person called a number that is free of charge.'],
        CALL_OUT: ['call-out', 'Zoom called the person.'],
        CALL_IN: ['call-in', 'The person called Zoom.'],
        US_TOLL_NUMBER: ['US toll-number', 'The person called a number in the United States.'],
        GLOBAL_TOLL_NUMBER: ['global toll-number', 'The person called a number in another country.'],
        PREMIUM: ['premium', 'The call was of the premium plan.'],
        PREMIUM_CALL_IN: ['premium call-in', 'The person called a number of the premium plan.'],
        TOLL: ['Toll', 'The person called a number with charges.'],
      },
      'Who called whom, and who pays.',
    ),
    phone_number: string('The number of Zoom that was called, or the number that Zoom called.'),
    call_in_number: string('The number from which the person called.'),
    signaled_number: string('The number that was signaled to Zoom.'),
    country_name: string('The country.'),
    start_time: dateTime('When the call began.'),
    end_time: dateTime('When the call ended.'),
    duration: int('Length in minutes.'),
    rate: float('What a minute costs, in US dollars.'),
    total: float('What the call cost, in US dollars.'),
  },
  'One call by which somebody was heard in a meeting or webinar.',
);
export const ListTelephoneUsageQuery = shape('ListTelephoneUsageQuery', {
  type: enumOf(
    'TelephoneReportType',
    {
      TOLL_FREE_AND_CALL_OUT: ['1', 'Calls to numbers that are free of charge, and calls by Zoom.'],
      TOLL: ['2', 'Calls to numbers with charges.'],
      SIP_CONNECTED: ['3', 'Calls over the trunk of the account.'],
    },
    'Which calls; TOLL_FREE_AND_CALL_OUT by default.',
  ),
  query_date_type: enumOf(
    'TelephoneDateType',
    {
      START_TIME: ['start_time', 'Days on which calls began.'],
      END_TIME: ['end_time', 'Days on which calls ended.'],
      MEETING_START_TIME: ['meeting_start_time', 'Days on which the meetings began.'],
      MEETING_END_TIME: ['meeting_end_time', 'Days on which the meetings ended.'],
    },
    'What the days are of; START_TIME by default.',
  ),
});

export const RecordingStorage = shape(
  'RecordingStorage',
  {
    date: date('The day.'),
    usage: byteSize('How much was taken, in bytes, of which 1,024 are a kilobyte.'),
    plan_usage: string('What the plan brings, with its unit, such as "3 TB".'),
    free_usage: string('What is free, with its unit, or "Unlimited".'),
  },
  'The cloud storage of recordings on one day.',
);
export const ListRecordingStorageQuery = shape('ListRecordingStorageQuery', { group_id: ofGroup });

export const listDailyUsage = listing('/report/daily', {
  items: 'dates',
  of: DailyUsage,
  query: ListDailyUsageQuery,
  limit: 'HEAVY',
  scopes: scopesOf(),
});

/** Each row sums the days up, so that no windows can be cut. */
export const listHostReports = listing('/report/users', {
  items: 'users',
  of: HostReport,
  query: ListHostReportsQuery,
  paging: byToken(300),
  span: month,
  limit: 'HEAVY',
  scopes: scopesOf('list_users'),
});

export const listTelephoneUsage = listing('/report/telephone', {
  items: 'telephony_usage',
  of: TelephoneUsage,
  query: ListTelephoneUsageQuery,
  paging: byToken(300),
  window: { ...month, at: 'start_time', by: 'query_date_type' },
  limit: 'HEAVY',
  scopes: scopesOf('telephone'),
});

export const listRecordingStorage = listing('/report/cloud_recording', {
  items: 'cloud_recording_storage',
  of: RecordingStorage,
  query: ListRecordingStorageQuery,
  window: { ...month, at: 'date' },
  limit: 'HEAVY',
  scopes: scopesOf(),
});
