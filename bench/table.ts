/** Markdown. */
export const tableOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
