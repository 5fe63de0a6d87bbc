/** Relay's own compiler, over the schema as it is committed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../../examples/clients/relay.config.json' with { type: 'json' };

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
const schema = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));
const documents = fileURLToPath(new URL('documents/', import.meta.url));

export interface Compiled {
  readonly status: number | null;
  readonly said: string;
  /** The artifacts by their names, such as "UsersQuery". */
  readonly made: Readonly<Record<string, string>>;
  /** The documents by their ids, where the compiler was to keep them. */
  readonly persisted?: string;
}
interface Options {
  /** Beside what clients are told to configure, or in place of it. */
  readonly config?: object;
  /** The schema in place of the gateway's. */
  readonly sdl?: string;
  /** Whether documents are kept in a file, and artifacts have their ids alone. */
  readonly persist?: boolean;
}

/** Compiles modules by their names. */
export const compile = (
  modules: Readonly<Record<string, string>>,
  { config: more = {}, sdl, persist = false }: Options = {},
): Compiled => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  try {
    for (const name of ['src', 'made']) mkdirSync(join(folder, name));
    const persistConfig = persist ? { file: './persisted.json', algorithm: 'MD5' } : undefined;
    const settings = { ...config, artifactDirectory: './made', persistConfig, ...more };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(settings));
    writeFileSync(join(folder, 'schema.graphql'), sdl ?? readFileSync(schema));
    if (persist) writeFileSync(join(folder, 'persisted.json'), '{}');
    for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, 'src', `${name}.ts`), text);
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [compiler, 'relay.config.json'], options);
    if (error) throw error;
    const made = readdirSync(join(folder, 'made')).map((file): [string, string] => [
      file.replace(/\.graphql\.ts$/, ''),
      readFileSync(join(folder, 'made', file), 'utf8'),
    ]);
    const persisted = persist ? readFileSync(join(folder, 'persisted.json'), 'utf8') : undefined;
    return { status, said: stdout + stderr, made: Object.fromEntries(made), persisted };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** What the compiler makes of documents/, as files that a module can import. Throws where it refuses one. */
export const artifacts = (): readonly { path: string; text: string }[] => {
  const modules = readdirSync(documents).map((file): [string, string] => [
    file.replace(/\.ts$/, ''),
    readFileSync(join(documents, file), 'utf8'),
  ]);
  const { status, said, made } = compile(Object.fromEntries(modules));
  if (status !== 0) throw new Error(said);
  return Object.entries(made).map(([name, text]) => ({
    path: `test/generated/relay/${name}.graphql.ts`,
    // Modules are named with their ending here, and types are imported as such.
    text: text
      .replaceAll(/(from '\.\/[^']+\.graphql)'/g, "$1.ts'")
      .replaceAll(/^import (?=\{.*\} from ["']relay-runtime["'])/gm, 'import type '),
  }));
};
