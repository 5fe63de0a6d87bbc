/** Passwords, tokens, and whether a name is taken. */
import { expect, test } from 'vitest';
import { globalId, reads, writes } from '../rows.ts';
import { done, stub } from '../stub.ts';

reads([
  {
    name: 'a ZAK is asked for by its kind, its life and its meeting',
    table: { 'GET /users/u1/token': { token: 'zak-of-u1' } },
    query: `{ user(id: "u1") { token(type: ZAK, ttl: 60, meetingId: "${globalId('Meeting', '85746065432')}") { token } } }`,
    data: { user: { token: { token: 'zak-of-u1' } } },
    calls: ['GET /users/u1/token?type=zak&ttl=60&meeting_id=85746065432'],
  },
  {
    name: 'whether an email, the name of a personal link and a ZPK are in use takes a call each',
    table: {
      'GET /users/email': { existed_email: true },
      'GET /users/vanity_name': { existed: false },
      'GET /users/zpk': { expire_in: 7200 },
    },
    query: `{
      userEmailCheck(email: "ada@example.com") { existedEmail }
      vanityNameCheck(vanityName: "ada") { existed }
      zpkCheck(zpk: "k") { expireIn }
    }`,
    data: {
      userEmailCheck: { existedEmail: true },
      vanityNameCheck: { existed: false },
      zpkCheck: { expireIn: 7200 },
    },
    calls: ['GET /users/email?email=ada@example.com', 'GET /users/vanity_name?vanity_name=ada', 'GET /users/zpk?zpk=k'],
    together: true,
  },
]);

writes(
  [
    {
      name: 'updateUserPassword sends the password, and nothing else',
      mutation: 'updateUserPassword(input: { userId: "u1", password: "Pa55-word" }) { user { zoomId } }',
      payload: { user: { zoomId: 'u1' } },
      calls: ['PUT /users/u1/password'],
      body: { password: 'Pa55-word' },
    },
    {
      name: 'revokeUserToken is one call',
      mutation: 'revokeUserToken(input: { userId: "u1" }) { user { zoomId } }',
      payload: { user: { zoomId: 'u1' } },
      calls: ['DELETE /users/u1/token'],
    },
  ],
  { 'PUT /users/u1/password': done(), 'DELETE /users/u1/token': done() },
);

test('each kind of token is a call of its own', async () => {
  const { run, calls } = stub({ 'GET /users/me/token': { token: 't' } });
  const { data } = await run(
    '{ user(id: "me") { zak: token(type: ZAK) { token } token { token } zpk: token(type: ZPK) { token } } }',
  );
  const token = { token: 't' };
  expect(data).toEqual({ user: { zak: token, token, zpk: token } });
  expect(calls.toSorted()).toEqual([
    'GET /users/me/token',
    'GET /users/me/token?type=zak',
    'GET /users/me/token?type=zpk',
  ]);
});
