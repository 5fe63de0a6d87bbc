/** Names of types that are unknown are refused as graphql does it. */
import { parse, validate } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { askingOn } from '../run.ts';
import { stub } from '../stub.ts';

const zoom = stub({});
const ask = askingOn(zoom.gateway);
afterAll(() => zoom.gateway.dispose());

test.each([
  ['a variable', 'query ($of: Usr, $ids: [Strng!]!) { node(id: "x") { id } }'],
  ['a condition', '{ node(id: "x") { ... on Usr { id } ... on Meeting { id } ... on Metting { id } } }'],
  ['a fragment', '{ node(id: "x") { ...a } } fragment a on Usre { id }'],
  ['a type beside the query', 'query ($of: Own) { node(id: "x") { id } } input Own { a: Int }'],
])('%s of a type that is unknown is refused, with the names that are near', async (_, query) => {
  const said = validate(schema, parse(query)).map(({ message }) => message);
  const { errors } = await ask(query, {});
  const told = errors?.map(({ message }) => message) ?? [];
  expect(told).toEqual(said);
  expect(zoom.calls).toEqual([]);
});

test('each name is told of, once it is unknown', async () => {
  const { errors } = await ask('query ($of: Usr) { node(id: "x") { ... on Metting { id } } }', {});
  expect(errors?.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Unknown type "Usr"\. Did you mean .*"User"/),
      expect.stringMatching(/^Unknown type "Metting"\. Did you mean .*"Meeting"/),
    ]),
  );
});
