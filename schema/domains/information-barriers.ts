/** Information barriers, and the groups that they keep apart. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { InformationBarrierPolicy } from '../../src/zoom/api/accounts/information-barriers.entities.ts';
import * as api from '../../src/zoom/api/accounts/information-barriers.ts';
import { Group } from '../../src/zoom/api/users/groups.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const informationBarriersDomain: Domain = (builder) => {
  entityObject(builder, InformationBarrierPolicy, {
    fields: (t) => ({
      assignedGroup: t.zoomRef({
        of: Group,
        requires: ['assigned_group_id'],
        link: (policy) => ({ id: policy.get('assigned_group_id') }),
        description: 'The group to which the policy applies.',
      }),
      toGroup: t.zoomRef({
        of: Group,
        requires: ['to_group_id'],
        link: (policy) => ({ id: policy.get('to_group_id') }),
        description: 'The group with which contact is governed.',
      }),
      chaperoneGroup: t.zoomRef({
        of: Group,
        requires: ['chaperone_group_id'],
        link: (policy) => ({ id: policy.get('chaperone_group_id') }),
        description: 'The group of those in whose presence contact is allowed, if there is one.',
      }),
    }),
  });

  const policies = {
    list: api.listInformationBarrierPolicies,
    of: InformationBarrierPolicy,
    path: () => ({}),
    description: 'The information barriers of the account.',
  };
  builder.objectField(refOf(builder, Account), 'informationBarrierPolicies', (t) => t.zoomConnection(policies));
  builder.queryFields((t) => ({
    informationBarrierPolicies: t.zoomConnection(policies),
    informationBarrierPolicy: t.zoomNode({
      of: InformationBarrierPolicy,
      id: "The global id or Zoom's own.",
      description: 'One information barrier.',
    }),
  }));

  const pathEntities = { policyId: InformationBarrierPolicy };
  const pathNames = { policyId: 'informationBarrierPolicyId' };
  const payload = { informationBarrierPolicy: InformationBarrierPolicy };
  builder.mutationFields((t) => ({
    createInformationBarrierPolicy: t.zoomMutation('createInformationBarrierPolicy', {
      endpoint: api.createInformationBarrierPolicy,
      description:
        'Creates an information barrier: a policy on what the members of one group may do with those of another.',
      payload,
    }),
    updateInformationBarrierPolicy: t.zoomMutation('updateInformationBarrierPolicy', {
      endpoint: api.updateInformationBarrierPolicy,
      description: 'Updates an information barrier.',
      pathEntities,
      pathNames,
      payload,
    }),
    deleteInformationBarrierPolicy: t.zoomMutation('deleteInformationBarrierPolicy', {
      endpoint: api.deleteInformationBarrierPolicy,
      description: 'Deletes an information barrier.',
      pathEntities,
      pathNames,
      payload: {},
      deletes: InformationBarrierPolicy,
    }),
  }));
};
