/** Auto receptionists: each site has one. */
import * as api from '../../../zoom/api/phone/auto-receptionists.ts';
import type { Account } from '../../call.ts';
import { resource } from '../../resource.ts';
import { extensionIdOf } from '../../seed/phone.ts';
import { given, type Known } from '../../seeded.ts';
import { extensionOf, receptionistsIn, shownNumbers } from './holders.ts';
import { siteOf, siteOfThing, sites } from './sites.ts';

/** The site that an auto receptionist was made with, where it was made with one. */
const siteMadeWith = (account: Account, id: string) => {
  const of = ({ main_auto_receptionist: main }: Known) => (main as Known | undefined)?.id === id;
  const site = sites.in(account).all().find(of);
  return site && siteOf(account, site.id);
};

export const receptionists = resource(api.getAutoReceptionist, {
  name: 'auto receptionist',
  key: 'id',
  things: receptionistsIn,
  written: ({ extension_number: extension, ...body }) =>
    given({ ...body, extension_number: extension && Number(extension) }),
  shown: (thing, account) => ({
    extension_id: extensionIdOf(account, thing.id),
    extension_number: extensionOf('receptionist', thing),
    site: siteMadeWith(account, thing.id) ?? siteOfThing(account, thing),
    phone_numbers: shownNumbers(account, thing.id),
  }),
});
