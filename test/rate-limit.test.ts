import { expect, test } from 'vitest';
import { stub } from './stub.ts';

const QUERY = '{ rateLimit { plan waiting buckets { product labels period limit remaining resetsAt } } }';
interface Bucket {
  product: string;
  labels: string[];
  period: string;
  limit: number;
  remaining: number;
  resetsAt: string | null;
}
interface Answer {
  rateLimit: { plan: string; waiting: number; buckets: Bucket[] };
}
const untouched = (product: string, labels: string[], period: string, limit: number): Bucket => ({
  product,
  labels,
  period,
  limit,
  remaining: limit,
  resetsAt: null,
});
const POOL = ['HEAVY', 'RESOURCE_INTENSIVE'];

test.each([
  [
    'business',
    [
      untouched('CORE', ['LIGHT'], 'SECOND', 80),
      untouched('CORE', ['MEDIUM'], 'SECOND', 60),
      untouched('CORE', ['HEAVY'], 'SECOND', 40),
      untouched('CORE', POOL, 'DAY', 60_000),
      untouched('CORE', ['RESOURCE_INTENSIVE'], 'MINUTE', 20),
      untouched('PHONE', ['LIGHT'], 'SECOND', 40),
      untouched('PHONE', ['MEDIUM'], 'SECOND', 20),
      untouched('PHONE', ['HEAVY'], 'SECOND', 10),
      untouched('PHONE', POOL, 'DAY', 30_000),
      untouched('PHONE', ['RESOURCE_INTENSIVE'], 'MINUTE', 10),
    ],
  ],
  [
    'pro',
    [
      untouched('CORE', ['LIGHT'], 'SECOND', 30),
      untouched('CORE', ['MEDIUM'], 'SECOND', 20),
      untouched('CORE', ['HEAVY'], 'SECOND', 10),
      untouched('CORE', POOL, 'DAY', 30_000),
      untouched('CORE', ['RESOURCE_INTENSIVE'], 'MINUTE', 10),
      untouched('PHONE', ['LIGHT'], 'SECOND', 20),
      untouched('PHONE', ['MEDIUM'], 'SECOND', 10),
      untouched('PHONE', ['HEAVY'], 'SECOND', 5),
      untouched('PHONE', POOL, 'DAY', 15_000),
      untouched('PHONE', ['RESOURCE_INTENSIVE'], 'MINUTE', 5),
    ],
  ],
] as const)('the limits of the %s plan are known without a call', async (plan, buckets) => {
  const { run, calls } = stub({}, { plan, share: 1 });
  const { data, errors } = await run<Answer>(QUERY);
  expect(errors).toBeUndefined();
  expect(data?.rateLimit).toEqual({ plan: plan.toUpperCase(), waiting: 0, buckets });
  expect(calls).toEqual([]);
});

test('the free plan has limits a day for every label', async () => {
  const { run } = stub({}, { plan: 'free', share: 0.5 });
  const { data } = await run<Answer>(QUERY);
  expect(data?.rateLimit.plan).toBe('FREE');
  expect(data?.rateLimit.buckets.filter(({ product, period }) => product === 'CORE' && period === 'DAY')).toEqual([
    untouched('CORE', ['LIGHT'], 'DAY', 3000),
    untouched('CORE', ['MEDIUM'], 'DAY', 1000),
    untouched('CORE', ['HEAVY'], 'DAY', 500),
    untouched('CORE', ['RESOURCE_INTENSIVE'], 'DAY', 15_000),
  ]);
});

test('calls of an earlier request are missing from what is left, of their label and product alone', async () => {
  const { run, calls } = stub({ 'GET /users/u1': { id: 'u1' }, 'GET /groups': { groups: [] } }, { plan: 'free' });
  await run('{ user(id: "u1") { email } groups { totalCount } }');
  expect(calls.length).toBe(2);
  const { data } = await run<Answer>(QUERY);
  const days = data?.rateLimit.buckets.filter(({ period }) => period === 'DAY') ?? [];
  expect(days.map(({ product, labels, limit, remaining }) => [product, labels.join(), limit - remaining])).toEqual([
    ['CORE', 'LIGHT', 1],
    ['CORE', 'MEDIUM', 1],
    ['CORE', 'HEAVY', 0],
    ['CORE', 'RESOURCE_INTENSIVE', 0],
    ['PHONE', 'HEAVY,RESOURCE_INTENSIVE', 0],
  ]);
  expect(days.map(({ resetsAt }) => resetsAt?.endsWith('T00:00:00Z') ?? null)).toEqual([true, true, null, null, null]);
  expect(calls.length).toBe(2);
});
