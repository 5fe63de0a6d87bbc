/** What Zoom's refusals become. */
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { ZoomError } from '../../src/zoom/errors/errors.ts';
import { redact } from '../../src/zoom/errors/redact.ts';
import { answerOf, retryAfter } from '../../src/zoom/http/answer.ts';
import { fakeZoom, getMetrics, getUser, MIDNIGHT, NOON } from '../fake-zoom.ts';

fakeZoom();

const received = (status: number, body: unknown, headers = {}) => ({
  status,
  headers,
  bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const refusalOf = (status: number, body: unknown, headers = {}, endpoint: Endpoint = getUser): ZoomError => {
  try {
    const answer = answerOf(endpoint, received(status, body, headers), { secrets: ['token-1'] });
    throw new Error(`no error but ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof ZoomError) return error;
    throw error;
  }
};
const says = (code: number, message = 'No.') => ({ code, message });

describe('the kind', () => {
  test.each([
    [404, says(1001), 'NOT_FOUND'],
    [404, says(3001), 'NOT_FOUND'],
    [400, says(3001), 'NOT_FOUND'],
    [401, says(124), 'UNAUTHENTICATED'],
    [400, says(4711), 'MISSING_SCOPE'],
    [400, says(4700), 'MISSING_SCOPE'],
    [400, says(200), 'FORBIDDEN'],
    [200, says(200, 'No permission.'), 'FORBIDDEN'],
    [200, says(3001), 'NOT_FOUND'],
    [400, says(3161), 'FORBIDDEN'],
    [409, says(1005), 'CONFLICT'],
    [400, says(300), 'BAD_REQUEST'],
    [404, says(300), 'NOT_FOUND'],
    [400, says(300, 'The next page token is invalid or expired.'), 'PAGE_TOKEN'],
    [400, says(400, 'The next page token is invalid or expired.'), 'PAGE_TOKEN'],
    [400, says(404, 'Phone user is gone.'), 'NOT_FOUND'],
    [400, says(403, 'Not allowed.'), 'FORBIDDEN'],
    [400, says(409, 'Taken.'), 'CONFLICT'],
    [400, says(429, 'At most 200 numbers.'), 'BAD_REQUEST'],
    [404, says(123_456), 'NOT_FOUND'],
    [400, says(123_456), 'BAD_REQUEST'],
    [403, {}, 'FORBIDDEN'],
    [500, {}, 'UPSTREAM'],
    [503, '<html>Unavailable</html>', 'UPSTREAM'],
    [200, '<!doctype html>', 'UPSTREAM'],
    [200, '{"id":', 'UPSTREAM'],
    [200, '"a text"', 'UPSTREAM'],
    [302, '', 'UPSTREAM'],
  ])('of %s %o is %s', (status, body, kind) => {
    expect(refusalOf(status, body).kind).toBe(kind);
  });

  test('an endpoint may read a code in its own way', () => {
    const endpoint: Endpoint = { ...getUser, codes: { 3000: 'NOT_FOUND' } };
    expect(refusalOf(400, says(3000)).kind).toBe('FORBIDDEN');
    expect(refusalOf(400, says(3000), {}, endpoint).kind).toBe('NOT_FOUND');
  });

  test.each(['No permission.', 'Only available for paid accounts.'])(
    'of a 200 that says "%s" is the same everywhere',
    (message) => {
      const endpoint: Endpoint = { ...getUser, codes: { 200: 'NOT_FOUND' } };
      expect(refusalOf(400, says(200, message), {}, endpoint).kind).toBe('FORBIDDEN');
      expect(refusalOf(200, says(200, 'It is not there.'), {}, endpoint).kind).toBe('NOT_FOUND');
    },
  );

  test.each([[{ code: 300 }], [{ code: 'US', message: 'Hello.' }], [{ code: 86, message: 'A country.' }]])(
    '%o is a good answer',
    (body) => {
      expect(answerOf(getUser, received(200, body), { secrets: [] })).toEqual(body);
    },
  );
});

describe('a 429', () => {
  const daily = { 'x-ratelimit-type': 'Daily-limit', 'x-ratelimit-remaining': '0' };
  const cases: [string, object, string, number | undefined][] = [
    [
      'You have reached the maximum per-second rate limit for this API. Try again later.',
      {},
      'RATE_LIMIT',
      NOON + 1000,
    ],
    [
      'You have reached the maximum daily rate limit for this API. Refer to the response header for details.',
      { ...daily, 'retry-after': '2026-05-05T18:00:00Z' },
      'DAILY_LIMIT',
      Date.UTC(2026, 4, 5, 18),
    ],
    ['Slow down.', daily, 'DAILY_LIMIT', MIDNIGHT],
    [
      'You have exceeded the daily limit (100) of Meeting Create/Update API requests permitted for this user.',
      { 'x-ratelimit-category': 'Light', 'x-ratelimit-remaining': '5893' },
      'HOST_LIMIT',
      MIDNIGHT,
    ],
    [
      'You have exceeded the daily limit for Add meeting registrant for the registrant (x).',
      {},
      'PERSON_LIMIT',
      MIDNIGHT,
    ],
    [
      'Too many concurrent requests. A request to disassociate this user has already been made.',
      {},
      'CONCURRENT',
      undefined,
    ],
    ['Please retry after 30 seconds.', {}, 'CONCURRENT', NOON + 30_000],
    ['Slow down.', { 'x-ratelimit-type': 'QPS', 'retry-after': '7' }, 'RATE_LIMIT', NOON + 7000],
  ];
  test.each(cases)('%s %o', (message, headers, kind, retryAt) => {
    const error = refusalOf(429, says(429, message), headers);
    expect([error.kind, error.retryAt?.getTime()]).toEqual([kind, retryAt]);
  });

  test.each([getMetrics, { ...getMetrics, path: '/accounts/{accountId}/metrics/meetings' }])(
    'on the dashboards is about a minute: $path',
    (metrics) => {
      const error = refusalOf(429, says(429, 'Too many.'), { 'x-ratelimit-type': 'QPS' }, metrics);
      expect(error.retryAt?.getTime()).toBe(NOON + 60_000);
    },
  );

  describe('ends at the latest', () => {
    const PER_SECOND = 'You have reached the maximum per-second rate limit for this API.';
    const PER_MINUTE = 'You have reached the maximum per-minute rate limit for this API.';
    const PER_DAY = 'You have reached the maximum daily rate limit for this API.';
    const PER_HOST = 'You have exceeded the daily limit (100) of Meeting Create/Update API requests for this user.';
    const intensive: Endpoint = { ...getUser, limit: 'RESOURCE_INTENSIVE' };
    const MINUTE = 60_000;
    test.each<[string, number, string, Endpoint, number]>([
      ['in a minute', 429, PER_SECOND, getUser, NOON + MINUTE],
      ['in two minutes', 429, PER_MINUTE, intensive, NOON + 2 * MINUTE],
      ['in two minutes', 429, 'Too many.', getMetrics, NOON + 2 * MINUTE],
      ['in a minute', 429, 'Too many concurrent requests.', getUser, NOON + MINUTE],
      ['in a minute', 429, 'Please retry after 99999 seconds.', getUser, NOON + MINUTE],
      ['at midnight', 429, PER_DAY, getUser, MIDNIGHT],
      ['at midnight', 429, PER_HOST, getUser, MIDNIGHT],
      ['in a minute', 503, 'Busy.', getUser, NOON + MINUTE],
      ['in a minute', 503, 'Please retry after 99999 seconds.', getUser, NOON + MINUTE],
      ['in a minute', 400, 'No.', getUser, NOON + MINUTE],
    ])('%s: %s "%s"', (_, status, message, endpoint, latest) => {
      const at = (value?: string) =>
        refusalOf(status, says(status, message), value === undefined ? {} : { 'retry-after': value }, endpoint).retryAt;
      for (const value of ['2030', '9999999', '2030-01-01T00:00:00Z', 'Tue, 01 Jan 2030 00:00:00 GMT'])
        expect(Math.min(at(value)?.getTime() ?? 0, latest)).toBe(at(value)?.getTime());
      expect(at('9999999')?.getTime()).toBe(latest);
      // Earlier than that, what Zoom says is believed.
      expect(at('7')?.getTime()).toBe(NOON + 7000);
      expect(at()?.getTime() ?? 0).toBeLessThanOrEqual(latest);
    });
  });

  test.each([
    ['2026-05-05T12:00:05Z', NOON + 5000],
    ['Tue, 05 May 2026 12:00:05 GMT', NOON + 5000],
    ['5', NOON + 5000],
    ['2020-05-31T00:00:00Z', undefined],
    ['soon', undefined],
    ['1e400', undefined],
    ['99999999999999999', undefined],
    [undefined, undefined],
  ])('Retry-After: %s', (value, at) => {
    expect(retryAfter(value, NOON)?.getTime()).toBe(at);
  });
});

describe('what the error says', () => {
  test('everything that Zoom said, and where', () => {
    const body = { ...says(300, 'Validation Failed.'), errors: [{ field: 'topic', message: 'Too long.' }] };
    const error = refusalOf(400, body, { 'x-zm-trackingid': 'v=2;rid=1' });
    expect({ ...error }).toMatchObject({
      kind: 'BAD_REQUEST',
      status: 400,
      code: 300,
      endpoint: 'GET /users/{userId}',
      method: 'GET',
      path: '/users/{userId}',
      trackingId: 'v=2;rid=1',
    });
    expect(error.message).toBe('Validation Failed. topic: Too long.');
  });

  test('what can be done', () => {
    expect(refusalOf(400, says(4711, 'Invalid access token, does not contain scopes:[x].')).message).toContain(
      'Add one of these scopes to the Zoom app: user:read:admin',
    );
    expect(refusalOf(500, {}).message).toBe('Zoom answered with HTTP 500. Try again later.');
  });

  test('nothing of an answer that could not be read', () => {
    expect(refusalOf(200, '{"start_url":"https://zoom.us/s/1?zak=s3cr3t').message).not.toContain('s3cr3t');
  });

  test.each([
    ['the token token-1 is bad', 'the token … is bad'],
    ['see https://zoom.us/s/1?zak=abc&x=1 now', 'see https://zoom.us/s/1?… now'],
    ['/v2/users?access_token=abc failed', '/v2/users?… failed'],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer …'],
    ['jwt eyJhbGciOi.eyJzdWIi.c2ln.', 'jwt …'],
    ['access_token=abc', 'access_token=…'],
    ['"password":"p4ss", more', '"password":"…", more'],
    ['opaque 0123456789abcdefghij0123456789abcdefghij!', 'opaque …!'],
    ['a\nb\u0007c', 'a b c'],
    ['Really? Yes.', 'Really? Yes.'],
    ['does not contain scopes:[user:read:list_users:admin]', 'does not contain scopes:[user:read:list_users:admin]'],
    ['The next page token is invalid or expired.', 'The next page token is invalid or expired.'],
  ])('%j is shown as %j', (text, shown) => {
    expect(redact(text, ['token-1'])).toBe(shown);
  });

  test('not more than a few lines', () => {
    expect(redact('word '.repeat(1000)).length).toBeLessThan(600);
  });
});
