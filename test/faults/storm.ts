/**
 * A gateway in a storm: a seeded mix of operations, with every fault of the sandbox at once, beside the truth that another gateway gives over the
 * same account when the faults are off.
 */
import { vi } from 'vitest';
import { type FaultKind, startSandbox } from '../../src/sandbox/index.ts';
import { connections } from '../../src/zoom/http/send.ts';
import type { Result, Run } from '../run.ts';
import { gatewayOver } from '../world.ts';
import { diceOf } from './dice.ts';
import { Met, readsOf, type Trial } from './reads.ts';
import { resetUndici, timeOf } from './time.ts';
import { accountFor, Writes } from './writes.ts';

export const START = Date.parse('2026-03-02T09:00:00Z');

/** Each of them hits so many percent of the calls. */
const PERCENT = 5;
export const KINDS: readonly FaultKind[] = [
  '429',
  '500',
  'reset',
  'lost',
  'silent',
  'slow',
  'truncated',
  'html',
  'expire-tokens',
  'expire-pages',
];
const SILENCE_MS = 10_000;
const FAULTS = [
  ...KINDS.map((kind) => (kind === 'slow' ? `slow=${SILENCE_MS}` : kind)),
  '500:POST /oauth/token',
  'reset:POST /oauth/token',
].map((fault) => `${fault}:${PERCENT}%`);

/** Operations that are under way at once; of so many such batches one writes. */
const AT_ONCE = 10;
const ONE_WRITES = 7;
/** So many of the reads are sent again at the end, so many times: do they take more memory each time? */
const REPEATED = 100;
const TIMES = 4;
/** What was spent of Zoom's limits by one side is free again for the other. */
const REST_MS = 61_000;

export interface Report {
  operations: number;
  writes: number;
  /** Answers without an error, but for those that the truth has, too. */
  whole: number;
  /** Answers that cannot be judged: the truth itself was another one a moment later. */
  moving: number;
  calls: number;
  /** The longest that a request took, in milliseconds of the clock that the gateway sees. */
  longestMs: number;
  /** Milliseconds that the clock went on. */
  passedMs: number;
  readonly faults: Record<string, number>;
  readonly codes: Record<string, number>;
  /** What was wrong, or doubled, or not said; with the operation. */
  readonly problems: string[];
  /** In bytes, after the same reads each time: what is kept of them is there after the first. */
  readonly heap: number[];
  /** What still waited or was under way at the end. */
  left: { readonly calls: number; readonly waiting: number };
}

const count = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Sends so many operations. `heap` tells how much is in use, where that is looked at. Timers are faked meanwhile. */
export const storm = async (seed: string, operations: number, heap?: () => number): Promise<Report> => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'], now: START });
  resetUndici();
  const time = timeOf();
  const agent = connections();
  const dispatcher = agent.compose(time.watched);
  const sandbox = await startSandbox({ users: 8, meetingsPerUser: 6, plan: 'business' });
  const stormy = gatewayOver(sandbox, { dispatcher, random: () => 0.5 });
  const calm = gatewayOver(sandbox, { dispatcher });
  const dice = diceOf(seed);
  const met = new Met();
  const read = readsOf(dice, met);
  const writes = new Writes(dice, await time.passing(accountFor(calm.run)));
  const report: Report = {
    ...{ operations: 0, writes: 0, whole: 0, moving: 0, calls: 0, longestMs: 0, passedMs: 0 },
    ...{ faults: {}, codes: {}, problems: [], heap: [], left: { calls: 0, waiting: 0 } },
  };
  const run = (async (query: string, variables?: object) => {
    const since = Date.now();
    const result = await stormy.run(query, variables);
    report.longestMs = Math.max(report.longestMs, Date.now() - since);
    return result;
  }) as Run;
  const inStorm = async <T>(work: () => Promise<T>): Promise<T> => {
    sandbox.calls.length = 0;
    sandbox.setFaults(FAULTS.join());
    const results = await time.passing(work());
    sandbox.setFaults([]);
    await time.pass(REST_MS);
    report.calls += sandbox.calls.length;
    for (const { fault } of sandbox.calls) if (fault) count(report.faults, fault);
    return results;
  };
  const take = (name: string, results: readonly Result[], isWhole: boolean, problems: readonly string[]) => {
    report.operations++;
    if (isWhole) report.whole++;
    for (const { errors = [] } of results)
      for (const { extensions } of errors) count(report.codes, extensions.code ?? '');
    report.problems.push(...problems.map((problem) => `${problem} In: ${name}`));
  };
  const kept: Trial[] = [];
  const readSome = async () => {
    const trials = Array.from({ length: AT_ONCE }, read);
    if (kept.length < REPEATED) kept.push(...trials);
    const results = await inStorm(() => Promise.all(trials.map((trial) => trial.ask(run))));
    const truths = await time.passing(Promise.all(trials.map((trial) => trial.ask(calm.run))));
    await time.pass(REST_MS);
    for (const [i, trial] of trials.entries()) {
      const [result, truth] = [results[i], truths[i]] as [Result, Result];
      met.learn(truth.data);
      const problems = trial.judge(result, truth);
      const isMoving = problems.length > 0 && trial.judge(await time.passing(trial.ask(calm.run)), truth).length > 0;
      if (isMoving) report.moving++;
      take(trial.name, [result], result.errors?.length === truth.errors?.length, isMoving ? [] : problems);
    }
  };
  const writeSome = async () => {
    const some = Array.from({ length: AT_ONCE }, () => writes.next());
    const results = await inStorm(() => Promise.all(some.map((one) => one.ask(run))));
    for (const [i, one] of some.entries()) {
      const answers = results[i] as readonly Result[];
      report.writes++;
      take(one.name, answers, answers.at(-1)?.errors === undefined, one.judge(answers, sandbox.calls));
    }
  };
  try {
    for (let batch = 1; report.operations < operations; batch++) {
      await (batch % ONE_WRITES === 0 ? writeSome() : readSome());
    }
    report.problems.push(...(await time.passing(writes.wrongIn(calm.run))));
    const { waiting } = await stormy.client.as().budget();
    report.left = { calls: time.open, waiting };
    report.passedMs = Date.now() - START;
    for (let nth = 0; heap && nth < TIMES; nth++) {
      for (let from = 0; from < kept.length; from += AT_ONCE)
        await inStorm(() => Promise.all(kept.slice(from, from + AT_ONCE).map((trial) => trial.ask(run))));
      sandbox.calls.length = 0;
      report.heap.push(heap());
    }
    return report;
  } finally {
    vi.useRealTimers();
    resetUndici();
    await agent.close();
    await sandbox.close();
  }
};
