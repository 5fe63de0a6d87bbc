import { entity } from '../../declare/entity.ts';
import * as api from './common-areas.ts';

export const CommonArea = entity('CommonArea', {
  shape: api.CommonArea,
  key: { commonAreaId: 'id' },
  get: api.getCommonArea,
  foundIn: [api.listCommonAreas],
});
