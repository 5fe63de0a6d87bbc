/** Those who registered for a meeting, and what they were asked. Webinars and recordings share the shapes. */
import { byToken, get, list as listing, post, put } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  delimited,
  enumOf,
  id,
  int,
  list,
  named,
  needing,
  numericId,
  shape,
  string,
  url,
} from '../../declare/shape.ts';
import { Occurrence, orAdmin, wrongKind } from './meetings.ts';

export const RegistrantStatus = enumOf('RegistrantStatus', ['pending', 'approved', 'denied']);

export const RegistrantAnswer = shape(
  'RegistrantAnswer',
  { title: string('The custom question.'), value: string('The answer, up to 128 characters.') },
  'What a registrant answered to a question of the host.',
);

/** The bands that Zoom takes when somebody registers are not quite those that it lists, so both stand here. */
const NumberOfEmployees = enumOf(
  'NumberOfEmployees',
  {
    FROM_1_TO_20: '1-20',
    FROM_21_TO_50: '21-50',
    FROM_51_TO_100: '51-100',
    FROM_101_TO_250: '101-250',
    FROM_101_TO_500: '101-500',
    FROM_251_TO_500: '251-500',
    FROM_500_TO_1000: '500-1,000',
    FROM_501_TO_1000: '501-1,000',
    FROM_1001_TO_5000: '1,001-5,000',
    FROM_5001_TO_10000: '5,001-10,000',
    MORE_THAN_10000: 'More than 10,000',
  },
  'The size of the organization. Some bands overlap: Zoom lists others than it takes from those who register.',
);

export const Registrant = shape(
  'Registrant',
  {
    id: id('The registration.'),
    email: string(),
    first_name: string(),
    last_name: string(),
    status: RegistrantStatus,
    create_time: dateTime('When the person registered.'),
    join_url: url("The registrant's own link to join, once approved."),
    participant_pin_code: int('The code by which the person is known when joining by phone.').meta({ sensitive: true }),
    address: string(),
    city: string(),
    state: string('State or province.'),
    zip: string('ZIP or postal code.'),
    country: string('Two-letter country code.'),
    phone: string(),
    org: string('Organization.'),
    job_title: string(),
    industry: string(),
    no_of_employees: NumberOfEmployees,
    purchasing_time_frame: enumOf('PurchasingTimeFrame', {
      WITHIN_A_MONTH: 'Within a month',
      FROM_1_TO_3_MONTHS: '1-3 months',
      FROM_4_TO_6_MONTHS: '4-6 months',
      MORE_THAN_6_MONTHS: 'More than 6 months',
      NO_TIMEFRAME: 'No timeframe',
    }),
    role_in_purchase_process: enumOf(
      'PurchaseRole',
      ['Decision Maker', 'Evaluator/Recommender', 'Influencer', 'Not involved'],
      "The registrant's role in purchases.",
    ),
    comments: string('Questions and remarks of the person.'),
    custom_questions: list(RegistrantAnswer),
  },
  'A person who registered for a meeting or webinar.',
);

export const AddRegistrantBody = named(
  'AddRegistrantBody',
  Registrant.omit({ id: true, status: true, create_time: true, join_url: true, participant_pin_code: true })
    .extend({
      language: enumOf(
        'RegistrantLanguage',
        [
          'en-US',
          'de-DE',
          'es-ES',
          'fr-FR',
          'it-IT',
          'jp-JP',
          'ko-KO',
          'pl-PL',
          'pt-PT',
          'ru-RU',
          'Tr-TR',
          'vi-VN',
          'zh-CN',
          'zh-TW',
        ],
        'The language of the confirmation email.',
      ).optional(),
      auto_approve: bool('Approves at once, even where the host approves by hand.').optional(),
    })
    .required({ email: true, first_name: true }),
);

export const Registration = shape(
  'Registration',
  {
    id: numericId('The meeting number.'),
    registrant_id: id(),
    join_url: url("The registrant's own link to join; null until the host has approved."),
    participant_pin_code: int('The code by which the person is known when joining by phone.').meta({ sensitive: true }),
    topic: string(),
    start_time: dateTime(),
    occurrences: list(Occurrence),
  },
  'What Zoom answers when a person has been registered.',
);

const RegistrantKey = needing(shape('RegistrantKey', { id: id(undefined, { of: 'Registrant' }), email: string() }), [
  'id',
  'email',
]);

/** `cancel` takes back an approval. */
export const RegistrantsStatusBody = needing(
  named(
    'RegistrantsStatusBody',
    shape('RegistrantsStatusBody', {
      action: enumOf('RegistrantAction', ['approve', 'cancel', 'deny']),
      registrants: list(RegistrantKey, 'By id or by email.'),
    }).required({ action: true }),
  ),
  ['registrants'],
);

/** The fields of a registrant that Zoom can ask for beside the email and the first name. */
export const REGISTRATION_FIELDS = [
  'last_name',
  'address',
  'city',
  'country',
  'zip',
  'state',
  'phone',
  'industry',
  'org',
  'job_title',
  'purchasing_time_frame',
  'role_in_purchase_process',
  'no_of_employees',
  'comments',
] as const;

export const RegistrationQuestion = shape(
  'RegistrationQuestion',
  {
    field_name: enumOf('RegistrationField', REGISTRATION_FIELDS, 'The field of the registrant that holds the answer.'),
    required: bool(),
  },
  "One of Zoom's own questions to registrants.",
);

export const CustomRegistrationQuestion = shape(
  'CustomRegistrationQuestion',
  {
    title: string('The question.'),
    type: enumOf('CustomQuestionType', { SHORT: 'short', SINGLE: 'single' }, 'A short text, or one of the answers.'),
    answers: list(string(), 'The answers to choose from.'),
    required: bool(),
  },
  'A question to registrants that the host wrote.',
);

export const RegistrationQuestions = shape(
  'RegistrationQuestions',
  { questions: list(RegistrationQuestion), custom_questions: list(CustomRegistrationQuestion) },
  'What people are asked when they register, besides first name and email.',
);

const occurrence = id('One occurrence of a recurring meeting.');
export const ListRegistrantsQuery = shape('ListRegistrantsQuery', {
  occurrence_id: occurrence,
  status: RegistrantStatus.describe('APPROVED unless said.'),
});
export const AddRegistrantQuery = shape('AddRegistrantQuery', {
  occurrence_ids: delimited(',', 'The occurrences to register for.'),
});
export const RegistrantsStatusQuery = shape('RegistrantsStatusQuery', { occurrence_id: occurrence });

export const listRegistrants = listing('/meetings/{meetingId}/registrants', {
  items: 'registrants',
  of: Registrant,
  query: ListRegistrantsQuery,
  paging: byToken(300),
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
