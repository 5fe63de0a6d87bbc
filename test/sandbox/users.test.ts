import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, NOW, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf({ users: 80 });
});
beforeEach(() => zoom.sandbox.reset());
afterAll(() => zoom.sandbox.close());

const users = (query = '') => zoom.all(`/users?page_size=300${query}`, 'users');
const refusal = async (reply: Promise<{ status: number; body: { code: number } }>) => {
  const { status, body } = await reply;
  return `${status}/${body.code}`;
};

describe('users', () => {
  test('are as many active ones as asked for, and a few pending and inactive ones', async () => {
    expect(await users()).toHaveLength(80);
    const pending = await users('&status=pending');
    expect(pending).toHaveLength(3);
    expect(pending.every((user) => !('id' in user) && user.email && user.status === 'pending')).toBe(true);
    const inactive = await users('&status=inactive');
    expect(inactive.map(({ status }) => status)).toEqual(['inactive', 'inactive', 'inactive']);
    expect(await refusal(zoom.get('/users?status=asleep'))).toBe('400/300');
  });

  test('are the same by id, by email and, the owner, as me', async () => {
    const [owner, second] = await users();
    expect((await zoom.get('/users/me')).body.id).toBe(owner.id);
    const byId = (await zoom.get(`/users/${second.id}`)).body;
    expect((await zoom.get(`/users/${encodeURIComponent(second.email)}`)).body).toEqual(byId);
    for (const [name, value] of Object.entries(second)) expect([name, byId[name]]).toEqual([name, value]);
    expect(Object.keys(byId).length).toBeGreaterThan(Object.keys(second).length);
    expect(await refusal(zoom.get('/users/nobody'))).toBe('404/1001');
  });

  test('hold roles and groups that exist', async () => {
    const roles = (await zoom.get('/roles')).body.roles;
    const groups = (await zoom.get('/groups')).body.groups;
    const ids = new Set([...roles, ...groups].map(({ id }: { id: string }) => id));
    for (const user of await users()) for (const id of [user.role_id, ...user.group_ids]) expect(ids).toContain(id);
    expect(roles.reduce((sum: number, { total_members }: { total_members: number }) => sum + total_members, 0)).toBe(
      80,
    );
    const [group] = groups;
    expect(await zoom.all(`/groups/${group.id}/members`, 'members')).toHaveLength(group.total_members);
  });

  test('show host key and custom attributes only on request', async () => {
    const [plain] = await users();
    expect(plain).not.toHaveProperty('host_key');
    const [asked] = await users('&include_fields=host_key');
    expect(asked).toHaveProperty('host_key');
    expect(asked).not.toHaveProperty('custom_attributes');
  });

  test('can be created, changed, put to sleep and deleted', async () => {
    const user_info = { email: 'new@example.com', first_name: 'New', last_name: 'One', type: 2 };
    const created = await zoom.call('POST', '/users', { action: 'custCreate', user_info });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ ...user_info, id: expect.any(String) });
    const { id } = created.body;
    expect(await refusal(zoom.call('POST', '/users', { action: 'custCreate', user_info }))).toBe('409/1005');
    expect(await users()).toHaveLength(81);

    const changed = await zoom.call('PATCH', `/users/${id}`, { last_name: 'Two', dept: 'Law' });
    expect({ status: changed.status, text: changed.text }).toEqual({ status: 204, text: '' });
    expect((await zoom.get(`/users/${id}`)).body).toMatchObject({ display_name: 'New Two', dept: 'Law' });

    expect((await zoom.call('PUT', `/users/${id}/status`, { action: 'deactivate' })).status).toBe(204);
    expect(await users()).toHaveLength(80);
    expect(await users('&status=inactive')).toHaveLength(4);

    expect((await zoom.call('DELETE', `/users/${id}?action=delete`)).status).toBe(204);
    expect(await refusal(zoom.get(`/users/${id}`))).toBe('404/1001');
  });

  test('are pending when they are invited', async () => {
    const user_info = { email: 'guest@example.com', type: 1 };
    expect((await zoom.call('POST', '/users', { action: 'create', user_info })).status).toBe(201);
    expect((await users('&status=pending')).map(({ email }) => email)).toContain('guest@example.com');
  });

  test('keep their settings', async () => {
    const before = (await zoom.get('/users/me/settings')).body;
    const host_video = !before.schedule_meeting.host_video;
    expect((await zoom.call('PATCH', '/users/me/settings', { schedule_meeting: { host_video } })).status).toBe(204);
    const after = (await zoom.get('/users/me/settings')).body;
    expect(after).toEqual({ ...before, schedule_meeting: { ...before.schedule_meeting, host_video } });
  });

  test('show the part of their settings that an option is for, and without one the others', async () => {
    const shown = async (query = '') => Object.keys((await zoom.get(`/users/me/settings${query}`)).body);
    expect(await shown('?option=meeting_security')).toEqual(['meeting_security']);
    expect(await shown('?option=meeting_authentication')).toContain('authentication_options');
    const usual = await shown();
    expect(usual).toContain('in_meeting');
    for (const part of ['meeting_security', 'meeting_authentication', 'authentication_options'])
      expect(usual).not.toContain(part);
  });

  test('have signed in of late, but for some who have not for 90 days', async () => {
    const ago = (await users()).map(({ last_login_time }) => (NOW - Date.parse(last_login_time)) / DAY);
    const idle = ago.filter((days) => days > 90);
    expect(idle.length).toBeGreaterThan(4);
    expect(ago.length - idle.length).toBeGreaterThan(40);
    for (const { created_at, last_login_time } of await users())
      expect(Date.parse(last_login_time)).toBeGreaterThanOrEqual(Date.parse(created_at));
  });

  test('have assistants, who in turn schedule for them', async () => {
    const [owner, second] = await users();
    const { assistants } = (await zoom.get('/users/me/assistants')).body;
    expect(assistants.map(({ id }: { id: string }) => id)).toEqual([second.id]);
    const { schedulers } = (await zoom.get(`/users/${second.id}/schedulers`)).body;
    expect(schedulers.map(({ id }: { id: string }) => id)).toEqual([owner.id]);
  });

  test('get and lose assistants, as the schedulers of those show', async () => {
    const [owner, , third, fourth] = await users();
    const ids = async (path: string, items: string) =>
      (await zoom.get(path)).body[items].map(({ id }: { id: string }) => id);
    const path = `/users/${third.id}/assistants`;
    const added = { assistants: [{ email: fourth.email, can_manage_host_private_event: true }, { id: owner.id }] };
    const { status, body } = await zoom.call('POST', path, added);
    expect([status, body.ids]).toEqual([201, `${fourth.id},${owner.id}`]);
    expect((await zoom.get(path)).body.assistants[0]).toMatchObject({
      id: fourth.id,
      can_manage_host_private_event: true,
    });
    expect(await ids(`/users/${fourth.id}/schedulers`, 'schedulers')).toEqual([third.id]);
    expect(await refusal(zoom.call('POST', path, { assistants: [{ id: third.id }] }))).toBe('400/200');
    expect(await refusal(zoom.call('POST', path, { assistants: [{ id: 'nobody' }] }))).toBe('404/1001');

    expect((await zoom.call('DELETE', `${path}/${fourth.id}`)).status).toBe(204);
    expect(await ids(path, 'assistants')).toEqual([owner.id]);
    expect(await refusal(zoom.call('DELETE', `${path}/${fourth.id}`))).toBe('404/1001');
    expect((await zoom.call('DELETE', `/users/${owner.id}/schedulers/${third.id}`)).status).toBe(204);
    expect(await ids(path, 'assistants')).toEqual([]);

    await zoom.call('POST', path, added);
    expect((await zoom.call('DELETE', `/users/${owner.id}/schedulers`)).status).toBe(204);
    expect(await ids(path, 'assistants')).toEqual([fourth.id]);
    expect((await zoom.call('DELETE', path)).status).toBe(204);
    expect(await ids(path, 'assistants')).toEqual([]);
  });

  test('move to a sub account, and are gone from the own one', async () => {
    const [owner, second] = await users();
    const { accounts } = (await zoom.get('/accounts')).body;
    const move = (id: string, account_id: string) =>
      zoom.call('PUT', `/accounts/me/users/${id}/account`, { account_id });
    expect((await move(second.id, accounts[0].id)).status).toBe(204);
    expect(await refusal(zoom.get(`/users/${second.id}`))).toBe('404/1001');
    expect(await refusal(move(second.id, accounts[0].id))).toBe('404/1001');
    expect(await refusal(move(owner.id, accounts[0].id))).toBe('400/300');
    const back = await zoom.call('PUT', `/accounts/${accounts[0].id}/users/${second.id}/account`, {
      account_id: accounts[1].id,
    });
    expect(back.status).toBe(204);
  });

  test('have tokens, and names that are taken or free', async () => {
    const [owner] = await users();
    const tokenOf = async (query: string) => (await zoom.get(`/users/me/token${query}`)).body.token;
    expect(await tokenOf('?type=zak')).toBe(await tokenOf('?type=zak'));
    expect(await tokenOf('?type=zak')).not.toBe(await tokenOf('?type=zpk'));
    const isTaken = async (email: string) => (await zoom.get(`/users/email?email=${email}`)).body.existed_email;
    expect([await isTaken(owner.email), await isTaken('nobody@example.com')]).toEqual([true, false]);
    const { body } = await zoom.get('/users/vanity_name?vanity_name=ada');
    expect(body).toEqual({ existed: false });
    await zoom.call('PATCH', '/users/me', { vanity_name: 'ada' });
    expect((await zoom.get('/users/vanity_name?vanity_name=ada')).body).toEqual({ existed: true });
    expect(await refusal(zoom.get('/users/email'))).toBe('400/300');
  });
});

test('a body that does not pass is 400 with code 300 and every field that is wrong', async () => {
  const { status, body } = await zoom.call('POST', '/users', { action: 'dream', user_info: { first_name: 7 } });
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 300, message: 'Validation Failed.' });
  const fields = body.errors.map(({ field }: { field: string }) => field);
  expect(fields).toEqual(
    expect.arrayContaining(['action', 'user_info.email', 'user_info.first_name', 'user_info.type']),
  );
  expect(await refusal(zoom.call('POST', '/groups', ['no object']))).toBe('400/300');
});

describe('roles', () => {
  test('can be created, changed, given and deleted', async () => {
    const { status, body } = await zoom.call('POST', '/roles', { name: 'Printer', privileges: ['User:Read'] });
    expect({ status, body }).toMatchObject({ status: 201, body: { name: 'Printer', total_members: 0 } });
    expect(await refusal(zoom.call('POST', '/roles', { name: 'Printer' }))).toBe('400/1224');
    const [, , third] = await users();
    const members = [{ email: third.email }];
    const added = await zoom.call('POST', `/roles/${body.id}/members`, { members });
    expect(added.body).toEqual({ ids: third.id, add_at: expect.any(String) });
    expect((await zoom.get(`/users/${third.id}`)).body).toMatchObject({ role_id: body.id, role_name: 'Printer' });
    expect((await zoom.get(`/users/${third.id}/permissions`)).body.permissions).toEqual(['User:Read']);
    expect((await zoom.call('PATCH', `/roles/${body.id}`, { description: 'Prints' })).status).toBe(204);
    expect((await zoom.get(`/roles/${body.id}`)).body).toMatchObject({ description: 'Prints', total_members: 1 });
    expect((await zoom.call('DELETE', `/roles/${body.id}/members/${third.id}`)).status).toBe(204);
    expect((await zoom.get(`/users/${third.id}`)).body.role_id).toBe('2');
    expect((await zoom.call('DELETE', `/roles/${body.id}`)).status).toBe(204);
    expect(await refusal(zoom.get(`/roles/${body.id}`))).toBe('400/1034');
  });

  test('of the system are the owner, who stands alone, admin and member', async () => {
    const [owner] = await users();
    expect((await zoom.get('/roles/0/members')).body.members).toEqual([
      { id: owner.id, email: owner.email, first_name: owner.first_name, last_name: owner.last_name, type: owner.type },
    ]);
    expect(await refusal(zoom.call('DELETE', '/roles/1'))).toBe('400/300');
    expect(await refusal(zoom.call('DELETE', `/users/${owner.id}`))).toBe('400/300');
  });
});

describe('groups', () => {
  test('can be created, filled, left and deleted', async () => {
    const { status, body } = await zoom.call('POST', '/groups', { name: 'Chess' });
    expect({ status, body }).toEqual({ status: 201, body: { id: body.id, name: 'Chess', total_members: 0 } });
    expect(await refusal(zoom.call('POST', '/groups', { name: 'Chess' }))).toBe('409/4132');
    const [first, second] = await users();
    const members = [{ id: first.id }, { email: second.email }];
    const added = await zoom.call('POST', `/groups/${body.id}/members`, { members });
    expect(added.body.ids).toBe(`${first.id},${second.id}`);
    expect(await zoom.all(`/groups/${body.id}/members`, 'members')).toHaveLength(2);

    const member = `/groups/${body.id}/members/${second.id}`;
    expect((await zoom.call('PATCH', member, { action: 'set_primary' })).status).toBe(204);
    expect((await zoom.get(`/users/${second.id}`)).body.group_ids[0]).toBe(body.id);
    expect((await zoom.call('DELETE', `/groups/${body.id}/members/${first.id}`)).status).toBe(204);
    expect((await zoom.call('PATCH', `/groups/${body.id}`, { name: 'Go' })).status).toBe(204);
    expect((await zoom.get(`/groups/${body.id}`)).body).toMatchObject({ name: 'Go', total_members: 1 });
    expect((await zoom.call('DELETE', `/groups/${body.id}`)).status).toBe(204);
    expect(await refusal(zoom.get(`/groups/${body.id}`))).toBe('404/4130');
    expect((await zoom.get(`/users/${second.id}`)).body.group_ids).not.toContain(body.id);
  });

  test('keep settings and locks of their own', async () => {
    const [one, other] = (await zoom.get('/groups')).body.groups;
    for (const path of ['settings', 'lock_settings']) {
      const chatOf = async ({ id }: { id: string }) => (await zoom.get(`/groups/${id}/${path}`)).body.in_meeting.chat;
      const [before, others] = [await chatOf(one), await chatOf(other)];
      const { status } = await zoom.call('PATCH', `/groups/${one.id}/${path}`, { in_meeting: { chat: !before } });
      expect([status, await chatOf(one), await chatOf(other)]).toEqual([204, !before, others]);
      const { body } = await zoom.get(`/groups/${one.id}/${path}?option=meeting_security`);
      expect(Object.keys(body)).toEqual(['meeting_security']);
    }
    expect(await refusal(zoom.get('/groups/none/settings'))).toBe('404/4130');
  });
});

describe('directory groups', () => {
  test('hold the users who say so, and can be created, filled, changed and deleted', async () => {
    const [first] = (await zoom.get('/im/groups')).body.groups;
    const members = await zoom.all(`/im/groups/${first.id}/members`, 'members');
    expect(members).toHaveLength(first.total_members);
    const holders = (await users()).filter(({ im_group_ids }) => im_group_ids.includes(first.id));
    expect(holders).toHaveLength(first.total_members);

    const { body } = await zoom.call('POST', '/im/groups', { name: 'Chess', type: 'restricted' });
    expect(body).toMatchObject({ name: 'Chess', total_members: 0 });
    const path = `/im/groups/${body.id}`;
    const [user] = await users();
    expect((await zoom.call('POST', `${path}/members`, { members: [{ email: user.email }] })).body.ids).toBe(user.id);
    expect((await zoom.get(path)).body).toMatchObject({ type: 'restricted', total_members: 1 });
    expect((await zoom.call('PATCH', path, { type: 'shared' })).status).toBe(204);
    expect((await zoom.call('DELETE', `${path}/members/${user.id}`)).status).toBe(204);
    expect((await zoom.get(path)).body).toMatchObject({ type: 'shared', total_members: 0 });
    expect((await zoom.call('DELETE', path)).status).toBe(204);
    expect(await refusal(zoom.get(path))).toBe('404/4130');
  });
});
