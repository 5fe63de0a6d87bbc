/** A pool of workers that are not there: who is replaced when, and when it is given up. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type WorkerEvents, WorkerPool } from '../../src/server/cluster/pool.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const URL = 'http://gateway';
const crewOf = () => {
  const hired: (WorkerEvents & { said: string[] })[] = [];
  const collapsed: string[] = [];
  const pool = new WorkerPool(
    (events) => {
      const said: string[] = [];
      hired.push({ ...events, said });
      return { stop: () => said.push('stop'), kill: () => said.push('kill') };
    },
    ({ message }) => collapsed.push(message),
  );
  return { pool, hired, collapsed };
};
const startedOf = async (size: number) => {
  const made = crewOf();
  const url = made.pool.start(size);
  for (const { ready } of made.hired) ready(URL);
  expect(await url).toBe(URL);
  return made;
};

test('it has started when all answer', async () => {
  const { pool, hired } = crewOf();
  const isStarted = vi.fn();
  void pool.start(2).then(isStarted);
  hired[0]?.ready(URL);
  await vi.advanceTimersByTimeAsync(0);
  expect([hired.length, isStarted.mock.calls]).toEqual([2, []]);
  hired[1]?.ready(URL);
  await vi.advanceTimersByTimeAsync(0);
  expect(isStarted.mock.calls).toEqual([[URL]]);
});

test('one that cannot start ends the start with its reason, and none is hired for it', async () => {
  const { pool, hired } = crewOf();
  const start = pool.start(2);
  hired[0]?.failed('Port 4000 is taken.');
  hired[0]?.ended('SIGKILL');
  await expect(start).rejects.toThrow(/^Port 4000 is taken\.$/);
  const stop = pool.stop();
  hired[1]?.ended('SIGKILL');
  await stop;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hired.map(({ said }) => said)).toEqual([['kill'], ['kill']]);
});

test('one that ends without a word ends the start too', async () => {
  const { pool, hired } = crewOf();
  const start = pool.start(2);
  hired[1]?.ended('code 7');
  await expect(start).rejects.toThrow('A worker ended soon after its start (code 7).');
});

test('one that dies is replaced, at once where it had lived', async () => {
  const { hired } = await startedOf(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  hired[0]?.ended('SIGKILL');
  await vi.advanceTimersByTimeAsync(100);
  expect(hired).toHaveLength(3);
});

test('those that die young are replaced ever later, and then no more', async () => {
  const { hired, collapsed } = await startedOf(1);
  const delays: number[] = [];
  for (let crashes = 1; crashes <= 5; crashes++) {
    const since = Date.now();
    hired.at(-1)?.ended('SIGSEGV');
    await vi.advanceTimersToNextTimerAsync();
    delays.push(Date.now() - since);
  }
  expect(delays).toEqual([200, 400, 800, 1600, 3200]);
  expect(collapsed).toEqual([]);
  hired.at(-1)?.failed('The settings cannot be used.');
  hired.at(-1)?.ended('SIGKILL');
  expect(collapsed).toEqual(['The settings cannot be used.']);
  expect([hired.length, vi.getTimerCount()]).toEqual([6, 0]);
});

test('deaths far apart are no reason to give up', async () => {
  const { hired, collapsed } = await startedOf(1);
  for (let crashes = 0; crashes < 20; crashes++) {
    hired.at(-1)?.ended('SIGKILL');
    await vi.advanceTimersByTimeAsync(200);
    hired.at(-1)?.ready(URL);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect([hired.length, collapsed]).toEqual([21, []]);
});

test('stopping waits for those that answer, kills those that do not yet, and hires none any more', async () => {
  const { pool, hired } = await startedOf(2);
  hired[0]?.ended('SIGKILL');
  await vi.advanceTimersByTimeAsync(200);
  const isStopped = vi.fn();
  const stops = Promise.all([pool.stop(), pool.stop()]).then(isStopped);
  expect(hired.map(({ said }) => said)).toEqual([[], ['stop'], ['kill']]);
  hired[2]?.ended('SIGKILL');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isStopped).not.toHaveBeenCalled();
  hired[1]?.ended('code 0');
  await stops;
  expect([hired.length, vi.getTimerCount()]).toEqual([3, 0]);
});

test('one that cannot stop is killed, and its reason told', async () => {
  const { pool, hired } = await startedOf(1);
  const stop = pool.stop();
  hired[0]?.failed('It broke.');
  hired[0]?.ended('SIGKILL');
  await expect(stop).rejects.toThrow('It broke.');
});
