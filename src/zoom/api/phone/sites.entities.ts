import { entity } from '../../declare/entity.ts';
import * as api from './sites.ts';

export const PhoneSite = entity('PhoneSite', {
  shape: api.PhoneSite,
  key: { siteId: 'id' },
  get: api.getPhoneSite,
  foundIn: [api.listPhoneSites],
});
