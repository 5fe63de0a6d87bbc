/** Which callers are remembered, and that none who counts is pushed out. */
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Callers, IDLE_MS } from '../../src/zoom/client/callers.ts';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { fakeZoom, getUser, turnOf, updateMeeting, within } from '../fake-zoom.ts';

describe('of callers', () => {
  const of = (most: number) => {
    const atWork = new Set<string>();
    const callers = new Callers<string>((one) => atWork.has(one), { most });
    const use = (key: string) => callers.of(key, () => key);
    return { atWork, callers, use };
  };

  test('the least lately used is forgotten', () => {
    const { callers, use } = of(2);
    for (const key of ['a', 'b', 'a', 'c']) use(key);
    expect(['a', 'b', 'c'].map((key) => callers.find(key))).toEqual(['a', undefined, 'c']);
  });

  test('those whose token Zoom took are pushed out by their like alone', () => {
    const { callers, use } = of(2);
    for (const key of ['a', 'b']) callers.accept(key, use(key));
    for (let i = 0; i < 100; i++) use(`made up ${i}`);
    expect([callers.find('a'), callers.find('b'), callers.size]).toEqual(['a', 'b', 4]);
    callers.accept('c', use('c'));
    expect([callers.find('a'), callers.find('b'), callers.find('c')]).toEqual([undefined, 'b', 'c']);
  });

  test('who has not asked for so long is let go when another asks, but for those at work', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { atWork, callers, use } = of(100);
    for (let i = 0; i < 10; i++) callers.accept(`taken ${i}`, use(`taken ${i}`));
    for (let i = 0; i < 10; i++) use(`made up ${i}`);
    atWork.add('taken 3');
    vi.advanceTimersByTime(IDLE_MS.token - 1);
    use('taken 5');
    expect(callers.size).toBe(20);
    vi.advanceTimersByTime(1);
    for (let i = 0; i < 3; i++) use('another');
    expect([...callers.all()].sort()).toEqual(['another', 'taken 3', 'taken 5']);
  });

  test('those at work are kept, within twice the number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.nat(40), isAtWork: fc.boolean(), isAccepted: fc.boolean() }), { maxLength: 300 }),
        (uses) => {
          const { atWork, callers, use } = of(8);
          for (const { key, isAtWork, isAccepted } of uses) {
            const name = String(key);
            const before = [...atWork].filter((one) => callers.find(one) !== undefined);
            if (isAtWork) atWork.add(name);
            else atWork.delete(name);
            use(name);
            if (isAccepted) callers.accept(name, name);
            expect(callers.find(name)).toBe(name);
            expect(callers.size).toBeLessThanOrEqual(32);
            if (atWork.size < 8) for (const one of before) if (atWork.has(one)) expect(callers.find(one)).toBe(one);
          }
        },
      ),
      { seed: 10 },
    );
  });
});

describe('a caller', () => {
  const fake = fakeZoom();
  const TAKEN = 'taken-token';
  const bearerOf = (headers: unknown) => (headers as Record<string, string>).authorization;
  const answer = (statusCode: number, data: object) => ({ statusCode, data });
  beforeEach(() => {
    fake.start({ plan: 'free', share: 1 });
    for (const method of ['GET', 'PATCH'])
      fake
        .on(() => true, method)
        .reply(({ headers }) =>
          bearerOf(headers) === `Bearer ${TAKEN}` ? answer(200, {}) : answer(401, { code: 124, message: 'Invalid.' }),
        )
        .persist();
  });
  const call = (bearer: string, endpoint: Endpoint = getUser) =>
    fake.client.as(bearer).call(endpoint, { path: { userId: 'a', meetingId: 1 } } as never, turnOf());
  const left = async () => {
    const { buckets } = await fake.client.as(TAKEN).budget();
    return buckets.find(({ per, labels }) => per === 'DAY' && labels.includes('LIGHT'))?.remaining;
  };

  test('keeps its budget however many made-up tokens come', async () => {
    await call(TAKEN);
    const { key } = fake.client.as(TAKEN);
    const before = fake.client.as(TAKEN);
    expect(await left()).toBe(5999);
    await within(60_000, Promise.resolve());
    for (let i = 0; i < 5100; i++) fake.client.as(`made-up-${i}`);
    const refused = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => call(`made-up-${i}`)));
    expect(refused).toMatchObject(Array(20).fill({ reason: { kind: 'UNAUTHENTICATED' } }));
    expect(fake.client.as(TAKEN)).toBe(before);
    expect(fake.client.as(TAKEN).key).toBe(key);
    expect(await left()).toBe(5999);
  });

  test('has it from its first call on, also while that is under way', async () => {
    const first = call(TAKEN, updateMeeting);
    const before = fake.client.as(TAKEN);
    for (let i = 0; i < 5100; i++) fake.client.as(`made-up-${i}`);
    await first;
    expect(fake.client.as(TAKEN)).toBe(before);
  });
});
