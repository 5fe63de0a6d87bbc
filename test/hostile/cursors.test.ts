/**
 * Cursors and days that nobody was given. A cursor is not signed, so that every gateway takes those of every other: whatever stands in
 * one, the answer is a page or CURSOR_INVALID, after no more work than a list can cost anybody.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pagesAhead } from '../../resolvers/connection/ahead.ts';
import { connectionOf } from '../../resolvers/connection/connection.ts';
import type { ListQuery } from '../../resolvers/connection/query.ts';
import { Store } from '../../resolvers/store.ts';
import { entity } from '../../src/zoom/declare/entity.ts';
import {
  ageless,
  atOnce,
  byNumbers,
  byTokens,
  dated,
  FakeZoom,
  requestContext,
  statused,
  Thing,
} from '../machinery/fake.ts';
import { askingOn } from '../run.ts';
import { type Received, stub } from '../stub.ts';

const windows = vi.hoisted(() => ({ made: 0 }));
vi.mock('../../resolvers/windows.ts', async (load) => {
  const real = await load<typeof import('../../resolvers/windows.ts')>();
  const windowsOf: typeof real.windowsOf = (...given) => {
    const parts = real.windowsOf(...given);
    windows.made += parts.length;
    return parts;
  };
  return { ...real, windowsOf };
});

const SEED = 20_260_315;
const NOW = Date.parse('2026-03-15T15:00:00Z');
const DAY = 86_400_000;
/** The windows of all the days since Zoom was founded, and of half a year. */
const MOST = { ageless: 220, dated: 8 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => vi.useRealTimers());

const ThingType = entity('HostileThing', { shape: Thing, key: { thingId: 'id' } });
const rows = Array.from({ length: 17 }, (_, i) => ({
  id: `t${i}`,
  name: `Thing ${i}`,
  status: i % 2 ? 'on' : 'off',
  at: new Date(NOW - i * 9 * DAY).toISOString(),
}));
const zoomWith = (): FakeZoom => {
  const zoom = new FakeZoom();
  for (const list of [byTokens, byNumbers, atOnce, dated, ageless]) zoom.serve(list, rows);
  zoom.serve(statused, rows, { filters: ['status'] });
  return zoom;
};
const QUERIES: readonly Omit<ListQuery, 'first'>[] = [
  { list: byTokens },
  { list: byNumbers },
  { list: atOnce },
  { list: dated },
  { list: dated, from: '2025-12-01' },
  { list: dated, from: '2025-12-01', to: '2026-02-01' },
  { list: ageless, from: '2025-12-01' },
  { list: ageless, from: '0001-01-01' },
  { list: statused, each: { param: 'status', values: ['on', 'off'] } },
].map((query) => ({ ...query, of: ThingType }));

const read = (zoom: FakeZoom, query: Omit<ListQuery, 'first'>, after?: string, first = 30) =>
  connectionOf(new Store(zoom, requestContext()), { ...query, first, after }, () => undefined);
const partsOf = (cursor: string): unknown[] => JSON.parse(Buffer.from(cursor, 'base64url').toString());
const cursorOf = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What comes of a cursor: bounded work, and nothing but an answer or CURSOR_INVALID. */
const check = async (zoom: FakeZoom, query: Omit<ListQuery, 'first'>, after: string): Promise<'answer' | 'refused'> => {
  const most = query.list === ageless ? MOST.ageless : MOST.dated;
  const outcomeOf = async (work: () => unknown) => {
    windows.made = 0;
    zoom.calls.length = 0;
    const outcome = await Promise.resolve()
      .then(work)
      .then(
        () => 'answer' as const,
        (error: unknown) => {
          expect(error).toMatchObject({ name: 'InputError', code: 'CURSOR_INVALID' });
          return 'refused' as const;
        },
      );
    expect(windows.made).toBeLessThanOrEqual(most);
    return outcome;
  };
  for (const want of ['items', 'total'] as const)
    await outcomeOf(() => expect(pagesAhead({ ...query, first: 30, after }, want)).toBeLessThanOrEqual(most + 30));
  const outcome = await outcomeOf(() => read(zoom, query, after));
  // Each window once, the pages of the rows, and those of a part once more where a token is none.
  expect(zoom.calls.length).toBeLessThanOrEqual(outcome === 'refused' ? 0 : most + 10);
  return outcome;
};

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', [], {}, -1, -2, 0, 1, 2, 5, 30, 300, 1e9, 1e9 + 1, 2 ** 53, 1.5, 1e308),
  fc.constantFrom('0001-01-01', '9998-12-31', '2011-01-01', '2026-03-15', '2026-03-16', '2026-02-30', 'x'.repeat(5000)),
  fc.tuple(
    fc.constantFrom('0001-01-01', '2011-01-01', '2010-12-31', '2025-12-01', '2026-03-15'),
    fc.constantFrom('9998-12-31', '2026-03-15', '2026-03-16', '2026-03-17', '2025-12-01', '0001-01-01'),
  ),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.jsonValue(),
);

test('real cursors with something else in them', async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUERIES),
      fc.constantFrom(...QUERIES),
      fc.nat(16),
      fc.array(fc.tuple(fc.nat(9), odd), { minLength: 1, maxLength: 3 }),
      async (query, other, nth, changes) => {
        const zoom = zoomWith();
        const { edges } = await read(zoom, query);
        const parts = partsOf(edges[nth % edges.length]!.cursor);
        for (const [at, value] of changes) if (at < parts.length) parts[at] = value;
        for (const of of [query, other]) {
          const outcome = await check(zoom, of, cursorOf(parts));
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      },
    ),
    { numRuns: 200, seed: SEED },
  );
  // Both happen: positions and keys may be anything.
  expect([...outcomes.keys()].sort()).toEqual(['answer', 'refused']);
});

test('tuples and texts that were never a cursor', async () => {
  const name = async (query: Omit<ListQuery, 'first'>) => partsOf((await read(zoomWith(), query)).edges[0]!.cursor)[1];
  const names = await Promise.all(QUERIES.map(name));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(QUERIES.length - 1),
      fc.oneof(
        fc.array(odd, { maxLength: 12 }).map((parts) => parts as unknown),
        fc
          .tuple(fc.constantFrom(1, 2), fc.array(odd, { minLength: 7, maxLength: 8 }))
          .map(([version, rest]) => [version, null, ...rest]),
        fc.jsonValue(),
      ),
      fc.boolean(),
      async (nth, parts, isPlain) => {
        const named = Array.isArray(parts) && parts.length > 1 ? parts.with(1, names[nth]) : parts;
        const text = isPlain ? String(JSON.stringify(named)) : cursorOf(named);
        await check(zoomWith(), QUERIES[nth]!, text || 'x');
      },
    ),
    { numRuns: 200, seed: SEED },
  );
});

test('real cursors whose text was changed, cut or made longer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUERIES),
      fc.nat(16),
      fc.nat(),
      fc.string(),
      fc.nat(3),
      async (query, nth, at, text, cut) => {
        const zoom = zoomWith();
        const { edges } = await read(zoom, query);
        const { cursor } = edges[nth % edges.length]!;
        const place = at % cursor.length;
        await check(zoom, query, cursor.slice(0, place) + text + cursor.slice(place + cut) || 'x');
      },
    ),
    { numRuns: 150, seed: SEED },
  );
});

test('every cursor of a list is taken, whatever Zoom sends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUERIES),
      fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('x'.repeat(5000))), {
        maxLength: 12,
      }),
      async (query, ids) => {
        const zoom = zoomWith();
        zoom.serve(
          query.list,
          [...new Set(ids)].map((id, i) => ({ id, name: `${i}`, status: 'on', at: rows[0]!.at })),
          {
            filters: ['status'],
          },
        );
        const { edges } = await read(zoom, query);
        for (const { cursor } of edges) expect(await check(zoom, query, cursor)).toBe('answer');
      },
    ),
    { numRuns: 60, seed: SEED },
  );
});

test('a page that holds more than was asked for gives cursors that are taken', async () => {
  const users = Array.from({ length: 80 }, (_, i) => ({ id: `u${i}` }));
  const { run } = stub({ 'GET /users': { users } });
  const page = `query ($after: String) { users(first: 30, after: $after) { nodes { zoomId } edges { cursor } } }`;
  interface Page {
    users: { nodes: { zoomId: string }[]; edges: { cursor: string }[] };
  }
  const first = await run<Page>(page);
  const second = await run<Page>(page, { after: first.data?.users.edges.at(-1)?.cursor });
  const third = await run<Page>(page, { after: second.data?.users.edges.at(-1)?.cursor });
  expect(third.errors).toBeUndefined();
  expect(third.data?.users.nodes.at(-1)).toEqual({ zoomId: 'u79' });
});

test('twelve aliases with days of ten thousand years cost nothing, in a run and in a dry run', async () => {
  const asked: string[] = [];
  const { run, gateway } = stub({
    'GET /accounts/me/recordings': ({ query }: Received) => {
      asked.push(String(query));
      return { meetings: [{ uuid: 'a', start_time: '2026-03-10T10:00:00Z' }] };
    },
  });
  const field = (args: string) => `recordings(first: 1, ${args}) { nodes { uuid } edges { cursor } }`;
  const first = await run<{ account: { recordings: { edges: { cursor: string }[] } } }>(
    `{ account { ${field('from: "2026-01-01"')} } }`,
  );
  const parts = partsOf(first.data!.account.recordings.edges[0]!.cursor);
  const forged = cursorOf(parts.with(3, ['0001-01-01', '9998-12-31']));
  asked.length = 0;
  const aliases = Array.from({ length: 12 }, (_, i) => `a${i}: ${field(`from: "2026-01-01", after: "${forged}"`)}`);
  for (const dryRun of [false, true]) {
    windows.made = 0;
    const ask = askingOn(gateway);
    const { errors = [] } = await ask(`{ account { ${aliases.join(' ')} } }`, { dryRun });
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(dryRun ? [] : Array(12).fill('CURSOR_INVALID'));
    expect([asked, windows.made]).toEqual([[], 0]);
  }
});

test.each([
  ['from: "0001-01-01", to: "0001-01-02"', /^Zoom has nothing from before 2011-01-01: `to` must be later/],
  ['to: "0001-01-01"', /^Zoom has nothing from before 2011-01-01/],
  ['from: "9998-01-01", to: "9998-12-31"', /^`from` \(9998-01-01\) is after today \(2026-03-15\)/],
  ['from: "9999-12-31"', /^`from` \(9999-12-31\) is after today/],
])('days far from now, recordings(%s), are refused without a call', async (args, message) => {
  const { run, calls } = stub({});
  const { errors } = await run(`{ account { recordings(${args}) { nodes { uuid } } } }`);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  expect([calls, windows.made <= MOST.ageless]).toEqual([[], true]);
});

test('all the days that there are cost the calls since Zoom was founded, and are refused where it keeps fewer', async () => {
  const zoom = zoomWith();
  const days = { from: '0001-01-01', to: '9998-12-31' };
  const { failures } = await read(zoom, { list: ageless, of: ThingType, ...days });
  expect(failures).toEqual([]);
  expect(zoom.calls.length).toBeGreaterThan(180);
  expect(zoom.calls.length).toBeLessThanOrEqual(MOST.ageless);
  await expect(read(zoom, { list: dated, ...days })).rejects.toThrow(/Zoom keeps this for 6 months/);
});
