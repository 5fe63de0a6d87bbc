/** GraphiQL's page: how it travels, and what it shows. test/e2e looks at it in a browser. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { schema } from '../../schema/index.ts';
import { CODERS } from '../../src/server/http/compression.ts';
import { gatewayOf } from './support.ts';

const coders = { br: vi.spyOn(CODERS, 'br'), gzip: vi.spyOn(CODERS, 'gzip') };
afterAll(() => vi.restoreAllMocks());
afterEach(() => {
  vi.clearAllMocks();
  vi.useRealTimers();
});

const { gateway } = gatewayOf();
type Sent = Record<string, string>;
const URL_OF_GRAPH = 'http://gateway.test/graphql';
const ask = (headers: Sent = {}, method = 'GET', from = gateway) =>
  from.fetch(URL_OF_GRAPH, { method, headers: { accept: 'text/html', ...headers } });
const askPart = (name: string, headers: Sent = {}, method = 'GET', from = gateway) =>
  from.fetch(`${URL_OF_GRAPH}?graphiql=${name}`, { method, headers: { accept: '*/*', ...headers } });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const partsIn = (html: string) => [...html.matchAll(/"\?graphiql=([^"]+)"/g)].map(([, name = '']) => name);
const PARTS = partsIn(await (await ask()).text());
const SCRIPT = PARTS.find((name) => name.endsWith('.js')) ?? '';

test('the page is small, and has three parts', async () => {
  const page = await (await ask()).text();
  expect(page).toContain('<title>Zoom GraphQL gateway</title>');
  expect(page.length).toBeLessThan(10_000);
  expect(PARTS.map((name) => name.replace(/^[\w-]{16}/, ''))).toEqual(['.ico', '.css', '.js']);
});

test('its parts are compressed once for all who take the same coding, and the same in each', async () => {
  const plain = await bytesOf(await askPart(SCRIPT));
  expect(plain.toString()).toContain('renderYogaGraphiQL');
  for (const [coding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const ofCoding = { 'accept-encoding': coding };
    for (const response of await Promise.all([askPart(SCRIPT, ofCoding), askPart(SCRIPT, ofCoding)])) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'content-encoding': coding,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding, accept',
      });
      const bytes = await bytesOf(response);
      expect(response.headers.get('content-length')).toBe(String(bytes.length));
      expect(bytes.length).toBeLessThan(2_300_000);
      expect(decode(bytes).equals(plain)).toBe(true);
    }
  }
  expect([coders.br, coders.gzip].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('there are no other parts', async () => {
  expect((await askPart('other.js')).status).toBe(400);
});

test('who has it already is told that it is the same, in whatever coding', async () => {
  const { headers } = await ask({ 'accept-encoding': 'gzip' }, 'HEAD');
  const etag = headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
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

test.each([
  ['the page', ask],
  ['a part', (headers: Sent, method: string) => askPart(SCRIPT, headers, method)],
])('HEAD says of %s what GET would, without its bytes', async (_, asked) => {
  const [get, head] = [
    await asked({ 'accept-encoding': 'br' }, 'GET'),
    await asked({ 'accept-encoding': 'br' }, 'HEAD'),
  ];
  const said = ({ status, headers }: Response) => [status, ...[...headers].filter(([name]) => name !== 'x-request-id')];
  expect(said(head)).toEqual(said(get));
  expect(await head.text()).toBe('');
});

test('on another day its examples have other dates, and it is another page of the same parts', async () => {
  const at = async (now: string) => {
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    const response = await ask();
    return { etag: response.headers.get('etag'), parts: partsIn(await response.text()) };
  };
  const first = await at('2026-03-01T10:00:00Z');
  expect(await at('2026-03-01T20:00:00Z')).toEqual(first);
  const next = await at('2026-03-02T10:00:00Z');
  expect(next.etag).not.toBe(first.etag);
  expect(next.parts).toEqual(first.parts);
});

test('with COMPRESSION=off it is plain, and still kept by browsers', async () => {
  const off = gatewayOf({ COMPRESSION: 'off' }).gateway;
  for (const asked of [ask, (...given: Parameters<typeof ask>) => askPart(SCRIPT, ...given)]) {
    const { headers } = await asked({ 'accept-encoding': 'br' }, 'GET', off);
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([null, 'accept']);
    expect((await asked({ 'if-none-match': headers.get('etag') ?? '' }, 'GET', off)).status).toBe(304);
  }
});

test('it shows what queries cost, unless the gateway is set to report nothing of its calls', async () => {
  const BAR = '<div class="cost-bar">';
  expect(await (await ask()).text()).toContain(BAR);
  const quiet = gatewayOf({ ZOOM_EXTENSIONS: 'off' }).gateway;
  expect(await (await ask({}, 'GET', quiet)).text()).not.toContain(BAR);
});

test('it knows which inputs take files', async () => {
  const page = await (await ask({}, 'GET', gatewayOf({}, undefined, { schema }).gateway)).text();
  const [, inputs = ''] = /<dialog[^>]* data-inputs="([^"]*)"/.exec(page) ?? [];
  expect(JSON.parse(inputs.replaceAll('&quot;', '"'))).toEqual({
    UploadAccountVirtualBackgroundsInput: ['file'],
    UploadUserPictureInput: ['picFile'],
  });
});

test('it says that it is the sandbox where it is, and only there', async () => {
  const BANNER =
    '<div class="sandbox" role="note"><b>Sandbox.</b> All data is made up. For your own account set ZOOM_ACCOUNT_ID,';
  expect(await (await ask()).text()).not.toContain(BANNER);
  const sandbox = gatewayOf({}, undefined, { sandbox: true }).gateway;
  expect(await (await ask({}, 'GET', sandbox)).text()).toContain(BANNER);
});

test('its history keeps no headers, for they may hold a token', async () => {
  const script = await (await askPart(SCRIPT)).text();
  expect(script).toMatch(/\{query:\w+\.query\?\?void 0,variables:\w+\.variables\?\?void 0,operationName:/);
});
