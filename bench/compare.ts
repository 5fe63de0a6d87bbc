/** W1 to W4: each subject under load in turn, round by round, so that a drift of the machine favours none of them. */
import { type Ids, idsFrom } from './ask.ts';
import { type Cell, loadOn, measure, type Request } from './load.ts';
import { type SubjectName, withSubjects } from './processes.ts';
import { profiled } from './profile.ts';
import { megabytes, microseconds, tableOf } from './table.ts';
import type { Workload } from './workloads.ts';

export interface Options {
  readonly only: readonly SubjectName[];
  /** Of load in each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Adds a profile of the gateway under this load, named so. */
  readonly profile?: string;
}

const FIRST_WARM_UP = 2;
const WARM_UP = 1;

const requestsTo = (name: SubjectName, { operations, paths }: Workload, ids: Ids): readonly Request[] =>
  name === 'relay'
    ? (paths?.(ids) ?? []).map((path) => ({ method: 'GET', path }))
    : operations(ids).map((operation) => ({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(operation),
      }));

/** The round in which a subject answered the most counts; in others it had less of the machine. */
const better = (one: Cell | undefined, other: Cell): Cell => (one && one.perSecond > other.perSecond ? one : other);

const HEAD = ['', 'requests/s', 'to the relay', 'CPU/request', 'to the relay', 'busy', 'p50', 'p99', 'peak RSS'];
const CALLS = ['calls of one request', 'calls/request under load'];

const rowOf = (name: SubjectName, cell: Cell, relay: Cell | undefined): string[] => [
  name,
  cell.perSecond.toFixed(cell.perSecond < 100 ? 1 : 0),
  relay ? (cell.perSecond / relay.perSecond).toFixed(3) : '',
  microseconds(cell.cpu),
  relay ? (cell.cpu / relay.cpu).toFixed(2) : '',
  `${Math.round(cell.busy * 100)} %`,
  `${cell.p50} ms`,
  `${cell.p99} ms`,
  megabytes(cell.peak),
  String(cell.alone),
  cell.calls.toFixed(2),
];

/** Gives Markdown. */
export const compare = (
  workload: Workload,
  { only, seconds, rounds, profile }: Options,
  say: (what: string) => void,
): Promise<string> => {
  const { connections, account, paths, isRepeated } = workload;
  const names = only.filter((name) => (name !== 'relay' || paths) && (name !== 'uncoalesced' || isRepeated));
  return withSubjects(account, names, async (upstream, subjects) => {
    const ids = await idsFrom(upstream);
    const tried = subjects.map((one) => ({ ...one, requests: requestsTo(one.name, workload, ids) }));
    const cells = new Map<SubjectName, Cell>();
    for (let round = 0; round < rounds; round++)
      for (const { name, subject, requests } of tried) {
        say(`${workload.id} ${name}, round ${round + 1}`);
        await loadOn(subject, requests, connections, round === 0 ? FIRST_WARM_UP : WARM_UP);
        const cell = await measure(subject, upstream, { requests, connections, seconds });
        cells.set(name, better(cells.get(name), cell));
      }
    const relay = cells.get('relay');
    const table = tableOf(
      [...HEAD, ...CALLS],
      [...cells].map(([name, cell]) => rowOf(name, cell, relay)),
    );
    const gateway = tried.find(({ name }) => name === 'gateway');
    if (!profile || !gateway) return table;
    const load = () => loadOn(gateway.subject, gateway.requests, connections, seconds);
    return `${table}\n\n${await profiled(gateway.subject, profile, load)}`;
  });
};
