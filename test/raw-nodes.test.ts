/** `raw`: what Zoom sent of a thing, as it came, for those who may see it. */
import fc from 'fast-check';
import { GraphQLObjectType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Entity } from '../resolvers/entity.ts';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../resolvers/session.ts';
import { schema } from '../schema/index.ts';
import { askableOf } from '../schema/questions/askable.ts';
import { readConfig } from '../src/server/config.ts';
import { createGateway } from '../src/server/gateway.ts';
import { User } from '../src/zoom/api/users/users.entities.ts';
import { ANSWER, wholeOf } from '../src/zoom/declare/entity.ts';
import { keysOf } from '../src/zoom/declare/shape.ts';
import { beyond, costIn } from './cost.ts';
import { askingOn, runOn } from './run.ts';
import { done, refusal, stub, type Table, verbatim } from './stub.ts';

const LISTED = { id: 'u1', email: 'ann@x.test', type: 2, new_field: { a: [1] } };
const WHOLE = { id: 'u1', email: 'ann@x.test', type: 1, host_key: 'secret-key', vanity: null, empty: '' };
const table: Table = {
  'GET /users': { users: [LISTED], page_size: 30 },
  'GET /users/u1': WHOLE,
  'GET /meetings/1': { id: 1, host_id: 'u1', topic: 'Standup' },
  'GET /users/u1/meetings': { meetings: [{ id: 1, host_id: 'u1', start_url: 'https://x.test/s?zak=secret' }] },
};

describe('raw', () => {
  test('of an item is what its list holds, with what nobody declares, and takes no call more', async () => {
    const { run, calls, gateway } = stub(table);
    const text = '{ users { nodes { raw } } }';
    expect(costIn(await askingOn(gateway)(text, { dryRun: true }))).toMatchObject({ calls: 1 });
    expect(await run(text)).toMatchObject({ data: { users: { nodes: [{ raw: LISTED }] } } });
    expect(calls).toEqual(['GET /users?status=active&page_size=30']);
  });

  test('of what a client names is the answer to its GET', async () => {
    const { run, calls } = stub(table);
    const { data, errors } = await run('{ user(id: "u1") { raw } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { raw: WHOLE } });
    expect(calls).toEqual(['GET /users/u1']);
  });

  test('of what an edge leads to is read, though the edge tells all else that is selected', async () => {
    const { run, calls, gateway } = stub(table);
    const text = '{ meeting(id: "1") { host { zoomId raw } } }';
    const cost = costIn(await askingOn(gateway)(text, { dryRun: true }));
    const { data, errors } = await run(text);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ meeting: { host: { zoomId: 'u1', raw: WHOLE } } });
    expect(calls).toEqual(['GET /meetings/1', 'GET /users/u1']);
    expect(beyond(cost, ['GET /meetings/{meetingId}', 'GET /users/{userId}'])).toEqual([]);
    const without = stub(table);
    await without.run('{ meeting(id: "1") { host { zoomId } } }');
    expect(without.calls).toEqual(['GET /meetings/1']);
  });

  test('of what a list and a GET told is both, of a field of both the newer value', async () => {
    const { run, calls } = stub(table);
    const { data } = await run('{ users { nodes { raw vanityUrl } } }');
    expect(data).toMatchObject({ users: { nodes: [{ raw: { ...LISTED, ...WHOLE } }] } });
    expect(calls).toEqual(['GET /users?status=active&page_size=30', 'GET /users/u1']);
    const same = await run('{ users { nodes { vanityUrl raw } } }');
    expect(same.data).toMatchObject({ users: { nodes: [{ raw: { ...LISTED, ...WHOLE } }] } });
  });

  test('keeps the digits of numbers', async () => {
    const { run } = stub({ 'GET /users/u1': verbatim('{"id":"u1","big":12345678901234567890,"small":0.1}') });
    expect(await run('{ user(id: "u1") { raw } }')).toMatchObject({
      data: { user: { raw: { id: 'u1', big: '12345678901234567890', small: 0.1 } } },
    });
  });

  test('of a row without identity is the row', async () => {
    const { run, calls } = stub({
      'GET /metrics/client/feedback': {
        client_feedbacks: [{ feedback_name: 'x', participants_count: 3, new_field: 1 }],
      },
    });
    const { data, errors } = await run(
      '{ dashboard { clientFeedback(from: "2026-11-01", to: "2026-11-02") { nodes { raw } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      dashboard: { clientFeedback: { nodes: [{ raw: { feedback_name: 'x', participants_count: 3, new_field: 1 } }] } },
    });
    expect(calls).toHaveLength(1);
  });

  test('after a write is what Zoom answered, or is read again', async () => {
    const { run, calls } = stub({
      'POST /users/me/meetings': { id: 7, topic: 'T', hologram: true },
      'PATCH /meetings/7': done(),
      'GET /meetings/7': { id: 7, topic: 'U', more: 1 },
    });
    const made = await run('mutation { createMeeting(input: { userId: "me", topic: "T" }) { meeting { raw } } }');
    expect(made.data).toEqual({ createMeeting: { meeting: { raw: { id: 7, topic: 'T', hologram: true } } } });
    expect(calls).toEqual(['POST /users/me/meetings']);
    const changed = await run('mutation { updateMeeting(input: { meetingId: "7", topic: "U" }) { meeting { raw } } }');
    expect(changed.data).toEqual({ updateMeeting: { meeting: { raw: { id: 7, topic: 'U', more: 1 } } } });
    expect(calls.slice(1)).toEqual(['PATCH /meetings/7', 'GET /meetings/7']);
  });

  test('that Zoom refuses is null with the error, and what is beside it is whole', async () => {
    const { run } = stub({ ...table, 'GET /users/u1': refusal(400, 200, 'No permission.') });
    const { data, errors } = await run('{ meeting(id: "1") { topic host { zoomId raw } } }');
    expect(data).toEqual({ meeting: { topic: 'Standup', host: { zoomId: 'u1', raw: null } } });
    expect(errors).toMatchObject([{ path: ['meeting', 'host', 'raw'], extensions: { code: 'FORBIDDEN' } }]);
  });

  test('is asked for below a sub account as all else', async () => {
    const { run, calls } = stub({ 'GET /accounts/a1/roles': { roles: [{ id: 'r1', name: 'Owner', x: 1 }] } });
    const { data } = await run('{ account(id: "a1") { roles { nodes { raw } } } }');
    expect(data).toEqual({ account: { roles: { nodes: [{ raw: { id: 'r1', name: 'Owner', x: 1 } }] } } });
    expect(calls).toEqual(['GET /accounts/a1/roles']);
  });
});

describe('who may see it', () => {
  const without = PERMISSIONS.filter((one) => one !== 'raw');
  const world = () => {
    const { client, calls } = stub(table);
    const gateway = createGateway({
      client,
      config: readConfig({}),
      sessionFor: (headers) => {
        const permissions: readonly Permission[] = headers.get('x-principal') === 'owner' ? PERMISSIONS : without;
        return createSession({ principal: 'p', permissions: new Permissions(permissions), zoom: client.as() });
      },
    });
    return { run: runOn(gateway), calls };
  };
  const as = (principal: string) => ({ headers: { 'x-principal': principal } });

  test('others get null with FORBIDDEN, no byte of it, and no call is made for it', async () => {
    const { run, calls } = world();
    const text = '{ users { nodes { email raw } } meeting(id: "1") { host { zoomId raw } } }';
    const result = await run(text, {}, as('guest'));
    expect(result.data).toEqual({
      users: { nodes: [{ email: 'ann@x.test', raw: null }] },
      meeting: { host: { zoomId: 'u1', raw: null } },
    });
    expect(result.errors).toMatchObject([
      { path: ['users', 'nodes', 0, 'raw'], extensions: { code: 'FORBIDDEN' } },
      { path: ['meeting', 'host', 'raw'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(JSON.stringify(result)).not.toMatch(/secret|new_field/);
    expect(calls.toSorted()).toEqual(['GET /meetings/1', 'GET /users?status=active&page_size=30']);
  });

  test('nor when one who may asks for the same at the same time', async () => {
    const { run } = world();
    const text = '{ user(id: "u1") { raw } }';
    for (const order of [
      ['owner', 'guest'],
      ['guest', 'owner'],
    ]) {
      const answers = await Promise.all(order.map((principal) => run(text, {}, as(principal))));
      for (const [nth, principal] of order.entries())
        expect(answers[nth]?.data).toEqual({ user: { raw: principal === 'owner' ? WHOLE : null } });
    }
  });
});

describe('every type', () => {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);

  test('with an identity has it', () => {
    const nodes = objects.filter((type) => type.extensions.entity);
    expect(nodes.length).toBeGreaterThan(60);
    expect(nodes.filter((type) => String(type.getFields().raw?.type) !== 'JSON').map(String)).toEqual([]);
  });

  test('that is listed has it', () => {
    const listed = objects.flatMap((type) => {
      const { nodes, pageInfo } = type.getFields();
      const of = nodes && pageInfo && schema.getType(String(nodes.type).replace(/[[\]!]/g, ''));
      return of instanceof GraphQLObjectType ? [of] : [];
    });
    expect(listed.length).toBeGreaterThan(80);
    expect(listed.filter((type) => !type.getFields().raw).map(String)).toEqual([]);
  });

  test('that has it lets it be seen by those alone who may, and asked about by nobody', () => {
    const having = objects.filter((type) => type.getFields().raw?.type.toString() === 'JSON');
    for (const type of having) {
      expect(type.getFields().raw?.extensions, type.name).toMatchObject({ needs: 'raw' });
      expect(askableOf(type).has('raw'), type.name).toBe(false);
    }
  });
});

describe('what answers held of a thing', () => {
  const keys = wholeOf(User.shape);
  const answer = fc.dictionary(fc.constantFrom('id', 'email', 'type', 'new_field', 'other'), fc.anything(), {
    noNullPrototype: true,
  });

  test('is known as a whole, however many answers there were and whatever edges told', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, fc.boolean()), { maxLength: 30 }), (all) => {
        const user = new Entity(User, { userId: 'u1' }, true);
        let sent: Readonly<Record<string, unknown>> | null = null;
        for (const [data, isAnswer] of all) {
          user.add(isAnswer ? { keys, data, isAnswer } : { keys: new Set(Object.keys(data)), data });
          if (isAnswer) sent = Object.assign({}, sent, data);
        }
        expect(user.answer).toEqual(sent);
        expect(user.has(ANSWER)).toBe(sent !== null);
      }),
    );
  });

  test('is the answer itself where there was one', () => {
    const user = new Entity(User, { userId: 'u1' }, true);
    const data = { id: 'u1' };
    user.add({ keys, data, isAnswer: true });
    expect(user.answer).toBe(data);
    expect(keysOf(User.shape).has(ANSWER)).toBe(false);
  });
});
