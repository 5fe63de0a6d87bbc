/** The least that can stand before Zoom: it sends each GET on with a token, and the bytes back. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'undici';
import { listening, report } from './subject.ts';
import { accessToken } from './token.ts';

const headers = { authorization: `Bearer ${await accessToken(process.env)}` };
const zoom = new Pool(new URL(process.env.ZOOM_API_URL ?? '').origin, { connections: 128 });

const relay = async ({ url = '/' }: IncomingMessage, response: ServerResponse) => {
  const answer = await zoom.request({ method: 'GET', path: url, headers });
  const bytes = new Uint8Array(await answer.body.arrayBuffer());
  response.writeHead(answer.statusCode, {
    'content-type': answer.headers['content-type'],
    'content-length': bytes.length,
  });
  response.end(bytes);
};

const server = createServer((request, response) => {
  relay(request, response).catch(() => response.writeHead(502).end());
});
report({ origin: await listening(server) });
