/** What of users is special beside their data (people.ts). */
import * as settingsApi from '../../../zoom/api/users/user-settings.ts';
import * as api from '../../../zoom/api/users/users.ts';
import type { Shape } from '../../../zoom/declare/shape.ts';
import { type Account, type Call, invalid, lazily, operations, refuse, row } from '../../call.ts';
import { matching } from '../../filters.ts';
import { single } from '../../resource.ts';
import { BASIC, MEMBER_ROLE, type User } from '../../seed/people.ts';
import { instant } from '../../seeded.ts';
import { transferMeetings } from '../meetings/meetings.ts';
import { transferWebinars } from '../webinars/webinars.ts';
import { byEmail, fullName, peopleIn, userRow, users, withStatus } from './people.ts';
import { roles } from './roles.ts';

const AUTHENTICATION = {
  allow_authentication_exception: true,
  meeting_authentication: true,
  recording_authentication: true,
  authentication_options: true,
} as const;
/** What each `option` shows, and what no option does (docs/zoom.md 8). */
const VIEWS: Readonly<Record<string, Shape>> = {
  meeting_security: settingsApi.UserSettings.pick({ meeting_security: true }),
  meeting_authentication: settingsApi.UserSettings.pick(AUTHENTICATION),
  recording_authentication: settingsApi.UserSettings.pick(AUTHENTICATION),
};
const UNLESS_SAID = settingsApi.UserSettings.omit({ ...AUTHENTICATION, meeting_security: true });

export const userSettings = single(settingsApi.getUserSettings, {
  of: users.rowAt,
  view: ({ option = '' }) => VIEWS[option] ?? UNLESS_SAID,
  unread: ['authentication_option', 'in_meeting.auto_answer'],
});

const STATUSES: readonly User['status'][] = ['active', 'inactive', 'pending'];
const unusedEmail = (account: Account, field: string, email = ''): string => {
  if (!email.includes('@')) throw invalid(field);
  if (byEmail(peopleIn(account), email)) throw refuse.emailUsed(email);
  return email;
};
const roleOf = (call: Call) => roles.in(call.account).get(users.at(call).role_id);
export const usersBeside = operations((on) => {
  on(api.listUsers, (call) => {
    const status = STATUSES.find((each) => each === (call.query.status ?? 'active'));
    if (!status) throw invalid('status');
    const found = matching(call, withStatus(call.account, status), userRow);
    // A pending user has no id in the list.
    const shown = (user: User) => (status === 'pending' ? { ...user, id: undefined } : user);
    return lazily(found, (user) => row(`user/${user.id}`, shown(user)));
  });
  on(api.getUser, (call) => row(users.rowAt(call).key, { ...users.at(call), role_name: roleOf(call)?.name }));
  on(api.createUser, ({ account, body, now }) => {
    const { first_name = '', last_name = '', type, ...rest } = body.user_info ?? { email: '' };
    unusedEmail(account, 'user_info.email', rest.email);
    const invited = body.action === 'create';
    if (invited) account.limits.spendDaily('invitations');
    const user = peopleIn(account).add({
      display_name: fullName({ first_name, last_name }),
      ...rest,
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
      last_login_time: undefined,
    });
    return userRow(user);
  });
  on(api.deleteUser, (call) => {
    const { transfer_email: email, transfer_meeting, transfer_webinar } = call.query;
    const user = users.at(call);
    const heir = email === undefined ? undefined : peopleIn(call.account).find(email);
    users.usual(call);
    if (heir && transfer_meeting === 'true') transferMeetings(call.account, user, heir);
    if (heir && transfer_webinar === 'true') transferWebinars(call.account, user, heir);
  });
  on(api.updateUserEmail, (call) => {
    const { id } = users.at(call);
    peopleIn(call.account).change(id, { email: unusedEmail(call.account, 'email', call.body.email) });
  });
  on(api.uploadUserPicture, (call) => {
    const { id } = users.at(call);
    peopleIn(call.account).change(id, { pic_url: `https://example.zoom.us/p/${id}/${call.body.pic_file.name}` });
  });
  on(api.getUserPermissions, (call) => row('permissions', { permissions: roleOf(call)?.privileges ?? [] }));
});
