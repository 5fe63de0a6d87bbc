import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY, NOW, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
beforeEach(() => zoom.sandbox.reset());
afterAll(() => zoom.sandbox.close());

const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);
const month = `from=${day(30)}&to=${day(0)}&page_size=300`;
const phoneUsers = () => zoom.all('/phone/users?page_size=100', 'users');
const refusal = async (reply: Promise<{ status: number; body: { code: number } }>) => {
  const { status, body } = await reply;
  return `${status}/${body.code}`;
};

test('most users have a phone, a site, a number and a plan', async () => {
  const users = new Map((await zoom.all('/users?page_size=300', 'users')).map((user) => [user.id, user]));
  const sites = new Set((await zoom.all('/phone/sites?page_size=100', 'sites')).map(({ id }) => id));
  const numbers = new Map(
    (await zoom.all('/phone/numbers?page_size=100', 'phone_numbers')).map((each) => [each.id, each]),
  );
  const phones = await phoneUsers();
  expect(phones).toHaveLength(48);
  expect(sites.size).toBe(6);
  for (const phone of phones) {
    expect(users.get(phone.id)).toMatchObject({ email: phone.email, display_name: phone.name });
    expect(sites).toContain(phone.site.id);
    for (const { id } of phone.phone_numbers)
      expect(numbers.get(id).assignee).toMatchObject({ id: phone.id, type: 'user' });
  }
  const [phone] = phones;
  const whole = (await zoom.get(`/phone/users/${phone.id}`)).body;
  expect(whole).toMatchObject({ id: phone.id, site_id: phone.site.id, extension_number: phone.extension_number });
  expect(whole).toHaveProperty('policy');
  expect(await refusal(zoom.get('/phone/users/nobody'))).toBe('404/1001');
  const [, , , , without] = [...users.keys()];
  expect(await refusal(zoom.get(`/phone/users/${without}`))).toBe('400/404');
});

test('a phone user can be changed', async () => {
  const [{ id }] = await phoneUsers();
  const sites = await zoom.all('/phone/sites', 'sites');
  const body = { extension_number: '100777', site_id: sites[5].id };
  expect((await zoom.call('PATCH', `/phone/users/${id}`, body)).status).toBe(204);
  expect((await zoom.get(`/phone/users/${id}`)).body).toMatchObject({ extension_number: 100777, site_id: sites[5].id });
  expect((await phoneUsers())[0].site).toEqual({ id: sites[5].id, name: sites[5].name });
  expect(await refusal(zoom.call('PATCH', `/phone/users/${id}`, { site_id: 'x' }))).toBe('400/400');
});

test('numbers are assigned once and taken back', async () => {
  const [user] = await phoneUsers();
  const [free] = await zoom.all('/phone/numbers?type=unassigned&page_size=100', 'phone_numbers');
  expect(free).not.toHaveProperty('assignee');
  const path = `/phone/users/${user.id}/phone_numbers`;
  const phone_numbers = [{ number: free.number }];
  const { status, body } = await zoom.call('POST', path, { phone_numbers });
  expect({ status, body }).toEqual({ status: 201, body: { phone_numbers: [{ id: free.id, number: free.number }] } });
  expect((await zoom.get(`/phone/numbers/${free.id}`)).body.assignee.id).toBe(user.id);
  expect((await zoom.get(`/phone/users/${user.id}`)).body.phone_numbers).toHaveLength(2);
  expect(await refusal(zoom.call('POST', path, { phone_numbers }))).toBe('400/409');
  expect((await zoom.call('DELETE', `${path}/${free.id}`)).status).toBe(204);
  expect((await zoom.get(`/phone/numbers/${free.id}`)).body).not.toHaveProperty('assignee');
  expect(await refusal(zoom.call('DELETE', `${path}/${free.id}`))).toBe('400/400');
});

test('calling plans are assigned and taken back, and counted', async () => {
  const [user] = await phoneUsers();
  const counts = async () =>
    Object.fromEntries(
      (await zoom.get('/phone/calling_plans')).body.calling_plans.map((plan: { type: number; assigned: number }) => [
        plan.type,
        plan.assigned,
      ]),
    );
  const before = await counts();
  expect(before[100] + before[200]).toBe(48);
  const path = `/phone/users/${user.id}/calling_plans`;
  expect(user.calling_plans[0].type).toBe(100);
  expect((await zoom.call('POST', path, { calling_plans: [{ type: 200 }] })).status).toBe(204);
  expect((await zoom.call('DELETE', `${path}/100`)).status).toBe(204);
  expect(await counts()).toEqual({ 100: before[100] - 1, 200: before[200] + 1 });
  expect((await phoneUsers())[0].calling_plans).toMatchObject([{ type: 200 }]);
  expect(await refusal(zoom.call('DELETE', `${path}/100`))).toBe('400/404');
});

test('several plans are assigned by one call', async () => {
  const [user] = await phoneUsers();
  const path = `/phone/users/${user.id}/calling_plans`;
  expect((await zoom.call('DELETE', `${path}/100`)).status).toBe(204);
  expect((await zoom.call('POST', path, { calling_plans: [{ type: 200 }, { type: 100 }] })).status).toBe(204);
  expect((await phoneUsers())[0].calling_plans).toMatchObject([{ type: 200 }, { type: 100 }]);
  expect(await refusal(zoom.call('POST', path, { calling_plans: [{ type: 7 }] }))).toBe('400/300');
});

test('queues have a manager, members and numbers', async () => {
  const phones = new Set((await phoneUsers()).map(({ id }) => id));
  const queues = await zoom.all('/phone/call_queues', 'call_queues');
  expect(queues).toHaveLength(8);
  const { members, phone_numbers } = (await zoom.get(`/phone/call_queues/${queues[3].id}`)).body;
  expect(members.users.map(({ level }: { level: string }) => level)).toEqual([
    'manager',
    'user',
    'user',
    'user',
    'user',
  ]);
  for (const { id } of members.users) expect(phones).toContain(id);
  const number = (await zoom.get(`/phone/numbers/${phone_numbers[0].id}`)).body;
  expect(number.assignee).toMatchObject({ id: queues[3].id, type: 'callQueue' });
  expect(await refusal(zoom.get('/phone/call_queues/x'))).toBe('404/13000');
});

test('devices have an owner or none', async () => {
  const assigned = await zoom.all('/phone/devices?type=assigned', 'devices');
  const spare = await zoom.all('/phone/devices?type=unassigned', 'devices');
  expect([assigned.length, spare.length]).toEqual([16, 5]);
  const { body } = await zoom.get(`/phone/devices/${assigned[0].id}`);
  expect(body.assignee).toEqual(assigned[0].assignee);
  expect(await refusal(zoom.get('/phone/devices/x'))).toBe('400/400');
});

test('call logs name users, their recordings and voicemails', async () => {
  const phones = new Set((await phoneUsers()).map(({ id }) => id));
  const logs = await zoom.all(`/phone/call_logs?${month}`, 'call_logs');
  for (const { user_id, owner } of logs) expect([phones.has(user_id), owner.id]).toEqual([true, user_id]);
  const recordings = new Map(
    (await zoom.all(`/phone/recordings?${month}`, 'recordings')).map((each) => [each.id, each]),
  );
  const recorded = logs.filter(({ recording_id }) => recording_id !== undefined);
  expect(recorded.length).toBe(recordings.size);
  for (const { id, recording_id, call_id } of recorded)
    expect(recordings.get(recording_id)).toMatchObject({ call_log_id: id, call_id });

  const { user_id } = recorded[0];
  const own = await zoom.all(`/phone/users/${user_id}/call_logs?${month}`, 'call_logs');
  expect(own.map(({ id }) => id)).toEqual(logs.filter((log) => log.user_id === user_id).map(({ id }) => id));
  const ownRecordings = await zoom.all(`/phone/users/${user_id}/recordings?${month}`, 'recordings');
  expect(ownRecordings.length).toBe(own.filter(({ has_recording }) => has_recording).length);
  const mails = await zoom.all(`/phone/users/${user_id}/voice_mails?${month}`, 'voice_mails');
  expect(mails.length).toBe(own.filter(({ has_voicemail }) => has_voicemail).length);
  const internal = logs.filter((log, _, all) =>
    all.some((other) => other.call_id === log.call_id && other.id !== log.id),
  );
  expect(internal.length).toBeGreaterThan(0);
});
