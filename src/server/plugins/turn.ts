import { setMaxListeners } from 'node:events';
import type { Plugin } from 'graphql-yoga';
import { newStats, type Turn } from '../../zoom/client.ts';

export interface WithTurn {
  readonly turn: Turn;
}
interface Options {
  /** How long a request may take, in milliseconds. */
  readonly timeout: number;
  readonly maxCalls: number;
}

/**
 * Gives each request its turn: what it may spend, and the signal that ends its REST calls. At the deadline the signal aborts
 * with a TimeoutError, so that fields still waiting fail while the others keep their data; it aborts too when the client goes away.
 */
export const useTurn = ({ timeout, maxCalls }: Options): Plugin => ({
  onParams: ({ request, paramsHandler, setParamsHandler }) =>
    setParamsHandler(async (payload) => {
      const controller = new AbortController();
      setMaxListeners(0, controller.signal); // each REST call under way listens
      const leave = () => controller.abort(new DOMException('The client went away.', 'AbortError'));
      const timer = setTimeout(
        () => controller.abort(new DOMException(`The request took more than ${timeout} ms.`, 'TimeoutError')),
        timeout,
      );
      request.signal?.addEventListener('abort', leave);
      if (request.signal?.aborted) leave();
      const turn: Turn = { signal: controller.signal, deadline: Date.now() + timeout, maxCalls, stats: newStats() };
      Object.assign(payload.context, { turn } satisfies WithTurn);
      try {
        return await paramsHandler(payload);
      } finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', leave);
      }
    }),
});
