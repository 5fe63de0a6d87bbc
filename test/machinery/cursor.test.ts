import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cursor, decodeCursor, encodeCursor, headOf } from '../../resolvers/cursor.ts';
import { fingerprint } from '../../resolvers/fingerprint.ts';

const invalid = expect.objectContaining({ name: 'InputError', code: 'CURSOR_INVALID' });
const place = {
  list: fc.string({ maxLength: 12 }),
  segment: fc.nat(1_000_000_000),
  token: fc.option(fc.string({ unit: 'binary', maxLength: 400 })),
  size: fc.oneof(fc.integer({ min: 1 }), fc.constant(Number.POSITIVE_INFINITY)),
  offset: fc.integer({ min: -1, max: 1_000_000_000 }),
  position: fc.nat(1_000_000_000),
  key: fc.string({ unit: 'binary', maxLength: 100 }),
};
const cursors: fc.Arbitrary<Cursor> = fc.oneof(
  fc.record({ ...place, range: fc.constant(null), until: fc.constant(null) }),
  fc.record({
    ...place,
    range: fc.constant(['2024-02-29', '2026-11-21'] as const),
    until: fc.option(fc.constantFrom('2026-11-20', '2026-11-20T15:00:00Z')),
  }),
);

const encoded = (cursor: Cursor): string => encodeCursor(cursor, headOf(cursor));

test('a cursor comes back as it was made, whatever is in it', () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      const text = encoded(cursor);
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

const written = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const plain: unknown[] = [1, 'list', 0, null, null, 30, 0, 0, 'key'];
const dated: unknown[] = [2, 'list', 0, ['2026-01-01', '2026-03-01'], null, 30, 0, 0, 'key', null];

test('a cursor with anything in it of a wrong type, or of another version, is refused', () => {
  expect(decodeCursor(written(plain), 'list').key).toBe('key');
  expect(decodeCursor(written(dated), 'list').key).toBe('key');
  const bad = [3, 7, -1, ['2024-02-30', '2024-03-01'], 5, 0, -2, 1.5, null, 7];
  for (const good of [plain, dated])
    for (const [i] of good.entries())
      expect(() => decodeCursor(written(good.with(i, bad[i])), 'list'), String(i)).toThrow(invalid);
  for (const other of [null, 1, {}, 'list', plain.slice(1), [...plain, 1], dated.slice(0, -1)])
    expect(() => decodeCursor(written(other), 'list')).toThrow(invalid);
});

test('one of a list by days that an earlier version has cut in another way is refused', () => {
  expect(() => decodeCursor(written([1, 'list', 0, ['2026-01-01', '2026-03-01'], ...plain.slice(4)]), 'list')).toThrow(
    'This cursor was not issued by this gateway, or by an earlier version of it. Begin without `after`.',
  );
});

test('one that is longer, or holds more, than any that was written is refused', () => {
  for (const [at, value] of [
    [1, 'x'.repeat(13)],
    [2, 1e9 + 1],
    [4, 'x'.repeat(2001)],
    [6, 1e9 + 1],
    [7, 1e9 + 1],
    [8, 'x'.repeat(301)],
  ] as const)
    expect(() => decodeCursor(written(plain.with(at, value)), 'list'), String(at)).toThrow(invalid);
  expect(() => decodeCursor(`${written(plain)}${' '.repeat(20_000)}`, 'list')).toThrow(invalid);
});

test('the longest that may be written is read', () => {
  const cursor = {
    list: 'x'.repeat(12),
    segment: 1e9,
    range: null,
    size: 300,
    offset: 1e9,
    position: 1e9,
    until: null,
  };
  const token = '\u0001'.repeat(2000);
  const key = '\u0001'.repeat(300);
  expect(decodeCursor(encoded({ ...cursor, token, key }), cursor.list)).toEqual({ ...cursor, token, key });
});

test('a cursor of another list is refused, in words that say what to do', () => {
  fc.assert(
    fc.property(cursors, fc.string({ maxLength: 12 }), (cursor, list) => {
      fc.pre(list !== cursor.list);
      expect(() => decodeCursor(encoded(cursor), list)).toThrow(/another list.*other arguments.*without `after`/);
      expect(() => decodeCursor(encoded(cursor), list)).toThrow(invalid);
    }),
  );
});

test('a fingerprint tells values apart and is the same for the same', () => {
  expect(fingerprint({ a: 1 })).toBe(fingerprint({ a: 1 }));
  expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: '1' }));
});
