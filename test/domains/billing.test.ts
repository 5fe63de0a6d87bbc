import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, refusal, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);
const CONTACT = {
  first_name: 'Ada',
  last_name: 'Lovelace',
  email: 'ada@example.com',
  phone_number: '+15550100',
  address: '1 Engine street',
  apt: '',
  city: 'London',
  state: 'CA',
  zip: '95113',
  country: 'GB',
};
const BILLING = 'billing { firstName lastName email phoneNumber address apt city state zip country }';
const SHOWN_CONTACT = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  phoneNumber: '+15550100',
  address: '1 Engine street',
  apt: null,
  city: 'London',
  state: 'CA',
  zip: '95113',
  country: 'GB',
};
const term = { service_effective_date: '2026-01-01', next_invoice_date: '2026-02-01' };
const shownTerm = { serviceEffectiveDate: '2026-01-01', nextInvoiceDate: '2026-02-01' };
const TERM = 'status serviceEffectiveDate nextInvoiceDate';
const PLANS = `plans {
  planBase { type hosts ${TERM} } planZoomRooms { type hosts ${TERM} } planRoomConnector { type hosts ${TERM} }
  planLargeMeeting { type hosts ${TERM} } planWebinar { type hosts ${TERM} }
  planRecording planRecordingStatus planRecordingServiceEffectiveDate planRecordingNextInvoiceDate
  planAudio { type calloutCountries tollfreeCountries premiumCountries ddiNumbers ${TERM} }
  planPhone {
    planBase { type calloutCountries ${TERM} } planCalling { type hosts ${TERM} } planNumber { type hosts ${TERM} }
  }
}`;
const ORDER = `planBase { type hosts } planZoomRooms { type hosts } planRoomConnector { type hosts }
  planLargeMeeting { type hosts } planWebinar { type hosts } planRecording
  planAudio { type calloutCountries tollfreeCountries premiumCountries ddiNumbers }
  planPhone { planBase { type calloutCountries } planCalling { type hosts } planNumber { type hosts } }`;

test('who gets the bills, to the last field', async () => {
  const { run, calls } = stub({ 'GET /accounts/sub/billing': CONTACT });
  const { data, errors } = await run(`{ account(id: "sub") { ${BILLING} } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ account: { billing: SHOWN_CONTACT } });
  expect(calls).toEqual(['GET /accounts/sub/billing']);
});

test('the plans of an account, to the last field', async () => {
  const { run, calls } = stub({
    'GET /accounts/sub/plans': {
      plan_base: { type: 'yearly', hosts: 10, status: 'active', ...term },
      plan_zoom_rooms: { type: 'zroom_yearly', hosts: 0, status: 'cancel', ...term },
      plan_room_connector: { type: 'roomconnector_yearly', hosts: 2, status: 'expired', ...term },
      plan_large_meeting: [{ type: 'large500_yearly', hosts: 3, status: 'later', ...term }],
      plan_webinar: [{ type: 'webinar500_yearly', hosts: 4, status: 'active', ...term }],
      plan_recording: 'cmr_monthly_commitment_40',
      plan_recording_status: 'Cancelled',
      plan_recording_service_effective_date: '2026-01-01',
      plan_recording_next_invoice_date: '2026-02-01',
      plan_audio: {
        type: 'tollfree_payongo',
        callout_countries: 'US,DE',
        tollfree_countries: 'US',
        premium_countries: '',
        ddi_numbers: 2,
        status: 'active',
        ...term,
      },
      plan_phone: {
        plan_base: { type: 'phone_base', callout_countries: 'US', status: 'active', ...term },
        plan_calling: [{ type: 'phone_calling', hosts: 5, status: 'active', ...term }],
        plan_number: [],
      },
    },
  });
  const { data, errors } = await run(`{ account(id: "sub") { ${PLANS} } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    account: {
      plans: {
        planBase: { type: 'yearly', hosts: 10, status: 'ACTIVE', ...shownTerm },
        planZoomRooms: { type: 'zroom_yearly', hosts: 0, status: 'CANCELLED', ...shownTerm },
        planRoomConnector: { type: 'roomconnector_yearly', hosts: 2, status: 'EXPIRED', ...shownTerm },
        planLargeMeeting: [{ type: 'large500_yearly', hosts: 3, status: 'UNRECOGNIZED', ...shownTerm }],
        planWebinar: [{ type: 'webinar500_yearly', hosts: 4, status: 'ACTIVE', ...shownTerm }],
        planRecording: 'cmr_monthly_commitment_40',
        planRecordingStatus: 'CANCELLED',
        planRecordingServiceEffectiveDate: '2026-01-01',
        planRecordingNextInvoiceDate: '2026-02-01',
        planAudio: {
          type: 'tollfree_payongo',
          calloutCountries: 'US,DE',
          tollfreeCountries: 'US',
          premiumCountries: null,
          ddiNumbers: 2,
          status: 'ACTIVE',
          ...shownTerm,
        },
        planPhone: {
          planBase: { type: 'phone_base', calloutCountries: 'US', status: 'ACTIVE', ...shownTerm },
          planCalling: [{ type: 'phone_calling', hosts: 5, status: 'ACTIVE', ...shownTerm }],
          planNumber: [],
        },
      },
    },
  });
  expect(calls).toEqual(['GET /accounts/sub/plans']);
});

test('what an account uses of its plans, of the own account too', async () => {
  const { run, calls } = stub({
    'GET /accounts/me/plans/usage': {
      plan_base: [{ type: 'yearly', hosts: 10, usage: 0 }],
      plan_zoom_rooms: [{ type: 'zroom_yearly', hosts: 5, usage: 4 }],
      plan_large_meeting: [{ type: 'large500_yearly', hosts: 3, usage: 1 }],
      plan_webinar: [{ type: 'webinar500_yearly', hosts: 4, usage: 2 }],
      plan_united: { type: 'pro_zpp_monthly', name: 'Meetings and Phone', hosts: 4, usage: 3 },
      plan_recording: {
        type: 'cmr_monthly_commitment_40',
        free_storage: '10 GB',
        free_storage_usage: '9 GB',
        plan_storage: '40 GB',
        plan_storage_usage: '12 GB',
        plan_storage_exceed: '0',
      },
    },
  });
  const used = '{ type hosts usage }';
  const { data, errors } = await run(`{ account { planUsage {
    planBase ${used} planZoomRooms ${used} planLargeMeeting ${used} planWebinar ${used}
    planUnited { name type hosts usage }
    planRecording { type freeStorage freeStorageUsage planStorage planStorageUsage planStorageExceed }
  } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    account: {
      planUsage: {
        planBase: [{ type: 'yearly', hosts: 10, usage: 0 }],
        planZoomRooms: [{ type: 'zroom_yearly', hosts: 5, usage: 4 }],
        planLargeMeeting: [{ type: 'large500_yearly', hosts: 3, usage: 1 }],
        planWebinar: [{ type: 'webinar500_yearly', hosts: 4, usage: 2 }],
        planUnited: { name: 'Meetings and Phone', type: 'pro_zpp_monthly', hosts: 4, usage: 3 },
        planRecording: {
          type: 'cmr_monthly_commitment_40',
          freeStorage: '10 GB',
          freeStorageUsage: '9 GB',
          planStorage: '40 GB',
          planStorageUsage: '12 GB',
          planStorageExceed: '0',
        },
      },
    },
  });
  expect(calls).toEqual(['GET /accounts/me/plans/usage']);
});

test('changing who gets the bills sends what was given, and reads it again', async () => {
  const { run, calls, bodies } = stub({
    'PATCH /accounts/sub/billing': done(),
    'GET /accounts/sub/billing': { ...CONTACT, city: 'Turin' },
  });
  const { data, errors } = await run(`mutation {
    updateAccountBilling(input: { accountId: "${globalId('Account', 'sub')}", city: "Turin", apt: "" }) {
      account { zoomId billing { city } }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.updateAccountBilling).toEqual({ account: { zoomId: 'sub', billing: { city: 'Turin' } } });
  expect(calls).toEqual(['PATCH /accounts/sub/billing', 'GET /accounts/sub/billing']);
  expect(bodies).toEqual([{ city: 'Turin', apt: '' }]);
});

const ordered = {
  plan_base: { type: 'yearly', hosts: 10 },
  plan_zoom_rooms: { type: 'zroom_yearly', hosts: 5 },
  plan_room_connector: { type: 'roomconnector_yearly', hosts: 2 },
  plan_large_meeting: [{ type: 'large500_yearly', hosts: 3 }],
  plan_webinar: [{ type: 'webinar500_yearly', hosts: 4 }],
  plan_recording: 'cmr_monthly_commitment_40',
  plan_audio: {
    type: 'tollfree_payongo',
    callout_countries: 'US',
    tollfree_countries: 'US',
    premium_countries: 'DE',
    ddi_numbers: 2,
  },
  plan_phone: {
    plan_base: { type: 'phone_base', callout_countries: 'US' },
    plan_calling: [{ type: 'phone_calling', hosts: 5 }],
    plan_number: [{ type: 'phone_number', hosts: 6 }],
  },
};
const shownOrder = {
  planBase: ordered.plan_base,
  planZoomRooms: ordered.plan_zoom_rooms,
  planRoomConnector: ordered.plan_room_connector,
  planLargeMeeting: ordered.plan_large_meeting,
  planWebinar: ordered.plan_webinar,
  planRecording: ordered.plan_recording,
  planAudio: {
    type: 'tollfree_payongo',
    calloutCountries: 'US',
    tollfreeCountries: 'US',
    premiumCountries: 'DE',
    ddiNumbers: 2,
  },
  planPhone: {
    planBase: { type: 'phone_base', calloutCountries: 'US' },
    planCalling: [{ type: 'phone_calling', hosts: 5 }],
    planNumber: [{ type: 'phone_number', hosts: 6 }],
  },
};

test('subscribing to every kind of plan: all is sent in Zoom’s names, and Zoom’s answer is given', async () => {
  const { run, calls, bodies } = stub({ 'POST /accounts/sub/plans': ordered });
  const { data, errors } = await run(
    `mutation ($input: SubscribePlansInput!) { subscribePlans(input: $input) { account { zoomId } ${ORDER} } }`,
    { input: { accountId: 'sub', contact: { ...SHOWN_CONTACT, apt: '' }, ...shownOrder } },
  );
  expect(errors).toBeUndefined();
  expect(data?.subscribePlans).toEqual({ account: { zoomId: 'sub' }, ...shownOrder });
  expect(calls).toEqual(['POST /accounts/sub/plans']);
  expect(bodies).toEqual([{ contact: CONTACT, ...ordered }]);
});

test('a plan of Zoom Phone is added', async () => {
  const { run, calls, bodies } = stub({ 'POST /accounts/sub/plans/addons': { plan_phone: ordered.plan_phone } });
  const { data, errors } = await run(
    `mutation ($input: AddPlanAddonInput!) { addPlanAddon(input: $input) { account { zoomId } ${ORDER} } }`,
    { input: { accountId: 'sub', type: 'phone_base', hosts: 1, planDetails: shownOrder.planPhone } },
  );
  expect(errors).toBeUndefined();
  expect(data?.addPlanAddon).toMatchObject({
    account: { zoomId: 'sub' },
    planBase: null,
    planWebinar: null,
    planPhone: shownOrder.planPhone,
  });
  expect(calls).toEqual(['POST /accounts/sub/plans/addons']);
  expect(bodies).toEqual([{ type: 'phone_base', hosts: 1, plan_details: ordered.plan_phone }]);
});

const WRITES = [
  ['updateAccountBilling', 'PATCH', 'billing', '', {}],
  ['subscribePlans', 'POST', 'plans', 'planBase: { type: "yearly" }', { plan_base: { type: 'yearly' } }],
  ['addPlanAddon', 'POST', 'plans/addons', 'type: "zroom_yearly", hosts: 2', { type: 'zroom_yearly', hosts: 2 }],
  ['updatePlanAddon', 'PUT', 'plans/addons', 'type: "zroom_yearly", hosts: 0', { type: 'zroom_yearly', hosts: 0 }],
  [
    'cancelPlanAddon',
    'PATCH',
    'plans/addons/status',
    'type: "zroom_yearly", reason: TOO_EXPENSIVE, comment: "No rooms."',
    { type: 'zroom_yearly', reason: 3, comment: 'No rooms.', action: 'cancel' },
  ],
  ['updateBasePlan', 'PUT', 'plans/base', 'type: "yearly", hosts: 9', { type: 'yearly', hosts: 9 }],
  [
    'cancelBasePlan',
    'PATCH',
    'plans/base/status',
    'reason: QUALITY_TOO_LOW, comment: ""',
    { reason: 7, comment: '', action: 'cancel' },
  ],
] as const;

test.each(WRITES)(
  '%s is %s /accounts/{accountId}/%s and gives the account',
  async (name, method, path, input, body) => {
    const { run, calls, bodies } = stub({ [`${method} /accounts/sub/${path}`]: {} });
    const { data, errors } = await run(
      `mutation { ${name}(input: { accountId: "sub", ${input} }) { account { id zoomId } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.[name]).toEqual({ account: { id: globalId('Account', 'sub'), zoomId: 'sub' } });
    expect(calls).toEqual([`${method} /accounts/sub/${path}`]);
    expect(bodies).toEqual([body]);
  },
);

test.each([
  ['SELDOM_NEEDED', 1],
  ['FREE_PLAN_SUFFICES', 2],
  ['TOO_EXPENSIVE', 3],
  ['FEATURES_MISSING', 4],
  ['HELP_NEEDED', 5],
  ['WRONG_PRODUCT', 6],
  ['QUALITY_TOO_LOW', 7],
])('the reason %s is %i', async (word, reason) => {
  const { run, bodies } = stub({ 'PATCH /accounts/sub/plans/base/status': done() });
  await run(`mutation { cancelBasePlan(input: { accountId: "sub", reason: ${word} }) { account { id } } }`);
  expect(bodies).toEqual([{ action: 'cancel', reason }]);
});

const REFUSALS = [
  [404, 2001, 'NOT_FOUND'],
  [400, 200, 'FORBIDDEN'],
  [400, 2100, 'CONFLICT'],
  [400, 300, 'BAD_USER_INPUT'],
] as const;
test.each(WRITES.flatMap((write) => REFUSALS.map((refused) => [...write, ...refused] as const)))(
  '%s (%s %s) refused (%s) %s with %i/%i is %s',
  async (name, method, path, input, _, status, code, kind) => {
    const { run } = stub({ [`${method} /accounts/sub/${path}`]: refusal(status, code, 'Zoom says no.') });
    const { data, errors } = await run(
      `mutation { ${name}(input: { accountId: "sub", ${input} }) { account { id } } }`,
    );
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([{ extensions: { code: kind, zoom: { status, code } } }]);
  },
);

test.each([
  ['billing', 'billing { city }'],
  ['plans', 'plans { planRecording }'],
  ['plans/usage', 'planUsage { planUnited { name } }'],
])('%s that is refused leaves its siblings', async (path, field) => {
  const { run } = stub({
    [`GET /accounts/sub/${path}`]: refusal(400, 4711, 'Zoom says no.'),
    'GET /accounts/sub': { id: 'sub', account_name: 'Branch' },
  });
  const { data, errors } = await run(`{ account(id: "sub") { accountName asked: ${field} } }`);
  expect(data?.account).toEqual({ accountName: 'Branch', asked: null });
  expect(errors).toMatchObject([{ path: ['account', 'asked'], extensions: { code: 'MISSING_SCOPE' } }]);
});

describe('against the sandbox', () => {
  let world: World;
  let paid = '';
  let free = '';
  beforeAll(async () => {
    world = await startWorld({ subAccounts: 2 });
    const { data } = await world.run<{
      account: { subAccounts: { nodes: { zoomId: string; accountType: string }[] } };
    }>('{ account { subAccounts { nodes { zoomId accountType } } } }');
    const subs = data?.account.subAccounts.nodes ?? [];
    paid = subs.find(({ accountType }) => accountType !== 'FREE')?.zoomId ?? '';
    free = subs.find(({ accountType }) => accountType === 'FREE')?.zoomId ?? '';
  });
  afterAll(() => world.close());

  type Fields = Record<string, unknown>;
  const read = async (id: string, fields: string) => {
    const { data, errors } = await world.run<{ account: Fields }>(`{ account(id: "${id}") { ${fields} } }`);
    expect(errors).toBeUndefined();
    return data?.account;
  };
  const write = (name: string, id: string, input: string, fields: string) =>
    world.run<{ changed: { account: Fields } | null }>(
      `mutation { changed: ${name}(input: { accountId: "${id}", ${input} }) { account { ${fields} } } }`,
    );
  const given = async (...call: Parameters<typeof write>) => {
    const { data, errors } = await write(...call);
    expect(errors).toBeUndefined();
    return data?.changed?.account;
  };
  const refused = async (...call: Parameters<typeof write>) =>
    (await write(...call)).errors?.map(({ extensions }) => extensions.code);

  test('every leaf of billing, plans and usage arrives', async () => {
    const nulls = (value: unknown): number =>
      value === null
        ? 1
        : typeof value === 'object'
          ? Object.values(value as object)
              .map(nulls)
              .reduce((a, b) => a + b, 0)
          : 0;
    expect(nulls(await read(paid, `${BILLING} ${PLANS} planUsage { planBase { usage } planRecording { type } }`))).toBe(
      0,
    );
    expect(nulls(await read('me', `${BILLING} ${PLANS}`))).toBe(0);
  });

  test('who gets the bills is changed for one account alone', async () => {
    const before = await read('me', BILLING);
    const change = 'city: "Turin", email: "bills@example.com"';
    const billing = { city: 'Turin', email: 'bills@example.com' };
    expect(await given('updateAccountBilling', paid, change, 'billing { city email }')).toEqual({ billing });
    expect(await read(paid, 'billing { city email }')).toEqual({ billing });
    expect(await read('me', BILLING)).toEqual(before);
  });

  test('a free account subscribes, adds, changes and cancels', async () => {
    expect(await read(free, 'plans { planBase { type } planRecording }')).toEqual({
      plans: { planBase: null, planRecording: null },
    });
    expect(await refused('addPlanAddon', free, 'type: "zroom_yearly", hosts: 1', 'id')).toEqual(['FORBIDDEN']);

    const order = 'contact: { city: "Turin" }, planBase: { type: "yearly", hosts: 9 }';
    const subscribed =
      'accountType seats billing { city } plans { planBase { type hosts status } planZoomRooms { type } }';
    expect(await given('subscribePlans', free, order, subscribed)).toEqual({
      accountType: 'PRO',
      seats: 9,
      billing: { city: 'Turin' },
      plans: { planBase: { type: 'yearly', hosts: 9, status: 'ACTIVE' }, planZoomRooms: null },
    });
    expect(await refused('subscribePlans', free, order, 'id')).toEqual(['BAD_USER_INPUT']);

    await given('addPlanAddon', free, 'type: "webinar500_yearly", hosts: 1', 'id');
    await given('addPlanAddon', free, 'type: "cmr_monthly_commitment_40", hosts: 1', 'id');
    const added = 'plans { planWebinar { type hosts status } planRecording planRecordingStatus }';
    expect(await given('addPlanAddon', free, 'type: "webinar1000_yearly", hosts: 2', added)).toEqual({
      plans: {
        planWebinar: [
          { type: 'webinar500_yearly', hosts: 1, status: 'ACTIVE' },
          { type: 'webinar1000_yearly', hosts: 2, status: 'ACTIVE' },
        ],
        planRecording: 'cmr_monthly_commitment_40',
        planRecordingStatus: 'ACTIVE',
      },
    });
    await given('updatePlanAddon', free, 'type: "webinar500_yearly", hosts: 7', 'id');
    await given('cancelPlanAddon', free, 'type: "webinar1000_yearly"', 'id');
    expect(await refused('cancelBasePlan', free, '', 'id')).toEqual(['FORBIDDEN']);
    await given('cancelPlanAddon', free, 'type: "webinar500_yearly"', 'id');
    await given('cancelPlanAddon', free, 'type: "cmr_monthly_commitment_40"', 'id');
    await given('updateBasePlan', free, 'type: "business_yearly", hosts: 20', 'id');
    expect(
      await given('cancelBasePlan', free, 'reason: WRONG_PRODUCT', `plans { planBase { type hosts status } } ${added}`),
    ).toEqual({
      plans: {
        planBase: { type: 'business_yearly', hosts: 20, status: 'CANCELLED' },
        planWebinar: [
          { type: 'webinar500_yearly', hosts: 7, status: 'CANCELLED' },
          { type: 'webinar1000_yearly', hosts: 2, status: 'CANCELLED' },
        ],
        planRecording: 'cmr_monthly_commitment_40',
        planRecordingStatus: 'CANCELLED',
      },
    });
  });

  test('a plan that the account has not, one that Zoom does not know, and an unknown account are refused', async () => {
    expect(await refused('updatePlanAddon', paid, 'type: "webinar3000_yearly", hosts: 1', 'id')).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await refused('addPlanAddon', paid, 'type: "strange", hosts: 1', 'id')).toEqual(['BAD_USER_INPUT']);
    expect(await refused('cancelPlanAddon', paid, '', 'id')).toEqual(['BAD_USER_INPUT']);
    expect(await refused('cancelBasePlan', 'unknown', '', 'id')).toEqual(['NOT_FOUND']);
  });
});
