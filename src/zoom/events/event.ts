/** What Zoom tells of its own accord: by webhooks, or over a WebSocket that the gateway opens. Both bring the same JSON. */
import { createHash } from 'node:crypto';

/** The part of an event that says what it is about, with Zoom's own names, such as `{ id, uuid, topic, host_id }`. */
export type EventObject = Readonly<Record<string, unknown>>;

/** An event as it is kept and passed on. */
export interface ZoomEvent {
  /** Such as "meeting.started". */
  readonly event: string;
  /** When it happened, in milliseconds since 1970 (`event_ts`). Events come late, twice, and out of this order. */
  readonly time: number;
  /** The account that it is of: the credential's own, or one below it, or any that has installed the app. */
  readonly accountId: string;
  /** `payload` as Zoom sent it, `account_id` among it. */
  readonly payload: EventObject;
  /** `payload.object`; empty where an event has none. */
  readonly object: EventObject;
  /** Opens the files that the event names, for about 24 hours. It is a secret: never logged, never shown. */
  readonly downloadToken?: string;
}

/** The event in a body of Zoom's; undefined where the JSON is none. */
export const eventIn = (body: unknown): ZoomEvent | undefined => {
  if (!isObject(body) || !isObject(body.payload)) return undefined;
  const { event, event_ts: sent, payload, download_token: downloadToken } = body;
  // Of some events it is a text, as the SDK has it (docs/zoom.md 6.0.21).
  const time = typeof sent === 'string' && /^\d+$/.test(sent) ? Number(sent) : sent;
  if (typeof event !== 'string' || event === '' || typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  const { account_id: accountId, object } = payload;
  if (typeof accountId !== 'string') return undefined;
  return {
    event,
    time,
    accountId,
    payload,
    object: isObject(object) ? object : {},
    ...(typeof downloadToken === 'string' && { downloadToken }),
  };
};

/**
 * What two deliveries of one event have in common. Zoom gives events no id, and a repeat need not be equal byte for byte; so it is what happened, when,
 * in which account, and all that names something, however deep: ids, email addresses, numbers. A hash of that.
 */
export const sameness = ({ event, time, accountId, payload }: ZoomEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([event, time, accountId, namesIn(payload)]))
    .digest('base64url');

const NAME = /(^|_)(ids?|uuids?|email|operator)$|number|emoji/;
/** No event is as deep. */
const DEEPEST = 10;

/** What names something, by its place, whatever the order in which it was sent. */
const namesIn = (value: unknown, at = '', deep = 0): readonly string[] => {
  if (deep > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, at, deep + 1));
  if (isObject(value))
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, one]) => namesIn(one, key, deep + 1));
  return NAME.test(at) && value !== null ? [`${at} ${value}`] : [];
};

const isObject = (value: unknown): value is EventObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
