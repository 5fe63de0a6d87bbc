/**
 * The account that a caller's token belongs to. Zoom counts calls by account, and a token says nothing that could be believed: its claims cannot be
 * verified. So Zoom is asked for it, once for each token, before its first call.
 */
import { getUser } from '../api/users/users.ts';
import { type ErrorKind, ZoomError } from '../errors/errors.ts';

/** Who the token's user is. */
export const ASKED = { endpoint: getUser, path: { userId: 'me' }, withinMs: 5000 } as const;
/** Where Zoom could not be asked, it is asked again so much later, in milliseconds. */
const AGAIN_MS = 60_000;
/** These refusals do not change: such a token counts for itself, as long as it lives. */
const FINAL: ReadonlySet<ErrorKind> = new Set(['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN', 'MISSING_SCOPE']);

export class Belonging {
  readonly #ask: () => Promise<unknown>;
  readonly #onKnown: (accountId: string) => void;
  #asking: Promise<void> | undefined;
  #next = 0;

  /** `ask` gives the user of the token, as Zoom says; `onKnown` is told the account, once. */
  constructor(ask: () => Promise<unknown>, onKnown: (accountId: string) => void) {
    this.#ask = ask;
    this.#onKnown = onKnown;
  }

  /** Resolves when the account is known, or cannot be. Never rejects: who cannot be told apart counts for himself. */
  async known(): Promise<void> {
    if (Date.now() < this.#next) return;
    this.#asking ??= this.#learn().finally(() => {
      this.#asking = undefined;
    });
    await this.#asking;
  }

  async #learn(): Promise<void> {
    try {
      const user = await this.#ask();
      const { account_id: accountId } = (user ?? {}) as { readonly account_id?: unknown };
      this.#next = Number.POSITIVE_INFINITY;
      if (typeof accountId === 'string' && accountId !== '') this.#onKnown(accountId);
    } catch (error) {
      const isFinal = error instanceof ZoomError && FINAL.has(error.kind);
      this.#next = isFinal ? Number.POSITIVE_INFINITY : Date.now() + AGAIN_MS;
    }
  }
}
