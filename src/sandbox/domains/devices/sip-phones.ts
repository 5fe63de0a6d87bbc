/** SIP phones: every fourth of the active users has one. */
import * as api from '../../../zoom/api/devices/sip-phones.ts';
import { refuse } from '../../call.ts';
import { resource } from '../../resource.ts';
import type { Known } from '../../seeded.ts';
import { byEmail, peopleIn, withStatus } from '../users/people.ts';

const EVERY = 4;

export const sipPhones = resource(api.listSipPhones, {
  name: 'sip phone',
  initial: (account) => {
    const owners = withStatus(account, 'active').filter((_, nth) => nth % EVERY === 0);
    return Object.fromEntries(
      owners.map(({ email }, nth) => [email, { user_email: email, user_name: `${7000 + nth}` }]),
    );
  },
  refuse: {
    create: ({ account, body }) => {
      const email = api.emailOfUser(String((body as Known).user_email));
      return !byEmail(peopleIn(account), email) && refuse.user(email);
    },
  },
  unique: { fields: ['user_email'], refuse: refuse.sipPhoneTaken },
  where: {
    search_key: ({ user_email, user_name }, asked) => user_name === asked || String(user_email).startsWith(asked),
  },
});
