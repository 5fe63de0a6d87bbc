/** What people are asked who register for webinars, unless a webinar says otherwise. */
import { get, patch } from '../../../declare/endpoint.ts';
import { bool, enumOf, list, shape, string } from '../../../declare/shape.ts';
import { registrationField } from '../../meetings/registrants.ts';
import { webinarQuestionType } from '../../webinars/registrants.ts';

const required = bool('Whether it must be answered.');
const selected = bool('Whether it is asked.');

export const AccountRegistrationOptions = shape(
  'AccountRegistrationOptions',
  {
    allow_participants_to_join_from_multiple_devices: bool('Whether registrants can join from several devices.'),
    close_registration: bool('Whether registration ends with the day of the webinar.'),
    host_email_notification: bool('Whether the host is notified by email of each registration.'),
    show_social_share_buttons: bool('Whether the registration page has buttons for sharing it on social media.'),
  },
  'What happens around a registration.',
);

export const AccountRegistrationQuestion = shape(
  'AccountRegistrationQuestion',
  {
    field_name: registrationField,
    required,
    selected,
  },
  "One of Zoom's questions.",
);

export const AccountRegistrationCustomQuestion = shape(
  'AccountRegistrationCustomQuestion',
  {
    title: string('What is asked.'),
    type: webinarQuestionType,
    answers: list(string(), 'The answers to choose from; none for SHORT.'),
    required,
    selected,
  },
  'A question of the account.',
);

/** Read and updated alike. */
export const AccountRegistrationSettings = shape(
  'AccountRegistrationSettings',
  {
    approve_type: enumOf(
      'AccountRegistrationApproval',
      { AUTOMATIC: [0, 'At once.'], MANUAL: [1, 'By hand, each by the host.'] },
      'How registrants are approved.',
    ),
    custom_questions: list(AccountRegistrationCustomQuestion, 'The questions of the account.'),
    options: AccountRegistrationOptions,
    questions: list(AccountRegistrationQuestion, "Zoom's own questions, and which of them are asked."),
  },
  'How people register for webinars.',
);

// Zoom also takes a `type`, of which webinar is the only value: it is left out.
export const getAccountRegistrationSettings = get('/accounts/{accountId}/settings/registration', {
  of: AccountRegistrationSettings,
  limit: 'MEDIUM',
  scopes: [
    'account:read:admin',
    'account:write:admin',
    'account:read:master',
    'account:write:master',
    'account:read:registration_settings:master',
  ],
});

export const updateAccountRegistrationSettings = patch('/accounts/{accountId}/settings/registration', {
  body: AccountRegistrationSettings,
  limit: 'MEDIUM',
  scopes: ['account:write:admin', 'account:write:master', 'account:update:registration_settings:master'],
});
