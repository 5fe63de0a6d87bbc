/** The gateway as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { bundle } from '../../scripts/bundle.ts';

/** Where each module has been bundled: a bundle starts in a third of the time. */
const bundles = new Map<string, Promise<string>>();
const bundled = async (module: string) => {
  const folder = `.tmp/test/${process.env.VITEST_POOL_ID}/${basename(module, '.ts')}`;
  await bundle(module, folder);
  return `${folder}/${basename(module, '.ts')}.js`;
};
const fileOf = (module: string) => {
  const file = bundles.get(module) ?? bundled(module);
  bundles.set(module, file);
  return file;
};

/** Starts it on a free port; `said` grows with what it prints. `main` may be another module than the gateway's own, or a file of JavaScript. */
export const spawnMain = async (env: Record<string, string>, main = 'src/server/main.ts') => {
  const file = main.endsWith('.ts') ? await fileOf(main) : main;
  const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, PORT: '0', ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  return { child, said, exited: once(child, 'exit') };
};
