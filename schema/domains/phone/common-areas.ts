import { CommonArea } from '../../../src/zoom/api/phone/common-areas.entities.ts';
import * as api from '../../../src/zoom/api/phone/common-areas.ts';
import { PhoneDevice } from '../../../src/zoom/api/phone/devices.entities.ts';
import { PhoneNumber } from '../../../src/zoom/api/phone/numbers.entities.ts';
import { entityObject, showAsRef } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneCommonAreasDomain: Domain = (builder) => {
  showAsRef(builder, api.CommonAreaDeskPhone, PhoneDevice);
  entityObject(builder, CommonArea, {
    fields: (t) => ({
      numbers: t.zoomRefs({
        of: PhoneNumber,
        requires: ['phone_numbers'],
        links: (area) => area.get('phone_numbers')?.map(({ id, number }) => ({ id, number })),
        description: 'The numbers at which the common area can be called.',
      }),
    }),
  });

  builder.objectField(phoneOf(builder), 'commonAreas', (t) =>
    t.zoomConnection({
      list: api.listCommonAreas,
      of: CommonArea,
      description: 'The phones that belong to places and not to people.',
    }),
  );

  const pathEntities = { commonAreaId: CommonArea };
  builder.mutationFields((t) => ({
    createCommonArea: t.zoomMutation('createCommonArea', {
      endpoint: api.createCommonArea,
      description: 'Creates a common area.',
      payload: { commonArea: CommonArea },
    }),
    updateCommonArea: t.zoomMutation('updateCommonArea', {
      endpoint: api.updateCommonArea,
      description: 'Updates a common area. What is left out stays.',
      pathEntities,
      payload: { commonArea: CommonArea },
    }),
    deleteCommonArea: t.zoomMutation('deleteCommonArea', {
      endpoint: api.deleteCommonArea,
      description: 'Deletes a common area.',
      pathEntities,
      payload: {},
      deletes: CommonArea,
    }),
  }));
};
