/** What Zoom sends and nothing declares is counted, and told once, by its name. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNDECLARED } from '../src/sandbox/undeclared.ts';
import { getArchive, listFilesOfArchive } from '../src/zoom/api/meetings/archives.ts';
import { createUser, getUser, listUsers } from '../src/zoom/api/users/users.ts';
import { MOST_UNKNOWN, type Unknown, Unknowns } from '../src/zoom/client/unknowns.ts';
import { rawOperation } from '../src/zoom/declare/raw.ts';
import { stub } from './stub.ts';
import { startWorld, type World } from './world.ts';

const watching = () => {
  const told: Unknown[] = [];
  const unknowns = new Unknowns((unknown) => told.push(unknown));
  return { told, unknowns };
};
const USERS = 'GET /users';

describe('a field that nothing declares', () => {
  test('is counted for each answer, and told once, by operation and place', () => {
    const { told, unknowns } = watching();
    for (let times = 0; times < 3; times++)
      unknowns.look(listUsers, { users: [{ id: 'a' }, { id: 'b', hologram: 'a secret' }, { id: 'c', hologram: 1 }] });
    const found = { kind: 'field', operation: USERS, at: 'users.hologram' };
    expect(told).toEqual([found]);
    expect(unknowns.counts).toEqual([{ ...found, count: 3 }]);
  });

  test('is found in an answer, around a list, and within objects of objects', () => {
    const { told, unknowns } = watching();
    unknowns.look(getUser, { id: 'a', brand_new: {}, custom_attributes: [{ key: 'k', deep_new: 1 }] });
    unknowns.look(listUsers, { users: [], total_records: 1, next_page_token: '', newEnvelope: 1 });
    expect(told.map(({ operation, at }) => `${operation} ${at}`)).toEqual([
      'GET /users/{userId} custom_attributes.deep_new',
      'GET /users/{userId} brand_new',
      'GET /users newEnvelope',
    ]);
  });

  test('is none where another view of the operation, or the entity that it tells of, has it', () => {
    const { told, unknowns } = watching();
    const archive = { uuid: 'u', archive_files: [{ id: 'f' }] };
    unknowns.look(getArchive, archive);
    unknowns.look(listFilesOfArchive, archive);
    // Of the entity, not of the list.
    unknowns.look(listUsers, { users: [{ id: 'a', job_title: 'x', vanity_url: 'x' }] });
    expect(told).toEqual([]);
  });

  test('has no name where that may be data', () => {
    const { told, unknowns } = watching();
    for (const key of [
      'ann@x.test',
      'KDcuGIm1QgePTO8WbOqwIQ',
      '+4930123',
      '',
      'two words',
      'x'.repeat(60),
      '2026-01-01',
      'Ann',
    ])
      unknowns.look(getUser, { id: 'a', [key]: 1 });
    expect(told).toEqual([{ kind: 'field', operation: 'GET /users/{userId}', at: '*' }]);
    expect(unknowns.counts).toMatchObject([{ count: 8 }]);
  });

  test('of a table with a thousand keys is told as one', () => {
    const { told, unknowns } = watching();
    const table = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`key_${'abcdefghij'[i % 10]}${i}`, i]));
    unknowns.look(getUser, { id: 'a', ...table });
    expect(told).toEqual([{ kind: 'field', operation: 'GET /users/{userId}', at: '*' }]);
  });

  test('of always another name is told ten times, and then counted without its name', () => {
    const { told, unknowns } = watching();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    for (let i = 0; i < 8; i++)
      unknowns.look(getUser, { id: 'a', [`x_${letters[2 * i]}`]: 1, [`x_${letters[2 * i + 1]}`]: 1 });
    expect(told).toHaveLength(11);
    expect(told.at(-1)).toEqual({ kind: 'field', operation: 'GET /users/{userId}', at: '*' });
    expect(unknowns.counts.at(-1)).toMatchObject({ at: '*', count: 3 });
  });
});

describe('a word that its enum does not have', () => {
  const at = (value: unknown) => {
    const { told, unknowns } = watching();
    unknowns.look(listUsers, { users: [{ id: 'a', type: value }] });
    return told;
  };
  test.each(['on_prem', 'joined', 'ON_PREM', 'one-more', 77, 999])('%j is told', (value) => {
    expect(at(value)).toEqual([{ kind: 'word', operation: USERS, at: 'users.type', word: String(value) }]);
  });
  test.each(['Ann Smith', 'Ann', 'ann@x.test', '+4930123456', 'K1', 'a'.repeat(31), 123_456, 1.5, 'x y'])(
    '%j may be data, and is counted without it',
    (value) => {
      expect(at(value)).toEqual([{ kind: 'word', operation: USERS, at: 'users.type' }]);
    },
  );
  test.each([1, 2, '2', null, '', {}, [], true])('%j is none', (value) => {
    expect(at(value)).toEqual([]);
  });
});

describe('looking', () => {
  test('at many answers looks at the first ones and then at some', () => {
    const { unknowns } = watching();
    for (let times = 0; times < 160; times++) unknowns.look(getUser, { id: 'a', hologram: 1 });
    expect(unknowns.counts).toMatchObject([{ count: 17 }]);
  });

  test('finds nothing in raw answers and in those of which nothing is declared', () => {
    const { told, unknowns } = watching();
    unknowns.look(rawOperation('GET', ['users', 'a']).endpoint, { status: 200, json: { new_field: 1 } });
    expect(told).toEqual([]);
  });

  test('never keeps more than it may, never throws, and never tells a value', () => {
    const { told, unknowns } = watching();
    const operations = [listUsers, getUser, createUser, getArchive];
    const secret = fc.constantFrom('s3cr3t-Value', 'Ann Smith', 'https://x.test/?zak=1');
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        secret,
        fc.constant(null),
        fc.integer(),
        tie('object'),
        fc.array(tie('any'), { maxLength: 4 }),
      ),
      object: fc.dictionary(
        fc.oneof(fc.constantFrom('id', 'type', 'users', 'custom_attributes', 'archive_files', 'status'), fc.string()),
        tie('any'),
        { maxKeys: 6 },
      ),
    })).any;
    fc.assert(
      fc.property(fc.constantFrom(...operations), value, (operation, answer) => {
        unknowns.look(operation, answer);
      }),
    );
    expect(unknowns.counts.length).toBeLessThanOrEqual(MOST_UNKNOWN);
    expect(told).toHaveLength(unknowns.counts.length);
    expect(JSON.stringify(told)).not.toMatch(/s3cr3t|Smith|zak/);
  });
});

describe('over the client', () => {
  test('an answer is looked at, whoever asked for it', async () => {
    const { told, unknowns } = watching();
    const { run } = stub({ 'GET /users/me': { id: 'a', hologram: 1, type: 'vip' } }, { unknowns });
    const { errors } = await run('{ me { zoomId type } }');
    expect(errors).toBeUndefined();
    expect(told).toEqual([
      { kind: 'word', operation: 'GET /users/{userId}', at: 'type', word: 'vip' },
      { kind: 'field', operation: 'GET /users/{userId}', at: 'hologram' },
    ]);
  });

  describe('against the sandbox', () => {
    let world: World;
    const { told, unknowns } = watching();
    beforeAll(async () => {
      world = await startWorld({ users: 12 }, { unknowns });
    });
    afterAll(() => world.close());
    const TEXT = `{
      me { type settings { recording { cloudRecording } } }
      users { nodes { status meetings { nodes { type topic } } } }
      roles { nodes { name } } groups { nodes { name } }
      phone { users { nodes { status } } }
    }`;

    test('nothing is, unless it is told to be ahead', async () => {
      expect((await world.run(TEXT)).errors).toBeUndefined();
      expect(told).toEqual([]);
      world.sandbox.setFaults('undeclared:GET /users:1');
      const { data, errors } = await world.run<{ users: { nodes: { status: string; raw: object }[] } }>(
        '{ users { nodes { status raw } } }',
      );
      expect(errors).toBeUndefined();
      expect(told).toContainEqual({ kind: 'field', operation: USERS, at: `users.${UNDECLARED.field}` });
      expect(told).toContainEqual({ kind: 'word', operation: USERS, at: 'users.status', word: UNDECLARED.word });
      expect(JSON.stringify(told)).not.toContain(UNDECLARED.value);
      // And nothing of it is lost.
      const [user] = data?.users.nodes ?? [];
      expect(user).toMatchObject({ status: 'UNRECOGNIZED', raw: { [UNDECLARED.field]: UNDECLARED.value } });
    });
  });
});
