/** What the dashboards tell of: meetings and webinars by their state and instance, the media of each stay, Zoom Rooms. */
import * as meetings from '../../src/zoom/api/dashboards/meetings.ts';
import type { DashboardFeedback, DashboardSharing } from '../../src/zoom/api/dashboards/participants.ts';
import { DashboardMeetingQos, DashboardWebinarQos } from '../../src/zoom/api/dashboards/qos.ts';
import * as rooms from '../../src/zoom/api/dashboards/rooms.ts';
import * as webinars from '../../src/zoom/api/dashboards/webinars.ts';
import type { ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import { rowFor } from '../call-for.ts';
import { type Entity, entity, fromPath, queryOf } from '../entity.ts';
import type { Store } from '../store.ts';
import { plusDays, today } from '../windows.ts';
import { isMeetingNumber } from './past-meetings.ts';

/** Zoom looks for a meeting only among those of the state that it is asked for, hence the state is part of the key. */
export const DashboardMeeting = entity('DashboardMeeting', {
  shape: meetings.DashboardMeeting,
  key: { type: fromPath, meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: meetings.getDashboardMeeting,
  foundIn: [meetings.listDashboardMeetings],
});

export const DashboardWebinar = entity('DashboardWebinar', {
  shape: webinars.DashboardWebinar,
  key: { type: fromPath, webinarId: 'uuid' },
  isAlias: isMeetingNumber,
  get: webinars.getDashboardWebinar,
  foundIn: [webinars.listDashboardWebinars],
});

/** The media of a stay: read ten at once where many are wanted. */
export const MeetingQos = entity('DashboardMeetingQos', {
  shape: DashboardMeetingQos,
  key: { type: fromPath, meetingId: fromPath, participantId: 'user_id' },
  get: meetings.getMeetingQos,
  foundIn: [meetings.listMeetingQos],
});

export const WebinarQos = entity('DashboardWebinarQos', {
  shape: DashboardWebinarQos,
  key: { type: fromPath, webinarId: fromPath, participantId: 'user_id' },
  get: webinars.getWebinarQos,
  foundIn: [webinars.listWebinarQos],
});

/** Its past meetings are a list of their own: for the room itself any days will do that have come, by whatever clock. */
export const DashboardZoomRoom = entity('DashboardZoomRoom', {
  shape: rooms.DashboardZoomRoom,
  key: { zoomroomId: 'id' },
  get: rooms.getDashboardZoomRoom,
  query: () => ({ from: plusDays(today(), -1), to: today() }),
  foundIn: [rooms.listDashboardZoomRooms],
});

/** Of a meeting's media and shared screens Zoom knows two states alone: one with a single person is past like any other. */
export const mediaType = (type: string | undefined): string => (type === 'live' ? 'live' : 'past');

interface Stay {
  readonly id?: string;
  readonly participant_user_id?: string;
  readonly email?: string;
  readonly user_id?: string;
}

/** What a person shared: the row of the same seat. Null for one who shared nothing. */
export const sharingOf = (
  store: Store,
  list: ListEndpoint,
  session: Entity,
  { user_id }: Stay,
): Promise<Of<typeof DashboardSharing> | null> =>
  rowFor(store, list, session, { query: { type: mediaType(session.params.type) } }, (row) =>
    isSame(row.user_id, user_id),
  );

/** What a person said in the end, found by the Zoom user or email, for feedback knows no seats. Null for one who said nothing. */
export const feedbackOf = (
  store: Store,
  list: ListEndpoint,
  session: Entity,
  { id, participant_user_id, email }: Stay,
): Promise<Of<typeof DashboardFeedback> | null> =>
  rowFor(
    store,
    list,
    session,
    { query: queryOf(list, session.params) },
    (row) => isSame(row.user_id, participant_user_id || id) || isSame(row.email, email),
  );

const isSame = (one: unknown, other: unknown): boolean => Boolean(one) && String(one) === String(other);
