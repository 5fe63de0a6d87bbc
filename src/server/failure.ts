/** Why the gateway does not run, in words. */
import { ConfigError } from './config.ts';

/** What a worker said of why it ended: for people as it stands. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

/** What the person who starts it can mend is said plainly; anything else comes with its stack. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof WorkerError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address, settings = [] } = error as NotListening;
  const [own, host] = settings;
  if (code === 'EADDRINUSE') return `Port ${port} is taken${own === undefined ? '.' : `: set ${own} to a free one.`}`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `Cannot listen on ${address ?? 'that host'}${port === undefined ? '' : `:${port}`} (${code}).${settings.length === 0 ? '' : ` See ${[host, own].filter(Boolean).join(' and ')}.`}`;
  return error.stack ?? error.message;
};

interface NotListening extends NodeJS.ErrnoException {
  readonly port?: number;
  readonly address?: string;
  /** The settings that say where: the port's, and the host's where there is one. */
  readonly settings?: readonly string[];
}
/** What listens where settings say: where it cannot, the error names these. */
export const listeningBy = <T>(settings: readonly string[], listening: Promise<T>): Promise<T> =>
  listening.catch((error: unknown) => {
    throw error instanceof Error ? Object.assign(error, { settings }) : error;
  });
