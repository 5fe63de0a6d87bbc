/** Tokens of users, and which names are taken. */
import * as api from '../../../zoom/api/users/sign-in.ts';
import { operations, row } from '../../call.ts';
import { byEmail, peopleIn, users } from './people.ts';

const MOST_SECONDS = 7200;

export const signIn = operations((on) => {
  on(api.getUserToken, (call) => row(`${users.at(call).id}/${call.query.type}/${call.query.meeting_id}`, {}));
  on(api.revokeUserToken, (call) => void users.at(call));
  on(api.updateUserPassword, (call) => void users.at(call));
  on(api.checkUserEmail, ({ account, query }) =>
    row('email', { existed_email: byEmail(peopleIn(account), query.email ?? '') !== undefined }),
  );
  on(api.checkVanityName, ({ account, query: { vanity_name } }) => {
    const isTaken = peopleIn(account)
      .all()
      .some(({ vanity_url }) => String(vanity_url).endsWith(`/my/${vanity_name}`));
    return row('vanity name', { existed: isTaken });
  });
  on(api.checkZpk, () => row('zpk', { expire_in: MOST_SECONDS }));
});
