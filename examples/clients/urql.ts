/** The normalized cache of urql. */
import type { CacheExchangeOpts, KeyingConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import facts from './cache.json' with { type: 'json' };

/** Parts belong to the object that leads to them, unless a query selects their `id`. */
const keyOfPart: KeyingConfig[string] = ({ id }) => (typeof id === 'string' ? id : null);
const keys = Object.fromEntries(facts.parts.map((type) => [type, keyOfPart]));

/** Pages of a connection are joined. */
const resolvers = Object.fromEntries(
  Object.entries(facts.connections).map(([type, fields]) => [
    type,
    Object.fromEntries(Object.keys(fields).map((field) => [field, relayPagination()])),
  ]),
);

export const cache: CacheExchangeOpts = { keys, resolvers };
