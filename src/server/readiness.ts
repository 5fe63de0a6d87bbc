/** Whether requests could be served now: a token can be had, and Zoom answers. */
import { getUser } from '../zoom/api/users.ts';
import { type Client, type ErrorKind, newStats, ZoomError } from '../zoom/client.ts';

/** Refusals that mean nobody could be served; any other shows that Zoom is there and knows us. */
const DOWN: readonly ErrorKind[] = ['UNAUTHENTICATED', 'TIMEOUT', 'ABORTED', 'UPSTREAM'];
const PATIENCE_MS = 5000;
/** For how long an outcome holds: those who ask often spend no rate limit. */
const FRESH_MS = 10_000;

/** A check that costs one LIGHT call per ten seconds at most, however often it is asked. */
export const readinessOf = (client: Client, now: () => number = Date.now): (() => Promise<boolean>) => {
  let last: { at: number; outcome: Promise<boolean> } | undefined;
  return () => {
    if (!last || now() - last.at >= FRESH_MS) last = { at: now(), outcome: isReady(client, now()) };
    return last.outcome;
  };
};

const isReady = async (client: Client, at: number): Promise<boolean> => {
  const turn = { signal: AbortSignal.timeout(PATIENCE_MS), deadline: at + PATIENCE_MS, stats: newStats() };
  try {
    await client.as().call(getUser, { path: { userId: 'me' } }, turn);
    return true;
  } catch (error) {
    if (error instanceof ZoomError) return !DOWN.includes(error.kind);
    throw error;
  }
};
