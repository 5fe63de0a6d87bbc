import type { Plugin } from 'graphql-yoga';
import type { PersistedDocuments } from '../http/persisted.ts';

/**
 * Refuses documents that are not registered, where only these may run. Requests over HTTP are refused when their parameters are read; this
 * is for all ways, also those that come past HTTP. It stands behind what gives documents that are known, which may differ from a
 * registered one in literals.
 */
export const useRegisteredOnly = (persisted: PersistedDocuments): Plugin => ({
  onParse: ({ params: { source } }) => {
    const refusal = persisted.refusal(typeof source === 'string' ? source : source.body);
    return refusal && (({ replaceParseResult }) => replaceParseResult(refusal));
  },
});
