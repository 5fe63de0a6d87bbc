/**
 * `npm run bench`: the gateway beside a bare relay and beside what one writes in an afternoon, over the same fake Zoom. Prints
 * tables. Fails when a request fails, or when the gateway does not do under the limits of the Pro plan what it should.
 *
 *     npm run bench -- W1 W2 --only=relay,gateway   some of it; what there is: W1 to W6, pro, start, and accounts
 *     npm run bench -- W1 --seconds=5 --rounds=3    longer
 *     npm run bench -- W1 --profile                 and what the gateway spends its time on; the whole profile is in .tmp
 *     npm run bench -- --write                      all of it, written into docs/performance.md
 *     npm run bench -- --ablation W1                what each piece of speed work is worth on W1; with --write, into its table, too
 *     npm run bench -- --beside=../before W1        the gateway of another folder, where `npm run bench` was run before
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ABLATED, ablation, beside, withTables } from './ablation.ts';
import { accounts } from './accounts.ts';
import { compare } from './compare.ts';
import { deep } from './deep.ts';
import { CORES, isPinned, SUBJECTS } from './processes.ts';
import { starts } from './start.ts';
import { walks } from './walk.ts';
import { WORKLOADS } from './workloads.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '2' },
    profile: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    ablation: { type: 'boolean', default: false },
    beside: { type: 'string' },
  },
});
const wanted = values.only?.split(',');
const only = SUBJECTS.filter((name) => wanted?.includes(name) ?? true);

interface Part {
  readonly id: string;
  readonly title: string;
  readonly run: () => Promise<string>;
}

/** What is going on, for who waits; the tables alone go to standard output. */
const say = (what: string) => process.stderr.write(`${what}\n`);

const PARTS: readonly Part[] = [
  ...WORKLOADS.map((workload, i) => ({
    id: workload.id,
    title: workload.name,
    run: () => {
      const profile = values.profile ? `${workload.id}-${i + 1}` : undefined;
      return compare(workload, { only, seconds: Number(values.seconds), rounds: Number(values.rounds), profile }, say);
    },
  })),
  {
    id: 'pro',
    title: 'W3 and W4 under the limits of the Pro plan',
    run: async () => {
      // Imported when it is needed, since it brings the whole schema with it.
      const { underProLimits } = await import('./pro.ts');
      const { table, isFine } = await underProLimits(only);
      if (!isFine) process.exitCode = 1;
      return table;
    },
  },
  { id: 'W5', title: 'a walk through 10,000 users', run: () => walks(only) },
  { id: 'W6', title: 'a thousand and ten thousand at once', run: () => deep(only, values.profile) },
  { id: 'start', title: 'Start', run: () => starts(say) },
];

/** What docs/capacity.md shows, and no run of all. */
const APART: readonly Part[] = [{ id: 'accounts', title: 'One process, many accounts', run: () => accounts(say) }];

const machine = () => {
  const cores = `${CORES} cores, Node ${process.versions.node.split('.')[0]}.`;
  const place = isPinned
    ? 'The subject has one core, the fake Zoom and the load share another.'
    : 'No core was kept for the subject.';
  return `${cores} ${place} Of ${values.rounds} rounds of ${values.seconds} s the one with the most requests/s counts.`;
};

const PAGE = 'docs/performance.md';
/** Writes what is to stand between two marks of the page. */
const write = (mark: string, textFor: (before: string) => string) => {
  const marked = new RegExp(`(<!-- ${mark} -->\\n)([\\s\\S]*)(\\n<!-- end of ${mark} -->)`);
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replace(
      marked,
      (_, begin, before, end) => `${begin}\n${textFor(before.trim())}\n${end}`,
    ),
  );
};

/** Throws where another workload than those of the ablation is named. */
const checkAblated = () => {
  const unknown = positionals.filter((id) => !ABLATED.includes(id));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there are ${ABLATED.join(', ')}.`);
};
const showBeside = async (folder: string) => {
  checkAblated();
  process.stdout.write(`${await beside(folder, positionals, say)}\n`);
};
const showAblation = async () => {
  checkAblated();
  const text = await ablation(positionals, say);
  process.stdout.write(`${text}\n`);
  if (values.write) write('ablation', (before) => withTables(before, text));
};

const main = async () => {
  if (values.ablation) return showAblation();
  if (values.beside !== undefined) return showBeside(values.beside);
  const ids = new Set([...PARTS, ...APART].map(({ id }) => id));
  const unknown = [
    ...positionals.filter((id) => !ids.has(id)),
    ...(wanted ?? []).filter((name) => !SUBJECTS.some((one) => one === name)),
  ];
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}; there are ${[...ids, ...SUBJECTS].join(', ')}.`);
  if (values.write && (positionals.length > 0 || wanted || values.profile))
    throw new Error('--write needs all of the tables, and no profile.');

  const shown: string[] = [];
  const show = (text: string) => {
    shown.push(text);
    process.stdout.write(`${text}\n\n`);
  };
  show(machine());
  const chosen = [...PARTS, ...APART].filter(({ id }) => positionals.includes(id));
  for (const { id, title, run } of positionals.length === 0 ? PARTS : chosen) {
    say(`${id}: ${title}`);
    const table = await run();
    show(`**${id.startsWith('W') ? `${id}: ` : ''}${title}**`);
    show(table);
  }
  if (values.write) write('tables', () => shown.join('\n\n'));
};

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
