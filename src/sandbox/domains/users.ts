/** Users: what of them is special beside their data (people.ts). */
import * as settingsApi from '../../zoom/api/users/user-settings.ts';
import * as api from '../../zoom/api/users/users.ts';
import type { Domain } from '../call.ts';
import { merged } from '../collection.ts';
import { NEW_USERS_A_DAY } from '../limits.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import type { Meetings } from './meetings.ts';
import { BASIC, MEMBER_ROLE, OWNER_ROLE, type People, type User } from './people.ts';
import type { Roles } from './roles.ts';

const STATUSES: readonly User['status'][] = ['active', 'inactive', 'pending'];

export const users =
  (world: World, people: People, roles: Roles, meetings: Meetings): Domain =>
  (on) => {
    const settings = new Map<string, Known>();
    let created = 0;

    on(api.listUsers, ({ query }) => {
      const status = query.status ?? 'active';
      const known = STATUSES.find((each) => each === status);
      if (!known) throw invalid({ field: 'status', message: 'Invalid field.' });
      const found = people.withStatus(known).filter((user) => !query.role_id || user.role_id === query.role_id);
      // A pending user has no id in the list.
      const rows = lazily(found, (user) => {
        const row = people.row(user);
        return known === 'pending' ? { ...row, known: { ...row.known, id: undefined } } : row;
      });
      return { rows };
    });

    on(api.getUser, ({ path }) => {
      const user = people.find(path.userId ?? '');
      const row = people.row(user);
      return { ...row, known: { ...row.known, role_name: roles.nameOf(user.role_id) } };
    });

    on(api.createUser, ({ body, now }) => {
      const { email, first_name = '', last_name = '', type, ...rest } = body.user_info ?? { email: '', type: 0 };
      if (!email?.includes('@')) throw invalid({ field: 'user_info.email', message: 'Invalid field.' });
      if (people.byEmail(email)) throw refuse.emailUsed(email);
      if (body.action === 'create')
        world.limits.spendDaily(
          'user invites',
          NEW_USERS_A_DAY[world.plan],
          'You have exceeded the daily limit of user invite requests permitted for this account.',
        );
      const user = people.add({
        display_name: `${first_name} ${last_name}`.trim(),
        ...rest,
        id: opaqueId(`${world.seed}/user/new/${created++}/${email}`),
        email,
        first_name,
        last_name,
        type: Number(type ?? BASIC),
        // Only an invitation waits for the person; the other ways make the user at once.
        status: body.action === 'create' ? 'pending' : 'active',
        role_id: MEMBER_ROLE,
        group_ids: [],
        im_group_ids: [],
        timezone: 'UTC',
        account_id: world.accountId,
        created_at: instant(now),
        user_created_at: instant(now),
      });
      return people.row(user);
    });

    on(api.updateUser, ({ path, body }) => {
      const user = people.find(path.userId ?? '');
      const { group_id, vanity_name, feature: _feature, type, ...rest } = body;
      const named = rest.display_name === undefined && (rest.first_name ?? rest.last_name) !== undefined;
      people.change(user.id, {
        ...rest,
        ...(type !== undefined && { type: Number(type) }),
        ...(named && {
          display_name: `${rest.first_name ?? user.first_name} ${rest.last_name ?? user.last_name}`.trim(),
        }),
        ...(group_id !== undefined && { group_ids: [group_id, ...user.group_ids.filter((id) => id !== group_id)] }),
        ...(vanity_name !== undefined && { vanity_url: `https://example.zoom.us/my/${vanity_name}` }),
      } as Partial<User>);
      return undefined;
    });

    on(api.deleteUser, ({ path, query }) => {
      const user = people.find(path.userId ?? '');
      if (user.role_id === OWNER_ROLE) throw refuse.owner();
      const heir = query.transfer_email === undefined ? undefined : people.find(query.transfer_email);
      if (heir && query.transfer_meeting === 'true') meetings.transfer(user.id, heir.id);
      people.remove(user.id);
      return undefined;
    });

    on(api.updateUserStatus, ({ path, body }) => {
      const user = people.find(path.userId ?? '');
      if (user.role_id === OWNER_ROLE) throw refuse.owner();
      people.change(user.id, { status: body.action === 'activate' ? 'active' : 'inactive' });
      return undefined;
    });

    on(settingsApi.getUserSettings, ({ path }) => {
      const { id } = people.find(path.userId ?? '');
      return { key: `user/${id}/settings`, known: settings.get(id) ?? {} };
    });
    on(settingsApi.updateUserSettings, ({ path, body }) => {
      const { id } = people.find(path.userId ?? '');
      settings.set(id, merged(settings.get(id) ?? {}, body));
      return undefined;
    });

    on(api.getUserPermissions, ({ path }) => {
      const user = people.find(path.userId ?? '');
      return { key: `user/${user.id}/permissions`, known: { permissions: roles.privilegesOf(user.role_id) } };
    });

    // Every third user has the next one as an assistant, who in turn schedules for that user.
    const neighbour = (ref: string, step: 1 | -1) => {
      const index = people.indexOf(people.find(ref).id);
      const host = index === undefined ? undefined : step === 1 ? index : index - 1;
      if (host === undefined || index === undefined || host < 0 || host % 3 !== 0 || index + step >= world.users)
        return [];
      const user = people.byId(people.nth(index + step).id);
      return user ? [people.row(user)] : [];
    };
    on(api.listAssistants, ({ path }) => ({ rows: neighbour(path.userId ?? '', 1) }));
    on(api.listSchedulers, ({ path }) => ({ rows: neighbour(path.userId ?? '', -1) }));
  };
