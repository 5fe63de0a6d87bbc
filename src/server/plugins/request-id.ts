import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

export const REQUEST_ID = 'x-request-id';

/** What the context of a request holds from the start. */
export interface WithRequestId {
  readonly requestId: string;
}

/** The id of a request: the one that a proxy in front sent, or a new one. */
export const requestIdOf = (headers: { get(name: string): string | null }): string => {
  const sent = headers.get(REQUEST_ID);
  return sent && /^[\w.:-]{1,128}$/.test(sent) ? sent : randomUUID();
};

/** Gives each request its id. The log's lines and masked errors carry it, and the answer has it in its `x-request-id` header. */
export const useRequestId = (): Plugin<object, Partial<WithRequestId>> => ({
  onRequest: ({ request, serverContext }) => {
    Object.assign(serverContext, { requestId: requestIdOf(request.headers) } satisfies WithRequestId);
  },
  onResponse: ({ response, serverContext }) => {
    const { requestId } = serverContext;
    if (requestId !== undefined) response.headers.set(REQUEST_ID, requestId);
  },
});
