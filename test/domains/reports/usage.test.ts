import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, reads, walks } from '../../rows.ts';
import { type Received, stub } from '../../stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const MAY = 'from=2026-05-01&to=2026-05-31';
const HOST = { id: 'ann', email: 'ann@x.com', user_name: 'Ann', type: 2, dept: 'HR', meetings: 3, participants: 9 };

reads([
  {
    name: 'the use of a month, day by day, and its sum',
    table: {
      'GET /report/daily': {
        year: 2026,
        month: 5,
        dates: [
          { date: '2026-05-01', meetings: 2, meeting_minutes: 60 },
          { date: '2026-05-02', meetings: 3, meeting_minutes: 30 },
        ],
      },
    },
    query: '{ reports { daily(year: 2026, month: 5) { nodes { date meetings } stats { sum { meetingMinutes } } } } }',
    at: 'reports.daily',
    data: {
      nodes: [
        { date: '2026-05-01', meetings: 2 },
        { date: '2026-05-02', meetings: 3 },
      ],
      stats: { sum: { meetingMinutes: 90 } },
    },
    calls: ['GET /report/daily?year=2026&month=5'],
  },
  {
    name: 'a host of a month, the user behind it, and a global id that holds the days',
    table: { 'GET /report/users': { users: [HOST] } },
    query:
      '{ reports { users(from: "2026-05-01", to: "2026-05-31") { nodes { id userId type meetingsCount participantsCount user { zoomId email dept } } } } }',
    at: 'reports.users.nodes',
    data: [
      {
        id: globalId('HostReport', '2026-05-01,2026-05-31,active,ann'),
        userId: 'ann',
        type: 'LICENSED',
        meetingsCount: 3,
        participantsCount: 9,
        user: { zoomId: 'ann', email: 'ann@x.com', dept: 'HR' },
      },
    ],
    calls: [`GET /report/users?${MAY}&type=active&page_size=30`],
  },
  {
    name: 'a host of a month is found again by its global id',
    table: { 'GET /report/users': { users: [{ id: 'bob' }, HOST] } },
    query: `{ node(id: "${globalId('HostReport', '2026-05-01,2026-05-31,active,ann')}") { ... on HostReport { userName } } }`,
    data: { node: { userName: 'Ann' } },
    calls: [`GET /report/users?${MAY}&type=active&page_size=300`],
  },
  {
    name: 'more than a month is refused without a call, since sums cannot be put together',
    query: '{ reports { users(from: "2026-04-01", to: "2026-05-31") { nodes { userId } } } }',
    data: { reports: { users: null } },
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  },
  {
    name: 'a call leads to its meeting, instance and host; that of a webinar to the webinar',
    table: {
      'GET /report/telephone': {
        telephony_usage: [
          {
            meeting_id: 85746065432,
            uuid: 'a',
            host_id: 'ann',
            meeting_type: 'Meeting',
            start_time: '2026-06-29T09:00:00Z',
            total: 0.03,
          },
          {
            meeting_id: 95746065432,
            uuid: 'b',
            host_email: 'ann@x.com',
            meeting_type: 'Webinar',
            start_time: '2026-06-28T09:00:00Z',
          },
        ],
      },
    },
    query:
      '{ reports { telephone(type: SIP_CONNECTED) { nodes { total host { email } meeting { zoomId } webinar { zoomId } instance { zoomId } webinarInstance { zoomId } } } } }',
    at: 'reports.telephone.nodes',
    data: [
      {
        total: 0.03,
        host: { email: null },
        meeting: { zoomId: '85746065432' },
        webinar: null,
        instance: { zoomId: 'a' },
        webinarInstance: null,
      },
      {
        total: null,
        host: { email: 'ann@x.com' },
        meeting: null,
        webinar: { zoomId: '95746065432' },
        instance: null,
        webinarInstance: { zoomId: 'b' },
      },
    ],
    errors: [{ path: ['reports', 'telephone', 'nodes', 0, 'host', 'email'] }],
    calls: ['GET /report/telephone?type=3&from=2026-06-02&to=2026-07-02&page_size=30', 'GET /users/ann'],
  },
  {
    name: 'sizes with a unit are bytes; what is unlimited stays a text',
    table: {
      'GET /report/cloud_recording': {
        cloud_recording_storage: [{ date: '2026-06-29', usage: '3 MB', plan_usage: '3 TB', free_usage: 'Unlimited' }],
      },
    },
    query: '{ reports { cloudRecording { nodes { date usage planUsage freeUsage } } } }',
    at: 'reports.cloudRecording.nodes',
    data: [{ date: '2026-06-29', usage: 3_145_728, planUsage: '3 TB', freeUsage: 'Unlimited' }],
  },
  {
    name: 'who signed in and who changed what, with the users behind the emails',
    table: {
      'GET /report/activities': {
        activity_logs: [{ time: '2026-06-29T09:00:00Z', type: 'Sign out', email: 'ann@x.com' }],
      },
      'GET /report/operationlogs': {
        operation_logs: [
          { time: '2026-06-29T09:00:00Z', operator: 'bob@x.com', action: 'Update' },
          { time: '2026-06-28T09:00:00Z', operator: 'System' },
        ],
      },
    },
    query:
      '{ reports { signInActivities { nodes { type user { email } } } operationLogs(categoryType: USER_SETTINGS) { nodes { operator user { email } } } } }',
    at: 'reports',
    data: {
      signInActivities: { nodes: [{ type: 'SIGN_OUT', user: { email: 'ann@x.com' } }] },
      operationLogs: {
        nodes: [
          { operator: 'bob@x.com', user: { email: 'bob@x.com' } },
          { operator: 'System', user: null },
        ],
      },
    },
    together: true,
    calls: [
      'GET /report/activities?from=2026-06-02&to=2026-07-02&page_size=30',
      'GET /report/operationlogs?category_type=user_settings&from=2026-06-02&to=2026-07-02&page_size=30',
    ],
  },
  {
    name: 'what departments are billed, the currency of it in the same call, and the invoices of each report',
    table: {
      'GET /report/billing': { currency: 'USD', billing_reports: [{ id: 'b', type: 1, total_amount: '456' }] },
      'GET /report/billing/invoices': { currency: 'USD', invoices: [{ invoice_number: '3', quantity: 45 }] },
    },
    query:
      '{ reports { billingCurrency billing { nodes { zoomId type totalAmount invoices { nodes { quantity } } } } } }',
    at: 'reports',
    data: {
      billingCurrency: 'USD',
      billing: {
        nodes: [{ zoomId: 'b', type: 'CUSTOM', totalAmount: '456', invoices: { nodes: [{ quantity: 45 }] } }],
      },
    },
    calls: ['GET /report/billing', 'GET /report/billing/invoices?billing_id=b'],
  },
]);

walks([
  {
    name: 'a log goes through as many months as are asked for',
    table: {
      'GET /report/operationlogs': ({ query }: Received) => ({
        operation_logs: ['2026-06-29', '2026-05-10', '2026-04-10']
          .filter((day) => day >= (query.get('from') ?? '') && day <= (query.get('to') ?? ''))
          .map((day) => ({ time: `${day}T09:00:00Z`, action: day })),
      }),
    },
    of: 'reports',
    list: 'operationLogs(first: 2, from: "2026-04-01")',
    nodes: 'action',
    pages: [[{ action: '2026-06-29' }, { action: '2026-05-10' }], [{ action: '2026-04-10' }]],
  },
]);

test('active and inactive hosts are listed one after another', async () => {
  const { run, calls } = stub({
    'GET /report/users': ({ query }: Received) => ({ users: [{ id: query.get('type') }] }),
  });
  const { data } = await run(
    '{ reports { users(from: "2026-05-01", to: "2026-05-31", type: [ACTIVE, INACTIVE]) { nodes { userId } } } }',
  );
  expect(data).toEqual({ reports: { users: { nodes: [{ userId: 'active' }, { userId: 'inactive' }] } } });
  expect(calls).toEqual(['active', 'inactive'].map((type) => `GET /report/users?${MAY}&type=${type}&page_size=30`));
});
