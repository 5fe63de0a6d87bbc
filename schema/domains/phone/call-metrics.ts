import { PhoneCallQuality } from '../../../src/zoom/api/phone/call-metrics.entities.ts';
import * as api from '../../../src/zoom/api/phone/call-metrics.ts';
import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

export const phoneCallMetricsDomain: Domain = (builder) => {
  entityObject(builder, PhoneCallQuality);

  builder.objectFields(objectOf(builder, api.PhoneCallEnd), (t) => ({
    site: t.zoomRef({
      of: PhoneSite,
      link: ({ site_id }) => (site_id ? { id: site_id as string } : null),
      description: 'The site itself.',
    }),
    user: t.zoomRow({
      list: listPhoneUsers,
      of: PhoneUser,
      match: ({ extension_number }) =>
        extension_number ? (user) => String(user.extension_number) === extension_number : null,
      description: 'The phone user, if the extension is that of one.',
    }),
  }));
  builder.objectField(phoneOf(builder), 'callQuality', (t) =>
    t.zoomConnection({
      list: api.listPhoneCallQuality,
      of: PhoneCallQuality,
      description: 'How the calls of the account sounded, newest first.',
    }),
  );
};
