/** The sandbox's HTTP side: the life of one request, from its bytes to its answer or its fault. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Endpoint, nameOf } from '../zoom/declare/endpoint.ts';
import { bodyIn, recorded } from './body.ts';
import type { Answer, ReceivedCall } from './call.ts';
import type { Clock } from './clock.ts';
import type { FileAnswer } from './download.ts';
import type { Engine } from './engine.ts';
import { Impossible } from './events/causes.ts';
import type { EventBody } from './events/news.ts';
import { type Fault, type Faults, TOKEN_ENDPOINT } from './faults.ts';
import type { Bytes } from './file-bytes.ts';
import { refusals } from './limits.ts';
import type { OAuth } from './oauth.ts';
import type { PageTokens } from './page-tokens.ts';
import { HTML_PAGE, Refusal, refuse } from './refusal.ts';
import type { Route, routerOf } from './router.ts';
import { hash, isKnown, type Known } from './seeded.ts';
import { withUndeclared } from './undeclared.ts';

export interface Parts {
  readonly route: ReturnType<typeof routerOf>;
  readonly oauth: OAuth;
  readonly pageTokens: PageTokens;
  /** Who answers a call, and the route as it is known there. Throws a Refusal for an account that does not exist. */
  readonly engineFor: (route: Route) => { engine: Engine; route: Route };
  readonly faults: Faults;
  readonly clock: Clock;
  readonly calls: ReceivedCall[];
  readonly latencyMs: number;
  /** Answers for a path outside the API (recording files), if there is one. */
  readonly file: (path: string, authorized: boolean, bearer: string) => FileAnswer | undefined;
  /** Lets something happen that no call brings about. Throws Impossible, and a Refusal of what is not there. */
  readonly cause: (event: string, object: Known) => EventBody;
}

/** Where the sandbox is told what shall happen; Zoom has nothing like it. */
const CAUSES = '/events';

export const serverOf = (parts: Parts): Server => {
  let serial = 0;
  return createServer((request, response) => {
    response.setHeader('x-zm-trackingid', `v=2.0;clid=sandbox;rid=WEB_${hash(`tracking ${serial++}`).toString(16)}`);
    serve(parts, request, response).catch((error: unknown) => {
      // A fault of the sandbox itself: say so, rather than look like one of Zoom's.
      if (!response.headersSent) response.writeHead(500);
      response.end(JSON.stringify({ code: -1, message: `Sandbox: ${error instanceof Error ? error.stack : error}` }));
    });
  });
};

const serve = async (parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET', url: target = '/' } = request;
  const [rawPath = '/', search = ''] = target.split(/\?(.*)/s);
  const bytes = await bytesOf(request);
  if (rawPath === CAUSES && method === 'POST') {
    // Pages of other origins cannot send this type unasked.
    const isJson = request.headers['content-type']?.startsWith('application/json');
    return cause(parts, response, isJson ? await bodyIn(bytes) : undefined);
  }
  if (rawPath === '/oauth/token') return mint(parts, request, response, search, bytes.toString());
  if (!rawPath.startsWith('/v2/')) return file(parts, request, response, rawPath, search);

  const body = await bodyIn(bytes, request.headers['content-type']);
  const route = parts.route(method, rawPath.slice('/v2'.length));
  const call: ReceivedCall = {
    method,
    path: route?.endpoint.path ?? rawPath.slice('/v2'.length),
    url: target.slice('/v2'.length),
    limit: route?.endpoint.limit,
    status: 0,
    at: parts.clock.now(),
    ...(bytes.length > 0 && { body: recorded(body) }),
  };
  parts.calls.push(call);

  const fault = route && parts.faults.next(nameOf(route.endpoint), target);
  if (fault) call.fault = fault.kind;
  if (fault?.kind === 'expire-tokens') parts.oauth.expireAll();
  if (fault?.kind === 'expire-pages') parts.pageTokens.expireAll();
  if (fault?.kind === 'silent') return;
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }

  const answer = attempt(() => {
    const { scopes, grant } = parts.oauth.tokenIn(request.headers.authorization);
    if (!route) throw refuse.route();
    const needed = route.endpoint.scopes;
    const isGranted = needed.length === 0 || needed.some((scope) => scopes.has(scope));
    if (!isGranted || grant !== route.endpoint.grant) throw refuse.scopes(needed.join(', '));
    const failing = fault && failure(fault, route.endpoint, parts.clock.now());
    if (failing) throw failing;
    if (fault?.kind === 'html') return { status: 200, headers: {} };
    if (body === undefined) throw refuse.json();
    const { engine, route: known } = parts.engineFor(route);
    const told = engine.answer(known, rawPath, Object.fromEntries(new URLSearchParams(search)), body);
    return fault?.kind === 'undeclared' ? { ...told, body: withUndeclared(route.endpoint, told.body) } : told;
  });
  call.status = answer.status;
  if (fault?.kind === 'lost') {
    request.socket.resetAndDestroy();
    return;
  }
  await later(parts.latencyMs + (fault?.kind === 'slow' ? (fault.ms ?? 1000) : 0));
  send(response, answer, fault);
};

/** `{ "event": "meeting.started", "object": { "id": 88000000000 } }`, answered with the event that was told. */
const cause = (parts: Parts, response: ServerResponse, body: unknown): void => {
  const { event, object = {} } = (isKnown(body) ? body : {}) as { event?: unknown; object?: unknown };
  const answer = attempt(() => {
    if (typeof event !== 'string' || !isKnown(object)) throw refuse.json();
    try {
      return { status: 200, headers: {}, body: parts.cause(event, object) };
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      return { status: 400, headers: {}, body: { code: -1, message: error.message } };
    }
  });
  send(response, answer);
};

const attempt = (work: () => Answer): Answer => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, headers: error.headers, body: error.body };
  }
};

/** The error that a fault of a status stands for. */
const failure = ({ kind, body }: Fault, { limit }: Endpoint, now: number): Refusal | undefined => {
  if (kind === '429') return refusals.second(limit);
  if (kind === '429-daily') return refusals.day(limit, now);
  if (kind === '429-concurrent') return refusals.concurrent();
  const status = Number(kind);
  const { code, message } = body ?? { code: status, message: `Fault ${status} of the sandbox.` };
  return Number.isNaN(status) ? undefined : new Refusal(status, code, message);
};

const send = (response: ServerResponse, { status, headers, body }: Answer, fault?: Fault): void => {
  if (fault?.kind === 'html') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(HTML_PAGE);
    return;
  }
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const isBytes = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = isBytes ? body : JSON.stringify(body);
  const type = isBytes ? {} : { 'Content-Type': 'application/json;charset=UTF-8' };
  response.writeHead(status, { ...type, ...headers });
  response.end(fault?.kind === 'truncated' ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes);
};

const mint = async (
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  body: string,
): Promise<void> => {
  const fault = parts.faults.next(TOKEN_ENDPOINT);
  if (fault?.kind === 'silent') return;
  if (fault?.kind === 'reset' || fault?.kind === 'lost') {
    request.socket.resetAndDestroy();
    return;
  }
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const given = new URLSearchParams(search);
  if (isForm) for (const [name, value] of new URLSearchParams(body)) given.set(name, value);
  await later(parts.latencyMs + (fault?.kind === 'slow' ? (fault.ms ?? 1000) : 0));
  const status = Number(fault?.kind);
  const answer =
    fault === undefined || Number.isNaN(status)
      ? parts.oauth.mint(request.headers.authorization, given)
      : { status, body: { reason: `Fault ${status} of the sandbox.`, error: 'fault' } };
  send(response, { ...answer, headers: {} }, fault);
};

/** Files want a bearer, in the header or as `access_token`; without one Zoom shows a page, with status 200. */
const file = async (
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<void> => {
  const inQuery = new URLSearchParams(search).get('access_token');
  const bearer = request.headers.authorization ?? `Bearer ${inQuery ?? ''}`;
  const authorized = attempt(() => {
    parts.oauth.tokenIn(bearer);
    return { status: 200, headers: {} };
  });
  const answer = parts.file(path, authorized.status === 200, bearer.slice('Bearer '.length));
  await later(parts.latencyMs);
  if (answer?.file) return sendFile(request, response, answer.headers, answer.file);
  send(response, answer ?? { status: 404, headers: { 'Content-Type': 'text/html' }, body: HTML_PAGE });
};

/** All of a file, or the part of it that is asked for. */
const sendFile = async (
  { headers }: IncomingMessage,
  response: ServerResponse,
  more: Readonly<Record<string, string>>,
  { size, between }: Bytes,
): Promise<void> => {
  const etag = `"${size.toString(16)}"`;
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag;
  const part = isSame ? partOf(headers.range, size) : undefined;
  const known = { ...more, ETag: etag, 'Accept-Ranges': 'bytes' };
  if (part === 'beyond') {
    response.writeHead(416, { ...known, 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const [from, to] = part ?? [0, size];
  const range = part && { 'Content-Range': `bytes ${from}-${to - 1}/${size}` };
  response.writeHead(part ? 206 : 200, { ...known, ...range, 'Content-Length': to - from });
  // Whoever goes away has had enough.
  await pipeline(Readable.from(between(from, to), { objectMode: false }), response).catch(() => undefined);
};
/** "bytes=5-9", "bytes=5-" and "bytes=-5"; undefined for what is no range, or several. */
const partOf = (
  range: string | undefined,
  size: number,
): readonly [from: number, to: number] | 'beyond' | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined || (first === '' && !last)) return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || !last ? size : Math.min(size, Number(last) + 1);
  return from < to ? [from, to] : 'beyond';
};

const bytesOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const later = (ms: number): Promise<void> | undefined =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms).unref()) : undefined;
