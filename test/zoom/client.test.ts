/** The client against fake answers, and for what only sockets show, against a server of its own. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type CallLine, type Client, createClient } from '../../src/zoom/client/client.ts';
import { MOST_BYTES } from '../../src/zoom/http/send.ts';
import { type Acquired, MemoryRateLimitStore } from '../../src/zoom/rate-limit/store.ts';
import type { RateLimit } from '../../src/zoom/rate-limit/tables.ts';
import {
  API,
  createUser,
  errorOf,
  fakeZoom,
  getUser,
  listUsers,
  NOON,
  turnOf,
  updateMeeting,
  uploadPicture,
  within,
} from '../fake-zoom.ts';

describe('one call', () => {
  const fake = fakeZoom();

  test('sends path, query and token, and gives the parsed answer', async () => {
    fake.mint();
    let authorization: unknown;
    const page = { users: [{ id: 'a' }] };
    fake.on('/users?page_size=300&status=active').reply(({ headers }) => {
      authorization = (headers as Record<string, string>).authorization;
      return { statusCode: 200, data: page, responseOptions: { headers: { 'x-zm-trackingid': 'v=2;rid=1' } } };
    });
    const requestContext = turnOf();
    const also = { page_size: 300, status: 'active', next_page_token: undefined };
    expect(await fake.zoom.call(listUsers, { also } as object, requestContext)).toEqual(page);
    expect(authorization).toBe('Bearer token-1');
    expect(requestContext.stats).toEqual({ calls: 1, byLimit: { MEDIUM: 1 }, coalesced: 0, cached: 0, waitedMs: 0 });
    expect(fake.lines).toEqual([
      {
        verb: 'GET',
        template: '/users',
        status: 200,
        ms: 0,
        waitedMs: 0,
        trackingId: 'v=2;rid=1',
        limit: 'MEDIUM',
        attempt: 1,
      },
    ]);
  });

  test('tells of each call how long the budget held it back', async () => {
    fake.start({ plan: 'free' });
    fake.mint();
    fake.on('/users/a').reply(200, { id: 'a' }).times(4);
    // Each by itself, so that none joins another.
    const calls = Array.from({ length: 4 }, (_, nth) =>
      fake.zoom.call(getUser, { path: { userId: 'a' }, also: { nth } } as never, turnOf()),
    );
    fake
      .on((path) => path.startsWith('/users/a?'))
      .reply(200, { id: 'a' })
      .times(4);
    await within(1200, Promise.all(calls));
    const waited = fake.lines.map(({ waitedMs }) => waitedMs);
    expect(waited.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waited[3]).toBeGreaterThanOrEqual(1000);
  });

  test('without credentials it is ready when the API answers anything, and asks but once in half a minute', async () => {
    fake.start({ credentials: undefined });
    fake.agent
      .get(API)
      .intercept({ path: '/v2' })
      .replyWithError(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    await expect(fake.client.ready()).rejects.toMatchObject({ kind: 'UPSTREAM' });
    fake.agent.get(API).intercept({ path: '/v2' }).reply(401, '');
    await fake.client.ready();
    await fake.client.ready();
    vi.setSystemTime(Date.now() + 31_000);
    await expect(fake.client.ready()).rejects.toThrow();
  });

  test('sends a body, and takes an empty answer for none', async () => {
    fake.mint();
    fake.on('/users', 'POST').reply(201, ({ body }) => ({ ...JSON.parse(String(body)), id: 'new' }));
    fake.on('/meetings/1', 'PATCH').reply(204, '');
    const body = { email: 'a@x.test' };
    expect(await fake.zoom.call(createUser, { body }, turnOf())).toEqual({ ...body, id: 'new' });
    expect(await fake.zoom.call(updateMeeting, { path: { meetingId: 1 } }, turnOf())).toBeUndefined();
  });

  test('gives the same object while the answer stays the same', async () => {
    fake.mint();
    const called = (id: string, name: string) => fake.on(`/users/${id}`).reply(200, { id: 'a', name }).times(3);
    called('a', 'Ann');
    called('b', 'Ann');
    const [, second, third] = [await fake.getUser(), await fake.getUser(), await fake.getUser()];
    expect(third).toBe(second);
    await fake.getUser(turnOf(), 'b');
    expect(await fake.getUser(turnOf(), 'b')).not.toBe(second);
    expect(await fake.client.as('caller-token').call(getUser, { path: { userId: 'b' } }, turnOf())).not.toBe(second);
    called('a', 'Bob');
    expect(await fake.getUser()).toEqual({ id: 'a', name: 'Bob' });
  });

  test('a body that holds a file goes as a form, and whole again when it is repeated', async () => {
    fake.mint();
    const path = ['/users/a/picture', 'POST'] as const;
    const sent: unknown[] = [];
    const answer = (status: number, code: number, message = 'Again.') =>
      fake.on(...path).reply(status, ({ body, headers }) => {
        sent.push({ form: body, type: (headers as Record<string, string>)['content-type'] });
        return { code, message };
      });
    answer(401, 124);
    answer(429, 429, 'You have exceeded the per-second rate limit for this API.');
    fake.on(...path).reply(201, ({ body }) => {
      sent.push({ form: body });
      return {};
    });
    const picture = new File(['the bytes'], 'a hill.png', { type: 'image/png' });
    const body = { pic_file: picture, tags: ['a', 'b'] };
    await within(2000, fake.zoom.call(uploadPicture, { path: { userId: 'a' }, body }, turnOf()));
    expect(sent).toHaveLength(3);
    for (const { form, type } of sent as { form: FormData; type?: string }[]) {
      expect(type).toBeUndefined(); // undici says it, with the boundary
      expect([...form]).toEqual([
        ['pic_file', expect.any(File)],
        ['tags', 'a'],
        ['tags', 'b'],
      ]);
      const { name, type: media } = form.get('pic_file') as File;
      expect([name, media, await (form.get('pic_file') as File).text()]).toEqual([
        'a hill.png',
        'image/png',
        'the bytes',
      ]);
    }
    expect(JSON.stringify(fake.lines)).not.toMatch(/hill|bytes/);
  });

  test('beyond maxCalls is refused, repeats and calls that wait included', async () => {
    fake.mint();
    fake
      .on((path) => path.startsWith('/users/'))
      .reply(200, {})
      .persist();
    const requestContext = turnOf({ maxCalls: 2 });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((id) => fake.getUser(requestContext, id)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((await errorOf(fake.getUser(requestContext, 'd'))).kind).toBe('TOO_MANY_CALLS');
    expect(requestContext.stats.calls).toBe(2);
  });
});

describe('the same read at once', () => {
  const fake = fakeZoom();

  test('is one call and one answer', async () => {
    fake.mint();
    fake.on('/users/a').reply(200, { id: 'a' });
    const turns = [turnOf(), turnOf(), turnOf()];
    const [first, ...others] = await Promise.all(turns.map((requestContext) => fake.getUser(requestContext)));
    for (const other of others) expect(other).toBe(first);
    expect(turns.map(({ stats }) => [stats.calls, stats.coalesced])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  test('is called for each where reads are not coalesced', async () => {
    fake.start({ coalesce: false });
    fake.mint();
    fake.on('/users/a').reply(200, { id: 'a' }).times(2);
    const turns = [turnOf(), turnOf()];
    expect(await Promise.all(turns.map((requestContext) => fake.getUser(requestContext)))).toEqual([
      { id: 'a' },
      { id: 'a' },
    ]);
    expect(turns.map(({ stats }) => [stats.calls, stats.coalesced])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test('is not shared between credentials', async () => {
    fake.mint();
    fake
      .on('/users/a')
      .reply(200, ({ headers }) => ({ id: (headers as Record<string, string>).authorization }))
      .times(2);
    const path = { userId: 'a' };
    const caller = fake.client.as('caller-token');
    expect(caller.key).not.toBe(fake.zoom.key);
    expect(caller).toBe(fake.client.as('caller-token'));
    const answers = await Promise.all([fake.getUser(), caller.call(getUser, { path }, turnOf())]);
    expect(answers).toEqual([{ id: 'Bearer token-1' }, { id: 'Bearer caller-token' }]);
  });

  test('goes on when one of those who wait gives up, the first included', async () => {
    fake.mint();
    fake.on('/users/a').reply(200, { id: 'a' }).delay(50);
    const leaver = new AbortController();
    const left = fake.getUser(turnOf({ signal: leaver.signal }));
    const stays = fake.getUser();
    leaver.abort();
    expect((await errorOf(left)).kind).toBe('ABORTED');
    expect(await within(100, stays)).toEqual({ id: 'a' });
  });

  test('times out for each by its own deadline', async () => {
    fake.mint();
    fake.on('/users/a').reply(200, { id: 'a' }).delay(500);
    const hasty = fake.getUser(turnOf({ deadline: NOON + 100 }));
    const patient = fake.getUser();
    expect((await errorOf(within(100, hasty))).kind).toBe('TIMEOUT');
    expect(await within(500, patient)).toEqual({ id: 'a' });
  });

  test('is paid by another when the one who pays may make no more calls', async () => {
    fake.mint();
    fake.on('/users/a').reply(500, {});
    fake.on('/users/a').reply(200, { id: 'a' });
    const turns = [turnOf({ maxCalls: 1 }), turnOf({ maxCalls: 1 }), turnOf({ maxCalls: 1 })] as const;
    const answers = turns.map((requestContext) => fake.getUser(requestContext));
    const [first, ...others] = await within(5000, Promise.allSettled(answers));
    expect(first).toMatchObject({ status: 'rejected', reason: { kind: 'TOO_MANY_CALLS' } });
    expect(others).toMatchObject(Array(2).fill({ status: 'fulfilled', value: { id: 'a' } }));
    expect(turns.map(({ stats }) => [stats.calls, stats.coalesced])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  test('is refused for each where none of them may make the call again', async () => {
    fake.mint();
    fake.on('/users/a').reply(500, {}).times(3);
    const turns = [turnOf({ maxCalls: 1 }), turnOf({ maxCalls: 1 }), turnOf({ maxCalls: 1 })];
    const answers = await within(
      20_000,
      Promise.allSettled(turns.map((requestContext) => fake.getUser(requestContext))),
    );
    expect(answers).toMatchObject(Array(3).fill({ status: 'rejected', reason: { kind: 'TOO_MANY_CALLS' } }));
    expect(turns.map(({ stats }) => [stats.calls, stats.coalesced])).toEqual(Array(3).fill([1, 0]));
  });

  test('is not joined when a write ended after it began', async () => {
    fake.mint();
    fake.on('/users/a').reply(200, { id: 'old' }).delay(500);
    const before = fake.getUser();
    await within(1, Promise.resolve());
    fake.on('/users', 'POST').reply(201, {});
    await fake.zoom.call(createUser, { body: {} }, turnOf());
    fake.on('/users/a').reply(200, { id: 'new' });
    expect(await fake.getUser()).toEqual({ id: 'new' });
    expect(await within(500, before)).toEqual({ id: 'old' });
  });

  test('nothing is called for a turn that is over', async () => {
    expect((await errorOf(fake.getUser(turnOf({ signal: AbortSignal.abort() })))).kind).toBe('ABORTED');
    expect((await errorOf(fake.getUser(turnOf({ deadline: NOON })))).kind).toBe('TIMEOUT');
    expect(fake.lines).toEqual([]);
  });
});

describe('repeats', () => {
  const fake = fakeZoom();
  const broken = () => Object.assign(new Error('socket'), { code: 'ECONNRESET' });
  const unreachable = () => Object.assign(new Error('nobody there'), { code: 'ECONNREFUSED' });

  test('a read is repeated after 5xx and broken connections', async () => {
    fake.mint();
    fake.on('/users/a').reply(502, '<html>Bad gateway</html>');
    fake.on('/users/a').replyWithError(broken());
    fake.on('/users/a').reply(200, { id: 'a' });
    const requestContext = turnOf();
    expect(await within(5000, fake.getUser(requestContext))).toEqual({ id: 'a' });
    expect(requestContext.stats.calls).toBe(3);
    expect(fake.lines.map(({ status, attempt }) => [status, attempt])).toEqual([
      [502, 1],
      [null, 2],
      [200, 3],
    ]);
  });

  test('three times at most', async () => {
    fake.mint();
    fake.on('/users/a').reply(503, {}).persist();
    const requestContext = turnOf();
    const error = await errorOf(within(20_000, fake.getUser(requestContext)));
    expect([error.kind, error.status, requestContext.stats.calls]).toEqual(['UPSTREAM', 503, 4]);
  });

  test('an answer that is not JSON is asked for once more', async () => {
    fake.mint();
    fake.on('/users/a').reply(200, '<html>').times(5);
    const requestContext = turnOf();
    const error = await errorOf(within(5000, fake.getUser(requestContext)));
    expect([error.kind, error.transport, requestContext.stats.calls]).toEqual(['UPSTREAM', 'GARBLED', 2]);
  });

  test('half a refusal is asked for once more, since the whole one may say what it means', async () => {
    fake.mint();
    fake.on('/users/a').reply(400, '{"code":300,"message":"The next page tok');
    fake.on('/users/a').reply(400, { code: 1001, message: 'User does not exist: a.' });
    const requestContext = turnOf();
    const error = await errorOf(within(5000, fake.getUser(requestContext)));
    expect([error.kind, error.code, requestContext.stats.calls]).toEqual(['NOT_FOUND', 1001, 2]);
  });

  test('half a refusal that comes twice is one without a reason', async () => {
    fake.mint();
    fake.on('/users/a').reply(400, '{"code":300').times(5);
    const requestContext = turnOf();
    const error = await errorOf(within(5000, fake.getUser(requestContext)));
    expect([error.kind, error.message, requestContext.stats.calls]).toEqual([
      'BAD_REQUEST',
      'Zoom answered with HTTP 400.',
      2,
    ]);
  });

  test('not beyond the deadline', async () => {
    fake.mint();
    fake.on('/users/a').reply(503, {}).persist();
    const requestContext = turnOf({ deadline: NOON + 100 });
    expect((await errorOf(fake.getUser(requestContext))).status).toBe(503);
    expect(requestContext.stats.calls).toBe(1);
  });

  test.each([
    ['5xx', () => fake.on('/users', 'POST').reply(502, {})],
    ['a broken connection', () => fake.on('/users', 'POST').replyWithError(broken())],
  ])('a write is not repeated after %s: it may have been done', async (_, answer) => {
    fake.mint();
    answer();
    const requestContext = turnOf();
    expect((await errorOf(within(5000, fake.zoom.call(createUser, { body: {} }, requestContext)))).kind).toBe(
      'UPSTREAM',
    );
    expect(requestContext.stats.calls).toBe(1);
  });

  test('a write is repeated where nobody listened', async () => {
    fake.mint();
    fake.on('/users', 'POST').replyWithError(unreachable());
    fake.on('/users', 'POST').reply(201, { id: 'new' });
    expect(await within(5000, fake.zoom.call(createUser, { body: {} }, turnOf()))).toEqual({ id: 'new' });
  });

  test('a write is not repeated after a timeout', async () => {
    fake.mint();
    fake.on('/users', 'POST').reply(201, {}).delay(60_000);
    const requestContext = turnOf();
    const error = await errorOf(within(15_000, fake.zoom.call(createUser, { body: {} }, requestContext)));
    expect([error.kind, requestContext.stats.calls]).toEqual(['TIMEOUT', 1]);
  });
});

describe('over real sockets', () => {
  let server: Server;
  let client: Client;
  let origin: string;
  let answer: (response: ServerResponse, nth: number) => void;
  let received: number;
  let closed: Promise<void>;
  let lines: CallLine[];

  beforeEach(async () => {
    received = 0;
    lines = [];
    server = createServer((request, response) => {
      closed = new Promise((resolve) => response.once('close', () => resolve()));
      request.resume();
      answer(response, ++received);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = createClient({
      callersByAccount: false,
      apiUrl: `${origin}/v2/`,
      oauthUrl: `${origin}/oauth/token`,
      plan: 'business',
      callTimeoutMs: 200,
      random: () => 0,
      log: (line) => lines.push(line),
    });
  });
  afterEach(async () => {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const user = (more: Parameters<typeof turnOf>[0] = {}) =>
    client.as('caller-token').call(getUser, { path: { userId: 'a' } }, turnOf(more));
  const good = (response: ServerResponse) => response.end('{"id":"a"}');

  test('a call that was let go too long before it could leave hands that back, and is sent once it is let go anew', async () => {
    const handed: string[] = [];
    class Slow extends MemoryRateLimitStore {
      #isFirst = true;
      override hold(rateLimits: readonly RateLimit[]): Acquired {
        const acquired = super.hold(rateLimits);
        // So long the process was too busy.
        if (this.#isFirst) vi.setSystemTime(Date.now() + 1500);
        this.#isFirst = false;
        const told = (what: string, does: () => void) => () => {
          handed.push(what);
          does();
        };
        return {
          ...acquired,
          sent: told('sent', acquired.sent),
          giveBack: told('given back', acquired.giveBack),
        };
      }
    }
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const busy = createClient({
      callersByAccount: false,
      apiUrl: `${origin}/v2/`,
      oauthUrl: `${origin}/oauth/token`,
      plan: 'business',
      rateLimitStore: () => new Slow(),
      log: (line) => lines.push(line),
    });
    answer = good;
    const requestContext = turnOf({ deadline: undefined });
    expect(await busy.as('caller-token').call(getUser, { path: { userId: 'a' } }, requestContext)).toEqual({ id: 'a' });
    await busy.close();
    expect(handed).toEqual(['given back', 'sent']);
    expect([received, requestContext.stats.calls, requestContext.stats.byLimit]).toEqual([1, 1, { LIGHT: 1 }]);
    expect(lines.map(({ status, attempt }) => [status, attempt])).toEqual([[200, 1]]);
  });

  test('a connection that Zoom resets is tried again', async () => {
    answer = (response, nth) => (nth === 1 ? response.socket?.resetAndDestroy() : good(response));
    expect(await user()).toEqual({ id: 'a' });
    expect(lines.map(({ status }) => status)).toEqual([null, 200]);
  });

  test('an answer that breaks off in the middle is tried again', async () => {
    answer = (response, nth) => {
      if (nth > 1) return good(response);
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":', () => response.destroy());
    };
    expect(await user()).toEqual({ id: 'a' });
  });

  test('half a JSON text is UPSTREAM', async () => {
    answer = (response) => response.end('{"id":"a');
    const error = await errorOf(user());
    expect([error.kind, error.status, received]).toEqual(['UPSTREAM', 200, 2]);
  });

  test('silence is TIMEOUT, and the socket is let go', async () => {
    answer = () => undefined;
    expect((await errorOf(user())).kind).toBe('TIMEOUT');
    await closed;
    expect(received).toBe(1);
  });

  describe('an answer that is too long', () => {
    const tooLong = expect.objectContaining({
      kind: 'UPSTREAM',
      status: 200,
      message: "Zoom's answer is longer than the 32 MB that this gateway reads. Ask for less at once.",
    });

    test('is not begun where its length is told', async () => {
      answer = (response) => response.writeHead(200, { 'content-length': MOST_BYTES + 1 }).write('{"id":"');
      expect(await errorOf(user())).toEqual(tooLong);
      await closed;
      expect(received).toBe(1);
    });

    test('is not read to its end, and its socket is closed', async () => {
      const patient = createClient({
        apiUrl: `${origin}/v2`,
        oauthUrl: origin,
        plan: 'business',
        callersByAccount: false,
      });
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      let chunks = 0;
      answer = (response) => {
        const more = () => {
          if (!response.destroyed) response.write(chunk, more);
          chunks++;
        };
        more();
      };
      const call = patient.as('caller-token').call(getUser, { path: { userId: 'a' } }, turnOf());
      expect(await errorOf(call)).toEqual(tooLong);
      await closed;
      await patient.close();
      // What the sockets' buffers hold is written, but not read.
      expect(chunks).toBeLessThan(MOST_BYTES / chunk.length + 32);
      expect(received).toBe(1);
    });

    test('is one byte longer than the longest', async () => {
      const patient = createClient({
        apiUrl: `${origin}/v2`,
        oauthUrl: origin,
        plan: 'business',
        callersByAccount: false,
      });
      answer = (response) => response.end(`{"id":"${'a'.repeat(MOST_BYTES - 9)}"}`);
      const whole = await patient.as('caller-token').call(getUser, { path: { userId: 'a' } }, turnOf());
      expect(whole.id).toHaveLength(MOST_BYTES - 9);
      await patient.close();
    });
  });

  test('no compressed answer is asked for, so none grows', async () => {
    let headers: IncomingHttpHeaders = {};
    server.prependListener('request', (request) => {
      headers = request.headers;
    });
    answer = good;
    await user();
    expect(headers).toHaveProperty('accept', 'application/json');
    expect(headers).not.toHaveProperty('accept-encoding');
  });

  test('an answer that stops coming is TIMEOUT', async () => {
    answer = (response) => response.write('{"id":');
    expect((await errorOf(user())).kind).toBe('TIMEOUT');
  });

  test('an abort reaches the socket', async () => {
    const leaver = new AbortController();
    answer = () => leaver.abort();
    expect((await errorOf(user({ signal: leaver.signal }))).kind).toBe('ABORTED');
    await closed;
  });

  test('connections are kept alive', async () => {
    const sockets = new Set<unknown>();
    answer = (response) => {
      sockets.add(response.socket);
      good(response);
    };
    for (let nth = 0; nth < 10; nth++) await user();
    // The pool may open a second one while the first is being given back.
    expect(sockets.size).toBeLessThanOrEqual(2);
  });

  test('nobody listening is UPSTREAM', async () => {
    answer = good;
    await new Promise((resolve) => server.close(resolve));
    const error = await errorOf(user());
    expect([error.kind, error.transport]).toEqual(['UPSTREAM', 'REFUSED']);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});
