/** graphql-codegen: types of the documents that `graphql(...)` holds. */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './scalars.ts';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'src/**/*.ts',
  generates: {
    'src/gql/': {
      preset: 'client',
      config: { strictScalars: true, scalars, enumType: 'string-literal', useTypeImports: true },
    },
  },
};

export default config;
