/**
 * How much of Zoom's REST API the graph covers: the operations of operations.tsv against the `@rest` of the printed schema. What the
 * graph has besides them, such as what takes the place of some, stands in beside.tsv and is counted for itself.
 */
import { readFileSync } from 'node:fs';
import { type Rest, restsIn } from './rests.ts';

export interface Operation {
  readonly domain: string;
  readonly method: string;
  readonly path: string;
  /** The path by which the own account is meant, where it is no line of its own. */
  readonly plain?: string;
}
export const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`;

/** The names of an operation: that of the own account too, where it is no line of its own. */
export const namesOf = ({ method, path, plain }: Operation): string[] =>
  [path, ...(plain ? [plain] : [])].map((each) => nameOf({ method, path: each }));

/** The lines of operations.tsv below its head. */
export const operationsIn = (tsv: string): readonly Operation[] =>
  tsv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [domain = '', method = '', path = '', plain = ''] = line.split('\t');
      return { domain, method, path, ...(plain && { plain }) };
    });

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
export const operations = operationsIn(textOf('./operations.tsv'));
export const beside = operationsIn(textOf('./beside.tsv'));
export const rests = restsIn(textOf('../../schema/schema.graphql'));

/** One domain's count. `driven` is absent where the exerciser has not run. */
export interface Count {
  readonly domain: string;
  readonly all: number;
  readonly declared: number;
  readonly driven?: number;
}
export const countsOf = (
  all: readonly Operation[],
  declared: readonly Rest[],
  driven?: ReadonlySet<string>,
): readonly Count[] => {
  const named = new Set(declared.map(nameOf));
  return domainsOf(all).map((domain) => {
    const own = all.filter((one) => one.domain === domain).map(nameOf);
    return {
      domain,
      all: own.length,
      declared: own.filter((name) => named.has(name)).length,
      ...(driven && { driven: own.filter((name) => driven.has(name)).length }),
    };
  });
};
/** What is wrong with all that the files tell. */
export const faultsIn = (driven?: ReadonlySet<string>): readonly string[] => {
  const all = [...operations, ...beside];
  return faultsOf(all, rests, countsOf(all, rests, driven));
};
const domainsOf = (all: readonly Operation[]): readonly string[] =>
  [...new Set(all.map(({ domain }) => domain))].sort();

/** What is wrong, as sentences: operations that no file has, and domains of which the graph lacks some or the exerciser did not drive them. */
export const faultsOf = (
  all: readonly Operation[],
  declared: readonly Rest[],
  counts: readonly Count[],
): readonly string[] => {
  const known = new Set(all.flatMap(namesOf));
  const strange = [...new Set(declared.map(nameOf))].filter((name) => !known.has(name));
  const short = counts.flatMap(({ domain, all, declared, driven = all }) =>
    declared === all && driven === all
      ? []
      : [`${domain}: of ${all} operations ${declared} stand in the graph, ${driven} are driven.`],
  );
  return [...strange.map((name) => `${name} stands in an @rest, and in no file of operations.`), ...short];
};

/** docs/coverage.md, made of the schema and the files of operations alone; `more` are the lines of what else is counted. */
export const pageOf = (
  all: readonly Operation[],
  declared: readonly Rest[],
  others: readonly Operation[] = [],
  more: readonly string[] = [],
): string => {
  const places = new Map<string, Rest[]>();
  for (const one of declared) places.set(nameOf(one), [...(places.get(nameOf(one)) ?? []), one]);
  const row = (operation: Operation): string => {
    const names = namesOf(operation);
    const name = names.map((one) => `\`${one}\``).join(', also ');
    const found = names.flatMap((one) => places.get(one) ?? []);
    if (found.length === 0) return `| ${name} | | | |`;
    // `node` and `nodes` reach every type; a type's own line says so already.
    const told = found.filter(({ coordinate }) => !/^Query\.nodes?$/.test(coordinate));
    const coordinates = [...new Set(told.map(({ coordinate }) => `\`${coordinate}\``))].join(', ');
    const scopes = [...new Set(found.flatMap((one) => one.scopes))].map((scope) => `\`${scope}\``).join(' ');
    return `| ${name} | ${coordinates} | ${found[0]?.limit} | ${scopes} |`;
  };
  const counts = countsOf(all, declared);
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
  return [
    '# Coverage',
    '',
    'Which operations of Zoom’s REST API are in the graph, and where: a type for what is read when its fields are missing, a',
    'field for what it calls itself. Any one of the scopes suffices. Written by `npm run generate`.',
    '',
    '| domain | operations | in the graph |',
    '| --- | --- | --- |',
    ...counts.map(({ domain, all, declared }) => `| [${domain}](#${domain.toLowerCase()}) | ${all} | ${declared} |`),
    `| all | ${sum((count) => count.all)} | ${sum((count) => count.declared)} |`,
    ...besides(others, declared),
    ...more,
    ...[...counts, ...countsOf(others, declared)].flatMap(({ domain }) => [
      '',
      `## ${domain}`,
      '',
      '| operation | in the graph | limit | scopes |',
      '| --- | --- | --- | --- |',
      ...[...all, ...others].filter((one) => one.domain === domain).map(row),
    ]),
    '',
  ].join('\n');
};
/** How many operations are in the graph beside those of the table. */
const besides = (others: readonly Operation[], declared: readonly Rest[]): readonly string[] => {
  const told = countsOf(others, declared).map(
    ({ domain, all, declared }) => `[${domain}](#${domain.toLowerCase()}) ${declared} of ${all}`,
  );
  return told.length > 0 ? ['', `Beside them, and not among their count: ${told.join(', ')}.`] : [];
};
