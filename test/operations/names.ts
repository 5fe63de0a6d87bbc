/** What is counted besides operations: the calls of API v1 that have a document, and where the names come from that are sent and read. */
import { v1Coverage } from '../../scripts/v1-table.ts';
import { nameless, sdkOperations } from '../agree/sdk.ts';
import { countsBySource, type SourceCount, sourced } from '../agree/sources.ts';
import { beside, namesOf, operations, pageOf, rests } from './coverage.ts';

/** The lines that `npm run coverage` prints of them, and docs/coverage.md has. */
export const counted = (): readonly string[] => {
  const { all, missing } = v1Coverage();
  return [`Of API v1, ${all - missing.length} of ${all} calls have a document.`, namesLine(countsBySource(sourced))];
};
const namesLine = (counts: readonly SourceCount[]): string => {
  const inSdk = new Set(sdkOperations.map(({ name }) => name));
  const everything = [...operations, ...beside];
  const shared = everything.filter((one) => namesOf(one).some((name) => inSdk.has(nameless(name))));
  const told = counts.reduce((sum, { here, elsewhere }) => sum + here + elsewhere, 0);
  const agreed = counts.find(({ source }) => source === 'SDK')?.here ?? 0;
  return [
    `Of ${sourced.length} names in queries, bodies and answers, ${agreed} agree with Zoom’s SDK, which has ${shared.length} of the`,
    `${everything.length} operations; ${told - agreed} come from other documents, or from another place of the SDK; ${sourced.length - told} have no source.`,
  ].join(' ');
};

/** What is wrong with them, as sentences. */
export const moreFaults = (): readonly string[] => [
  ...v1Coverage().missing.map((call) => `POST /v1/${call} has no document.`),
  ...sourced
    .filter(({ from }) => !from)
    .map(({ operation, part, leaf }) => `${operation}: ${leaf} of its ${part} comes from no source.`),
];

/** The names by source, those of an operation's own document and those that stand at another place of it. */
const sourceTable = (): readonly string[] => [
  '| source of names | of the operation | of another place |',
  '| --- | --- | --- |',
  ...countsBySource(sourced).map(({ source, here, elsewhere }) => `| ${source} | ${here} | ${elsewhere} |`),
];

/** docs/coverage.md */
export const coveragePage = (): string =>
  pageOf(operations, rests, beside, [...counted().flatMap((line) => ['', line]), '', ...sourceTable()]);
