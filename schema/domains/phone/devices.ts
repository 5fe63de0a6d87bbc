import { PhoneDevice } from '../../../src/zoom/api/phone/devices.entities.ts';
import * as api from '../../../src/zoom/api/phone/devices.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { assigneeBy, phoneAssigneeOf } from './assignees.ts';
import { phoneOf } from './phone.ts';

export const phoneDevicesDomain: Domain = (builder) => {
  entityObject(builder, PhoneDevice);

  builder.objectFields(objectOf(builder, api.PhoneDeviceAssignee), (t) => ({
    entity: t.zoomAny({
      of: phoneAssigneeOf(builder),
      link: (assignee) => assigneeBy(assignee.extension_type, assignee),
      description: 'The assignee itself: a phone user or a common area.',
    }),
    user: t.zoomRef({
      of: PhoneUser,
      link: ({ id, extension_type }) => (isWord(extension_type, 'user') ? { id: id as string } : null),
      description: 'The phone user, if the device belongs to one.',
      deprecationReason: 'Use `entity { ... on PhoneUser }`.',
    }),
  }));
  builder.objectField(phoneOf(builder), 'devices', (t) =>
    t.zoomConnection({
      list: api.listPhoneDevices,
      of: PhoneDevice,
      perValue: { param: 'type', default: ['ASSIGNED', 'UNASSIGNED'] },
      description: 'The desk phones of the account.',
    }),
  );
  const pathEntities = { deviceId: PhoneDevice };
  const pathNames = { deviceId: 'phoneDeviceId' };
  builder.mutationFields((t) => ({
    createPhoneDevice: t.zoomMutation('createPhoneDevice', {
      endpoint: api.createPhoneDevice,
      description: 'Adds a desk phone to the account, for somebody or for nobody yet.',
      payload: { phoneDevice: PhoneDevice },
    }),
    updatePhoneDevice: t.zoomMutation('updatePhoneDevice', {
      endpoint: api.updatePhoneDevice,
      description: 'Updates a desk phone. What is left out stays.',
      pathEntities,
      pathNames,
      payload: { phoneDevice: PhoneDevice },
    }),
    deletePhoneDevice: t.zoomMutation('deletePhoneDevice', {
      endpoint: api.deletePhoneDevice,
      description: 'Deletes a desk phone from the account. It must belong to nobody.',
      pathEntities,
      pathNames,
      payload: {},
      deletes: PhoneDevice,
    }),
  }));
};
