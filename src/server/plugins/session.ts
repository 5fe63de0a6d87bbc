/** Who asks, before anything else is looked at; and what that has spent, when it has its answer. */
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import type { Session } from '../../../resolvers/session.ts';
import type { Client } from '../../zoom/client/client.ts';
import type { SessionFor } from '../session.ts';
import type { WithRequestContext } from './deadline.ts';
import { type ErrorMasker, UNEXPECTED } from './errors.ts';
import type { WithRequestId } from './request-id.ts';

export interface WithSession {
  /** Absent where the request's context is made by itself. */
  session?: Session;
}

/** Refuses requests of nobody: what they ask is neither read nor parsed. Stands in front of all that reads. */
export const useSession = (sessionFor: SessionFor, client: Client, mask: ErrorMasker): Plugin<WithSession> => ({
  onRequestParse: async ({ request, serverContext }) => {
    const context = serverContext as WithSession & Partial<WithRequestId>;
    try {
      context.session ??= await sessionFor(request.headers, client);
    } catch (error) {
      throw mask(error, UNEXPECTED, context.requestId);
    }
  },
});

/** Counts what callers spend. */
export const useUsage = (): Plugin<Partial<Context & WithRequestContext>> => ({
  onExecute: ({ args }) => {
    const { viewer, requestContext } = args.contextValue;
    viewer?.usage.asked();
    return {
      onExecuteDone: () => {
        if (requestContext) viewer?.usage.spent(requestContext.stats);
      },
    };
  },
});
