/**
 * Cursors: opaque to clients, versioned, and good for longer than Zoom's page tokens (15 minutes), since each also says which
 * item it stands for and at what position.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InputError } from './errors.ts';

const VERSION = 1;

/** Where an item stands in its list. */
export interface Cursor {
  /** Names the list and its arguments: a cursor of another list is refused. */
  readonly list: string;
  /** Which of the parts that make up the list (date windows, statuses). */
  readonly part: number;
  /** The days that the list spans, fixed when it was begun. */
  readonly range: readonly [from: string, to: string] | null;
  /** The page: its token and size; null is the first. */
  readonly token: string | null;
  readonly size: number;
  /** The item's place in the page; -1 when it was the last of the page before. */
  readonly offset: number;
  /** The item's place in the part. */
  readonly position: number;
  /** The item, by its key. */
  readonly key: string;
}

const Day = z.iso.date();
const Encoded = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.int().min(0),
  z.tuple([Day, Day]).nullable(),
  z.string().nullable(),
  z.int().min(1).nullable(),
  z.int().min(-1),
  z.int().min(0),
  z.string(),
]);

export const encodeCursor = ({ list, part, range, token, size, offset, position, key }: Cursor): string => {
  const finite = Number.isFinite(size) ? size : null; // a list that comes whole has no page size
  return Buffer.from(JSON.stringify([VERSION, list, part, range, token, finite, offset, position, key])).toString(
    'base64url',
  );
};

/** Throws InputError (CURSOR_INVALID) for what this gateway did not make, or made for another list. */
export const decodeCursor = (text: string, list: string): Cursor => {
  const cursor = readCursor(text);
  if (cursor.list !== list)
    throw new InputError(
      'This cursor belongs to another list, or to the same list with other arguments. Keep the arguments as they were, or begin without `after`.',
      'CURSOR_INVALID',
    );
  return cursor;
};

/** What a cursor says, of whatever list it is. Throws InputError (CURSOR_INVALID) for what this gateway did not make. */
export const readCursor = (text: string): Cursor => {
  const read = Encoded.safeParse(jsonOf(text));
  if (!read.success)
    throw new InputError('This cursor is none that the gateway gave. Begin without `after`.', 'CURSOR_INVALID');
  const [, list, part, range, token, size, offset, position, key] = read.data;
  return { list, part, range, token, size: size ?? Number.POSITIVE_INFINITY, offset, position, key };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // refused by the caller, with the words for it
  }
};

/** A short name for anything that can be written as JSON: a list with its arguments, an item without a key. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
