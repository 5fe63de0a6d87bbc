import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { YOGAS_WAY } from './way.ts';

/**
 * The tests that ask the gateway over GraphQL: they run a second time through Yoga's HTTP layer. Left out are those that send it
 * nothing (the client, the sandbox, the settings), those that start it as a process, ways.test.ts, which goes both ways itself,
 * and two that are long and about Zoom alone, the exerciser and the refusals.
 */
const ASKING = [
  'test/{bad-input,calls,lists,nodes,price,rate-limit,readme,sub-accounts,trace}.test.ts',
  'test/machinery/shared-cache.test.ts',
  'test/server/{documents,errors,failures,gateway,hidden,http,over-http,request-extensions,request-id,unchanged,uploads}.test.ts',
];
/**
 * Those of them that are about one domain each. To load the graph takes longer than most of these tests, so that the files of a
 * process load it once: they mock nothing, and spy on nothing that they share.
 */
const DOMAINS = ['test/domains/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Some dependencies load graphql as CommonJS; without this there would be two copies of it, which refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }] },
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'direct', include: ['test/**/*.test.ts'], exclude: DOMAINS } },
      { extends: true, test: { name: 'yoga', include: ASKING, env: YOGAS_WAY } },
      { extends: true, test: { name: 'domains', include: DOMAINS, isolate: false } },
      { extends: true, test: { name: 'domains-yoga', include: DOMAINS, isolate: false, env: YOGAS_WAY } },
    ],
  },
});
