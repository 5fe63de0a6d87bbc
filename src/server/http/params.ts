/** The parameters of a GraphQL request, from what a client sent: the same whichever way it goes, and in whatever form it comes. */
import { GraphQLError } from 'graphql';
import { LIMITS } from '../limits.ts';
import { malformed } from './errors.ts';

export interface Params {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly extensions?: Record<string, unknown>;
}

/** Reads JSON. What `JSON.parse` says is not passed on, for it quotes the text, and with it what may be secret. */
export const jsonOf = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    throw malformed(`${what} must be JSON.`);
  }
};

/** Takes the parameters from a body of JSON. Members that the specification does not know are ignored, as it says. */
export const paramsOf = (body: unknown): Params => {
  if (Array.isArray(body)) throw malformed('Batching is not supported.');
  if (!isObject(body)) throw malformed('The request must be a JSON object that has a `query`.');
  const { query, operationName } = body;
  const variables = objectOf('variables', body.variables);
  const extensions = objectOf('extensions', body.extensions);
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw malformed('`operationName` must be a string.');
  if (query === undefined || query === null) throw extensions?.persistedQuery ? notPersisted() : queryless();
  if (typeof query !== 'string') throw malformed('`query` must be a string.');
  return { query, variables, operationName: operationName ?? undefined, extensions };
};

/** Takes them from the query of a URL, or from a form of the same kind. */
export const paramsOfSearch = (search: URLSearchParams): Params => {
  const textOf = (name: string) => search.get(name) || undefined;
  const jsonAt = (name: string) => {
    const text = textOf(name);
    return text === undefined ? undefined : jsonOf(text, `\`${name}\``);
  };
  return paramsOf({
    query: textOf('query'),
    operationName: textOf('operationName'),
    variables: jsonAt('variables'),
    extensions: jsonAt('extensions'),
  });
};

const objectOf = (name: string, value: unknown): Record<string, unknown> | undefined => {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw malformed(`\`${name}\` must be an object.`);
  if (isDeeper(value, LIMITS.jsonNesting))
    throw malformed(`\`${name}\` nests objects and lists more than ${LIMITS.jsonNesting} deep.`);
  return value;
};
/** Whether there are more levels than that; looks no deeper. */
const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const queryless = () => malformed('The request has no `query`.');
/** As Apollo's servers say it: their clients then send the text. The status, too, is the one that those clients know. */
const notPersisted = () =>
  new GraphQLError('PersistedQueryNotSupported', {
    extensions: {
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
      http: { status: 200, headers: { 'cache-control': 'private, no-cache, must-revalidate' } },
    },
  });
