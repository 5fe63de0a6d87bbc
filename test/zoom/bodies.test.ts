/** What is remembered of Zoom's answers, and for how long. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInterned } from '../../src/engine/intern.ts';
import { LONGEST, ResponseCache } from '../../src/zoom/client/response-cache.ts';

/** Reads texts under names, and counts how many were parsed. */
const reader = (blocks?: number, objects?: number) => {
  const responses = new ResponseCache(blocks, objects);
  let parsed = 0;
  const parse = (bytes: Buffer): unknown => {
    parsed++;
    return JSON.parse(bytes.toString());
  };
  return {
    read: (name: string, text: string) => responses.read(name, Buffer.from(text), parse),
    parsed: () => parsed,
  };
};
/** JSON of so many bytes. */
const long = (bytes: number, fill = 'a') => JSON.stringify({ fill: fill.repeat(bytes - '{"fill":""}'.length) });

describe('an answer that comes again', () => {
  test('is the same object from its second time on, and parsed no more', () => {
    const { read, parsed } = reader();
    const [first, second, third, fourth] = [1, 2, 3, 4].map(() => read('a', '{"id":"x"}'));
    expect(first).toEqual({ id: 'x' });
    expect(isInterned(first)).toBe(false);
    expect(second).toEqual({ id: 'x' });
    expect(isInterned(second)).toBe(true);
    expect(third).toBe(second);
    expect(fourth).toBe(second);
    expect(parsed()).toBe(2);
  });

  test('and has changed is another', () => {
    const { read } = reader();
    const before = [1, 2].map(() => read('a', '{"n":1}'))[1];
    expect(read('a', '{"n":2}')).toEqual({ n: 2 });
    const after = read('a', '{"n":2}');
    expect(after).toEqual({ n: 2 });
    expect(after).not.toBe(before);
    // As it was at first, it is new again.
    expect(read('a', '{"n":1}')).not.toBe(before);
  });

  test('under another name is another', () => {
    const { read } = reader();
    const [, ours] = [1, 2].map(() => read('a', '{"n":1}'));
    const [, theirs] = [1, 2].map(() => read('b', '{"n":1}'));
    expect(theirs).toEqual(ours);
    expect(theirs).not.toBe(ours);
  });

  test.each(['7', 'null', '"text"'])('and is no object, %s, is parsed each time', (text) => {
    const { read, parsed } = reader();
    expect([1, 2, 3].map(() => read('a', text))).toEqual(Array(3).fill(JSON.parse(text)));
    expect(parsed()).toBe(3);
  });

  test('and cannot be parsed fails each time', () => {
    const { read, parsed } = reader();
    for (let i = 0; i < 3; i++) expect(() => read('a', '{"n":')).toThrow(SyntaxError);
    expect(parsed()).toBe(3);
  });
});

describe('of the answers', () => {
  test('the latest are remembered, as far as there is room', () => {
    const { read } = reader(2);
    const half = 130_000;
    const kept = ['a', 'b', 'c', 'd'].map((name) => [read(name, long(half, name)), read(name, long(half, name))][1]);
    // Two blocks of two halves each are full; the fifth takes the place of the first two.
    read('e', long(half, 'e'));
    const isKnown = (name: string, nth: number) => read(name, long(half, name)) === kept[nth];
    expect(isKnown('d', 3)).toBe(true);
    expect(isKnown('c', 2)).toBe(true);
    expect(isKnown('a', 0)).toBe(false);
  });

  test('those that are empty take room too', () => {
    const { read } = reader(1);
    const [, kept] = [1, 2].map(() => read('a', '{}'));
    for (let i = 0; i < 500; i++) read(`other ${i}`, '{}');
    expect(read('a', '{}')).toBe(kept);
    for (let i = 0; i < 1000; i++) read(`another ${i}`, '{}');
    expect(read('a', '{}')).not.toBe(kept);
  });

  test('so are the objects, by what they take', () => {
    const { read, parsed } = reader(2, 1000);
    const twice = (name: string) => [1, 2].map(() => read(name, long(400, name)))[1];
    const [first, second, third] = ['a', 'b', 'c'].map(twice);
    expect([read('b', long(400, 'b')), read('c', long(400, 'c'))]).toEqual([second, third]);
    expect(parsed()).toBe(6);
    const again = read('a', long(400, 'a'));
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
    // One that is larger than all there is room for is parsed each time.
    for (let i = 0; i < 4; i++) read('d', long(1200, 'd'));
    expect(parsed()).toBe(11);
  });

  test('what was changed since is not forgotten with what it was', () => {
    const { read } = reader(2);
    read('a', long(LONGEST, 'x'));
    const [, now] = [1, 2].map(() => read('a', long(LONGEST - 20, 'y')));
    read('b', '{}'); // does not fit, and takes the first block
    read('c', '{}');
    expect(read('a', long(LONGEST - 20, 'y'))).toBe(now);
  });

  test('those that are too long are not remembered', () => {
    const { read, parsed } = reader();
    for (let i = 0; i < 3; i++) read('a', long(LONGEST + 1));
    expect(parsed()).toBe(3);
    for (let i = 0; i < 3; i++) read('a', long(LONGEST));
    expect(parsed()).toBe(5);
  });

  test('each reads as what was sent, whatever came before', () => {
    const sizes = fc.constantFrom(2, 20, LONGEST >> 2, LONGEST >> 1, LONGEST, LONGEST + 1);
    const told = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), sizes, fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (several) => {
        const { read } = reader(2);
        for (const [name, size, fill] of several) {
          const text = size < 20 ? '{}' : long(size, fill);
          expect(JSON.stringify(read(name, text))).toBe(text);
        }
      }),
      { numRuns: 50 },
    );
  });
});
