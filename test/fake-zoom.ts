/** What the tests of the REST client share: a few endpoints, fake answers of Zoom, and a clock that they move. */
import { MockAgent } from 'undici';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import {
  type CallLine,
  type Client,
  createClient,
  newStats,
  type RequestContext,
  type Zoom,
  ZoomError,
} from '../src/zoom/client/client.ts';
import { get, list, patch, post } from '../src/zoom/declare/endpoint.ts';
import { file, list as several, shape, string } from '../src/zoom/declare/shape.ts';

const Thing = shape('FakeThing', { id: string(), email: string() });
export const getUser = get('/users/{userId}', {
  of: Thing,
  limit: 'LIGHT',
  scopes: ['user:read:admin', 'user:read:user:admin'],
});
export const listUsers = list('/users', { of: Thing, items: 'users', limit: 'MEDIUM', scopes: [] });
export const getMetrics = get('/metrics/crc', { of: Thing, limit: 'HEAVY', scopes: [] });
export const getPhoneUser = get('/phone/users/{userId}', { of: Thing, limit: 'LIGHT', scopes: [] });
export const createUser = post('/users', { of: Thing, body: Thing, limit: 'LIGHT', scopes: [] });
export const uploadPicture = post('/users/{userId}/picture', {
  body: shape('FakePicture', { pic_file: file('A picture'), tags: several(string()) }),
  limit: 'LIGHT',
  scopes: [],
});
export const createMeeting = post('/users/{userId}/meetings', { limit: 'MEDIUM', scopes: [], perHost: true });
export const sendAsChatbot = post('/im/messages', {
  grant: 'chatbot',
  of: Thing,
  limit: 'MEDIUM',
  scopes: ['imchat:bot'],
});
export const updateMeeting = patch('/meetings/{meetingId}', { limit: 'LIGHT', scopes: [], perHost: true });

export const API = 'https://api.zoom.test';
export const OAUTH = 'https://zoom.test';
export const NOON = Date.UTC(2026, 4, 5, 12);
export const MIDNIGHT = Date.UTC(2026, 4, 6);
export const credentials = { accountId: 'acc', clientId: 'cid', clientSecret: 'the-client-secret' };
export const chatbot = { clientId: 'bot-cid', clientSecret: 'the-chatbot-secret' };
/** Must never be seen in an error or a log line. */
const SECRETS = [
  'the-client-secret',
  Buffer.from('cid:the-client-secret').toString('base64'),
  'the-chatbot-secret',
  Buffer.from('bot-cid:the-chatbot-secret').toString('base64'),
  'bot-1',
  'bot-2',
  'token-1',
  'token-2',
  'caller-token',
];

export const turnOf = (more: Partial<RequestContext> = {}): RequestContext => ({ stats: newStats(), ...more });

/** The error of a call that must fail. */
export const errorOf = async (call: Promise<unknown>): Promise<ZoomError> => {
  const error = await call.then(
    (answer) => new Error(`no error but ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ZoomError)) throw error;
  for (const secret of SECRETS) expect(`${JSON.stringify({ ...error })} ${error.stack}`).not.toContain(secret);
  return error;
};

/** The work's outcome after time has passed. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(ms);
  return work;
};

export interface FakeZoom {
  readonly agent: MockAgent;
  readonly lines: CallLine[];
  readonly client: Client;
  readonly zoom: Zoom;
  /** Makes a client with other options. */
  start(options?: Partial<Parameters<typeof createClient>[0]>): void;
  /** An interceptor of a path below /v2. */
  on(
    path: string | ((path: string) => boolean),
    method?: string,
  ): ReturnType<ReturnType<MockAgent['get']>['intercept']>;
  /** Gives out token-1, token-2 ...; tells how many. */
  mint(scope?: string): () => number;
  getUser(requestContext?: RequestContext, userId?: string): Promise<unknown>;
}

/** A fresh fake for every test of the file, with the clock at noon. */
export const fakeZoom = (): FakeZoom => {
  let agent: MockAgent;
  let client: Client;
  let zoom: Zoom | undefined;
  const lines: CallLine[] = [];
  const fake: FakeZoom = {
    get agent() {
      return agent;
    },
    get client() {
      return client;
    },
    get zoom() {
      return zoom ?? client.as();
    },
    lines,
    start: (options) => {
      client = createClient({
        apiUrl: `${API}/v2`,
        oauthUrl: `${OAUTH}/oauth/token`,
        plan: 'pro',
        credentials,
        dispatcher: agent,
        random: () => 1,
        callersByAccount: false,
        log: (line) => lines.push(line),
        ...options,
      });
      zoom = undefined;
    },
    on: (path, method = 'GET') => {
      const matches = typeof path === 'string' ? `/v2${path}` : (at: string) => path(at.replace(/^\/v2/, ''));
      return agent.get(API).intercept({ path: matches, method });
    },
    mint: (scope = '') => {
      let count = 0;
      agent
        .get(OAUTH)
        .intercept({ path: '/oauth/token', method: 'POST' })
        .reply(() => {
          count++;
          const data = { access_token: `token-${count}`, expires_in: 3600, scope, api_url: 'https://api-eu.zoom.test' };
          return { statusCode: 200, data };
        })
        .persist();
      return () => count;
    },
    getUser: (requestContext = turnOf(), userId = 'a') => fake.zoom.call(getUser, { path: { userId } }, requestContext),
  };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NOON });
    agent = new MockAgent();
    agent.disableNetConnect();
    lines.length = 0;
    fake.start();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await client.close();
    await agent.close();
    for (const secret of SECRETS) expect(JSON.stringify(lines)).not.toContain(secret);
  });
  return fake;
};
