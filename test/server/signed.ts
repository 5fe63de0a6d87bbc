/** Events as Zoom sends them. */
import { signatureOf } from '../../src/zoom/events/signature.ts';
import { post } from './post.ts';

/** The time of Zoom's header: in seconds. */
export const now = (ahead = 0): string => String(Math.floor(Date.now() / 1000) + ahead);

/** A body, signed by the secret of an app. */
export const signed = (
  secret: string,
  body: unknown,
  timestamp = now(),
  more: Record<string, string> = {},
): RequestInit => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = signatureOf(secret, timestamp, Buffer.from(text));
  return post(text, { 'x-zm-signature': signature, 'x-zm-request-timestamp': timestamp, ...more });
};

/** An event about something with such a topic. */
export const eventBody = (topic: string, time = 1_732_000_000_000, accountId = 'a') => ({
  event: 'meeting.started',
  event_ts: time,
  payload: { account_id: accountId, object: { id: 1, topic } },
});
