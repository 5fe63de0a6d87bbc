/** The log: JSON lines on standard error. */
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino, stdSerializers } from 'pino';

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
      serializers: { err: errorOf },
      redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    },
    to,
  );

/** An error for its line. pino writes a mark into it, and reads all of it: a frozen or a treacherous one must not cost the answer. */
const errorOf = (error: Error): unknown => {
  try {
    return stdSerializers.err(error);
  } catch {
    return { type: 'Error', stack: Object.getOwnPropertyDescriptor(error, 'stack')?.value };
  }
};
