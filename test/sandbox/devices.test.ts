/** Devices of all kinds keep what is written, and hang together with rooms and users. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ users: 12, subAccounts: 1 });
});
afterAll(() => world.close());

const ask = async <T = Record<string, unknown>>(text: string, variables?: object): Promise<T> => {
  const { data, errors } = await world.run<T>(text, variables);
  expect(errors).toBeUndefined();
  return data as T;
};
const codesOf = async (field: string) => {
  const { errors = [] } = await world.run(`mutation { ${field} }`);
  return errors.map(({ extensions }) => extensions.zoom?.code);
};
interface Listed {
  readonly devices: {
    readonly nodes: readonly { zoomId: string; vendor: string; macAddress: string; userEmail: string | null }[];
  };
}
const appliances = async () => {
  const { devices } = await ask<Listed>(
    '{ devices(deviceType: ZOOM_PHONE_APPLIANCE) { nodes { zoomId vendor macAddress userEmail } } }',
  );
  return devices.nodes;
};

test('devices of Zoom Rooms are listed with their rooms, appliances only when they are asked for', async () => {
  const { devices } = await ask<{ devices: { nodes: { deviceType: string; room: { name: string } }[] } }>(
    '{ devices { nodes { deviceType room { name } } } }',
  );
  expect(devices.nodes).toHaveLength(10);
  expect(devices.nodes[0]).toEqual({ deviceType: 'ZOOM_ROOMS_COMPUTER', room: { name: 'Room 1' } });
  expect((await appliances()).map(({ vendor }) => vendor)).toEqual(['Poly', 'Poly', 'Poly']);
});

test('a device is added, assigned to a room, renamed and deleted', async () => {
  const [first, second] = (
    await ask<{ zoomRooms: { rooms: { nodes: { zoomId: string; name: string }[] } } }>(
      '{ zoomRooms { rooms { nodes { zoomId name } } } }',
    )
  ).zoomRooms.rooms.nodes;
  const input = {
    ...{ name: 'New', deviceType: 'CONTROLLER', macAddress: '00', serialNumber: 'SN1', vendor: 'Apple' },
    ...{ model: 'iPad', roomId: first?.zoomId },
  };
  const add = 'mutation ($input: AddDeviceInput!) { addDevice(input: $input) { room { name } } }';
  expect(await ask(add, { input })).toEqual({ addDevice: { room: { name: first?.name } } });
  const { errors: again = [] } = await world.run(add, { input });
  expect(again.map(({ extensions }) => extensions.zoom?.code)).toEqual([30055006]);

  const { devices } = await ask<Listed>('{ devices(searchText: "SN1") { nodes { zoomId } } }');
  const id = devices.nodes[0]?.zoomId;
  const changed = await ask(
    `mutation ($id: ID!, $at: ID!) {
      assignDevice(input: { deviceId: $id, roomId: $at, appType: SCHEDULING_DISPLAY }) { room { name } }
      updateDevice(input: { deviceId: $id, name: "Newer", tag: "lab" }) {
        device { name tag deviceType room { name } }
      }
    }`,
    { id, at: second?.zoomId },
  );
  const room = { name: second?.name };
  expect(changed).toEqual({
    assignDevice: { room },
    updateDevice: { device: { name: 'Newer', tag: 'lab', deviceType: 'SCHEDULING_DISPLAY', room } },
  });
  await ask('mutation ($id: ID!) { deleteDevice(input: { deviceId: $id }) { deletedDeviceId } }', { id });
  expect(await codesOf(`updateDevice(input: { deviceId: "${id}", name: "x" }) { device { id } }`)).toEqual([30055012]);
});

test('an appliance goes from one user to another, and to nobody', async () => {
  const [one] = await appliances();
  const named = `vendor: "poly", macAddress: "${one?.macAddress}"`;
  const { phone } = await ask<{ phone: { users: { nodes: { email: string; extensionNumber: string }[] } } }>(
    '{ phone { users { nodes { email extensionNumber } } } }',
  );
  const heir = phone.users.nodes.find(({ email }) => email !== one?.userEmail);
  const assign = (more: string) => ask(`mutation { assignZpaDevice(input: { ${named} ${more} }) { account { id } } }`);
  await assign(`extensionNumber: "${heir?.extensionNumber}"`);
  expect((await appliances())[0]?.userEmail).toBe(heir?.email);
  await assign('');
  expect((await appliances())[0]?.userEmail).toBeNull();
  await ask(`mutation { deleteZpaDevice(input: { ${named} }) { account { id } } }`);
  expect(await appliances()).toHaveLength(2);
  expect(await codesOf(`deleteZpaDevice(input: { ${named} }) { account { id } }`)).toEqual([30051039]);
  expect(await codesOf(`assignZpaDevice(input: { ${named} }) { account { id } }`)).toEqual([30051039]);
});

test('a group is upgraded to a version that Zoom has for it', async () => {
  interface Groups {
    readonly zdmGroups: { readonly nodes: readonly { zoomId: string; zpaVersions: { appVersions: string[] } }[] };
  }
  const { zdmGroups } = await ask<Groups>('{ zdmGroups { nodes { zoomId zpaVersions { appVersions } } } }');
  const [group] = zdmGroups.nodes;
  const version = group?.zpaVersions.appVersions[1];
  await ask(
    `mutation ($group: ID!, $version: String!) {
      upgradeZpaDevices(input: { zdmGroupId: $group, data: { upgradeType: UPGRADE_APP, appVersion: $version } }) {
        zdmGroup { name }
      }
    }`,
    { group: group?.zoomId, version },
  );
  const { devices } = await ask<{ devices: { nodes: { appVersion: string }[] } }>(
    '{ devices(deviceType: ZOOM_PHONE_APPLIANCE) { nodes { appVersion } } }',
  );
  expect(new Set(devices.nodes.map(({ appVersion }) => appVersion))).toEqual(new Set([version]));
  const wrong = (id: string, data: string) =>
    codesOf(`upgradeZpaDevices(input: { zdmGroupId: "${id}", data: { ${data} } }) { zdmGroup { id } }`);
  expect(await wrong('none', 'upgradeType: UPGRADE_APP, appVersion: "1"')).toEqual([30055018]);
  expect(await wrong(String(group?.zoomId), 'upgradeType: UPGRADE_FIRMWARE, appVersion: "1"')).toEqual([30052029]);
});

test('the SIP phones of a user are those that bear the email, and each email has one', async () => {
  interface Phones {
    readonly users: { readonly nodes: readonly { email: string; sipPhones: { nodes: { userEmail: string }[] } }[] };
  }
  const { users } = await ask<Phones>('{ users(first: 8) { nodes { email sipPhones { nodes { userEmail } } } } }');
  const shown = users.nodes.flatMap(({ email, sipPhones }) =>
    sipPhones.nodes.map(({ userEmail }) => [email, userEmail]),
  );
  expect(shown).toHaveLength(2);
  for (const [email, userEmail] of shown) expect(userEmail).toBe(email);
  const of = (email: string) => `createSipPhone(input: {
    userEmail: "${email}", userName: "1", authorizationName: "a", password: "p", domain: "d", server: { registerServer: "s" }
  }) { sipPhone { user { email } } }`;
  expect(await codesOf(of(String(shown[0]?.[0])))).toEqual([300]);
  expect(await ask(`mutation { ${of(`${shown[0]?.[0]}.pc`)} }`)).toEqual({
    createSipPhone: { sipPhone: { user: { email: shown[0]?.[0] } } },
  });
});

test('a display name is that of one H.323 device alone', async () => {
  const make = (name: string) =>
    codesOf(
      `createH323Device(input: { name: "${name}", ip: "1", protocol: SIP, encryption: NO }) { h323Device { id } }`,
    );
  expect(await make('Auditorium')).toEqual([2020]);
  expect(await make('Foyer')).toEqual([]);
  const { h323Devices } = await ask<{ h323Devices: { nodes: { name: string }[] } }>(
    '{ h323Devices { nodes { name } } }',
  );
  expect(h323Devices.nodes.map(({ name }) => name)).toEqual(['Board room', 'Auditorium', 'Foyer']);
});

test('a SIP trunk number is assigned to one account, until it is taken away', async () => {
  const { account } = await ask<{
    account: { sipTrunkNumbers: { nodes: { number: string }[] }; subAccounts: { nodes: { zoomId: string }[] } };
  }>('{ account { sipTrunkNumbers { nodes { number } } subAccounts { nodes { zoomId } } } }');
  const [number] = account.sipTrunkNumbers.nodes;
  const sub = account.subAccounts.nodes[0]?.zoomId;
  const assign = (to: string | undefined) =>
    codesOf(
      `assignSipTrunkNumbers(input: { accountId: "${to}", phoneNumbers: ["${number?.number}"] }) { account { id } }`,
    );
  expect(await assign(sub)).toEqual([]);
  expect(await assign('me')).toEqual([300]);
  expect(await codesOf(`deleteSipTrunkNumbers(input: { accountId: "${sub}" }) { account { id } }`)).toEqual([]);
  expect(await assign('me')).toEqual([]);
});
