/** What a trace tells of the calls that a request made. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from './run.ts';
import { askingOn } from './run.ts';
import { refusal, stub } from './stub.ts';
import { startWorld, type World } from './world.ts';

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly limit: string;
  readonly status?: number | null;
  readonly start: number;
  readonly duration?: number;
  readonly waited: number;
  readonly coalesced?: true;
  readonly fields: readonly string[];
  readonly moreFields?: number;
}
const traceOf = ({ extensions }: Result) => extensions?.zoom?.trace as readonly Entry[];

let world: World;
beforeAll(async () => {
  world = await startWorld({ users: 100, meetingsPerUser: 10 });
});
afterAll(() => world.close());

const MEETINGS =
  '{ users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } } }';

test('a query of 51 calls has 51 entries, each with the field that made it', async () => {
  const { result, calls } = await world.counted(() => world.ask(MEETINGS, { trace: true }));
  expect(result.errors).toBeUndefined();
  const trace = traceOf(result);
  expect(trace).toHaveLength(51);
  expect(trace.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...calls].sort());
  expect(trace[0]).toEqual({
    method: 'GET',
    path: '/users',
    limit: 'MEDIUM',
    status: 200,
    start: expect.any(Number),
    duration: expect.any(Number),
    waited: expect.any(Number),
    fields: ['users'],
  });
  const fields = trace.slice(1).flatMap(({ fields }) => fields);
  expect(new Set(fields)).toEqual(new Set(Array.from({ length: 50 }, (_, i) => `users.nodes.${i}.meetings`)));
});

test('the answer is the same as without, which has no trace', async () => {
  const [traced, plain] = [await world.ask(MEETINGS, { trace: true }), await world.run(MEETINGS)];
  expect(traced.data).toEqual(plain.data);
  expect(plain.extensions?.zoom).not.toHaveProperty('trace');
});

test('a call that makes many things known names some of the fields that wanted it, and counts the others', async () => {
  const result = await world.ask('{ users(first: 60) { nodes { role { name } jobTitle } } }', { trace: true });
  const trace = traceOf(result);
  expect(trace.find(({ path }) => path === '/roles')).toMatchObject({
    fields: [0, 1, 2, 3, 4].map((i) => `users.nodes.${i}.role.name`),
    moreFields: 55,
  });
  const singles = trace.filter(({ path }) => path === '/users/{userId}');
  expect(singles.map(({ fields }) => fields.join())).toEqual(
    Array.from({ length: 60 }, (_, i) => `users.nodes.${i}.jobTitle`),
  );
});

test('a call that another request had under way already is shown as joined', async () => {
  const slow = await startWorld({ users: 5, latencyMs: 50 });
  try {
    const query = '{ users { nodes { email } } }';
    const [one, other] = await Promise.all([
      slow.ask(query, { trace: true }),
      slow.ask(`query Other ${query}`, { trace: true }),
    ]);
    expect(slow.sandbox.calls).toHaveLength(1);
    const both = [...traceOf(one), ...traceOf(other)];
    expect(both.map(({ path, coalesced, fields }) => [path, coalesced, fields])).toEqual([
      ['/users', undefined, ['users']],
      ['/users', true, ['users']],
    ]);
  } finally {
    await slow.close();
  }
});

test('a refused call stands there without what is in its path, and a repeated one as often as it was sent', async () => {
  let sent = 0;
  const { gateway } = stub({
    'GET /users/u1': () => (sent++ === 0 ? refusal(503, 503, 'Busy.') : { id: 'u1', email: 'ada@example.com' }),
  });
  const ask = askingOn(gateway);
  const missing = traceOf(await ask('{ user(id: "nobody@example.com") { jobTitle } }', { trace: true }));
  expect(missing).toMatchObject([{ path: '/users/{userId}', status: 404, fields: ['user'] }]);
  expect(JSON.stringify(missing)).not.toContain('nobody');
  const repeated = traceOf(await ask('{ user(id: "u1") { email } }', { trace: true }));
  expect(repeated.map(({ status, fields }) => [status, fields])).toEqual([
    [503, ['user']],
    [200, ['user']],
  ]);
});

test('a mutation is shown with what its payload needed', async () => {
  const { gateway } = stub({ 'PATCH /groups/g1': {}, 'GET /groups/g1': { id: 'g1', name: 'Sales' } });
  const renamed = await askingOn(gateway)(
    'mutation { updateGroup(input: { groupId: "g1", name: "Sales" }) { group { name } } }',
    { trace: true },
  );
  expect(traceOf(renamed).map(({ method, path, fields }) => [method, path, fields])).toEqual([
    ['PATCH', '/groups/{groupId}', ['updateGroup']],
    ['GET', '/groups/{groupId}', ['updateGroup.group.name']],
  ]);
});
