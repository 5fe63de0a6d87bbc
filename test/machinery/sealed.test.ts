import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealBy } from '../../src/engine/sealed.ts';

const seal = sealBy('a secret of the gateway', 'tests');
const texts = fc.string({ unit: 'binary' });

test('what is sealed comes back, and is another token each time', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const token = seal.close(text);
      expect(token).toMatch(/^[\w-]+$/);
      expect(seal.open(token)).toBe(Buffer.from(text).toString());
      expect(seal.close(text)).not.toBe(token);
    }),
  );
});

test('any flipped bit is refused', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(7), (text, at, bit) => {
      const bytes = Buffer.from(seal.close(text), 'base64url');
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
      expect(seal.open(bytes.toString('base64url'))).toBeUndefined();
    }),
  );
});

test('any other letter is refused, also one that stands for the same bytes, one more and one less', () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      (text, at, letter) => {
        const token = seal.close(text);
        const place = at % token.length;
        fc.pre(token[place] !== letter);
        for (const other of [
          token.slice(0, place) + letter + token.slice(place + 1),
          token.slice(0, place) + letter + token.slice(place),
          token.slice(0, -1),
        ])
          expect(seal.open(other)).toBeUndefined();
      },
    ),
  );
});

test('what is no token is refused', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(seal.open(text)).toBeUndefined();
    }),
  );
});

test('another secret, and another purpose of the same, open nothing', () => {
  const token = seal.close('text');
  expect(sealBy('another secret', 'tests').open(token)).toBeUndefined();
  expect(sealBy('a secret of the gateway', 'others').open(token)).toBeUndefined();
  expect(sealBy('a secret of the gateway', 'tests').open(token)).toBe('text');
});

test('the text cannot be read', () => {
  expect(Buffer.from(seal.close('a uuid of a meeting'), 'base64url').toString('latin1')).not.toContain('uuid');
});
