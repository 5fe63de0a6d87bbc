/**
 * Requests that are malformed, or made to hurt. None gets a status of 5xx, a stack or no answer at all, and none is expensive.
 * All are made from a seed, which a failure names.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpServer, listen } from '../../src/server/http/http.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { pictureOf } from '../picture.ts';
import { gatewayOf, type Result } from '../server/support.ts';
import { stub } from '../stub.ts';

const SEED = 10;
const FINE = '{"query":"{ fine }"}';
const { gateway, lines } = gatewayOf();
let http: HttpServer;
beforeAll(async () => {
  http = await listen(gateway, 0, '127.0.0.1', { bounds: { headMs: 100, bodyMs: 200, idleMs: 1 } });
});
afterAll(() => http.stop(0));

/** All that is answered to these bytes until the connection ends, which it does for it has its bounds. */
const answerTo = async (bytes: string | Uint8Array): Promise<string> => {
  const socket = connect(Number(new URL(http.origin).port), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  let received = '';
  socket.setEncoding('latin1').on('data', (text) => (received += text));
  socket.end(bytes);
  await once(socket, 'close');
  return received;
};
const statusesIn = (answer: string) =>
  [...answer.matchAll(/(?:^|[}\n])HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const expectHarmless = (bytes: string | Uint8Array, answer: string) => {
  const asked = JSON.stringify(String(bytes).slice(0, 300));
  expect([asked, statusesIn(answer).filter((status) => status >= 500)]).toEqual([asked, []]);
  expect(answer).not.toMatch(/\n? {2,}at |node_modules|INTERNAL_SERVER_ERROR/);
};
const alarms = () => lines.filter(({ level }) => Number(level) >= 40);

/** Parts of requests, right and wrong: what HTTP, Yoga and the gateway each look at. */
const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI', 'get', 'P\u0000ST', 'GET GET', ''];
const TARGETS = [
  '/graphql',
  '/graphql?query={fine}',
  '/graphql?variables={',
  '/graphql?%',
  '/graphql?query=%ff',
  '//',
  '//[',
  '/\\',
  '*',
  '',
  '/../graphql',
  'http://localhost/graphql',
  'http://[',
  'http://evil.example/graphql',
  'localhost:80',
  '/\u00ff',
  '/graphql#x',
  `/${'x'.repeat(20_000)}`,
  '/graphql/health',
  '/graphql?extensions=null&query=1',
  '/constructor',
  '/graphql?query=%7Bfine%7D&query=1',
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/1.1 ', 'http/1.1', 'XTTP/1.1', ''];
const HEADERS = [
  'host: localhost',
  'host: localhost',
  'host: evil.example',
  'host:',
  'host: [',
  'content-type: application/json',
  'content-type: application/json',
  'content-type: ;',
  'content-type: multipart/form-data; boundary=x',
  'content-type: multipart/form-data',
  'content-type: application/x-www-form-urlencoded',
  'content-type: application/graphql',
  'content-length: 20',
  'content-length: 20',
  'content-length: -1',
  'content-length: 1e3',
  'content-length: 99999999999999999999',
  'transfer-encoding: chunked',
  'transfer-encoding: gzip, chunked',
  'transfer-encoding: x',
  'expect: 100-continue',
  'expect: x',
  'upgrade: websocket',
  'connection: upgrade',
  'connection: close',
  'content-encoding: gzip',
  'accept: application/graphql-response+json',
  'accept: ;q=',
  'accept: */*;q=0',
  'accept: text/event-stream',
  'accept: text/html',
  'graphql-require-preflight: 1',
  'graphql-require-preflight: 1',
  'origin: null',
  'x-request-id: \u0001',
  'no colon',
  ': no name',
  'x: y\rz',
  `x: ${'y'.repeat(20_000)}`,
  'authorization: Bearer',
  ' folded: line',
  'x-forwarded-for: a',
];
const BODIES = [
  FINE,
  FINE,
  '',
  '{',
  'null',
  '[]',
  '[{}]',
  '{"query":1}',
  '{"query":"{ fine }","variables":[]}',
  '\u0000',
  '\u00ff\u00fe',
  'query={fine}',
  'query=%',
  '0\r\n\r\n',
  `14\r\n${FINE}\r\n0\r\n\r\n`,
  'ffffffffffffffff\r\n',
  '-1\r\n',
  `14;${'x'.repeat(20_000)}\r\n`,
  '--x\r\n',
  '--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
  `{"query":"${'{'.repeat(2000)}"}`,
  `{"query":"{ fine }","variables":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  `${'x'.repeat(100_000)}`,
  '{"query":"{ fine }","__proto__":{"query":1}}',
];
const requests = fc
  .record({
    method: fc.constantFrom(...METHODS),
    target: fc.constantFrom(...TARGETS),
    version: fc.constantFrom(...VERSIONS),
    headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 7 }),
    end: fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r', ''),
    body: fc.constantFrom(...BODIES),
  })
  .map(
    ({ method, target, version, headers, end, body }) =>
      [`${method} ${target} ${version}`, ...headers].join(end) + end + end + body,
  );
/** Good requests with some bytes changed, cut out or put in. */
const GOOD = [
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${FINE.length}\r\n\r\n${FINE}`,
  'GET /graphql?query={fine} HTTP/1.1\r\nhost: localhost\r\ngraphql-require-preflight: 1\r\naccept: application/json\r\n\r\n',
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n14\r\n${FINE}\r\n0\r\n\r\n`,
].map((text) => Buffer.from(text));
const changed = fc
  .record({
    good: fc.constantFrom(...GOOD),
    changes: fc.array(
      fc.record({
        at: fc.nat(400),
        kind: fc.constantFrom('change', 'cut', 'put'),
        bytes: fc.uint8Array({ maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ good, changes }) =>
    changes.reduce((bytes, { at, kind, bytes: put }) => {
      const from = at % bytes.length;
      const to = kind === 'put' ? from : from + (kind === 'cut' ? 1 + put.length : put.length);
      return Buffer.concat([bytes.subarray(0, from), ...(kind === 'cut' ? [] : [put]), bytes.subarray(to)]);
    }, good),
  );

describe('bytes on a connection', () => {
  /** Many at once, for some are answered only when their time is over. */
  const all = async (bytes: readonly (string | Uint8Array)[]) => {
    for (let at = 0; at < bytes.length; at += 100)
      await Promise.all(bytes.slice(at, at + 100).map(async (one) => expectHarmless(one, await answerTo(one))));
    expect(alarms()).toEqual([]);
  };

  test('requests of parts that do not belong together', () => all(fc.sample(requests, { seed: SEED, numRuns: 1000 })));
  test('good requests with some bytes changed', () => all(fc.sample(changed, { seed: SEED, numRuns: 1000 })));
  test('every part once, in a request that is good but for it', () =>
    all([
      ...METHODS.map((method) => `${method} /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n`),
      ...TARGETS.flatMap((target) => [
        `GET ${target} HTTP/1.1\r\nhost: localhost\r\ngraphql-require-preflight: 1\r\n\r\n`,
        `POST ${target} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n${FINE}`,
      ]),
      ...HEADERS.map(
        (header) =>
          `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 20\r\n${header}\r\n\r\n${FINE}`,
      ),
      ...BODIES.flatMap((body) =>
        [
          'application/json',
          'multipart/form-data; boundary=x',
          'application/x-www-form-urlencoded',
          'application/graphql',
        ].map(
          (type) =>
            `POST /graphql HTTP/1.1\r\nhost: localhost\r\ngraphql-require-preflight: 1\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        ),
      ),
    ]));

  test('afterwards good requests are answered as ever', async () => {
    for (const bytes of GOOD) expect(await answerTo(bytes)).toContain('"fine":"fine"');
  });
});

describe('uploads', () => {
  const UPLOAD = 'POST /accounts/me/settings/virtual_backgrounds';
  const query = `mutation ($input: UploadAccountVirtualBackgroundsInput!) {
    uploadAccountVirtualBackgrounds(input: $input) { zoomId }
  }`;
  const operations = (more: object = {}) =>
    JSON.stringify({ query, variables: { input: { accountId: 'me', file: null }, ids: [null], ...more } });
  const send = async (parts: readonly (readonly [string, string | File])[]) => {
    const { gateway, calls } = stub({ [UPLOAD]: { id: 'f1' } });
    const body = new FormData();
    for (const [name, value] of parts) body.append(name, value);
    const headers = { 'graphql-require-preflight': '1' };
    const response = await gateway.fetch(new Request('http://gateway/graphql', { method: 'POST', headers, body }));
    const { errors } = (await response.json()) as Result;
    return { status: response.status, codes: errors?.map(({ extensions }) => extensions?.code), calls };
  };
  const file = pictureOf();
  const mapped = (...paths: string[]) =>
    send([
      ['operations', operations()],
      ['map', JSON.stringify({ f: paths })],
      ['f', file],
    ]);

  test.each([
    'variables.ids.100000000',
    'variables.ids.1',
    'variables.ids.-1',
    'variables.ids.length',
    'variables.ids.0.x',
    'variables.input.file.x',
    'variables.input.accountId',
    'variables.other',
    'variables.__proto__',
    'variables.__proto__.polluted',
    'variables.constructor.prototype.polluted',
    'variables.input.toString',
    'query',
    '',
    '.',
    'variables.',
    `variables${'.0'.repeat(100_000)}`,
  ])('a map to %s leads nowhere', async (path) => {
    expect(await mapped(path)).toEqual({ status: 400, codes: ['BAD_REQUEST'], calls: [] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('paths in any form change nothing but nulls', async () => {
    const keys = fc.constantFrom(
      'variables',
      'input',
      'file',
      'ids',
      '0',
      '1',
      'length',
      '__proto__',
      'accountId',
      'query',
      '',
    );
    const paths = fc.sample(fc.array(keys, { maxLength: 5 }), { seed: SEED, numRuns: 300 }).map((all) => all.join('.'));
    for (const path of new Set(paths)) {
      const isNull = path === 'variables.input.file' || path === 'variables.ids.0';
      const { status, codes, calls } = await mapped(path);
      expect([path, status < 500, codes?.includes('BAD_REQUEST') ?? false]).toEqual([path, true, !isNull]);
      expect(calls).toEqual(path === 'variables.input.file' ? [UPLOAD] : []);
    }
  });

  const times = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  test('files, texts and paths are counted', async () => {
    const files = (count: number) => times(count, (at) => [`f${at}`, file] as const);
    const whole = [
      ['operations', operations()],
      ['map', '{"f0":["variables.input.file"]}'],
    ] as const;
    const tooLarge = { status: 413, codes: ['REQUEST_ENTITY_TOO_LARGE'], calls: [] };
    expect(await send([...whole, ...files(LIMITS.uploadFiles)])).toMatchObject({ status: 200, calls: [UPLOAD] });
    expect(await send([...whole, ...files(LIMITS.uploadFiles + 1)])).toEqual(tooLarge);
    expect(await send([...whole, ...times(LIMITS.uploadFields, (at) => [`t${at}`, 'x'] as const)])).toEqual(tooLarge);
    expect(await send([...whole, ...times(40_000, (at) => [`t${at}`, ''] as const)])).toEqual(tooLarge);
    expect(await mapped(...times(LIMITS.uploadPaths + 1, () => 'variables.input.file'))).toMatchObject({ status: 400 });
  });

  test('two files cannot have one place', async () => {
    expect(await mapped('variables.input.file', 'variables.input.file')).toEqual({
      status: 400,
      codes: ['BAD_REQUEST'],
      calls: [],
    });
  });

  test('forms with some bytes changed are the client’s mistake, or uploads', async () => {
    const parts = [
      ['name="operations"', operations()],
      ['name="map"', '{"f":["variables.input.file"]}'],
      ['name="f"; filename="x.png"\r\ncontent-type: image/png', 'x'],
    ];
    const form = `${parts.map(([name, value]) => `--x\r\ncontent-disposition: form-data; ${name}\r\n\r\n${value}\r\n`).join('')}--x--\r\n`;
    const { gateway } = stub({ [UPLOAD]: { id: 'f1' } });
    const headers = { 'graphql-require-preflight': '1', 'content-type': 'multipart/form-data; boundary=x' };
    const places = fc.array(fc.tuple(fc.nat(form.length), fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 3 });
    for (const changes of fc.sample(places, { seed: SEED, numRuns: 300 })) {
      const body = changes.reduce(
        (text, [at, put]) => text.slice(0, at) + put + text.slice(at + put.length || at + 1),
        form,
      );
      const response = await gateway.fetch('http://gateway/graphql', { method: 'POST', headers, body });
      const { errors } = (await response.json()) as Result;
      expect([body, response.status < 500]).toEqual([body, true]);
      expect(errors?.map(({ extensions }) => extensions?.code) ?? []).not.toContain('INTERNAL_SERVER_ERROR');
    }
  });
});
