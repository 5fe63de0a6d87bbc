/** A sandbox on a clock that stands still, and calls to it over HTTP. */
import { request } from 'undici';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';

export const NOW = Date.UTC(2026, 5, 15, 12);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** Whatever JSON holds: a test knows what it asked for. */
type Body = ReturnType<typeof JSON.parse>;
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: Body;
}
export interface Zoom {
  readonly sandbox: Sandbox;
  token(): Promise<string>;
  /** Lets the clock go on. */
  pass(ms: number): void;
  /** Sends a call as it stands; the clock goes on by a second first, so that no limit is met unless `pace` is 0. */
  call(method: string, path: string, body?: unknown, pace?: number, token?: string): Promise<Reply>;
  get(path: string, pace?: number): Promise<Reply>;
  /** All items of a list, page by page. */
  all(path: string, items: string): Promise<Body[]>;
}

export const send = async (
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Reply> => {
  const response = await request(url, { method: method as 'GET', headers, body });
  const text = await response.body.text();
  const json = String(response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
};

/** The account's app, or the chatbot's. */
type App = 'credentials' | 'chatbot';
export const basicOf = (sandbox: Sandbox, app: App = 'credentials'): string => {
  const { clientId, clientSecret } = sandbox[app];
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
};
const FORMS: Readonly<Record<App, (sandbox: Sandbox) => Record<string, string>>> = {
  credentials: ({ credentials }) => ({ grant_type: 'account_credentials', account_id: credentials.accountId }),
  chatbot: () => ({ grant_type: 'client_credentials' }),
};

export const mint = (sandbox: Sandbox, app: App = 'credentials'): Promise<Reply> =>
  send(
    'POST',
    sandbox.oauthUrl,
    { authorization: basicOf(sandbox, app), 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams(FORMS[app](sandbox)).toString(),
  );

export const zoomOf = async (options: SandboxOptions = {}): Promise<Zoom> => {
  const sandbox = await startSandbox({ now: () => NOW, ...options });
  let minted: { token: string; at: number } | undefined;
  let at = 0;
  const zoom: Zoom = {
    sandbox,
    async token() {
      if (!minted || at - minted.at > 50 * MINUTE) minted = { token: (await mint(sandbox)).body.access_token, at };
      return minted.token;
    },
    pass(ms) {
      sandbox.advance(ms);
      at += ms;
    },
    async call(method, path, body, pace = SECOND, token) {
      zoom.pass(pace);
      return send(
        method,
        `${sandbox.apiUrl}${path}`,
        { authorization: `Bearer ${token ?? (await zoom.token())}`, 'content-type': 'application/json' },
        body === undefined ? undefined : JSON.stringify(body),
      );
    },
    get: (path, pace) => zoom.call('GET', path, undefined, pace),
    async all(path, items) {
      const found: Body[] = [];
      const join = path.includes('?') ? '&' : '?';
      for (let token = ''; ; ) {
        const { body } = await zoom.get(token ? `${path}${join}next_page_token=${token}` : path);
        found.push(...body[items]);
        token = body.next_page_token ?? '';
        if (token === '') return found;
      }
    },
  };
  return zoom;
};

/** The bytes of a form of one file, whose parts are separated by "part". */
export const formWith = (file: string, type: string, name = 'file') =>
  [
    '--part',
    `Content-Disposition: form-data; name="${name}"; filename="a hill.png"`,
    `Content-Type: ${type}`,
    '',
    file,
    '--part--',
    '',
  ].join('\r\n');
