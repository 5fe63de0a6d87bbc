import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { YOGAS_WAY } from './way.ts';

/**
 * The tests that ask the gateway over GraphQL: they run a second time through Yoga's HTTP layer. Left out are those that send it
 * nothing (the client, the sandbox, the settings), those that start it as a process, ways.test.ts, which goes both ways itself,
 * and two that are long and about Zoom alone, the exerciser and the refusals.
 */
const ASKING = [
  'test/{accounts,accounts-admin,account-settings,bad-input,billing,calls,groups,information-barriers,lists,meetings,nodes}.test.ts',
  'test/{past-meetings,polls,price,rate-limit,readme,recordings,registrants,roles,sub-accounts,surveys,trace,tracking-fields,users}.test.ts',
  'test/{dashboards,phone}/*.test.ts',
  'test/machinery/warm.test.ts',
  'test/server/{documents,errors,failures,gateway,hidden,http,over-http,request-id,unchanged,uploads,wishes}.test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Some dependencies load graphql as CommonJS; without this there would be two copies of it, which refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }] },
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'direct', include: ['test/**/*.test.ts'] } },
      { extends: true, test: { name: 'yoga', include: ASKING, env: YOGAS_WAY } },
    ],
  },
});
