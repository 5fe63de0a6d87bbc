export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** Promises that nobody waits for any more may fail unheard. */
export const forget = (promises: readonly Promise<unknown>[]): void => {
  for (const promise of promises) promise.catch(() => undefined);
};

/** How long the event loop may be kept busy at a stretch, in milliseconds. */
export const SLICE_MS = 5;
/** Lets whatever else waits run first. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
