/** A request's id: in its answer, in its masked errors, and in every line that is logged for it. */
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { createLog } from '../../src/server/log.ts';
import { errorMasker, useErrorMasking } from '../../src/server/plugins/errors.ts';
import { requestIdOf } from '../../src/server/plugins/request-id.ts';
import type { CallLine } from '../../src/zoom/client/log.ts';
import { stub } from '../stub.ts';
import { gatewayOf, run } from './support.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test('of requests side by side, each error and its line have the id of their own', async () => {
  const { gateway, lines } = gatewayOf();
  const ids = Array.from({ length: 5 }, (_, i) => `r${i}`);
  const answers = await Promise.all(
    ids.map((id) => run(gateway, `{ ${id}: broken deeper { broken } }`, { 'x-request-id': id })),
  );
  expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(ids);
  expect(answers.map(({ errors }) => errors?.map(({ extensions }) => extensions?.requestId))).toEqual(
    ids.map((id) => [id, id]),
  );
  const logged = lines.filter(({ level }) => level === 50).map(({ requestId }) => requestId);
  expect(logged.sort()).toEqual([...ids, ...ids].sort());
});

test.each([[{}], [{ 'x-request-id': 'not {an} id' }]])('with the headers %j the id is a new one', async (sent) => {
  const { gateway, lines } = gatewayOf();
  const { headers, errors } = await run(gateway, '{ broken }', sent);
  const id = headers.get('x-request-id');
  expect(id).toMatch(UUID);
  expect(errors?.[0]?.extensions?.requestId).toBe(id);
  expect(lines.filter(({ level }) => level === 50)).toMatchObject([{ requestId: id }]);
  expect((await run(gateway, '{ broken }', sent)).headers.get('x-request-id')).not.toBe(id);
});

test('the line of each REST call has it', async () => {
  const lines: CallLine[] = [];
  const { run: ask } = stub(
    { 'GET /users/a': { id: 'a', email: 'a@x.com' }, 'GET /users/b': { id: 'b', email: 'b@x.com' } },
    { log: (line) => lines.push(line) },
  );
  const as = (id: string) => ({ headers: { 'x-request-id': `for-${id}` } });
  const asking = ['a', 'b', 'none'].map((id) => ask(`{ user(id: "${id}") { jobTitle } }`, {}, as(id)));
  await Promise.all(asking);
  expect(lines.map(({ requestId }) => requestId).sort()).toEqual(['for-a', 'for-b', 'for-none']);
});

test.each([
  ['r1', 'r1'],
  ['a.b:c-d_e', 'a.b:c-d_e'],
  ['x'.repeat(128), 'x'.repeat(128)],
  ['x'.repeat(129), UUID],
  ['a b', UUID],
  ['"', UUID],
  ['', UUID],
  [null, UUID],
])('what is sent as %j is taken or replaced', (sent, id) => {
  expect(requestIdOf({ get: () => sent })).toEqual(typeof id === 'string' ? id : expect.stringMatching(id));
});

/** What useErrorMasking makes of the errors of an execution. */
const masked = (context: object, errors: readonly GraphQLError[] | undefined) => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line) => lines.push(JSON.parse(line)) });
  const results: { errors: readonly GraphQLError[] }[] = [];
  const onExecute = useErrorMasking(errorMasker(log)).onExecute as unknown as (payload: object) => {
    onExecuteDone(payload: object): void;
  };
  onExecute({ args: { contextValue: context } }).onExecuteDone({
    result: { data: null, errors },
    setResult: (result: { errors: readonly GraphQLError[] }) => results.push(result),
  });
  return { lines, results };
};
const unexpected = (path: string) => new GraphQLError('hunter2', { path: [path], originalError: new Error('hunter2') });

test('all masked errors of an execution have its request’s id, others none', () => {
  const polite = new GraphQLError('Say please.');
  const { lines, results } = masked({ requestId: 'r1' }, [unexpected('a'), polite, unexpected('b')]);
  expect(results).toHaveLength(1);
  expect(results[0]?.errors.map(({ message, extensions }) => [message, extensions.requestId])).toEqual([
    ['Unexpected error.', 'r1'],
    ['Say please.', undefined],
    ['Unexpected error.', 'r1'],
  ]);
  expect(lines.map(({ requestId, path }) => [requestId, path])).toEqual([
    ['r1', ['a']],
    ['r1', ['b']],
  ]);
});

test('where a request has no id, an error gets one by which its line is found', () => {
  const { lines, results } = masked({}, [unexpected('a'), unexpected('b')]);
  const ids = results[0]?.errors.map(({ extensions }) => extensions.requestId);
  expect(ids).toEqual([expect.stringMatching(UUID), expect.stringMatching(UUID)]);
  expect(lines.map(({ requestId }) => requestId)).toEqual(ids);
});

test('a result without errors stays as it is', () => {
  expect(masked({ requestId: 'r1' }, undefined)).toEqual({ lines: [], results: [] });
});
