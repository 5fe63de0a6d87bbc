/** In a file of its own: whoever asks by way of others whether Redis was gone need not load its library for that. */

/** Redis did not answer in time, or cannot be asked now. Whoever asked must do without. */
export class RedisGone extends Error {
  override readonly name = 'RedisGone';
}
