/**
 * Tests as rows: what is asked, what Zoom has, what is answered and which calls are made. Each row is a test of its own, named by its
 * sentence; one that fails shows its query. What a row leaves out is Zoom's 404 (test/stub.ts), no error and no body.
 */
import { expect, test } from 'vitest';
import { type Result, refusal, stub, type Table } from './stub.ts';

interface Row {
  readonly name: string;
  /** What Zoom has beside what the table of all rows says. */
  readonly table?: Table;
  readonly variables?: object;
  /** Where the data or payload below stands in the answer, as "phone.users.nodes"; nothing stands beside it. */
  readonly at?: string;
  /** What the errors match, one by one. */
  readonly errors?: readonly object[];
  /** The calls go out together: their order does not count. */
  readonly together?: true;
}
export interface ReadRow extends Row {
  readonly query: string;
  readonly data: unknown;
  /** Absent where the row is about the answer alone. */
  readonly calls?: readonly string[];
}
export interface WriteRow extends Row {
  /** The field of the mutation, or the whole document where it declares variables. */
  readonly mutation: string;
  /** What the field gives. */
  readonly payload: unknown;
  readonly calls: readonly string[];
  /** What the write sends. */
  readonly body?: unknown;
}

/** Tests of queries. */
export const reads = (rows: readonly ReadRow[], table: Table = {}) =>
  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { run, calls } = stub({ ...table, ...row.table });
    isAnswered(row.query, row, within(row.at, row.data), await run(row.query, row.variables));
    if (row.calls) areCalled(row.query, row, calls);
  });

/** Tests of mutations, each of one write. */
export const writes = (rows: readonly WriteRow[], table: Table = {}) =>
  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { run, calls, bodies } = stub({ ...table, ...row.table });
    const query = row.mutation.startsWith('mutation') ? row.mutation : `mutation { ${row.mutation} }`;
    const result = await run<Record<string, unknown>>(query, row.variables);
    const [field = 'none'] = Object.keys(result.data ?? {});
    isAnswered(query, row, { [field]: within(row.at, row.payload) }, result);
    areCalled(query, row, calls);
    expect(bodies, query).toEqual([row.body]);
  });

export interface WalkRow {
  readonly name: string;
  readonly table?: Table;
  /** What the list is a field of, as `user(id: "ann")`; absent at the root. */
  readonly of?: string;
  /** The list with its arguments but `after`, as `meetings(first: 2)`. */
  readonly list: string;
  /** What is selected of its items. */
  readonly nodes: string;
  /** The items of each page, up to the last one. */
  readonly pages: readonly (readonly unknown[])[];
  readonly calls?: readonly string[];
}
interface WalkedPage {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Tests that walk a list from page to page, each from the cursor at the end of the one before. */
export const walks = (rows: readonly WalkRow[], table: Table = {}) =>
  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { run, calls } = stub({ ...table, ...row.table });
    const list = `${row.list.replace(/\)$/, ', after: $after)')} { nodes { ${row.nodes} } pageInfo { hasNextPage endCursor } }`;
    const query = `query ($after: String) { ${row.of ? `${row.of} { ${list} }` : list} }`;
    const pages: (readonly unknown[])[] = [];
    for (let after: string | null = null; pages.length <= row.pages.length; ) {
      const { data, errors } = await run<Record<string, unknown>>(query, { after });
      expect(errors, query).toBeUndefined();
      const [first] = Object.values(data ?? {});
      const [page] = (row.of ? Object.values(first as object) : [first]) as WalkedPage[];
      pages.push(page?.nodes ?? []);
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(pages, query).toEqual(row.pages);
    if (row.calls) expect(calls, query).toEqual(row.calls);
  });

const within = (at: string | undefined, value: unknown): unknown =>
  at === undefined ? value : at.split('.').reduceRight((inner, name) => ({ [name]: inner }), value);

const isAnswered = (query: string, row: Row, expected: unknown, { data, errors }: Result) => {
  if (row.errors) expect(errors, query).toMatchObject(row.errors);
  else expect(errors, query).toBeUndefined();
  expect(data, query).toEqual(expected);
};
const areCalled = (query: string, row: { calls?: readonly string[]; together?: true }, calls: readonly string[]) => {
  const inOrder = (all: readonly string[] = []) => (row.together ? all.toSorted() : all);
  expect(inOrder(calls), query).toEqual(inOrder(row.calls));
};

/** A field of Zoom's answer, and how the graph shows it. */
export type LeafRow = readonly [key: string, value: unknown, field: string, shown: unknown];

/** A test of how what one call answers is shown, field by field; a field's selection of its own stands behind its name. */
export const leaves = (name: string, call: string, query: (fields: string) => string, rows: readonly LeafRow[]) =>
  test(name, async () => {
    const { run, calls } = stub({ [call]: Object.fromEntries(rows.map(([key, value]) => [key, value])) });
    const text = query(rows.map(([, , field]) => field).join(' '));
    const result = await run<Record<string, unknown>>(text);
    const [root = 'none'] = Object.keys(result.data ?? {});
    const shown = Object.fromEntries(rows.map(([, , field, value]) => [field.split(' ')[0], value]));
    isAnswered(text, { name }, { [root]: shown }, result);
    expect(calls, text).toEqual([call]);
  });

/** A call that Zoom refuses, what the graph makes of it, and the field that makes the call. */
export type RefusalRow = readonly [call: string, status: number, code: number, expected: string, field: string];
/** What is asked for beside a refused field, and answered. */
export interface Beside {
  readonly table: Table;
  readonly query: (refused: string) => string;
  /** All that is answered: `refused` stands in it as null. */
  readonly data: unknown;
}
const ALONE: Beside = { table: {}, query: (refused) => `mutation { ${refused} }`, data: { refused: null } };

/** The path that leads to `refused`. */
const pathIn = (data: unknown): (string | number)[] | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('refused' in data) return ['refused'];
  for (const [key, value] of Object.entries(data)) {
    const rest = pathIn(value);
    if (rest) return [Array.isArray(data) ? Number(key) : key, ...rest];
  }
  return undefined;
};

/** Tests of refusals. The field is null, its error tells why, and what is beside it is whole; after a refused write nothing is read. */
export const refusals = (rows: readonly RefusalRow[], { table, query, data }: Beside = ALONE) =>
  test.each(rows)('%s refused with %i/%i is %s: %s', async (call, status, code, expected, field) => {
    const { run, calls } = stub({ ...table, [call.replace(/\?.*/, '')]: refusal(status, code, 'Zoom says no.') });
    const text = query(`refused: ${field}`);
    const message = expect.stringContaining('Zoom says no.');
    const errors = [{ message, path: pathIn(data), extensions: { code: expected, zoom: { status, code } } }];
    isAnswered(text, { name: call, errors }, data, await run(text));
    if (!call.startsWith('GET ')) expect(calls, text).toEqual([call]);
  });

/** The global id of a thing, by its type and its key. */
export const globalId = (type: string, key: string) => btoa(`${type}:${key}`);
