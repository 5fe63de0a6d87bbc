/**
 * Long texts and their bytes. Where a text is not all ASCII, as no list of people is, Node takes three to ten times as long for it as by way of
 * UTF-16: three times where most letters are Latin, ten where they are Japanese. From version 24 on it reads as fast by itself, but still writes slowly.
 */
import { isAscii, isUtf8, transcode } from 'node:buffer';

/** Texts to bytes, and bytes to texts. */
export interface Utf8 {
  /** The text of UTF-8, without its byte order mark; a replacement character stands for what is no UTF-8. */
  readonly decode: (bytes: Buffer) => string;
  /** A text in UTF-8; a replacement character stands for the half of a surrogate pair. */
  readonly encode: (text: string) => Buffer;
}

/** Shorter ones are no worth for a way round, in bytes or characters. */
const SHORT = 2048;
/** The version of Node that reads UTF-8 fast by itself. */
const READS_FAST = 24;
const readsFast = Number.parseInt(process.versions.node, 10) >= READS_FAST;

const BYTE_ORDER_MARK = 0xfeff;
const withoutMark = (text: string): string => (text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);

/** As Node does it. */
export const nodeUtf8: Utf8 = {
  decode: (bytes) => withoutMark(bytes.toString('utf8')),
  encode: (text) => Buffer.from(text, 'utf8'),
};

/** By way of UTF-16. */
export const utf8: Utf8 = {
  decode: readsFast ? nodeUtf8.decode : (bytes) => withoutMark(decoded(bytes)),
  encode: (text) => {
    if (text.length < SHORT) return Buffer.from(text, 'utf8');
    try {
      return transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8');
    } catch {
      return Buffer.from(text, 'utf8'); // half of a pair stands in it
    }
  },
};

const decoded = (bytes: Buffer): string => {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (bytes.length < SHORT || !isUtf8(bytes)) return bytes.toString('utf8');
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
};
