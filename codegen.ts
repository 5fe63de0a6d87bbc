/** How `npm run codegen` (scripts/generate.ts) types the queries of the tests and the examples. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['examples/*.graphql', 'test/**/*.ts', '!test/generated/**'],
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
          BigInt: { input: 'number | string', output: 'number | string' },
          Date: 'string',
          DateTime: 'string',
          File: 'File',
          ID: { input: 'string | number', output: 'string' },
          JSON: 'unknown',
          URL: 'string',
        },
      },
    },
  },
};

export default config;
