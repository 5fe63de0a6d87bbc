/** Every refusal that Zoom documents for these domains: its code, its facts, and what of the graph's answer stands. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CODES } from '../src/server/plugins/errors.ts';
import { newStats, type ZoomError } from '../src/zoom/client/client.ts';
import { type Args, declared, type Endpoint, nameOf, ownAccountEndpoint } from '../src/zoom/declare/endpoint.ts';
import { errorsAbout, type Refuser, startRefuser } from './exerciser/refusing.ts';
import { nameOf as lineOf, operations } from './operations/coverage.ts';
import { documentedRefusals, operationsRead } from './operations/refusals.ts';
import { refusal, stub } from './stub.ts';

const DOMAINS = ['accounts', 'billing', 'dashboards', 'informationBarriers', 'roles', 'surveys', 'trackingFields'];

const endpoints = new Map(declared().map((endpoint) => [nameOf(endpoint), endpoint]));

test('the file tells of every operation of these domains, and of no other', () => {
  const all = operations.filter(({ domain }) => DOMAINS.includes(domain)).map(lineOf);
  expect([...operationsRead].sort()).toEqual(all.sort());
  expect(documentedRefusals).toHaveLength(109);
});

test('every operation of the file is declared', () => {
  expect([...operationsRead].filter((operation) => !endpoints.has(operation))).toEqual([]);
});

/** What Zoom documents for sub accounts it says to the own account, too. */
const refusals = documentedRefusals.flatMap(({ operation, ...said }) => {
  const endpoint = endpoints.get(operation);
  const both = endpoint ? [endpoint, ownAccountEndpoint(endpoint)] : [];
  return [...new Set(both)].map((one) => ({ operation: nameOf(one), endpoint: one, ...said }));
});
const isOfPage = ({ expected }: { readonly expected: string }) => expected === 'CURSOR_INVALID';
const metaOf = (endpoint: Endpoint, status: number, code: number) => {
  const { method, path } = endpoint;
  return { status, code, method, path };
};

let refuser: Refuser;
beforeAll(async () => {
  refuser = await startRefuser();
});
afterAll(() => refuser.close());

test.each(refusals.filter((one) => !isOfPage(one)))(
  '$operation refused with $status/$code is $expected',
  async ({ operation, endpoint, status, code, message, expected }) => {
    const { result, calls } = await refuser.refuse(endpoint, { status, code, message });
    const errors = errorsAbout(endpoint, result);
    expect(errors.length).toBeGreaterThan(0);
    expect(result.errors).toEqual(errors);
    for (const { path = [], extensions } of errors) {
      expect(extensions).toMatchObject({ code: expected, zoom: metaOf(endpoint, status, code) });
      expect(at(result.data, path)).toBe(null);
      expect(at(result.data, path.slice(0, -1))).toHaveProperty('__typename');
    }
    if (endpoint.method === 'GET') expect(result.data).toHaveProperty('sibling.nodes.length', 1);
    else expect(calls.map((call) => call.operation)).toEqual([operation]);
  },
);

const at = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((value, key) => (value as Record<string | number, unknown> | null)?.[key], data);

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
    expect(error).toMatchObject(metaOf(endpoint, status, code));
  },
);
