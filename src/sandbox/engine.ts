/**
 * Answers a call from its endpoint's declaration: route, scopes, limits, body, window, page and the exact keys of the answer.
 * What an account holds stands in its domains (domains/); an endpoint that none of them names works on a resource made up from
 * its path (unnamed.ts), so that a new declaration has an answer at once.
 */
import { type Endpoint, listedBy, nameOf } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { checkedBody } from './body.ts';
import {
  type Answer,
  type Call,
  type Handler,
  type Listing,
  type On,
  partsIn,
  type Result,
  type Row,
  within,
} from './call.ts';
import { pageOf } from './paging.ts';
import { invalid, refuse } from './refusal.ts';
import type { Route } from './router.ts';
import { fieldsOf, fill } from './seeded.ts';
import { unnamed } from './unnamed.ts';
import { spanOf } from './windows.ts';

const isRow = (result: object): result is Row => 'known' in result;
/** The rows of a list, those of its window alone. */
const listingOf = (result: Result, { endpoint: { window }, query, span }: Call): Listing | undefined => {
  if (!result || isRow(result) || 'headers' in result) return undefined;
  const listing: Listing = 'rows' in result ? result : { rows: result };
  if (!window || listing.dateless) return listing;
  return { ...listing, rows: within(listing.rows.slice(0, listing.rows.length), listedBy(window, query), span) };
};

/** Throws Zoom's 400/300 for a query that lacks what it must have. */
const checkQuery = ({ query: shape }: Endpoint, query: Readonly<Record<string, string>>): void => {
  const needed = shape ? fieldsOf(shape).filter(([, { optional }]) => !optional) : [];
  const missing = needed.map(([field]) => field).filter((field) => query[field] === undefined);
  if (missing.length > 0) throw invalid(...missing.map((field) => ({ field, message: 'This field is required.' })));
};

/** The fields that this query did not ask for although Zoom sends them only on request. */
const notRequested = ({ endpoint: { onRequest }, query }: Pick<Call, 'endpoint' | 'query'>): ReadonlySet<string> =>
  new Set(
    Object.entries(onRequest ?? {})
      .filter(([, needs]) => !Object.entries(needs).every(([name, value]) => query[name]?.split(',').includes(value)))
      .map(([field]) => field),
  );

/** Of an answer that sums up days: which, as it shows them, and what makes its numbers others than those of other days. */
const summed = ({ page_size: _size, next_page_token: _token, ...asked }: Readonly<Record<string, string>>) => ({
  days: { from: asked.from, to: asked.to },
  key: `?${new URLSearchParams(asked)}`,
});

export interface Engine {
  /** Throws a Refusal where Zoom would refuse. */
  answer(route: Route, url: string, query: Readonly<Record<string, string>>, body: unknown): Answer;
}

/** Zoom's status of a call that went well: a POST creates, what answers nothing is 204. */
const statusOf = ({ method, of }: Endpoint): number => (of === undefined ? 204 : method === 'POST' ? 201 : 200);

/** Looks at what a call is about to change; what it returns is told what came of the call, where that went well. */
export type Watch = (call: Call) => ((result: Result) => void) | undefined;

/** What answers the calls of an account, by the parts that the files of its domains export. */
export const engineOf = (files: object, watch: Watch): ((account: Account) => Engine) => {
  const handlers = new Map<string, Handler>();
  const on: On = (endpoint, handler) => {
    handlers.set(nameOf(endpoint), handler as Handler);
  };
  const parts = partsIn(files);
  for (const { domain } of parts) domain(on);
  unnamed((endpoint) => handlers.has(nameOf(endpoint)), parts)(on);

  return (account) => ({
    answer({ endpoint, path }, url, query, given) {
      const headers = account.limits.spend(endpoint);
      const now = account.clock.now();
      checkQuery(endpoint, query);
      const call: Call = {
        endpoint,
        account,
        path,
        query,
        now,
        body: endpoint.body && checkedBody(endpoint.body, given),
        span: spanOf(endpoint, query, now, account),
      };
      const handler = handlers.get(nameOf(endpoint));
      if (!handler) throw new Error(`No domain says what ${nameOf(endpoint)} does.`);
      const tell = watch(call);
      const result = handler(call);
      tell?.(result);
      const status = statusOf(endpoint);
      const answer = { status, headers: { ...headers, ...(result && 'headers' in result && result.headers) } };
      const { of, items } = endpoint;
      if (status === 204 || of === undefined) return answer;

      const omit = notRequested(call);
      const sum = endpoint.span && summed(query);
      const shown = ({ key, known }: Row) =>
        fill(of, { ...sum?.days, ...known }, `${key}${sum?.key ?? ''}`, account, omit);
      if (items !== undefined) {
        const listing = listingOf(result, call);
        if (!listing) throw refuse.missing(url);
        const { generation } = account.pageTokens;
        const { rows, envelope } = pageOf(listing.rows, { endpoint, url, query, span: call.span, now, generation });
        const body = rows.map(shown);
        return {
          ...answer,
          body: items === '' ? body : { ...envelope, ...sum?.days, ...listing.envelope, [items]: body },
        };
      }
      const row = result && (isRow(result) ? result : 'row' in result ? result.row : undefined);
      return { ...answer, body: shown(row ?? { key: url, known: {} }) };
    },
  });
};
