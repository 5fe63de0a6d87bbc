/** What a request may ask of the gateway beside its query, in `extensions.zoom`. */
import { expect, test } from 'vitest';
import { post } from './post.ts';
import { gatewayOf, type Result } from './support.ts';

const send = async (body: object, env: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const made = gatewayOf(env);
  const response = await made.gateway.fetch('http://gateway/graphql', post(body, headers));
  return { ...made, status: response.status, result: (await response.json()) as Result };
};
const QUERY = '{ fine user(id: "u1") }';

test.each([
  [{ zoom: { dryRum: true } }, 'extensions.zoom has "dryRum"; it may have dryRun, trace and timeoutMs.'],
  [{ zoom: { dryRun: 'yes' } }, 'extensions.zoom.dryRun must be true or false.'],
  [{ zoom: { trace: 1 } }, 'extensions.zoom.trace must be true or false.'],
  [{ zoom: { timeoutMs: '5' } }, 'extensions.zoom.timeoutMs must be a whole number of milliseconds from 1 to 150000.'],
  [
    { zoom: { timeoutMs: 150_001 } },
    'extensions.zoom.timeoutMs must be a whole number of milliseconds from 1 to 150000.',
  ],
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

test.each([['1'], ['true'], [' TRUE ']])('the header x-zoom-dry-run: %s asks for a dry run', async (value) => {
  const { result, reads } = await send({ query: QUERY }, {}, { 'x-zoom-dry-run': value });
  expect(result.data).toBeNull();
  expect(result.extensions?.zoom).toHaveProperty('dryRun.calls', 0);
  expect(reads).toEqual([]);
});

test('the header x-zoom-trace asks for a trace, and one that says no for none', async () => {
  const traced = await send({ query: QUERY }, {}, { 'x-zoom-trace': '1' });
  expect(traced.result.extensions?.zoom).toHaveProperty('trace');
  const plain = await send({ query: QUERY }, {}, { 'x-zoom-trace': '0', 'x-zoom-dry-run': 'false' });
  expect(plain.result).toMatchObject({ data: { fine: 'fine', user: 'User u1' } });
  expect(plain.result.extensions?.zoom).not.toHaveProperty('trace');
});

test('what the extensions say counts for more than a header', async () => {
  const extensions = { zoom: { dryRun: false } };
  const { result } = await send({ query: QUERY, extensions }, {}, { 'x-zoom-dry-run': '1' });
  expect(result).toMatchObject({ data: { fine: 'fine' } });
});

test.each([
  ['x-zoom-dry-run', 'yes', 'The header x-zoom-dry-run must be true or false.'],
  ['x-zoom-trace', '2', 'The header x-zoom-trace must be true or false.'],
  ['x-zoom-timeout-ms', '1m', 'The header x-zoom-timeout-ms must be a whole number of milliseconds from 1 to 60000.'],
  [
    'x-zoom-timeout-ms',
    '60001',
    'The header x-zoom-timeout-ms must be a whole number of milliseconds from 1 to 60000.',
  ],
])('%s: %s is refused', async (name, value, message) => {
  const { status, result, reads } = await send(
    { query: QUERY },
    { MAX_REQUEST_TIMEOUT_MS: '60000' },
    { [name]: value },
  );
  expect({ status, ...result }).toMatchObject({
    status: 400,
    errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(reads).toEqual([]);
});

test('a request has as much time as it asks for', async () => {
  const lefts: number[] = [];
  const { gateway } = gatewayOf(
    { REQUEST_TIMEOUT_MS: '1000', MAX_REQUEST_TIMEOUT_MS: '500' },
    async (_, { deadline }) => {
      lefts.push((deadline ?? 0) - Date.now());
      return { display_name: 'Ada' };
    },
  );
  const ask = (headers: Record<string, string>, extensions?: object) =>
    gateway.fetch('http://gateway/graphql', post({ query: QUERY, extensions }, headers));
  await ask({});
  await ask({ 'x-zoom-timeout-ms': '900' });
  await ask({}, { zoom: { timeoutMs: 300 } });
  const [usual = 0, byHeader = 0, byExtension = 0] = lefts;
  expect(usual).toBeGreaterThan(900);
  expect(byHeader).toBeLessThanOrEqual(900);
  expect(byHeader).toBeGreaterThan(300);
  expect(byExtension).toBeLessThanOrEqual(300);
});

test('queries that differ in such a header alone are not answered together', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { gateway } = gatewayOf({}, async () => {
    await held;
    return { display_name: 'Ada' };
  });
  const ask = (headers: Record<string, string>) =>
    gateway.fetch('http://gateway/graphql', post({ query: QUERY }, headers));
  const plain = ask({});
  const dry = (await (await ask({ 'x-zoom-dry-run': '1' })).json()) as Result;
  expect(dry.data).toBeNull();
  letGo();
  expect(((await (await plain).json()) as Result).data).toMatchObject({ user: 'Ada' });
});
