/** Those who registered for a meeting, and what they were asked. Webinars and recordings share the shapes. */
import { byToken, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  delimitedIds,
  enumOf,
  id,
  int,
  list,
  named,
  needing,
  numericId,
  oneOf,
  renamed,
  shape,
  string,
  url,
} from '../../declare/shape.ts';
import { Occurrence, orAdmin, wrongKind } from './meetings.ts';

export const RegistrantStatus = enumOf(
  'RegistrantStatus',
  {
    PENDING: ['pending', 'The host has not decided yet.'],
    APPROVED: ['approved', 'The registrant may join.'],
    DENIED: ['denied', 'The host has refused the registrant.'],
  },
  'Whether the registrant may join.',
);

export const RegistrantAnswer = shape(
  'RegistrantAnswer',
  { title: string('The custom question.'), value: string('The answer.', { max: 128 }) },
  'What a registrant answered to a question of the host.',
);

/** The bands that Zoom takes when somebody registers are not quite those that it lists, so both stand here. */
const NumberOfEmployees = enumOf(
  'NumberOfEmployees',
  {
    FROM_1_TO_20: ['1-20', '1 to 20 employees.'],
    FROM_21_TO_50: ['21-50', '21 to 50 employees.'],
    FROM_51_TO_100: ['51-100', '51 to 100 employees.'],
    FROM_101_TO_250: ['101-250', '101 to 250 employees: where Zoom lists registrants.'],
    FROM_101_TO_500: ['101-500', '101 to 500 employees: what registering takes.'],
    FROM_251_TO_500: ['251-500', '251 to 500 employees: where Zoom lists registrants.'],
    FROM_500_TO_1000: ['500-1,000', '500 to 1,000 employees: what registering takes.'],
    FROM_501_TO_1000: ['501-1,000', '501 to 1,000 employees: where Zoom lists registrants.'],
    FROM_1001_TO_5000: ['1,001-5,000', '1,001 to 5,000 employees.'],
    FROM_5001_TO_10000: ['5,001-10,000', '5,001 to 10,000 employees.'],
    MORE_THAN_10000: ['More than 10,000', 'More than 10,000 employees.'],
  },
  'The size of the organization. Some bands overlap: Zoom lists others than it takes from those who register.',
);

export const Registrant = shape(
  'MeetingRegistrant',
  {
    id: id('The registration.'),
    email: string('The email address of the person.', { max: 128 }),
    first_name: string('The first name of the person.', { max: 64 }),
    last_name: string('The last name of the person.', { max: 64 }),
    status: RegistrantStatus,
    create_time: renamed('createTime', 'createdAt', dateTime('When the person registered.')),
    join_url: url("The registrant's own link to join, once approved."),
    participant_pin_code: int('The code by which the person is known when joining by phone.').meta({ sensitive: true }),
    address: string('The postal address of the person.'),
    city: string('The city of the person.'),
    state: string('The state or province of the person.'),
    zip: string('The ZIP or postal code of the person.'),
    country: string('The two-letter code of the country of the person.'),
    phone: string('The phone number of the person.'),
    org: string('The organization of the person.'),
    job_title: string('The job title of the person.'),
    industry: string('The industry of the organization.'),
    no_of_employees: NumberOfEmployees,
    purchasing_time_frame: enumOf(
      'PurchasingTimeFrame',
      {
        WITHIN_A_MONTH: ['Within a month', 'Within a month.'],
        FROM_1_TO_3_MONTHS: ['1-3 months', 'In one to three months.'],
        FROM_4_TO_6_MONTHS: ['4-6 months', 'In four to six months.'],
        MORE_THAN_6_MONTHS: ['More than 6 months', 'In more than six months.'],
        NO_TIMEFRAME: ['No timeframe', 'At no particular time.'],
      },
      'When the registrant means to buy.',
    ),
    role_in_purchase_process: enumOf(
      'PurchaseRole',
      {
        DECISION_MAKER: ['Decision Maker', 'Decides what is bought.'],
        EVALUATOR_RECOMMENDER: ['Evaluator/Recommender', 'Evaluates what could be bought, and recommends it.'],
        INFLUENCER: ['Influencer', 'Influences the decision.'],
        NOT_INVOLVED: ['Not involved', 'Takes no part in purchases.'],
      },
      "The registrant's role in purchases.",
    ),
    comments: string('Questions and remarks of the person.'),
    custom_questions: list(RegistrantAnswer, 'The answers to the questions that the host wrote.'),
  },
  'A person who registered for a meeting or webinar.',
  { always: ['email', 'first_name'] },
);

export const registrantLanguage = enumOf(
  'RegistrantLanguage',
  {
    EN_US: ['en-US', 'English.'],
    DE_DE: ['de-DE', 'German.'],
    ES_ES: ['es-ES', 'Spanish.'],
    FR_FR: ['fr-FR', 'French.'],
    IT_IT: ['it-IT', 'Italian.'],
    JP_JP: ['jp-JP', 'Japanese.'],
    KO_KO: ['ko-KO', 'Korean.'],
    PL_PL: ['pl-PL', 'Polish.'],
    PT_PT: ['pt-PT', 'Portuguese.'],
    RU_RU: ['ru-RU', 'Russian.'],
    TR_TR: ['Tr-TR', 'Turkish.'],
    VI_VN: ['vi-VN', 'Vietnamese.'],
    ZH_CN: ['zh-CN', 'Chinese, simplified.'],
    ZH_TW: ['zh-TW', 'Chinese, traditional.'],
  },
  'The language of the confirmation email.',
);

export const AddRegistrantBody = named(
  'AddRegistrantBody',
  Registrant.omit({ id: true, status: true, create_time: true, join_url: true, participant_pin_code: true })
    .extend({
      language: registrantLanguage.optional(),
      auto_approve: bool('Approves at once, even where the host approves by hand.').optional(),
    })
    .required({ email: true, first_name: true }),
);

export const Registration = shape(
  'Registration',
  {
    id: numericId('The meeting number.'),
    registrant_id: id("Zoom's own ID of the registration."),
    join_url: url("The registrant's own link to join; null until the host has approved."),
    participant_pin_code: int('The code by which the person is known when joining by phone.').meta({ sensitive: true }),
    topic: string('What the meeting is called.'),
    start_time: dateTime('When the meeting starts.'),
    occurrences: list(Occurrence, 'The occurrences that the person may join.'),
  },
  'What Zoom answers when a person has been registered.',
);

const BatchRegistrantBody = named(
  'BatchRegistrantBody',
  AddRegistrantBody.pick({ email: true, first_name: true, last_name: true }),
  'A person who shall be registered.',
);
/** No more are documented than that many at once (docs/zoom.md 2.2). */
const MOST_AT_ONCE = 30;
export const BatchRegistrantsBody = needing(
  shape('BatchRegistrantsBody', {
    registrants: list(BatchRegistrantBody, 'The people to register.', { max: MOST_AT_ONCE }),
    auto_approve: bool('Approves at once, even where the host approves by hand.'),
    registrants_confirmation_email: bool('Whether the people get an email that confirms the registration.'),
  }),
  ['registrants'],
);
export const BatchRegistrants = shape(
  'BatchRegistrants',
  {
    registrants: list(
      Registration.pick({ registrant_id: true, join_url: true, participant_pin_code: true }).extend({
        email: Registrant.shape.email,
      }),
    ),
  },
  'What Zoom answers when people have been registered.',
);

/** `cancel` takes back an approval. */
const registrantAction = enumOf(
  'RegistrantAction',
  {
    APPROVE: ['approve', 'Approves the registrants.'],
    CANCEL: ['cancel', 'Cancels the approval of the registrants.'],
    DENY: ['deny', 'Denies the registrants.'],
  },
  'What is done with the registrants.',
);
/** What is done with registrants of an entity type, by id or by email; the names of its inputs begin with `prefix`. */
export const registrantsStatusBody = (prefix: string, registrant: string, limits?: { readonly max: number }) => {
  const key = shape(
    `${prefix}RegistrantKey`,
    {
      id: id("The registrant's id, global or Zoom's own.", { of: registrant }),
      email: string("The registrant's email address."),
    },
    'A registrant, named in one of two ways.',
  );
  const body = shape(`${prefix}RegistrantsStatusBody`, {
    action: registrantAction,
    registrants: list(oneOf(key), 'The registrants, each by id or by email.', limits),
  });
  return needing(named(`${prefix}RegistrantsStatusBody`, body.required({ action: true })), ['registrants']);
};
export const RegistrantsStatusBody = registrantsStatusBody('', 'MeetingRegistrant', { max: MOST_AT_ONCE });

/** The fields of a registrant that Zoom can ask for beside the email and the first name. */
export const registrationField = enumOf(
  'RegistrationField',
  {
    LAST_NAME: ['last_name', 'The last name.'],
    ADDRESS: ['address', 'The postal address.'],
    CITY: ['city', 'The city.'],
    COUNTRY: ['country', 'The country.'],
    ZIP: ['zip', 'The ZIP or postal code.'],
    STATE: ['state', 'The state or province.'],
    PHONE: ['phone', 'The phone number.'],
    INDUSTRY: ['industry', 'The industry.'],
    ORG: ['org', 'The organization.'],
    JOB_TITLE: ['job_title', 'The job title.'],
    PURCHASING_TIME_FRAME: ['purchasing_time_frame', 'When the person means to buy.'],
    ROLE_IN_PURCHASE_PROCESS: ['role_in_purchase_process', "The person's role in purchases."],
    NO_OF_EMPLOYEES: ['no_of_employees', 'The size of the organization.'],
    COMMENTS: ['comments', 'Questions and remarks.'],
  },
  'The field of the registrant that holds the answer.',
);

export const RegistrationQuestion = shape(
  'RegistrationQuestion',
  {
    field_name: registrationField,
    required: bool('Whether the question must be answered.'),
  },
  "One of Zoom's own questions to registrants.",
);

export const CustomRegistrationQuestion = shape(
  'CustomRegistrationQuestion',
  {
    title: string('The question.'),
    type: enumOf(
      'CustomQuestionType',
      {
        SHORT: ['short', 'The registrant writes a short text.'],
        SINGLE: ['single', 'The registrant chooses one of the `answers`.'],
      },
      'How the question is answered.',
    ),
    answers: list(string(), 'The answers to choose from.'),
    required: bool('Whether the question must be answered.'),
  },
  'A question to registrants that the host wrote.',
);

export const RegistrationQuestions = shape(
  'RegistrationQuestions',
  {
    questions: list(RegistrationQuestion, "Zoom's own questions."),
    custom_questions: list(CustomRegistrationQuestion, 'The questions that the host wrote.'),
  },
  'What people are asked when they register, besides first name and email.',
);

const occurrence = id('One occurrence of a recurring meeting.');
export const ListRegistrantsQuery = shape('ListRegistrantsQuery', {
  occurrence_id: occurrence,
  status: RegistrantStatus.describe('Only registrants of this status; APPROVED by default.'),
});
export const AddRegistrantQuery = shape('AddRegistrantQuery', {
  occurrence_ids: delimitedIds(',', 'The occurrences to register for.'),
});
export const RegistrantsStatusQuery = shape('RegistrantsStatusQuery', { occurrence_id: occurrence });

export const listRegistrants = listing('/meetings/{meetingId}/registrants', {
  items: 'registrants',
  of: Registrant,
  query: ListRegistrantsQuery,
  paging: byToken(300),
  filters: { status: 'status' },
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:read', 'meeting:read:list_registrants'),
  codes: wrongKind,
});

/** Zoom takes three a day for the same person and meeting (docs/zoom.md 2.2). */
export const addRegistrant = post('/meetings/{meetingId}/registrants', {
  query: AddRegistrantQuery,
  body: AddRegistrantBody,
  of: Registration,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:write:registrant'),
  codes: wrongKind,
});

/** 303: Zoom takes meetings of the type SCHEDULED alone. 404: the meeting has no registration, which 3000 says elsewhere. */
export const addBatchRegistrants = post('/meetings/{meetingId}/batch_registrants', {
  body: BatchRegistrantsBody,
  of: BatchRegistrants,
  limit: 'HEAVY',
  scopes: orAdmin('meeting:write', 'meeting:write:batch_registrants'),
  codes: { 404: 'BAD_REQUEST' },
});

/** Zoom takes ten a day for the same person and meeting (docs/zoom.md 2.2). */
export const updateRegistrantsStatus = put('/meetings/{meetingId}/registrants/status', {
  query: RegistrantsStatusQuery,
  body: RegistrantsStatusBody,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:write', 'meeting:update:registrant_status'),
  codes: wrongKind,
});

export const getRegistrationQuestions = get('/meetings/{meetingId}/registrants/questions', {
  of: RegistrationQuestions,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:list_registration_questions'),
  codes: wrongKind,
});

export const updateRegistrationQuestions = patch('/meetings/{meetingId}/registrants/questions', {
  body: RegistrationQuestions,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:update:registration_question'),
  codes: wrongKind,
});
