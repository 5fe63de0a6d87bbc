/** What a start reads: `npm run build` leaves out what is never used, and libraries that few need are read when they are needed. */
import { expect, test } from 'vitest';
import { bundle } from '../scripts/bundle.ts';

test('a start reads neither the library of Redis, nor of metrics, nor the sandbox, nor languages of zod', async () => {
  const { outputs } = (await bundle('src/server/main.ts', '.tmp/test/bundle')).metafile;
  const read = new Set<string>();
  const readAll = (file: string): void => {
    if (read.has(file)) return;
    read.add(file);
    for (const { kind, path } of outputs[file]?.imports ?? []) if (kind === 'import-statement') readAll(path);
  };
  readAll('.tmp/test/bundle/main.js');
  const sources = [...read].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  expect(sources).toContain('src/server/main.ts');
  const unneeded = /@redis\/|prom-client|src\/sandbox\/(domains|server)|zod\/v4\/locales\/(?!en\.js)/;
  expect(sources.filter((source) => unneeded.test(source))).toEqual([]);
});
