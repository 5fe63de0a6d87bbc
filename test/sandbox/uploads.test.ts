import { afterAll, beforeAll, expect, test } from 'vitest';
import { formWith, send, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
afterAll(() => zoom.sandbox.close());

const BACKGROUNDS = '/accounts/me/settings/virtual_backgrounds';
const upload = async (body: string, type = 'multipart/form-data; boundary=part') => {
  zoom.sandbox.advance(1000);
  const headers = { authorization: `Bearer ${await zoom.token()}`, 'content-type': type };
  const { status, body: answer } = await send('POST', `${zoom.sandbox.apiUrl}${BACKGROUNDS}`, headers, body);
  return { status, answer };
};

test('a form with a picture is taken, and kept', async () => {
  const { status, answer } = await upload(formWith('the bytes', 'image/png'));
  const added = { id: expect.any(String), name: 'a hill.png', size: 9, type: 'image', is_default: false };
  expect([status, answer]).toEqual([201, added]);
  const { body } = await zoom.get('/accounts/me/settings');
  expect(body.in_meeting.virtual_background_settings.files.at(-1)).toEqual(added);
  expect(zoom.sandbox.calls.find(({ method }) => method === 'POST')?.body).toEqual({
    file: { name: 'a hill.png', type: 'image/png', size: 9 },
  });
});

test.each([
  ['a file of another type', formWith('the bytes', 'text/plain'), undefined, 120],
  ['too large a file', formWith('x'.repeat(15 * 2 ** 20 + 1), 'image/png'), undefined, 120],
  ['a file under another name', formWith('the bytes', 'image/png', 'picture'), undefined, 120],
  ['a text', JSON.stringify({ file: 'a hill.png' }), 'application/json', 120],
  ['no form', 'the bytes', undefined, 300],
])('%s is refused', async (_, body, type, code) => {
  const { status, answer } = await upload(body, type);
  expect([status, answer.code]).toEqual([400, code]);
});
