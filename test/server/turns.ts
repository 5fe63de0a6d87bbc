/** How often others can run while something is done, by a clock of which every look takes a slice. */
import { vi } from 'vitest';
import { SLICE_MS } from '../../src/engine/executor/promises.ts';

export const turnsDuring = async <T>(work: () => Promise<T>): Promise<{ result: T; turns: number }> => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += SLICE_MS;
    return now;
  });
  let turns = 0;
  let isOver = false;
  const take = () => {
    turns++;
    if (!isOver) setImmediate(take);
  };
  setImmediate(take);
  try {
    const result = await work();
    return { result, turns };
  } finally {
    isOver = true;
    clock.mockRestore();
  }
};
