/** Webinars that have ended: instances, who came and who did not, what they asked and answered. */
import * as api from '../../../zoom/api/webinars/past-webinars.ts';
import { type Account, type Call, lazily, operations, refuse, row } from '../../call.ts';
import type { Instance } from '../../seed/meetings.ts';
import { fileRow, instanceRow, pollRow, reported, staysOf } from '../../seed/stays.ts';
import { isWebinarType } from '../../seed/webinars.ts';
import { instant, type Known, pickInt } from '../../seeded.ts';
import { instanceAt, instancesOf } from '../meetings/instances.ts';
import { hasRegistration } from '../meetings/registrants.ts';
import { registrants } from './registrants.ts';
import { webinars } from './webinars.ts';

/** Who may come, of a webinar for which people register. */
const approved = (account: Account, webinar: number): readonly Known[] | undefined => {
  const found = webinars.in(account).get(String(webinar));
  if (!found || !hasRegistration(found)) return undefined;
  const all = registrants.in(account, found).all();
  return all.filter(({ status }) => status === 'approved');
};
/** Every other of them comes. */
const comes = ({ uuid }: Instance, { id }: Known): boolean => pickInt(`${uuid}/${id}`, 2) === 0;
const withGuests = (account: Account, instance: Instance): Instance => ({
  ...instance,
  guests: approved(account, instance.meeting)
    ?.filter((person) => comes(instance, person))
    .map(({ id, email, first_name, last_name }) => ({
      name: [first_name, last_name].filter(Boolean).join(' '),
      user_email: email,
      registrant_id: id,
    })),
});

/** The times that a webinar was held, the latest first; none of what is no webinar. */
export const webinarsHeld = (
  account: Account,
  webinar: number,
  isAsked?: (start: number) => boolean,
): readonly Instance[] =>
  instancesOf(account, webinar, isAsked)
    .filter(({ type }) => isWebinarType(type))
    .map((instance) => withGuests(account, instance));
/** The instance that a call names by UUID, or the latest of a number. Throws Zoom's 404/3001. */
export const webinarHeldAt = ({ account, path: { webinarId: ref = '' } }: Call): Instance => {
  const found = instanceAt(account, ref);
  if (!found || !isWebinarType(found.type)) throw refuse.webinar(ref);
  return withGuests(account, found);
};

export const pastWebinars = operations((on) => {
  on(api.getWebinarInstance, (call) => {
    const { key, known } = instanceRow(call.account, webinarHeldAt(call));
    return row(key, { ...known, custom_keys: [], tracking_fields: [] });
  });
  on(api.listWebinarInstances, ({ account, path }) => {
    const number = Number(path.webinarId);
    const found = webinarsHeld(account, number);
    if (found.length === 0) webinars.in(account).find(path.webinarId);
    return lazily(found, ({ uuid, start }) => row(`instance/${uuid}`, { uuid, start_time: instant(start) }));
  });
  on(api.listWebinarParticipants, (call) => lazily(staysOf(call.account, webinarHeldAt(call)), reported));
  on(api.listAbsentees, (call) => {
    const instance = webinarHeldAt(call);
    const absent = (approved(call.account, instance.meeting) ?? []).filter((person) => !comes(instance, person));
    return lazily(absent, (person) => row(`registrant/${person.id}`, person));
  });
  on(api.listWebinarPollResults, (call) => [pollRow(call.account, webinarHeldAt(call))]);
  on(api.listWebinarQuestions, (call) => {
    const { uuid, host } = webinarHeldAt(call);
    const asked = { question: 'Will there be a recording?', answer: 'Yes, from tomorrow on.' };
    return [row(`questions/${uuid}`, { name: host.display_name, email: host.email, question_details: [asked] })];
  });
  on(api.listWebinarFiles, (call) => [fileRow(webinarHeldAt(call))]);
});
