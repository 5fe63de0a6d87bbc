import type { Signal } from '../../engine/abort.ts';

/** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
export const sleep = (ms: number, signal: Signal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
