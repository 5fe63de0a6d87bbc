/** The dashboards: what is measured of the meetings that the account held, and series that depend on their day alone. */
import * as chat from '../../zoom/api/dashboards/chat.ts';
import * as clients from '../../zoom/api/dashboards/clients.ts';
import * as meetingsApi from '../../zoom/api/dashboards/meetings.ts';
import * as rooms from '../../zoom/api/dashboards/rooms.ts';
import * as usage from '../../zoom/api/dashboards/usage.ts';
import * as webinarsApi from '../../zoom/api/dashboards/webinars.ts';
import { type Call, type Domain, type Row, within } from '../call.ts';
import { DAY, MINUTE } from '../clock.ts';
import { lazily, pageOf } from '../paging.ts';
import { invalid, Refusal, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId, pick, pickInt, TOPICS } from '../seeded.ts';
import { type Span, spanOf } from '../windows.ts';
import type { World } from '../world.ts';
import { meetingNumber, uuidOf } from './instances.ts';
import type { Instance, Meetings } from './meetings.ts';
import { staysOf } from './past-meetings.ts';
import type { People } from './people.ts';

/** Whose meetings are on the dashboard, and which of each: enough for many pages, few enough to be made for each call. */
const HOSTS = 12;
const MEETINGS = [1, 2, 3, 4];
/** Every 20th user from the third on has this meeting under way (meetings.ts). */
const LIVE = { first: 3, every: 20, nth: 2 };
const ALONE = 8;
const WEBINARS = 24;
const ROOMS = 5;
const YEAR = 366 * DAY;
const VERSIONS = ['Windows 6.2.11', 'Mac 6.2.11', 'iOS 6.2.5', 'Android 6.1.9'];
const COMPLAINTS = ['Could not hear others', 'Others could not hear me', 'Video froze', 'Screen sharing was blurred'];
const ISSUES = ['Zoom Rooms Controller disconnected', 'Microphone disconnected', 'Camera disconnected'];

type Type = 'past' | 'pastOne' | 'live';
interface Session extends Instance {
  readonly type: number;
  readonly state: Type;
}

export const dashboards = (world: World, people: People, meetings: Meetings): Domain => {
  const { seed } = world;
  const number = (text: string, below: number) => pickInt(`${seed}/dashboard/${text}`, below);
  const isLive = ({ state }: Session) => state === 'live';

  const past = (instance: Instance): Session => ({
    ...instance,
    state: number(`alone/${instance.uuid}`, ALONE) === 0 ? 'pastOne' : 'past',
  });
  const live = (ref: string): Session | undefined => {
    for (let user = LIVE.first; user < world.users; user += LIVE.every) {
      const id = meetingNumber(seed, { user, nth: LIVE.nth });
      const uuid = uuidOf(seed, id, 0);
      if (ref !== '' && ref !== uuid && ref !== String(id)) continue;
      return {
        uuid,
        meeting: id,
        host: people.nth(user),
        topic: pick(`${seed}/topic/${user}/${LIVE.nth}`, TOPICS),
        type: 2,
        start: world.start - 10 * MINUTE,
        duration: 10,
        state: 'live',
      };
    }
    return undefined;
  };
  const held = (): Session[] =>
    Array.from({ length: Math.min(HOSTS, world.users) }, (_, user) =>
      MEETINGS.flatMap((nth) => meetings.instancesOf(meetingNumber(seed, { user, nth }))),
    )
      .flat()
      .map(past);
  const findMeeting = ({ path, query, now }: Call): Session => {
    const ref = path.meetingId ?? '';
    if ((query.type ?? 'live') === 'live') {
      const found = live(ref);
      if (!found) throw refuse.meeting(ref);
      return found;
    }
    const instance = meetings.instance(ref);
    if (!instance) throw refuse.meeting(ref);
    if (instance.start < now - YEAR) throw new Refusal(400, 12702, 'Can not access a meeting a year ago.');
    return past(instance);
  };

  const webinarAt = (index: number): Session => {
    const uuid = opaqueId(`${seed}/webinar/${index}`);
    const state = index === 0 ? 'live' : 'past';
    return {
      uuid,
      meeting: 95_000_000_000 + index * 613,
      host: people.nth(index),
      topic: `${pick(uuid, TOPICS)} for everyone`,
      type: 5,
      start: state === 'live' ? world.start - 10 * MINUTE : world.start - index * 7 * DAY,
      duration: state === 'live' ? 10 : 60,
      state,
    };
  };
  const webinars = Array.from({ length: WEBINARS }, (_, index) => index);
  const findWebinar = ({ path, query }: Call): Session => {
    const ref = path.webinarId ?? '';
    const found = webinars
      .map(webinarAt)
      .find(
        (each) =>
          (each.uuid === ref || String(each.meeting) === ref) && isLive(each) === ((query.type ?? 'live') === 'live'),
      );
    if (!found) throw refuse.meeting(ref);
    return found;
  };

  const stays = (session: Session): readonly Row[] => {
    const all = staysOf(world, people, session);
    return session.state === 'pastOne' ? all.slice(0, 1) : all;
  };
  const sessionRow = (session: Session): Row => {
    const { uuid, meeting, host, topic, start, duration } = session;
    return {
      key: `dashboard/${uuid}`,
      known: {
        uuid,
        id: meeting,
        topic,
        host: host.display_name,
        email: host.email,
        dept: host.dept ?? '',
        user_type: 'Licensed',
        start_time: instant(start),
        end_time: isLive(session) ? undefined : instant(start + duration * MINUTE),
        duration: `${String(Math.floor(duration / 60)).padStart(2, '0')}:${String(duration % 60).padStart(2, '0')}:00`,
        participants: stays(session).length,
      },
    };
  };
  /** Beside what is made up of the key, so that the lists of a meeting agree on whoever was there. */
  const stayRow = (session: Session, { known }: Row, more: Known = {}): Row => ({
    key: `dashboard/${session.uuid}/${known.user_id}`,
    known: {
      id: known.id,
      participant_user_id: known.id,
      user_id: known.user_id,
      user_name: known.name,
      email: known.user_email,
      join_time: known.join_time,
      leave_time: isLive(session) ? undefined : known.leave_time,
      ...more,
    },
  });

  const media = (key: string): Known => ({
    bitrate: `${20 + number(`${key}/bitrate`, 80)} kbps`,
    latency: `${5 + number(`${key}/latency`, 60)} ms`,
    jitter: `${number(`${key}/jitter`, 9)} ms`,
    avg_loss: '0%',
    max_loss: `${number(`${key}/loss`, 3)}%`,
  });
  const picture = (key: string): Known => ({ ...media(key), frame_rate: '25 fps', resolution: '1280*720' });
  const MINUTES = 3;
  const qosRow = (session: Session, stay: Row): Row => {
    const user_qos = Array.from({ length: MINUTES }, (_, minute) => {
      const key = `${session.uuid}/${stay.known.user_id}/${minute}`;
      const made = (of: 'audio' | 'video' | 'as') =>
        ['input', 'output', 'device_from_crc', 'device_to_crc', 'device_from_rwg', 'device_to_rwg'].map((way) => {
          const name = `${of}_${way}`;
          return [name, of === 'audio' ? media(`${key}/${name}`) : picture(`${key}/${name}`)];
        });
      return {
        date_time: instant(session.start + minute * MINUTE),
        ...Object.fromEntries([...made('audio'), ...made('video'), ...made('as')]),
        wifi_rssi: { min_rssi: -70, avg_rssi: -60, max_rssi: -50, rssi_unit: 'dBm' },
      };
    });
    return stayRow(session, stay, { user_qos, issue_list: [] });
  };
  const qosOf = (session: Session, { path }: Call): Row => {
    const stay = stays(session).find(({ known }) => known.user_id === path.participantId);
    if (!stay) throw refuse.missing(path.participantId);
    return qosRow(session, stay);
  };
  const sharingOf = (session: Session): Row[] =>
    stays(session)
      .filter((_, seat) => seat % 2 === 0)
      .map(({ key, known }) => ({
        key: `sharing/${key}`,
        known: {
          id: known.id,
          user_id: known.user_id,
          user_name: known.name,
          details: [{ content: 'Desktop', start_time: known.join_time, end_time: known.leave_time }],
        },
      }));
  const feedbackOf = (session: Session): Row[] =>
    stays(session)
      .filter(({ known }) => known.id !== '')
      .map(({ key, known }) => ({
        key: `feedback/${key}`,
        known: {
          user_id: known.id,
          email: known.user_email,
          quality: number(key, 4) === 0 ? 'NOT GOOD' : 'GOOD',
          comment: '',
          date_time: known.leave_time,
        },
      }));

  const roomIds = Array.from({ length: ROOMS }, (_, index) => opaqueId(`${seed}/room/${index}`));
  const indexOf = (id = ''): number => {
    const index = roomIds.indexOf(id);
    if (index < 0) throw refuse.missing(id);
    return index;
  };
  const nameOf = (index: number) => `Room ${index + 1}`;
  const roomRow = (index: number): Row => ({
    key: `dashboard/room/${roomIds[index]}`,
    known: {
      id: roomIds[index],
      room_name: nameOf(index),
      status: index === 0 ? 'In Meeting' : 'Available',
      health: index % 3 === 2 ? 'critical' : 'none',
      issues: index % 3 === 2 ? [ISSUES[0]] : [],
      last_start_time: instant(world.start - (index + 1) * DAY),
    },
  });

  /** A row for each day of the span, newest first. */
  const days = (span: Span | undefined, row: (at: number) => Row): readonly Row[] => {
    if (!span) return [];
    const rows: Row[] = [];
    const startOf = (at: number) => world.zone.startOf(world.zone.dayOf(at));
    for (let at = startOf(span.to); at >= span.from; at = startOf(at - 1)) rows.push(row(at));
    return rows;
  };
  /** So many things a day at times of their own, newest first. */
  const times = (span: Span | undefined, what: string, row: (at: number) => Row): readonly Row[] =>
    days(span, (at) => row(at + number(`${what}/${at}`, 24 * 60) * MINUTE)).filter(
      ({ known }) => Date.parse(String(known.time)) <= world.clock.now(),
    );
  /** The days that an answer sums up; Zoom cuts nothing here. */
  const summed = ({ query }: Call): { from: string; to: string } => {
    const { from, to } = query;
    if (from === undefined || to === undefined)
      throw invalid({ field: from === undefined ? 'from' : 'to', message: 'This field is required.' });
    return { from, to };
  };

  return (on) => {
    on(meetingsApi.listDashboardMeetings, ({ query, span }) => {
      const type = query.type ?? 'live';
      const now = type === 'live' ? live('') : undefined;
      if (type === 'live') return { rows: now ? [sessionRow(now)] : [] };
      const rows = held()
        .filter(({ state }) => state === type)
        .map(sessionRow);
      return { rows: within(rows, query.query_date_type ?? 'start_time', span) };
    });
    on(meetingsApi.getDashboardMeeting, (call) => sessionRow(findMeeting(call)));
    on(meetingsApi.listDashboardParticipants, (call) => {
      const session = findMeeting(call);
      const rows = stays(session);
      return {
        rows: rows.map((stay, seat) =>
          stayRow(session, stay, { role: seat === 0 ? 'host' : 'attendee', status: 'in_meeting' }),
        ),
      };
    });
    on(meetingsApi.listMeetingQos, (call) => {
      const session = findMeeting(call);
      return { rows: lazily(stays(session), (stay) => qosRow(session, stay)) };
    });
    on(meetingsApi.getMeetingQos, (call) => qosOf(findMeeting(call), call));
    on(meetingsApi.listMeetingSharing, (call) => ({ rows: sharingOf(findMeeting(call)) }));
    on(meetingsApi.listMeetingFeedback, (call) => ({ rows: feedbackOf(findMeeting(call)) }));

    on(webinarsApi.listDashboardWebinars, ({ query, span }) => {
      const asked = webinars.map(webinarAt).filter((each) => isLive(each) === ((query.type ?? 'live') === 'live'));
      const rows = asked.map(sessionRow);
      return { rows: within(rows, query.query_date_type ?? 'start_time', span) };
    });
    on(webinarsApi.getDashboardWebinar, (call) => sessionRow(findWebinar(call)));
    on(webinarsApi.listDashboardWebinarParticipants, (call) => {
      const session = findWebinar(call);
      return {
        rows: stays(session).map((stay, seat) => stayRow(session, stay, { role: seat === 0 ? 'host' : 'attendee' })),
      };
    });
    on(webinarsApi.listWebinarQos, (call) => {
      const session = findWebinar(call);
      return { rows: lazily(stays(session), (stay) => qosRow(session, stay)) };
    });
    on(webinarsApi.getWebinarQos, (call) => qosOf(findWebinar(call), call));
    on(webinarsApi.listWebinarSharing, (call) => ({ rows: sharingOf(findWebinar(call)) }));
    on(webinarsApi.listWebinarFeedback, (call) => ({ rows: feedbackOf(findWebinar(call)) }));

    on(rooms.listDashboardZoomRooms, () => ({ rows: roomIds.map((_, index) => roomRow(index)) }));
    on(rooms.getDashboardZoomRoom, (call) => {
      const index = indexOf(call.path.zoomroomId);
      summed(call);
      const endpoint = rooms.listRoomMeetings;
      const span = spanOf(endpoint, call.query, call.now, world);
      const own = meetings
        .instancesOf(meetingNumber(seed, { user: index, nth: 1 }))
        .map(past)
        .map(sessionRow);
      const url = `/metrics/zoomrooms/${roomIds[index]}`;
      const page = pageOf(within(own, 'start_time', span), { ...call, endpoint, url, span });
      const { key, known } = roomRow(index);
      const now = index === 0 ? live('') : undefined;
      return {
        key,
        known: {
          ...known,
          live_meeting: now && sessionRow(now).known,
          past_meetings: { page_count: undefined, ...page.envelope, meetings: page.rows.map((row) => row.known) },
        },
      };
    });
    on(rooms.listRoomIssueCounts, (call) => {
      const { from, to } = summed(call);
      return {
        rows: ISSUES.map((issue_name) => ({
          key: `issue/${issue_name}`,
          known: { issue_name, zoom_rooms_count: 1 + number(`${issue_name}/${from}/${to}`, ROOMS) },
        })),
      };
    });
    on(rooms.listRoomsWithIssues, (call) => {
      const { from, to } = summed(call);
      return {
        rows: roomIds.map((id, index) => ({
          key: `issues/${id}`,
          known: { id, room_name: nameOf(index), issues_count: 1 + number(`${id}/${from}/${to}`, 20) },
        })),
      };
    });
    on(rooms.listRoomIssues, ({ path, span }) => {
      const id = roomIds[indexOf(path.zoomroomId)];
      return {
        rows: times(span, `issue/${id}`, (at) => ({
          key: `issue/${id}/${at}`,
          known: { issue: pick(`${seed}/${id}/${at}`, ISSUES), time: instant(at) },
        })),
      };
    });

    const counted = (call: Call, fields: readonly string[], total: string) => {
      const { from, to } = summed(call);
      return {
        rows: lazily(people.withStatus('active'), ({ id, email, display_name }) => {
          const counts = Object.fromEntries(fields.map((field) => [field, number(`${id}/${field}/${from}/${to}`, 50)]));
          const sum = Object.values(counts).reduce((before, count) => before + count, 0);
          return {
            key: `chat/${id}`,
            known: { user_id: id, email, user_name: display_name, ...counts, [total]: sum },
          };
        }),
        envelope: { from, to },
      };
    };
    on(chat.listChatMetrics, (call) => counted(call, ['group_sent', 'p2p_sent'], 'total_sent'));
    on(chat.listImMetrics, (call) => counted(call, ['group_send', 'calls_send'], 'total_send'));

    on(clients.listClientVersions, () => ({
      rows: VERSIONS.map((client_version) => ({
        key: `client/${client_version}`,
        known: { client_version, total_count: 1 + number(client_version, world.users) },
      })),
    }));
    on(clients.listClientFeedback, (call) => {
      const { from, to } = summed(call);
      return {
        rows: COMPLAINTS.map((feedback_name) => ({
          key: `complaint/${feedback_name}`,
          known: {
            feedback_id: opaqueId(feedback_name),
            feedback_name,
            participants_count: number(`${feedback_name}/${from}/${to}`, 30),
          },
        })),
      };
    });
    on(clients.listClientFeedbackDetails, ({ path, span }) => {
      if (!COMPLAINTS.some((name) => opaqueId(name) === path.feedbackId)) throw refuse.missing(path.feedbackId);
      return {
        rows: times(span, `complaint/${path.feedbackId}`, (at) => {
          const user = number(`complainer/${path.feedbackId}/${at}`, Math.min(HOSTS, world.users));
          const { display_name, email } = people.nth(user);
          return {
            key: `complaint/${path.feedbackId}/${at}`,
            known: {
              participant_name: display_name,
              email,
              meeting_id: String(meetingNumber(seed, { user, nth: 1 })),
              time: instant(at),
            },
          };
        }),
      };
    });
    on(clients.listClientSatisfaction, ({ span }) => ({
      rows: days(span, (at) => {
        const good_count = 20 + number(`good/${at}`, 60);
        const not_good_count = number(`not good/${at}`, 10);
        const none_count = number(`none/${at}`, 30);
        const all = good_count + not_good_count + none_count;
        const satisfaction_percent = Math.round((100 * (good_count + none_count)) / all);
        return {
          key: `satisfaction/${at}`,
          known: { date: world.zone.dayOf(at), good_count, not_good_count, none_count, satisfaction_percent },
        };
      }),
    }));

    on(usage.listCrcPorts, ({ span }) => ({
      rows: days(span, (at) => ({
        key: `crc/${at}`,
        known: {
          date_time: instant(at),
          crc_ports_hour_usage: Array.from({ length: 24 }, (_, hour) => {
            const max_usage = number(`crc/${at}/${hour}`, 12);
            return { hour: String(hour).padStart(2, '0'), max_usage, total_usage: max_usage * 2 };
          }),
        },
      })),
    }));
    on(usage.getMeetingQuality, (call) => {
      const { from, to } = summed(call);
      return { key: `quality/${call.query.type ?? 'meeting'}/${from}/${to}`, known: { from, to } };
    });
  };
};
