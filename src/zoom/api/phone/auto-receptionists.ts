/** Auto receptionists, which answer calls and pass them on. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { dateTime, id, list, named, shape, string } from '../../declare/shape.ts';
import {
  AssignedPhoneNumber,
  assigningNumbers,
  audioPromptLanguage,
  extensionId,
  extensionNumber,
  givenExtension,
  goneCodes,
  PhoneSiteRef,
  pageTokenCodes,
  storageLocation,
  transcriptionLanguage,
} from './common.ts';

export const AutoReceptionist = shape(
  'AutoReceptionist',
  {
    id: id(),
    name: string('What the auto receptionist is called.', { max: 32 }),
    extension_id: extensionId,
    extension_number: extensionNumber,
    site: PhoneSiteRef,
    phone_numbers: list(AssignedPhoneNumber, 'Only the direct numbers; `numbers` leads to everything else about them.'),
    department: string('The department that the auto receptionist belongs to.'),
    cost_center: string('The cost center of the auto receptionist.'),
    timezone: string('The IANA name of the time zone.'),
    audio_prompt_language: audioPromptLanguage,
    default_transcription_language: transcriptionLanguage,
    holiday_hours: list(
      shape(
        'AutoReceptionistHoliday',
        {
          id: id(),
          name: string('What the holiday is called.'),
          from: dateTime('When the holiday begins.'),
          to: dateTime('When the holiday ends.'),
        },
        'A time in which calls are answered otherwise.',
      ),
      'The holidays.',
    ),
    recording_storage_location: storageLocation,
    own_storage_name: string("The account's own storage, where that is used."),
  },
  'What answers calls, and passes them on to users, queues, common areas or voicemail.',
);
export const FetchedAutoReceptionist = named('FetchedAutoReceptionist', AutoReceptionist.omit({ id: true }));
export const ListedAutoReceptionist = named(
  'ListedAutoReceptionist',
  AutoReceptionist.omit({
    default_transcription_language: true,
    recording_storage_location: true,
    own_storage_name: true,
  }),
);

export const UpdateAutoReceptionistBody = named(
  'UpdateAutoReceptionistBody',
  AutoReceptionist.pick({
    name: true,
    department: true,
    cost_center: true,
    timezone: true,
    audio_prompt_language: true,
    default_transcription_language: true,
    recording_storage_location: true,
  }).extend({ extension_number: givenExtension.optional() }),
  'What changes about an auto receptionist; what is left out stays.',
);
/** How many numbers one call takes is not documented. */
export const AssignAutoReceptionistNumbersBody = assigningNumbers(
  'AssignAutoReceptionistNumbersBody',
  'The numbers that an auto receptionist gets, each by its ID or by the number.',
);

export const listAutoReceptionists = listing('/phone/auto_receptionists', {
  items: 'auto_receptionists',
  of: ListedAutoReceptionist,
  paging: byToken(100),
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:list_auto_receptionists:admin'],
  codes: pageTokenCodes,
});

export const getAutoReceptionist = get('/phone/auto_receptionists/{autoReceptionistId}', {
  of: FetchedAutoReceptionist,
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:auto_receptionist:admin'],
  codes: { 300: 'NOT_FOUND' },
});

export const updateAutoReceptionist = patch('/phone/auto_receptionists/{autoReceptionistId}', {
  body: UpdateAutoReceptionistBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:update:auto_receptionist:admin'],
});

export const assignAutoReceptionistNumbers = post('/phone/auto_receptionists/{autoReceptionistId}/phone_numbers', {
  body: AssignAutoReceptionistNumbersBody,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:auto_receptionist_number:admin'],
});

export const unassignAllAutoReceptionistNumbers = del('/phone/auto_receptionists/{autoReceptionistId}/phone_numbers', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:auto_receptionist_number:admin'],
});

export const unassignAutoReceptionistNumber = del(
  '/phone/auto_receptionists/{autoReceptionistId}/phone_numbers/{phoneNumberId}',
  {
    limit: 'LIGHT',
    scopes: ['phone:write:admin', 'phone:delete:auto_receptionist_number:admin'],
    codes: goneCodes,
  },
);
