import { afterEach, describe, expect, test, vi } from 'vitest';
import { Abort } from '../../src/engine/abort.ts';
import { type Flight, SingleFlight } from '../../src/engine/single-flight.ts';
import { gatewayOf, run } from './support.ts';

afterEach(() => vi.useRealTimers());

/** A reader of users who answers when told to. */
const held = () => {
  const open: (() => void)[] = [];
  const answer = (id: string) =>
    new Promise<{ display_name: string }>((resolve) => open.push(() => resolve({ display_name: `User ${id}` })));
  return {
    answer,
    release: () => {
      for (const one of open.splice(0)) one();
    },
  };
};
const QUERY = '{ user(id: "a") }';

describe('identical queries that are under way at once', () => {
  test('are executed once; each is told what it cost itself', async () => {
    const { answer, release } = held();
    const { gateway, reads } = gatewayOf({}, answer);
    // Only texts that were found to be queries are compared.
    await run(gateway, '{ fine }');
    const known = run(gateway, QUERY);
    await vi.waitFor(() => expect(reads).toHaveLength(1));
    release();
    await known;

    const running = Array.from({ length: 5 }, (_, i) => run(gateway, QUERY, { 'x-request-id': `r${i}` }));
    await vi.waitFor(() => expect(reads).toHaveLength(2));
    release();
    const answers = await Promise.all(running);
    expect(reads).toEqual(['a', 'a']);
    expect(answers.map(({ data }) => data)).toEqual(Array(5).fill({ user: 'User a' }));
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
    expect(answers.map(({ extensions }) => extensions?.zoom)).toEqual([
      { calls: 1, byLimit: { LIGHT: 1 }, coalesced: 0, cached: 0, waitedMs: 0 },
      ...Array(4).fill({ calls: 0, byLimit: {}, coalesced: 1, cached: 0, waitedMs: 0 }),
    ]);
  });

  test('each answers for its own failure, by the id under which it is logged', async () => {
    const { answer, release } = held();
    let fails = false;
    const { gateway, reads, lines } = gatewayOf({}, async (id) => {
      const told = await answer(id);
      if (fails) throw new Error('password=hunter2');
      return told;
    });
    const known = run(gateway, QUERY);
    await vi.waitFor(() => expect(reads).toHaveLength(1));
    release();
    await known;

    fails = true;
    const ids = ['r0', 'r1', 'r2'];
    const running = ids.map((id) => run(gateway, QUERY, { 'x-request-id': id }));
    await vi.waitFor(() => expect(reads).toHaveLength(2));
    release();
    await vi.waitFor(() => expect(reads).toHaveLength(4));
    release();
    const answers = await Promise.all(running);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.requestId)).toEqual(ids);
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(ids);
    expect(
      lines
        .filter(({ msg }) => msg === 'Unexpected error.')
        .map(({ requestId }) => requestId)
        .sort(),
    ).toEqual(ids);
  });

  test('are executed for each where COALESCE is off', async () => {
    const { answer, release } = held();
    const { gateway, reads } = gatewayOf({ COALESCE: 'off' }, answer);
    for (const reading of [2, 4]) {
      const running = [run(gateway, QUERY), run(gateway, QUERY)];
      await vi.waitFor(() => expect(reads).toHaveLength(reading));
      release();
      for (const { data, extensions } of await Promise.all(running)) {
        expect(data).toEqual({ user: 'User a' });
        expect(extensions?.zoom).toMatchObject({ calls: 1, coalesced: 0 });
      }
    }
  });

  test.each([
    ['other variables', { AUTH: 'none' }, { authorization: 'Bearer one' }, 'query { user(id: "b") }'],
    ['another token', { AUTH: 'caller' }, { authorization: 'Bearer two' }, QUERY],
  ])('not with %s', async (_, env, headers, other) => {
    const { answer, release } = held();
    const { gateway, reads } = gatewayOf(env, answer);
    const first = { authorization: 'Bearer one' };
    const ask = () => [run(gateway, QUERY, first), run(gateway, other, headers)];
    for (const reading of [2, 4]) {
      const running = ask();
      await vi.waitFor(() => expect(reads).toHaveLength(reading));
      release();
      await Promise.all(running);
    }
  });

  test('mutations never are', async () => {
    const { gateway } = gatewayOf();
    const change = 'mutation { change }';
    await run(gateway, change);
    const answers = await Promise.all([run(gateway, change), run(gateway, change)]);
    expect(answers.map(({ extensions }) => extensions?.zoom)).toEqual(
      Array(2).fill({ calls: 0, byLimit: {}, coalesced: 0, cached: 0, waitedMs: 0 }),
    );
  });
});

describe('shared work', () => {
  const work = () => {
    const begun: {
      signal: { readonly aborted: boolean };
      end: (value: string) => void;
      fail: (error: Error) => void;
    }[] = [];
    return {
      begun,
      begin: ({ signal }: Flight<string>) => new Promise<string>((end, fail) => begun.push({ signal, end, fail })),
    };
  };
  /** The result for one client, and whether someone else had begun the work. It is under way when this resolves. */
  const joinOn = (flights: SingleFlight<string>, begin: (flight: Flight<string>) => Promise<string>) => {
    return async (signal = new Abort()) => {
      const known = flights.find('a');
      const result = (known ?? flights.begin('a', begin)).join({ signal });
      await Promise.resolve();
      return { isShared: known !== undefined, result };
    };
  };

  test('is given up when the last who waits leaves, and is begun anew for who comes then', async () => {
    const { begun, begin } = work();
    const join = joinOn(new SingleFlight(1000), begin);
    const clients = [new Abort(), new Abort()] as const;
    const joined = [await join(clients[0]), await join(clients[1])];
    expect(begun).toHaveLength(1);
    clients[0].abort(new Error('gone'));
    expect(begun[0]?.signal.aborted).toBe(false);
    clients[1].abort(new Error('gone'));
    expect(begun[0]?.signal.aborted).toBe(true);
    const late = await join();
    expect(begun).toHaveLength(2);
    begun[0]?.fail(new Error('given up'));
    begun[1]?.end('new');
    expect(late.isShared).toBe(false);
    expect(await late.result).toBe('new');
    for (const { result } of joined) await expect(result).rejects.toThrow('given up');
  });

  test('is not joined when it is older than it may be, nor when it has ended', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const { begun, begin } = work();
    const join = joinOn(new SingleFlight(1000), begin);
    const first = await join();
    vi.setSystemTime(1000);
    const second = await join();
    vi.setSystemTime(1001);
    const third = await join();
    expect(begun).toHaveLength(2);
    begun[0]?.end('old');
    begun[1]?.end('new');
    expect([first, second, third].map(({ isShared }) => isShared)).toEqual([false, true, false]);
    expect(await Promise.all([first, second, third].map(({ result }) => result))).toEqual(['old', 'old', 'new']);
    const fourth = await join();
    expect(begun).toHaveLength(3);
    begun[2]?.end('newer');
    expect(fourth.isShared).toBe(false);
    expect(await fourth.result).toBe('newer');
  });

  test('that fails fails for all', async () => {
    const join = joinOn(new SingleFlight(1000), async () => {
      throw new Error('refused');
    });
    const [one, other] = [join(), join()];
    for (const joined of [one, other]) await expect(joined.then(({ result }) => result)).rejects.toThrow('refused');
  });
});
