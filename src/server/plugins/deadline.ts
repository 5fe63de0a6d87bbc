import type { Plugin } from 'graphql-yoga';
import { Abort, type Signal } from '../../engine/abort.ts';
import { newStats, type RequestContext } from '../../zoom/client/client.ts';
import type { CallSpans } from '../../zoom/client/spans.ts';
import { requestExtensionsOf, wantsFresh } from './request-extensions.ts';
import type { WithRequestId } from './request-id.ts';

export interface WithRequestContext {
  readonly requestContext: RequestContext;
}
/** Where traces are recorded, the context of a request has the spans of its calls from the start. */
export interface WithSpans {
  readonly spans: CallSpans;
}
interface Options {
  /** How long a request may take that does not say so itself, in milliseconds. */
  readonly timeout: number;
  readonly maxCalls: number;
}

/**
 * Gives each request its budget: what it may spend, and the signal that ends its REST calls. At the deadline the signal aborts
 * with a TimeoutError, so that fields still waiting fail while the others keep their data; it aborts too when the client goes away.
 */
export const useDeadline = ({ timeout: usual, maxCalls }: Options): Plugin => ({
  onParams: ({ request, paramsHandler, setParamsHandler }) =>
    setParamsHandler(async (payload) => {
      const { requestId, spans } = payload.context as Partial<WithRequestId & WithSpans>;
      const { timeoutMs: timeout = usual } = requestExtensionsOf(payload);
      const client: Signal | undefined = request.signal;
      const signal = new Abort();
      const leave = () => signal.abort(new DOMException('The client went away.', 'AbortError'));
      const timer = setTimeout(
        () => signal.abort(new DOMException(`The request took more than ${timeout} ms.`, 'TimeoutError')),
        timeout,
      );
      client?.addEventListener('abort', leave);
      if (client?.aborted) leave();
      const requestContext: RequestContext = {
        signal,
        deadline: Date.now() + timeout,
        maxCalls,
        requestId,
        isFresh: wantsFresh(request.headers),
        stats: newStats(),
        ...(spans && { spans }),
      };
      Object.assign(payload.context, { requestContext } satisfies WithRequestContext);
      try {
        return await paramsHandler(payload);
      } finally {
        clearTimeout(timer);
        client?.removeEventListener('abort', leave);
      }
    }),
});
