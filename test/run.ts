/** How tests ask the gateway, without a socket: by a text, or by a document that `graphql(...)` types from the schema. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

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

/** Sends queries to a gateway. */
export const runOn =
  (gateway: { fetch(url: string, init: RequestInit): Response | Promise<Response> }): Run =>
  async (query: string | TypedDocumentNode, variables?: unknown, init: RequestInit = {}) => {
    const response = await gateway.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...init.headers },
      body: JSON.stringify({ query: typeof query === 'string' ? query : print(query), variables }),
      ...(init.signal && { signal: init.signal }),
    });
    return (await response.json()) as never;
  };
