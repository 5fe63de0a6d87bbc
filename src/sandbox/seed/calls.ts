/** The calls of the last half year: some hundreds, among the first phone users, the newest first. */
import { type Row, row } from '../call.ts';
import { DAY, SECOND } from '../clock.ts';
import { instant, type Known, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import type { User } from './people.ts';

const CALLS = 900;
const SPAN = 180 * DAY;

/** Someone who can be called within the account. */
export interface Phone {
  readonly user: User;
  readonly extension: number;
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
  /** What call logs, recordings and voicemails say alike. */
  readonly known: Known;
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
    const outside = {
      name: '',
      number: `+1212555${String(pickInt(seed, 10_000)).padStart(4, '0')}`,
      kind: PHONE_NUMBER,
    };
    const inside = ({ user, extension }: Phone) => ({
      name: user.display_name,
      number: String(extension),
      kind: EXTENSION,
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
      owner: ownerOf(entry),
      site: owner.site,
      recording_type: 'Automatic',
      end_time: endOf(entry),
      meeting_uuid: undefined,
      accepted_by: undefined,
      outgoing_by: undefined,
      download_url: `${world.origin()}/rec/download/${Buffer.from(id).toString('base64url')}/phone`,
    });
  };
export const voicemailRow =
  ({ seed }: World) =>
  ({ known, id: call_log_id }: Entry): Row => {
    const id = opaqueId(`${seed}/voicemail/${call_log_id}`);
    const status = pick(id, ['read', 'unread']);
    return row(`voicemail/${id}`, { ...known, id, call_log_id, duration: 5 + pickInt(id, 90), status });
  };
