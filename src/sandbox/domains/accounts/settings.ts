/** The settings of the account and its sub accounts: what was written is read back, the rest is made up. */
import * as api from '../../../zoom/api/accounts/settings/index.ts';
import { keysOf, type Shape } from '../../../zoom/declare/shape.ts';
import type { Account } from '../../account.ts';
import { type Call, type Domain, type Row, row } from '../../call.ts';
import { refuse } from '../../refusal.ts';
import { type Known, opaqueId } from '../../seeded.ts';
import { single } from '../../single.ts';
import { heldAt } from './accounts.ts';

const VIEWS: Readonly<Record<string, Shape>> = {
  security: api.AccountSecuritySettings,
  meeting_security: api.AccountMeetingSecuritySettings,
  meeting_authentication: api.AccountSettingsMeetingAuthentication,
  recording_authentication: api.AccountSettingsRecordingAuthentication,
};
const MOST_BACKGROUNDS = 10;

/** What is known, without the sections that the view does not show. */
const seen = (known: Known, view: Shape, { endpoint }: Call): Known => ({
  ...known,
  ...Object.fromEntries(
    [...keysOf(endpoint.of as Shape)].filter((key) => !keysOf(view).has(key)).map((key) => [key, undefined]),
  ),
});
const owner = (call: Call): Row => row(`account/${heldAt(call).known.id}`, {});
const filesOf = (files: readonly Known[]): Known => ({ in_meeting: { virtual_background_settings: { files } } });
const begun = [1, 2].map((nth) => ({
  id: `background-${nth}`,
  name: `office-${nth}.png`,
  type: 'image',
  is_default: nth === 1,
}));

const settings = single(api.getAccountSettings, {
  of: owner,
  initial: filesOf(begun),
  unread: [
    'authentication_option',
    'chat.chat_etiquette_tool.operate',
    'in_meeting.allow_users_to_delete_messages_in_meeting_chat',
    'schedule_meeting.meeting_template.action',
    'security.signin_with_sso.operation',
    'security.signin_with_sso.sso_bypass_user_ids',
    'meeting_security.chat_etiquette_tool.operate',
  ],
  shown: (known, call) => seen(known, VIEWS[call.query.option ?? ''] ?? api.AccountSettings, call),
});
const locks = single(api.getAccountLockedSettings, {
  of: owner,
  name: 'locks',
  unread: ['schedule_meeting.personal_meeting'],
  written: ({ meeting_security, ...rest }) => {
    if (typeof meeting_security !== 'object' || meeting_security === null) return rest;
    // Written as the encryption that is fixed, read as whether one is.
    const lock = 'encryption_type' in meeting_security && { encryption_type: true };
    return { ...rest, meeting_security: { ...meeting_security, ...lock } };
  },
  shown: (known, call) =>
    seen(
      known,
      call.query.option === 'meeting_security' ? api.AccountLockedMeetingSecurity : api.AccountLockedSettings,
      call,
    ),
});
const registration = single(api.getAccountRegistrationSettings, { of: owner });

const backgrounds = (account: Account, of: Row): Known[] => {
  const { in_meeting } = settings.of(account, of) as {
    in_meeting: { virtual_background_settings: { files: Known[] } };
  };
  return in_meeting.virtual_background_settings.files;
};
const uploads = () => ({ count: 0 });

export const accountSettings: Domain = (on) => {
  for (const { domain } of [settings, locks, registration]) domain(on);
  on(api.uploadAccountVirtualBackgrounds, (call) => {
    const { account, body } = call;
    const { name, size } = body.file;
    const of = owner(call);
    const files = backgrounds(account, of);
    if (files.length >= MOST_BACKGROUNDS) throw refuse.upload(`at most ${MOST_BACKGROUNDS} files are kept`);
    const id = opaqueId(`${account.seed}/${of.key}/settings/background/${account.of(uploads).count++}`);
    const added = { id, name, size, type: 'image', is_default: false };
    settings.change(account, of, filesOf([...files, added]));
    return row(`${of.key}/settings/${id}`, added);
  });
  on(api.deleteAccountVirtualBackgrounds, (call) => {
    const gone = call.query.file_ids?.split(',') ?? [];
    const left = backgrounds(call.account, owner(call)).filter(({ id }) => !gone.includes(String(id)));
    settings.change(call.account, owner(call), filesOf(left));
  });
};
