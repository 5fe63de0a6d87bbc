import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, MINUTE, NOW, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf({ users: 130 });
});
afterAll(() => zoom.sandbox.close());

describe('pages by token', () => {
  test('hold every row once, and end with an empty token', async () => {
    const users = await zoom.all('/users?page_size=50', 'users');
    expect(new Set(users.map(({ id }) => id)).size).toBe(130);
    const { body } = await zoom.get('/users?page_size=300');
    expect(body).toMatchObject({ total_records: 130, page_size: 300, next_page_token: '' });
  });

  test('are cut at the largest size, and are of 30 unless said', async () => {
    expect((await zoom.get('/users?page_size=1000')).body.page_size).toBe(300);
    expect((await zoom.get('/users')).body.users).toHaveLength(30);
    expect((await zoom.get('/phone/users?page_size=300')).body.page_size).toBe(100);
  });

  test('refuse a token after 15 minutes', async () => {
    const { next_page_token } = (await zoom.get('/users?page_size=50')).body;
    const next = (pace: number) => zoom.get(`/users?page_size=50&next_page_token=${next_page_token}`, pace);
    expect((await next(14 * MINUTE)).status).toBe(200);
    const { status, body } = await next(MINUTE);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 300 });
  });

  test.each(['page_size=40', 'page_size=50&status=inactive', 'page_size=50&role_id=2'])(
    'refuse a token with other parameters: %s',
    async (query) => {
      const { next_page_token } = (await zoom.get('/users?page_size=50')).body;
      const { status, body } = await zoom.get(`/users?${query}&next_page_token=${next_page_token}`);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 300 });
    },
  );

  test('refuse garbage and the tokens of other lists, of phone lists with code 400', async () => {
    const { next_page_token } = (await zoom.get('/users?page_size=50')).body;
    expect((await zoom.get('/users?next_page_token=garbage')).body.code).toBe(300);
    const { status, body } = await zoom.get(`/phone/users?page_size=50&next_page_token=${next_page_token}`);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 400 });
  });

  test('go by number where Zoom still does', async () => {
    const { body } = await zoom.get('/users?page_size=50&page_number=3');
    expect(body).toMatchObject({ page_number: 3, page_count: 3, total_records: 130 });
    expect(body.users).toHaveLength(30);
    // Elsewhere the number is ignored.
    expect((await zoom.get('/phone/users?page_size=10&page_number=2')).body.users[0]).toEqual(
      (await zoom.get('/phone/users?page_size=10')).body.users[0],
    );
  });
});

describe('windows', () => {
  const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);

  test('longer than a month are cut and echoed', async () => {
    const { body } = await zoom.get(`/accounts/me/recordings?from=${day(200)}&to=${day(60)}`);
    expect(body).toMatchObject({ from: day(90), to: day(60) });
    const times = body.meetings.map(({ start_time }: { start_time: string }) => start_time);
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual([...times].sort().reverse());
    expect(times.every((at: string) => at.slice(0, 10) >= day(90) && at.slice(0, 10) <= day(60))).toBe(true);
  });

  test('end now where `to` lies ahead, and the token wants what was echoed', async () => {
    const asked = `from=${day(20)}&to=${day(-10)}&page_size=5`;
    const { body } = await zoom.get(`/accounts/me/recordings?${asked}`);
    expect(body).toMatchObject({ from: day(20), to: day(0) });
    const token = `next_page_token=${body.next_page_token}`;
    expect((await zoom.get(`/accounts/me/recordings?${asked}&${token}`)).body.code).toBe(300);
    const echoed = `from=${body.from}&to=${body.to}&page_size=5`;
    expect((await zoom.get(`/accounts/me/recordings?${echoed}&${token}`)).status).toBe(200);
  });

  test('side by side hold each recording of a year once', async () => {
    const found: string[] = [];
    for (let ago = 0; ago < 365; ago += 31) {
      const rows = await zoom.all(
        `/accounts/me/recordings?page_size=300&from=${day(ago + 30)}&to=${day(ago)}`,
        'meetings',
      );
      found.push(...rows.map(({ uuid }) => uuid));
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(100);
    expect(found.length).toBeLessThan(400);
  });

  test('of call logs are the last day unless said, the newest first', async () => {
    const { body } = await zoom.get('/phone/call_logs');
    expect(Date.parse(body.to) - Date.parse(body.from)).toBe(DAY);
    const month = (await zoom.get(`/phone/call_logs?from=${day(30)}&to=${day(0)}&page_size=300`)).body.call_logs;
    const times = month.map(({ date_time }: { date_time: string }) => date_time);
    expect(times.length).toBeGreaterThan(100);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('of recordings by user are today unless said', async () => {
    const { body } = await zoom.get('/users/me/recordings');
    expect(body).toMatchObject({ from: day(0), to: day(0) });
  });

  test('beyond what Zoom keeps are empty', async () => {
    const month = (ago: number) => zoom.get(`/phone/call_logs?from=${day(ago)}&to=${day(ago - 30)}`);
    expect((await month(170)).body.total_records).toBeGreaterThan(0);
    expect((await month(230)).body.call_logs).toEqual([]);
  });

  test('that are no dates are refused', async () => {
    expect((await zoom.get('/accounts/me/recordings?from=soon')).body).toMatchObject({ code: 300 });
  });
});
