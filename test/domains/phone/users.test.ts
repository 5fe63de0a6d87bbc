import { expect, test } from 'vitest';
import { globalId, reads, refusals } from '../../rows.ts';
import { done, refusal, stub, type Table } from '../../stub.ts';

const ann = {
  id: 'u1',
  email: 'ann@example.com',
  name: 'Ann',
  status: 'activate',
  activation_status: 'ready to activate',
  extension_number: 100_000_1001,
  site: { id: 's1', name: 'Berlin' },
  department: '',
  phone_numbers: [{ id: 'n1', number: '+12055550101' }],
};
const bob = { ...ann, id: 'u2', name: 'Bob', status: 'frozen' };
const { name: _, site: __, activation_status: ___, ...fetched } = ann;
const alone = {
  ...fetched,
  site_id: 's1',
  policy: {
    voicemail: { enable: true, allow_delete: false, locked_by: 'site' },
    voicemail_access_members: [{ access_user_type: 'user' }],
  },
};
const site = { id: 's1', name: 'Berlin', caller_id_name: 'ACME' };
const users = { 'GET /phone/users': { next_page_token: '', total_records: 1, users: [ann] } };
const one = { 'GET /phone/users/u1': alone };
const nobody = refusal(404, 404, 'The user does not exist or has no Zoom Phone.');

reads(
  [
    {
      name: 'a phone user of the list has all that the list tells, in one call',
      query: `{ phone { users { totalCount nodes {
        id zoomId status activationStatus extensionNumber department siteId
        site { id zoomId name } user { id zoomId email } phoneNumbers { zoomId number } numbers { zoomId number }
      } } } }`,
      at: 'phone.users',
      data: {
        totalCount: 1,
        nodes: [
          {
            id: globalId('PhoneUser', 'u1'),
            zoomId: 'u1',
            status: 'ACTIVATE',
            activationStatus: 'READY_TO_ACTIVATE',
            extensionNumber: '1000001001',
            department: null,
            siteId: 's1',
            site: { id: globalId('PhoneSite', 's1'), zoomId: 's1', name: 'Berlin' },
            user: { id: globalId('User', 'u1'), zoomId: 'u1', email: 'ann@example.com' },
            phoneNumbers: [{ zoomId: 'n1', number: '+12055550101' }],
            numbers: [{ zoomId: 'n1', number: '+12055550101' }],
          },
        ],
      },
      calls: ['GET /phone/users?page_size=30'],
    },
    {
      name: 'an account without phone users has an empty list',
      table: { 'GET /phone/users': { users: [], next_page_token: '' } },
      query: '{ phone { users { nodes { id } pageInfo { hasNextPage endCursor } totalCount } } }',
      data: { phone: { users: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: null } } },
    },
    {
      name: 'what only the single GET tells is read by it',
      query: `{ phone { users { nodes { name policy { voicemail { allowDelete lockedBy }
        voicemailAccessMembers { accessUserType allowDownload } sms { enable } } } } } }`,
      at: 'phone.users.nodes',
      data: [
        {
          name: 'Ann',
          policy: {
            voicemail: { allowDelete: false, lockedBy: 'SITE' },
            voicemailAccessMembers: [{ accessUserType: 'USER', allowDownload: null }],
            sms: null,
          },
        },
      ],
      calls: ['GET /phone/users?page_size=30', 'GET /phone/users/u1'],
    },
    ...[
      ["Zoom's id", 'u1', 'u1'],
      ['global id', globalId('PhoneUser', 'u1'), 'u1'],
      ['email', 'ann@example.com', 'ann@example.com'],
    ].map(([by, id, path]) => ({
      name: `a phone user by ${by} is one call, and the id of its site is in it`,
      query: `{ phoneUser(id: "${id}") { id zoomId siteId site { zoomId } user { zoomId email } } }`,
      at: 'phoneUser',
      data: {
        id: globalId('PhoneUser', 'u1'),
        zoomId: 'u1',
        siteId: 's1',
        site: { zoomId: 's1' },
        user: { zoomId: 'u1', email: 'ann@example.com' },
      },
      calls: [`GET /phone/users/${path}`],
    })),
    {
      name: 'more of the site and the user of a phone user read by id are read by their ids',
      table: { 'GET /phone/sites/s1': site, 'GET /users/u1': { id: 'u1', job_title: 'Engineer' } },
      query: '{ phoneUser(id: "u1") { site { name callerIdName } user { jobTitle } } }',
      data: { phoneUser: { site: { name: 'Berlin', callerIdName: 'ACME' }, user: { jobTitle: 'Engineer' } } },
      calls: ['GET /phone/sites/s1', 'GET /phone/users/u1', 'GET /users/u1'],
      together: true,
    },
    {
      name: 'name and activation of a phone user that was read by id come from the list',
      query: '{ phoneUser(id: "u1") { name activationStatus } }',
      data: { phoneUser: { name: 'Ann', activationStatus: 'READY_TO_ACTIVATE' } },
      calls: ['GET /phone/users?page_size=100'],
    },
    {
      name: 'the phone of a user is one call, and null without an error where there is none',
      table: { 'GET /users': { users: [{ id: 'u1' }, { id: 'u9' }] }, 'GET /phone/users/u9': nobody },
      query: '{ users { nodes { phone { extensionNumber } } } }',
      data: { users: { nodes: [{ phone: { extensionNumber: '1000001001' } }, { phone: null }] } },
      calls: ['GET /users?status=active&page_size=30', 'GET /phone/users/u1', 'GET /phone/users/u9'],
    },
  ],
  { ...users, ...one, 'GET /phone/users/ann@example.com': alone },
);

refusals([['GET /phone/users/u1', 403, 2031, 'FORBIDDEN', 'phone { email }']], {
  table: { 'GET /users/u1': { id: 'u1', email: 'ann@example.com' } },
  query: (refused) => `{ user(id: "u1") { email ${refused} } }`,
  data: { user: { email: 'ann@example.com', refused: null } },
});
refusals([['GET /phone/users/u9', 404, 404, 'NOT_FOUND', 'phoneUser(id: "u9") { id }']], {
  table: one,
  query: (refused) => `{ ${refused} b: phoneUser(id: "u1") { zoomId } }`,
  data: { refused: null, b: { zoomId: 'u1' } },
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
  const args = `siteId: "${globalId('PhoneSite', 's1')}", callingType: 200, status: PENDING, department: "Sales",
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

reads([
  {
    name: 'the settings of a phone user',
    table: {
      'GET /phone/users/u1/settings': {
        status: 'Active',
        extension_number: 1001,
        area_code: '',
        delegation: { assistants: [{ id: 'u2', extension_type: 'user' }], privileges: [1, 7, 99] },
        desk_phone: { devices: [{ status: 'online', policy: { hot_desking: { status: 'off' } } }] },
        business_hours_settings: { business_hour_type: 2, business_hours: [{ weekday: 1, type: 0 }] },
        holiday_hours: [{ from: '2026-12-24T00:00:00Z', to: '' }],
      },
    },
    query: `{ phoneUser(id: "u1") { settings {
      status extensionNumber areaCode delegation { assistants { zoomId extensionType } privileges }
      deskPhone { devices { status policy { hotDesking { status } callControl { status } } } }
      businessHoursSettings { businessHourType businessHours { weekday type from } } holidayHours { from to }
    } } }`,
    at: 'phoneUser.settings',
    data: {
      status: 'ACTIVE',
      extensionNumber: '1001',
      areaCode: null,
      delegation: {
        assistants: [{ zoomId: 'u2', extensionType: 'USER' }],
        privileges: ['PLACE_CALLS', 'SET_BUSINESS_HOURS', 'UNRECOGNIZED'],
      },
      deskPhone: { devices: [{ status: 'ONLINE', policy: { hotDesking: { status: 'OFF' }, callControl: null } }] },
      businessHoursSettings: {
        businessHourType: 'CUSTOM',
        businessHours: [{ weekday: 'SUNDAY', type: 'CLOSED', from: null }],
      },
      holidayHours: [{ from: '2026-12-24T00:00:00.000Z', to: null }],
    },
    calls: ['GET /phone/users/u1/settings'],
  },
]);

const update = (table: Table) => {
  const gateway = stub(table);
  const send = (input: string, selection: string) =>
    gateway.run(
      `mutation { updatePhoneUser(input: { userId: "${globalId('PhoneUser', 'u1')}", ${input} }) { ${selection} } }`,
    );
  return { ...gateway, send };
};

test('an update sends what was given, with the names and types of Zoom, and nothing else', async () => {
  const { send, calls, bodies } = update({ 'PATCH /phone/users/u1': done() });
  const { data, errors } = await send(
    `extensionNumber: "", siteId: "${globalId('PhoneSite', 's2')}", policy: {
      internationalCalling: false
      adHocCallRecording: { playRecordingBeepTone: { playBeepVolume: 0, playBeepMember: RECORDING_SIDE } }
      callPark: { callNotPickedUpAction: VOICEMAIL } callOverflow: { callOverflowType: HIGH, reset: true } }`,
    'phoneUser { id zoomId }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ updatePhoneUser: { phoneUser: { id: globalId('PhoneUser', 'u1'), zoomId: 'u1' } } });
  expect(calls).toEqual(['PATCH /phone/users/u1']);
  expect(bodies).toEqual([
    {
      extension_number: '',
      site_id: 's2',
      policy: {
        international_calling: false,
        ad_hoc_call_recording: { play_recording_beep_tone: { play_beep_volume: 0, play_beep_member: 'recordingSide' } },
        call_park: { call_not_picked_up_action: 0 },
        call_overflow: { call_overflow_type: 3, reset: true },
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

const UPDATING = 'updatePhoneUser(input: { userId: "u1", extensionNumber: "1002" }) { phoneUser { zoomId } }';
refusals([
  ['PATCH /phone/users/u1', 404, 404, 'NOT_FOUND', UPDATING],
  ['PATCH /phone/users/u1', 400, 301, 'BAD_USER_INPUT', UPDATING],
  ['PATCH /phone/users/u1', 400, 409, 'CONFLICT', UPDATING],
  ['PATCH /phone/users/u1', 400, 403, 'FORBIDDEN', UPDATING],
  ['PATCH /phone/users/u1', 400, 4711, 'MISSING_SCOPE', UPDATING],
]);

test('null in an update is refused before Zoom is asked', async () => {
  const { send, calls } = update({});
  const { errors } = await send('policy: { voicemail: { enable: null } }', 'phoneUser { id }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors?.[0]?.message).toContain('input.policy.voicemail.enable');
  expect(calls).toEqual([]);
});
