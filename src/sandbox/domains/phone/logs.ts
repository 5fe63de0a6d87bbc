/** What is kept of calls: logs, recordings and voicemails. */
import * as api from '../../../zoom/api/phone/call-logs.ts';
import * as recordingsApi from '../../../zoom/api/phone/recordings.ts';
import * as voicemailsApi from '../../../zoom/api/phone/voicemails.ts';
import { type Account, type Call, type Handler, operations, type Row } from '../../call.ts';
import { matching, type Where } from '../../filters.ts';
import { callsOf, type Entry, logRow, recordingRow, voicemailRow } from '../../seed/calls.ts';
import { peopleIn } from '../users/people.ts';
import { siteOf } from './sites.ts';
import { phoneOf, phoneUsers, phoneUsersIn } from './users.ts';

/** Calls are among this many users, so that each has some whatever the account's size. */
const CALLERS = 60;

const made = (account: Account): readonly Entry[] => {
  const callers = phoneUsersIn(account).slice(0, CALLERS);
  const phones = callers.map((user) => {
    const { extension_number: extension, site_id } = phoneOf(account, user);
    return { user, extension, site: siteOf(account, site_id) };
  });
  return callsOf(account, phones);
};
const all = ({ account }: Call): readonly Entry[] =>
  account.of(made).filter(({ owner }) => peopleIn(account).get(owner.user.id));
/** The entries of the user of a call's path. */
const own = (call: Call): readonly Entry[] => {
  const { id } = phoneUsers.at(call);
  return all(call).filter(({ owner }) => owner.user.id === id);
};

const LOGS: Where = {
  type: ({ result }, asked) => asked !== 'missed' || result === 'Missed',
  phone_number: ({ caller_number, callee_number }, asked) => [caller_number, callee_number].includes(asked),
};
const MAILS: Where = { status: ({ status }, asked) => asked === 'all' || status === asked };
/** Lists entries, by the filters that a query may name. */
const listing =
  (of: (call: Call) => readonly Entry[], show: (account: Account) => (entry: Entry) => Row, where?: Where): Handler =>
  (call) =>
    matching(call, of(call), show(call.account), { where }).map(show(call.account));
const recorded = (of: typeof all) => (call: Call) => of(call).filter((entry) => entry.recorded);
const mails = (call: Call) => own(call).filter(({ voicemail }) => voicemail && call.query.trash !== 'true');

export const phoneLogs = operations((on) => {
  on(api.listCallLogs, listing(all, logRow, LOGS));
  on(api.listUserCallLogs, listing(own, logRow, LOGS));
  on(recordingsApi.listPhoneRecordings, listing(recorded(all), recordingRow));
  on(recordingsApi.listUserPhoneRecordings, listing(recorded(own), recordingRow));
  on(voicemailsApi.listUserVoicemails, listing(mails, voicemailRow, MAILS));
});
