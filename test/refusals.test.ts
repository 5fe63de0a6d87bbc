/** Every refusal of refusals.tsv, and one of every other read: its code, its facts, and what of the graph's answer stands. */
import { afterAll, expect, test } from 'vitest';
import { CODES } from '../src/server/plugins/errors.ts';
import { newStats, type ZoomError } from '../src/zoom/client/client.ts';
import { type Args, declared, type Endpoint, nameOf, ownAccountEndpoint } from '../src/zoom/declare/endpoint.ts';
import { expectRefused, startRefuser } from './exerciser/refusing.ts';
import { operations as all, nameOf as lineOf } from './operations/coverage.ts';
import { documentedRefusals, operationsRead } from './operations/refusals.ts';
import { refusal, stub } from './stub.ts';

/** Those whose documents have been read operation by operation; of the others the file has what is known. */
const DOMAINS = [
  'accounts',
  'billing',
  'chat',
  'chatbot',
  'contacts',
  'dashboards',
  'devices',
  'h323',
  'informationBarriers',
  'roles',
  'sipPhone',
  'sipTrunk',
  'surveys',
  'trackingFields',
  'zoomRooms',
];

const endpoints = new Map(declared().map((endpoint) => [nameOf(endpoint), endpoint]));

test('the file tells of every operation of these domains, and of others what Zoom refuses', () => {
  const known = all.filter(({ domain }) => DOMAINS.includes(domain)).map(lineOf);
  const refused = documentedRefusals.map(({ operation }) => operation);
  expect([...operationsRead].sort()).toEqual([...new Set([...known, ...refused])].sort());
});

test('the file has no line twice, and each is of a declared operation', () => {
  const names = documentedRefusals.map(({ operation, status, code, message }) =>
    [operation, status, code, message].join(),
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect([...operationsRead].filter((operation) => !endpoints.has(operation))).toEqual([]);
});

/** What Zoom documents for sub accounts it says to the own account, too. */
const refusals = documentedRefusals.flatMap(({ operation, ...said }) => {
  const endpoint = endpoints.get(operation);
  const both = endpoint ? [endpoint, ownAccountEndpoint(endpoint)] : [];
  return [...new Set(both)].map((one) => ({ operation: nameOf(one), endpoint: one, ...said }));
});
/** Any other read may be refused as well. */
const others = declared()
  .filter((endpoint) => endpoint.method === 'GET' && !refusals.some((one) => one.endpoint === endpoint))
  .map((endpoint) => {
    const said = { status: 403, code: 403, message: 'Zoom says no.', expected: 'FORBIDDEN' };
    return { operation: nameOf(endpoint), endpoint, ...said };
  });
const isOfPage = ({ expected }: { readonly expected: string }) => expected === 'CURSOR_INVALID';

const refuser = startRefuser();
afterAll(() => refuser.close());

test.each([...refusals.filter((one) => !isOfPage(one)), ...others])(
  '$operation refused with $status/$code is $expected',
  async ({ operation, endpoint, status, code, message, expected }) => {
    const { result, operations } = await refuser.refuse(endpoint, { status, code, message });
    expect(expectRefused(endpoint, result, { status, code, message }, expected)).toBeGreaterThan(0);
    if (endpoint.method !== 'GET') expect(operations).toEqual([operation]);
  },
);

// The graph shows none of these: where a cursor's token is refused, the list is read anew (machinery/cursor.test.ts).
test.each(refusals.filter(isOfPage))(
  '$operation refused with $status/$code for its page token is $expected',
  async ({ endpoint, status, code, message, expected }) => {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const filled = nameOf(endpoint).replace(/\{(\w+)\}/g, '$1');
    const { client } = stub({ [filled]: refusal(status, code, message) });
    const path = Object.fromEntries(names.map((name) => [name, name]));
    const error: ZoomError = await client
      .as()
      .call<Endpoint>(endpoint, { path } as Args<Endpoint>, { stats: newStats() })
      .catch((thrown) => thrown);
    expect(CODES[error.kind]).toBe(expected);
    expect(error).toMatchObject({ status, code, method: endpoint.method, path: endpoint.path });
  },
);
