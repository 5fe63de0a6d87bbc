/** The settings of groups: their views, what is locked for members, and what they share with those of the account and of users. */
import { expect } from 'vitest';
import { reads, writes } from '../rows.ts';
import { done, type Received } from '../stub.ts';

const views = [
  ['settings', '/settings'],
  ['meetingSecuritySettings', '/settings?option=meeting_security'],
  ['meetingAuthentication', '/settings?option=meeting_authentication'],
  ['recordingAuthentication', '/settings?option=recording_authentication'],
  ['lockedSettings', '/lock_settings'],
  ['lockedMeetingSecurity', '/lock_settings?option=meeting_security'],
];
reads(
  views.map(([field = '', call = '']) => ({
    name: `${field} is one call`,
    table: { [`GET /groups/g1${call.replace(/\?.*/, '')}`]: {} },
    query: `{ group(id: "g1") { ${field} { __typename } } }`,
    data: { group: { [field]: { __typename: expect.any(String) } } },
    calls: [`GET /groups/g1${call}`],
  })),
);

const settings = {
  in_meeting: { webinar_chat: { allow_users_save_chats: 2 }, meeting_polling: { advanced_polls: true } },
  recording: { auto_recording: 'local', archive: { settings: { action_when_archive_failed: 2 } } },
  schedule_meeting: { use_pmi_for_schedule_meetings: true, audio_type: 'both' },
  telephony: { telephony_regions: { selection_values: 'DE,FR' } },
};
reads([
  {
    name: 'words, lists and names are those of the account and of users',
    table: { 'GET /groups/g1/settings': settings },
    query: `{ group(id: "g1") { settings {
      inMeeting { webinarChat { allowUsersSaveChats } meetingPolling { advancedPolls } }
      recording { autoRecording archive { settings { actionWhenArchiveFailed } } }
      scheduleMeeting { usePmiForScheduledMeetings audioType }
      telephony { telephonyRegions { selectionValues } }
    } } }`,
    at: 'group.settings',
    data: {
      inMeeting: { webinarChat: { allowUsersSaveChats: 'EVERYTHING' }, meetingPolling: { advancedPolls: true } },
      recording: { autoRecording: 'LOCAL', archive: { settings: { actionWhenArchiveFailed: 'END' } } },
      scheduleMeeting: { usePmiForScheduledMeetings: true, audioType: 'BOTH' },
      telephony: { telephonyRegions: { selectionValues: ['DE', 'FR'] } },
    },
  },
  {
    name: 'one fragment serves the account, its groups and its users',
    table: {
      'GET /accounts/me/settings': settings,
      'GET /groups/g1/settings': settings,
      'GET /users/u1/settings': settings,
    },
    query: `
      { account { settings { recording { ...Recording } } }
        group(id: "g1") { settings { recording { ...Recording } } }
        user(id: "u1") { settings { recording { ...Recording } } } }
      fragment Recording on SettingsRecording { autoRecording }`,
    data: Object.fromEntries(
      ['account', 'group', 'user'].map((of) => [of, { settings: { recording: { autoRecording: 'LOCAL' } } }]),
    ),
    calls: ['GET /accounts/me/settings', 'GET /groups/g1/settings', 'GET /users/u1/settings'],
    together: true,
  },
]);

writes(
  [
    {
      name: 'updateGroupSettings sends Zoom’s words, and the payload reads what is selected',
      mutation: `updateGroupSettings(input: {
        groupId: "g1", option: MEETING_SECURITY, inMeeting: { entryExitChime: ALL, dataCenterRegions: [JAPAN] },
        recording: { autoRecording: CLOUD }, scheduleMeeting: { requirePasswordForAllMeetings: true },
        chat: { chatEtiquetteTool: { policies: [{ id: "p1", status: ACTIVATED }] } },
        meetingSecurity: { encryptionType: E2EE }, authenticationOption: { action: HIDE }
      }) { group { meetingSecuritySettings { meetingSecurity { encryptionType } } } }`,
      payload: { group: { meetingSecuritySettings: { meetingSecurity: { encryptionType: 'E2EE' } } } },
      calls: ['PATCH /groups/g1/settings?option=meeting_security', 'GET /groups/g1/settings?option=meeting_security'],
      body: {
        in_meeting: { entry_exit_chime: 'all', data_center_regions: ['TY'] },
        recording: { auto_recording: 'cloud' },
        schedule_meeting: { require_password_for_all_meetings: true },
        chat: { chat_etiquette_tool: { policies: [{ id: 'p1', status: 'activated' }] } },
        meeting_security: { encryption_type: 'e2ee' },
        authentication_option: { action: 'hide' },
      },
    },
    {
      name: 'updateGroupLockedSettings locks for the members',
      mutation: `updateGroupLockedSettings(input: { groupId: "g1", inMeeting: { chat: true }, scheduleMeeting: { personalMeeting: true } }) {
        group { lockedSettings { inMeeting { chat } } }
      }`,
      payload: { group: { lockedSettings: { inMeeting: { chat: true } } } },
      calls: ['PATCH /groups/g1/lock_settings', 'GET /groups/g1/lock_settings'],
      body: { in_meeting: { chat: true }, schedule_meeting: { personal_meeting: true } },
    },
  ],
  {
    'PATCH /groups/g1/settings': done(),
    'PATCH /groups/g1/lock_settings': done(),
    'GET /groups/g1/settings': ({ query }: Received) =>
      query.get('option') === 'meeting_security' ? { meeting_security: { encryption_type: 'e2ee' } } : {},
    'GET /groups/g1/lock_settings': { in_meeting: { chat: true } },
  },
);
