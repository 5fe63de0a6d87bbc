import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../rows.ts';
import { done, type Received, refusal, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const id = globalId('InformationBarrierPolicy', 'p1');
const LIST = '/information_barriers/policies';
const ONE = `${LIST}/p1`;

const POLICY = {
  id: 'p1',
  policy_name: 'Traders',
  status: 1,
  assigned_group_id: 'g1',
  to_group_id: 'g2',
  settings: { im: false },
};
const FLAGS = 'completePhoneCalls fileTransfer im inMeetingChat meeting messageViaSms recording screenShare';

reads([
  {
    name: 'policies come in one call, and name their groups',
    table: { [`GET ${LIST}`]: { total_records: 1, policies: [{ ...POLICY, chaperone_group_id: 'g3' }] } },
    query: `{ informationBarrierPolicies { totalCount nodes {
      id zoomId status toGroupId settings { im } assignedGroup { id } toGroup { zoomId } chaperoneGroup { zoomId }
    } } }`,
    at: 'informationBarrierPolicies',
    data: {
      totalCount: 1,
      nodes: [
        {
          id,
          zoomId: 'p1',
          status: 'ACTIVE',
          toGroupId: 'g2',
          settings: { im: false },
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
    name: 'the id of something else is refused without a call',
    table: {},
    query: `{ informationBarrierPolicy(id: "${globalId('Group', 'g1')}") { status } }`,
    data: { informationBarrierPolicy: null },
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  },
]);

test('the account leads to them page by page, and a cursor outlives its token', async () => {
  const { run, calls } = stub({
    [`GET ${LIST}`]: ({ query }: Received) =>
      query.has('next_page_token')
        ? refusal(400, 300, 'The next page token is invalid or expired.')
        : { policies: [POLICY, { ...POLICY, id: 'p2' }], next_page_token: 'T1' },
  });
  const query = `query ($after: String) {
    account { informationBarrierPolicies(first: 1, after: $after) { edges { cursor node { zoomId } } pageInfo { hasNextPage } } }
  }`;
  type Page = { edges: { cursor: string; node: object }[]; pageInfo: object };
  const page = async (after?: string) =>
    (await run<{ account: { informationBarrierPolicies: Page } }>(query, { after })).data!.account
      .informationBarrierPolicies;
  const first = await page();
  expect(first).toMatchObject({ edges: [{ node: { zoomId: 'p1' } }], pageInfo: { hasNextPage: true } });
  expect(await page(first.edges[0]?.cursor)).toMatchObject({ edges: [{ node: { zoomId: 'p2' } }] });
  expect(calls).toEqual([`GET ${LIST}?page_size=30`, `GET ${LIST}?page_size=30`]);
});

const GROUPS = `assignedGroupId: "${globalId('Group', 'g1')}", toGroupId: "g2"`;
writes(
  [
    {
      name: 'createInformationBarrierPolicy sends 0 and false, and needs no further call',
      mutation: `createInformationBarrierPolicy(input: {
        policyName: "Traders", ${GROUPS}, status: INACTIVE, type: 0, settings: { im: false }
      }) { informationBarrierPolicy { id policyName settings { im } toGroup { zoomId } } }`,
      at: 'informationBarrierPolicy',
      payload: { id, policyName: 'Traders', settings: { im: false }, toGroup: { zoomId: 'g2' } },
      calls: [`POST ${LIST}`],
      body: {
        policy_name: 'Traders',
        assigned_group_id: 'g1',
        to_group_id: 'g2',
        status: 0,
        type: 0,
        settings: { im: false },
      },
    },
    {
      name: 'updateInformationBarrierPolicy sends what was given alone, and reads the policy again',
      mutation: `updateInformationBarrierPolicy(input: { policyId: "${id}", settings: { im: false } }) {
        informationBarrierPolicy { id settings { im } }
      }`,
      payload: { informationBarrierPolicy: { id, settings: { im: false } } },
      calls: [`PATCH ${ONE}`, `GET ${ONE}`],
      body: { settings: { im: false } },
    },
  ],
  { [`POST ${LIST}`]: POLICY, [`GET ${ONE}`]: POLICY, [`PATCH ${ONE}`]: done(), [`DELETE ${ONE}`]: done() },
);

test('the policies of a sub account are read and written below it', async () => {
  const below = '/accounts/sub/information_barriers/policies';
  const { run, calls, bodies } = stub({
    [`GET ${below}`]: { policies: [POLICY] },
    [`POST ${below}`]: POLICY,
    [`PATCH ${below}/p1`]: done(),
    [`GET ${below}/p1`]: POLICY,
    [`DELETE ${below}/p1`]: done(),
  });
  const ours = globalId('InformationBarrierPolicy', 'sub,p1');
  const { data, errors } = await run(`mutation {
    createInformationBarrierPolicy(input: { accountId: "sub", policyName: "Traders", assignedGroupId: "g1", toGroupId: "g2" }) {
      informationBarrierPolicy { id }
    }
    updateInformationBarrierPolicy(input: { policyId: "${ours}", status: ACTIVE }) { informationBarrierPolicy { id status } }
    deleteInformationBarrierPolicy(input: { policyId: "${ours}" }) { deletedInformationBarrierPolicyId }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    createInformationBarrierPolicy: { informationBarrierPolicy: { id: ours } },
    updateInformationBarrierPolicy: { informationBarrierPolicy: { id: ours, status: 'ACTIVE' } },
    deleteInformationBarrierPolicy: { deletedInformationBarrierPolicyId: ours },
  });
  const listed = await run('{ account(id: "sub") { informationBarrierPolicies { nodes { id } } } }');
  expect(listed.data).toEqual({ account: { informationBarrierPolicies: { nodes: [{ id: ours }] } } });
  expect(calls).toEqual([
    `POST ${below}`,
    `PATCH ${below}/p1`,
    `GET ${below}/p1`,
    `DELETE ${below}/p1`,
    `GET ${below}?page_size=30`,
  ]);
  expect(bodies[0]).toEqual({ policy_name: 'Traders', assigned_group_id: 'g1', to_group_id: 'g2' });
});

// What else Zoom refuses stands in operations/refusals.tsv.
refusals([[`GET ${ONE}`, 400, 7001, 'NOT_FOUND', 'informationBarrierPolicy(id: "p1") { type }']], {
  table: {},
  query: (refused) => `{ ${refused} }`,
  data: { refused: null },
});

test('without a total the connection itself stands', async () => {
  const { run } = stub({ [`GET ${LIST}`]: refusal(400, 200, 'Only available for Paid account.') });
  const { data, errors } = await run('{ informationBarrierPolicies { totalCount } }');
  expect(data).toEqual({ informationBarrierPolicies: { totalCount: null } });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', zoom: { status: 400, code: 200 } } }]);
});

describe('in the sandbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ users: 5 });
  });
  afterAll(() => world.close());

  type Policy = {
    id: string;
    assignedGroup: { zoomId: string; name: string };
    toGroup: { zoomId: string; name: string };
  };
  const listed = async () => {
    const { data, errors } = await world.run<{ informationBarrierPolicies: { nodes: Policy[] } }>(`{
      informationBarrierPolicies { nodes {
        id policyName settings { ${FLAGS} } assignedGroup { zoomId name } toGroup { zoomId name }
      } }
    }`);
    expect(errors).toBeUndefined();
    return data!.informationBarrierPolicies.nodes;
  };
  const create = (input: object) =>
    world.run<{ createInformationBarrierPolicy: { informationBarrierPolicy: { id: string } } }>(
      `mutation ($input: CreateInformationBarrierPolicyInput!) {
        createInformationBarrierPolicy(input: $input) { informationBarrierPolicy { id settings { im meeting } } }
      }`,
      { input: { policyName: 'New', ...input } },
    );

  test('a policy is made, changed and removed, and its groups are those of the account', async () => {
    const before = await listed();
    const [first] = before;
    expect(first).toMatchObject({
      policyName: 'Sales and support',
      assignedGroup: { name: 'Sales' },
      toGroup: { name: 'Support' },
    });
    const groups = { assignedGroupId: first!.toGroup.zoomId, toGroupId: first!.assignedGroup.zoomId };
    const made = (await create({ ...groups, settings: { im: true } })).data!.createInformationBarrierPolicy;
    expect(made).toMatchObject({ informationBarrierPolicy: { settings: { im: true, meeting: false } } });
    const { id } = made.informationBarrierPolicy;

    const { data } = await world.run(
      `mutation ($id: ID!) {
        updateInformationBarrierPolicy(input: { policyId: $id, status: INACTIVE, settings: { meeting: true } }) {
          informationBarrierPolicy { status policyName settings { im meeting } }
        }
      }`,
      { id },
    );
    expect(data).toEqual({
      updateInformationBarrierPolicy: {
        informationBarrierPolicy: { status: 'INACTIVE', policyName: 'New', settings: { im: true, meeting: true } },
      },
    });
    expect((await listed()).map((policy) => policy.id)).toEqual([...before.map((policy) => policy.id), id]);

    const remove = () =>
      world.run(
        'mutation ($id: ID!) { deleteInformationBarrierPolicy(input: { policyId: $id }) { deletedInformationBarrierPolicyId } }',
        { id },
      );
    expect((await remove()).data).toEqual({
      deleteInformationBarrierPolicy: { deletedInformationBarrierPolicyId: id },
    });
    expect(await listed()).toEqual(before);
    expect((await remove()).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', zoom: { code: 7001 } } }]);
  });

  test.each([
    ['the same group twice', { assignedGroupId: 'a', toGroupId: 'a' }, 'BAD_USER_INPUT', 300],
    ['no name', { policyName: '', assignedGroupId: 'a', toGroupId: 'b' }, 'BAD_USER_INPUT', 300],
    ['another account', { accountId: 'other', assignedGroupId: 'a', toGroupId: 'b' }, 'NOT_FOUND', 2001],
  ])('%s is refused', async (_, input, kind, code) => {
    expect((await create(input)).errors).toMatchObject([{ extensions: { code: kind, zoom: { code } } }]);
  });

  test('a pair of groups that has a policy gets no second one', async () => {
    const [{ assignedGroup, toGroup } = expect.fail('there is none')] = await listed();
    const again = await create({ assignedGroupId: assignedGroup.zoomId, toGroupId: toGroup.zoomId });
    expect(again.errors).toMatchObject([{ extensions: { code: 'CONFLICT', zoom: { code: 7002 } } }]);
  });

  test('an account that does not pay has none', async () => {
    const free = await startWorld({ users: 2, plan: 'free' });
    const { errors } = await free.run('{ informationBarrierPolicies { nodes { id } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', zoom: { code: 200 } } }]);
    await free.close();
  });
});
