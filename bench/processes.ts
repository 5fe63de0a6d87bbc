/** Starts the processes of the bench, each on one core where the machine lets us, and asks them what they have used. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Optimization } from '../src/engine/optimizations.ts';
import type { Question, Questions } from './subject.ts';

export type SubjectName = 'relay' | 'baseline' | 'gateway' | 'uncoalesced';
/** All that may be named. The last is the gateway too, and shares nothing between requests that are under way at once. */
export const SUBJECTS: readonly SubjectName[] = ['relay', 'baseline', 'gateway', 'uncoalesced'];
/** Those that answer GraphQL, once each. */
export type GraphName = 'baseline' | 'gateway';
export const graphsOf = (names: readonly SubjectName[]): GraphName[] =>
  names.filter((name) => name === 'baseline' || name === 'gateway');
type Env = Readonly<Record<string, string>>;

export interface Process {
  /** "http://127.0.0.1:40123". */
  readonly origin: string;
  /** What others need to know to use it. */
  readonly env: Env;
  ask<Q extends Question>(question: Q, ...args: Parameters<Questions[Q]>): Promise<Awaited<ReturnType<Questions[Q]>>>;
  stop(): Promise<void>;
}

export const CORES = availableParallelism();
/** Whether the subject has a core of its own, and the load and the fake Zoom the other. */
export const isPinned = CORES >= 2 && spawnSync('taskset', ['-acp', '1', String(process.pid)]).status === 0;
export const on = (core: 0 | 1, command: readonly string[]) =>
  isPinned ? ['taskset', '-c', String(core), ...command] : command;

const GRACE_MS = 3000;
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** How much of what a process complains of is shown when it ends. */
const LAST_WORDS = 2000;

const start = async (file: string, core: 0 | 1, env: Env, flags: readonly string[] = []): Promise<Process> => {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const [command = '', ...args] = on(core, [process.execPath, ...flags, path]);
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  running.add(child);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS);
  });
  const ended = once(child, 'exit').then(() => running.delete(child));
  const told = async () => {
    const gone = ended.then(() => Promise.reject(new Error(`${file} ended: ${said}`)));
    const [message] = await Promise.race([once(child, 'message'), gone]);
    return message;
  };
  const { ready } = await told();
  return {
    env: {},
    ...ready,
    ask: async (question, ...args) => {
      child.send({ question, args });
      return (await told()).answer;
    },
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      if (child.connected) child.disconnect();
      await ended;
      clearTimeout(timer);
    },
  };
};

/** The flags of `npm start` in a folder. */
const flagsIn = (folder: string): string[] =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'));
/** The gateway runs with those of the folder from which the bench is run. */
export const FLAGS = flagsIn('.');

/** The gateway without a piece of its speed work, or with all of them. */
export const startWithout = (piece: Optimization | undefined, env: Env): Promise<Process> =>
  start('./gateway.js', 0, { ...env, ...ROOM, ...(piece && { OPTIMIZATIONS_OFF: piece }) }, FLAGS);

/** The gateway of another folder, such as one of an earlier commit, whose bench was built there. */
export const startIn = (folder: string, env: Env): Promise<Process> =>
  start(pathToFileURL(join(folder, '.tmp/bench/bench/gateway.js')).href, 0, { ...env, ...ROOM }, flagsIn(folder));

export const startSubject = (name: SubjectName, env: Env): Promise<Process> => {
  if (name === 'uncoalesced') return start('./gateway.js', 0, { ...env, COALESCE: 'off' }, FLAGS);
  return start(`./${name}.js`, 0, env, name === 'gateway' ? FLAGS : []);
};

/** The size of the account that the fake Zoom shows. */
export interface Account {
  readonly users: number;
  readonly meetings: number;
  /** No answer is like the one before. */
  readonly changes?: true;
  /** Topics and agendas are Japanese. */
  readonly japanese?: true;
  /** Each token is one of an account of its own. */
  readonly accounts?: true;
}
export const startUpstream = ({ users, meetings, changes, japanese, accounts }: Account): Promise<Process> =>
  start('./upstream.js', 1, {
    USERS: String(users),
    MEETINGS: String(meetings),
    ...(changes && { CHANGES: '1' }),
    ...(japanese && { JAPANESE: '1' }),
    ...(accounts && { ACCOUNTS: '1' }),
  });

/** The load and the fake Zoom have one core: a call may wait so long before it is counted. */
const COUNTED_WITHIN_MS = '500';
/** The gateway as many callers use it, each with a token of Zoom's: within the limits of each one's account. */
export const startForCallers = ({ env: { ZOOM_API_URL = '', ZOOM_OAUTH_URL = '' } }: Process): Promise<Process> =>
  start(
    './gateway.js',
    0,
    {
      ...{ AUTH: 'caller', ZOOM_PLAN: 'business', LIMITED: 'on', ZOOM_COUNTED_WITHIN_MS: COUNTED_WITHIN_MS },
      ...{ ZOOM_API_URL, ZOOM_OAUTH_URL },
    },
    FLAGS,
  );

export const stopAll = (processes: readonly Process[]) => Promise.all(processes.map((process) => process.stop()));

/** What no workload shall run into. */
const ROOM: Env = { MAX_FIRST: '10000', MAX_CALLS_PER_REQUEST: '100000', REQUEST_TIMEOUT_MS: '60000' };

/** Runs `work` over a fake Zoom and the subjects in front of it, and ends them all, also when it fails. */
export const withSubjects = async <T>(
  account: Account,
  names: readonly SubjectName[],
  work: (upstream: Process, subjects: readonly { name: SubjectName; subject: Process }[]) => Promise<T>,
): Promise<T> => {
  const upstream = await startUpstream(account);
  const subjects: { name: SubjectName; subject: Process }[] = [];
  try {
    for (const name of names) subjects.push({ name, subject: await startSubject(name, { ...upstream.env, ...ROOM }) });
    return await work(upstream, subjects);
  } finally {
    await stopAll([upstream, ...subjects.map(({ subject }) => subject)]);
  }
};
