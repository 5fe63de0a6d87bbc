/** Voicemails of one user. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { bool, dateTime, enumOf, id, int, renamed, secretUrl, shape } from '../../declare/shape.ts';
import { accountCodes, callIds, parties } from './calls.ts';
import { monthOfHalfYear, pageTokenCodes } from './common.ts';

export const Voicemail = shape(
  'Voicemail',
  {
    id: id(),
    ...callIds,
    status: enumOf(
      'VoicemailStatus',
      {
        READ: ['read', 'It has been listened to.'],
        UNREAD: ['unread', 'Nobody has listened to it yet.'],
      },
      'Whether it has been listened to.',
    ),
    date_time: renamed('dateTime', 'startTime', dateTime('When the message began.')),
    duration: int('How long the message is, in seconds.'),
    ...parties,
    ...accountCodes,
    download_url: secretUrl('The audio file.'),
  },
  'A message that a caller left.',
);

const ListUserVoicemailsQuery = shape('ListUserVoicemailsQuery', {
  status: enumOf(
    'VoicemailStatusChoice',
    {
      ALL: ['all', 'All voicemails.'],
      READ: ['read', 'Only those that have been listened to.'],
      UNREAD: ['unread', 'Only those that nobody has listened to yet.'],
    },
    'Which voicemails are listed.',
  ),
  trash: bool('Whether the trash is listed instead.'),
});

export const listUserVoicemails = listing('/phone/users/{userId}/voice_mails', {
  items: 'voice_mails',
  of: Voicemail,
  query: ListUserVoicemailsQuery,
  paging: byToken(300),
  window: monthOfHalfYear,
  limit: 'MEDIUM',
  scopes: [
    'phone:read',
    'phone:read:admin',
    'phone_voicemail:read',
    'phone_voicemail:read:admin',
    'phone:read:list_voicemails',
    'phone:read:list_voicemails:admin',
  ],
  codes: pageTokenCodes,
});
