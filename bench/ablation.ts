/**
 * `npm run bench -- --ablation`: what each piece of the speed work is worth. The gateway with all of them and the gateway without one of
 * them are loaded by turns, and the middle of the rounds' ratios counts, so that a machine on which others work does not decide.
 * `--beside` compares with the gateway of another folder in the same way.
 */
import type { Optimization } from '../src/engine/optimizations.ts';
import { idsFrom, type Operation } from './ask.ts';
import { CASES, account as deepAccount, measureDeep } from './deep.ts';
import { loadOn, type Request } from './load.ts';
import { type Account, type Process, startIn, startUpstream, startWithout, stopAll } from './processes.ts';
import { microseconds, tableOf } from './table.ts';
import { operationsOfWalk } from './walk.ts';
import { OWN_WORKLOADS, WORKLOADS, type Workload } from './workloads.ts';

const ROUNDS = 5;
const SECONDS = 0.6;
/** Before that, V8 is still compiling. */
const WARM_UP = 3;

/** What a gateway is compared with. */
interface Other {
  readonly name: string;
  readonly start: (env: Process['env']) => Promise<Process>;
}
const whole = (env: Process['env']) => startWithout(undefined, env);
const without = (piece: Optimization): Other => ({ name: `\`${piece}\``, start: (env) => startWithout(piece, env) });
/** A second gateway with all pieces, in place of one without a piece: what the two differ by is the machine. */
const NOTHING: Other = { name: 'nothing', start: whole };

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

/** By the ids of the workloads that stand for themselves. */
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
    const guide = await whole(upstream.env);
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
  readonly own: Figures;
  readonly other: Figures;
}

/** Another gateway beside one with all pieces, both new: one right behind the other, and each of them first in every other round. */
const pairsOf = async (other: Other, { env }: Process, { warm, run }: Load, rounds: number): Promise<Pair[]> => {
  const running: Process[] = [];
  try {
    for (const start of [whole, other.start]) running.push(await start(env));
    const [first, second] = running as [Process, Process];
    await warm(first);
    await warm(second);
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round++) {
      const isFirst = round % 2 === 0;
      const one = await run(isFirst ? first : second);
      const two = await run(isFirst ? second : first);
      pairs.push(isFirst ? { own: one, other: two } : { own: two, other: one });
    }
    return pairs;
  } finally {
    await stopAll(running);
  }
};

type Say = (what: string) => void;
interface Comparison {
  /** What the table says of the others, at its head. */
  readonly head: string;
  readonly others: readonly Other[];
  readonly rounds: number;
}
const trial = async (
  { title, account, prepare }: Trial,
  { head, others, rounds }: Comparison,
  say: Say,
): Promise<string> => {
  const upstream = await startUpstream(account);
  const pairs: Pair[][] = [];
  try {
    const load = await prepare(upstream);
    for (const other of others) {
      say(`${title}: ${head} ${other.name}`);
      pairs.push(await pairsOf(other, upstream, load, rounds));
    }
  } finally {
    await upstream.stop();
  }
  const names = Object.keys(pairs[0]?.[0]?.own ?? {});
  const own = (name: string) => median(pairs.flat().map((pair) => pair.own[name] ?? 0));
  const ratio = (all: readonly Pair[], name: string) =>
    median(all.map((pair) => (pair.other[name] ?? 0) / (pair.own[name] || 1))).toFixed(2);
  const table = tableOf(
    [head, ...names],
    [
      ['', ...names.map((name) => microseconds(own(name)))],
      ...pairs.map((all, at) => [others[at]?.name ?? '', ...names.map((name) => ratio(all, name))]),
    ],
  );
  return `**${title}**\n\n${table}`;
};

const tablesOf = async (
  ids: readonly string[],
  comparing: (one: Trial) => Comparison,
  say: Say,
): Promise<readonly string[]> => {
  const tables: string[] = [];
  for (const one of TRIALS)
    if (ids.length === 0 || ids.includes(idOf(one))) {
      tables.push(await trial(one, comparing(one), say));
      say(tables.at(-1) ?? '');
    }
  return tables;
};

/** Gives Markdown: an introduction, and a table for each workload. `ids`: of which workloads; of all where none is named. */
export const ablation = async (ids: readonly string[], say: Say): Promise<string> => {
  const comparing = ({ pieces }: Trial) => ({
    head: 'without',
    others: [NOTHING, ...pieces.map(without)],
    rounds: ROUNDS,
  });
  const tables = await tablesOf(ids, comparing, say);
  return [
    `The first row is the gateway with all pieces: CPU of a request, the time of one, and that which one in a hundred takes. The others are what these become without a piece, as ratios to the gateway with all pieces right before or behind; of ${ROUNDS} rounds the middle one counts. *Nothing* is a second gateway with all pieces: by so much the machine alone lets two of them differ.`,
    ...tables,
  ].join('\n\n');
};

/** More of them than for an ablation: what is looked for is small. */
const ROUNDS_BESIDE = 20;
/** Gives Markdown: this gateway, and that of another folder in ratios to it. The bench of that folder must have been built. */
export const beside = async (folder: string, ids: readonly string[], say: Say): Promise<string> => {
  const other = { name: 'the other', start: (env: Process['env']) => startIn(folder, env) };
  const comparison = { head: 'beside', others: [{ ...NOTHING, name: 'itself' }, other], rounds: ROUNDS_BESIDE };
  return (await tablesOf(ids, () => comparison, say)).join('\n\n');
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
