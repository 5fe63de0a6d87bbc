import { expect, test } from 'vitest';
import { stub } from '../../stub.ts';

test('common areas, with their site as an edge that costs nothing', async () => {
  const lobby = {
    id: 'c1',
    display_name: 'Lobby',
    site: { id: 's1', name: 'Berlin' },
    desk_phones: [{ status: 'online' }],
  };
  const { run, calls } = stub({ 'GET /phone/common_areas': { common_areas: [lobby], next_page_token: '' } });
  const { data } = await run('{ phone { commonAreas { nodes { zoomId site { name } deskPhones { status } } } } }');
  expect(data).toEqual({
    phone: { commonAreas: { nodes: [{ zoomId: 'c1', site: { name: 'Berlin' }, deskPhones: [{ status: 'ONLINE' }] }] } },
  });
  expect(calls).toEqual(['GET /phone/common_areas?page_size=30']);
});
