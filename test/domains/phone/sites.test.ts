import { expect, test } from 'vitest';
import { globalId, reads } from '../../rows.ts';
import { type Received, refusal, stub } from '../../stub.ts';

const listed = { id: 's1', name: 'Berlin', site_code: 100, main_auto_receptionist: { extension_number: 100_000_0001 } };
const whole = {
  ...listed,
  caller_id_name: '',
  default_emergency_address: { is_default: true, level: 0, status: 4 },
  policy: { voicemail: { enable: true, allow_download: false } },
};
const site = { id: globalId('PhoneSite', 's1'), name: 'Berlin', siteCode: 100 };

reads([
  {
    name: 'the sites of the account are one call',
    table: { 'GET /phone/sites': { sites: [listed, { id: 's2', name: '' }], total_records: 2 } },
    query:
      '{ phone { sites(siteName: "Ber") { totalCount nodes { id name siteCode mainAutoReceptionist { extensionNumber } } } } }',
    at: 'phone.sites',
    data: {
      totalCount: 2,
      nodes: [
        { ...site, mainAutoReceptionist: { extensionNumber: '1000000001' } },
        { id: globalId('PhoneSite', 's2'), name: null, siteCode: null, mainAutoReceptionist: null },
      ],
    },
    calls: ['GET /phone/sites?site_name=Ber&page_size=30'],
  },
  {
    name: 'pages of sites, to the empty end',
    table: {
      'GET /phone/sites': ({ query }: Received) =>
        query.has('next_page_token') ? { sites: [] } : { sites: [listed], next_page_token: 'two' },
    },
    query: '{ phone { sites { nodes { name } pageInfo { hasNextPage } } } }',
    data: { phone: { sites: { nodes: [{ name: 'Berlin' }], pageInfo: { hasNextPage: false } } } },
    calls: ['GET /phone/sites?page_size=30', 'GET /phone/sites?page_size=30&next_page_token=two'],
  },
  {
    name: 'what only the single GET tells of a site is read by it',
    table: { 'GET /phone/sites': { sites: [listed] }, 'GET /phone/sites/s1': whole },
    query: `{ phone { sites { nodes { name callerIdName defaultEmergencyAddress { isDefault level status }
      policy { voicemail { enable allowDownload allowDelete } } } } } }`,
    at: 'phone.sites.nodes',
    data: [
      {
        name: 'Berlin',
        callerIdName: null,
        defaultEmergencyAddress: { isDefault: true, level: 'ACCOUNT', status: 'VERIFIED' },
        policy: { voicemail: { enable: true, allowDownload: false, allowDelete: null } },
      },
    ],
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
  ...[
    [400, 400],
    [400, 8001],
    [404, 404],
  ].map(([status = 0, code = 0]) => ({
    name: `a site that does not exist (${status}, code ${code}) is null with NOT_FOUND, and its siblings stand`,
    table: { 'GET /phone/sites/s1': whole, 'GET /phone/sites/s9': refusal(status, code, 'The site does not exist.') },
    query: `{ a: node(id: "${globalId('PhoneSite', 's9')}") { id } b: node(id: "${site.id}") { ... on PhoneSite { name } } }`,
    data: { a: null, b: { name: 'Berlin' } },
    errors: [{ path: ['a'], extensions: { code: 'NOT_FOUND' } }],
  })),
  {
    name: 'a refused list of sites is null, and its siblings stand',
    table: {
      'GET /phone/sites': refusal(400, 4711, 'Invalid access token, does not contain scopes.'),
      'GET /phone/calling_plans': { calling_plans: [] },
    },
    query: '{ phone { sites { nodes { name } } callingPlans { nodes { name } } } }',
    data: { phone: { sites: null, callingPlans: { nodes: [] } } },
    errors: [{ extensions: { code: 'MISSING_SCOPE' } }],
  },
]);

test('many sites of phone users come from one list', async () => {
  const sites = Array.from({ length: 20 }, (_, i) => ({ id: `s${i}`, name: `Site ${i}`, site_code: i }));
  const { run, calls } = stub({
    'GET /phone/users': { users: sites.map(({ id, name }, i) => ({ id: `u${i}`, site: { id, name } })) },
    'GET /phone/sites': { sites, total_records: 20 },
  });
  const { data } = await run<{ phone: { users: { nodes: object[] } } }>(
    '{ phone { users { nodes { site { name siteCode } } } } }',
  );
  expect(data?.phone.users.nodes).toEqual(
    sites.map(({ name, site_code }) => ({ site: { name, siteCode: site_code } })),
  );
  expect(calls).toEqual(['GET /phone/users?page_size=30', 'GET /phone/sites?page_size=300']);
});
