import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectionOf, countOf, type ListQuery } from '../../resolvers/connection.ts';
import { Entity, entity } from '../../resolvers/entity.ts';
import { Store } from '../../resolvers/store.ts';
import { ZoomError } from '../../src/zoom/client.ts';
import {
  atOnce,
  bareArray,
  byNumbers,
  byTokens,
  dated,
  FakeZoom,
  getPerson,
  listPeople,
  namesOf,
  Person,
  type Row,
  type Served,
  statused,
  Thing,
  turn,
} from './fake.ts';

const NOW = Date.parse('2026-03-15T15:00:00Z');
const DAY = 86_400_000;
const ThingType = entity('MachineryThing', { shape: Thing, key: { thingId: 'id' } });
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, i) => ({ id: `t${i}`, name: `Thing ${i}` }));
const invalid = expect.objectContaining({ name: 'InputError', code: 'CURSOR_INVALID' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** One GraphQL request: a store of its own. */
const read = async (zoom: FakeZoom, query: ListQuery) => {
  const notes: string[] = [];
  const connection = await connectionOf(new Store(zoom, turn()), query, (note) => notes.push(note));
  const names = connection.edges.map(({ node }) => String(node instanceof Entity ? node.get('name') : node.name));
  return { ...connection, names, notes };
};
const things = (zoom: FakeZoom, first: number, after?: string, more: Partial<ListQuery> = {}) =>
  read(zoom, { list: byTokens, of: ThingType, first, after, ...more });
const cursorAt = async (zoom: FakeZoom, first: number, index: number, more: Partial<ListQuery> = {}) =>
  (await things(zoom, first, undefined, more)).edges[index]?.cursor ?? '';

interface Step {
  readonly first: number;
  /** Which of the edges given the walk goes on from. */
  readonly from: number;
  readonly expire: boolean;
}
const steps = fc.array(fc.record({ first: fc.integer({ min: 1, max: 13 }), from: fc.nat(12), expire: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
});

/** The items of a walk that goes on from any edge of each answer, with the rest of the answer forgotten. */
const walk = async (zoom: FakeZoom, query: Omit<ListQuery, 'first'>, plan: readonly Step[]): Promise<string[]> => {
  const all: string[] = [];
  let after: string | undefined;
  for (let i = 0; i < 200; i++) {
    const { first, from, expire } = plan[i % plan.length] ?? { first: 5, from: 0, expire: false };
    const { edges, names, hasNextPage, notes } = await read(zoom, { ...query, first, after });
    expect(edges.length).toBeLessThanOrEqual(first);
    expect(notes).toEqual([]);
    if (edges.length === 0) {
      expect(hasNextPage).toBe(false);
      return all;
    }
    const taken = from % edges.length;
    all.push(...names.slice(0, taken + 1));
    if (taken === edges.length - 1 && !hasNextPage) return all;
    after = edges[taken]?.cursor;
    if (expire) zoom.expire();
  }
  throw new Error('The walk did not end.');
};
const allOf = (rows: readonly Row[]) => rows.map(({ name }) => name);

describe('every cursor goes on at the next item', () => {
  const kinds = { byTokens, byNumbers, atOnce, bareArray };

  test('of lists by token, by number and whole, with tokens that die at any moment', async () => {
    const sizes = fc.option(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
        fc.nat(40),
        steps,
        sizes,
        async (kind, count, plan, sizes) => {
          const zoom = new FakeZoom();
          const { rows } = zoom.serve(kinds[kind], rowsOf(count), { sizes });
          expect(await walk(zoom, { list: kinds[kind], of: ThingType }, plan)).toEqual(allOf(rows));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('also of items that have no key, and may be alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 25 }), steps, async (names, plan) => {
        const zoom = new FakeZoom();
        zoom.serve(
          byTokens,
          names.map((name) => ({ name })),
        );
        expect(await walk(zoom, { list: byTokens }, plan)).toEqual(names);
      }),
      { numRuns: 100 },
    );
  });

  test('also of items that stand under one number and differ by uuid', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(
      byTokens,
      rowsOf(12).map((row, i) => ({ ...row, id: '85746065432', uuid: `u${i}` })),
    );
    const plan = [{ first: 4, from: 1, expire: true }];
    expect(await walk(zoom, { list: byTokens }, plan)).toEqual(allOf(rows));
  });

  test('across the borders of date windows, whether `to` is inclusive or not', async () => {
    const ages = fc.array(fc.integer({ min: 0, max: 150 * 24 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(ages, fc.nat(150), fc.nat(150), fc.boolean(), steps, async (ages, a, b, exclusiveTo, plan) => {
        const zoom = new FakeZoom();
        // No server that leaves `to` out can be asked for today: tomorrow has not come.
        const newest = exclusiveTo ? NOW - DAY : NOW;
        const { rows } = zoom.serve(
          dated,
          ages
            .sort((x, y) => x - y)
            .map((hours, i) => ({
              id: `d${i}`,
              name: `Thing ${i}`,
              at: new Date(newest - hours * 3_600_000).toISOString(),
            })),
          { exclusiveTo },
        );
        const day = (back: number) => new Date(NOW - back * DAY).toISOString().slice(0, 10);
        const from = day(Math.max(a, b));
        const to = day(Math.min(a, b));
        const wanted = rows.filter(({ at }) => String(at).slice(0, 10) >= from && String(at).slice(0, 10) <= to);
        expect(await walk(zoom, { list: dated, of: ThingType, from, to }, plan)).toEqual(allOf(wanted));
      }),
      { numRuns: 100 },
    );
  });

  test('across the values of a filter of which Zoom takes one a call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('on', 'off'), { maxLength: 25 }), steps, async (states, plan) => {
        const zoom = new FakeZoom();
        const { rows } = zoom.serve(
          statused,
          states.map((status, i) => ({ id: `s${i}`, name: `Thing ${i}`, status })),
          { filters: ['status'] },
        );
        const each = { param: 'status', values: ['off', 'on'] };
        const wanted = [...rows].sort((a, b) => String(a.status).localeCompare(String(b.status)));
        expect(await walk(zoom, { list: statused, of: ThingType, each }, plan)).toEqual(allOf(wanted));
      }),
      { numRuns: 60 },
    );
  });

  test('across both, each value over all its windows', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(
      dated,
      rowsOf(40).map((row, i) => ({
        ...row,
        status: i % 3 ? 'on' : 'off',
        at: new Date(NOW - i * 2 * DAY).toISOString(),
      })),
      { filters: ['status'] },
    );
    const each = { param: 'status', values: ['on', 'off'] };
    const wanted = each.values.flatMap((value) => rows.filter(({ status }) => status === value));
    const plan = [{ first: 4, from: 2, expire: true }];
    expect(await walk(zoom, { list: dated, of: ThingType, each, from: '2025-12-20' }, plan)).toEqual(allOf(wanted));
  });

  test('when the day has changed since the cursor was given', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(
      dated,
      rowsOf(60).map((row, i) => ({ ...row, at: new Date(NOW - i * 2 * DAY).toISOString() })),
    );
    const query = { list: dated, of: ThingType, from: '2025-12-01' };
    const { edges, names } = await read(zoom, { ...query, first: 7 });
    for (const [i, edge] of edges.entries()) {
      vi.setSystemTime(NOW + DAY);
      zoom.expire();
      const next = await read(zoom, { ...query, first: 60, after: edge.cursor });
      const wanted = rows.filter(({ at }) => String(at) >= '2025-12-01');
      expect([...names.slice(0, i + 1), ...next.names]).toEqual(allOf(wanted));
      vi.setSystemTime(NOW);
    }
  });
});

describe('what changes between two pages', () => {
  const changed = (count: number, how: Omit<Served, 'rows'> = {}) => {
    const zoom = new FakeZoom();
    return { zoom, served: zoom.serve(byTokens, rowsOf(count), how) };
  };

  test('an item that is gone: the list goes on from its position, and says so', async () => {
    for (const [gone, expire] of [
      [1, false],
      [1, true],
      [4, true],
      [8, true],
      [11, true],
    ] as const) {
      const { zoom, served } = changed(12);
      const after = await cursorAt(zoom, 12, gone);
      served.rows.splice(gone, 1);
      if (expire) zoom.expire();
      const { names, notes, hasNextPage } = await things(zoom, 12, after);
      expect(names).toEqual(allOf(served.rows.slice(gone)));
      expect(hasNextPage).toBe(false);
      expect(notes).toEqual([
        'The item that a cursor of GET /tokens stood for is gone; the list goes on from its position.',
      ]);
    }
  });

  test('a list that has become shorter than the position is over', async () => {
    const { zoom, served } = changed(12);
    const after = await cursorAt(zoom, 12, 9);
    served.rows.length = 3;
    zoom.expire();
    const { names, notes, hasNextPage } = await things(zoom, 12, after);
    expect({ names, hasNextPage, notes: notes.length }).toEqual({ names: [], hasNextPage: false, notes: 1 });
  });

  test('up to a page of items added before: nothing is given again, from no edge, whether the token lives or not', async () => {
    for (const expire of [false, true])
      for (const added of [1, 3, 5])
        for (let edge = 0; edge < 12; edge++) {
          const { zoom, served } = changed(14);
          const after = await cursorAt(zoom, 12, edge);
          const late = rowsOf(added).map((row) => ({ ...row, id: `new ${row.id}` }));
          served.rows.unshift(...late);
          if (expire) zoom.expire();
          const { names, notes } = await things(zoom, 20, after);
          expect(names, `edge ${edge}, ${added} added, ${expire}`).toEqual(allOf(served.rows.slice(added + edge + 1)));
          expect(notes).toEqual([]);
        }
  });

  test('an item that moved by more than a page is taken for gone', async () => {
    const { zoom, served } = changed(14);
    const after = await cursorAt(zoom, 12, 3);
    served.rows.unshift(...rowsOf(9).map((row) => ({ ...row, id: `new ${row.id}` })));
    zoom.expire();
    const { names, notes } = await things(zoom, 20, after);
    expect({ names, notes: notes.length }).toEqual({ names: allOf(served.rows.slice(3)), notes: 1 });
  });

  test('an item before is gone: nothing is left out in the middle of a page, or when the token has died', async () => {
    for (const [edge, expire] of [
      [2, false],
      [7, false],
      [4, true],
      [9, true],
    ] as const) {
      const { zoom, served } = changed(14);
      const after = await cursorAt(zoom, 12, edge);
      served.rows.shift();
      if (expire) zoom.expire();
      expect((await things(zoom, 20, after)).names).toEqual(allOf(served.rows.slice(edge)));
    }
  });
});

describe('calls', () => {
  const numbers = async (count: number, first: number) => {
    const zoom = new FakeZoom();
    zoom.serve(listPeople, rowsOf(count));
    const { names, hasNextPage } = await read(zoom, { list: listPeople, first });
    return { calls: zoom.calls, got: names.length, hasNextPage };
  };

  test('a list is read in as few pages as will do, and no further', async () => {
    expect(await numbers(25, 10)).toEqual({ calls: ['GET /people?page_size=10'], got: 10, hasNextPage: true });
    expect((await numbers(25, 20)).calls).toHaveLength(2);
    expect(await numbers(25, 25)).toMatchObject({ got: 25, hasNextPage: false });
    expect(await numbers(25, 26)).toMatchObject({ got: 25, hasNextPage: false });
    expect((await numbers(25, 26)).calls).toHaveLength(3);
    expect(await numbers(0, 5)).toEqual({ calls: ['GET /people?page_size=10'], got: 0, hasNextPage: false });
  });

  test('going on from the last item of a page costs no more than the next page', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, rowsOf(12));
    const after = await cursorAt(zoom, 5, 4);
    expect(zoom.calls).toEqual(['GET /tokens?page_size=5']);
    expect((await things(zoom, 5, after)).names).toEqual(allOf(rowsOf(10).slice(5)));
    expect(zoom.calls).toHaveLength(2);
  });

  test('what is sent only on request is asked for when it is wanted, and not claimed otherwise', async () => {
    const type = entity('MachineryPerson', { shape: Person, key: { personId: 'id' }, get: getPerson });
    const zoom = new FakeZoom();
    zoom.serve(listPeople, [{ id: 'a', host_key: '1', attributes: ['x'] }]);
    const person = async (wanted: string[]) => {
      const { edges } = await read(zoom, { list: listPeople, of: type, first: 1, wanted });
      const node = edges[0]?.node as Entity;
      return {
        asked: zoom.calls.at(-1),
        known: ['email', 'host_key', 'attributes'].filter((field) => node.has(field)),
      };
    };
    const plain = 'GET /people?page_size=10';
    expect(await person(['name'])).toEqual({ asked: plain, known: ['email'] });
    const include = (value: string) => `GET /people?include=${value}&page_size=10`;
    expect(await person(['host_key'])).toEqual({ asked: include('host_key'), known: ['email', 'host_key'] });
    expect(await person(['attributes', 'host_key'])).toEqual({
      asked: include('attributes'),
      known: ['email', 'attributes'],
    });
  });
});

describe('cursors that are refused', () => {
  const zoomWith = () => {
    const zoom = new FakeZoom();
    for (const list of [byTokens, byNumbers, statused, dated]) zoom.serve(list, rowsOf(12));
    return zoom;
  };

  test('of another list, of other arguments, and of no list at all', async () => {
    const zoom = zoomWith();
    const after = await cursorAt(zoom, 5, 2, { query: { status: 'on', name: 'x' } });
    const others: Partial<ListQuery>[] = [
      {},
      { query: { status: 'off', name: 'x' } },
      { query: { status: 'on' } },
      { query: { status: 'on', name: 'x' }, path: { thingId: 'b' } },
      { query: { status: 'on', name: 'x' }, from: '2026-01-01' },
      { query: { status: 'on', name: 'x' }, to: '2026-01-01' },
      { query: { status: 'on', name: 'x' }, each: { param: 'status', values: ['on'] } },
      { query: { status: 'on', name: 'x' }, list: byNumbers },
    ];
    const calls = zoom.calls.length;
    for (const other of others) await expect(things(zoom, 5, after, other)).rejects.toThrow(invalid);
    await expect(things(zoom, 5, 'garbage')).rejects.toThrow(invalid);
    expect(zoom.calls).toHaveLength(calls);
    expect((await things(zoom, 3, after, { query: { name: 'x', status: 'on' } })).names).toHaveLength(3);
  });

  test('but not one of the same arguments, whatever `first` is and whatever fields are wanted', async () => {
    const zoom = new FakeZoom();
    zoom.serve(listPeople, rowsOf(12));
    const { edges } = await read(zoom, { list: listPeople, first: 3, wanted: ['host_key'] });
    const next = await read(zoom, { list: listPeople, first: 4, after: edges[2]?.cursor, wanted: [] });
    expect(next.names).toEqual(allOf(rowsOf(7).slice(3)));
    expect(next.hasPreviousPage).toBe(true);
  });
});

describe('pages', () => {
  test('a token that repeats ends in an error, not a loop', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, rowsOf(30), { repeatFrom: 10 });
    await expect(things(zoom, 30)).rejects.toThrow(
      expect.objectContaining({ name: 'ZoomError', kind: 'UPSTREAM', endpoint: 'GET /tokens' }),
    );
    expect(zoom.calls.length).toBeLessThanOrEqual(4);
    expect((await things(zoom, 5)).names).toHaveLength(5);
  });

  test('an empty page with a token goes on', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(byTokens, rowsOf(9), { sizes: [0, 2] });
    expect((await things(zoom, 20)).names).toEqual(allOf(rows));
  });

  test('a failure of Zoom is that of the connection', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, rowsOf(9), { fails: () => new ZoomError('FORBIDDEN', 'No.') });
    await expect(things(zoom, 5)).rejects.toThrow(expect.objectContaining({ kind: 'FORBIDDEN' }));
  });

  test('an item without a date stays in the window where Zoom gave it, and one without a key is no entity', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, [{ name: 'no id' }, { id: 'a', name: 'with id' }]);
    const { edges, names } = await things(zoom, 5);
    expect(names).toEqual(['no id', 'with id']);
    expect(edges.map(({ node }) => node instanceof Entity)).toEqual([false, true]);
  });
});

describe('totalCount', () => {
  test('is what Zoom says, be it wrong, and costs nothing more when a page was read', async () => {
    const zoom = new FakeZoom();
    const served = zoom.serve(byTokens, rowsOf(12));
    expect(await (await things(zoom, 3)).total()).toBe(12);
    served.total = () => 7;
    expect(await (await things(zoom, 12)).total()).toBe(7);
    expect(zoom.calls).toHaveLength(1 + 3);
  });

  test('is null where Zoom does not say', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, rowsOf(12), { total: () => undefined });
    expect(await (await things(zoom, 3)).total()).toBeNull();
  });

  test('is the length of a list that comes whole', async () => {
    const zoom = new FakeZoom();
    zoom.serve(bareArray, rowsOf(7));
    const { total, hasNextPage } = await read(zoom, { list: bareArray, first: 2 });
    expect([await total(), hasNextPage, zoom.calls]).toEqual([7, true, ['GET /array']]);
  });

  test('is one call when nothing else is wanted', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byNumbers, rowsOf(12));
    expect(await countOf(new Store(zoom, turn()), { list: byNumbers, first: 30 })).toBe(12);
    expect(zoom.calls).toEqual(['GET /numbers?page_size=5']);
  });

  test('is the sum over the values of a filter; what the walk saw is not asked again', async () => {
    const zoom = new FakeZoom();
    const rows = rowsOf(9).map((row, i) => ({ ...row, status: i < 7 ? 'on' : 'off' }));
    zoom.serve(statused, rows, { filters: ['status'] });
    const query = { list: statused, each: { param: 'status', values: ['on', 'off'] } };
    expect(await (await read(zoom, { ...query, first: 2 })).total()).toBe(9);
    expect(zoom.calls).toEqual(['GET /statused?status=on&page_size=5', 'GET /statused?status=off&page_size=5']);
    expect(await (await read(zoom, { ...query, first: 9 })).total()).toBe(9);
    expect(namesOf(zoom, statused)).toBe(2 + 3);
  });

  test('is null over several windows, and over one that reaches beyond the days wanted', async () => {
    const zoom = new FakeZoom();
    zoom.serve(dated, [{ id: 'a', at: '2026-03-10T00:00:00Z' }]);
    const total = async (from: string, to?: string) => (await read(zoom, { list: dated, first: 5, from, to })).total();
    expect(await total('2026-01-01')).toBeNull();
    expect(await total('2026-03-01', '2026-03-09')).toBeNull();
    expect(await total('2026-03-01')).toBe(1);
  });
});
