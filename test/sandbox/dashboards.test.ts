import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, MINUTE, NOW, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);
const MONTH = `from=${day(29)}&to=${day(0)}&page_size=300`;
const pathOf = (uuid: string) => {
  const once = encodeURIComponent(uuid);
  return /^\/|\/\//.test(uuid) ? encodeURIComponent(once) : once;
};
beforeAll(async () => {
  zoom = await zoomOf();
});
afterAll(() => zoom.sandbox.close());

test('meetings are listed by state, and read in the state that they are in alone', async () => {
  const past = await zoom.all(`/metrics/meetings?type=past&${MONTH}`, 'meetings');
  const alone = await zoom.all(`/metrics/meetings?type=pastOne&${MONTH}`, 'meetings');
  const live = await zoom.all(`/metrics/meetings?${MONTH}`, 'meetings');
  expect([past.length > 30, alone.length > 0, live.length]).toEqual([true, true, 3]);
  expect(alone.every(({ participants }) => participants === 1)).toBe(true);
  expect(live[0].end_time).toBeUndefined();
  const path = `/metrics/meetings/${pathOf(past[0].uuid)}`;
  expect((await zoom.get(`${path}?type=past`)).body).toMatchObject({ uuid: past[0].uuid, topic: past[0].topic });
  expect(await zoom.get(path)).toMatchObject({ status: 404, body: { code: 3001 } });
  expect((await zoom.get(`/metrics/meetings/${pathOf(live[0].uuid)}`)).body.topic).toBe(live[0].topic);
});

test('they are those that were held, whoever asks', async () => {
  const uuids = (rows: readonly { uuid: string }[]) => rows.map(({ uuid }) => uuid).sort();
  const seen = [
    ...(await zoom.all(`/metrics/meetings?type=past&${MONTH}`, 'meetings')),
    ...(await zoom.all(`/metrics/meetings?type=pastOne&${MONTH}`, 'meetings')),
  ];
  const held = [];
  for (const { id } of await zoom.all('/users?page_size=300', 'users'))
    held.push(...(await zoom.all(`/users/${id}/meetings?type=previous_meetings&${MONTH}`, 'meetings')));
  expect(uuids(seen)).toEqual(uuids(held));

  // One that has ended is no longer live, and among the past ones at once.
  const [{ id, uuid, topic }] = await zoom.all(`/metrics/meetings?${MONTH}`, 'meetings');
  expect((await zoom.get(`/meetings/${id}`)).body).toMatchObject({ id, uuid, topic, status: 'started' });
  await zoom.call('PUT', `/meetings/${id}/status`, { action: 'end' });
  expect(uuids(await zoom.all(`/metrics/meetings?${MONTH}`, 'meetings'))).not.toContain(uuid);
  expect((await zoom.get(`/metrics/meetings/${pathOf(uuid)}?type=past`)).body).toMatchObject({ uuid, topic });
  zoom.sandbox.reset();
});

test('a meeting of more than a year ago is refused', async () => {
  const later = await zoomOf();
  const [{ uuid }] = await later.all(`/metrics/meetings?type=past&${MONTH}`, 'meetings');
  const reply = await later.get(`/metrics/meetings/${pathOf(uuid)}?type=past`, 400 * DAY);
  expect(reply).toMatchObject({ status: 400, body: { code: 12702 } });
  await later.sandbox.close();
});

test('the lists of a meeting agree on who was there, and media come ten a page', async () => {
  const [{ uuid, participants }] = await zoom.all(`/metrics/meetings?type=past&${MONTH}`, 'meetings');
  const path = `/metrics/meetings/${pathOf(uuid)}/participants`;
  const stays = await zoom.all(`${path}?type=past`, 'participants');
  const qos = await zoom.all(`${path}/qos?type=past&page_size=300`, 'participants');
  const seats = stays.map(({ user_id }) => user_id);
  expect(seats).toHaveLength(participants);
  expect(qos.map(({ user_id, device, ip_address }) => [user_id, device, ip_address])).toEqual(
    stays.map(({ user_id, device, ip_address }) => [user_id, device, ip_address]),
  );
  expect((await zoom.get(`${path}/qos?type=past&page_size=300`)).body.page_size).toBe(10);
  expect((await zoom.get(`${path}/${seats[0]}/qos?type=past`)).body.user_qos).toEqual(qos[0].user_qos);
  expect(await zoom.get(`${path}/0/qos?type=past`)).toMatchObject({ status: 404 });
  for (const { user_id } of await zoom.all(`${path}/sharing?type=past`, 'participants'))
    expect(seats).toContain(user_id);
  const ids = stays.map(({ id }) => id);
  for (const { user_id } of await zoom.all(`${path}/satisfaction?type=past`, 'participants'))
    expect(ids).toContain(user_id);
});

test('the meetings of a room are paged within its answer', async () => {
  const [{ id }] = await zoom.all('/metrics/zoomrooms', 'zoom_rooms');
  const path = `/metrics/zoomrooms/${id}?from=${day(29)}&to=${day(0)}&page_size=2`;
  const first = (await zoom.get(path)).body;
  const token = first.past_meetings.next_page_token;
  const second = (await zoom.get(`${path}&next_page_token=${token}`)).body;
  expect(first.live_meeting.topic).toEqual(expect.any(String));
  expect(first.past_meetings).toMatchObject({ page_size: 2, total_records: expect.any(Number) });
  const uuids = [...first.past_meetings.meetings, ...second.past_meetings.meetings].map(({ uuid }) => uuid);
  expect(new Set(uuids).size).toBe(4);
});

test('series have a row a day, the same whenever they are asked for', async () => {
  const asked = `/metrics/client/satisfaction?${MONTH}`;
  const { client_satisfaction: days } = (await zoom.get(asked)).body;
  expect(days.map(({ date }: { date: string }) => date)).toEqual(Array.from({ length: 30 }, (_, ago) => day(ago)));
  expect((await zoom.get(asked)).body.client_satisfaction).toEqual(days);
  const { crc_ports_usage: ports } = (await zoom.get(`/metrics/crc?from=${day(3)}&to=${day(2)}`)).body;
  expect(ports.map((each: { crc_ports_hour_usage: [] }) => each.crc_ports_hour_usage.length)).toEqual([24, 24]);
});

test('sums are those of their days', async () => {
  for (const path of ['chat', 'client/feedback', 'zoomrooms/issues', 'issues/zoomrooms', 'quality']) {
    const sum = async (days: string) => (await zoom.get(`/metrics/${path}?${days}`, MINUTE)).body;
    const month = await sum(MONTH);
    expect(month).toMatchObject({ from: day(29), to: day(0) });
    expect(await sum(MONTH)).toEqual(month);
    expect({ ...(await sum(`from=${day(9)}&to=${day(0)}`)), from: day(29) }).not.toEqual(month);
  }
});

test('sums want their days', async () => {
  for (const path of ['chat', 'im', 'client/feedback', 'zoomrooms/issues', 'issues/zoomrooms', 'quality'])
    expect(await zoom.get(`/metrics/${path}?from=${day(3)}`, MINUTE)).toMatchObject({
      status: 400,
      body: { code: 300 },
    });
});
