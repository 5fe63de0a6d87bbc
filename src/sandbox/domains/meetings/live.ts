/** Meetings in progress: their controls, chat and live streams, of which nothing is read again, and the ways into a meeting. */
import * as joining from '../../../zoom/api/meetings/joining.ts';
import * as api from '../../../zoom/api/meetings/live-meetings.ts';
import type { Endpoint } from '../../../zoom/declare/endpoint.ts';
import { type Call, operations, refuse, row } from '../../call.ts';
import { instant, opaqueId } from '../../seeded.ts';
import { type Meeting, meetings } from './meetings.ts';

/** Throws a refusal of a meeting that is not in progress. */
const checkLive = (call: Call, refusal: (id: unknown) => Error): void => {
  const { id, status }: Meeting = meetings.at(call);
  if (status !== 'started') throw refusal(id);
};

export const live = operations((on) => {
  on(api.controlMeeting, (call) => {
    // Calls out may also bring the first people into a meeting.
    if (/callout$/.test(String(call.body.method))) meetings.at(call);
    else checkLive(call, refuse.meeting);
    return undefined;
  });
  for (const endpoint of [api.updateLiveMessage, api.deleteLiveMessage])
    on(endpoint as Endpoint, (call) => {
      checkLive(call, refuse.meeting);
      return undefined;
    });
  on(api.startLivestream, (call) => {
    checkLive(call, refuse.notStarted);
    return undefined;
  });
  for (const endpoint of [
    joining.getLiveStreamingToken,
    joining.getLocalArchivingToken,
    joining.getLocalRecordingToken,
  ])
    on(endpoint as Endpoint, (call) => {
      const { id } = meetings.at(call);
      return row('token', { token: opaqueId(`${endpoint.path}/${id}/${instant(call.now)}`), expire_in: 120 });
    });
  on(joining.createInviteLinks, (call) => {
    const { account, body } = call;
    const { id } = meetings.at(call);
    const linkOf = (name: string, nth: number) =>
      `https://zoom.us/w/${id}?tk=${opaqueId(`${account.seed}/invitation/${id}/${nth}/${name}/${call.now}`)}`;
    return row('links', {
      attendees: body.attendees?.map(({ name = '' }, i) => ({ name, join_url: linkOf(name, i) })),
    });
  });
});
