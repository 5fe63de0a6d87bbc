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
  expect(before[100] + before[200]).toBe(45);
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

const first = async (path: string, items: string) => (await zoom.all(path, items))[0];
const unassigned = async () => first('/phone/numbers?type=unassigned&page_size=100', 'phone_numbers');

test('a number belongs to one thing at a time, whatever that is', async () => {
  const number = await unassigned();
  const phone_numbers = [{ id: number.id }];
  const [queue] = await zoom.all('/phone/call_queues', 'call_queues');
  const receptionist = await first('/phone/auto_receptionists', 'auto_receptionists');
  const ofQueue = `/phone/call_queues/${queue.id}/phone_numbers`;
  const ofReceptionist = `/phone/auto_receptionists/${receptionist.id}/phone_numbers`;
  expect((await zoom.call('POST', ofQueue, { phone_numbers })).status).toBe(204);
  expect((await zoom.get(`/phone/numbers/${number.id}`)).body).toMatchObject({
    assignee: { id: queue.id, type: 'callQueue', name: queue.name },
    site: queue.site,
  });
  expect(await refusal(zoom.call('POST', ofReceptionist, { phone_numbers }))).toBe('400/409');
  expect(await refusal(zoom.call('DELETE', `${ofReceptionist}/${number.id}`))).toBe('400/400');
  expect((await zoom.call('DELETE', ofQueue)).status).toBe(204);
  expect((await zoom.get(`/phone/call_queues/${queue.id}`)).body.phone_numbers).toEqual([]);
  expect((await zoom.call('POST', ofReceptionist, { phone_numbers })).status).toBe(204);
  expect((await zoom.get(`/phone/numbers/${number.id}`)).body.assignee.type).toBe('autoReceptionist');
});

test('a site that is deleted leaves its users, queues, numbers, devices and areas to another', async () => {
  const [main, , third, other] = await zoom.all('/phone/sites', 'sites');
  const held = async (site: string) => {
    const count = async (path: string, items: string) => (await zoom.all(path, items)).length;
    return [
      await count(`/phone/users?site_id=${site}&page_size=100`, 'users'),
      await count(`/phone/call_queues?site_id=${site}`, 'call_queues'),
      await count(`/phone/numbers?site_id=${site}&page_size=100`, 'phone_numbers'),
      await count(`/phone/devices?type=assigned&site_id=${site}`, 'devices'),
      await count(`/phone/common_areas?site_id=${site}`, 'common_areas'),
    ];
  };
  const [before, more] = [await held(other.id), await held(third.id)];
  expect(before.every((count) => count > 0)).toBe(true);
  const remove = (site: string, heir: string) => zoom.call('DELETE', `/phone/sites/${site}?transfer_site_id=${heir}`);
  expect(await refusal(remove(other.id, other.id))).toBe('400/400');
  expect(await refusal(remove(main.id, other.id))).toBe('400/400');
  expect(await refusal(remove(other.id, 'nowhere'))).toBe('400/400');
  expect((await remove(other.id, third.id)).status).toBe(204);
  expect(await held(third.id)).toEqual(before.map((count, i) => count + (more[i] ?? 0)));
  expect(await zoom.all('/phone/sites', 'sites')).toHaveLength(5);
});

test('a queue is made with its members, gets a manager, and loses all but that one', async () => {
  const [ann, bob] = await phoneUsers();
  const area = await first('/phone/common_areas', 'common_areas');
  const members = { users: [{ id: ann.id }, { email: bob.email }], common_area_ids: [area.id] };
  const { body: made } = await zoom.call('POST', '/phone/call_queues', { name: 'New', members });
  const path = `/phone/call_queues/${made.id}`;
  const shown = async () => (await zoom.get(path)).body.members;
  expect((await shown()).users.map(({ id, level }: { id: string; level: string }) => [id, level])).toEqual([
    [ann.id, 'user'],
    [bob.id, 'user'],
  ]);
  expect((await shown()).common_areas).toMatchObject([{ id: area.id, name: area.display_name }]);
  expect((await zoom.call('PUT', `${path}/manager`, { member_id: bob.email })).status).toBe(204);
  expect(await refusal(zoom.call('DELETE', `${path}/members/${bob.id}`))).toBe('400/400');
  expect((await zoom.call('DELETE', `${path}/members/${ann.id}`)).status).toBe(204);
  expect((await shown()).users).toMatchObject([{ id: bob.id, level: 'manager' }]);
  expect((await zoom.call('DELETE', `${path}/members`)).status).toBe(204);
  expect(await shown()).toMatchObject({ users: [], common_areas: [] });
});

test('a site is made with the auto receptionist that answers for it', async () => {
  const default_emergency_address = { address_line1: '1', city: 'Rome', state_code: 'RM', zip: '1', country: 'IT' };
  const { body: made } = await zoom.call('POST', '/phone/sites', {
    name: 'Rome',
    auto_receptionist_name: 'Ciao',
    default_emergency_address,
  });
  const { main_auto_receptionist: main } = (await zoom.get(`/phone/sites/${made.id}`)).body;
  expect(main.name).toBe('Ciao');
  expect((await zoom.get(`/phone/auto_receptionists/${main.id}`)).body.site).toEqual({ id: made.id, name: 'Rome' });
});

test('a device that belongs to somebody cannot be deleted, and the main number of the company can be changed', async () => {
  const [owned] = await zoom.all('/phone/devices?type=assigned', 'devices');
  const [spare] = await zoom.all('/phone/devices?type=unassigned', 'devices');
  expect(await refusal(zoom.call('DELETE', `/phone/devices/${owned.id}`))).toBe('400/300');
  expect((await zoom.call('DELETE', `/phone/devices/${spare.id}`)).status).toBe(204);
  const [user] = await phoneUsers();
  const number = await unassigned();
  expect((await zoom.call('PUT', '/phone/company_number', { phone_number: number.number })).status).toBe(204);
  expect((await zoom.get(`/phone/users/${user.id}/settings`)).body.company_number).toBe(number.number);
});

test('the history has each call once, with its parts, which are its users’ own', async () => {
  const logs = await zoom.all(`/phone/call_logs?${month}`, 'call_logs');
  const calls = await zoom.all(`/phone/call_history?${month}`, 'call_history');
  expect(new Set(calls.map(({ call_id }) => call_id))).toEqual(new Set(logs.map(({ call_id }) => call_id)));
  expect(calls).toHaveLength(new Set(logs.map(({ call_id }) => call_id)).size);
  const missed = await zoom.all(`/phone/call_history?${month}&call_results=no_answer,voicemail`, 'call_history');
  expect(missed.length).toBe(calls.filter(({ call_result }) => call_result !== 'answered').length);
  const through = calls.find(({ callee_ext_type }) => callee_ext_type === 'call_queue');
  const { call_elements: parts } = (await zoom.get(`/phone/call_history/${through.call_history_uuid}`)).body;
  expect(parts.map(({ event }: { event: string }) => event)).toEqual(['incoming', 'ring_to_member']);
  const [, own] = parts;
  expect((await zoom.get(`/phone/call_element/${own.call_element_id}`)).body).toMatchObject(own);
  const users = new Map((await phoneUsers()).map(({ id, extension_id }) => [extension_id, id]));
  const list = await zoom.all(`/phone/users/${users.get(own.callee_ext_id)}/call_history?${month}`, 'call_elements');
  expect(list.map(({ call_element_id }) => call_element_id)).toContain(own.call_element_id);
});
