/** What a call log only hints at: who is behind an extension, and which recording is that of the call. */
import type { CallLog as Shape } from '../../../src/zoom/api/phone/call-logs.ts';
import { listPhoneRecordings } from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { type Day, plusDays, today } from '../../../src/zoom/declare/days.ts';
import { carried } from '../../../src/zoom/declare/entity.ts';
import { isWord, type Of } from '../../../src/zoom/declare/shape.ts';
import { foundFor, referFor, rowFor } from '../../call-for.ts';
import type { Entity } from '../../entity.ts';
import type { Store } from '../../store.ts';
import { askedFor, dayIn } from '../../windows.ts';

type CallLog = Of<typeof Shape>;
type End = 'caller' | 'callee';

/** The phone user at one end of a call, if it is one of the account's. */
export const partyOf = async (
  store: Store,
  log: CallLog,
  end: End,
): Promise<Entity<Of<typeof PhoneUser.shape>> | null> => {
  const own = isWord(log.direction, 'outbound') ? 'caller' : 'callee';
  if (end === own) {
    const id = log.user_id || (isWord(log.owner?.type, 'user') ? log.owner?.id : undefined);
    if (id) return referFor(store, PhoneUser, log, { id }) ?? null;
  }
  const number = log[`${end}_number`];
  if (!number || String(log[`${end}_number_type`]) !== EXTENSION) return null;
  // Phone users are named by id alone; all of them are read once for a request, 100 a call.
  const found = await rowFor(store, listPhoneUsers, log, {}, (item) => String(item.extension_number) === number);
  return (found && foundFor(store, PhoneUser, log, found, carried(listPhoneUsers))) ?? null;
};
const EXTENSION = '1';

/** The recording of a call. Zoom finds recordings by their day alone: it is of that of the call, or of the next where that goes past midnight. */
export const recordingOf = async (store: Store, log: CallLog): Promise<object | null> => {
  const day = dayIn(log.date_time);
  if (!day || (!log.recording_id && !log.has_recording)) return null;
  const query = askedFor(day, nextOf(day));
  return rowFor(store, listPhoneRecordings, log, { query }, (item) =>
    log.recording_id ? item.id === log.recording_id : item.call_id === log.call_id,
  );
};
const nextOf = (day: Day): Day => (day < today() ? plusDays(day, 1) : day);
