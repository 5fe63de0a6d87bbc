/** Markdown, and numbers as it shows them. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
export const seconds = (s: number): string => (s < 1 ? `${Math.round(s * 1000)} ms` : `${s.toFixed(2)} s`);
export const microseconds = (us: number): string =>
  us < 10_000 ? `${Math.round(us)} µs` : `${(us / 1000).toFixed(us < 100_000 ? 1 : 0)} ms`;
