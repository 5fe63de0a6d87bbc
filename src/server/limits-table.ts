/** The bounds that no setting changes, as docs/limits.md shows them. */
import { LIMITS } from './limits.ts';

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
  heldBytes: ['Bodies of all requests under way, in one process', 'bytes', '503 `OVERLOADED`, with `Retry-After`'],
  jsonNesting: ['Levels of objects and lists in `variables`, and in `extensions`', '', BAD_REQUEST],
  tokens: ['Tokens of a query', '', TOO_COSTLY],
  nesting: ['Brackets within brackets in a query', '', TOO_COSTLY],
  aliases: ['Aliases in a query', '', TOO_COSTLY],
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
};

const shown = (value: number, unit: Unit): string =>
  `${(unit === 'seconds' ? value / 1000 : value).toLocaleString('en-US')}${unit && ` ${unit}`}`;

/** The bounds as a Markdown table. */
export const limitsTable = (): string =>
  [
    '| What | At most | Beyond it |',
    '| --- | --- | --- |',
    ...Object.entries(ABOUT).map(
      ([name, [about, unit, beyond]]) =>
        `| ${about} | ${shown(LIMITS[name as keyof typeof LIMITS], unit)} | ${beyond} |`,
    ),
  ].join('\n');
