/** Which of Zoom's codes become which of the gateway's: what Zoom documents of its refusals, each of which a test holds to its code. */
import { ERROR_CODES } from '../src/server/error-codes.ts';
import { type DocumentedRefusal, documentedRefusals } from '../test/operations/refusals.ts';

/** The codes of some refusals, those of most operations first. */
const codesOf = (refusals: readonly DocumentedRefusal[]): string => {
  const counts = new Map<number, number>();
  for (const { code } of refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a - b)
    .map(([code, count]) => (count > 1 ? `${code} (${count})` : `${code}`))
    .join(', ');
};
const statusesOf = (refusals: readonly DocumentedRefusal[]): string =>
  [...new Set(refusals.map(({ status }) => status))].sort((a, b) => a - b).join(', ');

/** As a Markdown table, in the order in which docs/errors.md has the codes. */
export const zoomCodesTable = (): string => {
  const rows = Object.keys(ERROR_CODES).flatMap((name) => {
    const refusals = documentedRefusals.filter(({ expected }) => expected === name);
    return refusals.length > 0 ? [`| ${name} | ${statusesOf(refusals)} | ${codesOf(refusals)} |`] : [];
  });
  return [
    '| `extensions.code` | Zoom’s status | Zoom’s code (of how many operations, where of several) |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
};
