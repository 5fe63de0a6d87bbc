/** What holds for a user of each setting and who locked it: which reads that takes, and what comes of them. */
import { globalId, reads } from '../rows.ts';
import { type Received, refusal } from '../stub.ts';

const byOption =
  (views: Readonly<Record<string, unknown>>) =>
  ({ query }: Received) =>
    views[query.get('option') ?? 'none'] ?? {};
const zoom = {
  'GET /users/u1': { id: 'u1', group_ids: ['g1', 'g2'] },
  'GET /users/u1/settings': byOption({
    none: {
      in_meeting: { annotation: true, chat: false, co_host: true, polling: true, share_dual_camera: true },
      recording: { auto_recording: 'cloud', ip_address_access_control: { enable: true } },
      schedule_meeting: { participants_video: true, pmi_password: 'secret' },
    },
    meeting_security: { meeting_security: { waiting_room: true, encryption_type: 'e2ee' } },
    meeting_authentication: { meeting_authentication: true },
    recording_authentication: { recording_authentication: false },
  }),
  'GET /accounts/me/lock_settings': byOption({
    none: {
      in_meeting: { annotation: true, chat: false, co_host: false, polling: false },
      recording: { recording_authentication: false, ip_address_access_control: true },
      schedule_meeting: { participant_video: true, meeting_authentication: true },
    },
    meeting_security: { meeting_security: { waiting_room: false, encryption_type: false } },
  }),
  'GET /groups/g1/lock_settings': byOption({
    none: { in_meeting: { annotation: true, chat: false, co_host: true } },
    meeting_security: { meeting_security: { encryption_type: 'e2ee' } },
  }),
  'GET /groups/g2/lock_settings': byOption({
    none: { in_meeting: { chat: true, co_host: true }, recording: { recording_authentication: true } },
    meeting_security: { meeting_security: { waiting_room: true } },
  }),
};
const of = (selection: string) => `{ user(id: "u1") { effectiveSettings { ${selection} } } }`;
const AT = 'user.effectiveSettings';
const LOCK = 'lockedBy lockedByGroup { id }';
const group = (id: string) => ({ lockedBy: 'GROUP', lockedByGroup: { id: globalId('Group', id) } });
const by = (lockedBy: string | null) => ({ lockedBy, lockedByGroup: null });

reads(
  [
    {
      name: 'the account locks before a group does, any group locks and not the primary one alone, and some nobody locks',
      query: of(`inMeeting {
        annotation { value ${LOCK} } chat { value ${LOCK} } coHost { value ${LOCK} } polling { value ${LOCK} }
      }`),
      at: AT,
      data: {
        inMeeting: {
          annotation: { value: true, ...by('ACCOUNT') },
          chat: { value: false, ...group('g2') },
          coHost: { value: true, ...group('g1') },
          polling: { value: true, ...by('NOBODY') },
        },
      },
      calls: [
        'GET /users/u1',
        'GET /users/u1/settings',
        'GET /accounts/me/lock_settings',
        'GET /groups/g1/lock_settings',
        'GET /groups/g2/lock_settings',
      ],
      together: true,
    },
    {
      name: 'of a setting of which Zoom tells no lock nobody knows who locked it, nor of a lock that is no flag',
      query: of(`inMeeting { shareDualCamera { value ${LOCK} } } meetingSecurity { encryptionType { value ${LOCK} } }`),
      at: AT,
      data: {
        inMeeting: { shareDualCamera: { value: true, ...by(null) } },
        meetingSecurity: { encryptionType: { value: 'E2EE', ...by(null) } },
      },
    },
    {
      name: 'values alone take the settings of the user alone',
      query: of('recording { autoRecording { value } } scheduleMeeting { pmiPassword { value } }'),
      at: AT,
      data: { recording: { autoRecording: { value: 'CLOUD' } }, scheduleMeeting: { pmiPassword: { value: 'secret' } } },
      calls: ['GET /users/u1/settings'],
    },
    {
      name: 'locks alone take no settings of the user',
      query: of(`scheduleMeeting { participantsVideo { ${LOCK} } }`),
      at: AT,
      data: { scheduleMeeting: { participantsVideo: by('ACCOUNT') } },
      calls: [
        'GET /users/u1',
        'GET /accounts/me/lock_settings',
        'GET /groups/g1/lock_settings',
        'GET /groups/g2/lock_settings',
      ],
      together: true,
    },
    {
      name: 'an object is one setting, with a lock of its own',
      query: of(`recording { ipAddressAccessControl { value { enable } ${LOCK} } }`),
      at: AT,
      data: { recording: { ipAddressAccessControl: { value: { enable: true }, ...by('ACCOUNT') } } },
    },
    {
      name: 'meeting security and authentication are read by their options, and locked where Zoom locks them',
      query: of(`
        meetingSecurity { waitingRoom { value ${LOCK} } }
        meetingAuthentication { value ${LOCK} } recordingAuthentication { value ${LOCK} }
      `),
      at: AT,
      data: {
        meetingSecurity: { waitingRoom: { value: true, ...group('g2') } },
        meetingAuthentication: { value: true, ...by('ACCOUNT') },
        recordingAuthentication: { value: false, ...group('g2') },
      },
      calls: [
        'GET /users/u1',
        ...['meeting_security', 'meeting_authentication', 'recording_authentication'].map(
          (option) => `GET /users/u1/settings?option=${option}`,
        ),
        ...['accounts/me', 'groups/g1', 'groups/g2'].flatMap((path) => [
          `GET /${path}/lock_settings`,
          `GET /${path}/lock_settings?option=meeting_security`,
        ]),
      ],
      together: true,
    },
    {
      name: 'what is selected beside as settings and locks is read once',
      query: `{
        account { lockedSettings { inMeeting { chat } } }
        user(id: "u1") {
          settings { inMeeting { chat } } effectiveSettings { inMeeting { chat { value lockedBy } } }
          groups { lockedSettings { inMeeting { chat } } }
        }
      }`,
      data: {
        account: { lockedSettings: { inMeeting: { chat: false } } },
        user: {
          settings: { inMeeting: { chat: false } },
          effectiveSettings: { inMeeting: { chat: { value: false, lockedBy: 'GROUP' } } },
          groups: [false, true].map((chat) => ({ lockedSettings: { inMeeting: { chat } } })),
        },
      },
      calls: [
        'GET /users/u1',
        'GET /users/u1/settings',
        'GET /accounts/me/lock_settings',
        'GET /groups/g1/lock_settings',
        'GET /groups/g2/lock_settings',
      ],
      together: true,
    },
    {
      name: 'the users of a list share the locks of the account and of their groups',
      table: {
        'GET /users': { users: ['a', 'b', 'c'].map((id, i) => ({ id, group_ids: [i === 2 ? 'g2' : 'g1'] })) },
        ...Object.fromEntries(
          ['a', 'b', 'c'].map((id) => [`GET /users/${id}/settings`, { in_meeting: { chat: true } }]),
        ),
      },
      query: '{ users { nodes { effectiveSettings { inMeeting { chat { value lockedBy } } } } } }',
      at: 'users.nodes',
      data: ['NOBODY', 'NOBODY', 'GROUP'].map((lockedBy) => ({
        effectiveSettings: { inMeeting: { chat: { value: true, lockedBy } } },
      })),
      calls: [
        'GET /users?status=active&page_size=30',
        ...['a', 'b', 'c'].map((id) => `GET /users/${id}/settings`),
        'GET /accounts/me/lock_settings',
        'GET /groups/g1/lock_settings',
        'GET /groups/g2/lock_settings',
      ],
      together: true,
    },
    {
      name: 'where the locks of a group cannot be read, what needs them is null with an error, and values stand',
      table: { 'GET /groups/g2/lock_settings': refusal(400, 200, 'No permission.') },
      query: of('recording { autoRecording { value } } inMeeting { chat { value lockedBy } }'),
      at: AT,
      data: { recording: { autoRecording: { value: 'CLOUD' } }, inMeeting: null },
      errors: [{ path: ['user', 'effectiveSettings', 'inMeeting'], extensions: { code: 'FORBIDDEN' } }],
    },
  ],
  zoom,
);
