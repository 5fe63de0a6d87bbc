/** Information barriers between the groups of the account. */
import * as api from '../../../zoom/api/accounts/information-barriers.ts';
import { keysOf } from '../../../zoom/declare/shape.ts';
import { type Account, Refusal } from '../../call.ts';
import { resource, type Table } from '../../resource.ts';
import { groupIds } from '../../seed/people.ts';
import type { Known } from '../../seeded.ts';

const initial = (account: Account): Table => {
  const [, , contractors, , executives, , sales, support] = groupIds(account);
  const barrier = (assigned_group_id?: string, to_group_id?: string, chaperone_group_id = '') => {
    return { status: 1, type: 1, assigned_group_id, to_group_id, chaperone_group_id };
  };
  return { 'Sales and support': barrier(sales, support, executives), Contractors: barrier(contractors, executives) };
};
const check = ({ policy_name, assigned_group_id: from, to_group_id: to }: Known): void => {
  if (!policy_name) throw new Refusal(400, 300, 'policy_name is a required field and cannot be left empty.');
  if (!from || !to || from === to)
    throw new Refusal(400, 300, 'assigned_group_id and to_group_id cannot be left empty or be the same.');
};
const unset = Object.fromEntries([...keysOf(api.InformationBarrierSettings)].map((name) => [name, false]));

export const informationBarriers = resource(api.getInformationBarrierPolicy, {
  name: 'barrier',
  named: 'policy_name',
  initial,
  defaults: { status: 1, type: 1, chaperone_group_id: '', settings: unset },
  check,
  unique: {
    fields: ['assigned_group_id', 'to_group_id'],
    refuse: () => new Refusal(400, 7002, 'Unable to add this policy, as it would create duplicate policies.'),
  },
  refuse: {
    all: ({ account }) => account.plan === 'free' && new Refusal(400, 200, 'Only available for Paid account.'),
    missing: (id) => new Refusal(400, 7001, `Group policy not found: ${id}.`),
  },
});
