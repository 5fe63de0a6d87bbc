/** Chance that comes again with the same seed. */
import { pickInt } from '../../src/sandbox/seeded.ts';

export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  (below: number): number;
  of<T>(some: readonly T[]): T;
}

export const diceOf = (seed: string): Dice => {
  let thrown = 0;
  const below = (most: number) => pickInt(`${seed}/${thrown++}`, most);
  return Object.assign(below, { of: <T>(some: readonly T[]): T => some[below(some.length)] as T });
};
