/** The calls of the last half year: some hundreds, among the first phone users, the newest first. */
import { DAY, SECOND } from '../clock.ts';
import { instant, type Known, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import type { User } from './people.ts';

const CALLS = 900;
const SPAN = 180 * DAY;
/** Calls are among this many users, so that each has some whatever the account's size. */
const CALLERS = 60;

/** Someone who can be called within the account. */
export interface Phone {
  readonly user: User;
  readonly extension: number;
  readonly number: string;
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
  const some = phones.slice(0, CALLERS);
  if (some.length === 0) return [];
  return Array.from({ length: CALLS }, (_, i) => i).flatMap((i) => {
    const seed = `${world.seed}/call/${i}`;
    const at = world.start - Math.round(((i + pickInt(`${seed}/at`, 1000) / 1000) * SPAN) / CALLS) - SECOND;
    const caller = pick(`${seed}/caller`, some);
    const callee = pick(`${seed}/callee`, some);
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
