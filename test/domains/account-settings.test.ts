/** An account's settings: what a client gives, and nothing else, is sent. That every field is shown says fields.test.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldName, inputName } from '../../schema/types/shape.ts';
import * as api from '../../src/zoom/api/accounts/settings/index.ts';
import { bare, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { globalId, reads, refusals, writes } from '../rows.ts';
import { done, type Received, refusal, stub } from '../stub.ts';
import { startWorld } from '../world.ts';

type AnyType = z.core.$ZodType;
type Raw = Readonly<Record<string, unknown>>;
const fieldsOf = (of: Shape) => Object.entries(of.shape) as [string, AnyType][];
const account = { id: globalId('Account', 'me') };

/** What Zoom has for a field, and what the graph has for it. */
interface Pair {
  readonly zoom: unknown;
  readonly graph: unknown;
}
const both = (value: unknown): Pair => ({ zoom: value, graph: value });

/** Any part of what a shape takes. */
const parts = (type: AnyType): fc.Arbitrary<Pair> => {
  const { kind, enumValues, separator } = metaOf(type);
  const within = bare(type);
  if (within instanceof z.ZodArray)
    return fc
      .array(parts(within.element), { maxLength: 2 })
      .map((items) => ({ zoom: items.map(({ zoom }) => zoom), graph: items.map(({ graph }) => graph) }));
  if (within instanceof z.ZodObject) {
    const fields = fieldsOf(within);
    // A few of the fields at a time, so that the others show what was not given.
    return fc
      .subarray(fields, { maxLength: Math.min(6, fields.length) })
      .chain((some) => fc.tuple(...some.map(([key, field]) => parts(field).map((pair) => ({ key, ...pair })))))
      .map((given) => ({
        zoom: Object.fromEntries(given.map(({ key, zoom }) => [key, zoom])),
        graph: Object.fromEntries(given.map(({ key, graph }) => [inputName(key), graph])),
      }));
  }
  if (enumValues)
    return fc.constantFrom(...Object.entries(enumValues.values).map(([graph, zoom]) => ({ zoom, graph })));
  if (separator)
    return fc
      .array(fc.stringMatching(/^[a-z.]{1,9}$/), { maxLength: 2 })
      .map((items) => ({ zoom: items.join(separator), graph: items }));
  if (kind === 'bool') return fc.boolean().map(both);
  if (kind === 'int' || kind === 'bigInt') return fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(both);
  return (kind === 'id' ? fc.stringMatching(/^[a-z0-9]{1,9}$/) : fc.string()).map(both);
};

/** Each field of the graph, and the call that it makes. */
const views: [field: string, call: string][] = [
  ['settings', '/settings'],
  ['securitySettings', '/settings?option=security'],
  ['meetingSecuritySettings', '/settings?option=meeting_security'],
  ['meetingAuthentication', '/settings?option=meeting_authentication'],
  ['recordingAuthentication', '/settings?option=recording_authentication'],
  ['lockedSettings', '/lock_settings'],
  ['lockedMeetingSecurity', '/lock_settings?option=meeting_security'],
  ['registrationSettings', '/settings/registration'],
];
const updates: [mutation: string, path: string, body: Shape][] = [
  ['updateAccountSettings', '/settings', api.UpdateAccountSettingsBody],
  ['updateAccountLockedSettings', '/lock_settings', api.UpdateAccountLockedSettingsBody],
  ['updateAccountRegistrationSettings', '/settings/registration', api.AccountRegistrationSettings],
];
interface Settings {
  readonly settings: { readonly inMeeting: { readonly virtualBackgroundSettings: { readonly files: readonly Raw[] } } };
}
const mutation = (name: string, selection = 'id') =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { account { ${selection} } }
  }`;

describe('reading', () => {
  test.each(views)('%s is one call', async (field, call) => {
    const { run, calls } = stub({ [`GET /accounts/me${call.replace(/\?.*/, '')}`]: {} });
    const { data, errors } = await run(`{ account { ${field} { __typename } } }`);
    expect({ data, errors }).toMatchObject({ data: { account: { [field]: {} } }, errors: undefined });
    expect(calls).toEqual([`GET /accounts/me${call}`]);
  });

  reads([
    {
      name: 'Zoom’s numbers as words, its delimited texts as lists, what it leaves out as null',
      table: {
        'GET /accounts/sub/settings': ({ query }: Received) =>
          query.get('option') === 'meeting_security'
            ? { meeting_security: { waiting_room: false, waiting_room_options: { admit_type: 4, locked: true } } }
            : {
                in_meeting: { p2p_connetion: false, dscp_audio: 0 },
                chat: { allow_users_to_add_contacts: { selected_option: 3, user_email_addresses: 'a.com, b.com' } },
                schedule_meeting: { jbh_time: 0, enforce_login_domains: '' },
                general_setting: {},
              },
      },
      query: `{ account(id: "sub") {
        settings {
          inMeeting { p2pConnetion dscpAudio } chat { allowUsersToAddContacts { selectedOption userEmailAddresses } }
          scheduleMeeting { jbhTime enforceLoginDomains } generalSetting { showZoomRoomFeature } telephony { thirdPartyAudio }
        }
        meetingSecuritySettings { meetingSecurity { waitingRoom waitingRoomOptions { admitType locked } } }
      } }`,
      at: 'account',
      data: {
        settings: {
          inMeeting: { p2pConnetion: false, dscpAudio: 0 },
          chat: {
            allowUsersToAddContacts: {
              selectedOption: 'ORGANIZATION_AND_DOMAINS',
              userEmailAddresses: ['a.com', 'b.com'],
            },
          },
          scheduleMeeting: { jbhTime: 'ANYTIME', enforceLoginDomains: null },
          generalSetting: { showZoomRoomFeature: null },
          telephony: null,
        },
        meetingSecuritySettings: {
          meetingSecurity: {
            waitingRoom: false,
            waitingRoomOptions: { admitType: 'INTERNAL_AND_ALLOWED_DOMAINS', locked: true },
          },
        },
      },
      calls: ['GET /accounts/sub/settings', 'GET /accounts/sub/settings?option=meeting_security'],
      together: true,
    },
  ]);

  // What Zoom documents stands in operations/refusals.tsv; a view by option is the same operation.
  refusals([['GET /accounts/me/settings/registration', 200, 200, 'FORBIDDEN', 'registrationSettings { __typename }']], {
    table: { 'GET /accounts/me': { id: 'a1' } },
    query: (refused) => `{ account { ${refused} zoomId } }`,
    data: { account: { refused: null, zoomId: 'a1' } },
  });
});

describe('writing', () => {
  test.each(updates)('%s sends whatever was given, exactly, and nothing else', async (name, path, body) => {
    const { run, bodies, calls } = stub({ [`PATCH /accounts/me${path}`]: done() });
    await fc.assert(
      fc.asyncProperty(parts(body), async ({ zoom, graph }) => {
        bodies.length = 0;
        const { data, errors } = await run(mutation(name), { input: { accountId: 'me', ...(graph as Raw) } });
        expect(errors).toBeUndefined();
        expect(data?.[name]).toEqual({ account });
        expect(bodies).toStrictEqual([zoom]);
      }),
      { numRuns: 50 },
    );
    expect(new Set(calls)).toEqual(new Set([`PATCH /accounts/me${path}`]));
  });

  writes(
    [
      {
        name: 'false, 0, "" and empty lists are values',
        mutation: `updateAccountSettings(input: {
          accountId: "${globalId('Account', 'sub')}", option: SECURITY, meetingAuthentication: false,
          security: { signAgainPeriodForInactivityOnWeb: 0, signinWithSso: { operation: REMOVE, ssoBypassUserIds: [] } },
          inMeeting: { customServiceInstructions: "", dataCenterRegions: [JAPAN] },
          scheduleMeeting: { jbhTime: ANYTIME, meetingTemplate: { action: DELETE, templates: [{ id: "t1" }] } },
          recording: { recordingNotificationForZoomClient: { playVoicePrompt: NO_ONE } },
          authenticationOption: { action: ADD, type: ENFORCE_LOGIN_WITH_DOMAINS, domains: [] }
        }) { account { zoomId } }`,
        payload: { account: { zoomId: 'sub' } },
        calls: ['PATCH /accounts/sub/settings?option=security'],
        body: {
          meeting_authentication: false,
          security: {
            sign_again_period_for_inactivity_on_web: 0,
            signin_with_sso: { operation: 'remove', sso_bypass_user_ids: [] },
          },
          in_meeting: { custom_service_instructions: '', data_center_regions: ['TY'] },
          schedule_meeting: { jbh_time: 0, meeting_template: { action: 'delete', templates: [{ id: 't1' }] } },
          recording: { recording_notification_for_zoom_client: { play_voice_prompt: 'No one' } },
          authentication_option: { action: 'add', type: 'enforce_login_with_domains', domains: '' },
        },
      },
      {
        name: 'virtual backgrounds are deleted by the ids of their files',
        mutation:
          'deleteAccountVirtualBackgrounds(input: { accountId: "me", fileIds: ["f1", "f2"] }) { account { id } }',
        payload: { account },
        calls: ['DELETE /accounts/me/settings/virtual_backgrounds?file_ids=f1,f2'],
      },
      {
        name: 'the payload reads again what is selected of the account, and no more',
        mutation: `updateAccountLockedSettings(input: { accountId: "me", chat: { shareFiles: true } }) {
          account { lockedSettings { chat { shareFiles } } settings { chat { shareFiles { enable } } } }
        }`,
        at: 'account',
        payload: {
          lockedSettings: { chat: { shareFiles: true } },
          settings: { chat: { shareFiles: { enable: false } } },
        },
        calls: ['PATCH /accounts/me/lock_settings', 'GET /accounts/me/lock_settings', 'GET /accounts/me/settings'],
        together: true,
        body: { chat: { share_files: true } },
      },
    ],
    {
      'PATCH /accounts/sub/settings': done(),
      'DELETE /accounts/me/settings/virtual_backgrounds': done(),
      'PATCH /accounts/me/lock_settings': done(),
      'GET /accounts/me/lock_settings': { chat: { share_files: true } },
      'GET /accounts/me/settings': { chat: { share_files: { enable: false } } },
    },
  );

  test.each([
    [
      'updateAccountSettings',
      { inMeeting: { webinarChat: { enable: null } } },
      /^input\.inMeeting\.webinarChat\.enable is null/,
    ],
    ['updateAccountLockedSettings', { chat: { shareFiles: null } }, /^input\.chat\.shareFiles is null/],
    ['updateAccountRegistrationSettings', { questions: null }, /^input\.questions is null/],
  ])('null is refused by %s before anything is sent', async (name, given, message) => {
    const { run, calls } = stub({});
    const { data, errors } = await run(mutation(name), { input: { accountId: 'me', ...given } });
    expect(data?.[name]).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(message);
    expect(calls).toEqual([]);
  });

  const UPLOAD = 'POST /accounts/me/settings/virtual_backgrounds';
  const picture = (bytes = 'the bytes', type = 'image/png') => new File([bytes], 'a hill.png', { type });

  test('a virtual background is uploaded: a part of its own, with its name, type and bytes', async () => {
    const answer = { id: 'f1', is_default: false, name: 'a hill.png', size: 9, type: 'image' };
    const { run, calls, bodies } = stub({ [UPLOAD]: answer });
    const { data, errors } = await run(
      `mutation ($input: UploadAccountVirtualBackgroundsInput!) {
        uploadAccountVirtualBackgrounds(input: $input) { account { id } zoomId isDefault name size type }
      }`,
      { input: { accountId: 'me', file: picture() } },
    );
    expect(errors).toBeUndefined();
    expect(data?.uploadAccountVirtualBackgrounds).toEqual({
      account,
      zoomId: 'f1',
      isDefault: false,
      name: 'a hill.png',
      size: 9,
      type: 'image',
    });
    expect(calls).toEqual([UPLOAD]);
    const [{ file, ...others }] = bodies as [{ file: File }];
    expect(others).toEqual({});
    expect([file.name, file.type, await file.text()]).toEqual(['a hill.png', 'image/png', 'the bytes']);
  });

  test.each([
    ['a text', 'a hill.png', /A file is sent as a part of its own/],
    [
      'a file of another type',
      picture('<svg/>', 'image/svg+xml'),
      /^input\.file: must be of type image\/jpeg, image\/gif, image\/png\.$/,
    ],
    ['too large a file', picture('x'.repeat(15 * 2 ** 20 + 1)), /^input\.file: must be of at most 15 MB\.$/],
  ])('%s instead of a picture is refused before anything is sent', async (_, file, message) => {
    const { run, calls } = stub({});
    const { data, errors } = await run(mutation('uploadAccountVirtualBackgrounds'), {
      input: { accountId: 'me', file },
    });
    expect(data?.uploadAccountVirtualBackgrounds ?? null).toBeNull();
    expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(calls).toEqual([]);
  });

  test('the largest picture is taken', async () => {
    const { run, calls } = stub({ [UPLOAD]: {} });
    const input = { accountId: 'me', file: picture('x'.repeat(15 * 2 ** 20)) };
    expect((await run(mutation('uploadAccountVirtualBackgrounds'), { input })).errors).toBeUndefined();
    expect(calls).toEqual([UPLOAD]);
  });

  test('a file is no text', async () => {
    const { run, calls } = stub({});
    const { errors } = await run(mutation('uploadAccountVirtualBackgrounds'), {
      input: { accountId: picture(), file: picture() },
    });
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/invalid value at "input\.accountId"; Expected a value of type "ID"/),
    ]);
    expect(calls).toEqual([]);
  });

  test('an upload may be refused for a permission, too', async () => {
    const { run } = stub({ [UPLOAD]: refusal(400, 200, 'Zoom says no.') });
    const { errors } = await run(mutation('uploadAccountVirtualBackgrounds'), {
      input: { accountId: 'me', file: picture() },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', zoom: { status: 400, code: 200 } } }]);
  });
});

describe('against the sandbox', () => {
  /** The selection of what was given, where it can be read. */
  const selected = (given: Raw, of: Shape): string =>
    fieldsOf(of)
      .flatMap(([key, type]) => {
        const value = given[inputName(key)];
        const within = bare(type);
        if (value === undefined) return [];
        return within instanceof z.ZodObject
          ? [`${fieldName(key)} { __typename ${selected(value as Raw, within)} }`]
          : [fieldName(key)];
      })
      .join(' ');
  /** The flags of a shape, as they are in another one too. */
  const flags = (of: Shape, also: Shape): Shape =>
    z.object(
      Object.fromEntries(
        fieldsOf(of).flatMap(([key, type]): [string, AnyType][] => {
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
    const world = await startWorld();
    try {
      await fc.assert(
        fc.asyncProperty(parts(flags(body, of)), async ({ graph }) => {
          world.sandbox.reset();
          const selection = `${field} { __typename ${selected(graph as Raw, of)} }`;
          const { data, errors } = await world.run<Record<string, { account: Record<string, unknown> }>>(
            mutation(name, selection),
            { input: { accountId: 'me', ...(graph as Raw) } },
          );
          expect(errors).toBeUndefined();
          expect(data?.[name]?.account[field]).toMatchObject(graph as Raw);
        }),
        { numRuns: 25 },
      );
    } finally {
      await world.close();
    }
  });

  test('each view holds its own part; what is written stands in the account that it was written to', async () => {
    const world = await startWorld({ subAccounts: 1 });
    try {
      const { data } = await world.run<{ account: { subAccounts: { nodes: { zoomId: string }[] } } }>(
        '{ account { subAccounts { nodes { zoomId } } } }',
      );
      const sub = data?.account.subAccounts.nodes[0]?.zoomId ?? '';
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
      const { errors } = await world.run(
        '{ account(id: "nobody") { settings { __typename } lockedSettings { __typename } registrationSettings { __typename } } }',
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    } finally {
      await world.close();
    }
  });

  test.each(['me', 'sub'])('a virtual background is uploaded to %s, read back and deleted', async (whose) => {
    const world = await startWorld({ subAccounts: 1 });
    try {
      const { data: subs } = await world.run<{ account: { subAccounts: { nodes: { zoomId: string }[] } } }>(
        '{ account { subAccounts { nodes { zoomId } } } }',
      );
      const accountId = whose === 'me' ? 'me' : (subs?.account.subAccounts.nodes[0]?.zoomId ?? '');
      const files =
        'settings { inMeeting { virtualBackgroundSettings { files { zoomId name size type isDefault } } } }';
      const filesIn = async (id: string) => {
        const { data } = await world.run<{ account: Settings }>(`query ($id: ID) { account(id: $id) { ${files} } }`, {
          id,
        });
        return data?.account.settings.inMeeting.virtualBackgroundSettings.files;
      };
      const upload = (name: string) =>
        world.run<Record<string, { zoomId: string; account: Settings }>>(
          `mutation ($input: UploadAccountVirtualBackgroundsInput!) {
            uploadAccountVirtualBackgrounds(input: $input) { zoomId account { ${files} } }
          }`,
          { input: { accountId, file: new File(['the bytes'], name, { type: 'image/gif' }) } },
        );
      const { data } = await upload('a hill.gif');
      const { zoomId, account } = data?.uploadAccountVirtualBackgrounds ?? {};
      const added = { zoomId, name: 'a hill.gif', size: 9, type: 'image', isDefault: false };
      expect(account?.settings.inMeeting.virtualBackgroundSettings.files).toHaveLength(3);
      expect(account?.settings.inMeeting.virtualBackgroundSettings.files.at(-1)).toEqual(added);
      expect(world.sandbox.calls.filter(({ method }) => method === 'POST')).toMatchObject([
        { status: 201, body: { file: { name: 'a hill.gif', type: 'image/gif', size: 9 } } },
      ]);
      expect(await filesIn(accountId)).toContainEqual(added);
      if (whose !== 'me') expect(await filesIn('me')).toHaveLength(2);

      await world.run(mutation('deleteAccountVirtualBackgrounds'), { input: { accountId, fileIds: [zoomId] } });
      expect(await filesIn(accountId)).not.toContainEqual(added);

      for (let kept = 2; kept < 10; kept++) expect((await upload(`${kept}.gif`)).errors).toBeUndefined();
      expect((await upload('one too many.gif')).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', zoom: { status: 400, code: 120 } } },
      ]);
    } finally {
      await world.close();
    }
  });

  test('an upload is sent whole again when the token has expired', async () => {
    const world = await startWorld();
    try {
      world.sandbox.setFaults('expire-tokens');
      const file = new File(['the bytes'], 'a hill.png', { type: 'image/png' });
      const { errors } = await world.run(mutation('uploadAccountVirtualBackgrounds'), {
        input: { accountId: 'me', file },
      });
      expect(errors).toBeUndefined();
      const body = { file: { name: 'a hill.png', type: 'image/png', size: 9 } };
      expect(world.sandbox.calls).toMatchObject([
        { status: 401, body },
        { status: 201, body },
      ]);
    } finally {
      await world.close();
    }
  });

  test('a virtual background that is deleted is gone', async () => {
    const world = await startWorld();
    try {
      const files = 'settings { inMeeting { virtualBackgroundSettings { files { zoomId } } } }';
      const before = await world.run(`{ account { ${files} } }`);
      const filesOf = (ids: string[]) => ({
        settings: { inMeeting: { virtualBackgroundSettings: { files: ids.map((zoomId) => ({ zoomId })) } } },
      });
      expect(before.data?.account).toEqual(filesOf(['background-1', 'background-2']));
      const { data, errors } = await world.run(mutation('deleteAccountVirtualBackgrounds', files), {
        input: { accountId: 'me', fileIds: ['background-1'] },
      });
      expect(errors).toBeUndefined();
      expect(data?.deleteAccountVirtualBackgrounds).toEqual({ account: filesOf(['background-2']) });
    } finally {
      await world.close();
    }
  });
});
