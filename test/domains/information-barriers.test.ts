/** Information barriers; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../rows.ts';
import { done, refusal } from '../stub.ts';

const id = globalId('InformationBarrierPolicy', 'p1');
const ofSub = globalId('InformationBarrierPolicy', 'sub,p1');
const LIST = '/information_barriers/policies';
const ONE = `${LIST}/p1`;
const POLICY = { id: 'p1', policy_name: 'Traders', status: 1, assigned_group_id: 'g1', to_group_id: 'g2' };

reads([
  {
    name: 'policies come in one call, and name their groups',
    table: { [`GET ${LIST}`]: { total_records: 1, policies: [{ ...POLICY, chaperone_group_id: 'g3' }] } },
    query: `{ account { informationBarrierPolicies { totalCount nodes {
      id zoomId status toGroupId assignedGroup { id } toGroup { zoomId } chaperoneGroup { zoomId }
    } } } }`,
    at: 'account.informationBarrierPolicies',
    data: {
      totalCount: 1,
      nodes: [
        {
          id,
          zoomId: 'p1',
          status: 'ACTIVE',
          toGroupId: 'g2',
          assignedGroup: { id: globalId('Group', 'g1') },
          toGroup: { zoomId: 'g2' },
          chaperoneGroup: { zoomId: 'g3' },
        },
      ],
    },
    calls: [`GET ${LIST}?page_size=30`],
  },
  {
    name: 'one is read by either id',
    table: { [`GET ${ONE}`]: POLICY },
    query: `{
      zooms: informationBarrierPolicy(id: "p1") { policyName } ours: informationBarrierPolicy(id: "${id}") { status }
      node(id: "${id}") { id }
    }`,
    data: { zooms: { policyName: 'Traders' }, ours: { status: 'ACTIVE' }, node: { id } },
    calls: [`GET ${ONE}`],
  },
  {
    name: 'the chaperones of one, which only the list tells, are looked for there',
    table: { [`GET ${ONE}`]: POLICY, [`GET ${LIST}`]: { policies: [{ ...POLICY, chaperone_group_id: 'g3' }] } },
    query: `{ informationBarrierPolicy(id: "${id}") { chaperoneGroup { zoomId } } }`,
    data: { informationBarrierPolicy: { chaperoneGroup: { zoomId: 'g3' } } },
    calls: [`GET ${LIST}?page_size=100`],
  },
  {
    name: 'without a total the connection itself stands',
    table: { [`GET ${LIST}`]: refusal(400, 200, 'Only available for Paid account.') },
    query: '{ informationBarrierPolicies { totalCount } }',
    data: { informationBarrierPolicies: { totalCount: null } },
    errors: [{ extensions: { code: 'FORBIDDEN', zoom: { status: 400, code: 200 } } }],
  },
]);

writes(
  [
    {
      name: 'createInformationBarrierPolicy sends 0 and false, and needs no further call',
      mutation: `createInformationBarrierPolicy(input: { name: "Traders", assignedGroupId: "${globalId('Group', 'g1')}",
        toGroupId: "g2", status: INACTIVE, type: 0, settings: { im: false } }) {
          informationBarrierPolicy { id policyName toGroup { zoomId } } }`,
      payload: { informationBarrierPolicy: { id, policyName: 'Traders', toGroup: { zoomId: 'g2' } } },
      calls: [`POST ${LIST}`],
      body: { ...POLICY, id: undefined, status: 0, type: 0, settings: { im: false } },
    },
    {
      name: 'createInformationBarrierPolicy in a sub account gives an id that says so',
      mutation: `createInformationBarrierPolicy(input: { accountId: "sub", name: "Traders", assignedGroupId: "g1", toGroupId: "g2" }) {
        informationBarrierPolicy { id } }`,
      payload: { informationBarrierPolicy: { id: ofSub } },
      calls: [`POST /accounts/sub${LIST}`],
      body: { policy_name: 'Traders', assigned_group_id: 'g1', to_group_id: 'g2' },
    },
    {
      name: 'deleteInformationBarrierPolicy in a sub account gives the id that it was given',
      mutation: `deleteInformationBarrierPolicy(input: { informationBarrierPolicyId: "${ofSub}" }) { deletedInformationBarrierPolicyId }`,
      payload: { deletedInformationBarrierPolicyId: ofSub },
      calls: [`DELETE /accounts/sub${ONE}`],
    },
  ],
  { [`POST ${LIST}`]: POLICY, [`POST /accounts/sub${LIST}`]: POLICY, [`DELETE /accounts/sub${ONE}`]: done() },
);
