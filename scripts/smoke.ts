/**
 * `npm run smoke`: the gateway as it was built, on each version of Node that people run (`.ci/nodes`). It starts, answers ten queries, is ready,
 * shows its metrics, and ends when it is told to; and the tests of the machinery pass.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { examples } from '../src/server/examples.ts';

const NODES = '.ci/nodes/node_modules';
const QUERIES = 10;

/** Examples in their order, then those for administrators that have no variables. */
const queries = (): { name: string; query: string; variables?: object }[] => {
  const admin = readdirSync('examples/admin')
    .sort()
    .map((name) => ({ name, query: readFileSync(`examples/admin/${name}`, 'utf8') }))
    .filter(({ query }) => !query.includes('$'));
  return [...examples(), ...admin].slice(0, QUERIES);
};

/** How `npm start` runs it. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
const [, ...START] = scripts.start.split(' ');

const expected = (isSo: boolean, what: string) => {
  if (!isSo) throw new Error(what);
};

/** Runs a process to its end; throws with what it printed, where it fails. */
const run = async (command: string, args: readonly string[]): Promise<void> => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const [code] = await once(child, 'close');
  expected(code === 0, `${args[0]} ended with ${code}:\n${said}`);
};

/** Starts the gateway over its sandbox, asks it, and stops it. */
const serve = async (node: string): Promise<void> => {
  const env = { PATH: process.env.PATH, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'warn' };
  const child = spawn(node, START, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  const exited = once(child, 'exit');
  try {
    await Promise.race([once(child.stdout, 'data'), exited]);
    const [url = ''] = /http:\S+graphql/.exec(said.out) ?? [];
    const [metrics = ''] = /http:\S+metrics/.exec(said.out) ?? [];
    expected(url !== '' && metrics !== '', `It did not start:\n${said.out}${said.err}`);
    for (const { name, query, variables } of queries()) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
      expected(Boolean(data) && !errors, `${name}: ${JSON.stringify(errors)}`);
    }
    expected((await fetch(new URL('/readyz', url))).status === 200, 'It is not ready.');
    const text = await (await fetch(metrics)).text();
    expected(text.includes('zoom_gateway_rest_calls_total{'), 'Its metrics count no calls.');
  } finally {
    child.kill('SIGTERM');
  }
  const [code] = await exited;
  expected(code === 0 && said.err === '', `It ended with ${code}:\n${said.err}`);
};

const MACHINERY = ['--config', 'test/vitest.config.ts', '--project', 'direct', 'test/machinery'];
for (const name of readdirSync(NODES).filter((one) => !one.startsWith('.'))) {
  const node = `${NODES}/${name}/bin/node`;
  if (!existsSync(node)) throw new Error(`${node} is not there.`);
  const since = Date.now();
  await serve(node);
  await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...MACHINERY]);
  console.log(
    `${name}: ${QUERIES} queries, and the tests of the machinery, in ${Math.round((Date.now() - since) / 1000)} s`,
  );
}
