/** The log: JSON lines on standard error. */
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino, stdSerializers } from 'pino';
import type { CallLine } from '../zoom/client/log.ts';
import { activeSpan, isTraced } from './tracing.ts';

export type Log = Logger;

/** Nothing of ours logs these; an error of a library might carry them. */
const SECRETS = [
  'authorization',
  'Authorization',
  'access_token',
  'clientSecret',
  'chatbotClientSecret',
  'client_secret',
  'password',
  'headers',
];

/** Lines are written together, a tenth of a second late at most; those that are left when the process ends are written then. */
export const lines = (to: number | string): DestinationStream =>
  destination({ dest: to, sync: false, minLength: 4096, periodicFlush: 100 });

/** Where a log goes that says nothing: nothing has to be written every now and then. */
const NOWHERE: DestinationStream = { write: () => {} };

export const createLog = (
  level: LevelWithSilent,
  to: DestinationStream = level === 'silent' ? NOWHERE : lines(2),
): Log =>
  pino(
    {
      level,
      base: null,
      serializers: { err: errorOf },
      // Where traces are recorded, a line says to which it belongs.
      ...(isTraced() && { mixin: activeSpan }),
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

/** A line for each REST call. Every field of it is known to hold no secret: looking for some would cost as much as the line. */
export const callLines = (log: Log): ((line: CallLine) => void) => {
  const plain = log.child({}, { redact: [] });
  return (line) => plain.info(line, 'zoom');
};
