/** Desk phones: one for every third of the users who have a phone, some to spare. */
import * as api from '../../../zoom/api/phone/devices.ts';
import { resource } from '../../resource.ts';
import { type Known, pick } from '../../seeded.ts';
import { peopleIn } from '../users/people.ts';
import { siteOf } from './sites.ts';
import { callee, phoneOf, phoneUsersIn } from './users.ts';

const SPARE = [0, 1, 2, 3, 4];
const MODELS = ['Poly VVX 450', 'Yealink T54W', 'Cisco 8841'];

export const devices = resource(api.getPhoneDevice, {
  name: 'device',
  initial: (account) => {
    const owners = phoneUsersIn(account).filter(({ index = 0 }) => index % 3 === 0);
    const spare = SPARE.map((nth) => [`spare ${nth}`, {}]);
    return Object.fromEntries([...owners.map(({ id }) => [id, { holder: id }]), ...spare]);
  },
  filters: { type: 'assigned' },
  where: {
    type: ({ assignee }, asked) => (asked === 'unassigned') === (assignee === undefined),
    assignee_type: ({ assignee }, asked) => (assignee as Known | undefined)?.extension_type === asked,
    device_type: ({ device_type }, asked) => String(device_type).toLowerCase().startsWith(asked),
  },
  shown: ({ id, holder: user }, account) => {
    const owner = user === undefined ? undefined : peopleIn(account).get(String(user));
    const site = siteOf(account, owner ? phoneOf(account, owner).site_id : 0);
    const assignee = owner && { ...callee(account, user), extension_type: 'user' };
    return { device_type: pick(id, MODELS), site, assignee, assignees: assignee ? [assignee] : [] };
  },
});
