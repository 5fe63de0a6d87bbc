/**
 * `npm run bench`: the gateway beside a bare relay and beside what one writes in an afternoon, over the same fake Zoom. Prints
 * tables. `-- W1 W2` runs these alone, `--only=relay,gateway` leaves subjects out, `--seconds=5` and `--rounds=3` take longer.
 */
import { parseArgs } from 'node:util';
import { type Cells, compare, type Options } from './compare.ts';
import { underProLimits } from './pro.ts';
import { isPinned, type SubjectName } from './processes.ts';
import { megabytes, tableOf } from './table.ts';
import { SUBJECTS, WORKLOADS } from './workloads.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: SUBJECTS.join() },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '2' },
  },
});
const options: Options = {
  only: values.only.split(',') as SubjectName[],
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
};
const isWanted = (id: string) => positionals.length === 0 || positionals.includes(id);

const HEAD = [
  '',
  'requests/s',
  'to the relay',
  'CPU/request',
  'to the relay',
  'busy',
  'p50',
  'p99',
  'peak RSS',
  'calls',
];

const rowsOf = (cells: Cells) =>
  SUBJECTS.flatMap((name) => {
    const cell = cells[name];
    if (!cell) return [];
    const { perSecond, cpu, busy, p50, p99, peak, calls } = cell;
    const to = (part: 'perSecond' | 'cpu') => (cells.relay ? (cell[part] / cells.relay[part]).toFixed(2) : '');
    return [
      [
        name,
        perSecond.toFixed(perSecond < 100 ? 1 : 0),
        to('perSecond'),
        `${Math.round(cpu)} µs`,
        to('cpu'),
        `${Math.round(busy * 100)} %`,
        `${p50} ms`,
        `${p99} ms`,
        megabytes(peak),
        calls.toFixed(2),
      ],
    ];
  });

const say = (text: string) => process.stdout.write(`${text}\n`);

say(isPinned ? 'Each subject has a core of its own.\n' : 'No core could be kept for the subjects.\n');
for (const workload of WORKLOADS.filter(({ id }) => isWanted(id))) {
  say(`**${workload.id}: ${workload.name}**\n`);
  say(`${tableOf(HEAD, rowsOf(await compare(workload, options)))}\n`);
}
if (isWanted('pro')) process.exitCode = (await underProLimits()) ? 0 : 1;
