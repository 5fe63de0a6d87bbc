import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE, NOW, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
beforeEach(() => zoom.sandbox.reset());
afterAll(() => zoom.sandbox.close());

const refusal = async (reply: Promise<{ status: number; body: { code: number } }>) => {
  const { status, body } = await reply;
  return `${status}/${body.code}`;
};
const userAt = async (index: number) => (await zoom.get('/users?page_size=300')).body.users[index];
const once = encodeURIComponent;
const twice = (text: string) => once(once(text));
/** As a client must write a UUID in a path. */
const encoded = (uuid: string) => (uuid.startsWith('/') || uuid.includes('//') ? twice(uuid) : once(uuid));
const start_time = new Date(NOW + 3 * DAY).toISOString().replace('.000', '');

describe('meetings', () => {
  test('are ten for each user, with numbers beyond 32 bits', async () => {
    const { body } = await zoom.get('/users/me/meetings');
    expect(body).toMatchObject({ total_records: 10, page_count: 1 });
    for (const { id } of body.meetings) expect(id).toBeGreaterThan(2 ** 31);
    const owner = await userAt(0);
    expect(body.meetings.every(({ host_id }: { host_id: string }) => host_id === owner.id)).toBe(true);
    const [row] = body.meetings;
    const whole = (await zoom.get(`/meetings/${row.id}`)).body;
    expect(whole).toMatchObject(row);
    expect(whole).toHaveProperty('settings.host_video');
    expect(row).not.toHaveProperty('settings');
  });

  test('of which some recur, some have no time, some are live', async () => {
    const { meetings } = (await zoom.get('/users/me/meetings')).body;
    const ofType = (type: number) => meetings.find((meeting: { type: number }) => meeting.type === type);
    expect(ofType(3)).not.toHaveProperty('start_time');
    const series = (await zoom.get(`/meetings/${ofType(8).id}`)).body;
    expect(series.occurrences).toHaveLength(series.recurrence.end_times);
    const live = (await zoom.get(`/users/${(await userAt(3)).id}/meetings?type=live`)).body.meetings;
    expect(live).toHaveLength(1);
    expect((await zoom.get(`/meetings/${live[0].id}`)).body.status).toBe('started');
    const upcoming = (await zoom.get('/users/me/meetings?type=upcoming')).body.total_records;
    expect(upcoming).toBeLessThan(10);
  });

  test('that are upcoming are listed by days, and no others are', async () => {
    const day = (ahead: number) => new Date(NOW + ahead * DAY).toISOString().slice(0, 10);
    const starts = async (query: string) => {
      const { meetings } = (await zoom.get(`/users/me/meetings?${query}`)).body;
      return meetings.map(({ start_time }: { start_time?: string }) => start_time?.slice(0, 10)).sort();
    };
    const all = (await starts('type=upcoming')).filter((start: string | undefined) => start !== undefined);
    const within = all.filter((start: string) => start >= day(3) && start <= day(6));
    expect(within.length).toBeGreaterThan(0);
    expect(within.length).toBeLessThan(all.length);
    expect(await starts(`type=upcoming&from=${day(3)}&to=${day(6)}`)).toEqual(within);
    expect(await starts(`from=${day(3)}&to=${day(6)}`)).toEqual(await starts(''));
  });

  test('are created, read, changed and deleted', async () => {
    const { status, body } = await zoom.call('POST', '/users/me/meetings', {
      topic: 'Launch',
      type: 2,
      start_time,
      settings: { mute_upon_entry: true },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ topic: 'Launch', start_time, settings: { mute_upon_entry: true }, status: 'waiting' });
    expect((await zoom.get(`/meetings/${body.id}`)).body).toEqual(body);
    expect((await zoom.get('/users/me/meetings')).body.total_records).toBe(11);
    expect((await zoom.get(`/meetings/${body.id}/invitation`)).body.invitation).toContain(body.join_url);

    const settings = { waiting_room: true };
    expect((await zoom.call('PATCH', `/meetings/${body.id}`, { agenda: 'Rockets', settings })).status).toBe(204);
    expect((await zoom.get(`/meetings/${body.id}`)).body).toMatchObject({
      agenda: 'Rockets',
      topic: 'Launch',
      settings: { mute_upon_entry: true, waiting_room: true },
    });
    // A time that is over is ignored.
    await zoom.call('PATCH', `/meetings/${body.id}`, { start_time: '2020-01-01T00:00:00Z' });
    expect((await zoom.get(`/meetings/${body.id}`)).body.start_time).toBe(start_time);

    expect((await zoom.call('DELETE', `/meetings/${body.id}`)).status).toBe(204);
    expect(await refusal(zoom.get(`/meetings/${body.id}`))).toBe('404/3001');
    expect((await zoom.call('PUT', `/meetings/${body.id}/status`, { action: 'recover' })).status).toBe(204);
    expect((await zoom.get(`/meetings/${body.id}`)).status).toBe(200);
  });

  test('take a local time in their time zone', async () => {
    const timezone = 'America/New_York';
    const local = await zoom.call('POST', '/users/me/meetings', { start_time: '2026-07-01T09:00:00', timezone });
    expect(local.body).toMatchObject({ start_time: '2026-07-01T13:00:00Z', timezone });
  });

  test('in a series change or lose single occurrences', async () => {
    const recurrence = { type: 1, repeat_interval: 2, end_times: 4 };
    const { body } = await zoom.call('POST', '/users/me/meetings', { type: 8, start_time, recurrence });
    const times = body.occurrences.map((each: { start_time: string }) => (Date.parse(each.start_time) - NOW) / DAY);
    expect(times).toEqual([3, 5, 7, 9]);
    const [first, second] = body.occurrences;
    const at = (id: string) => `/meetings/${body.id}?occurrence_id=${id}`;
    expect((await zoom.call('DELETE', at(first.occurrence_id))).status).toBe(204);
    expect((await zoom.call('PATCH', at(second.occurrence_id), { duration: 25 })).status).toBe(204);
    const { occurrences } = (await zoom.get(`/meetings/${body.id}`)).body;
    expect(occurrences[0].status).toBe('deleted');
    expect(occurrences[1].duration).toBe(25);
    expect((await zoom.get(at(second.occurrence_id))).body).toMatchObject({
      duration: 25,
      start_time: second.start_time,
    });
    expect(await refusal(zoom.get(at('1')))).toBe('404/3001');
  });

  test('weekly go by their days', async () => {
    // NOW is a Monday; 3 and 5 are Tuesday and Thursday.
    const recurrence = { type: 2, weekly_days: '3,5', end_times: 3 };
    const start = new Date(NOW + DAY).toISOString();
    const { body } = await zoom.call('POST', '/users/me/meetings', { type: 8, start_time: start, recurrence });
    const days = body.occurrences.map((each: { start_time: string }) => (Date.parse(each.start_time) - NOW) / DAY);
    expect(days).toEqual([1, 3, 8]);
  });

  test('are not for unlicensed users', async () => {
    const basic = await userAt(7);
    expect(basic.type).toBe(1);
    expect(await refusal(zoom.call('POST', `/users/${basic.id}/meetings`, { topic: 'No' }))).toBe('400/3161');
    expect((await zoom.get(`/users/${basic.id}/meetings`)).body.total_records).toBe(10);
  });

  test('when live cannot be deleted, and once ended have an instance more', async () => {
    const host = await userAt(3);
    const [{ id, uuid }] = (await zoom.get(`/users/${host.id}/meetings?type=live`)).body.meetings;
    expect(await refusal(zoom.call('DELETE', `/meetings/${id}`))).toBe('400/3002');
    expect((await zoom.call('PUT', `/meetings/${id}/status`, { action: 'end' })).status).toBe(204);
    expect((await zoom.get(`/past_meetings/${id}`)).body).toMatchObject({ uuid, id, host_id: host.id });
    const after = (await zoom.get(`/meetings/${id}`)).body;
    expect(after).toMatchObject({ id, status: 'waiting' });
    expect(after.uuid).not.toBe(uuid);
  });

  test('are gone with their host unless handed over', async () => {
    const [host, heir] = [await userAt(4), await userAt(5)];
    const [{ id }] = (await zoom.get(`/users/${host.id}/meetings`)).body.meetings;
    await zoom.call('DELETE', `/users/${host.id}?transfer_email=${heir.email}&transfer_meeting=true`);
    expect((await zoom.get(`/meetings/${id}`)).body.host_id).toBe(heir.id);
    expect((await zoom.get(`/users/${heir.id}/meetings`)).body.total_records).toBe(20);
    await zoom.call('DELETE', `/users/${heir.id}`);
    expect(await refusal(zoom.get(`/meetings/${id}`))).toBe('404/1001');
  });
});

describe('past meetings', () => {
  const previous = () => zoom.all('/users/me/meetings?type=previous_meetings&page_size=300', 'meetings');

  test('repeat a number with different UUIDs, the newest first', async () => {
    const rows = await previous();
    expect(new Set(rows.map(({ uuid }) => uuid)).size).toBe(rows.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBeLessThan(rows.length);
    const times = rows.map((row) => row.start_time);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('may be of a meeting that has expired', async () => {
    const replies = await Promise.all(
      [...new Set((await previous()).map(({ id }) => id))].map((id) => zoom.get(`/meetings/${id}`)),
    );
    const expired = replies.filter(({ status }) => status === 404);
    expect(expired.map(({ body }) => body.code)).toEqual([3001]);
  });

  test('have UUIDs with all that is hard to encode, each read by its own encoding alone', async () => {
    const uuids = [
      ...new Set(
        (
          await Promise.all(
            [0, 1, 2].map(async (i) => {
              const { id } = await userAt(i);
              return zoom.all(`/users/${id}/meetings?type=previous_meetings&page_size=300`, 'meetings');
            }),
          )
        )
          .flat()
          .map(({ uuid }): string => uuid),
      ),
    ];
    const leading = uuids.find((uuid) => uuid.startsWith('/')) ?? '';
    const doubled = uuids.find((uuid) => uuid.includes('//') && !uuid.startsWith('/')) ?? '';
    const plus = uuids.find((uuid) => uuid.includes('+') && !uuid.includes('/')) ?? '';
    const slash = uuids.find((uuid) => uuid.includes('/') && !uuid.includes('//') && !uuid.startsWith('/')) ?? '';
    for (const uuid of [leading, doubled]) {
      expect((await zoom.get(`/past_meetings/${twice(uuid)}`)).body.uuid).toBe(uuid);
      expect(await refusal(zoom.get(`/past_meetings/${once(uuid)}`))).toBe('404/3001');
    }
    for (const uuid of [plus, slash]) {
      expect((await zoom.get(`/past_meetings/${once(uuid)}`)).body.uuid).toBe(uuid);
      expect(await refusal(zoom.get(`/past_meetings/${twice(uuid)}`))).toBe('404/3001');
    }
    expect(await refusal(zoom.get('/past_meetings/..%2F..%2Fusers'))).toBe('404/3001');
  });

  test('by number mean the latest instance', async () => {
    const [{ id }] = (await previous()).filter(
      (row, _, rows) => rows.filter((other) => other.id === row.id).length > 1,
    );
    const { meetings } = (await zoom.get(`/past_meetings/${id}/instances`)).body;
    expect(meetings.length).toBeGreaterThan(1);
    expect(Object.keys(meetings[0]).sort()).toEqual(['start_time', 'uuid']);
    expect((await zoom.get(`/past_meetings/${id}`)).body).toMatchObject(meetings[0]);
    expect(await refusal(zoom.get('/past_meetings/123456789'))).toBe('404/3001');
  });

  test('tell of guests without email and of people who came twice', async () => {
    const [{ uuid }] = await previous();
    const { participants } = (await zoom.get(`/past_meetings/${encoded(uuid)}/participants`)).body;
    expect(
      participants.some((each: { id: string; user_email: string }) => each.id === '' && each.user_email === ''),
    ).toBe(true);
    const all = await Promise.all(
      (await previous())
        .slice(0, 8)
        .map(async (row) => (await zoom.get(`/past_meetings/${encoded(row.uuid)}/participants`)).body.participants),
    );
    const rejoined = all.filter((rows) => new Set(rows.map(({ name }: { name: string }) => name)).size < rows.length);
    expect(rejoined.length).toBeGreaterThan(0);
    for (const rows of all)
      expect(new Set(rows.map(({ user_id }: { user_id: string }) => user_id)).size).toBe(rows.length);
  });
});

describe('registrants', () => {
  test('wait, are approved and denied where the host approves by hand', async () => {
    const { body: meeting } = await zoom.call('POST', '/users/me/meetings', { settings: { approval_type: 1 } });
    const path = `/meetings/${meeting.id}/registrants`;
    const added = await zoom.call('POST', path, { email: 'ada@example.org', first_name: 'Ada' });
    expect(added.status).toBe(201);
    expect(added.body).not.toHaveProperty('join_url');
    const at = async (status: string) =>
      (await zoom.get(`${path}?status=${status}`)).body.registrants.map(({ id }: { id: string }) => id);
    const { registrant_id } = added.body;
    expect(await at('pending')).toEqual([registrant_id]);
    const act = (action: string) =>
      zoom.call('PUT', `${path}/status`, { action, registrants: [{ id: registrant_id }] });
    expect((await act('approve')).status).toBe(204);
    expect(await at('approved')).toEqual([registrant_id]);
    await act('deny');
    expect(await at('denied')).toEqual([registrant_id]);
    const unknown = zoom.call('PUT', `${path}/status`, { action: 'deny', registrants: [{ id: 'x' }] });
    expect(await refusal(unknown)).toBe('400/300');
    expect((await zoom.get(`${path}/questions`)).body.questions[0]).toEqual({
      field_name: 'last_name',
      required: true,
    });
  });

  test('are refused where there is no registration, and where they have no first name', async () => {
    const { body: plain } = await zoom.call('POST', '/users/me/meetings', {});
    const person = { email: 'ada@example.org', first_name: 'Ada' };
    expect(await refusal(zoom.call('POST', `/meetings/${plain.id}/registrants`, person))).toBe('400/3000');
    const { email } = person;
    expect(await refusal(zoom.call('POST', `/meetings/${plain.id}/registrants`, { email }))).toBe('400/300');
  });

  test('are there from the beginning for some meetings', async () => {
    const { meetings } = (await zoom.get('/users/me/meetings')).body;
    const lists = await Promise.all(meetings.map(({ id }: { id: number }) => zoom.get(`/meetings/${id}/registrants`)));
    expect(lists.filter(({ body }) => body.total_records > 0)).toHaveLength(2);
  });
});

test('polls are created, read, changed and deleted', async () => {
  const [{ id }] = (await zoom.get('/users/me/meetings')).body.meetings;
  const path = `/meetings/${id}/polls`;
  const before = (await zoom.get(path)).body.polls.length;
  const questions = [{ name: 'Tea?', type: 'single', answers: ['Yes', 'No'] }];
  const { status, body } = await zoom.call('POST', path, { title: 'Drinks', poll_type: 2, questions });
  expect({ status, body }).toEqual({
    status: 201,
    body: { id: body.id, title: 'Drinks', poll_type: 2, status: 'notstart', anonymous: false, questions },
  });
  expect((await zoom.get(path)).body.polls).toHaveLength(before + 1);
  expect((await zoom.call('PUT', `${path}/${body.id}`, { title: 'Food', questions })).status).toBe(204);
  expect((await zoom.get(`${path}/${body.id}`)).body).toMatchObject({ title: 'Food', questions });
  expect((await zoom.call('DELETE', `${path}/${body.id}`)).status).toBe(204);
  expect(await refusal(zoom.get(`${path}/${body.id}`))).toBe('404/404');
});

test('ended meetings last as long as the clock says', async () => {
  const { body } = await zoom.call('POST', '/users/me/meetings', { type: 1 });
  zoom.sandbox.advance(20 * MINUTE);
  await zoom.call('PUT', `/meetings/${body.id}/status`, { action: 'end' });
  expect((await zoom.get(`/past_meetings/${body.id}`)).body.duration).toBe(20);
});
