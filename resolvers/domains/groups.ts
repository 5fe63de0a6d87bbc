import * as api from '../../src/zoom/api/users/groups.ts';
import { entity } from '../entity.ts';

export const Group = entity('Group', {
  shape: api.Group,
  key: { groupId: 'id' },
  get: api.getGroup,
  foundIn: [api.listGroups],
});
