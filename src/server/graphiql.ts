/** GraphiQL, whole from its package: the page loads nothing from any other host. */
import type { GraphiQLOptions, Plugin } from 'graphql-yoga';
import { examples } from './examples.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { wantsPage } from './http/accept.ts';
import { storedPage } from './http/stored-page.ts';

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

interface Where {
  readonly path: string;
  /** Whether the page may be compressed. */
  readonly compression: boolean;
  /** Whether what it shows is the sandbox's. */
  readonly sandbox: boolean;
}

/** Shows GraphiQL to whoever would rather see a page than data. The package is some nine megabytes: it is read when first asked for. */
export const useGraphiQL = ({ path, compression, sandbox }: Where): Plugin => {
  const answer = storedPage(compression);
  return {
    onRequest: async ({ request, url, endResponse, fetchAPI }) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (!isRead || url.pathname.replace(/\/$/, '') !== path) return;
      if (!wantsPage(request.headers.get('accept'))) return;
      const shown = options();
      // The examples' dates change from day to day, and the page with them.
      const source = { key: JSON.stringify(shown), render: () => graphiqlPage(shown, sandbox) };
      const { body, ...rest } = await answer(request, source);
      endResponse(new fetchAPI.Response(body, rest));
    },
  };
};
