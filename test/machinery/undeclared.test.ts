/** What answers hold beyond what is declared: it is known, it is planned with, and it never costs or counts more than it may. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionOf } from '../../resolvers/connection/connection.ts';
import { hydrationOf, type Wanted } from '../../resolvers/cost.ts';
import { type Entity, undeclaredIn } from '../../resolvers/entity.ts';
import { Store } from '../../resolvers/store.ts';
import { type Endpoint, list, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { entity } from '../../src/zoom/declare/entity.ts';
import { keysOf } from '../../src/zoom/declare/shape.ts';
import { FakeZoom, getPerson, listPeople, namesOf, Person, type Row, requestContext } from './fake.ts';

const PersonType = entity('MachineryPerson', {
  shape: Person,
  key: { personId: 'id' },
  get: getPerson,
  foundIn: [listPeople],
});
/** Tells little of people, and no type is looked for in it. */
const listFriends = list('/friends', {
  items: 'friends',
  of: Person.pick({ id: true, email: true }),
  limit: 'MEDIUM',
  scopes: [],
});

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const truth = (i: number): Row => ({
  id: `p${i}`,
  email: `p${i}@x.com`,
  name: `Person ${i}`,
  job: `Job ${i}`,
  active: i % 2 === 0,
  attributes: [`a${i}`],
  pin: `pin ${i}`,
  host_key: `key ${i}`,
});
const declaredBy = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => keysOf(listPeople.of).has(key)));
/** A Zoom of so many people whose list also holds these fields of them. */
const zoomOf = (count: number, held: (i: number) => Row) => {
  const zoom = new FakeZoom();
  const rows = () => upTo(count).map((i) => ({ ...declaredBy(truth(i)), ...held(i) }));
  const served = zoom.serve(listPeople, rows());
  for (const i of upTo(count)) {
    const { host_key: _, ...row } = truth(i);
    zoom.answers.set(`/people/p${i}`, row);
  }
  return { zoom, served, rows };
};
const request = (zoom: FakeZoom) => new Store(zoom, requestContext());
const refs = (store: Store, numbers: readonly number[]) =>
  numbers.map((i) => store.ref(PersonType, { personId: `p${i}` }) as Entity);
/** Makes fields known as resolvers do: each by itself, and only those that are not. */
const load = (store: Store, entities: readonly Entity[], fields: readonly string[]) =>
  Promise.all(
    entities.flatMap((one) => fields.filter((field) => !one.has(field)).map((field) => store.load(one, [field]))),
  );
const walk = (zoom: FakeZoom, store = request(zoom), first = 1000) =>
  connectionOf(store, { list: listPeople, of: PersonType, first }, () => undefined);
const counts = (zoom: FakeZoom) => ({ lists: namesOf(zoom, listPeople), singles: namesOf(zoom, getPerson) });
const held = (i: number) => ({ job: truth(i).job });

describe('a key that is present', () => {
  test('is known, whether the list declares it or not; one that is absent is not', async () => {
    const { zoom } = zoomOf(3, (i) => (i === 1 ? {} : { job: i === 2 ? null : 'cook', unheard_of: 1 }));
    const { edges } = await walk(zoom);
    const entities = edges.map(({ node }) => node as Entity);
    expect(entities.map((one) => one.known('job'))).toEqual(['cook', undefined, null]);
    expect(entities.map((one) => [one.has('job'), one.has('unheard_of'), one.has('pin')])).toEqual([
      [true, false, false],
      [false, false, false],
      [true, false, false],
    ]);
  });

  test('is not believed where it is no value of the field: the single GET tells', async () => {
    const { zoom } = zoomOf(2, () => ({ job: { id: 7 }, active: 'yes' }));
    const store = request(zoom);
    const { edges } = await walk(zoom, store);
    const [one] = edges.map(({ node }) => node as Entity);
    expect(one?.has('job')).toBe(false);
    await load(store, [one as Entity], ['job', 'active']);
    expect([one?.get('job'), one?.get('active')]).toEqual(['Job 0', true]);
    expect(counts(zoom)).toEqual({ lists: 1, singles: 1 });
  });

  test('never beats what an answer that declares it says, whichever came first', () => {
    for (const isFirst of [true, false])
      for (const job of ['cook', null, undefined]) {
        const store = request(new FakeZoom());
        const [one] = refs(store, [0]) as [Entity];
        const single = () => store.put(one, { job }, keysOf(Person));
        if (isFirst) single();
        store.put(one, { id: 'p0', job: 'thief' }, keysOf(listFriends.of));
        expect(one.get('job')).toBe(isFirst ? (job ?? null) : 'thief');
        if (!isFirst) single();
        expect(one.known('job')).toBe(job ?? null);
      }
  });

  test('is nothing in what a parent tells: there, only what is told counts', () => {
    const store = request(new FakeZoom());
    const one = store.refer(PersonType, { id: 'p0', email: '', job: null }) as Entity;
    expect(['id', 'email', 'job'].map((field) => one.has(field))).toEqual([true, false, false]);
  });
});

describe('hydration', () => {
  test('of 10,000 people needs no single GET where the pages that list them hold the rest', async () => {
    const { zoom } = zoomOf(10_000, held);
    const store = request(zoom);
    const { edges } = await walk(zoom, store, 10_000);
    const people = edges.map(({ node }) => node as Entity);
    await load(store, people, ['job']);
    expect(people.map((one) => one.get('job'))).toEqual(upTo(10_000).map((i) => `Job ${i}`));
    expect(counts(zoom)).toEqual({ lists: 1000, singles: 0 });
  });

  test('takes the list, once an earlier request has seen that it holds the rest', async () => {
    const { zoom } = zoomOf(40, held);
    const seen = request(zoom);
    await load(seen, refs(seen, upTo(40)), ['job']);
    expect(counts(zoom)).toEqual({ lists: 0, singles: 40 });
    await walk(zoom, request(zoom), 1);
    zoom.calls.length = 0;
    const store = request(zoom);
    await load(store, refs(store, upTo(40)), ['job', 'email']);
    expect(counts(zoom)).toEqual({ lists: 4, singles: 0 });
  });

  test('takes it no more when it does not: one page for nothing, and the request after that none', async () => {
    const { zoom, served } = zoomOf(40, held);
    await walk(zoom);
    served.rows = served.rows.map(({ job: _, ...row }) => row);
    for (const lists of [1, 0]) {
      zoom.calls.length = 0;
      const store = request(zoom);
      const people = refs(store, upTo(40));
      await load(store, people, ['job']);
      expect(people.map((one) => one.get('job'))).toEqual(upTo(40).map((i) => `Job ${i}`));
      expect(counts(zoom)).toEqual({ lists, singles: 40 });
    }
  });

  test('plans by what was known when the request began', async () => {
    const { zoom } = zoomOf(40, held);
    const store = request(zoom);
    await walk(zoom);
    zoom.calls.length = 0;
    await load(store, refs(store, upTo(40)), ['job']);
    expect(counts(zoom)).toEqual({ lists: 0, singles: 40 });
  });

  test('remembers what all items of a page hold, not what some do', () => {
    const items = [
      { id: 'a', job: 'cook', pin: '1', active: true, name: 'A' },
      { id: 'b', job: null, active: 'true', name: 'B' },
    ];
    expect([...undeclaredIn(PersonType, keysOf(listPeople.of), items)]).toEqual(['job']);
    expect([...undeclaredIn(PersonType, keysOf(listPeople.of), [])]).toEqual([]);
  });
});

/** Entities that are wanted of one place of a query, found at so many moments. */
const placeOf = (id: string, count: number, fields: ReadonlySet<string>, batches: number): Wanted => ({
  count,
  fields,
  isSub: false,
  isSure: true,
  batches: { id, count: batches },
  listsOf: () => ({ id: '', count: 1 }),
});
/** How the calls went beyond their cost, in words. */
const beyond = (store: Store, wanted: readonly Wanted[], run: () => Promise<unknown>, zoom: FakeZoom) => {
  const bounds = hydrationOf(PersonType, wanted, store);
  const most = (endpoint: Endpoint) =>
    bounds.filter((one) => one.endpoint === endpoint).reduce((sum, { calls }) => sum + calls, 0);
  const all = bounds.filter(({ insteadOf }) => !insteadOf).reduce((sum, { calls }) => sum + calls, 0);
  zoom.calls.length = 0;
  return run().then(() => [
    ...[listPeople, getPerson].flatMap((endpoint) =>
      namesOf(zoom, endpoint) > most(endpoint)
        ? [`${nameOf(endpoint)}: ${namesOf(zoom, endpoint)} calls, said to take ${most(endpoint)}`]
        : [],
    ),
    ...(zoom.calls.length > all ? [`${zoom.calls.length} calls, said to take ${all}`] : []),
  ]);
};

describe('the cost of hydration', () => {
  test('of eight against a list of four pages holds, whether there is room for single GETs or not', async () => {
    for (const spare of [0, 100]) {
      const { zoom } = zoomOf(40, () => ({}));
      zoom.spare = spare;
      await walk(zoom, request(zoom), 1);
      const store = request(zoom);
      const wanted = [placeOf('', 8, new Set(['name']), 1)];
      expect(await beyond(store, wanted, () => load(store, refs(store, upTo(8)), ['name']), zoom)).toEqual([]);
      expect(counts(zoom)).toEqual(spare > 0 ? { lists: 0, singles: 8 } : { lists: 1, singles: 0 });
    }
  });

  const FIELDS = ['email', 'name', 'job', 'active', 'pin', 'attributes', 'host_key'];
  const some = <T>(values: readonly T[], minLength = 0) => fc.uniqueArray(fc.constantFrom(...values), { minLength });
  /** What a list holds undeclared: which fields, of every how-many-eth person, and whether right, old, or nonsense. */
  const mood = fc.record({
    fields: some(['job', 'active', 'pin', 'attributes', 'host_key']),
    step: fc.constantFrom(1, 1, 1, 2, 7),
    kind: fc.constantFrom('right', 'right', 'old', 'odd'),
  });
  type Mood = typeof mood extends fc.Arbitrary<infer M> ? M : never;
  const heldIn =
    ({ fields, step, kind }: Mood) =>
    (i: number): Row => {
      if (i % step !== 0) return {};
      const values: Row =
        kind === 'right'
          ? truth(i)
          : kind === 'odd'
            ? { job: 7, active: 'no', pin: {} }
            : { job: 'old', active: i % 2 !== 0, pin: 'old' };
      return Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, values[field]]));
    };
  const place = fc.record({
    people: fc.uniqueArray(fc.nat(49), { minLength: 1, maxLength: 50 }),
    /** What is known of them at first, by a list that declares little. */
    known: fc.option(mood),
    fields: some(FIELDS, 1),
    batches: fc.integer({ min: 1, max: 3 }),
  });
  const scene = fc.record({
    count: fc.constantFrom(1, 5, 20, 50),
    before: fc.array(fc.record({ mood, wanted: some(['host_key', 'attributes']) }), { maxLength: 2 }),
    now: mood,
    places: fc.array(place, { minLength: 1, maxLength: 3 }),
    spare: fc.constantFrom(0, 10, 40, 1000),
  });

  /** One of the field that a list has, and another whose other field is known by then: together they are worth its page. */
  const TOGETHER: typeof scene extends fc.Arbitrary<infer S> ? [S] : never = [
    {
      count: 5,
      before: [{ mood: { fields: [], step: 1, kind: 'right' }, wanted: ['attributes'] }],
      now: { fields: [], step: 1, kind: 'right' },
      places: [
        { people: [0], known: null, fields: ['attributes'], batches: 1 },
        {
          people: [1, 5],
          known: { fields: ['job'], step: 1, kind: 'right' },
          fields: ['job', 'attributes'],
          batches: 1,
        },
      ],
      spare: 0,
    },
  ];

  test('holds over partly known entities and whatever lists hold; values are right, and the word of a single GET wins', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ count, before, now, places, spare }) => {
        const { zoom, served } = zoomOf(count, () => ({}));
        const setMood = (one: Mood) => {
          served.rows = upTo(count).map((i) => ({ ...declaredBy(truth(i)), ...heldIn(one)(i) }));
          served.unasked = ({ id }, field) =>
            one.fields.includes(field) && Number(String(id).slice(1)) % one.step === 0;
        };
        for (const { mood, wanted } of before) {
          setMood(mood);
          await connectionOf(request(zoom), { list: listPeople, of: PersonType, first: 3, wanted }, () => undefined);
        }
        // Of a list whose size nobody knows, and that alone has what is wanted, any cost is an estimate.
        if (places.some(({ fields }) => fields.includes('host_key'))) await walk(zoom);
        setMood(now);
        zoom.spare = spare;

        const store = request(zoom);
        const wanted: Wanted[] = [];
        const runs: { entities: Entity[]; fields: string[]; batches: number }[] = [];
        for (const [at, { people, known, fields, batches }] of places.entries()) {
          const there = people.filter((i) => i < count);
          if (there.length === 0) continue;
          if (known)
            for (const i of there)
              store.found(
                PersonType,
                { id: `p${i}`, email: truth(i).email, ...heldIn(known)(i) },
                keysOf(listFriends.of),
              );
          const open = fields.filter((field) => !known || field !== 'email');
          runs.push({ entities: refs(store, there), fields, batches });
          if (open.length > 0) wanted.push(placeOf(`${at}`, there.length, new Set(open), batches));
        }
        const run = async () => {
          for (const moment of upTo(3))
            await Promise.all(
              runs.map(({ entities, fields, batches }) =>
                load(
                  store,
                  entities.filter((_, i) => i % batches === moment),
                  fields,
                ),
              ),
            );
        };
        expect(await beyond(store, wanted, run, zoom)).toEqual([]);

        const read = new Set(zoom.calls);
        /** Whether the single GET has told of the field. */
        const isRead = (person: string, field: string) =>
          field === 'pin'
            ? read.has(`GET /people/${person}?include=pin`)
            : 'job active email name attributes'.includes(field) &&
              ['', '?include=pin'].some((query) => read.has(`GET /people/${person}${query}`));
        const isOld = [now, ...places.flatMap(({ known }) => known ?? [])].some(({ kind }) => kind === 'old');
        for (const { entities, fields } of runs)
          for (const one of entities)
            for (const field of fields) {
              if (!isOld || isRead(one.zoomId, field))
                expect([field, one.get(field)]).toEqual([field, truth(Number(one.zoomId.slice(1)))[field]]);
              else expect(one.has(field)).toBe(true);
            }
      }),
      { numRuns: 500, examples: [TOGETHER] },
    );
  });
});
