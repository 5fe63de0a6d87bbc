/** Phone numbers, and how users, queues and auto receptionists get and lose them. */
import * as receptionistsApi from '../../../zoom/api/phone/auto-receptionists.ts';
import * as queuesApi from '../../../zoom/api/phone/call-queues.ts';
import * as api from '../../../zoom/api/phone/numbers.ts';
import type { Endpoint } from '../../../zoom/declare/endpoint.ts';
import { type Account, type Call, operations, type Refusal, refuse } from '../../call.ts';
import { members, resource } from '../../resource.ts';
import type { HolderType, PhoneNumber } from '../../seed/phone.ts';
import type { Known } from '../../seeded.ts';
import { calledBy, siteOfHolder } from './extensions.ts';
import { freeNumber, numbersIn, numbersOf } from './holders.ts';
import { queues } from './queues.ts';
import { receptionists } from './receptionists.ts';
import { siteOf } from './sites.ts';
import { companyNumber, phoneUsers } from './users.ts';

const assigneeOf = (account: Account, { holder, held }: PhoneNumber): Known | undefined =>
  holder && held ? calledBy(account, held, holder) : undefined;

export const numbers = resource<PhoneNumber>(api.getPhoneNumber, {
  name: 'number',
  things: numbersIn,
  where: {
    type: ({ assignee }, asked) => asked === 'all' || asked === (assignee ? 'assigned' : 'unassigned'),
    extension_type: ({ assignee }, asked) => (assignee as Known | undefined)?.type === asked,
    phone_number: ({ number }, asked) => number === asked,
  },
  shown: (thing, account) => {
    const { holder, held, nth } = thing;
    const site = holder && held ? siteOfHolder(account, held, holder) : undefined;
    return { assignee: assigneeOf(account, thing), site: site ?? siteOf(account, nth) };
  },
});

/** Zoom takes the number itself in place of its id, too. */
const numberBy = (ref: unknown, account: Account): PhoneNumber | undefined =>
  numbersIn(account)
    .all()
    .find(({ id, number }) => id === ref || number === ref);

/** The numbers of those of a kind. */
const numbersFor = (
  held: HolderType,
  endpoint: Endpoint,
  at: (call: Call) => { readonly id: string },
  missing: (ref: unknown) => Refusal = refuse.phoneNumber,
) =>
  members(endpoint, at, {
    find: ({ id, number }, account) => numberBy(id ?? number, account),
    has: ({ holder }, { id }) => holder === id,
    refuse: (each, _, account, how) => how === 'add' && assigneeOf(account, each) && refuse.numberTaken(each.number),
    add: ({ id }, { id: holder }, account) => numbersIn(account).change(id, { holder, held }),
    remove: (each, _, account) => freeNumber(account, each),
    missing,
    all: ({ id }, account) => numbersOf(account, id),
  });
export const userNumbers = numbersFor('user', api.assignPhoneNumbers, phoneUsers.at);
export const queueNumbers = numbersFor('callQueue', queuesApi.assignCallQueueNumbers, queues.at, refuse.missing);
export const receptionistNumbers = numbersFor(
  'autoReceptionist',
  receptionistsApi.assignAutoReceptionistNumbers,
  receptionists.at,
);

export const mainNumber = operations((on) => {
  on(api.updateMainCompanyNumber, ({ account, body: { phone_number } }) => {
    const found = numberBy(phone_number, account);
    if (!found) throw refuse.phoneNumber(phone_number);
    account.of(companyNumber).number = found.number;
    return undefined;
  });
});
