/** What requests of one credential share for a while, and what they must not. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entity } from '../../resolvers/entity.ts';
import { readPage } from '../../resolvers/pages.ts';
import { MOST, SharedCache } from '../../resolvers/shared-cache.ts';
import { Store } from '../../resolvers/store.ts';
import { newStats, ZoomError } from '../../src/zoom/client/client.ts';
import { byToken, get, list } from '../../src/zoom/declare/endpoint.ts';
import { entity } from '../../src/zoom/declare/entity.ts';
import { stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';
import { FakeZoom, getPerson, listPeople, Person, Thing, updatePerson } from './fake.ts';

const Man = entity('WarmPerson', {
  shape: Person,
  key: { personId: ['id', 'email'] },
  isAlias: (value) => value === 'me' || value.includes('@'),
  aliases: ['email'],
  cached: ['id', 'email', 'name'],
  get: getPerson,
  foundIn: [listPeople],
});
const kinds = { items: 'kinds', of: Thing, limit: 'MEDIUM', scopes: [], cacheable: true } as const;
const listKinds = list('/kinds', kinds);
const listPagedKinds = list('/paged-kinds', { ...kinds, paging: byToken(2) });
const getKind = get('/kinds/{kindId}', { of: Thing, limit: 'LIGHT', scopes: [], cacheable: true });
const Kind = entity('WarmKind', { shape: Thing, key: { kindId: 'id' }, get: getKind, foundIn: [listKinds] });

/** A credential's Zoom, and requests of it that share what is cached for `seconds`. */
const shop = ({ seconds = 10, most = {} as { answers?: number; entities?: number; fresh?: number } } = {}) => {
  const zoom = new FakeZoom();
  zoom.serve(listKinds, [
    { id: 'k0', name: 'Zero' },
    { id: 'k1', name: 'One' },
  ]);
  for (const i of [0, 1, 2]) {
    zoom.answers.set(`/kinds/k${i}`, { id: `k${i}`, name: `Kind ${i}` });
    zoom.answers.set(`/people/p${i}`, { id: `p${i}`, email: `P${i}@x.com`, name: `Person ${i}`, job: `Job ${i}` });
  }
  const sharedCache = new SharedCache(seconds, { ...MOST, ...most });
  const request = (of: FakeZoom = zoom) => {
    const stats = newStats();
    return { store: new Store(of, { stats }, sharedCache), stats };
  };
  return { zoom, sharedCache, request };
};
const person = (store: Store, personId: string) => store.ref(Man, { personId }) as Entity;
const known = async (store: Store, personId: string, ...fields: string[]) => {
  const one = person(store, personId);
  await store.load(one, fields);
  return fields.map((field) => one.get(field));
};
const remember = (store: Store, data: object) => store.found(Man, data, new Set(Object.keys(data)));
const change = (store: Store) => store.write(updatePerson, { path: { personId: 'p9' }, body: {} });

const fakeClock = () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
};

describe('a small collection', () => {
  fakeClock();

  test('is read once for the requests of a while, and then again', async () => {
    const { zoom, request } = shop();
    for (const passed of [0, 4000, 5999]) {
      vi.advanceTimersByTime(passed);
      expect(await request().store.read(listKinds, {})).toMatchObject({ kinds: [{ id: 'k0' }, { id: 'k1' }] });
    }
    expect(zoom.calls).toEqual(['GET /kinds']);
    vi.advanceTimersByTime(2);
    await request().store.read(listKinds, {});
    expect(zoom.calls).toEqual(['GET /kinds', 'GET /kinds']);
  });

  test('counts as cached where it needed no call', async () => {
    const { request } = shop();
    const [first, second] = [request(), request()];
    await first.store.read(listKinds, {});
    await second.store.read(listKinds, {});
    await second.store.read(listKinds, {});
    expect([first.stats.cached, second.stats.cached]).toEqual([0, 1]);
  });

  test('is kept page by page', async () => {
    const { zoom, request } = shop();
    zoom.serve(listPagedKinds, [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    const ref = { list: listPagedKinds, path: {}, query: {} };
    for (let times = 0; times < 2; times++) {
      const { store } = request();
      const { next } = await readPage(store, ref, 2, null);
      expect((await readPage(store, ref, 2, next)).items).toEqual([{ id: 'c' }]);
    }
    expect(zoom.calls).toEqual([
      'GET /paged-kinds?page_size=2',
      'GET /paged-kinds?page_size=2&next_page_token=token-1',
    ]);
  });

  test('is where a single one of it is looked for while it is cached', async () => {
    const { zoom, request } = shop();
    await readPage(request().store, { list: listKinds, path: {}, query: {} }, listKinds.paging.max, null);
    const { store } = request();
    const one = store.ref(Kind, { kindId: 'k1' }) as Entity;
    await store.load(one, ['name']);
    expect([one.get('name'), zoom.calls]).toEqual(['One', ['GET /kinds']]);
  });

  test('serves edges; what a client names is read from Zoom', async () => {
    const { zoom, request } = shop();
    const name = async (how: 'load' | 'fetch') => {
      const { store } = request();
      const one = store.ref(Kind, { kindId: 'k2' }) as Entity;
      await store[how](one, ['name']);
      return one.get('name');
    };
    expect(await name('load')).toBe('Kind 2');
    zoom.answers.set('/kinds/k2', { id: 'k2', name: 'Renamed' });
    expect([await name('load'), zoom.calls.length]).toEqual(['Kind 2', 1]);
    expect([await name('fetch'), await name('load'), zoom.calls.length]).toEqual(['Renamed', 'Renamed', 2]);
    const ref = { list: listKinds, path: {}, query: {} };
    await readPage(request().store, ref, listKinds.paging.max, null);
    const { store } = request();
    const asked = ['k0', 'k1', 'k2', 'k3'].map((kindId) => store.ref(Kind, { kindId }) as Entity);
    await Promise.allSettled(asked.map((one) => store.fetch(one, ['name'])));
    expect(zoom.calls.filter((call) => call === 'GET /kinds')).toHaveLength(2);
  });

  test('that was refused is not kept', async () => {
    const { zoom, request } = shop();
    const served = zoom.serve(listKinds, [], { fails: () => new ZoomError('FORBIDDEN', 'No.') });
    await expect(request().store.read(listKinds, {})).rejects.toThrow('No.');
    served.fails = undefined;
    expect(await request().store.read(listKinds, {})).toEqual({ kinds: [] });
  });

  test('of other arguments, and what is not declared small, is read', async () => {
    const { zoom, request } = shop();
    zoom.serve(listPagedKinds, []);
    zoom.serve(listPeople, []);
    for (let times = 0; times < 2; times++) {
      await request().store.read(listPagedKinds, { also: { page_size: times + 1 } } as object);
      await request().store.read(listPeople, { also: { page_size: 1 } } as object);
    }
    expect(zoom.calls).toHaveLength(4);
  });
});

describe('who is who', () => {
  fakeClock();

  test('is told to the edges of later requests, for a while', async () => {
    const { zoom, request } = shop();
    await known(request().store, 'p0', 'job');
    const { store, stats } = request();
    expect(await known(store, 'p0', 'email', 'name')).toEqual(['P0@x.com', 'Person 0']);
    expect([zoom.calls.length, stats.cached]).toEqual([1, 1]);
    expect(await known(store, 'p0', 'job')).toEqual(['Job 0']);
    expect(zoom.calls).toHaveLength(2);
    vi.advanceTimersByTime(10_001);
    await known(request().store, 'p0', 'name');
    expect(zoom.calls).toHaveLength(3);
  });

  test('does not get younger by being told on', async () => {
    const { zoom, request } = shop();
    await known(request().store, 'p0', 'name');
    for (let times = 0; times < 3; times++) {
      vi.advanceTimersByTime(4000);
      await known(request().store, 'p0', 'name');
    }
    expect(zoom.calls).toHaveLength(2);
  });

  test('goes by email as well as by id', async () => {
    const { zoom, request } = shop();
    remember(request().store, { id: 'p0', email: 'P0@x.com' });
    const { store } = request();
    const told = remember(store, { email: 'p0@X.com' }) as Entity;
    await store.load(told, ['id']);
    expect([told.key, told.canonical, zoom.calls]).toEqual(['p0', true, []]);
    expect(await known(request().store, 'p0', 'email')).toEqual(['P0@x.com']);
  });

  test('is read from Zoom for what a client names, also when an edge led there before', async () => {
    const { zoom, request } = shop();
    remember(request().store, { id: 'p0', email: 'old@x.com', name: 'Old' });
    remember(request().store, { id: 'gone', name: 'Gone' });
    const { store, stats } = request();
    expect(await known(store, 'p0', 'name')).toEqual(['Old']);
    await store.fetch(person(store, 'p0'), ['name']);
    expect(person(store, 'p0').get('name')).toBe('Person 0');
    await expect(store.fetch(person(store, 'gone'), ['name'])).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    expect([zoom.calls, stats.cached]).toEqual([['GET /people/p0', 'GET /people/gone'], 1]);
  });

  test('is believed less than what this request was told', async () => {
    const { request } = shop();
    const { store } = request();
    remember(store, { id: 'p0', name: 'Mine' });
    remember(request().store, { id: 'p0', email: 'p0@x.com', name: 'Theirs' });
    expect(await known(store, 'p0', 'email', 'name')).toEqual(['p0@x.com', 'Mine']);
  });

  test('is neither lost nor made younger by an answer that says less of it', async () => {
    const { zoom, request } = shop();
    remember(request().store, { id: 'p0', email: 'p0@x.com', name: 'Told' });
    vi.advanceTimersByTime(6000);
    remember(request().store, { id: 'p0', email: 'p0@x.com' });
    expect(await known(request().store, 'p0', 'name')).toEqual(['Told']);
    vi.advanceTimersByTime(6000);
    expect(await known(request().store, 'p0', 'name')).toEqual(['Person 0']);
    expect(zoom.calls).toHaveLength(1);
  });

  test('gives way to an answer that contradicts it', async () => {
    const { zoom, request } = shop();
    remember(request().store, { id: 'p0', email: 'old@x.com', name: 'Old' });
    remember(request().store, { id: 'p0', email: 'new@x.com' });
    expect([await known(request().store, 'p0', 'email'), zoom.calls]).toEqual([['new@x.com'], []]);
    expect(await known(request().store, 'p0', 'name')).toEqual(['Person 0']);
  });

  test('keeps no more than the type says', async () => {
    const { zoom, request } = shop();
    remember(request().store, { id: 'p0', name: 'Told', pin: '1234' });
    const { store } = request();
    expect(await known(store, 'p0', 'name')).toEqual(['Told']);
    expect(person(store, 'p0').has('pin')).toBe(false);
    expect(zoom.calls).toEqual([]);
  });

  test('is apart by account', async () => {
    const { zoom, request } = shop();
    const data = { id: 'p0', email: 'p0@x.com', name: 'Of the sub account' };
    request().store.found(Man, data, new Set(Object.keys(data)), { accountId: 'Sub' });
    const { store } = request();
    expect(await known(store, 'p0', 'name')).toEqual(['Person 0']);
    const there = store.ref(Man, { accountId: 'Sub', personId: 'P0@x.com' }) as Entity;
    await store.load(there, ['name']);
    expect([there.get('name'), there.params]).toEqual(['Of the sub account', { accountId: 'Sub', personId: 'p0' }]);
    expect(zoom.calls).toEqual(['GET /people/p0']);
  });
});

describe('what is cached', () => {
  test.each([
    ['a write', {}],
    ['a write that failed', new ZoomError('TIMEOUT', 'No.')],
  ])('is dropped by %s', async (_, answer) => {
    const { zoom, request } = shop();
    zoom.answers.set('/people/p9', answer);
    const { store } = request();
    await store.read(listKinds, {});
    await known(store, 'p0', 'name');
    await change(request().store).catch(() => undefined);
    const after = request();
    await after.store.read(listKinds, {});
    await known(after.store, 'p0', 'name');
    expect(zoom.calls.map((call) => call.split(' ')[1])).toEqual([
      '/kinds',
      '/people/p0',
      '/people/p9',
      '/kinds',
      '/people/p0',
    ]);
    expect(after.stats.cached).toBe(0);
  });

  test('is dropped by a write elsewhere, also for a request that began before', async () => {
    const { zoom, request } = shop();
    await request().store.read(listKinds, {});
    await known(request().store, 'p0', 'name');
    const before = [request().store, request().store] as const;
    zoom.changes++;
    await before[0].read(listKinds, {});
    expect(before[1].isCached(listKinds, {})).toBe(true);
    expect(await known(before[1], 'p0', 'name')).toEqual(['Person 0']);
    expect(zoom.calls).toEqual(['GET /kinds', 'GET /people/p0', 'GET /kinds', 'GET /people/p0']);
  });

  test('does not come back by a read that began before a write', async () => {
    const { zoom, request } = shop();
    zoom.answers.set('/people/p9', {});
    const before = request().store;
    const call = zoom.call.bind(zoom);
    let arrive = () => {};
    vi.spyOn(zoom, 'call').mockImplementationOnce(async (...given) => {
      const answer = await call(...given);
      await new Promise<void>((resolve) => {
        arrive = resolve;
      });
      return answer;
    });
    const reading = before.read(listKinds, {});
    await change(request().store);
    arrive();
    await reading;
    remember(before, { id: 'p0', name: 'Old' });
    const { store, stats } = request();
    await store.read(listKinds, {});
    expect(await known(store, 'p0', 'name')).toEqual(['Person 0']);
    expect([zoom.calls.length, stats.cached]).toEqual([4, 0]);
  });

  test('is refilled by what a request reads after its own write', async () => {
    const { zoom, request } = shop();
    zoom.answers.set('/people/p9', {});
    const { store } = request();
    await change(store);
    await store.read(listKinds, {});
    await request().store.read(listKinds, {});
    expect(zoom.calls).toHaveLength(2);
  });

  test('is apart by credential', async () => {
    const { zoom, request } = shop();
    const other = shop().zoom;
    await request().store.read(listKinds, {});
    remember(request().store, { id: 'p0', name: 'Told' });
    const { store } = request(other);
    await store.read(listKinds, {});
    expect(await known(store, 'p0', 'name')).toEqual(['Person 0']);
    await change(store).catch(() => undefined);
    expect(await known(request().store, 'p0', 'name')).toEqual(['Told']);
    expect([zoom.calls.length, other.calls.length]).toEqual([1, 3]);
  });

  test('is nothing with 0 seconds', async () => {
    const { zoom, request } = shop({ seconds: 0 });
    for (let times = 0; times < 2; times++) {
      const { store } = request();
      await store.read(listKinds, {});
      await known(store, 'p0', 'name');
    }
    expect(zoom.calls).toHaveLength(4);
  });

  test('is bounded in bytes: the least used goes first', async () => {
    // Room for the answer of one list, and for two people, each of whom stands there by id and by email.
    const { zoom, request } = shop({ most: { answers: 400, entities: 1200 } });
    zoom.serve(listPagedKinds, []);
    await request().store.read(listKinds, {});
    await request().store.read(listPagedKinds, { also: { page_size: 1 } } as object);
    await request().store.read(listKinds, {});
    expect(zoom.calls).toHaveLength(3);
    for (const i of [0, 1, 2]) remember(request().store, { id: `p${i}`, email: `p${i}@x.com`, name: `Told ${i}` });
    zoom.calls.length = 0;
    expect(await known(request().store, 'p2', 'name')).toEqual(['Told 2']);
    expect(await known(request().store, 'p1', 'name')).toEqual(['Told 1']);
    expect(await known(request().store, 'p0', 'name')).toEqual(['Person 0']);
    expect(zoom.calls).toEqual(['GET /people/p0']);
  });

  test('that is larger than all there is room for is not kept', async () => {
    const { zoom, request } = shop({ most: { answers: 400, entities: 1200 } });
    zoom.serve(listKinds, [{ id: 'k0', name: 'x'.repeat(400) }]);
    for (let times = 0; times < 2; times++) await request().store.read(listKinds, {});
    expect(zoom.calls).toHaveLength(2);
    remember(request().store, { id: 'p0', email: 'p0@x.com', name: 'x'.repeat(1200) });
    expect(await known(request().store, 'p0', 'name')).toEqual(['Person 0']);
  });

  test('is the same however few of those told a moment ago are remembered as such', async () => {
    const { zoom, request } = shop({ most: { fresh: 1 } });
    for (const name of ['Told', 'Told', 'Told again'])
      for (const i of [0, 1, 2]) remember(request().store, { id: `p${i}`, name: `${name} ${i}` });
    for (const i of [0, 1, 2]) expect(await known(request().store, `p${i}`, 'name')).toEqual([`Told again ${i}`]);
    expect(zoom.calls).toEqual([]);
  });
});

describe('over the gateway', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ users: 1000, meetingsPerUser: 2 }, { env: { SHARED_CACHE_SECONDS: '600' } });
  });
  afterAll(() => world.close());

  test('meetings by id with their hosts cost users calls the first time alone', async () => {
    const ids = await meetingsOf(30);
    const query = `{ ${ids.map((id, i) => `m${i}: meeting(id: "${id}") { host { email displayName } }`).join(' ')} }`;
    const [first, second] = [await world.counted(() => world.run(query)), await world.counted(() => world.run(query))];
    expect(first.result.errors).toBeUndefined();
    expect(first.calls.filter((call) => call === 'GET /users')).toHaveLength(4);
    expect(second.calls.every((call) => call === 'GET /meetings/{meetingId}')).toBe(true);
    expect(second.calls).toHaveLength(30);
    expect(second.result.data).toEqual(first.result.data);
    expect(second.result.extensions?.zoom).toMatchObject({ cached: 30 });
  });

  test('roles are read once, users each time', async () => {
    const asked = '{ roles { nodes { name } } users(first: 300) { nodes { email role { name } } } }';
    const first = await world.counted(() => world.run(asked));
    const second = await world.counted(() => world.run(asked));
    expect([first.calls, second.calls]).toEqual([['GET /roles', 'GET /users'], ['GET /users']]);
    expect(second.result.data).toEqual(first.result.data);
    const write = 'mutation { createRole(input: { name: "New" }) { role { name } } }';
    expect((await world.run(write)).errors).toBeUndefined();
    const third = await world.counted(() => world.run<Roles>('{ roles { nodes { name } } }'));
    expect(third.calls).toEqual(['GET /roles']);
    expect(third.result.data?.roles.nodes).toContainEqual({ name: 'New' });
  });

  test('a user whom a client names is read each time', async () => {
    for (const query of ['{ me { email } }', '{ user(id: "me") { displayName } }'])
      for (let times = 0; times < 2; times++)
        expect((await world.counted(() => world.run(query))).calls).toEqual(['GET /users/{userId}']);
  });

  test('each caller has its own', async () => {
    const { run, calls } = stub({ 'GET /roles': { roles: [{ id: '1', name: 'Admin' }] } }, { env: { AUTH: 'caller' } });
    const as = (token: string) =>
      run('{ roles { nodes { name } } }', {}, { headers: { authorization: `Bearer ${token}` } });
    for (const token of ['a', 'b', 'a', 'b']) expect((await as(token)).errors).toBeUndefined();
    expect(calls).toEqual(['GET /roles', 'GET /roles']);
  });
});

interface Roles {
  roles: { nodes: { name: string }[] };
}

/** The number of a meeting of each of so many hosts, who stand on all pages of the list; found in an account of the same seed. */
const meetingsOf = async (hosts: number): Promise<string[]> => {
  const twin = await startWorld({ users: 1000, meetingsPerUser: 2 });
  try {
    const all = await twin.run<{ users: { nodes: { id: string }[] } }>('{ users(first: 1000) { nodes { id } } }');
    const step = Math.floor(1000 / hosts);
    const ids = all.data?.users.nodes.filter((_, i) => i % step === 0).map(({ id }) => id);
    const { data } = await twin.run<{ nodes: { meetings: { nodes: { zoomId: string }[] } }[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 1) { nodes { zoomId } } } } }',
      { ids: ids?.slice(-hosts) },
    );
    return data?.nodes.flatMap(({ meetings }) => meetings.nodes.map(({ zoomId }) => zoomId)) ?? [];
  } finally {
    await twin.close();
  }
};
