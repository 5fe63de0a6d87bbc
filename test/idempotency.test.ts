/** Writes under a key of the client's: made once, however often and in whatever way they are sent. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Idempotency } from '../resolvers/idempotency.ts';
import { createSession, Permissions } from '../resolvers/session.ts';
import { Abort } from '../src/engine/abort.ts';
import { newStats, type RequestContext, type Zoom, ZoomError } from '../src/zoom/client/client.ts';
import { type Claim, DAY_MS, MemoryIdempotencyStore, UNCLEAR } from '../src/zoom/client/idempotency.ts';
import { PNG } from './picture.ts';
import { refusal, stub, type Table } from './stub.ts';

const CREATE = 'POST /users/me/meetings';
const MUTATION = `mutation ($key: String!, $topic: String!) {
  createMeeting(input: { userId: "me", topic: $topic }) @idempotent(key: $key) { meeting { zoomId topic } }
}`;
const REPLAYED = 'The write was made by an earlier request with the idempotency key "k".';
const META = { id: 1, topic: 'Standup', host_id: 'u1' };

/** Answers the first write with the first, and so on; whatever comes beyond that, with a meeting of another id. */
const answering = (...answers: unknown[]): Table => {
  let writes = 0;
  return {
    [CREATE]: ({ body }: { body: { topic: string } }) => {
      const next = answers[writes++];
      return typeof next === 'function' ? next() : (next ?? { id: writes, topic: body.topic, host_id: 'u1' });
    },
    'GET /users/u1': { id: 'u1', email: 'now@example.com' },
  };
};
const variables = { key: 'k', topic: 'Standup' };
const meeting = (zoomId: string, topic = 'Standup') => ({ createMeeting: { meeting: { zoomId, topic } } });

describe('the same key', () => {
  test('with the same input gives the first answer, without a call, and says so', async () => {
    const { run, calls } = stub(answering());
    const [first, second] = [await run(MUTATION, variables), await run(MUTATION, variables)];
    expect(first.data).toEqual(meeting('1'));
    expect(first.extensions?.zoom?.notes).toBeUndefined();
    expect(second).toMatchObject({ data: meeting('1'), extensions: { zoom: { calls: 0, notes: [REPLAYED] } } });
    expect(second.errors).toBeUndefined();
    expect(calls).toEqual([CREATE]);
  });

  test('may be written as a literal, and the input in another order', async () => {
    const { run, calls } = stub(answering());
    const written = (input: string) =>
      run(`mutation { createMeeting(input: { ${input} }) @idempotent(key: "k") { meeting { zoomId } } }`);
    await written('userId: "me", topic: "Standup", duration: 30');
    expect((await written('duration: 30, topic: "Standup", userId: "me"')).errors).toBeUndefined();
    expect(calls).toEqual([CREATE]);
  });

  test('takes another selection: what Zoom did not answer then is read now', async () => {
    const { run, calls } = stub(answering());
    await run(MUTATION, variables);
    const { data, errors } = await run(MUTATION.replace('zoomId topic', 'zoomId topic host { email }'), variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      createMeeting: { meeting: { zoomId: '1', topic: 'Standup', host: { email: 'now@example.com' } } },
    });
    expect(calls).toEqual([CREATE, 'GET /users/u1']);
  });

  test.each([
    ['another input', MUTATION, { key: 'k', topic: 'Other' }],
    [
      'another mutation',
      'mutation ($key: String!) { deleteMeeting(input: { meetingId: 1 }) @idempotent(key: $key) { deletedMeetingId } }',
      { key: 'k' },
    ],
  ])('with %s is refused', async (_, text, given) => {
    const { run, calls } = stub(answering());
    await run(MUTATION, variables);
    const { data, errors } = await run(text, given);
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    expect(calls).toEqual([CREATE]);
  });

  test('within one request is one write', async () => {
    const { run, calls } = stub(answering());
    const one = (name: string, topic: string) =>
      `${name}: createMeeting(input: { userId: "me", topic: "${topic}" }) @idempotent(key: "k") { meeting { zoomId } }`;
    const { data, errors } = await run(`mutation { ${one('a', 'A')} ${one('b', 'A')} ${one('c', 'C')} }`);
    expect(data).toMatchObject({ a: { meeting: { zoomId: '1' } }, b: { meeting: { zoomId: '1' } }, c: null });
    expect(errors).toMatchObject([{ path: ['c'], extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    expect(calls).toEqual([CREATE]);
  });

  test('another key, or none, is another write', async () => {
    const { run, calls } = stub(answering());
    await run(MUTATION, variables);
    expect((await run(MUTATION, { ...variables, key: 'other' })).data).toEqual(meeting('2'));
    expect(
      (await run(MUTATION.replace('@idempotent(key: $key)', '').replace('$key: String!, ', ''), variables)).data,
    ).toEqual(meeting('3'));
    expect(calls).toEqual([CREATE, CREATE, CREATE]);
  });
});

describe('a day', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  test('later the key may be used again', async () => {
    const { run, calls } = stub(answering());
    await run(MUTATION, variables);
    vi.setSystemTime(Date.now() + DAY_MS - 1000);
    expect((await run(MUTATION, variables)).data).toEqual(meeting('1'));
    vi.setSystemTime(Date.now() + 2000);
    expect((await run(MUTATION, { ...variables, topic: 'Other' })).data).toEqual(meeting('2', 'Other'));
    expect(calls).toEqual([CREATE, CREATE]);
  });
});

/** An answer that comes when the test says so. */
const held = () => {
  let answer: (value: unknown) => void = () => {};
  let tell = () => {};
  const asked = new Promise<void>((resolve) => (tell = resolve));
  const given = new Promise<unknown>((resolve) => (answer = resolve));
  const reply = () => {
    tell();
    return given;
  };
  return { asked, answer, reply };
};

describe('at the same time', () => {
  const ask = (gateway: ReturnType<typeof stub>['gateway'], more: object = {}, init: RequestInit = {}) =>
    gateway
      .fetch('http://gateway/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: MUTATION, variables: { ...variables, ...more } }),
        ...init,
      })
      .then((response) => response.json());

  test('the same waits for the first, another input is refused at once', async () => {
    const first = held();
    const { gateway, calls } = stub(answering(first.reply));
    const both = [ask(gateway), ask(gateway)];
    await first.asked;
    expect(await ask(gateway, { topic: 'Other' })).toMatchObject({
      errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }],
    });
    first.answer(META);
    expect(await Promise.all(both)).toMatchObject([{ data: meeting('1') }, { data: meeting('1') }]);
    expect(calls).toEqual([CREATE]);
  });

  test('a client that goes away does not end what it began: whoever comes again has the answer', async () => {
    const first = held();
    const { gateway, calls } = stub(answering(first.reply));
    const leaving = new AbortController();
    const gone = ask(gateway, {}, { signal: leaving.signal }).catch(() => 'gone');
    await first.asked;
    leaving.abort();
    const again = ask(gateway);
    first.answer(META);
    expect(await gone).toBe('gone');
    expect(await again).toMatchObject({ data: meeting('1') });
    expect(calls).toEqual([CREATE]);
  });

  test.each([
    ['TIMEOUT', (context: RequestContext) => ({ ...context, deadline: Date.now() })],
    [
      'ABORTED',
      (context: RequestContext) => {
        const signal = new Abort();
        setImmediate(() => signal.abort(new Error('The client went away.')));
        return { ...context, signal };
      },
    ],
  ])('one that waits waits no longer than it may (%s), and leaves the key as it was', async (kind, ending) => {
    let give: (claim: Claim) => void = () => {};
    const store = { claim: () => new Promise<Claim>((resolve) => (give = resolve)) };
    const zoom = { key: 'z' } as Zoom;
    const write = vi.fn();
    const once = new Idempotency(store, { principal: 'ann', zoom }, ending({ stats: newStats() })).once('k', {}, write);
    await expect(once).rejects.toMatchObject({ kind });
    const release = vi.fn(async () => {});
    give({ is: 'new', keep: async () => {}, release });
    await vi.waitFor(() => expect(release).toHaveBeenCalledOnce());
    expect(write).not.toHaveBeenCalled();
  });
});

describe('when the first failed', () => {
  /** What two requests with one key got, by their codes. */
  const twice = async (...answers: unknown[]) => {
    const { run, calls } = stub(answering(...answers));
    const results = [await run(MUTATION, variables), await run(MUTATION, variables)];
    return {
      codes: results.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'none'),
      results,
      calls: calls.length,
    };
  };

  test.each([
    ['BAD_USER_INPUT', refusal(400, 300, 'Validation Failed.')],
    ['NOT_FOUND', refusal(404, 1001, 'User does not exist.')],
    ['FORBIDDEN', refusal(403, 200, 'No permission.')],
  ])('with %s of Zoom’s, the second has the same refusal without a call', async (code, answer) => {
    const { codes, calls, results } = await twice(answer);
    expect({ codes, calls }).toEqual({ codes: [code, code], calls: 1 });
    const [first, second] = results.map(({ errors }) => errors?.[0]);
    expect(second).toEqual(first);
  });

  test.each([
    ['UPSTREAM_ERROR', refusal(500, 500, 'Internal error.')],
    ['UPSTREAM_ERROR', refusal(502, 0, '')],
  ])('without a word on whether it was made (%s), it is not made again', async (code, answer) => {
    const { codes, calls, results } = await twice(answer);
    expect({ codes, calls }).toEqual({ codes: [code, 'UPSTREAM_ERROR'], calls: 1 });
    expect(results[1]?.errors?.[0]?.message).toBe(UNCLEAR.refusal.message);
  });

  test.each([
    ['MISSING_SCOPE', refusal(400, 4711, 'Invalid access token, does not contain scopes:[meeting:write].')],
    // The first of these is answered with a new token.
    ['UNAUTHENTICATED', refusal(401, 124, 'Invalid access token.'), refusal(401, 124, 'Invalid access token.')],
  ])('with a refusal that comes before a write begins (%s), the second makes it', async (code, ...answers) => {
    const { codes, results, calls } = await twice(...answers);
    expect(codes).toEqual([code, 'none']);
    expect(results[1]?.data).toMatchObject(meeting(`${answers.length + 1}`));
    expect(calls).toBe(answers.length + 1);
  });

  test('before a call, the key is as good as new', async () => {
    const { run, calls } = stub(answering());
    const tooLong = { ...variables, topic: 'x'.repeat(201) };
    expect((await run(MUTATION, tooLong)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(calls).toEqual([]);
    expect((await run(MUTATION, variables)).data).toEqual(meeting('1'));
  });
});

describe('by when and how the first failed', () => {
  /** What becomes of a second write, where the first failed so: whether it is made, and what is said. */
  const second = async (error: ZoomError, wasSent: boolean) => {
    const store = new MemoryIdempotencyStore();
    const once = (write: () => Promise<unknown>, stats = newStats()) =>
      new Idempotency(store, { principal: 'ann', zoom: { key: 'z' } as Zoom }, { stats }).once('k', {}, write);
    const stats = newStats();
    const failing = once(async () => {
      if (wasSent) stats.calls++;
      throw error;
    }, stats);
    await expect(failing).rejects.toBe(error);
    return once(async () => 'made').catch(({ kind, message }: ZoomError) => ({ kind, message }));
  };
  const unclear = { kind: 'UPSTREAM', message: UNCLEAR.refusal.message };

  test.each(['TIMEOUT', 'ABORTED', 'UPSTREAM'] as const)('%s before a call, and after it went out', async (kind) => {
    const error = new ZoomError(kind, 'No answer.');
    expect(await second(error, false)).toBe('made');
    expect(await second(error, true)).toEqual(unclear);
  });

  test('nobody listened, or the connection broke', async () => {
    expect(await second(new ZoomError('UPSTREAM', 'No.', { transport: 'REFUSED' }), true)).toBe('made');
    expect(await second(new ZoomError('UPSTREAM', 'No.', { transport: 'BROKEN' }), true)).toEqual(unclear);
  });

  test.each([
    'RATE_LIMIT',
    'DAILY_LIMIT',
    'HOST_LIMIT',
    'PERSON_LIMIT',
    'CONCURRENT',
    'UNAUTHENTICATED',
    'MISSING_SCOPE',
  ] as const)('%s is said before a write begins', async (kind) => {
    expect(await second(new ZoomError(kind, 'No.', { status: 400 }), true)).toBe('made');
  });

  test.each(['NOT_FOUND', 'BAD_REQUEST', 'CONFLICT', 'FORBIDDEN'] as const)('%s is the answer to it', async (kind) => {
    expect(await second(new ZoomError(kind, 'No.', { status: 400 }), true)).toEqual({ kind, message: 'No.' });
  });
});

test('a dry run uses up no key', async () => {
  const { gateway, run, calls } = stub(answering());
  const dry = await gateway.fetch('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-zoom-dry-run': '1' },
    body: JSON.stringify({ query: MUTATION, variables: { ...variables, topic: 'Other' } }),
  });
  expect(await dry.json()).toMatchObject({ data: null, extensions: { zoom: { dryRun: { calls: 1 } } } });
  expect(calls).toEqual([]);
  expect((await run(MUTATION, variables)).data).toEqual(meeting('1'));
});

test('two files of the same name and size are different inputs', async () => {
  const upload = async (gateway: ReturnType<typeof stub>['gateway'], picture: File) => {
    const body = new FormData();
    const query = `mutation ($file: File!) { uploadAccountVirtualBackgrounds(input: { accountId: "me", file: $file }) @idempotent(key: "k") { zoomId } }`;
    body.append('operations', JSON.stringify({ query, variables: { file: null } }));
    body.append('map', '{"f":["variables.file"]}');
    body.append('f', picture);
    const headers = { 'graphql-require-preflight': '1' };
    return (await gateway.fetch(new Request('http://gateway/graphql', { method: 'POST', headers, body }))).json();
  };
  const [one, other] = ['a', 'b'].map((byte) => new File([PNG, byte], 'a hill.png', { type: 'image/png' })) as [
    File,
    File,
  ];
  const { gateway, calls } = stub({ 'POST /accounts/me/settings/virtual_backgrounds': { id: 'f1' } });
  const answers = [await upload(gateway, one), await upload(gateway, one), await upload(gateway, other)];
  expect(answers).toMatchObject([
    { data: { uploadAccountVirtualBackgrounds: { zoomId: 'f1' } } },
    { data: { uploadAccountVirtualBackgrounds: { zoomId: 'f1' } } },
    { errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }] },
  ]);
  expect(calls).toHaveLength(1);
});

describe('the directive', () => {
  test.each([
    ['on a query', '{ me @idempotent(key: "k") { id } }'],
    [
      'within a payload',
      'mutation { deleteMeeting(input: { meetingId: 1 }) { deletedMeetingId @idempotent(key: "k") } }',
    ],
  ])('%s is refused', async (_, text) => {
    const { errors } = await stub({}).run(text);
    expect(errors).toMatchObject([
      { message: '@idempotent belongs on a field of Mutation.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  test.each([
    ['an empty key', MUTATION, { ...variables, key: '' }],
    ['a key that is too long', MUTATION, { ...variables, key: 'x'.repeat(256) }],
    [
      'two keys for one field',
      `mutation {
        createMeeting(input: { userId: "me" }) @idempotent(key: "a") { meeting { zoomId } }
        createMeeting(input: { userId: "me" }) @idempotent(key: "b") { meeting { topic } }
      }`,
      {},
    ],
  ])('%s is the client’s mistake', async (_, text, given) => {
    const { run, calls } = stub(answering());
    const { errors } = await run(text, given);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(calls).toEqual([]);
  });
});

describe('keys', () => {
  test('are the principal’s own, and the credential’s', async () => {
    const writes: string[] = [];
    const table: Table = {
      [CREATE]: () => {
        writes.push('one');
        return { id: writes.length, topic: 'Standup', host_id: 'u1' };
      },
    };
    let principal = 'ann';
    let bearer: string | undefined;
    const { run } = stub(table, {
      sessionFor: (_, client) => createSession({ principal, permissions: Permissions.all, zoom: client.as(bearer) }),
    });
    const zoomId = async () => {
      const { data } = await run(MUTATION, variables);
      return (data?.createMeeting as { meeting: { zoomId: string } } | undefined)?.meeting.zoomId;
    };
    expect([await zoomId(), await zoomId()]).toEqual(['1', '1']);
    principal = 'bob';
    expect(await zoomId()).toBe('2');
    principal = 'ann';
    bearer = 'another-token';
    expect(await zoomId()).toBe('3');
    bearer = undefined;
    expect(await zoomId()).toBe('1');
  });

  test('are kept up to so many bytes: the oldest go', async () => {
    const store = new MemoryIdempotencyStore({ bytes: 1000 });
    const write = async (name: string) => {
      const claim = await store.claim(name, 'f');
      if (claim.is === 'new') await claim.keep({ answer: { text: 'x'.repeat(300) } });
      return claim.is;
    };
    expect([await write('a'), await write('b'), await write('a')]).toEqual(['new', 'new', 'known']);
    expect([await write('c'), await write('d')]).toEqual(['new', 'new']);
    expect([await write('d'), await write('b')]).toEqual(['known', 'new']);
  });
});
