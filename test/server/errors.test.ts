import { afterEach, expect, test, vi } from 'vitest';
import { CODES } from '../../src/server/plugins/errors.ts';
import { getUser } from '../../src/zoom/api/users/users.ts';
import { type ErrorKind, ZoomError } from '../../src/zoom/client/client.ts';
import { post } from './post.ts';
import { gatewayOf, run } from './support.ts';

afterEach(() => vi.useRealTimers());

test.each(Object.entries(CODES) as [ErrorKind, string][])(
  'a refusal of kind %s has the code %s',
  async (kind, code) => {
    const { gateway, lines } = gatewayOf({}, async () => {
      throw new ZoomError(kind, 'Refused.', { endpoint: getUser });
    });
    const { data, errors } = await run(gateway, '{ fine user(id: "a") }');
    expect(data).toEqual({ fine: 'fine', user: null });
    expect(errors).toEqual([
      {
        message: 'Refused.',
        locations: [{ line: 1, column: 8 }],
        path: ['user'],
        extensions: { code, zoom: { message: 'Refused.', method: 'GET', path: '/users/{userId}' } },
      },
    ]);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  },
);

test('a refusal tells what Zoom told', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  const { gateway } = gatewayOf({}, async () => {
    const details = { endpoint: getUser, status: 429, code: 429, trackingId: 'WEB_1' };
    throw new ZoomError('RATE_LIMIT', 'Too many.', { ...details, retryAt: new Date(59_001) });
  });
  const { errors } = await run(gateway, '{ user(id: "a") }');
  expect(errors?.[0]?.extensions).toEqual({
    code: 'RATE_LIMITED',
    zoom: {
      status: 429,
      code: 429,
      message: 'Too many.',
      method: 'GET',
      path: '/users/{userId}',
      trackingId: 'WEB_1',
      retryAfter: 60,
    },
  });
});

test('a client’s mistake is told with its code', async () => {
  const { errors } = await run(gatewayOf().gateway, '{ mistaken }');
  expect(errors).toMatchObject([
    { message: 'That is no cursor of this list.', path: ['mistaken'], extensions: { code: 'CURSOR_INVALID' } },
  ]);
});

test('an error that was made for the client passes as it is', async () => {
  const { errors } = await run(gatewayOf().gateway, '{ polite }');
  expect(errors).toMatchObject([{ message: 'Say please.', extensions: { code: 'RUDE' } }]);
});

test('anything else is masked, and found in the log by its request', async () => {
  const { gateway, lines } = gatewayOf();
  const { errors, headers, data } = await run(gateway, '{ fine broken }', { 'x-request-id': 'r1' });
  expect(data).toEqual({ fine: 'fine', broken: null });
  expect(errors).toMatchObject([
    { message: 'Unexpected error.', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' } },
  ]);
  expect(JSON.stringify(errors)).not.toContain('hunter2');
  expect(headers.get('x-request-id')).toBe('r1');
  expect(lines.filter(({ level }) => level === 50)).toMatchObject([
    { requestId: 'r1', path: ['broken'], err: { message: 'password=hunter2' } },
  ]);
});

test('of a client’s value that a scalar refuses, the type is told, not the value', async () => {
  const { gateway } = gatewayOf();
  const says = { message: expect.stringContaining('Expected a value of type "Even".') };
  expect((await run(gateway, '{ even(n: 3) }')).errors).toMatchObject([
    { ...says, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
  const query = 'query ($n: Even) { even(n: $n) }';
  const response = await gateway.fetch('http://gateway/graphql', post({ query, variables: { n: 3 } }));
  expect((await response.json()).errors).toMatchObject([
    {
      message: 'Variable "$n" got an invalid value; Expected a value of type "Even".',
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});

test.each(['', '{', 'null', '[]', '{"query":1}', '{"query":"{ fine }","variables":[]}', '{"query":"{"}'])(
  'a body such as %s is an error that GraphQL clients can read',
  async (body) => {
    const { gateway, lines } = gatewayOf();
    const response = await gateway.fetch('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { errors } = await response.json();
    expect(errors).toEqual([expect.objectContaining({ message: expect.any(String) })]);
    expect(errors[0].message).not.toBe('Unexpected error.');
    expect(lines.filter(({ level }) => level === 50)).toEqual([]);
  },
);
