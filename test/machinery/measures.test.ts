/** Numbers that Zoom writes as texts: with units, as sizes, as lengths of time. What cannot be read is an error, never a wrong number. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafOf } from '../../schema/types/shape.ts';
import { byteSize, clock, measured, shape } from '../../src/zoom/declare/shape.ts';

const Measures = shape('MachineryMeasures', {
  latency: measured({ ms: 1, s: 1000 }),
  loss: measured({ '%': 1 }),
  size: byteSize(),
  length: clock(),
});
const shown = (key: string, value: unknown) => leafOf(Measures, key, value);

test.each([
  ['latency', '12 ms', 12],
  ['latency', '12ms', 12],
  ['latency', ' 0.5 MS ', 0.5],
  ['latency', '2 s', 2000],
  ['latency', '-1 ms', -1],
  ['latency', '12', 12],
  ['latency', 12.5, 12.5],
  ['loss', '0.5%', 0.5],
  ['size', '10 GB', 10 * 1024 ** 3],
  ['size', '1.5 KB', 1536],
  ['size', '7', 7],
  ['length', '01:16:08', 4568],
  ['length', '16:08', 968],
  ['length', '100:00:00', 360_000],
  ['latency', '', null],
  ['length', null, null],
])('%s: %j shows as %j', (key, value, expected) => {
  expect(shown(key, value)).toBe(expected);
});

test.each([
  ['latency', '12 kbps'],
  ['latency', 'fast'],
  ['latency', '1,000 ms'],
  ['latency', '1e3 ms'],
  ['latency', '12 ms 3'],
  ['latency', '-'],
  ['latency', {}],
  ['size', '10 GiB'],
  ['length', '1:99:00'],
  ['length', '75'],
  ['length', '1h'],
  ['length', 90],
])('%s: %j is refused, without its value', (key, value) => {
  expect(() => shown(key, value)).toThrow(new RegExp(`^Zoom sent a value for \`${key}\` that is not a `));
});

test('whatever is sent shows as the number that it says, or is refused', () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 10 ** 6 }),
    fc.integer({ min: 0, max: 10 ** 6 }).map((n) => n / 100),
  );
  fc.assert(
    fc.property(number, fc.constantFrom('', ' '), fc.constantFrom(['ms', 1], ['s', 1000]), (n, gap, [unit, factor]) => {
      expect(shown('latency', `${n}${gap}${unit}`)).toBe(n * Number(factor));
    }),
  );
  fc.assert(
    fc.property(fc.nat(99), fc.nat(59), fc.nat(59), (h, m, s) => {
      const text = [h, m, s].map((part) => String(part).padStart(2, '0')).join(':');
      expect(shown('length', text)).toBe(h * 3600 + m * 60 + s);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('latency', 'loss', 'size', 'length'), (text, key) => {
      let value: unknown;
      try {
        value = shown(key, text);
      } catch (error) {
        expect((error as Error).message).toContain(`\`${key}\``);
        return;
      }
      if (text === '') expect(value).toBeNull();
      else expect(Number.isFinite(value) && /\d/.test(text)).toBe(true);
    }),
  );
});
