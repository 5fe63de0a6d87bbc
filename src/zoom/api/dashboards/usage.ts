/** The room connector's ports, and how well the account's meetings were heard and seen. */
import { get, list as listing } from '../../declare/endpoint.ts';
import { as, date, enumOf, int, list, named, shape, string } from '../../declare/shape.ts';
import { DashboardDays, month, scopesOf } from './common.ts';

export const CrcPortsDay = shape(
  'DashboardCrcDay',
  {
    date_time: as('date', date('The day.')),
    crc_ports_hour_usage: list(
      shape(
        'DashboardCrcHour',
        {
          hour: string('The hour of the day, from "00" to "23".'),
          max_usage: int('The most ports in use at once.'),
          total_usage: int('The ports in use over the whole hour.'),
        },
        'The use of the room connector in one hour.',
      ),
      'The use of each hour.',
    ),
  },
  'The use of the room connector, by which SIP and H.323 devices join, on one day.',
);

const Scores = shape(
  'DashboardScores',
  {
    good: int('How many had a mean opinion score of 4 or more.'),
    fair: int('How many had a score from 3 to 4.'),
    poor: int('How many had a score from 2 to 3.'),
    bad: int('How many had a score below 2.'),
  },
  'How many had each score.',
);
export const MeetingQuality = shape(
  'DashboardMeetingQuality',
  {
    from: date('The first day, in UTC.'),
    to: date('The last day, in UTC.'),
    quality: shape(
      'DashboardMediaScores',
      { audio: Scores, video: Scores, screen_share: Scores },
      'The scores of sound, video and shared screens.',
    ),
  },
  "How well the account's meetings were heard and seen.",
);
export const MeetingQualityQuery = named(
  'MeetingQualityQuery',
  DashboardDays.extend({
    type: enumOf(
      'DashboardQualityType',
      {
        MEETING: ['meeting', 'Meetings.'],
        PARTICIPANTS: ['participants', 'Those who took part in them.'],
      },
      'What is counted.',
    ).optional(),
  }),
);

export const listCrcPorts = listing('/metrics/crc', {
  items: 'crc_ports_usage',
  of: CrcPortsDay,
  window: { ...month, at: 'date_time' },
  limit: 'HEAVY',
  scopes: scopesOf('crc', 'crc_port_usage'),
  subAccountScopes: ['dashboard_crc:read:master', 'dashboard:master', 'dashboard:read:crc_port_usage:master'],
});

export const getMeetingQuality = get('/metrics/quality', {
  of: MeetingQuality,
  query: MeetingQualityQuery,
  span: month,
  limit: 'HEAVY',
  scopes: scopesOf(undefined, 'meeting_quality_score'),
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:meeting_quality_score:master'],
});
