/** GraphiQL, whole from its package: the page loads nothing from any other host. */
import type { GraphiQLOptions, Plugin } from 'graphql-yoga';
import { examples } from './examples.ts';
import { wantsPage } from './http/accept.ts';

const options = (): GraphiQLOptions => ({
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

/** Shows GraphiQL to whoever would rather see a page than data. The package is some nine megabytes: it is read when first asked for. */
export const useGraphiQL = (path: string): Plugin => ({
  onRequest: async ({ request, url, endResponse, fetchAPI }) => {
    if (request.method !== 'GET' || url.pathname.replace(/\/$/, '') !== path) return;
    if (!wantsPage(request.headers.get('accept'))) return;
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    endResponse(new fetchAPI.Response(renderGraphiQL(options()), { headers: { 'content-type': 'text/html' } }));
  },
});
