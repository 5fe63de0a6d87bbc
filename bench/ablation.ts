/**
 * `npm run bench -- --ablation`: what each piece of the speed work is worth. The gateway with all of them and the gateway without one of
 * them are loaded by turns, and the middle of the rounds' ratios counts, so that a machine on which others work does not decide.
 */
import type { Optimization } from '../src/engine/optimizations.ts';
import { idsFrom, type Operation } from './ask.ts';
import { CASES, account as deepAccount, measureDeep } from './deep.ts';
import { loadOn, type Request } from './load.ts';
import { type Account, type Process, startUpstream, startWithout, stopAll } from './processes.ts';
import { microseconds, tableOf } from './table.ts';
import { operationsOfWalk } from './walk.ts';
import { OWN_WORKLOADS, WORKLOADS, type Workload } from './workloads.ts';

const ROUNDS = 5;
const SECONDS = 0.6;
/** Before that, V8 is still compiling. */
const WARM_UP = 3;
/** A second gateway with all pieces, in place of one without a piece: what the two differ by is the machine. */
const NOTHING = undefined;

/** Numbers of one round, all of them the less the better. */
type Figures = Readonly<Record<string, number>>;

interface Trial {
  readonly title: string;
  readonly account: Account;
  /** Those that can matter. */
  readonly pieces: readonly Optimization[];
  readonly prepare: (upstream: Process) => Promise<Load>;
}
interface Load {
  /** Lets a gateway meet what comes. */
  readonly warm: (subject: Process) => Promise<unknown>;
  /** One round. */
  readonly run: (subject: Process) => Promise<Figures>;
}

const loadOf = (requests: readonly Request[], connections: number): Load => ({
  warm: (subject) => loadOn(subject, requests, connections, WARM_UP),
  run: async (subject) => {
    const before = await subject.ask('usage');
    const { requests: sent, latency, duration } = await answered(subject, requests, connections);
    const { cpu } = await subject.ask('usage');
    return {
      CPU: (cpu - before.cpu) / sent.total,
      time: ((connections * duration) / sent.total) * 1e6,
      p99: latency.p99 * 1000,
    };
  },
});

/** A round in which something was answered: what has no plan and no document may take longer than a usual one. */
const answered = async (subject: Process, requests: readonly Request[], connections: number) => {
  for (let seconds = SECONDS; ; seconds *= 2) {
    const result = await loadOn(subject, requests, connections, seconds);
    if (result.requests.total > 0) return result;
  }
};

const underLoad = (workload: Workload, pieces: readonly Optimization[]): Trial => ({
  title: `${workload.id}: ${workload.name}`,
  account: workload.account,
  pieces,
  prepare: async (upstream) =>
    loadOf(workload.operations(await idsFrom(upstream)).map(requestFor), workload.connections),
});

const requestFor = (operation: Operation): Request => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(operation),
});

const PIECES_OF_LISTS: readonly Optimization[] = [
  'shortWay',
  'documents',
  'plans',
  'leafReaders',
  'slices',
  'responseCache',
  'utf8',
];
const PIECES_OF_REPEATS: readonly Optimization[] = ['shortWay', 'sharing', 'documents', 'responseCache', 'unchanged'];
/** By the places of the workloads in their list. */
const PIECES: readonly (readonly Optimization[])[] = [
  ['shortWay', 'documents', 'plans', 'leafReaders', 'responseCache'],
  PIECES_OF_REPEATS,
  PIECES_OF_LISTS,
  PIECES_OF_REPEATS,
  ['documents', 'plans', 'leafReaders', 'responseCache'],
  ['documents', 'plans', 'leafReaders'],
];

const PIECES_OF_OWN: Readonly<Record<string, readonly Optimization[]>> = {
  W7: ['shortWay', 'documents', 'templates', 'plans'],
  W8: ['shortWay', 'responseCache', 'unchanged', 'keptBytes', 'sharing', 'leafReaders'],
  W9: ['leafReaders', 'utf8'],
};

const walking = (): Trial => ({
  title: 'W5: a walk through 10,000 users',
  account: deepAccount,
  pieces: ['documents', 'plans', 'leafReaders', 'slices', 'responseCache', 'unchanged'],
  prepare: async (upstream) => {
    // Cursors are the same for all gateways.
    const guide = await startWithout(undefined, upstream.env);
    const operations = await operationsOfWalk(guide);
    await guide.stop();
    return loadOf(operations.map(requestFor), 1);
  },
});

const deepTrial = ({ name, queries }: (typeof CASES)[number]): Trial => ({
  title: `W6: ${name}`,
  account: deepAccount,
  pieces: ['plans', 'leafReaders', 'slices'],
  prepare: async (upstream) => {
    const run = async (subject: Process) => {
      const { cpu, took, block } = await measureDeep(subject, upstream, { query: queries.gateway ?? '' });
      return { CPU: cpu, time: took * 1e6, 'longest block': block * 1000 };
    };
    return { warm: run, run };
  },
});

const TRIALS: readonly Trial[] = [
  ...WORKLOADS.map((workload, at) => underLoad(workload, PIECES[at] ?? [])),
  walking(),
  ...CASES.map(deepTrial),
  ...OWN_WORKLOADS.map((workload) => underLoad(workload, PIECES_OF_OWN[workload.id] ?? [])),
];

const idOf = ({ title }: Trial): string => title.split(':')[0] ?? '';
/** The ids of the workloads. */
export const ABLATED: readonly string[] = [...new Set(TRIALS.map(idOf))];

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

interface Pair {
  readonly all: Figures;
  readonly without: Figures;
}

/** A gateway without a piece beside one with all of them, both new: one right behind the other, and each of them first in every other round. */
const pairsOf = async (
  piece: Optimization | typeof NOTHING,
  { env }: Process,
  { warm, run }: Load,
): Promise<Pair[]> => {
  const running: Process[] = [];
  try {
    for (const off of [NOTHING, piece]) running.push(await startWithout(off, env));
    const [whole, other] = running as [Process, Process];
    await warm(whole);
    await warm(other);
    const pairs: Pair[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const isFirst = round % 2 === 0;
      const one = await run(isFirst ? whole : other);
      const two = await run(isFirst ? other : whole);
      pairs.push(isFirst ? { all: one, without: two } : { all: two, without: one });
    }
    return pairs;
  } finally {
    await stopAll(running);
  }
};

const trial = async ({ title, account, pieces, prepare }: Trial, say: (what: string) => void): Promise<string> => {
  const upstream = await startUpstream(account);
  const off = [NOTHING, ...pieces];
  const pairs: Pair[][] = [];
  try {
    const load = await prepare(upstream);
    for (const piece of off) {
      say(`${title}: without ${piece ?? 'nothing'}`);
      pairs.push(await pairsOf(piece, upstream, load));
    }
  } finally {
    await upstream.stop();
  }
  const names = Object.keys(pairs[0]?.[0]?.all ?? {});
  const whole = (name: string) => median(pairs.flat().map(({ all }) => all[name] ?? 0));
  const ratio = (rounds: readonly Pair[], name: string) =>
    median(rounds.map(({ all, without }) => (without[name] ?? 0) / (all[name] || 1))).toFixed(2);
  const table = tableOf(
    ['without', ...names],
    [
      ['', ...names.map((name) => microseconds(whole(name)))],
      ...pairs.map((rounds, at) => [
        off[at] ? `\`${off[at]}\`` : 'nothing',
        ...names.map((name) => ratio(rounds, name)),
      ]),
    ],
  );
  return `**${title}**\n\n${table}`;
};

/** Gives Markdown: an introduction, and a table for each workload. `ids`: of which workloads; of all where none is named. */
export const ablation = async (ids: readonly string[], say: (what: string) => void): Promise<string> => {
  const tables: string[] = [];
  for (const one of TRIALS)
    if (ids.length === 0 || ids.includes(idOf(one))) {
      tables.push(await trial(one, say));
      say(tables.at(-1) ?? '');
    }
  return [
    `The first row is the gateway with all pieces: CPU of a request, the time of one, and that which one in a hundred takes. The others are what these become without a piece, as ratios to the gateway with all pieces right before or behind; of ${ROUNDS} rounds the middle one counts. *Nothing* is a second gateway with all pieces: by so much the machine alone lets two of them differ.`,
    ...tables,
  ].join('\n\n');
};

const BETWEEN = /\n\n(?=\*\*W)/;
const titleOf = (table: string): string => table.split('\n', 1)[0] ?? '';
/** What was measured now, in the place of the tables of the same workloads that were `before`. */
export const withTables = (before: string, now: string): string => {
  const [intro = '', ...tables] = now.split(BETWEEN);
  const all = [...before.split(BETWEEN).slice(1), ...tables];
  const byTitle = new Map(all.map((table) => [titleOf(table), table]));
  return [intro, ...TRIALS.flatMap(({ title }) => byTitle.get(`**${title}**`) ?? [])].join('\n\n');
};
