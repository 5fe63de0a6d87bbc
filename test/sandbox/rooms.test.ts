/** Zoom Rooms hang together with their locations and the dashboard, and keep what is written. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ users: 4 });
});
afterAll(() => world.close());
type Nodes<T> = { nodes: T[] };
interface Location {
  readonly zoomId: string;
  readonly name: string;
  readonly type: string;
}

const floors = async (): Promise<Location[]> => {
  const { data, errors } = await world.run<{ zoomRooms: { locations: Nodes<Location> } }>(
    '{ zoomRooms { locations(type: FLOOR) { nodes { zoomId name type } } } }',
  );
  expect(errors).toBeUndefined();
  return data?.zoomRooms.locations.nodes ?? [];
};

test('from a room it goes up the tree of locations, level by level', async () => {
  const { data, errors } = await world.run(`{ zoomRooms { locationStructure rooms(first: 1) { nodes {
    name location { type parent { type parent { type parent { type parent { type } } } } }
  } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    zoomRooms: {
      locationStructure: ['COUNTRY', 'CITY', 'BUILDING', 'FLOOR'],
      rooms: {
        nodes: [
          {
            name: 'Room 1',
            location: {
              type: 'FLOOR',
              parent: { type: 'BUILDING', parent: { type: 'CITY', parent: { type: 'COUNTRY', parent: null } } },
            },
          },
        ],
      },
    },
  });
});

test('the rooms of the dashboard are those of the account', async () => {
  const { data, errors } = await world.run<{
    dashboard: { zoomRooms: Nodes<{ roomName: string; room: { name: string; dashboardRoom: { roomName: string } } }> };
  }>('{ dashboard { zoomRooms { nodes { roomName room { name dashboardRoom { roomName } } } } } }');
  expect(errors).toBeUndefined();
  const rooms = data?.dashboard.zoomRooms.nodes ?? [];
  expect(rooms).toHaveLength(5);
  for (const { roomName, room } of rooms) expect(room).toEqual({ name: roomName, dashboardRoom: { roomName } });
});

test('a room is created, renamed, moved and deleted', async () => {
  const [one, other] = await floors();
  const created = await world.run<{ createRoom: { room: { zoomId: string } } }>(
    'mutation ($at: ID) { createRoom(input: { name: "New", type: KIOSK, locationId: $at }) { room { zoomId } } }',
    { at: one?.zoomId },
  );
  expect(created.errors).toBeUndefined();
  const id = created.data?.createRoom.room.zoomId;
  const changed = await world.run(
    `mutation ($id: ID!, $at: ID!) {
      updateRoom(input: { roomId: $id, basic: { name: "Newer" } }) { room { name basic { name zoomRoomType } } }
      moveRoom(input: { roomId: $id, locationId: $at }) { room { name location { name rooms { nodes { zoomId } } } } }
    }`,
    { id, at: other?.zoomId },
  );
  expect(changed.errors).toBeUndefined();
  expect(changed.data).toMatchObject({
    updateRoom: { room: { name: 'Newer', basic: { name: 'Newer', zoomRoomType: 'KIOSK' } } },
    moveRoom: { room: { name: 'Newer', location: { name: other?.name } } },
  });
  const gone = await world.run('mutation ($id: ID!) { deleteRoom(input: { roomId: $id }) { deletedRoomId } }', { id });
  expect(gone.errors).toBeUndefined();
  const { errors = [] } = await world.run('query ($id: ID!) { zoomRooms { room(id: $id) { basic { name } } } }', {
    id,
  });
  expect(errors.map(({ extensions }) => extensions.zoom?.code)).toEqual([1012]);
});

test.each([
  ['createRoomLocation(input: { name: "Berlin" }) { roomLocation { zoomId } }', 300],
  ['createRoomLocation(input: { name: "Nowhere", parentLocationId: "none" }) { roomLocation { zoomId } }', 4801],
  ['createRoom(input: { name: "Lost", type: KIOSK, locationId: "none" }) { room { zoomId } }', 4801],
])('%s is refused', async (field, code) => {
  const { errors = [] } = await world.run(`mutation { ${field} }`);
  expect(errors.map(({ extensions }) => extensions.zoom?.code)).toEqual([code]);
});

test('settings keep what is written, each kind by itself', async () => {
  const { data, errors } = await world.run(`mutation {
    updateZoomRoomsAlertSettings(input: { notification: { batteryPercentage: "15" } }) {
      account { zoomRooms { alertSettings { notification { batteryPercentage } } signageSettings { digitalSignage { mute } } } }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    updateZoomRoomsAlertSettings: {
      account: { zoomRooms: { alertSettings: { notification: { batteryPercentage: '15' } } } },
    },
  });
});
