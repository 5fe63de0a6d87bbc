import type { Plugin } from 'graphql-yoga';

/** Leads from one path to another. */
export const useRedirect = (from: string, to: string): Plugin => ({
  onRequest: ({ url, endResponse, fetchAPI }) => {
    if (url.pathname === from) endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: to } }));
  },
});
