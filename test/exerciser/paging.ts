/** Lists of two pages, and the queries that walk them. */
import { type DocumentNode, Kind, OperationTypeNode, parse, print, visit } from 'graphql';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { type Received, refusal } from '../stub.ts';
import { answerTo, KEY } from './below.ts';
import { isRaw, type Raw } from './graph.ts';

export interface Page {
  readonly totalCount: number | null;
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const fieldsOf = (text: string) => {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no operation.`);
  return operation;
};
const PAGE = fieldsOf('{ totalCount nodes { __typename } pageInfo { hasNextPage endCursor } }').selectionSet;
const AFTER = fieldsOf('query ($after: String) { list(after: $after) { __typename } }');
const [afterArgument] = AFTER.selectionSet.selections.flatMap((field) =>
  'arguments' in field ? (field.arguments ?? []) : [],
);

/** A query of a list by `$first`, as the exerciser makes them, with `$after` and a page for selection. */
export const pageQuery = (text: string): string => {
  const document: DocumentNode = parse(text);
  return print(
    visit(document, {
      OperationDefinition: (node) =>
        node.operation === OperationTypeNode.QUERY
          ? {
              ...node,
              variableDefinitions: [...(node.variableDefinitions ?? []), ...(AFTER.variableDefinitions ?? [])],
            }
          : undefined,
      Field: {
        leave: (node) =>
          node.arguments?.some(({ name, value }) => name.value === 'first' && value.kind === Kind.VARIABLE)
            ? { ...node, arguments: [...node.arguments, afterArgument], selectionSet: PAGE }
            : undefined,
      },
    }),
  );
};

/** The page somewhere in an answer. */
export const pageIn = (data: unknown): Page | undefined => {
  if (Array.isArray(data)) return data.map(pageIn).find((page) => page !== undefined);
  if (!isRaw(data)) return undefined;
  return 'pageInfo' in data ? (data as unknown as Page) : pageIn(Object.values(data));
};

/** The parameter that says where a page begins. */
export const pageParam = ({ paging }: Endpoint): string =>
  paging?.by === 'number' ? 'page_number' : 'next_page_token';

/** An answer of a list with something beside its items. */
const beside = ({ items = '' }: Endpoint, answer: unknown, more: Raw): unknown => {
  const within = (value: unknown, [name, ...names]: readonly string[]): unknown =>
    name === undefined || !isRaw(value)
      ? value
      : { ...value, ...(names.length === 0 && more), [name]: within(value[name], names) };
  return within(answer, items.split('.'));
};

/** What a call asks for, whatever page of it, and of whatever size. */
export const filtersIn = (query: URLSearchParams, endpoint: Endpoint): string =>
  [...query].filter(([param]) => param !== pageParam(endpoint) && param !== 'page_size').join();

/**
 * A list of two items on two pages; lists by other filters are empty. Zoom no longer knows the tokens that are `dead`, and gives
 * `token`.
 */
export const inTwoPages = (endpoint: Endpoint, token: string, dead: readonly string[] = []) => {
  let filters: string | undefined;
  const counts = endpoint.paging?.by === 'number' ? { page_count: 2, page_size: 1 } : {};
  return ({ query }: Pick<Received, 'query'>): unknown => {
    filters ??= filtersIn(query, endpoint);
    if (filters !== filtersIn(query, endpoint))
      return beside(endpoint, emptyAnswers(endpoint)[0], { total_records: 0 });
    const at = query.get(pageParam(endpoint));
    if (at !== null && dead.includes(at)) return refusal(400, 300, 'The next page token is invalid or expired.');
    const first = answerTo(endpoint);
    if (at === null) return beside(endpoint, first, { ...counts, total_records: 2, next_page_token: token });
    const second: unknown = JSON.parse(JSON.stringify(first).replaceAll(`"${KEY}"`, '"k8"'));
    return beside(endpoint, second, { ...counts, total_records: 2, page_number: 2, next_page_token: '' });
  };
};

/** The forms in which Zoom says that a list has no items: it leaves them out, or sends an empty list. */
export const emptyAnswers = ({ items = '' }: Endpoint): readonly unknown[] =>
  items === '' ? [[]] : [{}, items.split('.').reduceRight<unknown>((within, name) => ({ [name]: within }), [])];
