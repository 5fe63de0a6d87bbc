/** What an entity knows of all that was said of it, however much that was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entity } from '../../resolvers/entity.ts';
import { Store } from '../../resolvers/store.ts';
import { entity } from '../../src/zoom/declare/entity.ts';
import { FakeZoom, getPerson, listPeople, Person, type Row, requestContext } from './fake.ts';

const PersonType = entity('MachineryPerson', {
  shape: Person,
  key: { personId: ['id', 'email'] },
  isAlias: (value) => value === 'me' || value.includes('@'),
  aliases: ['email'],
  get: getPerson,
  foundIn: [listPeople],
});
const request = () => new Store(new FakeZoom(), requestContext());
const ref = (store: Store, personId: string) => store.ref(PersonType, { personId }) as Entity;

test('edges that tell the same, or this and that by turns, leave few layers', () => {
  const store = request();
  const one = ref(store, 'p0');
  for (let i = 0; i < 10_000; i++) store.refer(PersonType, { id: 'p0', name: 'Ann', email: '' });
  expect(one.layers).toHaveLength(1);
  const item = { id: 'p0', name: 'Ann', attributes: [] };
  const keys = new Set(Object.keys(item));
  for (let i = 0; i < 10_000; i++) store.found(PersonType, item, keys);
  expect(one.layers).toHaveLength(2);
  for (let i = 0; i < 10_000; i++) {
    store.refer(PersonType, { id: 'p0', name: `Ann ${i % 2}` });
    store.found(PersonType, { id: 'p0', attributes: [] }, keys);
    expect(one.layers.length).toBeLessThan(10);
  }
  expect([one.get('name'), one.get('attributes')]).toEqual(['Ann 1', []]);
});

test('so do the names by which one entity is met', () => {
  const store = request();
  const one = ref(store, 'p0');
  for (let i = 0; i < 1000; i++) {
    const alias = ref(store, `p0+${i}@x.com`);
    store.addFacts(alias, { job: `Job ${i}` });
    store.addFacts(alias, { id: 'p0' });
    expect(alias.layers).toBe(one.layers);
    expect(one.layers.length).toBeLessThan(10);
  }
});

test('what is told again makes it known to a name that was met in between', () => {
  const store = request();
  store.refer(PersonType, { id: 'p0', email: 'p0@x.com' });
  const byEmail = ref(store, 'P0@x.com');
  store.refer(PersonType, { id: 'p0', email: 'p0@x.com' });
  expect([byEmail.canonical, byEmail.get('id')]).toEqual([true, 'p0']);
});

test('many layers say what they say one by one: declared before undeclared, the newest first, and null only where nothing is', () => {
  const FIELDS = ['name', 'job', 'active', 'pin'] as const;
  const value = (field: string) =>
    field === 'active'
      ? fc.constantFrom(true, false, null, undefined, 'odd')
      : fc.constantFrom('a', 'b', '', null, undefined, 7);
  const said = fc.record({
    isTold: fc.boolean(),
    keys: fc.subarray([...FIELDS]),
    data: fc.record(Object.fromEntries(FIELDS.map((field) => [field, value(field)])), { requiredKeys: [] }),
  });
  const isOdd = (field: string, it: unknown) => (field === 'active' ? it === 'odd' : it === 7);
  const isNull = (it: unknown) => it === undefined || it === null;
  type Said = typeof said extends fc.Arbitrary<infer S> ? S : never;
  /** The newest of these values that is one; null where all are null, undefined where there are none. */
  const newest = (values: readonly unknown[]) =>
    values.length === 0 ? undefined : (values.find((it) => !isNull(it)) ?? null);
  const expected = (all: readonly Said[], field: string): unknown => {
    const declared = all
      .filter(({ keys }) => (keys as string[]).includes(field))
      .map(({ data }) => (data as Row)[field]);
    const others = all.flatMap(({ isTold, data }) => {
      const it = (data as Row)[field];
      return isTold || it === undefined || isOdd(field, it) ? [] : [it];
    });
    return declared.length > 0 ? newest(declared) : newest(others);
  };
  fc.assert(
    fc.property(fc.array(said, { maxLength: 40 }), (all) => {
      const store = request();
      const one = ref(store, 'p0');
      const before: Said[] = [];
      for (const { isTold, keys, data } of all) {
        // What is told is what is not empty.
        const told = Object.keys(data).filter((key) => !isNull((data as Row)[key]) && (data as Row)[key] !== '');
        if (isTold) store.addFacts(one, data);
        else store.put(one, data, new Set(keys));
        before.unshift({ isTold, keys: (isTold ? told : keys) as Said['keys'], data });
        for (const field of FIELDS) {
          const known = expected(before, field);
          expect([field, one.known(field)]).toEqual([field, known]);
          // What is of another kind is read as the shape declares it.
          if (!isOdd(field, known)) expect(one.get(field)).toEqual(known ?? null);
        }
      }
    }),
    { numRuns: 500 },
  );
});
