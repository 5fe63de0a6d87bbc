import { entity } from '../../declare/entity.ts';
import * as api from './groups.ts';

export const Group = entity('Group', {
  shape: api.Group,
  key: { groupId: 'id' },
  get: api.getGroup,
  foundIn: [api.listGroups],
});
