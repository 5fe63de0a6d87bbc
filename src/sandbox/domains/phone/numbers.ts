/** Phone numbers, and how users get and lose them. */
import * as api from '../../../zoom/api/phone/numbers.ts';
import { type Account, refuse } from '../../call.ts';
import { members, resource } from '../../resource.ts';
import type { PhoneNumber } from '../../seed/phone.ts';
import type { Known } from '../../seeded.ts';
import { numbersIn } from './holders.ts';
import { queueOf } from './queues.ts';
import { siteOf } from './sites.ts';
import { callee, phoneUsers } from './users.ts';

const assigneeOf = (account: Account, { holder, nth }: PhoneNumber): Known | undefined => {
  const user = callee(account, holder);
  return user ? { ...user, type: 'user' } : queueOf(account, nth - account.users);
};

export const numbers = resource<PhoneNumber>(api.getPhoneNumber, {
  name: 'number',
  things: numbersIn,
  where: {
    type: ({ assignee }, asked) => asked === 'all' || asked === (assignee ? 'assigned' : 'unassigned'),
    extension_type: ({ assignee }, asked) => (assignee as Known | undefined)?.type === asked,
    phone_number: ({ number }, asked) => number === asked,
  },
  shown: (thing, account) => {
    const site_id = phoneUsers.in(account).get(thing.holder ?? '')?.site_id;
    return { assignee: assigneeOf(account, thing), site: siteOf(account, site_id ?? thing.nth) };
  },
});

export const userNumbers = members(api.assignPhoneNumbers, phoneUsers.at, {
  // Zoom takes the number itself in place of its id, too.
  find: ({ id, number = id }, account) =>
    numbersIn(account)
      .all()
      .find((each) => each.id === id || each.number === number),
  has: ({ holder }, { id }) => holder === id,
  refuse: (each, _, account, how) => how === 'add' && assigneeOf(account, each) && refuse.numberTaken(each.number),
  add: ({ id }, { id: holder }, account) => numbersIn(account).change(id, { holder }),
  remove: ({ id }, _, account) => numbersIn(account).change(id, { holder: undefined }),
  missing: refuse.phoneNumber,
});
