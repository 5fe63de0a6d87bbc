/** What is told of meetings and webinars, and of those who register for them. */
import * as liveApi from '../../zoom/api/meetings/live-meetings.ts';
import * as api from '../../zoom/api/meetings/meetings.ts';
import * as registrantsApi from '../../zoom/api/meetings/registrants.ts';
import * as webinarRegistrantsApi from '../../zoom/api/webinars/registrants.ts';
import * as webinarsApi from '../../zoom/api/webinars/webinars.ts';
import type { Endpoint } from '../../zoom/declare/endpoint.ts';
import type { Account, Call } from '../call.ts';
import type { Scheduled } from '../domains/meetings/instances.ts';
import { meetingSince, meetings } from '../domains/meetings/meetings.ts';
import { registrants } from '../domains/meetings/registrants.ts';
import { registrants as webinarRegistrants } from '../domains/webinars/registrants.ts';
import { underWaySince, webinars } from '../domains/webinars/webinars.ts';
import type { Resource } from '../resource.ts';
import { INSTANT } from '../seed/meetings.ts';
import type { User } from '../seed/people.ts';
import { instant, type Known } from '../seeded.ts';
import { changed, created, picked, type Rule, rowIn, type Told } from './rule.ts';

type Kind = 'meeting' | 'webinar';

const SCHEDULED = ['uuid', 'id', 'host_id', 'topic', 'type', 'start_time', 'duration', 'timezone'];
const CREATED = [
  ...SCHEDULED,
  ...['join_url', 'password', 'pmi', 'occurrences', 'recurrence', 'settings', 'tracking_fields'],
];

/** What is under way or over, whose number is a text (docs/zoom.md 6.0.10). */
const held = (thing: Known): Known => {
  const shown = picked(thing, SCHEDULED);
  return { ...shown, id: String(thing.id) };
};
export const started = (kind: Kind, thing: Known, now: number): Told => ({
  event: `${kind}.started`,
  object: { ...held(thing), start_time: instant(now) },
});
export const ended = (kind: Kind, thing: Known, since: number, now: number): Told => ({
  event: `${kind}.ended`,
  object: { ...held(thing), start_time: instant(since), end_time: instant(now) },
});
/** Somebody came or went. */
export const participant = (kind: Kind, how: 'joined' | 'left', thing: Known, who: Known): Told => ({
  event: `${kind}.participant_${how}`,
  object: { ...held(thing), participant: who },
});

interface Scheduling {
  readonly kind: Kind;
  readonly of: Resource<Scheduled, User>;
  readonly create: Endpoint;
  readonly update: Endpoint;
  readonly remove: Endpoint;
  readonly status: Endpoint;
  readonly since: (account: Account, thing: Scheduled) => number | undefined;
}
const isOne = ({ query }: Call): boolean => query.occurrence_id !== undefined;

const scheduling = ({ kind, of, create, update, remove, status, since }: Scheduling): readonly Rule[] => {
  const seen = (call: Call): Known => of.row(of.at(call), call.account).known;
  const occurrences = (call: Call, known: Known): Known =>
    isOne(call)
      ? {
          occurrences: (known.occurrences as Known[])
            .filter(({ occurrence_id }) => occurrence_id === call.query.occurrence_id)
            .map((one) => picked(one, ['occurrence_id', 'start_time'])),
        }
      : {};
  return [
    created(create, `${kind}.created`, CREATED, () => ({ operation: 'all' })),
    changed(update, `${kind}.updated`, seen, { beside: (call) => ({ scope: isOne(call) ? 'single' : 'all' }) }),
    {
      on: remove,
      watch: (call) => {
        const known = seen(call);
        const object = { ...picked(known, SCHEDULED), ...occurrences(call, known) };
        return () => [{ event: `${kind}.deleted`, object, beside: { operation: isOne(call) ? 'single' : 'all' } }];
      },
    },
    {
      on: status,
      watch: (call) => {
        const { action } = call.body as Known;
        // What is in the trash can only be looked at when it is back.
        if (action === 'recover')
          return () => [
            { event: `${kind}.recovered`, object: picked(seen(call), SCHEDULED), beside: { operation: 'all' } },
          ];
        const thing = of.at(call);
        const begun = since(call.account, thing);
        return () => (begun === undefined ? [] : [ended(kind, thing, begun, call.now)]);
      },
    },
  ];
};

const PERSON = ['id', 'first_name', 'last_name', 'email'];
const HOW: Readonly<Record<string, string>> = { approve: 'approved', deny: 'denied', cancel: 'cancelled' };

interface Registering {
  readonly kind: Kind;
  readonly of: Resource<Scheduled, User>;
  readonly people: typeof registrants;
  readonly add: Endpoint;
  readonly addBatch?: Endpoint;
  readonly status: Endpoint;
}
const registering = ({ kind, of, people, add, addBatch, status }: Registering): readonly Rule[] => {
  /** The registrants of these ids or emails, as lists show them. */
  const found = (call: Call, asked: readonly Known[]): readonly Known[] => {
    const thing = of.at(call);
    const all = people.in(call.account, thing).all();
    return asked.flatMap(({ id, registrant_id = id, email }) =>
      all
        .filter((one) => (registrant_id === undefined ? one.email === email : one.id === registrant_id))
        .map((one) => people.row(one, call.account, thing).known),
    );
  };
  const told = (call: Call, how: string, registrant: Known): Told => ({
    event: `${kind}.registration_${how}`,
    object: { ...picked(of.at(call), SCHEDULED), registrant },
  });
  const registered = (call: Call, asked: readonly Known[]) =>
    found(call, asked).map(({ nth: _, create_time: _time, ...one }) => told(call, 'created', one));
  const batch = (on: Endpoint): Rule => ({
    on,
    watch: (call) => (result) => registered(call, rowIn(result).known.registrants as Known[]),
  });
  return [
    { on: add, watch: (call) => (result) => registered(call, [rowIn(result).known]) },
    ...(addBatch ? [batch(addBatch)] : []),
    {
      on: status,
      watch: (call) => () => {
        const { action, registrants: asked = [] } = call.body as { action: string; registrants?: Known[] };
        const shown = action === 'approve' ? [...PERSON, 'join_url'] : PERSON;
        return found(call, asked).map((one) => told(call, HOW[action] ?? action, picked(one, shown)));
      },
    },
  ];
};

/** The controls of a meeting under way that tell something. */
const CONTROLS: Readonly<Record<string, string>> = {
  'recording.start': 'recording.started',
  'recording.stop': 'recording.stopped',
  'recording.pause': 'recording.paused',
  'recording.resume': 'recording.resumed',
};
const STREAMS: Readonly<Record<string, string>> = { start: 'started', stop: 'stopped' };

export const rules: readonly Rule[] = [
  ...scheduling({
    kind: 'meeting',
    of: meetings,
    create: api.createMeeting,
    update: api.updateMeeting,
    remove: api.deleteMeeting,
    status: api.endMeeting,
    since: meetingSince,
  }),
  // An instant meeting is under way at once.
  {
    on: api.createMeeting,
    watch: (call) => (result) => {
      const { known } = rowIn(result);
      return known.type === INSTANT ? [started('meeting', known, call.now)] : [];
    },
  },
  ...registering({
    kind: 'meeting',
    of: meetings,
    people: registrants,
    add: registrantsApi.addRegistrant,
    addBatch: registrantsApi.addBatchRegistrants,
    status: registrantsApi.updateRegistrantsStatus,
  }),
  ...scheduling({
    kind: 'webinar',
    of: webinars,
    create: webinarsApi.createWebinar,
    update: webinarsApi.updateWebinar,
    remove: webinarsApi.deleteWebinar,
    status: webinarsApi.endWebinar,
    since: underWaySince,
  }),
  ...registering({
    kind: 'webinar',
    of: webinars,
    people: webinarRegistrants,
    add: webinarRegistrantsApi.addWebinarRegistrant,
    status: webinarRegistrantsApi.updateWebinarRegistrantsStatus,
  }),
  {
    on: liveApi.controlMeeting,
    watch: (call) => () => {
      const event = CONTROLS[String((call.body as Known).method)];
      const recording_file = { recording_start: instant(call.now), recording_end: '' };
      return event ? [{ event, object: { ...picked(meetings.at(call), SCHEDULED), recording_file } }] : [];
    },
  },
  {
    on: liveApi.startLivestream,
    watch: (call) => () => {
      const how = STREAMS[String((call.body as Known).action)];
      const live_streaming = { service: 'Custom_Live_Streaming_Service', date_time: instant(call.now) };
      const object = { ...picked(meetings.at(call), SCHEDULED), live_streaming };
      return how ? [{ event: `meeting.live_streaming_${how}`, object }] : [];
    },
  },
];
