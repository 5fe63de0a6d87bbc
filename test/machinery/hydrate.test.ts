import { describe, expect, test } from 'vitest';
import { connectionOf } from '../../resolvers/connection/connection.ts';
import type { Entity } from '../../resolvers/entity.ts';
import { listKey } from '../../resolvers/pages.ts';
import { Store } from '../../resolvers/store.ts';
import { type ErrorKind, ZoomError } from '../../src/zoom/client/client.ts';
import { entity, fromPath } from '../../src/zoom/declare/entity.ts';
import {
  byTokens,
  FakeZoom,
  getPerson,
  listPeople,
  listTags,
  namesOf,
  Person,
  type Row,
  requestContext,
  Tag,
  updatePerson,
} from './fake.ts';

const PersonType = entity('MachineryPerson', {
  shape: Person,
  key: { personId: ['id', 'email'] },
  isAlias: (value) => value === 'me' || value.includes('@'),
  aliases: ['email'],
  get: getPerson,
  foundIn: [listPeople],
});
const TagType = entity('MachineryTag', {
  shape: Tag,
  key: { boardId: fromPath, tagId: 'id' },
  foundIn: [listTags],
});

const person = (i: number): Row => ({ id: `p${i}`, email: `P${i}@x.com`, name: `Person ${i}`, host_key: `key ${i}` });
/** An account of so many people, each with a GET of their own that also tells the job. */
const account = (count: number) => {
  const zoom = new FakeZoom();
  const people = Array.from({ length: count }, (_, i) => person(i));
  const served = zoom.serve(listPeople, people);
  for (const { host_key: _, ...row } of people)
    zoom.answers.set(`/people/${row.id}`, { ...row, job: `Job of ${row.id}` });
  return { zoom, served, store: new Store(zoom, requestContext()) };
};
const ref = (store: Store, personId: string) => store.ref(PersonType, { personId });
const refs = (store: Store, ...numbers: number[]) => numbers.map((i) => ref(store, `p${i}`));
const load = (store: Store, entities: readonly Entity[], ...fields: string[]) =>
  Promise.all(entities.map((one) => store.load(one, fields)));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const lists = (zoom: FakeZoom) => namesOf(zoom, listPeople);
const singles = (zoom: FakeZoom) => namesOf(zoom, getPerson);
const counts = (zoom: FakeZoom) => ({ lists: lists(zoom), singles: singles(zoom) });
const seen = async (zoom: FakeZoom) => {
  await connectionOf(new Store(zoom, requestContext()), { list: listPeople, first: 1 }, () => undefined);
  zoom.calls.length = 0;
};
const kind = (kind: ErrorKind) => expect.objectContaining({ name: 'ZoomError', kind });

describe('what is known', () => {
  test('costs nothing: absent fields of a list item are null, other fields unknown', async () => {
    const { zoom, served, store } = account(0);
    served.rows.push({ id: 'p0', name: 'Zero' });
    const { edges } = await connectionOf(store, { list: listPeople, of: PersonType, first: 1 }, () => undefined);
    const node = edges[0]?.node as Entity;
    await store.load(node, ['id', 'email', 'name']);
    expect([node.get('name'), node.get('email')]).toEqual(['Zero', null]);
    expect([node.has('job'), node.has('host_key')]).toEqual([false, false]);
    expect(zoom.calls).toHaveLength(1);
    expect(ref(store, 'p0')).toBe(node);
  });

  test('is what any answer told, the newest first', () => {
    const { store } = account(0);
    const one = ref(store, 'p0');
    store.put(one, { name: 'old', job: 'cook' }, new Set(['name', 'job']));
    store.put(one, { name: 'new' }, new Set(['name', 'job']));
    expect([one.get('name'), one.get('job')]).toEqual(['new', 'cook']);
  });

  test('is not fetched when it became known between the wish and the batch', async () => {
    const { zoom, store } = account(9);
    const [first, ...others] = refs(store, ...upTo(9));
    const loads = load(store, [first as Entity, ...others], 'name');
    for (const one of others) store.put(one, { name: 'told' }, new Set(['name']));
    await loads;
    expect(counts(zoom)).toEqual({ lists: 0, singles: 1 });
  });
});

describe('one or many', () => {
  test('up to three of a list whose size is unknown are fetched singly', async () => {
    const { zoom, store } = account(3);
    await load(store, refs(store, 0, 1, 2), 'name');
    expect(counts(zoom)).toEqual({ lists: 0, singles: 3 });
  });

  test('four are looked for in the list, all wishes of a tick together', async () => {
    const { zoom, store } = account(8);
    const all = refs(store, 0, 1, 2, 3);
    await Promise.all([
      ...all.map((one) => store.load(one, ['name'])),
      ...all.map((one) => store.load(one, ['email'])),
    ]);
    expect(counts(zoom)).toEqual({ lists: 1, singles: 0 });
    expect(all.map((one) => one.get('name'))).toEqual(['Person 0', 'Person 1', 'Person 2', 'Person 3']);
  });

  test('two are looked for in a list that is known to be one page', async () => {
    const { zoom, store } = account(8);
    await seen(zoom);
    await load(store, refs(store, 0, 1), 'name');
    expect(counts(zoom)).toEqual({ lists: 1, singles: 0 });
  });

  test('many are fetched singly when the list is known to be long', async () => {
    const { zoom, store } = account(100);
    await seen(zoom);
    await load(store, refs(store, ...upTo(15)), 'name');
    expect(counts(zoom)).toEqual({ lists: 0, singles: 15 });
  });

  test('pages that come one after another are not waited for where the budget has plenty left', async () => {
    for (const [spare, count, expected] of [
      [14, 7, { lists: 0, singles: 7 }],
      [13, 7, { lists: 4, singles: 0 }],
      [80, 9, { lists: 0, singles: 9 }],
      [80, 10, { lists: 4, singles: 0 }],
    ] as const) {
      const { zoom, store } = account(40);
      await seen(zoom);
      zoom.spare = spare;
      await load(store, refs(store, ...upTo(40).slice(-count)), 'name');
      expect(counts(zoom)).toEqual(expected);
    }
  });

  test('a single page is read however much is left', async () => {
    const { zoom, store } = account(8);
    await seen(zoom);
    zoom.spare = 80;
    await load(store, refs(store, 0, 1), 'name');
    expect(counts(zoom)).toEqual({ lists: 1, singles: 0 });
  });

  test('the list is left as soon as all are found', async () => {
    const { zoom, store } = account(40);
    await load(store, refs(store, ...upTo(15)), 'name');
    expect(counts(zoom)).toEqual({ lists: 2, singles: 0 });
  });

  test('the list is left when the rest is cheaper singly', async () => {
    const { zoom, store } = account(100);
    await load(store, refs(store, 0, 1, 2, 3, 90), 'name');
    expect(counts(zoom)).toEqual({ lists: 1, singles: 1 });
  });

  test('a list of unknown or wrong length is not read much longer than the rest would cost', async () => {
    for (const total of [() => undefined, () => 0]) {
      const { zoom, served, store } = account(500);
      served.total = total;
      await load(store, refs(store, ...upTo(6).map((i) => i + 490)), 'name');
      expect(counts(zoom)).toEqual({ lists: 4, singles: 6 });
    }
  });

  test('what the list cannot carry is fetched singly, all of it with one GET each', async () => {
    const { zoom, store } = account(8);
    const all = refs(store, ...upTo(6));
    await Promise.all([load(store, all, 'job'), load(store, all, 'name')]);
    expect(counts(zoom)).toEqual({ lists: 0, singles: 6 });
    expect(all[5]?.get('job')).toBe('Job of p5');
  });

  test('what the list did not bring is fetched singly', async () => {
    const { zoom, served, store } = account(8);
    served.rows.splice(2, 1);
    const all = refs(store, 0, 1, 2, 3);
    await load(store, all, 'name');
    expect(counts(zoom)).toEqual({ lists: 1, singles: 1 });
    expect(all[2]?.get('name')).toBe('Person 2');
  });
});

describe('what only the list has', () => {
  test('is looked for there, with the query that asks for it', async () => {
    const { zoom, store } = account(4);
    const [one] = refs(store, 3) as [Entity];
    await store.load(one, ['host_key']);
    expect(zoom.calls).toEqual(['GET /people?include=host_key&page_size=10']);
    expect(one.get('host_key')).toBe('key 3');
  });

  test('is looked for there also when the single GET is needed for the rest', async () => {
    const { zoom, store } = account(4);
    const [one] = refs(store, 3) as [Entity];
    await Promise.all([store.load(one, ['host_key']), store.load(one, ['job'])]);
    expect([one.get('host_key'), one.get('job')]).toEqual(['key 3', 'Job of p3']);
    expect(counts(zoom)).toEqual({ lists: 1, singles: 1 });
  });

  test('is looked for there also beside those who want another value of the same parameter', async () => {
    const { zoom, store } = account(12);
    const [a, b] = refs(store, 1, 2) as [Entity, Entity];
    zoom.answers.set('/people/p1', { id: 'p1', attributes: ['x'] });
    await Promise.all([store.load(a, ['attributes']), store.load(b, ['host_key'])]);
    expect([a.get('attributes'), b.get('host_key')]).toEqual([['x'], 'key 2']);
  });

  test('is none where the list does not have the entity', async () => {
    const { served, store } = account(4);
    served.rows.length = 2;
    const [one] = refs(store, 3) as [Entity];
    await store.load(one, ['host_key']);
    expect([one.has('host_key'), one.get('host_key')]).toEqual([true, null]);
  });

  test('is an error, not null, when the list fails; the other fields are whole', async () => {
    const { zoom, served, store } = account(4);
    served.fails = () => new ZoomError('MISSING_SCOPE', 'No.');
    const [one] = refs(store, 3) as [Entity];
    const [key, job] = await Promise.allSettled([store.load(one, ['host_key']), store.load(one, ['job'])]);
    expect([key.status, job.status]).toEqual(['rejected', 'fulfilled']);
    expect(key).toMatchObject({ reason: { kind: 'MISSING_SCOPE' } });
    expect([one.has('host_key'), one.get('job')]).toEqual([false, 'Job of p3']);
    expect(singles(zoom)).toBe(1);
  });
});

describe('fields sent only on request', () => {
  test('take a call for each value of the parameter that asks', async () => {
    const { zoom, store } = account(1);
    const [one] = refs(store, 0) as [Entity];
    zoom.answers.set('/people/p0', { id: 'p0', pin: '1', puk: '2' });
    await store.load(one, ['pin', 'puk', 'job']);
    expect(zoom.calls).toEqual(['GET /people/p0?include=pin', 'GET /people/p0?include=puk']);
    expect([one.get('pin'), one.get('puk'), one.has('job')]).toEqual(['1', '2', true]);
  });

  test('are not claimed by an answer that was not asked for them', async () => {
    const { zoom, store } = account(1);
    const [one] = refs(store, 0) as [Entity];
    await store.load(one, ['job']);
    expect([one.has('name'), one.has('pin')]).toEqual([true, false]);
    expect(zoom.calls).toEqual(['GET /people/p0']);
  });
});

describe('failures', () => {
  test('one bad key leaves the others whole', async () => {
    const { zoom, store } = account(9);
    zoom.answers.set('/people/p1', new ZoomError('FORBIDDEN', 'No.'));
    const all = [...refs(store, 0, 1, 2), ref(store, 'nobody')];
    const results = await Promise.allSettled(all.map((one) => store.load(one, ['job'])));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { kind: 'FORBIDDEN' } });
    expect(results[3]).toMatchObject({ reason: { kind: 'NOT_FOUND' } });
  });

  test('when the list fails, the single GETs take its place', async () => {
    const { zoom, served, store } = account(9);
    served.fails = () => new ZoomError('MISSING_SCOPE', 'No.');
    const all = refs(store, ...upTo(5));
    await load(store, all, 'name');
    expect(counts(zoom)).toEqual({ lists: 1, singles: 5 });
    expect(all[4]?.get('name')).toBe('Person 4');
  });

  test('when a later page fails, what was found is kept', async () => {
    for (const reason of ['FORBIDDEN', 'TIMEOUT'] as const) {
      const { zoom, served, store } = account(20);
      served.fails = (call) => (call.includes('next_page_token') ? new ZoomError(reason, 'No.') : undefined);
      const all = refs(store, 0, 1, 2, 3, 12, 13, 14);
      const results = await Promise.allSettled(all.map((one) => store.load(one, ['name'])));
      const found = reason === 'TIMEOUT' ? 4 : 7;
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(found);
      expect(all[0]?.get('name')).toBe('Person 0');
      expect(singles(zoom)).toBe(reason === 'TIMEOUT' ? 0 : 3);
    }
  });

  test.each(['ABORTED', 'TIMEOUT', 'TOO_MANY_CALLS', 'UNAUTHENTICATED'] as const)(
    'after %s no single GET is tried',
    async (reason) => {
      const { zoom, served, store } = account(9);
      served.fails = () => new ZoomError(reason, 'No.');
      const results = await Promise.allSettled(refs(store, ...upTo(5)).map((one) => store.load(one, ['name'])));
      for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: { kind: reason } });
      expect(singles(zoom)).toBe(0);
    },
  );
});

describe('types that only lists carry', () => {
  const board = () => {
    const zoom = new FakeZoom();
    zoom.serve(listTags, [
      { id: 't0', name: 'Zero' },
      { id: 't1', name: 'One' },
      { id: 't2', name: 'Two' },
    ]);
    return { zoom, store: new Store(zoom, requestContext()) };
  };
  const tag = (store: Store, tagId: string, boardId = 'b') => store.ref(TagType, { boardId, tagId });

  test('are found there, also a single one, board by board', async () => {
    const { zoom, store } = board();
    const [a, b] = [tag(store, 't2'), tag(store, 't0', 'c')];
    await load(store, [a as Entity, b as Entity], 'name');
    expect([a.get('name'), b.get('name')]).toEqual(['Two', 'Zero']);
    expect(zoom.calls.filter((call) => call.startsWith('GET /boards/b/'))).toHaveLength(2);
    expect(zoom.calls.filter((call) => call.startsWith('GET /boards/c/'))).toHaveLength(1);
  });

  test('that are in none of them are NOT_FOUND', async () => {
    const { store } = board();
    const [known, unknown] = [tag(store, 't1') as Entity, tag(store, 'gone') as Entity];
    const results = await Promise.allSettled([store.load(known, ['name']), store.load(unknown, ['name'])]);
    expect(results).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { kind: 'NOT_FOUND' } }]);
  });

  test('fail with the error of their list', async () => {
    const { zoom, store } = board();
    zoom.serve(listTags, [], { fails: () => new ZoomError('FORBIDDEN', 'No.') });
    await expect(store.load(tag(store, 't1') as Entity, ['name'])).rejects.toThrow(kind('FORBIDDEN'));
  });
});

describe('one entity by several names', () => {
  test('an email and `me` turn out to be the entity of the id', async () => {
    const { zoom, store } = account(3);
    const me = ref(store, 'me');
    const byEmail = ref(store, 'P1@X.com');
    const byId = ref(store, 'p1');
    for (const name of ['me', 'P1@X.com'])
      zoom.answers.set(`/people/${name}`, zoom.answers.get('/people/p1') as object);
    await load(store, [me as Entity], 'name');
    expect([me.canonical, me.key, byId.get('name')]).toEqual([true, 'p1', 'Person 1']);
    await load(store, [byEmail as Entity, byId as Entity, ref(store, 'p1@x.com') as Entity], 'job');
    expect(zoom.calls).toEqual(['GET /people/me']);
    expect([byEmail.key, byEmail.get('job')]).toEqual(['p1', 'Job of p1']);
    store.put(byId as Entity, { pin: '1' }, new Set(['pin']));
    expect([me.get('pin'), byEmail.get('pin')]).toEqual(['1', '1']);
  });

  test('emails are found in the list', async () => {
    const { zoom, store } = account(8);
    const all = upTo(4).map((i) => ref(store, `p${i}@x.com`));
    await load(store, all as Entity[], 'name');
    expect(counts(zoom)).toEqual({ lists: 1, singles: 0 });
    expect(all.map(({ key }) => key)).toEqual(['p0', 'p1', 'p2', 'p3']);
  });

  test('who is told of by email alone gets the id from a later answer', async () => {
    const { zoom, store } = account(3);
    const told = store.found(PersonType, { email: 'P1@x.com' }, new Set(['email'])) as Entity;
    expect([told.key, told.canonical]).toEqual(['P1@x.com', false]);
    zoom.answers.set('/people/P1@x.com', zoom.answers.get('/people/p1') as object);
    await store.load(told, ['job']);
    expect([told.key, told.canonical, ref(store, 'p1').get('job')]).toEqual(['p1', true, 'Job of p1']);
  });

  test('the email stands for a pending person, who has no id', async () => {
    const { zoom, served, store } = account(0);
    served.rows.push({ email: 'New@x.com', name: 'New' });
    const { edges } = await connectionOf(store, { list: listPeople, of: PersonType, first: 1 }, () => undefined);
    const node = edges[0]?.node as Entity;
    expect([node.key, node.get('id'), node.has('id')]).toEqual(['New@x.com', null, true]);
    await store.load(ref(store, 'new@x.com') as Entity, ['name', 'id']);
    expect(zoom.calls).toHaveLength(1);
  });
});

describe('the store', () => {
  test('reads once what is asked twice', async () => {
    const { zoom, store } = account(3);
    const [a, b] = await Promise.all([1, 2].map(() => store.read(getPerson, { path: { personId: 'p0' } })));
    expect(a).toBe(b);
    await store.read(getPerson, { path: { personId: 'p0' } });
    expect(zoom.calls).toHaveLength(1);
  });

  test('forgets everything after a write, also after one that failed', async () => {
    for (const answer of [{}, new ZoomError('TIMEOUT', 'No.')]) {
      const { zoom, store } = account(3);
      const before = ref(store, 'p0');
      await load(store, [before as Entity], 'name');
      zoom.answers.set('/people/p9', answer);
      const written = store.write(updatePerson, { path: { personId: 'p9' }, body: { name: 'x' } });
      if (answer instanceof Error) await expect(written).rejects.toThrow(kind('TIMEOUT'));
      else await written;
      zoom.answers.set('/people/p0', { id: 'p0', name: 'Changed' });
      const after = ref(store, 'p0');
      await load(store, [after as Entity], 'name');
      expect(after.get('name')).toBe('Changed');
      expect(singles(zoom)).toBe(2);
    }
  });

  test('of another request starts with nothing, but remembers how long lists are', async () => {
    const { zoom } = account(8);
    await seen(zoom);
    const store = new Store(zoom, requestContext());
    expect(ref(store, 'p0').has('name')).toBe(false);
    expect(store.totals.get(listKey({ list: listPeople, path: {}, query: {} }))).toBe(8);
  });

  test('keeps lists of different paths apart', async () => {
    const zoom = new FakeZoom();
    zoom.serve(byTokens, [{ id: 'a' }]);
    const store = new Store(zoom, requestContext());
    await connectionOf(store, { list: byTokens, first: 1 }, () => undefined);
    await connectionOf(store, { list: byTokens, first: 1 }, () => undefined);
    await connectionOf(store, { list: byTokens, first: 1, query: { status: 'on' } }, () => undefined);
    expect(zoom.calls).toEqual(['GET /tokens?page_size=5', 'GET /tokens?status=on&page_size=5']);
  });
});
