import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
let paid = '';
let free = '';
beforeAll(async () => {
  zoom = await zoomOf({ subAccounts: 2 });
  const accounts = await zoom.all('/accounts', 'accounts');
  const isFree = ({ account_type }: { account_type: string }) => account_type === 'Free';
  paid = accounts.find((account) => !isFree(account)).id;
  free = accounts.find(isFree).id;
});
beforeEach(() => zoom.sandbox.reset());
afterAll(() => zoom.sandbox.close());

const read = async (id: string, path: string) => (await zoom.get(`/accounts/${id}${path}`)).body;
/** What a write answers: its status, and of a refusal the code. */
const write = async (id: string, method: string, path: string, body: object) => {
  const reply = await zoom.call(method, `/accounts/${id}/${path}`, body);
  return reply.status < 300 ? 'done' : `${reply.status}/${reply.body.code}`;
};

test('who gets the bills is changed for one account alone', async () => {
  const before = await read('me', '/billing');
  const change = { city: 'Turin', email: 'bills@example.com' };
  expect(await write(paid, 'PATCH', 'billing', change)).toBe('done');
  expect(await read(paid, '/billing')).toMatchObject(change);
  expect(await read('me', '/billing')).toEqual(before);
});

test('a free account subscribes, adds, changes and cancels', async () => {
  const writes = (rows: readonly (readonly [expected: string, method: string, path: string, body: object])[]) =>
    rows.reduce(async (before, [expected, method, path, body]) => {
      await before;
      expect(await write(free, method, path, body), JSON.stringify(body)).toBe(expected);
    }, Promise.resolve());
  const order = { contact: { city: 'Turin' }, plan_base: { type: 'yearly', hosts: 9 } };
  const webinars = (hosts: number, status: string) => [
    { type: 'webinar500_yearly', hosts, status },
    { type: 'webinar1000_yearly', hosts: 2, status },
  ];

  expect(await read(free, '/plans')).toEqual({});
  await writes([
    ['400/200', 'POST', 'plans/addons', { type: 'zroom_yearly', hosts: 1 }],
    ['done', 'POST', 'plans', order],
    ['400/300', 'POST', 'plans', order],
  ]);
  expect(await read(free, '')).toMatchObject({ account_type: 'Pro', seats: 9 });
  expect(await read(free, '/billing')).toMatchObject({ city: 'Turin' });
  const subscribed = await read(free, '/plans');
  expect(subscribed).toMatchObject({ plan_base: { type: 'yearly', hosts: 9, status: 'active' } });
  expect(subscribed).not.toHaveProperty('plan_zoom_rooms');

  await writes([
    ['done', 'POST', 'plans/addons', { type: 'webinar500_yearly', hosts: 1 }],
    ['done', 'POST', 'plans/addons', { type: 'cmr_monthly_commitment_40', hosts: 1 }],
    ['done', 'POST', 'plans/addons', { type: 'webinar1000_yearly', hosts: 2 }],
  ]);
  expect(await read(free, '/plans')).toMatchObject({
    plan_webinar: webinars(1, 'active'),
    plan_recording: 'cmr_monthly_commitment_40',
    plan_recording_status: 'Active',
  });

  await writes([
    ['done', 'PUT', 'plans/addons', { type: 'webinar500_yearly', hosts: 7 }],
    ['done', 'PATCH', 'plans/addons/status', { type: 'webinar1000_yearly', action: 'cancel' }],
    ['400/200', 'PATCH', 'plans/base/status', { action: 'cancel' }],
    ['done', 'PATCH', 'plans/addons/status', { type: 'webinar500_yearly', action: 'cancel' }],
    ['done', 'PATCH', 'plans/addons/status', { type: 'cmr_monthly_commitment_40', action: 'cancel' }],
    ['done', 'PUT', 'plans/base', { type: 'business_yearly', hosts: 20 }],
    ['done', 'PATCH', 'plans/base/status', { action: 'cancel', reason: 6 }],
  ]);
  expect(await read(free, '/plans')).toMatchObject({
    plan_base: { type: 'business_yearly', hosts: 20, status: 'cancel' },
    plan_webinar: webinars(7, 'cancel'),
    plan_recording: 'cmr_monthly_commitment_40',
    plan_recording_status: 'Cancelled',
  });
});

test('a plan that the account has not, one that Zoom does not know, and an unknown account are refused', async () => {
  expect(await write(paid, 'PUT', 'plans/addons', { type: 'webinar3000_yearly', hosts: 1 })).toBe('400/300');
  expect(await write(paid, 'POST', 'plans/addons', { type: 'strange', hosts: 1 })).toBe('400/300');
  expect(await write(paid, 'PATCH', 'plans/addons/status', { action: 'cancel' })).toBe('400/300');
  expect(await write('unknown', 'PATCH', 'plans/base/status', { action: 'cancel' })).toBe('404/2001');
});
