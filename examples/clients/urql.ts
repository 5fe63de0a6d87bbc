/** The normalized cache of urql. */
import type { CacheExchangeOpts } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import facts from './cache.json' with { type: 'json' };

/** Objects without an `id` belong to their parent. */
const keys = Object.fromEntries(facts.withoutId.map((type) => [type, () => null]));

/** Pages of a connection are joined. */
const resolvers = Object.fromEntries(
  Object.entries(facts.connections).map(([type, fields]) => [
    type,
    Object.fromEntries(Object.keys(fields).map((field) => [field, relayPagination()])),
  ]),
);

export const cache: CacheExchangeOpts = { keys, resolvers };
