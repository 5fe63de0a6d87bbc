/**
 * Thousands of operations while Zoom does everything wrong at once. `FAULTS_SEED` and `FAULTS_OPERATIONS` set others, `FAULTS_REPORT=on` prints the figures.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { KINDS, type Report, storm } from './storm.ts';

const { FAULTS_SEED: seed = '1', FAULTS_OPERATIONS: operations = '2000', FAULTS_REPORT: shown } = process.env;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

let report: Report;
beforeAll(async () => {
  const before = process.cpuUsage();
  report = await storm(seed, Number(operations), heap);
  const { user, system } = process.cpuUsage(before);
  if (shown) process.stdout.write(`${JSON.stringify({ ...report, cpuSeconds: (user + system) / 1e6 }, null, 2)}\n`);
}, 1_200_000);

test('every answer is right, or says where it is not; no item is doubled, and no mutation is made twice', () => {
  expect(report.problems).toEqual([]);
  expect(report.operations).toBeGreaterThanOrEqual(Number(operations));
});

test('each fault struck, and many an answer was whole all the same', () => {
  for (const kind of KINDS)
    expect([kind, report.faults[kind] ?? 0]).toEqual([kind, expect.toSatisfy((hits) => hits > 20)]);
  expect(report.whole / report.operations).toBeGreaterThan(0.4);
});

test('no request outlived its deadline', () => {
  expect(report.longestMs).toBeLessThanOrEqual(30_000);
});

test('nothing is left under way, and nothing waits for its turn', () => {
  expect(report.left).toEqual({ calls: 0, waiting: 0 });
});

test('memory is back at its level: the same reads again and again take no more', () => {
  const [, second = 0] = report.heap;
  expect(report.heap.at(-1)).toBeLessThan(second * 1.03);
});

test('the same seed gives the same storm', async () => {
  const both = [await storm('again', 50), await storm('again', 50)];
  expect(both[1]).toEqual(both[0]);
});
