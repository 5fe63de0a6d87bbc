/** The sandbox's own time, in milliseconds; a test moves it instead of waiting. */
export interface Clock {
  now(): number;
  setNow(at: number | Date): void;
  advance(ms: number): void;
}

export const clockOf = (now: () => number): Clock => {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    setNow: (at) => {
      ahead = Number(at) - now();
    },
    advance: (ms) => {
      ahead += ms;
    },
  };
};

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;
/** The start of an instant's UTC day. */
export const midnight = (ms: number): number => Math.floor(ms / DAY) * DAY;
