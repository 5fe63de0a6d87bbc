/** What people are asked who register for webinars, unless a webinar says otherwise. */
import { get, patch } from '../../../declare/endpoint.ts';
import { bool, enumOf, list, shape, string } from '../../../declare/shape.ts';
import { registrationField } from '../../meetings/registrants.ts';

const required = bool('Whether it must be answered.');
const selected = bool('Whether it is asked.');

export const AccountRegistrationOptions = shape(
  'AccountRegistrationOptions',
  {
    allow_participants_to_join_from_multiple_devices: bool(),
    close_registration: bool('Whether registration ends with the day of the webinar.'),
    host_email_notification: bool('Whether the host is notified by email of each registration.'),
    show_social_share_buttons: bool(),
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
    title: string(),
    type: enumOf('AccountRegistrationQuestionType', ['short', 'single_dropdown', 'single_radio', 'multiple']),
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
      { AUTOMATIC: 0, MANUAL: 1 },
      'Whether registrants are approved at once or by hand.',
    ),
    custom_questions: list(AccountRegistrationCustomQuestion),
    options: AccountRegistrationOptions,
    questions: list(AccountRegistrationQuestion),
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
