import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('a month of meetings with everybody’s media takes a call for the meetings, and few for each of them', async () => {
  const { result, calls } = await world.counted(() =>
    world.run<{ account: { dashboard: { meetings: { nodes: { participants: { nodes: object[] } }[] } } } }>(
      `{ account { dashboard { meetings(first: 3) { nodes { topic host { displayName } participants { nodes {
        userName user { zoomId } qos { health userQos { dateTime audioInput { bitrate } } }
        sharing { details { content } } satisfaction { quality } } } } } } } }`,
    ),
  );
  expect(result.errors).toBeUndefined();
  const nodes = result.data?.account.dashboard.meetings.nodes ?? [];
  expect(nodes).toHaveLength(3);
  for (const { participants } of nodes) {
    expect(participants.nodes.length).toBeGreaterThan(1);
    for (const stay of participants.nodes)
      expect(stay).toMatchObject({
        qos: { userQos: [{ audioInput: { bitrate: expect.stringMatching(/kbps$/) } }, {}, {}] },
      });
  }
  const count = (call: string) => calls.filter((one) => one === `GET /metrics/meetings${call}`).length;
  expect(count('')).toBe(1);
  expect(['', '/sharing', '/satisfaction'].map((list) => count(`/{meetingId}/participants${list}`))).toEqual([3, 3, 3]);
});

test('every list of the dashboard answers', async () => {
  const days = `from: "${day(20)}", to: "${day(0)}"`;
  const { data, errors } = await world.run<{ dashboard: Record<string, { nodes: object[] }> }>(`{ dashboard {
    webinars(first: 2) { nodes { topic participants { nodes { qos { health } } } } }
    zoomRooms { nodes { roomName pastMeetings(first: 2) { nodes { topic host { email } } } issueHistory(first: 2) { nodes { issue } } } }
    issues(${days}) { nodes { issueName } }
    roomsWithIssues(${days}) { nodes { issuesCount zoomRoom { roomName } } }
    chat(${days}, first: 2) { nodes { totalSent user { displayName } } }
    im(${days}, first: 2) { nodes { totalSend } }
    clientVersions { nodes { clientVersion } }
    clientFeedback(${days}) { nodes { feedbackName details(first: 2) { nodes { meeting { topic } user { displayName } } } } }
    satisfaction { nodes { date } }
    crc { nodes { dateTime } }
  } }`);
  expect(errors).toBeUndefined();
  const empty = Object.entries(data?.dashboard ?? {}).filter(([, { nodes }]) => nodes.length === 0);
  expect(empty).toEqual([]);
});

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
