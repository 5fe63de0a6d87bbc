/** How `npm run codegen` (scripts/generate.ts) types the queries of the tests and the examples. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './examples/clients/scalars.ts';

/** The tests that have typed queries. To look for queries in all the others takes longer than all else here. */
const typed = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file}`)
  .filter((file) => file.endsWith('.ts') && /from '[./]*generated\/\w+\.ts'/.test(readFileSync(file, 'utf8')));

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['examples/*.graphql', ...typed],
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    'test/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        strictScalars: true,
        scalars: {
          ...scalars,
          ID: { input: 'string | number', output: 'string' },
        },
      },
    },
  },
};

export default config;
