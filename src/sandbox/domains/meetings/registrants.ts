/** Registrants of meetings with registration. */
import * as api from '../../../zoom/api/meetings/registrants.ts';
import { type Account, invalid, refuse, row } from '../../call.ts';
import { resource } from '../../resource.ts';
import { NO_REGISTRATION } from '../../seed/meetings.ts';
import { QUESTIONS, registrantsOf } from '../../seed/registrants.ts';
import { instant, type Known, opaqueId, without } from '../../seeded.ts';
import { type Meeting, meetings } from './meetings.ts';

const APPROVED_AT_ONCE = 0;
const approvalOf = ({ settings }: Meeting): number =>
  Number((settings as Known | undefined)?.approval_type ?? NO_REGISTRATION);
const hasRegistration = (meeting: Meeting): boolean => approvalOf(meeting) !== NO_REGISTRATION;
const registering = (meeting: Meeting): Meeting => {
  if (!hasRegistration(meeting)) throw refuse.registrationOff(meeting.id);
  return meeting;
};
const joinUrl = ({ seed }: Account, meeting: number, { id, status }: Known) =>
  status === 'approved' ? `https://zoom.us/w/${meeting}?tk=${opaqueId(`${seed}/tk/${id}`)}` : undefined;

export const registrants = resource(api.listRegistrants, {
  name: 'registrant',
  in: meetings.at,
  // What calls created starts without registrants.
  initial: (account, meeting) =>
    hasRegistration(meeting) && meeting.creation_source !== 'open_api' ? registrantsOf(account, meeting.id) : {},
  filters: { status: 'approved' },
  shown: (thing, account, meeting) => ({ join_url: joinUrl(account, meeting.id, thing) }),
  actions: { approve: { status: 'approved' }, deny: { status: 'denied' }, cancel: { status: 'denied' } },
  refuse: {
    missing: refuse.registrant,
    action: ({ id }, { account }, meeting) =>
      void account.limits.spendDaily('registrant updates', `${meeting.id} ${id}`),
  },
  on: (on) => {
    on(api.addRegistrant, ({ account, body, now }, { things, owner }) => {
      const { id: meeting, topic, start_time } = registering(owner);
      const { email } = body;
      if (!email.includes('@')) throw invalid('email');
      account.limits.spendDaily('registrations', `${meeting} ${email}`);
      const id = opaqueId(`${account.seed}/registrant/${meeting}/${email}`);
      const approved = approvalOf(owner) === APPROVED_AT_ONCE || body.auto_approve === true;
      const status = approved ? 'approved' : 'pending';
      const person = { custom_questions: [], comments: '', ...without(body, ['auto_approve', 'language']) };
      const added = things.add({ ...person, id, status, create_time: instant(now) });
      const registration = { id: meeting, registrant_id: id, topic, start_time, occurrences: undefined };
      return row(`registrant/${id}`, { ...registration, join_url: joinUrl(account, meeting, added) });
    });
    on(api.getRegistrationQuestions, (_, { owner }) => row(`questions/${registering(owner).id}`, QUESTIONS));
  },
});
