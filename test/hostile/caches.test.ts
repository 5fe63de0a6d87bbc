import { type ExecutionResult, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { keptHosts, keptTotals, MOST_HOSTS, seenOf, TOTALS } from '../../resolvers/hints.ts';
import { Store } from '../../resolvers/store.ts';
import { schema } from '../../schema/index.ts';
import { executePlanned } from '../../src/engine/executor/index.ts';
import { keptPlans, PLANS } from '../../src/engine/executor/kept-plans.ts';
import { isInterned } from '../../src/engine/intern.ts';
import { KEPT, Results } from '../../src/server/plugins/unchanged.ts';
import { newStats } from '../../src/zoom/client/client.ts';
import { FakeZoom } from '../machinery/fake.ts';

describe('plans', () => {
  const wide = (nth: number, fields: number) =>
    parse(`{ ${Array.from({ length: fields }, (_, at) => `a${nth}_${at}: __typename`).join(' ')} }`);
  const execute = (document: ReturnType<typeof parse>, more: object = {}) =>
    executePlanned({ schema, document, ...more }) as ExecutionResult;

  test('take no more than their bound, and are made anew when they went', () => {
    const documents = Array.from({ length: 40 }, (_, nth) => wide(nth, 900));
    for (const document of documents) {
      expect(execute(document).errors).toBeUndefined();
      expect(keptPlans().bytes).toBeLessThanOrEqual(PLANS.bytes);
    }
    expect(keptPlans().bytes).toBeGreaterThan(PLANS.bytes / 2);
    expect(keptPlans().count).toBeLessThan(40);
    for (const document of documents) expect(Object.keys(execute(document).data ?? {})).toHaveLength(900);
  });

  test('of all choices of one document do so too', () => {
    const names = Array.from({ length: 10 }, (_, at) => `v${at}`);
    const document = parse(
      `query (${names.map((name) => `$${name}: Boolean!`)}) { ${names.map((name) => `...F @include(if: $${name})`).join(' ')} __typename }
       fragment F on Query { ${Array.from({ length: 100 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
    );
    for (let nth = 0; nth < 1024; nth++) {
      const variableValues = Object.fromEntries(names.map((name, at) => [name, Boolean(nth & (1 << at))]));
      const { data } = execute(document, { variableValues });
      expect(Object.keys(data ?? {})).toHaveLength(nth === 0 ? 1 : 101);
    }
    expect(keptPlans().bytes).toBeLessThanOrEqual(PLANS.bytes);
  });

  test('are counted with what is planned of them later', async () => {
    const document = parse('{ __schema { types { name fields { name } } } }');
    const before = keptPlans().bytes;
    await execute(document);
    expect(keptPlans().bytes - before).toBe(5 * PLANS.perField + PLANS.perField);
  });
});

describe('results of unchanged answers', () => {
  const resultOf = (bytes: number) => ({ data: { text: 'x'.repeat(bytes) } });

  test('take no more than their bound, whatever answers they are of', () => {
    const bounds = { bytes: 100_000, one: 50_000 };
    const results = new Results(bounds);
    const answers = Array.from({ length: 30 }, () => ({}));
    for (const answer of answers)
      for (let nth = 0; nth < 5; nth++) {
        results.keep(answer, `operation ${nth}`, resultOf(2000));
        expect(results.bytes).toBeLessThanOrEqual(bounds.bytes);
      }
    expect(results.bytes).toBeGreaterThan(bounds.bytes / 2);
    expect(results.get(answers[29] ?? {}, 'operation 4')).toEqual(resultOf(2000));
    expect(results.get(answers[29] ?? {}, 'operation 5')).toBeUndefined();
    expect(results.get(answers[0] ?? {}, 'operation 4')).toBeUndefined();
  });

  test('are not kept where one alone is too large, nor written down for later', () => {
    const results = new Results();
    const [large, small] = [resultOf(KEPT.one), resultOf(10)];
    results.keep({}, 'a', large);
    results.keep({}, 'b', small);
    expect([large, small].map(({ data }) => isInterned(data))).toEqual([false, true]);
    expect(results.bytes).toBeLessThan(200);
  });
});

test('sizes of lists take no more than their bound, also of credentials that stay', () => {
  const zoom = new FakeZoom();
  const { totals } = new Store(zoom, { stats: newStats() });
  for (let nth = 0; nth < 30_000; nth++) {
    totals.set(`GET /users ${'x'.repeat(100)} ${nth}`, nth);
    if (nth % 1000 === 0) expect(keptTotals().bytes).toBeLessThanOrEqual(TOTALS.bytes);
  }
  expect(keptTotals().bytes).toBeLessThanOrEqual(TOTALS.bytes);
  expect(totals.get(`GET /users ${'x'.repeat(100)} 0`)).toBeUndefined();
  expect(totals.get(`GET /users ${'x'.repeat(100)} 29999`)).toBe(29_999);
  expect(
    new Store(new FakeZoom(), { stats: newStats() }).totals.get(`GET /users ${'x'.repeat(100)} 29999`),
  ).toBeUndefined();
});

test('hosts of meetings take no more than their bound, and are told to no other credential', () => {
  const { hosts } = seenOf(new FakeZoom());
  for (let nth = 0; nth < MOST_HOSTS + 10; nth++) hosts.set(`meetingId ${nth}`, 'userId u');
  expect(keptHosts()).toBe(MOST_HOSTS);
  expect([hosts.get('meetingId 0'), hosts.get('meetingId 10')]).toEqual([undefined, 'userId u']);
  expect(seenOf(new FakeZoom()).hosts.get('meetingId 10')).toBeUndefined();
});
