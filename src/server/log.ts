/** The log: JSON lines on standard error, each with the id of the request that it belongs to. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino } from 'pino';

export type Log = Logger;

/** The id of the request at hand; the code below the server needs no knowledge of it to be found in the log. */
export const requestIds = new AsyncLocalStorage<string>();

/** Nothing of ours logs these; an error of a library might carry them. */
const SECRETS = [
  'authorization',
  'Authorization',
  'access_token',
  'clientSecret',
  'client_secret',
  'password',
  'headers',
];

export const createLog = (level: LevelWithSilent, to: DestinationStream = destination(2)): Log =>
  pino(
    {
      level,
      base: null,
      mixin: () => {
        const requestId = requestIds.getStore();
        return requestId === undefined ? {} : { requestId };
      },
      redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    },
    to,
  );
