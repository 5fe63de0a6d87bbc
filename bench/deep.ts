/** W6: queries for a thousand and ten thousand things, one at a time: what they cost, and how long nothing else can run. */
import { type Answer, callsTo, type Operation, post, postWhole } from './ask.ts';
import { type Account, graphsOf, type Process, type SubjectName, withSubjects } from './processes.ts';
import { profiled } from './profile.ts';
import { megabytes, microseconds, seconds, tableOf } from './table.ts';

interface Case {
  readonly name: string;
  readonly queries: Readonly<Partial<Record<SubjectName, string>>>;
}

const NESTED = `{ users(first: 1000) { nodes { id displayName
  meetings(first: 5) { nodes { topic startTime host { email displayName } } }
} } }`;
export const CASES: readonly Case[] = [
  { name: '1,000 users x 5 meetings x host', queries: { baseline: NESTED, gateway: NESTED } },
  {
    name: '10,000 users',
    queries: {
      baseline: '{ users(first: 10000) { nodes { id email displayName } } }',
      gateway: '{ users(first: 10000) { edges { cursor node { id email displayName } } } }',
    },
  },
];

export const account: Account = { users: 10_000, meetings: 10 };
const WARM_UP = 3;
const TIMES = 5;

export const measureDeep = async (subject: Process, upstream: Process, operation: Operation) => {
  for (let i = 0; i < WARM_UP; i++) await postWhole(subject, operation);
  await callsTo(upstream);
  await subject.ask('watch');
  const before = await subject.ask('usage');
  const since = performance.now();
  const answers: Answer<unknown>[] = [];
  for (let i = 0; i < TIMES; i++) answers.push(await post(subject, operation));
  const took = (performance.now() - since) / 1000;
  const { cpu, peak } = await subject.ask('usage');
  const block = await subject.ask('block');
  if (answers.some(({ errors }) => errors)) throw new Error('An answer is not whole.');
  return { took: took / TIMES, cpu: (cpu - before.cpu) / TIMES, block, peak, calls: (await callsTo(upstream)) / TIMES };
};

const HEAD = ['', '', 'time', 'CPU', 'longest block of the event loop', 'calls', 'peak RSS'];

/** Gives Markdown. */
export const deep = async (only: readonly SubjectName[], wantsProfile: boolean): Promise<string> => {
  const names = graphsOf(only);
  const rows: string[][] = [];
  const profiles: string[] = [];
  // Each case has processes of its own, so that the peak is that of the case.
  for (const [i, { name, queries }] of CASES.entries())
    await withSubjects(account, names, async (upstream, subjects) => {
      for (const { name: who, subject } of subjects) {
        const operation = { query: queries[who] ?? '' };
        const { took, cpu, block, peak, calls } = await measureDeep(subject, upstream, operation);
        rows.push([
          name,
          who,
          seconds(took),
          microseconds(cpu),
          `${block.toFixed(0)} ms`,
          String(calls),
          megabytes(peak),
        ]);
        if (wantsProfile && who === 'gateway')
          profiles.push(
            await profiled(subject, `W6-${i + 1}`, async () => {
              for (let n = 0; n < TIMES; n++) await postWhole(subject, operation);
            }),
          );
      }
    });
  return [tableOf(HEAD, rows), ...profiles].join('\n\n');
};
