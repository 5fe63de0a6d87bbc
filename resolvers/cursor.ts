/**
 * Cursors: opaque to clients, versioned, and good for longer than Zoom's page tokens (15 minutes), since each also says which
 * item it stands for and at what position.
 */
import * as z from 'zod';
import { InputError } from './errors.ts';
import { fingerprint } from './fingerprint.ts';
import { isDayOrTime, LONGEST_TOKEN } from './pages.ts';

/** Lists by days have a version of their own: how they are cut into windows has changed. */
const VERSION = { plain: 1, dated: 2, sorted: 3, unseen: 4, fan: 5, begin: 6 } as const;

/**
 * More than that is in no cursor: of what the text is made, the token alone comes from Zoom as it is. Longer keys are shortened
 * (`shortened`).
 */
const MOST = { text: 20_000, list: 12, token: LONGEST_TOKEN, key: 300, position: 1_000_000_000 } as const;

/** The cursor in front of all items, of a list that could not be begun: every list begins by it. */
export const BEGIN = Buffer.from(JSON.stringify([VERSION.begin])).toString('base64url');

/** Where an item stands in its list. */
export interface Cursor {
  /** Names the list and its arguments: a cursor of another list is refused. */
  readonly list: string;
  /** Which of the parts that make up the list (date windows, statuses). */
  readonly segment: number;
  /** The days that the list spans, fixed when it was begun. */
  readonly range: readonly [from: string, to: string] | null;
  /** The page: its token and size; null is the first. */
  readonly token: string | null;
  readonly size: number;
  /** The item's place in the page; -1 when it was the last of the page before. */
  readonly offset: number;
  /** The item's place in the part; null of one that was not met there. */
  readonly position: number | null;
  /** The item, by its key. */
  readonly key: string;
  /** The last day that Zoom wants with the token; null where it is that of the part. */
  readonly until: string | null;
}

const Day = z.iso.date();
const position = z.int().min(0).max(MOST.position);
const Place = [
  z.string().max(MOST.token).nullable(),
  z.int().min(1).nullable(),
  position.or(z.literal(-1)),
  position,
  z.string().max(MOST.key),
] as const;
const list = z.string().max(MOST.list);
const Encoded = z.union([
  z.tuple([z.literal(VERSION.plain), list, position, z.null(), ...Place]),
  z.tuple([
    z.literal(VERSION.dated),
    list,
    position,
    z.tuple([Day, Day]),
    ...Place,
    z.string().refine(isDayOrTime).nullable(),
  ]),
]);

/** A cursor of an item that its list did not show, since it has just been created: it is found by its key alone. */
export const encodeUnseen = (list: string, key: string): string =>
  Buffer.from(JSON.stringify([VERSION.unseen, list, shortened(key)])).toString('base64url');
const EncodedUnseen = z.tuple([z.literal(VERSION.unseen), list, z.string().max(MOST.key)]);
const UNSEEN = {
  segment: 0,
  range: null,
  token: null,
  size: Number.POSITIVE_INFINITY,
  offset: 0,
  position: null,
  until: null,
} as const;

/** What the cursors of a page have in common: how they begin. */
type PageOfCursor = Pick<Cursor, 'list' | 'segment' | 'range' | 'token' | 'size'>;
/** Bytes that are encoded by themselves. */
const UNIT = 3;
/** The text with which all cursors of a page begin. */
export const headOf = ({ list, segment, range, token, size }: PageOfCursor): string => {
  const finite = Number.isFinite(size) ? size : null; // a list that comes whole has no page size
  const version = range ? VERSION.dated : VERSION.plain;
  const text = JSON.stringify([version, list, segment, range, token, finite]).slice(0, -1);
  // With blanks, so that what follows begins a unit of its own.
  return encoded(text.padEnd(text.length + ((UNIT - (Buffer.byteLength(text) % UNIT)) % UNIT)));
};
const encoded = (text: string): string => Buffer.from(text).toString('base64url');

/** `head`: that of its page. */
export const encodeCursor = (
  { range, offset, position, key, until }: Omit<Cursor, keyof PageOfCursor> & Pick<Cursor, 'range'>,
  head: string,
): string => {
  const last = range ? `,${JSON.stringify(until)}` : '';
  return head + encoded(`,${offset},${position},${JSON.stringify(key)}${last}]`);
};

/** Throws InputError (CURSOR_INVALID) for what this gateway did not make, or made for another list. */
export const decodeCursor = (text: string, list: string): Cursor => {
  const cursor = readCursor(text);
  if (cursor.list !== list) throw notOfList();
  return cursor;
};

/** What a cursor says, of whatever list it is. Throws InputError (CURSOR_INVALID) for what this gateway did not make. */
export const readCursor = (text: string): Cursor => {
  const json = text.length > MOST.text ? undefined : jsonOf(text);
  const unseen = EncodedUnseen.safeParse(json).data;
  if (unseen) return { ...UNSEEN, list: unseen[1], key: unseen[2] };
  const { data } = Encoded.safeParse(json);
  if (!data) throw notIssued();
  const [, list, segment, range, token, size, offset, position, key, until = null] = data;
  return { list, segment, range, token, size: size ?? Number.POSITIVE_INFINITY, offset, position, key, until };
};

/** Where an item stands in a list in an order of the client's: behind those that are less by these values. */
export interface SortedCursor {
  readonly list: string;
  readonly key: string;
  readonly position: number;
  readonly values: readonly (string | number | boolean | null)[];
}
const value = z.union([z.string().max(MOST.key), z.number(), z.boolean(), z.null()]);
const EncodedSorted = z.tuple([z.literal(VERSION.sorted), list, z.string().max(MOST.key), position, z.array(value)]);

export const encodeSorted = ({ list, key, position, values }: SortedCursor): string => {
  const short = values.map((one) => (typeof one === 'string' ? one.slice(0, MOST.key) : one));
  return Buffer.from(JSON.stringify([VERSION.sorted, list, key, position, short])).toString('base64url');
};

/** Throws InputError (CURSOR_INVALID) for what this gateway did not make, or made for another list or for another number of values. */
export const decodeSorted = (text: string, list: string, count: number): SortedCursor => {
  const { data } = EncodedSorted.safeParse(text.length > MOST.text ? undefined : jsonOf(text));
  if (!data) {
    readCursor(text);
    throw notOfList();
  }
  const [, of, key, position, values] = data;
  if (of !== list || values.length !== count) throw notOfList();
  return { list, key, position, values };
};

/** Where an item stands in the lists of many owners: behind `inner` in that of one, or behind all of its items. */
export interface FanCursor {
  readonly list: string;
  readonly owner: string;
  /** The owner's cursor among the owners. */
  readonly outer: string;
  readonly inner: string | null;
}
const text = z.string().max(MOST.text);
const EncodedFan = z.tuple([z.literal(VERSION.fan), list, z.string().min(1).max(MOST.key), text, text.nullable()]);

export const encodeFan = ({ list, owner, outer, inner }: FanCursor): string =>
  Buffer.from(JSON.stringify([VERSION.fan, list, owner, outer, inner])).toString('base64url');

/** Throws InputError (CURSOR_INVALID) for what this gateway did not make, or made for another list. */
export const decodeFan = (given: string, name: string): FanCursor => {
  const { data } = EncodedFan.safeParse(given.length > 2 * MOST.text ? undefined : jsonOf(given));
  if (!data) throw notIssued();
  const [, list, owner, outer, inner] = data;
  if (list !== name) throw notOfList();
  return { list, owner, outer, inner };
};

const notOfList = (): InputError =>
  new InputError(
    'This cursor belongs to another list, or to the same list with other arguments. Keep the arguments as they were, or begin without `after`.',
    'CURSOR_INVALID',
  );

/** The error for a cursor that this gateway cannot have made. */
export const notIssued = (): InputError =>
  new InputError(
    'This cursor was not issued by this gateway, or by an earlier version of it. Begin without `after`.',
    'CURSOR_INVALID',
  );

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // refused by the caller, with the words for it
  }
};

/** A key that is short enough for a cursor. */
export const shortened = (key: string): string => (key.length > MOST.key ? fingerprint(key) : key);
