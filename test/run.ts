/** How tests ask the gateway, without a socket: by a text, or by a document that `graphql(...)` types from the schema. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { ERROR_CODES } from '../src/server/error-codes.ts';

/** What a GraphQL request answers; of a text's data only the test knows the type. */
export interface Result<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code?: string; readonly zoom?: Record<string, unknown> };
  }[];
  readonly extensions?: { readonly zoom?: Record<string, unknown> };
}

/** The variables of a document, which may be left out where it asks for none. */
export type Given<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

export interface Run {
  <Data, Variables>(
    query: TypedDocumentNode<Data, Variables>,
    ...given: [...Given<Variables>, init?: RequestInit]
  ): Promise<Result<Data>>;
  <Data = Record<string, unknown>>(query: string, variables?: object, init?: RequestInit): Promise<Result<Data>>;
}

/** What a request asks of the gateway itself. */
export interface RequestExtensions {
  readonly dryRun?: boolean;
  readonly trace?: boolean;
}
/** Sends queries with request extensions to a gateway. */
export const askingOn =
  (gateway: { fetch(url: string, init: RequestInit): Response | Promise<Response> }) =>
  async (query: string, zoom: RequestExtensions, variables?: object): Promise<Result> => {
    const sent = await sentOf({ query, variables, extensions: { zoom } });
    return resultOf(await gateway.fetch('http://gateway.test/graphql', { method: 'POST', ...sent }));
  };

/** Sends queries to a gateway; variables that hold files as the GraphQL multipart request specification says. */
export const runOn =
  (gateway: { fetch(url: string, init: RequestInit): Response | Promise<Response> }): Run =>
  async (query: string | TypedDocumentNode, variables?: unknown, init: RequestInit = {}) => {
    const { headers, body } = await sentOf({ query: typeof query === 'string' ? query : print(query), variables });
    const response = await gateway.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { ...headers, ...init.headers },
      body,
      ...(init.signal && { signal: init.signal }),
    });
    return (await resultOf(response)) as never;
  };

/** What an answer holds. Throws where an error has a code that docs/errors.md does not list, or none. */
const resultOf = async (response: Response): Promise<Result> => {
  const result = (await response.json()) as Result;
  for (const { message, extensions } of result.errors ?? [])
    if (!Object.hasOwn(ERROR_CODES, extensions?.code ?? ''))
      throw new Error(`The code ${extensions?.code} of "${message}" is not in ERROR_CODES.`);
  return result;
};

/** What is sent over HTTP: JSON, or a form where there are files. */
const sentOf = async (operations: object): Promise<Pick<RequestInit, 'headers' | 'body'>> => {
  const files = filesIn(operations);
  return files.length > 0 ? upload(operations, files) : jsonOf(operations);
};

const jsonOf = (operations: object): Pick<RequestInit, 'headers' | 'body'> => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(operations),
});

/** The files within a value, each with the path that leads to it. */
const filesIn = (value: unknown, at: readonly string[] = []): (readonly [path: string, file: File])[] => {
  if (value instanceof File) return [[at.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => filesIn(one, [...at, key]));
};
const upload = async (
  operations: object,
  files: readonly (readonly [path: string, file: File])[],
): Promise<Pick<RequestInit, 'headers' | 'body'>> => {
  const form = new FormData();
  form.set(
    'operations',
    JSON.stringify(operations, (_, value: unknown) => (value instanceof File ? null : value)),
  );
  form.set('map', JSON.stringify(Object.fromEntries(files.map(([path], nth) => [nth, [path]]))));
  for (const [nth, [, file]] of files.entries()) form.set(String(nth), file);
  const encoded = new Response(form);
  return {
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', 'graphql-require-preflight': 'yes' },
    body: await encoded.arrayBuffer(),
  };
};
