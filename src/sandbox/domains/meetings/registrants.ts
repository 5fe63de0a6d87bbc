/** Registrants of meetings and of webinars with registration. */
import * as api from '../../../zoom/api/meetings/registrants.ts';
import type { Endpoint, ListEndpoint } from '../../../zoom/declare/endpoint.ts';
import { type Account, type Call, invalid, operations, type Refusal, refuse, row } from '../../call.ts';
import type { Where } from '../../filters.ts';
import { resource } from '../../resource.ts';
import { NO_REGISTRATION } from '../../seed/meetings.ts';
import { QUESTIONS, registrantsOf } from '../../seed/registrants.ts';
import { instant, type Known, opaqueId, without } from '../../seeded.ts';
import type { Scheduled } from './instances.ts';
import { meetings } from './meetings.ts';

const APPROVED_AT_ONCE = 0;
const approvalOf = ({ settings }: Scheduled): number =>
  Number((settings as Known | undefined)?.approval_type ?? NO_REGISTRATION);
export const hasRegistration = (of: Scheduled): boolean => approvalOf(of) !== NO_REGISTRATION;
/** The same meeting or webinar. Throws the refusal of one that nobody can register for. */
export const registering = <T extends Scheduled>(of: T): T => {
  if (!hasRegistration(of)) throw refuse.registrationOff(of.id);
  return of;
};
const joinUrl = ({ seed }: Account, meeting: number, { id, status }: Known) =>
  status === 'approved' ? `https://zoom.us/w/${meeting}?tk=${opaqueId(`${seed}/tk/${id}`)}` : undefined;

interface Registering {
  readonly list: ListEndpoint;
  readonly add: Endpoint;
  /** What the path goes through. */
  readonly at: (call: Call) => Scheduled;
  readonly where?: Where;
  readonly missing?: (ref: string) => Refusal;
}
/** The registrants at the path of a list. */
export const registrantsAt = ({ list, add, at, where = {}, missing }: Registering) =>
  resource(list, {
    name: 'registrant',
    in: at,
    // What calls created starts without registrants.
    initial: (account, of) =>
      hasRegistration(of) && of.creation_source !== 'open_api' ? registrantsOf(account, of.id) : {},
    filters: { status: 'approved' },
    where,
    shown: (thing, account, of) => ({ join_url: joinUrl(account, of.id, thing) }),
    actions: { approve: { status: 'approved' }, deny: { status: 'denied' }, cancel: { status: 'denied' } },
    refuse: {
      ...(missing && { missing }),
      action: ({ id }, { account }, of) => void account.limits.spendDaily('registrant updates', `${of.id} ${id}`),
    },
    on: (on) =>
      on(add, (call, { things, owner }) => {
        const { account, now } = call;
        const body = call.body as Known;
        const { id: number, topic, start_time } = registering(owner);
        const email = String(body.email);
        if (!email.includes('@')) throw invalid('email');
        account.limits.spendDaily('registrations', `${number} ${email}`);
        const id = opaqueId(`${account.seed}/registrant/${number}/${email}`);
        const approved = approvalOf(owner) === APPROVED_AT_ONCE || body.auto_approve === true;
        const status = approved ? 'approved' : 'pending';
        const person = { custom_questions: [], comments: '', ...without(body, ['auto_approve']) };
        const added = things.add({ ...person, id, status, create_time: instant(now) });
        const registration = { id: number, registrant_id: id, topic, start_time, occurrences: undefined };
        return row(`registrant/${id}`, { ...registration, join_url: joinUrl(account, number, added) });
      }),
  });

export const registrants = registrantsAt({
  list: api.listRegistrants,
  add: api.addRegistrant,
  at: meetings.at,
  missing: refuse.registrant,
});
/** Of meetings nothing changes them. */
export const questions = operations((on) => {
  on(api.getRegistrationQuestions, (call) => row(`questions/${registering(meetings.at(call)).id}`, QUESTIONS));
});
