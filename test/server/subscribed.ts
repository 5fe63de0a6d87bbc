/** A small graph with subscriptions, over a stream in memory, and sessions that tests change as they like. */
import {
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { mayHear } from '../../resolvers/events.ts';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../../resolvers/session.ts';
import { httpError } from '../../src/server/http/errors.ts';
import type { SessionFor } from '../../src/server/session.ts';
import { getUser } from '../../src/zoom/api/users/users.ts';
import type { ZoomEvent } from '../../src/zoom/events/event.ts';
import { memoryStream } from '../../src/zoom/events/memory-stream.ts';
import type { StreamedEvent } from '../../src/zoom/events/stream.ts';
import { type Answering, gatewayOf } from './support.ts';

const string = { type: GraphQLString };
type Field = GraphQLFieldConfig<StreamedEvent, Context, { after?: string }>;
/** How often a source was asked for what it has, and was ended. */
export const sources = { begun: 0, ended: 0 };
/** The type of subscriptions, whose events have `more` fields. */
const subscriptionOf = (more: Record<string, GraphQLFieldConfig<StreamedEvent, Context>> = {}) => {
  const Happening = new GraphQLObjectType<StreamedEvent, Context>({
    name: 'Happening',
    fields: {
      ...more,
      cursor: string,
      topic: { ...string, resolve: ({ object }) => object.topic },
      /** Read from Zoom, by as many calls as `times` says. */
      host: {
        ...string,
        args: { times: { type: GraphQLInt, defaultValue: 1 } },
        resolve: async ({ object }, { times }, { store }) => {
          const names = Array.from({ length: times }, (_, nth) =>
            store.read(getUser, { path: { userId: nth === 0 ? `${object.host_id}` : `${object.host_id}${nth}` } }),
          );
          return (await Promise.all(names)).map(({ display_name }) => display_name).join();
        },
      },
      password: { ...string, extensions: { needs: 'sensitive' }, resolve: ({ object }) => object.password },
      /** Fails where the event says so. */
      broken: {
        ...string,
        resolve: ({ object }) => {
          if (object.topic === 'broken') throw new Error('password=hunter2');
          return 'fine';
        },
      },
    },
  });
  const events: Field = {
    type: Happening,
    args: { after: string },
    subscribe: async function* (_, { after }, context) {
      const { events: stream } = context.options;
      if (!stream) throw new Error('There are no events here.');
      sources.begun++;
      try {
        const wants = (event: ZoomEvent) => mayHear(context, event);
        const signal = context.requestContext.signal as NonNullable<typeof context.requestContext.signal>;
        yield* stream.read({ after, signal, wants });
      } finally {
        sources.ended++;
      }
    },
    resolve: (event) => event,
  };
  const Subscription = new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      events,
      rawEvents: { ...events, extensions: { needs: 'raw' } },
      failing: {
        ...string,
        subscribe: () => {
          throw new Error('password=hunter2');
        },
      },
      never: {
        ...string,
        subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }),
      },
    },
  });
  return Subscription;
};
const Query = new GraphQLObjectType<unknown, Context>({
  name: 'Query',
  fields: {
    fine: { ...string, resolve: () => 'fine' },
    user: {
      ...string,
      args: { id: { type: new GraphQLNonNull(GraphQLString) } },
      resolve: async (_, { id }, { store }) => (await store.read(getUser, { path: { userId: id } })).display_name,
    },
  },
});
const Mutation = new GraphQLObjectType({
  name: 'Mutation',
  fields: { change: { ...string, resolve: () => 'changed' } },
});
export const schema = new GraphQLSchema({ query: Query, mutation: Mutation, subscription: subscriptionOf() });
/** Another graph with these subscriptions: each of their events leads to all that can be asked there. */
export const withSubscriptions = (other: GraphQLSchema): GraphQLSchema => {
  const { types, query, ...config } = other.toConfig();
  const subscription = subscriptionOf(query ? { query: { type: query, resolve: () => ({}) } } : {});
  const others = types.filter(({ name }) => name !== subscription.name);
  return new GraphQLSchema({ ...config, query, types: others, subscription });
};

/** What each bearer may do now; whoever is not here is nobody. */
export type Who = Record<string, readonly Permission[]>;
const sessionsOf =
  (who: Who): SessionFor =>
  (headers, client) => {
    const name = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? 'Bearer anyone')?.[1] ?? '';
    const permissions = who[name];
    if (!permissions) throw httpError(401, 'UNAUTHENTICATED', 'The key is not one of this gateway, or was revoked.');
    return createSession({ principal: name, permissions: new Permissions(permissions), zoom: client.as() });
  };

let lastTime = 1_732_000_000_000;
/** An event that was not there before. */
export const eventOf = (topic: string, more: Record<string, unknown> = {}, accountId = 'a'): ZoomEvent => {
  const object = { id: '1', topic, host_id: 'h', password: 'hush', ...more };
  return { event: 'meeting.started', time: ++lastTime, accountId, payload: { account_id: accountId, object }, object };
};

interface Options {
  readonly env?: Record<string, string>;
  readonly answer?: Answering;
  readonly who?: Who;
  readonly buffer?: number;
  readonly kept?: number;
  readonly more?: Parameters<typeof gatewayOf>[2];
}
export const subscribedGateway = ({ env, answer, who = {}, buffer = 100, kept = 100, more }: Options = {}) => {
  const stream = memoryStream({ kept, buffer });
  const all: Who = { anyone: PERMISSIONS, ...who };
  const made = gatewayOf(env, answer, { schema, events: stream, sessionFor: sessionsOf(all), ...more });
  /** Something happens; the topics of what does. */
  const happens = async (...topics: string[]) => {
    for (const topic of topics) await stream.append(eventOf(topic));
  };
  return { ...made, stream, happens, who: all };
};
