/** Links to files: what they hold, what they open, and what goes over the wire on both sides. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { createLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/server.ts';
import { createClient } from '../../src/zoom/client/client.ts';
import { post } from './post.ts';

const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);

let sandbox: Sandbox;
let running: Running;
const lines: string[] = [];
beforeAll(async () => {
  sandbox = await startSandbox();
  const { accountId, clientId, clientSecret } = sandbox.credentials;
  const config = readConfig({
    PORT: '0',
    ZOOM_API_URL: sandbox.apiUrl,
    ZOOM_OAUTH_URL: sandbox.oauthUrl,
    ZOOM_ACCOUNT_ID: accountId,
    ZOOM_CLIENT_ID: clientId,
    ZOOM_CLIENT_SECRET: clientSecret,
    CORS_ORIGINS: 'https://app.example.com',
    SHARED_CACHE_SECONDS: '0',
  });
  running = await start(config, createLog('trace', { write: (line) => lines.push(line) }));
});
afterAll(async () => {
  await running.stop(0);
  await sandbox.close();
});

const ask = async (query: string, headers: Record<string, string> = {}) => {
  const { data, errors } = await (await fetch(running.url, post({ query }, headers))).json();
  return { data, errors };
};
const RANGE = () => `from: "${day(30)}", to: "${day(0)}"`;
interface FileOfRecording {
  readonly fileType: string;
  readonly fileSize: number | null;
  readonly downloadLink: { readonly url: string; readonly expiresAt: string };
}
const recordings = async (of = 'fileType fileSize downloadLink { url expiresAt }') => {
  const { data, errors } = await ask(
    `{ account { recordings(first: 3, ${RANGE()}) { nodes { topic startTime archiveLink { url } recordingFiles { ${of} } } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.account.recordings.nodes as {
    readonly topic: string;
    readonly startTime: string;
    readonly archiveLink: { readonly url: string };
    readonly recordingFiles: FileOfRecording[];
  }[];
};
const linkOf = async (type: string) => {
  const [one] = await recordings();
  const file = one?.recordingFiles.find(({ fileType }) => fileType === type);
  if (!file) throw new Error(`There is no ${type}.`);
  return { ...file, url: file.downloadLink.url };
};

/** A file with what came with it, as whoever has a link gets it. */
const fetched = async (url: string, init: RequestInit = {}) => {
  const response = await fetch(url, init);
  const { status } = response;
  return { status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
const refused = async (url: string, init: RequestInit = {}) => {
  const { status, headers, bytes } = await fetched(url, init);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { errors } = JSON.parse(bytes.toString());
  expect(errors).toHaveLength(1);
  return { status, code: errors[0].extensions.code, message: errors[0].message };
};
/** A token of the app's. */
const mint = async (): Promise<string> => {
  const { credentials, oauthUrl } = sandbox;
  const { access_token } = await (
    await fetch(oauthUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: credentials.accountId }),
    })
  ).json();
  return access_token;
};
/** The same file, straight from Zoom. */
const original = async (downloadUrl: string) => {
  return fetched(downloadUrl, { headers: { authorization: `Bearer ${await mint()}` } });
};

describe('a link', () => {
  test('gives the file, byte for byte, for as long as it says', async () => {
    const asked = Date.now();
    const [recording] = await recordings('fileType fileSize downloadUrl downloadLink(minutes: 5) { url expiresAt }');
    const [file] = recording?.recordingFiles ?? [];
    const { url = '', expiresAt = '' } = file?.downloadLink ?? {};
    expect(url).toMatch(new RegExp(`^${new URL(running.url).origin}/files/[\\w-]+$`));
    expect(Date.parse(expiresAt) - asked).toBeGreaterThan(4 * 60_000);
    expect(Date.parse(expiresAt) - asked).toBeLessThan(6 * 60_000);
    const { status, headers, bytes } = await fetched(url);
    expect(status).toBe(200);
    expect(bytes.equals((await original((file as unknown as { downloadUrl: string }).downloadUrl)).bytes)).toBe(true);
    expect(bytes.length).toBe(file?.fileSize);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(file?.fileSize),
      'accept-ranges': 'bytes',
      etag: expect.any(String),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-request-id': expect.any(String),
    });
    const when = recording?.startTime.slice(0, 16).replace('T', ' ').replace(':', '.');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${recording?.topic} ${when} shared screen with speaker view.mp4"`,
    );
  });

  test('takes no call when it is made, one when it is first used, and none for the parts after that', async () => {
    let before = sandbox.calls.length;
    const urls = (await recordings()).map(({ recordingFiles }) => recordingFiles[0]?.downloadLink.url ?? '');
    expect(sandbox.calls.length - before).toBe(1);
    before = sandbox.calls.length;
    const [, url = ''] = urls;
    for (const range of ['bytes=0-9', 'bytes=10-19']) await fetched(url, { headers: { range } });
    expect(sandbox.calls.slice(before).map(({ path }) => path)).toEqual(['/meetings/{meetingId}/recordings']);
  });

  test('is another one each time, also where Zoom says what it said before', async () => {
    const [one, other] = [await linkOf('MP4'), await linkOf('MP4')];
    expect(one.url).not.toBe(other.url);
  });

  test('is there for each file, also those that have no id, and for all at once', async () => {
    const [recording] = await recordings('fileType downloadUrl downloadLink { url }');
    const files = (recording?.recordingFiles ?? []) as unknown as (FileOfRecording & { downloadUrl: string })[];
    expect(files.map(({ fileType }) => fileType)).toEqual(
      expect.arrayContaining(['MP4', 'M4A', 'TRANSCRIPT', 'TIMELINE']),
    );
    for (const { fileType, downloadUrl, downloadLink } of files) {
      const { headers, bytes } = await fetched(downloadLink.url);
      expect([fileType, bytes.equals((await original(downloadUrl)).bytes)]).toEqual([fileType, true]);
      expect([fileType, headers.get('content-type')]).toEqual([fileType, TYPES[fileType]]);
    }
  });
  const TYPES: Readonly<Record<string, string>> = {
    MP4: 'video/mp4',
    M4A: 'audio/mp4',
    TRANSCRIPT: 'text/vtt; charset=utf-8',
    CC: 'text/vtt; charset=utf-8',
    TIMELINE: 'application/json',
  };

  test('leads to recordings of calls, their transcripts, voicemails and archived files, too', async () => {
    const { data, errors } = await ask(`{
      phone {
        recordings(first: 1) { nodes { downloadUrl downloadLink { url } transcriptDownloadUrl transcriptLink { url } } }
        users(first: 20) { nodes { voicemails(first: 1) { nodes { downloadUrl downloadLink { url } } } } }
      }
      account { archives(first: 5) { nodes { archiveFiles { fileType downloadUrl downloadLink { url } } } } }
    }`);
    expect(errors).toBeUndefined();
    const [call] = data.phone.recordings.nodes;
    const [voicemail] = data.phone.users.nodes.flatMap(
      ({ voicemails }: { voicemails: { nodes: object[] } }) => voicemails.nodes,
    );
    const archived = data.account.archives.nodes[0].archiveFiles.find(
      ({ fileType }: { fileType: string }) => fileType === 'CHAT',
    );
    const pairs: [string, string][] = [
      [call.downloadUrl, call.downloadLink.url],
      [call.transcriptDownloadUrl, call.transcriptLink.url],
      [voicemail.downloadUrl, voicemail.downloadLink.url],
      [archived.downloadUrl, archived.downloadLink.url],
    ];
    const names: (string | null)[] = [];
    for (const [there, here] of pairs) {
      const { status, headers, bytes } = await fetched(here);
      expect([status, bytes.equals((await original(there)).bytes)]).toEqual([200, true]);
      names.push(headers.get('content-disposition'));
    }
    expect(names).toEqual([
      expect.stringMatching(/^attachment; .* to .*\.mp3"/),
      expect.stringMatching(/transcript\.?\w*"/),
      expect.stringMatching(/voicemail\.mp3"/),
      expect.stringMatching(/chat file\.txt"/),
    ]);
  });
});

describe('parts', () => {
  test('are what they are of the whole', async () => {
    const { url } = await linkOf('M4A');
    const { bytes: whole, headers } = await fetched(url);
    const etag = headers.get('etag') ?? '';
    const { length } = whole;
    const parts: [Record<string, string>, number, string, Buffer][] = [
      [{ range: 'bytes=0-0' }, 206, `bytes 0-0/${length}`, whole.subarray(0, 1)],
      [{ range: 'bytes=1000-1999' }, 206, `bytes 1000-1999/${length}`, whole.subarray(1000, 2000)],
      [{ range: 'bytes=-7' }, 206, `bytes ${length - 7}-${length - 1}/${length}`, whole.subarray(-7)],
      [{ range: `bytes=${length - 3}-` }, 206, `bytes ${length - 3}-${length - 1}/${length}`, whole.subarray(-3)],
      [{ range: 'bytes=5-9', 'if-range': etag }, 206, `bytes 5-9/${length}`, whole.subarray(5, 10)],
    ];
    for (const [asked, status, range, bytes] of parts) {
      const part = await fetched(url, { headers: asked });
      expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
        status,
        range,
        String(bytes.length),
      ]);
      expect(part.bytes.equals(bytes)).toBe(true);
    }
    const changed = await fetched(url, { headers: { range: 'bytes=5-9', 'if-range': '"another"' } });
    expect([changed.status, changed.bytes.equals(whole)]).toEqual([200, true]);
    const beyond = await fetched(url, { headers: { range: `bytes=${length}-` } });
    expect([beyond.status, beyond.headers.get('content-range'), beyond.bytes.length]).toEqual([
      416,
      `bytes */${length}`,
      0,
    ]);
  });

  test('HEAD tells what GET would, and nothing more', async () => {
    const { url, fileSize } = await linkOf('MP4');
    const head = await fetched(url, { method: 'HEAD' });
    expect([head.status, head.bytes.length, head.headers.get('content-length')]).toEqual([200, 0, String(fileSize)]);
    const get = await fetched(url);
    const told = ({ headers }: { headers: Headers }) =>
      ['content-type', 'content-disposition', 'etag', 'accept-ranges'].map((name) => headers.get(name));
    expect(told(head)).toEqual(told(get));
  });
});

describe('refused is', () => {
  test('a link that has expired', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const [recording] = await recordings('downloadLink(minutes: 1) { url }');
      const url = recording?.recordingFiles[0]?.downloadLink.url ?? '';
      vi.setSystemTime(Date.now() + 59_000);
      expect((await fetched(url, { method: 'HEAD' })).status).toBe(200);
      vi.setSystemTime(Date.now() + 2000);
      expect(await refused(url)).toEqual({
        status: 403,
        code: 'LINK_INVALID',
        message: 'The link has expired. Ask for a new one.',
      });
    } finally {
      vi.useRealTimers();
    }
  });

  test('a link that was changed, or is none', async () => {
    const { url } = await linkOf('MP4');
    const token = url.slice(url.lastIndexOf('/') + 1);
    const others = [
      '',
      'x',
      token.slice(0, -1),
      `${token}A`,
      `A${token}`,
      `${token}=`,
      token.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
      token.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A')),
      `${token.slice(0, 80)}${token[80] === 'A' ? 'B' : 'A'}${token.slice(81)}`,
      '%00',
      encodeURIComponent('../graphql'),
    ];
    for (const other of others)
      expect([other, await refused(url.replace(token, other))]).toEqual([
        other,
        {
          status: 403,
          code: 'LINK_INVALID',
          message: 'This is no link that the gateway has made, or not all of it. Ask for a new one.',
        },
      ]);
    // What is behind it does not count: browsers and mail programs add something.
    expect((await fetched(`${url}?utm_source=mail`, { method: 'HEAD' })).status).toBe(200);
  });

  test('another method, and a time that no link may last', async () => {
    const { url } = await linkOf('MP4');
    expect(await refused(url, { method: 'POST', body: 'x' })).toEqual({
      status: 405,
      code: 'BAD_REQUEST',
      message: 'Files are fetched by GET; HEAD tells of them.',
    });
    for (const minutes of [0, -5, 1441]) {
      const { errors } = await ask(
        `{ account { recordings(first: 1, ${RANGE()}) { nodes { archiveLink(minutes: ${minutes}) { url } } } } }`,
      );
      expect([minutes, errors[0].extensions.code, errors[0].message]).toEqual([
        minutes,
        'BAD_USER_INPUT',
        'minutes must be from 1 to 1440, which is a day.',
      ]);
    }
  });

  test('a file that is gone', async () => {
    const [, , recording] = await recordings();
    const url = recording?.recordingFiles.find(({ fileType }) => fileType === 'M4A')?.downloadLink.url ?? '';
    const { data } = await ask(`{ account { recordings(first: 3, ${RANGE()}) { nodes { id } } } }`);
    const { errors } = await ask(
      `mutation { deleteRecording(input: { recordingId: "${data.account.recordings.nodes[2].id}" }) { deletedRecordingId } }`,
    );
    expect(errors).toBeUndefined();
    expect(await refused(url)).toEqual({
      status: 404,
      code: 'NOT_FOUND',
      message: expect.stringContaining('recording'),
    });
    expect((await refused(recording?.archiveLink.url ?? '')).status).toBe(404);
  });
});

test('a token that Zoom takes no more is renewed, and the client sees nothing of it', async () => {
  const { url } = await linkOf('MP4');
  const whole = await fetched(url);
  const { mints } = sandbox;
  sandbox.advance(2 * 3_600_000);
  const again = await fetched(url);
  expect([again.status, again.bytes.equals(whole.bytes)]).toEqual([200, true]);
  expect(sandbox.mints - mints).toBe(1);
});

describe('pages of other origins', () => {
  const MINE = 'https://app.example.com';
  test('that are let in may read files, and parts of them', async () => {
    const { url } = await linkOf('M4A');
    const { headers } = await fetched(url, { headers: { origin: MINE, range: 'bytes=0-3' } });
    expect(headers.get('access-control-allow-origin')).toBe(MINE);
    expect(headers.get('access-control-expose-headers')).toContain('content-range');
    expect(headers.get('vary')).toBe('Origin');
    const preflight = await fetched(url, { method: 'OPTIONS', headers: { origin: MINE } });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'range, if-range, if-none-match, if-modified-since',
    ]);
  });

  test('others may not, nor is anybody let in with credentials', async () => {
    const { url } = await linkOf('M4A');
    const { headers } = await fetched(url, { headers: { origin: 'https://evil.example.com' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('an archive', () => {
  const entriesOf = async (bytes: Buffer) => {
    const zip = await fromBufferPromise(bytes);
    const entries: (readonly [name: string, bytes: Buffer])[] = [];
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      entries.push([entry.fileName, Buffer.concat(chunks)]);
    }
    return entries;
  };

  test('holds all files, each as it is, by names that say what they are', async () => {
    const [recording] = await recordings('fileType downloadUrl');
    const { status, headers, bytes } = await fetched(recording?.archiveLink.url ?? '');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/zip');
    const stem = `${recording?.topic} ${recording?.startTime.slice(0, 16).replace('T', ' ').replace(':', '.')}`;
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${stem}.zip"`);
    expect([headers.get('content-length'), headers.get('accept-ranges')]).toEqual([null, 'none']);
    const entries = await entriesOf(bytes);
    const files = (recording?.recordingFiles ?? []) as unknown as { fileType: string; downloadUrl: string }[];
    expect(entries.map(([name]) => name)).toEqual(files.map(({ fileType }) => `${stem} ${NAMES[fileType]}`));
    for (const [i, { downloadUrl }] of files.entries())
      expect(entries[i]?.[1].equals((await original(downloadUrl)).bytes)).toBe(true);
  });
  const NAMES: Readonly<Record<string, string>> = {
    MP4: 'shared screen with speaker view.mp4',
    M4A: 'audio only.m4a',
    TRANSCRIPT: 'audio transcript.vtt',
    TIMELINE: 'timeline.json',
    CC: 'cc.vtt',
  };

  test('has no parts, and HEAD begins none', async () => {
    const [recording] = await recordings('fileType');
    const url = recording?.archiveLink.url ?? '';
    const whole = await fetched(url, { headers: { range: 'bytes=0-9' } });
    expect([whole.status, (await entriesOf(whole.bytes)).length]).toEqual([200, recording?.recordingFiles.length]);
    const head = await fetched(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), head.bytes.length]).toEqual([200, 'application/zip', 0]);
  });
});

describe('where a link leads', () => {
  const linksBy = async (headers: Record<string, string>, env: Record<string, string> = {}) => {
    const { accountId, clientId, clientSecret } = sandbox.credentials;
    const client = createClient({
      apiUrl: sandbox.apiUrl,
      oauthUrl: sandbox.oauthUrl,
      plan: 'business',
      ...(env.AUTH !== 'caller' && { credentials: { accountId, clientId, clientSecret } }),
    });
    const gateway = createGateway({ client, config: readConfig(env) });
    const query = `{ account { recordings(first: 1, ${RANGE()}) { nodes { archiveLink { url } } } } }`;
    const response = await gateway.fetch('http://gateway/graphql', post({ query }, headers));
    const answer = await response.json();
    await client.close();
    return { ...answer, url: answer.data?.account?.recordings?.nodes[0]?.archiveLink?.url };
  };

  test('is the host that the client named, or what the setting says', async () => {
    expect((await linksBy({ host: 'zoom.example.com:8080' })).url).toMatch(
      /^http:\/\/zoom\.example\.com:8080\/files\/[\w-]+$/,
    );
    expect((await linksBy({ host: 'evil" /x' })).url).toMatch(/^\/files\/[\w-]+$/);
    const env = { PUBLIC_URL: 'https://example.com/zoom/' };
    expect((await linksBy({ host: 'localhost' }, env)).url).toMatch(/^https:\/\/example\.com\/zoom\/files\/[\w-]+$/);
  });

  test('is said to nobody whose token no link may hold', async () => {
    const { data, errors } = await linksBy({ authorization: `Bearer ${await mint()}` }, { AUTH: 'caller' });
    expect(data.account.recordings.nodes).toEqual([{ archiveLink: null }]);
    expect(
      errors.map(({ message, extensions }: { message: string; extensions: object }) => [message, extensions]),
    ).toEqual([
      [
        "Links to files need the server's own credentials: this request brought its own token, which no link may hold.",
        { code: 'FORBIDDEN' },
      ],
    ]);
  });
});

test('nothing that was logged holds a link, a token, a passcode or where a file is', async () => {
  const { data } = await ask(
    `{ account { recordings(first: 1, ${RANGE()}) { nodes { password recordingFiles { downloadUrl downloadLink { url } } } } } }`,
  );
  const [recording] = data.account.recordings.nodes;
  const [file] = recording.recordingFiles;
  await fetched(file.downloadLink.url);
  await refused(`${file.downloadLink.url}x`);
  const log = lines.join('');
  const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'file');
  expect(told.length).toBeGreaterThan(10);
  expect(told.at(-1)).toMatchObject({ file: 'Recording', verb: 'GET', status: 200, requestId: expect.any(String) });
  const secrets = [
    file.downloadUrl,
    new URL(file.downloadUrl).pathname,
    file.downloadLink.url.split('/').at(-1),
    recording.password,
    sandbox.credentials.clientSecret,
  ];
  expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 5)).toBe(true);
  for (const secret of secrets) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/Bearer [^"]|\/files\/|\/rec\//);
});
