/** Pieces of the speed work change how long an answer takes, and nothing else. */
import { describe, expect, test } from 'vitest';
import { allBut, NAMES, OPTIMIZATIONS } from '../../src/engine/optimizations.ts';
import { ConfigError, readConfig } from '../../src/server/config.ts';
import { stub } from '../stub.ts';

const users = Array.from({ length: 3 }, (_, i) => ({
  id: `u${i}`,
  email: `u${i}@example.com`,
  first_name: 'Zoë',
  dept: 'ÄÖ',
}));
const table = {
  'GET /users': { users },
  'GET /users/u0': users[0],
  'GET /users/u1': users[1],
  'GET /users/u1/meetings': { meetings: [{ id: 1, topic: 'Ü' }] },
};
const QUERIES = [
  '{ users { nodes { id email firstName dept } } }',
  '{ user(id: "u0") { email dept } }',
  '{ user(id: "u1") { email meetings(first: 5) { nodes { topic } } } }',
  '{ user(id: "nobody") { email } }',
  '{ user(id: 7, wrong: true) { email } }',
];

/** What the queries give, each asked three times in a row and then twice at once. */
const answersWithout = async (off: Parameters<typeof allBut>[0] = []) => {
  const env = { OPTIMIZATIONS_OFF: off.join() || 'none' };
  const { run, calls } = stub(table, { env, optimizations: allBut(off) });
  const answers: unknown[] = [];
  for (const query of QUERIES) for (let i = 0; i < 3; i++) answers.push(told(await run(query)));
  for (const query of QUERIES) answers.push(...(await Promise.all([run(query), run(query)])).map(told));
  return { answers, calls: new Set(calls) };
};
const told = ({ data, errors }: { data?: unknown; errors?: unknown }) => ({ data, errors });

describe('the answers are the same', () => {
  const all = answersWithout();
  test.each(NAMES)('without %s', async (name) => {
    expect(await answersWithout([name])).toEqual(await all);
  });
  test('without any of them', async () => {
    expect(await answersWithout(NAMES)).toEqual(await all);
  });
});

test('a name that there is not is refused, with those that there are', () => {
  expect(() => readConfig({ OPTIMIZATIONS_OFF: 'plans,warp' })).toThrow(ConfigError);
  const names = Object.keys(OPTIMIZATIONS).map((name) => `\`${name}\``);
  expect(() => readConfig({ OPTIMIZATIONS_OFF: 'warp' })).toThrow(
    `OPTIMIZATIONS_OFF must be \`none\`, or some of ${names.join(', ')}, separated by commas.`,
  );
});
