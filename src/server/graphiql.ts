/** GraphiQL, whole from its package: the page loads nothing from any other host. */
import type { GraphiQLOptions } from 'graphql-yoga';
import { examples } from './examples.ts';

export const graphiql = (): GraphiQLOptions => ({
  title: 'Zoom GraphQL gateway',
  defaultTabs: examples().map(({ query, variables }) => ({
    query,
    variables: variables ? JSON.stringify(variables, null, 2) : null,
    headers: null,
  })),
  shouldPersistHeaders: false, // a header may hold a Zoom token
  schemaDescription: true,
  inputValueDeprecation: true,
  directiveIsRepeatable: true,
});

/** The package is some nine megabytes: it is read when a page is first asked for. */
export const renderGraphiQL = async (options: GraphiQLOptions): Promise<string> =>
  (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options);
