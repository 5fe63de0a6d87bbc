/** The calls of the last half year: some hundreds, among the first phone users, the newest first. */

import { CallPathElement } from '../../zoom/api/phone/call-history.ts';
import { type Row, row } from '../call.ts';
import { DAY, SECOND } from '../clock.ts';
import { fill, instant, type Known, only, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import { urlIn } from './files.ts';
import type { User } from './people.ts';
import { answeringAt, type Extension } from './phone.ts';

const CALLS = 900;
const SPAN = 180 * DAY;

/** Someone who can be called within the account. */
export interface Phone {
  readonly user: User;
  readonly extension: number;
  readonly extensionId: string;
  readonly site: { id: string; name: string };
}

/** One entry of a call log; `call` is shared by the entries of both ends. */
export interface Entry {
  readonly owner: Phone;
  readonly recorded: boolean;
  readonly voicemail: boolean;
  readonly at: number;
  /** Seconds. */
  readonly duration: number;
  readonly call: string;
  readonly id: string;
  readonly recordingId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly caller: End;
  readonly callee: End;
  /** What call logs, recordings and voicemails say alike. */
  readonly known: Known;
}

/** One end of a call: a phone of the account, or a number outside. */
export interface End {
  readonly name: string;
  readonly number: string;
  readonly kind: number;
  readonly phone?: Phone;
}

const EXTENSION = 1;
const PHONE_NUMBER = 2;

export const callsOf = (world: World, phones: readonly Phone[]): readonly Entry[] => {
  if (phones.length === 0) return [];
  return Array.from({ length: CALLS }, (_, i) => i).flatMap((i) => {
    const seed = `${world.seed}/call/${i}`;
    const at = world.start - Math.round(((i + pickInt(`${seed}/at`, 1000) / 1000) * SPAN) / CALLS) - SECOND;
    const caller = pick(`${seed}/caller`, phones);
    const callee = pick(`${seed}/callee`, phones);
    const internal = pickInt(`${seed}/internal`, 3) === 0 && caller !== callee;
    const inbound = pickInt(`${seed}/inbound`, 2) === 0;
    const result = pick(`${seed}/result`, [
      'Call connected',
      'Call connected',
      'Call connected',
      'Missed',
      'Voicemail',
    ]);
    const connected = result === 'Call connected';
    const outside: End = {
      name: '',
      number: `+1212555${String(pickInt(seed, 10_000)).padStart(4, '0')}`,
      kind: PHONE_NUMBER,
    };
    const inside = (phone: Phone): End => ({
      name: phone.user.display_name,
      number: String(phone.extension),
      kind: EXTENSION,
      phone,
    });
    const from = internal || !inbound ? inside(caller) : outside;
    const to = internal || inbound ? inside(callee) : outside;
    const call = String(7_200_000_000_000_000_000n + BigInt(pickInt(`${seed}/id`, 2 ** 32)));
    const duration = connected ? 20 + pickInt(`${seed}/duration`, 1200) : 0;

    const entry = (owner: Phone, direction: Entry['direction']): Entry => {
      const id = opaqueId(`${seed}/${direction}`);
      const recorded = connected && pickInt(`${seed}/recorded`, 4) === 0;
      return {
        owner,
        direction,
        caller: from,
        callee: to,
        at,
        duration,
        call,
        id,
        recordingId: opaqueId(`${seed}/recording/${direction}`),
        recorded,
        voicemail: result === 'Voicemail' && direction === 'inbound',
        known: {
          call_id: call,
          direction,
          result,
          date_time: instant(at),
          duration,
          caller_name: from.name,
          caller_number: from.number,
          caller_number_type: from.kind,
          callee_name: to.name,
          callee_number: to.number,
          callee_number_type: to.kind,
        },
      };
    };
    if (internal) return [entry(caller, 'outbound'), entry(callee, 'inbound')];
    return [inbound ? entry(callee, 'inbound') : entry(caller, 'outbound')];
  });
};

const ownerOf = ({ owner: { user, extension } }: Entry): Known => ({
  id: user.id,
  type: 'user',
  name: user.display_name,
  extension_number: extension,
  extension_status: undefined,
  extension_deleted_time: undefined,
});
/** The audio file of a call. */
const SOUND = { file_size: 120_000, file_extension: 'MP3' };
const endOf = ({ at, duration }: Entry) => instant(at + duration * SECOND);
export const logRow =
  () =>
  (entry: Entry): Row => {
    const { known, id, owner, at, duration, direction, recorded, voicemail, recordingId } = entry;
    return row(`call/${id}`, {
      ...known,
      id,
      user_id: owner.user.id,
      owner: ownerOf(entry),
      site: owner.site,
      department: owner.user.dept ?? '',
      call_end_time: endOf(entry),
      answer_start_time: direction === 'inbound' && duration > 0 ? instant(at) : undefined,
      path: 'extension',
      has_recording: recorded,
      has_voicemail: voicemail,
      recording_id: recorded ? recordingId : undefined,
      recording_type: recorded ? 'Automatic' : undefined,
      accepted_by: undefined,
      forwarded_by: undefined,
      forwarded_to: undefined,
      outgoing_by: undefined,
    });
  };
export const recordingRow =
  (world: World) =>
  (entry: Entry): Row => {
    const { known, id: call_log_id, recordingId: id, owner } = entry;
    return row(`call recording/${id}`, {
      ...known,
      id,
      call_log_id,
      ...namesIn(entry),
      owner: ownerOf(entry),
      site: owner.site,
      recording_type: 'Automatic',
      end_time: endOf(entry),
      meeting_uuid: undefined,
      accepted_by: undefined,
      outgoing_by: undefined,
      download_url: urlIn(world)('phone/', id, 'recording', SOUND),
      transcript_download_url: urlIn(world)('phone/', id, 'transcript', { file_extension: 'VTT' }),
    });
  };
export const voicemailRow =
  (world: World) =>
  (entry: Entry): Row => {
    const { known, id: call_log_id } = entry;
    const id = voicemailId(world, entry);
    const status = pick(id, ['read', 'unread']);
    const duration = 5 + pickInt(id, 90);
    const download_url = urlIn(world)('phone/', id, 'voicemail', SOUND);
    return row(`voicemail/${id}`, { ...known, ...namesIn(entry), id, call_log_id, duration, status, download_url });
  };

/** The ids of the history begin with the day, as Zoom's do. */
const dated = ({ at }: Entry, id: string): string => `${instant(at).slice(0, 10).replaceAll('-', '')}-${id}`;
/** The call that an entry is a part of, in the history of the account. */
export const historyId = (entry: Entry): string => dated(entry, entry.call);
export const elementId = (entry: Entry): string => dated(entry, entry.id);
const RESULTS: Readonly<Record<string, string>> = {
  'Call connected': 'answered',
  Missed: 'no_answer',
  Voicemail: 'voicemail',
};
const partyOf = (end: 'caller' | 'callee', { name, number, phone }: End): Known => ({
  [`${end}_ext_id`]: phone?.extensionId,
  [`${end}_ext_number`]: phone && number,
  [`${end}_ext_type`]: phone && 'user',
  [`${end}_name`]: name,
  [`${end}_email`]: phone?.user.email,
  [`${end}_did_number`]: phone ? undefined : number,
  [`${end}_number_type`]: phone ? undefined : 'external_pstn',
});
/** Calls from outside come to a queue or an auto receptionist first. */
const throughOf = (world: World, { id, direction, caller }: Entry): Extension | undefined => {
  const way = pickInt(`${id}/through`, 2);
  return direction === 'inbound' && !caller.phone ? answeringAt(world)[way] : undefined;
};
/** What the history says of a call and of each part of it. */
const happened = (entry: Entry, through?: Extension): Known => {
  const { caller, callee, call, direction, at, duration, owner } = entry;
  return {
    call_id: call,
    direction,
    connect_type: caller.phone && callee.phone ? 'internal' : 'external',
    call_type: 'general',
    ...partyOf('caller', caller),
    ...partyOf('callee', callee),
    ...(through && {
      callee_ext_id: through.extension_id,
      callee_ext_type: through.type,
      callee_name: through.name,
      callee_email: undefined,
      callee_ext_number: undefined,
    }),
    start_time: instant(at),
    answer_time: duration > 0 ? instant(at) : undefined,
    end_time: endOf(entry),
    department: owner.user.dept ?? '',
    site_id: owner.site.id,
    site_name: owner.site.name,
    group_id: owner.user.group_ids[0],
  };
};
const resultOf = ({ known }: Entry) => RESULTS[String(known.result)];
const voicemailId = ({ seed }: World, { id }: Entry): string => opaqueId(`${seed}/voicemail/${id}`);

/** A call, of the entries that are its parts. */
export const historyRow =
  (world: World) =>
  (entries: readonly Entry[]): Row => {
    const [entry] = entries as readonly [Entry];
    const call_history_uuid = historyId(entry);
    return row(`call history/${call_history_uuid}`, {
      ...happened(entry, throughOf(world, entry)),
      call_history_uuid,
      duration: entry.duration,
      call_result: resultOf(entry),
      recording_status: entries.some(({ recorded }) => recorded) ? 'recorded' : 'non_recorded',
      spam: undefined,
      sbc_id: undefined,
      sbc_name: undefined,
      sip_group_id: undefined,
      sip_group_name: undefined,
    });
  };
/** The same with its parts: first what answered for the user, where something did. */
export const pathRow =
  (world: World) =>
  (entries: readonly Entry[]): Row => {
    const { key, known } = historyRow(world)(entries);
    const call_elements = entries.flatMap(partsOf(world)).map((part) => {
      const { key: at, known: told } = elementRow(world)(part);
      return only(CallPathElement, fill(CallPathElement, told, at, world));
    });
    return row(key, { ...known, call_elements });
  };
/** What became of a call at one place: at an extension, or at what passed it on. */
export interface Part {
  readonly entry: Entry;
  readonly through?: Extension;
}
export const partsOf =
  (world: World) =>
  (entry: Entry): readonly Part[] => {
    const through = throughOf(world, entry);
    return through ? [{ entry, through }, { entry }] : [{ entry }];
  };
export const partId = ({ entry, through }: Part): string => `${elementId(entry)}${through ? 'x' : ''}`;
export const elementRow =
  (world: World) =>
  (part: Part): Row => {
    const { entry, through } = part;
    const call_element_id = partId(part);
    const { recorded, voicemail, direction, duration, recordingId } = entry;
    const isPassedOn = !through && throughOf(world, entry) !== undefined;
    const event = direction === 'inbound' ? 'incoming' : 'outgoing';
    return row(`call element/${call_element_id}`, {
      ...happened(entry, through),
      call_element_id,
      call_history_uuid: historyId(entry),
      event: isPassedOn ? 'ring_to_member' : event,
      result: through ? 'succeeded' : resultOf(entry),
      result_reason: undefined,
      operator_ext_id: undefined,
      operator_ext_number: undefined,
      operator_ext_type: undefined,
      operator_name: undefined,
      recording_id: recorded && !through ? recordingId : undefined,
      recording_type: recorded && !through ? 'automatic' : undefined,
      voicemail_id: voicemail && !through ? voicemailId(world, entry) : undefined,
      press_key: undefined,
      caller_site_id: entry.caller.phone?.site.id,
      callee_site_id: entry.callee.phone?.site.id,
      segment: isPassedOn ? 1 : 0,
      node: 0,
      is_node: 1,
      talk_time: duration,
    });
  };
/** The same in the older form. */
export const detailRow =
  (world: World) =>
  (entry: Entry): Row => {
    const { key, known } = elementRow(world)({ entry });
    return row(key, { ...known, id: detailId(entry), call_path_id: historyId(entry) });
  };
/** How recordings and voicemails name a part of a call in the older form. */
export const detailId = ({ id }: Entry): string => id;
const namesIn = (entry: Entry): Known => ({
  call_element_id: elementId(entry),
  call_history_id: detailId(entry),
});

/** How a call sounded. */
export const qualityRow =
  () =>
  (entry: Entry): Row => {
    const { call, direction, caller, callee, at, duration } = entry;
    const end = ({ number, phone }: End): Known => ({
      extension_number: phone && number,
      phone_number: phone ? undefined : number,
      site_id: phone?.site.id,
    });
    return row(`call quality/${call}`, {
      call_id: call,
      direction: caller.phone && callee.phone ? 'internal' : direction,
      date_time: instant(at),
      duration,
      mos: (30 + pickInt(`${call}/mos`, 15)).toString().replace(/(.)$/, '.$1'),
      caller: end(caller),
      callee: end(callee),
    });
  };
