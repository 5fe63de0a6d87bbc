/** The calls of API v1 and the documents in examples/v1 that do the same, as docs/migrating-from-v1.md shows them. */
import { existsSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, type Token, TokenKind } from 'graphql';

/** A line of test/operations/v1.tsv, which lists what API v1 had. */
export interface V1Call {
  /** The path below /v1: "user/list". */
  readonly call: string;
  readonly parameters: readonly string[];
  /** The operations of REST v2 that the document calls. */
  readonly operations: readonly string[];
  readonly document: V1Document;
}

/** A document, and what its comments say. */
export interface V1Document {
  readonly path: string;
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  /** The first comment: the call. */
  readonly title: string;
  /** The comments below it: what differs. */
  readonly differs: string;
  /** What the comment over each variable names: parameters of v1, none where v1 has no such thing. */
  readonly named: readonly (readonly string[])[];
}

const wordsIn = (cell: string, between: string): string[] => cell.split(between).filter((word) => word !== '');

/** Throws where a call has no document. */
export const v1Calls = (): readonly V1Call[] =>
  v1Lines().map(([call = '', parameters = '', operations = '']) => ({
    call,
    parameters: wordsIn(parameters, ' '),
    operations: wordsIn(operations, ', '),
    document: documentAt(pathOf(call)),
  }));

/** The calls of API v1, and those of them of which there is no document. */
export const v1Coverage = (): { readonly all: number; readonly missing: readonly string[] } => {
  const calls = v1Lines().map(([call = '']) => call);
  return { all: calls.length, missing: calls.filter((call) => !existsSync(pathOf(call))) };
};

const v1Lines = (): readonly (readonly string[])[] =>
  readFileSync('test/operations/v1.tsv', 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
const pathOf = (call: string): string => `examples/v1/${call.replaceAll('/', '.')}.graphql`;

const documentAt = (path: string): V1Document => {
  const document = parse(readFileSync(path, 'utf8'));
  const [title = '', ...differs] = commentsFrom(document.loc?.startToken.next);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return {
    path,
    document,
    operations,
    title,
    differs: differs.join(' '),
    named: operations.flatMap(({ variableDefinitions = [] }) =>
      variableDefinitions.map(({ loc }) => parametersIn(commentBefore(loc?.startToken))),
    ),
  };
};

const commentsFrom = (token: Token | null | undefined): string[] =>
  token?.kind === TokenKind.COMMENT ? [token.value.trim(), ...commentsFrom(token.next)] : [];

const commentBefore = (token: Token | undefined): string =>
  token?.prev?.kind === TokenKind.COMMENT ? token.prev.value.trim() : '';

const NOT_IN_V1 = 'not in v1';
/** What stands before the colon of "# id, email: either". */
const parametersIn = (comment: string): string[] => {
  const [names = ''] = comment.split(':');
  return names === NOT_IN_V1 ? [] : names.split(', ');
};

/** A line for each call. */
export const v1Table = (): string => {
  const rows = v1Calls().map(({ call, operations, document: { path, differs } }) => {
    const calls = operations.map((one) => `\`${one}\``).join('<br>');
    return `| ${call} | [${call.replaceAll('/', '.')}](../${path}) | ${calls} | ${differs} |`;
  });
  return ['| API v1 | GraphQL | REST v2 | what differs |', '| --- | --- | --- | --- |', ...rows].join('\n');
};
