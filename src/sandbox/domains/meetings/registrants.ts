/** Registrants of meetings and of webinars with registration. */
import * as api from '../../../zoom/api/meetings/registrants.ts';
import type { Endpoint, ListEndpoint } from '../../../zoom/declare/endpoint.ts';
import { type Account, type Call, invalid, Refusal, refuse, row } from '../../call.ts';
import type { Where } from '../../filters.ts';
import { resource, single, type Thing } from '../../resource.ts';
import { NO_REGISTRATION, SCHEDULED } from '../../seed/meetings.ts';
import { QUESTIONS, registrantsOf } from '../../seed/registrants.ts';
import { instant, type Known, opaqueId, without } from '../../seeded.ts';
import type { Place } from '../../spec.ts';
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
  /** Adds several. */
  readonly addBatch?: Endpoint;
  /** What the path goes through. */
  readonly at: (call: Call) => Scheduled;
  readonly where?: Where;
  readonly missing?: (ref: string) => Refusal;
}
/** The registrants at the path of a list. */
export const registrantsAt = ({ list, add, addBatch, at, where = {}, missing }: Registering) =>
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
    on: (on) => {
      on(add, (call, { things, owner }) => {
        const { id, topic, start_time } = registering(owner);
        const registration = { id, topic, start_time, occurrences: undefined };
        const added = register(call, call.body as Known, { things, owner });
        return row(`registrant/${added.registrant_id}`, { ...registration, ...added });
      });
      if (addBatch)
        on(addBatch, (call, place) => {
          if (place.owner.type !== SCHEDULED)
            throw new Refusal(400, 303, 'Batch registration is not supported for this meeting type.');
          if (!hasRegistration(place.owner)) throw new Refusal(404, 404, 'Registration has not been enabled.');
          const { registrants = [], auto_approve } = call.body as { registrants?: Known[]; auto_approve?: boolean };
          const added = registrants.map((body) => ({
            email: body.email,
            ...register(call, { ...body, auto_approve }, place),
          }));
          return row('registrants', { registrants: added });
        });
    },
  });
/** Registers a person, as far as the limits of the day allow; what the answer says of that. */
const register = ({ account, now }: Call, body: Known, { things, owner }: Place<Thing, Scheduled>): Known => {
  const email = String(body.email);
  if (!email.includes('@')) throw invalid('email');
  account.limits.spendDaily('registrations', `${owner.id} ${email}`);
  const id = opaqueId(`${account.seed}/registrant/${owner.id}/${email}`);
  const approved = approvalOf(owner) === APPROVED_AT_ONCE || body.auto_approve === true;
  const status = approved ? 'approved' : 'pending';
  const person = { custom_questions: [], comments: '', ...without(body, ['auto_approve']) };
  const added = things.add({ ...person, id, status, create_time: instant(now) });
  return { registrant_id: id, join_url: joinUrl(account, owner.id, added) };
};

export const registrants = registrantsAt({
  list: api.listRegistrants,
  add: api.addRegistrant,
  addBatch: api.addBatchRegistrants,
  at: meetings.at,
  missing: refuse.registrant,
});
export const questions = single(api.getRegistrationQuestions, {
  of: (call: Call) => meetings.row(registering(meetings.at(call)), call.account),
  initial: QUESTIONS,
});
