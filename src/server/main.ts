/** `npm start`: reads the settings, starts the gateway, and stops it when told to. */
import { ConfigError, readConfig, SETTINGS } from './config.ts';
import { type Running, start } from './server.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const main = async () => {
  const running = await start(readConfig());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(running));
  say(running.greeting.join('\n'));
};

const stop = (running: Running) => {
  say('Stopping: requests in flight are finished first.');
  running.stop().catch(fail);
};

/** What the person who starts it can mend is said plainly; anything else comes with its stack. */
const fail = (error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
};
const reasonOf = (error: unknown): string => {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: set ${SETTINGS.port.name} or ${SETTINGS.sandboxPort.name} to a free one.`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `Cannot listen on ${address ?? 'that host'}${port === undefined ? '' : `:${port}`} (${code}): see ${SETTINGS.host.name} and ${SETTINGS.port.name}.`;
  return error.stack ?? error.message;
};

main().catch(fail);
