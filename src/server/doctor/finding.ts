/** What the doctor finds, in words for people and as data. */
import type { Part } from './graph.ts';

/** `skipped`: there was nothing to look at, or something else was in the way. */
export type Verdict = 'ok' | 'warning' | 'failed' | 'skipped';

export interface Finding {
  /** What was looked at: one word. */
  readonly check: string;
  readonly verdict: Verdict;
  readonly says: string;
  /** Further lines, such as each wrong setting. */
  readonly more?: readonly string[];
}

export interface Diagnosis {
  /** Whether nothing has failed. */
  readonly isWell: boolean;
  readonly findings: readonly Finding[];
  /** The scopes of the access token, where Zoom told them. */
  readonly scopes?: readonly string[];
  /** What the scopes that are missing would open. */
  readonly closed?: readonly Part[];
}

export const ok = (check: string, says: string, more?: readonly string[]): Finding => made(check, 'ok', says, more);
export const warning = (check: string, says: string, more?: readonly string[]): Finding =>
  made(check, 'warning', says, more);
export const failed = (check: string, says: string, more?: readonly string[]): Finding =>
  made(check, 'failed', says, more);
export const skipped = (check: string, says: string): Finding => made(check, 'skipped', says);

const made = (check: string, verdict: Verdict, says: string, more?: readonly string[]): Finding => ({
  check,
  verdict,
  says,
  ...(more && more.length > 0 && { more }),
});

const WIDTH = { verdict: 9, check: 10 } as const;
const INDENT = ' '.repeat(WIDTH.verdict + WIDTH.check);
/** So many names of fields stand in a line of text; all of them are in the JSON. */
const MOST_NAMED = 6;

/** The diagnosis as lines of text, without colours. */
export const report = ({ isWell, findings, closed = [] }: Diagnosis): string =>
  [
    ...findings.flatMap(({ check, verdict, says, more = [] }) => [
      `${verdict.padEnd(WIDTH.verdict)}${check.padEnd(WIDTH.check)}${says}`,
      ...more.map((line) => `${INDENT}${line}`),
    ]),
    ...(closed.length > 0 ? ['', 'What further scopes would open:', ...closed.map(partLine)] : []),
    '',
    isWell
      ? 'The gateway can run with these settings.'
      : 'The gateway cannot run with these settings: see what failed.',
  ].join('\n');

const LINE = 100;
/** Words in lines of about equal length. */
export const wrapped = (words: readonly string[]): string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};

const partLine = ({ scope, fields }: Part): string => {
  const rest = fields.length - MOST_NAMED;
  const named = fields.slice(0, MOST_NAMED).join(', ');
  return `  ${scope}: ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
};
