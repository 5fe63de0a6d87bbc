/** Whatever fails, and however oddly, a request is answered, the next one too, and nothing of it is told. */
import { fetch } from 'undici';
import { expect, test } from 'vitest';
import type { Gateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/http/http.ts';
import { createLog } from '../../src/server/log.ts';
import { ODD, oddClients, schema } from './odd.ts';
import { post } from './post.ts';
import { gatewayOf, type Result } from './support.ts';

/** The answers to these queries over a socket, one after another. */
const asked = async (gateway: Gateway, ...queries: string[]) => {
  const http = await listen(gateway, 0, '127.0.0.1');
  try {
    const answers: { status: number; text: string }[] = [];
    for (const query of queries) {
      const response = await fetch(`${http.origin}/graphql`, post({ query }) as object);
      answers.push({ status: response.status, text: await response.text() });
    }
    return answers;
  } finally {
    await http.stop(0);
  }
};

test.each(ODD)('%s', async (name) => {
  const { gateway } = gatewayOf({}, undefined, { schema });
  const [odd, fine] = await asked(gateway, `{ fine ${name} }`, '{ fine }');
  expect(odd?.text).not.toContain('hunter2');
  const { data, errors } = JSON.parse(odd?.text ?? '') as Result;
  expect(errors?.map(({ message }) => message)).toEqual(['Unexpected error.']);
  const siblings = /^(throws|rejects|returns)/.test(name) ? { fine: 'fine', [name]: null } : null;
  expect(data ?? null).toEqual(siblings);
  expect(fine).toMatchObject({ status: 200, text: expect.stringContaining('"data":{"fine":"fine"}') });
});

test('an error that cannot be changed is found in the log', async () => {
  const { gateway, lines } = gatewayOf({}, undefined, { schema });
  await asked(gateway, '{ throwsFrozen }');
  expect(lines.filter(({ level }) => level === 50)).toMatchObject([
    { err: { stack: expect.stringContaining('hunter2') } },
  ]);
});

test('a log that cannot be written', async () => {
  const log = createLog('debug', { write: () => {} });
  log.error = () => {
    throw new Error('hunter2');
  };
  const { gateway } = gatewayOf({}, undefined, { direct: true, log });
  const [odd, fine] = await asked(gateway, '{ broken }', '{ fine }');
  expect(odd).toEqual({
    status: 500,
    text: '{"errors":[{"message":"Unexpected error.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}',
  });
  expect(fine?.status).toBe(200);
});

test.each(oddClients.map((client) => [client]))('a request without a context', async (client) => {
  const { gateway } = gatewayOf({}, undefined, { client });
  for (const { status, text } of await asked(gateway, '{ fine }', '{ fine }')) {
    expect(text).not.toContain('hunter2');
    expect(status).toBe(500);
    expect((JSON.parse(text) as Result).errors?.map(({ message }) => message)).toEqual(['Unexpected error.']);
  }
});
