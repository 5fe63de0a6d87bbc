/** Links to files: what they hold, what they open, and what goes over the wire on both sides. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/server.ts';
import { post } from './support.ts';

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

test('a link gives the file', async () => {
  const before = sandbox.calls.length;
  const { url, fileSize } = await linkOf('MP4');
  expect(sandbox.calls.length - before).toBe(1);
  const answer = await fetch(url);
  const bytes = await answer.arrayBuffer();
  console.log(url, answer.status, Object.fromEntries(answer.headers), bytes.byteLength, fileSize);
  console.log(lines.join(''));
  console.log(
    await ask(
      '{ phone { recordings(first: 1) { nodes { downloadLink { url } transcriptLink(minutes: 3) { url expiresAt } } } } account { archives(first: 1) { nodes { archiveLink { url } archiveFiles { downloadLink { url } } } } } }',
    ),
  );
});
