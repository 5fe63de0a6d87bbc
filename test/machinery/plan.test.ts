/** The planner: what it decides of any entities, and that hydration, which runs its steps, keeps to the cost, which adds them up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionOf } from '../../resolvers/connection/connection.ts';
import { type Bound, hydrationOf, type Wanted } from '../../resolvers/cost.ts';
import type { Entity, Params } from '../../resolvers/entity.ts';
import { type Facts, type ListStep, type Missing, onlyListed, type Progress, plan } from '../../resolvers/plan.ts';
import { SharedCache } from '../../resolvers/shared-cache.ts';
import { Store } from '../../resolvers/store.ts';
import { byToken, type Endpoint, get, list, nameOf, subAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { carried, type EntityType, entity } from '../../src/zoom/declare/entity.ts';
import { id, keysOf, shape, string } from '../../src/zoom/declare/shape.ts';
import { FakeZoom, type Row, requestContext } from './fake.ts';

const Worker = shape('PlannedWorker', {
  id: id(),
  email: string(),
  board: string(),
  status: string(),
  name: string(),
  job: string(),
  secret: string('In lists alone, on request.'),
  pin: string('In the single GET alone, on request.'),
  puk: string('The same, by another value.'),
});
const Listed = Worker.pick({ id: true, email: true, board: true, status: true, name: true, secret: true });
const Single = Worker.omit({ secret: true });
const listing = {
  items: 'workers',
  of: Listed,
  onRequest: { secret: { include: 'secret' } },
  limit: 'MEDIUM',
  scopes: [],
  subAccountScopes: [],
} as const;
const getting = {
  of: Single,
  onRequest: { pin: { include: 'pin' }, puk: { include: 'puk' } },
  limit: 'LIGHT',
  scopes: [],
  subAccountScopes: [],
} as const;
const paging = byToken(10);
const worker = (name: string, more: Pick<EntityType, 'get'> & { foundIn: readonly object[] }): EntityType =>
  entity(name, {
    shape: Worker,
    key: { workerId: ['id', 'email'] },
    isAlias: (value) => value.includes('@'),
    aliases: ['email'],
    ...more,
    foundIn: more.foundIn as never,
  });
/** What can be different about a type. */
const KINDS: readonly EntityType[] = [
  worker('Usual', {
    get: get('/usual/{workerId}', getting),
    foundIn: [list('/usual', { ...listing, paging })],
  }),
  worker('DearSingly', {
    get: get('/dear/{workerId}', { ...getting, limit: 'HEAVY' }),
    foundIn: [list('/dear', { ...listing, paging })],
  }),
  worker('DearList', {
    get: get('/scarce/{workerId}', getting),
    foundIn: [list('/scarce', { ...listing, paging, limit: 'HEAVY' })],
  }),
  worker('Whole', { get: get('/whole/{workerId}', getting), foundIn: [list('/whole', listing)] }),
  worker('Shared', {
    get: get('/shared/{workerId}', getting),
    foundIn: [list('/shared', { ...listing, paging, cacheable: true })],
  }),
  worker('OfBoards', {
    get: get('/workers/{workerId}', getting),
    foundIn: [{ list: list('/boards/{boardId}/workers', { ...listing, paging }), path: { boardId: 'board' } }],
  }),
  worker('OfStates', {
    get: get('/states/{workerId}', getting),
    foundIn: [
      {
        list: list('/states', { ...listing, paging }),
        queries: [{ status: 'active' }, { status: 'inactive' }],
      },
    ],
  }),
  worker('InTwoLists', {
    get: get('/found-in-two/{workerId}', getting),
    foundIn: [
      list('/two/first', { ...listing, of: Listed.omit({ name: true, secret: true }), paging }),
      list('/two/second', { ...listing, paging }),
    ],
  }),
  worker('Listed', { foundIn: [list('/listed', { ...listing, paging })] }),
];
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const BOARDS = 3;
const truth = (i: number): Row => ({
  id: `w${i}`,
  email: `w${i}@x.com`,
  board: `b${i % BOARDS}`,
  status: i % 10 === 9 ? 'inactive' : 'active',
  name: `Worker ${i}`,
  job: `Job ${i}`,
  secret: `secret ${i}`,
  pin: `pin ${i}`,
  puk: `puk ${i}`,
});
const FIELDS = ['email', 'name', 'job', 'secret', 'pin', 'puk'];
const some = <T>(values: readonly T[], minLength = 0) => fc.uniqueArray(fc.constantFrom(...values), { minLength });

describe('a plan', () => {
  const kind = fc.constantFrom(...KINDS);
  const progress: fc.Arbitrary<Progress> = fc.record({
    read: fc.constantFrom(0, 0, 1, 5),
    found: fc.constantFrom(0, 1, 20),
    ahead: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    isFree: fc.constantFrom(undefined, undefined, true),
  });
  const facts = (undeclared: ReadonlySet<string>, at: Progress, hasRoom: boolean): Facts => ({
    undeclared: { size: 1, get: () => undeclared } as unknown as Facts['undeclared'],
    progressOf: () => at,
    hasRoom: () => hasRoom,
  });
  const missing = (count: number, fields: readonly string[], place = ''): Missing => ({
    count,
    fields: new Set(fields),
    placeIn: () => (place === 'nowhere' ? undefined : { path: { place }, query: {} }),
  });
  const listStep = (type: EntityType, one: Missing, of: Facts) =>
    plan(type, [one], of).find((step): step is ListStep<Missing> => 'list' in step);

  test('reads each missing field of each entity by one list, or singly, or both where the list may not bring it', () => {
    const crowd = fc.record({
      count: fc.integer({ min: 1, max: 40 }),
      fields: some(FIELDS, 1),
      place: fc.constantFrom('a', 'b', 'nowhere'),
    });
    fc.assert(
      fc.property(
        kind,
        fc.array(crowd, { maxLength: 6 }),
        some(FIELDS),
        progress,
        fc.boolean(),
        (type, crowds, undeclared, at, hasRoom) => {
          const all = crowds.map(({ count, fields, place }) => missing(count, fields, place));
          const steps = plan(type, all, facts(new Set(undeclared), at, hasRoom));
          for (const one of all) {
            const found = steps.flatMap((step) => ('list' in step ? [...(step.sought.get(one) ?? [])] : []));
            const singly = steps.flatMap((step) => ('singly' in step ? [...(step.singly.get(one) ?? [])] : []));
            expect([...found, ...singly].sort()).toEqual([...one.fields].sort());
          }
          for (const step of steps) {
            if (!('list' in step)) continue;
            const { list: ref, sought, instead, isUndeclared } = step;
            const fields = [...sought.values()].flatMap((set) => [...set]);
            expect(sought.size).toBeGreaterThan(0);
            // What no GET would bring comes of a list that declares it.
            expect(instead === undefined).toBe(!type.get || onlyListed(type, fields).size > 0);
            if (!isUndeclared || !instead)
              for (const field of onlyListed(type, fields)) expect(carried(ref.list, fields)).toContain(field);
          }
        },
      ),
    );
  });

  test('reads a list rather for more, for fewer pages, and where there is no room: so the cost can ask for the border', () => {
    fc.assert(
      fc.property(
        kind,
        fc.integer({ min: 1, max: 100 }),
        some(FIELDS, 1),
        some(FIELDS),
        progress,
        (type, count, fields, undeclared, at) => {
          const isListed = (more: number, change: Partial<Progress> = {}, hasRoom = false) =>
            listStep(type, missing(count + more, fields), facts(new Set(undeclared), { ...at, ...change }, hasRoom)) !==
            undefined;
          if (isListed(0, {}, true)) expect(isListed(0)).toBe(true);
          if (!isListed(0)) return;
          expect(isListed(1)).toBe(true);
          expect(isListed(0, { found: at.found + 1 })).toBe(true);
          expect(isListed(0, { isFree: true })).toBe(true);
          if (at.ahead !== undefined && at.ahead > 1) expect(isListed(0, { ahead: at.ahead - 1 })).toBe(true);
        },
      ),
    );
  });

  test('never reads a list for longer than all would take singly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.nat(100),
        fc.integer({ min: 1, max: 30 }),
        (count, found, ahead) => {
          const [usual] = KINDS as [EntityType];
          const read = Math.ceil((count + found) / 1.5);
          expect(
            listStep(usual, missing(count, ['name']), facts(new Set(), { read, found, ahead }, false)),
          ).toBeUndefined();
        },
      ),
    );
  });
});

describe('what stays an assumption is asserted', () => {
  test('an endpoint has one set of keys for each way of asking it, so that what says nothing new is seen at a look', () => {
    for (const { get, foundIn } of KINDS)
      for (const endpoint of [get, ...foundIn.map(({ list }) => list)])
        if (endpoint)
          for (const fields of [[], ['secret'], ['pin'], ['puk', 'pin'], FIELDS]) {
            expect(carried(endpoint, fields)).toBe(carried(endpoint, [...fields]));
            // What is sent only on request counts when it was asked for, and not else.
            for (const field of Object.keys(endpoint.onRequest ?? {}))
              if (!fields.includes(field)) expect(carried(endpoint, fields).has(field)).toBe(false);
          }
    const store = new Store(new FakeZoom(), requestContext());
    const [usual] = KINDS as [EntityType];
    const row = { id: 'w1', name: 'Worker 1' };
    for (let nth = 0; nth < 3; nth++) store.found(usual, row, carried(listOf(usual), ['name']));
    expect(store.ref(usual, { workerId: 'w1' }).layers).toHaveLength(1);
  });
});
const listOf = ({ foundIn: [carrier] }: EntityType) => {
  if (!carrier) throw new Error('No list carries it.');
  return carrier.list;
};

describe('the cost of hydration', () => {
  const mood = fc.record({ fields: some(['job', 'pin', 'secret']), step: fc.constantFrom<number>(1, 1, 2, 7) });
  type Mood = typeof mood extends fc.Arbitrary<infer M> ? M : never;
  /** What a list holds of someone although it need not. */
  const heldIn =
    ({ fields, step }: Mood) =>
    (i: number): Row =>
      i % step === 0 ? Object.fromEntries(fields.map((field) => [field, truth(i)[field]])) : {};

  const anyone = fc.uniqueArray(fc.nat(49), { minLength: 1, maxLength: 50 });
  /** So few that it is just worth a list, or just not. */
  const few = fc.record({ first: fc.nat(49), count: fc.integer({ min: 1, max: 16 }) }).map(({ first, count }) =>
    upTo(count)
      .map((i) => first - count + 1 + i)
      .filter((i) => i >= 0),
  );
  const place = fc.record({
    workers: fc.oneof(anyone, few, few, few),
    /** In which account. */
    account: fc.constantFrom<string>('', '', 's1', 's2'),
    isByEmail: fc.constantFrom(false, false, false, false, true),
    /** What a parent tells of them, and what another list happens to hold. */
    told: fc.oneof(fc.constant<string[]>([]), some(['email', 'name'])),
    held: fc.option(mood),
    fields: fc.oneof(fc.constantFrom<string[]>(['name'], ['job'], ['name', 'job']), some(FIELDS, 1)),
    batches: fc.constantFrom<number>(1, 1, 2, 3),
  });
  type PlaceOf = typeof place extends fc.Arbitrary<infer P> ? P : never;
  const scene = fc.record({
    kind: fc.constantFrom(...KINDS.map(({ name }) => name)),
    count: fc.constantFrom<number>(5, 20, 30, 50),
    isSeen: fc.constantFrom(true, true, false),
    before: fc.array(fc.record({ mood, wanted: some(['secret']) }), { maxLength: 2 }),
    now: mood,
    places: fc.oneof(fc.tuple(place), fc.tuple(place), fc.array(place, { minLength: 1, maxLength: 3 })),
    spare: fc.constantFrom<number>(0, 10, 40, 1000),
  });

  type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

  const ACCOUNTS = ['', 's1', 's2'];
  const formsOf = (endpoint: Endpoint): Endpoint[] => [endpoint, subAccountEndpoint(endpoint) ?? endpoint];
  const accountOf = (account: string): Params => (account ? { accountId: account } : {});
  /** A Zoom of so many workers in each account; what its lists hold undeclared can be set. */
  const zoomOf = (type: EntityType, count: number) => {
    const zoom = new FakeZoom();
    const served = type.foundIn.flatMap(({ list }) =>
      formsOf(list).map((form) => ({ list, served: zoom.serve(form as typeof list, [], { filters: ['status'] }) })),
    );
    for (const account of ACCOUNTS)
      for (const i of upTo(count))
        for (const key of [`w${i}`, `w${i}@x.com`]) {
          const path = type.get?.path.replace('{workerId}', key);
          const { secret: _, ...row } = truth(i);
          zoom.answers.set(account ? `/accounts/${account}${path}` : `${path}`, row);
        }
    const hold = (mood: Mood) => {
      for (const { list, served: one } of served) {
        const declared = (i: number) =>
          Object.fromEntries(Object.entries(truth(i)).filter(([key]) => keysOf(list.of).has(key)));
        one.rows = upTo(count).map((i) => ({ ...declared(i), ...heldIn(mood)(i) }));
        one.unasked = ({ id }, field) => mood.fields.includes(field) && Number(String(id).slice(1)) % mood.step === 0;
      }
    };
    hold({ fields: [], step: 1 });
    return { zoom, hold };
  };

  const refsOf = (store: Store, type: EntityType, { workers, account, isByEmail }: PlaceOf, count: number) =>
    workers
      .filter((i) => i < count)
      .map((i): [number, Entity] => [
        i,
        store.ref(type, { ...accountOf(account), workerId: isByEmail ? `w${i}@x.com` : `w${i}` }) as Entity,
      ]);
  /** Of a list whose size nobody knows, and that alone has what is wanted, any cost is an estimate: that is not wanted. */
  const fieldsOf = (type: EntityType, { account, fields }: PlaceOf): readonly string[] => {
    if (account === '' && !listOf(type).path.includes('boardId')) return fields;
    return fields.filter((field) => onlyListed(type, [field]).size === 0);
  };
  const wantedOf = (one: PlaceOf, fields: readonly string[], at: number, count: number): Wanted => ({
    count,
    fields: new Set(fields.filter((field) => !one.told.includes(field))),
    isSub: one.account !== '',
    isSure: !one.isByEmail,
    batches: { id: `${at}`, count: one.batches },
    listsOf: ({ path }) =>
      path.includes('boardId') ? { id: `boards ${one.account}`, count: BOARDS } : { id: one.account, count: 1 },
  });

  const callsOf = (zoom: FakeZoom, endpoint: Endpoint) => {
    const pattern = new RegExp(`^${nameOf(endpoint).replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`);
    return zoom.calls.filter((call) => pattern.test(call)).length;
  };
  const sum = (bounds: readonly Bound[]) => bounds.reduce((all, { calls }) => all + calls, 0);
  /** How the calls went beyond the cost, in words. */
  const beyond = (zoom: FakeZoom, type: EntityType, bounds: readonly Bound[]): string[] => {
    const endpoints = [type.get, ...type.foundIn.map(({ list }) => list)].flatMap((one) => (one ? formsOf(one) : []));
    const told = endpoints.map((endpoint) => ({
      name: nameOf(endpoint),
      made: callsOf(zoom, endpoint),
      most: sum(bounds.filter((bound) => nameOf(bound.endpoint) === nameOf(endpoint))),
    }));
    const made = told.reduce((all, one) => all + one.made, 0);
    expect(made).toBe(zoom.calls.length);
    const most = sum(bounds.filter(({ insteadOf }) => !insteadOf));
    return [...told, { name: 'all', made, most }].flatMap(({ name, made, most }) =>
      made > most ? [`${name}: ${made} calls, of which ${most} were said`] : [],
    );
  };

  /** What hydration calls beyond the cost that was said before. */
  const excessIn = async ({ kind, count, isSeen, before, now, places, spare }: Scene): Promise<string[]> => {
    const type = KINDS.find(({ name }) => name === kind) as EntityType;
    const { zoom, hold } = zoomOf(type, count);
    const shared = new SharedCache(60);
    const request = () => new Store(zoom, requestContext(), shared);
    /** Sees a page of each list that there is, as it is read for what is missing. */
    const look = async (wanted: readonly string[]) => {
      for (const { list, queries: [query] = [] } of type.foundIn) {
        const path: Params = list.path.includes('boardId') ? { boardId: 'b0' } : {};
        const first = { list, of: type, path, query, first: 1, wanted };
        await connectionOf(request(), first, () => undefined);
      }
    };
    for (const { mood, wanted } of before) {
      hold(mood);
      await look(wanted);
    }
    hold(now);
    const isOpen = !type.get || places.some(({ fields }) => fields.includes('secret'));
    if (isSeen || isOpen) for (const wanted of [[], ['secret']]) await look(wanted);
    zoom.spare = spare;

    const store = request();
    const runs: { entities: Entity[]; fields: readonly string[]; batches: number }[] = [];
    const wanted: Wanted[] = [];
    for (const [at, one] of places.entries()) {
      const refs = refsOf(store, type, one, count);
      if (refs.length === 0) continue;
      for (const [i, entity] of refs) {
        const facts = Object.fromEntries([...one.told, 'board'].map((field) => [field, truth(i)[field]]));
        store.addFacts(entity, facts);
        if (one.held) store.put(entity, { ...facts, ...heldIn(one.held)(i) }, new Set(['board']));
      }
      const fields = fieldsOf(type, one);
      runs.push({ entities: refs.map(([, entity]) => entity), fields, batches: one.batches });
      const all = wantedOf(one, fields, at, refs.length);
      if (all.fields.size > 0) wanted.push(all);
    }
    const bounds = hydrationOf(type, wanted, store);
    zoom.calls.length = 0;
    for (const moment of upTo(3))
      await Promise.allSettled(
        runs.flatMap(({ entities, fields, batches }) =>
          entities.filter((_, i) => i % batches === moment).map((entity) => store.load(entity, fields)),
        ),
      );
    return beyond(zoom, type, bounds);
  };

  test('holds over partly known entities of any kind, in any account, under any name, at any moments', async () => {
    const holds = async (one: Scene) => {
      expect(await excessIn(one)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(scene, holds), { numRuns: 500 });
  });

  test.each(KINDS.map(({ name }) => name))('holds at the border between list and single GETs (%s)', async (kind) => {
    const none: Mood = { fields: [], step: 1 };
    for (const [count, many, spare, batches, isByEmail, isSeen] of product(
      [20, 80],
      upTo(13).slice(1),
      [0, 1000],
      [1, 2],
      [true, false],
      [true, false],
    )) {
      const workers = upTo(many).map((i) => count - 1 - i);
      const one = { workers, account: '', isByEmail, told: [], held: null, fields: ['name'], batches };
      const here: Scene = { kind, count, isSeen, before: [], now: none, places: [one], spare };
      expect([here, await excessIn(here)]).toEqual([here, []]);
    }
  });
});

/** Each choice of one of each. */
function product<T extends readonly (readonly unknown[])[]>(...of: T): { [K in keyof T]: T[K][number] }[] {
  return of.reduce<unknown[][]>((all, some) => all.flatMap((one) => some.map((next) => [...one, next])), [[]]) as never;
}
