/** The pieces of work that make the gateway fast, each of which can be left out to see what it is worth, or whether a fault is its own. */

/** What each piece does. */
export const OPTIMIZATIONS = {
  shortWay: 'plain requests go past Yoga’s HTTP layer',
  sharing: 'identical queries under way at once are executed once',
  documents: 'a document that is known is not parsed and validated again',
  templates: 'texts that differ in literals share one document',
  plans: 'operations are executed by plans',
  leafReaders: 'leaves are read from rows, without their resolvers',
  slices: 'long lists and answers are made in slices',
  responseCache: 'an answer of Zoom that is the same byte for byte is not parsed again',
  unchanged: 'what an operation made of such an answer stands',
  keptBytes: 'such a result is written once',
  utf8: 'long texts become bytes, and bytes texts, by way of UTF-16',
} as const;

export type Optimization = keyof typeof OPTIMIZATIONS;
/** Which of them are on. */
export type Optimizations = Readonly<Record<Optimization, boolean>>;

export const NAMES = Object.keys(OPTIMIZATIONS) as Optimization[];

/** All but these. */
export const allBut = (off: readonly Optimization[] = []): Optimizations =>
  Object.fromEntries(NAMES.map((name) => [name, !off.includes(name)])) as unknown as Optimizations;
