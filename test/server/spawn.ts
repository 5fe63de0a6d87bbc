/** The gateway, and scripts, as processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { onTestFinished } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';

/** Where each module has been bundled: a bundle starts in a third of the time. */
const bundles = new Map<string, Promise<string>>();
const bundled = async (module: string) => {
  const folder = `.tmp/test/${process.env.VITEST_POOL_ID}/${basename(module, '.ts')}`;
  await bundle(module, folder);
  return `${folder}/${basename(module, '.ts')}.js`;
};
/** A module as a file that Node runs. */
export const fileOf = (module: string): Promise<string> => {
  const file = bundles.get(module) ?? bundled(module);
  bundles.set(module, file);
  return file;
};

/** No test leaves one behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts it on a free port; `said` grows with what it prints. `main` may be another module than the gateway's own, or a file of JavaScript.
 * Whoever starts it ends it; `spawnMain` does so by itself.
 */
export const startMain = async (env: Record<string, string>, main = 'src/server/main.ts') => {
  const file = main.endsWith('.ts') ? await fileOf(main) : main;
  const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, PORT: '0', ...env } });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  return { child, said, exited: once(child, 'exit') };
};

/** The same for one test, with which it ends at the latest. */
export const spawnMain: typeof startMain = async (env, main) => {
  const spawned = await startMain(env, main);
  onTestFinished(async () => {
    spawned.child.kill('SIGKILL');
    await spawned.exited;
  });
  return spawned;
};
