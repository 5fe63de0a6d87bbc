/** The quick ways between texts and bytes against Node's own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeUtf8, utf8 } from '../../src/engine/utf8.ts';

/** Texts of any units, halves of pairs among them, short and long. */
const texts = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', '\0', '\n', 'é', '日', '😀', '\ufeff', '\ud83d', '\ude00') }),
    fc.constantFrom(1, 999),
  )
  .map(([text, times]) => text.repeat(times));
const bytes = fc
  .tuple(fc.uint8Array(), fc.constantFrom('', 'plain', 'é', '日', '😀'), fc.constantFrom(1, 999))
  .map(([some, more, times]) => Buffer.concat(new Array(times).fill(Buffer.concat([some, Buffer.from(more)]))));

describe('texts and their bytes', () => {
  test('texts become the bytes that Node gives them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { encode } of [utf8, nodeUtf8]) expect(encode(text)).toEqual(Buffer.from(text));
      }),
    );
  });

  test('bytes become the text that Node reads, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          bytes,
          texts.map((text) => Buffer.from(text)),
        ),
        (some) => {
          for (const { decode } of [utf8, nodeUtf8]) expect(decode(some)).toBe(some.toString().replace(/^\uFEFF/, ''));
        },
      ),
    );
  });

  test.each(['{}', 'é', 'é'.repeat(5000), 'a'.repeat(5000)])('a byte order mark is left out before %.9s', (text) => {
    for (const { decode } of [utf8, nodeUtf8]) expect(decode(Buffer.from(`\uFEFF${text}`))).toBe(text);
  });
});
