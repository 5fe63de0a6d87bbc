import type { Plugin } from 'graphql-yoga';
import { ZoomError } from '../../zoom/client/client.ts';
import type { Log } from '../log.ts';

/** Whether the process is alive: the last as Kubernetes has it. */
const ALIVE: ReadonlySet<string> = new Set(['/health', '/healthz']);
/** Whether it can serve. */
const READY: ReadonlySet<string> = new Set(['/ready', '/readyz']);

/** So long a failure stands before it is tried again, however often somebody asks. */
const FAILED_MS = 5000;

interface Options {
  /** Throws what is in the way. */
  readonly ready: () => Promise<unknown>;
  readonly log: Log;
}

/**
 * Answers those who watch over the process, before any plugin that asks who they are. Neither makes a call of each question: alive is who
 * answers; ready is who has a token, or can reach Zoom, and what failed is tried again once in a while.
 */
export const useHealth = ({ ready, log }: Options): Plugin => {
  let failure: { readonly reason: string; readonly until: number } | undefined;
  const whyNot = async (): Promise<string | undefined> => {
    if (failure && Date.now() < failure.until) return failure.reason;
    try {
      await ready();
      failure = undefined;
    } catch (error) {
      // Errors of others may quote what is secret.
      if (!(error instanceof ZoomError)) log.error({ err: error }, 'Not ready.');
      const reason = error instanceof ZoomError ? error.message : 'Zoom cannot be asked: the log says why.';
      failure = { reason, until: Date.now() + FAILED_MS };
    }
    return failure?.reason;
  };
  return {
    onRequest: ({ url: { pathname }, endResponse, fetchAPI }) => {
      const good = () => endResponse(new fetchAPI.Response(null, { status: 200 }));
      if (ALIVE.has(pathname)) return good();
      if (!READY.has(pathname)) return undefined;
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return whyNot().then((reason) =>
        reason === undefined ? good() : endResponse(new fetchAPI.Response(reason, { status: 503, headers })),
      );
    },
  };
};
