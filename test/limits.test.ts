/** What Zoom takes of each value is declared with it: beyond that the gateway refuses before the call, and the sandbox as Zoom does. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkedBody } from '../src/sandbox/body.ts';
import { operations } from '../src/zoom/api/index.ts';
import { beyondLimits, limitsInWords } from '../src/zoom/declare/limits.ts';
import { bare, metaOf, partialOf, type Shape } from '../src/zoom/declare/shape.ts';
import { DAY, NOW, type Zoom, zoomOf } from './sandbox/harness.ts';
import { stub } from './stub.ts';

describe('limits', () => {
  test('count the characters of a text, the items of a list, and numbers themselves', () => {
    expect(beyondLimits({ max: 2 }, 'ab')).toBeUndefined();
    expect(beyondLimits({ max: 2 }, '🙂🙂')).toBeUndefined();
    expect(beyondLimits({ max: 2 }, 'abc')).toBe('must have at most 2 characters, and has 3');
    expect(beyondLimits({ min: 8, max: 10 }, 'abc')).toBe('must have from 8 to 10 characters, and has 3');
    expect(beyondLimits({ max: 1 }, ['a', 'b'])).toBe('must have at most 1 items, and has 2');
    expect(beyondLimits({ min: 1, max: 31 }, 0)).toBe('must be from 1 to 31, and is 0');
    expect(beyondLimits({ min: 0 }, -5)).toBe('must be at least 0, and is -5');
    expect(beyondLimits({ min: 0, max: 604_800 }, 604_800)).toBeUndefined();
  });

  test('have the form of each item of a delimited text', () => {
    const form = { pattern: '^[1-7]$', words: 'numbers from 1 to 7' };
    expect(beyondLimits({ form }, '1,7', ',')).toBeUndefined();
    expect(beyondLimits({ form }, '1,MONDAY', ',')).toBe('must be numbers from 1 to 7');
    expect(limitsInWords({ form })).toBeUndefined();
  });
});

describe('the gateway', () => {
  /** What is wrong with a meeting that is to be created, and whether Zoom was asked. */
  const refused = async (input: string) => {
    const { run, calls } = stub({});
    const { errors = [] } = await run(
      `mutation { createMeeting(input: { userId: "u1", ${input} }) { meeting { zoomId } } }`,
    );
    const [{ message, extensions } = { message: 'It is taken.', extensions: undefined }] = errors;
    return { message, code: extensions?.code, calls };
  };

  test.each([
    [`topic: "${'x'.repeat(201)}"`, 'input.topic must have at most 200 characters, and has 201.'],
    [`agenda: "${'x'.repeat(2001)}"`, 'input.agenda must have at most 2,000 characters, and has 2,001.'],
    ['duration: -5', 'input.duration must be at least 0, and is -5.'],
    [`password: "${'x'.repeat(36)}"`, 'input.password must have at most 10 characters, and has 36.'],
    ['recurrence: { type: DAILY, endTimes: 61 }', 'input.recurrence.endTimes must be from 0 to 60, and is 61.'],
    [
      'recurrence: { type: DAILY, endTimes: 5, endDateTime: "2031-01-01T00:00:00Z" }',
      'input.recurrence has endTimes and endDateTime, of which Zoom takes one at most.',
    ],
  ])('refuses %.60s before the call', async (input, message) => {
    expect(await refused(input)).toEqual({ message, code: 'BAD_USER_INPUT', calls: [] });
  });

  test('tells each limit in the description of its input field', async () => {
    const { run } = stub({});
    const text = '{ __type(name: "CreateMeetingInput") { inputFields { name description } } }';
    const fields = (await run(text)).data?.__type as { inputFields: { name: string; description: string }[] };
    const of = (name: string) => fields.inputFields.find((field) => field.name === name)?.description;
    expect(of('topic')).toBe('What the meeting is called. At most 200 characters.');
    expect(of('duration')).toMatch(/At least 0\.$/);
  });
});

/** A value beyond the limits of a field, undefined where it has none, and a body that holds it in one place alone. */
const beyond = (type: z.core.$ZodType): unknown => {
  const { min, max, form } = metaOf(type).limits ?? {};
  const within = bare(type);
  if (within instanceof z.ZodNumber) return max === undefined ? (min === undefined ? undefined : min - 1) : max + 1;
  if (within instanceof z.ZodString) return form ? 'no' : max === undefined ? undefined : 'x'.repeat(max + 1);
  const isOfTexts = within instanceof z.ZodArray && bare(within.element as z.core.$ZodType) instanceof z.ZodString;
  return isOfTexts && max !== undefined ? Array.from({ length: max + 1 }, () => 'x') : undefined;
};
interface Wrong {
  readonly path: string;
  readonly body: unknown;
}
const wrongBodies = (type: z.core.$ZodType): Wrong[] => {
  const value = beyond(type);
  const within = bare(type);
  const own = value === undefined ? [] : [{ path: '', body: value }];
  if (within instanceof z.ZodArray) return [...own, ...inside('0', within.element as z.core.$ZodType, (one) => [one])];
  if (!(within instanceof z.ZodObject)) return own;
  const fields = Object.entries((within as Shape).shape) as [string, z.core.$ZodType][];
  return fields.flatMap(([key, field]) => inside(key, field, (one) => ({ [key]: one })));
};
const inside = (name: string, type: z.core.$ZodType, as: (one: unknown) => unknown): Wrong[] =>
  wrongBodies(type).map(({ path, body }) => ({ path: path ? `${name}.${path}` : name, body: as(body) }));

test('the sandbox refuses whatever is beyond a declared limit, and names the field', () => {
  const wrong = [...operations].flatMap(({ body }) =>
    body ? wrongBodies(body).map((each) => ({ shape: partialOf(body), ...each })) : [],
  );
  expect(wrong.length).toBeGreaterThan(50);
  for (const { shape, path, body } of wrong) {
    const refusal = expect.objectContaining({
      errors: expect.arrayContaining([{ field: path, message: expect.stringMatching(/./) }]),
    });
    // What else is missing beside the one value is refused for itself.
    const missing = shape.safeParse(body).error?.issues.map((issue) => issue.path.join('.'));
    if (!missing) expect(() => checkedBody(shape, body), path).toThrow(refusal);
  }
});

describe('the sandbox', () => {
  let zoom: Zoom;
  beforeAll(async () => {
    zoom = await zoomOf();
  });
  afterAll(() => zoom.sandbox.close());
  const start_time = new Date(NOW + 3 * DAY).toISOString();
  /** The fields that are refused of a meeting that is to be created. */
  const wrong = async (body: object) => {
    const { status, body: answer } = await zoom.call('POST', '/users/me/meetings', body);
    return { status, code: answer.code, fields: (answer.errors ?? []).map(({ field }: { field: string }) => field) };
  };
  const daily = { type: 1, end_times: 3 };

  test.each([
    [{ topic: 'x'.repeat(201) }, 'topic'],
    [{ duration: -5 }, 'duration'],
    [{ password: 'x'.repeat(36) }, 'password'],
    [{ type: 8, start_time, recurrence: { type: 2, weekly_days: 'MONDAY' } }, 'recurrence.weekly_days'],
    [{ type: 8, start_time, recurrence: { type: 3, repeat_interval: 11 } }, 'recurrence.repeat_interval'],
    [{ type: 8, start_time }, 'recurrence'],
  ])('refuses %j', async (body, field) => {
    expect(await wrong(body)).toEqual({ status: 400, code: 300, fields: [field] });
  });

  test('refuses both ends of a series', async () => {
    const recurrence = { ...daily, end_date_time: '2031-01-01T00:00:00Z' };
    const fields = ['recurrence.end_times', 'recurrence.end_date_time'];
    expect(await wrong({ type: 8, start_time, recurrence })).toEqual({ status: 400, code: 300, fields });
  });

  test('takes what is just within', async () => {
    const body = { type: 8, start_time, topic: 'x'.repeat(200), password: '1234567890', recurrence: daily };
    expect((await zoom.call('POST', '/users/me/meetings', body)).status).toBe(201);
  });

  test('begins a meeting now whose time is over', async () => {
    const { status, body } = await zoom.call('POST', '/users/me/meetings', { start_time: '2020-01-01T00:00:00Z' });
    expect(status).toBe(201);
    expect(Date.parse(body.start_time)).toBeGreaterThanOrEqual(NOW);
  });

  test('refuses a poll whose questions have nothing to choose from', async () => {
    const [{ id }] = (await zoom.get('/users/me/meetings')).body.meetings;
    const poll = (answers?: string[]) =>
      zoom.call('POST', `/meetings/${id}/polls`, {
        title: 'Lunch',
        questions: [{ name: 'Where?', type: 'single', answers }],
      });
    expect(await poll(['Here'])).toMatchObject({ status: 400, body: { errors: [{ field: 'questions.0.answers' }] } });
    expect((await poll(['Here', 'There'])).status).toBe(201);
  });
});
