/** What the bench itself asks: single queries of the subjects, ids and counts of the fake Zoom. */
import { request } from 'undici';
import type { Process } from './processes.ts';

/** A GraphQL request; the baseline and the gateway take the same. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, string | number | null | undefined>>;
}
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** A query may wait for Zoom's limits so long. */
const LONGEST_MS = 150_000;

/** Throws where the answer is not GraphQL's; errors of fields are left to the caller. */
export const post = async <Data = unknown>(
  { origin }: Process,
  operation: Operation,
  bearer?: string,
): Promise<Answer<Data>> => {
  const { statusCode, body } = await request(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(operation),
    headersTimeout: LONGEST_MS,
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}: ${text}`);
  return JSON.parse(text) as Answer<Data>;
};

/** Throws where a field failed, too. */
export const postWhole = async <Data = unknown>(subject: Process, operation: Operation): Promise<Data> => {
  const { data, errors } = await post<Data>(subject, operation);
  if (errors || !data) throw new Error(`The answer is not whole: ${errors?.[0]?.message}`);
  return data;
};

const get = async <T>(url: string): Promise<T> => {
  const { statusCode, body } = await request(url);
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode} of ${url}: ${text}`);
  return JSON.parse(text) as T;
};

/** How many calls of each operation were made since this was asked last. */
export const countsOf = ({ origin }: Process) => get<Readonly<Record<string, number>>>(`${origin}/__calls`);
/** How many calls were made since this was asked last. */
export const callsTo = async (upstream: Process): Promise<number> =>
  Object.values(await countsOf(upstream)).reduce((a, b) => a + b, 0);

/** Ids to put into queries. */
export interface Ids {
  readonly users: readonly string[];
  /** The numbers of two meetings of each of 150 hosts, who stand on all pages of the list. */
  readonly meetings: readonly string[];
}

const HOSTS = 150;
const EACH = 2;
/** The most that Zoom gives a page. */
const MOST = 300;

export const idsFrom = async ({ origin }: Process): Promise<Ids> => {
  const api = `${origin}/v2`;
  const users: string[] = [];
  let token = '';
  do {
    const query = `page_size=${MOST}${token && `&next_page_token=${token}`}`;
    const page = await get<{ users: { id: string }[]; next_page_token: string }>(`${api}/users?${query}`);
    users.push(...page.users.map(({ id }) => id));
    token = page.next_page_token;
  } while (token);
  const step = Math.floor(users.length / HOSTS);
  const hosts = users.filter((_, i) => i % step === 0).slice(-HOSTS);
  const meetings: string[] = [];
  for (const host of hosts) {
    const page = await get<{ meetings: { id: number }[] }>(`${api}/users/${host}/meetings?page_size=${EACH}`);
    meetings.push(...page.meetings.map(({ id }) => String(id)));
  }
  return { users, meetings };
};
