/** Compressed answers: both ways, each coding, and what is left as it is. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { Gateway } from '../../src/server/gateway.ts';
import { CODERS, codingsOf, SMALL_BYTES, withVary } from '../../src/server/http/compression.ts';
import { listen } from '../../src/server/http/http.ts';
import { post } from './post.ts';
import { type Answering, gatewayOf } from './support.ts';

const coders = { br: vi.spyOn(CODERS, 'br'), gzip: vi.spyOn(CODERS, 'gzip') };
afterAll(() => vi.restoreAllMocks());
afterEach(() => vi.clearAllMocks());

/** A user's name is as long as the user's id says. */
const named: Answering = async (id) => ({ display_name: 'Ünal '.repeat(Number(id)) });
const LONG = '{ user(id: "2000") }';
/** What a request cost is another matter. */
const QUIET = { ZOOM_EXTENSIONS: 'off' };

type Sent = Record<string, string>;
const URL_OF_GRAPH = 'http://gateway.test/graphql';
const ask = (gateway: Gateway, query: string, headers: Sent = {}) =>
  gateway.fetch(URL_OF_GRAPH, post({ query }, headers));
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const DECODERS: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };
const textOf = async (response: Response): Promise<string> => {
  const decode = DECODERS[response.headers.get('content-encoding') ?? ''] ?? ((bytes: Buffer) => bytes);
  return decode(await bytesOf(response)).toString();
};
const headOf = ({ status, headers }: Response) => ({
  status,
  coding: headers.get('content-encoding'),
  vary: headers.get('vary'),
});
const PLAIN = { status: 200, coding: null, vary: null };

describe.each([
  ['the short way', { direct: true }],
  ['Yoga’s way', { direct: false }],
  ['the short way, with a plugin that looks on', { direct: true, plugins: [{ onResponse: () => undefined }] }],
])('on %s', (_, more) => {
  const { gateway } = gatewayOf(QUIET, named, more);

  test.each(['br', 'gzip'])('%s holds the same bytes, and says how many it has', async (coding) => {
    const plain = await bytesOf(await ask(gateway, LONG));
    const response = await ask(gateway, LONG, { 'accept-encoding': coding });
    expect(headOf(response)).toEqual({ status: 200, coding, vary: 'accept-encoding' });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const bytes = await bytesOf(response);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(bytes.length).toBeLessThan(plain.length / 10);
    expect(DECODERS[coding]?.(bytes)).toEqual(plain);
  });

  test('a kilobyte is left as it is, a byte more is not', async () => {
    const room = SMALL_BYTES - (await textOf(await ask(gateway, '{ fine }'))).length;
    const ofSize = (size: number) => {
      const alias = 'f'.repeat('fine'.length + room + size - SMALL_BYTES);
      return ask(gateway, `{ ${alias}: fine }`, { 'accept-encoding': 'br' });
    };
    const [small, large] = [await ofSize(SMALL_BYTES), await ofSize(SMALL_BYTES + 1)];
    expect(headOf(small)).toEqual(PLAIN);
    expect(await textOf(small)).toHaveLength(SMALL_BYTES);
    expect(headOf(large)).toEqual({ status: 200, coding: 'br', vary: 'accept-encoding' });
    expect(await textOf(large)).toHaveLength(SMALL_BYTES + 1);
  });

  test('where nothing is asked for nothing is compressed, and caches are told that it could be', async () => {
    expect(headOf(await ask(gateway, LONG))).toEqual({ ...PLAIN, vary: 'accept-encoding' });
  });

  test('who takes no plain bytes gets even little in gzip, and plain bytes where we have no other', async () => {
    const little = await ask(gateway, '{ fine }', { 'accept-encoding': 'gzip, identity;q=0' });
    expect(headOf(little)).toEqual({ status: 200, coding: 'gzip', vary: 'accept-encoding' });
    expect(JSON.parse(await textOf(little))).toEqual({ data: { fine: 'fine' } });
    const odd = await ask(gateway, '{ fine }', { 'accept-encoding': 'zstd, identity;q=0' });
    expect(headOf(odd)).toEqual(PLAIN);
  });

  test('refusals are answers, too', async () => {
    const query = `{ ${Array.from({ length: 40 }, (_, nth) => `nothing${nth}`).join(' ')} }`;
    const plain = await ask(gateway, query, { accept: 'application/graphql-response+json' });
    const headers = { accept: 'application/graphql-response+json', 'accept-encoding': 'gzip' };
    const response = await ask(gateway, query, headers);
    expect(headOf(response)).toEqual({ status: 400, coding: 'gzip', vary: 'accept-encoding' });
    expect(await textOf(response)).toBe(await plain.text());
  });
});

test.each<[header: string, best: 'br' | 'gzip' | undefined, takesPlain: boolean]>([
  ['', undefined, true],
  ['gzip, deflate, br, zstd', 'br', true],
  ['gzip', 'gzip', true],
  ['GZIP', 'gzip', true],
  ['gzip;q=1.0, br;q=0.5', 'gzip', true],
  ['br;q=0, gzip', 'gzip', true],
  ['br;q=0, gzip;q=0', undefined, true],
  ['gzip;q=0.5, identity', undefined, true],
  ['identity', undefined, true],
  ['deflate, zstd, something', undefined, true],
  ['*', 'br', true],
  ['*;q=0', undefined, false],
  ['gzip, *;q=0', 'gzip', false],
  ['identity;q=0', undefined, false],
  ['br, identity;q=0', 'br', false],
  [';;,=', undefined, true],
])('who accepts "%s" likes %s best, and takes plain bytes: %s', (header, best, takesPlain) => {
  expect(codingsOf(header)).toEqual({ best, takesPlain });
});

test.each([
  [null, 'accept-encoding'],
  ['Origin', 'Origin, accept-encoding'],
  ['accept, Accept-Encoding', 'accept, Accept-Encoding'],
  ['*', '*'],
])('vary: %s becomes %s', (given, vary) => {
  expect(withVary(given, 'accept-encoding')).toBe(vary);
});

test('both ways give the same bytes, refusals of odd requests too', async () => {
  const [direct, yoga] = [true, false].map((direct) => gatewayOf(QUIET, named, { direct }).gateway) as [
    Gateway,
    Gateway,
  ];
  for (const coding of ['br', 'gzip']) {
    const headers = { 'accept-encoding': coding };
    expect(await bytesOf(await ask(direct, LONG, headers))).toEqual(await bytesOf(await ask(yoga, LONG, headers)));
  }
});

test('a query by GET is compressed, streams and what has no body are not', async () => {
  const { gateway } = gatewayOf(QUIET, named);
  const search = `?query=${encodeURIComponent(LONG)}`;
  const asked = (method: string, headers: Sent) =>
    gateway.fetch(URL_OF_GRAPH + search, {
      method,
      headers: { 'graphql-require-preflight': '1', 'accept-encoding': 'br', ...headers },
    });
  const whole = await asked('GET', {});
  expect(headOf(whole)).toEqual({ status: 200, coding: 'br', vary: 'accept-encoding' });
  expect(await textOf(whole)).toContain('Ünal');
  const events = await asked('GET', { accept: 'text/event-stream' });
  // Yoga tells proxies in between to leave it so, too.
  expect(headOf(events)).toEqual({ ...PLAIN, coding: 'none' });
  expect(await events.text()).toContain('event: next\ndata: {"data":{"user":"Ünal');
  const parts = await asked('GET', { accept: 'multipart/mixed' });
  expect(headOf(parts)).toEqual(PLAIN);
  expect(await parts.text()).toContain('Ünal');
  expect(headOf(await asked('HEAD', {})).coding).toBeNull();
});

test('a page of another origin is told both that its origin and that its codings count', async () => {
  const { gateway } = gatewayOf({ ...QUIET, CORS_ORIGINS: 'https://app.example,https://other.example' }, named);
  const response = await ask(gateway, LONG, { origin: 'https://app.example', 'accept-encoding': 'gzip' });
  expect(headOf(response)).toEqual({ status: 200, coding: 'gzip', vary: 'Origin, accept-encoding' });
});

test('a plugin that looks at answers sees them as they are', async () => {
  const seen: (string | null)[] = [];
  const plugins = [{ onResponse: ({ response }: { response: Response }) => void seen.push(headOf(response).coding) }];
  for (const direct of [true, false]) {
    const { gateway } = gatewayOf(QUIET, named, { direct, plugins });
    expect(headOf(await ask(gateway, LONG, { 'accept-encoding': 'br' })).coding).toBe('br');
  }
  expect(seen).toEqual([null, null]);
});

test('what a plugin has compressed stays so', async () => {
  const plugins = [
    { onResponse: ({ response }: { response: Response }) => response.headers.set('content-encoding', 'zstd') },
  ];
  const { gateway } = gatewayOf(QUIET, named, { plugins });
  expect(headOf(await ask(gateway, LONG, { 'accept-encoding': 'br' })).coding).toBe('zstd');
});

test('who joins an execution gets the bytes that were compressed for another', async () => {
  let held: Promise<void> | undefined;
  const slow: Answering = async (id, context) => {
    await held;
    return named(id, context);
  };
  const { gateway, reads } = gatewayOf({}, slow, { direct: true });
  // Only texts that were found to be queries are compared.
  await ask(gateway, LONG);
  let release = () => {};
  held = new Promise((resolve) => {
    release = resolve;
  });
  const asked = ['br', 'br', 'br', 'gzip', 'gzip'].map((coding) => ask(gateway, LONG, { 'accept-encoding': coding }));
  await vi.waitFor(() => expect(reads).toEqual(['2000', '2000']));
  release();
  const answers = await Promise.all((await Promise.all(asked)).map(textOf));
  expect(answers.map((text) => JSON.parse(text).extensions.zoom.coalesced)).toEqual([0, 1, 1, 1, 1]);
  // The first says what it cost, the others that it cost them nothing.
  expect(coders.br).toHaveBeenCalledTimes(2);
  expect(coders.gzip).toHaveBeenCalledTimes(1);
});

test('with COMPRESSION=off all is plain', async () => {
  for (const direct of [true, false]) {
    const { gateway } = gatewayOf({ ...QUIET, COMPRESSION: 'off' }, named, { direct });
    expect(headOf(await ask(gateway, LONG, { 'accept-encoding': 'br, gzip' }))).toEqual(PLAIN);
  }
});

test.each([true, false])('a client over a socket reads it without knowing: direct %s', async (direct) => {
  const http = await listen(gatewayOf(QUIET, named, { direct }).gateway, 0, '127.0.0.1');
  try {
    const response = await fetch(`${http.origin}/graphql`, post({ query: LONG }));
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toEqual({ data: { user: 'Ünal '.repeat(2000) } });
  } finally {
    await http.stop(0);
  }
});
