import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonWriter } from '../../src/engine/json-writer.ts';
import { allBut } from '../../src/engine/optimizations.ts';
import { turnsDuring } from './turns.ts';

const bytesOf = jsonWriter(allBut());
const written = async (value: object) => Buffer.concat(await bytesOf(value)).toString('utf8');
const long = (length: number) =>
  Array.from({ length }, (_, i) => ({ id: `id${i}`, name: i % 7 === 0 ? null : `Zoë "${i}"`, tags: [i, `${i}`] }));

test.each([0, 1, 250, 251, 500, 501, 10_000])('a list of %i is written as JSON.stringify does', async (length) => {
  const value = {
    data: { users: { nodes: long(length), pageInfo: { hasNextPage: false } }, none: undefined, me: null },
  };
  expect(await written(value)).toBe(JSON.stringify(value));
});

test('so is whatever else stands in an answer', async () => {
  const list = long(300);
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const value = { data: { any: JSON.parse(text) as unknown, list } };
      expect(await written(value)).toBe(JSON.stringify(value));
    }),
  );
});

test('others have their turn while a long answer is written', async () => {
  const { turns } = await turnsDuring(() => bytesOf({ data: { users: long(20_000) } }));
  expect(turns).toBeGreaterThan(3);
});
