/** What of users is special beside their data (people.ts). */
import * as settingsApi from '../../../zoom/api/users/user-settings.ts';
import * as api from '../../../zoom/api/users/users.ts';
import type { Account } from '../../account.ts';
import { type Call, type Domain, type Row, row } from '../../call.ts';
import { matching } from '../../filters.ts';
import { NEW_USERS_A_DAY } from '../../limits.ts';
import { lazily, type Rows } from '../../paging.ts';
import { invalid, refuse } from '../../refusal.ts';
import { BASIC, MEMBER_ROLE, OWNER_ROLE, original, type User } from '../../seed/people.ts';
import { instant, opaqueId } from '../../seeded.ts';
import { single } from '../../single.ts';
import { transferMeetings } from '../meetings/meetings.ts';
import { byEmail, fullName, peopleIn, userRow, users, withStatus } from './people.ts';
import { roles } from './roles.ts';

export const userSettings = single(settingsApi.getUserSettings, {
  of: (call) => userRow(users.at(call)),
  unread: ['authentication_option', 'in_meeting.auto_answer'],
});

const STATUSES: readonly User['status'][] = ['active', 'inactive', 'pending'];
const TOO_MANY = 'You have exceeded the daily limit of user invite requests permitted for this account.';
const created = () => ({ count: 0 });
const unusedEmail = (account: Account, field: string, email = ''): string => {
  if (!email.includes('@')) throw invalid({ field, message: 'Invalid field.' });
  if (byEmail(peopleIn(account), email)) throw refuse.emailUsed(email);
  return email;
};
const notOwner = (user: User): User => {
  if (user.role_id === OWNER_ROLE) throw refuse.owner();
  return user;
};
/** Every third user has the next one as an assistant, who in turn schedules for that user. */
const neighbour = (call: Call, step: 1 | -1): Rows<Row> => {
  const { index = -1 } = users.at(call);
  const host = step === 1 ? index : index - 1;
  if (host < 0 || host % 3 !== 0 || index + step >= call.account.users) return [];
  const user = peopleIn(call.account).get(original(call.account, index + step).id);
  return user ? [userRow(user)] : [];
};

export const usersDomain: Domain = (on) => {
  users.domain(on);
  userSettings.domain(on);
  on(api.listUsers, (call) => {
    const status = STATUSES.find((each) => each === (call.query.status ?? 'active'));
    if (!status) throw invalid({ field: 'status', message: 'Invalid field.' });
    const found = matching(call, withStatus(call.account, status), userRow);
    // A pending user has no id in the list.
    const shown = (user: User) => (status === 'pending' ? { ...user, id: undefined } : user);
    return lazily(found, (user) => row(`user/${user.id}`, shown(user)));
  });
  on(api.getUser, (call) => {
    const user = users.at(call);
    return row(`user/${user.id}`, { ...user, role_name: roles.in(call.account).get(user.role_id)?.name });
  });
  on(api.createUser, ({ account, body, now }) => {
    const { first_name = '', last_name = '', type, ...rest } = body.user_info ?? { email: '' };
    const email = unusedEmail(account, 'user_info.email', rest.email);
    const invited = body.action === 'create';
    if (invited) account.limits.spendDaily('user invites', NEW_USERS_A_DAY[account.plan], TOO_MANY);
    const user = peopleIn(account).add({
      display_name: fullName({ first_name, last_name }),
      ...rest,
      id: opaqueId(`${account.seed}/user/new/${account.of(created).count++}/${email}`),
      first_name,
      last_name,
      type: Number(type ?? BASIC),
      // Only an invitation waits for the person; the other ways make the user at once.
      status: invited ? 'pending' : 'active',
      role_id: MEMBER_ROLE,
      group_ids: [],
      im_group_ids: [],
      timezone: 'UTC',
      account_id: account.accountId,
      created_at: instant(now),
      user_created_at: instant(now),
    });
    return userRow(user);
  });
  on(api.deleteUser, (call) => {
    const user = notOwner(users.at(call));
    const people = peopleIn(call.account);
    const { transfer_email: email, transfer_meeting } = call.query;
    const heir = email === undefined ? undefined : people.find(email);
    if (heir && transfer_meeting === 'true') transferMeetings(call.account, user, heir);
    people.remove(user.id);
  });
  on(api.updateUserStatus, (call) => {
    const { id } = notOwner(users.at(call));
    peopleIn(call.account).change(id, { status: call.body.action === 'activate' ? 'active' : 'inactive' });
  });
  on(api.updateUserEmail, (call) => {
    const { id } = users.at(call);
    peopleIn(call.account).change(id, { email: unusedEmail(call.account, 'email', call.body.email) });
  });
  on(api.getUserPermissions, (call) => {
    const { role_id } = users.at(call);
    return row('permissions', { permissions: roles.in(call.account).get(role_id)?.privileges ?? [] });
  });
  on(api.listAssistants, (call) => neighbour(call, 1));
  on(api.listSchedulers, (call) => neighbour(call, -1));
};
