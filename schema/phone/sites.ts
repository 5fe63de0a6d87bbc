import { PhoneSite } from '../../resolvers/phone/sites.ts';
import { PhoneSiteRef } from '../../src/zoom/api/phone/common.ts';
import { listPhoneSites } from '../../src/zoom/api/phone/sites.ts';
import { builder } from '../builder.ts';
import { entityObject, showAsEdge } from '../entity.ts';
import { Phone } from './phone.ts';

showAsEdge(PhoneSiteRef, PhoneSite);
entityObject(PhoneSite);

builder.objectField(Phone, 'sites', (t) =>
  t.zoomConnection({
    list: listPhoneSites,
    of: PhoneSite,
    description: 'The sites into which the account is divided.',
  }),
);
