/** `GET /schema.graphql`: the schema as the repository has it, once for all who ask. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { gatewayOf } from './support.ts';

const { gateway } = gatewayOf({ CORS_ORIGINS: 'https://app.example.com' }, undefined, { schema });
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  gateway.fetch('http://gateway.test/schema.graphql', { method, headers });
const printed = readFileSync('schema/schema.graphql', 'utf8');

test('it is schema/schema.graphql, with @rest', async () => {
  const response = await ask();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect((await response.text()) === printed).toBe(true);
});

test('it travels compressed, and not at all to those who have it', async () => {
  const compressed = await ask({ 'accept-encoding': 'br' });
  const bytes = Buffer.from(await compressed.arrayBuffer());
  expect(bytes.length).toBeLessThan(printed.length / 5);
  expect(brotliDecompressSync(bytes).toString() === printed).toBe(true);
  const again = await ask({ 'if-none-match': compressed.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('HEAD has no body, other methods are not for it, and pages that are let in may read it', async () => {
  expect(await (await ask({}, 'HEAD')).text()).toBe('');
  expect((await ask({}, 'POST')).status).toBe(404);
  const fromPage = await ask({ origin: 'https://app.example.com' });
  expect(fromPage.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
});
