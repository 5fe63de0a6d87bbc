/** What is written of an account's settings, and how it is read back. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldNameIn, inputNameIn } from '../../schema/types/shape.ts';
import * as api from '../../src/zoom/api/accounts/settings/index.ts';
import { bare, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { isEmpty, parts } from '../exerciser/parts.ts';
import { startWorld, type World } from '../world.ts';

type Raw = Readonly<Record<string, unknown>>;
const fieldsOf = (of: Shape) => Object.entries(of.shape) as [string, z.core.$ZodType][];
const mutation = (name: string, selection: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;

let world: World;
let sub = '';
beforeAll(async () => {
  world = await startWorld({ subAccounts: 1 });
  const { data } = await world.run<{ account: { subAccounts: { nodes: { zoomId: string }[] } } }>(
    '{ account { subAccounts { nodes { zoomId } } } }',
  );
  sub = data?.account.subAccounts.nodes[0]?.zoomId ?? '';
});
beforeEach(() => world.sandbox.reset());
afterAll(() => world.close());

/** The selection of what was given, where it can be read. */
const selected = (given: Raw, of: Shape): string =>
  fieldsOf(of)
    .flatMap(([key, type]) => {
      const value = given[inputNameIn(of, key)];
      const within = bare(type);
      if (value === undefined) return [];
      return within instanceof z.ZodObject
        ? [`${fieldNameIn(of, key)} { __typename ${selected(value as Raw, within)} }`]
        : [fieldNameIn(of, key)];
    })
    .join(' ');
/** The flags of a shape, as they are in another one too. */
const flags = (of: Shape, also: Shape): Shape =>
  z.object(
    Object.fromEntries(
      fieldsOf(of).flatMap(([key, type]): [string, z.core.$ZodType][] => {
        const within = bare(type);
        const there = also.shape[key];
        if (!there) return [];
        const other = bare(there);
        if (within instanceof z.ZodObject && other instanceof z.ZodObject) return [[key, flags(within, other)]];
        return metaOf(type).kind === 'bool' && metaOf(there).kind === 'bool' ? [[key, type]] : [];
      }),
    ),
  ) as Shape;

test.each<[string, Shape, string, Shape]>([
  ['updateAccountSettings', api.UpdateAccountSettingsBody, 'settings', api.AccountSettings],
  ['updateAccountLockedSettings', api.UpdateAccountLockedSettingsBody, 'lockedSettings', api.AccountLockedSettings],
  [
    'updateAccountRegistrationSettings',
    api.AccountRegistrationSettings,
    'registrationSettings',
    api.AccountRegistrationSettings,
  ],
])('%s: the flags written are read back', async (name, body, field, of) => {
  await fc.assert(
    fc.asyncProperty(parts(flags(body, of)), async ({ graph, zoom }) => {
      fc.pre(!isEmpty(zoom)); // such a write is refused
      world.sandbox.reset();
      const selection = `account { ${field} { __typename ${selected(graph as Raw, of)} } }`;
      const { data, errors } = await world.run<Record<string, { account: Raw }>>(mutation(name, selection), {
        input: { accountId: 'me', ...(graph as Raw) },
      });
      expect(errors).toBeUndefined();
      expect(data?.[name]?.account[field]).toMatchObject(graph as Raw);
    }),
    { numRuns: 25 },
  );
});

test('each view holds its own part; what is written stands in the account that it was written to', async () => {
  const written = await world.run(
    `mutation ($sub: ID!) {
      updateAccountSettings(input: {
        accountId: $sub, option: MEETING_SECURITY, meetingSecurity: { waitingRoom: false, autoSecurity: true }
      }) { account { zoomId meetingSecuritySettings { meetingSecurity { waitingRoom autoSecurity } } } }
      updateAccountLockedSettings(input: { accountId: $sub, meetingSecurity: { waitingRoom: true, encryptionType: E2EE } }) {
        account { lockedMeetingSecurity { meetingSecurity { waitingRoom encryptionType } } }
      }
    }`,
    { sub },
  );
  expect(written.errors).toBeUndefined();
  expect(written.data).toEqual({
    updateAccountSettings: {
      account: {
        zoomId: sub,
        meetingSecuritySettings: { meetingSecurity: { waitingRoom: false, autoSecurity: true } },
      },
    },
    updateAccountLockedSettings: {
      account: { lockedMeetingSecurity: { meetingSecurity: { waitingRoom: true, encryptionType: true } } },
    },
  });
});

interface Backgrounds {
  readonly settings: { readonly inMeeting: { readonly virtualBackgroundSettings: { readonly files: readonly Raw[] } } };
}
const FILES = 'settings { inMeeting { virtualBackgroundSettings { files { zoomId name size type isDefault } } } }';
const filesOf = (account: Backgrounds | undefined) => account?.settings.inMeeting.virtualBackgroundSettings.files;
const upload = (accountId: string, name: string) =>
  world.run<Record<string, { zoomId: string; account: Backgrounds }>>(
    mutation('uploadAccountVirtualBackgrounds', `zoomId account { ${FILES} }`),
    { input: { accountId, file: new File(['GIF89a...'], name, { type: 'image/gif' }) } },
  );

test.each(['me', 'sub'])('a virtual background is uploaded to %s, read back and deleted', async (whose) => {
  const accountId = whose === 'me' ? 'me' : sub;
  const filesIn = async (id: string) => {
    const { data } = await world.run<{ account: Backgrounds }>(`query ($id: ID) { account(id: $id) { ${FILES} } }`, {
      id,
    });
    return filesOf(data?.account);
  };
  const { data } = await upload(accountId, 'a hill.gif');
  const { zoomId, account } = data?.uploadAccountVirtualBackgrounds ?? {};
  const added = { zoomId, name: 'a hill.gif', size: 9, type: 'image', isDefault: false };
  expect(filesOf(account)).toHaveLength(3);
  expect(filesOf(account)?.at(-1)).toEqual(added);
  expect(world.sandbox.calls.filter(({ method }) => method === 'POST')).toMatchObject([
    { status: 201, body: { file: { name: 'a hill.gif', type: 'image/gif', size: 9 } } },
  ]);
  expect(await filesIn(accountId)).toContainEqual(added);
  if (whose !== 'me') expect(await filesIn('me')).toHaveLength(2);

  const gone = await world.run<Record<string, { account: Backgrounds }>>(
    mutation('deleteAccountVirtualBackgrounds', `account { ${FILES} }`),
    { input: { accountId, fileIds: [zoomId] } },
  );
  expect(filesOf(gone.data?.deleteAccountVirtualBackgrounds?.account)?.map((file) => file.zoomId)).toEqual([
    'background-1',
    'background-2',
  ]);

  for (let kept = 2; kept < 10; kept++) expect((await upload(accountId, `${kept}.gif`)).errors).toBeUndefined();
  expect((await upload(accountId, 'one too many.gif')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', zoom: { status: 400, code: 120 } } },
  ]);
});

test('an upload is sent whole again when the token has expired', async () => {
  world.sandbox.setFaults('expire-tokens');
  const { errors } = await upload('me', 'a hill.gif');
  world.sandbox.setFaults([]);
  expect(errors).toBeUndefined();
  const body = { file: { name: 'a hill.gif', type: 'image/gif', size: 9 } };
  expect(world.sandbox.calls.filter(({ method }) => method === 'POST')).toMatchObject([
    { status: 401, body },
    { status: 201, body },
  ]);
});
