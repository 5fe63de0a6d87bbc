/**
 * Answers a call from its endpoint's declaration: route, scopes, limits, body, window, page and the exact keys of the answer.
 * What is special of a domain stands in its handlers (domains/); an endpoint without a handler works on a resource made up
 * from its path (resources.ts), so that a new declaration has an answer at once.
 */
import { type Endpoint, nameOf } from '../zoom/declare/endpoint.ts';
import { checkedBody } from './body.ts';
import type { Answer, Call, Domain, Handler, Listing, On, Row } from './call.ts';
import { pageOf } from './paging.ts';
import { refuse } from './refusal.ts';
import { resourcesOf } from './resources.ts';
import type { Route } from './router.ts';
import { fill } from './seeded.ts';
import { spanOf } from './windows.ts';
import type { World } from './world.ts';

const isListing = (result: object): result is Listing => 'rows' in result;
const isRow = (result: object): result is Row => 'known' in result;

/** The fields that this query did not ask for although Zoom sends them only on request. */
const notRequested = ({ endpoint: { onRequest }, query }: Pick<Call, 'endpoint' | 'query'>): ReadonlySet<string> =>
  new Set(
    Object.entries(onRequest ?? {})
      .filter(([, needs]) => !Object.entries(needs).every(([name, value]) => query[name]?.split(',').includes(value)))
      .map(([field]) => field),
  );

export interface Engine {
  /** Throws a Refusal where Zoom would refuse. */
  answer(route: Route, url: string, query: Readonly<Record<string, string>>, body: unknown): Answer;
}

/** Zoom's status of a call that went well: a POST creates, what answers nothing is 204. */
const statusOf = ({ method, of }: Endpoint): number => (of === undefined ? 204 : method === 'POST' ? 201 : 200);

export const engineOf = (world: World, domains: readonly Domain[]): Engine => {
  const handlers = new Map<string, Handler>();
  const on: On = (endpoint, handler) => {
    handlers.set(nameOf(endpoint), handler as Handler);
  };
  for (const domain of domains) domain(on);
  const generic = resourcesOf(world);

  return {
    answer({ endpoint, path }, url, query, given) {
      const headers = world.limits.spend(endpoint);
      const now = world.clock.now();
      const call: Call = {
        endpoint,
        path,
        query,
        now,
        body: endpoint.body && checkedBody(endpoint.body, given),
        span: spanOf(endpoint, query, now, world),
      };
      const result = (handlers.get(nameOf(endpoint)) ?? generic)(call);
      const status = statusOf(endpoint);
      const answer = { status, headers: { ...headers, ...(result && 'headers' in result && result.headers) } };
      const { of, items } = endpoint;
      if (status === 204 || of === undefined) return answer;

      const omit = notRequested(call);
      const shown = ({ key, known }: Row) => fill(of, known, key, world, omit);
      if (items !== undefined) {
        if (!result || !isListing(result)) throw refuse.missing(url);
        const { rows, envelope } = pageOf(result.rows, { endpoint, url, query, span: call.span, now });
        const body = rows.map(shown);
        return { ...answer, body: items === '' ? body : { ...envelope, ...result.envelope, [items]: body } };
      }
      const row = result && (isRow(result) ? result : 'row' in result ? result.row : undefined);
      return { ...answer, body: shown(row ?? { key: url, known: {} }) };
    },
  };
};
