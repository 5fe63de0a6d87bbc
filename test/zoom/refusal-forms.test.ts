/** Every form in which Zoom refuses, and that no good answer is taken for one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill } from '../../src/sandbox/seeded.ts';
import { declared, type Endpoint, get, list, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { shape, string } from '../../src/zoom/declare/shape.ts';
import { ZoomError } from '../../src/zoom/errors/errors.ts';
import { answerOf } from '../../src/zoom/http/answer.ts';
import '../../schema/index.ts';
import { createUser, errorOf, fakeZoom, getUser, listUsers, turnOf, within } from '../fake-zoom.ts';

const fake = fakeZoom();

const received = (status: number, body: unknown, headers = {}) => ({
  status,
  headers,
  bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const readOf = (status: number, body: unknown, endpoint: Endpoint = getUser, secrets: string[] = []): unknown => {
  try {
    return answerOf(endpoint, received(status, body), { secrets });
  } catch (error) {
    if (error instanceof ZoomError) return error;
    throw error;
  }
};
const errorIn = (...given: Parameters<typeof readOf>): ZoomError => {
  const read = readOf(...given);
  if (read instanceof ZoomError) return read;
  throw new Error(`no error but ${JSON.stringify(read)}`);
};

const HTML = '<html><body>Sorry.</body></html>';
const UNQUOTED = '{"code":4711,"message":"Invalid access token, does not contain scopes:["user:read:admin"]."}';

describe('a refusal', () => {
  test.each<[number, unknown, string, number | undefined, string]>([
    // The code as a number or a text, and the message there or not.
    [404, { code: 1001, message: 'No such user.' }, 'NOT_FOUND', 1001, 'No such user.'],
    [404, { code: '1001', message: 'No such user.' }, 'NOT_FOUND', 1001, 'No such user.'],
    [400, { code: '1001' }, 'NOT_FOUND', 1001, 'Zoom answered with HTTP 400.'],
    [400, { code: 3001, message: null }, 'NOT_FOUND', 3001, 'Zoom answered with HTTP 400.'],
    [400, { code: 300, message: '' }, 'BAD_REQUEST', 300, 'Zoom answered with HTTP 400.'],
    [403, { code: 'E1', message: 'No.' }, 'FORBIDDEN', undefined, 'No.'],
    [409, { message: 'Taken.' }, 'CONFLICT', undefined, 'Taken.'],
    // Within HTTP 200.
    [200, { code: 1001, message: 'No such user.' }, 'NOT_FOUND', 1001, 'No such user.'],
    [200, { code: '1001', message: 'No such user.' }, 'NOT_FOUND', 1001, 'No such user.'],
    [201, { code: 200, message: 'No permission.' }, 'FORBIDDEN', 200, 'No permission.'],
    // What is wrong with each field.
    [400, { code: 300, message: 'No.', errors: [null, { field: 'a', message: 'b' }] }, 'BAD_REQUEST', 300, 'No. a: b'],
    [400, { code: 300, message: 'No.', errors: ['Too long.', 7, []] }, 'BAD_REQUEST', 300, 'No. Too long.'],
    [400, { code: 300, message: 'No.', errors: [{}, { message: 'b' }] }, 'BAD_REQUEST', 300, 'No. b'],
    [400, { code: 300, message: 'No.', errors: null }, 'BAD_REQUEST', 300, 'No.'],
    [400, { code: 300, message: 'No.', errors: 'Too long.' }, 'BAD_REQUEST', 300, 'No. Too long.'],
    [400, { errors: [{ field: 'a', message: 'b' }] }, 'BAD_REQUEST', undefined, 'a: b'],
    // { status, errorCode, errorMessage }
    [200, { status: false, errorCode: 1001, errorMessage: 'Gone.', result: null }, 'NOT_FOUND', 1001, 'Gone.'],
    [200, { status: false, errorCode: '3001', errorMessage: null }, 'NOT_FOUND', 3001, 'Zoom answered with HTTP 200.'],
    [200, { status: false, errorCode: -1, errorMessage: 'No.' }, 'BAD_REQUEST', -1, 'No.'],
    [403, { status: false, errorMessage: 'No.' }, 'FORBIDDEN', undefined, 'No.'],
    // { error }
    [200, { error: { code: 1001, message: 'Gone.' } }, 'NOT_FOUND', 1001, 'Gone.'],
    [200, { error: { code: '1001' } }, 'NOT_FOUND', 1001, 'Zoom answered with HTTP 200.'],
    [400, { error: { code: 300, message: 'No.', errors: ['Too long.'] } }, 'BAD_REQUEST', 300, 'No. Too long.'],
    [401, { reason: 'Invalid token.', error: 'invalid_token' }, 'UNAUTHENTICATED', undefined, 'Invalid token.'],
    [400, { error: 'invalid_request' }, 'BAD_REQUEST', undefined, 'invalid_request'],
    [200, { reason: 'No.', error: 'invalid_request' }, 'BAD_REQUEST', undefined, 'No.'],
    // Scopes, by the words.
    [
      400,
      { code: 104, message: 'Invalid access token, does not contain scopes:[x].' },
      'MISSING_SCOPE',
      104,
      'Invalid',
    ],
    [
      401,
      { code: 124, message: 'Invalid access token, does not contain scopes:[x].' },
      'MISSING_SCOPE',
      124,
      'Invalid',
    ],
    [403, { message: 'The token does not contain scope x.' }, 'MISSING_SCOPE', undefined, 'The token'],
    [400, UNQUOTED, 'MISSING_SCOPE', undefined, 'Invalid access token, does not contain the scopes.'],
    [200, UNQUOTED, 'MISSING_SCOPE', undefined, 'Invalid access token, does not contain the scopes.'],
    // The token that Zoom did not get.
    [401, { code: 4700, message: 'Token cannot be empty.' }, 'UNAUTHENTICATED', 4700, 'Token cannot be empty.'],
    [400, { code: 4700, message: 'Token cannot be empty.' }, 'UNAUTHENTICATED', 4700, 'Token cannot be empty.'],
    // No JSON, or JSON that is no object: the status tells.
    [400, HTML, 'BAD_REQUEST', undefined, 'Zoom answered with HTTP 400.'],
    [401, HTML, 'UNAUTHENTICATED', undefined, 'Zoom answered with HTTP 401.'],
    [403, HTML, 'FORBIDDEN', undefined, 'Zoom answered with HTTP 403.'],
    [404, 'Not Found', 'NOT_FOUND', undefined, 'Zoom answered with HTTP 404.'],
    [404, '', 'NOT_FOUND', undefined, 'Zoom answered with HTTP 404.'],
    [403, 'null', 'FORBIDDEN', undefined, 'Zoom answered with HTTP 403.'],
    [403, '[]', 'FORBIDDEN', undefined, 'Zoom answered with HTTP 403.'],
    [429, HTML, 'RATE_LIMIT', undefined, 'Zoom answered with HTTP 429.'],
    [502, HTML, 'UPSTREAM', undefined, 'Zoom answered with HTTP 502.'],
  ])('of %s %o is %s', (status, body, kind, code, message) => {
    const error = errorIn(status, body);
    expect({ kind: error.kind, code: error.code }).toEqual({ kind, code });
    expect(error.message.startsWith(message), error.message).toBe(true);
  });

  test.each([
    ['an HTML 401', 401, HTML],
    ['an empty token', 401, JSON.stringify({ code: 4700, message: 'Token cannot be empty.' })],
  ])('by %s renews the token, once', async (_, status, body) => {
    const mints = fake.mint();
    fake.on('/users/a').reply(status, body);
    fake.on('/users/a').reply(200, { id: 'a' });
    expect(await fake.getUser()).toEqual({ id: 'a' });
    fake.on('/users/a').reply(status, body).persist();
    const requestContext = turnOf();
    expect((await errorOf(fake.getUser(requestContext))).kind).toBe('UNAUTHENTICATED');
    expect([mints(), requestContext.stats.calls]).toEqual([3, 2]);
  });

  test.each([400, 403, 404, 410])('that is no JSON is not asked for again (%s)', async (status) => {
    fake.mint();
    fake.on('/users/a').reply(status, HTML).persist();
    const requestContext = turnOf();
    await errorOf(within(60_000, fake.getUser(requestContext)));
    expect(requestContext.stats.calls).toBe(1);
  });

  test('never tells the token or a query, whatever the body', () => {
    const SECRET = 'tok.en-1+/=';
    const QUERY = 'https://zoom.us/v2/users?access=s3cr3t&page=1';
    const filler = fc.constantFrom('', ' ', '\n', 'x', '"', ' x '.repeat(2000), ' '.repeat(4992));
    const said = fc
      .array(fc.oneof(fc.string(), filler, fc.constantFrom(SECRET, QUERY)), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const value = fc.oneof(said, fc.constantFrom(null, 0, 300, '4711', true, [], {}));
    const body = fc.oneof(
      said,
      fc
        .dictionary(
          fc.constantFrom('code', 'message', 'errors', 'error', 'reason', 'status', 'errorCode', 'errorMessage'),
          fc.oneof(
            value,
            fc.array(fc.oneof(value, fc.record({ field: value, message: value }))),
            fc.record({ code: value, message: value }),
          ),
        )
        .map((fields) => JSON.stringify(fields)),
    );
    const status = fc.constantFrom(200, 204, 302, 400, 401, 403, 404, 429, 500);
    fc.assert(
      fc.property(status, body, fc.constantFrom<Endpoint>(getUser, listUsers, createUser), (status, body, endpoint) => {
        const notes: string[] = [];
        let shown = '';
        try {
          answerOf(endpoint, received(status, body), { secrets: [SECRET], note: (note) => notes.push(note) });
        } catch (error) {
          if (!(error instanceof ZoomError)) throw error;
          shown = error.message;
        }
        for (const string of [shown, ...notes])
          for (const secret of ['tok.en', 's3cr3t', 'page=1']) expect(string).not.toContain(secret);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a good answer', () => {
  test('of no declared shape is taken for a refusal', () => {
    const read = declared().filter(({ of, items }) => of && items === undefined);
    expect(read.length).toBeGreaterThan(50);
    for (const endpoint of read)
      for (let seed = 0; seed < 5; seed++) {
        const sample = endpoint.of ? fill(endpoint.of, {}, 'key', { seed, start: Date.UTC(2026, 0, 1) }) : {};
        for (const more of [{}, { status: false }, { code: 86, message: 'A country.' }]) {
          const body = { ...sample, ...more };
          expect(readOf(200, body, endpoint), nameOf(endpoint)).toEqual(JSON.parse(JSON.stringify(body)));
        }
      }
  });

  test('may have fields that refusals have, where its shape says so', () => {
    const body = { code: 1001, message: 'Hello.', error: { code: 3001 }, errorCode: 200, status: false };
    const fields = { code: string(), message: string(), error: string(), errorCode: string(), status: string() };
    const endpoint = get('/fake/{id}', { of: shape('FakeOwn', fields), limit: 'LIGHT', scopes: [] });
    expect(readOf(200, body, endpoint)).toEqual(body);
    expect(readOf(400, body, endpoint)).toMatchObject({ kind: 'NOT_FOUND', code: 1001 });
  });

  test.each([
    [{ code: 300 }],
    [{ status: false }],
    [{ status: true, errorCode: 0, errorMessage: null }],
    [{ error: null }],
  ])('is %o', (body) => {
    expect(readOf(200, body)).toEqual(body);
  });
});

describe('an answer that cannot be one', () => {
  const wholeList = list('/fake', { of: shape('FakeItem', { id: string() }), items: '', limit: 'LIGHT', scopes: [] });

  test.each([
    ['', getUser, 'nothing'],
    [' \n', getUser, 'nothing'],
    ['', listUsers, 'nothing'],
    ['', wholeList, 'nothing'],
    ['[]', getUser, 'a list'],
    ['[]', listUsers, 'a list'],
    ['{}', wholeList, 'an object'],
    ['null', getUser, 'a text'],
    ['true', listUsers, 'a text'],
    ['"OK"', getUser, 'a text'],
    [HTML, getUser, 'a page'],
  ])('%j to a read is UPSTREAM', (body, endpoint: Endpoint, what) => {
    for (const status of [200, 204]) {
      const error = errorIn(status, body, endpoint);
      expect([error.kind, error.transport]).toEqual(['UPSTREAM', 'GARBLED']);
      expect(error.message).toContain(`Zoom answered with ${what}`);
    }
  });

  test('a list at the top is one where the endpoint says so', () => {
    expect(readOf(200, '[]', wholeList)).toEqual([]);
    expect(readOf(200, [{ id: 'a' }], wholeList)).toEqual([{ id: 'a' }]);
  });

  test('is asked for once more', async () => {
    fake.mint();
    fake.on('/users/a').reply(200, '');
    fake.on('/users/a').reply(200, { id: 'a' });
    expect(await within(5000, fake.getUser())).toEqual({ id: 'a' });
    fake.on('/users/a').reply(200, '[]').persist();
    const requestContext = turnOf();
    expect((await errorOf(within(60_000, fake.getUser(requestContext)))).kind).toBe('UPSTREAM');
    expect(requestContext.stats.calls).toBe(2);
  });

  test.each(['OK', 'null', 'true', HTML, '{"id":', '[]', '"done"'])('%j to a write is a note', async (body) => {
    fake.mint();
    fake.on('/users', 'POST').reply(200, body);
    const notes: string[] = [];
    const requestContext = turnOf({ note: (string) => notes.push(string) });
    expect(await fake.zoom.call(createUser, { body: {} }, requestContext)).toBeUndefined();
    expect([requestContext.stats.calls, notes]).toEqual([
      1,
      ['Zoom answered POST /users with something that is not a JSON object; the change was made.'],
    ]);
  });

  test('nothing at all to a write needs no note', async () => {
    fake.mint();
    fake.on('/users', 'POST').reply(204, '');
    const notes: string[] = [];
    await fake.zoom.call(createUser, { body: {} }, turnOf({ note: (string) => notes.push(string) }));
    expect(notes).toEqual([]);
  });
});

describe('a write', () => {
  const PER_SECOND = 'You have reached the maximum per-second rate limit for this API.';
  const CONCURRENT = 'Too many concurrent requests. A request to disassociate this user has already been made.';
  const bodies: unknown[] = [
    ...[PER_SECOND, CONCURRENT, 'Please retry after 1 seconds.'].flatMap((message) => [
      { code: 429, message },
      { code: '429', message },
      { status: false, errorCode: 429, errorMessage: message },
      { error: { code: 429, message } },
    ]),
    ...[124, 200, 300, 503, 1001].map((code) => ({ code, message: 'No.' })),
    { reason: 'No.', error: 'invalid_request' },
    HTML,
    '',
  ];
  const statuses = [200, 201, 204, 302, 400, 403, 404, 408, 409, 500, 503, 504];

  test.each(statuses.flatMap((status) => bodies.map((body) => [status, body] as const)))(
    'that is answered %s %o is sent once',
    async (status, body) => {
      // A refused token is the one thing that Zoom checks before it does anything.
      const isRefusedToken = status >= 400 && (body as { code?: unknown }).code === 124;
      fake.mint();
      fake
        .on('/users', 'POST')
        .reply(status, body as object)
        .persist();
      const requestContext = turnOf();
      await within(100_000, Promise.allSettled([fake.zoom.call(createUser, { body: {} }, requestContext)]));
      expect(requestContext.stats.calls).toBe(isRefusedToken ? 2 : 1);
    },
  );

  test.each([PER_SECOND, CONCURRENT])('that is answered HTTP 429 "%s" is sent again', async (message) => {
    fake.mint();
    fake.on('/users', 'POST').reply(429, { code: 429, message });
    fake.on('/users', 'POST').reply(201, { id: 'new' });
    expect(await within(100_000, fake.zoom.call(createUser, { body: {} }, turnOf()))).toEqual({ id: 'new' });
  });
});
