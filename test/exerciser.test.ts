/** Every place of the graph that calls Zoom, over a sandbox: what is sent, what arrives, and that none is left out. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Exerciser, operations, places, startExerciser } from './exerciser/exerciser.ts';
import { faultsIn } from './operations/coverage.ts';

// Of what few things have, such as the quality of a participant's call, many are asked until one shows it.
vi.setConfig({ testTimeout: 60_000 });

let exerciser: Exerciser;
const driven = new Set<string>();
/** A day, a month and a year have just begun: what they show must be there already. The clock stands, so that no run ends on another day. */
const NOW = new Date('2027-01-01T00:00:30Z');
beforeAll(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  exerciser = await startExerciser();
}, 300_000);
afterAll(async () => {
  await exerciser.close();
  vi.useRealTimers();
});

test.each(places.map((place) => [place.coordinate, place] as const))('%s', async (_, place) => {
  const report = await exerciser.drive(place);
  for (const operation of report.driven) driven.add(operation);
  expect(report.problems.join('\n')).toBe('');
});

test('no query made more calls than its cost said', () => {
  expect([...exerciser.beyond]).toEqual([]);
});

test('every operation that stands in an @rest has been driven, and every one of Zoom’s that there is', () => {
  expect([...operations].filter((operation) => !driven.has(operation))).toEqual([]);
  expect(faultsIn(driven)).toEqual([]);
});
