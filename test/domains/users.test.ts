import { expect, test } from 'vitest';
import { costIn } from '../cost.ts';
import { globalId, leaves, reads, walks, writes } from '../rows.ts';
import { askingOn } from '../run.ts';
import { done, type Received, refusal, stub } from '../stub.ts';

const userList = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ id: `u${from + i}`, email: `u${from + i}@example.com` }));
const singly = (users: readonly { id: string }[]) =>
  Object.fromEntries(users.map((user) => [`GET /users/${user.id}`, { ...user, job_title: 'Engineer' }]));

const ada = { id: 'u1', email: 'ada@example.com', first_name: 'Ada', last_name: '', type: 1, dept: 'Engines' };

leaves('a user, with words for numbers', 'GET /users/u1', (fields) => `{ user(id: "u1") { ${fields} } }`, [
  ['id', 'u1', 'id', globalId('User', 'u1')],
  ['type', 2, 'type', 'LICENSED'],
  ['pronouns_option', 2, 'pronounsOption', 'ALWAYS_SHOW'],
  ['verified', 1, 'verified', 'VERIFIED'],
  ['login_types', [100, 101, 4711], 'loginTypes', ['EMAIL', 'SSO', 'UNRECOGNIZED']],
  ['phone_numbers', [{ label: 'Office' }], 'phoneNumbers { label }', [{ label: 'OFFICE' }]],
  ['license_info_list', [{ license_type: 'MEETING' }], 'licenseInfoList { licenseType }', [{ licenseType: 'MEETING' }]],
  ['plan_united_type', '16384', 'planUnitedType', 'ENTERPRISE_ZOOM_PHONE'],
  ['zoom_one_type', String(2n ** 59n), 'zoomOneType', '576460752303423488'],
]);

reads([
  {
    name: 'what a list of users is narrowed by',
    table: { 'GET /users': { users: [] } },
    query: `{ users(status: [PENDING], roleId: "${globalId('Role', '1')}", license: ZOOM_COMPLIANCE_MANAGEMENT) { nodes { email } } }`,
    data: { users: { nodes: [] } },
    calls: ['GET /users?role_id=1&license=zoom_compliance_management&status=pending&page_size=30'],
  },
  {
    name: 'users without a status are refused',
    query: '{ users(status: []) { totalCount } }',
    data: { users: null },
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  },
  {
    name: 'the host key of an inactive user is in the list of those alone',
    table: {
      'GET /users': ({ query }: Received) => ({
        users: query.get('status') === 'inactive' ? [{ id: 'u1', host_key: '123456' }] : [{ id: 'u2' }],
        total_records: 1,
      }),
    },
    query: '{ user(id: "u1") { hostKey } }',
    data: { user: { hostKey: '123456' } },
    calls: [
      'GET /users?include_fields=host_key&status=active&page_size=300',
      'GET /users?include_fields=host_key&status=inactive&page_size=300',
    ],
  },
  ...[
    ['hostKey', 'host_key'],
    ['customAttributes { value }', 'custom_attributes'],
  ].map(([selection, field]) => ({
    name: `users { ${selection} } asks for what comes only on request`,
    table: { 'GET /users': { users: [{ id: 'u1' }] } },
    query: `{ users { nodes { ${selection} } } }`,
    data: { users: { nodes: [{ [(selection ?? '').replace(/ .*/, '')]: null }] } },
    calls: [`GET /users?include_fields=${field}&status=active&page_size=30`],
  })),
  {
    name: 'host key and custom attributes together take a list each, since Zoom takes one of them a call',
    table: {
      'GET /users': ({ query }: Received) => ({
        users: userList(0, 5).map(({ id }) =>
          query.get('include_fields') === 'host_key'
            ? { id, host_key: `key of ${id}` }
            : { id, custom_attributes: [{ key: 'k', value: id }] },
        ),
        total_records: 5,
      }),
    },
    query: '{ users(first: 5) { nodes { hostKey customAttributes { value } } } }',
    at: 'users.nodes',
    data: userList(0, 5).map(({ id }) => ({ hostKey: `key of ${id}`, customAttributes: [{ value: id }] })),
    calls: [
      'GET /users?include_fields=host_key&status=active&page_size=30',
      'GET /users?include_fields=custom_attributes&status=active&page_size=300',
    ],
  },
  {
    name: 'what only the single GET has is read singly: five users cost six calls, and a bad one leaves the others whole',
    table: {
      'GET /users': { users: userList(0, 5), total_records: 5 },
      ...singly(userList(0, 4)),
      'GET /users/u4': refusal(404, 1001, 'User does not exist: u4.'),
    },
    query: '{ users(first: 5) { nodes { email jobTitle } } }',
    at: 'users.nodes',
    data: userList(0, 5).map(({ email }, i) => ({ email, jobTitle: i === 4 ? null : 'Engineer' })),
    errors: [{ path: ['users', 'nodes', 4, 'jobTitle'], extensions: { code: 'NOT_FOUND' } }],
    calls: ['GET /users?status=active&page_size=30', ...[0, 1, 2, 3, 4].map((n) => `GET /users/u${n}`)],
  },
  {
    name: 'the manager is a user: the email is known, the rest is one call',
    table: {
      'GET /users/u1': { id: 'u1', manager: 'boss@example.com' },
      'GET /users/boss@example.com': { id: 'u9', email: 'boss@example.com', job_title: 'CTO' },
    },
    query: `{ user(id: "u1") { manager managerUser { email } } same: user(id: "u1") { managerUser { zoomId jobTitle } } }`,
    data: {
      user: { manager: 'boss@example.com', managerUser: { email: 'boss@example.com' } },
      same: { managerUser: { zoomId: 'u9', jobTitle: 'CTO' } },
    },
    calls: ['GET /users/u1', 'GET /users/boss@example.com'],
  },
  {
    name: 'a manager who is only named is no user',
    table: { 'GET /users/u1': { id: 'u1', manager: 'Ann Smith' } },
    query: '{ user(id: "u1") { manager managerUser { id } } }',
    at: 'user',
    data: { manager: 'Ann Smith', managerUser: null },
    calls: ['GET /users/u1'],
  },
  {
    name: 'groups, account and role by id cost nothing where the list names them',
    table: { 'GET /users': { users: [{ id: 'u1', role_id: '2', group_ids: ['g1', 'g2'] }, { id: 'u2' }] } },
    query: '{ users { nodes { role { zoomId } groups { zoomId id } } } }',
    at: 'users.nodes',
    data: [
      { role: { zoomId: '2' }, groups: ['g1', 'g2'].map((zoomId) => ({ zoomId, id: globalId('Group', zoomId) })) },
      { role: null, groups: [] },
    ],
    calls: ['GET /users?status=active&page_size=30'],
  },
  {
    name: 'the roles of 300 users cost two calls',
    table: {
      'GET /users': { users: userList(0, 300).map((user, i) => ({ ...user, role_id: String(i % 3) })) },
      'GET /roles': { roles: ['0', '1', '2'].map((id) => ({ id, name: `Role ${id}` })) },
    },
    query: '{ users(first: 300) { nodes { role { id name } } } }',
    at: 'users.nodes',
    data: userList(0, 300).map((_, i) => ({ role: { id: globalId('Role', `${i % 3}`), name: `Role ${i % 3}` } })),
    calls: ['GET /users?status=active&page_size=300', 'GET /roles'],
  },
  {
    name: 'the same user by id, by email and as me is read once each, and known by one id',
    table: { 'GET /users/u1': ada, 'GET /users/ada@example.com': ada, 'GET /users/me': ada },
    query: `{
      byId: user(id: "u1") { id dept } byEmail: user(id: "ada@example.com") { id zoomId dept } byMe: user(id: "me") { id }
      me { id zoomId email dept }
    }`,
    data: {
      byId: { id: globalId('User', 'u1'), dept: 'Engines' },
      byEmail: { id: globalId('User', 'u1'), zoomId: 'u1', dept: 'Engines' },
      byMe: { id: globalId('User', 'u1') },
      me: { id: globalId('User', 'u1'), zoomId: 'u1', email: 'ada@example.com', dept: 'Engines' },
    },
    calls: ['GET /users/ada@example.com', 'GET /users/me', 'GET /users/u1'],
    together: true,
  },
  {
    name: 'settings by option, each a call of its own',
    table: {
      'GET /users/u1/settings': ({ query }: Received) =>
        ({
          none: { in_meeting: { allow_participants_chat_with: 2, data_center_regions: ['EU', 'TY', 'XX'] } },
          meeting_security: {
            meeting_security: { waiting_room_settings: { participants_to_place_in_waiting_room: 0 } },
          },
          meeting_authentication: { authentication_options: [{ id: 'o1', domains: 'a.com,b.com' }] },
        })[query.get('option') ?? 'none'],
    },
    query: `{ user(id: "u1") {
      settings { inMeeting { allowParticipantsChatWith dataCenterRegions } whiteboard { inMeetingAdvancedWhiteboard } }
      security: settings(option: MEETING_SECURITY) {
        meetingSecurity { waitingRoomSettings { participantsToPlaceInWaitingRoom } }
      }
      authentication: settings(option: MEETING_AUTHENTICATION, loginType: SSO) { authenticationOptions { zoomId domains } }
    } }`,
    at: 'user',
    data: {
      settings: {
        inMeeting: { allowParticipantsChatWith: 'HOSTS', dataCenterRegions: ['EUROPE', 'JAPAN', 'UNRECOGNIZED'] },
        whiteboard: null,
      },
      security: { meetingSecurity: { waitingRoomSettings: { participantsToPlaceInWaitingRoom: 'EVERYONE' } } },
      authentication: { authenticationOptions: [{ zoomId: 'o1', domains: ['a.com', 'b.com'] }] },
    },
    calls: [
      'GET /users/u1/settings',
      'GET /users/u1/settings?login_type=101&option=meeting_authentication',
      'GET /users/u1/settings?option=meeting_security',
    ],
    together: true,
  },
  ...[
    ['loginType: SSO', 'login_type=101'],
    ['encryptedEmail: true', 'encrypted_email=true'],
    ['searchByUniqueId: true', 'search_by_unique_id=true'],
  ].map(([args, query]) => ({
    name: `a user is read at once with ${args}, and known by the own id`,
    table: { 'GET /users/e1': ada },
    query: `{ user(id: "e1", ${args}) { id zoomId dept } }`,
    data: { user: { id: globalId('User', 'u1'), zoomId: 'u1', dept: 'Engines' } },
    calls: [`GET /users/e1?${query}`],
  })),
  {
    name: 'a user who is not found by a unique id is null',
    table: { 'GET /users/e2': refusal(404, 1001, 'User does not exist: e2.') },
    query: '{ user(id: "e2", searchByUniqueId: true) { id } }',
    data: { user: null },
    errors: [{ path: ['user'], extensions: { code: 'NOT_FOUND' } }],
    calls: ['GET /users/e2?search_by_unique_id=true'],
  },
]);

const BY_STATUS = {
  'GET /users': ({ query }: Received) =>
    ({
      active: { users: [{ id: 'a', email: 'a@example.com', status: 'active' }], total_records: 1 },
      inactive: { users: [{ id: 'i', email: 'i@example.com', status: 'inactive' }], total_records: 1 },
      pending: {
        users: ['p', 'q'].map((name) => ({ email: `${name}@example.com`, status: 'pending' })),
        total_records: 2,
      },
    })[query.get('status') ?? ''],
};
reads(
  [
    {
      name: 'users of several statuses are one list of all three of Zoom’s, and a pending one is known by the email',
      query: '{ users(status: [ACTIVE, INACTIVE, PENDING]) { totalCount nodes { id zoomId email status } } }',
      at: 'users',
      data: {
        totalCount: 4,
        nodes: [
          ['a', 'a@example.com', 'ACTIVE'],
          ['i', 'i@example.com', 'INACTIVE'],
          ['p@example.com', 'p@example.com', 'PENDING'],
          ['q@example.com', 'q@example.com', 'PENDING'],
        ].map(([zoomId = '', email, status]) => ({ id: globalId('User', zoomId), zoomId, email, status })),
      },
      calls: ['active', 'inactive', 'pending'].map((status) => `GET /users?status=${status}&page_size=30`),
    },
    {
      name: 'a total alone is read in one small page for each status',
      query: '{ users(first: 1000, status: [ACTIVE, PENDING, ACTIVE]) { totalCount } }',
      data: { users: { totalCount: 3 } },
      calls: ['GET /users?status=active&page_size=30', 'GET /users?status=pending&page_size=30'],
    },
  ],
  BY_STATUS,
);
walks([
  {
    name: 'a cursor crosses the border between two statuses',
    table: BY_STATUS,
    list: 'users(first: 1, status: [ACTIVE, INACTIVE, PENDING])',
    nodes: 'email',
    pages: ['a', 'i', 'p', 'q'].map((name) => [{ email: `${name}@example.com` }]),
  },
]);

test('what the list of users holds beyond what is declared costs nothing: 10,000 users are 34 calls', async () => {
  const all = userList(0, 10_000).map((user, i) => ({ ...user, job_title: `Job ${i}`, pic_url: '' }));
  const { run, calls, gateway } = stub(
    {
      'GET /users': ({ query }: Received) => {
        const [from, size] = [Number(query.get('next_page_token') ?? 0), Number(query.get('page_size'))];
        const next = from + size < all.length ? String(from + size) : '';
        return { users: all.slice(from, from + size), next_page_token: next, total_records: all.length };
      },
    },
    { env: { MAX_FIRST: '10000' } },
  );
  const query = '{ users(first: 10000) { nodes { jobTitle picUrl } } }';
  // Nobody can know before: the cost stays that of a Zoom which sends no more than it must.
  expect(costIn(await askingOn(gateway)(query, { dryRun: true }))?.calls).toBe(10_034);
  const { data, errors } = await run(query);
  expect(errors).toBeUndefined();
  expect(data?.users).toEqual({ nodes: all.map(({ job_title }) => ({ jobTitle: job_title, picUrl: null })) });
  expect(calls).toHaveLength(34);
});

test('users by their ids are read by pages, once the list has held what it need not', async () => {
  const users = userList(0, 8);
  const { run, calls, gateway } = stub({
    'GET /users': { users: users.map((user) => ({ ...user, job_title: 'Engineer' })), total_records: 8 },
    ...singly(users),
  });
  const ids = users.map(({ id }) => globalId('User', id));
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email jobTitle } } }';
  const made = async () => {
    const cost = costIn(await askingOn(gateway)(query, { dryRun: true }, { ids }));
    calls.length = 0;
    const { data } = await run(query, { ids });
    expect(data?.nodes).toEqual(users.map(({ email }) => ({ email, jobTitle: 'Engineer' })));
    return { cost: cost?.calls, calls: calls.length };
  };
  // The list may be looked at for nothing.
  expect(await made()).toEqual({ cost: 9, calls: 8 });
  await run('{ users(first: 8) { nodes { id } } }');
  expect(await made()).toEqual({ cost: 9, calls: 1 });
});

writes(
  [
    {
      name: 'createUser sends numbers for words, and its answer needs no further call',
      mutation: `createUser(input: { action: AUTO_CREATE, userInfo: { email: "ada@example.com", type: BASIC, planUnitedType: PRO_ZOOM_PHONE } }) {
        user { id zoomId email firstName lastName type }
      }`,
      at: 'user',
      payload: {
        id: globalId('User', 'u1'),
        zoomId: 'u1',
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: null,
        type: 'BASIC',
      },
      calls: ['POST /users'],
      body: { action: 'autoCreate', user_info: { email: 'ada@example.com', type: 1, plan_united_type: '16' } },
    },
    {
      name: 'what the answer of a mutation holds is not read again',
      table: { 'POST /users': { id: 'u1', email: 'ada@example.com', job_title: 'Engineer' } },
      mutation:
        'createUser(input: { action: CREATE, userInfo: { email: "e", type: BASIC } }) { user { email jobTitle } }',
      payload: { user: { email: 'ada@example.com', jobTitle: 'Engineer' } },
      calls: ['POST /users'],
      body: { action: 'create', user_info: { email: 'e', type: 1 } },
    },
    {
      name: 'createUser reads again only what its answer does not tell',
      mutation: 'createUser(input: { action: CREATE, userInfo: { email: "e", type: BASIC } }) { user { email dept } }',
      payload: { user: { email: 'ada@example.com', dept: 'Engines' } },
      calls: ['POST /users', 'GET /users/u1'],
      body: { action: 'create', user_info: { email: 'e', type: 1 } },
    },
    {
      name: 'updateUser sends numbers for words, and reads the user again',
      mutation: `updateUser(input: {
        userId: "u1", loginType: FACEBOOK, type: UNASSIGNED_WITHOUT_MEETINGS, pronounsOption: NEVER_SHOW, planUnitedType: NONE,
        phoneNumbers: [{ label: MOBILE }]
      }) { user { dept } }`,
      payload: { user: { dept: 'Engines' } },
      calls: ['PATCH /users/u1?login_type=0', 'GET /users/u1'],
      body: { type: 4, pronouns_option: 3, plan_united_type: 'none', phone_numbers: [{ label: 'Mobile' }] },
    },
    {
      name: 'deleteUser hands over what is said, to whom is said',
      table: { 'DELETE /users/u1': done() },
      mutation: `deleteUser(input: {
        userId: "u1", action: DELETE, transferEmail: "heir@example.com", transferMeeting: true, transferWebinar: true,
        transferRecording: true, transferWhiteboard: true
      }) { deletedUserId }`,
      payload: { deletedUserId: globalId('User', 'u1') },
      calls: [
        'DELETE /users/u1?action=delete&transfer_email=heir@example.com&transfer_meeting=true&transfer_webinar=true&transfer_recording=true&transfer_whiteboard=true',
      ],
    },
    {
      name: 'switchUserAccount moves a user from the master account to a sub account',
      table: { 'PUT /accounts/me/users/u1/account': done() },
      mutation: `switchUserAccount(input: {
        fromAccountId: "me", userId: "${globalId('User', 'u1')}", accountId: "${globalId('Account', 'sub')}"
      }) { account { zoomId } }`,
      payload: { account: { zoomId: 'sub' } },
      calls: ['PUT /accounts/me/users/u1/account'],
      body: { account_id: 'sub' },
    },
    {
      name: 'switchUserAccount moves a user from one sub account to another',
      table: { 'PUT /accounts/sub/users/u1/account': done() },
      mutation:
        'switchUserAccount(input: { fromAccountId: "sub", userId: "u1", accountId: "other" }) { account { id } }',
      payload: { account: { id: globalId('Account', 'other') } },
      calls: ['PUT /accounts/sub/users/u1/account'],
      body: { account_id: 'other' },
    },
    {
      name: 'updateUserSettings sends numbers for words, and the payload reads the settings again',
      mutation: `updateUserSettings(input: {
        userId: "u1", option: MEETING_SECURITY, feature: { concurrentMeeting: PLUS, licenseInfoList: [{ licenseType: ZOOM_DOCS, licenseOption: 576460752303423488 }] },
        inMeeting: { allowParticipantsChatWith: NO_ONE, entryExitChime: ALL, dataCenterRegions: [JAPAN, EUROPE], webinarChat: { allowUsersSaveChats: NOTHING } },
        meetingSecurity: { encryptionType: E2EE, waitingRoomSettings: {
          participantsToPlaceInWaitingRoom: EVERYONE, whitelistedDomainsForWaitingRoom: ["a.com", "b.com"] } },
        recording: { autoRecording: NONE, ipAddressAccessControl: { ipAddressesOrRanges: ["10.0.0.1", "10.1.0.0/16"] } },
        scheduleMeeting: { audioType: THIRD_PARTY }, telephony: { telephonyRegions: { selectionValues: ["DE", "FR"] } },
        authenticationOption: { action: HIDE }
      }) { user { settings(option: MEETING_SECURITY) { meetingSecurity { waitingRoom } } } }`,
      payload: { user: { settings: { meetingSecurity: { waitingRoom: false } } } },
      calls: ['PATCH /users/u1/settings?option=meeting_security', 'GET /users/u1/settings?option=meeting_security'],
      body: {
        feature: {
          concurrent_meeting: 'Plus',
          license_info_list: [{ license_type: 'ZOOM_DOCS', license_option: 2 ** 59 }],
        },
        in_meeting: {
          allow_participants_chat_with: 1,
          entry_exit_chime: 'all',
          data_center_regions: ['TY', 'EU'],
          webinar_chat: { allow_users_save_chats: 0 },
        },
        meeting_security: {
          encryption_type: 'e2ee',
          waiting_room_settings: {
            participants_to_place_in_waiting_room: 0,
            whitelisted_domains_for_waiting_room: 'a.com,b.com',
          },
        },
        recording: {
          auto_recording: 'none',
          ip_address_access_control: { ip_addresses_or_ranges: '10.0.0.1,10.1.0.0/16' },
        },
        schedule_meeting: { audio_type: 'thirdParty' },
        telephony: { telephony_regions: { selection_values: 'DE,FR' } },
        authentication_option: { action: 'hide' },
      },
    },
  ],
  {
    'GET /users/u1': ada,
    'POST /users': { ...ada, dept: undefined },
    'PATCH /users/u1': done(),
    'PATCH /users/u1/settings': done(),
    'GET /users/u1/settings': { meeting_security: { waiting_room: false } },
  },
);
