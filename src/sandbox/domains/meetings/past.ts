/** Meetings that have ended: instances, who was there, what they answered. */
import * as api from '../../../zoom/api/meetings/past-meetings.ts';
import { type Call, lazily, operations, Refusal, refuse, row } from '../../call.ts';
import type { Instance } from '../../seed/meetings.ts';
import { fileRow, instanceRow, pollRow, staysOf } from '../../seed/stays.ts';
import { isWebinarType } from '../../seed/webinars.ts';
import { DAY, instant } from '../../seeded.ts';
import { instanceAt, instancesOf } from './instances.ts';
import { meetings } from './meetings.ts';

const YEAR = 366 * DAY;

/** The instance that a call names, where Zoom still tells of it. */
export const recentAt = ({ account, path: { meetingId: ref = '' } }: Call): Instance => {
  const found = instanceAt(account, ref);
  if (!found || isWebinarType(found.type)) throw refuse.meeting(ref);
  if (found.start < account.clock.now() - YEAR) throw new Refusal(400, 12702, 'Can not access a meeting a year ago.');
  return found;
};

export const pastMeetings = operations((on) => {
  on(api.getInstance, (call) => instanceRow(call.account, recentAt(call)));
  on(api.listInstances, (call) => {
    const { account, path } = call;
    const ref = path.meetingId ?? '';
    const number = /^\d+$/.test(ref) ? Number(ref) : recentAt(call).meeting;
    const found = instancesOf(account, number);
    if (found.length === 0) meetings.in(account).find(String(number));
    return lazily(found, ({ uuid, start }) => row(`instance/${uuid}`, { uuid, start_time: instant(start) }));
  });
  on(api.listParticipants, (call) => staysOf(call.account, recentAt(call)));
  on(api.listPastPolls, (call) => [pollRow(call.account, recentAt(call))]);
  on(api.listPastFiles, (call) => [fileRow(recentAt(call))]);
});
