/** Sites of Zoom Phone. */
import * as api from '../../../zoom/api/phone/sites.ts';
import type { Account } from '../../call.ts';
import { resource } from '../../resource.ts';

export const sites = resource(api.getPhoneSite, {
  name: 'site',
  named: 'name',
  initial: ['Berlin', 'Boston', 'London', 'Osaka', 'San Jose', 'Toronto'],
  where: { site_name: ({ name }, asked) => String(name).includes(asked) },
  shown: ({ nth = 0 }) => ({ site_code: nth + 1 }),
});
/** A site as other things show theirs: by its id, or taken in turns. */
export const siteOf = (account: Account, which: unknown): { id: string; name: string } => {
  const all = sites.in(account).all();
  const { id, name } = sites.in(account).find(typeof which === 'number' ? all[which % all.length]?.id : which);
  return { id, name: String(name) };
};
