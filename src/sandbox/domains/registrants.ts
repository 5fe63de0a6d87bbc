/** Registrants of meetings with registration. */
import * as api from '../../zoom/api/meetings/registrants.ts';
import type { Domain } from '../call.ts';
import { DAY } from '../clock.ts';
import { type Collection, collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { FIRST_NAMES, instant, type Known, LAST_NAMES, opaqueId, pick } from '../seeded.ts';
import type { World } from '../world.ts';
import { approvalOf, type Meetings } from './meetings.ts';

const APPROVED_AT_ONCE = 0;
const STATUSES = [
  'approved',
  'approved',
  'approved',
  'approved',
  'approved',
  'approved',
  'pending',
  'pending',
  'denied',
];
const REGISTRATIONS_A_DAY = 3;
const STATUS_CHANGES_A_DAY = 10;
const AFTER: Readonly<Record<string, string>> = { approve: 'approved', deny: 'denied', cancel: 'denied' };

export const registrants = (world: World, meetings: Meetings): Domain => {
  const byMeeting = new Map<number, Collection>();
  const joinUrl = (meeting: number, id: string) =>
    `https://zoom.us/w/${meeting}?tk=${opaqueId(`${world.seed}/tk/${id}`)}`;

  const of = (meeting: Known & { id: number }): Collection => {
    const known = byMeeting.get(meeting.id);
    if (known) return known;
    const key = (i: number) => `${world.seed}/registrant/${meeting.id}/${i}`;
    // What calls created starts without registrants.
    const count = meetings.hasRegistration(meeting) && meeting.creation_source !== 'open_api' ? STATUSES.length : 0;
    const ids = Array.from({ length: count }, (_, i) => opaqueId(key(i)));
    const made = collection(ids, (id) => {
      const i = ids.indexOf(id);
      if (i < 0) return undefined;
      const first_name = pick(`${key(i)}f`, FIRST_NAMES);
      const last_name = pick(`${key(i)}l`, LAST_NAMES);
      const email = `guest${i}.${opaqueId(key(i)).slice(0, 6).toLowerCase()}@example.org`;
      const create_time = instant(world.start - (i + 1) * DAY);
      return { id, first_name, last_name, email, status: STATUSES[i], create_time, custom_questions: [], comments: '' };
    });
    byMeeting.set(meeting.id, made);
    return made;
  };
  const rowOf = (meeting: number, registrant: Known) => {
    const approved = registrant.status === 'approved';
    return {
      key: `registrant/${registrant.id}`,
      known: { ...registrant, join_url: approved ? joinUrl(meeting, String(registrant.id)) : undefined },
    };
  };

  return (on) => {
    on(api.listRegistrants, ({ path, query }) => {
      const meeting = meetings.find(path.meetingId);
      const all = of(meeting);
      const status = query.status ?? 'approved';
      const found = all.ids().flatMap((id) => {
        const registrant = all.get(id);
        return registrant?.status === status ? [registrant] : [];
      });
      return { rows: lazily(found, (registrant) => rowOf(meeting.id, registrant)) };
    });

    on(api.addRegistrant, ({ path, body, now }) => {
      const meeting = meetings.find(path.meetingId);
      if (!meetings.hasRegistration(meeting)) throw refuse.registrationOff(meeting.id);
      if (!body.email?.includes('@')) throw invalid({ field: 'email', message: 'Invalid field.' });
      world.limits.spendDaily(
        `registrant ${meeting.id} ${body.email}`,
        REGISTRATIONS_A_DAY,
        `You have exceeded the daily rate limit (${REGISTRATIONS_A_DAY}) of Add meeting registrant API requests for registrant ${body.email}.`,
      );
      const all = of(meeting);
      const id = opaqueId(`${world.seed}/registrant/${meeting.id}/${body.email}`);
      const approved = approvalOf(meeting) === APPROVED_AT_ONCE || body.auto_approve === true;
      const status = approved ? 'approved' : 'pending';
      const { auto_approve: _approve, language: _language, ...person } = body;
      all.add(id, { custom_questions: [], comments: '', ...person, id, status, create_time: instant(now) });
      const { topic, start_time } = meeting;
      return {
        key: `registrant/${id}`,
        known: {
          id: meeting.id,
          registrant_id: id,
          topic,
          start_time,
          join_url: approved ? joinUrl(meeting.id, id) : undefined,
          occurrences: undefined,
        },
      };
    });

    on(api.updateRegistrantsStatus, ({ path, body }) => {
      const meeting = meetings.find(path.meetingId);
      const all = of(meeting);
      const chosen = (body.registrants ?? []).map(({ id, email }) => {
        const found = all.ids().find((each) => (id ? each === id : all.get(each)?.email === email));
        if (found === undefined) throw refuse.registrant(id ?? email);
        return found;
      });
      for (const id of chosen) {
        world.limits.spendDaily(
          `registrant status ${meeting.id} ${id}`,
          STATUS_CHANGES_A_DAY,
          `You have exceeded the daily rate limit (${STATUS_CHANGES_A_DAY}) of Update meeting registrant status API requests for registrant ${id}.`,
        );
        all.change(id, { status: AFTER[String(body.action)] });
      }
      return undefined;
    });

    on(api.getRegistrationQuestions, ({ path }) => {
      const meeting = meetings.find(path.meetingId);
      if (!meetings.hasRegistration(meeting)) throw refuse.registrationOff(meeting.id);
      return {
        key: `questions/${meeting.id}`,
        known: {
          questions: [
            { field_name: 'last_name', required: true },
            { field_name: 'org', required: false },
          ],
          custom_questions: [
            { title: 'How did you hear of us?', type: 'single', answers: ['A friend', 'The web'], required: false },
          ],
        },
      };
    });
  };
};
