/** Every `extensions.code` that an error of the gateway may have, and what it means, as docs/errors.md shows them. */
export const ERROR_CODES = {
  NOT_FOUND: 'Zoom has nothing by this id, or the credentials do not see it.',
  BAD_USER_INPUT: 'A value is not one that the field, the gateway or Zoom takes.',
  CURSOR_INVALID: '`after` is not a cursor of this list with these arguments.',
  EVENTS_OFF:
    'This gateway receives no events from Zoom: the message names the settings for that, none of which is set.',
  IDEMPOTENCY_KEY_REUSED: 'The key of `@idempotent` was used within a day for another mutation, or another input.',
  UNAUTHENTICATED:
    'The request does not say who asks in the way that the gateway is set to (`AUTH`), or Zoom does not accept the access token or the credentials.',
  AUTH_UNAVAILABLE: 'The keys by which tokens are verified cannot be had; try again after `Retry-After`.',
  FORBIDDEN:
    "The user's role or the account's plan does not allow it; or the request lacks a permission, which the message names.",
  MISSING_SCOPE: 'The Zoom app lacks a scope; the message names those that would do.',
  LINK_INVALID: 'The link to a file has expired, was changed, or is of another gateway; ask for a new one.',
  RATE_LIMITED:
    "Zoom's rate limits leave no call in time; `zoom.retryAfter` has the seconds to wait, where they are known.",
  HOST_DAILY_LIMIT:
    'The creates and updates of meetings and webinars that Zoom allows a host each day are used up; `zoom.retryAfter` has the seconds until they begin anew.',
  CONFLICT: 'Zoom refuses it as things are now: it exists already, or is being changed.',
  EVENTS_LOST:
    'Events are gone that should have come: `after` is older than what is kept, or the subscriber was too slow, or Redis has lost them.',
  TOO_MANY_SUBSCRIPTIONS: 'There are as many subscriptions as this process, or this caller, may have.',
  QUERY_TOO_COSTLY:
    'The operation is beyond what one request may ask for: fewer fields, items, days or levels will do.',
  TIMEOUT: 'Zoom, or the whole answer, took too long.',
  ABORTED: 'The request was cancelled.',
  UPSTREAM_ERROR: 'Zoom cannot be reached, failed, or sent something that cannot be read.',
  GRAPHQL_PARSE_FAILED: 'The query is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The query does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The request does not say which operation is to run.',
  PERSISTED_QUERY_NOT_FOUND:
    'The gateway does not know the document that is named: send its text with the hash, as Apollo’s clients do automatically.',
  OPERATION_NOT_REGISTERED:
    'The gateway is set to run registered documents alone (`PERSISTED_ONLY`), and this one is not registered.',
  BAD_REQUEST: 'The HTTP request is not one of GraphQL, or asks for a mutation by GET; the message says what to send.',
  NOT_ACCEPTABLE: 'The client accepts no media type that the gateway can answer in.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is of a type, encoding or charset that the gateway does not read.',
  REQUEST_ENTITY_TOO_LARGE: 'The body is too large; the message names the limit.',
  HEADERS_TOO_LARGE: 'The headers of the request are too long.',
  REQUEST_TIMEOUT: 'The request took too long to arrive.',
  UNKNOWN_HOST: 'The `Host` header names a host that is not in `ALLOWED_HOSTS`.',
  OVERLOADED: 'The gateway has no room for the request; try again after `Retry-After`.',
  INTERNAL_SERVER_ERROR: 'A fault of the gateway; its log has the reason under the `requestId` of the error.',
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** The codes as a Markdown table. */
export const errorCodesTable = (): string =>
  [
    '| `extensions.code` | What it means |',
    '| --- | --- |',
    ...Object.entries(ERROR_CODES).map(([code, meaning]) => `| ${code} | ${meaning} |`),
  ].join('\n');
