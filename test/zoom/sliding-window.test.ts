/** The counted window against the plainest one that there could be: a list of moments. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlidingWindow } from '../../src/zoom/rate-limit/sliding-window.ts';

/** When each place that is taken comes back. */
class Naive {
  #moments: number[] = [];
  #now = 0;

  acquired(now: number): number {
    this.#pass(now);
    return this.#moments.length;
  }
  acquire(until: number): void {
    if (until > this.#now) this.#moments.push(until);
  }
  move(from: number, to: number): void {
    const at = this.#moments.indexOf(from);
    if (at >= 0) this.#moments.splice(at, 1);
    this.acquire(to);
  }
  returnOf(index: number, now: number): number | undefined {
    this.#pass(now);
    return this.#moments.sort((a, b) => a - b)[index];
  }
  #pass(now: number): void {
    this.#now = Math.max(this.#now, now);
    this.#moments = this.#moments.filter((until) => until > this.#now);
  }
}

/** The clock goes on by steps small and large, and sometimes back, as a machine's may; all else is said from where it stands. */
const step = fc.record({
  forward: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, fc.nat(2000), fc.integer({ min: -20, max: 0 })),
  work: fc.oneof(
    fc.record({ does: fc.constant('take' as const), until: fc.integer({ min: -5, max: 30 }) }),
    fc.record({ does: fc.constant('move' as const), place: fc.nat(), to: fc.integer({ min: -5, max: 30 }) }),
    fc.record({ does: fc.constant('look' as const), index: fc.nat(12) }),
  ),
});

test.each([0, 1_795_000_000_000])('whatever is done from %i on, it counts as a list of moments would', (start) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const [window, naive] = [new SlidingWindow(), new Naive()];
      const acquired: number[] = [];
      let now = start;
      for (const { forward, work } of steps) {
        now = Math.max(0, now + forward);
        if (work.does === 'take') {
          for (const one of [window, naive]) one.acquire(now + work.until);
          acquired.push(now + work.until);
        } else if (work.does === 'move' && acquired.length > 0) {
          const [from = 0] = acquired.splice(work.place % acquired.length, 1);
          for (const one of [window, naive]) one.move(from, now + work.to);
          acquired.push(now + work.to);
        } else if (work.does === 'look') {
          expect(window.acquired(now)).toBe(naive.acquired(now));
          expect(window.returnOf(work.index, now)).toBe(naive.returnOf(work.index, now));
        }
      }
      expect(window.acquired(now)).toBe(naive.acquired(now));
      expect(window.acquired(now + 5000)).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test('a place is taken until its moment, and free at it', () => {
  const window = new SlidingWindow();
  window.acquire(1000);
  expect([window.acquired(999), window.acquired(1000)]).toEqual([1, 0]);
});

test('a place that came back is taken again when it is moved on', () => {
  const window = new SlidingWindow();
  window.acquire(1000);
  expect(window.acquired(1500)).toBe(0);
  window.move(1000, 2000);
  expect([window.acquired(1999), window.acquired(2000)]).toEqual([1, 0]);
});

test('of several places with one moment one is moved', () => {
  const window = new SlidingWindow();
  for (let times = 0; times < 3; times++) window.acquire(1000);
  window.move(1000, 500);
  expect([0, 1, 2, 3].map((index) => window.returnOf(index, 0))).toEqual([500, 1000, 1000, undefined]);
  expect([window.acquired(500), window.acquired(1000)]).toEqual([2, 0]);
});
