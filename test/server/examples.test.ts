import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { examples } from '../../src/server/examples.ts';

const variablesOf = (now: string, name: string) =>
  examples(new Date(now)).find((example) => example.name === name)?.variables;

test('there are ten, each a single named operation', () => {
  const operations = examples().map(({ query }) => parse(query).definitions);
  expect(operations).toHaveLength(10);
  for (const definitions of operations)
    expect(definitions).toEqual([expect.objectContaining({ kind: 'OperationDefinition', name: expect.anything() })]);
});

test.each([
  ['2025-03-15T12:00:00Z', '2025-02-01', '2025-02-28'],
  ['2024-03-31T23:59:59Z', '2024-02-01', '2024-02-29'],
  ['2026-01-01T00:00:00Z', '2025-12-01', '2025-12-31'],
])('at %s last month was from %s to %s', (now, from, to) => {
  expect(variablesOf(now, 'recordings-of-last-month')).toEqual({ from, to });
});

test('lists among the variables stay lists', () => {
  expect(variablesOf('2025-03-15T12:00:00Z', 'users-page-by-page')).toMatchObject({ status: ['ACTIVE', 'PENDING'] });
});

test('users are idle who have not signed in for ninety days', () => {
  expect(variablesOf('2026-12-01T20:00:00Z', 'idle-users')).toEqual({
    where: { type: { eq: 'LICENSED' }, lastLoginTime: { lt: '2026-09-02T00:00:00Z' } },
  });
});

test('the meeting is for tomorrow, also at the end of a year', () => {
  expect(variablesOf('2025-12-31T20:00:00Z', 'create-meeting')).toMatchObject({
    input: { topic: 'Planning', startTime: '2026-01-01T09:00:00Z', duration: 45 },
  });
});
