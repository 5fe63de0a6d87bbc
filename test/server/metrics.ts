/** What a test reads of metrics. */
import { expect } from 'vitest';

/** Where the greeting says that metrics are. */
export const addressIn = (greeting: string) => /Its metrics are at (\S+)/.exec(greeting)?.[1] ?? '';
export const textAt = async (address: string) => {
  const response = await fetch(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  return response.text();
};
/** The value of each series, by its name with labels. */
export const seriesIn = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
