/** What events of several families say alike. */
import type { Beside, EventEdge, EventEdges, EventFilter } from '../../declare/event.ts';
import { as, dateTime, enumOf, id, int, list, numericId, string } from '../../declare/shape.ts';
import { Meeting } from '../meetings/meetings.entities.ts';
import { Occurrence } from '../meetings/meetings.ts';
import { MeetingInstance } from '../meetings/past-meetings.entities.ts';
import { RecordingType } from '../meetings/recordings.ts';
import { User } from '../users/users.entities.ts';
import { WebinarInstance } from '../webinars/past-webinars.entities.ts';
import { Webinar } from '../webinars/webinars.entities.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Some of the values of an object, as facts of an entity. */
export const picked = (object: Raw, keys: readonly string[]): Raw =>
  Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));

const WEBINARS: readonly unknown[] = [5, 6, 9, '5', '6', '9'];
/** Whether it is a webinar: its type says so, and where an event tells none, the name of the event. */
export const isWebinar = ({ type }: Raw, { event }: Beside): boolean =>
  type === undefined ? event.startsWith('webinar.') : WEBINARS.includes(type);

/** What says which run of which meeting or webinar an event is about. `id` is a number in some events and a text in others (docs/zoom.md 6.0.10). */
export const session = {
  id: as('sessionNumber', numericId('The number of the meeting or webinar.')),
  uuid: as('sessionUuid', id('This run of the meeting or webinar.')),
  host_id: id('The user who hosts it.', { of: 'User' }),
  topic: string('What it is called.'),
  type: as('sessionType', RecordingType.describe('Whether it is a meeting or a webinar, and of which kind.')),
  start_time: dateTime('When it began, or is to begin.'),
  timezone: string('The time zone by which it was scheduled, such as Europe/Berlin.'),
  duration: int('Its planned length in minutes.'),
};
export const occurrences = list(Occurrence, 'The dates of a series that it is about.');
export const issues = list(string(), 'What is wrong, in Zoom’s words, such as "Unstable audio quality".');

/** Facts of what is held, of its schedule and of its run. */
const OF_SESSION = ['id', 'host_id', 'topic', 'type', 'timezone'];
export const SCHEDULE = [...OF_SESSION, 'start_time', 'duration', 'agenda', 'join_url', 'registration_url', 'password'];
const RUN = ['uuid', 'id', 'host_id', 'topic', 'type', 'start_time', 'end_time'];

export const hostId: EventFilter = {
  of: User,
  description: 'Only what this user hosts.',
  ids: ({ host_id }) => [host_id],
};
export const meetingId: EventFilter = {
  of: Meeting,
  description: 'Only of this meeting.',
  ids: (object, beside) => (isWebinar(object, beside) ? [] : [object.id]),
};
export const webinarId: EventFilter = {
  of: Webinar,
  description: 'Only of this webinar.',
  ids: (object, beside) => (isWebinar(object, beside) ? [object.id] : []),
};
export const userId: EventFilter = { of: User, description: 'Only of this user.', ids: ({ id }) => [id] };

export const host: EventEdge = {
  of: User,
  description: 'The user who hosts it.',
  told: ({ host_id, host_email }) => ({ id: host_id, email: host_email }),
};
export const meeting: EventEdge = {
  of: Meeting,
  description: 'The meeting; null where it is a webinar.',
  told: (object, beside) => (isWebinar(object, beside) ? null : picked(object, OF_SESSION)),
};
export const instance: EventEdge = {
  of: MeetingInstance,
  description: 'This run of the meeting; null where it is a webinar.',
  told: (object, beside) => (isWebinar(object, beside) ? null : picked(object, RUN)),
};
export const webinar: EventEdge = {
  of: Webinar,
  description: 'The webinar; null where it is a meeting.',
  told: (object, beside) => (isWebinar(object, beside) ? picked(object, OF_SESSION) : null),
};
export const webinarInstance: EventEdge = {
  of: WebinarInstance,
  description: 'This run of the webinar; null where it is a meeting.',
  told: (object, beside) => (isWebinar(object, beside) ? picked(object, RUN) : null),
};
/** The edges of what may be about a meeting or a webinar. */
export const ofSession = { host, meeting, instance, webinar, webinarInstance };
export const bySession = { meetingId, webinarId, hostId };

/** People whom Zoom names by id and email. */
const peopleIn =
  (field: string) =>
  (object: Raw): readonly Raw[] =>
    itemsOf(object[field]).map(({ id, email }) => ({ id, email }));
export const users = (field: string, description: string): EventEdges => ({
  of: User,
  description,
  each: peopleIn(field),
});
/** The objects of a list in an event. */
export const itemsOf = (value: unknown): readonly Raw[] => (Array.isArray(value) ? (value as readonly Raw[]) : []);

export const EventScope = enumOf(
  'EventScope',
  {
    SINGLE: ['single', 'One date of a series.'],
    ALL: ['all', 'The whole series.'],
  },
  'How much of a series it concerns.',
);
