/** Sites; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, type Received, refusal } from '../../stub.ts';

const listed = {
  id: 's1',
  name: 'Berlin',
  site_code: 100,
  main_auto_receptionist: { id: 'r1', extension_number: 100_000_0001 },
};
const site = { id: globalId('PhoneSite', 's1'), name: 'Berlin', siteCode: 100 };
const twenty = Array.from({ length: 20 }, (_, i) => ({ id: `s${i}`, name: `Site ${i}`, site_code: i }));

reads([
  {
    name: 'what only the single GET tells of a site is read by it',
    table: {
      'GET /phone/sites': { sites: [listed], total_records: 1 },
      'GET /phone/sites/s1': { ...listed, caller_id_name: 'ACME', default_emergency_address: { level: 0, status: 4 } },
    },
    query: `{ phone { sites { totalCount nodes { id name siteCode mainAutoReceptionist { extensionNumber }
      callerIdName defaultEmergencyAddress { level status } } } } }`,
    at: 'phone.sites',
    data: {
      totalCount: 1,
      nodes: [
        {
          ...site,
          mainAutoReceptionist: { extensionNumber: '1000000001' },
          callerIdName: 'ACME',
          defaultEmergencyAddress: { level: 'ACCOUNT', status: 'VERIFIED' },
        },
      ],
    },
    calls: ['GET /phone/sites?page_size=30', 'GET /phone/sites/s1'],
  },
  {
    name: 'the members of a site are the phone users that Zoom lists for it',
    table: {
      'GET /phone/sites': { sites: [listed, { id: 's2' }] },
      'GET /phone/users': ({ query }: Received) =>
        query.get('site_id') === 's1'
          ? { users: [{ id: 'u1', email: 'ann@example.com', site: { id: 's1', name: 'Berlin' } }] }
          : { users: [] },
    },
    query:
      '{ phone { sites { nodes { members(status: ACTIVATE) { nodes { zoomId user { email } site { id name siteCode } } } } } } }',
    at: 'phone.sites.nodes',
    data: [
      { members: { nodes: [{ zoomId: 'u1', user: { email: 'ann@example.com' }, site }] } },
      { members: { nodes: [] } },
    ],
    calls: [
      'GET /phone/sites?page_size=30',
      'GET /phone/users?status=activate&site_id=s1&page_size=30',
      'GET /phone/users?status=activate&site_id=s2&page_size=30',
    ],
  },
  {
    name: 'the call queues and free numbers of a site are those that Zoom lists for it',
    table: {
      'GET /phone/sites': { sites: [listed] },
      'GET /phone/call_queues': { call_queues: [{ id: 'q1', name: 'Sales' }] },
      'GET /phone/numbers': { phone_numbers: [{ id: 'n1', number: '+12055550100' }] },
    },
    query:
      '{ phone { sites { nodes { callQueues { nodes { name } } numbers(type: UNASSIGNED) { nodes { number } } } } } }',
    at: 'phone.sites.nodes',
    data: [{ callQueues: { nodes: [{ name: 'Sales' }] }, numbers: { nodes: [{ number: '+12055550100' }] } }],
    calls: [
      'GET /phone/sites?page_size=30',
      'GET /phone/call_queues?site_id=s1&page_size=30',
      'GET /phone/numbers?type=unassigned&site_id=s1&page_size=30',
    ],
  },
  {
    name: 'the desk phones of a site are those that Zoom lists for it, of both kinds',
    table: {
      'GET /phone/sites': { sites: [listed] },
      'GET /phone/devices': ({ query }: Received) => ({ devices: [{ id: query.get('type') }] }),
    },
    query: '{ phone { sites { nodes { devices { nodes { zoomId } } } } } }',
    at: 'phone.sites.nodes',
    data: [{ devices: { nodes: [{ zoomId: 'assigned' }, { zoomId: 'unassigned' }] } }],
    calls: [
      'GET /phone/sites?page_size=30',
      'GET /phone/devices?site_id=s1&type=assigned&page_size=30',
      'GET /phone/devices?site_id=s1&type=unassigned&page_size=30',
    ],
  },
  {
    name: 'a site that does not exist is null with NOT_FOUND, and its siblings stand',
    table: { 'GET /phone/sites/s1': listed, 'GET /phone/sites/s9': refusal(400, 8001, 'The site does not exist.') },
    query: `{ a: node(id: "${globalId('PhoneSite', 's9')}") { id } b: node(id: "${site.id}") { ... on PhoneSite { name } } }`,
    data: { a: null, b: { name: 'Berlin' } },
    errors: [{ path: ['a'], extensions: { code: 'NOT_FOUND' } }],
  },
  {
    name: 'many sites of phone users come from one list',
    table: {
      'GET /phone/users': { users: twenty.map(({ id, name }, i) => ({ id: `u${i}`, site: { id, name } })) },
      'GET /phone/sites': { sites: twenty, total_records: 20 },
    },
    query: '{ phone { users { nodes { site { name siteCode } } } } }',
    at: 'phone.users.nodes',
    data: twenty.map(({ name, site_code }) => ({ site: { name, siteCode: site_code } })),
    calls: ['GET /phone/users?page_size=30', 'GET /phone/sites?page_size=300'],
  },
]);

const address = { address_line1: '1 Main street', city: 'Berlin', state_code: 'BE', zip: '10115', country: 'DE' };
writes([
  {
    name: 'a site is created with its auto receptionist and its address',
    table: { 'POST /phone/sites': { id: 's1', name: 'Berlin' } },
    mutation: `createPhoneSite(input: { name: "Berlin", autoReceptionistName: "Reception", sipZone: { id: "z1" },
      defaultEmergencyAddress: { addressLine1: "1 Main street", city: "Berlin", stateCode: "BE", zip: "10115", country: "DE" } }) {
      phoneSite { id name } }`,
    payload: { phoneSite: { id: site.id, name: 'Berlin' } },
    calls: ['POST /phone/sites'],
    body: {
      name: 'Berlin',
      auto_receptionist_name: 'Reception',
      sip_zone: { id: 'z1' },
      default_emergency_address: address,
    },
  },
  {
    name: 'the policies of a site are set, locked and given back, updates of firmware as Zoom writes them',
    table: { 'PATCH /phone/sites/s1': done },
    mutation: `updatePhoneSite(input: { siteId: "${site.id}", policy: { sms: { enable: true, locked: true }, delegation: { reset: true },
      scheduleFirmwareUpdate: { repeatSetting: { monthlySetting: { weekAndDay: { weekOfMonth: 2, weekday: MONDAY } } } } } }) {
      phoneSite { zoomId } }`,
    payload: { phoneSite: { zoomId: 's1' } },
    calls: ['PATCH /phone/sites/s1'],
    body: {
      policy: {
        sms: { enable: true, locked: true },
        delegation: { reset: true },
        schedule_firmware_update: {
          repeat_setting: { monthly_setting: { week_and_day: { week_of_month: 2, weekday: 'monday' } } },
        },
      },
    },
  },
  {
    name: 'a site is deleted, and leaves what it held to another',
    table: { 'DELETE /phone/sites/s1': done },
    mutation: `deletePhoneSite(input: { siteId: "${site.id}", transferSiteId: "${globalId('PhoneSite', 's2')}" }) { deletedPhoneSiteId }`,
    payload: { deletedPhoneSiteId: site.id },
    calls: ['DELETE /phone/sites/s1?transfer_site_id=s2'],
  },
]);
