import { PhoneSiteRef } from '../../../src/zoom/api/phone/common.ts';
import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import { listPhoneSites } from '../../../src/zoom/api/phone/sites.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { entityObject, refOf, showAsRef } from '../../fields/entity.ts';
import { builder } from '../../types/builder.ts';
import { Phone } from './phone.ts';

showAsRef(PhoneSiteRef, PhoneSite);
entityObject(PhoneSite);

builder.objectField(Phone, 'sites', (t) =>
  t.zoomConnection({
    list: listPhoneSites,
    of: PhoneSite,
    description: 'The sites into which the account is divided.',
  }),
);
builder.objectField(refOf(PhoneSite), 'members', (t) =>
  t.zoomConnection({
    list: listPhoneUsers,
    of: PhoneUser,
    parentQuery: { site_id: (site) => site.zoomId },
    description: 'The phone users who belong to the site.',
  }),
);
