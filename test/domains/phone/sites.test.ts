import { expect, test } from 'vitest';
import { refusal, stub } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);

const listed = {
  id: 's1',
  name: 'Berlin',
  site_code: 100,
  country: { code: 'DE', name: 'Germany' },
  main_auto_receptionist: { id: 'r1', name: 'Main', extension_id: 'e1', extension_number: 100_000_0001 },
};
const whole = {
  ...listed,
  caller_id_name: '',
  short_extension: { length: 4 },
  sip_zone: { id: 'z1', name: 'Frankfurt' },
  default_emergency_address: { id: 'a1', city: 'Berlin', is_default: true, level: 0, status: 4 },
  policy: { voicemail: { enable: true, allow_download: false, modified: true } },
};

test('the sites of the account are one call', async () => {
  const { run, calls } = stub({ 'GET /phone/sites': { sites: [listed, { id: 's2', name: '' }], total_records: 2 } });
  const { data, errors } = await run(`{ phone { sites(siteName: "Ber") { totalCount nodes { id zoomId name siteCode
    country { code name } mainAutoReceptionist { zoomId name extensionId extensionNumber } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      sites: {
        totalCount: 2,
        nodes: [
          {
            id: idOf('PhoneSite', 's1'),
            zoomId: 's1',
            name: 'Berlin',
            siteCode: 100,
            country: { code: 'DE', name: 'Germany' },
            mainAutoReceptionist: { zoomId: 'r1', name: 'Main', extensionId: 'e1', extensionNumber: '1000000001' },
          },
          {
            id: idOf('PhoneSite', 's2'),
            zoomId: 's2',
            name: null,
            siteCode: null,
            country: null,
            mainAutoReceptionist: null,
          },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/sites?site_name=Ber&page_size=30']);
});

test('pages of sites, to the empty end', async () => {
  const { run, calls } = stub({
    'GET /phone/sites': ({ query }: { query: URLSearchParams }) =>
      query.has('next_page_token') ? { sites: [] } : { sites: [listed], next_page_token: 'two' },
  });
  const { data } = await run('{ phone { sites { nodes { name } pageInfo { hasNextPage } } } }');
  expect(data).toEqual({ phone: { sites: { nodes: [{ name: 'Berlin' }], pageInfo: { hasNextPage: false } } } });
  expect(calls).toEqual(['GET /phone/sites?page_size=30', 'GET /phone/sites?page_size=30&next_page_token=two']);
});

test('what only the single GET tells of a site is read by it', async () => {
  const { run, calls } = stub({ 'GET /phone/sites': { sites: [listed] }, 'GET /phone/sites/s1': whole });
  const { data, errors } = await run(`{ phone { sites { nodes { name callerIdName shortExtension { length }
    sipZone { zoomId name } defaultEmergencyAddress { zoomId city isDefault level status }
    policy { voicemail { enable allowDownload allowDelete modified } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      sites: {
        nodes: [
          {
            name: 'Berlin',
            callerIdName: null,
            shortExtension: { length: 4 },
            sipZone: { zoomId: 'z1', name: 'Frankfurt' },
            defaultEmergencyAddress: {
              zoomId: 'a1',
              city: 'Berlin',
              isDefault: true,
              level: 'ACCOUNT',
              status: 'VERIFIED',
            },
            policy: { voicemail: { enable: true, allowDownload: false, allowDelete: null, modified: true } },
          },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/sites?page_size=30', 'GET /phone/sites/s1']);
});

test('the members of a site are the phone users that Zoom lists for it', async () => {
  const { run, calls } = stub({
    'GET /phone/sites': { sites: [listed, { id: 's2' }] },
    'GET /phone/users': ({ query }: { query: URLSearchParams }) =>
      query.get('site_id') === 's1'
        ? { users: [{ id: 'u1', email: 'ann@example.com', site: { id: 's1', name: 'Berlin' } }] }
        : { users: [] },
  });
  const { data, errors } = await run(
    '{ phone { sites { nodes { members(status: ACTIVATE) { nodes { zoomId user { email } site { id name siteCode } } } } } } }',
  );
  expect(errors).toBeUndefined();
  const site = { id: idOf('PhoneSite', 's1'), name: 'Berlin', siteCode: 100 };
  expect(data).toEqual({
    phone: {
      sites: {
        nodes: [
          { members: { nodes: [{ zoomId: 'u1', user: { email: 'ann@example.com' }, site }] } },
          { members: { nodes: [] } },
        ],
      },
    },
  });
  expect(calls).toEqual([
    'GET /phone/sites?page_size=30',
    'GET /phone/users?status=activate&site_id=s1&page_size=30',
    'GET /phone/users?status=activate&site_id=s2&page_size=30',
  ]);
});

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

test.each([
  [400, 400],
  [400, 8001],
  [404, 404],
])(
  'a site that does not exist (%i, code %i) is null with NOT_FOUND, and its siblings stand',
  async (status, number) => {
    const { run } = stub({
      'GET /phone/sites/s1': whole,
      'GET /phone/sites/s9': refusal(status, number, 'The site does not exist.'),
    });
    const { data, errors } = await run(
      `{ a: node(id: "${idOf('PhoneSite', 's9')}") { id } b: node(id: "${idOf('PhoneSite', 's1')}") { ... on PhoneSite { name } } }`,
    );
    expect(data).toEqual({ a: null, b: { name: 'Berlin' } });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['a'], 'NOT_FOUND']]);
  },
);

test('a refused list of sites is null, and its siblings stand', async () => {
  const { run } = stub({
    'GET /phone/sites': refusal(400, 4711, 'Invalid access token, does not contain scopes.'),
    'GET /phone/calling_plans': { calling_plans: [] },
  });
  const { data, errors } = await run('{ phone { sites { nodes { name } } callingPlans { nodes { name } } } }');
  expect(data).toEqual({ phone: { sites: null, callingPlans: { nodes: [] } } });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['MISSING_SCOPE']);
});
