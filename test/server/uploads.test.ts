/** Uploads by the GraphQL multipart request specification: who may send them, how large they may be, and what is wrong with them. */
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/server/limits.ts';
import { pictureOf } from '../picture.ts';
import { stub } from '../stub.ts';
import type { Result } from './support.ts';

const UPLOAD = 'POST /accounts/me/settings/virtual_backgrounds';
const query = `mutation ($input: UploadAccountVirtualBackgroundsInput!) {
  uploadAccountVirtualBackgrounds(input: $input) { zoomId }
}`;
const operations = { query, variables: { input: { accountId: 'me', file: null } } };
const map = { picture: ['variables.input.file'] };
const called = (bytes: BlobPart) => new File([bytes], 'a hill.png', { type: 'image/png' });

/** A form of these parts, what is no text and no file as JSON. */
const formOf = (parts: Readonly<Record<string, unknown>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts))
    form.set(name, value instanceof File || typeof value === 'string' ? value : JSON.stringify(value));
  return form;
};
const whole = { operations, map, picture: pictureOf() };

const MEANT: Record<string, string> = { 'graphql-require-preflight': '1' };
const sendTo = async (
  { gateway, calls }: ReturnType<typeof stub>,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = MEANT,
) => {
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const response = await gateway.fetch(new Request('http://gateway/graphql', init));
  return { status: response.status, calls, ...((await response.json()) as Result) };
};
const gateway = () => stub({ [UPLOAD]: { id: 'f1' } });

test('an upload arrives', async () => {
  const { status, data, calls } = await sendTo(gateway(), formOf(whole));
  expect([status, data]).toEqual([200, { uploadAccountVirtualBackgrounds: { zoomId: 'f1' } }]);
  expect(calls).toEqual([UPLOAD]);
});

test.each([
  ['a text that is called a picture', called('the bytes'), /^input\.file: must be of type image/],
  [
    'a program that is called a picture',
    called(Buffer.from('7f454c4602010100', 'hex')),
    /^input\.file: must be of type/,
  ],
  ['nothing', called(''), /^input\.file: must be of type/],
])('%s is refused by its content, before any call', async (_, file, message) => {
  const { errors, calls } = await sendTo(gateway(), formOf({ ...whole, picture: file }));
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});

test('a picture whose client calls it something else arrives as what it is', async () => {
  const { data } = await sendTo(gateway(), formOf({ ...whole, picture: pictureOf(undefined, 'text/plain') }));
  expect(data).toEqual({ uploadAccountVirtualBackgrounds: { zoomId: 'f1' } });
});

test('an upload that any page could send is refused', async () => {
  const { status, errors, calls } = await sendTo(gateway(), formOf(whole), {});
  expect(status).toBe(400);
  expect(errors).toEqual([
    {
      message:
        'An upload needs a header that web pages cannot send by themselves, such as `graphql-require-preflight: 1`.',
      extensions: { code: 'BAD_REQUEST' },
    },
  ]);
  expect(calls).toEqual([]);
});

describe('what is no upload', () => {
  const head = '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n';
  test.each<[string, NonNullable<RequestInit['body']>, RegExp]>([
    ['no form at all', '{}', /invalid multipart data/],
    ['a form that ends half-way', `${head}{"query":"{ me`, /invalid multipart data/],
    ['no operations', formOf({ map, picture: pictureOf() }), /has no `operations`/],
    [
      'operations that are a file',
      formOf({ ...whole, operations: pictureOf() }),
      /`operations` of the form must be a text/,
    ],
    ['operations that are not JSON', formOf({ ...whole, operations: '{' }), /`operations` of the form must be JSON/],
    ['operations of nothing', formOf({ ...whole, operations: null }), /names a place/],
    ['operations of nothing without a map', formOf({ operations: null }), /must be a JSON object/],
    ['several operations', formOf({ ...whole, operations: [operations], map: {} }), /Batching is not supported/],
    ['a map that is not JSON', formOf({ ...whole, map: '{' }), /`map` of the form must be JSON/],
    ['a map without paths', formOf({ ...whole, map: { picture: 1 } }), /list of paths for each file/],
    ['a map with no texts', formOf({ ...whole, map: { picture: [1] } }), /list of paths for each file/],
    ['a file as the query', formOf({ ...whole, map: { picture: ['query'] } }), /names a place/],
    ['a file as all variables', formOf({ ...whole, map: { picture: ['variables'] } }), /names a place/],
    ['a map to elsewhere', formOf({ ...whole, map: { picture: ['variables.picture'] } }), /names a place/],
    ['a long text', formOf({ ...whole, more: 'x'.repeat(LIMITS.bodyBytes) }), /larger than 1 MB/],
  ])('%s is the client’s mistake', async (_, body, message) => {
    const headers = typeof body === 'string' ? { ...MEANT, 'content-type': 'multipart/form-data; boundary=x' } : MEANT;
    const { status, errors, calls } = await sendTo(gateway(), body, headers);
    expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors?.[0]?.extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(status).toBeLessThan(500);
    expect(calls).toEqual([]);
  });

  test.each([
    ['no map', { ...whole, map: {} }],
    ['no file', { operations, map }],
  ])('with %s the file is missing', async (_, parts) => {
    const { data, errors, calls } = await sendTo(gateway(), formOf(parts));
    expect(data).toBeUndefined();
    expect(errors?.map(({ message }) => message)).toEqual([expect.stringMatching(/"input\.file".*not to be null/)]);
    expect(calls).toEqual([]);
  });
});

describe('too much', () => {
  const codes = ({ errors }: Result) => errors?.map(({ message, extensions }) => [message, extensions?.code]);

  test('what no file of Zoom’s needs is refused', async () => {
    const { status, calls, ...result } = await sendTo(
      gateway(),
      formOf({ ...whole, picture: pictureOf(LIMITS.uploadBytes) }),
    );
    expect(status).toBe(413);
    expect(codes(result)).toEqual([['The upload is larger than 17 MB.', 'REQUEST_ENTITY_TOO_LARGE']]);
    expect(calls).toEqual([]);
  });

  test('an upload without a stated length is read no further than the limit', async () => {
    let sent = 0;
    const chunk = new TextEncoder().encode('x'.repeat(1_000_000));
    const body = new ReadableStream({
      pull: (controller) => {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    const headers = { ...MEANT, 'content-type': 'multipart/form-data; boundary=x' };
    const { status, ...result } = await sendTo(gateway(), body, headers);
    expect(status).toBe(413);
    expect(codes(result)).toEqual([['The upload is larger than 17 MB.', 'REQUEST_ENTITY_TOO_LARGE']]);
    expect(sent).toBeLessThan(LIMITS.uploadBytes + 3 * chunk.byteLength);
  });

  test('other bodies may not be as large as uploads', async () => {
    const body = JSON.stringify({ ...operations, padding: 'x'.repeat(LIMITS.bodyBytes) });
    const { status } = await sendTo(gateway(), body, { ...MEANT, 'content-type': 'application/json' });
    expect(status).toBe(413);
  });

  test('a body that breaks off is the client’s mistake', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const { status, errors } = await sendTo(gateway(), body, { 'content-type': 'application/json' });
    expect([status, errors?.[0]?.message]).toEqual([400, 'The request broke off.']);
  });
});
