import { entity } from '../../declare/entity.ts';
import * as api from './devices.ts';

export const PhoneDevice = entity('PhoneDevice', {
  shape: api.PhoneDevice,
  key: { deviceId: 'id' },
  get: api.getPhoneDevice,
  foundIn: [{ list: api.listPhoneDevices, queries: [{ type: 'assigned' }, { type: 'unassigned' }] }],
});
