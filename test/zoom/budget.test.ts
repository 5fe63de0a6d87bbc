/** Zoom's limits: what goes out when, who waits, and who is refused. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Endpoint, LABELS } from '../../src/zoom/declare/endpoint.ts';
import { ZoomError } from '../../src/zoom/errors/errors.ts';
import { dailyOf } from '../../src/zoom/http/answer.ts';
import { Budget } from '../../src/zoom/rate-limit/budget.ts';
import { FairQueue } from '../../src/zoom/rate-limit/queue.ts';
import { MemoryRateLimitStore } from '../../src/zoom/rate-limit/store.ts';
import { dayRule, limitsFor, type Plan, rateLimitsOf } from '../../src/zoom/rate-limit/tables.ts';
import {
  createMeeting,
  createUser,
  errorOf,
  fakeZoom,
  getMetrics,
  getPhoneUser,
  getUser,
  listUsers,
  MIDNIGHT,
  NOON,
  turnOf,
  updateMeeting,
  within,
} from '../fake-zoom.ts';

/** Takes so many leaves at once, and tells after how many milliseconds each came. */
const taking = async (budget: Budget, endpoint: Endpoint, count: number, ms: number): Promise<number[]> => {
  const since = Date.now();
  const at: number[] = [];
  for (let nth = 0; nth < count; nth++)
    void budget
      .acquire(endpoint, {}, { owner: budget, signal: new AbortController().signal, deadline: undefined })
      .then((permit) => {
        at.push(Date.now() - since);
        permit.sent();
        permit.arrived();
      });
  await vi.advanceTimersByTimeAsync(ms);
  return at;
};

describe('rates', () => {
  fakeZoom();
  const resourceIntensive: Endpoint = { ...getMetrics, limit: 'RESOURCE_INTENSIVE' };
  const perWindow: [Plan, Endpoint, number, number][] = [
    ['free', getUser, 3, 1000],
    ['pro', getUser, 27, 1000],
    ['business', getUser, 72, 1000],
    ['pro', getMetrics, 9, 1000],
    ['pro', getPhoneUser, 18, 1000],
    ['business', getPhoneUser, 36, 1000],
    ['pro', resourceIntensive, 9, 60_000],
  ];
  test.each(perWindow)('%s: $1.path takes %s in %s ms', async (plan, endpoint, most, span) => {
    const at = await taking(new Budget(plan, 0.9), endpoint, most * 2 + 1, span * 2);
    expect(at.filter((ms) => ms === 0)).toHaveLength(most);
    expect(at.filter((ms) => ms === span)).toHaveLength(most);
    expect(at.filter((ms) => ms === 2 * span)).toHaveLength(1);
  });

  test('so many calls have gone out by when the budget says that they could', async () => {
    const budget = new Budget('pro', 0.9);
    const heldBy = async (...counts: [Endpoint, number][]) =>
      (await budget.forcedUntil(counts.map(([endpoint, calls]) => ({ endpoint, calls })))) - Date.now();
    expect(await heldBy()).toBe(0);
    expect(await heldBy([getUser, 27], [getMetrics, 9], [resourceIntensive, 9])).toBe(0);
    // A round more of a rate takes its span, and the time in which Zoom counts the calls of the round before.
    expect(await heldBy([getMetrics, 10])).toBe(1100);
    expect(await heldBy([getMetrics, 5], [getMetrics, 14])).toBe(2200);
    expect(await heldBy([getMetrics, 10], [resourceIntensive, 10])).toBe(1100 + 60_100);
    expect(await heldBy([getMetrics, 30_000])).toBe(MIDNIGHT - NOON);
    await taking(budget, resourceIntensive, 5, 20_000);
    expect(await heldBy([resourceIntensive, 4])).toBe(0);
    expect(await heldBy([resourceIntensive, 5])).toBe(40_000);
    const stamps = await taking(budget, getMetrics, 19, 2200);
    expect(Math.max(...stamps)).toBeLessThanOrEqual(2200);
  });

  test('the share is at least one call', async () => {
    expect(await taking(new Budget('free', 0.01), getUser, 2, 500)).toEqual([0]);
  });

  test('labels and products do not wait for each other', async () => {
    const budget = new Budget('free', 1);
    expect(await taking(budget, getUser, 5, 0)).toHaveLength(4);
    expect(await taking(budget, getMetrics, 1, 0)).toHaveLength(1);
    expect(await taking(budget, getPhoneUser, 1, 0)).toHaveLength(1);
  });

  test('a place is taken until a second after the answer, or after another second where the answer takes longer', async () => {
    const budget = new Budget('free', 0.3);
    const claim = { owner: budget, signal: new AbortController().signal, deadline: undefined };
    const permit = await budget.acquire(getUser, {}, claim);
    permit.sent();
    await vi.advanceTimersByTimeAsync(40);
    permit.arrived();
    const next = budget.acquire(getUser, {}, claim).then((second) => {
      second.sent();
      return Date.now();
    });
    expect(await within(1000, next)).toBe(NOON + 1040);
    const slow = budget.acquire(getUser, {}, claim).then(() => Date.now());
    expect(await within(2000, slow)).toBe(NOON + 1040 + 2000);
  });

  test('who waits for a place whose call has no answer yet is not refused for a time that may pass sooner', async () => {
    const budget = new Budget('free', 0.3);
    const claim = { owner: budget, signal: new AbortController().signal };
    const permit = await budget.acquire(getUser, {}, claim);
    permit.sent();
    const next = budget.acquire(getUser, {}, { ...claim, deadline: () => NOON + 1500 }).then(() => Date.now());
    await vi.advanceTimersByTimeAsync(200);
    permit.arrived();
    expect(await within(1000, next)).toBe(NOON + 1200);
  });

  test('what an answer takes at the least, as was seen for a minute, is not waited for again', async () => {
    const budget = new Budget('free', 0.3);
    const claim = { owner: budget, signal: new AbortController().signal };
    /** A call that is answered after so long; when it was let go. */
    const calling = async (ms: number) => {
      await vi.advanceTimersByTimeAsync(2000);
      const permit = await budget.acquire(getUser, {}, claim);
      permit.sent();
      await vi.advanceTimersByTimeAsync(ms);
      permit.arrived();
      return Date.now();
    };
    for (let nth = 0; nth < 30; nth++) await calling(300);
    const answeredAt = await calling(500);
    const next = budget.acquire(getUser, {}, claim).then(() => Date.now());
    expect(await within(1000, next)).toBe(answeredAt + 700);
  });

  test('a call that leaves too long after it was let go hands its place back', async () => {
    const budget = new Budget('free', 0.3);
    const claim = { owner: budget, signal: new AbortController().signal };
    const permit = await budget.acquire(getUser, {}, claim);
    await vi.advanceTimersByTimeAsync(1500);
    expect(permit.sent()).toBe(false);
    permit.update({ error: new ZoomError('ABORTED', 'No.') });
    expect(await within(0, budget.acquire(getUser, {}, claim))).toBeDefined();
  });

  test('what was never sent takes no place, and what was sent and has no answer keeps it', async () => {
    const budget = new Budget('free', 0.3);
    const claim = { owner: budget, signal: new AbortController().signal };
    (await budget.acquire(getUser, {}, claim)).lost();
    const permit = await within(0, budget.acquire(getUser, {}, claim));
    permit.sent();
    permit.lost();
    const next = budget.acquire(getUser, {}, claim).then(() => Date.now());
    expect(await within(2000, next)).toBe(NOON + 2000);
  });

  test('a slow handshake counts from the sending', async () => {
    const budget = new Budget('free', 0.3);
    const claim = { owner: budget, signal: new AbortController().signal, deadline: undefined };
    const permit = await budget.acquire(getUser, {}, claim);
    await vi.advanceTimersByTimeAsync(500);
    permit.sent();
    permit.arrived();
    expect(
      await within(
        1000,
        budget.acquire(getUser, {}, claim).then(() => Date.now()),
      ),
    ).toBe(NOON + 1500);
  });
});

describe('waiting', () => {
  const fake = fakeZoom();
  const anyUser = () =>
    fake
      .on((path) => path.startsWith('/users/'))
      .reply(200, {})
      .persist();
  const many = (count: number, requestContext = turnOf()) =>
    Promise.allSettled(
      Array.from({ length: count }, (_, nth) => fake.getUser(requestContext, `${requestContext.deadline}-${nth}`)),
    );

  test('is told as the time that it took, however many calls waited', async () => {
    fake.mint();
    anyUser();
    const requestContext = turnOf();
    await within(1000, many(40, requestContext));
    expect(requestContext.stats).toMatchObject({ calls: 40, waitedMs: 1000 });
  });

  test('that cannot end before the deadline is refused at once, with the time to try again', async () => {
    fake.mint();
    anyUser();
    const results = await within(0, many(28, turnOf({ deadline: NOON + 900 })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(27);
    const error = await errorOf(fake.getUser(turnOf({ deadline: NOON + 900 }), 'z'));
    expect([error.kind, error.retryAt?.getTime()]).toEqual(['RATE_LIMIT', NOON + 1000]);
    expect(error.message).toContain('LIGHT');
  });

  test('ends with the deadline where others came between', async () => {
    fake.start({ plan: 'free', share: 0.3 });
    fake.mint();
    anyUser();
    const first = turnOf();
    void many(1, first);
    const waits = fake.getUser(turnOf({ deadline: NOON + 1500 }), 'waits');
    await vi.advanceTimersByTimeAsync(10);
    expect((await fake.zoom.budget()).waiting).toBe(1);
    expect(await within(1500, waits)).toEqual({});
  });

  test('ends with the signal, and the place goes to the next', async () => {
    fake.start({ plan: 'free', share: 0.3 });
    fake.mint();
    anyUser();
    await fake.getUser();
    const leaver = new AbortController();
    const left = fake.getUser(turnOf({ signal: leaver.signal }), 'left');
    const next = fake.getUser(turnOf(), 'next');
    await vi.advanceTimersByTimeAsync(100);
    leaver.abort();
    expect((await errorOf(left)).kind).toBe('ABORTED');
    expect(await within(900, next)).toEqual({});
  });

  test('a small request does not wait behind all of a large one', async () => {
    fake.start({ plan: 'free', share: 0.3 });
    fake.mint();
    anyUser();
    const order: string[] = [];
    const large = turnOf();
    const small = turnOf();
    const calls = [large, large, large, large, small].map((requestContext, nth) =>
      fake.getUser(requestContext, String(nth)).then(() => order.push(requestContext === small ? 'small' : 'large')),
    );
    await within(10_000, Promise.all(calls));
    expect(order.indexOf('small')).toBeLessThanOrEqual(2);
  });
});

describe('the fair queue', () => {
  test('serves owners in turns, each in order', () => {
    const queue = new FairQueue<string>();
    const [a, b] = [{}, {}];
    for (const item of ['a1', 'a2', 'a3']) queue.push(a, item);
    expect(queue.ahead(b)).toBe(1);
    queue.push(b, 'b1');
    expect([queue.ahead(a), queue.ahead(b), queue.size]).toEqual([4, 3, 4]);
    queue.push(b, 'b2');
    const served: string[] = [];
    for (let item = queue.first(); item; item = queue.first()) {
      queue.serve(item.startsWith('a') ? a : b, item);
      served.push(item);
    }
    expect(served).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
    expect(queue.serve(a, 'a1')).toBe(false);
  });
});

describe('days', () => {
  const fake = fakeZoom();
  const PER_DAY = { code: 429, message: 'You have reached the maximum daily rate limit for this API.' };
  const daily = (limit: number, remaining: number, more = {}) => ({
    'X-RateLimit-Type': 'Daily-limit',
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    ...more,
  });
  const metrics = () => fake.zoom.call(getMetrics, {}, turnOf());

  test('a refused day is not tried again until it is over, and other labels go on', async () => {
    fake.mint();
    fake
      .on('/metrics/crc')
      .reply(429, PER_DAY, { headers: daily(30_000, 0, { 'Retry-After': '2026-05-06T00:00:00Z' }) });
    const requestContext = turnOf();
    const error = await errorOf(fake.zoom.call(getMetrics, {}, requestContext));
    expect([error.kind, error.retryAt?.getTime(), requestContext.stats.calls]).toEqual(['DAILY_LIMIT', MIDNIGHT, 1]);
    const again = await errorOf(metrics());
    expect([again.kind, again.status, again.retryAt?.getTime()]).toEqual(['DAILY_LIMIT', undefined, MIDNIGHT]);
    fake.on('/users/a').reply(200, {});
    expect(await fake.getUser()).toEqual({});
    await vi.advanceTimersByTimeAsync(MIDNIGHT - NOON);
    fake.on('/metrics/crc').reply(200, { id: 'a' });
    expect(await metrics()).toEqual({ id: 'a' });
  });

  test('a day that Zoom refuses where its plan has none is believed too', async () => {
    fake.mint();
    fake.on('/users/a').reply(429, PER_DAY);
    expect((await errorOf(fake.getUser())).kind).toBe('DAILY_LIMIT');
    expect((await errorOf(fake.getUser())).status).toBeUndefined();
  });

  test('the headers of a good answer are believed', async () => {
    fake.mint();
    fake.on('/metrics/crc').reply(200, {}, { headers: daily(30_000, 0) });
    await metrics();
    expect((await errorOf(metrics())).kind).toBe('DAILY_LIMIT');
    const { buckets } = await fake.zoom.budget();
    const pool = buckets.find(({ product, per }) => product === 'core' && per === 'DAY');
    expect(pool).toEqual({
      product: 'core',
      labels: ['HEAVY', 'RESOURCE_INTENSIVE'],
      per: 'DAY',
      limit: 27_000,
      remaining: 0,
      resetsAt: new Date(MIDNIGHT),
    });
  });

  test('a header of the day stops nothing while calls remain, where the plan has no day and where it has another', async () => {
    for (const plan of ['pro', 'business'] as const) {
      fake.start({ plan });
      fake.mint();
      fake
        .on('/users/a')
        .reply(200, {}, { headers: daily(6000, 5999) })
        .times(2);
      fake
        .on('/users')
        .reply(200, {}, { headers: daily(2000, 1999) })
        .times(2);
      for (const _ of [1, 2]) {
        expect(await fake.getUser()).toEqual({});
        expect(await fake.zoom.call(listUsers, {}, turnOf())).toEqual({});
      }
    }
  });

  test('a header lowers the label that it names, and that alone', async () => {
    const budget = new Budget('free', 1);
    const claim = { owner: budget, signal: new AbortController().signal, deadline: undefined };
    const header = dailyOf({
      'x-ratelimit-type': 'Daily-limit',
      'x-ratelimit-category': 'Medium',
      'x-ratelimit-limit': '2000',
      'x-ratelimit-remaining': '0',
    });
    (await budget.acquire(getUser, {}, claim)).update({ daily: header });
    await budget.acquire(getUser, {}, claim);
    expect((await errorOf(budget.acquire(listUsers, {}, claim))).kind).toBe('DAILY_LIMIT');
  });

  test('a limit that is no label’s is another count, such as that of the users created a day', async () => {
    const budget = new Budget('business', 1);
    const claim = { owner: budget, signal: new AbortController().signal, deadline: undefined };
    for (const limit of [3, 50, 100, 1500, 10_000])
      (await budget.acquire(createUser, {}, claim)).update({ daily: { limit, remaining: 0 } });
    await budget.acquire(createUser, {}, claim);
  });

  test('after a header, as many calls may go out as remain, or as the plan leaves', async () => {
    const header = fc.record({
      label: fc.option(fc.constantFrom(...LABELS), { nil: undefined }),
      limit: fc.constantFrom(100, 1000, 2000, 6000, 15_000, 30_000, 60_000),
      remaining: fc.integer({ min: 1, max: 60_000 }),
    });
    const plan = fc.constantFrom<Plan>('free', 'pro', 'business');
    const endpoint = fc.constantFrom<Endpoint>(getUser, listUsers, getMetrics, getPhoneUser);
    const share = fc.constantFrom(1, 0.9, 0.001);
    await fc.assert(
      fc.asyncProperty(plan, share, endpoint, fc.array(header), async (plan, share, endpoint, headers) => {
        const rateLimits = rateLimitsOf(plan, share);
        const { day } = limitsFor(rateLimits, endpoint);
        const rateLimitStore = new MemoryRateLimitStore();
        let spent = 0;
        for (const daily of headers) {
          if ('acquired' in (await rateLimitStore.acquire([day]))) spent++;
          const before = (await rateLimitStore.left(day)).remaining;
          const counted = dayRule(rateLimits, endpoint, undefined, daily);
          if (counted) rateLimitStore.update(counted, daily.remaining);
          const { remaining } = await rateLimitStore.left(day);
          expect(remaining).toBe(counted?.key === day.key ? Math.min(daily.remaining, day.max - spent) : before);
        }
      }),
    );
  });

  test('Free has a day for every label', async () => {
    const budget = new Budget('free', 1);
    const claim = { owner: budget, signal: new AbortController().signal, deadline: undefined };
    (await budget.acquire(getUser, {}, claim)).update({ daily: { limit: 6000, remaining: 1 } });
    await budget.acquire(getUser, {}, claim);
    expect((await errorOf(budget.acquire(getUser, {}, claim))).kind).toBe('DAILY_LIMIT');
    expect((await budget.state()).buckets).toContainEqual(
      expect.objectContaining({ labels: ['LIGHT'], per: 'DAY', limit: 6000, remaining: 0 }),
    );
  });
});

describe('a host’s day', () => {
  const fake = fakeZoom();
  const update = (meetingId: number) => fake.zoom.call(updateMeeting, { path: { meetingId } }, turnOf());
  const create = (userId: string) => fake.zoom.call(createMeeting, { path: { userId } }, turnOf());

  test('has a hundred creates, refused early with the time to try again; other hosts go on', async () => {
    fake.start({ plan: 'business', share: 1 });
    fake.mint();
    fake
      .on((path) => path.startsWith('/users/'), 'POST')
      .reply(201, {})
      .persist();
    await within(5000, Promise.all(Array.from({ length: 100 }, () => create('a'))));
    const error = await errorOf(create('a'));
    expect([error.kind, error.status, error.retryAt?.getTime()]).toEqual(['HOST_LIMIT', undefined, MIDNIGHT]);
    expect(await create('b')).toEqual({});
  });

  test('does not shrink by writes that fail', async () => {
    fake.start({ plan: 'business', share: 1 });
    fake.mint();
    fake.on('/users/a/meetings', 'POST').reply(400, { code: 300, message: 'No.' }).times(100);
    await within(5000, Promise.allSettled(Array.from({ length: 100 }, () => create('a'))));
    fake.on('/users/a/meetings', 'POST').reply(201, {});
    expect(await create('a')).toEqual({});
  });

  test('is over when Zoom says so, for that meeting alone', async () => {
    fake.mint();
    const message =
      'You have exceeded the daily limit (100) of Meeting Create/Update API requests permitted for this user.';
    fake.on('/meetings/1', 'PATCH').reply(429, { code: 429, message });
    fake.on('/meetings/2', 'PATCH').reply(204, '');
    expect((await errorOf(update(1))).status).toBe(429);
    const early = await errorOf(update(1));
    expect([early.kind, early.status]).toEqual(['HOST_LIMIT', undefined]);
    expect(await update(2)).toBeUndefined();
  });

  test('is counted by Zoom’s headers where they are about it', async () => {
    fake.mint();
    const headers = { 'x-ratelimit-type': 'Daily-limit', 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0' };
    fake.on('/meetings/1', 'PATCH').reply(204, '', { headers });
    await update(1);
    expect((await errorOf(update(1))).kind).toBe('HOST_LIMIT');
    fake.on('/users/a').reply(200, {});
    expect(await fake.getUser()).toEqual({});
  });
});

describe('a 429 of the moment', () => {
  const fake = fakeZoom();
  const PER_SECOND = { code: 429, message: 'You have reached the maximum per-second rate limit for this API.' };

  test('holds the whole bucket back for a second; reads and writes are sent again', async () => {
    fake.mint();
    fake.on('/users', 'POST').reply(429, PER_SECOND);
    fake.on('/users', 'POST').reply(201, { id: 'new' });
    fake.on('/users/b').reply(200, { id: 'b' });
    const requestContext = turnOf();
    const write = fake.zoom.call(createUser, { body: {} }, requestContext);
    await vi.advanceTimersByTimeAsync(0);
    const read = fake.getUser(turnOf(), 'b').then(() => Date.now());
    expect(await within(1000, write)).toEqual({ id: 'new' });
    expect(await read).toBe(NOON + 1000);
    expect(requestContext.stats).toMatchObject({ calls: 2, byLimit: { LIGHT: 2 }, waitedMs: 1000 });
  });

  test('with a Retry-After beyond the deadline is RATE_LIMIT at once', async () => {
    fake.mint();
    fake.on('/users/a').reply(429, PER_SECOND, { headers: { 'retry-after': '60' } });
    const error = await errorOf(fake.getUser(turnOf({ deadline: NOON + 30_000 })));
    expect([error.kind, error.retryAt?.getTime()]).toEqual(['RATE_LIMIT', NOON + 60_000]);
  });

  test('about another write under way is sent again after a while, and holds nobody back', async () => {
    fake.mint();
    const message = 'Too many concurrent requests. A request to disassociate this user has already been made.';
    fake.on('/users', 'POST').reply(429, { code: 429, message });
    fake.on('/users', 'POST').reply(201, { id: 'new' });
    fake.on('/users/b').reply(200, { id: 'b' });
    const write = fake.zoom.call(createUser, { body: {} }, turnOf());
    expect(await fake.getUser(turnOf(), 'b')).toEqual({ id: 'b' });
    expect(await within(5000, write)).toEqual({ id: 'new' });
  });

  test('that does not end is an error after three more', async () => {
    fake.mint();
    fake.on('/users/a').reply(429, PER_SECOND).persist();
    const requestContext = turnOf();
    expect((await errorOf(within(10_000, fake.getUser(requestContext)))).kind).toBe('RATE_LIMIT');
    expect(requestContext.stats.calls).toBe(4);
  });
});
