/** Several processes that draw on one budget: together they never exceed it, and each is refused as if it were alone. */
import { expect, test, vi } from 'vitest';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { ZoomError } from '../../src/zoom/errors/errors.ts';
import { Budget } from '../../src/zoom/rate-limit/budget.ts';
import { errorOf, fakeZoom, getMetrics, getUser, MIDNIGHT, NOON, updateMeeting, within } from '../fake-zoom.ts';
import { sharedCounts } from '../shared-counts.ts';

fakeZoom();

const claimOf = (owner: object, deadline?: number) => ({
  owner,
  signal: new AbortController().signal,
  deadline: () => deadline,
});

/** Two processes over one budget of the Pro plan. */
const two = () => {
  const counts = sharedCounts();
  const budgets = [1, 2].map(() => new Budget('pro', 1, counts.join()('key'))) as [Budget, Budget];
  return { ...counts, budgets };
};

/** Makes a call that takes so many milliseconds, and tells when it went out. */
const calling = async (budget: Budget, endpoint: Endpoint, ms = 0): Promise<number> => {
  const permit = await budget.acquire(endpoint, {}, claimOf(budget));
  const at = Date.now();
  permit.sent();
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  permit.arrived();
  permit.update({});
  return at;
};

test('two processes never exceed the rate together, and leave nothing of it unused', async () => {
  const { budgets } = two();
  const calls = budgets.flatMap((budget) => Array.from({ length: 75 }, () => calling(budget, getUser)));
  const at = await within(10_000, Promise.all(calls));
  for (const since of at) expect(at.filter((one) => one >= since && one < since + 1000).length).toBeLessThanOrEqual(30);
  expect(Math.max(...at)).toBe(NOON + 4000);
});

test('neither waits until the other has had all', async () => {
  const { budgets } = two();
  const calls = budgets.map((budget) => Array.from({ length: 30 }, () => calling(budget, getUser)));
  const [first, second] = await within(10_000, Promise.all(calls.map((mine) => Promise.all(mine))));
  for (const mine of [first, second]) expect(mine?.filter((at) => at === NOON)).toHaveLength(15);
});

test('credentials are counted apart', async () => {
  const counts = sharedCounts();
  const rateLimitStore = counts.join();
  const budgets = ['a', 'b'].map((key) => new Budget('free', 0.3, rateLimitStore(key)));
  expect(await within(0, Promise.all(budgets.map((budget) => calling(budget, getUser))))).toEqual([NOON, NOON]);
});

test('a call that cannot go out in time is refused at once, also when others have taken the places', async () => {
  const { budgets } = two();
  const [first, second] = budgets;
  await within(50, Promise.all(Array.from({ length: 30 }, () => calling(first, getUser, 50))));
  const late = errorOf(second.acquire(getUser, {}, claimOf({}, NOON + 900)));
  expect(await within(0, late)).toMatchObject({ kind: 'RATE_LIMIT', retryAt: new Date(NOON + 1050) });
  const inTime = second.acquire(getUser, {}, claimOf({}, NOON + 1100)).then(() => Date.now());
  expect(await within(1100, inTime)).toBe(NOON + 1050);
});

test('what Zoom says to one is known to the other', async () => {
  const { budgets } = two();
  const [first, second] = budgets;
  const error = new ZoomError('RATE_LIMIT', 'Slower.', { retryAt: new Date(NOON + 5000) });
  (await first.acquire(getUser, {}, claimOf({}))).update({ error });
  (await first.acquire(getMetrics, {}, claimOf({}))).update({ daily: { limit: 30_000, remaining: 0 } });
  expect(await errorOf(second.acquire(getUser, {}, claimOf({}, NOON + 4999)))).toMatchObject({ kind: 'RATE_LIMIT' });
  expect(await errorOf(second.acquire(getMetrics, {}, claimOf({})))).toMatchObject({ kind: 'DAILY_LIMIT' });
  expect((await second.state()).buckets).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ labels: ['LIGHT'], remaining: 0, resetsAt: new Date(NOON + 5000) }),
      expect.objectContaining({ per: 'DAY', remaining: 0, resetsAt: new Date(MIDNIGHT) }),
    ]),
  );
});

test('a host’s day is given back to all', async () => {
  const { budgets } = two();
  const [first, second] = budgets;
  const update = (budget: Budget) => budget.acquire(updateMeeting, { meetingId: 1 }, claimOf({}));
  for (let nth = 0; nth < 100; nth++) {
    const permit = await within(1000, update(first));
    if (nth === 0) permit.update({ error: new ZoomError('BAD_REQUEST', 'No.') });
  }
  expect(await within(1000, update(second))).toBeDefined();
  expect(await errorOf(update(second))).toMatchObject({ kind: 'HOST_LIMIT' });
});

test('the places of a process that is gone run out', async () => {
  const { budgets } = two();
  const [gone, stays] = budgets;
  for (let nth = 0; nth < 30; nth++) (await gone.acquire(getUser, {}, claimOf({}))).sent();
  expect(await within(2000, calling(stays, getUser))).toBe(NOON + 2000);
});

test('a call is told from its taking to its end', async () => {
  const { asked, budgets } = two();
  await calling(budgets[0], getUser);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ ask }) => ask)).toEqual(['acquire', 'sent', 'arrived', 'done']);
});
