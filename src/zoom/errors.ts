/** Why Zoom, or the way to it, refused a call. The server maps each kind to one `extensions.code` of the graph. */
export type ErrorKind =
  | 'NOT_FOUND'
  | 'BAD_REQUEST'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'MISSING_SCOPE'
  /** Too many calls this second or, for RESOURCE_INTENSIVE, this minute. */
  | 'RATE_LIMIT'
  /** The account's calls of the day are spent. */
  | 'DAILY_LIMIT'
  /** The 100 meeting creates and updates of one host's day, or another daily count of one person, are spent. */
  | 'HOST_LIMIT'
  /** Another write to the same resource is under way. */
  | 'CONCURRENT'
  | 'PAGE_TOKEN'
  /** More calls than one request may make (MAX_CALLS_PER_REQUEST). */
  | 'TOO_MANY_CALLS'
  | 'TIMEOUT'
  | 'ABORTED'
  /** Zoom failed or could not be understood: 5xx, HTML, truncated JSON, a broken connection. */
  | 'UPSTREAM';
