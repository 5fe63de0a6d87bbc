import { afterEach, describe, expect, test, vi } from 'vitest';
import { examples } from '../../src/server/examples.ts';
import type { ForeignPlugin } from '../../src/server/foreign.ts';
import type { Gateway } from '../../src/server/gateway.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import { post } from './post.ts';
import { clientOf, gatewayOf, type Result, run, silence } from './support.ts';

afterEach(() => vi.useRealTimers());

describe('what an answer cost', () => {
  test('every answer says it', async () => {
    const { gateway } = gatewayOf();
    const { data, extensions } = await run(gateway, '{ a: user(id: "a") b: user(id: "b") c: user(id: "a") }');
    expect(data).toEqual({ a: 'User a', b: 'User b', c: 'User a' });
    expect(extensions).toEqual({ zoom: { calls: 2, byLimit: { LIGHT: 2 }, coalesced: 0, cached: 0, waitedMs: 0 } });
  });

  test('so do answers that are errors, and queries that do not parse', async () => {
    const { gateway } = gatewayOf();
    const none = { zoom: { calls: 0, byLimit: {}, coalesced: 0, cached: 0, waitedMs: 0 } };
    expect((await run(gateway, '{ broken }')).extensions).toEqual(none);
    expect((await run(gateway, '{ nothing }')).extensions).toEqual(none);
    expect((await run(gateway, '{ nothing')).extensions).toEqual(none);
  });

  test('notes of the resolvers stand beside it', async () => {
    const { extensions } = await run(gatewayOf().gateway, '{ noted }');
    expect(extensions?.zoom).toMatchObject({ notes: ['resumed'] });
  });

  test('a setting turns it off', async () => {
    const { data, extensions } = await run(gatewayOf({ ZOOM_EXTENSIONS: 'off' }).gateway, '{ user(id: "a") }');
    expect(data).toEqual({ user: 'User a' });
    expect(extensions).toBeUndefined();
  });
});

describe('whose token', () => {
  test('by default the server’s own, whatever the request holds', async () => {
    const { gateway, bearers } = gatewayOf();
    await run(gateway, '{ user(id: "a") }', { authorization: 'Bearer of-the-caller' });
    expect(bearers).toEqual([undefined]);
  });

  test('the caller’s, where so set', async () => {
    const { gateway, bearers } = gatewayOf({ AUTH: 'caller' });
    const { data } = await run(gateway, '{ user(id: "a") }', { authorization: 'Bearer of-the-caller' });
    expect(data).toEqual({ user: 'User a' });
    expect(bearers).toEqual(['of-the-caller']);
  });

  test.each<Record<string, string>>([{}, { authorization: 'Basic dTpw' }, { authorization: 'Bearer' }])(
    'without one (%j) the request is refused, and no call is made',
    async (headers) => {
      const { gateway, bearers, reads } = gatewayOf({ AUTH: 'caller' });
      const { data, errors } = await run(gateway, '{ fine user(id: "a") }', headers);
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([
        {
          message: 'Send a Zoom access token in the header `Authorization: Bearer ...`.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ]);
      expect([bearers, reads]).toEqual([[], []]);
    },
  );
});

describe('deadlines', () => {
  test('at the deadline the fields that wait fail, and their siblings stay', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const answered = vi.fn(async (id: string) => ({ display_name: id }));
    const { gateway } = gatewayOf({ REQUEST_TIMEOUT_MS: '50' }, (id, requestContext) =>
      id === 'slow' ? silence(id, requestContext) : answered(id),
    );
    const running = run(gateway, '{ user(id: "slow") quick: user(id: "quick") fine }');
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(50);
    const { data, errors } = await running;
    expect(data).toEqual({ user: null, quick: 'quick', fine: 'fine' });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([[['user'], 'TIMEOUT']]);
  });

  test('a request has its deadline and its number of calls', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1000 });
    const turns: unknown[] = [];
    const { gateway } = gatewayOf(
      { REQUEST_TIMEOUT_MS: '50', MAX_CALLS_PER_REQUEST: '7' },
      async (_, requestContext) => {
        turns.push({ deadline: requestContext.deadline, maxCalls: requestContext.maxCalls });
        return { display_name: '' };
      },
    );
    await run(gateway, '{ user(id: "a") }');
    expect(turns).toEqual([{ deadline: 1050, maxCalls: 7 }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a client that goes away ends the calls made for it', async () => {
    const client = new AbortController();
    const reasons: string[] = [];
    const { gateway, reads, lines } = gatewayOf({}, (id, requestContext) => {
      requestContext.signal?.addEventListener('abort', () => reasons.push(String(requestContext.signal?.reason)));
      return silence(id, requestContext);
    });
    const running = gateway.fetch('http://gateway/graphql', post({ query: '{ user(id: "a") }' }, {}, client.signal));
    const settled = Promise.allSettled([running]);
    await vi.waitFor(() => expect(reads).toEqual(['a']));
    client.abort();
    await settled;
    expect(reasons).toEqual(['AbortError: The client went away.']);
    expect(lines.filter(({ level }) => level === 50)).toEqual([]);
  });
});

describe('too much', () => {
  const codes = ({ errors }: Result) => errors?.map(({ message, extensions }) => [message, extensions?.code]);
  /** Whoever accepts this type wants failures as HTTP statuses too. */
  const strict = { accept: 'application/graphql-response+json' };
  const aliases = (count: number) =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: user(id: "${i}")`).join(' ')} }`;

  test('300 aliases are fine', async () => {
    const { data, errors } = await run(gatewayOf().gateway, aliases(300));
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).toHaveLength(300);
  });

  test('so are as many as there may be calls', async () => {
    expect((await run(gatewayOf().gateway, aliases(1000))).errors).toBeUndefined();
  });

  test('5,000 are refused before anything is called', async () => {
    const { gateway, reads } = gatewayOf();
    const result = await run(gateway, aliases(5000), strict);
    expect(result.status).toBe(400);
    expect(codes(result)).toEqual([[expect.stringContaining('more than 20,000 tokens.'), 'QUERY_TOO_COSTLY']]);
    expect(reads).toEqual([]);
  });

  test('5,000 of a field that costs nothing too', async () => {
    const query = `{ ${Array.from({ length: 5000 }, (_, i) => `a${i}: __typename`).join(' ')} }`;
    const result = await run(gatewayOf().gateway, query, strict);
    expect(result.status).toBe(400);
    expect(codes(result)).toEqual([
      [expect.stringMatching(/^The query has more than 1,000 aliases\./), 'QUERY_TOO_COSTLY'],
    ]);
  });

  test('directives are counted, wherever they stand', async () => {
    const { gateway } = gatewayOf();
    const skipped = (count: number) => `{ ${'fine @include(if: true) '.repeat(count)} }`;
    expect((await run(gateway, skipped(LIMITS.directives))).errors).toBeUndefined();
    const refused = [[expect.stringMatching(/^The query has more than 500 directives\./), 'QUERY_TOO_COSTLY']];
    for (const text of [
      skipped(LIMITS.directives + 1),
      `{ fine ${'@include(if: true) '.repeat(LIMITS.directives + 1)} }`,
      `query ${'@unknown '.repeat(LIMITS.directives + 1)} { fine }`,
    ])
      expect(codes(await run(gateway, text))).toEqual(refused);
  });

  test('deep nesting is refused, directly and through fragments', async () => {
    const deep = (levels: number) => `${'{ deeper '.repeat(levels)}{ fine }${' }'.repeat(levels)}`;
    const { gateway } = gatewayOf();
    expect((await run(gateway, deep(LIMITS.depth - 1))).errors).toBeUndefined();
    const refused = [[expect.stringMatching(/^The query nests fields more than 24 levels deep\./), 'QUERY_TOO_COSTLY']];
    expect(codes(await run(gateway, deep(LIMITS.depth)))).toEqual(refused);
    expect(codes(await run(gateway, `{ ...A } fragment A on Query ${deep(LIMITS.depth)}`))).toEqual(refused);
    const brackets = [[expect.stringMatching(/^The query nests brackets more than 100 deep\./), 'QUERY_TOO_COSTLY']];
    expect(codes(await run(gateway, deep(9000)))).toEqual(brackets);
    expect(codes(await run(gateway, `{ even(n: ${'['.repeat(9000)}1${']'.repeat(9000)}) }`))).toEqual(brackets);
  });

  test('fragments that contain each other end', async () => {
    const query = '{ ...A } fragment A on Query { deeper { ...B } } fragment B on Query { deeper { ...A } }';
    expect((await run(gatewayOf().gateway, query)).errors?.[0]?.message).toContain('Cannot spread fragment');
  });

  test('a body over a megabyte is refused', async () => {
    const result = await run(gatewayOf().gateway, `{ fine } # ${'x'.repeat(2_000_000)}`);
    expect(result.status).toBe(413);
    expect(codes(result)).toEqual([['The body of the request is larger than 1 MB.', 'REQUEST_ENTITY_TOO_LARGE']]);
  });

  test('a body without a stated length is read no further than the limit', async () => {
    let sent = 0;
    const chunk = new TextEncoder().encode('x'.repeat(100_000));
    const body = new ReadableStream({
      pull: (controller) => {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    const { gateway } = gatewayOf();
    const headers = { 'content-type': 'application/json' };
    const streamed: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const response = await gateway.fetch(new Request('http://gateway/graphql', streamed));
    expect(response.status).toBe(413);
    expect(codes(await response.json())).toEqual([
      ['The body of the request is larger than 1 MB.', 'REQUEST_ENTITY_TOO_LARGE'],
    ]);
    expect(sent).toBeLessThan(2 * LIMITS.bodyBytes);
  });

  test('several operations in one request are refused', async () => {
    const response = await gatewayOf().gateway.fetch(
      'http://gateway/graphql',
      post([{ query: '{ fine }' }, { query: '{ fine }' }]),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ message: 'Batching is not supported.' }] });
  });
});

describe('other pages', () => {
  const from = (origin: string, headers: Record<string, string> = {}) => ({ origin, ...headers });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a request that any page could send without asking (%s) is refused',
    async (type) => {
      const { gateway, reads } = gatewayOf();
      const response = await gateway.fetch(
        'http://gateway/graphql',
        post({ query: '{ user(id: "a") }' }, { 'content-type': type }),
      );
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(reads).toEqual([]);
    },
  );

  test('so is a query in the address, unless it says that it is meant', async () => {
    const { gateway } = gatewayOf();
    const address = 'http://gateway/graphql?query={fine}';
    expect((await gateway.fetch(address)).status).toBe(400);
    const meant = await gateway.fetch(address, { headers: { 'graphql-require-preflight': '1' } });
    expect(await meant.json()).toMatchObject({ data: { fine: 'fine' } });
  });

  test('a mutation in the address is refused in any case', async () => {
    const response = await gatewayOf().gateway.fetch('http://gateway/graphql?query=mutation{change}', {
      headers: { 'graphql-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });

  test('pages of other origins are not let in by default', async () => {
    const { headers } = await run(gatewayOf().gateway, '{ fine }', from('https://app.example'));
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('those of a listed origin are', async () => {
    const { gateway } = gatewayOf({ CORS_ORIGINS: 'https://app.example,https://two.example' });
    const allowed = async (origin: string) =>
      (await run(gateway, '{ fine }', from(origin))).headers.get('access-control-allow-origin');
    expect(await allowed('https://app.example')).toBe('https://app.example');
    expect(await allowed('https://evil.example')).toBe('null');
    const preflight = await gateway.fetch('http://gateway/graphql', {
      method: 'OPTIONS',
      headers: from('https://app.example', { 'access-control-request-headers': 'content-type' }),
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  });
});

describe('the sandbox', () => {
  const QUERY = '{ user(id: "a") }';
  const said = async (more: Parameters<typeof gatewayOf>[2], env?: Record<string, string>) => {
    const { gateway } = gatewayOf(env, undefined, more);
    await run(gateway, QUERY);
    // The second joins the first.
    const answers = await Promise.all([run(gateway, QUERY), run(gateway, QUERY)]);
    return answers.map(({ extensions }) => (extensions?.zoom as { sandbox?: boolean } | undefined)?.sandbox);
  };

  test('each of its answers says whose it is', async () => {
    expect(await said({ sandbox: true })).toEqual([true, true]);
  });

  test('no other answer says so', async () => {
    expect(await said({})).toEqual([undefined, undefined]);
    expect(await said({ sandbox: true }, { ZOOM_EXTENSIONS: 'off' })).toEqual([undefined, undefined]);
  });
});

describe('pages of its own', () => {
  const page = { headers: { accept: 'text/html' } };

  test('the root leads to GraphiQL', async () => {
    const response = await gatewayOf().gateway.fetch('http://gateway/', { ...page, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('GraphiQL comes whole, with the examples as its tabs', async () => {
    const html = await (await gatewayOf().gateway.fetch('http://gateway/graphql', page)).text();
    const head = html.slice(0, html.indexOf('<style>'));
    expect(head).toContain('<title>Zoom GraphQL gateway</title>');
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="(https?:)?\/\//);
    for (const { query } of examples()) expect(html).toContain(JSON.stringify(query));
  });

  test.each(['/health', '/healthz'])('%s says that the process is up', async (path) => {
    expect((await gatewayOf().gateway.fetch(`http://gateway${path}`)).status).toBe(200);
  });

  describe.each(['/ready', '/readyz'])('%s', (path) => {
    const readyOf = async (gateway: Gateway) => {
      const response = await gateway.fetch(`http://gateway${path}`);
      return [response.status, await response.text()];
    };
    const waiting = (ready: () => Promise<undefined>) =>
      gatewayOf({}, undefined, { client: { ...clientOf().client, ready } });

    test('ready once there is a token', async () => {
      expect(await readyOf(gatewayOf().gateway)).toEqual([200, '']);
    });

    test('not ready while Zoom gives none', async () => {
      const { gateway } = waiting(() => Promise.reject(new ZoomError('UPSTREAM', 'Zoom cannot be reached.')));
      expect(await readyOf(gateway)).toEqual([503, 'Zoom cannot be reached.']);
    });

    test('however often it is asked, a token is tried for once in five seconds', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      try {
        let tries = 0;
        let isThere = false;
        const { gateway } = waiting(async () => {
          tries++;
          if (!isThere) throw new ZoomError('UNAUTHENTICATED', 'Check the client secret.');
          return undefined;
        });
        for (let nth = 0; nth < 10; nth++) expect(await readyOf(gateway)).toEqual([503, 'Check the client secret.']);
        expect(tries).toBe(1);
        isThere = true;
        vi.advanceTimersByTime(5000);
        expect(await readyOf(gateway)).toEqual([200, '']);
        expect(tries).toBe(2);
      } finally {
        vi.useRealTimers();
      }
    });

    test('what is ours to mend is in the log, not in the answer', async () => {
      const { gateway, lines } = waiting(() => Promise.reject(new Error('password=hunter2')));
      expect(await readyOf(gateway)).toEqual([503, 'Zoom cannot be asked: the log says why.']);
      expect(lines).toMatchObject([{ msg: 'Not ready.', err: { message: 'password=hunter2' } }]);
    });

    test('no plugin of authentication stands before it', async () => {
      const refusing: ForeignPlugin = {
        onRequest: ({ endResponse, fetchAPI }) => endResponse(new fetchAPI.Response(null, { status: 401 })),
      };
      const { gateway } = gatewayOf({}, undefined, { plugins: [refusing] });
      expect(await readyOf(gateway)).toEqual([200, '']);
      expect((await gateway.fetch('http://gateway/healthz')).status).toBe(200);
      expect((await gateway.fetch('http://gateway/else')).status).toBe(401);
    });
  });

  test('there is nothing elsewhere', async () => {
    expect((await gatewayOf().gateway.fetch('http://gateway/else', page)).status).toBe(404);
  });

  test('an answer names its request: by the id that was sent, or a new one', async () => {
    const { gateway } = gatewayOf();
    const idFor = async (sent: string) =>
      (await run(gateway, '{ fine }', { 'x-request-id': sent })).headers.get('x-request-id');
    expect(await idFor('from-the-proxy')).toBe('from-the-proxy');
    expect(await idFor('no id {}')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
