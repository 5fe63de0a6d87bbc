/** How `npm run codegen` (scripts/generate.ts) types the queries of the tests and the examples. */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './examples/clients/scalars.ts';

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['examples/*.graphql', 'test/**/*.ts', '!test/generated/**', '!test/clients/relay/**'],
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
