import { expect, test } from 'vitest';
import { priceIn } from '../priced.ts';
import { globalId, leaves, reads, refusals, writes } from '../rows.ts';
import { askingOn } from '../run.ts';
import { done, type Received, refusal, stub } from '../stub.ts';

const userList = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ id: `u${from + i}`, email: `u${from + i}@example.com` }));

const ada = { id: 'u1', email: 'ada@example.com', first_name: 'Ada', last_name: '', type: 1, dept: 'Engines' };

leaves('a user has "" as null and numbers as words', 'GET /users/u1', (fields) => `{ user(id: "u1") { ${fields} } }`, [
  ['id', 'u1', 'id', globalId('User', 'u1')],
  ['id', 'u1', 'zoomId', 'u1'],
  ['type', 2, 'type', 'LICENSED'],
  ['status', 'active', 'status', 'ACTIVE'],
  ['dept', '', 'dept', null],
  ['pronouns_option', 2, 'pronounsOption', 'ALWAYS_SHOW'],
  ['pmi', 99999999999, 'pmi', '99999999999'],
  ['use_pmi', false, 'usePmi', false],
  ['vanity_url', '', 'vanityUrl', null],
  ['verified', 1, 'verified', 'VERIFIED'],
  ['im_group_ids', [], 'imGroupIds', []],
  ['division_ids', undefined, 'divisionIds', null],
  ['login_types', [100, 101, 4711], 'loginTypes', ['EMAIL', 'SSO', 'UNRECOGNIZED']],
  ['plan_united_type', '16384', 'planUnitedType', 'ENTERPRISE_ZOOM_PHONE'],
  ['zoom_one_type', 2 ** 59, 'zoomOneType', 2 ** 59],
  ['account_number', 10009999, 'accountNumber', '10009999'],
  ['created_at', '2024-05-06T07:08:09Z', 'createdAt', '2024-05-06T07:08:09.000Z'],
  ['phone_numbers', [{ label: 'Office' }], 'phoneNumbers { label }', [{ label: 'OFFICE' }]],
  ['custom_attributes', [{ key: 'k', value: '' }], 'customAttributes { key value }', [{ key: 'k', value: null }]],
  ['license_info_list', [{ license_type: 'MEETING' }], 'licenseInfoList { licenseType }', [{ licenseType: 'MEETING' }]],
]);

reads([
  {
    name: 'an account without such users has an empty list',
    table: { 'GET /users': { users: [], total_records: 0 } },
    query: `{ users(status: [PENDING], roleId: "${globalId('Role', '1')}", license: ZOOM_COMPLIANCE_MANAGEMENT) {
      totalCount nodes { email } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`,
    at: 'users',
    data: {
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    },
    calls: ['GET /users?role_id=1&license=zoom_compliance_management&status=pending&page_size=30'],
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
    name: 'settings by option: each a call of its own, numbers as words, texts that are lists as lists',
    table: {
      'GET /users/u1/settings': ({ query }: Received) =>
        ({
          none: {
            in_meeting: {
              chat: false,
              allow_participants_chat_with: 2,
              entry_exit_chime: 'none',
              data_center_regions: ['EU', 'TY', 'XX'],
              virtual_background_settings: { files: [{ id: 'f1', name: '', size: 5368709120 }] },
            },
            recording: { ip_address_access_control: { ip_addresses_or_ranges: '10.0.0.1, 10.1.0.0/16' } },
            schedule_meeting: { pmi_password: '', audio_type: 'thirdParty' },
            tsp: { call_out_countries: [{ code: '1', name: 'US' }] },
          },
          meeting_security: {
            meeting_security: {
              waiting_room_settings: {
                participants_to_place_in_waiting_room: 0,
                whitelisted_domains_for_waiting_room: '',
              },
            },
          },
          meeting_authentication: {
            authentication_options: [
              { id: 'o1', type: 'enforce_login', domains: 'a.com,b.com', default_option: false },
            ],
          },
        })[query.get('option') ?? 'none'],
    },
    query: `{ user(id: "u1") {
      settings {
        inMeeting { chat allowParticipantsChatWith entryExitChime dataCenterRegions virtualBackgroundSettings { files { zoomId name size } } }
        recording { ipAddressAccessControl { ipAddressesOrRanges } } scheduleMeeting { pmiPassword audioType }
        tsp { callOutCountries } whiteboard { inMeetingAdvancedWhiteboard }
      }
      security: settings(option: MEETING_SECURITY) {
        meetingSecurity { waitingRoomSettings { participantsToPlaceInWaitingRoom whitelistedDomainsForWaitingRoom } }
      }
      authentication: settings(option: MEETING_AUTHENTICATION, loginType: SSO) {
        authenticationOptions { zoomId type domains defaultOption visible }
      }
    } }`,
    at: 'user',
    data: {
      settings: {
        inMeeting: {
          chat: false,
          allowParticipantsChatWith: 'HOSTS',
          entryExitChime: 'NONE',
          dataCenterRegions: ['EUROPE', 'JAPAN', 'UNRECOGNIZED'],
          virtualBackgroundSettings: { files: [{ zoomId: 'f1', name: null, size: 5368709120 }] },
        },
        recording: { ipAddressAccessControl: { ipAddressesOrRanges: ['10.0.0.1', '10.1.0.0/16'] } },
        scheduleMeeting: { pmiPassword: null, audioType: 'THIRD_PARTY' },
        tsp: { callOutCountries: [{ code: '1', name: 'US' }] },
        whiteboard: null,
      },
      security: {
        meetingSecurity: {
          waitingRoomSettings: { participantsToPlaceInWaitingRoom: 'EVERYONE', whitelistedDomainsForWaitingRoom: null },
        },
      },
      authentication: {
        authenticationOptions: [
          { zoomId: 'o1', type: 'ENFORCE_LOGIN', domains: ['a.com', 'b.com'], defaultOption: false, visible: null },
        ],
      },
    },
    calls: [
      'GET /users/u1/settings',
      'GET /users/u1/settings?login_type=101&option=meeting_authentication',
      'GET /users/u1/settings?option=meeting_security',
    ],
    together: true,
  },
  {
    name: 'permissions, assistants and schedulers, whose users are known by id and email without a call',
    table: {
      'GET /users/u1/permissions': { permissions: ['User:Read', 'Role:Edit'] },
      'GET /users/u1/assistants': { assistants: [{ id: 'u2', email: 'u2@example.com' }] },
      'GET /users/u1/schedulers': { schedulers: [{ id: 'u3', email: 'u3@example.com', pmi: 5551234567 }] },
    },
    query: `{ user(id: "u1") {
      zoomId permissions { permissions } assistants { totalCount nodes { user { id email } } }
      schedulers { totalCount pageInfo { hasNextPage } nodes { pmi user { zoomId email } } }
    } }`,
    at: 'user',
    data: {
      zoomId: 'u1',
      permissions: { permissions: ['User:Read', 'Role:Edit'] },
      assistants: { totalCount: 1, nodes: [{ user: { id: globalId('User', 'u2'), email: 'u2@example.com' } }] },
      schedulers: {
        totalCount: 1,
        pageInfo: { hasNextPage: false },
        nodes: [{ pmi: '5551234567', user: { zoomId: 'u3', email: 'u3@example.com' } }],
      },
    },
    calls: ['GET /users/u1/assistants', 'GET /users/u1/permissions', 'GET /users/u1/schedulers'],
    together: true,
  },
  {
    name: 'a user without assistants has an empty list, also where Zoom leaves it out',
    table: {
      'GET /users/u1': { id: 'u1' },
      'GET /users/u1/assistants': { assistants: [] },
      'GET /users/u1/schedulers': {},
    },
    query: '{ user(id: "u1") { assistants { nodes { email } } schedulers { totalCount } } }',
    data: { user: { assistants: { nodes: [] }, schedulers: { totalCount: 0 } } },
  },
]);

test('a list brings 20 fields in one call, and a second page on demand', async () => {
  const { run, calls } = stub({
    'GET /users': ({ query }: Received) =>
      query.has('next_page_token')
        ? { users: userList(300, 301), next_page_token: '', total_records: 301 }
        : { users: userList(0, 300), next_page_token: 'T1', total_records: 301 },
  });
  const fields = `id zoomId email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds
    employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt`;
  const query = `query ($after: String) {
    users(first: 300, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } }
  }`;
  type Answer = { users: { pageInfo: { endCursor: string }; nodes: { zoomId: string }[] } };
  const one = await run<Answer>(query);
  expect(one.errors).toBeUndefined();
  expect(one.data?.users).toMatchObject({ totalCount: 301, pageInfo: { hasNextPage: true } });
  expect(one.data?.users.nodes.map(({ zoomId }) => zoomId)).toEqual(userList(0, 300).map(({ id }) => id));
  expect(calls).toEqual(['GET /users?status=active&page_size=300']);

  const two = await run<Answer>(query, { after: one.data?.users.pageInfo.endCursor });
  expect(two.data?.users).toMatchObject({ totalCount: 301, pageInfo: { hasNextPage: false } });
  expect(two.data?.users.nodes.map(({ zoomId }) => zoomId)).toEqual(['u300']);
  expect(calls.slice(1)).toEqual(['GET /users?status=active&page_size=300&next_page_token=T1']);
});

const byStatus = {
  'GET /users': ({ query }: Received) =>
    ({
      active: { users: [{ id: 'a', email: 'a@example.com', status: 'active' }], total_records: 1 },
      inactive: { users: [{ id: 'i', email: 'i@example.com', status: 'inactive' }], total_records: 1 },
      pending: {
        users: [
          { email: 'p@example.com', status: 'pending' },
          { email: 'q@example.com', status: 'pending' },
        ],
        total_records: 2,
      },
    })[query.get('status') ?? ''],
};

test('users of several statuses are one list of all three of Zoom’s, and a pending one is known by the email', async () => {
  const { run, calls } = stub(byStatus);
  const { data } = await run(
    '{ users(status: [ACTIVE, INACTIVE, PENDING]) { totalCount nodes { id zoomId email status } } }',
  );
  const user = (key: string, email: string, status: string) => ({
    id: globalId('User', key),
    zoomId: key,
    email,
    status,
  });
  expect(data?.users).toEqual({
    totalCount: 4,
    nodes: [
      user('a', 'a@example.com', 'ACTIVE'),
      user('i', 'i@example.com', 'INACTIVE'),
      user('p@example.com', 'p@example.com', 'PENDING'),
      user('q@example.com', 'q@example.com', 'PENDING'),
    ],
  });
  expect(calls).toEqual([
    'GET /users?status=active&page_size=30',
    'GET /users?status=inactive&page_size=30',
    'GET /users?status=pending&page_size=30',
  ]);
});

test('a cursor crosses the border between two statuses', async () => {
  const { run } = stub(byStatus);
  const query = `query ($after: String) {
    users(first: 1, after: $after, status: [ACTIVE, INACTIVE, PENDING]) {
      pageInfo { hasNextPage endCursor } nodes { email }
    }
  }`;
  type Answer = { users: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { email: string }[] } };
  const emails: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Answer['users'] | undefined = (await run<Answer>(query, { after })).data?.users;
    emails.push(...(page?.nodes.map(({ email }) => email) ?? []));
    if (!page?.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(emails).toEqual(['a@example.com', 'i@example.com', 'p@example.com', 'q@example.com']);
});

test('a total alone is read in one small page for each status', async () => {
  const { run, calls } = stub(byStatus);
  const { data } = await run('{ users(first: 1000, status: [ACTIVE, PENDING, ACTIVE]) { totalCount } }');
  expect(data).toEqual({ users: { totalCount: 3 } });
  expect(calls).toEqual(['GET /users?status=active&page_size=30', 'GET /users?status=pending&page_size=30']);
});

test.each([0, -1, 5000])('first: %i is refused without a call, and the field beside it is answered', async (first) => {
  const { run, calls } = stub({ 'GET /users/u1': { id: 'u1', email: 'u1@example.com' } });
  const { data, errors } = await run(`{ users(first: ${first}) { nodes { id } } user(id: "u1") { email } }`);
  expect(data).toEqual({ users: null, user: { email: 'u1@example.com' } });
  expect(errors).toEqual([
    expect.objectContaining({
      message: `\`first\` must be from 1 to 1000, and is ${first}. Page on with \`after\` for more.`,
      path: ['users'],
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
  expect(calls).toEqual(['GET /users/u1']);
});

test('users without a status are refused', async () => {
  const { run, calls } = stub({});
  const { errors } = await run('{ users(status: []) { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});

test.each([
  ['email', ['GET /users?status=active&page_size=30']],
  ['hostKey', ['GET /users?include_fields=host_key&status=active&page_size=30']],
  ['customAttributes { value }', ['GET /users?include_fields=custom_attributes&status=active&page_size=30']],
])('users { %s } asks for what comes only on request when it is selected', async (selection, expected) => {
  const { run, calls } = stub({ 'GET /users': { users: userList(0, 2) } });
  const { errors } = await run(`{ users { nodes { ${selection} } } }`);
  expect(errors).toBeUndefined();
  expect(calls).toEqual(expected);
});

test('host key and custom attributes together take a list each, since Zoom takes one of them a call', async () => {
  const { run, calls } = stub({
    'GET /users': ({ query }: Received) => ({
      users: userList(0, 5).map((user) => ({
        ...user,
        ...(query.get('include_fields') === 'host_key' && { host_key: `key of ${user.id}` }),
        ...(query.get('include_fields') === 'custom_attributes' && {
          custom_attributes: [{ key: 'k', value: user.id }],
        }),
      })),
      total_records: 5,
    }),
  });
  const { data } = await run('{ users(first: 5) { nodes { hostKey customAttributes { value } } } }');
  expect(data?.users).toEqual({
    nodes: userList(0, 5).map(({ id }) => ({ hostKey: `key of ${id}`, customAttributes: [{ value: id }] })),
  });
  expect(calls).toEqual([
    'GET /users?include_fields=host_key&status=active&page_size=30',
    'GET /users?include_fields=custom_attributes&status=active&page_size=300',
  ]);
});

test('what only the single GET has is read singly: five users cost six calls, and a bad one leaves the others whole', async () => {
  const { run, calls } = stub({
    'GET /users': { users: userList(0, 5), total_records: 5 },
    ...Object.fromEntries(userList(0, 4).map((user) => [`GET /users/${user.id}`, { ...user, job_title: 'Engineer' }])),
    'GET /users/u4': refusal(404, 1001, 'User does not exist: u4.'),
  });
  const { data, errors } = await run('{ users(first: 5) { nodes { email jobTitle } } }');
  expect(data?.users).toEqual({
    nodes: userList(0, 5).map(({ email }, i) => ({ email, jobTitle: i === 4 ? null : 'Engineer' })),
  });
  expect(errors).toMatchObject([{ path: ['users', 'nodes', 4, 'jobTitle'], extensions: { code: 'NOT_FOUND' } }]);
  expect(calls).toEqual(['GET /users?status=active&page_size=30', ...[0, 1, 2, 3, 4].map((n) => `GET /users/u${n}`)]);
});

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
  expect(priceIn(await askingOn(gateway)(query, { dryRun: true }))?.calls).toBe(10_034);
  const { data, errors } = await run(query);
  expect(errors).toBeUndefined();
  expect(data?.users).toEqual({ nodes: all.map(({ job_title }) => ({ jobTitle: job_title, picUrl: null })) });
  expect(calls).toHaveLength(34);
});

test('users by their ids are read by pages, once the list has held what it need not', async () => {
  const { run, calls, gateway } = stub({
    'GET /users': { users: userList(0, 8).map((user) => ({ ...user, job_title: 'Engineer' })), total_records: 8 },
    ...Object.fromEntries(userList(0, 8).map((user) => [`GET /users/${user.id}`, { ...user, job_title: 'Engineer' }])),
  });
  const ids = userList(0, 8).map(({ id }) => globalId('User', id));
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email jobTitle } } }';
  const made = async () => {
    const price = priceIn(await askingOn(gateway)(query, { dryRun: true }, { ids }));
    calls.length = 0;
    expect((await run(query, { ids })).data?.nodes).toEqual(
      userList(0, 8).map(({ email }) => ({ email, jobTitle: 'Engineer' })),
    );
    return { price: price?.calls, calls: calls.length };
  };
  // The list may be looked at for nothing.
  expect(await made()).toEqual({ price: 9, calls: 8 });
  await run('{ users(first: 8) { nodes { id } } }');
  expect(await made()).toEqual({ price: 9, calls: 1 });
});

test('the roles of 300 users cost two calls', async () => {
  const { run, calls } = stub({
    'GET /users': { users: userList(0, 300).map((user, i) => ({ ...user, role_id: String(i % 3) })) },
    'GET /roles': { roles: ['Owner', 'Admin', 'Member'].map((name, id) => ({ id: String(id), name })) },
  });
  const { data } = await run('{ users(first: 300) { nodes { role { id zoomId name } } } }');
  const names = ['Owner', 'Admin', 'Member'];
  expect(data?.users).toEqual({
    nodes: userList(0, 300).map((_, i) => ({
      role: { id: globalId('Role', String(i % 3)), zoomId: String(i % 3), name: names[i % 3] },
    })),
  });
  expect(calls).toEqual(['GET /users?status=active&page_size=300', 'GET /roles']);
});

test('the same user by id, by email and as me is read once each, and known by one id', async () => {
  const ada = { id: 'u1', email: 'Ada@Example.com', dept: 'Engines' };
  const { run, calls } = stub({ 'GET /users/u1': ada, 'GET /users/ada@example.com': ada, 'GET /users/me': ada });
  const { data, errors } = await run(`{
    byId: user(id: "u1") { id dept } byEmail: user(id: "ada@example.com") { id zoomId dept } byMe: user(id: "me") { id }
    me { id zoomId email dept }
  }`);
  const id = globalId('User', 'u1');
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    byId: { id, dept: 'Engines' },
    byEmail: { id, zoomId: 'u1', dept: 'Engines' },
    byMe: { id },
    me: { id, zoomId: 'u1', email: 'Ada@Example.com', dept: 'Engines' },
  });
  expect(calls.sort()).toEqual(['GET /users/ada@example.com', 'GET /users/me', 'GET /users/u1']);
});

refusals(
  [
    ['GET /users', 400, 300, 'BAD_USER_INPUT', 'users { nodes { email } }'],
    ['GET /users/gone', 404, 1001, 'NOT_FOUND', 'user(id: "gone") { email }'],
    ['GET /users/gone', 400, 1010, 'NOT_FOUND', 'user(id: "gone") { email }'],
    ['GET /users/me', 400, 4711, 'MISSING_SCOPE', 'me { email }'],
  ],
  {
    table: { 'GET /users/u1': ada },
    query: (refused) => `{ ${refused} user(id: "u1") { dept } }`,
    data: { refused: null, user: { dept: 'Engines' } },
  },
);

refusals(
  [
    ['GET /users/u1/permissions', 404, 1001, 'NOT_FOUND', 'permissions { permissions }'],
    ['GET /users/u1/settings', 400, 200, 'FORBIDDEN', 'settings { tsp { callOut } }'],
    ['GET /users/u1/assistants', 404, 1120, 'NOT_FOUND', 'assistants { nodes { email } }'],
    ['GET /users/u1/schedulers', 403, 403, 'FORBIDDEN', 'schedulers { nodes { email } }'],
  ],
  {
    table: { 'GET /users/u1': ada },
    query: (refused) => `{ user(id: "u1") { dept ${refused} } }`,
    data: { user: { dept: 'Engines', refused: null } },
  },
);

refusals([
  [
    'POST /users',
    409,
    1005,
    'CONFLICT',
    'createUser(input: { action: CREATE, userInfo: { email: "a@b.c", type: BASIC } }) { user { id } }',
  ],
  ['PATCH /users/u1', 404, 1001, 'NOT_FOUND', 'updateUser(input: { userId: "u1", dept: "x" }) { user { id } }'],
  ['DELETE /users/u1', 400, 1117, 'FORBIDDEN', 'deleteUser(input: { userId: "u1" }) { deletedUserId }'],
  [
    'PUT /users/u1/status',
    400,
    2034,
    'FORBIDDEN',
    'updateUserStatus(input: { userId: "u1", action: ACTIVATE }) { user { id } }',
  ],
  [
    'PATCH /users/u1/settings',
    400,
    300,
    'BAD_USER_INPUT',
    'updateUserSettings(input: { userId: "u1", recordingAuthentication: true }) { user { id } }',
  ],
]);

writes(
  [
    {
      name: 'createUser sends Zoom’s names and values, and its answer needs no further call',
      mutation: `createUser(input: { action: AUTO_CREATE, userInfo: {
        email: "ada@example.com", lastName: "", type: BASIC, planUnitedType: PRO_ZOOM_PHONE,
        feature: { zoomPhone: false, zoomOneType: 16 }, licenseInfoList: [{ licenseType: ZOOM_WORKPLACE_BUNDLE, licenseOption: 0, subscriptionId: "s1" }]
      } }) { user { id zoomId email firstName lastName type } }`,
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
      body: {
        action: 'autoCreate',
        user_info: {
          email: 'ada@example.com',
          last_name: '',
          type: 1,
          plan_united_type: '16',
          feature: { zoom_phone: false, zoom_one_type: 16 },
          license_info_list: [{ license_type: 'ZOOM_WORKPLACE_BUNDLE', license_option: 0, subscription_id: 's1' }],
        },
      },
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
      name: 'updateUser sends false, 0 and "", leaves out what is left out, and reads the user again',
      mutation: `updateUser(input: {
        userId: "${globalId('User', 'u1')}", loginType: FACEBOOK, removeTspCredentials: false, lastName: "",
        type: UNASSIGNED_WITHOUT_MEETINGS, pronounsOption: NEVER_SHOW, pmi: "5551234567", usePmi: false, divisionIds: [],
        planUnitedType: NONE, zoomOneType: 0, customAttributes: [{ key: "k", value: "" }], groupId: "${globalId('Group', 'g1')}",
        phoneNumbers: [{ label: MOBILE, number: "207" }], feature: { zoomPhone: false }
      }) { user { id dept } }`,
      payload: { user: { id: globalId('User', 'u1'), dept: 'Engines' } },
      calls: ['PATCH /users/u1?login_type=0&remove_tsp_credentials=false', 'GET /users/u1'],
      body: {
        last_name: '',
        type: 4,
        pronouns_option: 3,
        pmi: 5551234567,
        use_pmi: false,
        division_ids: [],
        plan_united_type: 'none',
        zoom_one_type: 0,
        custom_attributes: [{ key: 'k', value: '' }],
        group_id: 'g1',
        phone_numbers: [{ label: 'Mobile', number: '207' }],
        feature: { zoom_phone: false },
      },
    },
    {
      name: 'updateUserSettings sends a deep subset, and the payload reads the settings again',
      mutation: `updateUserSettings(input: {
        userId: "u1", option: MEETING_SECURITY,
        feature: { meetingCapacity: 0, zoomEventsUnlimitedCapacities: [100, 0], concurrentMeeting: PLUS,
          licenseInfoList: [{ licenseType: ZOOM_DOCS, licenseOption: 576460752303423488 }] },
        inMeeting: { allowParticipantsChatWith: NO_ONE, entryExitChime: ALL, dataCenterRegions: [JAPAN, EUROPE],
          languageInterpretation: { allowUpTo25CustomLanguagesWhenSchedulingMeetings: false, customLanguages: ["Klingon"] },
          webinarChat: { allowUsersSaveChats: NOTHING } },
        meetingSecurity: { encryptionType: E2EE, waitingRoomSettings: {
          participantsToPlaceInWaitingRoom: EVERYONE, whitelistedDomainsForWaitingRoom: ["a.com", "b.com"] } },
        recording: { optimizeRecordingFor3rdPartyVideoEditor: false, autoRecording: NONE,
          ipAddressAccessControl: { ipAddressesOrRanges: ["10.0.0.1", "10.1.0.0/16"] } },
        scheduleMeeting: { audioType: THIRD_PARTY, pmiPassword: "", meetingPasswordRequirement: { length: 0 } },
        telephony: { telephonyRegions: { selectionValues: ["DE", "FR"] } }, tsp: { callOutCountries: [{ code: "1" }] },
        authenticationOption: { action: HIDE, domains: [], defaultOption: false }
      }) { user { zoomId settings(option: MEETING_SECURITY) { meetingSecurity { waitingRoom } } } }`,
      payload: { user: { zoomId: 'u1', settings: { meetingSecurity: { waitingRoom: false } } } },
      calls: ['PATCH /users/u1/settings?option=meeting_security', 'GET /users/u1/settings?option=meeting_security'],
      body: {
        feature: {
          meeting_capacity: 0,
          zoom_events_unlimited_capacities: [100, 0],
          concurrent_meeting: 'Plus',
          license_info_list: [{ license_type: 'ZOOM_DOCS', license_option: 2 ** 59 }],
        },
        in_meeting: {
          allow_participants_chat_with: 1,
          entry_exit_chime: 'all',
          data_center_regions: ['TY', 'EU'],
          language_interpretation: {
            allow_up_to_25_custom_languages_when_scheduling_meetings: false,
            custom_languages: ['Klingon'],
          },
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
          optimize_recording_for_3rd_party_video_editor: false,
          auto_recording: 'none',
          ip_address_access_control: { ip_addresses_or_ranges: '10.0.0.1,10.1.0.0/16' },
        },
        schedule_meeting: { audio_type: 'thirdParty', pmi_password: '', meeting_password_requirement: { length: 0 } },
        telephony: { telephony_regions: { selection_values: 'DE,FR' } },
        tsp: { call_out_countries: [{ code: '1' }] },
        authentication_option: { action: 'hide', domains: '', default_option: false },
      },
    },

    {
      name: 'updateUserStatus sends the action',
      mutation: 'updateUserStatus(input: { userId: "u1", action: DEACTIVATE }) { user { zoomId } }',
      payload: { user: { zoomId: 'u1' } },
      calls: ['PUT /users/u1/status'],
      body: { action: 'deactivate' },
    },

    {
      name: 'deleteUser sends its choices as the query',
      mutation: `deleteUser(input: {
        userId: "${globalId('User', 'u1')}", action: DELETE, transferEmail: "b@example.com", transferMeeting: true, transferWebinar: false
      }) { deletedUserId }`,
      payload: { deletedUserId: globalId('User', 'u1') },
      calls: [
        'DELETE /users/u1?action=delete&transfer_email=b@example.com&transfer_meeting=true&transfer_webinar=false',
      ],
    },
  ],
  {
    'GET /users/u1': ada,
    'POST /users': { ...ada, dept: undefined },
    'PATCH /users/u1': done(),
    'PUT /users/u1/status': done(),
    'PUT /users/u1/email': done(),
    'DELETE /users/u1': done(),
    'PATCH /users/u1/settings': done(),
    'GET /users/u1/settings': { meeting_security: { waiting_room: false } },
  },
);

test('after each of two changes the user is read again', async () => {
  let dept = 'Engines';
  const { run, calls } = stub({
    'GET /users/u1': () => ({ id: 'u1', dept }),
    'PATCH /users/u1': ({ body }: Received) => {
      ({ dept } = body as { dept: string });
      return done();
    },
  });
  const { data } = await run(`mutation {
    one: updateUser(input: { userId: "u1", dept: "One" }) { user { dept } }
    two: updateUser(input: { userId: "u1", dept: "Two" }) { user { dept } }
  }`);
  expect(data).toEqual({ one: { user: { dept: 'One' } }, two: { user: { dept: 'Two' } } });
  expect(calls).toEqual(['PATCH /users/u1', 'GET /users/u1', 'PATCH /users/u1', 'GET /users/u1']);
});
