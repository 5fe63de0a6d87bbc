/** Answers as bytes. A long one is written in pieces, and other requests run in between. */
import { breath, SLICE_MS } from './executor/promises.ts';
import type { Optimizations } from './optimizations.ts';
import { nodeUtf8, utf8 } from './utf8.ts';

/** Lists that are longer are written in pieces of so many items. */
const PIECE = 250;
/** Shorter texts are no worth for a part of their own. */
const PART = 65_536;

/** Gives JSON in UTF-8, in parts. */
export type JsonWriter = (value: object) => Promise<Buffer[]>;

export const jsonWriter = (pieces: Pick<Optimizations, 'slices' | 'utf8'>): JsonWriter => {
  const { encode } = pieces.utf8 ? utf8 : nodeUtf8;
  return async (value) =>
    pieces.slices && hasLongList(value) ? inSlices(value, encode) : [encode(JSON.stringify(value))];
};

const inSlices = async (value: object, encode: (text: string) => Buffer): Promise<Buffer[]> => {
  const parts: Buffer[] = [];
  let text = '';
  let until = performance.now() + SLICE_MS;
  for (const piece of piecesOf(value)) {
    text += piece;
    if (text.length < PART) continue;
    parts.push(encode(text));
    text = '';
    if (performance.now() < until) continue;
    await breath();
    until = performance.now() + SLICE_MS;
  }
  return text === '' ? parts : [...parts, encode(text)];
};

/** How deep long lists are looked for: those below other lists are as short as these make them. */
const DEPTH = 8;
const hasLongList = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return false;
  if (Array.isArray(value)) return value.length > PIECE;
  for (const key in value) if (hasLongList((value as Record<string, unknown>)[key], depth + 1)) return true;
  return false;
};

/** The text that `JSON.stringify` gives, piece by piece. */
function* piecesOf(value: unknown): Generator<string> {
  if (!hasLongList(value)) {
    yield JSON.stringify(value) ?? 'null';
  } else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += PIECE) {
      yield at === 0 ? '[' : ',';
      yield JSON.stringify(value.slice(at, at + PIECE)).slice(1, -1);
    }
    yield ']';
  } else {
    let before = '{';
    for (const [key, one] of Object.entries(value as object)) {
      if (one === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      yield* piecesOf(one);
      before = ',';
    }
    yield '}';
  }
}
