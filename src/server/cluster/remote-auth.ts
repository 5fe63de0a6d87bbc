/**
 * Tokens that another process mints, so that several have one between them: a new token may end the one before. Both ends are
 * here, the one that asks and the one that mints. A token is in these messages and nowhere else on its way.
 */
import { keeping, type MintedToken, type ServerAuth } from '../../zoom/auth/auth.ts';
import { type ErrorDetails, type ErrorKind, ZoomError } from '../../zoom/errors/errors.ts';

/** Asks for the current token. `refused`: the value of the one that Zoom refused, if it did. */
export interface TokenAsk {
  readonly refused?: string;
}

/** Gives the token, or says why there is none. `failed`: what nobody expects, with its stack. */
export type TokenAnswer =
  | { readonly token: MintedToken }
  | { readonly refusal: { readonly kind: ErrorKind; readonly message: string; readonly details: ErrorDetails } }
  | { readonly failed: string };

export interface RemoteAuth {
  readonly auth: ServerAuth;
  /** Takes what the one who mints answers. */
  readonly hear: (answer: TokenAnswer) => void;
}

/** Tokens minted where `send` leads, which answers each ask once. A token is kept until it is to be renewed: a call seldom asks. */
export const remoteAuth = (send: (ask: TokenAsk) => void): RemoteAuth => {
  // One ask is under way at most, so that an answer need not say what it answers.
  let hear: (answer: TokenAnswer) => void = () => {};
  const ask = (refused?: string) =>
    new Promise<MintedToken>((resolve, reject) => {
      hear = (answer) => ('token' in answer ? resolve(answer.token) : reject(errorIn(answer)));
      send({ refused });
    });
  return { auth: keeping(ask), hear: (answer) => hear(answer) };
};

/** Serves one process: gives what takes its asks, and sends the answers. `auth` is the same for all processes. */
export const hostAuth =
  (auth: ServerAuth, send: (answer: TokenAnswer) => void): ((ask: TokenAsk) => void) =>
  ({ refused }) => {
    if (refused !== undefined) auth.drop({ value: refused });
    auth.token().then(
      (token) => send({ token }),
      (error: unknown) => send(answerOf(error)),
    );
  };

const answerOf = (error: unknown): TokenAnswer => {
  if (!(error instanceof ZoomError)) return { failed: error instanceof Error ? `${error.stack}` : String(error) };
  const { kind, message, details } = error;
  return { refusal: { kind, message, details } };
};

const errorIn = (answer: Exclude<TokenAnswer, { token: MintedToken }>): Error => {
  if ('failed' in answer) return new Error(answer.failed);
  const { kind, message, details } = answer.refusal;
  return new ZoomError(kind, message, details);
};
