/** What a request says of who asks, and what it is told where that is not enough. */
import type { GraphQLError } from 'graphql';
import { httpError } from '../http/errors.ts';

export type AskedBy = Pick<Headers, 'get'>;

/** The text behind `Authorization: Bearer`; undefined where there is none. */
export const bearerOf = (headers: AskedBy): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];

/** The refusal of a request of nobody, as RFC 6750 has it. `isInvalid`: what it brought is of no use. */
export const unauthenticated = (message: string, isInvalid = false): GraphQLError =>
  httpError(401, 'UNAUTHENTICATED', message, {
    'www-authenticate': `Bearer realm="zoom-graphql"${isInvalid ? ', error="invalid_token"' : ''}`,
  });
