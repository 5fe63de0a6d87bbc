import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Zoom, zoomOf } from './harness.ts';

const LIST = '/information_barriers/policies';
let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf({ users: 5 });
});
afterAll(() => zoom.sandbox.close());

const create = (body: object) => zoom.call('POST', LIST, { policy_name: 'New', ...body });
const codeOf = async (reply: ReturnType<Zoom['call']>) => (await reply).body.code;

test('a policy is made, changed and removed, and its groups are those of the account', async () => {
  const before = await zoom.all(LIST, 'policies');
  const [{ assigned_group_id, to_group_id, policy_name }] = before;
  const groups = new Map((await zoom.all('/groups', 'groups')).map(({ id, name }) => [id, name]));
  expect([policy_name, groups.get(assigned_group_id), groups.get(to_group_id)]).toEqual([
    'Sales and support',
    'Sales',
    'Support',
  ]);
  const { body: made } = await create({
    assigned_group_id: to_group_id,
    to_group_id: assigned_group_id,
    settings: { im: true },
  });
  expect(made).toMatchObject({ policy_name: 'New', settings: { im: true, meeting: false } });

  await zoom.call('PATCH', `${LIST}/${made.id}`, { status: 0, settings: { meeting: true } });
  const changed = { status: 0, policy_name: 'New', settings: { im: true, meeting: true } };
  expect((await zoom.get(`${LIST}/${made.id}`)).body).toMatchObject(changed);
  expect((await zoom.all(LIST, 'policies')).map(({ id }) => id)).toEqual([...before.map(({ id }) => id), made.id]);

  expect((await zoom.call('DELETE', `${LIST}/${made.id}`)).status).toBe(204);
  expect(await zoom.all(LIST, 'policies')).toEqual(before);
  expect(await codeOf(zoom.call('DELETE', `${LIST}/${made.id}`))).toBe(7001);
});

test('the same group twice, no name, another account and a pair that has a policy are refused', async () => {
  const [{ assigned_group_id, to_group_id }] = await zoom.all(LIST, 'policies');
  const two = { assigned_group_id: 'a', to_group_id: 'b' };
  expect(await codeOf(create({ assigned_group_id: 'a', to_group_id: 'a' }))).toBe(300);
  expect(await codeOf(create({ ...two, policy_name: '' }))).toBe(300);
  expect(await codeOf(zoom.call('POST', `/accounts/other${LIST}`, { ...two, policy_name: 'New' }))).toBe(2001);
  expect(await codeOf(create({ assigned_group_id, to_group_id }))).toBe(7002);
});

test('an account that does not pay has none', async () => {
  const free = await zoomOf({ users: 2, plan: 'free' });
  expect((await free.get(LIST)).body.code).toBe(200);
  await free.sandbox.close();
});
