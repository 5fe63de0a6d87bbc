import { PlainError } from '../src/engine/plain-error.ts';

type InputCode = 'BAD_USER_INPUT' | 'CURSOR_INVALID' | 'EVENTS_OFF' | 'FORBIDDEN' | 'IDEMPOTENCY_KEY_REUSED';

/** What a client did wrong, or asked for without the permission, in words that say what to do instead. */
export class InputError extends PlainError {
  override readonly name = 'InputError';
  readonly code: InputCode;

  constructor(message: string, code: InputCode = 'BAD_USER_INPUT') {
    super(message);
    this.code = code;
  }
}

/** "an Account", "a User": a type's name with its article. */
export const withArticle = (name: string): string => `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
