/** What errors say of a client's mistakes: what is wrong, and what to send instead. None of these makes a call. */
import { expect, test } from 'vitest';
import { stub } from './stub.ts';

/** What is said of each mistake in an operation. */
const messagesOf = async (query: string, variables?: object): Promise<readonly string[]> => {
  const { run, calls } = stub({});
  const { errors = [] } = await run(query, variables);
  expect(calls).toEqual([]);
  return errors.map(({ message }) => message);
};

test('fields that are written many times over', async () => {
  expect(await messagesOf(`{ ${'users(first: 1) { nodes { id email displayName } } '.repeat(300)} }`)).toEqual([
    'The query has too many fields of the same name side by side to be checked. Write each field once, or give each an alias of its own.',
  ]);
});
