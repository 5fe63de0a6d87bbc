/** Files that are read again when they have changed, so that what is taken from them ends soon. Looked at when asked for: nothing watches. */
import { readFile, stat } from 'node:fs/promises';
import type { Log } from '../log.ts';

/** What was seen of a file is taken for what it is so long, in milliseconds. */
export const LOOK_AGAIN_MS = 1000;

interface Options<T> {
  readonly path: string;
  readonly parse: (text: string) => T;
  /** What a file stands for that is not there. */
  readonly none: T;
  readonly log: Log;
  readonly now?: () => number;
}

/**
 * What is in a file now. Where that cannot be used, what was read before stands, and the log says so; of a file that is gone nothing stands.
 * Rejects only where nothing was read yet.
 */
export const contentOf = <T>({ path, parse, none, log, now = Date.now }: Options<T>): (() => Promise<T>) => {
  let known: { readonly stamp: string; readonly content: T } | undefined;
  let faulty: string | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const stamp = await stampOf(path);
    if (stamp === known?.stamp || stamp === faulty) return;
    try {
      known = { stamp, content: stamp === GONE ? none : parse(await readFile(path, 'utf8')) };
      faulty = undefined;
      if (stamp === GONE) log.warn(`There is no file ${path}.`);
    } catch (error) {
      if (!known) throw error;
      faulty = stamp;
      log.error(
        `${path} cannot be used, and what it held before stands: ${error instanceof Error ? error.message : ''}`,
      );
    }
  };
  return async () => {
    if (now() - looked >= LOOK_AGAIN_MS) {
      looking ??= look().finally(() => {
        looked = now();
        looking = undefined;
      });
      await looking;
    }
    return known ? known.content : none;
  };
};

const GONE = 'gone';
/** Tells one content of a file from another. */
const stampOf = async (path: string): Promise<string> => {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(path);
    return [mtimeMs, ctimeMs, size, ino].join(' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return GONE;
    throw error;
  }
};
