/** Raw requests, for what Zoom adds tomorrow: any path of the REST API, with its JSON as it is. */
import type { Context } from '../../resolvers/context.ts';
import { InputError } from '../../resolvers/errors.ts';
import { type RawRequest, rawArgsOf, rawCallOf } from '../../resolvers/raw-request.ts';
import type { Permission } from '../../resolvers/session.ts';
import { lacking } from '../../resolvers/withholding.ts';
import type { Method, RawAnswer } from '../../src/zoom/declare/endpoint.ts';
import { writeOf } from '../fields/mutation.ts';
import type { Cost, CostContext } from '../plan/cost.ts';
import type { Domain } from '../types/builder.ts';
import { idempotencyKeyIn } from '../types/idempotent.ts';
import { nullOnlyWithError } from '../types/semantic-non-null.ts';

const PATH =
  'The path below the base of the API, such as "/users/me", encoded as a URL wants it. A UUID with a slash is encoded twice. Without host and query.';
const QUERY =
  'The parameters of the query by Zoom’s names, such as `{page_size: 30}`. Several values of one go with commas between them.';
const ANSWER =
  'A 2xx answer comes with its status. A refusal is an error like that of any other field, with Zoom’s code and message in `extensions.zoom`.';
const OPEN = 'It is closed unless the gateway is set to RAW_REQUESTS=on.';

export const rawDomain: Domain = (builder) => {
  const Response = builder.objectRef<RawAnswer>('RawResponse').implement({
    description: 'What Zoom answered to a raw request.',
    fields: (t) => ({
      status: t.exposeInt('status', { nullable: false, description: 'The HTTP status, from 200 to 299.' }),
      json: t.field({
        type: 'JSON',
        description:
          'The JSON, with Zoom’s own names; null where Zoom sent nothing. Whole numbers beyond 2^53 are strings of digits.',
        resolve: ({ json }) => json,
      }),
    }),
  });
  const WriteMethod = builder.enumType('WriteMethod', {
    description: 'The verb of a REST operation that changes something.',
    values: {
      POST: { description: 'Creates, or starts an action.' },
      PUT: { description: 'Replaces, or starts an action.' },
      PATCH: { description: 'Changes what is given, and leaves the rest.' },
      DELETE: { description: 'Deletes.' },
    },
  });
  const more = { type: Response, nullable: true as const, needs: 'raw' as const, directives: [nullOnlyWithError] };

  builder.queryField('zoomGet', (t) =>
    t.field({
      ...more,
      description: `Reads any path of the REST API, as for what the graph does not have yet. One call. Lists are paged by Zoom’s own tokens. ${ANSWER} ${OPEN}`,
      extensions: {
        callsAny: true,
        cost: costBy((args: { path: string; query?: unknown }) => ({ method: 'GET', ...args })),
      },
      args: {
        path: t.arg.string({ required: true, description: PATH }),
        query: t.arg({ type: 'JSON', description: QUERY }),
      },
      resolve: async (_, args, context): Promise<RawAnswer> => {
        mayCall(context, 'zoomGet', 'read');
        const call = rawCallOf({ method: 'GET', ...args });
        const answer: unknown = await context.store.read(call.endpoint, rawArgsOf(call));
        return answer as RawAnswer;
      },
    }),
  );
  builder.mutationField('zoomRequest', (t) =>
    t.field({
      ...more,
      description: `Writes to any path of the REST API. One call, which is never repeated where Zoom may have acted. ${ANSWER} ${OPEN}`,
      extensions: { callsAny: true, cost: costBy((args: RawRequest) => args) },
      args: {
        method: t.arg({ type: WriteMethod, required: true, description: 'The verb.' }),
        path: t.arg.string({ required: true, description: PATH }),
        query: t.arg({ type: 'JSON', description: QUERY }),
        body: t.arg({
          type: 'JSON',
          description:
            'The JSON to send, an object or a list, by Zoom’s names. Nothing is checked or left out. Files cannot be sent.',
        }),
      },
      resolve: async (_, { method, ...args }, context, info): Promise<RawAnswer> => {
        mayCall(context, 'zoomRequest', 'write');
        const call = rawCallOf({ method: method as Method, ...args });
        const answer = await writeOf(call.endpoint, rawArgsOf(call), context, idempotencyKeyIn(info));
        return answer as RawAnswer;
      },
    }),
  );
};

/** Throws where raw requests are closed, or who asks may not also do what the roots need of all others. */
const mayCall = ({ session, options }: Context, name: string, permission: Permission): void => {
  if (!options.rawRequests)
    throw new InputError('Raw requests are closed in this gateway. RAW_REQUESTS=on opens them.', 'FORBIDDEN');
  if (!session.permissions.has(permission)) throw lacking(name, permission);
};

/** One call, of the operation that the arguments name. */
const costBy =
  <A>(requestOf: (args: A) => RawRequest) =>
  ({ args, parents }: CostContext<A>): Cost => {
    const { endpoint, path, query } = rawCallOf(requestOf(args));
    return { calls: [{ endpoint, each: 1, callers: parents, query: [path, query] }] };
  };
