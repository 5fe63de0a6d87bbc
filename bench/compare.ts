/** Runs a workload on each subject in turn, round by round, so that a drift of the machine favours none of them. */
import { type Cell, loadOn, measure, type Request } from './load.ts';
import { type Process, type SubjectName, startSubject, startUpstream } from './processes.ts';
import { SUBJECTS, type Workload } from './workloads.ts';
import { type Ids, idsFrom } from './zoom.ts';

export interface Options {
  readonly only: readonly SubjectName[];
  readonly seconds: number;
  readonly rounds: number;
}
export type Cells = Partial<Record<SubjectName, Cell>>;

const FIRST_WARM_UP = 3;
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

/** The round in which a subject answered the most counts; others had less of the machine. */
const better = (one: Cell | undefined, other: Cell): Cell => (one && one.perSecond > other.perSecond ? one : other);

export const compare = async (workload: Workload, { only, seconds, rounds }: Options): Promise<Cells> => {
  const { connections } = workload;
  const names = SUBJECTS.filter((name) => only.includes(name) && (name !== 'relay' || workload.paths));
  const processes: Process[] = [];
  const kept = <T extends Process>(process: T) => {
    processes.push(process);
    return process;
  };
  try {
    const upstream = kept(await startUpstream(workload.account));
    const ids = await idsFrom(upstream);
    const subjects: { name: SubjectName; subject: Process; requests: readonly Request[] }[] = [];
    for (const name of names) {
      const subject = kept(await startSubject(name, upstream.env));
      subjects.push({ name, subject, requests: requestsTo(name, workload, ids) });
    }
    const cells: Cells = {};
    for (let round = 0; round < rounds; round++)
      for (const { name, subject, requests } of subjects) {
        await loadOn(subject, requests, connections, round === 0 ? FIRST_WARM_UP : WARM_UP);
        cells[name] = better(cells[name], await measure(subject, upstream, requests, connections, seconds));
      }
    return cells;
  } finally {
    await Promise.all(processes.map((process) => process.stop()));
  }
};
