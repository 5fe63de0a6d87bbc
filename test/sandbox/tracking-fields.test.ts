import { expect, test } from 'vitest';
import { zoomOf } from './harness.ts';

test('a tracking field is made, used by a meeting, changed and removed', async () => {
  const zoom = await zoomOf({ users: 5 });
  const listed = () => zoom.all('/tracking_fields', 'tracking_fields');
  const before = await listed();
  expect(before).toMatchObject([{ field: 'Cost centre' }, {}, {}]);

  const { body: team } = await zoom.call('POST', '/tracking_fields', { field: 'Team', recommended_values: ['A'] });
  expect(await listed()).toEqual([...before, team]);
  const tracking_fields = [{ field: 'Team', value: 'A' }];
  const { body: meeting } = await zoom.call('POST', '/users/me/meetings', { topic: 'T', tracking_fields });
  expect((await zoom.get(`/meetings/${meeting.id}`)).body).toMatchObject({ tracking_fields });

  const path = `/tracking_fields/${team.id}`;
  await zoom.call('PATCH', path, { recommended_values: [] });
  expect((await zoom.get(path)).body).toMatchObject({ field: 'Team', recommended_values: [] });
  expect((await zoom.call('DELETE', path)).status).toBe(204);
  expect(await listed()).toEqual(before);
  expect((await zoom.get(path)).status).toBe(404);
  await zoom.sandbox.close();
});
