import { afterEach, describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/index.ts';
import { limitsOf } from '../../src/sandbox/limits.ts';
import type { Label } from '../../src/zoom/declare/endpoint.ts';
import { DAY, MINUTE, NOW, SECOND, type Zoom, zoomOf } from './harness.ts';

const open: Zoom[] = [];
const start = async (options: SandboxOptions) => {
  const zoom = await zoomOf(options);
  open.push(zoom);
  return zoom;
};
afterEach(() => Promise.all(open.splice(0).map(({ sandbox }) => sandbox.close())));

/** How many of `n` calls at one instant are answered. */
const atOnce = async (zoom: Zoom, path: string, n: number) => {
  const statuses: number[] = [];
  for (let i = 0; i < n; i++) statuses.push((await zoom.get(path, 0)).status);
  return {
    good: statuses.filter((status) => status === 200).length,
    limited: statuses.filter((s) => s === 429).length,
  };
};

describe('limits a second', () => {
  test.each([
    ['free', '/users/me', 4],
    ['free', '/users', 2],
    ['pro', '/users/me', 30],
    ['pro', '/users', 20],
    ['business', '/users/me', 80],
    ['business', '/users', 60],
    ['pro', '/phone/users/me', 20],
    ['pro', '/phone/users', 10],
    ['pro', '/phone/call_logs', 5],
    ['business', '/phone/call_logs', 10],
  ] as const)('on the plan %s, %s has %i', async (plan, path, most) => {
    const zoom = await start({ plan });
    expect(await atOnce(zoom, path, most + 2)).toEqual({ good: most, limited: 2 });
  });

  test('are a sliding second that all calls of a label share', async () => {
    const zoom = await start({ plan: 'free' });
    expect(await atOnce(zoom, '/users/me', 2)).toEqual({ good: 2, limited: 0 });
    zoom.sandbox.advance(600);
    expect(await atOnce(zoom, '/roles/0', 3)).toEqual({ good: 2, limited: 1 });
    zoom.sandbox.advance(399);
    expect((await zoom.get('/users/me', 0)).status).toBe(429);
    zoom.sandbox.advance(1);
    expect(await atOnce(zoom, '/users/me', 3)).toEqual({ good: 2, limited: 1 });
  });

  test('say in headers and body what was spent', async () => {
    const zoom = await start({ plan: 'pro' });
    const good = await zoom.get('/users', 0);
    expect(good.headers).toMatchObject({
      'x-ratelimit-category': 'Medium',
      'x-ratelimit-type': 'QPS',
      'x-ratelimit-limit': '20',
      'x-ratelimit-remaining': '19',
    });
    await atOnce(zoom, '/users', 19);
    const { status, headers, body } = await zoom.get('/users', 0);
    expect({ status, code: body.code }).toEqual({ status: 429, code: 429 });
    expect(body.message).toContain('per-second');
    expect(headers).toMatchObject({ 'x-ratelimit-type': 'QPS', 'x-ratelimit-remaining': '0' });
    expect(headers).not.toHaveProperty('retry-after');
  });
});

describe('limits a day', () => {
  test('count LIGHT on the free plan and name the instant to come back', async () => {
    const zoom = await start({ plan: 'free' });
    const { headers } = await zoom.get('/users/me');
    expect(headers).toMatchObject({ 'x-ratelimit-type': 'Daily-limit', 'x-ratelimit-limit': '6000' });
  });

  test('end the HEAVY and RESOURCE_INTENSIVE calls together when their pool is spent, until midnight', () => {
    let now = NOW;
    const limits = limitsOf('pro', () => now);
    const spend = (limit: Label) => limits.spend({ method: 'GET', path: '/phone/x', limit, scopes: [] });
    spend('RESOURCE_INTENSIVE');
    for (let i = 1; i < 15_000; i++) {
      now += 200;
      spend('HEAVY');
    }
    now += SECOND;
    for (const limit of ['HEAVY', 'RESOURCE_INTENSIVE'] as const)
      expect(() => spend(limit)).toThrow(
        expect.objectContaining({
          status: 429,
          headers: expect.objectContaining({ 'Retry-After': '2026-06-16T00:00:00Z' }),
        }),
      );
    expect(spend('LIGHT')).toMatchObject({ 'X-RateLimit-Type': 'QPS' });
    now = Date.UTC(2026, 5, 16);
    expect(spend('HEAVY')).toMatchObject({ 'X-RateLimit-Type': 'Daily-limit', 'X-RateLimit-Remaining': '14999' });
  });

  test('are told by headers', async () => {
    const zoom = await start({ faults: '429-daily:GET /phone/call_logs:1' });
    const { status, headers, body } = await zoom.get('/phone/call_logs');
    expect({ status, code: body.code }).toEqual({ status: 429, code: 429 });
    expect(body.message).toContain('response header');
    expect(headers).toMatchObject({ 'x-ratelimit-type': 'Daily-limit', 'retry-after': '2026-06-16T00:00:00Z' });
  });

  test('allow 100 creates and updates for each host, by message alone', async () => {
    const zoom = await start({});
    const { body: meeting, headers } = await zoom.call('POST', '/users/me/meetings', { topic: 'One' });
    expect(headers).toMatchObject({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '99' });
    for (let i = 0; i < 99; i++) await zoom.call('PATCH', `/meetings/${meeting.id}`, { topic: `Topic ${i}` });
    const refused = await zoom.call('PATCH', `/meetings/${meeting.id}`, { topic: 'Too much' });
    expect(refused.status).toBe(429);
    expect(refused.body.message).toContain('daily rate limit of (100)');
    expect(refused.headers).not.toHaveProperty('retry-after');
    // Neither deletes nor another host's meetings count, and a new day begins at midnight UTC.
    expect((await zoom.call('DELETE', `/meetings/${meeting.id}`)).status).toBe(204);
    const other = (await zoom.get('/users')).body.users[1].id;
    expect((await zoom.call('POST', `/users/${other}/meetings`, { topic: 'Two' })).status).toBe(201);
    zoom.sandbox.advance(DAY);
    expect((await zoom.call('POST', '/users/me/meetings', { topic: 'Three' }, 50 * MINUTE + SECOND)).status).toBe(201);
  });

  test('allow three registrations of one person for a meeting', async () => {
    const zoom = await start({});
    const meeting = (await zoom.call('POST', '/users/me/meetings', { settings: { approval_type: 1 } })).body.id;
    const register = (email: string) =>
      zoom.call('POST', `/meetings/${meeting}/registrants`, { email, first_name: 'Ada' });
    for (let i = 0; i < 3; i++) expect((await register('ada@example.org')).status).toBe(201);
    const { status, body } = await register('ada@example.org');
    expect(status).toBe(429);
    expect(body.message).toContain('for registrant ada@example.org');
    expect((await register('alan@example.org')).status).toBe(201);

    const act = () =>
      zoom.call('PUT', `/meetings/${meeting}/registrants/status`, {
        action: 'approve',
        registrants: [{ email: 'alan@example.org' }],
      });
    for (let i = 0; i < 10; i++) expect((await act()).status).toBe(204);
    expect((await act()).status).toBe(429);
  });
});
