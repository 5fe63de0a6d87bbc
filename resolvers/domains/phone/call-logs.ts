/** What a call log only hints at: who is behind an extension, and which recording is that of the call. */
import type { CallLog as Shape } from '../../../src/zoom/api/phone/call-logs.ts';
import type { PhoneRecording } from '../../../src/zoom/api/phone/recordings.ts';
import type { Voicemail } from '../../../src/zoom/api/phone/voicemails.ts';
import { type Day, plusDays, today } from '../../../src/zoom/declare/days.ts';
import { isWord, type Of } from '../../../src/zoom/declare/shape.ts';
import { askedFor, dayIn } from '../../windows.ts';

type CallLog = Of<typeof Shape>;
/** One end of a call. */
export type End = 'caller' | 'callee';

/** The phone user at this end, where it is the one whose log this is. */
export const ownEnd = (log: CallLog, end: End): { readonly id: string } | null => {
  const own = isWord(log.direction, 'outbound') ? 'caller' : 'callee';
  const id = log.user_id || (isWord(log.owner?.type, 'user') ? log.owner?.id : undefined);
  return end === own && id ? { id } : null;
};

/** Finds the phone user behind the extension at this end; null where there is none. */
export const isAtEnd = (log: CallLog, end: End) => {
  const number = log[`${end}_number`];
  if (!number || String(log[`${end}_number_type`]) !== EXTENSION) return null;
  return (user: { readonly extension_number?: unknown }): boolean => String(user.extension_number) === number;
};
const EXTENSION = '1';

/** Finds the recording of a call; null where it has none. */
export const isOfCall = (log: CallLog) => {
  if (!dayIn(log.date_time) || (!log.recording_id && !log.has_recording)) return null;
  return ({ id, call_id }: Of<typeof PhoneRecording>): boolean =>
    log.recording_id ? id === log.recording_id : call_id === log.call_id;
};

/** Finds the message that the caller left; null where there is none. */
export const isVoicemailOf = (log: CallLog) => {
  if (!dayIn(log.date_time) || !(log.has_voicemail || isWord(log.result, 'Voicemail'))) return null;
  return ({ call_id }: Of<typeof Voicemail>): boolean => call_id !== undefined && call_id === log.call_id;
};

/** Zoom finds recordings by their day alone: it is of that of the call, or of the next where that goes past midnight. */
export const daysOfCall = ({ date_time }: CallLog) => daysOfTime(date_time);
export const daysOfTime = (time: string | undefined) => {
  const day = dayIn(time) ?? today();
  return askedFor(day, nextOf(day));
};
const nextOf = (day: Day): Day => (day < today() ? plusDays(day, 1) : day);
