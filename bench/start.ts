/** What it takes to start, of the gateway and of a plain server with a graph as big. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSchema, isEnumType, isInputObjectType, isIntrospectionType, isObjectType } from 'graphql';
import type { Size } from './plain.ts';
import { FLAGS, on } from './processes.ts';
import { megabytes, seconds, tableOf } from './table.ts';

/** Odd, so that there is one in the middle. */
const ROUNDS = 7;
/** A process that has fallen quiet gives memory back. */
const IDLE_MS = 10_000;
/** Nobody listens there, and nobody is asked before the first request. */
const NOWHERE = 'http://127.0.0.1:9';

interface Start {
  /** Seconds from the start of the process to its first answer. */
  readonly time: number;
  /** Seconds of CPU until then. */
  readonly cpu: number;
  /** Bytes, after ten seconds in which nothing happened. */
  readonly rss: number;
}
interface Starter {
  readonly name: string;
  readonly file: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const startOnce = async ({ file, flags, env }: Starter): Promise<Start> => {
  const [command = '', ...args] = on(0, [process.execPath, ...flags, '--import', pathOf('./usage.js'), pathOf(file)]);
  const began = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    const usage = async () => {
      child.send('usage');
      const [used] = await once(child, 'message');
      return used as { cpu: number; rss: number };
    };
    await answered(await urlFrom(child.stdout));
    const time = (performance.now() - began) / 1000;
    const { cpu } = await usage();
    await sleep(IDLE_MS);
    return { time, cpu: cpu / 1000, rss: (await usage()).rss };
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
};

/** Where the process says that its graph is. What it says later is read too, so that it may go on. */
const urlFrom = (output: Readable | null) =>
  new Promise<string>((resolve, reject) => {
    let said = '';
    output?.on('data', (text: Buffer) => {
      said += text;
      const [url] = /http:\S+(?=\n)/.exec(said) ?? [];
      if (url) resolve(url);
    });
    output?.on('end', () => reject(new Error(`The process ended before it listened: ${said}`)));
  });
const answered = async (url: string) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: '{ __typename }' }) });
  const text = await answer.text();
  if (!text.includes('"__typename":"Query"')) throw new Error(`The first answer was ${text}`);
};

/** The size of the gateway's own graph, as it is printed. */
const sizeOfGraph = (): Size => {
  const types = Object.values(buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getTypeMap()).filter(
    (type) => !isIntrospectionType(type),
  );
  const fields = types.filter(isObjectType).map((type) => Object.values(type.getFields()));
  return {
    objects: fields.map(({ length }) => length),
    inputs: types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length),
    enums: types.filter(isEnumType).map((type) => type.getValues().length),
    args: fields.flat().flatMap(({ args }) => args).length,
  };
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Both start by turns, since others may use the machine too; the middle one of each counts. Gives Markdown. */
export const starts = async (say: (what: string) => void): Promise<string> => {
  const size = sizeOfGraph();
  const starters: readonly Starter[] = [
    { name: 'plain', file: './grown.js', flags: [], env: { SIZE: JSON.stringify(size) } },
    {
      name: 'gateway',
      file: '../../../dist/main.js',
      flags: FLAGS,
      env: {
        PORT: '0',
        ZOOM_ACCOUNT_ID: 'account',
        ZOOM_CLIENT_ID: 'client',
        ZOOM_CLIENT_SECRET: 'secret',
        ZOOM_API_URL: NOWHERE,
        ZOOM_OAUTH_URL: NOWHERE,
      },
    },
  ];
  const all = starters.map((starter) => ({ ...starter, starts: [] as Start[] }));
  for (let round = 1; round <= ROUNDS; round++)
    for (const starter of all) {
      say(`start: ${starter.name}, ${round} of ${ROUNDS}`);
      starter.starts.push(await startOnce(starter));
    }
  const middle = all.map(({ name, starts }) => ({
    name,
    time: median(starts.map(({ time }) => time)),
    cpu: median(starts.map(({ cpu }) => cpu)),
    rss: median(starts.map(({ rss }) => rss)),
  }));
  const [plain] = middle;
  const ratio = (part: number, whole: number) => (part / whole).toFixed(2);
  return `A graph of ${size.objects.length} objects with ${sum(size.objects)} fields, ${size.inputs.length} inputs with ${sum(size.inputs)}, and ${size.enums.length} enums with ${sum(size.enums)} values.

${tableOf(
  ['', 'to the first answer', 'to plain', 'CPU until then', 'to plain', 'RSS when idle'],
  middle.map(({ name, time, cpu, rss }) => [
    name,
    seconds(time),
    ratio(time, plain?.time ?? 0),
    seconds(cpu),
    ratio(cpu, plain?.cpu ?? 0),
    megabytes(rss),
  ]),
)}`;
};
