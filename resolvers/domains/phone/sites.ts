import * as api from '../../../src/zoom/api/phone/sites.ts';
import { entity } from '../../entity.ts';

export const PhoneSite = entity('PhoneSite', {
  shape: api.PhoneSite,
  key: { siteId: 'id' },
  get: api.getPhoneSite,
  foundIn: [api.listPhoneSites],
});
