/** Writes that Zoom has done, and of which it says nothing that can be read. */
import { expect, test } from 'vitest';
import { done, stub, verbatim } from './stub.ts';

const RENAME = 'mutation { updateGroup(input: { groupId: "g1", name: "Sales" }) { group { zoomId name } } }';
const note = (name: string) => `Zoom answered ${name} with something that is not a JSON object; the change was made.`;

test.each(['OK', null, true, 0, [], '<html></html>'])('%j: the payload is there, with a note', async (answer) => {
  const { run, calls } = stub({ 'PATCH /groups/g1': answer, 'GET /groups/g1': { id: 'g1', name: 'Sales' } });
  const { data, errors, extensions } = await run(RENAME);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ updateGroup: { group: { zoomId: 'g1', name: 'Sales' } } });
  expect(extensions?.zoom?.notes).toEqual([note('PATCH /groups/{groupId}')]);
  expect(calls).toEqual(['PATCH /groups/g1', 'GET /groups/g1']);
});

test('what Zoom alone knows of something new is null, with an error, and a note that it was made', async () => {
  const { run, calls } = stub({ 'POST /users/me/meetings': 'OK' });
  const { data, errors, extensions } = await run(
    'mutation { createMeeting(input: { userId: "me", topic: "T" }) { meeting { zoomId topic } } }',
  );
  expect(errors).toMatchObject([
    {
      message: 'Zoom made the change, but did not answer with the id of the Meeting.',
      path: ['createMeeting', 'meeting'],
      extensions: { code: 'UPSTREAM_ERROR', zoom: { method: 'POST', path: '/users/{userId}/meetings' } },
    },
  ]);
  expect(data).toEqual({ createMeeting: { meeting: null } });
  expect(extensions?.zoom?.notes).toEqual([note('POST /users/{userId}/meetings')]);
  expect(calls).toEqual(['POST /users/me/meetings']);
});

test('a page in place of an answer does not tell whether it was made: nobody is told that it was', async () => {
  const { run, calls } = stub({
    'PATCH /groups/g1': verbatim('<html>Sign in to the proxy.</html>', 'text/html; charset=utf-8'),
  });
  const { data, errors, extensions } = await run(RENAME);
  expect(data).toEqual({ updateGroup: null });
  expect(errors).toMatchObject([
    {
      message:
        'A page came in place of Zoom’s answer: nobody knows whether the change was made. Read the object before you send it again.',
      path: ['updateGroup'],
      extensions: { code: 'UPSTREAM_ERROR', zoom: { status: 200, method: 'PATCH', path: '/groups/{groupId}' } },
    },
  ]);
  expect(extensions?.zoom?.notes).toBeUndefined();
  expect(calls).toEqual(['PATCH /groups/g1']);
});

test('each write has its own note', async () => {
  const { run } = stub({ 'PATCH /groups/g1': 'OK', 'PATCH /groups/g2': done(), 'PATCH /groups/g3': true });
  const one = (id: string) => `${id}: updateGroup(input: { groupId: "${id}", name: "Sales" }) { group { zoomId } }`;
  const { errors, extensions } = await run(`mutation { ${one('g1')} ${one('g2')} ${one('g3')} }`);
  expect(errors).toBeUndefined();
  expect(extensions?.zoom?.notes).toEqual([note('PATCH /groups/{groupId}'), note('PATCH /groups/{groupId}')]);
});
