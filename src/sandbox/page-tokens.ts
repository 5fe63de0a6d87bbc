/** The page tokens that are good: those of the latest generation. */
export interface PageTokens {
  readonly generation: number;
  /** Makes every page token given so far expired. */
  expireAll(): void;
}
export const pageTokens = (): PageTokens => {
  let generation = 0;
  return {
    get generation() {
      return generation;
    },
    expireAll() {
      generation++;
    },
  };
};
