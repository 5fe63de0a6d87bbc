import { expect, test } from 'vitest';
import { refusal, stub } from '../stub.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);

test('the account has every field that Zoom gives, and its owner’s id and email cost nothing', async () => {
  const { run, calls } = stub({
    'GET /accounts/me': {
      id: 'a1',
      account_name: 'Analytical Engines',
      account_number: 30000000012,
      account_type: 'Zoom Video SDK',
      owner_id: 'u1',
      owner_email: 'ada@example.com',
      vanity_url: '',
      seats: 0,
      reseller: false,
      options: {
        billing_auto_renew: true,
        pay_mode: 'master',
        share_rc: false,
        room_connector_list: ['10.0.0.1'],
        share_mc: false,
        meeting_connector_list: [],
        resource_share_mc: true,
        resource_share_mh: false,
        resource_meeting_hybrid_list: ['zone'],
      },
      created_at: '2020-01-02T03:04:05Z',
      subscription_start_time: '2020-01-02T03:04:05Z',
    },
  });
  const { data, errors } = await run(`{
    account {
      id zoomId accountName accountNumber accountType ownerId ownerEmail owner { id email } vanityUrl seats reseller
      options {
        billingAutoRenew payMode shareRc roomConnectorList shareMc meetingConnectorList resourceShareMc
        resourceMeetingConnectorList resourceShareMh resourceMeetingHybridList
      }
      createdAt subscriptionStartTime subscriptionEndTime
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.account).toEqual({
    id: globalId('Account', 'me'),
    zoomId: 'a1',
    accountName: 'Analytical Engines',
    accountNumber: '30000000012',
    accountType: 'ZOOM_VIDEO_SDK',
    ownerId: 'u1',
    ownerEmail: 'ada@example.com',
    owner: { id: globalId('User', 'u1'), email: 'ada@example.com' },
    vanityUrl: null,
    seats: 0,
    reseller: false,
    options: {
      billingAutoRenew: true,
      payMode: 'MASTER',
      shareRc: false,
      roomConnectorList: ['10.0.0.1'],
      shareMc: false,
      meetingConnectorList: [],
      resourceShareMc: true,
      resourceMeetingConnectorList: null,
      resourceShareMh: false,
      resourceMeetingHybridList: ['zone'],
    },
    createdAt: '2020-01-02T03:04:05.000Z',
    subscriptionStartTime: '2020-01-02T03:04:05.000Z',
    subscriptionEndTime: null,
  });
  expect(calls).toEqual(['GET /accounts/me']);
});

test('what hangs on the account needs no call for the account itself', async () => {
  const { run, calls } = stub({
    'GET /users': { users: [{ id: 'u1', email: 'ada@example.com' }] },
    'GET /roles': { roles: [{ id: '0', name: 'Owner' }] },
    'GET /groups': { groups: [{ id: 'g1', name: 'Sales' }] },
  });
  const { data, errors } = await run(`{
    account { users { nodes { email } } roles { nodes { name } } groups { nodes { name } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.account).toEqual({
    users: { nodes: [{ email: 'ada@example.com' }] },
    roles: { nodes: [{ name: 'Owner' }] },
    groups: { nodes: [{ name: 'Sales' }] },
  });
  expect(calls.sort()).toEqual(['GET /groups', 'GET /roles', 'GET /users?status=active&page_size=30']);
});

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

test('the id of a fetched user’s account costs nothing', async () => {
  const { run, calls } = stub({ 'GET /users/me': { id: 'u1', account_id: 'a1' } });
  const { data } = await run('{ me { accountId account { id zoomId } } }');
  expect(data?.me).toEqual({ accountId: 'a1', account: { id: globalId('Account', 'me'), zoomId: 'a1' } });
  expect(calls).toEqual(['GET /users/me']);
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
