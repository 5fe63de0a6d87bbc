/** W5: a walk through all of 10,000 users, page by page, twice by the same process: memory must not grow with the pages. */
import { callsTo, type Operation, postWhole } from './ask.ts';
import { type Account, type GraphName, graphsOf, type Process, type SubjectName, withSubjects } from './processes.ts';
import { megabytes, seconds, tableOf } from './table.ts';

const account: Account = { users: 10_000, meetings: 10 };
const MARKS = [2000, 5000, 10_000];
const WALKS = 2;

interface Page {
  readonly users: { readonly nodes: readonly unknown[]; readonly next?: string; readonly pageInfo?: PageInfo };
}
interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}
interface Way {
  /** The baseline's pages are Zoom's. */
  readonly size: number;
  readonly more: string;
  readonly next: (page: Page) => string | undefined;
}
const WAYS: Readonly<Record<GraphName, Way>> = {
  baseline: { size: 300, more: 'next', next: ({ users }) => users.next },
  gateway: {
    size: 1000,
    more: 'pageInfo { hasNextPage endCursor }',
    next: ({ users: { pageInfo } }) => (pageInfo?.hasNextPage ? pageInfo.endCursor : undefined),
  },
};

const queryOf = ({ size, more }: Way) =>
  `query ($after: String) { users(first: ${size}, after: $after) { nodes { id email displayName } ${more} } }`;

/** The gateway's pages, as one walk comes to them. */
export const operationsOfWalk = async (gateway: Process): Promise<readonly Operation[]> => {
  const way = WAYS.gateway;
  const operations: Operation[] = [];
  let after: string | undefined;
  do {
    const operation: Operation = { query: queryOf(way), variables: { after } };
    operations.push(operation);
    after = way.next(await postWhole<Page>(gateway, operation));
  } while (after);
  return operations;
};

const walk = async (subject: Process, upstream: Process, way: Way) => {
  const { next } = way;
  const query = queryOf(way);
  const peaks: number[] = [];
  await callsTo(upstream);
  const since = performance.now();
  let read = 0;
  let after: string | undefined;
  do {
    const page: Page = await postWhole<Page>(subject, { query, variables: { after } });
    read += page.users.nodes.length;
    after = next(page);
    if (read >= (MARKS[peaks.length] ?? Number.POSITIVE_INFINITY)) peaks.push((await subject.ask('usage')).peak);
  } while (after);
  const took = (performance.now() - since) / 1000;
  if (read !== account.users) throw new Error(`The walk found ${read} of ${account.users} users.`);
  return { took, calls: await callsTo(upstream), peaks };
};

const HEAD = ['', 'walk', 'a page', 'calls', 'time', ...MARKS.map((mark) => `peak RSS after ${mark} users`)];

/** Gives Markdown. */
export const walks = async (only: readonly SubjectName[]): Promise<string> => {
  const names = graphsOf(only);
  const rows = await withSubjects(account, names, async (upstream, subjects) => {
    const rows: string[][] = [];
    for (const { name, subject } of subjects)
      for (let nth = 1; nth <= WALKS; nth++) {
        const way = WAYS[name as GraphName];
        const { took, calls, peaks } = await walk(subject, upstream, way);
        rows.push([name, `${nth}.`, String(way.size), String(calls), seconds(took), ...peaks.map(megabytes)]);
      }
    return rows;
  });
  return tableOf(HEAD, rows);
};
