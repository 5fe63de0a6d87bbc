/** Phone numbers, and how users get and lose them. */
import * as api from '../../../zoom/api/phone/numbers.ts';
import type { Account } from '../../account.ts';
import { type Domain, row } from '../../call.ts';
import { refuse } from '../../refusal.ts';
import { type Resource, resource, type Thing } from '../../resource.ts';
import { allNumbers, ordinary } from '../../seed/phone.ts';
import type { Known } from '../../seeded.ts';
import { holderOf, numbersOf, setNumbers } from './holders.ts';
import { queueOf } from './queues.ts';
import { refOf, sites } from './sites.ts';
import { callee, phoneUsers } from './users.ts';

const assigneeOf = (account: Account, { id, nth }: Thing): Known | undefined => {
  const user = callee(account, holderOf(account, id));
  return user ? { ...user, type: 'user' } : queueOf(account, Number(nth) - account.users);
};

export const numbers: Resource = resource(api.getPhoneNumber, {
  name: 'number',
  initial: (account) => Object.fromEntries(allNumbers(account).map((each) => [each.nth, { ...ordinary, ...each }])),
  where: {
    type: ({ assignee }, asked) => asked === 'all' || asked === (assignee ? 'assigned' : 'unassigned'),
    extension_type: ({ assignee }, asked) => (assignee as Known | undefined)?.type === asked,
    phone_number: ({ number }, asked) => number === asked,
  },
  shown: (thing, account) => {
    const user = phoneUsers.in(account).get(holderOf(account, thing.id) ?? '');
    const places = sites.in(account);
    const site = user?.site_id ?? places.ids()[Number(thing.nth) % places.ids().length];
    return { assignee: assigneeOf(account, thing), site: refOf(places.find(site)) };
  },
});

export const numbersDomain: Domain = (on) => {
  numbers.domain(on);
  on(api.assignPhoneNumbers, (call) => {
    const { account, body } = call;
    const { id: user } = phoneUsers.at(call);
    const all = numbers.in(account);
    const chosen = body.phone_numbers.map((asked) => {
      const found = asked.id ? all.get(asked.id) : all.all().find(({ number }) => number === asked.number);
      if (!found) throw refuse.phoneNumber(asked.id ?? asked.number);
      if (assigneeOf(account, found)) throw refuse.numberTaken(found.number);
      return { id: found.id, number: String(found.number), nth: Number(found.nth) };
    });
    setNumbers(account, user, [...numbersOf(account, user), ...chosen]);
    return row(`phone user/${user}/numbers`, { phone_numbers: chosen });
  });
  on(api.unassignPhoneNumber, (call) => {
    const { id: user } = phoneUsers.at(call);
    const { phoneNumberId: ref } = call.path;
    const own = numbersOf(call.account, user);
    // Zoom takes the number itself in place of its id, too.
    const left = own.filter(({ id, number }) => id !== ref && number !== ref);
    if (left.length === own.length) throw refuse.phoneNumber(ref);
    setNumbers(call.account, user, left);
  });
};
