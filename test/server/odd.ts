/** What goes wrong in ways that nobody meant: for the tests that every request is answered all the same. */
import { type GraphQLFieldConfig, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, GraphQLString } from 'graphql';
import { clientOf } from './support.ts';

const throwing = (thrown: unknown) => ({
  type: GraphQLString,
  resolve: () => {
    throw thrown;
  },
});
const rejecting = (thrown: unknown) => ({ type: GraphQLString, resolve: () => Promise.reject(thrown) });
const answering = (name: string, value: unknown) => ({
  type: new GraphQLScalarType({ name, serialize: () => value }),
  resolve: () => 0,
});
const circular: Record<string, unknown> = {};
circular.self = circular;
const unreadable = Object.defineProperty(new Error(), 'message', {
  get: () => {
    throw new Error('hunter2');
  },
});

/** Each fails in a way of its own; those that do not throw, reject or return take the answer with them. */
const fields: Record<string, GraphQLFieldConfig<unknown, unknown>> = {
  fine: { type: GraphQLString, resolve: () => 'fine' },
  throwsUndefined: throwing(undefined),
  throwsNull: throwing(null),
  throwsText: throwing('hunter2'),
  throwsFrozen: throwing(Object.freeze(new Error('hunter2'))),
  throwsBare: throwing(Object.create(null)),
  throwsSeveral: throwing(new AggregateError([new Error('hunter2'), undefined])),
  throwsAbort: throwing(new DOMException('hunter2', 'AbortError')),
  rejectsUndefined: rejecting(undefined),
  rejectsText: rejecting('hunter2'),
  returnsAnError: { type: GraphQLString, resolve: () => new Error('hunter2') },
  givesNoJson: answering('Big', 5n),
  givesACircle: answering('Circular', circular),
  hidesItsMessage: throwing(unreadable),
};
export const ODD = Object.keys(fields).filter((name) => name !== 'fine');
export const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });

/** Clients with which no request gets a context. */
export const oddClients = [undefined, null, 'hunter2', new Error('hunter2'), Object.create(null)].map((thrown) => ({
  ...clientOf().client,
  as: () => {
    throw thrown;
  },
}));
