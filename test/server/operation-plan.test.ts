/** The plan of an operation: one tree that execution, look-ahead and cost read, and what holds of an operation as a whole. */
import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createContext } from '../../resolvers/context.ts';
import { createSession, Permissions } from '../../resolvers/session.ts';
import { schema } from '../../schema/index.ts';
import { extentOf, isOfZoomAlone, labelsOf } from '../../schema/plan/facts.ts';
import { executePlanned, factOf, overPlan } from '../../src/engine/executor/index.ts';
import { forgetPlans, keptPlans, PLANS } from '../../src/engine/executor/kept-plans.ts';
import type { ObjectPlan } from '../../src/engine/executor/types.ts';
import { listMeetings } from '../../src/zoom/api/meetings/meetings.ts';
import { listUsers } from '../../src/zoom/api/users/users.ts';
import { FakeZoom, requestContext } from '../machinery/fake.ts';

const labels = (of: GraphQLSchema, document: ReturnType<typeof parse>, operationName?: string) =>
  [...(factOf({ schema: of, document, operationName }, labelsOf) ?? [])].sort();
const isAlone = (of: GraphQLSchema, document: ReturnType<typeof parse>) =>
  factOf({ schema: of, document }, isOfZoomAlone);

describe('what holds of an operation', () => {
  test('is of the schema as well as of the document, which two schemas may share', () => {
    const other = buildSchema('type Query { me: User } type User { id: ID }');
    for (const schemas of [
      [schema, other],
      [other, schema],
    ] as const) {
      const document = parse('{ me { id } }');
      const told = schemas.map((one) => [one, isAlone(one, document), labels(one, document)]);
      expect(new Map(told.map(([one, ...facts]) => [one, facts]))).toEqual(
        new Map<unknown, unknown>([
          [schema, [true, ['LIGHT', 'MEDIUM']]],
          [other, [false, []]],
        ]),
      );
    }
  });

  test('is of the operation of the document that runs, with the fragments that it leads to', () => {
    const document = parse(`
      query A { dashboard { ...Meetings } } query B { me { email } }
      fragment Meetings on Dashboard { meetings { nodes { topic } } }`);
    expect(labels(schema, document, 'A')).toContain('RESOURCE_INTENSIVE');
    expect(labels(schema, document, 'B')).toEqual(['LIGHT', 'MEDIUM']);
    expect(labels(schema, document, 'C')).toEqual([]);
  });

  test('is that the gateway itself has no part in it, be that in a fragment or not', () => {
    const alone = '{ users { nodes { id } } ...F } fragment F on Query { roles { nodes { id } } }';
    expect(isAlone(schema, parse(alone))).toBe(true);
    expect(isAlone(schema, parse(`${alone.replace('roles {', '__typename roles {')}`))).toBe(false);
    expect(isAlone(schema, parse('{ users { nodes { id } } rateLimit { waiting } }'))).toBe(false);
    expect(isAlone(schema, parse('mutation { deleteGroup(input: { groupId: "g" }) { deletedGroupId } }'))).toBe(false);
  });

  test('is how many items a list of it has at most: one where it has no list, so that many ids in one operation are no reason to work out its cost', () => {
    const most = (text: string) => factOf({ schema, document: parse(text) }, extentOf)?.most;
    const meetings = Array.from({ length: 300 }, (_, i) => `m${i}: meeting(id: "${i}") { host { email } }`);
    expect(most(`{ ${meetings.join(' ')} }`)).toBe(1);
    expect(most('{ meeting(id: "1") { registrants { nodes { email } } } }')).toBe(30);
    expect(most('{ users(first: 7) { nodes { email } } }')).toBe(30);
    expect(most('{ users(first: 70) { nodes { email } } }')).toBe(70);
    expect(most('{ nodes(ids: ["1", "2", "3"]) { id } }')).toBe(3);
  });

  test('is found by as many looks as the document has nodes, whatever fragments make of it', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) =>
        `fragment F${i} on User { a: role { members { nodes { ...F${i + 1} } } } b: role { members { nodes { ...F${i + 1} } } } }`,
    );
    expect(labels(schema, parse(`{ me { ...F0 } } ${levels.join(' ')} fragment F30 on User { email }`))).toEqual([
      'LIGHT',
      'MEDIUM',
    ]);
  });
});

describe('a plan', () => {
  const query = `query ($all: Boolean!) {
    users(first: 2) { nodes { email meetings(first: 2) @include(if: $all) { nodes { topic host { displayName } } } } }
  }`;
  /** The account of two users with a meeting each, and what an operation over it gives and calls. */
  const run = async (by: typeof execute | typeof executePlanned, all = true) => {
    const zoom = new FakeZoom();
    zoom.serve(
      listUsers,
      ['a', 'b'].map((id) => ({ id, email: `${id}@x.test`, display_name: `User ${id}`, status: 'active' })),
    );
    zoom.serve(listMeetings, [{ id: 85746065432, topic: 'Standup', host_id: 'a' }]);
    const session = createSession({ principal: 'test', permissions: Permissions.all, zoom });
    const contextValue = createContext(session, requestContext());
    const result = await by({ schema, document: parse(query), contextValue, variableValues: { all } });
    return { result: JSON.parse(JSON.stringify(result)) as unknown, calls: zoom.calls };
  };

  test.each([true, false])('looks ahead alike where graphql-js runs the operation (@include: %s)', async (all) => {
    const planned = await run(executePlanned, all);
    expect(planned.result).not.toHaveProperty('errors');
    expect(planned.calls).toHaveLength(all ? 3 : 1);
    expect(await run(execute, all)).toEqual(planned);
  });

  test('has each field once, whoever looks at it, and is counted with what was looked at', () => {
    const document = parse('{ users { nodes { email } } }');
    const args = { schema, document };
    const fieldsIn = ({ fields }: ObjectPlan) => fields.map(({ field }) => field.name);
    forgetPlans();
    const walked = (root: ObjectPlan) => {
      const [users] = root.fields;
      const type = schema.getType('UserConnection') as ObjectPlan['type'];
      return users?.below(type);
    };
    const one = overPlan(args, walked);
    expect(one && fieldsIn(one)).toEqual(['nodes']);
    expect(overPlan(args, walked)).toBe(one);
    expect(keptPlans()).toEqual({ count: 1, bytes: 3 * PLANS.perField });
  });

  test('is none where the variables are wrong, or the operation is not there', () => {
    const document = parse(query);
    expect(overPlan({ schema, document, variableValues: { all: 'yes' } }, () => 1)).toBeUndefined();
    expect(
      overPlan({ schema, document, operationName: 'Other', variableValues: { all: true } }, () => 1),
    ).toBeUndefined();
  });
});
