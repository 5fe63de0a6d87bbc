/**
 * The one reader of Zoom's refusals, in all the forms in which they come (docs/zoom.md 1.1, 1.2 and 5.1): `{ code, message, errors }`
 * of the API, `{ status: false, errorCode, errorMessage }`, `{ error: { code, message } }`, and `{ reason, error }` of OAuth.
 */
import type { Endpoint } from '../declare/endpoint.ts';
import { keysOf } from '../declare/shape.ts';

/** What Zoom says of why it refuses. */
export interface Refusal {
  readonly code?: number;
  /** Empty where Zoom gives no reason. */
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** A form of refusals, told from good answers by these keys. An answer whose shape has one of them uses it for something else. */
interface Form {
  readonly keys: readonly string[];
  readonly fits: (body: Fields) => boolean;
}
const FORMS: readonly Form[] = [
  { keys: ['code'], fits: ({ code, message }) => isErrorCode(code) && typeof message === 'string' },
  {
    keys: ['errorCode', 'errorMessage'],
    fits: ({ status, errorCode, errorMessage }) => status === false && (isErrorCode(errorCode) || isText(errorMessage)),
  },
  { keys: ['error'], fits: ({ error }) => isErrorCode(fieldsOf(error).code) || isText(fieldsOf(error).message) },
  { keys: ['error', 'reason'], fits: ({ error, reason }) => isText(error) && isText(reason) },
];

/** The refusal that an answer is; undefined for a good one. Zoom refuses with HTTP 200, too. */
export const refusalIn = (status: number, body: unknown, endpoint: Endpoint): Refusal | undefined => {
  const fields = fieldsOf(body);
  if (status >= 200 && status < 300) {
    const own = endpoint.of && endpoint.items === undefined ? keysOf(endpoint.of) : NO_KEYS;
    if (!FORMS.some(({ keys, fits }) => fits(fields) && !keys.some((key) => own.has(key)))) return undefined;
  }
  return saidIn(fields);
};
const NO_KEYS: ReadonlySet<string> = new Set();

/** What a refusal says, whatever its form. */
export const saidIn = (body: unknown): Refusal => {
  const { code, message, errors, errorCode, errorMessage, error, reason } = fieldsOf(body);
  const inner = fieldsOf(error);
  const said = [message, errorMessage, inner.message, reason, error].find(isText);
  return {
    code: [code, errorCode, inner.code].map(codeOf).find((one) => one !== undefined),
    message: [said, ...fieldErrors(errors ?? inner.errors)].filter(isText).join(' '),
  };
};

/** What a text that is no JSON says of scopes: Zoom lists them in quotes that end the message before its end. */
export const refusalInText = (text: string): Refusal | undefined =>
  lacksScopes(text) ? { message: 'Invalid access token, does not contain the scopes.' } : undefined;
/** The words by which Zoom says it, under several codes. */
export const lacksScopes = (message: string): boolean => /does not contain (the )?scopes?\b/i.test(message);

/** The first few of `errors`: texts, or fields with what is wrong about them. */
const fieldErrors = (errors: unknown): string[] =>
  (Array.isArray(errors) ? errors : [errors]).slice(0, 5).map((error: unknown) => {
    const { field, message } = fieldsOf(error);
    return isText(error) ? error : [field, message].filter(isText).join(': ');
  });

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const codeOf = (value: unknown): number | undefined =>
  Number.isInteger(value) || (typeof value === 'string' && /^\d{1,15}$/.test(value)) ? Number(value) : undefined;
/** Zoom's codes have three digits or more; a country's has fewer. */
const isErrorCode = (value: unknown): boolean => (codeOf(value) ?? 0) >= 100;
