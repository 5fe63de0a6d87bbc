/** Access tokens: our own, minted by server-to-server OAuth or by the client credentials of a chatbot, or the caller's, passed through (docs/zoom.md 1). */
import type { Dispatcher } from 'undici';
import { Abort } from '../../engine/abort.ts';
import { utf8 } from '../../engine/utf8.ts';
import { ZoomError } from '../errors/errors.ts';
import { redact } from '../errors/redact.ts';
import { retryAfter } from '../http/answer.ts';
import { headerOf } from '../http/headers.ts';
import { retryDelay } from '../http/retry.ts';
import { originOf, type Received, send } from '../http/send.ts';
import { sleep } from '../http/wait.ts';
import { scopesIn } from './scopes.ts';

/** Of an app that is of no one account, such as a chatbot's. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}
/** Of a server-to-server app. */
export interface Credentials extends AppCredentials {
  readonly accountId: string;
}

export interface Token {
  readonly value: string;
  /** Undefined where they are not known. */
  readonly scopes?: ReadonlySet<string>;
}

/** A token whose end is known: it is to be renewed from `renewAt` on, in epoch milliseconds. */
export interface MintedToken extends Token {
  readonly renewAt: number;
}

export interface Auth {
  /** Throws ZoomError, UNAUTHENTICATED when Zoom gives none. */
  token(): Promise<Token>;
  /** Zoom refused this token. False when there is no way to get another. */
  drop(refused: Token): boolean;
}

/** What gives tokens of an app. */
export interface ServerAuth extends Auth {
  token(): Promise<MintedToken>;
}

/** The caller's own token: neither its scopes nor its end are known. Throws UNAUTHENTICATED for what cannot be one. */
export const callerAuth = (bearer: string): Auth => {
  if (!/^[\x21-\x7e]+$/.test(bearer)) throw new ZoomError('UNAUTHENTICATED', 'The access token is malformed.');
  const token: Token = { value: bearer };
  return { token: async () => token, drop: () => false };
};

/** A token is renewed so long before its end. */
const MARGIN_MS = 60_000;
const HOUR_S = 3600;

interface Minting {
  readonly oauthUrl: string;
  readonly dispatcher: Dispatcher;
  readonly timeoutMs: number;
  readonly random: () => number;
}

/** Gets a new token of an app. */
export type Mint = () => Promise<MintedToken>;
export const accountMint =
  (credentials: Credentials, minting: Minting): Mint =>
  () =>
    mint(credentials, minting, accountGrant(credentials));
export const chatbotMint =
  (credentials: AppCredentials, minting: Minting): Mint =>
  () =>
    mint(credentials, minting, CHATBOT_GRANT);

/** Tokens of an app: one mint in flight however many wait for it, and a new one a minute before the end. */
export const serverAuth = (credentials: Credentials, minting: Minting): ServerAuth =>
  keeping(accountMint(credentials, minting));
export const chatbotAuth = (credentials: AppCredentials, minting: Minting): ServerAuth =>
  keeping(chatbotMint(credentials, minting));

/** How an app asks for a token. */
interface TokenGrant {
  readonly form: Readonly<Record<string, string>>;
  /** In messages. */
  readonly app: string;
  /** What to check for each `error` of the token endpoint, whose errors are `{ reason, error }`. */
  readonly checks: Readonly<Record<string, string>>;
  /** What to check for any other. */
  readonly check: string;
}
const accountGrant = ({ accountId }: Credentials): TokenGrant => ({
  form: { grant_type: 'account_credentials', account_id: accountId },
  app: 'the Zoom app',
  checks: {
    invalid_client: 'Check the client id and the client secret of the Zoom app.',
    invalid_request: 'Check the account id.',
    unsupported_grant_type: 'Check that the Zoom app is of the type "Server-to-Server OAuth" and is activated.',
    invalid_grant: 'Check that the Zoom app is activated.',
  },
  check: 'Check the account id, the client id and the client secret of the Zoom app.',
});
const CHATBOT_GRANT: TokenGrant = {
  form: { grant_type: 'client_credentials' },
  app: "the chatbot's app",
  checks: { unsupported_grant_type: "Check that the chatbot's app is one for Team Chat." },
  check: "Check the client id and the client secret of the chatbot's app.",
};

/**
 * Keeps what `renew` gives until it is to be renewed, and asks it once however many wait. `refused`: the value of the token
 * that was kept, when Zoom refused it.
 */
export const keeping = (renew: (refused?: string) => Promise<MintedToken>): ServerAuth => {
  let current: MintedToken | undefined;
  let refused: string | undefined;
  let inFlight: Promise<MintedToken> | undefined;
  const renewed = async () => {
    try {
      current = await renew(refused);
      refused = undefined;
      return current;
    } finally {
      inFlight = undefined;
    }
  };
  return {
    token: async () => {
      if (current && Date.now() < current.renewAt) return current;
      inFlight ??= renewed();
      return inFlight;
    },
    drop: ({ value }) => {
      // Others may have been refused with the same token before, and have a new one by now.
      if (current?.value === value) {
        refused = value;
        current = undefined;
      }
      return true;
    },
  };
};

const mint = async (
  { clientId, clientSecret }: AppCredentials,
  minting: Minting,
  grant: TokenGrant,
): Promise<MintedToken> => {
  const { oauthUrl } = minting;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const request = {
    origin: originOf(oauthUrl),
    path: new URL(oauthUrl).pathname,
    method: 'POST' as const,
    headers: {
      authorization: `Basic ${basic}`,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(grant.form).toString(),
  };
  for (let attempt = 1; ; attempt++)
    try {
      return tokenIn(await send(minting.dispatcher, request, minting), [clientSecret, basic], grant);
    } catch (error) {
      // A token more does no harm, so a mint is repeated as a read is.
      const delay = error instanceof ZoomError ? retryDelay(error, 'GET', attempt, minting.random) : undefined;
      if (delay === undefined) throw error;
      const retryAt = error instanceof ZoomError ? (error.retryAt?.getTime() ?? 0) : 0;
      await sleep(Math.max(delay, Math.min(retryAt - Date.now(), minting.timeoutMs)), new Abort());
    }
};

const tokenIn = (
  { status, headers, bytes }: Received,
  secrets: readonly string[],
  { app, checks, check }: TokenGrant,
): MintedToken => {
  const { access_token, expires_in, scope, error, reason } = fieldsIn(utf8.decode(bytes));
  if (status === 200 && typeof access_token === 'string' && access_token !== '') {
    const lifeMs = (typeof expires_in === 'number' && expires_in > 0 ? expires_in : HOUR_S) * 1000;
    const renewAt = Date.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2);
    return { value: access_token, scopes: scopesIn(scope), renewAt };
  }
  const trackingId = headerOf(headers)('x-zm-trackingid');
  if (status === 429) {
    const retryAt = retryAfter(headerOf(headers)('retry-after'), Date.now()) ?? new Date(Date.now() + 1000);
    const message = `Zoom gives ${app} no more access tokens for the moment. Try again later.`;
    throw new ZoomError('RATE_LIMIT', message, { status, trackingId, retryAt });
  }
  if (status >= 400 && status < 500) {
    const why = typeof reason === 'string' ? redact(reason, secrets) : `HTTP ${status}`;
    const message = `Zoom gave no access token to ${app} (${why}). ${checks[String(error)] ?? check}`;
    throw new ZoomError('UNAUTHENTICATED', message, { status, trackingId });
  }
  const message = `Zoom gave no access token to ${app} (HTTP ${status}, and no token in the answer). Try again later.`;
  throw new ZoomError('UPSTREAM', message, {
    status,
    trackingId,
    ...(status < 400 && { transport: 'GARBLED' as const }),
  });
};

const fieldsIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    // The status says enough, and the parser's message would quote the text.
    return {};
  }
};
