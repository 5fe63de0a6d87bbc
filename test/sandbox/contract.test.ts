import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { fill } from '../../src/sandbox/seeded.ts';
import { operations } from '../../src/zoom/api/index.ts';
import {
  declared,
  del,
  type Endpoint,
  get,
  list,
  nameOf,
  ownAccountEndpoint,
  patch,
  post,
  put,
} from '../../src/zoom/declare/endpoint.ts';
import { id, int, metaOf, shape, string } from '../../src/zoom/declare/shape.ts';
import { kindOf } from '../../src/zoom/errors/error-codes.ts';
import { operations as shown } from '../exerciser/exerciser.ts';
import { wrongIn } from './answers.ts';
import { DAY, formWith, MINUTE, NOW, SECOND, send, type Zoom, zoomOf } from './harness.ts';

const endpoints = [...operations];

// Three operations of a domain that the sandbox knows nothing of: what any later declaration gets for nothing.
const Lamp = shape('Lamp', { lamp_id: id(), name: string(), watts: int() });
const rest = { limit: 'LIGHT', scopes: ['lamp:all'] } as const;
list('/lamps', { ...rest, of: Lamp, items: 'lamps', paging: { by: 'token', max: 3 } });
get('/lamps/{lampId}', { ...rest, of: Lamp });
post('/lamps', { ...rest, body: Lamp.required({ name: true }), of: Lamp });
patch('/lamps/{lampId}', { ...rest, body: Lamp });
del('/lamps/{lampId}', rest);
get('/lamps/{lampId}/shade', { ...rest, of: shape('Shade', { colour: string() }) });
// Two whose bodies are not what reading shows, which no resource can answer by itself.
put('/lamps/{lampId}/shade', { ...rest, body: shape('ShadeBody', { color: string() }) });
put('/lamps/{lampId}/status', { ...rest, body: shape('LampStatusBody', { action: string() }) });

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
let zoom: Zoom;
/** Values for the parameters of the paths, taken from what the sandbox lists. */
let values: Record<string, string>;
/** Those of the sub account, for the sub account forms of operations that serve it. */
let subValues: Record<string, string>;
beforeAll(async () => {
  zoom = await zoomOf();
  const first = async (path: string, items: string, field = 'id') =>
    encodeURIComponent(encodeURIComponent((await zoom.get(path)).body[items][0][field])).replaceAll('%25', '%');
  const window = `from=${day(NOW - 30 * DAY)}`;
  const recording = (await zoom.get(`/accounts/me/recordings?${window}`)).body.meetings[0];
  const [, , , , , registered] = (await zoom.get('/users/me/meetings')).body.meetings;
  /** What the dashboards of an account list, its paths beginning with `below`. */
  const dashboard = async (below: string, meetingId: string) => {
    const participants = `${below}/metrics/meetings/${meetingId}/participants?type=past`;
    return {
      ...(below && { meetingId }),
      zoomroomId: await first(`${below}/metrics/zoomrooms`, 'zoom_rooms'),
      webinarId: await first(`${below}/metrics/webinars?type=past&${window}`, 'webinars', 'uuid'),
      participantId: await first(participants, 'participants', 'user_id'),
      feedbackId: await first(
        `${below}/metrics/client/feedback?${window}&to=${day(NOW)}`,
        'client_feedbacks',
        'feedback_id',
      ),
    };
  };
  values = {
    subAccountId: await first('/accounts', 'accounts'),
    userId: 'me',
    roleId: '0',
    groupId: await first('/groups', 'groups'),
    meetingId: String(registered.id),
    recordingMeetingId: String(recording.id),
    pollId: await first(`/meetings/${registered.id}/polls`, 'polls'),
    phoneNumberId: await first('/phone/numbers', 'phone_numbers'),
    siteId: await first('/phone/sites', 'sites'),
    callQueueId: await first('/phone/call_queues', 'call_queues'),
    deviceId: await first('/phone/devices?type=assigned', 'devices'),
    fieldId: await first('/tracking_fields', 'tracking_fields'),
    policyId: await first('/information_barriers/policies', 'policies'),
    surveyId: await first('/surveys', 'surveys', 'survey_id'),
    ...(await dashboard('', String(recording.id))),
  };
  const below = `/accounts/${values.subAccountId}`;
  subValues = {
    policyId: await first(`${below}/information_barriers/policies`, 'policies'),
    surveyId: await first(`${below}/surveys`, 'surveys', 'survey_id'),
    ...(await dashboard(below, await first(`${below}/metrics/meetings?type=past&${window}`, 'meetings'))),
  };
});
afterAll(() => zoom.sandbox.close());

const pathOf = (endpoint: Endpoint) => {
  const { path } = endpoint;
  // The sub account form of an operation for sub accounts wants one of those.
  const accountId = ownAccountEndpoint(endpoint) === endpoint ? 'me' : values.subAccountId;
  // Past meetings and recordings are those of the meeting that is recorded.
  const recorded = /^\/past_meetings|\/metrics\/|\/recordings/.test(path);
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'accountId') return accountId ?? name;
    if (ownAccountEndpoint(endpoint) !== endpoint && subValues[name] !== undefined) return subValues[name];
    const value = (name === 'meetingId' && recorded ? values.recordingMeetingId : values[name]) ?? name;
    return value;
  });
};

/** What a query must have of words, the days of what wants some, and of the dashboards what is over. */
const queryOf = ({ path, query }: Endpoint) => {
  const enumValues = Object.entries(query?.shape ?? {}).flatMap(([name, type]) => {
    const values = Object.values(metaOf(type).enumValues?.values ?? {});
    return type.safeParse(undefined).success || values.length === 0 ? [] : [`${name}=${values[0]}`];
  });
  const past = path.includes('/metrics/') && query?.shape.type && !path.endsWith('/quality') ? ['type=past'] : [];
  const days = query?.shape.from ? [`from=${day(NOW - 20 * DAY)}`, `to=${day(NOW)}`] : [];
  return [...enumValues, ...past, ...days].join('&');
};

describe('every declared read', () => {
  test.each(
    endpoints.filter(({ method }) => method === 'GET').map((endpoint) => [nameOf(endpoint), endpoint] as const),
  )('%s answers with the keys and types of its shape', async (_, endpoint) => {
    // These have a limit by the minute.
    const pace = endpoint.limit === 'RESOURCE_INTENSIVE' ? MINUTE : SECOND;
    const { status, body, text } = await zoom.get(`${pathOf(endpoint)}?${queryOf(endpoint)}`, pace);
    expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
    expect(wrongIn(endpoint, body)).toEqual([]);
  });
});

test('what is declared is one list: that of the files, of the schema and of the sandbox', async () => {
  const folder = new URL('../../src/zoom/api/', import.meta.url);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) await import(join(file.parentPath, file.name));
  expect(declared().filter((each) => !each.path.includes('lamp'))).toEqual(endpoints);
  expect([...shown].sort()).toEqual(endpoints.map(nameOf).sort());
});

describe('every declared operation with an id in its path', () => {
  /** The path with a last id that nothing has. */
  const gone = (endpoint: Endpoint) => {
    const last = endpoint.path.lastIndexOf('{');
    return `${pathOf({ ...endpoint, path: endpoint.path.slice(0, last) })}${endpoint.path.slice(last).replace(/\{\w+\}/, 'gone')}`;
  };
  const upload = async (url: string) => {
    const headers = {
      authorization: `Bearer ${await zoom.token()}`,
      'content-type': 'multipart/form-data; boundary=part',
    };
    return send('POST', `${zoom.sandbox.apiUrl}${url}`, headers, formWith('the bytes', 'image/png'));
  };
  // The sandbox lists no channels: any id is that of one.
  const ANY = 'GET /accounts/{accountId}/surveys/channels/{channelId}/instances';
  test.each(
    endpoints
      .filter((each) => each.path.includes('{') && nameOf(each) !== ANY)
      .map((endpoint) => [nameOf(endpoint), endpoint] as const),
  )('%s says of an unknown one what the gateway reads as NOT_FOUND', async (_, endpoint) => {
    const { method, body: of } = endpoint;
    const url = `${gone(endpoint)}?${queryOf(endpoint)}`;
    const isForm = Object.values(of?.shape ?? {}).some((type) => metaOf(type).kind === 'file');
    const sent = of && fill(of, {}, nameOf(endpoint), { seed: 1, start: NOW });
    const reply = await (isForm ? upload(url) : zoom.call(method, url, sent, MINUTE));
    const { code, message } = reply.body;
    expect(kindOf({ status: reply.status, code, message, header: () => undefined }, endpoint)).toBe('NOT_FOUND');
  });
});

test('an endpoint that no domain answers works on a resource made up from its path', async () => {
  const before = await zoom.all('/lamps', 'lamps');
  expect(before).toHaveLength(5);
  expect(Object.keys(before[0])).toEqual(['lamp_id', 'name', 'watts']);
  expect((await zoom.get(`/lamps/${before[0].lamp_id}`)).body).toEqual(before[0]);
  expect((await zoom.get(`/lamps/${before[0].lamp_id}/shade`)).body).toEqual({ colour: expect.any(String) });

  const created = await zoom.call('POST', '/lamps', { name: 'Desk' });
  expect({ status: created.status, body: created.body }).toMatchObject({ status: 201, body: { name: 'Desk' } });
  const path = `/lamps/${created.body.lamp_id}`;
  expect((await zoom.call('PATCH', path, { watts: 7 })).status).toBe(204);
  expect((await zoom.get(path)).body).toMatchObject({ name: 'Desk', watts: 7 });
  expect((await zoom.call('DELETE', path)).status).toBe(204);
  expect((await zoom.get(path)).status).toBe(404);
  expect((await zoom.get('/lamps/unknown')).status).toBe(404);
  expect(await zoom.all('/lamps', 'lamps')).toEqual(before);
});

test.each([
  ['shade', 'sets color, which GET /lamps/{lampId}/shade shows in another form or not at all'],
  ['status', 'No GET shows what PUT /lamps/{lampId}/status changes'],
])('a body that nothing shows as it was given is a fault of the sandbox: %s', async (what, message) => {
  const [{ lamp_id }] = await zoom.all('/lamps', 'lamps');
  const { status, text } = await zoom.call('PUT', `/lamps/${lamp_id}/${what}`, { color: 'red', action: 'light' });
  expect(status).toBe(500);
  expect(JSON.parse(text)).toEqual({ code: -1, message: expect.stringContaining(message) });
});

describe('a sandbox', () => {
  const tour = async (options: object) => {
    const other = await zoomOf(options);
    const bodies = [];
    for (const path of ['/users?page_size=300', '/users/me/meetings', '/phone/call_logs', '/users/me/settings'])
      bodies.push((await other.get(path)).body);
    await other.sandbox.close();
    return JSON.stringify(bodies)
      .replaceAll(/"next_page_token":"[^"]*"/g, '')
      .replaceAll(other.sandbox.origin, '');
  };

  test('is the same for the same seed, and another for another', async () => {
    expect(await tour({ seed: 7 })).toBe(await tour({ seed: 7 }));
    expect(await tour({ seed: 7 })).not.toBe(await tour({ seed: 8 }));
  });

  test('of 10,000 users is walked in 34 pages', async () => {
    const large = await zoomOf({ users: 10_000, meetingsPerUser: 2 });
    const users = await large.all('/users?page_size=300', 'users');
    expect(new Set(users.map((user) => user.id)).size).toBe(10_000);
    expect(large.sandbox.calls).toHaveLength(34);
    expect((await large.get(`/users/${users[9_999].id}/meetings`)).body.total_records).toBe(2);
    await large.sandbox.close();
  });

  test('logs what it receives, and forgets it when it is reset', async () => {
    zoom.sandbox.reset();
    await zoom.call('PATCH', '/users/me', { dept: 'Law' });
    await zoom.get('/users?page_size=5');
    expect(zoom.sandbox.calls).toMatchObject([
      {
        method: 'PATCH',
        path: '/users/{userId}',
        url: '/users/me',
        limit: 'LIGHT',
        status: 204,
        body: { dept: 'Law' },
      },
      { method: 'GET', path: '/users', url: '/users?page_size=5', limit: 'MEDIUM', status: 200 },
    ]);
    expect((await zoom.get('/users/me')).body.dept).toBe('Law');
    zoom.sandbox.reset();
    expect(zoom.sandbox.calls).toEqual([]);
    expect((await zoom.get('/users/me')).body.dept).not.toBe('Law');
  });

  test('refuses sizes that it cannot have', async () => {
    const sizes: Promise<Sandbox>[] = [startSandbox({ users: 0 }), startSandbox({ users: 10_001 })];
    for (const each of sizes) await expect(each).rejects.toThrow(RangeError);
  });
});
