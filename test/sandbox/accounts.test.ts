/** Sub accounts are created, parted and handed over; and the domains that accounts manage and trust. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../world.ts';

const ADA = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', password: 'if42!LfH' };
const CREATE = 'mutation ($input: CreateSubAccountInput!) { createSubAccount(input: $input) { account { zoomId } } }';

interface Owned {
  ownerEmail: string;
  roles: { nodes: { name: string; members: { nodes: { email: string }[] } }[] };
}
const OWNED = '{ ownerEmail roles { nodes { name members { nodes { email } } } } }';

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
      `updateAccountOptions(input: { accountId: "unknown", payMode: SUB })`,
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
