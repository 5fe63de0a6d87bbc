/**
 * A fake Zoom that costs next to nothing: each answer is the sandbox's own, asked for once and kept as bytes. Rate limits are
 * told in the headers and enforced by nobody; with `ACCOUNTS`, each token is one of an account of its own, whose limits are enforced.
 */
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { request as ask } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { type Limits, limitsOf } from '../src/sandbox/limits.ts';
import { Refusal } from '../src/sandbox/refusal.ts';
import { operations } from '../src/zoom/api/index.ts';
import { type Endpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { listening, report } from './subject.ts';
import { mint } from './token.ts';

export const CALLS = '/__calls';

interface Prepared {
  /** "GET /users/{userId}", under which the call is counted. */
  readonly name: string;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly bytes: Buffer;
  /** Where in the bytes the minutes and seconds of the last login stand, "51:32"; -1 where none is told. */
  readonly login: number;
  /** Where in the bytes the id of the account stands; -1 where it is not told. */
  readonly account: number;
}

/** The sandbox keeps to Zoom's limits: its clock goes on by so much before each call, that is 40 calls a second. */
const STEP_MS = 25;

const sandbox = await startSandbox({
  users: Number(process.env.USERS),
  meetingsPerUser: Number(process.env.MEETINGS),
  plan: 'business',
});
const { accountId, clientId, clientSecret } = sandbox.credentials;
const credentials = { ZOOM_ACCOUNT_ID: accountId, ZOOM_CLIENT_ID: clientId, ZOOM_CLIENT_SECRET: clientSecret };
const token = Buffer.from(await mint({ ...credentials, ZOOM_OAUTH_URL: sandbox.oauthUrl }));
const { access_token } = JSON.parse(token.toString()) as { access_token: string };

/** Zoom's lists show the first 250 characters of an agenda. */
const AGENDA = '本日の会議は午後三時から始まります。資料は共有フォルダーに置きましたので、事前にご確認ください。'
  .repeat(9)
  .slice(0, 250);
const inJapanese = (json: string): string =>
  json
    .replace(/"topic":"[^"]*"/g, '"topic":"第二四半期の製品計画について"')
    .replace(/"agenda":"[^"]*"/g, `"agenda":"${AGENDA}"`);

const TOO_MANY = 429;
const LOGIN = '"last_login_time":"';

const prepare = async (url: string): Promise<Prepared> => {
  sandbox.advance(STEP_MS);
  const { statusCode, headers, body } = await ask(sandbox.origin + url, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  const bytes = process.env.JAPANESE
    ? Buffer.from(inJapanese(await body.text()))
    : Buffer.from(await body.arrayBuffer());
  if (statusCode === TOO_MANY) throw new Error(`The sandbox refuses ${url} for now.`);
  const call = sandbox.calls.findLast((one) => one.url === url.slice('/v2'.length));
  const kept = Object.entries(headers).filter(([name]) => /^(content-type|x-)/.test(name));
  return {
    name: `${call?.method} ${call?.path}`,
    status: statusCode,
    headers: { ...Object.fromEntries(kept), 'content-length': bytes.length },
    bytes,
    account: bytes.indexOf(accountId),
    login: bytes.indexOf(LOGIN) < 0 ? -1 : bytes.indexOf(LOGIN) + LOGIN.length + '2026-10-30T20:'.length,
  };
};

/** Roles filter nothing here: so lists can differ in their address alone, and calls for them cannot be shared. */
const withoutRole = (url: string) => url.replace(/role_id=[^&]*&?/, '').replace(/[?&]$/, '');

/** The sandbox is asked one by one, since its clock stands still while calls are side by side. */
const inOrder = new Map<string, Promise<Prepared>>();
let last: Promise<unknown> = Promise.resolve();
const preparing = (url: string): Promise<Prepared> => {
  const known = inOrder.get(url) ?? last.then(() => prepare(url));
  inOrder.set(url, known);
  last = known;
  return known;
};

const prepared = new Map<string, Prepared>();
let counts: Record<string, number> = {};

/** Someone has logged in since the last answer. */
const change = ({ bytes, login }: Prepared) => {
  const two = (part: number) => String(part % 60).padStart(2, '0');
  const now = ++sent;
  if (login >= 0) bytes.write(`${two((now / 60) | 0)}:${two(now)}`, login, 'latin1');
};
let sent = 0;

const send = (response: ServerResponse, answer: Prepared) => {
  counts[answer.name] = (counts[answer.name] ?? 0) + 1;
  if (process.env.CHANGES) change(answer);
  response.writeHead(answer.status, answer.headers).end(answer.bytes);
};

const PLAN = 'business';
const endpoints = new Map<string, Endpoint>(operations.map((endpoint) => [nameOf(endpoint), endpoint]));
const limits = new Map<string, Limits>();

/** The answer for the account of a token, as far as its limits allow it. Each is told an id of its own, of the same length. */
const sendTo = (bearer: string, response: ServerResponse, answer: Prepared) => {
  const endpoint = endpoints.get(answer.name);
  const own = limits.get(bearer) ?? limitsOf(PLAN, Date.now);
  limits.set(bearer, own);
  try {
    if (endpoint) own.spend(endpoint);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    counts[REFUSED] = (counts[REFUSED] ?? 0) + 1;
    response.writeHead(error.status, { ...error.headers, 'content-type': 'application/json' });
    response.end(JSON.stringify(error.body));
    return;
  }
  if (answer.account < 0) return send(response, answer);
  const bytes = Buffer.from(answer.bytes);
  bytes.write(bearer.slice(-accountId.length), answer.account, 'latin1');
  send(response, { ...answer, bytes });
};
/** Counts the calls that were refused, among the others. */
const REFUSED = '429';

const server = createServer((request, response) => {
  const { url = '/', headers } = request;
  const known = prepared.get(url);
  const answerWith = (answer: Prepared) =>
    process.env.ACCOUNTS ? sendTo(headers.authorization ?? '', response, answer) : send(response, answer);
  if (known) {
    answerWith(known);
  } else if (url === CALLS) {
    response.end(JSON.stringify(counts));
    counts = {};
  } else if (url.startsWith('/oauth/')) {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': token.length }).end(token);
  } else {
    preparing(withoutRole(url)).then(
      (answer) => {
        prepared.set(url, answer);
        answerWith(answer);
      },
      (error: Error) => response.writeHead(500).end(error.stack),
    );
  }
});
server.keepAliveTimeout = 60_000;

const origin = await listening(server);
report({
  origin,
  env: { ...credentials, ZOOM_API_URL: `${origin}/v2`, ZOOM_OAUTH_URL: `${origin}/oauth/token` },
});
