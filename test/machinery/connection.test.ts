import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectionOf } from '../../resolvers/connection/connection.ts';
import type { ListQuery } from '../../resolvers/connection/query.ts';
import { countOf } from '../../resolvers/connection/totals.ts';
import { Entity } from '../../resolvers/entity.ts';
import { Store } from '../../resolvers/store.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import { entity } from '../../src/zoom/declare/entity.ts';
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
  requestContext,
  type Served,
  statused,
  Thing,
} from './fake.ts';

const NOW = Date.parse('2026-03-15T15:00:00Z');
const DAY = 86_400_000;
const HOUR = 3_600_000;
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
  const connection = await connectionOf(new Store(zoom, requestContext()), query, (note) => notes.push(note));
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

  /** Whatever clock Zoom counts days by, whatever time it is, and whether a window's `to` is inclusive or not. */
  const clocks = fc.record({
    zone: fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters / 4),
    exclusiveTo: fc.boolean(),
    hour: fc.integer({ min: -15, max: 8 }),
  });
  const ages = fc.array(fc.integer({ min: 0, max: 150 * 24 }), { maxLength: 30 });
  const day = (back: number) => new Date(NOW - back * DAY).toISOString().slice(0, 10);
  const written: readonly ((time: number, zone: number) => string)[] = [
    (time) => new Date(time).toISOString(),
    (time) => new Date(time + 9 * HOUR).toISOString().replace('Z', '+09:00'),
    // A day alone is one of Zoom's clock, and stands for itself.
    (time, zone) => new Date(time + zone * HOUR).toISOString().slice(0, 10),
  ];

  test('across the borders of date windows, by whatever clock Zoom counts days', async () => {
    await fc.assert(
      fc.asyncProperty(
        ages,
        fc.nat(150),
        fc.nat(150),
        clocks,
        fc.constantFrom(...written),
        steps,
        async (ages, a, b, { hour, ...clock }, write, plan) => {
          vi.setSystemTime(NOW + hour * HOUR);
          const zoom = new FakeZoom();
          const all = ages
            .sort((x, y) => x - y)
            .map((hours, i) => ({
              id: `d${i}`,
              name: `Thing ${i}`,
              at: write(Date.now() - hours * HOUR, clock.zone),
            }));
          const { rows } = zoom.serve(dated, all, clock);
          const from = day(Math.max(a, b));
          const to = day(Math.min(a, b));
          const dayOf = ({ at }: Row) => {
            const text = String(at);
            return text.length === 10 ? text : new Date(text).toISOString().slice(0, 10);
          };
          const wanted = rows.filter((row) => dayOf(row) >= from && dayOf(row) <= to);
          expect(await walk(zoom, { list: dated, of: ThingType, from, to }, plan)).toEqual(allOf(wanted));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('within today, when Zoom tells that it took today for the day that was asked for', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(
      dated,
      Array.from({ length: 6 }, (_, i) => ({ id: `d${i}`, name: `Thing ${i}`, at: new Date(NOW).toISOString() })),
      { exclusiveTo: true },
    );
    const plan = [{ first: 1, from: 0, expire: false }];
    expect(await walk(zoom, { list: dated, of: ThingType, from: day(0), to: day(0) }, plan)).toEqual(allOf(rows));
  });

  test('from any edge at once, with no more pages than the windows and pages that there are', async () => {
    await fc.assert(
      fc.asyncProperty(ages, clocks, fc.boolean(), async (ages, { hour, ...clock }, expire) => {
        vi.setSystemTime(NOW + hour * HOUR);
        const zoom = new FakeZoom();
        const query = { list: dated, of: ThingType, from: day(140) };
        zoom.serve(
          dated,
          ages
            .sort((x, y) => x - y)
            .map((hours, i) => ({ id: `d${i}`, name: `${i}`, at: written[0]!(Date.now() - hours * HOUR, 0) })),
          clock,
        );
        const { edges, names, total } = await read(zoom, { ...query, first: 100 });
        expect(await total()).toBe(edges.length);
        const calls = zoom.calls.length;
        for (const [i, edge] of edges.entries()) {
          if (expire) zoom.expire();
          zoom.calls.length = 0;
          const rest = await read(zoom, { ...query, first: 100, after: edge.cursor });
          expect(rest.names).toEqual(names.slice(i + 1));
          expect(await rest.total()).toBeNull();
          // A token that died costs the pages up to its own once more.
          expect(zoom.calls.length).toBeLessThanOrEqual(expire ? 2 * calls : calls);
        }
      }),
      {
        numRuns: 30,
        // A token that died, before items of a day that Zoom leaves out when it is asked for as the last.
        examples: [[[0, 0, 0, 0, 0, 0], { zone: 0, exclusiveTo: true, hour: 0 }, true]],
      },
    );
  });

  test('an item without a date is shown, and once, though every window has it', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(
      dated,
      rowsOf(20).map((row, i) => (i % 4 ? { ...row, at: new Date(NOW - i * 5 * DAY).toISOString() } : row)),
    );
    const { names } = await read(zoom, { list: dated, of: ThingType, first: 100, from: '2025-12-01' });
    expect([...names].sort()).toEqual(allOf(rows).sort());
    zoom.serve(dated, [{ name: 'alike' }, { name: 'alike' }]);
    expect((await read(zoom, { list: dated, first: 100, from: '2025-12-01' })).names).toEqual(['alike', 'alike']);
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
        const perValue = { param: 'status', values: ['off', 'on'] };
        const wanted = [...rows].sort((a, b) => String(a.status).localeCompare(String(b.status)));
        expect(await walk(zoom, { list: statused, of: ThingType, perValue }, plan)).toEqual(allOf(wanted));
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
    const perValue = { param: 'status', values: ['on', 'off'] };
    const wanted = perValue.values.flatMap((value) => rows.filter(({ status }) => status === value));
    const plan = [{ first: 4, from: 2, expire: true }];
    expect(await walk(zoom, { list: dated, of: ThingType, perValue, from: '2025-12-20' }, plan)).toEqual(allOf(wanted));
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
      { query: { status: 'on', name: 'x' }, perValue: { param: 'status', values: ['on'] } },
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
  const TWICE = 'Zoom gave the same page token twice while GET /tokens was read';

  test('a token that repeats ends the list with what was read, and an error where more is missing', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(byTokens, rowsOf(30), { repeatFrom: 10 });
    const { names, hasNextPage, failures } = await things(zoom, 30);
    expect({ names, hasNextPage }).toEqual({ names: allOf(rows.slice(0, 15)), hasNextPage: false });
    expect(failures).toEqual([
      expect.objectContaining({ name: 'ZoomError', kind: 'UPSTREAM', endpoint: 'GET /tokens' }),
    ]);
    expect(failures[0]?.message).toBe(`${TWICE}: of 30 items, 15 were read.`);
    expect(zoom.calls).toHaveLength(3);
    expect((await things(zoom, 5)).names).toHaveLength(5);
  });

  test('a token that repeats on the last page is no error, be the total a number or a text', async () => {
    for (const total of [undefined, String]) {
      const zoom = new FakeZoom();
      const { rows } = zoom.serve(byTokens, rowsOf(15), { repeatFrom: 10, total });
      const { names, hasNextPage, failures, notes } = await things(zoom, 30);
      expect({ names, hasNextPage, failures, notes }).toEqual({
        names: allOf(rows),
        hasNextPage: false,
        failures: [],
        notes: [],
      });
      const after = (await things(zoom, 12)).edges[11]?.cursor;
      expect(await things(zoom, 30, after)).toMatchObject({ names: allOf(rows.slice(12)), failures: [], notes: [] });
    }
  });

  test('a page that comes again, with its token, is shown once', async () => {
    const zoom = new FakeZoom();
    const { rows } = zoom.serve(byTokens, rowsOf(5), { around: (real) => ({ ...real, next_page_token: 'again' }) });
    zoom.fixed('again');
    expect(await things(zoom, 30)).toMatchObject({ names: allOf(rows), hasNextPage: false, failures: [], notes: [] });
  });

  test('where Zoom does not say how many there are, a token that repeats is told in a note', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, rowsOf(30), { repeatFrom: 10, total: () => '' });
    const { names, hasNextPage, failures, notes } = await things(zoom, 30);
    expect([names.length, hasNextPage, failures, notes]).toEqual([
      15,
      false,
      [],
      [`${TWICE}; there may be more than what is here.`],
    ]);
  });

  test('a token that cannot be used is told in the same way, and a number is taken for its text', async () => {
    for (const token of [{}, [], true, 'x'.repeat(2001)]) {
      const zoom = new FakeZoom();
      zoom.serve(byTokens, rowsOf(30), { around: (real) => ({ ...real, next_page_token: token }) });
      const { names, failures } = await things(zoom, 30);
      expect([names.length, failures.map(({ message }) => message)]).toEqual([
        5,
        ['Zoom gave a page token that cannot be used while GET /tokens was read: of 30 items, 5 were read.'],
      ]);
    }
    for (const none of ['', null, undefined, false]) {
      const zoom = new FakeZoom();
      zoom.serve(byTokens, rowsOf(30), { around: (real) => ({ ...real, next_page_token: none }) });
      expect(await things(zoom, 30)).toMatchObject({ names: { length: 5 }, hasNextPage: false, failures: [] });
    }
  });

  test('the list goes on after a window of it that ended so', async () => {
    const zoom = new FakeZoom();
    const at = (i: number) => new Date(NOW - i * 3 * DAY).toISOString();
    const { rows } = zoom.serve(
      dated,
      rowsOf(20).map((row, i) => ({ ...row, at: at(i) })),
      { around: (real) => (real.next_page_token ? { ...real, next_page_token: {} } : real) },
    );
    const { names, hasNextPage, failures } = await read(zoom, { list: dated, first: 100, from: '2026-01-01' });
    // Of each window the first page, in which the days beside it stand as well.
    expect(names).toEqual(allOf([...rows.slice(0, 5), ...rows.slice(9, 13), ...rows.slice(18, 20)]));
    expect([hasNextPage, failures.length > 0]).toEqual([false, true]);
  });

  test('numbers of pages are read from texts, and counted where Zoom does not tell them', async () => {
    const { page_count: _, ...none } = { page_count: 0 };
    const tellings: readonly ((real: Row) => Row)[] = [
      (real) => ({ ...real, page_count: String(real.page_count), page_size: '5', total_records: '13' }),
      ({ total_records }) => ({ ...none, total_records }),
      ({ total_records }) => ({ page_count: 'abc', page_size: '', total_records: String(total_records) }),
      () => ({ page_count: '', total_records: null }),
      () => ({ page_count: -1, total_records: -1, page_number: [] }),
    ];
    for (const around of tellings) {
      const zoom = new FakeZoom();
      const { rows } = zoom.serve(byNumbers, rowsOf(13), { around });
      const { names, hasNextPage } = await read(zoom, { list: byNumbers, of: ThingType, first: 30 });
      expect({ names, hasNextPage }).toEqual({ names: allOf(rows), hasNextPage: false });
    }
  });

  test('what is no object among the items is left out, with a note, and every cursor goes on', async () => {
    const odd = [null, 'x', 5, [], true] as unknown as Row[];
    for (const list of [byTokens, byNumbers, atOnce, bareArray]) {
      const zoom = new FakeZoom();
      const rows = rowsOf(13);
      zoom.serve(list, [
        ...rows.slice(0, 2),
        ...odd.slice(0, 2),
        ...rows.slice(2, 9),
        ...odd.slice(2),
        ...rows.slice(9),
      ]);
      const { edges, names, notes, failures } = await read(zoom, { list, of: ThingType, first: 30 });
      expect({ names, failures }).toEqual({ names: allOf(rows), failures: [] });
      expect(notes).toEqual([`Zoom's list of GET ${list.path} held entries that are no objects; they are left out.`]);
      for (const [i, { cursor }] of edges.entries()) {
        if (i % 2) zoom.expire();
        expect((await read(zoom, { list, of: ThingType, first: 30, after: cursor })).names).toEqual(names.slice(i + 1));
      }
    }
  });

  test('items that are no list are an error in plain words, and none at all are an empty list', async () => {
    const zoom = new FakeZoom();
    for (const things of [{}, 'x', 5, true]) {
      zoom.serve(byTokens, [], { around: () => ({ things }) });
      await expect(read(zoom, { list: byTokens, first: 5 })).rejects.toThrow(
        expect.objectContaining({ kind: 'UPSTREAM', message: 'Zoom sent a value for `things` that is not a list.' }),
      );
    }
    for (const things of [null, undefined]) {
      zoom.serve(byTokens, [], { around: () => ({ things }) });
      expect(await read(zoom, { list: byTokens, first: 5 })).toMatchObject({
        names: [],
        notes: [],
        hasNextPage: false,
      });
    }
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

  test('a later page that fails leaves what was read, with a cursor that goes on and the error beside it', async () => {
    const kinds = ['UPSTREAM', 'RATE_LIMIT', 'TIMEOUT', 'TOO_MANY_CALLS', 'FORBIDDEN'] as const;
    for (const [list, failing] of [
      [byTokens, 2],
      [byNumbers, 2],
      [statused, 3],
    ] as const)
      for (const kind of kinds) {
        const zoom = new FakeZoom();
        const served = zoom.serve(
          list,
          rowsOf(13).map((row, i) => ({ ...row, status: i < 7 ? 'on' : 'off' })),
          { ...(list === statused && { filters: ['status'] }) },
        );
        served.fails = () => (zoom.calls.length === failing ? new ZoomError(kind, 'Not now.') : undefined);
        const query = {
          list,
          of: ThingType,
          first: 30,
          ...(list === statused && { perValue: { param: 'status', values: ['on', 'off'] } }),
        };
        const { edges, names, hasNextPage, failures } = await read(zoom, query);
        expect([hasNextPage, failures]).toEqual([true, [expect.objectContaining({ kind, message: 'Not now.' })]]);
        expect(names).toHaveLength(list === statused ? 7 : 5);
        served.fails = undefined;
        const rest = await read(zoom, { ...query, after: edges.at(-1)?.cursor });
        expect([...names, ...rest.names]).toEqual(allOf(served.rows));
        expect([rest.hasNextPage, rest.failures]).toEqual([false, []]);
      }
  });

  test('but not when the client has gone, or the fault is not that of Zoom', async () => {
    for (const error of [new ZoomError('ABORTED', 'Gone.'), new TypeError('Ours.')]) {
      const zoom = new FakeZoom();
      zoom.serve(byTokens, rowsOf(9), { fails: () => (zoom.calls.length === 2 ? error : undefined) });
      await expect(things(zoom, 9)).rejects.toThrow(error);
    }
  });

  test.each([undefined, null, '', {}, [], true])(
    'an item with the id %j is no entity, and is left out, with a note',
    async (id) => {
      const zoom = new FakeZoom();
      zoom.serve(byTokens, [
        { id, name: 'no id' },
        { id: 'a', name: 'with id' },
      ]);
      const { edges, names, notes } = await things(zoom, 5);
      expect(names).toEqual(['with id']);
      expect(edges.map(({ node }) => node instanceof Entity)).toEqual([true]);
      expect(notes).toEqual(['Zoom sent an item of GET /tokens without the id of a MachineryThing; it is left out.']);
    },
  );
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
    expect(await countOf(new Store(zoom, requestContext()), { list: byNumbers, first: 30 })).toBe(12);
    expect(zoom.calls).toEqual(['GET /numbers?page_size=5']);
  });

  test('is the sum over the values of a filter; what the walk saw is not asked again', async () => {
    const zoom = new FakeZoom();
    const rows = rowsOf(9).map((row, i) => ({ ...row, status: i < 7 ? 'on' : 'off' }));
    zoom.serve(statused, rows, { filters: ['status'] });
    const query = { list: statused, perValue: { param: 'status', values: ['on', 'off'] } };
    expect(await (await read(zoom, { ...query, first: 2 })).total()).toBe(9);
    expect(zoom.calls).toEqual(['GET /statused?status=on&page_size=5', 'GET /statused?status=off&page_size=5']);
    expect(await (await read(zoom, { ...query, first: 9 })).total()).toBe(9);
    expect(namesOf(zoom, statused)).toBe(2 + 3);
  });

  test('of a list by days is known when all of it was read from its beginning, and costs no call', async () => {
    const zoom = new FakeZoom();
    zoom.serve(dated, [
      { id: 'a', at: '2026-03-10T00:00:00Z' },
      { id: 'b', at: '2026-01-10T00:00:00Z' },
    ]);
    const ask = (first: number, more: Partial<ListQuery> = {}) =>
      read(zoom, { list: dated, first, from: '2026-01-01', ...more });
    const all = await ask(5);
    expect(await all.total()).toBe(2);
    expect(await (await ask(1)).total()).toBeNull();
    expect(await (await ask(5, { after: all.edges[0]?.cursor })).total()).toBeNull();
    expect(await (await ask(5, { to: '2026-03-09' })).total()).toBe(1);
    zoom.calls.length = 0;
    expect(await countOf(new Store(zoom, requestContext()), { list: dated, first: 30, from: '2026-03-01' })).toBeNull();
    expect(zoom.calls).toEqual([]);
  });

  test('is read from a text as well, and unknown where Zoom sends no count', async () => {
    const zoom = new FakeZoom();
    const count = async (given: unknown) => {
      zoom.serve(statused, rowsOf(3), { total: () => given });
      const perValue = { param: 'status', values: ['on', 'off'] };
      return (await read(zoom, { list: statused, perValue, first: 30 })).total();
    };
    for (const given of ['29', 29, ' 29 ']) expect(await count(given), String(given)).toBe(58);
    for (const given of ['', null, 'abc', -1, '-1', 2.5, '2.5', Number.NaN, 1e300, true, {}, [], [29]])
      expect(await count(given), String(given)).toBeNull();
  });
});
