/** Ids with more digits than JavaScript's numbers hold, on their way through. */
import * as fc from 'fast-check';
import { MockAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ToldAccount } from '../../schema/types/ids.ts';
import { bodyOf } from '../../schema/types/shape.ts';
import { id, list, numericId, shape, string } from '../../src/zoom/declare/shape.ts';
import { jsonOf, parseJson } from '../../src/zoom/http/json.ts';
import { payloadOf } from '../../src/zoom/http/request-body.ts';
import { stub } from '../stub.ts';

const parsed = (json: string) => parseJson(json, Buffer.from(json));
const digits = fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String);

describe('JSON', () => {
  test('keeps every digit of whole numbers, wherever they stand', () => {
    const blank = fc.constantFrom('', ' ', '\n', '\t\r\n  ');
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', '-'),
        blank,
        fc.string({ maxLength: 40 }),
        (number, sign, space, padding) => {
          const n = sign + number;
          const json = `{"pad":${JSON.stringify(padding)},"a":${space}${n}${space},"b":[${space}${n},${space}{"c":${n}}],"d":"${n}","e":": ${n},"}`;
          const body = parsed(json) as { a: unknown; b: [unknown, { c: unknown }]; d: unknown; e: unknown };
          const whole = n === '-0' ? '0' : n;
          expect([body.a, body.b[0], body.b[1].c].map(String)).toEqual([whole, whole, whole]);
          expect([body.d, body.e]).toEqual([n, `: ${n},`]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is otherwise what it is', () => {
    const unlessRounded = (_: string, value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value)) ? String(value) : value;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // The number makes the text one that is read for its digits.
        const [json, long] = [JSON.stringify(value), '12345678901234567890'];
        expect(parsed(`[${json},${long}]`)).toEqual([JSON.parse(json, unlessRounded), long]);
        expect(jsonOf(value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
    expect(parsed('{"a":1,"a":2,"b":12345678901234567890}')).toEqual({ a: 2, b: '12345678901234567890' });
    expect(parsed('[1.5,1e400,0.12345678901234567890,12345678901234567890.5]')).toEqual([
      1.5,
      Number.POSITIVE_INFINITY,
      0.12345678901234568,
      12345678901234567000,
    ]);
    for (const broken of ['{"a":12345678901234567890', '[12345678901234567890,]', '012345678901234567890'])
      expect(() => parsed(broken)).toThrow(SyntaxError);
  });
});

test('a numeric id that a client gives is a number of the same digits in what Zoom gets', () => {
  const Inner = shape('DigitsInner', { id: numericId(), uuid: id() });
  const Body = shape('DigitsBody', { id: numericId(), ids: list(numericId()), inner: list(Inner), name: string() });
  fc.assert(
    fc.property(digits, (n) => {
      const body = bodyOf(
        Body,
        { id: n, ids: ['7', n], inner: [{ id: n, uuid: n }], name: n },
        'input',
        new ToldAccount(schema),
      );
      expect(payloadOf(Body, body)).toBe(
        `{"id":${n},"ids":[7,${n}],"inner":[{"id":${n},"uuid":"${n}"}],"name":"${n}"}`,
      );
    }),
  );
});

test('through the graph, what is read can be written', async () => {
  const PMI = '12345678901234567891';
  const agent = new MockAgent();
  agent.disableNetConnect();
  const api = agent.get('https://api.zoom.test');
  const token = { access_token: 'stub-token', expires_in: 3600 };
  agent.get('https://zoom.test').intercept({ path: '/oauth/token', method: 'POST' }).reply(200, token);
  let sent = '';
  api.intercept({ path: '/v2/users/u1', method: 'GET' }).reply(200, `{"id":"u1","pmi":${PMI}}`);
  api.intercept({ path: '/v2/users/u1', method: 'PATCH' }).reply(({ body }) => {
    sent = String(body);
    return { statusCode: 204, data: '' };
  });
  const { run } = stub({}, { dispatcher: agent });
  const { data, errors } = await run('{ user(id: "u1") { pmi } }');
  expect([errors, data]).toEqual([undefined, { user: { pmi: PMI } }]);
  const update = 'mutation ($pmi: ID) { updateUser(input: { userId: "u1", pmi: $pmi }) { user { zoomId } } }';
  expect((await run(update, { pmi: PMI })).errors).toBeUndefined();
  expect(sent).toBe(`{"pmi":${PMI}}`);
  await agent.close();
});
