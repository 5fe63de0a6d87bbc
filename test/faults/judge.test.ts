/** That the judge of the storm finds what would be wrong. */
import { expect, test } from 'vitest';
import { wrongIn } from './judge.ts';

const users = (ids: readonly string[], hasNextPage = false) => ({
  users: { pageInfo: { hasNextPage }, nodes: ids.map((id) => ({ id, name: `Name of ${id}` })) },
});
const error = (code: string, ...path: (string | number)[]) => ({ message: 'No.', path, extensions: { code } });
const noteOf = (field: string) => ({
  extensions: { zoom: { notes: [`Lists at \`${field}\` end before all of their items are shown: ...`] } },
});
const truth = { data: users(['a', 'b', 'c']) };

test('the truth is right, and so is an honest part of it', () => {
  expect(wrongIn(truth, truth)).toEqual([]);
  const part = { data: users(['a', 'b'], true), errors: [error('UPSTREAM_ERROR', 'users')] };
  expect(wrongIn(part, truth)).toEqual([]);
  expect(wrongIn({ data: part.data, ...noteOf('users') }, truth)).toEqual([]);
  expect(wrongIn({ data: { users: null }, errors: [error('TIMEOUT', 'users')] }, truth)).toEqual([]);
  expect(wrongIn({ data: null, errors: [error('TIMEOUT', 'users', 'nodes', 0, 'id')] }, truth)).toEqual([]);
});

test.each<[string, Parameters<typeof wrongIn>[0], string]>([
  ['a null without an error', { data: { users: null } }, 'users is null, and no error says why.'],
  [
    'a part that no error tells of',
    { data: users(['a', 'b'], true) },
    'users has 2 of 3 items, and no error says why.',
  ],
  [
    'a part of which another note tells',
    { data: users(['a', 'b'], true), ...noteOf('groups') },
    'users has 2 of 3 items, and no error says why.',
  ],
  [
    'a part that claims to be all, whatever a note says',
    { data: users(['a', 'b']), ...noteOf('users') },
    'users has 2 of 3 items, and claims that there are no more.',
  ],
  [
    'a part that claims to be all',
    { data: users(['a', 'b']), errors: [error('UPSTREAM_ERROR', 'users')] },
    'users has 2 of 3 items, and claims that there are no more.',
  ],
  ['an item twice', { data: users(['a', 'a', 'b']) }, 'users.nodes.1 is not next in the list.'],
  ['another item', { data: users(['a', 'b', 'd']) }, 'users.nodes.2 is not next in the list.'],
  [
    'a next page that there is not',
    { data: users(['a', 'b', 'c'], true) },
    'users.pageInfo.hasNextPage is true, and not false.',
  ],
  [
    'an error of the gateway’s own',
    { data: { users: null }, errors: [error('INTERNAL_SERVER_ERROR', 'users')] },
    'users has an error that the faults do not explain: INTERNAL_SERVER_ERROR: No.',
  ],
])('%s is wrong', (_, result, problem) => {
  expect(wrongIn(result, truth)).toContain(problem);
});

test('where items may be left out, an error has to say so, or the list that it goes on', () => {
  const leavesOut = { leavesOut: true };
  expect(wrongIn({ data: users(['a', 'c']), errors: [error('UPSTREAM_ERROR', 'users')] }, truth, leavesOut)).toEqual(
    [],
  );
  expect(wrongIn({ data: users(['a'], true) }, truth, leavesOut)).toEqual([]);
  expect(wrongIn({ data: users(['a', 'c']) }, truth, leavesOut)).toEqual([
    'users has 2 of 3 items, and no error says why.',
  ]);
  expect(wrongIn({ data: users(['a', 'b', 'c', 'c']) }, truth, leavesOut)).not.toEqual([]);
});
