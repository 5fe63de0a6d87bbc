import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { graphql: 'graphql/index.js' } }, // one copy: the schema's libraries load the CommonJS one
  test: { include: ['test/e2e/**/*.e2e.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
