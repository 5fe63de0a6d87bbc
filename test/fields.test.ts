/** Every field that a shape declares arrives in the graph, wherever the graph reads it: Zoom answers each call with all that it can. */
import type { GraphQLObjectType } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { entityTypeOf } from '../schema/types/global-id.ts';
import { nameOf } from '../src/zoom/declare/endpoint.ts';
import { answerTo, KEY, madeUpId, operationOf, startPlenty } from './exerciser/below.ts';
import { isNode, type ObjectSet, objectIn, placesOf, waysFrom } from './exerciser/graph.ts';
import { readingsOf } from './exerciser/reading.ts';
import type { Ask, Call } from './exerciser/world.ts';

const { run, calls, client } = startPlenty({ SHARED_CACHE_SECONDS: '0' });
afterAll(() => client.close());

const callIn = (text: string): Call => {
  const [, method = '', path = '', query = ''] = /^(\w+) ([^?]*)\??(.*)$/.exec(text) ?? [];
  const operation = operationOf({ method: method as 'GET', path });
  if (!operation) throw new Error(`${text} is of no declared operation.`);
  return {
    operation: nameOf(operation),
    query: new URLSearchParams(query),
    body: undefined,
    status: 200,
    answer: answerTo(operation),
  };
};
const ask: Ask = async (query, variables) => {
  calls.length = 0;
  const result = await run(query, variables);
  return { result, calls: calls.map(callIn) };
};
const idsOf = async ({ name }: GraphQLObjectType) => {
  const type = entityTypeOf(schema, name);
  return type ? [madeUpId(type), madeUpId(type, KEY)] : [];
};
const query = schema.getQueryType() as GraphQLObjectType;
const read = readingsOf({ ask, keys: { idsOf }, schema, ways: waysFrom(query) });

/** What a field leads to has a place of its own, its type; whether it leads to the right thing the exerciser asks of true relations. */
const isEdge = ({ type, field }: ObjectSet) => type !== query && field && isNode(objectIn(field.type) ?? query);
/** The ids of a made-up answer are not the one that was asked for, and its arguments do not matter here. */
const isOfLeaf = (problem: string) => !/^(id:|The argument )/.test(problem);

/** Reached by values that no answer has made up; the exerciser reaches them. */
const OUT_OF_REACH = ['CallingPlan', 'DashboardZoomRoom.pastMeetings'];

test.each(
  placesOf(schema)
    .filter((place) => place.type !== schema.getMutationType() && !isEdge(place))
    .filter(({ coordinate }) => !OUT_OF_REACH.includes(coordinate))
    .map((place) => [place.coordinate, place] as const),
)('%s', async (_, place) => {
  const { problems } = await read(place);
  expect(problems.filter(isOfLeaf).join('\n')).toBe('');
});
