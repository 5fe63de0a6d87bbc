/** What a subject spends its time on while it works: a .cpuprofile for the tools, and its heads as tables. */
import { mkdirSync, readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { resolve } from 'node:path';
import type { Process } from './processes.ts';
import { tableOf } from './table.ts';

const FOLDER = '.tmp';
const MOST = 10;

/** Profiles `work` alone, without the start of the process. Gives Markdown. */
export const profiled = async (subject: Process, name: string, work: () => Promise<unknown>): Promise<string> => {
  mkdirSync(FOLDER, { recursive: true });
  const file = resolve(FOLDER, `${name}.cpuprofile`);
  await subject.ask('profile');
  await work();
  await subject.ask('profiled', file);
  return `${FOLDER}/${name}.cpuprofile\n\n${tablesOf(JSON.parse(readFileSync(file, 'utf8')))}`;
};

type Frame = Profiler.ProfileNode['callFrame'];

const tablesOf = (profile: Profiler.Profile): string => {
  const self = selfTimes(profile);
  const shares = (what: string, of: (frame: Frame) => string) => tableOf([what, 'self time'], sharesOf(self, of));
  return [
    shares('function', (frame) => {
      const { functionName, lineNumber } = frame;
      return `${functionName || '(anonymous)'} ${frame.url && `${placeOf(frame)}:${lineNumber + 1}`}`;
    }),
    shares('file', placeOf),
    shares('package', packageOf),
  ].join('\n\n');
};

/** Neither is work: waiting, and the profiler's own start. */
const IDLE = ['(idle)', 'dispatch'];

/** Microseconds in which each function itself was seen at work. */
const selfTimes = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): [Frame, number][] => {
  const times = new Map<number, number>();
  samples.forEach((id, i) => {
    times.set(id, (times.get(id) ?? 0) + (timeDeltas[i] ?? 0));
  });
  return nodes.flatMap(({ id, callFrame }) =>
    callFrame.url === '' && IDLE.includes(callFrame.functionName) ? [] : [[callFrame, times.get(id) ?? 0]],
  );
};

const sharesOf = (self: readonly [Frame, number][], nameOf: (frame: Frame) => string): string[][] => {
  const sums = new Map<string, number>();
  let all = 0;
  for (const [frame, time] of self) {
    const name = nameOf(frame);
    sums.set(name, (sums.get(name) ?? 0) + time);
    all += time;
  }
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([name, time]) => [name, `${((time / all) * 100).toFixed(1)} %`]);
};

/** "resolvers/store.js", "dataloader/index.js", "node:net"; what the engine itself does has no file. */
const placeOf = ({ url, functionName }: Frame): string =>
  url === '' ? functionName : url.replace(/^.*\/(?:node_modules|\.tmp\/bench)\//, '');

const packageOf = (frame: Frame): string => {
  const place = placeOf(frame);
  if (frame.url === '') return place.startsWith('(') ? place : '(native)';
  if (!frame.url.includes('/node_modules/')) return frame.url.startsWith('node:') ? 'node' : place.replace(/\/.*/, '');
  return /^(@[^/]+\/)?[^/]+/.exec(place)?.[0] ?? place;
};
