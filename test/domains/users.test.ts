import { expect, test } from 'vitest';
import { priceIn } from '../priced.ts';
import { askingOn } from '../run.ts';
import { done, type Received, refusal, stub } from '../stub.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);
const userList = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({ id: `u${from + i}`, email: `u${from + i}@example.com` }));

test('a user has every field that Zoom gives, with "" as null and numbers as words', async () => {
  const { run, calls } = stub({
    'GET /users/u1': {
      id: 'u1',
      email: 'ada@example.com',
      first_name: 'Ada',
      last_name: 'Lovelace',
      display_name: 'Ada Lovelace',
      type: 2,
      status: 'active',
      role_id: '1',
      role_name: 'Admin',
      dept: '',
      job_title: 'Engineer',
      company: 'Analytical Engines',
      location: '',
      cost_center: 'CC 1',
      manager: 'charles@example.com',
      pronouns: 'she/her',
      pronouns_option: 2,
      language: 'en-US',
      timezone: 'Europe/London',
      pmi: 99999999999,
      use_pmi: false,
      personal_meeting_url: 'https://zoom.us/j/99999999999',
      vanity_url: '',
      pic_url: 'https://zoom.us/p/ada.png',
      phone_country: '',
      phone_number: '',
      phone_numbers: [{ code: '+44', country: 'GB', label: 'Office', number: '2071838750', verified: true }],
      group_ids: ['g1', 'g2'],
      im_group_ids: [],
      custom_attributes: [{ key: 'cb1', name: 'Floor', value: '' }],
      employee_unique_id: '',
      login_types: [100, 101, 4711],
      verified: 1,
      plan_united_type: '16384',
      zoom_one_type: 2 ** 59,
      license_info_list: [{ license_type: 'MEETING', license_option: 2, subscription_id: 's1' }],
      account_id: 'a1',
      account_number: 10009999,
      cms_user_id: '',
      jid: 'u1@xmpp.zoom.us',
      cluster: 'us04',
      last_login_time: '2026-03-01T08:00:00Z',
      last_client_version: '6.4.1.1(mac)',
      created_at: '2024-05-06T07:08:09Z',
      user_created_at: '2023-05-06T07:08:09Z',
    },
  });
  const { data, errors } = await run(`{
    user(id: "u1") {
      id zoomId email firstName lastName displayName type status roleId roleName dept jobTitle company location
      costCenter manager pronouns pronounsOption language timezone pmi usePmi personalMeetingUrl vanityUrl picUrl
      phoneCountry phoneNumber phoneNumbers { code country label number verified } groupIds imGroupIds divisionIds
      customAttributes { key name value } employeeUniqueId loginTypes verified planUnitedType zoomOneType
      licenseInfoList { licenseType licenseOption subscriptionId } accountId accountNumber cmsUserId jid cluster
      lastLoginTime lastClientVersion createdAt userCreatedAt
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.user).toEqual({
    id: globalId('User', 'u1'),
    zoomId: 'u1',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    displayName: 'Ada Lovelace',
    type: 'LICENSED',
    status: 'ACTIVE',
    roleId: '1',
    roleName: 'Admin',
    dept: null,
    jobTitle: 'Engineer',
    company: 'Analytical Engines',
    location: null,
    costCenter: 'CC 1',
    manager: 'charles@example.com',
    pronouns: 'she/her',
    pronounsOption: 'ALWAYS_SHOW',
    language: 'en-US',
    timezone: 'Europe/London',
    pmi: '99999999999',
    usePmi: false,
    personalMeetingUrl: 'https://zoom.us/j/99999999999',
    vanityUrl: null,
    picUrl: 'https://zoom.us/p/ada.png',
    phoneCountry: null,
    phoneNumber: null,
    phoneNumbers: [{ code: '+44', country: 'GB', label: 'OFFICE', number: '2071838750', verified: true }],
    groupIds: ['g1', 'g2'],
    imGroupIds: [],
    divisionIds: null,
    customAttributes: [{ key: 'cb1', name: 'Floor', value: null }],
    employeeUniqueId: null,
    loginTypes: ['EMAIL', 'SSO', 'UNRECOGNIZED'],
    verified: 'VERIFIED',
    planUnitedType: 'ENTERPRISE_ZOOM_PHONE',
    zoomOneType: 2 ** 59,
    licenseInfoList: [{ licenseType: 'MEETING', licenseOption: 2, subscriptionId: 's1' }],
    accountId: 'a1',
    accountNumber: '10009999',
    cmsUserId: null,
    jid: 'u1@xmpp.zoom.us',
    cluster: 'us04',
    lastLoginTime: '2026-03-01T08:00:00.000Z',
    lastClientVersion: '6.4.1.1(mac)',
    createdAt: '2024-05-06T07:08:09.000Z',
    userCreatedAt: '2023-05-06T07:08:09.000Z',
  });
  expect(calls).toEqual(['GET /users/u1']);
});

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

test('an account without such users has an empty list', async () => {
  const { run, calls } = stub({ 'GET /users': { users: [], total_records: 0 } });
  const { data } = await run(`{
    users(status: [PENDING], roleId: "${globalId('Role', '1')}", license: ZOOM_COMPLIANCE_MANAGEMENT) {
      totalCount nodes { email } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`);
  expect(data?.users).toEqual({
    totalCount: 0,
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
  expect(calls).toEqual(['GET /users?role_id=1&license=zoom_compliance_management&status=pending&page_size=30']);
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

test('the host key of an inactive user is in the list of those alone', async () => {
  const { run, calls } = stub({
    'GET /users': ({ query }: Received) => ({
      users: query.get('status') === 'inactive' ? [{ id: 'u1', host_key: '123456' }] : [{ id: 'u2' }],
      total_records: 1,
    }),
  });
  const { data, errors } = await run('{ user(id: "u1") { hostKey } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ user: { hostKey: '123456' } });
  expect(calls).toEqual([
    'GET /users?include_fields=host_key&status=active&page_size=300',
    'GET /users?include_fields=host_key&status=inactive&page_size=300',
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

test('what the answer of a mutation holds is not read again', async () => {
  const { run, calls } = stub({ 'POST /users': { id: 'u1', email: 'u1@example.com', job_title: 'Engineer' } });
  const { data, errors } = await run(`mutation {
    createUser(input: { action: CREATE, userInfo: { email: "u1@example.com", type: BASIC } }) { user { email jobTitle } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.createUser).toEqual({ user: { email: 'u1@example.com', jobTitle: 'Engineer' } });
  expect(calls).toEqual(['POST /users']);
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

test('groups, account and role by id cost nothing where the list names them', async () => {
  const { run, calls } = stub({
    'GET /users': { users: [{ id: 'u1', role_id: '2', group_ids: ['g1', 'g2'] }, { id: 'u2' }] },
  });
  const { data } = await run('{ users { nodes { role { zoomId } groups { zoomId id } } } }');
  expect(data?.users).toEqual({
    nodes: [
      {
        role: { zoomId: '2' },
        groups: [
          { zoomId: 'g1', id: globalId('Group', 'g1') },
          { zoomId: 'g2', id: globalId('Group', 'g2') },
        ],
      },
      { role: null, groups: [] },
    ],
  });
  expect(calls).toEqual(['GET /users?status=active&page_size=30']);
});

test('the same user by id, by email and as me is read once each, and known by one id', async () => {
  const ada = { id: 'u1', email: 'Ada@Example.com', dept: 'Engines' };
  const { run, calls } = stub({
    'GET /users/u1': ada,
    'GET /users/ada@example.com': ada,
    'GET /users/me': ada,
  });
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

test('settings by option: Zoom’s nesting in camelCase, each option a call of its own', async () => {
  const { run, calls } = stub({
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
          recording: {
            optimize_recording_for_3rd_party_video_editor: true,
            ip_address_access_control: { ip_addresses_or_ranges: '10.0.0.1, 10.1.0.0/16' },
          },
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
          meeting_authentication: true,
          authentication_options: [{ id: 'o1', type: 'enforce_login', domains: 'a.com,b.com', default_option: false }],
        },
      })[query.get('option') ?? 'none'],
  });
  const { data, errors } = await run(`{
    user(id: "u1") {
      settings {
        inMeeting { chat allowParticipantsChatWith entryExitChime dataCenterRegions virtualBackgroundSettings { files { zoomId name size } } }
        recording { optimizeRecordingFor3rdPartyVideoEditor ipAddressAccessControl { ipAddressesOrRanges } }
        scheduleMeeting { pmiPassword audioType }
        tsp { callOutCountries }
        whiteboard { inMeetingAdvancedWhiteboard }
      }
      security: settings(option: MEETING_SECURITY) {
        meetingSecurity { waitingRoomSettings { participantsToPlaceInWaitingRoom whitelistedDomainsForWaitingRoom } }
      }
      authentication: settings(option: MEETING_AUTHENTICATION, loginType: SSO) {
        meetingAuthentication authenticationOptions { zoomId type domains defaultOption visible }
      }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.user).toEqual({
    settings: {
      inMeeting: {
        chat: false,
        allowParticipantsChatWith: 'HOSTS',
        entryExitChime: 'NONE',
        dataCenterRegions: ['EUROPE', 'JAPAN', 'UNRECOGNIZED'],
        virtualBackgroundSettings: { files: [{ zoomId: 'f1', name: null, size: 5368709120 }] },
      },
      recording: {
        optimizeRecordingFor3rdPartyVideoEditor: true,
        ipAddressAccessControl: { ipAddressesOrRanges: ['10.0.0.1', '10.1.0.0/16'] },
      },
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
      meetingAuthentication: true,
      authenticationOptions: [
        { zoomId: 'o1', type: 'ENFORCE_LOGIN', domains: ['a.com', 'b.com'], defaultOption: false, visible: null },
      ],
    },
  });
  expect(calls.sort()).toEqual([
    'GET /users/u1/settings',
    'GET /users/u1/settings?login_type=101&option=meeting_authentication',
    'GET /users/u1/settings?option=meeting_security',
  ]);
});

test('permissions, assistants and schedulers, whose users are known by id and email without a call', async () => {
  const { run, calls } = stub({
    'GET /users/u1/permissions': { permissions: ['User:Read', 'Role:Edit'] },
    'GET /users/u1/assistants': {
      assistants: [{ id: 'u2', email: 'u2@example.com', can_manage_host_private_event: false }],
    },
    'GET /users/u1/schedulers': { schedulers: [{ id: 'u3', email: 'u3@example.com', pmi: 5551234567 }] },
  });
  const { data, errors } = await run(`{
    user(id: "u1") {
      zoomId
      permissions { permissions }
      assistants { totalCount nodes { zoomId email canManageHostPrivateEvent user { id email } } }
      schedulers { totalCount pageInfo { hasNextPage } nodes { zoomId email pmi user { zoomId email } } }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.user).toEqual({
    zoomId: 'u1',
    permissions: { permissions: ['User:Read', 'Role:Edit'] },
    assistants: {
      totalCount: 1,
      nodes: [
        {
          zoomId: 'u2',
          email: 'u2@example.com',
          canManageHostPrivateEvent: false,
          user: { id: globalId('User', 'u2'), email: 'u2@example.com' },
        },
      ],
    },
    schedulers: {
      totalCount: 1,
      pageInfo: { hasNextPage: false },
      nodes: [
        { zoomId: 'u3', email: 'u3@example.com', pmi: '5551234567', user: { zoomId: 'u3', email: 'u3@example.com' } },
      ],
    },
  });
  expect(calls.sort()).toEqual(['GET /users/u1/assistants', 'GET /users/u1/permissions', 'GET /users/u1/schedulers']);
});

test('a user without assistants has an empty list, also where Zoom leaves it out', async () => {
  const { run } = stub({
    'GET /users/u1': { id: 'u1' },
    'GET /users/u1/assistants': { assistants: [] },
    'GET /users/u1/schedulers': {},
  });
  const { data } = await run('{ user(id: "u1") { assistants { nodes { email } } schedulers { totalCount } } }');
  expect(data?.user).toEqual({ assistants: { nodes: [] }, schedulers: { totalCount: 0 } });
});

test.each([
  ['GET /users', 400, 300, 'BAD_USER_INPUT', 'users { nodes { email } }'],
  ['GET /users/gone', 404, 1001, 'NOT_FOUND', 'user(id: "gone") { email }'],
  ['GET /users/gone', 400, 1010, 'NOT_FOUND', 'user(id: "gone") { email }'],
  ['GET /users/me', 400, 4711, 'MISSING_SCOPE', 'me { email }'],
])('%s refused with %i/%i is %s, its field null and its sibling whole', async (endpoint, status, code, kind, field) => {
  const { run } = stub({
    'GET /users/u1': { id: 'u1', dept: 'Engines' },
    [endpoint]: refusal(status, code, 'Zoom says no.'),
  });
  const { data, errors } = await run(`{ refused: ${field} user(id: "u1") { dept } }`);
  expect(data).toEqual({ refused: null, user: { dept: 'Engines' } });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('Zoom says no.'),
      path: ['refused'],
      extensions: { code: kind, zoom: { status, code, method: 'GET', trackingId: 'stub' } },
    },
  ]);
});

test.each([
  ['permissions', 404, 1001, 'NOT_FOUND', 'permissions { permissions }'],
  ['settings', 400, 200, 'FORBIDDEN', 'settings { tsp { callOut } }'],
  ['assistants', 404, 1120, 'NOT_FOUND', 'assistants { nodes { email } }'],
  ['schedulers', 403, 403, 'FORBIDDEN', 'schedulers { nodes { email } }'],
])('%s refused with %i/%i is %s, and the rest of the user whole', async (part, status, code, kind, field) => {
  const { run } = stub({
    'GET /users/u1': { id: 'u1', dept: 'Engines' },
    [`GET /users/u1/${part}`]: refusal(status, code, 'Zoom says no.'),
  });
  const { data, errors } = await run(`{ user(id: "u1") { dept refused: ${field} } }`);
  expect(data).toEqual({ user: { dept: 'Engines', refused: null } });
  expect(errors).toMatchObject([{ path: ['user', 'refused'], extensions: { code: kind, zoom: { status, code } } }]);
});

const ada = { id: 'u1', email: 'ada@example.com', first_name: 'Ada', last_name: '', type: 1, dept: 'Engines' };

test('createUser sends Zoom’s names and values, and its answer needs no further call', async () => {
  const { run, calls, bodies } = stub({
    'POST /users': { id: 'u1', email: 'ada@example.com', first_name: 'Ada', last_name: '', type: 1 },
  });
  const { data, errors } = await run(`mutation {
    createUser(input: { action: AUTO_CREATE, userInfo: {
      email: "ada@example.com", firstName: "Ada", lastName: "", displayName: "Ada L.", type: BASIC, password: "p4ssw0rd",
      divisionIds: ["d1"], planUnitedType: PRO_ZOOM_PHONE, feature: { zoomPhone: false, zoomOneType: 16 },
      licenseInfoList: [{ licenseType: ZOOM_WORKPLACE_BUNDLE, licenseOption: 0, subscriptionId: "s1" }]
    } }) { user { id zoomId email firstName lastName type } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.createUser).toEqual({
    user: {
      id: globalId('User', 'u1'),
      zoomId: 'u1',
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: null,
      type: 'BASIC',
    },
  });
  expect(calls).toEqual(['POST /users']);
  expect(bodies).toEqual([
    {
      action: 'autoCreate',
      user_info: {
        email: 'ada@example.com',
        first_name: 'Ada',
        last_name: '',
        display_name: 'Ada L.',
        type: 1,
        password: 'p4ssw0rd',
        division_ids: ['d1'],
        plan_united_type: '16',
        feature: { zoom_phone: false, zoom_one_type: 16 },
        license_info_list: [{ license_type: 'ZOOM_WORKPLACE_BUNDLE', license_option: 0, subscription_id: 's1' }],
      },
    },
  ]);
});

test('createUser reads again only what its answer does not tell', async () => {
  const { run, calls, bodies } = stub({
    'POST /users': { id: 'u1', email: 'ada@example.com', type: 1 },
    'GET /users/u1': ada,
  });
  const { data } = await run(`mutation {
    createUser(input: { action: CREATE, userInfo: { email: "ada@example.com", type: BASIC } }) { user { email dept } }
  }`);
  expect(data?.createUser).toEqual({ user: { email: 'ada@example.com', dept: 'Engines' } });
  expect(calls).toEqual(['POST /users', 'GET /users/u1']);
  expect(bodies).toEqual([{ action: 'create', user_info: { email: 'ada@example.com', type: 1 } }]);
});

test('updateUser sends false, 0 and "", leaves out what is left out, and reads the user again', async () => {
  const { run, calls, bodies } = stub({ 'PATCH /users/u1': done(), 'GET /users/u1': ada });
  const { data, errors } = await run(`mutation {
    updateUser(input: {
      userId: "${globalId('User', 'u1')}", loginType: FACEBOOK, removeTspCredentials: false,
      firstName: "Ada", lastName: "", displayName: "Ada", type: UNASSIGNED_WITHOUT_MEETINGS, dept: "", jobTitle: "Engineer",
      company: "AE", location: "London", costCenter: "CC 1", manager: "charles@example.com", pronouns: "she/her",
      pronounsOption: NEVER_SHOW, language: "en-US", timezone: "Europe/London", pmi: "5551234567", usePmi: false,
      hostKey: "000123", phoneCountry: "GB", phoneNumber: "1", divisionIds: [], planUnitedType: NONE, zoomOneType: 0,
      customAttributes: [{ key: "k", name: "n", value: "" }], cmsUserId: "c1", vanityName: "ada", aboutMe: "",
      groupId: "${globalId('Group', 'g1')}", linkedinUrl: "https://linkedin.example.com/ada",
      phoneNumbers: [{ code: "+44", country: "GB", label: MOBILE, number: "207" }], feature: { zoomPhone: false },
      licenseInfoList: [{ licenseType: MEETING, licenseOption: 2, subscriptionId: "s1" }]
    }) { user { id dept } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.updateUser).toEqual({ user: { id: globalId('User', 'u1'), dept: 'Engines' } });
  expect(calls).toEqual(['PATCH /users/u1?login_type=0&remove_tsp_credentials=false', 'GET /users/u1']);
  expect(bodies).toEqual([
    {
      first_name: 'Ada',
      last_name: '',
      display_name: 'Ada',
      type: 4,
      dept: '',
      job_title: 'Engineer',
      company: 'AE',
      location: 'London',
      cost_center: 'CC 1',
      manager: 'charles@example.com',
      pronouns: 'she/her',
      pronouns_option: 3,
      language: 'en-US',
      timezone: 'Europe/London',
      pmi: 5551234567,
      use_pmi: false,
      host_key: '000123',
      phone_country: 'GB',
      phone_number: '1',
      division_ids: [],
      plan_united_type: 'none',
      zoom_one_type: 0,
      custom_attributes: [{ key: 'k', name: 'n', value: '' }],
      cms_user_id: 'c1',
      vanity_name: 'ada',
      about_me: '',
      group_id: 'g1',
      linkedin_url: 'https://linkedin.example.com/ada',
      phone_numbers: [{ code: '+44', country: 'GB', label: 'Mobile', number: '207' }],
      feature: { zoom_phone: false },
      license_info_list: [{ license_type: 'MEETING', license_option: 2, subscription_id: 's1' }],
    },
  ]);
});

test('updateUserSettings sends a deep subset, and the payload reads the settings again', async () => {
  const { run, calls, bodies } = stub({
    'PATCH /users/u1/settings': done(),
    'GET /users/u1/settings': { meeting_security: { waiting_room: false } },
  });
  const { data, errors } = await run(`mutation {
    updateUserSettings(input: {
      userId: "u1", option: MEETING_SECURITY,
      emailNotification: { jbhReminder: false },
      feature: { meetingCapacity: 0, zoomEventsUnlimitedCapacities: [100, 0], concurrentMeeting: PLUS,
        licenseInfoList: [{ licenseType: ZOOM_DOCS, licenseOption: 576460752303423488 }] },
      inMeeting: {
        chat: false, allowParticipantsChatWith: NO_ONE, entryExitChime: ALL, dataCenterRegions: [JAPAN, EUROPE],
        customServiceInstructions: "", autoAnswer: false,
        languageInterpretation: { enable: true, allowUpTo25CustomLanguagesWhenSchedulingMeetings: false, customLanguages: ["Klingon"] },
        webinarChat: { allowUsersSaveChats: NOTHING }
      },
      meetingAuthentication: false,
      meetingSecurity: { waitingRoom: false, encryptionType: E2EE, waitingRoomSettings: {
        participantsToPlaceInWaitingRoom: EVERYONE, whitelistedDomainsForWaitingRoom: ["a.com", "b.com"] } },
      profile: { recordingStorageLocation: { value: "DE" } },
      recording: { optimizeRecordingFor3rdPartyVideoEditor: false, autoRecording: NONE,
        ipAddressAccessControl: { enable: true, ipAddressesOrRanges: ["10.0.0.1", "10.1.0.0/16"] } },
      recordingAuthentication: true,
      scheduleMeeting: { audioType: THIRD_PARTY, pmiPassword: "", meetingPasswordRequirement: { length: 0 } },
      telephony: { telephonyRegions: { selectionValues: ["DE", "FR"] } },
      tsp: { callOutCountries: [{ code: "1" }] },
      authenticationOption: { id: "o1", action: HIDE, domains: [], defaultOption: false }
    }) { user { zoomId settings(option: MEETING_SECURITY) { meetingSecurity { waitingRoom } } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.updateUserSettings).toEqual({
    user: { zoomId: 'u1', settings: { meetingSecurity: { waitingRoom: false } } },
  });
  expect(calls).toEqual([
    'PATCH /users/u1/settings?option=meeting_security',
    'GET /users/u1/settings?option=meeting_security',
  ]);
  expect(bodies).toEqual([
    {
      email_notification: { jbh_reminder: false },
      feature: {
        meeting_capacity: 0,
        zoom_events_unlimited_capacities: [100, 0],
        concurrent_meeting: 'Plus',
        license_info_list: [{ license_type: 'ZOOM_DOCS', license_option: 2 ** 59 }],
      },
      in_meeting: {
        chat: false,
        allow_participants_chat_with: 1,
        entry_exit_chime: 'all',
        data_center_regions: ['TY', 'EU'],
        custom_service_instructions: '',
        auto_answer: false,
        language_interpretation: {
          enable: true,
          allow_up_to_25_custom_languages_when_scheduling_meetings: false,
          custom_languages: ['Klingon'],
        },
        webinar_chat: { allow_users_save_chats: 0 },
      },
      meeting_authentication: false,
      meeting_security: {
        waiting_room: false,
        encryption_type: 'e2ee',
        waiting_room_settings: {
          participants_to_place_in_waiting_room: 0,
          whitelisted_domains_for_waiting_room: 'a.com,b.com',
        },
      },
      profile: { recording_storage_location: { value: 'DE' } },
      recording: {
        optimize_recording_for_3rd_party_video_editor: false,
        auto_recording: 'none',
        ip_address_access_control: { enable: true, ip_addresses_or_ranges: '10.0.0.1,10.1.0.0/16' },
      },
      recording_authentication: true,
      schedule_meeting: {
        audio_type: 'thirdParty',
        pmi_password: '',
        meeting_password_requirement: { length: 0 },
      },
      telephony: { telephony_regions: { selection_values: 'DE,FR' } },
      tsp: { call_out_countries: [{ code: '1' }] },
      authentication_option: { id: 'o1', action: 'hide', domains: '', default_option: false },
    },
  ]);
});

test.each([
  [
    'updateUser reads nothing again for ids alone',
    {
      call: 'updateUser(input: { userId: "u1", dept: "" }) { user { id zoomId } }',
      answer: { user: { id: globalId('User', 'u1'), zoomId: 'u1' } },
      sent: 'PATCH /users/u1',
      body: { dept: '' },
    },
  ],
  [
    'updateUserStatus sends the action',
    {
      call: 'updateUserStatus(input: { userId: "u1", action: DEACTIVATE }) { user { zoomId } }',
      answer: { user: { zoomId: 'u1' } },
      sent: 'PUT /users/u1/status',
      body: { action: 'deactivate' },
    },
  ],
  [
    'updateUserEmail sends the email',
    {
      call: 'updateUserEmail(input: { userId: "u1", email: "new@example.com" }) { user { zoomId } }',
      answer: { user: { zoomId: 'u1' } },
      sent: 'PUT /users/u1/email',
      body: { email: 'new@example.com' },
    },
  ],
  [
    'updateUserSettings reads nothing again for ids alone',
    {
      call: 'updateUserSettings(input: { userId: "u1", tsp: { callOut: false } }) { user { id } }',
      answer: { user: { id: globalId('User', 'u1') } },
      sent: 'PATCH /users/u1/settings',
      body: { tsp: { call_out: false } },
    },
  ],
  [
    'deleteUser sends its choices as the query',
    {
      call: `deleteUser(input: {
      userId: "${globalId('User', 'u1')}", action: DELETE, encryptedEmail: false, transferEmail: "b@example.com",
      transferMeeting: true, transferWebinar: false, transferRecording: true, transferWhiteboard: true,
      transferClipfiles: true, transferNotes: true, transferVisitors: true, transferDocs: true
    }) { deletedUserId }`,
      answer: { deletedUserId: globalId('User', 'u1') },
      sent: `DELETE /users/u1?action=delete&encrypted_email=false&transfer_email=b@example.com&transfer_meeting=true&${[
        'transfer_webinar=false',
        'transfer_recording=true',
        'transfer_whiteboard=true',
        'transfer_clipfiles=true',
        'transfer_notes=true',
        'transfer_visitors=true',
        'transfer_docs=true',
      ].join('&')}`,
      body: undefined,
    },
  ],
])('%s', async (_, { call, answer, sent, body }) => {
  const { run, calls, bodies } = stub({
    'PATCH /users/u1': done(),
    'PUT /users/u1/status': done(),
    'PUT /users/u1/email': done(),
    'PATCH /users/u1/settings': done(),
    'DELETE /users/u1': done(),
  });
  const { data, errors } = await run(`mutation { answer: ${call} }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ answer });
  expect(calls).toEqual([sent]);
  expect(bodies).toEqual([body]);
});

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

test.each([
  [
    'POST /users',
    409,
    1005,
    'CONFLICT',
    'createUser(input: { action: CREATE, userInfo: { email: "a@example.com", type: BASIC } }) { user { id } }',
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
])('%s refused with %i/%i is %s, and nothing is read', async (endpoint, status, code, kind, call) => {
  const { run, calls } = stub({ [endpoint]: refusal(status, code, 'Zoom says no.') });
  const { data, errors } = await run(`mutation { answer: ${call} }`);
  expect(data).toEqual({ answer: null });
  expect(errors).toMatchObject([{ path: ['answer'], extensions: { code: kind, zoom: { status, code } } }]);
  expect(calls).toEqual([endpoint]);
});
