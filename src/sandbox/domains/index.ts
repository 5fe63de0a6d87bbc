/** The account of a sandbox: its domains, with what they know of one another. */
import type { Answer, Domain } from '../call.ts';
import type { World } from '../world.ts';
import { accounts } from './accounts.ts';
import { dashboards } from './dashboards.ts';
import { groupIds, groups } from './groups.ts';
import { informationBarriers } from './information-barriers.ts';
import { meetingsOf } from './meetings.ts';
import { pastMeetings } from './past-meetings.ts';
import { peopleOf } from './people.ts';
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
  file(path: string, authorized: boolean, bearer: string): Answer | undefined;
}

const peopleIn = (world: World) => peopleOf(world, groupIds(world), customRoleIds(world));

export const accountOf = (world: World, subs: readonly World[] = []): Account => {
  const people = peopleIn(world);
  const roles = rolesOf(world, people);
  const meetings = meetingsOf(world, people);
  const recordings = recordingsOf(world, people, meetings);
  return {
    domains: [
      accounts(
        world,
        people,
        subs.map((sub) => ({ world: sub, people: peopleIn(sub) })),
      ),
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
    file: recordings.file,
  };
};
