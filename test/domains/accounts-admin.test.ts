/** What is done to accounts: made, parted, handed over; and the domains that they manage and trust. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId, reads, writes } from '../rows.ts';
import { done, refusal, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const ADA = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', password: 'if42!LfH' };

const CREATE = `mutation ($input: CreateSubAccountInput!) {
  createSubAccount(input: $input) { account { id zoomId ownerId ownerEmail createdAt owner { zoomId email } } }
}`;

test('a password that Zoom refuses does not stand in the error', async () => {
  const { run } = stub({ 'POST /accounts': refusal(400, 300, 'Zoom says no.') });
  const { data, errors } = await run(CREATE, { input: ADA });
  expect(data).toEqual({ createSubAccount: null });
  expect(JSON.stringify(errors)).not.toContain(ADA.password);
});

// What Zoom refuses stands in operations/refusals.tsv.
const sub = globalId('Account', 'sub');
writes(
  [
    {
      name: 'a sub account is made, and what Zoom answers of it costs no further call',
      mutation: CREATE,
      variables: {
        input: {
          ...ADA,
          subResellerId: globalId('Account', 'second'),
          options: { billingAutoRenew: false, payMode: 'SUB', resourceMeetingConnectorList: [] },
        },
      },
      at: 'account',
      payload: {
        id: globalId('Account', 'new'),
        zoomId: 'new',
        ownerId: 'u1',
        ownerEmail: ADA.email,
        createdAt: '2026-01-02T03:04:05.000Z',
        owner: { zoomId: 'u1', email: ADA.email },
      },
      calls: ['POST /accounts'],
      body: {
        email: ADA.email,
        first_name: 'Ada',
        last_name: 'Lovelace',
        password: ADA.password,
        sub_reseller_id: 'second',
        options: { billing_auto_renew: false, pay_mode: 'sub', resource_meeting_connector_list: [] },
      },
    },

    {
      name: 'what else is asked of a sub account that was parted is not found',
      table: { 'GET /accounts/sub': refusal(404, 2001, 'No account.') },
      mutation: `disassociateSubAccount(input: { accountId: "${sub}" }) { account { accountName } }`,
      payload: { account: { accountName: null } },
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
      calls: ['DELETE /accounts/sub', 'GET /accounts/sub'],
    },
    {
      name: 'the options of a sub account: false and [] are values, what is left out is not sent, and it is read anew',
      mutation: `updateAccountOptions(input: { accountId: "sub", payMode: SUB, shareRc: false, roomConnectorList: [] }) {
        account { zoomId options { payMode shareRc roomConnectorList } }
      }`,
      payload: { account: { zoomId: 'sub', options: { payMode: 'SUB', shareRc: false, roomConnectorList: [] } } },
      calls: ['PATCH /accounts/sub/options', 'GET /accounts/sub'],
      body: { pay_mode: 'sub', share_rc: false, room_connector_list: [] },
    },
    {
      name: 'the owner of the own account',
      mutation:
        'updateAccountOwner(input: { accountId: "me", email: "bob@example.com" }) { account { owner { zoomId email } } }',
      payload: { account: { owner: { zoomId: 'u2', email: 'bob@example.com' } } },
      calls: ['PUT /accounts/me/owner', 'GET /accounts/me'],
      body: { email: 'bob@example.com' },
    },
  ],
  {
    'POST /accounts': { id: 'new', owner_id: 'u1', owner_email: ADA.email, created_at: '2026-01-02T03:04:05Z' },
    'DELETE /accounts/sub': done(),
    'PATCH /accounts/sub/options': done(),
    'GET /accounts/sub': { id: 'sub', options: { pay_mode: 'sub', share_rc: false, room_connector_list: [] } },
    'PUT /accounts/me/owner': done(),
    'GET /accounts/me': { id: 'a1', owner_id: 'u2', owner_email: 'bob@example.com' },
  },
);

const DOMAINS = 'managedDomains { totalCount nodes { domain status } } trustedDomains';
reads([
  {
    name: 'the domains that an account manages and trusts, of the own account and of a sub account',
    table: {
      'GET /accounts/me/managed_domains': {
        domains: [{ domain: 'example.com', status: 'verified' }],
        total_records: 1,
      },
      'GET /accounts/me/trusted_domains': { trusted_domains: ['example.org'] },
      'GET /accounts/sub/managed_domains': { domains: [], total_records: 0 },
      'GET /accounts/sub/trusted_domains': {},
    },
    query: `{ account { ${DOMAINS} } sub: account(id: "sub") { ${DOMAINS} } }`,
    data: {
      account: {
        managedDomains: { totalCount: 1, nodes: [{ domain: 'example.com', status: 'verified' }] },
        trustedDomains: ['example.org'],
      },
      sub: { managedDomains: { totalCount: 0, nodes: [] }, trustedDomains: null },
    },
    calls: [
      'GET /accounts/me/managed_domains',
      'GET /accounts/me/trusted_domains',
      'GET /accounts/sub/managed_domains',
      'GET /accounts/sub/trusted_domains',
    ],
    together: true,
  },
]);

describe('against the sandbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ subAccounts: 2 });
  });
  afterAll(() => world.close());

  interface Sub {
    zoomId: string;
    accountName: string;
    accountType: string;
  }
  const subs = async (): Promise<Sub[]> => {
    const { data } = await world.run<{ account: { subAccounts: { nodes: Sub[] } } }>(
      '{ account { subAccounts { nodes { zoomId accountName accountType } } } }',
    );
    return data?.account.subAccounts.nodes ?? [];
  };
  const run = <T>(field: string) => world.run<{ changed: T | null }>(`mutation { changed: ${field} }`);

  test('a sub account that is made is listed, has roles and an owner, can be changed, and is gone once parted', async () => {
    const { data, errors } = await world.run<{ createSubAccount: { account: { zoomId: string } } }>(CREATE, {
      input: { ...ADA, accountName: 'Engines', options: { payMode: 'SUB' } },
    });
    expect(errors).toBeUndefined();
    const id = data?.createSubAccount.account.zoomId ?? '';
    expect(await subs()).toContainEqual({ zoomId: id, accountName: 'Engines', accountType: 'FREE' });
    const made = await world.run<{ account: Owned }>(
      `{ account(id: "${id}") { ownerEmail options { payMode } roles { nodes { name members { nodes { email } } } } } }`,
    );
    expect(made.errors).toBeUndefined();
    expect(made.data?.account).toMatchObject({ ownerEmail: ADA.email, options: { payMode: 'SUB' } });
    expect(made.data?.account.roles.nodes).toContainEqual({
      name: 'Owner',
      members: { nodes: [{ email: ADA.email }] },
    });
    expect((await world.run(CREATE, { input: ADA })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);

    const input = `{ accountId: "${id}", payMode: MASTER, shareRc: true, roomConnectorList: ["192.0.2.1"] }`;
    const options = await run(`updateAccountOptions(input: ${input}) {
      account { options { payMode shareRc shareMc roomConnectorList } }
    }`);
    expect(options.data?.changed).toEqual({
      account: { options: { payMode: 'MASTER', shareRc: true, shareMc: false, roomConnectorList: ['192.0.2.1'] } },
    });

    expect((await run(`disassociateSubAccount(input: { accountId: "${id}" }) { account { zoomId } }`)).errors).toBe(
      undefined,
    );
    expect((await subs()).map(({ zoomId }) => zoomId)).not.toContain(id);
    const gone = await world.run(`{ account(id: "${id}") { accountName roles { nodes { name } } } }`);
    expect(gone.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  test('a simple password, a paid account to part, its payer, and an account that is not there are refused', async () => {
    const [paid] = await subs();
    const codes = await Promise.all(
      [
        `createSubAccount(input: { email: "x@example.com", firstName: "X", lastName: "Y", password: "aaaaaaaa" })`,
        `disassociateSubAccount(input: { accountId: "${paid?.zoomId}" })`,
        `updateAccountOptions(input: { accountId: "${paid?.zoomId}", payMode: SUB })`,
        `disassociateSubAccount(input: { accountId: "me" })`,
        `updateAccountOptions(input: { accountId: "unknown" })`,
      ].map(async (field) => (await run(`${field} { account { id } }`)).errors?.[0]?.extensions.code),
    );
    expect(codes).toEqual(['BAD_USER_INPUT', 'CONFLICT', 'CONFLICT', 'NOT_FOUND', 'NOT_FOUND']);
  });

  test('an admin becomes the owner, and who owned the account an admin', async () => {
    const [sub] = await subs();
    const before = await world.run<{ account: Owned }>(`{ account(id: "${sub?.zoomId}") ${OWNED} }`);
    const { ownerEmail, roles } = before.data?.account ?? { ownerEmail: '', roles: { nodes: [] } };
    const membersOf = (all: Owned['roles'], name: string) =>
      all.nodes.find((role) => role.name === name)?.members.nodes.map(({ email }) => email);
    const [admin] = membersOf(roles, 'Admin') ?? [];
    const [member] = membersOf(roles, 'Member') ?? [];
    const change = (email = '') =>
      run<{ account: Owned }>(
        `updateAccountOwner(input: { accountId: "${sub?.zoomId}", email: "${email}" }) { account ${OWNED} }`,
      );
    expect((await change(member)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const after = (await change(admin)).data?.changed?.account;
    expect(after?.ownerEmail).toBe(admin);
    expect(after && membersOf(after.roles, 'Owner')).toEqual([admin]);
    expect(after && membersOf(after.roles, 'Admin')).toContain(ownerEmail);
  });

  test('domains', async () => {
    const { data, errors } = await world.run<{ account: Record<string, unknown> }>(
      '{ account { managedDomains { totalCount nodes { domain status } } trustedDomains } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.account).toMatchObject({
      managedDomains: { totalCount: 2, nodes: [{ domain: 'example.com', status: 'verified' }, {}] },
      trustedDomains: ['example.org', 'example.net'],
    });
  });
});

interface Owned {
  ownerEmail: string;
  roles: { nodes: { name: string; members: { nodes: { email: string }[] } }[] };
}
const OWNED = '{ ownerEmail roles { nodes { name members { nodes { email } } } } }';
