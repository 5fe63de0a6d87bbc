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

/** A tab keeps the place of an earlier layout, and jumps there when it is pressed: the click would miss it. */
const STYLE = '<style>.graphiql-tab { transform: none !important }</style>';

const withStyle = (html: string): string => html.replace('</head>', () => `${STYLE}</head>`);

/** Shows GraphiQL to whoever would rather see a page than data. The package is some nine megabytes: it is read when first asked for. */
export const useGraphiQL = (path: string): Plugin => ({
  onRequest: async ({ request, url, endResponse, fetchAPI }) => {
    if (request.method !== 'GET' || url.pathname.replace(/\/$/, '') !== path) return;
    if (!wantsPage(request.headers.get('accept'))) return;
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const html = withStyle(renderGraphiQL(options()));
    endResponse(new fetchAPI.Response(html, { headers: { 'content-type': 'text/html' } }));
  },
});
