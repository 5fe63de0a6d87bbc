/** Who or what can be called by an extension, as others show it. */
import type { Account } from '../../call.ts';
import type { Thing, Things } from '../../resource.ts';
import type { HolderType } from '../../seed/phone.ts';
import type { Known } from '../../seeded.ts';
import { areasIn, extensionOf, queuesIn, receptionistsIn } from './holders.ts';
import { siteOf, siteOfThing } from './sites.ts';
import { callee, phoneUsers } from './users.ts';

const OTHERS: Readonly<
  Record<Exclude<HolderType, 'user'>, readonly [(account: Account) => Things, Parameters<typeof extensionOf>[0]]>
> = {
  callQueue: [queuesIn, 'queue'],
  autoReceptionist: [receptionistsIn, 'receptionist'],
  commonArea: [areasIn, 'area'],
};
const thingOf = (account: Account, type: HolderType, id: string): Thing | undefined =>
  type === 'user' ? undefined : OTHERS[type][0](account).get(id);

/** The holder of an extension; undefined for one that is gone. */
export const calledBy = (account: Account, type: HolderType, id: string): Known | undefined => {
  const user = type === 'user' ? callee(account, id) : undefined;
  if (user || type === 'user') return user && { ...user, type };
  const thing = thingOf(account, type, id);
  const name = thing?.name ?? thing?.display_name;
  return thing && { id, type, name, extension_number: extensionOf(OTHERS[type][1], thing) };
};
/** The site that the holder of an extension belongs to. */
export const siteOfHolder = (account: Account, type: HolderType, id: string): Known | undefined => {
  if (type === 'user') {
    const user = phoneUsers.in(account).get(id);
    return user && siteOf(account, user.site_id);
  }
  const thing = thingOf(account, type, id);
  return thing && siteOfThing(account, thing);
};
