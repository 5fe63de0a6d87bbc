import * as api from '../../../src/zoom/api/phone/devices.ts';
import { entity } from '../../entity.ts';

export const PhoneDevice = entity('PhoneDevice', {
  shape: api.PhoneDevice,
  key: { deviceId: 'id' },
  get: api.getPhoneDevice,
  foundIn: [{ list: api.listPhoneDevices, queries: [{ type: 'assigned' }, { type: 'unassigned' }] }],
});
