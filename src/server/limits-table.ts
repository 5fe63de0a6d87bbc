/** The bounds that no setting changes, and what is kept at most, as docs/limits.md shows them. */
import { TRANSCRIPTS } from '../../resolvers/domains/transcripts.ts';
import { MOST_HOSTS, TOTALS } from '../../resolvers/hints.ts';
import { MOST as SHARED } from '../../resolvers/shared-cache.ts';
import { KEPT as DOCUMENTS } from '../engine/documents.ts';
import { PLANS } from '../engine/executor/kept-plans.ts';
import { TEXTS } from '../engine/remembered.ts';
import { IDLE_MS, MOST_CALLERS } from '../zoom/client/callers.ts';
import { PATIENCE_MS } from '../zoom/client/changes.ts';
import { KEPT as WRITTEN } from '../zoom/client/idempotency.ts';
import { KEPT_BYTES } from '../zoom/client/kept-answers.ts';
import { LONGEST, REMEMBERED } from '../zoom/client/response-cache.ts';
import { MOST_KNOWN } from '../zoom/events/memory-stream.ts';
import { FOUND } from './files.ts';
import { KEPT as SENT } from './http/persisted.ts';
import { LIMITS, megabytes } from './limits.ts';
import { KEPT as RESULTS } from './plugins/unchanged.ts';

type Unit = '' | 'bytes' | 'seconds';
const TOO_LARGE = '413 `REQUEST_ENTITY_TOO_LARGE`';
const TOO_COSTLY = '`QUERY_TOO_COSTLY`, before anything runs';
const BAD_REQUEST = '400 `BAD_REQUEST`';

/** What each bound is about, in which unit, and what happens beyond it. */
const ABOUT: Readonly<Record<keyof typeof LIMITS, readonly [about: string, unit: Unit, beyond: string]>> = {
  bodyBytes: ['The body of a request that is no upload; the texts of an upload together', 'bytes', TOO_LARGE],
  uploadBytes: ['The body of an upload', 'bytes', TOO_LARGE],
  uploadFiles: ['Files in one upload', '', TOO_LARGE],
  uploadFields: ['Texts in one upload: `operations`, `map`, and what nobody asks for', '', TOO_LARGE],
  uploadPaths: ['Places in the `operations` that the `map` of an upload names', '', BAD_REQUEST],
  heldBytes: ['Bodies of all requests in flight, in one process', 'bytes', '503 `OVERLOADED`, with `Retry-After`'],
  jsonNesting: ['Levels of objects and lists in `variables`, and in `extensions`', '', BAD_REQUEST],
  tokens: ['Tokens of a query', '', TOO_COSTLY],
  nesting: ['Brackets within brackets in a query', '', TOO_COSTLY],
  aliases: ['Aliases in a query', '', TOO_COSTLY],
  directives: ['Directives in a query', '', TOO_COSTLY],
  depth: ['Levels of fields in a query', '', TOO_COSTLY],
  answerObjects: [
    'Objects in an answer, where ten fields or list items count as one; as many times more as `MAX_FIRST` is above 10,000',
    '',
    '`QUERY_TOO_COSTLY`, and execution stops',
  ],
  answerBytes: [
    'An answer, about; as many times more as `MAX_FIRST` is above 10,000',
    'bytes',
    '`QUERY_TOO_COSTLY`, and execution stops',
  ],
  connections: ['Connections of clients at once, in one process', '', 'the connection is closed at once'],
  headBytes: ['The headers of a request', 'bytes', '431 `HEADERS_TOO_LARGE`'],
  headMs: [
    'From the beginning of a connection or request until its headers are there',
    'seconds',
    '408 `REQUEST_TIMEOUT`',
  ],
  bodyMs: ['From the beginning of a request until its body is there', 'seconds', '408 `REQUEST_TIMEOUT`'],
  answerMs: ['An answer of which the client takes nothing', 'seconds', 'the connection is closed'],
  idleMs: ['A connection between two requests', 'seconds', 'the connection is closed'],
  fileStreams: ['Files that are sent at once, in one process', '', '503 `OVERLOADED`, with `Retry-After`'],
  subscriptions: ['Subscriptions at once, in one process', '', '503 `TOO_MANY_SUBSCRIPTIONS`'],
  ownSubscriptions: ['Those of one caller', '', '429 `TOO_MANY_SUBSCRIPTIONS`'],
};

const shown = (value: number, unit: Unit): string =>
  `${(unit === 'seconds' ? value / 1000 : value).toLocaleString('en-US')}${unit && ` ${unit}`}`;

const number = (value: number): string => value.toLocaleString('en-US');
const hours = (ms: number): string => `${number(ms / 3_600_000)} h`;
const kilobytes = (bytes: number): string => `${number(Math.round(bytes / 1000))} KB`;

/** What is kept for later requests, how much of it, and what happens when that is full. */
const KEPT: readonly (readonly [about: string, most: string, beyond: string])[] = [
  [
    'Texts of queries, with their documents',
    `${number(DOCUMENTS.count)}, ${megabytes(DOCUMENTS.bytes)}, ${number(DOCUMENTS.text)} characters each`,
    'the least used go; a longer text is parsed each time',
  ],
  [
    'Templates of queries, for texts that differ in literals',
    `${number(DOCUMENTS.count)}, ${megabytes(DOCUMENTS.bytes)}, ${number(DOCUMENTS.template)} characters and ${number(DOCUMENTS.literals)} literals each`,
    'the least used go; a longer text is parsed each time',
  ],
  [
    'Texts of queries that clients have sent with their hash',
    `${megabytes(SENT.bytes)}, ${number(SENT.text)} characters each`,
    'the least used go; a client whose hash is not known sends the text again',
  ],
  [
    'What the headers `Host`, `Accept` and `Accept-Encoding` of requests say',
    `${number(TEXTS.count)} of each, ${number(TEXTS.characters)} characters each`,
    'the least used go, and are read again',
  ],
  ['GraphiQL, compressed', 'once in each of two codings, some 2 MB each', 'there is no more of it'],
  [
    'Plans of operations',
    `${megabytes(PLANS.bytes)}, ${number(PLANS.perField)} bytes a field`,
    'the least used go, and are made again',
  ],
  [
    'Answers of Zoom, byte for byte',
    `${megabytes(REMEMBERED.bytes)}, ${kilobytes(LONGEST)} each`,
    'the oldest go, and are parsed again',
  ],
  ['Objects made of these answers', megabytes(REMEMBERED.objects), 'the least used go; the answers are parsed again'],
  [
    'Results of unchanged answers, and their JSON',
    `${megabytes(RESULTS.bytes)}, ${megabytes(RESULTS.one)} each`,
    'the least used go; the operation is executed again',
  ],
  [
    'Small lists that requests share (`SHARED_CACHE_SECONDS`)',
    megabytes(SHARED.answers),
    'the least used go, and are read again',
  ],
  [
    'Names of users that requests share (`SHARED_CACHE_SECONDS`)',
    megabytes(SHARED.entities),
    'the least used go, and are read again',
  ],
  [
    'Answers that serve later requests (`RESPONSE_CACHE_SECONDS`)',
    megabytes(KEPT_BYTES),
    'the least used go, and Zoom, or what replicas share, is asked again',
  ],
  [
    'Hosts of meetings and webinars, by whom their writes are counted',
    number(MOST_HOSTS),
    'the least used go; their writes are counted by meeting',
  ],
  ['Sizes of lists', megabytes(TOTALS.bytes), 'the least used go; hydration plans as for a list that it has not seen'],
  [
    'What came of writes that have an `@idempotent` key; with `WORKERS`, in the primary',
    `${megabytes(WRITTEN.bytes)}, for a day each`,
    'the oldest go: a write that is sent again then is made again',
  ],
  [
    'Events of Zoom’s of which it is known that they came before, in memory; with `WORKERS`, in the primary',
    `${number(MOST_KNOWN)}, for two hours each`,
    'the least lately seen go: a repeat is then taken for another event',
  ],
  [
    'Where the files of a link are',
    `${number(FOUND.count)} recordings, ${shown(FOUND.ms, 'seconds')}`,
    'the least used go, and are looked up again',
  ],
  [
    'Transcripts that are read at once',
    `${TRANSCRIPTS.atOnce}, ${megabytes(TRANSCRIPTS.bytes)} each`,
    'others wait for their turn; a longer one is an error of its field',
  ],
  [
    'Callers whose budgets are kept',
    `${number(MOST_CALLERS)} whose token Zoom has accepted, and ${number(MOST_CALLERS)} others; twice as many while they are at work`,
    `the least used go; no number of made-up tokens pushes out a caller whose token was accepted; one that was not used for ${hours(IDLE_MS.token)} goes in any case, and the budget of an account after ${hours(IDLE_MS.account)}`,
  ],
  [
    'How long a write waits until other workers have heard of it',
    shown(PATIENCE_MS, 'seconds'),
    'the write is answered, and a warning logged; a worker that was too busy hears of it later',
  ],
];

const tableOf = (rows: readonly (readonly string[])[]): string =>
  ['| What | At most | Beyond it |', '| --- | --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join(
    '\n',
  );

/** The bounds as a Markdown table. */
export const limitsTable = (): string =>
  tableOf(
    Object.entries(ABOUT).map(([name, [about, unit, beyond]]) => [
      about,
      shown(LIMITS[name as keyof typeof LIMITS], unit),
      beyond,
    ]),
  );

/** What is kept, as a Markdown table. */
export const keptTable = (): string => tableOf(KEPT);
