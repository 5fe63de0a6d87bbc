/** A small Zoom in memory, without HTTP: lists in every way that Zoom pages, single GETs, and the ways in which both go wrong. */
import { newStats, type RequestContext, type Zoom, ZoomError } from '../../src/zoom/client/client.ts';
import {
  type Answer,
  type Args,
  byNumber,
  byToken,
  type Endpoint,
  get,
  type ListEndpoint,
  list,
  nameOf,
  patch,
} from '../../src/zoom/declare/endpoint.ts';
import { bool, dateTime, enumOf, id, list as listOf, shape, string } from '../../src/zoom/declare/shape.ts';

export type Row = Readonly<Record<string, unknown>>;

/** What a list holds and how it answers; change it between calls. */
export interface Served {
  rows: Row[];
  /** Whether a window's `to` is left out of it. */
  exclusiveTo?: boolean;
  /** By how many hours the clock that counts days is ahead of UTC. */
  zone?: number;
  /** What is said of the number of rows; by default the truth. */
  total?: (real: number) => unknown;
  /** What stands around the items, in place of the truth. */
  around?: (real: Row) => Row;
  /** Page sizes to answer with in place of the one asked for, by the offset of the page; 0 is an empty page with a token. */
  sizes?: readonly number[];
  /** From this offset on, the same token is given again and again; it leads to the page at the offset. */
  repeatFrom?: number;
  /** Filters, by the query's parameter of the same name. */
  filters?: readonly string[];
  /** Which of the fields that come only on request are sent without one. */
  unasked?: (row: Row, field: string) => boolean;
  fails?: (call: string) => Error | undefined;
}

const DAY = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

const ANY = 'any';

export class FakeZoom implements Zoom {
  readonly key = 'fake';
  changes = 0;
  readonly calls: string[] = [];
  readonly lists = new Map<string, Served>();
  /** Answers of the other endpoints, by path with its values filled in; an Error is thrown. */
  readonly answers = new Map<string, object | Error>();
  #tokens = new Map<string, { offset: number; skipped: boolean; others: string; to?: string }>();
  #given = 0;
  /** How many calls could go out at once; none unless said, as when the rate binds. */
  spare = 0;

  serve(endpoint: ListEndpoint, rows: readonly Row[], how: Omit<Served, 'rows'> = {}): Served {
    const served = { rows: [...rows], ...how };
    this.lists.set(endpoint.path, served);
    return served;
  }

  /** A token that begins the list anew. */
  fixed(token: string): void {
    this.#tokens.set(token, { offset: 0, skipped: false, others: ANY });
  }

  /** All page tokens given so far die. */
  expire(): void {
    this.#tokens = new Map();
  }

  async forcedBy() {
    return 0;
  }

  async budget() {
    return { buckets: [], waiting: 0 } as unknown as Awaited<ReturnType<Zoom['budget']>>;
  }

  async download(): Promise<never> {
    throw new ZoomError('NOT_FOUND', 'There are no files here.');
  }

  hasRoom(_: Endpoint, calls: number): boolean {
    return calls <= this.spare;
  }

  async call<E extends Endpoint>(endpoint: E, given: Args<E>, _turn: RequestContext): Promise<Answer<E>> {
    const args = given as { path?: object; query?: object; also?: object };
    const query = { ...args.query, ...args.also } as Record<string, string | number>;
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      String((args.path as Row | undefined)?.[name]),
    );
    const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
    const call = `${endpoint.method} ${path}${asked && `?${asked}`}`;
    this.calls.push(call);
    if (endpoint.method !== 'GET') this.changes++;
    const served = this.lists.get(endpoint.path);
    const one = this.answers.get(path);
    const answer = served
      ? this.#page(endpoint as unknown as ListEndpoint, served, query, call)
      : one && !(one instanceof Error)
        ? sent(endpoint, query, one as Row)
        : one;
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw new ZoomError('NOT_FOUND', `${call} is not there.`, { endpoint });
    return structuredClone(answer) as Answer<E>;
  }

  #page(endpoint: ListEndpoint, served: Served, query: Record<string, string | number>, call: string): object {
    const failure = served.fails?.(call);
    if (failure) throw failure;
    const { paging, window, items } = endpoint;
    const { filters = [], sizes, total = (real) => real, around = (real) => real } = served;
    let rows = served.rows.filter((row) =>
      filters.every((name) => query[name] === undefined || row?.[name] === query[name]),
    );
    const send = (page: Row[]) => page.map((row) => sent(endpoint, query, row, served.unasked));
    const now = dayAt(served, Date.now());
    const isCut = window !== undefined && String(query.to) > now;
    const echo = window && { from: query.from, to: isCut ? now : query.to };
    // A page goes on in the list that was asked for first, whatever was told of its days.
    const to = this.#tokens.get(String(query.next_page_token))?.to ?? String(query.to);
    if (window) rows = rows.filter(within(window.at, String(query.from), to, served, window.days));
    if (paging.by === 'whole') return items === '' ? send(rows) : { ...echo, [items]: send(rows) };

    const size = Number(query.page_size);
    if (!(size >= 1 && size <= paging.max)) throw new ZoomError('BAD_REQUEST', `page_size ${size}`, { endpoint });
    if (paging.by === 'number') {
      const number = Number(query.page_number ?? 1);
      const page = rows.slice((number - 1) * size, number * size);
      const count = { page_count: Math.ceil(rows.length / size), page_size: size, total_records: total(rows.length) };
      return { [items]: send(page), ...around(count) };
    }
    const { next_page_token: token, ...rest } = query;
    const others = JSON.stringify([call.split('?')[0], Object.entries({ ...rest, ...echo }).sort()]);
    const at = token === undefined ? { offset: 0, skipped: false, others } : this.#tokens.get(String(token));
    // A token is for the days that were told with it, not for those that have not come.
    if ((at?.others !== others && at?.others !== ANY) || (isCut && token !== undefined))
      throw new ZoomError('PAGE_TOKEN', 'The next page token is invalid or expired.', { endpoint });
    const short = sizes?.[at.offset % sizes.length] ?? size;
    const taken = Math.min(size, short === 0 && at.skipped ? size : short);
    const offset = at.offset + taken;
    const repeated = served.repeatFrom !== undefined && offset >= served.repeatFrom;
    const next = repeated ? 'again' : offset < rows.length ? `token-${++this.#given}` : '';
    if (next && !(repeated && this.#tokens.has(next)))
      this.#tokens.set(next, { offset, skipped: taken === 0, others, to });
    const said = { next_page_token: next, page_size: size, total_records: total(rows.length) };
    return { ...echo, [items]: send(rows.slice(at.offset, offset)), ...around(said) };
  }
}

/** What is sent only on request is left out where it was not asked for. */
const sent = (
  endpoint: Endpoint,
  query: Readonly<Record<string, unknown>>,
  row: Row,
  unasked: Served['unasked'] = () => false,
): Row =>
  typeof row !== 'object' || row === null || Array.isArray(row)
    ? row
    : Object.fromEntries(
        Object.entries(row).filter(
          ([key]) =>
            Object.entries(endpoint.onRequest?.[key] ?? {}).every(([name, value]) => query[name] === value) ||
            unasked(row, key),
        ),
      );

const dayAt = ({ zone = 0 }: Served, at: number) => dayOf(at + zone * 3_600_000);
/** Also checks what Zoom would refuse: windows beyond a month. Days that have not come end now. */
const within = (at: string, from: string, to: string, served: Served, days: number) => {
  if (Date.parse(to) - Date.parse(from) > days * DAY)
    throw new ZoomError('BAD_REQUEST', `${from} to ${to} is too long.`);
  const now = dayAt(served, Date.now());
  if (from > to || to > dayOf(Date.parse(now) + 3 * DAY))
    throw new ZoomError('BAD_REQUEST', `${from} to ${to} is no window.`);
  return (row: Row) => {
    const value = String(row[at]);
    if (row[at] === undefined) return true;
    const day = value.length > 10 ? dayAt(served, Date.parse(value)) : value;
    return day >= from && (served.exclusiveTo && to <= now ? day < to : day <= to);
  };
};

export const requestContext = (): RequestContext => ({ stats: newStats() });

const common = { limit: 'MEDIUM', scopes: [] } as const;
const Status = enumOf('MachineryStatus', ['on', 'off']);
export const Thing = shape('MachineryThing', { id: id(), name: string(), at: dateTime(), status: Status });
const things = { ...common, items: 'things', of: Thing } as const;
export const byTokens = list('/tokens', { ...things, paging: byToken(5) });
export const byNumbers = list('/numbers', { ...things, paging: byNumber(5) });
export const atOnce = list('/whole', things);
export const bareArray = list('/array', { ...things, items: '' });
export const dated = list('/dated', { ...things, paging: byToken(5), window: { days: 30, months: 6, at: 'at' } });
export const ageless = list('/ageless', { ...things, paging: byToken(5), window: { days: 30, at: 'at' } });
export const statused = list('/statused', {
  ...things,
  paging: byToken(5),
  query: shape('MachineryStatusQuery', { status: Status }),
});

export const Person = shape('MachineryPerson', {
  id: id(),
  email: string(),
  name: string(),
  job: string(),
  host_key: string(),
  attributes: listOf(string()),
  pin: string(),
  puk: string(),
  active: bool(),
});
export const listPeople = list('/people', {
  ...common,
  items: 'people',
  of: Person.pick({ id: true, email: true, name: true, host_key: true, attributes: true }),
  paging: byToken(10),
  onRequest: { host_key: { include: 'host_key' }, attributes: { include: 'attributes' } },
});
export const getPerson = get('/people/{personId}', {
  of: Person.omit({ host_key: true }),
  onRequest: { pin: { include: 'pin' }, puk: { include: 'puk' } },
  limit: 'LIGHT',
  scopes: [],
});
export const updatePerson = patch('/people/{personId}', { body: Person, limit: 'LIGHT', scopes: [] });

export const Tag = shape('MachineryTag', { id: id(), name: string() });
export const listTags = list('/boards/{boardId}/tags', { ...common, items: 'tags', of: Tag, paging: byToken(2) });

/** The names of the operations called, each as often as it was. */
export const namesOf = ({ calls }: FakeZoom, endpoint: Endpoint): number =>
  calls.filter((call) => pattern(endpoint).test(call)).length;
const pattern = (endpoint: Endpoint) => new RegExp(`^${nameOf(endpoint).replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`);
