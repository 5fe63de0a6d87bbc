import { PhoneDevice } from '../../../src/zoom/api/phone/devices.entities.ts';
import * as api from '../../../src/zoom/api/phone/devices.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

export const phoneDevicesDomain: Domain = (builder) => {
  entityObject(builder, PhoneDevice);

  builder.objectField(objectOf(builder, api.PhoneDeviceAssignee), 'user', (t) =>
    t.zoomRef({
      of: PhoneUser,
      link: ({ id, extension_type }) => (isWord(extension_type, 'user') ? { id: id as string } : null),
      description: 'The phone user, if the device belongs to one.',
    }),
  );
  builder.objectField(phoneOf(builder), 'devices', (t) =>
    t.zoomConnection({
      list: api.listPhoneDevices,
      of: PhoneDevice,
      perValue: { param: 'type', default: ['ASSIGNED', 'UNASSIGNED'] },
      description: 'The desk phones of the account.',
    }),
  );
};
