/** Billing and plans. That every field is shown and sent says the exerciser (exerciser.test.ts, fields.test.ts). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId, refusals, writes } from '../rows.ts';
import { done, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const BILLING = 'billing { firstName lastName email phoneNumber address apt city state zip country }';
const plan = (status: string) => ({ type: 'yearly', hosts: 0, status, service_effective_date: '2026-01-01' });
const shown = (status: string) => ({ type: 'yearly', hosts: 0, status, serviceEffectiveDate: '2026-01-01' });
const PLAN = '{ type hosts status serviceEffectiveDate }';

test('the plans of an account, and what became of each', async () => {
  const { run, calls } = stub({
    'GET /accounts/sub/plans': {
      plan_base: plan('active'),
      plan_zoom_rooms: plan('cancel'),
      plan_room_connector: plan('expired'),
      plan_webinar: [plan('later')],
      plan_recording_status: 'Cancelled',
      plan_audio: { callout_countries: 'US,DE', premium_countries: '' },
      plan_phone: { plan_number: [] },
    },
  });
  const { data, errors } = await run(`{ account(id: "sub") { plans {
    planBase ${PLAN} planZoomRooms ${PLAN} planRoomConnector ${PLAN} planWebinar ${PLAN} planRecordingStatus
    planAudio { calloutCountries premiumCountries } planPhone { planNumber { type } }
  } } }`);
  expect(errors).toBeUndefined();
  expect(data?.account).toEqual({
    plans: {
      planBase: shown('ACTIVE'),
      planZoomRooms: shown('CANCELLED'),
      planRoomConnector: shown('EXPIRED'),
      planWebinar: [shown('UNRECOGNIZED')],
      planRecordingStatus: 'CANCELLED',
      planAudio: { calloutCountries: 'US,DE', premiumCountries: null },
      planPhone: { planNumber: [] },
    },
  });
  expect(calls).toEqual(['GET /accounts/sub/plans']);
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

writes(
  [
    ...WRITES.map(([name, method, path, input, body]) => ({
      name: `${name} is ${method} /accounts/{accountId}/${path} and gives the account`,
      table: { [`${method} /accounts/sub/${path}`]: {} },
      mutation: `${name}(input: { accountId: "sub", ${input} }) { account { id zoomId } }`,
      payload: { account: { id: globalId('Account', 'sub'), zoomId: 'sub' } },
      calls: [`${method} /accounts/sub/${path}`],
      body,
    })),
    {
      name: 'updateAccountBilling sends "", and what is billed is read again',
      mutation: `updateAccountBilling(input: { accountId: "${globalId('Account', 'sub')}", city: "Turin", apt: "" }) {
        account { zoomId billing { city } }
      }`,
      payload: { account: { zoomId: 'sub', billing: { city: 'Turin' } } },
      calls: ['PATCH /accounts/sub/billing', 'GET /accounts/sub/billing'],
      body: { city: 'Turin', apt: '' },
    },
    {
      name: 'a plan of Zoom Phone is added',
      mutation: `addPlanAddon(input: { accountId: "sub", type: "phone_base", hosts: 1, planDetails: {
        planBase: { type: "phone_base" }, planNumber: [{ type: "phone_number", hosts: 6 }]
      } }) { account { zoomId } planBase { type } planPhone { planNumber { hosts } } }`,
      payload: { account: { zoomId: 'sub' }, planBase: null, planPhone: { planNumber: [{ hosts: 6 }] } },
      calls: ['POST /accounts/sub/plans/addons'],
      body: {
        type: 'phone_base',
        hosts: 1,
        plan_details: { plan_base: { type: 'phone_base' }, plan_number: [{ type: 'phone_number', hosts: 6 }] },
      },
    },
  ],
  {
    'PATCH /accounts/sub/billing': done(),
    'GET /accounts/sub/billing': { city: 'Turin' },
    'POST /accounts/sub/plans/addons': { plan_phone: { plan_number: [{ type: 'phone_number', hosts: 6 }] } },
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

// Zoom documents no refusal of these; each takes the meaning that the code has elsewhere.
const MEANINGS = [
  [404, 2001, 'NOT_FOUND'],
  [400, 200, 'FORBIDDEN'],
  [400, 2100, 'CONFLICT'],
  [400, 300, 'BAD_USER_INPUT'],
] as const;
refusals(
  WRITES.flatMap(([name, method, path, input]) => {
    const field = `${name}(input: { accountId: "sub", ${input} }) { account { id } }`;
    return MEANINGS.map((meaning) => [`${method} /accounts/sub/${path}`, ...meaning, field] as const);
  }),
);

refusals(
  [
    ['GET /accounts/sub/billing', 400, 4711, 'MISSING_SCOPE', 'billing { city }'],
    ['GET /accounts/sub/plans', 400, 4711, 'MISSING_SCOPE', 'plans { planRecording }'],
    ['GET /accounts/sub/plans/usage', 400, 4711, 'MISSING_SCOPE', 'planUsage { planUnited { name } }'],
  ],
  {
    table: { 'GET /accounts/sub': { id: 'sub', account_name: 'Branch' } },
    query: (refused) => `{ account(id: "sub") { accountName ${refused} } }`,
    data: { account: { accountName: 'Branch', refused: null } },
  },
);

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
