/**
 * Each name that the gateway sends or reads comes from Zoom's SDK or from a document (test/agree). What the SDK has is compared by the
 * compiler; here it is seen that nothing of it is left out, and that whatever else is declared stands in sources.tsv.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operations } from '../src/zoom/api/index.ts';
import { nameOf } from '../src/zoom/declare/endpoint.ts';
import { declaredLeaves } from './agree/leaves.ts';
import { nameless, PARTS, sdkOperations } from './agree/sdk.ts';
import { countsBySource, has, type Source, sdkLeaves, sourced, sources } from './agree/sources.ts';

const sdk = new Map(sdkOperations.map((operation) => [operation.name, operation]));
const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const linesOf = (all: readonly Source[]) => all.map(({ operation, part, source }) => `${operation} ${part} ${source}`);

test('the SDK is read whole', () => {
  const products = [...new Set(sdkOperations.map(({ product }) => product))];
  const built = products.flatMap((product) => [
    ...textOf(`../node_modules/@zoom/rivet/${product}/${product}.mjs`).matchAll(/: this\.buildEndpoint\(/g),
  ]);
  expect(sdkOperations.length).toBe(built.length);
  expect(sdkOperations.filter(({ name }) => !/^(GET|POST|PUT|PATCH|DELETE) \/[\w/{}.]+$/.test(name))).toEqual([]);
  const leavesOf = (name: string) => PARTS.map((part) => sdk.get(name)?.types[part]?.leaves);
  expect(leavesOf('GET /users/{}/presence_status')).toEqual([
    undefined,
    undefined,
    ['status', 'end_time', 'remaining_time'],
  ]);
  // Of a list of one of two, with a name of its own, and where anything may stand.
  expect(sdkLeaves('PUT /im/chat/messages/{}', 'body')).toEqual(
    expect.arrayContaining(['content.head.sub_head.text', 'content.body.items.value', 'content.settings.*']),
  );
});

test('no type of the SDK is left uncompared', () => {
  const compared = readdirSync(new URL('agree/', import.meta.url))
    .map((file) => textOf(`agree/${file}`))
    .join('\n');
  const names = new Set(compared.match(/\b[A-Z]\w+(?:QueryParams|RequestBody|Response)\b/g));
  const ours = operations.map(nameOf).filter((operation) => sdk.has(nameless(operation)));
  const missing = ours.flatMap((operation) =>
    PARTS.map((part) => sdk.get(nameless(operation))?.types[part]?.name)
      .filter((name) => name !== undefined && !names.has(name))
      .map((name) => `${operation}: ${name}`),
  );
  expect(ours.length).toBeGreaterThan(300);
  expect(missing).toEqual([]);
});

test('every name that is sent or read comes from a source', () => {
  expect(
    sourced.filter(({ from }) => !from).map(({ operation, part, leaf }) => `${operation} ${part} ${leaf}`),
  ).toEqual([]);
  const [first, ...others] = countsBySource(sourced);
  expect(first?.source).toBe('SDK');
  expect(others.length).toBeGreaterThan(0);
});

test('a name is counted where its source has it, and without a source nowhere', () => {
  const one = { operation: 'GET /users', part: 'query', leaf: 'status' } as const;
  const line = { operation: 'GET /users', part: 'query', source: 'Samples', place: '', leaves: ['status'] } as const;
  const away = { ...line, place: 'GET /groups query' };
  const found = [
    one,
    { ...one, from: 'SDK' },
    { ...one, from: 'Samples', line },
    { ...one, from: 'Samples', line: away },
  ];
  expect(countsBySource(found)).toEqual([
    { source: 'SDK', here: 1, elsewhere: 0 },
    { source: 'Samples', here: 1, elsewhere: 1 },
  ]);
});

test('each line of sources.tsv is needed, and names a source of docs/zoom.md', () => {
  const used = new Set(sourced.map(({ line }) => line));
  expect(linesOf(sources.filter((line) => !used.has(line)))).toEqual([]);
  const known = new Set(textOf('../docs/zoom.md').match(/(?<=^\| )[^|]+(?= \| )/gm));
  expect(linesOf(sources.filter(({ source }) => !known.has(source)))).toEqual([]);
});

test('where the SDK has a name at another place, it is there', () => {
  const elsewhere = sources.filter(({ source, place }) => source === 'SDK' && place);
  const missing = elsewhere.flatMap(({ place, leaves }) => {
    const [method = '', path = '', part, within] = place.split(' ');
    const there = PARTS.filter((each) => each === part).flatMap((each) => sdkLeaves(`${method} ${path}`, each));
    return leaves
      .map((leaf) => (within ? `${within}.${leaf.split('.').at(-1)}` : leaf))
      .filter((leaf) => !there.includes(leaf))
      .map((leaf) => `${place}: ${leaf}`);
  });
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

/** What every list may have beside its items: the gateway reads what it needs to page. */
const AROUND = new Set(['page_number', 'page_count', 'page_size', 'total_records', 'from', 'to']);
/** What documents have and the graph does not. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'POST /users/{userId}/webinars answer settings.question_answer': 'one sample has it, and no document',
  'POST /users/{userId}/webinars answer settings.request_permission_to_unmute_participants':
    'one sample has it, and no document',
  'GET /metrics/meetings/{meetingId}/participants answer meeting_number': 'the meeting itself has it',
  'GET /metrics/meetings/{meetingId}/participants/qos answer meeting_number': 'the meeting itself has it',
  'GET /metrics/webinars/{webinarId}/participants answer webinar_number': 'the webinar itself has it',
  'GET /metrics/webinars/{webinarId}/participants/qos answer webinar_number': 'the webinar itself has it',
  'POST /im/groups answer *': 'a mark of the document that the object is open',
  'GET /phone/call_history answer call_logs.callee_account_code': 'the list has a new name: call_history',
  'GET /phone/call_history answer call_logs.caller_account_code': 'the list has a new name: call_history',
  'GET /phone/users/{userId}/call_history answer call_logs.callee_account_code':
    'the list has a new name: call_elements',
  'GET /phone/users/{userId}/call_history answer call_logs.caller_account_code':
    'the list has a new name: call_elements',
  'GET /phone/call_history/{callHistoryUuid} answer caller_acconut_code': 'a slip of the document',
  'GET /phone/common_areas query common_area_device_type': 'a filter by what no area tells',
  'PATCH /phone/common_areas/{commonAreaId} body policy.ad_hoc_call_recording.recording_explicit_consent':
    'the answer has no such field',
  'POST /rooms answer type': 'what the client gave',
  'POST /rooms answer calendar_resource_id': 'what the client gave',
  'GET /rooms/account_settings answer digital_signage.play_list.action': 'only updates take it',
  'GET /rooms/locations/{locationId}/settings answer digital_signage.play_list.action': 'only updates take it',
  'GET /rooms/{roomId}/settings answer digital_signage.play_list.action': 'only updates take it',
  'PATCH /rooms/account_settings body notification.network_stable_detected':
    'a slip of the document: network_unstable_detected',
};

test('what the documents of an operation have is in the graph, or known to be left out', () => {
  const lacking = sources.flatMap(({ operation, part, leaves }) => {
    const ours = [...(declaredLeaves.get(operation)?.[part] ?? [])];
    return leaves
      .filter((leaf) => !AROUND.has(leaf) && !ours.some((one) => has([leaf], one)))
      .map((leaf) => `${operation} ${part} ${leaf}`);
  });
  expect([...new Set(lacking)].sort()).toEqual(Object.keys(LEFT_OUT).sort());
});
