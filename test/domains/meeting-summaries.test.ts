import { globalId, reads } from '../rows.ts';

const AT = 'GET /meetings/meeting_summaries';
const UUID = 'aDYlohsHRtCd4ii1uC2+hA==';
const SUMMARY = {
  meeting_uuid: UUID,
  meeting_id: 85746065432,
  meeting_topic: 'Standup',
  meeting_host_id: 'ann',
  meeting_host_email: 'ann@example.com',
  summary_created_time: '2026-03-02T10:00:00Z',
};

reads(
  [
    {
      name: 'the summaries of the account, and the meeting, the instance and the host of each without another call',
      query: `{ meetingSummaries(from: "2026-03-01T00:00:00Z", to: "2026-03-03T00:00:00Z") { nodes { id summaryCreatedTime
        meeting { zoomId host { zoomId } } meetingInstance { uuid topic } host { zoomId email } } } }`,
      at: 'meetingSummaries.nodes',
      data: [
        {
          id: globalId('MeetingSummary', UUID),
          summaryCreatedTime: '2026-03-02T10:00:00Z',
          meeting: { zoomId: '85746065432', host: { zoomId: 'ann' } },
          meetingInstance: { uuid: UUID, topic: 'Standup' },
          host: { zoomId: 'ann', email: 'ann@example.com' },
        },
      ],
      calls: [`${AT}?from=2026-03-01T00:00:00Z&to=2026-03-03T00:00:00Z&page_size=30`],
    },
    {
      name: 'a host who left the account is known by email alone, or not at all',
      table: { [AT]: { summaries: [{ ...SUMMARY, meeting_host_id: '', meeting_host_email: '' }] } },
      query: '{ account { meetingSummaries { nodes { meetingTopic host { zoomId } } } } }',
      at: 'account.meetingSummaries.nodes',
      data: [{ meetingTopic: 'Standup', host: null }],
    },
    {
      name: 'a summary by its global id is looked for in the list',
      query: `{ node(id: "${globalId('MeetingSummary', UUID)}") { ... on MeetingSummary { meetingTopic } } }`,
      at: 'node',
      data: { meetingTopic: 'Standup' },
      calls: [`${AT}?page_size=300`],
    },
  ],
  { [AT]: { summaries: [SUMMARY] } },
);
