/** Files are fetched with a token that no other host ever sees. */
import type { Dispatcher } from 'undici';
import { describe, expect, test } from 'vitest';
import { Abort } from '../../src/engine/abort.ts';
import { DOWNLOAD_MS } from '../../src/zoom/http/download.ts';
import { errorOf, fakeZoom } from '../fake-zoom.ts';

const fake = fakeZoom();
const URL_OF_FILE = 'https://eu.zoom.us/rec/download/abc?data=secret';

/** Notes each request for a file with the token that came with it. */
const hosting = (table: Readonly<Record<string, (token: string | undefined) => object>>) => {
  const seen: string[] = [];
  for (const [url, answer] of Object.entries(table)) {
    const { origin, pathname, search } = new URL(url);
    fake.agent
      .get(origin)
      .intercept({ path: pathname + search, method: 'GET' })
      .reply(({ headers }) => {
        const { authorization } = Object.fromEntries(new Headers(headers as Record<string, string>));
        const token = authorization?.replace('Bearer ', '');
        seen.push(`${origin}${pathname} ${token ?? 'without a token'}`);
        return answer(token) as { statusCode: number };
      })
      .persist();
  }
  return seen;
};
const bytes = (data: string, headers: Record<string, string> = {}) => ({
  statusCode: 200,
  data,
  responseOptions: { headers: { 'content-type': 'video/mp4', ...headers } },
});
const redirect = (location: string) => ({ statusCode: 302, responseOptions: { headers: { location } } });
const page = () => bytes('<html>', { 'content-type': 'text/html; charset=utf-8' });
const get = async (url = URL_OF_FILE, more: object = {}) => {
  const { status, body } = await fake.client.as().download({ url, ...more });
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return `${status} ${Buffer.concat(chunks)}`;
};

test('the token goes with a file and with redirects, as long as they stay with Zoom', async () => {
  fake.mint();
  const seen = hosting({
    [URL_OF_FILE]: () => redirect('https://ssrweb.zoom.us/storage/abc'),
    'https://ssrweb.zoom.us/storage/abc': () => redirect('/elsewhere'),
    'https://ssrweb.zoom.us/elsewhere': () => redirect('https://files.zoomgov.com/abc'),
    'https://files.zoomgov.com/abc': () => redirect('https://api.zoom.test/abc'),
    'https://api.zoom.test/abc': () => bytes('the file'),
  });
  expect(await get()).toBe('200 the file');
  expect(seen).toEqual([
    'https://eu.zoom.us/rec/download/abc token-1',
    'https://ssrweb.zoom.us/storage/abc token-1',
    'https://ssrweb.zoom.us/elsewhere token-1',
    'https://files.zoomgov.com/abc token-1',
    'https://api.zoom.test/abc token-1',
  ]);
});

const FOREIGN = [
  'https://evil.test/abc',
  'https://zoom.us.evil.test/abc',
  'https://evilzoom.us/abc',
  'https://zoom.us@evil.test/abc',
  'http://eu.zoom.us/abc',
  'https://api.zoom.test:8443/abc',
  'ftp://zoom.us/abc',
  'https://',
];
test.each(FOREIGN)('nothing is asked of %s, to which Zoom redirects', async (url) => {
  fake.mint();
  const seen = hosting({ [URL_OF_FILE]: () => redirect(`${url}?token=hush`) });
  const error = await errorOf(get());
  expect(error.kind).toBe('UPSTREAM');
  expect(error.message).toMatch(/which is not Zoom's\.$/);
  expect(error.message).not.toContain('hush');
  expect(seen).toHaveLength(1);
});
test.each(FOREIGN)('nothing is asked of %s, of which Zoom tells', async (url) => {
  fake.mint();
  expect((await errorOf(get(url))).kind).toBe('UPSTREAM');
});

test('a host that is let in by its name gets no token, nor does what is below it', async () => {
  fake.mint();
  fake.start({ fileHosts: ['storage.test'] });
  const seen = hosting({
    [URL_OF_FILE]: () => redirect('https://eu.storage.test/abc'),
    'https://eu.storage.test/abc': () => redirect('https://storage.test/abc'),
    'https://storage.test/abc': () => bytes('the file'),
  });
  expect(await get()).toBe('200 the file');
  expect(seen.slice(1)).toEqual([
    'https://eu.storage.test/abc without a token',
    'https://storage.test/abc without a token',
  ]);
  expect((await errorOf(get('http://storage.test/abc'))).kind).toBe('UPSTREAM');
  expect((await errorOf(get('https://notstorage.test/abc'))).kind).toBe('UPSTREAM');
});

test('redirects without end are given up', async () => {
  fake.mint();
  const seen = hosting({ [URL_OF_FILE]: () => redirect(URL_OF_FILE) });
  expect((await errorOf(get())).message).toBe('Zoom redirects the download again and again.');
  expect(seen).toHaveLength(6);
});

describe('a refused token is renewed once', () => {
  test.each([
    ['a refusal', () => ({ statusCode: 401 })],
    ['the page to sign in', page],
  ])('%s', async (_, refused) => {
    const mints = fake.mint();
    const seen = hosting({ [URL_OF_FILE]: (token) => (token === 'token-1' ? refused() : bytes('the file')) });
    expect(await get()).toBe('200 the file');
    expect(seen).toHaveLength(2);
    expect(mints()).toBe(2);
  });

  test('and not twice', async () => {
    const mints = fake.mint();
    const seen = hosting({ [URL_OF_FILE]: page });
    const error = await errorOf(get());
    expect([error.kind, error.status]).toEqual(['UNAUTHENTICATED', 200]);
    expect(seen).toHaveLength(2);
    expect(mints()).toBe(2);
  });

  test('of a caller never', async () => {
    const seen = hosting({ [URL_OF_FILE]: () => ({ statusCode: 401 }) });
    const error = await errorOf(fake.client.as('caller-token').download({ url: URL_OF_FILE }));
    expect(error.kind).toBe('UNAUTHENTICATED');
    expect(seen).toEqual(['https://eu.zoom.us/rec/download/abc caller-token']);
  });
});

test('a file that is itself a page is one', async () => {
  fake.mint();
  hosting({ [URL_OF_FILE]: page });
  expect(await get(URL_OF_FILE, { isPage: true })).toBe('200 <html>');
});

test.each([
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [410, 'NOT_FOUND'],
  [429, 'RATE_LIMIT'],
  [500, 'UPSTREAM'],
])('HTTP %i is %s', async (statusCode, kind) => {
  fake.mint();
  hosting({ [URL_OF_FILE]: () => ({ statusCode, data: 'hush' }) });
  const error = await errorOf(get());
  expect([error.kind, error.status]).toEqual([kind, statusCode]);
  expect(error.message).not.toContain('hush');
});

test('a part, and what has not changed, are passed on', async () => {
  fake.mint();
  hosting({ [URL_OF_FILE]: () => ({ statusCode: 206, data: 'part' }) });
  expect(await get()).toBe('206 part');
});

test('a connection that breaks is told, and one that nobody wants any more is not begun', async () => {
  fake.mint();
  fake.agent
    .get('https://eu.zoom.us')
    .intercept({ path: () => true })
    .replyWithError(Object.assign(new Error('broken'), { code: 'ECONNRESET' }));
  expect((await errorOf(get())).message).toBe('The connection to Zoom broke (ECONNRESET). Try again later.');
  const signal = new Abort();
  signal.abort(new Error('gone'));
  expect((await errorOf(get(URL_OF_FILE, { signal }))).kind).toBe('ABORTED');
});

test('a head may take half a minute, and a silence a minute: not the time of a call', async () => {
  fake.mint();
  const { agent } = fake;
  let asked: Partial<Dispatcher.RequestOptions> = {};
  const { request } = agent;
  agent.request = ((options: Dispatcher.RequestOptions) => {
    asked = options;
    return request.call(agent, options);
  }) as typeof request;
  hosting({ [URL_OF_FILE]: () => bytes('the file') });
  await get();
  expect(asked).toMatchObject({ headersTimeout: DOWNLOAD_MS.head, bodyTimeout: DOWNLOAD_MS.silence });
  expect(DOWNLOAD_MS).toEqual({ head: 30_000, silence: 60_000 });
});
