import { expect, test } from 'vitest';
import { refusal, stub } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);

const desk = {
  id: 'd1',
  display_name: 'Desk of Ann',
  description: '',
  device_type: 'Poly vvx450',
  mac_address: '64:16:7f:37:90:92',
  status: 'online',
  site: { id: 's1', name: 'Berlin' },
  assignee: { id: 'u1', name: 'Ann', extension_number: 1001, extension_type: 'user' },
  assignees: [{ id: 'c1', name: 'Lobby', extension_number: 1002, extension_type: 'commonArea', extension_id: 'e2' }],
  policy: { call_control: { status: 'on' }, hot_desking: { status: 'unsupported' } },
  firmware_version: '6.4',
};
const spare = { id: 'd2', display_name: 'Spare', status: 'offline' };
const table = {
  'GET /phone/devices': ({ query }: { query: URLSearchParams }) =>
    query.get('type') === 'assigned'
      ? { devices: [desk], next_page_token: '', total_records: 1 }
      : { devices: [spare], total_records: 1 },
};

test('devices of both kinds are one list', async () => {
  const { run, calls } = stub(table);
  const { data, errors } =
    await run(`{ phone { devices { totalCount nodes { id zoomId displayName description deviceType
    macAddress status firmwareVersion site { zoomId name } assignee { zoomId name extensionNumber extensionType user { id } }
    assignees { zoomId extensionId extensionType user { id } } policy { callControl { status } hotDesking { status } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      devices: {
        totalCount: 2,
        nodes: [
          {
            id: idOf('PhoneDevice', 'd1'),
            zoomId: 'd1',
            displayName: 'Desk of Ann',
            description: null,
            deviceType: 'Poly vvx450',
            macAddress: '64:16:7f:37:90:92',
            status: 'ONLINE',
            firmwareVersion: '6.4',
            site: { zoomId: 's1', name: 'Berlin' },
            assignee: {
              zoomId: 'u1',
              name: 'Ann',
              extensionNumber: '1001',
              extensionType: 'USER',
              user: { id: idOf('PhoneUser', 'u1') },
            },
            assignees: [{ zoomId: 'c1', extensionId: 'e2', extensionType: 'COMMON_AREA', user: null }],
            policy: { callControl: { status: 'ON' }, hotDesking: { status: 'UNSUPPORTED' } },
          },
          {
            id: idOf('PhoneDevice', 'd2'),
            zoomId: 'd2',
            displayName: 'Spare',
            description: null,
            deviceType: null,
            macAddress: null,
            status: 'OFFLINE',
            firmwareVersion: null,
            site: null,
            assignee: null,
            assignees: null,
            policy: null,
          },
        ],
      },
    },
  });
  expect(calls).toEqual([
    'GET /phone/devices?type=assigned&page_size=30',
    'GET /phone/devices?type=unassigned&page_size=30',
  ]);
});

test('a cursor crosses from one kind to the other', async () => {
  const { run, calls } = stub(table);
  const page = (after = 'null') =>
    run<{ phone: { devices: { pageInfo: { endCursor: string } } } }>(
      `{ phone { devices(first: 1, after: ${after}) { nodes { zoomId } pageInfo { hasNextPage endCursor } } } }`,
    );
  const one = await page();
  expect(one.data).toMatchObject({
    phone: { devices: { nodes: [{ zoomId: 'd1' }], pageInfo: { hasNextPage: true } } },
  });
  calls.length = 0;
  const two = await page(`"${one.data?.phone.devices.pageInfo.endCursor}"`);
  expect(two.data).toMatchObject({
    phone: { devices: { nodes: [{ zoomId: 'd2' }], pageInfo: { hasNextPage: false } } },
  });
  expect(calls).toEqual([
    'GET /phone/devices?type=assigned&page_size=30',
    'GET /phone/devices?type=unassigned&page_size=30',
  ]);
});

test('one kind alone, with filters, is one call; an account without devices has an empty list', async () => {
  const { run, calls } = stub({ 'GET /phone/devices': { devices: [] } });
  const { data } = await run(`{ phone { devices(type: [ASSIGNED], assigneeType: COMMON_AREA, deviceSource: HOT_DESKING,
    deviceType: AUDIO_CODES, locationStatus: UNKNOWN_ADDRESS, siteId: "s1", keyword: "64:16") { nodes { id } } } }`);
  expect(data).toEqual({ phone: { devices: { nodes: [] } } });
  expect(calls).toEqual([
    'GET /phone/devices?assignee_type=commonArea&device_source=hotDesking&device_type=audioCodes&location_status=unknownAddress&site_id=s1&keyword=64:16&type=assigned&page_size=30',
  ]);
});

test('how a device gets its settings is read by the single GET, what the list alone tells by the list', async () => {
  const provision = {
    type: 'manual',
    url: '',
    sip_accounts: [
      {
        sip_domain: 'x.zoom.us',
        authorization_id: 'a1',
        shared_line: { alias: 'L', line_subscription: { extension_number: 7 } },
      },
    ],
  };
  const { run, calls } = stub({ ...table, 'GET /phone/devices/d2': { ...spare, provision } });
  const at = `node(id: "${idOf('PhoneDevice', 'd2')}")`;
  const { data, errors } = await run(`{ ${at} { ... on PhoneDevice { displayName provision { type url
    sipAccounts { sipDomain authorizationId sharedLine { alias lineSubscription { extensionNumber } } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    node: {
      displayName: 'Spare',
      provision: {
        type: 'MANUAL',
        url: null,
        sipAccounts: [
          {
            sipDomain: 'x.zoom.us',
            authorizationId: 'a1',
            sharedLine: { alias: 'L', lineSubscription: { extensionNumber: '7' } },
          },
        ],
      },
    },
  });
  expect(calls.splice(0)).toEqual(['GET /phone/devices/d2']);
  const listed = await run(`{ ${at} { ... on PhoneDevice { displayName firmwareVersion } } }`);
  expect(listed.data).toEqual({ node: { displayName: 'Spare', firmwareVersion: null } });
  expect(calls).toEqual([
    'GET /phone/devices?type=assigned&page_size=300',
    'GET /phone/devices?type=unassigned&page_size=300',
  ]);
});

test('a device that does not exist is null with NOT_FOUND; a refused list is null, and its siblings stand', async () => {
  const { run } = stub({
    'GET /phone/devices/d9': refusal(400, 400, 'The device does not exist.'),
    'GET /phone/devices': refusal(400, 301, 'Wrong parameter.'),
    'GET /phone/calling_plans': { calling_plans: [] },
  });
  const { data, errors } = await run(
    `{ node(id: "${idOf('PhoneDevice', 'd9')}") { ... on PhoneDevice { displayName } } phone { devices { nodes { id } } callingPlans { nodes { name } } } }`,
  );
  expect(data).toEqual({ node: null, phone: { devices: null, callingPlans: { nodes: [] } } });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual(
    expect.arrayContaining([
      [['node'], 'NOT_FOUND'],
      [['phone', 'devices'], 'BAD_USER_INPUT'],
    ]),
  );
});

test('without any kind of device nothing is asked', async () => {
  const { run, calls } = stub(table);
  const { errors } = await run('{ phone { devices(type: []) { nodes { id } } } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(calls).toEqual([]);
});
