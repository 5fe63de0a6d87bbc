/** Memory is given back when the process has fallen quiet, and not while it works. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectAll, giveBackWhenIdle } from '../../src/server/idle-memory.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that uses so many milliseconds of CPU between two checks, and how often it has collected. */
const working = () => {
  let cpu = 1000;
  let collections = 0;
  giveBackWhenIdle({
    cpu: () => cpu,
    collect: async () => {
      cpu += 200;
      collections++;
    },
  });
  return async (perCheck: number, checks: number) => {
    for (let nth = 0; nth < checks; nth++) {
      cpu += perCheck;
      await vi.advanceTimersByTimeAsync(2000);
    }
    return collections;
  };
};

test('the start is collected once, as soon as nothing happens any more', async () => {
  const pass = working();
  expect(await pass(900, 3)).toBe(0);
  expect(await pass(2, 1)).toBe(1);
  expect(await pass(2, 100)).toBe(1);
});

test('much work is collected when it is over, and little work is not', async () => {
  const pass = working();
  expect(await pass(2, 1)).toBe(1);
  expect(await pass(1000, 1)).toBe(1);
  expect(await pass(2, 10)).toBe(1);
  expect(await pass(1000, 20)).toBe(1);
  expect(await pass(2, 10)).toBe(2);
});

test('a collection takes what nothing leads to', async () => {
  vi.useRealTimers();
  const gone = new WeakRef({});
  // The reference itself holds its object until the turn is over.
  await new Promise(setImmediate);
  await collectAll();
  expect(gone.deref()).toBeUndefined();
});
