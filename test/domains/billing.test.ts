/** Billing and plans. That every field is shown and sent says the exerciser; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../rows.ts';
import { done } from '../stub.ts';

reads([
  {
    name: 'what became of each plan of an account',
    table: {
      'GET /accounts/sub/plans': {
        plan_base: { type: 'yearly', hosts: 0, status: 'active', service_effective_date: '2026-01-01' },
        plan_zoom_rooms: { status: 'cancel' },
        plan_room_connector: { status: 'expired' },
        plan_recording_status: 'Cancelled',
        plan_phone: { plan_number: [] },
      },
    },
    query: `{ account(id: "sub") { plans { planBase { type hosts status serviceEffectiveDate } planZoomRooms { status }
      planRoomConnector { status } planRecordingStatus planPhone { planNumber { type } } } } }`,
    at: 'account.plans',
    data: {
      planBase: { type: 'yearly', hosts: 0, status: 'ACTIVE', serviceEffectiveDate: '2026-01-01' },
      planZoomRooms: { status: 'CANCELLED' },
      planRoomConnector: { status: 'EXPIRED' },
      planRecordingStatus: 'CANCELLED',
      planPhone: { planNumber: [] },
    },
    calls: ['GET /accounts/sub/plans'],
  },
]);

const REASONS = [
  'SELDOM_NEEDED',
  'FREE_PLAN_SUFFICES',
  'TOO_EXPENSIVE',
  'FEATURES_MISSING',
  'HELP_NEEDED',
  'WRONG_PRODUCT',
  'QUALITY_TOO_LOW',
];
writes(
  [
    ...REASONS.map((word, i) => ({
      name: `cancelBasePlan sends what it cancels, and the reason ${word} as ${i + 1}`,
      mutation: `cancelBasePlan(input: { accountId: "sub", reason: ${word}, comment: "" }) { account { id } }`,
      payload: { account: { id: globalId('Account', 'sub') } },
      calls: ['PATCH /accounts/sub/plans/base/status'],
      body: { reason: i + 1, comment: '', action: 'cancel' },
    })),
    {
      name: 'cancelPlanAddon sends what it cancels',
      mutation: 'cancelPlanAddon(input: { accountId: "sub", type: "zroom_yearly" }) { account { zoomId } }',
      payload: { account: { zoomId: 'sub' } },
      calls: ['PATCH /accounts/sub/plans/addons/status'],
      body: { type: 'zroom_yearly', action: 'cancel' },
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
    'PATCH /accounts/sub/plans/base/status': done(),
    'PATCH /accounts/sub/plans/addons/status': done(),
    'POST /accounts/sub/plans/addons': { plan_phone: { plan_number: [{ type: 'phone_number', hosts: 6 }] } },
  },
);
