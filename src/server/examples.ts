/** The example operations in examples/: GraphiQL's first tabs, and the README's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';

export interface Example {
  /** The file's name without its ending. */
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Dates that an example's variables name with a `$`, so that it finds something whenever it is run. */
const DATES: Readonly<Record<string, (now: Date) => string>> = {
  $firstOfLastMonth: (now) => day(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)),
  $lastOfLastMonth: (now) => day(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)),
  $ninetyDaysAgo: (now) => `${day(now.getTime() - 90 * 86_400_000)}T00:00:00Z`,
  $tomorrowAtNine: (now) => `${day(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))}T09:00:00Z`,
};
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

const { resolve } = createRequire(import.meta.url);
const read = (file: string) => readFileSync(resolve(`#examples/${file}`), 'utf8');
const Index = z.array(z.strictObject({ name: z.string(), variables: z.record(z.string(), z.unknown()).optional() }));

/** The examples in their order, with the dates in their variables as of `now`. */
export const examples = (now: Date = new Date()): Example[] =>
  Index.parse(JSON.parse(read('index.json'))).map(({ name, variables }) => ({
    name,
    query: read(`${name}.graphql`),
    ...(variables && { variables: dated(variables, now) as Record<string, unknown> }),
  }));

/** The names of their operations. */
export const exampleNames = (): string[] =>
  examples().flatMap(({ query }) =>
    [...query.matchAll(/^(?:query|mutation|subscription) (\w+)/gm)].map(([, name = '']) => name),
  );

const dated = (value: unknown, now: Date): unknown => {
  if (typeof value === 'string') return DATES[value]?.(now) ?? value;
  if (Array.isArray(value)) return value.map((one) => dated(one, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, dated(part, now)]));
};
