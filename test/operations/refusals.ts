/** Zoom's documented refusals and what each means, as refusals.tsv tells them: read by people, one by one, not made from the code. */
import { readFileSync } from 'node:fs';

export interface DocumentedRefusal {
  /** "GET /users/{userId}". */
  readonly operation: string;
  readonly status: number;
  readonly code: number;
  /** The `extensions.code` of the graph. */
  readonly expected: string;
  /** Some words where the meaning does not depend on them. */
  readonly message: string;
}

const lines = readFileSync(new URL('./refusals.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [method, path, status = '', code = '', expected = '', message] = line.split('\t');
    const refusal = { status: Number(status), code: Number(code), expected, message: message || 'Zoom says no.' };
    return { operation: `${method} ${path}`, ...refusal };
  });

/** Every operation that the file knows; one whose documents have been read, and name no refusal, stands there without any. */
export const operationsRead: ReadonlySet<string> = new Set(lines.map(({ operation }) => operation));
export const documentedRefusals: readonly DocumentedRefusal[] = lines.filter(({ code }) => code > 0);
