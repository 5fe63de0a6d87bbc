/**
 * The graph over a table of fake answers: what a query gave, and which REST calls it made.
 *
 * The table's keys are "METHOD /path", decoded and without the query; its values the JSON that Zoom would answer, a `refusal`,
 * or a function of the call, which may give a promise of the JSON. What is not in the table is Zoom's 404. `calls` lists each call with its query, `bodies` what was
 * sent with those that change something.
 */
import type { GraphQLSchema } from 'graphql';
import { FormData, MockAgent } from 'undici';
import { readConfig } from '../src/server/config.ts';
import { createGateway } from '../src/server/gateway.ts';
import type { SessionFor } from '../src/server/session.ts';
import { createClient, type ZoomOptions } from '../src/zoom/client/client.ts';
import { runOn } from './run.ts';
import { way } from './way.ts';

export type { Result } from './run.ts';

/** A call as Zoom would receive it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}
/** An answer with a status of its own; any other value is the JSON of a 200. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
}
export type Table = Readonly<Record<string, unknown>>;

/** Zoom's way to say no. */
export const refusal = (status: number, code: number, message: string): Answer => new Reply(status, { code, message });
/** The empty answer of a write. */
export const done = (): Answer => new Reply(204);
/** An answer by its very text. */
export const verbatim = (text: string, type = 'application/json'): Answer => new Reply(200, undefined, { text, type });

class Reply implements Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly verbatim?: { readonly text: string; readonly type: string };
  constructor(status: number, json?: unknown, verbatim?: Reply['verbatim']) {
    this.status = status;
    this.json = json;
    this.verbatim = verbatim;
  }
}

const API = 'https://api.zoom.test';
const OAUTH = 'https://zoom.test';
const TOKEN = { access_token: 'stub-token', token_type: 'bearer', expires_in: 3600, scope: '' };

export const stub = (
  table: Table,
  options: Partial<ZoomOptions> & {
    env?: Record<string, string>;
    schema?: GraphQLSchema;
    sessionFor?: SessionFor;
  } = {},
) => {
  const { schema, sessionFor } = options;
  const calls: string[] = [];
  const bodies: unknown[] = [];
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent.get(OAUTH).intercept({ path: '/oauth/token', method: 'POST' }).reply(200, TOKEN).persist();
  const answer = ({ method, path, body }: { method: string; path: string; body?: unknown }) => {
    const url = new URL(path, API);
    const at = decodeURIComponent(url.pathname.replace(/^\/v2/, ''));
    calls.push(`${method} ${at}${decodeURIComponent(url.search)}`);
    const sent = sentIn(body);
    if (method !== 'GET') bodies.push(sent);
    const entry = table[`${method} ${at}`];
    const given: unknown =
      typeof entry === 'function' ? entry({ method, path: at, query: url.searchParams, body: sent }) : entry;
    if (given instanceof Promise) return { ...reply(200, {}), data: given.then((json) => JSON.stringify(json)) };
    if (given === undefined) return reply(404, { code: 404, message: 'Nothing is here.' });
    return given instanceof Reply ? reply(given.status, given.json, given.verbatim) : reply(200, given);
  };
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
    agent
      .get(API)
      .intercept({ path: () => true, method })
      .reply((call) => answer({ method, path: call.path, body: call.body }))
      .persist();

  const client = createClient({
    apiUrl: `${API}/v2`,
    oauthUrl: `${OAUTH}/oauth/token`,
    plan: 'business',
    credentials: { accountId: 'account', clientId: 'client', clientSecret: 'secret' },
    chatbot: { clientId: 'chatbot', clientSecret: 'chatbot-secret' },
    dispatcher: agent,
    random: () => 0,
    callersByAccount: false,
    ...options,
  });
  const gateway = createGateway({
    ...way,
    client,
    config: readConfig(options.env ?? {}),
    ...(schema && { schema }),
    ...(sessionFor && { sessionFor }),
  });
  return { run: runOn(gateway), calls, bodies, gateway, client };
};

/** What a body says; a form by the names of its parts, with files as they are. */
const sentIn = (body: unknown): unknown => {
  if (body instanceof FormData) return Object.fromEntries(body);
  return typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined;
};

const reply = (statusCode: number, json: unknown, { text, type }: { text?: string; type?: string } = {}) => ({
  statusCode,
  data: text ?? (json === undefined ? '' : JSON.stringify(json)),
  responseOptions: { headers: { 'content-type': type ?? 'application/json', 'x-zm-trackingid': 'stub' } },
});
