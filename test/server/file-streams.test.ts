/** Files on their way from Zoom to a client: who waits for whom, and what becomes of one end when the other breaks. */
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'content-disposition';
import { afterEach, expect, test } from 'vitest';
import { Links } from '../../resolvers/links.ts';
import { filesOver } from '../../src/server/files.ts';
import { createLog } from '../../src/server/log.ts';
import { type Download, type DownloadRequest, type Zoom, ZoomError } from '../../src/zoom/client/client.ts';

type Raw = Readonly<Record<string, unknown>>;
const MP4: Raw = {
  id: 'a',
  file_type: 'MP4',
  file_extension: 'MP4',
  recording_type: 'active_speaker',
  download_url: 'https://zoom.us/a',
};
const RECORDING: Raw = { uuid: 'u', topic: 'Standup', start_time: '2026-05-05T10:00:00Z', recording_files: [MP4] };
const fileOf = (body: Readable | string, headers: Download['headers'] = {}, status = 200): Download => ({
  status,
  headers: { 'content-type': 'video/mp4', ...headers },
  body: typeof body === 'string' ? Readable.from([Buffer.from(body)]) : body,
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

interface Answers {
  readonly recording?: () => Raw | Promise<Raw>;
  readonly download: (request: DownloadRequest) => Download | Promise<Download>;
  readonly most?: number;
}
/** A server of files over a Zoom that answers so; `reads` counts how often the recording was asked for. */
const serving = async ({ recording = () => RECORDING, download, most }: Answers) => {
  const lines: Raw[] = [];
  const seen: DownloadRequest[] = [];
  let reads = 0;
  const zoom: Zoom = {
    key: 'the key of the credential',
    changes: 0,
    call: (async () => {
      reads++;
      return recording();
    }) as Zoom['call'],
    download: async (request) => {
      seen.push(request);
      return download(request);
    },
    budget: async () => ({ plan: 'pro', buckets: [], waiting: 0 }),
    hasRoom: () => true,
    forcedBy: async () => 0,
  };
  const links = new Links('a secret', () => zoom);
  const log = createLog('trace', { write: (line) => void lines.push(JSON.parse(line)) });
  const { listener } = filesOver({ links, corsOrigins: undefined, log, most });
  const responses: Parameters<RequestListener>[1][] = [];
  const server = createServer((request, response) => {
    responses.push(response);
    listener(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const link = (file?: string) => links.to({ of: 'Recording', params: { meetingId: 'u' }, file }, zoom, base, 5).url;
  return { url: link('recording_files/a'), archive: link(), link, lines, seen, responses, reads: () => reads };
};
/** Whichever way it ended. */
const closed = (body: Readable) => new Promise((resolve) => body.once('close', resolve));
const answer = async (url: string, init: RequestInit = {}) => {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const endless = () => {
  let made = 0;
  const body = new Readable({
    read() {
      made += 65_536;
      this.push(Buffer.alloc(65_536));
    },
  });
  return { body, made: () => made };
};

test('a client that goes away ends the download', async () => {
  const { body } = endless();
  const { url, seen, lines } = await serving({ download: () => fileOf(body) });
  const request = get(url);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  await once(response, 'data');
  request.destroy();
  await closed(body);
  expect(body.destroyed).toBe(true);
  expect(seen[0]?.signal?.aborted).toBe(true);
  await expect.poll(() => lines.at(-1)).toMatchObject({ msg: 'file', status: 200, error: 'ABORTED' });
});

test('one that goes away before the file has begun ends it, too', async () => {
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let ended = () => {};
  const isEnded = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const { url } = await serving({
    download: ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          ended();
          reject(new ZoomError('ABORTED', 'The download was cancelled.'));
        });
        begun();
      }),
  });
  const request = get(url).on('error', () => undefined);
  await isBegun;
  request.destroy();
  await isEnded;
});

test('a client that reads nothing holds the download back', async () => {
  const { body, made } = endless();
  const { url } = await serving({ download: () => fileOf(body) });
  const request = get(url);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.pause();
  // What is between takes some megabytes; then nothing more is made.
  const MOST = 64_000_000;
  for (let last = -1, still = 0; still < 200 && made() < MOST; await setImmediate()) {
    still = made() === last ? still + 1 : 0;
    last = made();
  }
  expect(made()).toBeLessThan(MOST);
  request.destroy();
  await closed(body);
});

/** Begins, and then breaks. */
const breaking = () =>
  new Readable({
    read() {
      this.push('some of it');
      this.destroy(new Error('The connection broke.'));
    },
  });
test('a file that breaks off is no file', async () => {
  const body = Readable.from(
    (async function* () {
      yield Buffer.from('some of it');
      await setImmediate();
      throw new Error('The connection broke.');
    })(),
  );
  const { url, lines } = await serving({ download: () => fileOf(body) });
  const response = await fetch(url);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect(lines.at(-1)).toMatchObject({ msg: 'file', error: 'BROKEN' });
});

const TWO = { ...RECORDING, recording_files: [MP4, { ...MP4, id: 'b', download_url: 'https://zoom.us/b' }] };
test.each([
  ['breaks off', () => fileOf(breaking())],
  ['is refused', () => Promise.reject(new ZoomError('NOT_FOUND', 'Gone.'))],
])('an archive of which the second file %s is no archive', async (_, second) => {
  const { archive } = await serving({
    recording: () => TWO,
    download: ({ url }) => (url.endsWith('/a') ? fileOf('the first') : second()),
  });
  const response = await fetch(archive);
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
});
test('one of which the first file is refused has not begun', async () => {
  const { archive } = await serving({ download: () => Promise.reject(new ZoomError('UPSTREAM', 'Zoom failed.')) });
  const { status, text } = await answer(archive);
  expect([status, JSON.parse(text).errors[0].message]).toEqual([502, 'Zoom failed.']);
});
test('one whose client goes away opens no more files', async () => {
  const { body } = endless();
  const { archive, seen } = await serving({ recording: () => TWO, download: () => fileOf(body) });
  const request = get(archive);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  await once(response, 'data');
  request.destroy();
  await closed(body);
  expect(seen).toHaveLength(1);
});
test('files of one name are told apart in it', async () => {
  const { archive } = await serving({ recording: () => TWO, download: ({ url }) => fileOf(url) });
  const bytes = Buffer.from(await (await fetch(archive)).arrayBuffer()).toString('latin1');
  expect(bytes).toContain('Standup 2026-05-05 10.00 active speaker.mp4');
  expect(bytes).toContain('Standup 2026-05-05 10.00 active speaker 2.mp4');
});

test('so many files at once, and the next when one of them has ended', async () => {
  const { body } = endless();
  const { url } = await serving({ download: () => fileOf(body), most: 1 });
  const request = get(url);
  await once(request, 'response');
  const { status, headers, text } = await answer(url);
  expect([status, headers.get('retry-after'), JSON.parse(text).errors[0].extensions.code]).toEqual([
    503,
    '5',
    'OVERLOADED',
  ]);
  request.destroy();
  await closed(body);
  await expect.poll(async () => (await answer(url, { method: 'HEAD' })).status).toBe(200);
});

test('what Zoom has moved is looked up once more; what is gone is gone', async () => {
  let place = 'https://zoom.us/old';
  const { url, reads } = await serving({
    recording: () => ({ ...RECORDING, recording_files: [{ ...MP4, download_url: place }] }),
    download: (asked) =>
      asked.url === place ? fileOf(asked.url) : Promise.reject(new ZoomError('NOT_FOUND', 'The file is gone.')),
  });
  expect((await answer(url)).text).toBe('https://zoom.us/old');
  expect((await answer(url)).text).toBe('https://zoom.us/old');
  expect(reads()).toBe(1);
  place = 'https://zoom.us/new';
  expect((await answer(url)).text).toBe('https://zoom.us/new');
  expect(reads()).toBe(2);
});
test('a file that its recording no longer has is gone', async () => {
  const { link, archive } = await serving({
    recording: () => ({ ...RECORDING, recording_files: [] }),
    download: () => fileOf('x'),
  });
  for (const url of [link('recording_files/a'), archive]) {
    const { status, text } = await answer(url);
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  }
});

test('why Zoom gives no file is said, with a status and when to try again', async () => {
  const retryAt = new Date(Date.now() + 30_000);
  const refusals: [ZoomError, number, string, boolean][] = [
    [new ZoomError('RATE_LIMIT', 'Too many.', { retryAt }), 503, 'RATE_LIMITED', true],
    [new ZoomError('TIMEOUT', 'Too late.'), 504, 'TIMEOUT', false],
    [new ZoomError('UNAUTHENTICATED', 'No.'), 502, 'UNAUTHENTICATED', false],
    [new ZoomError('MISSING_SCOPE', 'No scope.'), 502, 'MISSING_SCOPE', false],
    [new ZoomError('UPSTREAM', 'Broken.'), 502, 'UPSTREAM_ERROR', false],
  ];
  for (const [error, status, code, hasTime] of refusals) {
    const { url } = await serving({ recording: () => Promise.reject(error), download: () => fileOf('x') });
    const { headers, text, ...told } = await answer(url);
    expect([told.status, JSON.parse(text).errors]).toEqual([
      status,
      [{ message: error.message, extensions: { code } }],
    ]);
    expect(headers.has('retry-after')).toBe(hasTime);
  }
});
test('what nobody expects is logged, and told to nobody', async () => {
  const { url, lines } = await serving({
    download: () => {
      throw new Error('hush');
    },
  });
  const { status, text } = await answer(url);
  expect([status, JSON.parse(text).errors[0].message]).toEqual([500, 'Unexpected error.']);
  expect(lines.at(-1)).toMatchObject({ level: 50, err: { message: 'hush' } });
});

test('a name of any letters arrives, and nothing in it leads anywhere', async () => {
  const topic = 'Überblick\n "Q1/2026" ../../etc: 10 € 日本';
  const { url } = await serving({ recording: () => ({ ...RECORDING, topic }), download: () => fileOf('x') });
  const { headers } = await answer(url);
  const said = headers.get('content-disposition') ?? '';
  expect(said).toMatch(/^[\x20-\x7e]+$/);
  expect(parse(said)).toMatchObject({
    type: 'attachment',
    parameters: { filename: 'Überblick -Q1-2026- ..-..-etc- 10 € 日本 2026-05-05 10.00 active speaker.mp4' },
  });
});

test('what a client has already is not sent again, and of Zoom’s headers only what files need', async () => {
  const { url, seen } = await serving({
    download: ({ headers }) =>
      headers?.['if-none-match']
        ? fileOf('', { etag: '"1"', 'content-length': '10' }, 304)
        : fileOf('x', { etag: '"1"', 'set-cookie': 'a=b', server: 'hush', 'content-length': '1' }),
  });
  const whole = await answer(url, { headers: { cookie: 'c=d', authorization: 'Bearer mine', referer: 'http://x/' } });
  expect([whole.headers.get('etag'), whole.headers.get('content-length')]).toEqual(['"1"', '1']);
  expect([whole.headers.get('set-cookie'), whole.headers.get('server')]).toEqual([null, null]);
  expect(seen[0]?.headers).toEqual({});
  const same = await answer(url, { headers: { 'if-none-match': '"1"' } });
  expect([same.status, same.text]).toEqual([304, '']);
});
