/** Pages are handed on as soon as they are there, where what is below asks Zoom by itself. */
import { expect, test } from 'vitest';
import { readConfig } from '../src/server/config.ts';
import { createGateway } from '../src/server/gateway.ts';
import { type Zoom, ZoomError } from '../src/zoom/client/client.ts';
import { nameOf } from '../src/zoom/declare/endpoint.ts';
import { askingOn, runOn } from './run.ts';
import { way } from './way.ts';

interface Given {
  readonly path?: { readonly userId?: string };
  readonly also?: { readonly next_page_token?: string };
}

/** Three pages of two users each, of which the later ones come when they are let. */
const heldPages = () => {
  const calls: string[] = [];
  const held = new Map<string, { let: () => void; refuse: () => void }>();
  const users = (page: number) => [0, 1].map((i) => ({ id: `u${2 * page + i}`, display_name: `User ${2 * page + i}` }));
  const pageOf = (page: number) => ({
    users: users(page),
    total_records: 6,
    next_page_token: page < 2 ? `${page + 1}` : '',
  });
  const call = async (endpoint: { method: 'GET'; path: string }, { path, also }: Given): Promise<unknown> => {
    const token = also?.next_page_token;
    calls.push(endpoint.path === '/users' ? `page ${token ?? 0}` : `${path?.userId} ${nameOf(endpoint)}`);
    const id = Number(path?.userId?.slice(1));
    if (endpoint.path !== '/users') return { meetings: [{ id, topic: `of u${id}` }], next_page_token: '' };
    if (!token) return pageOf(0);
    return new Promise((resolve, reject) =>
      held.set(token, {
        let: () => resolve(pageOf(Number(token))),
        refuse: () => reject(new ZoomError('UPSTREAM', 'Zoom failed.')),
      }),
    );
  };
  const zoom: Zoom = {
    key: 'held',
    changes: 0,
    call: call as Zoom['call'],
    download: () => Promise.reject(new ZoomError('NOT_FOUND', 'There are no files here.')),
    budget: async () => ({ plan: 'pro', buckets: [], waiting: 0 }),
    hasRoom: () => true,
    forcedBy: async () => 0,
  };
  const client = { as: () => zoom, ready: async () => undefined, changed: async () => {}, close: async () => {} };
  const gateway = createGateway({ ...way, client, config: readConfig({ SHARED_CACHE_SECONDS: '0' }) });
  return {
    calls,
    run: runOn(gateway),
    ask: askingOn(gateway),
    page: (token: string) => waitFor(() => held.get(token)),
  };
};
const waitFor = async <T>(look: () => T | undefined): Promise<T> => {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const MEETINGS = 'GET /users/{userId}/meetings';
const QUERY = `{ users(first: 6) {
  nodes { displayName meetings { nodes { topic } } } edges { cursor node { zoomId } }
  pageInfo { hasNextPage endCursor } totalCount
} }`;

test('what is below the first page is asked for while the second is still to come', async () => {
  const { calls, run, page } = heldPages();
  const running = run(QUERY);
  const second = await page('1');
  await waitFor(() => (calls.length >= 4 ? true : undefined));
  expect(calls).toEqual(['page 0', 'page 1', `u0 ${MEETINGS}`, `u1 ${MEETINGS}`]);
  second.let();
  const third = await page('2');
  await waitFor(() => (calls.length >= 7 ? true : undefined));
  expect(calls.slice(4)).toEqual(['page 2', `u2 ${MEETINGS}`, `u3 ${MEETINGS}`]);
  third.let();
  const { data, errors } = await running;
  expect(errors).toBeUndefined();
  const all = [0, 1, 2, 3, 4, 5];
  expect(data?.users).toMatchObject({
    nodes: all.map((i) => ({ displayName: `User ${i}`, meetings: { nodes: [{ topic: `of u${i}` }] } })),
    edges: all.map((i) => ({ cursor: expect.any(String), node: { zoomId: `u${i}` } })),
    pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    totalCount: 6,
  });
});

test('where nothing below asks by itself, all pages are waited for, since together fewer calls will do', async () => {
  const { calls, run, page } = heldPages();
  const running = run('{ users(first: 6) { nodes { displayName role { name } } } }');
  (await page('1')).let();
  (await page('2')).let();
  await running;
  expect(calls.slice(0, 3)).toEqual(['page 0', 'page 1', 'page 2']);
});

test('a later page that Zoom refuses leaves those before it, with its error beside them', async () => {
  for (const isTraced of [false, true]) {
    const { run, page, ask, calls } = heldPages();
    const running = isTraced ? ask(QUERY, { trace: true }) : run(QUERY);
    (await page('1')).refuse();
    const { data, errors } = await running;
    expect(data?.users).toMatchObject({
      nodes: [
        { displayName: 'User 0', meetings: { nodes: { length: 1 } } },
        { displayName: 'User 1', meetings: { nodes: { length: 1 } } },
      ],
      edges: [{ node: { zoomId: 'u0' } }, { node: { zoomId: 'u1' } }],
      pageInfo: { hasNextPage: true },
    });
    expect(errors).toMatchObject([{ path: ['users'], extensions: { code: 'UPSTREAM_ERROR' } }]);
    expect(calls.filter((call) => call.startsWith('page'))).toEqual(['page 0', 'page 1']);
  }
});

test('a trace, which another executor makes, sees the same answer', async () => {
  const { ask, page } = heldPages();
  const running = ask('{ users(first: 6) { nodes { displayName meetings { nodes { topic } } } } }', { trace: true });
  (await page('1')).let();
  (await page('2')).let();
  expect((await running).data?.users).toMatchObject({ nodes: { length: 6 } });
});
