/**
 * What sub accounts pay for: their plans, and who gets the bills. Zoom keeps these operations for master accounts that are
 * partners and pay for the sub account.
 */
import { get, patch, post, put } from '../../declare/endpoint.ts';
import { byteSize, date, delimited, enumOf, int, list, named, type Shape, shape, string } from '../../declare/shape.ts';

export const BillingContact = shape(
  'BillingContact',
  {
    first_name: string('The first name of the person who gets the bills.'),
    last_name: string('The last name of the person who gets the bills.'),
    email: string('The email address to which bills go.'),
    phone_number: string('The telephone number of the billing contact.'),
    address: string('The street and the number of the house.'),
    apt: string('The apartment or suite.'),
    city: string('The city.'),
    state: string('The state or province.'),
    zip: string('The postal code.'),
    country: string('The two-letter code of the country.'),
  },
  'The billing contact of an account.',
);
export const UpdateAccountBillingBody = named('UpdateAccountBillingBody', BillingContact);

/** Zoom has hundreds of plans, and a contract decides which may be had: hence a text and no enum. */
const type = string(
  'What Zoom calls the plan, with its period, such as "yearly", "zroom_monthly" or "webinar500_yearly".',
);
const hosts = int('For how many the plan is: of most plans, its licences.');
const CODES = 'two-letter codes.';
const hosted = { type, hosts };
const audio = {
  type,
  callout_countries: delimited(',', `The countries in which participants can be called: ${CODES}`),
  tollfree_countries: delimited(',', `The countries with toll-free numbers: ${CODES}`),
  premium_countries: delimited(',', `The countries with premium numbers: ${CODES}`),
  ddi_numbers: int('How many numbers of its own the account has for calling in.'),
};
const phoneBase = { type, callout_countries: delimited(',', `The countries that can be called: ${CODES}`) };
/** What each kind of plan is for, wherever it stands. */
const FOR = {
  base: 'The plan that the others rest on; its licences are for hosts of meetings.',
  rooms: 'Zoom Rooms: meeting rooms with devices of their own.',
  connector: 'Conference Room Connectors, by which H.323 and SIP devices join.',
  large: 'Meetings with more participants than the base plan has.',
  webinar: 'Webinars, by how many may attend.',
  calling: 'The calling plans, by which users make calls outside of the account.',
  number: 'The plans for more numbers.',
};
/** A field for one plan: the wrapper carries the words of the field, and leaves those of the type alone. */
const one = <S extends Shape>(plan: S, description: string) => plan.optional().meta({ description });
const cloudRecording = string('The plan for storing recordings in the cloud, such as "cmr_monthly_commitment_40".');

/** What is ordered, and what Zoom says was ordered. */
export const HostsPlan = shape('HostsPlan', hosted, 'A plan, and for how many.');
const AudioPlan = shape('AudioPlan', audio, 'Audio conferencing: participants join over the telephone.');
const PhoneBasePlan = shape('PhoneBasePlan', phoneBase, 'The plan that Zoom Phone rests on.');
export const PhonePlans = shape(
  'PhonePlans',
  {
    plan_base: PhoneBasePlan,
    plan_calling: list(HostsPlan, FOR.calling),
    plan_number: list(HostsPlan, FOR.number),
  },
  'Zoom Phone: its base plan, calling plans, and plans for more numbers.',
);
const ordered = {
  plan_base: one(HostsPlan, FOR.base),
  plan_zoom_rooms: one(HostsPlan, FOR.rooms),
  plan_room_connector: one(HostsPlan, FOR.connector),
  plan_large_meeting: list(HostsPlan, FOR.large),
  plan_webinar: list(HostsPlan, FOR.webinar),
  plan_recording: cloudRecording,
  plan_audio: AudioPlan,
  plan_phone: PhonePlans,
};
export const OrderedPlans = shape('OrderedPlans', ordered, 'The plans that were ordered.');
export const SubscribePlansBody = shape('SubscribePlansBody', { contact: BillingContact, ...ordered });

/** What an account has tells its term besides. */
const term = {
  status: enumOf(
    'PlanStatus',
    {
      ACTIVE: ['active', 'The account has it.'],
      CANCELLED: ['cancel', 'It was cancelled, and stays active until the end of its term.'],
      EXPIRED: ['expired', 'Its term has ended.'],
    },
    'The status of the plan.',
  ),
  service_effective_date: date('When the term began.'),
  next_invoice_date: date('When the next invoice is due.'),
};
export const SubscribedPlan = shape('SubscribedPlan', { ...hosted, ...term }, 'A plan that an account has.');
const SubscribedAudioPlan = shape(
  'SubscribedAudioPlan',
  { ...audio, ...term },
  'Audio conferencing that an account has: participants join over the telephone.',
);
const SubscribedPhoneBasePlan = shape(
  'SubscribedPhoneBasePlan',
  { ...phoneBase, ...term },
  'The plan that Zoom Phone rests on.',
);
const SubscribedPhonePlans = shape(
  'SubscribedPhonePlans',
  {
    plan_base: SubscribedPhoneBasePlan,
    plan_calling: list(SubscribedPlan, FOR.calling),
    plan_number: list(SubscribedPlan, FOR.number),
  },
  'What an account has of Zoom Phone.',
);

export const AccountPlans = shape(
  'AccountPlans',
  {
    plan_base: one(SubscribedPlan, FOR.base),
    plan_zoom_rooms: one(SubscribedPlan, FOR.rooms),
    plan_room_connector: one(SubscribedPlan, FOR.connector),
    plan_large_meeting: list(SubscribedPlan, FOR.large),
    plan_webinar: list(SubscribedPlan, FOR.webinar),
    plan_recording: cloudRecording,
    plan_recording_status: enumOf(
      'RecordingPlanStatus',
      {
        ACTIVE: ['Active', 'The account has it.'],
        CANCELLED: ['Cancelled', 'It was cancelled, and stays active until the end of its term.'],
      },
      'The status of the recording plan.',
    ),
    plan_recording_service_effective_date: date('When the term of the recording plan began.'),
    plan_recording_next_invoice_date: date('When the next invoice of the recording plan is due.'),
    plan_audio: SubscribedAudioPlan,
    plan_phone: SubscribedPhonePlans,
  },
  'The plans that an account has.',
);

const used = { ...hosted, usage: int('How many are taken.') };
const UsedPlan = shape('UsedPlan', used, 'A plan, and how much of it is taken.');
const UsedUnitedPlan = shape(
  'UsedUnitedPlan',
  { name: string('What the plan is called.'), ...used },
  'A plan that joins several products, and how much of it is taken.',
);
const UsedRecordingPlan = shape(
  'UsedRecordingPlan',
  {
    type,
    free_storage: byteSize('What the licences bring, in bytes, of which 1,024 are a kilobyte.'),
    free_storage_usage: byteSize('How much of that is taken, in bytes.'),
    plan_storage: byteSize('What the plan adds, in bytes.'),
    plan_storage_usage: byteSize('How much of that is taken, in bytes.'),
    plan_storage_exceed: byteSize('How much is taken beyond both, in bytes.'),
  },
  'Storage for recordings in the cloud, and how much of it is taken.',
);
export const PlanUsage = shape(
  'PlanUsage',
  {
    plan_base: list(UsedPlan, FOR.base),
    plan_zoom_rooms: list(UsedPlan, FOR.rooms),
    plan_large_meeting: list(UsedPlan, FOR.large),
    plan_webinar: list(UsedPlan, FOR.webinar),
    plan_united: UsedUnitedPlan,
    plan_recording: UsedRecordingPlan,
  },
  'How much of its plans an account uses.',
);

export const AddPlanAddonBody = shape('AddPlanAddonBody', {
  ...hosted,
  plan_details: named('PlanAddonDetails', PhonePlans, 'What a plan of Zoom Phone is made of.'),
}).required({ hosts: true, type: true });
export const UpdatePlanAddonBody = named('UpdatePlanAddonBody', HostsPlan.required({ hosts: true, type: true }));
export const UpdateBasePlanBody = named(
  'UpdateBasePlanBody',
  shape('BasePlan', {
    type,
    hosts: int('How many licences. Of each base plan Zoom sells a number within bounds, such as 1 to 9 of Pro.'),
  }).required({ hosts: true, type: true }),
);

/** Zoom's list of 2020; pages made from later documents know 1 to 6 with other meanings, and no 7. */
const cancelling = {
  /** Always "cancel". */
  action: string(),
  reason: enumOf(
    'PlanCancellationReason',
    {
      SELDOM_NEEDED: [1, 'It is seldom needed.'],
      FREE_PLAN_SUFFICES: [2, 'The free plan is enough.'],
      TOO_EXPENSIVE: [3, 'It costs too much.'],
      FEATURES_MISSING: [4, 'It lacks features that are needed.'],
      HELP_NEEDED: [5, 'More help with it is needed.'],
      WRONG_PRODUCT: [6, 'It is not the product that was wanted.'],
      QUALITY_TOO_LOW: [7, 'Its quality is too low.'],
    },
    'Why the plan is cancelled, as Zoom asks.',
  ),
  comment: string('More about why.'),
};
export const CancelPlanAddonBody = shape('CancelPlanAddonBody', { type, ...cancelling });
export const CancelBasePlanBody = shape('CancelBasePlanBody', cancelling).required({ action: true });

const billing = ['billing:master'];

export const getAccountBilling = get('/accounts/{accountId}/billing', {
  of: BillingContact,
  limit: 'MEDIUM',
  scopes: billing,
});

export const updateAccountBilling = patch('/accounts/{accountId}/billing', {
  body: UpdateAccountBillingBody,
  limit: 'HEAVY',
  scopes: billing,
});

export const getAccountPlans = get('/accounts/{accountId}/plans', {
  of: AccountPlans,
  limit: 'MEDIUM',
  scopes: billing,
});

export const getPlanUsage = get('/accounts/{accountId}/plans/usage', {
  of: PlanUsage,
  limit: 'HEAVY',
  scopes: billing,
});

/** The label is that of its siblings: no source names its own. */
export const subscribePlans = post('/accounts/{accountId}/plans', {
  body: SubscribePlansBody,
  of: OrderedPlans,
  limit: 'HEAVY',
  scopes: billing,
});

export const addPlanAddon = post('/accounts/{accountId}/plans/addons', {
  body: AddPlanAddonBody,
  of: OrderedPlans,
  limit: 'HEAVY',
  scopes: billing,
});

export const updatePlanAddon = put('/accounts/{accountId}/plans/addons', {
  body: UpdatePlanAddonBody,
  limit: 'HEAVY',
  scopes: billing,
});

export const cancelPlanAddon = patch('/accounts/{accountId}/plans/addons/status', {
  body: CancelPlanAddonBody,
  limit: 'HEAVY',
  scopes: billing,
});

export const updateBasePlan = put('/accounts/{accountId}/plans/base', {
  body: UpdateBasePlanBody,
  limit: 'HEAVY',
  scopes: billing,
});

export const cancelBasePlan = patch('/accounts/{accountId}/plans/base/status', {
  body: CancelBasePlanBody,
  limit: 'HEAVY',
  scopes: billing,
});
