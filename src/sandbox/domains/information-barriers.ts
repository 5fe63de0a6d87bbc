/** Information barriers between the groups of the account. */
import * as api from '../../zoom/api/accounts/information-barriers.ts';
import { keysOf } from '../../zoom/declare/shape.ts';
import type { Domain } from '../call.ts';
import { collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { Refusal } from '../refusal.ts';
import { type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import { groupIds } from './groups.ts';

/** Which groups the policies of the beginning keep apart: from, to and chaperones, by their place in the list of groups. */
const INITIAL = [
  { policy_name: 'Sales and support', from: 6, to: 7, chaperones: 4 },
  { policy_name: 'Contractors', from: 2, to: 4 },
];
const REFUSED = {
  paid: () => new Refusal(400, 200, 'Only available for Paid account.'),
  name: () => new Refusal(400, 300, 'policy_name is a required field and cannot be left empty.'),
  groups: () => new Refusal(400, 300, 'assigned_group_id and to_group_id cannot be left empty or be the same.'),
  duplicate: () => new Refusal(400, 7002, 'Unable to add this policy, as it would create duplicate policies.'),
  missing: (id: string) => new Refusal(400, 7001, `Group policy not found: ${id}.`),
};
const NOTHING_SET = Object.fromEntries(
  [...keysOf(api.InformationBarrierSettings)].map((name): [string, boolean] => [name, false]),
);

export const informationBarriers = (world: World): Domain => {
  const groups = groupIds(world);
  const initial = INITIAL.map(({ policy_name }) => opaqueId(`${world.seed}/barrier/${policy_name}`));
  const all = collection(initial, (id) => {
    const policy = INITIAL[initial.indexOf(id)];
    return (
      policy && {
        id,
        policy_name: policy.policy_name,
        status: 1,
        type: 1,
        assigned_group_id: groups[policy.from],
        to_group_id: groups[policy.to],
        chaperone_group_id: policy.chaperones === undefined ? '' : groups[policy.chaperones],
      }
    );
  });
  const checkPlan = () => {
    if (world.plan === 'free') throw REFUSED.paid();
  };
  const find = (id = ''): Known => {
    checkPlan();
    const policy = all.get(id);
    if (!policy) throw REFUSED.missing(id);
    return policy;
  };
  const row = (policy: Known) => ({ key: `barrier/${policy.id}`, known: policy });
  const checkWhole = ({ id, policy_name, assigned_group_id: from, to_group_id: to }: Known) => {
    if (!policy_name) throw REFUSED.name();
    if (!from || !to || from === to) throw REFUSED.groups();
    const same = (other: Known | undefined) => other?.assigned_group_id === from && other?.to_group_id === to;
    if (all.ids().some((other) => other !== id && same(all.get(other)))) throw REFUSED.duplicate();
  };
  let made = 0;

  return (on) => {
    on(api.listInformationBarrierPolicies, () => {
      checkPlan();
      const ids = all.ids();
      return {
        rows: lazily(ids, (id) => row(find(id))),
        envelope: { total_records: ids.length },
      };
    });
    on(api.getInformationBarrierPolicy, ({ path }) => row(find(path.policyId)));
    on(api.createInformationBarrierPolicy, ({ body }) => {
      checkPlan();
      const id = opaqueId(`${world.seed}/barrier/new/${made++}`);
      const given = { status: 1, type: 1, chaperone_group_id: '', ...body, id };
      checkWhole(given);
      return row(all.add(id, { ...given, settings: { ...NOTHING_SET, ...body.settings } }));
    });
    on(api.updateInformationBarrierPolicy, ({ path, body }) => {
      const policy = find(path.policyId);
      const { id: _id, ...patch } = body;
      checkWhole({ ...policy, ...patch });
      all.change(String(policy.id), patch);
      return undefined;
    });
    on(api.deleteInformationBarrierPolicy, ({ path }) => {
      all.remove(String(find(path.policyId).id));
      return undefined;
    });
  };
};
