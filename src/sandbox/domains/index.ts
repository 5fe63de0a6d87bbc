/** The account of a sandbox: its domains, with what they know of one another. */
import type { Answer, Domain } from '../call.ts';
import type { World } from '../world.ts';
import { accountSettings } from './account-settings.ts';
import { accountsOf } from './accounts.ts';
import { billing } from './billing.ts';
import { dashboards } from './dashboards.ts';
import { groupIds, groups } from './groups.ts';
import { informationBarriers } from './information-barriers.ts';
import { meetingsOf } from './meetings.ts';
import { pastMeetings } from './past-meetings.ts';
import { type People, peopleOf } from './people.ts';
import { phone } from './phone.ts';
import { polls } from './polls.ts';
import { recordingsOf } from './recordings.ts';
import { registrants } from './registrants.ts';
import { customRoleIds, rolesOf } from './roles.ts';
import { surveys } from './surveys.ts';
import { trackingFields } from './tracking-fields.ts';
import { users } from './users.ts';

export interface Account {
  readonly domains: readonly Domain[];
  /** A sub account that there is at present. Throws Zoom's 404/2001. */
  sub(accountId: string): { readonly world: World; readonly domains: () => readonly Domain[] };
  file(path: string, authorized: boolean, bearer: string): Answer | undefined;
}

const peopleIn = (world: World) => peopleOf(world, groupIds(world), customRoleIds(world));

export const accountOf = (world: World, subs: readonly World[], people: People = peopleIn(world)): Account => {
  const accounts = accountsOf(world, people, subs, peopleIn);
  const roles = rolesOf(world, people);
  const meetings = meetingsOf(world, people);
  const recordings = recordingsOf(world, people, meetings);
  return {
    domains: [
      accounts.domain,
      billing(accounts),
      accountSettings(world, accounts),
      users(world, people, roles, meetings),
      roles.domain,
      groups(world, people),
      meetings.domain,
      pastMeetings(world, people, meetings),
      registrants(world, meetings),
      polls(world, meetings),
      recordings.domain,
      phone(world, people),
      dashboards(world, people, meetings),
      informationBarriers(world),
      surveys(world, people, meetings),
      trackingFields(world),
    ],
    sub(accountId) {
      const { world: own, people: their } = accounts.sub(accountId);
      return { world: own, domains: () => accountOf(own, [], their).domains };
    },
    file: recordings.file,
  };
};
