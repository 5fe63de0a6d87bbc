/** The settings of an account: its views, what is locked for users, and how people register for webinars. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import * as api from '../../src/zoom/api/accounts/settings/index.ts';
import { variant } from '../../src/zoom/declare/endpoint.ts';
import type { Shape } from '../../src/zoom/declare/shape.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { interfaceOf, type Shared } from '../types/interfaces.ts';

/** One view of the settings: the same operation, which answers with this part alone. */
const settings = <A extends Shape>(of: A) => variant(api.getAccountSettings, { of });
const locks = <A extends Shape>(of: A) => variant(api.getAccountLockedSettings, { of });

/** What accounts and their users have settings for alike. */
const SHARED: readonly Shared[] = [
  {
    name: 'SettingsInMeeting',
    description: 'What can be done in meetings.',
    of: ['AccountSettingsInMeeting', 'UserSettingsInMeeting'],
  },
  {
    name: 'SettingsRecording',
    description: 'How meetings and webinars are recorded.',
    of: ['AccountSettingsRecording', 'UserSettingsRecording'],
  },
  {
    name: 'SettingsMeetingSecurity',
    description: 'How meetings are secured.',
    of: ['AccountSettingsMeetingSecurity', 'UserSettingsMeetingSecurity'],
  },
];

export const accountSettingsDomain: Domain = (builder) => {
  for (const shared of SHARED) interfaceOf(builder, shared);
  builder.objectFields(refOf(builder, Account), (t) => ({
    settings: t.zoomObject({
      get: variant(settings(api.AccountSettings), { query: undefined }),
      description: 'How Zoom behaves for the account, and by default for its groups and users.',
    }),
    securitySettings: t.zoomObject({
      get: settings(api.AccountSecuritySettings),
      constants: { option: 'security' },
      description: 'How users sign in, and what they may change of themselves.',
    }),
    meetingSecuritySettings: t.zoomObject({
      get: settings(api.AccountMeetingSecuritySettings),
      constants: { option: 'meeting_security' },
      description: 'The security of meetings and webinars.',
    }),
    meetingAuthentication: t.zoomObject({
      get: settings(api.AccountSettingsMeetingAuthentication),
      constants: { option: 'meeting_authentication' },
      description: 'How people prove who they are before they join a meeting.',
    }),
    recordingAuthentication: t.zoomObject({
      get: settings(api.AccountSettingsRecordingAuthentication),
      constants: { option: 'recording_authentication' },
      description: 'How people prove who they are before they watch a recording.',
    }),
    lockedSettings: t.zoomObject({
      get: variant(locks(api.AccountLockedSettings), { query: undefined }),
      description: 'Which settings groups and users cannot change.',
    }),
    lockedMeetingSecurity: t.zoomObject({
      get: locks(api.AccountLockedMeetingSecurity),
      constants: { option: 'meeting_security' },
      description: 'Which settings of meeting security groups and users cannot change.',
    }),
    registrationSettings: t.zoomObject({
      get: api.getAccountRegistrationSettings,
      description: 'How people register for webinars, unless a webinar says otherwise.',
    }),
  }));

  const written = { pathEntities: { accountId: Account }, payload: { account: Account } };
  builder.mutationFields((t) => ({
    updateAccountSettings: t.zoomMutation('updateAccountSettings', {
      ...written,
      endpoint: api.updateAccountSettings,
      description: 'Updates the settings of an account. What is left out stays.',
    }),
    updateAccountLockedSettings: t.zoomMutation('updateAccountLockedSettings', {
      ...written,
      endpoint: api.updateAccountLockedSettings,
      description: 'Locks or unlocks settings for all groups and users. What is left out stays.',
    }),
    updateAccountRegistrationSettings: t.zoomMutation('updateAccountRegistrationSettings', {
      ...written,
      endpoint: api.updateAccountRegistrationSettings,
      description: 'Updates the webinar registration settings of an account. What is left out stays.',
    }),
    uploadAccountVirtualBackgrounds: t.zoomMutation('uploadAccountVirtualBackgrounds', {
      ...written,
      endpoint: api.uploadAccountVirtualBackgrounds,
      exposeResponse: true,
      description: 'Uploads a virtual background that all users of the account may choose.',
    }),
    deleteAccountVirtualBackgrounds: t.zoomMutation('deleteAccountVirtualBackgrounds', {
      ...written,
      endpoint: api.deleteAccountVirtualBackgrounds,
      description: 'Deletes virtual backgrounds of the account.',
    }),
  }));
};
