/** All that holds for the budget of one process holds for one whose counts are kept by another. */
import { vi } from 'vitest';

vi.mock(import('../../src/zoom/rate-limit/budget.ts'), async (original) => {
  const budget = await original();
  const { sharedCounts } = await import('../shared-counts.ts');
  type Given = ConstructorParameters<typeof budget.Budget>;
  class Budget extends budget.Budget {
    constructor(...[plan, share, rateLimitStore = sharedCounts().join()('key')]: Given) {
      super(plan, share, rateLimitStore);
    }
  }
  return { ...budget, Budget };
});

await import('./budget.test.ts');
