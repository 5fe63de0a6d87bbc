import { PhoneSiteRef } from '../../../src/zoom/api/phone/common.ts';
import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import { listPhoneSites } from '../../../src/zoom/api/phone/sites.ts';
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
      list: listPhoneSites,
      of: PhoneSite,
      description: 'The sites into which the account is divided.',
    }),
  );
  builder.objectField(refOf(builder, PhoneSite), 'members', (t) =>
    t.zoomConnection({
      list: listPhoneUsers,
      of: PhoneUser,
      parentQuery: { site_id: (site) => site.zoomId },
      description: 'The phone users who belong to the site.',
    }),
  );
};
