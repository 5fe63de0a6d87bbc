/** Pages of other origins that are let in: what their browsers are told. */
import { expect, test } from 'vitest';
import { gatewayOf, post } from './support.ts';

const PAGE = { origin: 'http://localhost:5173' };
const { gateway } = gatewayOf({ CORS_ORIGINS: 'http://localhost:5173' });

test('a preflight allows the headers that ask something of the gateway, and need not be sent again for two hours', async () => {
  const wanted = 'content-type,authorization,x-zoom-dry-run,x-zoom-trace,x-zoom-timeout-ms';
  const { headers } = await gateway.fetch('http://gateway.test/graphql', {
    method: 'OPTIONS',
    headers: {
      ...PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': wanted,
    },
  });
  expect(headers.get('access-control-allow-origin')).toBe(PAGE.origin);
  expect(headers.get('access-control-allow-headers')?.replaceAll(' ', '')).toBe(wanted);
  expect(headers.get('access-control-max-age')).toBe('7200');
});

test('a page may read the id of its request', async () => {
  const { headers } = await gateway.fetch('http://gateway.test/graphql', post({ query: '{ fine }' }, PAGE));
  expect(headers.get('access-control-expose-headers')).toBe('x-request-id');
  expect(headers.get('x-request-id')).toBeTruthy();
});
