/** The settings of an account: its views, what is locked for users, and how people register for webinars. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import * as api from '../../src/zoom/api/accounts/settings/index.ts';
import { variant } from '../../src/zoom/declare/endpoint.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { interfaceOf, type Shared } from '../types/interfaces.ts';
import { settingsFields } from './settings-views.ts';

/** What accounts, their groups and their users have settings for alike. */
const SHARED: readonly Shared[] = [
  {
    name: 'SettingsChat',
    description: 'What can be done in Team Chat.',
    of: ['AccountSettingsChat', 'GroupSettingsChat'],
  },
  {
    name: 'SettingsEmailNotification',
    description: 'What people are notified of by email.',
    of: ['AccountSettingsEmailNotification', 'UserSettingsEmailNotification'],
  },
  {
    name: 'SettingsScheduleMeeting',
    description: 'What holds of new meetings.',
    of: ['AccountSettingsScheduleMeeting', 'GroupSettingsScheduleMeeting', 'UserSettingsScheduleMeeting'],
  },
  {
    name: 'SettingsInMeeting',
    description: 'What can be done in meetings.',
    of: ['AccountSettingsInMeeting', 'GroupSettingsInMeeting', 'UserSettingsInMeeting'],
  },
  {
    name: 'SettingsRecording',
    description: 'How meetings and webinars are recorded.',
    of: ['AccountSettingsRecording', 'GroupSettingsRecording', 'UserSettingsRecording'],
  },
  {
    name: 'SettingsMeetingSecurity',
    description: 'How meetings are secured.',
    of: ['AccountSettingsMeetingSecurity', 'GroupSettingsMeetingSecurity', 'UserSettingsMeetingSecurity'],
  },
];

export const accountSettingsDomain: Domain = (builder) => {
  for (const shared of SHARED) interfaceOf(builder, shared);
  builder.objectFields(refOf(builder, Account), (t) => ({
    ...settingsFields(t, {
      settings: api.getAccountSettings,
      locks: api.getAccountLockedSettings,
      of: {
        settings: api.AccountSettings,
        meetingSecuritySettings: api.AccountMeetingSecuritySettings,
        lockedSettings: api.AccountLockedSettings,
        lockedMeetingSecurity: api.AccountLockedMeetingSecurity,
      },
    }),
    securitySettings: t.zoomObject({
      get: variant(api.getAccountSettings, { of: api.AccountSecuritySettings }),
      constants: { option: 'security' },
      description: 'How users sign in, and what they may change of themselves.',
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
