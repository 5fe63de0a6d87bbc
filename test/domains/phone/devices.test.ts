import { expect, test } from 'vitest';
import { globalId, reads } from '../../rows.ts';
import { refusal, stub } from '../../stub.ts';

const desk = {
  id: 'd1',
  description: '',
  status: 'online',
  site: { id: 's1', name: 'Berlin' },
  assignee: { id: 'u1', extension_number: 1001, extension_type: 'user' },
  assignees: [{ id: 'c1', extension_type: 'commonArea' }],
  policy: { call_control: { status: 'on' }, hot_desking: { status: 'unsupported' } },
};
const spare = { id: 'd2', display_name: 'Spare', status: 'offline' };
const table = {
  'GET /phone/devices': ({ query }: { query: URLSearchParams }) =>
    query.get('type') === 'assigned'
      ? { devices: [desk], next_page_token: '', total_records: 1 }
      : { devices: [spare], total_records: 1 },
};

const BOTH = ['GET /phone/devices?type=assigned&page_size=30', 'GET /phone/devices?type=unassigned&page_size=30'];
const at = `node(id: "${globalId('PhoneDevice', 'd2')}")`;
const FILTERED =
  'GET /phone/devices?assignee_type=commonArea&device_source=hotDesking&device_type=audioCodes&location_status=unknownAddress&site_id=s1&keyword=64:16&type=assigned&page_size=30';

reads(
  [
    {
      name: 'devices of both kinds are one list',
      query: `{ phone { devices { totalCount nodes { id description status site { zoomId name }
        assignee { zoomId extensionNumber extensionType user { id } } assignees { zoomId extensionType user { id } }
        policy { callControl { status } hotDesking { status } } } } } }`,
      at: 'phone.devices',
      data: {
        totalCount: 2,
        nodes: [
          {
            id: globalId('PhoneDevice', 'd1'),
            description: null,
            status: 'ONLINE',
            site: { zoomId: 's1', name: 'Berlin' },
            assignee: {
              zoomId: 'u1',
              extensionNumber: '1001',
              extensionType: 'USER',
              user: { id: globalId('PhoneUser', 'u1') },
            },
            assignees: [{ zoomId: 'c1', extensionType: 'COMMON_AREA', user: null }],
            policy: { callControl: { status: 'ON' }, hotDesking: { status: 'UNSUPPORTED' } },
          },
          {
            id: globalId('PhoneDevice', 'd2'),
            description: null,
            status: 'OFFLINE',
            site: null,
            assignee: null,
            assignees: null,
            policy: null,
          },
        ],
      },
      calls: BOTH,
    },
    {
      name: 'one kind alone, with filters, is one call; an account without devices has an empty list',
      table: { 'GET /phone/devices': { devices: [] } },
      query: `{ phone { devices(type: [ASSIGNED], assigneeType: COMMON_AREA, deviceSource: HOT_DESKING,
        deviceType: AUDIO_CODES, locationStatus: UNKNOWN_ADDRESS, siteId: "s1", keyword: "64:16") { nodes { id } } } }`,
      data: { phone: { devices: { nodes: [] } } },
      calls: [FILTERED],
    },
    {
      name: 'how a device gets its settings is read by the single GET',
      table: {
        'GET /phone/devices/d2': {
          ...spare,
          provision: {
            type: 'manual',
            url: '',
            sip_accounts: [{ shared_line: { line_subscription: { extension_number: 7 } } }],
          },
        },
      },
      query: `{ ${at} { ... on PhoneDevice { displayName provision {
        type url sipAccounts { sharedLine { lineSubscription { extensionNumber } } } } } } }`,
      at: 'node',
      data: {
        displayName: 'Spare',
        provision: {
          type: 'MANUAL',
          url: null,
          sipAccounts: [{ sharedLine: { lineSubscription: { extensionNumber: '7' } } }],
        },
      },
      calls: ['GET /phone/devices/d2'],
    },
    {
      name: 'what of a device the list alone tells is read by the list',
      query: `{ ${at} { ... on PhoneDevice { displayName firmwareVersion } } }`,
      data: { node: { displayName: 'Spare', firmwareVersion: null } },
      calls: ['GET /phone/devices?type=assigned&page_size=300', 'GET /phone/devices?type=unassigned&page_size=300'],
    },
    {
      name: 'a device that does not exist is null with NOT_FOUND',
      table: { 'GET /phone/devices/d9': refusal(400, 400, 'The device does not exist.') },
      query: `{ node(id: "${globalId('PhoneDevice', 'd9')}") { ... on PhoneDevice { displayName } } }`,
      data: { node: null },
      errors: [{ path: ['node'], extensions: { code: 'NOT_FOUND' } }],
    },
    {
      name: 'a refused list is null, and its siblings stand',
      table: {
        'GET /phone/devices': refusal(400, 301, 'Wrong parameter.'),
        'GET /phone/calling_plans': { calling_plans: [] },
      },
      query: '{ phone { devices { nodes { id } } callingPlans { nodes { name } } } }',
      data: { phone: { devices: null, callingPlans: { nodes: [] } } },
      errors: [{ path: ['phone', 'devices'], extensions: { code: 'BAD_USER_INPUT' } }],
    },
    {
      name: 'without any kind of device nothing is asked',
      query: '{ phone { devices(type: []) { nodes { id } } } }',
      data: { phone: { devices: null } },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      calls: [],
    },
  ],
  table,
);

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
  expect(calls).toEqual(BOTH);
});
