/** The settings of the account and its sub accounts: what was written is read back, the rest is made up. */
import * as api from '../../zoom/api/accounts/settings/index.ts';
import { keysOf, type Shape } from '../../zoom/declare/shape.ts';
import type { Domain } from '../call.ts';
import { merged } from '../collection.ts';
import { refuse } from '../refusal.ts';
import { type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import type { Accounts } from './accounts.ts';

const VIEWS: Readonly<Record<string, Shape>> = {
  security: api.AccountSecuritySettings,
  meeting_security: api.AccountMeetingSecuritySettings,
  meeting_authentication: api.AccountSettingsMeetingAuthentication,
  recording_authentication: api.AccountSettingsRecordingAuthentication,
};

const MOST_BACKGROUNDS = 10;

/** What is known, without the sections that the view does not show. */
const seen = (all: Shape, view: Shape, known: Known): Known => ({
  ...known,
  ...Object.fromEntries([...keysOf(all)].filter((key) => !keysOf(view).has(key)).map((key) => [key, undefined])),
});
const isObject = (value: unknown): value is Known => typeof value === 'object' && value !== null;
const at = (known: Known, ...path: string[]): Known =>
  path.reduce<Known>((within, key) => (isObject(within[key]) ? within[key] : {}), known);

export const accountSettings =
  (world: World, accounts: Accounts): Domain =>
  (on) => {
    const written = new Map<string, Known>();
    const keyOf = (kind: string, ref = ''): string => {
      const id = ref === 'me' ? world.accountId : ref;
      if (id !== world.accountId) accounts.sub(id); // refuses one that there is not
      return `account/${id}/${kind}`;
    };
    const known = (key: string) => written.get(key) ?? {};
    const write = (key: string, body: Known) => {
      written.set(key, merged(known(key), body));
      return undefined;
    };
    // Each account begins with two backgrounds.
    const backgrounds = (key: string): Known[] => {
      const { files } = at(known(key), 'in_meeting', 'virtual_background_settings');
      return Array.isArray(files)
        ? files
        : [1, 2].map((nth) => ({
            id: `background-${nth}`,
            name: `office-${nth}.png`,
            type: 'image',
            is_default: nth === 1,
          }));
    };
    let uploads = 0;
    const filesOf = (files: Known[]): Known => ({ in_meeting: { virtual_background_settings: { files } } });

    on(api.getAccountSettings, ({ path, query }) => {
      const key = keyOf('settings', path.accountId);
      const all = merged(known(key), filesOf(backgrounds(key)));
      return {
        key,
        known: seen(api.getAccountSettings.of as Shape, VIEWS[query.option ?? ''] ?? api.AccountSettings, all),
      };
    });
    on(api.updateAccountSettings, ({ path, body: { authentication_option: _, ...body } }) =>
      write(keyOf('settings', path.accountId), body),
    );
    on(api.uploadAccountVirtualBackgrounds, ({ path, body: { file } }) => {
      const key = keyOf('settings', path.accountId);
      const files = backgrounds(key);
      if (files.length >= MOST_BACKGROUNDS) throw refuse.upload(`at most ${MOST_BACKGROUNDS} files are kept`);
      const id = opaqueId(`${world.seed}/${key}/background/${uploads++}`);
      const added = { id, name: file.name, size: file.size, type: 'image', is_default: false };
      write(key, filesOf([...files, added]));
      return { key: `${key}/${id}`, known: added };
    });
    on(api.deleteAccountVirtualBackgrounds, ({ path, query }) => {
      const key = keyOf('settings', path.accountId);
      const gone = (query.file_ids ?? '').split(',');
      return write(key, filesOf(backgrounds(key).filter(({ id }) => !gone.includes(String(id)))));
    });

    on(api.getAccountLockedSettings, ({ path, query }) => {
      const key = keyOf('locks', path.accountId);
      const view = query.option === 'meeting_security' ? api.AccountLockedMeetingSecurity : api.AccountLockedSettings;
      return { key, known: seen(api.getAccountLockedSettings.of as Shape, view, known(key)) };
    });
    on(api.updateAccountLockedSettings, ({ path, body }) => {
      const { encryption_type: encryption, ...rest } = body.meeting_security ?? {};
      // Written as the encryption that is fixed, read as whether one is.
      const lock = encryption === undefined ? {} : { encryption_type: true };
      return write(keyOf('locks', path.accountId), {
        ...body,
        ...(body.meeting_security && { meeting_security: { ...rest, ...lock } }),
      });
    });

    on(api.getAccountRegistrationSettings, ({ path }) => {
      const key = keyOf('registration', path.accountId);
      return { key, known: known(key) };
    });
    on(api.updateAccountRegistrationSettings, ({ path, body }) => write(keyOf('registration', path.accountId), body));
  };
