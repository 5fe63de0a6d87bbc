/** Audio conferences by telephone: two at most of other providers, and one of Zoom's own for each user. */
import { listPacAccounts } from '../../../zoom/api/meetings/pac.ts';
import * as api from '../../../zoom/api/meetings/tsp.ts';
import { operations, Refusal } from '../../call.ts';
import { type Resource, resource, type Thing } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { pickInt } from '../../seeded.ts';
import { users } from '../users/people.ts';

const refusal = (message: string): Refusal => new Refusal(400, 300, message);
const IDS = ['1', '2'];

export const tspAccounts: Resource<Thing, User> = resource(api.getTspAccount, {
  name: 'TSP account',
  in: users.at,
  initial: { 'the first': { id: '1', tsp_bridge: 'US_TSP_TB' } },
  defaults: (call) => {
    const taken = tspAccounts.in(call.account, users.at(call)).all();
    return { id: IDS.find((id) => taken.every((one) => one.id !== id)), dial_in_numbers: [] };
  },
  refuse: {
    create: (_, __, things) =>
      things.all().length >= IDS.length && refusal('You can add a maximum of two TSP configs.'),
    delete: (_, call) =>
      tspAccounts.in(call.account, users.at(call)).all().length === 1 &&
      refusal('At least one TSP config must be available.'),
  },
});

export const pacAccounts = resource(listPacAccounts, {
  name: 'PAC account',
  in: users.at,
  initial: ({ seed }, user) => {
    const conference_id = 10_000_000 + pickInt(`${seed}/pac/${user.id}`, 90_000_000);
    return { own: { id: String(conference_id), conference_id } };
  },
});

export const tspSettings = operations((on) =>
  on(api.updateTspSettings, (call) => {
    users.at(call);
    return undefined;
  }),
);
