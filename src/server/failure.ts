/** Why the gateway does not run, in words. */
import { ConfigError, SETTINGS } from './config.ts';

/** What a worker said of why it ended: for people as it stands. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

/** What the person who starts it can mend is said plainly; anything else comes with its stack. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof WorkerError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: set ${SETTINGS.port.name}, ${SETTINGS.metricsPort.name} or ${SETTINGS.sandboxPort.name} to a free one.`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `Cannot listen on ${address ?? 'that host'}${port === undefined ? '' : `:${port}`} (${code}): see ${SETTINGS.host.name} and ${SETTINGS.port.name}.`;
  return error.stack ?? error.message;
};
