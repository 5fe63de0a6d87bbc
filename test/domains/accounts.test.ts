import { expect, test } from 'vitest';
import { globalId, leaves, reads } from '../rows.ts';
import { refusal, stub } from '../stub.ts';

leaves(
  'the account, and its owner’s id and email cost nothing',
  'GET /accounts/me',
  (fields) => `{ account { ${fields} } }`,
  [
    ['id', 'a1', 'id', globalId('Account', 'me')],
    ['id', 'a1', 'zoomId', 'a1'],
    ['account_number', 30000000012, 'accountNumber', '30000000012'],
    ['account_type', 'Zoom Video SDK', 'accountType', 'ZOOM_VIDEO_SDK'],
    ['owner_id', 'u1', 'ownerId', 'u1'],
    ['owner_email', 'ada@example.com', 'owner { id email }', { id: globalId('User', 'u1'), email: 'ada@example.com' }],
    ['vanity_url', '', 'vanityUrl', null],
    ['seats', 0, 'seats', 0],
    ['reseller', false, 'reseller', false],
    [
      'options',
      { pay_mode: 'master', share_rc: false, meeting_connector_list: [] },
      'options { payMode shareRc meetingConnectorList resourceMeetingConnectorList }',
      { payMode: 'MASTER', shareRc: false, meetingConnectorList: [], resourceMeetingConnectorList: null },
    ],
    ['created_at', '2020-01-02T03:04:05Z', 'createdAt', '2020-01-02T03:04:05.000Z'],
  ],
);

reads([
  {
    name: 'what hangs on the account needs no call for the account itself',
    table: {
      'GET /users': { users: [{ id: 'u1', email: 'ada@example.com' }] },
      'GET /roles': { roles: [{ id: '0', name: 'Owner' }] },
      'GET /groups': { groups: [{ id: 'g1', name: 'Sales' }] },
    },
    query: '{ account { users { nodes { email } } roles { nodes { name } } groups { nodes { name } } } }',
    at: 'account',
    data: {
      users: { nodes: [{ email: 'ada@example.com' }] },
      roles: { nodes: [{ name: 'Owner' }] },
      groups: { nodes: [{ name: 'Sales' }] },
    },
    calls: ['GET /groups', 'GET /roles', 'GET /users?status=active&page_size=30'],
    together: true,
  },
  {
    name: 'the id of a fetched user’s account costs nothing',
    table: { 'GET /users/me': { id: 'u1', account_id: 'a1' } },
    query: '{ me { accountId account { id zoomId } } }',
    data: { me: { accountId: 'a1', account: { id: globalId('Account', 'me'), zoomId: 'a1' } } },
    calls: ['GET /users/me'],
  },
]);

test('the account of every user is one, read once for its id and all else', async () => {
  const { run, calls } = stub({
    'GET /users': { users: [{ id: 'u1' }, { id: 'u2' }] },
    'GET /accounts/me': { id: 'a1', account_name: 'Analytical Engines' },
  });
  const { data } = await run('{ users { nodes { account { id zoomId accountName } } } }');
  const account = { id: globalId('Account', 'me'), zoomId: 'a1', accountName: 'Analytical Engines' };
  expect(data).toEqual({ users: { nodes: [{ account }, { account }] } });
  expect(calls).toEqual(['GET /users?status=active&page_size=30', 'GET /accounts/me']);

  const idsAlone = await run('{ account { zoomId } users { nodes { account { zoomId } } } }');
  expect(idsAlone.data).toEqual({
    account: { zoomId: 'a1' },
    users: { nodes: [{ account: { zoomId: 'a1' } }, { account: { zoomId: 'a1' } }] },
  });
  expect(calls.slice(2).sort()).toEqual(['GET /accounts/me', 'GET /users?status=active&page_size=30']);
});

test.each([
  [404, 2001, 'NOT_FOUND'],
  [400, 4711, 'MISSING_SCOPE'],
  [400, 200, 'FORBIDDEN'],
])('an account refused with %i/%i is %s in its fields, and what hangs on it stays', async (status, code, kind) => {
  const { run, calls } = stub({
    'GET /accounts/me': refusal(status, code, 'Zoom says no.'),
    'GET /groups': { groups: [{ name: 'Sales', id: 'g1' }] },
  });
  const { data, errors } = await run('{ account { accountName seats groups { nodes { name } } } }');
  expect(data).toEqual({ account: { accountName: null, seats: null, groups: { nodes: [{ name: 'Sales' }] } } });
  expect(errors).toMatchObject([
    { path: ['account', 'accountName'], extensions: { code: kind, zoom: { status, code } } },
    { path: ['account', 'seats'], extensions: { code: kind, zoom: { status, code } } },
  ]);
  expect(calls.sort()).toEqual(['GET /accounts/me', 'GET /groups']);
});
