import { mergeConfig } from 'vitest/config';
import unit from '../vitest.config.ts';

const browser = mergeConfig(unit, { test: { testTimeout: 60_000, hookTimeout: 60_000 } });
browser.test.include = ['test/e2e/**/*.e2e.ts'];
export default browser;
