/** The bounds that no setting changes; docs/limits.md shows them. */

/** Far above what people and their clients need, far below what hurts. docs/limits.md tells what each is, and what happens beyond. */
export const LIMITS = {
  bodyBytes: 1_000_000,
  /** The largest file that Zoom takes is one of 15 MB; the rest of an upload is no larger than any other body. */
  uploadBytes: 17_000_000,
  uploadFiles: 20,
  uploadFields: 10,
  uploadPaths: 100,
  /** Four uploads, or seventy other bodies. */
  heldBytes: 70_000_000,
  jsonNesting: 100,
  tokens: 20_000,
  nesting: 100,
  aliases: 1000,
  directives: 500,
  /** Connections nest two levels for each edge. */
  depth: 24,
  answerObjects: 150_000,
  answerBytes: 64_000_000,
  connections: 2000,
  headBytes: 16_384,
  headMs: 10_000,
  bodyMs: 30_000,
  answerMs: 30_000,
  idleMs: 5000,
  /** Each holds a connection to Zoom; the client has some more. */
  fileStreams: 100,
  subscriptions: 1000,
  /** Of one principal. Where nobody says who asks, all are one. */
  ownSubscriptions: 200,
} as const;

/** Bytes in words for people. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en-US')} MB`;
