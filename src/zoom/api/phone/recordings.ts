/** Recordings of calls, of the account and of one user. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { bool, dateTime, enumOf, id, int, named, renamed, secretUrl, shape, string } from '../../declare/shape.ts';
import { accountCodes, callDirection, callIds, callRecordingType, callTimeType, parties } from './calls.ts';
import { extensionNumber, extensionType, monthOfHalfYear, PhoneSiteRef, pageTokenCodes } from './common.ts';

export const PhoneRecordingOwner = shape(
  'PhoneRecordingOwner',
  {
    id: id(),
    type: extensionType,
    name: string('The name of the owner.'),
    extension_number: extensionNumber,
    extension_status: enumOf(
      'PhoneExtensionStatus',
      {
        INACTIVE: ['inactive', 'The extension is switched off.'],
        DELETED: ['deleted', 'The extension was deleted.'],
      },
      'Why the extension is no longer in use; null while it is.',
    ),
    extension_deleted_time: dateTime('When the extension was deleted; null while it exists.'),
  },
  'The extension that a recording belongs to.',
);

const PhoneRecordingParty = shape(
  'PhoneRecordingParty',
  { name: string('The name of the member.'), extension_number: string('The extension of the member.') },
  'The member who had the call where a recording belongs to a queue.',
);

export const PhoneRecording = shape(
  'PhoneRecording',
  {
    id: id(),
    ...callIds,
    owner: PhoneRecordingOwner,
    site: PhoneSiteRef,
    direction: callDirection,
    recording_type: callRecordingType,
    date_time: renamed('dateTime', 'startTime', dateTime('When the recording began.')),
    end_time: dateTime('When the recording ended.'),
    duration: int('How long the recording is, in seconds.'),
    ...parties,
    ...accountCodes,
    accepted_by: PhoneRecordingParty,
    outgoing_by: PhoneRecordingParty,
    meeting_uuid: id('The meeting that the call was turned into, if it was.'),
    disclaimer_status: enumOf(
      'PhoneRecordingDisclaimer',
      {
        IMPLICIT: [0, 'The other side was not asked.'],
        AGREED: [1, 'The other side pressed 1.'],
        PASSIVELY_AGREED: [2, 'The other side stayed on the line.'],
      },
      'How the other side agreed to be recorded.',
    ),
    download_url: secretUrl('The audio file.'),
    transcript_download_url: secretUrl('The transcript.'),
    auto_delete_enable: bool('Whether Zoom deletes the recording after a time.'),
    auto_delete_policy: string('When Zoom deletes the recording.'),
  },
  'A recorded call.',
);
export const AccountPhoneRecording = named('AccountPhoneRecording', PhoneRecording.omit({ call_history_id: true }));
export const UserPhoneRecording = named(
  'UserPhoneRecording',
  PhoneRecording.omit({
    owner: true,
    site: true,
    recording_type: true,
    end_time: true,
    disclaimer_status: true,
    auto_delete_enable: true,
    auto_delete_policy: true,
  }),
);

const ListPhoneRecordingsQuery = shape('ListPhoneRecordingsQuery', {
  owner_type: enumOf(
    'PhoneRecordingOwnerType',
    {
      USER: ['user', 'A phone user.'],
      CALL_QUEUE: ['callQueue', 'A call queue.'],
      COMMON_AREA: ['commonArea', 'A common area.'],
    },
    'What a recording belongs to.',
  ).describe('Only recordings that belong to such an extension.'),
  recording_type: callRecordingType,
  site_id: id(undefined, { of: 'PhoneSite' }),
  group_id: id('Only recordings of users in this group.', { of: 'Group' }),
  query_date_type: callTimeType,
});

/** For the account's list Zoom names no limit to how far back it goes (docs/zoom.md 4). */
export const listPhoneRecordings = listing('/phone/recordings', {
  items: 'recordings',
  of: AccountPhoneRecording,
  query: ListPhoneRecordingsQuery,
  paging: byToken(300),
  filters: { recording_type: 'recording_type', site_id: 'site.id' },
  window: { days: 30, at: 'date_time', by: 'query_date_type', means: { start_time: 'date_time' } },
  limit: 'MEDIUM',
  scopes: [
    'phone:read:admin',
    'phone:write:admin',
    'phone_recording:read:admin',
    'phone:read:list_call_recordings:admin',
  ],
  codes: pageTokenCodes,
});

export const listUserPhoneRecordings = listing('/phone/users/{userId}/recordings', {
  items: 'recordings',
  of: UserPhoneRecording,
  paging: byToken(300),
  window: monthOfHalfYear,
  limit: 'MEDIUM',
  scopes: [
    'phone:read',
    'phone:read:admin',
    'phone_recording:read',
    'phone_recording:read:admin',
    'phone:read:list_recordings',
    'phone:read:list_recordings:admin',
  ],
  codes: pageTokenCodes,
});
