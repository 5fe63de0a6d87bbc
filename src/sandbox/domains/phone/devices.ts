/** Desk phones: one for every third of the users who have a phone, some to spare. */
import * as api from '../../../zoom/api/phone/devices.ts';
import { type Account, refuse } from '../../call.ts';
import { resource } from '../../resource.ts';
import type { HolderType } from '../../seed/phone.ts';
import { given, type Known, pick } from '../../seeded.ts';
import { calledBy, siteOfHolder } from './extensions.ts';
import { areasIn } from './holders.ts';
import { siteGiven, siteOfThing } from './sites.ts';
import { extensionId, phoneUsers, phoneUsersIn } from './users.ts';

const SPARE = [0, 1, 2, 3, 4];
const MODELS = ['Poly VVX 450', 'Yealink T54W', 'Cisco 8841'];

interface Held {
  readonly id: string;
  readonly extension_type: HolderType;
}
const ofUser = (id: string): Held => ({ id, extension_type: 'user' });
/** Whom an extension belongs to; that of a common area goes by the id of the area. */
const holderOf = (account: Account, extension: string): Held => {
  const user = phoneUsersIn(account).find((each) => extensionId(account, each) === extension);
  return user ? ofUser(user.id) : { id: areasIn(account).find(extension).id, extension_type: 'commonArea' };
};

export const devices = resource(api.getPhoneDevice, {
  name: 'device',
  initial: (account) => {
    const owners = phoneUsersIn(account).filter(({ index = 0 }) => index % 3 === 0);
    const spare = SPARE.map((nth) => [`spare ${nth}`, {}]);
    return Object.fromEntries([...owners.map(({ id }) => [id, { assignees: [ofUser(id)] }]), ...spare]);
  },
  filters: { type: 'assigned' },
  where: {
    type: ({ assignee }, asked) => (asked === 'unassigned') === (assignee === undefined),
    assignee_type: ({ assignee }, asked) => (assignee as Known | undefined)?.extension_type === asked,
    device_type: ({ device_type }, asked) => String(device_type).toLowerCase().startsWith(asked),
  },
  written: ({ assigned_to, assignee_extension_ids, type, model, site_id, ...body }, { account }) => {
    const extensions = (assignee_extension_ids as readonly string[] | undefined)?.map((one) => holderOf(account, one));
    const user = assigned_to ? [ofUser(phoneUsers.in(account).find(assigned_to).id)] : undefined;
    return given({
      ...body,
      device_type: type && [type, model].filter(Boolean).join(' '),
      site: siteGiven(account, site_id),
      assignees: user ?? extensions,
    });
  },
  refuse: {
    delete: ({ id, assignees = [] }) => (assignees as readonly Held[]).length > 0 && refuse.deviceAssigned(id),
  },
  shown: ({ id, assignees: held = [], ...thing }, account) => {
    const assignees = (held as readonly Held[]).flatMap((one) => {
      const { type: extension_type, ...holder } = calledBy(account, one.extension_type, one.id) ?? {};
      return extension_type ? { ...holder, extension_type } : [];
    });
    const [first] = held as readonly Held[];
    const site = (first && siteOfHolder(account, first.extension_type, first.id)) ?? siteOfThing(account, thing);
    return { device_type: thing.device_type ?? pick(id, MODELS), site, assignee: assignees[0], assignees };
  },
});
