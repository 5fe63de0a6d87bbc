/** What no REST call brings about: a meeting begins, people come and go, a recording is ready, a call ends. */
import type { Account } from '../call.ts';
import { SECOND } from '../clock.ts';
import { instancesOf } from '../domains/meetings/instances.ts';
import * as meetings from '../domains/meetings/meetings.ts';
import { recordings } from '../domains/meetings/recordings.ts';
import { entriesIn } from '../domains/phone/logs.ts';
import { byEmail, peopleIn } from '../domains/users/people.ts';
import * as webinars from '../domains/webinars/webinars.ts';
import type { End, Entry } from '../seed/calls.ts';
import { hash, instant, type Known, opaqueId } from '../seeded.ts';
import { ended, participant, started } from './meetings.ts';
import { completed } from './recordings.ts';
import type { Told } from './rule.ts';

/** Makes it so, and says what is told of it. `given` is the object as far as whoever causes the event says it. */
type Cause = (account: Account, given: Known) => Told;

/** Something is asked for that cannot happen. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}

const meetingAt = (account: Account, { id }: Known) => meetings.meetings.in(account).find(id);
const webinarAt = (account: Account, { id }: Known) => webinars.webinars.in(account).find(id);

/** A participant as far as it is said: a user of the account by the email, or anybody. */
const who = (account: Account, { participant: given }: Known, time: Known): Known => {
  const said = (given ?? {}) as Known;
  const user = said.email === undefined ? undefined : byEmail(peopleIn(account), String(said.email));
  const name = String(said.user_name ?? user?.display_name ?? 'Guest');
  return {
    user_id: String(16_000_000 + (hash(`${name}/${said.email}`) % 1_000_000)),
    user_name: name,
    ...(user && { id: user.id, participant_user_id: user.id }),
    participant_uuid: opaqueId(`participant/${name}/${said.email}`).toUpperCase(),
    email: '',
    ...time,
    ...said,
  };
};
const underWay = <T>(since: T | undefined, id: unknown): T => {
  if (since === undefined) throw new Impossible(`${id} is not under way.`);
  return since;
};
const comesAndGoes = (how: 'joined' | 'left'): Readonly<Record<string, Cause>> => {
  const time = ({ clock }: Account) => ({ [how === 'joined' ? 'join_time' : 'leave_time']: instant(clock.now()) });
  return {
    [`meeting.participant_${how}`]: (account, given) => {
      const meeting = meetingAt(account, given);
      underWay(meetings.meetingSince(account, meeting), meeting.id);
      return participant('meeting', how, meeting, who(account, given, time(account)));
    },
    [`webinar.participant_${how}`]: (account, given) => {
      const webinar = webinarAt(account, given);
      underWay(webinars.underWaySince(account, webinar), webinar.id);
      return participant('webinar', how, webinar, who(account, given, time(account)));
    },
  };
};

/** A call that was answered, as one of its two sides has it. */
const callEnded =
  (direction: Entry['direction']): Cause =>
  (account, given) => {
    const entry = entriesIn(account).find((one) => one.direction === direction && one.duration > 0);
    if (!entry) throw new Impossible('Nobody in the account has had such a call.');
    const { at, duration, call, caller, callee } = entry;
    return {
      event: `phone.${direction === 'inbound' ? 'callee' : 'caller'}_ended`,
      object: {
        call_id: call,
        caller: sideOf(caller),
        callee: sideOf(callee),
        ringing_start_time: instant(at - 5 * SECOND),
        answer_start_time: instant(at),
        call_end_time: instant(at + duration * SECOND),
        ...given,
      },
    };
  };
const sideOf = ({ name, number, phone }: End): Known =>
  phone
    ? {
        extension_id: phone.extensionId,
        extension_type: 'user',
        user_id: phone.user.id,
        name,
        extension_number: phone.extension,
        phone_number: number,
        timezone: phone.user.timezone,
        connection_type: 'voip',
      }
    : { extension_type: 'pstn', phone_number: number, connection_type: 'pstn_off_net' };

export const CAUSES: Readonly<Record<string, Cause>> = {
  'meeting.started': (account, given) => {
    const now = account.clock.now();
    const { id } = meetingAt(account, given);
    meetings.meetings.in(account).change(String(id), { status: 'started', started_at: instant(now) });
    return started('meeting', meetingAt(account, given), now);
  },
  'meeting.ended': (account, given) => {
    const meeting = meetingAt(account, given);
    const since = underWay(meetings.meetingSince(account, meeting), meeting.id);
    meetings.meetings.in(account).change(String(meeting.id), meetings.end(meeting, { account }));
    return ended('meeting', meeting, since, account.clock.now());
  },
  'webinar.started': (account, given) => {
    const now = account.clock.now();
    const { id } = webinarAt(account, given);
    webinars.webinars.in(account).change(String(id), { start_time: instant(now) });
    return started('webinar', webinarAt(account, given), now);
  },
  'webinar.ended': (account, given) => {
    const webinar = webinarAt(account, given);
    const since = underWay(webinars.underWaySince(account, webinar), webinar.id);
    webinars.webinars.in(account).change(String(webinar.id), webinars.end(webinar, { account }));
    return ended('webinar', webinar, since, account.clock.now());
  },
  ...comesAndGoes('joined'),
  ...comesAndGoes('left'),
  'recording.completed': (account, { id }) => {
    const [held] = instancesOf(account, Number(id));
    if (!held) throw new Impossible(`${id} has not been held.`);
    const recording = recordings.in(account).add({ ...held, id: held.uuid });
    return completed(account, recordings.row(recording, account).known);
  },
  'phone.caller_ended': callEnded('outbound'),
  'phone.callee_ended': callEnded('inbound'),
};

/**
 * What becomes of an event that is asked for. The sandbox makes those of `CAUSES` so; of any other the object is told as it is
 * given. Throws Impossible for what cannot happen, and Zoom's refusal of a meeting or webinar that is not there.
 */
export const caused = (account: Account, event: string, given: Known): Told => {
  if (!/^[a-z_]+\.[a-z_.]+$/.test(event)) throw new Impossible(`"${event}" is not the name of an event.`);
  return CAUSES[event]?.(account, given) ?? { event, object: given };
};
