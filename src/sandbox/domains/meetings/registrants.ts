/** Registrants of meetings with registration. */
import * as api from '../../../zoom/api/meetings/registrants.ts';
import type { Account } from '../../account.ts';
import { row } from '../../call.ts';
import { invalid, refuse } from '../../refusal.ts';
import { resource } from '../../resource.ts';
import { registrantsOf } from '../../seed/registrants.ts';
import { instant, opaqueId, without } from '../../seeded.ts';
import { approvalOf, hasRegistration, type Meeting, meetings } from './meetings.ts';

const APPROVED_AT_ONCE = 0;
const AFTER: Readonly<Record<string, string>> = { approve: 'approved', deny: 'denied', cancel: 'denied' };

const joinUrl = ({ seed }: Account, meeting: number, id: unknown) =>
  `https://zoom.us/w/${meeting}?tk=${opaqueId(`${seed}/tk/${id}`)}`;
const spend = ({ limits }: Account, what: string, most: number, of: string, id: string) =>
  limits.spendDaily(
    `${what} ${id}`,
    most,
    `You have exceeded the daily rate limit (${most}) of ${of} API requests for registrant ${id.split(' ')[1]}.`,
  );
const registering = (meeting: Meeting): Meeting => {
  if (!hasRegistration(meeting)) throw refuse.registrationOff(meeting.id);
  return meeting;
};

export const registrants = resource(api.listRegistrants, {
  name: 'registrant',
  in: (call) => meetings.at(call),
  // What calls created starts without registrants.
  initial: (account, meeting) =>
    hasRegistration(meeting) && meeting.creation_source !== 'open_api' ? registrantsOf(account, meeting.id) : {},
  filters: { status: 'approved' },
  shown: ({ id, status }, account, meeting) => ({
    join_url: status === 'approved' ? joinUrl(account, meeting.id, id) : undefined,
  }),
  on: (on) => {
    on(api.addRegistrant, ({ account, body, now }, { things, owner }) => {
      const { id: meeting, topic, start_time } = registering(owner);
      const { email } = body;
      if (!email?.includes('@')) throw invalid({ field: 'email', message: 'Invalid field.' });
      spend(account, 'registrant', 3, 'Add meeting registrant', `${meeting} ${email}`);
      const id = opaqueId(`${account.seed}/registrant/${meeting}/${email}`);
      const approved = approvalOf(owner) === APPROVED_AT_ONCE || body.auto_approve === true;
      const person = without(body, ['auto_approve', 'language']);
      const status = approved ? 'approved' : 'pending';
      things.add({ custom_questions: [], comments: '', ...person, id, status, create_time: instant(now) });
      const join_url = approved ? joinUrl(account, meeting, id) : undefined;
      return row(`registrant/${id}`, {
        id: meeting,
        registrant_id: id,
        topic,
        start_time,
        join_url,
        occurrences: undefined,
      });
    });
    on(api.updateRegistrantsStatus, ({ account, body }, { things, owner }) => {
      const chosen = (body.registrants ?? []).map(({ id, email }) => {
        const found = things.all().find((each) => (id ? each.id === id : each.email === email));
        if (!found) throw refuse.registrant(id ?? email);
        return found.id;
      });
      for (const id of chosen) {
        spend(account, 'registrant status', 10, 'Update meeting registrant status', `${owner.id} ${id}`);
        things.change(id, { status: AFTER[String(body.action)] });
      }
    });
    on(api.getRegistrationQuestions, (_, { owner }) => {
      const hearing = {
        title: 'How did you hear of us?',
        type: 'single',
        answers: ['A friend', 'The web'],
        required: false,
      };
      const questions = [
        { field_name: 'last_name', required: true },
        { field_name: 'org', required: false },
      ];
      return row(`questions/${registering(owner).id}`, { questions, custom_questions: [hearing] });
    });
  },
});
