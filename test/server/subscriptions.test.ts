/** Subscriptions over server-sent events: each event is answered by itself, to whom it is for, as long as somebody reads. */
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSession, Permissions } from '../../resolvers/session.ts';
import { schema as zoomSchema } from '../../schema/index.ts';
import type { Gateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/http/http.ts';
import { createMetrics } from '../../src/server/telemetry/metrics.ts';
import { post } from './post.ts';
import { type Subscribed, subscribedBy } from './sse.ts';
import { eventOf, sources, subscribedGateway, withSubscriptions } from './subscribed.ts';
import { type Result, silence } from './support.ts';

const SSE = { accept: 'text/event-stream' };
afterEach(() => {
  vi.useRealTimers();
});

const subscribe = async (
  gateway: Gateway,
  query: string,
  {
    headers = {},
    signal,
    ...body
  }: { headers?: Record<string, string>; signal?: AbortSignal; variables?: object; extensions?: object } = {},
): Promise<Subscribed> => {
  const init = post({ query, ...body }, { ...SSE, ...headers }, signal);
  const subscribed = subscribedBy(await gateway.fetch('http://gateway/graphql', init));
  onTestFinished(() => subscribed.leave().catch(() => undefined));
  return subscribed;
};
const eventIn = (result: Result | undefined) => {
  const { events } = (result?.data ?? {}) as { events?: { cursor: string; topic: string } };
  if (!events) throw new Error(`There is no event in ${JSON.stringify(result)}.`);
  return events;
};
/** Resolves when so many sources are being read. */
const reading = (count: number) => vi.waitFor(() => expect(sources.begun - sources.ended).toBe(count), { interval: 1 });

test('each event is answered as a request of its own, with what it cost', async () => {
  const { gateway, happens, reads } = subscribedGateway();
  const { next, status, headers } = await subscribe(gateway, 'subscription { events { cursor topic host } }');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  await reading(1);
  await happens('one', 'two');
  expect(await next()).toEqual({
    data: { events: { cursor: expect.stringMatching(/^\d+-\d+$/), topic: 'one', host: 'User h' } },
    extensions: { zoom: expect.objectContaining({ calls: 1, byLimit: { LIGHT: 1 } }) },
  });
  // The store of the first event is not that of the second.
  expect(await next()).toMatchObject({ data: { events: { topic: 'two' } }, extensions: { zoom: { calls: 1 } } });
  expect(reads).toEqual(['h', 'h']);
});

test('a subscription outlives the time of a request, and each event has that time anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const { gateway, happens } = subscribedGateway({
    env: { REQUEST_TIMEOUT_MS: '1000' },
    answer: (id, context) => (id === 'h1' ? silence(id, context) : Promise.resolve({ display_name: id })),
  });
  const { next } = await subscribe(gateway, 'subscription { events { topic host } }');
  await vi.advanceTimersByTimeAsync(5000);
  await happens('late');
  expect(await next()).toMatchObject({ data: { events: { topic: 'late', host: 'h' } } });
});

test('one event that takes too long, or fails, has its errors, and the subscription goes on', async () => {
  const { gateway, happens, stream, lines } = subscribedGateway({
    env: { REQUEST_TIMEOUT_MS: '50' },
    answer: (id, context) => (id === 'slow' ? silence(id, context) : Promise.resolve({ display_name: id })),
  });
  const { next } = await subscribe(gateway, 'subscription { events { topic host broken } }');
  await reading(1);
  await stream.append(eventOf('slow', { host_id: 'slow' }));
  await happens('broken', 'fine');
  expect(await next()).toMatchObject({
    data: { events: { topic: 'slow', host: null } },
    errors: [{ path: ['events', 'host'], extensions: { code: 'TIMEOUT' } }],
  });
  const broken = await next();
  expect(broken).toMatchObject({
    data: { events: { topic: 'broken', broken: null } },
    errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(await next()).toMatchObject({ data: { events: { topic: 'fine', broken: 'fine' } } });
  const logged = lines.filter(({ level }) => Number(level) >= 50);
  expect(logged).toMatchObject([{ requestId: broken?.errors?.[0]?.extensions?.requestId }]);
});

test('what each event spends is counted from nothing', async () => {
  const { gateway, happens } = subscribedGateway();
  const { next } = await subscribe(gateway, 'subscription ($n: Int) { events { host(times: $n) } }', {
    variables: { n: 2 },
  });
  await reading(1);
  await happens('one', 'two', 'three');
  for (let nth = 0; nth < 3; nth++)
    expect(await next()).toMatchObject({
      data: { events: { host: 'User h,User h1' } },
      extensions: { zoom: { calls: 2 } },
    });
});

describe('who asks', () => {
  test('is shown what it may see, and others what they may', async () => {
    const { gateway, happens } = subscribedGateway({ who: { owner: ['read', 'sensitive'], guest: ['read'] } });
    const query = 'subscription { events { topic password } }';
    const as = (name: string) => subscribe(gateway, query, { headers: { authorization: `Bearer ${name}` } });
    const [owner, guest, again] = [await as('owner'), await as('guest'), await as('owner')];
    await reading(3);
    await happens('one');
    const whole = { data: { events: { topic: 'one', password: 'hush' } } };
    expect(await owner.next()).toMatchObject(whole);
    const part = await guest.next();
    expect(part).toMatchObject({
      data: { events: { topic: 'one', password: null } },
      errors: [{ path: ['events', 'password'], extensions: { code: 'FORBIDDEN' } }],
    });
    expect(JSON.stringify(part)).not.toContain('hush');
    expect(await again.next()).toMatchObject(whole);
  });

  test('is looked up for each event: what was permitted then is not now, and a key that was revoked ends it', async () => {
    const { gateway, happens, who, stream } = subscribedGateway({ who: { owner: ['read', 'sensitive'] } });
    const { next } = await subscribe(gateway, 'subscription { events { topic password } }', {
      headers: { authorization: 'Bearer owner' },
    });
    await reading(1);
    await happens('one');
    expect(await next()).toMatchObject({ data: { events: { password: 'hush' } } });
    who.owner = ['read'];
    await happens('two');
    const part = await next();
    expect([part?.data, part?.errors?.[0]?.extensions?.code]).toEqual([
      { events: { topic: 'two', password: null } },
      'FORBIDDEN',
    ]);
    delete who.owner;
    await happens('three', 'four');
    const last = await next();
    expect(last).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(JSON.stringify(last)).not.toMatch(/three|hush/);
    expect(await next()).toBeUndefined();
    await reading(0);
    await stream.close();
  });

  test('may not subscribe to what is withheld, nor go on when it has become so', async () => {
    const { gateway, happens, who } = subscribedGateway({ who: { owner: ['read', 'raw'], guest: ['read'] } });
    const as = (name: string, query: string) =>
      subscribe(gateway, query, { headers: { authorization: `Bearer ${name}` } });
    const { begun } = sources;
    for (const query of [
      'subscription { rawEvents { topic } }',
      'subscription { ...F } fragment F on Subscription { ...G } fragment G on Subscription { it: rawEvents { topic } }',
    ]) {
      const refused = await as('guest', query);
      expect(await refused.next()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(await refused.next()).toBeUndefined();
    }
    expect(sources.begun).toBe(begun);
    const { next } = await as('owner', 'subscription { rawEvents { topic } }');
    await reading(1);
    await happens('one');
    expect(await next()).toMatchObject({ data: { rawEvents: { topic: 'one' } } });
    who.owner = ['read'];
    await happens('two');
    expect(await next()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await next()).toBeUndefined();
  });

  test('is nobody: no source is asked', async () => {
    const { gateway } = subscribedGateway();
    const { begun } = sources;
    const { status } = await subscribe(gateway, 'subscription { events { topic } }', {
      headers: { authorization: 'Bearer nobody' },
    });
    expect([status, sources.begun]).toEqual([401, begun]);
  });
});

describe('a cursor', () => {
  test('goes on from there', async () => {
    const { gateway, happens } = subscribedGateway();
    const first = await subscribe(gateway, 'subscription { events { cursor } }');
    await reading(1);
    await happens('one', 'two', 'three');
    const { cursor } = eventIn(await first.next());
    await first.leave();
    await reading(0);
    const { next } = await subscribe(gateway, `subscription { events(after: "${cursor}") { topic } }`);
    expect(await next()).toMatchObject({ data: { events: { topic: 'two' } } });
    await happens('four');
    expect(await next()).toMatchObject({ data: { events: { topic: 'three' } } });
    expect(await next()).toMatchObject({ data: { events: { topic: 'four' } } });
  });

  test('that is too old, or none, is a last error of its own', async () => {
    const { gateway, happens } = subscribedGateway({ kept: 2 });
    await happens('one', 'two', 'three');
    const saidTo = async (cursor: string) => {
      const { next } = await subscribe(gateway, 'subscription ($after: String) { events(after: $after) { topic } }', {
        variables: { after: cursor },
      });
      const said = await next();
      expect(await next()).toBeUndefined();
      return said?.errors?.map(({ message, extensions }) => [extensions?.code, message]);
    };
    expect(await saidTo('1000-0')).toEqual([
      [
        'EVENTS_LOST',
        'Events after this cursor are no longer kept. Go on from the last cursor that you have; where that is too old, begin again without `after`, and read by queries what was missed.',
      ],
    ]);
    expect(await saidTo('x')).toEqual([['BAD_USER_INPUT', 'That is no cursor of an event.']]);
    expect(await saidTo('99999999999999-0')).toEqual([['BAD_USER_INPUT', 'No event has this cursor yet.']]);
    await reading(0);
  });

  test('of a subscriber that was too slow goes on where it was cut off', async () => {
    const { gateway, happens } = subscribedGateway({ buffer: 3 });
    const query = 'subscription ($after: String) { events(after: $after) { cursor topic } }';
    const slow = await subscribe(gateway, query);
    await reading(1);
    const topics = Array.from({ length: 10 }, (_, nth) => `${nth}`);
    await happens(...topics);
    const seen: string[] = [];
    let cursor = '';
    let last = await slow.next();
    for (; last?.data; last = await slow.next()) {
      seen.push(eventIn(last).topic);
      cursor = eventIn(last).cursor;
    }
    expect(last?.errors).toMatchObject([{ extensions: { code: 'EVENTS_LOST' } }]);
    expect(await slow.next()).toBeUndefined();
    const { next } = await subscribe(gateway, query, { variables: { after: cursor || undefined } });
    while (seen.length < 10) seen.push(eventIn(await next()).topic);
    expect(seen).toEqual(topics);
  });
});

describe('the end', () => {
  test('of a client is the end of its source, also while an event is answered', async () => {
    const ended = vi.fn();
    const { gateway, happens, reads } = subscribedGateway({
      answer: (id, context) => {
        context.signal?.addEventListener('abort', ended);
        return silence(id, context);
      },
    });
    const idle = await subscribe(gateway, 'subscription { events { topic } }');
    await reading(1);
    await idle.leave();
    await reading(0);
    const client = new AbortController();
    const busy = await subscribe(gateway, 'subscription { events { host } }', { signal: client.signal });
    await reading(1);
    await happens('one');
    const next = busy.next().catch(() => 'gone');
    await vi.waitFor(() => expect(reads).toEqual(['h']));
    client.abort();
    await reading(0);
    await vi.waitFor(() => expect(ended).toHaveBeenCalled());
    await next;
  });

  test('comes over a socket that closes', async () => {
    const { gateway, happens } = subscribedGateway();
    const http = await listen(gateway, 0, '127.0.0.1');
    onTestFinished(() => http.stop(0));
    const client = new AbortController();
    const init = post({ query: 'subscription { events { topic } }' }, SSE, client.signal);
    const { next } = subscribedBy(await fetch(`${http.origin}/graphql`, init));
    await reading(1);
    await happens('one');
    expect(await next()).toMatchObject({ data: { events: { topic: 'one' } } });
    client.abort();
    await reading(0);
  });

  test('of the gateway is said, and what is under way is answered first', async () => {
    let answer: () => void = () => {};
    const { gateway, happens, reads } = subscribedGateway({
      answer: () => new Promise((resolve) => (answer = () => resolve({ display_name: 'Ann' }))),
    });
    const http = await listen(gateway, 0, '127.0.0.1');
    const at = async (query: string) => subscribedBy(await fetch(`${http.origin}/graphql`, post({ query }, SSE)));
    const [idle, busy] = [await at('subscription { events { topic } }'), await at('subscription { events { host } }')];
    await reading(2);
    await happens('one');
    expect(await idle.next()).toMatchObject({ data: { events: { topic: 'one' } } });
    await vi.waitFor(() => expect(reads).toEqual(['h']));
    gateway.endSubscriptions();
    const stopped = http.stop(60_000);
    expect(await idle.next()).toBeUndefined();
    answer();
    expect(await busy.next()).toMatchObject({ data: { events: { host: 'Ann' } } });
    expect(await busy.next()).toBeUndefined();
    await stopped;
    await reading(0);
  });

  test('of a source that never ends by itself is not waited for', async () => {
    const { gateway } = subscribedGateway();
    const [one, other] = [
      await subscribe(gateway, 'subscription { never }'),
      await subscribe(gateway, 'subscription { never }'),
    ];
    await one.leave();
    gateway.endSubscriptions();
    expect(await other.next()).toBeUndefined();
    expect((await subscribe(gateway, 'subscription { never }')).status).toBe(503);
  });
});

describe('what cannot begin', () => {
  test('says so, and leaves nothing open', async () => {
    const { gateway, lines } = subscribedGateway();
    const refused = async (query: string, more: object = {}) => {
      const { next } = await subscribe(gateway, query, more);
      const said = await next();
      expect(await next()).toBeUndefined();
      return said?.errors?.map(({ extensions }) => extensions?.code);
    };
    expect(await refused('subscription { failing }')).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(lines.map(({ msg }) => msg))).toContain('Unexpected error.');
    expect(await refused('subscription { a: events { topic } b: events { topic } }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(await refused('subscription { nothing }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await refused('subscription ($a: Int!) { events { host(times: $a) } }')).toHaveLength(1);
    expect(await refused('subscription A { events { topic } } subscription B { events { topic } }')).toHaveLength(1);
    expect(await refused('subscription { events { topic } }', { extensions: { zoom: { nope: 1 } } })).toEqual([
      'BAD_USER_INPUT',
    ]);
    await reading(0);
  });

  test('is a subscription of a client that takes no stream', async () => {
    const { gateway } = subscribedGateway();
    const { begun } = sources;
    const response = await gateway.fetch(
      'http://gateway/graphql',
      post({ query: 'subscription { events { topic } }' }, { accept: 'application/json' }),
    );
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }] });
    expect(sources.begun).toBe(begun);
  });

  test('a dry run tells what an event costs, and begins nothing', async () => {
    const { gateway } = subscribedGateway();
    const { begun } = sources;
    const { next } = await subscribe(gateway, 'subscription { events { topic } }', {
      extensions: { zoom: { dryRun: true } },
    });
    expect(await next()).toMatchObject({ data: null, extensions: { zoom: { dryRun: { calls: 0 } } } });
    expect(sources.begun).toBe(begun);
  });

  test('is a subscription of which no event could be answered: it says what it costs', async () => {
    const { gateway } = subscribedGateway({
      env: { MAX_CALLS_PER_REQUEST: '10' },
      more: { schema: withSubscriptions(zoomSchema) },
    });
    // Calls that Zoom counts by the minute: all that may be needed count.
    const asking = (accounts: number) =>
      `subscription { events { topic query { account { subAccounts(first: ${accounts}) { nodes { dashboard {
        meetings(first: 2) { nodes { participants(first: 3) { nodes { qos { health } } } } } } } } } } } }`;
    const { begun } = sources;
    const refused = await subscribe(gateway, asking(20));
    expect((await refused.next())?.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COSTLY', cost: { calls: expect.any(Number) } } },
    ]);
    const dry = await subscribe(gateway, asking(20), { extensions: { zoom: { dryRun: true } } });
    const told = (await dry.next())?.extensions?.zoom as { dryRun: { calls: number } };
    expect(told.dryRun.calls).toBeGreaterThan(20);
    expect(sources.begun).toBe(begun);
    await subscribe(gateway, 'subscription { events { query { __typename } } }');
    await reading(1);
  });

  test('are more subscriptions than one may have', async () => {
    const { gateway } = subscribedGateway({ who: { other: ['read'] } });
    const all = await Promise.all(Array.from({ length: 200 }, () => subscribe(gateway, 'subscription { never }')));
    const query = 'subscription { never }';
    const more = await subscribe(gateway, query);
    expect(more.status).toBe(429);
    expect(await more.next()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
    expect((await subscribe(gateway, query, { headers: { authorization: 'Bearer other' } })).status).toBe(200);
    await all[0]?.leave();
    expect((await subscribe(gateway, query)).status).toBe(200);
  });
});

test('a client that takes anything gets a stream, whether the text is known or not', async () => {
  const { gateway, happens } = subscribedGateway();
  for (const accept of ['*/*', 'application/json, text/event-stream, multipart/mixed', 'text/event-stream']) {
    const { next, headers, leave } = await subscribe(gateway, 'subscription { events { topic } }', {
      headers: { accept },
    });
    expect(headers.get('content-type')).toBe('text/event-stream');
    await reading(1);
    await happens(accept);
    expect(await next()).toMatchObject({ data: { events: { topic: accept } } });
    await leave();
    await reading(0);
  }
});

test('literals of a document that has other operations, too, are those of the text that was sent', async () => {
  const { gateway, happens } = subscribedGateway({ kept: 10 });
  await happens('one');
  for (const after of ['1000-0', '1000-1', '1000-2']) {
    const query = `subscription S { events(after: "${after}") { topic } } query Q { fine }`;
    const init = post({ query, operationName: 'S' }, SSE);
    const { next } = subscribedBy(await gateway.fetch('http://gateway/graphql', init));
    expect(await next()).toMatchObject({ errors: [{ extensions: { code: 'EVENTS_LOST' } }] });
  }
});

test('metrics tell how many are open, what was sent, and how they ended', async () => {
  const metrics = createMetrics({ budget: async () => ({ buckets: [] }) as never, bare: true });
  const { gateway, happens, who } = subscribedGateway({ who: { owner: ['read'] }, more: { metrics } });
  const countOf = async (name: string, labels = {}) =>
    (await metrics.registry.getSingleMetric(`zoom_gateway_${name}`)?.get())?.values.find(
      (one) => JSON.stringify(one.labels) === JSON.stringify(labels),
    )?.value;
  const query = 'subscription { events { topic } }';
  const [one, other] = [
    await subscribe(gateway, query),
    await subscribe(gateway, query, { headers: { authorization: 'Bearer owner' } }),
  ];
  await reading(2);
  expect(await countOf('subscriptions')).toBe(2);
  await happens('one');
  await Promise.all([one.next(), other.next()]);
  expect(await countOf('events_delivered_total')).toBe(2);
  delete who.owner;
  await happens('two');
  await other.next();
  await one.leave();
  await reading(0);
  expect(await countOf('subscriptions')).toBe(0);
  expect(await countOf('subscriptions_ended_total', { reason: 'client' })).toBe(1);
  expect(await countOf('subscriptions_ended_total', { reason: 'UNAUTHENTICATED' })).toBe(1);
});

test('what an event is about is never logged', async () => {
  const { gateway, happens, lines } = subscribedGateway();
  const { next } = await subscribe(gateway, 'subscription { events { topic password } }');
  await reading(1);
  await happens('Quarterly figures');
  await next();
  expect(JSON.stringify(lines)).not.toMatch(/Quarterly|hush/);
});

test.each(['onRequest', 'onRequestParse', 'onParams', 'onContextBuilding', 'onExecute', 'onResultProcess'])(
  'a plugin of others that has %s sees subscriptions, and each of their events',
  async (hook) => {
    const seen = vi.fn();
    const { gateway, happens } = subscribedGateway({ more: { plugins: [{ [hook]: () => void seen() }] } });
    for (const accept of ['*/*', 'text/event-stream']) {
      seen.mockClear();
      const query = 'subscription { events { topic } }';
      const { next, headers, leave } = await subscribe(gateway, query, { headers: { accept } });
      expect(headers.get('content-type')).toBe('text/event-stream');
      await reading(1);
      const begun = seen.mock.calls.length;
      await happens(`${accept} one`, `${accept} two`);
      expect(eventIn(await next()).topic).toBe(`${accept} one`);
      expect(eventIn(await next()).topic).toBe(`${accept} two`);
      const isOfEach = ['onParams', 'onContextBuilding', 'onExecute'].includes(hook);
      expect(begun > 0 || hook === 'onExecute').toBe(true);
      expect(seen.mock.calls.length - begun).toBe(isOfEach ? 2 : 0);
      await leave();
      await reading(0);
    }
  },
);

test('with AUTH=caller a subscriber hears of its own account alone, and of none where Zoom does not say which that is', async () => {
  const accounts: Record<string, string | undefined> = { ofA: 'a', ofB: 'b', unknown: undefined };
  const learnt: string[] = [];
  const { gateway, stream } = subscribedGateway({
    more: {
      sessionFor: (headers, client) => {
        const bearer = headers.get('authorization')?.slice('Bearer '.length) ?? '';
        let accountId: string | undefined;
        const learn = async () => {
          learnt.push(bearer);
          accountId = accounts[bearer];
        };
        const caller = {
          get accountId() {
            return accountId;
          },
          learn,
        };
        return createSession({
          principal: bearer,
          permissions: Permissions.all,
          zoom: { ...client.as(bearer), caller },
        });
      },
    },
  });
  const as = (bearer: string) =>
    subscribe(gateway, 'subscription { events { topic } }', { headers: { authorization: `Bearer ${bearer}` } });
  const refused = await as('unknown');
  expect(await refused.next()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  const [ofA, ofB] = [await as('ofA'), await as('ofB')];
  await reading(2);
  await stream.append(eventOf('of a'));
  await stream.append(eventOf('of b', {}, 'b'));
  await stream.append(eventOf('of a again'));
  expect(eventIn(await ofA.next()).topic).toBe('of a');
  expect(eventIn(await ofA.next()).topic).toBe('of a again');
  expect(eventIn(await ofB.next()).topic).toBe('of b');
  // Who has come to another account meanwhile hears no more of the first.
  accounts.ofA = 'b';
  await stream.append(eventOf('of a at last'));
  await stream.append(eventOf('of b at last', {}, 'b'));
  expect(eventIn(await ofB.next()).topic).toBe('of b at last');
  expect(learnt).toContain('unknown');
});
