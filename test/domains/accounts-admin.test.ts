/** What is done to accounts: made, parted, handed over; and the domains that they manage and trust. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, refusal, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);
const ADA = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', password: 'if42!LfH' };

const CREATE = `mutation ($input: CreateSubAccountInput!) {
  createSubAccount(input: $input) { account { id zoomId ownerId ownerEmail createdAt owner { zoomId email } } }
}`;

test('a sub account is made, and what Zoom answers of it costs no further call', async () => {
  const { run, calls, bodies } = stub({
    'POST /accounts': { id: 'new', owner_id: 'u1', owner_email: ADA.email, created_at: '2026-01-02T03:04:05Z' },
  });
  const { data, errors } = await run(CREATE, {
    input: {
      ...ADA,
      accountName: 'Engines',
      subResellerId: globalId('Account', 'second'),
      transferCode: 'code',
      options: {
        billingAutoRenew: false,
        payMode: 'SUB',
        shareRc: true,
        roomConnectorList: ['192.0.2.1'],
        shareMc: true,
        meetingConnectorList: ['203.0.113.1'],
        resourceShareMc: false,
        resourceMeetingConnectorList: [],
        resourceShareMh: true,
        resourceMeetingHybridList: ['zone'],
      },
    },
  });
  expect(errors).toBeUndefined();
  expect(data?.createSubAccount).toEqual({
    account: {
      id: globalId('Account', 'new'),
      zoomId: 'new',
      ownerId: 'u1',
      ownerEmail: ADA.email,
      createdAt: '2026-01-02T03:04:05.000Z',
      owner: { zoomId: 'u1', email: ADA.email },
    },
  });
  expect(calls).toEqual(['POST /accounts']);
  expect(bodies).toEqual([
    {
      email: 'ada@example.com',
      first_name: 'Ada',
      last_name: 'Lovelace',
      password: 'if42!LfH',
      account_name: 'Engines',
      sub_reseller_id: 'second',
      transfer_code: 'code',
      options: {
        billing_auto_renew: false,
        pay_mode: 'sub',
        share_rc: true,
        room_connector_list: ['192.0.2.1'],
        share_mc: true,
        meeting_connector_list: ['203.0.113.1'],
        resource_share_mc: false,
        resource_meeting_connector_list: [],
        resource_share_mh: true,
        resource_meeting_hybrid_list: ['zone'],
      },
    },
  ]);
});

test.each([
  [400, 300, 'BAD_USER_INPUT'],
  [400, 1107, 'FORBIDDEN'],
  [400, 1111, 'BAD_USER_INPUT'],
  [400, 11101, 'FORBIDDEN'],
  [400, 11102, 'BAD_USER_INPUT'],
  [400, 11103, 'NOT_FOUND'],
  [400, 11104, 'BAD_USER_INPUT'],
  [400, 11105, 'BAD_USER_INPUT'],
  [400, 11106, 'BAD_USER_INPUT'],
  [400, 11107, 'CONFLICT'],
  [400, 11108, 'FORBIDDEN'],
  [400, 11109, 'CONFLICT'],
  [400, 11110, 'CONFLICT'],
  [400, 11111, 'FORBIDDEN'],
  [400, 11112, 'FORBIDDEN'],
  [409, 1005, 'CONFLICT'],
])('a sub account refused with %i/%i is %s', async (status, code, kind) => {
  const { run } = stub({ 'POST /accounts': refusal(status, code, 'Zoom says no.') });
  const { data, errors } = await run(CREATE, { input: ADA });
  expect(data).toEqual({ createSubAccount: null });
  expect(errors).toMatchObject([{ extensions: { code: kind, zoom: { status, code } } }]);
  expect(JSON.stringify(errors)).not.toContain(ADA.password);
});

test('a sub account is parted; its ids are left, and what else is asked of it is not found', async () => {
  const { run, calls } = stub({
    'DELETE /accounts/sub': done(),
    'GET /accounts/sub': refusal(404, 2001, 'No account.'),
  });
  const field = `disassociateSubAccount(input: { accountId: "${globalId('Account', 'sub')}" })`;
  const ids = await run(`mutation { ${field} { account { id zoomId } } }`);
  expect(ids.errors).toBeUndefined();
  expect(ids.data?.disassociateSubAccount).toEqual({ account: { id: globalId('Account', 'sub'), zoomId: 'sub' } });
  expect(calls).toEqual(['DELETE /accounts/sub']);
  const more = await run(`mutation { ${field} { account { accountName } } }`);
  expect(more.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('the options of a sub account: false and [] are values, what is left out is not sent, and it is read anew', async () => {
  const { run, calls, bodies } = stub({
    'PATCH /accounts/sub/options': done(),
    'GET /accounts/sub': { id: 'sub', options: { pay_mode: 'sub', share_rc: false, room_connector_list: [] } },
  });
  const { data, errors } = await run(`mutation {
    updateAccountOptions(input: { accountId: "sub", payMode: SUB, shareRc: false, roomConnectorList: [] }) {
      account { zoomId options { payMode shareRc roomConnectorList } }
    }
  }`);
  expect(errors).toBeUndefined();
  const options = { payMode: 'SUB', shareRc: false, roomConnectorList: [] };
  expect(data?.updateAccountOptions).toEqual({ account: { zoomId: 'sub', options } });
  expect(calls).toEqual(['PATCH /accounts/sub/options', 'GET /accounts/sub']);
  expect(bodies).toEqual([{ pay_mode: 'sub', share_rc: false, room_connector_list: [] }]);
});

test('the owner of the own account', async () => {
  const { run, calls, bodies } = stub({
    'PUT /accounts/me/owner': done(),
    'GET /accounts/me': { id: 'a1', owner_id: 'u2', owner_email: 'bob@example.com' },
  });
  const { data, errors } = await run(`mutation {
    updateAccountOwner(input: { accountId: "me", email: "bob@example.com" }) { account { owner { zoomId email } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.updateAccountOwner).toEqual({ account: { owner: { zoomId: 'u2', email: 'bob@example.com' } } });
  expect(calls).toEqual(['PUT /accounts/me/owner', 'GET /accounts/me']);
  expect(bodies).toEqual([{ email: 'bob@example.com' }]);
});

test.each([
  ['DELETE /accounts/sub', 'disassociateSubAccount(input: { accountId: "sub" })', 404, 2000, 'CONFLICT'],
  ['DELETE /accounts/sub', 'disassociateSubAccount(input: { accountId: "sub" })', 404, 2001, 'NOT_FOUND'],
  ['PATCH /accounts/sub/options', 'updateAccountOptions(input: { accountId: "sub" })', 200, 200, 'CONFLICT'],
  ['PATCH /accounts/sub/options', 'updateAccountOptions(input: { accountId: "sub" })', 400, 2100, 'CONFLICT'],
  ['PATCH /accounts/sub/options', 'updateAccountOptions(input: { accountId: "sub" })', 400, 2115, 'NOT_FOUND'],
  ['PATCH /accounts/sub/options', 'updateAccountOptions(input: { accountId: "sub" })', 404, 2001, 'NOT_FOUND'],
  ['PUT /accounts/sub/owner', 'updateAccountOwner(input: { accountId: "sub", email: "x" })', 400, 200, 'FORBIDDEN'],
  ['PUT /accounts/sub/owner', 'updateAccountOwner(input: { accountId: "sub", email: "x" })', 404, 2001, 'NOT_FOUND'],
  ['PUT /accounts/sub/owner', 'updateAccountOwner(input: { accountId: "sub", email: "x" })', 404, 3201, 'NOT_FOUND'],
  ['PUT /accounts/sub/owner', 'updateAccountOwner(input: { accountId: "sub", email: "x" })', 404, 3211, 'NOT_FOUND'],
])('%s: %s refused with %i/%i is %s', async (call, field, status, code, kind) => {
  const { run, calls } = stub({ [call]: refusal(status, code, 'Zoom says no.') });
  const { data, errors } = await run(`mutation { changed: ${field} { account { id } } }`);
  expect(data).toEqual({ changed: null });
  expect(errors).toMatchObject([{ extensions: { code: kind, zoom: { status, code } } }]);
  expect(calls).toEqual([call]);
});

test('the domains that an account manages and trusts, of the own account and of a sub account', async () => {
  const { run, calls } = stub({
    'GET /accounts/me/managed_domains': { domains: [{ domain: 'example.com', status: 'verified' }], total_records: 1 },
    'GET /accounts/me/trusted_domains': { trusted_domains: ['example.org'] },
    'GET /accounts/sub/managed_domains': { domains: [], total_records: 0 },
    'GET /accounts/sub/trusted_domains': {},
  });
  const fields = 'managedDomains { totalCount nodes { domain status } } trustedDomains';
  const { data, errors } = await run(`{ account { ${fields} } sub: account(id: "sub") { ${fields} } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    account: {
      managedDomains: { totalCount: 1, nodes: [{ domain: 'example.com', status: 'verified' }] },
      trustedDomains: ['example.org'],
    },
    sub: { managedDomains: { totalCount: 0, nodes: [] }, trustedDomains: null },
  });
  expect([...calls].sort()).toEqual([
    'GET /accounts/me/managed_domains',
    'GET /accounts/me/trusted_domains',
    'GET /accounts/sub/managed_domains',
    'GET /accounts/sub/trusted_domains',
  ]);
});

test.each([
  ['managed_domains', 'managedDomains { nodes { domain } }', 200, 200, 'FORBIDDEN'],
  ['managed_domains', 'managedDomains { nodes { domain } }', 404, 2001, 'NOT_FOUND'],
  ['trusted_domains', 'trustedDomains', 200, 2001, 'NOT_FOUND'],
  ['trusted_domains', 'trustedDomains', 404, 2001, 'NOT_FOUND'],
])('%s (%s) refused with %i/%i is %s, and its siblings stand', async (path, field, status, code, kind) => {
  const { run } = stub({
    [`GET /accounts/sub/${path}`]: refusal(status, code, 'Zoom says no.'),
    'GET /accounts/sub/roles': { roles: [{ id: '0', name: 'Owner' }] },
  });
  const { data, errors } = await run(`{ account(id: "sub") { asked: ${field} roles { nodes { name } } } }`);
  expect(data?.account).toEqual({ asked: null, roles: { nodes: [{ name: 'Owner' }] } });
  expect(errors).toMatchObject([{ path: ['account', 'asked'], extensions: { code: kind, zoom: { status, code } } }]);
});

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
