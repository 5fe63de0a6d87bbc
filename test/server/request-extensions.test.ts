/** What a request may ask of the gateway beside its query, in `extensions.zoom`. */
import { expect, test } from 'vitest';
import { gatewayOf, post, type Result } from './support.ts';

const send = async (body: object, env: Record<string, string> = {}) => {
  const made = gatewayOf(env);
  const response = await made.gateway.fetch('http://gateway/graphql', post(body));
  return { ...made, status: response.status, result: (await response.json()) as Result };
};
const QUERY = '{ fine user(id: "u1") }';

test.each([
  [{ zoom: { dryRum: true } }, 'extensions.zoom has "dryRum"; it may have dryRun and trace.'],
  [{ zoom: { dryRun: 'yes' } }, 'extensions.zoom.dryRun must be true or false.'],
  [{ zoom: { trace: 1 } }, 'extensions.zoom.trace must be true or false.'],
  [{ zoom: true }, 'extensions.zoom must be an object.'],
  [{ zoom: null }, 'extensions.zoom must be an object.'],
])('%j is refused', async (extensions, message) => {
  const { status, result, reads } = await send({ query: QUERY, extensions });
  expect({ status, ...result }).toMatchObject({
    status: 400,
    errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(result).not.toHaveProperty('data');
  expect(reads).toEqual([]);
});

test('extensions of other things are left alone', async () => {
  const { result } = await send({ query: QUERY, extensions: { persistedQuery: { version: 1 }, zoom: {} } });
  expect(result).toMatchObject({ data: { fine: 'fine', user: 'User u1' } });
  expect(result.extensions?.zoom).not.toHaveProperty('dryRun');
});

test('a dry run asks nobody, and says so', async () => {
  const { status, result, reads, bearers } = await send({ query: QUERY, extensions: { zoom: { dryRun: true } } });
  expect(status).toBe(200);
  expect(result).toEqual({
    data: null,
    extensions: {
      zoom: {
        calls: 0,
        byLimit: {},
        coalesced: 0,
        waitedMs: 0,
        cached: 0,
        dryRun: { calls: 0, byLimit: {}, seconds: 0, operations: [] },
      },
    },
  });
  expect(reads).toEqual([]);
  expect(bearers).toEqual([undefined]);
});

test('a dry run of what cannot be run says what is wrong with it', async () => {
  const zoom = { dryRun: true };
  const invalid = await send({ query: '{ nothing }', extensions: { zoom } });
  expect(invalid.result.errors?.[0]?.message).toContain('Cannot query field "nothing"');
  const unnamed = await send({ query: 'query A { fine } query B { fine }', extensions: { zoom } });
  expect(unnamed.result.errors).toHaveLength(1);
  const valueless = await send({ query: 'query ($id: String!) { user(id: $id) }', extensions: { zoom } });
  expect(valueless.result.errors?.[0]?.message).toContain('$id');
  expect(valueless.reads).toEqual([]);
});

test('a gateway that is set to tell nothing of its calls refuses to tell of them', async () => {
  const { status, result } = await send(
    { query: QUERY, extensions: { zoom: { dryRun: true } } },
    { ZOOM_EXTENSIONS: 'off' },
  );
  expect({ status, ...result }).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  const quiet = await send({ query: QUERY, extensions: { zoom: { dryRun: false } } }, { ZOOM_EXTENSIONS: 'off' });
  expect(quiet.result).toEqual({ data: { fine: 'fine', user: 'User u1' } });
});
