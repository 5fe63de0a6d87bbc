import type { Plugin } from 'graphql-yoga';
import type { Log } from '../log.ts';

/** More are not told of: any page on the web may try. */
const MOST = 100;
const LONGEST = 200;

/** Says in the log, once for each origin, that a web page was kept out: its browser tells whoever made the page, and nobody else. */
export const useKeptOut = (log: Log): Plugin => {
  const said = new Set<string>();
  return {
    onResponse: ({ request: { method, headers }, response }) => {
      const page = headers.get('origin');
      const asks = method === 'OPTIONS' && headers.has('access-control-request-method');
      if (!asks || page === null || ['*', page].includes(response.headers.get('access-control-allow-origin') ?? ''))
        return;
      const origin = page.slice(0, LONGEST);
      if (said.has(origin) || said.size >= MOST) return;
      said.add(origin);
      log.warn({ origin }, 'A web page of another origin was kept out: CORS_ORIGINS does not name it.');
    },
  };
};
