/** The 100 creates and updates a day that a host has over all meetings and webinars: counted by host as soon as anything has told who that is. */
import { beforeAll, expect, test } from 'vitest';
import { done, stub } from './stub.ts';

const meeting = (id: number, host_id: string) => ({ id, host_id, topic: `Meeting ${id}` });
const TABLE = {
  'GET /users/a/meetings': { meetings: [meeting(1, 'a'), meeting(2, 'a')] },
  'GET /meetings/3': meeting(3, 'b'),
  'GET /webinars/9': { id: 9, host_id: 'a', topic: 'Webinar' },
  'POST /users/me/meetings': meeting(4, 'a'),
  'POST /users/a/meetings': meeting(5, 'a'),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((id) => [`PATCH /meetings/${id}`, done()])),
  'PATCH /webinars/9': done(),
};
const update = (id: number) => `mutation { updateMeeting(input: { meetingId: ${id}, topic: "T" }) { __typename } }`;
const create = (userId: string) => `mutation { createMeeting(input: { userId: "${userId}" }) { __typename } }`;
const webinar = 'mutation { updateWebinar(input: { webinarId: 9, topic: "T" }) { __typename } }';

/** A gateway whose host a has had all 100 writes of the day, of two meetings and a webinar that were read, and of a meeting created as `me`. */
const used = stub(TABLE);
const refused = async (text: string) => {
  const before = used.calls.length;
  const { errors } = await used.run(text);
  return { codes: errors?.map(({ extensions: { code } }) => code), calls: used.calls.slice(before), errors };
};
beforeAll(async () => {
  await used.run('{ user(id: "a") { meetings { nodes { topic } } } webinar(id: 9) { topic } }');
  const writes = [update(1), update(2), webinar, create('me'), update(4)];
  // What is first created as `me` tells who that is: the 100 begin behind it.
  await used.run(create('me'));
  for (let nth = 0; nth < 100; nth++) {
    const { errors } = await used.run(writes[nth % writes.length] ?? '');
    expect(errors).toBeUndefined();
  }
});

test.each([
  ['a meeting that a list told', update(1)],
  ['another one', update(2)],
  ['a webinar', webinar],
  ['a meeting that was created', update(4)],
  ['a new meeting, as `me`', create('me')],
])('%s is refused before the call, with the time to try again', async (_, text) => {
  const { codes, calls, errors } = await refused(text);
  expect([codes, calls]).toEqual([['HOST_DAILY_LIMIT'], []]);
  const midnight = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000).toISOString();
  expect(errors?.[0]?.message).toContain(`Try again at ${midnight}.`);
  expect(errors?.[0]?.extensions.zoom).toMatchObject({ retryAfter: expect.any(Number) });
});

test('other hosts go on, and meetings of which nobody has told whose they are', async () => {
  await used.run('{ meeting(id: 3) { topic } }');
  for (const text of [update(3), update(6)]) {
    const { errors } = await used.run(text);
    expect(errors).toBeUndefined();
  }
});

test('as soon as a read tells that the host is used up, so is the meeting', async () => {
  const { run, calls } = stub({ ...TABLE, 'GET /meetings/7': meeting(7, 'a') });
  for (let nth = 0; nth < 100; nth++) await run(create('a'));
  expect((await run(update(7))).errors).toBeUndefined();
  await run('{ meeting(id: 7) { topic } }');
  const before = calls.length;
  const { errors } = await run(update(7));
  expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['HOST_DAILY_LIMIT']);
  expect(calls.slice(before)).toEqual([]);
});
