/** Zoom behind a proxy: calls and tokens go through it, and it alone looks the host's name up. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { getUser } from '../../src/zoom/api/users/users.ts';
import { createClient, newStats } from '../../src/zoom/client/client.ts';

let sandbox: Sandbox;
let proxy: Server;
afterEach(async () => {
  proxy.close();
  proxy.closeAllConnections();
  await sandbox.close();
});

/** A proxy that leads whatever is asked for to the sandbox, and notes it. */
const start = async () => {
  sandbox = await startSandbox({ users: 3 });
  const asked: { host: string | undefined; auth: string | undefined }[] = [];
  proxy = createServer();
  proxy.on('connect', ({ url, headers }, client, head) => {
    asked.push({ host: url, auth: headers['proxy-authorization'] });
    const upstream = connect(Number(new URL(sandbox.apiUrl).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [upstream, client]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return { asked, url: `http://me:secret@127.0.0.1:${port}` };
};
const named = (url: string) => {
  const { pathname } = new URL(url);
  return `http://zoom.invalid${pathname}`;
};
const readMe = async (options: Pick<Parameters<typeof createClient>[0], 'apiUrl' | 'oauthUrl' | 'proxy'>) => {
  const client = createClient({ ...options, credentials: sandbox.credentials, plan: 'pro' });
  try {
    return await client.as().call(getUser, { path: { userId: 'me' } }, { stats: newStats() });
  } finally {
    await client.close();
  }
};

test('calls and tokens go through the proxy, with its password', async () => {
  const { asked, url } = await start();
  const { apiUrl, oauthUrl } = sandbox;
  const me = await readMe({ apiUrl: named(apiUrl), oauthUrl: named(oauthUrl), proxy: { url } });
  expect(me.email).toMatch(/@example\.com$/);
  const auth = `Basic ${Buffer.from('me:secret').toString('base64')}`;
  expect(asked.length).toBeGreaterThan(0);
  for (const one of asked) expect(one).toEqual({ host: 'zoom.invalid:80', auth });
});

test('this machine, and whoever is excepted, is reached without it', async () => {
  const { asked, url } = await start();
  await readMe({ apiUrl: sandbox.apiUrl, oauthUrl: sandbox.oauthUrl, proxy: { url } });
  expect(asked).toEqual([]);
  const { apiUrl, oauthUrl } = sandbox;
  const excepted = { apiUrl: named(apiUrl), oauthUrl: named(oauthUrl), proxy: { url, except: 'zoom.invalid' } };
  await expect(readMe(excepted)).rejects.toMatchObject({ kind: 'UPSTREAM' });
  expect(asked).toEqual([]);
});
