import { AutoReceptionist } from '../../../src/zoom/api/phone/auto-receptionists.entities.ts';
import * as api from '../../../src/zoom/api/phone/auto-receptionists.ts';
import { PhoneNumber } from '../../../src/zoom/api/phone/numbers.entities.ts';
import { MainAutoReceptionist } from '../../../src/zoom/api/phone/sites.ts';
import { entityObject, showAsRef } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneAutoReceptionistsDomain: Domain = (builder) => {
  showAsRef(builder, MainAutoReceptionist, AutoReceptionist);
  entityObject(builder, AutoReceptionist, {
    fields: (t) => ({
      numbers: t.zoomRefs({
        of: PhoneNumber,
        requires: ['phone_numbers'],
        links: (receptionist) => receptionist.get('phone_numbers')?.map(({ id, number }) => ({ id, number })),
        description: 'The numbers at which the auto receptionist can be called.',
      }),
    }),
  });

  builder.objectField(phoneOf(builder), 'autoReceptionists', (t) =>
    t.zoomConnection({
      list: api.listAutoReceptionists,
      of: AutoReceptionist,
      description: 'The auto receptionists of the account.',
    }),
  );

  const pathEntities = { autoReceptionistId: AutoReceptionist };
  const payload = { autoReceptionist: AutoReceptionist };
  builder.mutationFields((t) => ({
    updateAutoReceptionist: t.zoomMutation('updateAutoReceptionist', {
      endpoint: api.updateAutoReceptionist,
      description: 'Updates an auto receptionist. What is left out stays.',
      pathEntities,
      payload,
    }),
    assignAutoReceptionistNumbers: t.zoomMutation('assignAutoReceptionistNumbers', {
      endpoint: api.assignAutoReceptionistNumbers,
      description: 'Assigns phone numbers to an auto receptionist.',
      pathEntities,
      payload,
    }),
    unassignAutoReceptionistNumber: t.zoomMutation('unassignAutoReceptionistNumber', {
      endpoint: api.unassignAutoReceptionistNumber,
      description: 'Unassigns a phone number from an auto receptionist.',
      pathEntities: { ...pathEntities, phoneNumberId: PhoneNumber },
      payload: { ...payload, phoneNumber: PhoneNumber },
    }),
    unassignAllAutoReceptionistNumbers: t.zoomMutation('unassignAllAutoReceptionistNumbers', {
      endpoint: api.unassignAllAutoReceptionistNumbers,
      description: 'Unassigns all phone numbers from an auto receptionist.',
      pathEntities,
      payload,
    }),
  }));
};
