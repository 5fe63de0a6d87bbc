/** Reports on who signed in, and on what administrators did. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { dateTime, enumOf, renamed, shape, string } from '../../declare/shape.ts';
import { month, scopesOf } from './common.ts';

export const SignInActivity = shape(
  'SignInActivity',
  {
    time: dateTime('When it was.'),
    type: enumOf(
      'SignInActivityType',
      { SIGN_IN: ['Sign in', 'The user signed in.'], SIGN_OUT: ['Sign out', 'The user signed out.'] },
      'What the user did.',
    ),
    email: string('The email address of the user.'),
    client_type: string('What the user did it with, such as "Browser".'),
    ip_address: string('The public address of the device.'),
    version: string('The version of the client.'),
  },
  'One time that a user signed in or out.',
);

export const OperationLog = shape(
  'OperationLog',
  {
    time: dateTime('When it was.'),
    operator: renamed('operator', 'operatorEmail', string('The email address of whoever did it.')),
    category_type: string('What it concerned, in words, such as "User".'),
    action: string('What was done, in words, such as "Update".'),
    operation_detail: string('What exactly was changed, in words.'),
  },
  'One thing that an administrator or a user did to the account.',
);
export const ListOperationLogsQuery = shape('ListOperationLogsQuery', {
  category_type: enumOf(
    'OperationCategory',
    {
      ALL: ['all', 'Everything.'],
      USER: ['user', 'Users.'],
      USER_SETTINGS: ['user_settings', 'Settings of users.'],
      ACCOUNT: ['account', 'The account and its settings.'],
      BILLING: ['billing', 'Plans and bills.'],
      IM: ['im', 'Chat.'],
      RECORDING: ['recording', 'Recordings.'],
      PHONE_CONTACTS: ['phone_contacts', 'Contacts of Zoom Phone.'],
      WEBINAR: ['webinar', 'Webinars.'],
      SUB_ACCOUNT: ['sub_account', 'Sub accounts.'],
      ROLE: ['role', 'Roles.'],
      ZOOM_ROOMS: ['zoom_rooms', 'Zoom Rooms.'],
    },
    'What was done to what.',
  ),
});

export const listSignInActivities = listing('/report/activities', {
  items: 'activity_logs',
  of: SignInActivity,
  paging: byToken(300),
  window: { ...month, at: 'time' },
  limit: 'HEAVY',
  scopes: scopesOf('user_activities'),
});

export const listOperationLogs = listing('/report/operationlogs', {
  items: 'operation_logs',
  of: OperationLog,
  query: ListOperationLogsQuery,
  paging: byToken(300),
  window: { ...month, at: 'time' },
  limit: 'HEAVY',
  scopes: scopesOf('operation_logs'),
});
