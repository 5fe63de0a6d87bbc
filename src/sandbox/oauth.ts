/** The token endpoint, for a server-to-server app and for a chatbot's, and the check of the tokens it gave (docs/zoom.md 1). */
import { randomBytes } from 'node:crypto';
import type { Endpoint } from '../zoom/declare/endpoint.ts';
import { MINUTE } from './clock.ts';
import { refuse } from './refusal.ts';

export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}
export interface Credentials extends AppCredentials {
  readonly accountId: string;
}

/** How long an access token lives, in seconds. */
export const TOKEN_SECONDS = 3600;

/** What a token lets its bearer do. */
export interface Granted {
  readonly scopes: ReadonlySet<string>;
  readonly grant: Endpoint['grant'];
}
/** An app, and how it gets its tokens. */
export interface App extends Granted {
  readonly credentials: AppCredentials;
  /** What it must send. */
  readonly form: { readonly grant_type: string; readonly account_id?: string };
}

export interface OAuth {
  /** Status and body for what was posted to the token endpoint. */
  mint(authorization: string | undefined, given: URLSearchParams): { status: number; body: object };
  /** The token in an Authorization header; throws Zoom's 401. */
  tokenIn(authorization: string | undefined): Granted;
  /** Makes every token given so far expired. */
  expireAll(): void;
  readonly mints: number;
}

const refused = (error: string, reason: string) => ({ status: 400, body: { reason, error } });

const basicOf = ({ clientId, clientSecret }: AppCredentials): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

/** `isTokenSingle`: a new token of an app ends those that it was given before (docs/zoom.md 1.1.5). */
export const oauthOf = (
  apps: readonly App[],
  apiUrl: () => string,
  now: () => number,
  isTokenSingle = false,
): OAuth => {
  const tokens = new Map<string, { expires: number; app: App }>();
  let mints = 0;
  return {
    get mints() {
      return mints;
    },
    mint(authorization, given) {
      const app = apps.find(({ credentials }) => basicOf(credentials) === authorization);
      if (!app) return refused('invalid_client', 'Invalid client_id or client_secret');
      const { grant_type, account_id } = app.form;
      if (given.get('grant_type') !== grant_type) return refused('unsupported_grant_type', 'unsupported grant type');
      if (account_id !== undefined && given.get('account_id') !== account_id)
        return refused('invalid_request', 'Bad Request');
      const token = randomBytes(48).toString('base64url');
      for (const [old, { expires }] of tokens) if (expires < now() - 60 * MINUTE) tokens.delete(old);
      if (isTokenSingle) for (const [old, other] of tokens) if (other.app === app) tokens.delete(old);
      tokens.set(token, { expires: now() + TOKEN_SECONDS * 1000, app });
      mints++;
      return {
        status: 200,
        body: {
          access_token: token,
          token_type: 'bearer',
          expires_in: TOKEN_SECONDS,
          scope: [...app.scopes].join(' '),
          api_url: new URL(apiUrl()).origin,
        },
      };
    },
    tokenIn(authorization) {
      const token = tokens.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
      if (!token) throw refuse.token();
      if (token.expires <= now()) throw refuse.expiredToken();
      return token.app;
    },
    expireAll() {
      for (const token of tokens.values()) token.expires = now();
    },
  };
};
