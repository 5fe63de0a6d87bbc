import { entity } from '../../declare/entity.ts';
import * as api from './roles.ts';

export const Role = entity('Role', {
  shape: api.Role,
  key: { roleId: 'id' },
  get: api.getRole,
  foundIn: [api.listRoles],
});
