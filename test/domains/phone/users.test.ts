/** Phone users; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, type Received, refusal } from '../../stub.ts';

const ann = {
  id: 'u1',
  email: 'ann@example.com',
  name: 'Ann',
  activation_status: 'ready to activate',
  extension_number: 100_000_1001,
  site: { id: 's1', name: 'Berlin' },
  phone_numbers: [{ id: 'n1', number: '+12055550101' }],
};
const { name: _, site: __, activation_status: ___, ...fetched } = ann;
const alone = { ...fetched, site_id: 's1', policy: { voicemail: { enable: true, allow_delete: false } } };
const site = { id: 's1', name: 'Berlin', caller_id_name: 'ACME' };
const users = { 'GET /phone/users': { next_page_token: '', total_records: 1, users: [ann] } };
const one = { 'GET /phone/users/u1': alone };
const hundred = Array.from({ length: 100 }, (_, i) => ({
  id: `u${i}`,
  email: `u${i}@example.com`,
  site: i % 2 ? { id: `s${i % 7}`, name: `Site ${i % 7}` } : undefined,
}));
const nameOf = (site?: { name: string }) => (site ? { name: site.name } : null);

reads(
  [
    {
      name: 'a phone user of the list has all that the list tells, in one call',
      query: `{ phone { users { totalCount nodes { id zoomId extensionNumber siteId
        site { id zoomId name } user { id zoomId email } numbers { zoomId number } } } } }`,
      at: 'phone.users',
      data: {
        totalCount: 1,
        nodes: [
          {
            id: globalId('PhoneUser', 'u1'),
            zoomId: 'u1',
            extensionNumber: '1000001001',
            siteId: 's1',
            site: { id: globalId('PhoneSite', 's1'), zoomId: 's1', name: 'Berlin' },
            user: { id: globalId('User', 'u1'), zoomId: 'u1', email: 'ann@example.com' },
            numbers: [{ zoomId: 'n1', number: '+12055550101' }],
          },
        ],
      },
      calls: ['GET /phone/users?page_size=30'],
    },
    {
      name: 'what only the single GET tells is read by it',
      query: '{ phone { users { nodes { name policy { voicemail { allowDelete } sms { enable } } } } } }',
      at: 'phone.users.nodes',
      data: [{ name: 'Ann', policy: { voicemail: { allowDelete: false }, sms: null } }],
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
      name: 'the phone of a user is one call, and null where there is none, without an error if Zoom says so',
      table: {
        'GET /users': { users: [{ id: 'u1' }, { id: 'u9' }, { id: 'u8' }] },
        'GET /phone/users/u9': refusal(404, 404, 'The user does not exist or has no Zoom Phone.'),
        'GET /phone/users/u8': refusal(403, 2031, 'Zoom Phone is not enabled.'),
      },
      query: '{ users { nodes { phone { extensionNumber } } } }',
      at: 'users.nodes',
      data: [{ phone: { extensionNumber: '1000001001' } }, { phone: null }, { phone: null }],
      errors: [{ path: ['users', 'nodes', 2, 'phone'], extensions: { code: 'FORBIDDEN' } }],
      calls: ['GET /users?status=active&page_size=30', ...['u1', 'u9', 'u8'].map((id) => `GET /phone/users/${id}`)],
    },
    {
      name: 'a token that Zoom refuses in the middle of a walk is an error beside what was read of that list',
      table: {
        'GET /phone/users': ({ query }: Received) =>
          query.has('next_page_token')
            ? refusal(400, 400, 'The next page token is invalid or expired.')
            : { users: [ann], next_page_token: 'two' },
      },
      query: '{ phone { users { nodes { zoomId } } } }',
      data: { phone: { users: { nodes: [{ zoomId: 'u1' }] } } },
      errors: [{ path: ['phone', 'users'], extensions: { code: 'UPSTREAM_ERROR' } }],
    },
    {
      name: '100 phone users with email and site are one call, also where the account has no sites',
      table: { 'GET /phone/users': { users: hundred } },
      query: '{ phone { users(first: 100) { nodes { siteId user { email } site { name } } } } }',
      at: 'phone.users.nodes',
      data: hundred.map(({ email, site }) => ({ siteId: site?.id ?? null, user: { email }, site: nameOf(site) })),
      calls: ['GET /phone/users?page_size=100'],
    },
    {
      name: 'codes of the settings of a phone user are words',
      table: {
        'GET /phone/users/u1/settings': {
          delegation: { privileges: [1, 7, 99] },
          business_hours_settings: { business_hour_type: 2, business_hours: [{ weekday: 1, type: 0 }] },
        },
      },
      query: `{ phoneUser(id: "u1") { settings { delegation { privileges }
        businessHoursSettings { businessHourType businessHours { weekday type from } } } } }`,
      at: 'phoneUser.settings',
      data: {
        delegation: { privileges: ['PLACE_CALLS', 'SET_BUSINESS_HOURS', 'UNRECOGNIZED'] },
        businessHoursSettings: {
          businessHourType: 'CUSTOM',
          businessHours: [{ weekday: 'SUNDAY', type: 'CLOSED', from: null }],
        },
      },
      calls: ['GET /phone/users/u1/settings'],
    },
  ],
  { ...users, ...one, 'GET /phone/users/ann@example.com': alone },
);

writes(
  [
    {
      name: 'an update sends what was given, with the names and types of Zoom, and nothing else',
      mutation: `updatePhoneUser(input: { phoneUserId: "${globalId('PhoneUser', 'u1')}", extensionNumber: "", siteId: "${globalId('PhoneSite', 's2')}", policy: {
        internationalCalling: false
        adHocCallRecording: { playRecordingBeepTone: { playBeepVolume: 0, playBeepMember: RECORDING_SIDE } }
        callPark: { callNotPickedUpAction: VOICEMAIL } callOverflow: { callOverflowType: HIGH, reset: true } } }) {
          phoneUser { id zoomId } }`,
      payload: { phoneUser: { id: globalId('PhoneUser', 'u1'), zoomId: 'u1' } },
      calls: ['PATCH /phone/users/u1'],
      body: {
        extension_number: '',
        site_id: 's2',
        policy: {
          international_calling: false,
          ad_hoc_call_recording: {
            play_recording_beep_tone: { play_beep_volume: 0, play_beep_member: 'recordingSide' },
          },
          call_park: { call_not_picked_up_action: 0 },
          call_overflow: { call_overflow_type: 3, reset: true },
        },
      },
    },
  ],
  { ...one, 'PATCH /phone/users/u1': done() },
);
