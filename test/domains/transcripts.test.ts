/** What was said in recordings: read when it is asked for, once for each, and never by half. */
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { TRANSCRIPTS } from '../../resolvers/domains/transcripts.ts';
import { transcriptIn } from '../../resolvers/domains/vtt.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { type Zoom, ZoomError } from '../../src/zoom/client/client.ts';
import { errorOf } from '../fake-zoom.ts';
import { runOn } from '../run.ts';
import { way } from '../way.ts';

const VTT = `WEBVTT

1
00:00:01.000 --> 00:00:04.500
Ada Lovelace: Good morning.

2
00:00:05.250 --> 00:00:07.000
<v Zoë Çelik>Hello: all</v>

3
01:00:00.000 --> 01:00:01.000
nobody says who
`;
const said = async (vtt: string) =>
  (await transcriptIn(vtt)).lines.map(({ start, end, speaker, text }) => `${start} ${end} ${speaker} | ${text}`);

describe('WebVTT', () => {
  test('is read with times and speakers, as Zoom and as WebVTT write them', async () => {
    expect(await said(VTT)).toEqual([
      '1 4.5 Ada Lovelace | Good morning.',
      '5.25 7 Zoë Çelik | Hello: all',
      '3600 3601 null | nobody says who',
    ]);
    expect((await transcriptIn(VTT)).text).toBe('Ada Lovelace: Good morning.\nZoë Çelik: Hello: all\nnobody says who');
    expect(await said(`\uFEFF${VTT.replaceAll('\n', '\r\n')}`)).toEqual(await said(VTT));
  });

  test.each([
    ['several lines', 'Ada: one\ntwo', 'Ada | one two'],
    ['marks, which say nothing', 'Ada: <b>one</b> <i.loud>two</i>', 'Ada | one two'],
    ['signs that are written otherwise', 'Ada: a &amp; b &lt;c&gt;', 'Ada | a & b <c>'],
    ['signs that are not', 'Ada: x & y < z > 1', 'Ada | x & y < z > 1'],
    ['a colon that is no speaker’s', 'It is 10:30', 'null | It is 10:30'],
    ['an address', 'https://example.com', 'null | https://example.com'],
  ])('%s', async (_, text, line) => {
    expect(await said(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`)).toEqual([`1 2 ${line}`]);
  });

  test('what nobody said is left out, and what has no length is not', async () => {
    const vtt =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:03.000\nAda: yes\n\n00:09.000 --> 00:04.000\nno\n';
    expect(await said(vtt)).toEqual(['3 3.001 Ada | yes', '9 9.001 null | no']);
    expect(await said('WEBVTT')).toEqual([]);
    expect(await said('WEBVTT - title\n\nNOTE by Zoom\n\n00:01.000 --> 00:02.000 align:start bogus:1\nhm')).toEqual([
      '1 2 null | hm',
    ]);
  });

  test.each([
    ['an empty text', ''],
    ['a page', '<html></html>'],
    ['another text', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nhm'],
    ['a time that is none', VTT.replace('00:00:07.000', 'seven')],
    ['what breaks off within a time', VTT.slice(0, VTT.indexOf('01:00:01'))],
  ])('%s is refused', async (_, vtt) => {
    const error = await errorOf(transcriptIn(vtt));
    expect([error.kind, error.message]).toEqual(['UPSTREAM', expect.stringContaining('cannot be read')]);
  });
});

type Raw = Readonly<Record<string, unknown>>;
const file = (file_type: string, name: string, more: Raw = {}): Raw => ({
  file_type,
  file_extension: file_type === 'MP4' ? 'MP4' : 'VTT',
  download_url: `https://zoom.us/${name}`,
  ...more,
});
const recording = (uuid: string, ...files: Raw[]): Raw => ({ uuid, topic: uuid, recording_files: files });

/** A graph over recordings whose files are these. */
const graph = (
  recordings: readonly Raw[],
  files: (name: string) => Readable | string | Promise<string> = () => VTT,
  env: Record<string, string> = {},
) => {
  const downloads: string[] = [];
  const zoom: Zoom = {
    key: 'server',
    changes: 0,
    call: (async () => ({ meetings: recordings, next_page_token: '' })) as unknown as Zoom['call'],
    download: async ({ url }) => {
      const name = url.slice('https://zoom.us/'.length);
      downloads.push(name);
      const given = await files(name);
      return {
        status: 200,
        headers: {},
        body: typeof given === 'string' ? Readable.from([Buffer.from(given)]) : given,
      };
    },
    budget: async () => ({ plan: 'pro', buckets: [], waiting: 0 }),
    hasRoom: () => true,
    forcedBy: async () => 0,
  };
  const client = { as: () => zoom, ready: async () => undefined, changed: async () => {}, close: async () => {} };
  const run = runOn(createGateway({ ...way, client, config: readConfig({ SHARED_CACHE_SECONDS: '0', ...env }) }));
  const ask = async (fields = 'topic transcript { text }') => {
    const { data, errors, extensions } = await run<{ account: { recordings: { nodes: Raw[] } } }>(
      `{ account { recordings(first: 30, from: "2026-05-01", to: "2026-05-09") { nodes { ${fields} } } } }`,
    );
    return { nodes: data?.account.recordings.nodes, errors, zoom: extensions?.zoom };
  };
  return { ask, downloads };
};

test('a recording’s transcript is that of its TRANSCRIPT, or of its CC, or null', async () => {
  const { ask, downloads } = graph(
    [
      recording('a', file('MP4', 'a'), file('CC', 'cc'), file('TRANSCRIPT', 't')),
      recording('b', file('CC', 'b')),
      recording('c', file('MP4', 'c')),
      recording('d', file('TRANSCRIPT', 'd', { status: 'processing' }), file('TRANSCRIPT', '', { download_url: '' })),
      recording('e'),
    ],
    (name) => `WEBVTT\n\n00:01.000 --> 00:02.000\nAda: ${name}`,
  );
  const { nodes, errors, zoom } = await ask('topic transcript { text lines { start end speaker text } }');
  expect(errors).toBeUndefined();
  const line = (text: string) => ({ text: `Ada: ${text}`, lines: [{ start: 1, end: 2, speaker: 'Ada', text }] });
  expect(nodes).toEqual([
    { topic: 'a', transcript: line('t') },
    { topic: 'b', transcript: line('b') },
    { topic: 'c', transcript: null },
    { topic: 'd', transcript: null },
    { topic: 'e', transcript: null },
  ]);
  expect(downloads).toEqual(['t', 'b']);
  expect(zoom).toMatchObject({ calls: expect.any(Number), downloads: 2 });
});

test('is read only where it is asked for, once however often it is, and anew by each request', async () => {
  const { ask, downloads } = graph([recording('a', file('TRANSCRIPT', 'a'))]);
  const { zoom } = await ask('topic recordingFiles { fileType }');
  expect(downloads).toEqual([]);
  expect(zoom).not.toHaveProperty('downloads');
  await ask('one: transcript { text } two: transcript { lines { text } }');
  expect(downloads).toEqual(['a']);
  await ask('one: transcript { text } two: transcript { lines { text } }');
  expect(downloads).toEqual(['a', 'a']);
});

test('one that is broken is an error of its own, and the others are there', async () => {
  const { ask } = graph(
    ['a', 'b', 'c', 'd'].map((name) => recording(name, file('TRANSCRIPT', name))),
    (name) => {
      if (name === 'b') return 'no transcript';
      if (name === 'c') return Promise.reject(new ZoomError('NOT_FOUND', 'The file is gone.'));
      return name === 'd' ? Readable.from(broken()) : VTT;
    },
  );
  async function* broken() {
    yield Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nhalf of it');
    throw new Error('hush');
  }
  const { nodes, errors } = await ask();
  expect(nodes?.map(({ topic, transcript }) => [topic, transcript !== null])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
    ['d', false],
  ]);
  const told = errors?.map(({ path, message, extensions }) => [Number(path?.[3]), extensions.code, message] as const);
  expect(told?.sort(([a], [b]) => a - b)).toEqual([
    [1, 'UPSTREAM_ERROR', 'The transcript that Zoom sent cannot be read: it is no WebVTT.'],
    [2, 'NOT_FOUND', 'The file is gone.'],
    [3, 'UPSTREAM_ERROR', 'The connection to Zoom broke while it sent the transcript. Try again later.'],
  ]);
});

test('one that is too long is not read to its end', async () => {
  let made = 0;
  const body = new Readable({
    read() {
      made += 1_000_000;
      this.push(Buffer.alloc(1_000_000, ' '));
    },
  });
  const { ask } = graph([recording('a', file('TRANSCRIPT', 'a'))], () => body);
  const { errors } = await ask();
  expect(errors?.[0]?.message).toBe('The transcript that Zoom sent cannot be read: it is longer than 8 MB.');
  expect(body.destroyed).toBe(true);
  expect(made).toBeLessThan(2 * TRANSCRIPTS.bytes);
});

test('so many are read at once, and so many by one request', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `r${i}`);
  let open = 0;
  let most = 0;
  const files = async () => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setImmediate(resolve));
    open--;
    return VTT;
  };
  const recordings = names.map((name) => recording(name, file('TRANSCRIPT', name)));
  const { ask, downloads } = graph(recordings, files);
  expect((await ask()).nodes?.every(({ transcript }) => transcript !== null)).toBe(true);
  expect([downloads.length, most]).toEqual([30, TRANSCRIPTS.atOnce]);
  const bounded = graph(recordings, files, { MAX_CALLS_PER_REQUEST: '11' });
  const { nodes, errors } = await bounded.ask();
  // The calls of a fake Zoom are not counted: eleven downloads.
  expect(nodes?.filter(({ transcript }) => transcript !== null)).toHaveLength(11);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['QUERY_TOO_COSTLY']));
});
