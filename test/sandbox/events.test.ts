/** What the sandbox tells of its own accord: which operation tells which event, and what no operation brings about. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { telling } from '../../src/sandbox/events/news.ts';
import { eventIn } from '../../src/zoom/events/event.ts';
import { MINUTE, send, type Zoom, zoomOf } from './harness.ts';
import { encoded } from './values.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
beforeEach(() => {
  zoom.sandbox.reset();
  zoom.pass(MINUTE);
});
afterAll(() => zoom.sandbox.close());

const told = () => zoom.sandbox.events.told;
const names = () => told().map(({ event }) => event);
/** What was told since the last time that this was asked. */
const news = () => [...zoom.sandbox.events.told].splice(0).map(({ event, payload }) => ({ event, payload }));
const latest = () => news().at(-1) as { event: string; payload: Record<string, never> };
const ok = async (method: string, path: string, body?: unknown) => {
  const reply = await zoom.call(method, path, body);
  expect([200, 201, 204]).toContain(reply.status);
  return reply.body;
};
const meetingOf = (more: object = {}) => ok('POST', '/users/me/meetings', { topic: 'First', type: 2, ...more });

describe('meetings', () => {
  test('are created, changed and deleted, with what changed and what it was', async () => {
    const owner = (await zoom.get('/users/me')).body;
    const { id, uuid } = await meetingOf({ duration: 30 });
    expect(latest()).toMatchObject({
      event: 'meeting.created',
      payload: {
        account_id: zoom.sandbox.credentials.accountId,
        operator: owner.email,
        operator_id: owner.id,
        operation: 'all',
        object: { id, uuid, topic: 'First', type: 2, duration: 30, host_id: owner.id },
      },
    });
    await ok('PATCH', `/meetings/${id}`, { topic: 'Second', duration: 30, settings: { host_video: true } });
    const { event, payload } = latest();
    expect(event).toBe('meeting.updated');
    expect(payload).toMatchObject({
      scope: 'all',
      time_stamp: expect.any(Number),
      object: { id, topic: 'Second', settings: { host_video: true } },
      old_object: { id, topic: 'First' },
    });
    expect(payload.object).not.toHaveProperty('duration');

    await ok('DELETE', `/meetings/${id}`);
    expect(latest()).toMatchObject({
      event: 'meeting.deleted',
      payload: { operation: 'all', object: { id, uuid, topic: 'Second' } },
    });
    expect(names()).toEqual(['meeting.created', 'meeting.updated', 'meeting.deleted']);
  });

  test('an update that changes nothing tells nothing, nor does a call that is refused, nor a read', async () => {
    const { id } = await meetingOf();
    await ok('PATCH', `/meetings/${id}`, { topic: 'First' });
    await zoom.get(`/meetings/${id}`);
    expect((await zoom.call('DELETE', '/meetings/1')).status).toBe(404);
    expect((await zoom.call('PATCH', `/meetings/${id}`, { type: 'large' })).status).toBe(400);
    expect(names()).toEqual(['meeting.created']);
  });

  test('an occurrence is deleted alone', async () => {
    const recurrence = { type: 1, repeat_interval: 1, end_times: 3 };
    const start_time = '2027-01-04T10:00:00Z';
    const { id, occurrences } = await meetingOf({ type: 8, start_time, recurrence });
    const [{ occurrence_id }] = occurrences;
    await ok('DELETE', `/meetings/${id}?occurrence_id=${occurrence_id}`);
    expect(latest().payload).toMatchObject({ operation: 'single', object: { id, occurrences: [{ occurrence_id }] } });
  });

  test('begin, are joined and left, and end; their numbers are texts then', async () => {
    const { id, uuid } = await meetingOf();
    const { events } = zoom.sandbox;
    events.cause('meeting.started', { id });
    zoom.pass(MINUTE);
    events.cause('meeting.participant_joined', { id, participant: { user_name: 'Nora', email: 'nora@example.org' } });
    zoom.pass(10 * MINUTE);
    events.cause('meeting.participant_left', { id, participant: { user_name: 'Nora', email: 'nora@example.org' } });
    await ok('PUT', `/meetings/${id}/status`, { action: 'end' });
    const [, begun, joined, left, ended] = news() as { payload: { object?: unknown } }[];
    expect(begun?.payload.object).toMatchObject({ id: String(id), uuid, topic: 'First' });
    expect(begun?.payload).not.toHaveProperty('operator');
    expect(joined?.payload.object).toMatchObject({
      id: String(id),
      participant: { user_name: 'Nora', email: 'nora@example.org', join_time: expect.any(String) },
    });
    expect(left?.payload.object).toMatchObject({ participant: { leave_time: expect.any(String) } });
    expect(ended?.payload.object).toMatchObject({ id: String(id), uuid, end_time: expect.any(String) });
    expect(names().slice(1)).toEqual([
      'meeting.started',
      'meeting.participant_joined',
      'meeting.participant_left',
      'meeting.ended',
    ]);
    expect((await zoom.get(`/past_meetings/${encoded(uuid)}`)).status).toBe(200);
  });

  test('that are not under way cannot be joined, and those that are not there cannot begin', async () => {
    const { id } = await meetingOf();
    const { events } = zoom.sandbox;
    expect(() => events.cause('meeting.participant_joined', { id })).toThrow(`${id} is not under way.`);
    expect(() => events.cause('meeting.ended', { id })).toThrow('not under way');
    expect(() => events.cause('meeting.started', { id: 1 })).toThrow('Meeting does not exist: 1.');
    expect(() => events.cause('Nonsense')).toThrow('"Nonsense" is not the name of an event.');
  });

  test('instant ones are under way at once', async () => {
    await meetingOf({ type: 1 });
    expect(names()).toEqual(['meeting.created', 'meeting.started']);
  });

  test.each([
    ['/users/me/meetings', 'meetings', 'meeting', 2],
    ['/users/me/webinars', 'webinars', 'webinar', 5],
  ])('people register, and are approved, denied and cancelled: %s', async (path, place, kind, type) => {
    const { id } = await ok('POST', path, { topic: 'Open', type, settings: { approval_type: 1 } });
    const email = 'nora@example.org';
    const { registrant_id } = await ok('POST', `/${place}/${id}/registrants`, { email, first_name: 'Nora' });
    expect(latest()).toMatchObject({
      event: `${kind}.registration_created`,
      payload: { object: { id, registrant: { id: registrant_id, email, first_name: 'Nora', status: 'pending' } } },
    });
    for (const action of ['approve', 'cancel'])
      await ok('PUT', `/${place}/${id}/registrants/status`, { action, registrants: [{ id: registrant_id, email }] });
    expect(names().slice(2)).toEqual([`${kind}.registration_approved`, `${kind}.registration_cancelled`]);
    expect(news()[2]?.payload).toMatchObject({ object: { registrant: { join_url: expect.any(String) } } });
    expect(news()[3]?.payload).toMatchObject({ object: { id, registrant: { id: registrant_id, email } } });
  });

  test('several people register at once', async () => {
    const { id } = await meetingOf({ settings: { approval_type: 0 } });
    const registrants = ['a', 'b'].map((name) => ({ email: `${name}@example.org`, first_name: name }));
    await ok('POST', `/meetings/${id}/batch_registrants`, { registrants });
    expect(names()).toEqual(['meeting.created', 'meeting.registration_created', 'meeting.registration_created']);
  });

  test('controls of a meeting under way tell of its recording and its stream', async () => {
    const { id } = await meetingOf({ type: 1 });
    zoom.sandbox.advance(MINUTE);
    await ok('PATCH', `/live_meetings/${id}/events`, { method: 'recording.start' });
    await ok('PATCH', `/meetings/${id}/livestream/status`, { action: 'start' });
    expect(names().slice(2)).toEqual(['recording.started', 'meeting.live_streaming_started']);
  });
});

describe('webinars', () => {
  test('are created, changed, held and deleted', async () => {
    const { id } = await ok('POST', '/users/me/webinars', {
      topic: 'Open',
      type: 5,
      start_time: '2027-01-04T10:00:00Z',
    });
    await ok('PATCH', `/webinars/${id}`, { topic: 'Wide open' });
    const { events } = zoom.sandbox;
    events.cause('webinar.started', { id });
    zoom.pass(MINUTE);
    events.cause('webinar.participant_joined', { id });
    await ok('PUT', `/webinars/${id}/status`, { action: 'end' });
    await ok('DELETE', `/webinars/${id}`);
    expect(names()).toEqual(
      ['created', 'updated', 'started', 'participant_joined', 'ended', 'deleted'].map((how) => `webinar.${how}`),
    );
    expect(news()[4]?.payload).toMatchObject({ object: { id: String(id), topic: 'Wide open' } });
  });
});

describe('recordings', () => {
  test('are ready, with a token for their files, and can be read, renamed, put into the trash and taken out', async () => {
    const { id } = await meetingOf({ type: 1 });
    zoom.pass(10 * MINUTE);
    const { events } = zoom.sandbox;
    events.cause('meeting.ended', { id });
    const { payload, download_token } = events.cause('recording.completed', { id });
    const object = payload.object as Record<string, never>;
    expect(object).toMatchObject({ id, topic: 'First', type: 1, host_email: expect.stringContaining('@') });
    const [file] = object.recording_files as unknown as { download_url: string }[];
    const got = await send('GET', file?.download_url ?? '', { authorization: `Bearer ${download_token}` });
    expect(got.status).toBe(302);
    const path = `/meetings/${encoded(String(object.uuid))}/recordings`;
    expect((await zoom.get(path)).body).toMatchObject({ uuid: object.uuid, topic: 'First' });

    await ok('PATCH', `${path}/settings`, { topic: 'Kept' });
    expect(latest()).toMatchObject({
      event: 'recording.renamed',
      payload: { object: { id, topic: 'Kept' }, old_object: { id, topic: 'First' } },
    });
    await ok('DELETE', path);
    await ok('PUT', `${path}/status`, { action: 'recover' });
    await ok('DELETE', `${path}?action=delete`);
    expect(names().slice(-3)).toEqual(['recording.trashed', 'recording.recovered', 'recording.deleted']);
    expect(latest().payload).toMatchObject({ object: { id, recording_files: expect.any(Array) } });
  });

  test('of one file, and of who may watch', async () => {
    const [recording] = (await zoom.get('/users/me/recordings?from=2026-05-20&to=2026-06-15')).body.meetings;
    const path = `/meetings/${encoded(recording.uuid)}/recordings`;
    const file = recording.recording_files[0];
    await ok('DELETE', `${path}/${file.id}`);
    expect(latest()).toMatchObject({
      event: 'recording.trashed',
      payload: { object: { uuid: recording.uuid, recording_count: 1, recording_files: [{ id: file.id }] } },
    });
    const person = { email: 'nora@example.org', first_name: 'Nora' };
    const { registrant_id } = await ok('POST', `${path}/registrants`, person);
    await ok('PUT', `${path}/registrants/status`, { action: 'deny', registrants: [{ id: registrant_id }] });
    expect(names().slice(1)).toEqual(['recording.registration_created', 'recording.registration_denied']);
    expect(latest().payload).toMatchObject({ object: { registrant: { id: registrant_id, email: person.email } } });
  });

  test('there is none of what was never held', async () => {
    const { id } = await meetingOf();
    expect(() => zoom.sandbox.events.cause('recording.completed', { id })).toThrow(`${id} has not been held.`);
  });
});

describe('people', () => {
  test('users', async () => {
    const user_info = { email: 'nora@example.org', type: 1, first_name: 'Nora' };
    const { id } = await ok('POST', '/users', { action: 'custCreate', user_info });
    expect(latest()).toMatchObject({
      event: 'user.created',
      payload: { creation_type: 'custCreate', object: { id, email: user_info.email, type: 1, first_name: 'Nora' } },
    });
    await ok('PATCH', `/users/${id}`, { dept: 'Law' });
    expect(latest()).toMatchObject({ event: 'user.updated', payload: { object: { id, dept: 'Law' } } });
    await ok('PUT', `/users/${id}/status`, { action: 'deactivate' });
    await ok('PUT', `/users/${id}/status`, { action: 'activate' });
    await ok('PATCH', `/users/${id}/settings`, { schedule_meeting: { host_video: false } });
    expect(latest().payload).toMatchObject({ object: { id, settings: { schedule_meeting: { host_video: false } } } });
    await ok('DELETE', `/users/${id}`);
    expect(names()).toEqual(
      ['created', 'updated', 'deactivated', 'activated', 'settings_updated', 'disassociated'].map(
        (how) => `user.${how}`,
      ),
    );
    const [other] = (await zoom.get('/users?page_size=300')).body.users.slice(-1);
    await ok('DELETE', `/users/${other.id}?action=delete`);
    expect(latest()).toMatchObject({ event: 'user.deleted', payload: { object: { email: other.email } } });
  });

  test('groups and their members', async () => {
    const { id } = await ok('POST', '/groups', { name: 'Night shift' });
    await ok('PATCH', `/groups/${id}`, { name: 'Day shift' });
    expect(latest().payload).toMatchObject({ object: { id, name: 'Day shift' }, old_object: { name: 'Night shift' } });
    const me = (await zoom.get('/users/me')).body;
    await ok('POST', `/groups/${id}/members`, { members: [{ email: me.email }] });
    expect(latest().payload).toMatchObject({ object: { id, members: [{ id: me.id, email: me.email }] } });
    await ok('DELETE', `/groups/${id}/members/${me.id}`);
    await ok('DELETE', `/groups/${id}`);
    expect(names()).toEqual(
      ['created', 'updated', 'member_added', 'member_deleted', 'deleted'].map((how) => `group.${how}`),
    );
  });

  test('accounts below', async () => {
    const { id } = await ok('POST', '/accounts', {
      first_name: 'Nora',
      last_name: 'New',
      email: 'nora@example.org',
      password: 'Abc12345',
    });
    await ok('PATCH', `/accounts/${id}/settings`, { in_meeting: { chat: false } });
    expect(latest().payload).toMatchObject({
      account_id: zoom.sandbox.credentials.accountId,
      object: { id, settings: { in_meeting: { chat: false } } },
    });
    await ok('DELETE', `/accounts/${id}`);
    expect(names()).toEqual(['account.created', 'account.settings_updated', 'account.disassociated']);
  });

  test('policies of information barriers, by whose account they are', async () => {
    const [{ id: account }] = (await zoom.get('/accounts')).body.accounts;
    const path = `/accounts/${account}/information_barriers/policies`;
    const [policy] = (await zoom.get(path)).body.policies;
    await ok('PATCH', `${path}/${policy.id}`, { ...policy, policy_name: 'Walls' });
    expect(latest()).toMatchObject({
      event: 'information_barriers.policy_updated',
      payload: { account_id: account, object: { id: policy.id, policy_name: 'Walls' } },
    });
    await ok('DELETE', `${path}/${policy.id}`);
    expect(names().at(-1)).toBe('information_barriers.policy_deleted');
  });
});

describe('chat', () => {
  test('messages and channels', async () => {
    const { id } = await ok('POST', '/chat/users/me/channels', { name: 'Law', type: 1, members: [] });
    await ok('PATCH', `/chat/channels/${id}`, { name: 'Order' });
    expect(latest()).toMatchObject({ event: 'chat_channel.updated', payload: { object: { id, name: 'Order' } } });
    const message = await ok('POST', '/chat/users/me/messages', { message: 'Ready?', to_channel: id });
    expect(latest().payload).toMatchObject({
      object: { id: message.id, type: 'to_channel', channel_id: id, channel_name: 'Order', message: 'Ready?' },
    });
    await ok('PUT', `/chat/users/me/messages/${message.id}`, { message: 'Go.', to_channel: id });
    await ok('DELETE', `/chat/users/me/messages/${message.id}?to_channel=${id}`);
    const [, other] = (await zoom.get('/users')).body.users;
    await ok('POST', `/chat/channels/${id}/members`, { members: [{ email: other.email }] });
    expect(latest().payload).toMatchObject({ object: { id, members: [{ id: other.id }] } });
    await ok('DELETE', `/chat/channels/${id}`);
    expect(names()).toEqual([
      'chat_channel.created',
      'chat_channel.updated',
      'chat_message.sent',
      'chat_message.updated',
      'chat_message.deleted',
      'chat_channel.member_invited',
      'chat_channel.deleted',
    ]);
  });
});

describe('what no call brings about', () => {
  test('a call on the phone ends', async () => {
    const { payload } = zoom.sandbox.events.cause('phone.callee_ended');
    const { call_id, callee } = payload.object as { call_id: string; callee: { user_id: string } };
    const logs = await zoom.all(`/phone/users/${callee.user_id}/call_logs?from=2026-05-16&to=2026-06-15`, 'call_logs');
    expect(logs.map((log) => log.call_id)).toContain(call_id);
    expect(payload).not.toHaveProperty('operator');
  });

  test('any other event is told as it is given', () => {
    const object = { id: 'x', anything: [1] };
    expect(zoom.sandbox.events.cause('meeting.sharing_started', object)).toMatchObject({
      event: 'meeting.sharing_started',
      payload: { object },
    });
  });

  test('it can be asked for over HTTP', async () => {
    const { id } = await meetingOf();
    const url = `${zoom.sandbox.origin}/events`;
    const headers = { 'content-type': 'application/json' };
    const post = (body: unknown, type = headers) => send('POST', url, type, JSON.stringify(body));
    const { status, body } = await post({ event: 'meeting.started', object: { id } });
    expect([status, body]).toEqual([200, told().at(-1)]);
    expect((await post({ event: 'meeting.started', object: { id: 1 } })).status).toBe(404);
    expect((await post({ event: 'meeting.participant_joined', object: { id: 1 } })).status).toBe(404);
    expect((await post({ event: 'x' })).body).toEqual({ code: -1, message: '"x" is not the name of an event.' });
    expect((await post([])).status).toBe(400);
    expect((await post({ event: 'meeting.ended', object: { id } }, { 'content-type': 'text/plain' })).status).toBe(400);
  });
});

test('every event that is told is one that the gateway takes, and has a time of its own', async () => {
  await meetingOf();
  await meetingOf({ type: 1 });
  for (const body of told()) expect(eventIn(body)).toMatchObject({ event: body.event, time: body.event_ts });
  expect(new Set(told().map(({ event_ts }) => event_ts)).size).toBe(told().length);
});

test('only operations that change something tell anything', () => {
  expect(telling.filter(({ method }) => method === 'GET')).toEqual([]);
  expect(telling.length).toBeGreaterThan(40);
});
