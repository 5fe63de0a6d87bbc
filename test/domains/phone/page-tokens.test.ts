/** Phone lists refuse a dead page token with code 400, which means other things as well (docs/zoom.md 3, 5.1). */
import { expect, test } from 'vitest';
import { refusal, stub } from '../../stub.ts';

type Query = { query: URLSearchParams };
type Page = { phone: Record<string, { nodes: { zoomId: string }[]; pageInfo: { endCursor: string } }> };

const lists = [
  ['users', '/phone/users', 'users', 100],
  ['numbers', '/phone/numbers', 'phone_numbers', 100],
  ['sites', '/phone/sites', 'sites', 300],
  ['callQueues', '/phone/call_queues', 'call_queues', 100],
  ['callLogs', '/phone/call_logs', 'call_logs', 300],
  ['recordings', '/phone/recordings', 'recordings', 300],
] as const;

test.each(lists)('a cursor of %s outlives its page token', async (field, path, items, max) => {
  let dead: string | undefined;
  const all = Array.from({ length: 40 }, (_, i) => ({ id: `i${i}` }));
  const { run, calls } = stub({
    [`GET ${path}`]: ({ query }: Query) => {
      const at = query.get('next_page_token');
      if (at !== null && at === dead) return refusal(400, 400, 'The next page token is invalid or expired.');
      const from = at === null ? 0 : 30;
      const size = Number(query.get('page_size'));
      return { [items]: all.slice(from, from + size), next_page_token: from + size < all.length ? `at${size}` : '' };
    },
  });
  const page = (after: string | null) =>
    run<Page>(
      `query ($after: String) { phone { ${field}(first: 30, after: $after) { nodes { zoomId } pageInfo { endCursor } } } }`,
      { after },
    );
  const first = await page(null);
  dead = 'at30';
  calls.length = 0;
  const { data, errors } = await page(first.data!.phone[field]!.pageInfo.endCursor);
  expect(errors).toBeUndefined();
  expect(data?.phone[field]?.nodes).toEqual(all.slice(30).map(({ id }) => ({ zoomId: id })));
  expect(calls.map((call) => call.replace(/from=.*?&to=.*?&/, ''))).toEqual([
    `GET ${path}?page_size=30&next_page_token=at30`,
    `GET ${path}?page_size=${max}`,
  ]);
});

test.each(lists)(
  'a first page of %s that Zoom refuses with code 400 is bad input, not a bad cursor',
  async (field, path) => {
    const { run, calls } = stub({
      [`GET ${path}`]: refusal(400, 400, 'The value of the parameter is wrong.'),
      'GET /phone/calling_plans': { calling_plans: [] },
    });
    const { data, errors } = await run(`{ phone { ${field} { nodes { zoomId } } callingPlans { nodes { zoomId } } } }`);
    expect(data).toEqual({ phone: { [field]: null, callingPlans: { nodes: [] } } });
    expect(errors?.map(({ path: at, extensions }) => [at, extensions.code])).toEqual([
      [['phone', field], 'BAD_USER_INPUT'],
    ]);
    expect(calls).toHaveLength(2);
  },
);

test('a token that Zoom refuses in the middle of a walk is an error beside what was read of that list', async () => {
  const { run } = stub({
    'GET /phone/users': ({ query }: Query) =>
      query.has('next_page_token')
        ? refusal(400, 400, 'The next page token is invalid or expired.')
        : { users: [{ id: 'u1' }], next_page_token: 'two' },
    'GET /phone/calling_plans': { calling_plans: [] },
  });
  const { data, errors } = await run('{ phone { users { nodes { zoomId } } callingPlans { nodes { zoomId } } } }');
  expect(data).toEqual({ phone: { users: { nodes: [{ zoomId: 'u1' }] }, callingPlans: { nodes: [] } } });
  expect(errors).toMatchObject([{ path: ['phone', 'users'], extensions: { code: 'UPSTREAM_ERROR' } }]);
});
