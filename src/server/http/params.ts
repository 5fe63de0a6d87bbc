/** The parameters of a GraphQL request, from what a client sent: the same whichever way it goes, and in whatever form it comes. */
import { LIMITS } from '../limits.ts';
import { malformed } from './errors.ts';
import type { Asked, PersistedDocuments } from './persisted.ts';

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

/** Gives the text that a request names or sends. */
type Texts = Pick<PersistedDocuments, 'textOf'>;

/** Takes the parameters from a body of JSON. Members that the specification does not know are ignored, as it says. */
export const paramsOf = (body: unknown, texts: Texts): Params => {
  if (Array.isArray(body)) throw malformed('Batching is not supported.');
  if (!isObject(body)) throw malformed('The request must be a JSON object that has a `query`.');
  const { operationName } = body;
  const variables = objectOf('variables', body.variables);
  const extensions = objectOf('extensions', body.extensions);
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw malformed('`operationName` must be a string.');
  const asked = askedIn(body, extensions?.persistedQuery);
  return { query: texts.textOf(asked), variables, operationName: operationName ?? undefined, extensions };
};

/** The names by which clients send the id of a document in place of its text; a text goes before them. */
const IDS = ['documentId', 'id', 'doc_id'] as const;
const askedIn = (body: Readonly<Record<string, unknown>>, persistedQuery: unknown): Asked => {
  const query = textIn(body, 'query');
  const hash = isObject(persistedQuery) ? hashIn(persistedQuery) : undefined;
  if (query !== undefined || hash !== undefined) return { query, hash };
  const [id] = IDS.flatMap((name) => textIn(body, name) ?? []);
  if (id === undefined) throw malformed('The request has no `query`.');
  return { id };
};
const textIn = (body: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw malformed(`\`${name}\` must be a string.`);
  return value;
};
/** Apollo's clients have sent but one version of it. */
const hashIn = ({ version = 1, sha256Hash }: Readonly<Record<string, unknown>>): string | undefined => {
  if (version !== 1) throw malformed('`extensions.persistedQuery.version` must be 1.');
  if (sha256Hash === undefined || sha256Hash === null) return undefined;
  if (typeof sha256Hash !== 'string') throw malformed('`extensions.persistedQuery.sha256Hash` must be a string.');
  return sha256Hash;
};

/** Takes them from the query of a URL, or from a form of the same kind. */
export const paramsOfSearch = (search: URLSearchParams, texts: Texts): Params => {
  const textOf = (name: string) => search.get(name) || undefined;
  const jsonAt = (name: string) => {
    const text = textOf(name);
    return text === undefined ? undefined : jsonOf(text, `\`${name}\``);
  };
  const named = Object.fromEntries(['query', ...IDS, 'operationName'].map((name) => [name, textOf(name)]));
  return paramsOf({ ...named, variables: jsonAt('variables'), extensions: jsonAt('extensions') }, texts);
};

const objectOf = (name: string, value: unknown): Record<string, unknown> | undefined => {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw malformed(`\`${name}\` must be an object.`);
  if (isDeeper(value, LIMITS.jsonNesting))
    throw malformed(`\`${name}\` nests objects and lists more than ${LIMITS.jsonNesting} deep.`);
  return value;
};
/** Whether there are more levels than that; looks no deeper. */
export const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
