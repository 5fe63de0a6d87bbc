/** The sandbox's own time, in milliseconds; a test moves it instead of waiting. */
export interface Clock {
  now(): number;
  setNow(at: number | Date): void;
  advance(ms: number): void;
  /** Does something when it is this time, whether that comes by itself or by a move; returns what calls it off. */
  at(time: number, work: () => void): () => void;
  /** Calls off all that waits for its time. */
  stop(): void;
}

/** The longest that a timer of Node's waits. */
const LONGEST_MS = 2 ** 31 - 1;

export const clockOf = (real: () => number): Clock => {
  let ahead = 0;
  const waiting = new Set<{ readonly time: number; readonly work: () => void }>();
  let timer: NodeJS.Timeout | undefined;
  const now = () => real() + ahead;
  const ring = (): void => {
    const due = [...waiting].filter(({ time }) => time <= now()).sort((a, b) => a.time - b.time);
    for (const alarm of due) if (waiting.delete(alarm)) alarm.work();
    clearTimeout(timer);
    const next = Math.min(...[...waiting].map(({ time }) => time));
    if (waiting.size > 0) timer = setTimeout(ring, Math.min(Math.max(next - now(), 1), LONGEST_MS)).unref();
  };
  return {
    now,
    setNow: (at) => {
      ahead = Number(at) - real();
      ring();
    },
    advance: (ms) => {
      ahead += ms;
      ring();
    },
    at: (time, work) => {
      const alarm = { time, work };
      waiting.add(alarm);
      ring();
      return () => void waiting.delete(alarm);
    },
    stop: () => {
      waiting.clear();
      clearTimeout(timer);
    },
  };
};

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;
/** The start of an instant's UTC day. */
export const midnight = (ms: number): number => Math.floor(ms / DAY) * DAY;
