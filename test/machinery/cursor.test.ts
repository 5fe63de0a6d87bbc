import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cursor, decodeCursor, encodeCursor, fingerprint } from '../../resolvers/cursor.ts';

const invalid = expect.objectContaining({ name: 'InputError', code: 'CURSOR_INVALID' });
const cursors: fc.Arbitrary<Cursor> = fc.record({
  list: fc.string({ unit: 'binary' }),
  part: fc.nat(),
  range: fc.option(fc.constant(['2024-02-29', '2026-11-21'] as const)),
  token: fc.option(fc.string({ unit: 'binary' })),
  size: fc.oneof(fc.integer({ min: 1 }), fc.constant(Number.POSITIVE_INFINITY)),
  offset: fc.integer({ min: -1 }),
  position: fc.nat(),
  key: fc.string({ unit: 'binary' }),
});

test('a cursor comes back as it was made, whatever is in it', () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      const text = encodeCursor(cursor);
      expect(text).toMatch(/^[\w-]+$/);
      expect(decodeCursor(text, cursor.list)).toEqual(cursor);
    }),
  );
});

test('any other text is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => decodeCursor(text, 'list')).toThrow(invalid);
    }),
  );
});

test('a cursor with anything in it of a wrong type, or of another version, is refused', () => {
  const good: unknown[] = [1, 'list', 0, null, null, 30, 0, 0, 'key'];
  const written = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  expect(decodeCursor(written(good), 'list').key).toBe('key');
  const bad = [2, 7, -1, ['2024-02-30', '2024-03-01'], 5, 0, -2, 1.5, null];
  for (const [i, value] of bad.entries())
    expect(() => decodeCursor(written(good.with(i, value)), 'list'), String(i)).toThrow(invalid);
  for (const other of [null, 1, {}, 'list', good.slice(1), [...good, 1]])
    expect(() => decodeCursor(written(other), 'list')).toThrow(invalid);
});

test('a cursor of another list is refused, in words that say what to do', () => {
  fc.assert(
    fc.property(cursors, fc.string(), (cursor, list) => {
      fc.pre(list !== cursor.list);
      expect(() => decodeCursor(encodeCursor(cursor), list)).toThrow(/another list.*other arguments.*without `after`/);
      expect(() => decodeCursor(encodeCursor(cursor), list)).toThrow(invalid);
    }),
  );
});

test('a fingerprint tells values apart and is the same for the same', () => {
  expect(fingerprint({ a: 1 })).toBe(fingerprint({ a: 1 }));
  expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: '1' }));
});
