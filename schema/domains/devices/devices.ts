/** Devices in Zoom Device Management, and their groups. */
import { ownAccount } from '../../../resolvers/account-scope.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { Device, ZdmGroup } from '../../../src/zoom/api/devices/devices.entities.ts';
import * as api from '../../../src/zoom/api/devices/devices.ts';
import { Room } from '../../../src/zoom/api/rooms/rooms.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Given } from '../../fields/mutation.ts';
import type { CostContext } from '../../plan/cost.ts';
import type { Domain } from '../../types/builder.ts';

/** The entity that a body names. */
const named = (of: Given['of'], param: string, key: string): Given => ({
  of,
  optional: true,
  params: ({ body }) => (body[key] === undefined ? undefined : { [param]: String(body[key]) }),
});
const account: Given = { of: Account, params: () => ownAccount };

export const managedDevicesDomain: Domain = (builder) => {
  entityObject(builder, Device, {
    omit: ['sdk_version', 'skd_version'],
    fields: (t) => ({
      sdkVersion: t.string({
        nullable: true,
        description: "The version of Zoom's SDK on the device.",
        extensions: {
          cost: ({ parents }: CostContext) =>
            parents.known.has('skd_version') ? {} : { loads: [{ ...parents, fields: ['sdk_version'] }] },
        },
        // The list has it under another name than the GET: what is at hand serves.
        resolve: async (device, _, { store }) => {
          if (!device.has('skd_version')) await store.load(device, ['sdk_version']);
          return device.get('skd_version') ?? device.get('sdk_version');
        },
      }),
      room: t.zoomRef({
        of: Room,
        requires: ['room_id', 'room_name'],
        link: (device) => {
          const id = device.get('room_id');
          return id ? { id, name: device.get('room_name') } : null;
        },
        knownFields: ['id', 'name'],
        description: 'The Zoom Room that the device belongs to.',
      }),
      user: t.zoomRef({
        of: User,
        requires: ['user_email'],
        link: (device) => {
          const email = device.get('user_email');
          return email ? { email } : null;
        },
        knownFields: ['email'],
        description: 'The user whom the Zoom Phone Appliance belongs to.',
      }),
    }),
  });
  entityObject(builder, ZdmGroup, {
    fields: (t) => ({
      zpaVersions: t.zoomObject({
        get: api.getZpaVersions,
        description: 'What the Zoom Phone Appliances of the group can be upgraded to.',
      }),
    }),
  });

  const devices = {
    list: api.listDevices,
    of: Device,
    path: () => ({}),
    description:
      'The devices in Zoom Device Management. Zoom leaves out Zoom Phone Appliances unless `deviceType` says otherwise.',
  };
  const zdmGroups = {
    list: api.listZdmGroups,
    of: ZdmGroup,
    path: () => ({}),
    description: 'The groups of devices in Zoom Device Management.',
  };
  builder.objectFields(refOf(builder, Account), (t) => ({
    devices: t.zoomConnection(devices),
    zdmGroups: t.zoomConnection(zdmGroups),
  }));
  builder.queryFields((t) => ({
    devices: t.zoomConnection(devices),
    device: t.zoomNode({
      of: Device,
      id: "The global id or Zoom's own.",
      description: 'One device in Zoom Device Management.',
    }),
    zdmGroups: t.zoomConnection(zdmGroups),
    zdmGroup: t.zoomNode({
      of: ZdmGroup,
      id: "The global id or Zoom's own.",
      description: 'One group of devices.',
    }),
  }));

  const pathEntities = { deviceId: Device };
  const room = named(Room, 'roomId', 'room_id');
  const zdmGroup = named(ZdmGroup, 'zdmGroupId', 'zdm_group_id');
  builder.mutationFields((t) => ({
    addDevice: t.zoomMutation('addDevice', {
      endpoint: api.addDevice,
      description:
        'Adds a device to Zoom Device Management. Zoom accepts it and adds it later; the answer does not name the device.',
      payload: { room, zdmGroup },
    }),
    updateDevice: t.zoomMutation('updateDevice', {
      endpoint: api.updateDevice,
      description: 'Updates the name of an enrolled device, its tag, its room and what it serves for.',
      pathEntities,
      payload: { device: Device },
    }),
    assignDevice: t.zoomMutation('assignDevice', {
      endpoint: api.assignDevice,
      description: 'Assigns an enrolled device to another Zoom Room.',
      pathEntities,
      payload: { device: Device, room },
    }),
    deleteDevice: t.zoomMutation('deleteDevice', {
      endpoint: api.deleteDevice,
      description: 'Deletes an enrolled device from the account.',
      pathEntities,
      payload: {},
      deletes: Device,
    }),
    assignZpaDevice: t.zoomMutation('assignZpaDevice', {
      endpoint: api.assignZpaDevice,
      description:
        'Assigns an enrolled Zoom Phone Appliance to a user or a common area, or unassigns it. Zoom names it by its maker and its hardware address.',
      payload: { account },
    }),
    upgradeZpaDevices: t.zoomMutation('upgradeZpaDevices', {
      endpoint: api.upgradeZpaDevices,
      description:
        'Upgrades the firmware or the app of the Zoom Phone Appliances in a group. Zoom accepts it and does it later.',
      payload: { zdmGroup },
    }),
    deleteZpaDevice: t.zoomMutation('deleteZpaDevice', {
      endpoint: api.deleteZpaDevice,
      description: 'Deletes a Zoom Phone Appliance from Zoom Device Management, by its maker and its hardware address.',
      pathDescriptions: {
        vendor: 'Who made the appliance.',
        macAddress: 'The hardware address of the appliance.',
      },
      payload: { account },
    }),
  }));
};
