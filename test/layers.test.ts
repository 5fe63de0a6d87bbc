/** Who imports whom: each room of the house knows only rooms below it, types included, and no file imports itself by way of others. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Room {
  /** What lies in it: folders, and files by their names. */
  readonly at: readonly string[];
  /** The rooms that it may know; by default all that are named above it in `ROOMS`. */
  readonly knows?: readonly string[];
  /** Packages that it must not know. */
  readonly without?: RegExp;
}

const GRAPHQL = /^(graphql($|[-/])|@pothos\/|@graphql-|@escape\.tech\/graphql)/;
/** Each room, from the ground up. */
const ROOMS: Readonly<Record<string, Room>> = {
  engine: { at: ['src/engine/'], without: /^(@pothos\/|graphql-yoga|undici|zod)/ },
  redis: { at: ['src/redis/'], knows: ['engine'], without: GRAPHQL },
  declare: { at: ['src/zoom/declare/'], without: GRAPHQL },
  api: { at: ['src/zoom/api/'], knows: ['declare'], without: GRAPHQL },
  errors: { at: ['src/zoom/errors/'], without: GRAPHQL },
  'rate-limit': { at: ['src/zoom/rate-limit/'], without: GRAPHQL },
  http: { at: ['src/zoom/http/'], without: GRAPHQL },
  auth: { at: ['src/zoom/auth/'], without: GRAPHQL },
  events: { at: ['src/zoom/events/'], knows: ['engine', 'redis'], without: GRAPHQL },
  client: { at: ['src/zoom/client/'], without: GRAPHQL },
  // A server of its own: it shares with the gateway what Zoom documents, and tools that know nothing of Zoom.
  sandbox: { at: ['src/sandbox/'], knows: ['engine', 'declare', 'api', 'events'], without: GRAPHQL },
  resolvers: { at: ['resolvers/'], without: GRAPHQL },
  'resolvers of domains': { at: ['resolvers/domains/'], without: GRAPHQL },
  types: { at: ['schema/types/'], without: /^(undici|node:http|node:net)/ },
  plan: { at: ['schema/plan/'], without: /^(undici|node:http|node:net)/ },
  questions: { at: ['schema/questions/'], without: /^(undici|node:http|node:net)/ },
  fields: { at: ['schema/fields/'], without: /^(undici|node:http|node:net)/ },
  domains: { at: ['schema/domains/'], without: /^(undici|node:http|node:net)/ },
  graph: { at: ['schema/'], without: /^(undici|node:http|node:net)/ },
  settings: {
    at: ['auth/keys', 'config', 'error-codes', 'failure', 'hosts', 'limits', 'log', 'tracing'].map(
      (name) => `src/server/${name}.ts`,
    ),
  },
  'http of the server': { at: ['src/server/http/'] },
  telemetry: { at: ['src/server/telemetry/'] },
  callers: { at: ['src/server/auth/', 'src/server/session.ts'] },
  plugins: { at: ['src/server/plugins/'] },
  server: { at: ['src/server/'] },
  cluster: { at: ['src/server/cluster/'] },
  main: { at: ['src/server/main.ts'] },
};
/** Where the gateway's own code is. */
const FOLDERS = ['src', 'schema', 'resolvers'];

/** The room of a file: the one whose place says most of it. */
const roomOf = (file: string): string | undefined => {
  const found = Object.entries(ROOMS).flatMap(([name, { at }]) =>
    at
      .filter((place) => file === place || (place.endsWith('/') && file.startsWith(place)))
      .map((place) => ({ name, place })),
  );
  return found.sort((a, b) => b.place.length - a.place.length)[0]?.name;
};

interface Import {
  readonly from: string;
  /** A file of the project by its path from the root, or a package's specifier. */
  readonly to: string;
  readonly names: string;
}

/** `import ... from 'x'`, `export ... from 'x'`, `import 'x'` and `import('x')`; none of them may hide in a comment line. */
const IMPORT =
  /^(?!\s*(?:\/\/|\*)).*?\b(?:(?:import|export)\s+(?:type\s+)?([^;'"]*?)\s*from\s*|import\s*\(?\s*)'([^']+)'/gm;

const importsIn = (file: string, text: string): Import[] =>
  [...text.matchAll(IMPORT)].map(([, names = '', target = '']) => ({
    from: file,
    to: target.startsWith('.') ? join(dirname(file), target) : target,
    names,
  }));

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);
const imports = files.flatMap((file) => importsIn(file, readFileSync(join(root, file), 'utf8')));
const isOurs = ({ to }: Import) => FOLDERS.some((folder) => to.startsWith(`${folder}/`));

/** What is wrong with an import, in words; undefined where nothing is. */
const faultOf = (one: Import): string | undefined => {
  const { from, to } = one;
  const here = roomOf(from) ?? '';
  const { knows, without } = ROOMS[here] ?? {};
  if (!isOurs(one)) return without?.test(to) ? `${from} imports ${to}: ${here} must not know it.` : undefined;
  const there = roomOf(to);
  if (there === here) return undefined;
  const names = Object.keys(ROOMS);
  const below = knows ?? names.slice(0, names.indexOf(here));
  return there !== undefined && below.includes(there)
    ? undefined
    : `${from} imports ${to}: ${here} may not know ${there}, only ${below.join(', ') || 'nothing of ours'}.`;
};

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
  expect(importsIn('src/in/file.ts', text).map(({ to }) => to)).toEqual([
    'src/in/a.ts',
    'src/b.ts',
    'c',
    'src/in/d.ts',
    'src/in/e.ts',
    'src/in/f.ts',
    'src/in/g.ts',
  ]);
});

test('every import leads to a file that is there', () => {
  const known = new Set(files);
  const strays = imports.filter((one) => isOurs(one) && !known.has(one.to));
  expect(imports.length).toBeGreaterThan(200);
  expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test('every file lies in a room', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('an arrow that runs upward is told with what is allowed', () => {
  const upward = faultOf({ from: 'src/zoom/errors/a.ts', to: 'src/zoom/client/b.ts', names: '' });
  expect(upward).toBe(
    'src/zoom/errors/a.ts imports src/zoom/client/b.ts: errors may not know client, only engine, redis, declare, api.',
  );
  expect(faultOf({ from: 'src/zoom/client/a.ts', to: 'src/zoom/errors/b.ts', names: '' })).toBeUndefined();
  expect(faultOf({ from: 'resolvers/a.ts', to: 'graphql', names: '' })).toBe(
    'resolvers/a.ts imports graphql: resolvers must not know it.',
  );
});

test('no room knows a room above it', () => {
  expect(imports.flatMap((one) => faultOf(one) ?? [])).toEqual([]);
});

test('the schema sends nothing itself', () => {
  const senders = imports.filter(({ from, names }) => from.startsWith('schema/') && /\bcreateClient\b/.test(names));
  expect(senders.map(({ from }) => from)).toEqual([]);
});

test('accounts come into calls and keys in a few places alone, so that no field can forget them', () => {
  const WORDS = /\b(scopeOf\(|scoped\(|pagesFrom\(|readPage\(|store\.ref\(|store\.found\()/g;
  const allowed = new Set([
    ...['account-scope', 'call-for', 'entities', 'entity', 'hydrate', 'pages', 'store'].map(
      (name) => `resolvers/${name}.ts`,
    ),
    ...['ahead', 'resume', 'totals', 'walk'].map((name) => `resolvers/connection/${name}.ts`),
    ...['domains/accounts', 'fields/entity', 'types/ids', 'fields/mutation'].map((name) => `schema/${name}.ts`),
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

test('no file imports itself by way of others, not even for a type', () => {
  expect(circles(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] })))).toEqual(['b -> c -> b']);
  const edges = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { from, to } of imports) edges.get(from)?.push(to);
  expect(circles(edges)).toEqual([]);
});
