import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { Plugin } from 'graphql-yoga';
import { malformed } from '../http/errors.ts';

/** No web page can send one of these to another origin unless it was let in. Apollo's clients send theirs by themselves. */
export const PREFLIGHT_HEADERS = [
  'graphql-require-preflight',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-graphql-yoga-csrf',
];

/** Refuses what any web page can send to the gateway, which would spend its credentials (CSRF), and says what to send. */
export const useCsrfPrevention = (): Plugin => {
  const { onRequestParse } = useCSRFPrevention({ requestHeaders: PREFLIGHT_HEADERS });
  return {
    onRequestParse: (payload) => {
      try {
        return onRequestParse?.(payload);
      } catch {
        throw malformed(refusalOf(payload.request));
      }
    },
  };
};

const refusalOf = ({ method, headers }: Request): string => {
  const header = `a header that web pages cannot send by themselves, such as \`${PREFLIGHT_HEADERS[0]}: 1\``;
  if (method === 'GET') return `A query by GET needs ${header}.`;
  const type = headers.get('content-type');
  if (type?.toLowerCase().startsWith('multipart/form-data')) return `An upload needs ${header}.`;
  return `Send the query as JSON, with the header \`content-type: application/json\`. A request without it, or with \`text/plain\` or a form, needs ${header}.`;
};
