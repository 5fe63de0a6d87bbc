/** GraphiQL's page: how it travels, and what it shows. test/e2e looks at it in a browser. */
import { brotliCompress, brotliDecompressSync, gunzipSync, gzip } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { gatewayOf } from './support.ts';

vi.mock('node:zlib', { spy: true });
afterEach(() => {
  vi.clearAllMocks();
  vi.useRealTimers();
});

const { gateway } = gatewayOf();
const ask = (headers: Record<string, string> = {}, method = 'GET', from = gateway) =>
  from.fetch('http://gateway.test/graphql', { method, headers: { accept: 'text/html', ...headers } });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const PAGE = '<title>Zoom GraphQL gateway</title>';

test('it is compressed once for all who take the same coding, and the same in each', async () => {
  const plain = await bytesOf(await ask());
  expect(plain.toString()).toContain(PAGE);
  for (const [coding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const answers = await Promise.all([ask({ 'accept-encoding': coding }), ask({ 'accept-encoding': coding })]);
    for (const response of answers) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': coding,
        'cache-control': 'no-cache',
        etag: expect.stringMatching(/^W\/"[\w-]{43}"$/),
        vary: 'accept-encoding, accept',
      });
      const bytes = await bytesOf(response);
      expect(response.headers.get('content-length')).toBe(String(bytes.length));
      expect(bytes.length).toBeLessThan(2_500_000);
      expect(decode(bytes).equals(plain)).toBe(true);
    }
  }
  expect([vi.mocked(brotliCompress), vi.mocked(gzip)].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('who has it already is told that it is the same, in whatever coding', async () => {
  const { headers } = await ask({ 'accept-encoding': 'gzip' }, 'HEAD');
  const etag = headers.get('etag') ?? '';
  for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const response = await ask({ 'if-none-match': known, 'accept-encoding': 'br' });
    expect([known, response.status, await response.text()]).toEqual([known, 304, '']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag,
      'cache-control': 'no-cache',
      vary: 'accept-encoding, accept',
    });
    expect(response.headers.has('content-length')).toBe(false);
  }
  expect((await ask({ 'if-none-match': '"other"', 'accept-encoding': 'br' })).status).toBe(200);
});

test('HEAD says what GET would, without the page', async () => {
  const [get, head] = [await ask({ 'accept-encoding': 'br' }), await ask({ 'accept-encoding': 'br' }, 'HEAD')];
  const said = ({ status, headers }: Response) => [status, ...[...headers].filter(([name]) => name !== 'x-request-id')];
  expect(said(head)).toEqual(said(get));
  expect(await head.text()).toBe('');
});

test('on another day its examples have other dates, and it is another page', async () => {
  const etagAt = async (now: string) => {
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    return (await ask({ 'accept-encoding': 'gzip' }, 'HEAD')).headers.get('etag');
  };
  const first = await etagAt('2026-03-01T10:00:00Z');
  expect(await etagAt('2026-03-01T20:00:00Z')).toBe(first);
  expect(await etagAt('2026-03-02T10:00:00Z')).not.toBe(first);
});

test('with COMPRESSION=off it is plain, and still kept by browsers', async () => {
  const off = gatewayOf({ COMPRESSION: 'off' }).gateway;
  const response = await ask({ 'accept-encoding': 'br' }, 'GET', off);
  const etag = response.headers.get('etag') ?? '';
  expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, 'accept']);
  expect(await response.text()).toContain(PAGE);
  expect((await ask({ 'if-none-match': etag }, 'GET', off)).status).toBe(304);
});

test('it says that it is the sandbox where it is, and only there', async () => {
  const BANNER =
    '<div class="sandbox" role="note"><b>Sandbox.</b> All data is made up. For your own account set ZOOM_ACCOUNT_ID,';
  expect(await (await ask()).text()).not.toContain(BANNER);
  const sandbox = gatewayOf({}, undefined, { sandbox: true }).gateway;
  expect(await (await ask({}, 'GET', sandbox)).text()).toContain(BANNER);
});

test('its history keeps no headers, for they may hold a token', async () => {
  const html = await (await ask()).text();
  expect(html).toMatch(/\{query:\w+\.query\?\?void 0,variables:\w+\.variables\?\?void 0,operationName:/);
});
