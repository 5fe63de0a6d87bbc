/** The cache of Apollo Client 4. */
import type { FieldPolicy, TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import facts from './cache.json' with { type: 'json' };

/** A connection: pages are joined, of `edges` by Apollo's own policy, of `nodes` beside it. */
const connection = (keyArgs: string[]): FieldPolicy => {
  const policy = relayStylePagination(keyArgs.length > 0 ? keyArgs : false);
  const { merge } = policy;
  if (typeof merge !== 'function') return policy;
  return {
    ...policy,
    merge: (existing, incoming, options) => {
      const before = options.args?.after ? (existing?.nodes ?? []) : [];
      const joined = merge(existing, incoming, options);
      return incoming?.nodes ? { ...joined, nodes: [...before, ...incoming.nodes] } : joined;
    },
  };
};

const connections = Object.entries(facts.connections).map(([type, fields]) => [
  type,
  Object.fromEntries(Object.entries(fields).map(([field, keyArgs]) => [field, connection(keyArgs)])),
]);

/** Fragments on interfaces and unions match these types. */
export const { possibleTypes } = facts;

/** Parts belong to the object that leads to them: what one query has read of them is kept when another reads more. */
export const typePolicies: TypePolicies = {
  ...Object.fromEntries(connections.map(([type, fields]) => [type, { fields }])),
};
for (const type of facts.parts) typePolicies[type] = { ...typePolicies[type], merge: true };
