/** Errors about the request as HTTP has it, in the form that errors have everywhere. */
import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../error-codes.ts';

type Headers = Readonly<Record<string, string>>;

/** An error that sets the status of the answer, and headers of it. */
export const httpError = (status: number, code: ErrorCode, message: string, headers?: Headers): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, ...(headers && { headers }) } } });

/** The client's mistake in the request itself. */
export const malformed = (message: string): GraphQLError => httpError(400, 'BAD_REQUEST', message);

/** The rest of such a body stays unread, hence the connection cannot go on. */
export const tooLarge = (message: string): GraphQLError =>
  httpError(413, 'REQUEST_ENTITY_TOO_LARGE', message, { connection: 'close' });

/** An error as the whole answer, where neither Yoga nor the short way writes it. */
export const answerOfError = ({ message, extensions }: GraphQLError) => {
  const { status, headers } = (extensions.http ?? { status: 500 }) as {
    readonly status: number;
    readonly headers?: Headers;
  };
  const body = JSON.stringify({ errors: [{ message, extensions: { code: extensions.code } }] });
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
};

/** Sends an error as the whole answer. */
export const answerError = (response: ServerResponse, error: GraphQLError): void => {
  const { status, headers, body } = answerOfError(error);
  response.writeHead(status, headers).end(body);
};
