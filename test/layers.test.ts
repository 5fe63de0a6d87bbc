/** Who imports whom: downward only, from server to schema to resolvers to the REST client, and never in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['src', 'schema', 'resolvers'];

interface Import {
  readonly from: string;
  /** A file of the project by its path from the root, or a package's specifier. */
  readonly to: string;
  readonly names: string;
  /** Gone when the code runs. */
  readonly isType: boolean;
}

/** `import ... from 'x'`, `export ... from 'x'`, `import 'x'` and `import('x')`; none of them may hide in a comment line. */
const IMPORT =
  /^(?!\s*(?:\/\/|\*)).*?\b(?:(import|export)\s+(type\s+)?([^;'"]*?)\s*from\s*|import\s*\(?\s*)'([^']+)'/gm;

const importsIn = (file: string, text: string): Import[] =>
  [...text.matchAll(IMPORT)].map(([, , type, names = '', target = '']) => ({
    from: file,
    to: target.startsWith('.') ? join(dirname(file), target) : target,
    names,
    isType: type !== undefined,
  }));

const files = ROOMS.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);
const imports = files.flatMap((file) => importsIn(file, readFileSync(join(root, file), 'utf8')));
const said = ({ from, to }: Import) => `${from} -> ${to}`;
/** The imports of files under a path that a layer must not have. */
const wrong = (under: string, isWrong: (one: Import) => boolean) =>
  imports.filter((one) => one.from.startsWith(under) && isWrong(one)).map(said);
const isUnder =
  (...paths: readonly string[]) =>
  ({ to }: Import) =>
    paths.some((path) => to.startsWith(path));
const isGraphQL = ({ to }: Import) => /^(graphql($|[-/])|@pothos\/|@graphql-|@escape\.tech\/graphql)/.test(to);

test('the reader of imports sees all their forms', () => {
  const text = `import a from './a.ts';
import {
  b,
  type B,
} from '../b.ts';
import type { C } from 'c';
import './d.ts';
export { e } from './e.ts';
export * from './f.ts';
const g = await import('./g.ts');
// import x from './x.ts';
/* such as
 * import y from './y.ts';
 */
const from = 'z';`;
  expect(importsIn('src/in/file.ts', text).map(({ to, isType }) => (isType ? `type ${to}` : to))).toEqual([
    'src/in/a.ts',
    'src/b.ts',
    'type c',
    'src/in/d.ts',
    'src/in/e.ts',
    'src/in/f.ts',
    'src/in/g.ts',
  ]);
});

test('every import leads to a file that is there', () => {
  const known = new Set(files);
  const strays = imports.filter(({ to }) => ROOMS.some((room) => to.startsWith(`${room}/`)) && !known.has(to));
  expect(imports.length).toBeGreaterThan(200);
  expect(strays.map(said)).toEqual([]);
});

describe('layers', () => {
  test('the REST client knows nothing above it', () => {
    expect(wrong('src/zoom/', isUnder('schema/', 'resolvers/', 'src/server/', 'src/sandbox/'))).toEqual([]);
    expect(wrong('src/zoom/', isGraphQL)).toEqual([]);
  });

  test('resolvers know the REST client alone, and nothing of GraphQL', () => {
    expect(wrong('resolvers/', isUnder('schema/', 'src/server/', 'src/sandbox/'))).toEqual([]);
    expect(wrong('resolvers/', isGraphQL)).toEqual([]);
  });

  test('the schema knows no server, and sends nothing itself', () => {
    expect(wrong('schema/', isUnder('src/server/', 'src/sandbox/', 'undici', 'node:http', 'node:net'))).toEqual([]);
    expect(wrong('schema/', ({ names }) => /\bcreateClient\b/.test(names))).toEqual([]);
  });

  test('the sandbox shares with the gateway what Zoom documents, and nothing that talks to it', () => {
    const shared = ['src/sandbox/', 'src/zoom/shape.ts', 'src/zoom/endpoint.ts', 'src/zoom/api/'];
    const own = (one: Import) => ROOMS.some((room) => one.to.startsWith(`${room}/`));
    expect(wrong('src/sandbox/', (one) => own(one) && !isUnder(...shared)(one))).toEqual([]);
    expect(wrong('src/sandbox/', isGraphQL)).toEqual([]);
  });

  test('declarations of Zoom’s operations need the language of declarations alone', () => {
    const allowed = ['src/zoom/api/', 'src/zoom/shape.ts', 'src/zoom/endpoint.ts', 'zod'];
    expect(wrong('src/zoom/api/', (one) => !isUnder(...allowed)(one))).toEqual([]);
  });
});

test('accounts come into calls and keys in a few places alone, so that no field can forget them', () => {
  const WORDS = /\b(scopeOf\(|scoped\(|pagesFrom\(|readPage\(|store\.ref\(|store\.found\()/g;
  const allowed = new Set([
    ...['call', 'connection', 'entity', 'hydrate', 'pages', 'scope', 'store'].map((name) => `resolvers/${name}.ts`),
    ...['accounts', 'entity', 'ids', 'mutation'].map((name) => `schema/${name}.ts`),
  ]);
  const found = files
    .filter((file) => /^(resolvers|schema)\//.test(file) && !allowed.has(file))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(WORDS)].map(([word]) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

/** The circles that a walk along imports finds, each as the files on its way. */
const circles = (edges: ReadonlyMap<string, readonly string[]>): string[] => {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
};

test('no file imports itself by way of others', () => {
  expect(circles(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] })))).toEqual(['b -> c -> b']);
  const edges = new Map<string, string[]>(files.map((file) => [file, []]));
  // A type is gone when the code runs, so that two files may tell each other their types.
  for (const { from, to, isType } of imports) if (!isType) edges.get(from)?.push(to);
  expect(circles(edges)).toEqual([]);
});
