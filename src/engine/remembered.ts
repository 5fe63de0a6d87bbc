import { LRUCache } from 'lru-cache';

/** What is kept of each function; longer texts are looked at anew each time. */
export const TEXTS = { count: 100, characters: 200 } as const;

/** The same function of a text, which is worked out once for texts that come again and again, such as the headers of requests. */
export const remembered = <T>(work: (text: string) => T): ((text: string) => T) => {
  const known = new LRUCache<string, { readonly value: T }>({ max: TEXTS.count });
  return (text) => {
    const there = known.get(text);
    if (there) return there.value;
    const value = work(text);
    if (text.length <= TEXTS.characters) known.set(text, { value });
    return value;
  };
};
