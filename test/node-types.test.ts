/** Whatever has a global id is found again by it: an item of each type, as a list tells it, beside what `node` gives. */
import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { entityTypes } from '../schema/types/global-id.ts';
import { along, endsOf, type Raw, waysFrom } from './exerciser/graph.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  // Limits are the business of other tests: the sandbox's clock goes so fast that none is reached.
  let now = Date.now();
  world = await startWorld({ users: 12, now: () => (now += 2000) }, { share: 1000 });
});
afterAll(() => world.close());

const ways = waysFrom(schema.getQueryType() as GraphQLObjectType);
/** What is shown of an object itself. `raw` is what was read of it, and that is another answer here and there. */
const leavesOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter(({ name }) => name !== 'raw')
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map(({ name }) => name)
    .join(' ');

/** Of these, lists tell more than their single GET. */
const TOLD_BY_LISTS = ['CallElement', 'CallHistory', 'DashboardMeeting', 'DashboardWebinar', 'MeetingReport'];

const found: string[] = [];
const types = [...entityTypes(schema).keys()].sort();
test.each(types)('%s', async (name) => {
  const type = schema.getType(name) as GraphQLObjectType;
  const leaves = TOLD_BY_LISTS.includes(name) ? 'id' : leavesOf(type);
  for (const way of ways.get(type) ?? []) {
    const { data } = await world.run(`{ ${along(way, leaves)} }`);
    const items = (endsOf(data, way) as Raw[]).slice(0, 3);
    if (items.length === 0) continue;
    const again = await world.run(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${name} { ${leaves} } } }`, {
      ids: items.map(({ id }) => id),
    });
    expect(again.errors).toBeUndefined();
    expect(again.data).toEqual({ nodes: items });
    found.push(name);
    return;
  }
});

test('all types have been found, but for what the sandbox has none of', () => {
  expect(types.filter((name) => !found.includes(name))).toEqual([]);
});
