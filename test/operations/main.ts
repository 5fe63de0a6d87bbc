/**
 * `npm run coverage` drives the whole graph, prints each domain's count and writes docs/coverage.md. It fails where a domain
 * falls short, where an `@rest` names an operation that no file has, where a call of API v1 has no document, and where a name
 * comes from no source; `npm test` holds the same (exerciser.test.ts, coverage.test.ts). The page alone, without driving, is written by `npm run generate -- coverage`.
 */
import { writeFileSync } from 'node:fs';
import { countsBySource, sourced } from '../agree/sources.ts';
import { places, startExerciser } from '../exerciser/exerciser.ts';
import { beside, type Count, countsOf, faultsIn, operations, rests } from './coverage.ts';
import { counted, coveragePage, moreFaults } from './names.ts';

const file = new URL('../../docs/coverage.md', import.meta.url);

/** Drives every place; what does not work is printed, and its operations count as not driven. */
const cover = async (): Promise<readonly string[]> => {
  const exerciser = await startExerciser();
  const driven = new Set<string>();
  try {
    for (const place of places) {
      const report = await exerciser.drive(place);
      for (const operation of report.driven) driven.add(operation);
      for (const problem of report.problems) console.log(`${report.coordinate}: ${problem}`);
    }
  } finally {
    await exerciser.close();
  }
  writeFileSync(file, coveragePage());
  tell(countsOf(operations, rests, driven), '');
  tell(countsOf(beside, rests, driven), ' beside them');
  console.table(Object.fromEntries(countsBySource(sourced).map(({ source, ...count }) => [source, count])));
  for (const line of counted()) console.log(line);
  return [...faultsIn(driven), ...moreFaults()];
};

const tell = (counts: readonly Count[], where: string): void => {
  console.table(Object.fromEntries(counts.map(({ domain, ...count }) => [domain, count])));
  const total = (of: (count: Count) => number) => counts.reduce((sum, count) => sum + of(count), 0);
  const [all, declared, done] = [
    total((one) => one.all),
    total((one) => one.declared),
    total((one) => one.driven ?? 0),
  ];
  console.log(`${declared} of ${all} operations${where} stand in the graph, ${done} are driven.`);
};

const faults = await cover();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
