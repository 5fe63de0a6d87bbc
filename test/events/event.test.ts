/** What is an event, and which deliveries are of one: nothing that happened is dropped as a repeat of something else. */
import { expect, test } from 'vitest';
import { eventIn, sameness } from '../../src/zoom/events/event.ts';
import { sdkEvents } from '../agree/sdk-events.ts';
import { ACCOUNT, bodyOf } from './hearing.ts';

const samenessOf = (body: object): string => sameness(eventIn(body) ?? expect.fail());

/** The same value with another text or number wherever something is named. */
const otherwise = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => otherwise(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, otherwise(one, name)]));
  return /(^|_)(ids?|uuids?|email)$|number|emoji/.test(key) && key !== 'account_id' ? `${value} of another` : value;
};

/** They are about the account as a whole. */
const OF_ACCOUNT = ['recording.cloud_storage_usage_updated'];
const bodies = sdkEvents
  .filter(({ product }) => ['accounts', 'meetings', 'phone', 'teamchat', 'users'].includes(product))
  .map(({ body }) => ({ ...body, payload: { ...body.payload, account_id: ACCOUNT } }));

test.each(bodies.map((body) => [body.event, body] as const))('%s of two things is two events', (name, body) => {
  expect(samenessOf(body)).toBe(samenessOf(JSON.parse(JSON.stringify(body)) as object));
  const isSame = samenessOf(body) === samenessOf(otherwise(body) as object);
  expect(isSame).toBe(OF_ACCOUNT.includes(name));
});

test('a repeat may have another token, other links, and another order', () => {
  const object = { id: 1, uuid: 'a', recording_files: [{ id: 'f', download_url: 'https://zoom.test/1' }] };
  const { event, event_ts, payload } = bodyOf('recording.completed', object);
  const repeat = {
    download_token: 'another',
    payload: {
      object: { recording_files: [{ download_url: 'https://zoom.test/2', id: 'f' }], uuid: 'a', id: 1 },
      account_id: payload.account_id,
    },
    event_ts,
    event,
  };
  expect(samenessOf({ event, event_ts, payload, download_token: 'one' })).toBe(samenessOf(repeat));
  expect(samenessOf({ event, event_ts: event_ts + 1, payload })).not.toBe(samenessOf(repeat));
});

test('it is short, however much an event holds', () => {
  const members = Array.from({ length: 1000 }, (_, i) => ({ id: `user ${i}`, email: `user${i}@example.com` }));
  expect(samenessOf(bodyOf('group.member_added', { id: 'g', members })).length).toBeLessThan(100);
});

test('the time may be written as a text', () => {
  const body = bodyOf('chat_channel.member_removed', { id: 'c' });
  expect(eventIn({ ...body, event_ts: String(body.event_ts) })).toEqual(eventIn(body));
  expect(eventIn(body)?.time).toBe(body.event_ts);
  for (const event_ts of ['', 'yesterday', null, undefined, {}, true])
    expect(eventIn({ ...body, event_ts })).toBeUndefined();
});
