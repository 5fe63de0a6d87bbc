import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limitsTable } from '../../src/server/limits-table.ts';

test('docs/limits.md tells the bounds that the code has', () => {
  expect(readFileSync('docs/limits.md', 'utf8')).toContain(limitsTable());
});
