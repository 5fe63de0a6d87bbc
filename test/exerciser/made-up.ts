/** Queries for every place that reads, over a Zoom that has everything: no sandbox has to be searched for things to show. */
import type { GraphQLObjectType } from 'graphql';
import { schema } from '../../schema/index.ts';
import { entityTypeOf } from '../../schema/types/global-id.ts';
import { nameOf } from '../../src/zoom/declare/endpoint.ts';
import { answerTo, callIn, KEY, madeUpId, operationIn, startPlenty } from './below.ts';
import { type ObjectSet, waysFrom } from './graph.ts';
import { readingsOf } from './reading.ts';
import type { Ask, Call } from './world.ts';

export interface Query {
  readonly text: string;
  readonly variables?: object | undefined;
}
/** What came of reading a place. */
export interface Reading {
  /** What is wrong, as sentences; empty when all is well. */
  readonly problems: readonly string[];
  /** The queries that were sent, each with the operations that it called. */
  readonly queries: readonly (Query & { readonly operations: readonly string[] })[];
}

/** As the exerciser's worlds tell of a call. */
const calledIn = (text: string): Call => {
  const { operation, query } = callIn(text);
  return { operation: nameOf(operation), query, body: undefined, status: 200, answer: answerTo(operation) };
};
const idsOf = async ({ name }: GraphQLObjectType) => {
  const type = entityTypeOf(schema, name);
  return type ? [madeUpId(type), madeUpId(type, KEY)] : [];
};
const ways = waysFrom(schema.getQueryType() as GraphQLObjectType);

export const startMadeUp = () => {
  const plenty = startPlenty({ SHARED_CACHE_SECONDS: '0' });
  const { run, calls } = plenty;
  const read = async (place: ObjectSet): Promise<Reading> => {
    const queries: Reading['queries'][number][] = [];
    const ask: Ask = async (text, variables) => {
      calls.length = 0;
      const result = await run(text, variables);
      queries.push({ text, variables, operations: calls.map(operationIn) });
      return { result, calls: calls.map(calledIn) };
    };
    const { problems } = await readingsOf({ ask, keys: { idsOf }, schema, ways })(place);
    return { problems, queries };
  };
  const readings = new Map<string, Promise<Reading>>();
  return {
    ...plenty,
    /** Reads a place, once. */
    readingOf: (place: ObjectSet): Promise<Reading> => {
      const reading = readings.get(place.coordinate) ?? read(place);
      readings.set(place.coordinate, reading);
      return reading;
    },
  };
};
