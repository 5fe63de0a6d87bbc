/** The pages: the facts of docs/zoom.md are numbered, and what pages cite, link, name or quote is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['src', 'schema', 'resolvers', 'test', 'bench', 'docs', 'examples', 'scripts'];
const TEXT = /\.(ts|md|tsv|graphql|js|json)$/;

const files = [
  ...readdirSync(root).filter((name) => TEXT.test(name)),
  ...ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && TEXT.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  ),
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
/** Those whose links are checked; readme.test.ts has the README's. */
const pages = files.filter(({ path }) => path.endsWith('.md') && path !== 'README.md');

const zoom = readFileSync(join(root, 'docs/zoom.md'), 'utf8');
/** Chapters ("2"), sections ("2.1") and facts ("2.1.3"; "3.0.1" right under a chapter), as they come. */
const anchorsIn = (text: string): string[] => [...text.matchAll(/<a id="([^"]*)">/g)].map(([, id = '']) => id);
const anchors = new Set(anchorsIn(zoom));

/** The numbers that do not come next after the one before them. */
const outOfOrder = (ids: readonly string[]): string[] => {
  let [chapter, section, fact] = [0, 0, 0];
  return ids.filter((id) => {
    const next = [`${chapter + 1}`, `${chapter}.${section + 1}`, `${chapter}.${section}.${fact + 1}`];
    [chapter = 0, section = 0, fact = 0] = id.split('.').map(Number);
    return !next.includes(id);
  });
};

/** The numbers after each mention of the page: "2.1", "2.1, 8.1", "2.1 to 2.3", "#2.1.3". */
const citationsIn = (text: string): string[] =>
  [...text.matchAll(/docs\/zoom\.md[ #]\d+(?:\.\d+)*(?:(?:, | and | to )\d+(?:\.\d+)*)*/g)].flatMap(
    ([cited]) => cited.slice('docs/zoom.md '.length).match(/\d+(?:\.\d+)*/g) ?? [],
  );

describe('docs/zoom.md', () => {
  test('the reader of numbers sees what is missing, twice there, or out of order', () => {
    expect(outOfOrder(['1', '1.1', '1.1.1', '1.1.2', '1.2', '2', '2.0.1', '2.0.2', '2.1', '2.1.1', '3'])).toEqual([]);
    expect(outOfOrder(['1', '1.1', '1.1', '1.1.2', '3'])).toEqual(['1.1', '1.1.2', '3']);
  });

  test('chapters, sections and facts are numbered without a gap', () => {
    expect(anchors.size).toBeGreaterThan(150);
    expect(outOfOrder(anchorsIn(zoom))).toEqual([]);
  });

  test('a heading and a fact show the number that they are found by', () => {
    const numbered = [...zoom.matchAll(/<a id="([\d.]+)">(?:<\/a>([\d.]+) |([\d.]+)<\/a> )/g)];
    expect(numbered.map(([, , heading, fact]) => heading ?? fact)).toEqual([...anchors]);
    expect(zoom.match(/^#{2,} \d.*$/gm)).toBeNull();
  });

  test('every fact says how sure it is, and from where it is known', () => {
    const facts = zoom.match(/^- <a id=.*(?:\n {2}.*)*/gm) ?? [];
    expect(facts).toHaveLength([...anchors].filter((id) => id.split('.').length === 3).length);
    const bare = facts.filter(
      (fact) => !/ \*\([^*]*\b(high|medium|low)\b[^*]*: [^*]+\)\*$/.test(fact.replace(/\n +/g, ' ')),
    );
    expect(bare).toEqual([]);
  });

  test('what it refers to within itself is there', () => {
    const within = [...zoom.matchAll(/\]\(#([\d.]+)\)|: as ([\d.]+)\)/g)].map(([, link, same]) => link ?? same ?? '');
    const tables = [...zoom.matchAll(/\| Facts \|\n.*\n((?:\|.*\n)+)/g)].map(([, rows = '']) => rows);
    const cells = tables.flatMap((rows) =>
      [...rows.matchAll(/\| ([\d., ]+) \|$/gm)].flatMap(([, cell = '']) => cell.split(', ')),
    );
    expect(within.length).toBeGreaterThan(3);
    expect(cells.length).toBeGreaterThan(20);
    expect([...within, ...cells].filter((number) => !anchors.has(number))).toEqual([]);
  });
});

describe('citations', () => {
  test('the reader of citations sees all their forms', () => {
    const text =
      '(docs/zoom.md 3), docs/zoom.md 2.1, 8.1. docs/zoom.md 2.1 to 2.3, then 4 docs/zoom.md#1.4.2; docs/zoom.md says';
    expect(citationsIn(text)).toEqual(['3', '2.1', '8.1', '2.1', '2.3', '1.4.2']);
  });

  test('every citation leads to a number of docs/zoom.md', () => {
    const others = files.filter(({ path }) => path !== 'test/docs.test.ts' && path !== 'docs/zoom.md');
    const lost = others.flatMap(({ path, text }) =>
      citationsIn(text)
        .filter((number) => !anchors.has(number))
        .map((number) => `${path} cites docs/zoom.md ${number}`),
    );
    expect(lost).toEqual([]);
  });

  test('nothing cites the papers that docs/zoom.md was written from', () => {
    const papers = /zoom-behaviou[r]|list-vs-ge[t]|\bseed 00\d/;
    expect(files.filter(({ text }) => papers.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

test.each(
  pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => [path, to] as const),
  ),
)('the link in %s to %s leads somewhere', (page, to) => {
  expect(existsSync(join(root, dirname(page), to))).toBe(true);
});

/** These name files that were, or those of others. */
const OTHERS = new Set(['CHANGELOG.md', 'docs/zoom.md']);
/** The files that a page names in code spans, such as `errors/refusal.ts`, by the ends of their paths. */
const filesNamedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|md|tsv|graphql|json))`/g)].map(([, name = '']) => name)),
];

test.each(pages.filter(({ path }) => !OTHERS.has(path)).map(({ path, text }) => [path, filesNamedIn(text)] as const))(
  'the files that %s names are there',
  (_, names) => {
    const isThere = (name: string) => files.some(({ path }) => `/${path}`.endsWith(`/${name}`));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  },
);

/** Code without its indentation, by which a part of a file stands where the whole does not. */
const flushLeft = (text: string): string => text.replace(/^ +/gm, '');
const code = files
  .filter(({ path }) => path.endsWith('.ts') && path !== 'test/docs.test.ts')
  .map(({ text }) => flushLeft(text));
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

test.each(
  [...contributing.matchAll(/```ts\n(.*?)```/gs)].map(([, block = '']) => [block.split('\n')[0], block] as const),
)('the code of CONTRIBUTING.md that begins with %s stands in a file', (_, block) => {
  expect(code.filter((text) => text.includes(flushLeft(block)))).not.toEqual([]);
});

test('the helpers that CONTRIBUTING.md lists are all that there are, and take the options that it names', () => {
  const declared = new Set(
    code.flatMap((text) => [...text.matchAll(/^(zoom[A-Z]\w+): [<(].*=> FieldRef</gm)].map(([, name]) => name)),
  );
  const rows = [...contributing.matchAll(/`t\.(zoom\w+)\((?:name, )?\{ ([^}]*) \}\)`/g)];
  expect(new Set(rows.map(([, name]) => name))).toEqual(declared);
  const fields = files.filter(({ path }) => path.startsWith('schema/fields/')).map(({ text }) => text);
  const options = rows.flatMap(([, , given = '']) => given.replaceAll('?', '').split(', '));
  expect(options.filter((name) => !fields.some((text) => text.includes(`readonly ${name}`)))).toEqual([]);
});
