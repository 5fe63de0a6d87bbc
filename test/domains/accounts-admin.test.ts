/** What is done to accounts: made, parted, handed over; and the domains that they manage and trust. */
import { expect, test } from 'vitest';
import { globalId, reads, writes } from '../rows.ts';
import { done, refusal, stub } from '../stub.ts';

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
          options: { payMode: 'SUB' },
        },
      },
      at: 'account',
      payload: {
        id: globalId('Account', 'new'),
        zoomId: 'new',
        ownerId: 'u1',
        ownerEmail: ADA.email,
        createdAt: '2026-01-02T03:04:05Z',
        owner: { zoomId: 'u1', email: ADA.email },
      },
      calls: ['POST /accounts'],
      body: {
        email: ADA.email,
        first_name: 'Ada',
        last_name: 'Lovelace',
        password: ADA.password,
        sub_reseller_id: 'second',
        options: { pay_mode: 'sub' },
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
      name: 'the options of a sub account are read anew',
      mutation:
        'updateAccountOptions(input: { accountId: "sub", payMode: SUB }) { account { options { payMode shareRc } } }',
      payload: { account: { options: { payMode: 'SUB', shareRc: false } } },
      calls: ['PATCH /accounts/sub/options', 'GET /accounts/sub'],
      body: { pay_mode: 'sub' },
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
    'GET /accounts/sub': { id: 'sub', options: { pay_mode: 'sub', share_rc: false } },
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
