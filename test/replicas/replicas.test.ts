/**
 * Three replicas under full load: not one call above Zoom's limits, nearly all of them used, and that also when one is killed, and when Redis is frozen,
 * emptied, or killed and started anew. The cases follow each other under one load.
 *
 * How full the limits are is measured by places, so that a slow machine does not matter: a call has a place in its rate from the moment in which it is let go until a
 * second after its answer, since Zoom may have counted it at any moment before the answer. `REPLICAS_REPORT=on` prints that, and how full they are of calls; on a machine that
 * does nothing else it can be had with other settings: `REDIS_TIMEOUT_MS=150 ZOOM_COUNTED_WITHIN_MS=1000`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriesIn, textAt } from '../server/metrics.ts';
import { type Fleet, type Gateway, REPLICAS, startFleet, until } from './fleet.ts';
import { LABELS, type Label, LIMITS, type Load, loadOn } from './load.ts';
import type { Counted, SandboxCounts } from './sandbox.ts';

const { REDIS_TIMEOUT_MS = '1500', ZOOM_COUNTED_WITHIN_MS = '3000', REPLICAS_REPORT: shown } = process.env;
const PERIOD_MS = 1000;
/** Requests have 30 seconds. */
const DEADLINE_MS = 30_000;
/** Over so long it is looked how full a limit is. */
const SPAN_MS = 3000;

let fleet: Fleet;
let load: Load;

beforeAll(async () => {
  fleet = await startFleet({
    ZOOM_SHARE: '100',
    // On a machine that does much else, a Redis that is slow is not gone, and the sandbox may count a call seconds after its sending.
    REDIS_TIMEOUT_MS,
    ZOOM_COUNTED_WITHIN_MS,
  });
  load = await loadOn(fleet);
}, 180_000);
afterAll(async () => {
  await load?.stop();
  await fleet?.stop();
}, 60_000);

/** Which calls were refused, by label and since when the first call of the case was counted, in milliseconds. */
const refusedIn = (calls: readonly Counted[]): readonly string[] =>
  calls.filter(([, , status]) => status === 429).map(([label, at]) => `${label} at ${at - (calls[0]?.[1] ?? at)}`);

/** The most calls that were counted within a second, beyond what is allowed. */
const beyond = (calls: readonly Counted[], label: Label): number => {
  const times = calls.filter(([of, , status]) => of === label && status !== 429).map(([, at]) => at);
  const within = times.map((at, nth) => nth + 1 - times.findIndex((earlier) => earlier > at - PERIOD_MS));
  return Math.max(0, ...within) - LIMITS[label];
};

/** The part of its places that a label had taken in the fullest span since then. */
const fullest = (gateways: readonly Gateway[], label: Label, since = 0): number => {
  const places = gateways
    .flatMap((gateway) => gateway.lines())
    .filter(({ msg, limit }) => msg === 'zoom' && limit === label)
    .map(({ time, ms }) => [time - ms, time + PERIOD_MS] as const);
  const takenFrom = (from: number) =>
    places.reduce(
      (sum, [begins, ends]) => sum + Math.max(0, Math.min(ends, from + SPAN_MS) - Math.max(begins, from)),
      0,
    );
  const last = Math.max(...places.map(([, ends]) => ends)) - PERIOD_MS - SPAN_MS;
  return (
    Math.max(...places.map(([from]) => (from >= since && from <= last ? takenFrom(from) : 0))) /
    (LIMITS[label] * SPAN_MS)
  );
};

/** The part of its calls that a label had used in the fullest span, as the sandbox counted them. */
const used = (calls: readonly Counted[], label: Label): number => {
  const times = calls.filter(([of, , status]) => of === label && status !== 429).map(([, at]) => at);
  const counts = times.map((at, nth) => nth + 1 - times.findIndex((earlier) => earlier > at - SPAN_MS));
  return (Math.max(0, ...counts) * PERIOD_MS) / (LIMITS[label] * SPAN_MS);
};
const percent = (part: number): string => `${Math.round(100 * part)} %`;
const report = (name: string, gateways: readonly Gateway[], calls: readonly Counted[], since = 0): void => {
  if (shown !== 'on') return;
  const parts = LABELS.map(
    (label) =>
      `${label} ${percent(fullest(gateways, label, since))} of places, ${percent(used(calls, label))} of calls`,
  );
  console.log(`${name}: ${parts.join('; ')}; ${refusedIn(calls).length} of ${calls.length} refused`);
};

const metricOf = async ({ metrics }: Gateway, name: string): Promise<number> =>
  seriesIn(await textAt(metrics))[`zoom_gateway_${name}`] ?? Number.NaN;
/** Resolves when all of them share the limits again. */
const allShare = (gateways: readonly Gateway[]): Promise<void> =>
  until(async () =>
    (await Promise.all(gateways.map((one) => metricOf(one, 'budget_alone')))).every((alone) => alone === 0),
  );

/** What came of the load since the last case. */
const outcome = async (): Promise<SandboxCounts & { readonly how: ReadonlySet<string>; readonly longest: number }> => {
  const answers = load.answered();
  return {
    ...(await fleet.counted()),
    how: new Set(answers.map(({ how }) => how)),
    longest: Math.max(...answers.map(({ ms }) => ms)),
  };
};

/** Resolves when each of these gateways has had so many more calls answered. */
const callsOf = async (gateways: readonly Gateway[], count: number): Promise<void> => {
  const callsIn = (gateway: Gateway) =>
    gateway.lines().filter(({ msg, status }) => msg === 'zoom' && status === 200).length;
  const before = gateways.map(callsIn);
  await until(() => gateways.every((gateway, nth) => callsIn(gateway) >= (before[nth] ?? 0) + count));
};
const said = (gateway: Gateway, text: string): number =>
  gateway.lines().filter(({ msg }) => msg.startsWith(text)).length;

test('three replicas fill the limits and never exceed them, with one access token', async () => {
  await callsOf(fleet.gateways, 60);
  await until(() => LABELS.every((label) => fullest(fleet.gateways, label) >= 0.9));
  const { calls, mints, how, longest } = await outcome();
  report('three', fleet.gateways, calls);
  expect(refusedIn(calls)).toEqual([]);
  for (const label of LABELS) expect(beyond(calls, label)).toBeLessThanOrEqual(0);
  expect(mints).toBe(1);
  expect(how).toEqual(new Set(['right']));
  expect(longest).toBeLessThan(DEADLINE_MS);
});

test('Redis frozen for five seconds: each goes on with its part, and all share again', async () => {
  fleet.redis.freeze();
  await pause(5000);
  const aloneSince = fleet.gateways.map((gateway) => said(gateway, 'Redis is gone'));
  await callsOf(fleet.gateways, 5);
  fleet.redis.thaw();
  await until(() => fleet.gateways.every((gateway) => said(gateway, 'Redis answers') > 0));
  await allShare(fleet.gateways);
  await callsOf(fleet.gateways, 20);
  const { calls, how, longest } = await outcome();
  report('frozen', fleet.gateways, calls);
  expect(aloneSince.every((times) => times > 0)).toBe(true);
  expect(refusedIn(calls)).toEqual([]);
  expect(how).toEqual(new Set(['right']));
  expect(longest).toBeLessThan(DEADLINE_MS);
});

test('Redis emptied under load: it is told what was spent', async () => {
  await fleet.redis.flush();
  for (const gateway of fleet.gateways) await until(async () => (await metricOf(gateway, 'redis_forgotten_total')) > 0);
  await allShare(fleet.gateways);
  await callsOf(fleet.gateways, 20);
  const { calls, mints, how, longest } = await outcome();
  expect(refusedIn(calls)).toEqual([]);
  expect(how).toEqual(new Set(['right']));
  expect(longest).toBeLessThan(DEADLINE_MS);
  expect(mints).toBeLessThanOrEqual(2);
});

test('Redis killed, and started anew and empty', async () => {
  await fleet.redis.kill();
  await callsOf(fleet.gateways, 10);
  await fleet.redis.start();
  await callsOf(fleet.gateways, 10);
  await allShare(fleet.gateways);
  await callsOf(fleet.gateways, 20);
  const { calls, how, longest } = await outcome();
  expect(refusedIn(calls)).toEqual([]);
  expect(how).toEqual(new Set(['right']));
  expect(longest).toBeLessThan(DEADLINE_MS);
});

test('a replica killed with calls under way: the others go on, and soon use what it used', async () => {
  const [gone, ...others] = fleet.gateways as [Gateway, ...Gateway[]];
  await gone.kill();
  const since = Date.now();
  // It is one of them until it has been missed for some seconds.
  for (const other of others) await until(async () => (await metricOf(other, 'replicas')) === REPLICAS - 1);
  await until(() => LABELS.every((label) => fullest(others, label, since) >= 0.9));
  const { calls, how, longest } = await outcome();
  report('one killed', others, calls, since);
  expect(refusedIn(calls)).toEqual([]);
  // Its own clients are left without an answer.
  expect(how).toEqual(new Set(['right', 'none']));
  expect(longest).toBeLessThan(DEADLINE_MS);
});
