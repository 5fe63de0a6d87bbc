/** What things take in memory, as caches count it: near enough for a bound, and quick. */

/** About the bytes of a JSON value. Texts count as one byte a character, as most are. */
export const bytesIn = (value: unknown): number => {
  if (typeof value === 'string') return 16 + value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let bytes = 32;
  if (Array.isArray(value)) for (const item of value) bytes += 8 + bytesIn(item);
  else for (const key in value) bytes += 8 + bytesIn((value as Readonly<Record<string, unknown>>)[key]);
  return bytes;
};
