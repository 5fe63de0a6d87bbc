import { createHash } from 'node:crypto';

/** A short name for anything that can be written as JSON: a list with its arguments, an item without a key. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
