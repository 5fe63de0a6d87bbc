/** JSON that keeps its digits: a whole number that JavaScript's numbers would round is a text of its digits. */
import { parse, stringify } from 'lossless-json';

/** What a text of JSON says, whose bytes are given as well. Throws SyntaxError, whose message quotes the text. */
export const parseJson = (text: string, bytes: Buffer): unknown =>
  hasLongNumber(bytes) ? parse(text, undefined, EXACTLY) : JSON.parse(text);
/** But for the digits, like `JSON.parse`. */
const EXACTLY: Parameters<typeof parse>[2] = {
  parseNumber: (text) => (isWhole(text) && !Number.isSafeInteger(Number(text)) ? text : Number(text)),
  onDuplicateKey: ({ newValue }) => newValue,
};
const isWhole = (text: string): boolean => /^-?\d+$/.test(text);

/** Numbers of fewer digits are exact. */
const LONG = 16;

/** Whether a whole number of so many digits may stand there. Of most answers, one byte in sixteen is looked at. */
const hasLongNumber = (bytes: Buffer): boolean => {
  for (let at = LONG - 1; at < bytes.length; at += LONG) {
    if (!isDigit(bytes[at])) continue;
    let start = at;
    while (isDigit(bytes[start - 1])) start--;
    while (isDigit(bytes[at + 1])) at++;
    if (at - start + 1 < LONG) continue;
    if (BEFORE_NUMBERS.has(bytes[bytes[start - 1] === MINUS ? start - 2 : start - 1])) return true;
  }
  return false;
};
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const MINUS = 0x2d;
/** Digits behind anything else are within a text, or a fraction. */
const BEFORE_NUMBERS: ReadonlySet<number | undefined> = new Set(Buffer.from(':,[ \t\r\n'));

/** The JSON of a value. A bigint is written as a number with all its digits. */
export const jsonOf = (value: unknown): string => stringify(value) ?? '';
