/** What Zoom tells of its own accord: by webhooks, or over a WebSocket that the gateway opens. Both bring the same JSON. */

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
  const { event, event_ts: time, payload, download_token: downloadToken } = body;
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

const isObject = (value: unknown): value is EventObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What two deliveries of one event have in common. Zoom gives events no id, and a repeat need not be equal byte for byte; so it is what happened, when,
 * in which account, and to what: the ids of the object, and of the participant or member that the object names.
 */
export const sameness = ({ event, time, accountId, object }: ZoomEvent): string =>
  JSON.stringify([event, time, accountId, idsOf(object), ...WITHIN.map((name) => idsOf(object[name]))]);

const WITHIN = ['participant', 'registrant', 'caller', 'callee', 'member', 'recording_file'] as const;
const IDS = ['id', 'uuid', 'user_id', 'participant_uuid', 'call_id', 'message_id', 'email'] as const;

const idsOf = (value: unknown): readonly unknown[] => (isObject(value) ? IDS.map((name) => value[name] ?? null) : []);
