import { afterEach, beforeEach, expect, vi } from 'vitest';
import { globalId, leaves, reads, walks, writes } from '../rows.ts';
import { done, type Received } from '../stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const UUID = '/a+b//c==';
const SENT = '%2Fa%2Bb%2F%2Fc%3D%3D';
const FILE = {
  id: 'f1',
  file_type: 'MP4',
  file_size: 5_000_000_000,
  recording_type: 'chat_file',
  status: 'completed',
  participant_email: 'ann@x.com',
};
const ARCHIVE = { uuid: UUID, id: 85746065432, host_id: 'ann', type: 8, archive_files: [FILE] };
const at = (uuid: string) => `GET /past_meetings/${uuid}/archive_files`;

leaves(
  'an archive with its files, and what it tells of host, meeting, instance and groups without a call',
  at('a'),
  (fields) => `{ archive(id: "a") { ${fields} } }`,
  [
    ['uuid', 'a', 'id', globalId('Archive', 'a')],
    ['type', 8, 'type', 'RECURRING_FIXED_TIME'],
    ['meeting_type', 'external', 'meetingType', 'HOSTED_EXTERNALLY'],
    ['host_id', 'ann', 'host { zoomId }', { zoomId: 'ann' }],
    ['id', 85746065432, 'meeting { zoomId host { zoomId } }', { zoomId: '85746065432', host: { zoomId: 'ann' } }],
    ['start_time', '2026-06-29T09:00:00Z', 'instance { zoomId }', { zoomId: 'a' }],
    ['topic', 'Standup', 'webinarInstance { zoomId }', null],
    ['parent_meeting_id', 'p', 'parent { zoomId }', { zoomId: 'p' }],
    ['group_id', 'g1, g2', 'groups { zoomId }', [{ zoomId: 'g1' }, { zoomId: 'g2' }]],
    [
      'archive_files',
      [FILE, { id: 'f2', file_type: 'AIC_COVERSATION', file_size: 1000, recording_type: 'hologram' }],
      'archiveFiles { id fileType fileSize recordingType unrecognized participant { email } participantEmail }',
      [
        {
          id: globalId('ArchiveFile', 'a,f1'),
          fileType: 'MP4',
          fileSize: 5_000_000_000,
          recordingType: 'CHAT_FILE',
          unrecognized: null,
          participant: { email: 'ann@x.com' },
          participantEmail: 'ann@x.com',
        },
        {
          id: globalId('ArchiveFile', 'a,f2'),
          fileType: 'AIC_CONVERSATION',
          fileSize: 1000,
          recordingType: 'UNRECOGNIZED',
          unrecognized: { recordingType: 'hologram' },
          participant: null,
          participantEmail: null,
        },
      ],
    ],
  ],
);

reads([
  {
    name: 'a file is found in its archive by its global id',
    table: { [at('a')]: { ...ARCHIVE, uuid: 'a' } },
    query: `{ node(id: "${globalId('ArchiveFile', 'a,f1')}") { ... on ArchiveFile { zoomId fileType } } }`,
    data: { node: { zoomId: 'f1', fileType: 'MP4' } },
    calls: [at('a')],
  },
  {
    name: 'an instance that was not archived has no archive, which is no error',
    table: { 'GET /past_meetings/a': { uuid: 'a', topic: 'Standup' } },
    query: '{ meetingInstance(id: "a") { topic archive { topic } } }',
    data: { meetingInstance: { topic: 'Standup', archive: null } },
  },
  {
    name: 'the archive of an instance that is named by a number is read by its uuid',
    table: {
      'GET /past_meetings/85746065432': { uuid: UUID, topic: 'Standup' },
      [at(SENT)]: ARCHIVE,
    },
    query: '{ meetingInstance(id: "85746065432") { archive { zoomId } } }',
    data: { meetingInstance: { archive: { zoomId: UUID } } },
    calls: ['GET /past_meetings/85746065432', at(SENT)],
  },
  {
    name: 'the archives of instances in a list are one call each',
    table: {
      'GET /past_meetings/85746065432/instances': { meetings: [{ uuid: UUID }] },
      [at(SENT)]: ARCHIVE,
      'GET /meetings/85746065432': {},
    },
    query: '{ meeting(id: "85746065432") { instances { nodes { archive { zoomId topic } } } } }',
    at: 'meeting.instances.nodes',
    data: [{ archive: { zoomId: UUID, topic: null } }],
    calls: ['GET /past_meetings/85746065432/instances', at(SENT)],
  },
  {
    name: 'the archive of an instance of a webinar',
    table: { 'GET /report/webinars/a': { uuid: 'a' }, [at('a')]: { ...ARCHIVE, uuid: 'a', type: 9 } },
    query:
      '{ webinarInstance(id: "a") { archive { meeting { zoomId } webinar { zoomId } instance { zoomId } webinarInstance { zoomId } } } }',
    at: 'webinarInstance.archive',
    data: { meeting: null, webinar: { zoomId: '85746065432' }, instance: null, webinarInstance: { zoomId: 'a' } },
    calls: ['GET /report/webinars/a', at('a')],
  },
  {
    name: 'files are counted between two instants',
    table: {
      'GET /archive_files/statistics': { total_records: 3, statistic_by_file_status: { failed_file_count: 1 } },
    },
    query:
      '{ account { archiveStatistics(from: "2026-06-24T00:00:00Z", to: "2026-06-30T00:00:00Z") { totalRecords statisticByFileStatus { failedFileCount } } } }',
    at: 'account.archiveStatistics',
    data: { totalRecords: 3, statisticByFileStatus: { failedFileCount: 1 } },
    calls: ['GET /archive_files/statistics?from=2026-06-24T00:00:00Z&to=2026-06-30T00:00:00Z'],
  },
  {
    name: 'more than seven days are refused without a call, since sums cannot be put together',
    query:
      '{ account { archiveStatistics(from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z") { totalRecords } } }',
    data: { account: { archiveStatistics: null } },
    errors: [{ message: expect.stringContaining('7 days at most'), extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  },
]);

/** Archives with uuids that are their days, as Zoom would list them for the instants asked. */
const listed =
  (...days: string[]) =>
  ({ query }: Received) => ({
    meetings: days
      .map((day) => ({ ...ARCHIVE, uuid: day, start_time: `${day}T23:59:59Z` }))
      .filter(({ start_time: at }) => at >= (query.get('from') ?? '') && at <= (query.get('to') ?? '')),
  });
const window = (from: string, to: string) =>
  `GET /archive_files?from=${from}T00:00:00Z&to=${to}T23:59:59Z&page_size=30`;

walks([
  {
    name: 'a span of any length is asked for seven days at a time, to the second and without overlap, newest first',
    table: { 'GET /archive_files': listed('2026-06-30', '2026-06-24', '2026-06-23', '2026-06-10') },
    of: 'account',
    list: 'archives(first: 3, from: "2026-06-10")',
    nodes: 'uuid',
    pages: [['2026-06-30', '2026-06-24', '2026-06-23'].map((uuid) => ({ uuid })), [{ uuid: '2026-06-10' }]],
  },
  {
    name: 'the windows of three weeks',
    table: { 'GET /archive_files': listed('2026-06-30') },
    of: 'account',
    list: 'archives(from: "2026-06-10")',
    nodes: 'uuid',
    pages: [[{ uuid: '2026-06-30' }]],
    calls: [window('2026-06-24', '2026-06-30'), window('2026-06-17', '2026-06-23'), window('2026-06-10', '2026-06-16')],
  },
]);

reads([
  {
    name: 'a page token is sent with the instant that Zoom took for one that has not come',
    table: {
      'GET /archive_files': ({ query }: Received) =>
        query.has('next_page_token')
          ? { meetings: [{ ...ARCHIVE, uuid: 'b', start_time: '2026-06-28T00:00:00Z' }] }
          : {
              to: '2026-06-30T12:00:00Z',
              next_page_token: 'more',
              meetings: [{ ...ARCHIVE, uuid: 'a', start_time: '2026-06-30T00:00:00Z' }],
            },
    },
    query: '{ account { archives(queryDateType: ARCHIVE_COMPLETE_TIME) { nodes { uuid } } } }',
    at: 'account.archives.nodes',
    data: [{ uuid: 'a' }, { uuid: 'b' }],
    calls: [
      'GET /archive_files?query_date_type=archive_complete_time&from=2026-06-24T00:00:00Z&to=2026-06-30T23:59:59Z&page_size=30',
      'GET /archive_files?query_date_type=archive_complete_time&from=2026-06-24T00:00:00Z&to=2026-06-30T12:00:00Z&page_size=30&next_page_token=more',
    ],
  },
]);

writes(
  [
    {
      name: 'a file that is named by its global id is read again in its archive',
      mutation: `updateArchiveFile(input: { fileId: "${globalId('ArchiveFile', 'a,f1')}", autoDelete: true }) { archiveFile { zoomId autoDelete } }`,
      at: 'archiveFile',
      payload: { zoomId: 'f1', autoDelete: true },
      calls: ['PATCH /archive_files/f1', at('a')],
      body: { auto_delete: true },
    },
    {
      name: 'of a file by Zoom’s own id nobody knows the archive',
      mutation: 'updateArchiveFile(input: { fileId: "f1", autoDelete: false }) { archiveFile { zoomId } }',
      payload: { archiveFile: null },
      calls: ['PATCH /archive_files/f1'],
      body: { auto_delete: false },
    },
    {
      name: 'an archive is deleted with all its files',
      mutation: `deleteArchive(input: { archiveId: "${UUID}" }) { deletedArchiveId }`,
      payload: { deletedArchiveId: globalId('Archive', UUID) },
      calls: [`DELETE /past_meetings/${SENT}/archive_files`],
    },
  ],
  {
    'PATCH /archive_files/f1': done,
    [at('a')]: { ...ARCHIVE, uuid: 'a', archive_files: [{ ...FILE, auto_delete: true }] },
    [`DELETE /past_meetings/${SENT}/archive_files`]: done,
  },
);
