/** Ids of objects without identity that belong to an entity: settings, their sections, what an account has of one kind. */
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { extensionsOf } from '../schema/plan/selection.ts';
import { costIn } from './cost.ts';
import { askingOn } from './run.ts';
import { refusal, stub } from './stub.ts';
import { startWorld, type World } from './world.ts';

const types = Object.values(schema.getTypeMap()).filter(isObjectType);
const hasPartId = (type: GraphQLObjectType) => {
  const { id } = type.getFields();
  return id !== undefined && extensionsOf(id).showsPlace === true;
};

describe('types', () => {
  test.each([
    'UserSettings',
    'UserSettingsRecording',
    'AccountSettings',
    'AccountSettingsRecording',
    'MeetingSettings',
    'RecordingSettings',
    'Phone',
    'Dashboard',
  ])('%s has an id, and is no Node', (name) => {
    const type = schema.getType(name) as GraphQLObjectType;
    expect(hasPartId(type)).toBe(true);
    expect(String(type.getFields().id?.type)).toBe('ID!');
    expect(type.getInterfaces().map(String)).not.toContain('Node');
  });

  test('no item of a list has such an id', () => {
    const isItem = (of: GraphQLObjectType) =>
      types.some((type) =>
        Object.values(type.getFields()).some((field) => /\[(\w+)/.exec(String(field.type))?.[1] === of.name),
      );
    expect(types.filter((type) => hasPartId(type) && isItem(type)).map(String)).toEqual([]);
  });
});

const SETTINGS = { recording: { auto_recording: 'cloud' }, in_meeting: { chat: true } };
const table = {
  'GET /users/u1': { id: 'u1', email: 'ada@example.com' },
  'GET /users/ada@example.com': { id: 'u1', email: 'ada@example.com' },
  'GET /users/me': { id: 'u1', email: 'ada@example.com' },
  'GET /users/u2': { id: 'u2', email: 'bob@example.com' },
  ...Object.fromEntries(['u1', 'u2', 'me', 'ada@example.com'].map((id) => [`GET /users/${id}/settings`, SETTINGS])),
  'GET /accounts/sub/settings': {},
  'GET /accounts/me': { id: 'own' },
};
interface Ids {
  readonly it: { readonly settings: { readonly id: string; readonly recording: { readonly id: string } } };
}
const settingsOf = async (root: string, args = '') => {
  const { run, calls } = stub(table);
  const { data, errors } = await run<Ids>(`{ it: ${root} { settings${args} { id recording { id } } } }`);
  expect(errors).toBeUndefined();
  return { ...data?.it.settings, calls };
};

test('the settings of a user have one id, however the user is named, and their sections have others', async () => {
  const byId = await settingsOf('user(id: "u1")');
  const byEmail = await settingsOf('user(id: "ada@example.com")');
  const me = await settingsOf('me');
  expect(new Set([byId.id, byEmail.id, me.id]).size).toBe(1);
  expect(new Set([byId.recording?.id, byEmail.recording?.id, me.recording?.id]).size).toBe(1);
  expect(byId.id).not.toBe(byId.recording?.id);
  expect(byId.calls).toEqual(['GET /users/u1/settings']);
  expect(me.calls.sort()).toEqual(['GET /users/me', 'GET /users/me/settings']);
});

test('the settings of others, and what other arguments bring, have other ids', async () => {
  const all = [
    await settingsOf('user(id: "u1")'),
    await settingsOf('user(id: "u2")'),
    await settingsOf('user(id: "u1")', '(option: MEETING_SECURITY)'),
  ];
  expect(new Set(all.map(({ id }) => id)).size).toBe(3);
});

test('what hangs on the own account has the id of that account, by whichever field, and a sub account has its own', async () => {
  const { run, calls } = stub(table);
  const { data, errors } = await run<Record<string, { id: string; phone?: { id: string } }>>(
    '{ phone { id } account { id phone { id } } sub: account(id: "sub") { id phone { id } } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.phone?.id).toBe(data?.account?.phone?.id);
  expect(data?.sub?.phone?.id).not.toBe(data?.phone?.id);
  expect(calls).toEqual([]);
});

test('an alias of the field changes nothing', async () => {
  const { run } = stub(table);
  const { data } = await run<Ids & { other: Ids['it'] }>(
    '{ it: user(id: "u1") { settings { id } } other: user(id: "u1") { settings: settings { id: id recording { id } } } }',
  );
  expect(data?.other.settings.id).toBe(data?.it.settings.id);
});

test('node says that such an object cannot be fetched', async () => {
  const { id } = await settingsOf('user(id: "u1")');
  const { run, calls } = stub(table);
  const { data, errors } = await run('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([
    { message: expect.stringContaining('ask for what it belongs to'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(calls).toEqual([]);
});

test.each([
  ['{ me { settings { id } } }', ['GET /users/{userId}', 'GET /users/{userId}/settings']],
  ['{ user(id: "u1") { settings { id recording { id } } } }', ['GET /users/{userId}/settings']],
  ['{ phone { id } }', []],
])('the dry run of %s tells its calls', async (text, operations) => {
  const { gateway } = stub(table);
  const cost = costIn(await askingOn(gateway)(text, { dryRun: true }));
  expect(cost?.operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(operations);
});

test('an owner whose own id cannot be read is an error of the objects that want it', async () => {
  const { run } = stub({ ...table, 'GET /users/me': refusal(400, 200, 'Zoom says no.') });
  const { data, errors } = await run('{ me { settings { id } permissions { permissions } } }');
  expect(data).toEqual({ me: { settings: null, permissions: null } });
  expect(errors).toMatchObject(expect.arrayContaining([expect.objectContaining({ path: ['me', 'settings', 'id'] })]));
});

describe('over the sandbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ users: 12 });
  });
  afterAll(() => world.close());

  test('the objects of all users have ids of their own, the same each time', async () => {
    const text = '{ users { nodes { settings { id recording { id } inMeeting { id } } permissions { id } } } }';
    const idsIn = (data: unknown): string[] =>
      typeof data !== 'object' || data === null
        ? []
        : Object.entries(data).flatMap(([name, value]) => (name === 'id' ? [String(value)] : idsIn(value)));
    const [first, second] = [await world.run(text), await world.run(text)];
    const ids = idsIn(first.data);
    expect(first.errors).toBeUndefined();
    expect(ids.length).toBeGreaterThan(36);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsIn(second.data)).toEqual(ids);
  });
});
