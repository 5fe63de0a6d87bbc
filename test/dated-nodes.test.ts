/** What Zoom lists by days alone has its day in its global id, so that one call finds it again. */
import { expect, test } from 'vitest';
import { costIn } from './cost.ts';
import { askingOn } from './run.ts';
import { type Received, stub } from './stub.ts';

const at = (day: string) => `${day}T23:30:00Z`;
const day = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
const byDay = (name: string, items: readonly object[]) => () => ({ [name]: items });
const table = {
  'GET /phone/call_logs': byDay('call_logs', [
    { id: 'c1', date_time: at(day), call_type: 'voip', duration: 7 },
    { id: 'c2', date_time: at(day), duration: 8 },
  ]),
  'GET /phone/users/u1/call_logs': byDay('call_logs', [{ id: 'c1', date_time: at(day), has_voicemail: true }]),
  'GET /phone/users/u1/voice_mails': ({ query }: Received) => ({
    voice_mails: query.get('trash') === 'true' ? [{ id: 'v2', date_time: at(day), duration: 3 }] : [],
  }),
  'GET /phone/users/ada@example.com/call_logs': byDay('call_logs', [{ id: 'c1', date_time: at(day) }]),
  'GET /phone/users/ada@example.com': { id: 'u1', email: 'ada@example.com' },
};
const idOf = (type: string, ...parts: readonly string[]) => btoa(`${type}:${parts.map(encodeURIComponent).join(',')}`);
const days = /from=[\d-]+&to=[\d-]+/;

test.each([
  [
    'the log of the account',
    idOf('CallLog', '*', day, 'c1'),
    { callType: 'VOIP', hasVoicemail: null },
    'GET /phone/call_logs',
  ],
  [
    'the log of a user',
    idOf('CallLog', 'u1', day, 'c1'),
    { callType: null, hasVoicemail: true },
    'GET /phone/users/u1/call_logs',
  ],
])('a call in %s is found there again, by the calls of its day', async (_, id, shown, call) => {
  const { run, calls, gateway } = stub(table);
  const text = 'query ($id: ID!) { node(id: $id) { id ... on CallLog { zoomId callType hasVoicemail } } }';
  const cost = costIn(await askingOn(gateway)(text, { dryRun: true }, { id }));
  const { data, errors } = await run(text, { id });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ node: { id, zoomId: 'c1', ...shown } });
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatch(days);
  expect(calls[0]).toContain(`${call}?`);
  expect(cost?.calls).toBeGreaterThanOrEqual(1);
});

test('a list shows its items by ids that lead back to them, and costs no more than its pages', async () => {
  const { run, calls } = stub(table);
  const list = await run<{ phone: { callLogs: { nodes: { id: string; duration: number }[] } } }>(
    '{ phone { callLogs { nodes { id duration acceptedBy { name } } } } }',
  );
  const ids = list.data?.phone.callLogs.nodes.map(({ id }) => id);
  expect(ids).toEqual([idOf('CallLog', '*', day, 'c1'), idOf('CallLog', '*', day, 'c2')]);
  expect(calls).toHaveLength(1);
  const { data } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on CallLog { duration } } }', { ids });
  expect(data).toEqual({ nodes: [{ duration: 7 }, { duration: 8 }] });
  expect(calls).toHaveLength(2);
});

test('ids of what a user has name the user by id, however the user was named', async () => {
  const { run, calls } = stub(table);
  const { data } = await run('{ phoneUser(id: "ada@example.com") { callLogs { nodes { id } } } }');
  expect(data).toEqual({ phoneUser: { callLogs: { nodes: [{ id: idOf('CallLog', 'u1', day, 'c1') }] } } });
  expect(calls[0]).toBe('GET /phone/users/ada@example.com');
});

test('a voicemail is found in the trash, too', async () => {
  const { run } = stub(table);
  const id = idOf('Voicemail', 'u1', day, 'v2');
  const { data } = await run('query ($id: ID!) { node(id: $id) { id ... on Voicemail { duration } } }', { id });
  expect(data).toEqual({ node: { id, duration: 3 } });
});

test.each([
  ['one that is gone', idOf('CallLog', '*', day, 'gone'), 1],
  ['one without a day', idOf('CallLog', '*', '-', 'c1'), 0],
  ['one of a day that no calendar has', idOf('CallLog', '*', '2026-13-45', 'c1'), 0],
])('%s is not found', async (_, id, most) => {
  const { run, calls } = stub(table);
  const { data, errors } = await run('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'NOT_FOUND' } }]);
  expect(calls).toHaveLength(most);
});

test('rows that Zoom sends without a key are shown, each by itself', async () => {
  const { run } = stub({
    ...table,
    'GET /phone/call_logs': {
      call_logs: [
        { date_time: at(day), duration: 1 },
        { date_time: at(day), duration: 2 },
      ],
    },
  });
  const { data, errors } = await run('{ phone { callLogs { nodes { duration } } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ phone: { callLogs: { nodes: [{ duration: 1 }, { duration: 2 }] } } });
});
