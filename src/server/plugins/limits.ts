import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../error-codes.ts';
import { LIMITS } from '../limits.ts';

/** `spec`: the status depends on what the client accepts, as GraphQL over HTTP has it. A new one each time: Yoga adds to it. */
export const tooCostly = () => ({ code: 'QUERY_TOO_COSTLY', http: { status: 400, spec: true } }) satisfies Coded;
interface Coded {
  readonly code: ErrorCode;
  readonly http: object;
}
/** In place of the plugins' own words, which speak of errors of syntax. */
const onReject = (message: string) => [
  (_: unknown, error: GraphQLError) => {
    error.message = message;
    Object.assign(error.extensions, tooCostly());
  },
];
const number = (value: number): string => value.toLocaleString('en-US');

/** Refuses documents that are too long, too deep, repeat a field under too many names, or have too many directives, before anything is executed. */
export const queryLimits = () => [
  useTokenLimits(),
  maxAliasesPlugin({
    n: LIMITS.aliases,
    allowList: [],
    onReject: onReject(`The query has more than ${number(LIMITS.aliases)} aliases. Split it into several.`),
  }),
  maxDepthPlugin({
    n: LIMITS.depth,
    flattenFragments: true,
    onReject: onReject(
      `The query nests fields more than ${LIMITS.depth} levels deep. Ask for the deeper ones by another query, from an \`id\` on.`,
    ),
  }),
];

/** Counts before graphql parses: its parser calls itself for each bracket, and deep ones would end its stack. */
const useTokenLimits = (): Plugin => ({
  onParse: ({ parseFn, setParseFn }) =>
    setParseFn((source: string | Source, options: object) => {
      count(source);
      return parseFn(source, options);
    }),
});
const OPEN: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSE: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

const count = (source: string | Source): void => {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let nesting = 0;
  let directives = 0;
  for (let tokens = 1; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    if (tokens > LIMITS.tokens)
      throw refusal(
        `The query has more than ${number(LIMITS.tokens)} tokens. Split it into several, and send values as variables.`,
      );
    const { kind } = lexer.token;
    if (OPEN.includes(kind)) nesting++;
    else if (CLOSE.includes(kind)) nesting--;
    if (kind === TokenKind.AT && ++directives > LIMITS.directives)
      throw refusal(`The query has more than ${LIMITS.directives} directives. Split it into several.`);
    if (nesting > LIMITS.nesting)
      throw refusal(
        `The query nests brackets more than ${LIMITS.nesting} deep. Send values as variables, or split it into several.`,
      );
  }
};
const refusal = (message: string) => new GraphQLError(message, { extensions: tooCostly() });

/** Comparing fields of one name takes time that grows with their square: graphql gives up, and says no more than that. */
export const isGivenUp = ({ message }: Error): boolean => message === 'Validation aborted.';
export const givenUp = (): GraphQLError =>
  refusal(
    'The query has too many fields of the same name side by side to be checked. Write each field once, or give each an alias of its own.',
  );
