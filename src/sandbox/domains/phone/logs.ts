/** What is kept of calls: logs and the history, how they sounded, recordings and voicemails. */
import { once } from '../../../engine/once.ts';
import * as historyApi from '../../../zoom/api/phone/call-history.ts';
import * as api from '../../../zoom/api/phone/call-logs.ts';
import * as metricsApi from '../../../zoom/api/phone/call-metrics.ts';
import * as recordingsApi from '../../../zoom/api/phone/recordings.ts';
import * as voicemailsApi from '../../../zoom/api/phone/voicemails.ts';
import { type Account, type Call, type Handler, operations, type Row, refuse } from '../../call.ts';
import { matching, type Where } from '../../filters.ts';
import {
  callsOf,
  detailId,
  detailRow,
  type Entry,
  elementRow,
  historyId,
  historyRow,
  logRow,
  type Part,
  partId,
  partsOf,
  pathRow,
  qualityRow,
  recordingRow,
  voicemailRow,
} from '../../seed/calls.ts';
import type { Known } from '../../seeded.ts';
import { peopleIn } from '../users/people.ts';
import { siteOf } from './sites.ts';
import { extensionId, phoneOf, phoneUsers, phoneUsersIn } from './users.ts';

/** Calls are among this many users, so that each has some whatever the account's size. */
const CALLERS = 60;

const made = (account: Account): readonly Entry[] => {
  const callers = phoneUsersIn(account).slice(0, CALLERS);
  const phones = callers.map((user) => {
    const { extension_number: extension, site_id } = phoneOf(account, user);
    return { user, extension, extensionId: extensionId(account, user), site: siteOf(account, site_id) };
  });
  return callsOf(account, phones);
};
/** The calls of those who are there, each as its users have it. */
export const entriesIn = (account: Account): readonly Entry[] =>
  account.of(made).filter(({ owner }) => peopleIn(account).get(owner.user.id));
const all = ({ account }: Call): readonly Entry[] => entriesIn(account);
/** The entries of the user of a call's path. */
const own = (call: Call): readonly Entry[] => {
  const { id } = phoneUsers.at(call);
  return all(call).filter(({ owner }) => owner.user.id === id);
};

const LOGS: Where = {
  type: ({ result }, asked) => asked !== 'missed' || result === 'Missed',
  phone_number: ({ caller_number, callee_number }, asked) => [caller_number, callee_number].includes(asked),
};
const QUALITY: Where = {
  site_id: ({ caller, callee }, asked) => [caller, callee].some((end) => (end as Known).site_id === asked),
  quality_type: ({ mos }, asked) => asked === 'all' || (asked === 'good') === Number(mos) >= 3.5,
};
const MAILS: Where = { status: ({ status }, asked) => asked === 'all' || status === asked };
type Show<T> = (account: Account) => (one: T) => Row;
/** Lists entries, by the filters that a query may name. */
const listing = <T extends object>(of: (call: Call) => readonly T[], show: Show<T>, where?: Where): Handler => {
  // Whoever lists a few calls looks through those of half a year.
  const shown: Show<T> = (account) => once(show(account));
  return (call) => {
    const rowOf = call.account.of(shown);
    return matching(call, of(call), rowOf, { where }).map(rowOf);
  };
};
const recorded = (of: typeof all) => (call: Call) => of(call).filter((entry) => entry.recorded);
const mails = (call: Call) => own(call).filter(({ voicemail }) => voicemail && call.query.trash !== 'true');

/** The entries by their calls, and each by the names that it has in the history. */
const indexed = (account: Account) => {
  const byCall = new Map<string, Entry[]>();
  const byPart = new Map<string, Part>();
  const byDetail = new Map<string, Entry>();
  for (const entry of account.of(made)) {
    const id = historyId(entry);
    const others = byCall.get(id);
    if (others) others.push(entry);
    else byCall.set(id, [entry]);
    byDetail.set(detailId(entry), entry);
    for (const part of partsOf(account)(entry)) byPart.set(partId(part), part);
  }
  return { byCall, byPart, byDetail };
};
const calls = ({ account }: Call): readonly (readonly Entry[])[] => [...account.of(indexed).byCall.values()];
const ownParts = (call: Call): readonly Part[] => own(call).map((entry) => ({ entry }));
const firsts = (call: Call): readonly Entry[] => calls(call).flatMap(([first]) => first ?? []);
/** What the id in a path names. */
const named = <T>(call: Call, all: ReadonlyMap<string, T>): T => {
  const [id = ''] = Object.values(call.path);
  const found = all.get(id);
  if (!found) throw refuse.missing(id);
  return found;
};
const isOneOf = (value: unknown, asked: string): boolean => asked.split(',').includes(String(value));
const HISTORY: Where = {
  keyword: (known, asked) =>
    ['name', 'email', 'ext_number', 'did_number']
      .flatMap((field) => [known[`caller_${field}`], known[`callee_${field}`]])
      .some((value) => String(value ?? '').includes(asked)) || known.call_id === asked,
  directions: ({ direction }, asked) => isOneOf(direction, asked),
  connect_types: ({ connect_type }, asked) => isOneOf(connect_type, asked),
  call_types: ({ call_type }, asked) => isOneOf(call_type, asked),
  number_types: (known, asked) => isOneOf(known.caller_number_type, asked) || isOneOf(known.callee_number_type, asked),
  extension_types: (known, asked) => isOneOf(known.caller_ext_type, asked) || isOneOf(known.callee_ext_type, asked),
  call_results: ({ call_result, result }, asked) => isOneOf(call_result ?? result, asked),
  group_ids: ({ group_id }, asked) => isOneOf(group_id, asked),
  site_ids: ({ site_id }, asked) => isOneOf(site_id, asked),
  call_ids: ({ call_id }, asked) => isOneOf(call_id, asked),
  recording_status: ({ recording_status, recording_id }, asked) =>
    (recording_status ?? (recording_id ? 'recorded' : 'non_recorded')) === asked,
  with_voicemail: ({ call_result, result }, asked) => ((call_result ?? result) === 'voicemail') === (asked === 'true'),
};
export const phoneLogs = operations((on) => {
  on(api.listCallLogs, listing(all, logRow, LOGS));
  on(api.listUserCallLogs, listing(own, logRow, LOGS));
  on(historyApi.listCallHistory, listing(calls, historyRow, HISTORY));
  on(historyApi.listUserCallHistory, listing(ownParts, elementRow, HISTORY));
  on(historyApi.getCallHistory, (call) => pathRow(call.account)(named(call, call.account.of(indexed).byCall)));
  on(historyApi.getCallElement, (call) => elementRow(call.account)(named(call, call.account.of(indexed).byPart)));
  on(historyApi.getCallHistoryDetail, (call) =>
    detailRow(call.account)(named(call, call.account.of(indexed).byDetail)),
  );
  on(metricsApi.listPhoneCallQuality, listing(firsts, qualityRow, QUALITY));
  on(recordingsApi.listPhoneRecordings, listing(recorded(all), recordingRow));
  on(recordingsApi.listUserPhoneRecordings, listing(recorded(own), recordingRow));
  on(voicemailsApi.listUserVoicemails, listing(mails, voicemailRow, MAILS));
});
