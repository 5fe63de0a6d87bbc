import * as api from '../../src/zoom/api/accounts/roles.ts';
import { entity } from '../entity.ts';

export const Role = entity('Role', {
  shape: api.Role,
  key: { roleId: 'id' },
  get: api.getRole,
  foundIn: [api.listRoles],
});
