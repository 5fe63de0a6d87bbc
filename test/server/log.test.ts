/** The log itself; what is in its lines the tests of those say who write them. */
import { afterEach, expect, test, vi } from 'vitest';
import { createLog } from '../../src/server/log.ts';

afterEach(() => vi.useRealTimers());

test('a log that says nothing has nothing to write every now and then', () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  createLog('silent');
  expect(vi.getTimerCount()).toBe(0);
});
