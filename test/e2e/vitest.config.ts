import { defineConfig } from 'vitest/config';
import unit from '../vitest.config.ts';

const { root, resolve } = unit;
export default defineConfig({
  root,
  resolve,
  test: { include: ['test/e2e/**/*.e2e.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
