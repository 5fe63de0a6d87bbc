import { CallQueue } from '../../../src/zoom/api/phone/call-queues.entities.ts';
import { listCallQueues } from '../../../src/zoom/api/phone/call-queues.ts';
import { PhoneSiteRef } from '../../../src/zoom/api/phone/common.ts';
import { CommonArea } from '../../../src/zoom/api/phone/common-areas.entities.ts';
import { listCommonAreas } from '../../../src/zoom/api/phone/common-areas.ts';
import { PhoneDevice } from '../../../src/zoom/api/phone/devices.entities.ts';
import { listPhoneDevices } from '../../../src/zoom/api/phone/devices.ts';
import { PhoneNumber } from '../../../src/zoom/api/phone/numbers.entities.ts';
import { listPhoneNumbers } from '../../../src/zoom/api/phone/numbers.ts';
import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import * as api from '../../../src/zoom/api/phone/sites.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { entityObject, refOf, showAsRef } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneSitesDomain: Domain = (builder) => {
  showAsRef(builder, PhoneSiteRef, PhoneSite);
  entityObject(builder, PhoneSite);

  builder.objectField(phoneOf(builder), 'sites', (t) =>
    t.zoomConnection({
      list: api.listPhoneSites,
      of: PhoneSite,
      description: 'The sites into which the account is divided.',
    }),
  );
  const ofSite = { site_id: (site: { readonly zoomId: string }) => site.zoomId };
  builder.objectField(refOf(builder, PhoneSite), 'callQueues', (t) =>
    t.zoomConnection({
      list: listCallQueues,
      of: CallQueue,
      parentQuery: ofSite,
      description: 'The call queues of the site.',
    }),
  );
  builder.objectField(refOf(builder, PhoneSite), 'numbers', (t) =>
    t.zoomConnection({
      list: listPhoneNumbers,
      of: PhoneNumber,
      parentQuery: ofSite,
      description: 'The phone numbers of the site.',
    }),
  );
  builder.objectField(refOf(builder, PhoneSite), 'members', (t) =>
    t.zoomConnection({
      list: listPhoneUsers,
      of: PhoneUser,
      parentQuery: ofSite,
      description: 'The phone users who belong to the site.',
    }),
  );
  builder.objectField(refOf(builder, PhoneSite), 'devices', (t) =>
    t.zoomConnection({
      list: listPhoneDevices,
      of: PhoneDevice,
      parentQuery: ofSite,
      perValue: { param: 'type', default: ['ASSIGNED', 'UNASSIGNED'] },
      description: 'The desk phones of the site.',
    }),
  );
  builder.objectField(refOf(builder, PhoneSite), 'commonAreas', (t) =>
    t.zoomConnection({
      list: listCommonAreas,
      of: CommonArea,
      parentQuery: ofSite,
      description: 'The common areas of the site.',
    }),
  );

  const pathEntities = { siteId: PhoneSite };
  builder.mutationFields((t) => ({
    createPhoneSite: t.zoomMutation('createPhoneSite', {
      endpoint: api.createPhoneSite,
      description: 'Creates a site, with an auto receptionist that answers its main number.',
      payload: { phoneSite: PhoneSite },
    }),
    updatePhoneSite: t.zoomMutation('updatePhoneSite', {
      endpoint: api.updatePhoneSite,
      description: 'Updates a site. What is left out stays.',
      pathEntities,
      payload: { phoneSite: PhoneSite },
    }),
    deletePhoneSite: t.zoomMutation('deletePhoneSite', {
      endpoint: api.deletePhoneSite,
      description: 'Deletes a site. Its users, numbers and phones go to another one. The main site cannot be deleted.',
      pathEntities,
      payload: {},
      deletes: PhoneSite,
    }),
  }));
};
