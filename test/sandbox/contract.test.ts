import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as domains from '../../src/sandbox/domains/index.ts';
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
import { type Asking, askingOf, isOwn } from './asking.ts';
import { formWith, MINUTE, mint, NOW, SECOND, send, type Zoom, zoomOf } from './harness.ts';
import { withValues } from './values.ts';

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

let zoom: Zoom;
let asking: Asking;
beforeAll(async () => {
  zoom = await zoomOf();
  asking = await askingOf(zoom);
});
afterAll(() => zoom.sandbox.close());

const queryOf = (endpoint: Endpoint) => new URLSearchParams(asking.queryOf(endpoint)).toString();
/** The paths of an operation with values in place of parameters, likely ones first. */
const pathsOf = async function* (endpoint: Endpoint, path?: string): AsyncGenerator<string, void> {
  for await (const values of asking.valuesFor(endpoint, path))
    yield `${isOwn(endpoint) ? '' : asking.below}${withValues(path ?? ownAccountEndpoint(endpoint).path, values)}`;
};

describe('every declared read', () => {
  test.each(
    endpoints.filter(({ method }) => method === 'GET').map((endpoint) => [nameOf(endpoint), endpoint] as const),
  )('%s answers with the keys and types of its shape', async (_, endpoint) => {
    // These have a limit by the minute.
    const pace = endpoint.limit === 'RESOURCE_INTENSIVE' ? MINUTE : SECOND;
    const refused: string[] = [];
    // Of what few things have, such as registration, many are asked until one shows it.
    for await (const path of pathsOf(endpoint)) {
      const { status, body, text } = await zoom.get(`${path}?${queryOf(endpoint)}`, pace);
      if (status === 200) return expect(wrongIn(endpoint, body)).toEqual([]);
      refused.push(`${path}: ${text}`);
    }
    expect(refused).toEqual(['one that is answered']);
  });
});

test('what is declared is one list: that of the files, of the schema and of the sandbox', async () => {
  const folder = new URL('../../src/zoom/api/', import.meta.url);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) await import(join(file.parentPath, file.name));
  expect(declared().filter((each) => !each.path.includes('lamp'))).toEqual(endpoints);
  expect([...shown].sort()).toEqual(endpoints.map(nameOf).sort());
});

test('the sandbox knows every file of its domains', async () => {
  const folder = new URL('../../src/sandbox/domains/', import.meta.url);
  const known = new Set(Object.values<object>(domains));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const { parentPath, name } of files.filter(({ name }) => name !== 'index.ts'))
    expect([name, known.has(await import(join(parentPath, name)))]).toEqual([name, true]);
});

describe('every declared operation with an id in its path', () => {
  /** The path with a last id that nothing has. */
  const gone = async (endpoint: Endpoint) => {
    const { path } = ownAccountEndpoint(endpoint);
    const last = path.lastIndexOf('{');
    if (last < 0) return `/accounts/gone${path}`;
    const end = path.slice(last).replace(/\{\w+\}/, 'gone');
    for await (const before of pathsOf(endpoint, path.slice(0, last))) return `${before}${end}`;
    throw new Error(`Nothing is listed that leads to ${path}.`);
  };
  const upload = async (url: string, name: string) => {
    const headers = {
      authorization: `Bearer ${await zoom.token()}`,
      'content-type': 'multipart/form-data; boundary=part',
    };
    return send('POST', `${zoom.sandbox.apiUrl}${url}`, headers, formWith('the bytes', 'image/png', name));
  };
  // The sandbox lists no channels: any id is that of one.
  const ANY = 'GET /accounts/{accountId}/surveys/channels/{channelId}/instances';
  test.each(
    endpoints
      .filter((each) => each.path.includes('{') && nameOf(each) !== ANY)
      .map((endpoint) => [nameOf(endpoint), endpoint] as const),
  )('%s says of an unknown one what the gateway reads as NOT_FOUND', async (_, endpoint) => {
    const { method, body: of } = endpoint;
    const url = `${await gone(endpoint)}?${queryOf(endpoint)}`;
    const [file] = Object.entries(of?.shape ?? {}).find(([, type]) => metaOf(type).kind === 'file') ?? [];
    const sent = of && fill(of, {}, nameOf(endpoint), { seed: 1, start: NOW });
    const token = endpoint.grant && (await mint(zoom.sandbox, endpoint.grant)).body.access_token;
    const reply = await (file ? upload(url, file) : zoom.call(method, url, sent, MINUTE, token));
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
