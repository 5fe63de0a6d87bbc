/** The settings of the account and its sub accounts: what was written is read back, the rest is made up. */
import * as api from '../../../zoom/api/accounts/settings/index.ts';
import type { Shape } from '../../../zoom/declare/shape.ts';
import { refuse } from '../../call.ts';
import { resource, single } from '../../resource.ts';
import { accounts, heldAt } from './accounts.ts';

const VIEWS: Readonly<Record<string, Shape>> = {
  security: api.AccountSecuritySettings,
  meeting_security: api.AccountMeetingSecuritySettings,
  meeting_authentication: api.AccountSettingsMeetingAuthentication,
  recording_authentication: api.AccountSettingsRecordingAuthentication,
};
const MOST_BACKGROUNDS = 10;
const picture = { type: 'image', is_default: false };

export const backgrounds = resource(api.uploadAccountVirtualBackgrounds, {
  name: 'background',
  in: accounts.at,
  named: 'name',
  initial: {
    'office-1.png': { ...picture, id: 'background-1', is_default: true },
    'office-2.png': { ...picture, id: 'background-2' },
  },
  written: ({ file }) => ({ ...picture, name: (file as File).name, size: (file as File).size }),
  refuse: {
    create: (_call, _owner, things) =>
      things.all().length >= MOST_BACKGROUNDS && refuse.upload(`at most ${MOST_BACKGROUNDS} files are kept`),
  },
});

export const settings = single(api.getAccountSettings, {
  of: heldAt,
  unread: [
    'authentication_option',
    'chat.chat_etiquette_tool.operate',
    'in_meeting.allow_users_to_delete_messages_in_meeting_chat',
    'schedule_meeting.meeting_template.action',
    'security.signin_with_sso.operation',
    'security.signin_with_sso.sso_bypass_user_ids',
    'meeting_security.chat_etiquette_tool.operate',
  ],
  shown: (_, { account }, { known }) => ({
    in_meeting: { virtual_background_settings: { files: backgrounds.in(account, known).all() } },
  }),
  view: ({ option = '' }) => VIEWS[option] ?? api.AccountSettings,
});

export const locks = single(api.getAccountLockedSettings, {
  of: heldAt,
  name: 'locks',
  unread: ['schedule_meeting.personal_meeting'],
  written: ({ meeting_security, ...rest }) => {
    if (typeof meeting_security !== 'object' || meeting_security === null) return rest;
    // Written as the encryption that is fixed, read as whether one is.
    const lock = 'encryption_type' in meeting_security && { encryption_type: true };
    return { ...rest, meeting_security: { ...meeting_security, ...lock } };
  },
  view: ({ option }) => (option === 'meeting_security' ? api.AccountLockedMeetingSecurity : api.AccountLockedSettings),
});
