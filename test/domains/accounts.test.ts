import { globalId, leaves, reads } from '../rows.ts';
import { refusal } from '../stub.ts';

leaves(
  'the account, and its owner’s id and email cost nothing',
  'GET /accounts/me',
  (fields) => `{ account { ${fields} } }`,
  [
    ['id', 'a1', 'id', globalId('Account', 'account')],
    ['id', 'a1', 'zoomId', 'a1'],
    ['account_type', 'Zoom Video SDK', 'accountType', 'ZOOM_VIDEO_SDK'],
    ['owner_id', 'u1', 'ownerId', 'u1'],
    ['owner_email', 'ada@example.com', 'owner { id email }', { id: globalId('User', 'u1'), email: 'ada@example.com' }],
    ['options', { pay_mode: 'master' }, 'options { payMode }', { payMode: 'MASTER' }],
  ],
);

const OWN = { account: { id: globalId('Account', 'account'), zoomId: 'a1', accountName: 'Analytical Engines' } };
reads(
  [
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
      data: { me: { accountId: 'a1', account: { id: globalId('Account', 'account'), zoomId: 'a1' } } },
      calls: ['GET /users/me'],
    },
    {
      name: 'the account of every user is one, read once for its id and all else',
      query: '{ users { nodes { account { id zoomId accountName } } } }',
      at: 'users.nodes',
      data: [OWN, OWN],
      calls: ['GET /users?status=active&page_size=30', 'GET /accounts/me'],
    },
    {
      name: 'its id alone is read once, too',
      query: '{ account { zoomId } users { nodes { account { zoomId } } } }',
      data: {
        account: { zoomId: 'a1' },
        users: { nodes: [{ account: { zoomId: 'a1' } }, { account: { zoomId: 'a1' } }] },
      },
      calls: ['GET /accounts/me', 'GET /users?status=active&page_size=30'],
      together: true,
    },
    {
      name: 'an account that is refused is an error of its fields, and what hangs on it stays',
      table: {
        'GET /accounts/me': refusal(400, 200, 'Zoom says no.'),
        'GET /groups': { groups: [{ id: 'g1', name: 'Sales' }] },
      },
      query: '{ account { accountName seats groups { nodes { name } } } }',
      at: 'account',
      data: { accountName: null, seats: null, groups: { nodes: [{ name: 'Sales' }] } },
      errors: ['accountName', 'seats'].map((field) => ({
        path: ['account', field],
        extensions: { code: 'FORBIDDEN' },
      })),
      calls: ['GET /accounts/me', 'GET /groups'],
      together: true,
    },
  ],
  {
    'GET /users': { users: [{ id: 'u1' }, { id: 'u2' }] },
    'GET /accounts/me': { id: 'a1', account_name: 'Analytical Engines' },
  },
);
