/** Devices in Zoom Device Management: two in each Zoom Room, and desk phones of a few phone users, all of which are in the first group. */
import * as api from '../../../zoom/api/devices/devices.ts';
import { type Account, type Call, operations, refuse, row } from '../../call.ts';
import { resource, type Thing } from '../../resource.ts';
import { hash, type Known } from '../../seeded.ts';
import { phoneOf, phoneUsersIn } from '../phone/users.ts';
import { rooms } from '../rooms/rooms.ts';

const IN_ROOMS: Readonly<Record<string, Known>> = {
  computer: { device_type: 0, vendor: 'Lenovo', model: 'ThinkSmart Core', platform_os: 'win' },
  controller: { device_type: 1, vendor: 'Apple', model: 'iPad', platform_os: 'ipad' },
};
const ZPA = { device_type: 5, vendor: 'Poly', model: 'CCX 600', platform_os: 'android' };
const APPLIANCES = 3;
const ENROLLED = { device_status: 1, enrolled_in_zdm: true, connected_to_zdm: true };

/** Why a device cannot belong to what a body says. */
const refusedIn = ({ account, body }: Call) => {
  const { room_id, user_email } = body as Known;
  if (room_id !== undefined && !rooms.in(account).get(String(room_id))) return refuse.deviceRoom(room_id);
  return user_email !== undefined && !userBy(account, 'email', user_email) && refuse.deviceUser(user_email);
};
const userBy = (account: Account, field: 'email' | 'extension_number', value: unknown) =>
  phoneUsersIn(account).find((user) => String({ ...user, ...phoneOf(account, user) }[field]) === String(value));

export const managedDevices = resource(api.getDevice, {
  name: 'managed device',
  named: 'device_name',
  initial: (account) => {
    const macOf = (name: string) => ({ mac_address: hash(`${account.seed}/${name}`).toString(16).padStart(12, '0') });
    const begun = rooms
      .in(account)
      .all()
      .filter(({ nth }) => nth !== undefined);
    const inRooms = begun.flatMap(({ id, name }) =>
      Object.entries(IN_ROOMS).map(([kind, known]) => [`${name} ${kind}`, { ...known, room_id: id }] as const),
    );
    const phones = phoneUsersIn(account)
      .slice(0, APPLIANCES)
      .map(({ email }) => [`Phone of ${email}`, { ...ZPA, user_email: email }] as const);
    return Object.fromEntries(
      [...inRooms, ...phones].map(([name, known]) => [name, { ...ENROLLED, ...known, ...macOf(name) }]),
    );
  },
  defaults: { ...ENROLLED, device_status: 0, connected_to_zdm: false },
  unread: ['extension_number', 'zdm_group_id'],
  unique: { fields: ['mac_address'], refuse: refuse.deviceTaken },
  refuse: { missing: refuse.device, create: refusedIn, update: (_, call) => refusedIn(call) },
  filters: { device_type: '-1', is_enrolled_in_zdm: 'true' },
  where: {
    device_type: ({ device_type }, asked) =>
      asked === '-1' ? device_type !== ZPA.device_type : String(device_type) === asked,
    is_enrolled_in_zdm: ({ enrolled_in_zdm }, asked) => String(enrolled_in_zdm) === asked,
    device_vendor: ({ vendor }, asked) => vendor === asked,
    device_model: ({ model }, asked) => model === asked,
    search_text: ({ device_name, serial_number }, asked) => `${device_name}\n${serial_number}`.includes(asked),
  },
  shown: ({ room_id, user_email }, account) => {
    const room = rooms.in(account).get(String(room_id));
    return { room_id: room?.id, room_name: room?.name, user_email };
  },
  on: (on) => {
    on(api.assignDevice, ({ account, body: { room_id = '', app_type = 'ZR' } }, { thing, things }) => {
      things.change(thing.id, { room_id: rooms.in(account).find(room_id).id, device_type: TYPES[String(app_type)] });
    });
  },
});
/** The types of devices, by what they are assigned as. */
const TYPES: Readonly<Record<string, number>> = { ZR: 0, ZRC: 1, ZRP: 2, ZRW: 4 };

export const zdmGroups = resource(api.listZdmGroups, {
  name: 'device group',
  named: 'name',
  initial: ['Offices', 'Pilot'],
});

/** The appliance of a maker with a hardware address. Throws Zoom's refusal where there is none. */
const applianceAt = (account: Account, vendor: unknown, mac: unknown): Thing => {
  const isMeant = (device: Thing) =>
    device.device_type === ZPA.device_type &&
    device.mac_address === mac &&
    String(device.vendor).toLowerCase() === String(vendor).toLowerCase();
  const found = managedDevices.in(account).all().find(isMeant);
  if (!found) throw refuse.appliance(mac);
  return found;
};
export const appliances = operations((on) => {
  on(api.assignZpaDevice, ({ account, body: { vendor, mac_address, extension_number } }) => {
    const { id } = applianceAt(account, vendor, mac_address);
    const user = extension_number === undefined ? undefined : userBy(account, 'extension_number', extension_number);
    if (extension_number !== undefined && !user) throw refuse.extension(extension_number);
    managedDevices.in(account).change(id, { user_email: user?.email });
  });
  on(api.deleteZpaDevice, ({ account, path }) => {
    managedDevices.in(account).remove(applianceAt(account, path.vendor, path.macAddress).id, true);
  });
  on(api.getZpaVersions, ({ account, path }) => {
    const { id } = zdmGroups.in(account).find(path.zdmGroupId, refuse.zpaGroup);
    const firmware_versions = [{ vendor: ZPA.vendor, model: ZPA.model, version: '9.0.1', warn_info: '' }];
    return row(`device group/${id}/versions`, { firmware_versions, app_versions: ['6.1.0', '6.2.0'] });
  });
  on(api.upgradeZpaDevices, ({ account, body: { zdm_group_id, data } }) => {
    const { nth } = zdmGroups.in(account).find(zdm_group_id, refuse.deviceGroup);
    const { upgrade_type, app_version, firmware_versions } = data;
    if (upgrade_type === 'UPGRADE_FIRMWARE' && !firmware_versions?.length) throw refuse.firmware();
    if (upgrade_type === 'UPGRADE_APP' && !app_version) throw refuse.appVersion();
    const all = managedDevices.in(account);
    for (const { id, device_type } of nth === 0 && app_version ? all.all() : [])
      if (device_type === ZPA.device_type) all.change(id, { app_version });
  });
});
