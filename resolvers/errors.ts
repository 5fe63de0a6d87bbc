/** What a client did wrong, in words that say what to do instead. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: 'BAD_USER_INPUT' | 'CURSOR_INVALID';

  constructor(message: string, code: 'BAD_USER_INPUT' | 'CURSOR_INVALID' = 'BAD_USER_INPUT') {
    super(message);
    this.code = code;
  }
}

/** "an Account", "a User": a type's name with its article. */
export const withArticle = (name: string): string => `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
