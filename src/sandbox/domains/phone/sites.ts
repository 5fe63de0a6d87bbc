/** Sites of Zoom Phone. What one held that is deleted belongs to another then. */
import * as api from '../../../zoom/api/phone/sites.ts';
import { type Account, refuse } from '../../call.ts';
import { type Resource, resource } from '../../resource.ts';
import { SITES, siteIdAt } from '../../seed/phone.ts';
import { given, type Known } from '../../seeded.ts';
import { extensionOf, receptionistsIn } from './holders.ts';
import { policyShown } from './policies.ts';

/** Whom deleted sites left what they held, by their ids. */
const heirs = (): Map<string, string> => new Map();

export const sites: Resource = resource(api.getPhoneSite, {
  name: 'site',
  named: 'name',
  initial: SITES,
  where: { site_name: ({ name }, asked) => String(name).includes(asked) },
  unread: ['source_auto_receptionist_id', 'short_extension.ranges'],
  written: ({ auto_receptionist_name: name, force_off_net, policy, ...body }, { account }) =>
    given({
      ...body,
      policy: force_off_net ? { force_off_net } : policyShown(policy),
      // What answers the main number is made with the site.
      main_auto_receptionist: name && { id: receptionistsIn(account).add({ name }).id },
    }),
  shown: ({ nth, site_code, main_auto_receptionist }, account) => {
    const all = receptionistsIn(account);
    const main = all.find((main_auto_receptionist as Known | undefined)?.id ?? all.all()[nth ?? 0]?.id);
    const { id, name } = main;
    return given({
      site_code: site_code ?? (nth === undefined ? undefined : nth + 1),
      main_auto_receptionist: { id, name, extension_number: extensionOf('receptionist', main) },
    });
  },
  refuse: {
    delete: ({ id }, { account, query: { transfer_site_id: heir } }) =>
      (heir === id || id === siteIdAt(account, 0) || !sites.in(account).get(String(heir))) && refuse.siteTransfer(heir),
  },
  deleted: ({ id }, { account, query }) => void account.of(heirs).set(id, String(query.transfer_site_id)),
});
/** The site itself, or of one that is gone the one that got what it held. */
const heirOf = (account: Account, id: string): string => {
  const heir = account.of(heirs).get(id);
  return heir === undefined ? id : heirOf(account, heir);
};
/** A site as other things show theirs: by its id, or in turns. */
export const siteOf = (account: Account, which: unknown): { id: string; name: string } => {
  const at = heirOf(account, typeof which === 'number' ? siteIdAt(account, which) : String(which));
  const { id, name } = sites.in(account).find(at);
  return { id, name: String(name) };
};
/** The site that a thing belongs to; the main one unless it was told another. */
export const siteOfThing = (account: Account, { site }: Known): { id: string; name: string } =>
  siteOf(account, (site as Known | undefined)?.id ?? 0);
/** What a body says of a site, as things keep it. Throws the refusal of one that is not there. */
export const siteGiven = (account: Account, site_id: unknown): Known | undefined =>
  site_id === undefined ? undefined : { id: sites.in(account).find(site_id).id };
