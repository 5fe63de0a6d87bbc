import { entity } from '../../declare/entity.ts';
import * as api from './im-groups.ts';

export const ImGroup = entity('ImGroup', {
  shape: api.ImGroup,
  key: { groupId: 'id' },
  get: api.getImGroup,
  foundIn: [api.listImGroups],
});
