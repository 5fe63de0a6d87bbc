/** Roles and the users who hold them; a user's own role_id is the truth. */
import * as api from '../../zoom/api/accounts/roles.ts';
import type { Domain } from '../call.ts';
import { collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import { ADMIN_ROLE, MEMBER_ROLE, OWNER_ROLE, type People } from './people.ts';

const BUILT_IN: Readonly<Record<string, string>> = {
  [OWNER_ROLE]: 'Owner',
  [ADMIN_ROLE]: 'Admin',
  [MEMBER_ROLE]: 'Member',
};
const OTHERS = ['Helpdesk', 'Auditor', 'Recording manager'];
const PRIVILEGES = [
  'User:Read',
  'User:Edit',
  'Role:Read',
  'Group:Read',
  'Group:Edit',
  'Recording:Read',
  'PhoneUser:Read',
];

export interface Roles {
  nameOf(id: string): string | undefined;
  privilegesOf(id: string): readonly string[];
  readonly domain: Domain;
}

/** The ids of the roles that the account itself made. */
export const customRoleIds = (world: World): string[] => OTHERS.map((name) => opaqueId(`${world.seed}/role/${name}`));

export const rolesOf = (world: World, people: People): Roles => {
  const custom = customRoleIds(world);
  const roles = collection([...Object.keys(BUILT_IN), ...custom], (id) => {
    const name = BUILT_IN[id] ?? OTHERS[custom.indexOf(id)];
    if (name === undefined) return undefined;
    const privileges = id === MEMBER_ROLE ? [] : id in BUILT_IN ? PRIVILEGES : PRIVILEGES.slice(0, 3);
    return { id, name, description: `${name} of the account`, type: 'common', privileges };
  });
  const find = (id = ''): Known => {
    const role = roles.get(id);
    if (!role) throw refuse.role(id);
    return role;
  };
  const membersOf = (id: string) => people.withStatus('active').filter((user) => user.role_id === id);
  const row = (role: Known) => {
    const id = String(role.id);
    return { key: `role/${id}`, known: { ...role, total_members: membersOf(id).length } };
  };
  const checkName = (name: unknown, own?: string) => {
    const taken = roles.ids().some((id) => id !== own && roles.get(id)?.name === name);
    if (taken) throw refuse.roleName(name);
  };
  const changeable = (id = '') => {
    find(id);
    if (id in BUILT_IN) throw refuse.builtInRole(id);
    return id;
  };
  let made = 0;

  return {
    nameOf: (id) => roles.get(id)?.name as string | undefined,
    privilegesOf: (id) => (roles.get(id)?.privileges ?? []) as readonly string[],
    domain: (on) => {
      on(api.listRoles, () => {
        const ids = roles.ids();
        return { rows: lazily(ids, (id) => row(find(id))), envelope: { total_records: ids.length } };
      });
      on(api.getRole, ({ path }) => row(find(path.roleId)));
      on(api.listRoleMembers, ({ path }) => ({ rows: lazily(membersOf(String(find(path.roleId).id)), people.row) }));
      on(api.createRole, ({ body }) => {
        if (!body.name) throw invalid({ field: 'name', message: 'Invalid field.' });
        checkName(body.name);
        const id = opaqueId(`${world.seed}/role/new/${made++}`);
        return row(roles.add(id, { description: '', type: 'common', privileges: [], ...body, id }));
      });
      on(api.updateRole, ({ path, body }) => {
        const id = changeable(path.roleId);
        if (body.name !== undefined) checkName(body.name, id);
        roles.change(id, body);
        return undefined;
      });
      on(api.deleteRole, ({ path }) => {
        const id = changeable(path.roleId);
        for (const user of membersOf(id)) people.change(user.id, { role_id: MEMBER_ROLE });
        roles.remove(id);
        return undefined;
      });
      on(api.addRoleMembers, ({ path, body, now }) => {
        const role = String(find(path.roleId).id);
        const users = (body.members ?? []).map(({ id, email }) => people.find(id ?? email ?? ''));
        if (role === OWNER_ROLE || users.some((user) => user.role_id === OWNER_ROLE)) throw refuse.owner();
        for (const user of users) people.change(user.id, { role_id: role });
        const ids = users.map((user) => user.id).join(',');
        return { key: `role/${role}/added`, known: { ids, add_at: instant(now) } };
      });
      on(api.removeRoleMember, ({ path }) => {
        const user = people.find(path.memberId ?? '');
        if (user.role_id === OWNER_ROLE) throw refuse.owner();
        if (user.role_id !== find(path.roleId).id) throw refuse.roleMember(user.id);
        people.change(user.id, { role_id: MEMBER_ROLE });
        return undefined;
      });
    },
  };
};
