/** The scopes that operations need, as `npm run scopes` and docs/zoom-app.md show them. */
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { needsOf, ofOwnAccount, scopesFor } from '../schema/plan/scopes.ts';
import { operations } from '../src/zoom/api/index.ts';
import { nameOf } from '../src/zoom/declare/endpoint.ts';

const needs = (text: string) =>
  needsOf(schema, parse(text)).map(({ name, always, perhaps }) => ({
    name,
    always: always.map(nameOf),
    perhaps: perhaps.map(nameOf).sort(),
  }));

test('each operation has what its fields call, and apart from that what may read missing fields', () => {
  const text = `query A { users { nodes { ...Name settings { feature { meetingCapacity } } } } } fragment Name on User { displayName }
    mutation B { deleteGroup(input: { groupId: "g" }) { deletedGroupId } }`;
  expect(needs(text)).toEqual([
    { name: 'A', always: ['GET /users', 'GET /users/{userId}/settings'], perhaps: ['GET /users/{userId}'] },
    { name: 'B', always: ['DELETE /groups/{groupId}'], perhaps: [] },
  ]);
});

test('the forms for sub accounts are left out where there are others', () => {
  const own = ofOwnAccount(operations).map(nameOf);
  expect(own).toContain('GET /users/{userId}/settings');
  expect(own).not.toContain('GET /accounts/{accountId}/users/{userId}/settings');
  expect(new Set(own).size).toBe(own.length);
});

test('a scope of each kind is chosen, that of a whole account first', () => {
  expect(
    scopesFor({ scopes: ['meeting:read', 'meeting:read:admin', 'meeting:read:meeting', 'meeting:read:meeting:admin'] }),
  ).toEqual({
    classic: 'meeting:read:admin',
    granular: 'meeting:read:meeting:admin',
  });
  expect(scopesFor({ scopes: ['phone:read'] })).toEqual({ classic: 'phone:read' });
  expect(scopesFor({ scopes: [] })).toEqual({});
});

test('docs/zoom-app.md begins with scopes that the declarations know', () => {
  const page = readFileSync('docs/zoom-app.md', 'utf8');
  const known = new Set(operations.flatMap(({ scopes }) => scopes));
  const [, named = ''] = /To start with, these five(.*?)\n5\./s.exec(page) ?? [];
  const scopes = [...named.matchAll(/`([^`]+)`/g)].map(([, scope = '']) => scope);
  expect(scopes).toHaveLength(5);
  expect(scopes.filter((scope) => !known.has(scope))).toEqual([]);
});
