/** Pages of other origins that are let in: what their browsers are told. */
import { expect, test } from 'vitest';
import { post } from './post.ts';
import { gatewayOf } from './support.ts';

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

test('a page that is kept out is in the log, once', async () => {
  const envs: Record<string, string>[] = [{}, { CORS_ORIGINS: 'http://localhost:5173' }];
  for (const env of envs) {
    const { gateway, lines } = gatewayOf(env);
    const preflight = (origin: string) =>
      gateway.fetch('http://gateway.test/graphql', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const said = () => lines.filter(({ origin }) => origin !== undefined);
    for (let i = 0; i < 2; i++) {
      const { headers } = await preflight('http://127.0.0.1:5173');
      expect(headers.get('access-control-allow-origin')).not.toBe('http://127.0.0.1:5173');
    }
    expect(said()).toMatchObject([{ origin: 'http://127.0.0.1:5173', msg: expect.stringContaining('CORS_ORIGINS') }]);
    // Of very many nobody wants to read.
    for (let port = 6000; port < 6200; port++) await preflight(`http://localhost:${port}`);
    expect(said()).toHaveLength(100);
  }
});
