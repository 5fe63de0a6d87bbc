import { PhoneDevice } from '../../resolvers/phone/devices.ts';
import { PhoneUser } from '../../resolvers/phone/users.ts';
import * as api from '../../src/zoom/api/phone/devices.ts';
import { isWord } from '../../src/zoom/shape.ts';
import { builder } from '../builder.ts';
import { entityObject } from '../entity.ts';
import { objectOf } from '../shape.ts';
import { Phone } from './phone.ts';

entityObject(PhoneDevice);

builder.objectField(objectOf(api.PhoneDeviceAssignee), 'user', (t) =>
  t.zoomRef({
    of: PhoneUser,
    link: ({ id, extension_type }) => (isWord(extension_type, 'user') ? { id: id as string } : null),
    description: 'The phone user, if the device belongs to one.',
  }),
);
builder.objectField(Phone, 'devices', (t) =>
  t.zoomConnection({
    list: api.listPhoneDevices,
    of: PhoneDevice,
    each: { param: 'type', usual: ['ASSIGNED', 'UNASSIGNED'] },
    description: 'The desk phones of the account.',
  }),
);
