/** A gateway over a small graph of its own, whose fields go each of the ways that a real one may go. */
import {
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { InputError } from '../../resolvers/errors.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway, type Gateway } from '../../src/server/gateway.ts';
import { createLog } from '../../src/server/log.ts';
import type { WithRequestContext } from '../../src/server/plugins/deadline.ts';
import { getUser } from '../../src/zoom/api/users/users.ts';
import {
  type Client,
  type ErrorKind,
  type RequestContext,
  type Zoom,
  ZoomError,
} from '../../src/zoom/client/client.ts';
import { way } from '../way.ts';
import { post } from './post.ts';

type Field = GraphQLFieldConfig<unknown, Context & WithRequestContext>;
const string = { type: GraphQLString };

const Even = new GraphQLScalarType({
  name: 'Even',
  parseValue: (value) => {
    if (typeof value === 'number' && value % 2 === 0) return value;
    throw new TypeError('Not an even number.');
  },
});
const Query: GraphQLObjectType = new GraphQLObjectType({
  name: 'Query',
  fields: (): Record<string, Field> => ({
    fine: { ...string, resolve: () => 'fine' },
    deeper: { type: Query, resolve: () => ({}) },
    /** Reads a user from Zoom. */
    user: {
      ...string,
      args: { id: { type: new GraphQLNonNull(GraphQLString) } },
      resolve: async (_, { id }, { store }) => (await store.read(getUser, { path: { userId: id } })).display_name,
    },
    noted: {
      ...string,
      resolve: (_, _args, { note }) => {
        note('resumed');
        return 'noted';
      },
    },
    mistaken: {
      ...string,
      resolve: () => {
        throw new InputError('That is no cursor of this list.', 'CURSOR_INVALID');
      },
    },
    polite: {
      ...string,
      resolve: () => {
        throw new GraphQLError('Say please.', { extensions: { code: 'RUDE' } });
      },
    },
    broken: {
      ...string,
      resolve: () => {
        throw new Error('password=hunter2');
      },
    },
    even: { ...string, args: { n: { type: Even } }, resolve: () => 'even' },
  }),
});
const Mutation = new GraphQLObjectType({
  name: 'Mutation',
  fields: { change: { ...string, resolve: () => 'changed' } },
});
export const schema = new GraphQLSchema({ query: Query, mutation: Mutation });

/** What Zoom answers to a read of a user, in a test. */
export type Answering = (userId: string, requestContext: RequestContext) => Promise<{ display_name: string }>;

/** Never answers; fails when the request's signal aborts, as the client does. */
export const silence: Answering = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    const fail = () => {
      const kind: ErrorKind =
        signal?.reason instanceof DOMException && signal.reason.name === 'TimeoutError' ? 'TIMEOUT' : 'ABORTED';
      reject(new ZoomError(kind, 'No answer.', { endpoint: getUser }));
    };
    if (signal?.aborted) fail();
    else signal?.addEventListener('abort', fail);
  });

/** A client of Zoom with the answers of a test; it says whose token was used, and which users were read. */
export const clientOf = (answer: Answering = async (id) => ({ display_name: `User ${id}` })) => {
  const bearers: (string | undefined)[] = [];
  const reads: string[] = [];
  const call: unknown = (
    _: unknown,
    { path: { userId } }: { path: { userId: string } },
    requestContext: RequestContext,
  ) => {
    reads.push(userId);
    requestContext.stats.calls++;
    requestContext.stats.byLimit.LIGHT = (requestContext.stats.byLimit.LIGHT ?? 0) + 1;
    return answer(userId, requestContext);
  };
  const client: Client = {
    as: (bearer) => {
      bearers.push(bearer);
      return {
        key: bearer ?? 'server',
        changes: 0,
        call: call as Zoom['call'],
        download: () => Promise.reject(new Error('Nothing is downloaded here.')),
        budget: async () => ({ buckets: [] }) as never,
        hasRoom: () => true,
        forcedBy: async () => 0,
      };
    },
    ready: async () => undefined,
    changed: async () => {},
    close: async () => {},
  };
  return { client, bearers, reads };
};

/** A gateway with the settings of `env`, and the lines that it logs. */
export const gatewayOf = (
  env: Record<string, string> = {},
  answer?: Answering,
  more: Partial<Parameters<typeof createGateway>[0]> = {},
) => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line) => lines.push(JSON.parse(line)) });
  const zoom = clientOf(answer);
  const gateway = createGateway({ ...way, client: zoom.client, config: readConfig(env), schema, log, ...more });
  return { ...zoom, lines, gateway };
};

export interface Result {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions?: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}
/** Runs a query as a frontend would. */
export const run = async (gateway: Gateway, query: string, headers: Record<string, string> = {}) => {
  const response = await gateway.fetch('http://gateway/graphql', post({ query }, headers));
  return { status: response.status, headers: response.headers, ...((await response.json()) as Result) };
};
