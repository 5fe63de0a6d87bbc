/** The log: JSON lines on standard error. */
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino } from 'pino';

export type Log = Logger;

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
      redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    },
    to,
  );
