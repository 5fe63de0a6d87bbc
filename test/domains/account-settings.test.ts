import { expect, test } from 'vitest';
import { PNG, pictureOf } from '../picture.ts';
import { globalId, reads, writes } from '../rows.ts';
import { done, type Received, stub } from '../stub.ts';

const views = [
  ['settings', '/settings'],
  ['securitySettings', '/settings?option=security'],
  ['meetingSecuritySettings', '/settings?option=meeting_security'],
  ['meetingAuthentication', '/settings?option=meeting_authentication'],
  ['recordingAuthentication', '/settings?option=recording_authentication'],
  ['lockedSettings', '/lock_settings'],
  ['lockedMeetingSecurity', '/lock_settings?option=meeting_security'],
  ['registrationSettings', '/settings/registration'],
];
reads(
  views.map(([field = '', call = '']) => ({
    name: `${field} is one call`,
    table: { [`GET /accounts/me${call.replace(/\?.*/, '')}`]: {} },
    query: `{ account { ${field} { __typename } } }`,
    data: { account: { [field]: { __typename: expect.any(String) } } },
    calls: [`GET /accounts/me${call}`],
  })),
);

reads([
  {
    name: 'the settings of a sub account, with words for numbers',
    table: {
      'GET /accounts/sub/settings': ({ query }: Received) =>
        query.get('option') === 'meeting_security'
          ? { meeting_security: { waiting_room_options: { admit_type: 4 } } }
          : {
              chat: { allow_users_to_add_contacts: { selected_option: 3, user_email_addresses: 'a.com, b.com' } },
              schedule_meeting: { jbh_time: 0 },
            },
    },
    query: `{ account(id: "sub") {
      settings {
        chat { allowUsersToAddContacts { selectedOption userEmailAddresses } } scheduleMeeting { jbhTime } telephony { thirdPartyAudio }
      }
      meetingSecuritySettings { meetingSecurity { waitingRoomOptions { admitType } } }
    } }`,
    at: 'account',
    data: {
      settings: {
        chat: {
          allowUsersToAddContacts: {
            selectedOption: 'ORGANIZATION_AND_DOMAINS',
            userEmailAddresses: ['a.com', 'b.com'],
          },
        },
        scheduleMeeting: { jbhTime: 'ANYTIME' },
        telephony: null,
      },
      meetingSecuritySettings: {
        meetingSecurity: { waitingRoomOptions: { admitType: 'INTERNAL_AND_ALLOWED_DOMAINS' } },
      },
    },
    calls: ['GET /accounts/sub/settings', 'GET /accounts/sub/settings?option=meeting_security'],
    together: true,
  },
]);

writes(
  [
    {
      name: 'words and lists are sent as Zoom has them',
      mutation: `updateAccountSettings(input: {
        accountId: "${globalId('Account', 'sub')}", option: SECURITY, inMeeting: { dataCenterRegions: [JAPAN] },
        security: { signinWithSso: { operation: REMOVE } },
        scheduleMeeting: { jbhTime: ANYTIME, meetingTemplate: { action: DELETE } },
        recording: { recordingNotificationForZoomClient: { playVoicePrompt: NO_ONE } },
        authenticationOption: { action: ADD, type: ENFORCE_LOGIN_WITH_DOMAINS, domains: [] }
      }) { account { zoomId } }`,
      payload: { account: { zoomId: 'sub' } },
      calls: ['PATCH /accounts/sub/settings?option=security'],
      body: {
        in_meeting: { data_center_regions: ['TY'] },
        security: { signin_with_sso: { operation: 'remove' } },
        schedule_meeting: { jbh_time: 0, meeting_template: { action: 'delete' } },
        recording: { recording_notification_for_zoom_client: { play_voice_prompt: 'No one' } },
        authentication_option: { action: 'add', type: 'enforce_login_with_domains', domains: '' },
      },
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
    'PATCH /accounts/me/lock_settings': done(),
    'GET /accounts/me/lock_settings': { chat: { share_files: true } },
    'GET /accounts/me/settings': { chat: { share_files: { enable: false } } },
  },
);

const UPLOAD = 'POST /accounts/me/settings/virtual_backgrounds';
const ADD = `mutation ($input: UploadAccountVirtualBackgroundsInput!) {
  uploadAccountVirtualBackgrounds(input: $input) { account { id } zoomId isDefault name size type }
}`;
const LARGEST = 15 * 2 ** 20;

test('a virtual background is uploaded: a part of its own, with its name, type and bytes', async () => {
  const answer = { id: 'f1', is_default: false, name: 'a hill.png', size: 9, type: 'image' };
  const { run, calls, bodies } = stub({ [UPLOAD]: answer });
  const { data, errors } = await run(ADD, { input: { accountId: 'me', file: pictureOf() } });
  expect(errors).toBeUndefined();
  const { id, is_default, ...same } = answer;
  // The account of the credential, by its real id.
  const account = { id: globalId('Account', 'account') };
  expect(data?.uploadAccountVirtualBackgrounds).toEqual({ account, zoomId: id, isDefault: is_default, ...same });
  expect(calls).toEqual([UPLOAD]);
  const [{ file, ...others }] = bodies as [{ file: File }];
  expect(others).toEqual({});
  expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual(['a hill.png', 'image/png', PNG]);
});

test('the largest picture is taken', async () => {
  const { run, calls } = stub({ [UPLOAD]: {} });
  const { errors } = await run(ADD, { input: { accountId: 'me', file: pictureOf(LARGEST) } });
  expect([errors, calls]).toEqual([undefined, [UPLOAD]]);
});

test.each([
  ['a text', { file: 'a hill.png' }, /A file is sent as a part of its own/],
  [
    'a file of another type',
    { file: new File(['<svg/>'], 'a hill.svg', { type: 'image/svg+xml' }) },
    /^input\.file: must be of type image\/jpeg, image\/gif, image\/png\.$/,
  ],
  ['too large a file', { file: pictureOf(LARGEST + 1) }, /^input\.file: must be of at most 15 MB\.$/],
  [
    'a file for an id',
    { accountId: pictureOf(), file: pictureOf() },
    /invalid value at "input\.accountId"; Expected a value of type "ID"/,
  ],
])('%s is refused before anything is sent', async (_, given, message) => {
  const { run, calls } = stub({});
  const { data, errors } = await run(ADD, { input: { accountId: 'me', ...given } });
  expect(data?.uploadAccountVirtualBackgrounds ?? null).toBeNull();
  expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});
