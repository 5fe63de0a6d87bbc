/** What the bench itself asks of the fake Zoom: whom the queries are about, and how many calls were made. */
import { request } from 'undici';
import type { Process } from './processes.ts';

/** Ids to put into queries. */
export interface Ids {
  /** The first users of the list. */
  readonly users: readonly string[];
  /** The numbers of two meetings of each of 150 hosts, who stand on all pages of the list. */
  readonly meetings: readonly string[];
}

const HOSTS = 150;
const EACH = 2;
const MOST = 300;

export const get = async <T>(url: string): Promise<T> => {
  const { statusCode, body } = await request(url);
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode} of ${url}: ${await body.text()}`);
  return (await body.json()) as T;
};

/** The calls since it was last asked, by operation. */
export const callsTo = async (upstream: Process): Promise<number> =>
  Object.values(await get<Record<string, number>>(`${upstream.origin}/__calls`)).reduce((a, b) => a + b, 0);

export const idsFrom = async (upstream: Process): Promise<Ids> => {
  const api = `${upstream.origin}/v2`;
  const users: string[] = [];
  let token = '';
  do {
    const query = `page_size=${MOST}${token && `&next_page_token=${token}`}`;
    const page = await get<{ users: { id: string }[]; next_page_token: string }>(`${api}/users?${query}`);
    users.push(...page.users.map(({ id }) => id));
    token = page.next_page_token;
  } while (token);
  const step = Math.floor(users.length / HOSTS);
  const hosts = users.filter((_, i) => i % step === step - 1).slice(-HOSTS);
  const meetings: string[] = [];
  for (const host of hosts) {
    const page = await get<{ meetings: { id: number }[] }>(`${api}/users/${host}/meetings?page_size=${EACH}`);
    meetings.push(...page.meetings.map(({ id }) => String(id)));
  }
  return { users, meetings };
};
