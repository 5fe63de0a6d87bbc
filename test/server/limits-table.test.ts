import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keptTable, limitsTable } from '../../src/server/limits-table.ts';

test('docs/limits.md tells the bounds that the code has', () => {
  const page = readFileSync('docs/limits.md', 'utf8');
  expect(page).toContain(limitsTable());
  expect(page).toContain(keptTable());
});
