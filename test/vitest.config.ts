import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { YOGAS_WAY } from './way.ts';

/** Those that declare endpoints of their own, which the other tests would take for Zoom's: a worker runs them when it has run those. */
const DECLARING = [
  /^test\/(machinery|zoom)\//,
  /^test\/hostile\/(caches|values)\./,
  /^test\/server\/(changes|operation-plan)\./,
  /^test\/(create-schema|endpoints|domains\/transcripts)\./,
];

/** Those that mock a module, or declare endpoints and look at all that are declared: each has a graph to itself. */
const ALONE = [
  'test/sandbox/contract.test.ts',
  'test/hostile/cursors.test.ts',
  'test/server/garbage.test.ts',
  'test/zoom/remote-budget.test.ts',
];

/** Those that fill a machine with processes and ask what comes of it: nothing else runs beside them. */
const UNDER_LOAD = ['test/replicas/*.test.ts'];

/**
 * The tests about requests and answers: they run a second time through Yoga's HTTP layer. What becomes of a request behind that layer is
 * the same code both ways, and ways.test.ts compares what both make of some hundred requests, byte for byte.
 */
const OVER_HTTP = [
  'test/{bad-input,error-codes,messages}.test.ts',
  'test/server/{documents,errors,failures,gateway,hidden,http,over-http,persisted,request-extensions,request-id,subscriptions,unchanged,uploads}.test.ts',
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const isDeclaring = ({ moduleId, project }: TestSpecification): boolean =>
  project.name === 'direct' && DECLARING.some((one) => one.test(relative(ROOT, moduleId)));

/** Workers take files from one queue, in this order. */
class DeclaringLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const direct = sorted.filter(({ project }) => project.name === 'direct');
    return [
      ...direct.filter((one) => !isDeclaring(one)),
      ...direct.filter(isDeclaring),
      ...sorted.filter(({ project }) => project.name !== 'direct'),
    ];
  }
}

export default defineConfig({
  root: ROOT,
  // Some dependencies load graphql as CommonJS; without this there would be two copies of it, which refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }] },
  test: {
    // Guards against what hangs, not against what is slow on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself, Vitest leaves a core idle; and of the tests that look at processes, Redis and clocks, many wait.
    maxWorkers: availableParallelism() + 1,
    // Modules come as Node gives them: what Vitest puts before CommonJS otherwise is asked at each use of a name of graphql.
    deps: { interopDefault: false },
    // To load the graph takes longer than most tests: where files need not be alone, a worker loads it once for all of them.
    isolate: false,
    sequence: { sequencer: DeclaringLast },
    // What has not changed since the last run is not transformed again, by each project anew.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.tmp/vitest' },
    projects: [
      {
        extends: true,
        test: { name: 'direct', include: ['test/**/*.test.ts'], exclude: [...ALONE, ...UNDER_LOAD] },
      },
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
      { extends: true, test: { name: 'under-load', include: UNDER_LOAD, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'yoga', include: OVER_HTTP, env: YOGAS_WAY } },
    ],
  },
});
