/** The count of operations: what falls short, and what the data file lacks. */
import { expect, test } from 'vitest';
import {
  beside,
  countsOf,
  faultsIn,
  faultsOf,
  nameOf,
  operations,
  operationsIn,
  pageOf,
} from './operations/coverage.ts';
import { moreFaults } from './operations/names.ts';
import { restsIn } from './operations/rests.ts';

const some = operationsIn('domain\tmethod\tpath\nroles\tGET\t/roles\nroles\tPOST\t/roles\nusers\tGET\t/users\n');
const declared = restsIn(`
  type User @rest(method: GET, path: "/users", limit: MEDIUM, scopes: ["user:read"]) { id: ID }
  type Query { roles: [ID] @rest(method: GET, path: "/roles", limit: LIGHT, scopes: ["role:read", "role:read:admin"]) }
`);

test('an @rest is found on types and fields', () => {
  expect(declared.map(({ coordinate, method, path }) => `${coordinate} ${method} ${path}`)).toEqual([
    'User GET /users',
    'Query.roles GET /roles',
  ]);
});

test('each domain counts what stands in the graph and what was driven', () => {
  expect(countsOf(some, declared, new Set(['GET /users']))).toEqual([
    { domain: 'roles', all: 2, declared: 1, driven: 0 },
    { domain: 'users', all: 1, declared: 1, driven: 1 },
  ]);
});

test('each domain must be whole, in the graph and driven', () => {
  expect(faultsOf(some, declared, countsOf(some, declared, new Set()))).toEqual([
    'roles: of 2 operations 1 stand in the graph, 0 are driven.',
    'users: of 1 operations 1 stand in the graph, 0 are driven.',
  ]);
  expect(faultsOf(some, declared, countsOf(some, declared))).toEqual([
    'roles: of 2 operations 1 stand in the graph, 2 are driven.',
  ]);
});

test('an @rest of an operation that the file lacks is a fault', () => {
  const [, ...others] = some;
  expect(faultsOf(others, declared, [])).toEqual(['GET /roles stands in an @rest, and in no file of operations.']);
});

test('the page tells where an operation stands, its limit and its scopes', () => {
  const page = pageOf(some, declared);
  expect(page).toContain('| `GET /roles` | `Query.roles` | LIGHT | `role:read` `role:read:admin` |');
  expect(page).toContain('| `POST /roles` | | | |');
  expect(page).toContain('| [users](#users) | 1 | 1 |');
});

test('what stands beside the table is counted for itself', () => {
  const [, ...others] = some;
  const page = pageOf(others, declared, operationsIn('domain\tmethod\tpath\nroles\tGET\t/roles\n'));
  expect(page).toContain('| all | 2 | 1 |');
  expect(page).toContain('Beside them, and not among their count: [roles](#roles) 1 of 1.');
});

test('the files have every operation once, and the schema none besides', () => {
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(382);
  expect(beside.filter((one) => operations.some((other) => nameOf(one) === nameOf(other)))).toEqual([]);
  expect(faultsIn()).toEqual([]);
});

test('no call of API v1 is without a document, and no name without a source', () => {
  expect(moreFaults()).toEqual([]);
});
