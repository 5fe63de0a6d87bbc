/** Call queues: each has five of the phone users as its members, and a number. */
import * as api from '../../../zoom/api/phone/call-queues.ts';
import { type Account, refuse } from '../../call.ts';
import { resource } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { numberAt, QUEUES } from '../../seed/phone.ts';
import type { Known } from '../../seeded.ts';
import { siteOf } from './sites.ts';
import { extensionId, phoneUsersIn } from './users.ts';

const MEMBERS = 5;

const membersOf = (account: Account, nth: number): readonly User[] => {
  const staff = phoneUsersIn(account);
  const turns = Array.from({ length: Math.min(MEMBERS, staff.length) }, (_, n) => (nth * MEMBERS + n) % staff.length);
  return [...new Set(turns)].flatMap((turn) => staff[turn] ?? []);
};
export const queues = resource(api.getCallQueue, {
  name: 'queue',
  named: 'name',
  initial: QUEUES,
  refuse: { missing: refuse.callQueue },
  shown: ({ nth = 0 }, account) => {
    const { id, number } = numberAt(account, account.users + nth);
    const users = membersOf(account, nth).map((user, n) => ({
      id: user.id,
      name: user.display_name,
      extension_id: extensionId(account, user),
      level: n === 0 ? 'manager' : 'user',
      receive_call: true,
    }));
    return {
      extension_number: 900_000 + nth,
      status: 'active',
      policy: { voicemail_access_members: [] },
      site: siteOf(account, nth),
      phone_numbers: [{ id, number, source: 'internal' }],
      members: { users, common_areas: [] },
    };
  },
});
/** The nth queue, as numbers show whom they belong to. */
export const queueOf = (account: Account, nth: number): Known | undefined => {
  const queue = queues.in(account).all()[nth];
  return queue && { id: queue.id, type: 'callQueue', name: queue.name, extension_number: 900_000 + nth };
};
