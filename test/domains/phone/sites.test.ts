/** Sites; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads } from '../../rows.ts';
import { type Received, refusal } from '../../stub.ts';

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
