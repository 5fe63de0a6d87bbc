/** Scripts that Redis runs as one step, each known to it by the hash of its text. */
import { createHash } from 'node:crypto';

export interface Script {
  readonly text: string;
  readonly sha: string;
}

export const script = (text: string): Script => ({ text, sha: createHash('sha1').update(text).digest('hex') });

/** Begins a script: `now` is what the clock of Redis says, in milliseconds, so that clocks of replicas need not agree. */
export const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;
