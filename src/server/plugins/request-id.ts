import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { requestIds } from '../log.ts';

const HEADER = 'x-request-id';

/**
 * Gives each request an id: the one that a proxy in front sent, or a new one. The log's lines and masked errors carry it, and
 * the answer has it in its `x-request-id` header.
 */
export const useRequestId = (): Plugin => ({
  instrumentation: {
    request: ({ request }, wrapped) => requestIds.run(idOf(request), wrapped),
  },
  onResponse: ({ response }) => {
    const id = requestIds.getStore();
    if (id !== undefined) response.headers.set(HEADER, id);
  },
});
const idOf = (request: Request): string => {
  const sent = request.headers.get(HEADER);
  return sent && /^[\w.:-]{1,128}$/.test(sent) ? sent : randomUUID();
};
