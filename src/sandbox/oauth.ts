/** The token endpoint of server-to-server OAuth, and the check of the tokens it gave (docs/zoom.md 1). */
import { randomBytes } from 'node:crypto';
import { MINUTE } from './clock.ts';
import { refuse } from './refusal.ts';

export interface Credentials {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How long an access token lives, in seconds. */
export const TOKEN_SECONDS = 3600;

export interface OAuth {
  /** Status and body for what was posted to the token endpoint. */
  mint(authorization: string | undefined, given: URLSearchParams): { status: number; body: object };
  /** The scopes of the token in an Authorization header; throws Zoom's 401. */
  scopesOf(authorization: string | undefined): ReadonlySet<string>;
  /** Makes every token given so far expired. */
  expireAll(): void;
  readonly mints: number;
}

const refused = (error: string, reason: string) => ({ status: 400, body: { reason, error } });

export const oauthOf = (
  credentials: Credentials,
  apiUrl: () => string,
  grantedScopes: () => readonly string[],
  now: () => number,
): OAuth => {
  const tokens = new Map<string, { expires: number; scopes: ReadonlySet<string> }>();
  let mints = 0;
  const basic = `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`;
  return {
    get mints() {
      return mints;
    },
    mint(authorization, given) {
      if (authorization !== basic) return refused('invalid_client', 'Invalid client_id or client_secret');
      if (given.get('grant_type') !== 'account_credentials')
        return refused('unsupported_grant_type', 'unsupported grant type');
      if (given.get('account_id') !== credentials.accountId) return refused('invalid_request', 'Bad Request');
      const token = randomBytes(48).toString('base64url');
      const scopes = grantedScopes();
      for (const [old, { expires }] of tokens) if (expires < now() - 60 * MINUTE) tokens.delete(old);
      tokens.set(token, { expires: now() + TOKEN_SECONDS * 1000, scopes: new Set(scopes) });
      mints++;
      return {
        status: 200,
        body: {
          access_token: token,
          token_type: 'bearer',
          expires_in: TOKEN_SECONDS,
          scope: scopes.join(' '),
          api_url: new URL(apiUrl()).origin,
        },
      };
    },
    scopesOf(authorization) {
      const token = tokens.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
      if (!token) throw refuse.token();
      if (token.expires <= now()) throw refuse.expiredToken();
      return token.scopes;
    },
    expireAll() {
      for (const token of tokens.values()) token.expires = now();
    },
  };
};
