/** Pictures of users: what is sent, what is refused before the call, and that an upload which breaks off leaves nothing behind. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PNG, pictureOf } from '../picture.ts';
import { stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const UPLOAD = 'POST /users/u1/picture';
const ADD =
  'mutation ($input: UploadUserPictureInput!) { uploadUserPicture(input: $input) { user { zoomId picUrl } } }';
const LARGEST = 2 * 2 ** 20;

test('a picture is sent as a part of its own, with its name, type and bytes, and the user is read again', async () => {
  const table = { [UPLOAD]: {}, 'GET /users/u1': { id: 'u1', pic_url: 'https://example.com/p/u1' } };
  const { run, calls, bodies } = stub(table);
  const { data, errors } = await run(ADD, { input: { userId: 'u1', picFile: pictureOf() } });
  expect(errors).toBeUndefined();
  expect(data?.uploadUserPicture).toEqual({ user: { zoomId: 'u1', picUrl: 'https://example.com/p/u1' } });
  expect(calls).toEqual([UPLOAD, 'GET /users/u1']);
  const [{ pic_file: file, ...others }] = bodies as [{ pic_file: File }];
  expect(others).toEqual({});
  expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual(['a hill.png', 'image/png', PNG]);
});

test('the largest picture is taken', async () => {
  const { run, calls } = stub({ [UPLOAD]: {} });
  const { errors } = await run(
    'mutation ($input: UploadUserPictureInput!) { uploadUserPicture(input: $input) { user { zoomId } } }',
    {
      input: { userId: 'u1', picFile: pictureOf(LARGEST) },
    },
  );
  expect([errors, calls]).toEqual([undefined, [UPLOAD]]);
});

test.each([
  ['a text', 'a hill.png', /A file is sent as a part of its own/],
  ['a text that is called a picture', new File(['the bytes'], 'a hill.png', { type: 'image/png' }), /must be of type/],
  ['a picture of another type', new File(['<svg/>'], 'a hill.svg', { type: 'image/svg+xml' }), /must be of type/],
  ['too large a picture', pictureOf(LARGEST + 1), /^input\.picFile: must be of at most 2 MB\.$/],
])('%s is refused before anything is sent', async (_, picFile, message) => {
  const { run, calls } = stub({});
  const { data, errors } = await run(ADD, { input: { userId: 'u1', picFile } });
  expect(data?.uploadUserPicture ?? null).toBeNull();
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});

test('an upload that the client breaks off is never sent', async () => {
  const { gateway, calls } = stub({ [UPLOAD]: {} });
  const part = (name: string, text: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const begun = [
    part('operations', JSON.stringify({ query: ADD, variables: { input: { userId: 'u1', picFile: null } } })),
    part('map', JSON.stringify({ picture: ['variables.input.picFile'] })),
    '--x\r\ncontent-disposition: form-data; name="picture"; filename="a hill.png"\r\ncontent-type: image/png\r\n\r\n',
  ].join('');
  const chunks = [new TextEncoder().encode(begun), PNG.subarray(0, 20)];
  const body = new ReadableStream({
    pull: (controller) => {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.error(new Error('reset'));
    },
  });
  const headers = { 'graphql-require-preflight': '1', 'content-type': 'multipart/form-data; boundary=x' };
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const response = await gateway.fetch(new Request('http://gateway/graphql', init));
  const { errors } = (await response.json()) as { errors: readonly { message: string }[] };
  expect([response.status, errors[0]?.message]).toEqual([400, 'The request broke off.']);
  expect(calls).toEqual([]);
});

let world: World;
beforeAll(async () => {
  world = await startWorld({ users: 4 });
});
beforeEach(() => world.sandbox.reset());
afterAll(() => world.close());

const pictures = () => world.sandbox.calls.filter(({ method }) => method === 'POST');
const upload = () => world.run<{ uploadUserPicture: unknown }>(ADD, { input: { userId: 'me', picFile: pictureOf() } });

test('a picture is kept, and shown by the user', async () => {
  const { data, errors } = await upload();
  expect(errors).toBeUndefined();
  expect(data?.uploadUserPicture).toEqual({
    user: { zoomId: expect.any(String), picUrl: expect.stringContaining('a hill.png') },
  });
  expect(pictures()).toMatchObject([
    { status: 204, body: { pic_file: { name: 'a hill.png', type: 'image/png', size: PNG.length } } },
  ]);
});

test('an upload whose connection breaks off at Zoom is not sent twice', async () => {
  const before = await world.run('{ me { picUrl } }');
  world.sandbox.setFaults('reset:POST /users/{userId}/picture');
  const { errors } = await upload();
  world.sandbox.setFaults([]);
  expect(errors).toHaveLength(1);
  expect(pictures()).toHaveLength(1);
  expect(await world.run('{ me { picUrl } }')).toMatchObject({ data: before.data });
});
