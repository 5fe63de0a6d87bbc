import { entity } from '../../declare/entity.ts';
import * as api from './devices.ts';

export const Device = entity('Device', {
  shape: api.Device,
  key: { deviceId: 'device_id' },
  get: api.getDevice,
  foundIn: [api.listDevices],
});

export const ZdmGroup = entity('ZdmGroup', {
  shape: api.ZdmGroup,
  key: { zdmGroupId: 'zdm_group_id' },
  foundIn: [api.listZdmGroups],
});
