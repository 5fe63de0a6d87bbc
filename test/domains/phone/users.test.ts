import { expect, test } from 'vitest';
import { done, refusal, stub, type Table } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);

const ann = {
  id: 'u1',
  phone_user_id: 'p1',
  email: 'ann@example.com',
  name: 'Ann',
  status: 'activate',
  activation_status: 'ready to activate',
  extension_id: 'e1',
  extension_number: 100_000_1001,
  site: { id: 's1', name: 'Berlin' },
  department: '',
  cost_center: 'R&D',
  calling_plans: [{ type: 200, name: 'US/CA Unlimited' }],
  phone_numbers: [{ id: 'n1', number: '+12055550101' }],
};
const bob = { ...ann, id: 'u2', email: 'bob@example.com', name: 'Bob', status: 'frozen', phone_numbers: [] };
const { name: _, site: __, activation_status: ___, ...fetched } = ann;
const alone = {
  ...fetched,
  site_id: 's1',
  site_admin: false,
  emergency_address: { id: 'a1', address_line1: '1 Main St', country: 'US' },
  policy: {
    international_calling: false,
    voicemail: { enable: true, allow_delete: false, locked: true, locked_by: 'site' },
    voicemail_access_members: [{ access_user_id: 'u2', access_user_type: 'user', allow_delete: false }],
  },
};
const site = { id: 's1', name: 'Berlin', caller_id_name: 'ACME' };
const users = { 'GET /phone/users': { next_page_token: '', total_records: 1, users: [ann] } };
const one = { 'GET /phone/users/u1': alone };
const nobody = refusal(404, 404, 'The user does not exist or has no Zoom Phone.');

test('a phone user of the list has all that the list tells, in one call', async () => {
  const { run, calls } = stub(users);
  const { data, errors } = await run(`{ phone { users { totalCount nodes {
    id zoomId phoneUserId email name status activationStatus extensionId extensionNumber department costCenter siteId
    site { id zoomId name } user { id zoomId email } callingPlans { type name } phoneNumbers { zoomId number }
    numbers { zoomId number }
  } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      users: {
        totalCount: 1,
        nodes: [
          {
            id: idOf('PhoneUser', 'u1'),
            zoomId: 'u1',
            phoneUserId: 'p1',
            email: 'ann@example.com',
            name: 'Ann',
            status: 'ACTIVATE',
            activationStatus: 'READY_TO_ACTIVATE',
            extensionId: 'e1',
            extensionNumber: '1000001001',
            department: null,
            costCenter: 'R&D',
            siteId: 's1',
            site: { id: idOf('PhoneSite', 's1'), zoomId: 's1', name: 'Berlin' },
            user: { id: idOf('User', 'u1'), zoomId: 'u1', email: 'ann@example.com' },
            callingPlans: [{ type: 200, name: 'US/CA Unlimited' }],
            phoneNumbers: [{ zoomId: 'n1', number: '+12055550101' }],
            numbers: [{ zoomId: 'n1', number: '+12055550101' }],
          },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/users?page_size=30']);
});

test('100 phone users with email and site are one call, also where the account has no sites', async () => {
  const items = Array.from({ length: 100 }, (_, i) => ({
    id: `u${i}`,
    email: `u${i}@example.com`,
    ...(i % 2 && { site: { id: `s${i % 7}`, name: `Site ${i % 7}` } }),
  }));
  const { run, calls } = stub({ 'GET /phone/users': { users: items } });
  const { data, errors } = await run<{ phone: { users: { nodes: object[] } } }>(
    '{ phone { users(first: 100) { nodes { siteId user { email } site { name } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.phone.users.nodes.slice(0, 2)).toEqual([
    { siteId: null, user: { email: 'u0@example.com' }, site: null },
    { siteId: 's1', user: { email: 'u1@example.com' }, site: { name: 'Site 1' } },
  ]);
  expect(calls).toEqual(['GET /phone/users?page_size=100']);
});

test('filters reach Zoom under its names, and the second page comes by the token', async () => {
  const { run, calls } = stub({
    'GET /phone/users': ({ query }: { query: URLSearchParams }) =>
      query.has('next_page_token') ? { users: [bob] } : { users: [ann], next_page_token: 'two' },
  });
  const args = `siteId: "${idOf('PhoneSite', 's1')}", callingType: 200, status: PENDING, department: "Sales",
    costCenter: "R1", keyword: "100"`;
  const { data } = await run(
    `{ phone { users(first: 150, ${args}) { nodes { name status } pageInfo { hasNextPage } } } }`,
  );
  expect(data).toEqual({
    phone: {
      users: {
        nodes: [
          { name: 'Ann', status: 'ACTIVATE' },
          { name: 'Bob', status: 'UNRECOGNIZED' },
        ],
        pageInfo: { hasNextPage: false },
      },
    },
  });
  const query = 'site_id=s1&calling_type=200&status=pending&department=Sales&cost_center=R1&keyword=100&page_size=75';
  expect(calls).toEqual([`GET /phone/users?${query}`, `GET /phone/users?${query}&next_page_token=two`]);
});

test('an account without phone users has an empty list', async () => {
  const { run } = stub({ 'GET /phone/users': { users: [], next_page_token: '' } });
  const { data } = await run('{ phone { users { nodes { id } pageInfo { hasNextPage endCursor } totalCount } } }');
  expect(data).toEqual({
    phone: { users: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: null } },
  });
});

test('what only the single GET tells is read by it', async () => {
  const { run, calls } = stub({ ...users, ...one });
  const { data, errors } = await run(`{ phone { users { nodes { name siteAdmin
    emergencyAddress { zoomId addressLine1 country } policy { internationalCalling
      voicemail { enable allowDelete locked lockedBy }
      voicemailAccessMembers { accessUserId accessUserType allowDelete allowDownload } sms { enable } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      users: {
        nodes: [
          {
            name: 'Ann',
            siteAdmin: false,
            emergencyAddress: { zoomId: 'a1', addressLine1: '1 Main St', country: 'US' },
            policy: {
              internationalCalling: false,
              voicemail: { enable: true, allowDelete: false, locked: true, lockedBy: 'SITE' },
              voicemailAccessMembers: [
                { accessUserId: 'u2', accessUserType: 'USER', allowDelete: false, allowDownload: null },
              ],
              sms: null,
            },
          },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/users?page_size=30', 'GET /phone/users/u1']);
});

test.each([
  ["Zoom's id", 'u1', 'u1'],
  ['global id', idOf('PhoneUser', 'u1'), 'u1'],
  ['email', 'ann@example.com', 'ann@example.com'],
])('a phone user by %s is one call, and the id of its site is in it', async (_, id, path) => {
  const { run, calls } = stub({ [`GET /phone/users/${path}`]: alone });
  const { data, errors } = await run(
    'query ($id: ID!) { phoneUser(id: $id) { id zoomId siteId site { zoomId } user { zoomId email } } }',
    {
      id,
    },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phoneUser: {
      id: idOf('PhoneUser', 'u1'),
      zoomId: 'u1',
      siteId: 's1',
      site: { zoomId: 's1' },
      user: { zoomId: 'u1', email: 'ann@example.com' },
    },
  });
  expect(calls).toEqual([`GET /phone/users/${path}`]);
});

test('more of the site and the user of a phone user read by id are read by their ids', async () => {
  const { run, calls } = stub({
    ...one,
    'GET /phone/sites/s1': site,
    'GET /users/u1': { id: 'u1', email: 'ann@example.com', job_title: 'Engineer' },
  });
  const { data } = await run('{ phoneUser(id: "u1") { site { name callerIdName } user { jobTitle } } }');
  expect(data).toEqual({
    phoneUser: { site: { name: 'Berlin', callerIdName: 'ACME' }, user: { jobTitle: 'Engineer' } },
  });
  expect(calls.sort()).toEqual(['GET /phone/sites/s1', 'GET /phone/users/u1', 'GET /users/u1']);
});

test('name and activation of a phone user that was read by id come from the list', async () => {
  const { run, calls } = stub({ ...one, ...users });
  const { data } = await run('{ phoneUser(id: "u1") { name activationStatus } }');
  expect(data).toEqual({ phoneUser: { name: 'Ann', activationStatus: 'READY_TO_ACTIVATE' } });
  expect(calls).toEqual(['GET /phone/users?page_size=100']);
});

test('the phone of a user is one call, and null without an error where there is none', async () => {
  const { run, calls } = stub({
    ...one,
    'GET /users': { users: [{ id: 'u1' }, { id: 'u9' }] },
    'GET /phone/users/u9': nobody,
  });
  const { data, errors } = await run('{ users { nodes { phone { extensionNumber } } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ users: { nodes: [{ phone: { extensionNumber: '1000001001' } }, { phone: null }] } });
  expect(calls).toEqual(['GET /users?status=active&page_size=30', 'GET /phone/users/u1', 'GET /phone/users/u9']);
});

test('that the account has no Zoom Phone is an error of the phone alone', async () => {
  const { run } = stub({
    'GET /users/u1': { id: 'u1', email: 'ann@example.com' },
    'GET /phone/users/u1': refusal(403, 2031, 'Zoom Phone is not enabled.'),
  });
  const { data, errors } = await run('{ user(id: "u1") { email phone { email } } }');
  expect(data).toEqual({ user: { email: 'ann@example.com', phone: null } });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['user', 'phone'], 'FORBIDDEN']]);
});

test('a phone user that does not exist is null with NOT_FOUND, and its siblings stand', async () => {
  const { run } = stub({ ...one, 'GET /phone/users/u9': nobody });
  const { data, errors } = await run('{ a: phoneUser(id: "u9") { id } b: phoneUser(id: "u1") { zoomId } }');
  expect(data).toEqual({ a: null, b: { zoomId: 'u1' } });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code, extensions.zoom?.path])).toEqual([
    [['a'], 'NOT_FOUND', '/phone/users/{userId}'],
  ]);
});

test('the settings of a phone user', async () => {
  const { run, calls } = stub({
    'GET /phone/users/u1/settings': {
      status: 'Active',
      extension_number: 1001,
      area_code: '',
      country: { code: 'US', country_code: '1', name: 'United States' },
      delegation: {
        assistants: [{ id: 'u2', extension_type: 'user', extension_number: 1002 }],
        privileges: [1, 7, 99],
      },
      desk_phone: { devices: [{ id: 'd1', status: 'online', policy: { hot_desking: { status: 'off' } } }] },
      business_hours_settings: { business_hour_type: 2, business_hours: [{ weekday: 1, type: 0 }] },
      holiday_hours: [{ holiday_id: 'h1', from: '2026-12-24T00:00:00Z', to: '' }],
      voice_mail: [{ access_user_id: 'u2', delete: false }],
    },
  });
  const { data, errors } = await run(`{ phoneUser(id: "u1") { settings { status extensionNumber areaCode
    country { code countryCode name } delegation { assistants { zoomId extensionType extensionNumber } privileges }
    deskPhone { devices { zoomId status policy { hotDesking { status } callControl { status } } } }
    businessHoursSettings { businessHourType businessHours { weekday type from } }
    holidayHours { holidayId from to } voiceMail { accessUserId delete download } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phoneUser: {
      settings: {
        status: 'ACTIVE',
        extensionNumber: '1001',
        areaCode: null,
        country: { code: 'US', countryCode: '1', name: 'United States' },
        delegation: {
          assistants: [{ zoomId: 'u2', extensionType: 'USER', extensionNumber: '1002' }],
          privileges: ['PLACE_CALLS', 'SET_BUSINESS_HOURS', 'UNRECOGNIZED'],
        },
        deskPhone: {
          devices: [{ zoomId: 'd1', status: 'ONLINE', policy: { hotDesking: { status: 'OFF' }, callControl: null } }],
        },
        businessHoursSettings: {
          businessHourType: 'CUSTOM',
          businessHours: [{ weekday: 'SUNDAY', type: 'CLOSED', from: null }],
        },
        holidayHours: [{ holidayId: 'h1', from: '2026-12-24T00:00:00.000Z', to: null }],
        voiceMail: [{ accessUserId: 'u2', delete: false, download: null }],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/users/u1/settings']);
});

const update = (table: Table) => {
  const gateway = stub(table);
  const send = (input: string, selection: string) =>
    gateway.run(
      `mutation { updatePhoneUser(input: { userId: "${idOf('PhoneUser', 'u1')}", ${input} }) { ${selection} } }`,
    );
  return { ...gateway, send };
};

test('an update sends what was given, with the names and types of Zoom, and nothing else', async () => {
  const { send, calls, bodies } = update({ 'PATCH /phone/users/u1': done() });
  const { data, errors } = await send(
    `extensionNumber: "", siteId: "${idOf('PhoneSite', 's2')}", templateId: "t1", emergencyAddressId: "a2", policy: {
      internationalCalling: false, delegation: true, forwardingToExternalNumbers: false
      adHocCallRecording: { enable: true, recordingStartPrompt: false, playRecordingBeepTone: { enable: true, playBeepVolume: 0, playBeepMember: RECORDING_SIDE } }
      callPark: { enable: true, forwardToExtensionId: "e9", callNotPickedUpAction: VOICEMAIL, expirationPeriod: 10 }
      callOverflow: { callOverflowType: HIGH, reset: true }
      voicemail: { allowDelete: false }
      voicemailAccessMembers: [{ accessUserId: "u2", allowDownload: false }]
      voicemailTranscription: { enable: false, reset: false }
      handOffToRoom: { enable: false }
      onlineFax: { faxNotificationByEmail: false } }`,
    'phoneUser { id zoomId }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ updatePhoneUser: { phoneUser: { id: idOf('PhoneUser', 'u1'), zoomId: 'u1' } } });
  expect(calls).toEqual(['PATCH /phone/users/u1']);
  expect(bodies).toEqual([
    {
      extension_number: '',
      site_id: 's2',
      template_id: 't1',
      emergency_address_id: 'a2',
      policy: {
        international_calling: false,
        delegation: true,
        forwarding_to_external_numbers: false,
        ad_hoc_call_recording: {
          enable: true,
          recording_start_prompt: false,
          play_recording_beep_tone: { enable: true, play_beep_volume: 0, play_beep_member: 'recordingSide' },
        },
        call_park: {
          enable: true,
          forward_to_extension_id: 'e9',
          call_not_picked_up_action: 0,
          expiration_period: 10,
        },
        call_overflow: { call_overflow_type: 3, reset: true },
        voicemail: { allow_delete: false },
        voicemail_access_members: [{ access_user_id: 'u2', allow_download: false }],
        voicemail_transcription: { enable: false, reset: false },
        hand_off_to_room: { enable: false },
        online_fax: { fax_notification_by_email: false },
      },
    },
  ]);
});

test('an update reads again what the client selects of the phone user', async () => {
  const { send, calls, bodies } = update({ 'PATCH /phone/users/u1': done(), ...one });
  const { data } = await send(
    'policy: { voicemail: { enable: true } }',
    'phoneUser { zoomId policy { voicemail { enable } } }',
  );
  expect(data).toEqual({ updatePhoneUser: { phoneUser: { zoomId: 'u1', policy: { voicemail: { enable: true } } } } });
  expect(calls).toEqual(['PATCH /phone/users/u1', 'GET /phone/users/u1']);
  expect(bodies).toEqual([{ policy: { voicemail: { enable: true } } }]);
});

test.each([
  [404, 404, 'NOT_FOUND'],
  [400, 301, 'BAD_USER_INPUT'],
  [400, 409, 'CONFLICT'],
  [400, 403, 'FORBIDDEN'],
  [400, 4711, 'MISSING_SCOPE'],
])('an update that Zoom refuses with %i and code %i is null with %s', async (status, number, code) => {
  const { send, calls } = update({ 'PATCH /phone/users/u1': refusal(status, number, 'No.') });
  const { data, errors } = await send('extensionNumber: "1002"', 'phoneUser { zoomId }');
  expect(data).toEqual({ updatePhoneUser: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(calls).toEqual(['PATCH /phone/users/u1']);
});

test('null in an update is refused before Zoom is asked', async () => {
  const { send, calls } = update({});
  const { errors } = await send('policy: { voicemail: { enable: null } }', 'phoneUser { id }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors?.[0]?.message).toContain('input.policy.voicemail.enable');
  expect(calls).toEqual([]);
});
