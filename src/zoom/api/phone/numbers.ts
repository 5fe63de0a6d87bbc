/** The account's phone numbers, and giving them to users. */
import { byToken, del, get, list as listing, post, put } from '../../declare/endpoint.ts';
import { as, bool, dateTime, enumOf, id, int, list, named, renamed, shape, string } from '../../declare/shape.ts';
import {
  AssignedPhoneNumber,
  assigningNumbers,
  extensionNumber,
  goneCodes,
  numberSource,
  PhoneEmergencyAddress,
  PhoneSiteRef,
  pageTokenCodes,
} from './common.ts';

const assigneeType = enumOf(
  'PhoneNumberAssigneeType',
  {
    USER: ['user', 'A phone user.'],
    CALL_QUEUE: ['callQueue', 'A call queue.'],
    AUTO_RECEPTIONIST: ['autoReceptionist', 'An auto receptionist.'],
    COMMON_AREA: ['commonArea', 'A common area.'],
    EMERGENCY_NUMBER_POOL: [
      'emergencyNumberPool',
      'The numbers that are shown when somebody without a number calls for help.',
    ],
    COMPANY_LOCATION: ['companyLocation', 'A company location.'],
    MEETING_SERVICE: ['meetingService', 'Meetings, which people join by calling the number.'],
    SHARED_LINE_GROUP: ['sharedLineGroup', 'A shared line group.'],
  },
  'What a number belongs to.',
);
const numberType = enumOf(
  'PhoneNumberType',
  {
    TOLL: ['toll', 'The caller pays.'],
    TOLLFREE: ['tollfree', 'The account pays.'],
  },
  'Who pays for a call to the number.',
);

const PhoneAudioPrompt = shape(
  'PhoneAudioPrompt',
  { id: id(), name: string('The name of the file.') },
  'An audio file that callers hear.',
);

export const PhoneNumberAssignee = shape(
  'PhoneNumberAssignee',
  {
    id: id('The assignee; the site or the account for an emergency number pool or a company location.'),
    type: assigneeType,
    name: string('The name of the assignee.'),
    extension_number: extensionNumber,
    meeting_id: id('The meeting that callers join; of the meeting service only.'),
    display_number: string('How the number is shown in meeting invitations; of the meeting service only.'),
    label: string('The text in brackets after the number in meeting invitations; of the meeting service only.'),
    audio_prompt_language: string('The language of the prompts that callers hear; of the meeting service only.'),
    greeting: PhoneAudioPrompt,
    on_hold_music: PhoneAudioPrompt,
  },
  'Whom a number belongs to. Fields of the meeting service only come when the number is read on its own.',
);
const ListedPhoneNumberAssignee = named(
  'ListedPhoneNumberAssignee',
  PhoneNumberAssignee.pick({ id: true, type: true, name: true, extension_number: true }),
);

const PhoneCarrier = shape(
  'PhoneCarrier',
  {
    code: renamed('code', 'carrierCode', int('The number of the carrier at Zoom.')),
    name: string('The name of the carrier.'),
  },
  'A carrier that the account brings along.',
);
const PhoneSipGroup = shape(
  'PhoneSipGroup',
  { id: id(), display_name: renamed('displayName', 'name', string('What the group is called.')) },
  'A group of SIP trunks.',
);

export const PhoneNumber = shape(
  'PhoneNumber',
  {
    id: id(),
    number: string('The number in E.164 form, such as "+12055550100".'),
    number_type: numberType,
    display_name: renamed('displayName', 'name', string('What the account calls the number.')),
    location: string('The city, state and country that the number belongs to.'),
    status: enumOf(
      'PhoneNumberStatus',
      {
        PENDING: ['pending', 'It cannot be used yet: it is being ordered or ported.'],
        AVAILABLE: ['available', 'It can be used.'],
      },
      'Whether the number can be used yet.',
    ),
    source: numberSource,
    capability: list(
      enumOf(
        'PhoneNumberCapability',
        {
          INCOMING: ['incoming', 'Calls that come in.'],
          OUTGOING: ['outgoing', 'Calls that go out.'],
        },
        'A direction of calls.',
      ),
      'Which calls the number can take part in.',
    ),
    assignee: PhoneNumberAssignee,
    site: PhoneSiteRef,
    carrier: PhoneCarrier,
    sip_group: PhoneSipGroup,
    emergency_address: PhoneEmergencyAddress,
    emergency_address_status: enumOf(
      'PhoneEmergencyAddressStatus',
      {
        CARRIER_UPDATE_REQUIRED: [1, 'The address must be reported to the carrier.'],
        CONFIRMED: [2, 'The carrier knows the address.'],
      },
      'Whether the carrier knows the address already.',
    ),
    emergency_address_update_time: dateTime('When the emergency address was last changed.'),
  },
  "A phone number of the account. Carrier, SIP group and emergency address come with numbers of the account's own carrier.",
);
/** All top-level fields, but of the assignee only what says who it is. */
export const ListedPhoneNumber = named(
  'ListedPhoneNumber',
  PhoneNumber.extend({ assignee: ListedPhoneNumberAssignee.optional() }),
);

const ListPhoneNumbersQuery = shape(
  'ListPhoneNumbersQuery',
  {
    type: enumOf(
      'PhoneNumberAssignment',
      {
        ASSIGNED: ['assigned', 'Numbers that belong to somebody.'],
        UNASSIGNED: ['unassigned', 'Numbers that belong to nobody.'],
        BYOC: ['byoc', 'Numbers of another carrier.'],
        ALL: ['all', 'All numbers.'],
      },
      'Which numbers are listed.',
    ),
    extension_type: assigneeType,
    number_type: numberType,
    pending_numbers: bool('Whether numbers are listed too that cannot be used yet.'),
    site_id: id(undefined, { of: 'PhoneSite' }),
    phone_number: string('Only this number, in E.164 form.'),
  },
  'Which numbers are listed. The type of extension counts only among assigned numbers.',
);

export const AssignPhoneNumbersBody = assigningNumbers(
  'AssignPhoneNumbersBody',
  'The numbers that a phone user gets, each by its ID or by the number.',
  10,
);
export const AssignedPhoneNumbers = shape(
  'AssignedPhoneNumbers',
  { phone_numbers: list(AssignedPhoneNumber, 'The numbers that were assigned.') },
  'The numbers that a phone user got.',
);

export const listPhoneNumbers = listing('/phone/numbers', {
  items: 'phone_numbers',
  of: ListedPhoneNumber,
  query: ListPhoneNumbersQuery,
  paging: byToken(100),
  filters: { site_id: 'site.id', number_type: 'number_type' },
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:list_numbers:admin'],
  codes: pageTokenCodes,
});

export const getPhoneNumber = get('/phone/numbers/{phoneNumberId}', {
  of: PhoneNumber,
  limit: 'LIGHT',
  scopes: ['phone:read:admin', 'phone:read:numbers:admin'],
  codes: goneCodes,
});

export const assignPhoneNumbers = post('/phone/users/{userId}/phone_numbers', {
  body: AssignPhoneNumbersBody,
  of: AssignedPhoneNumbers,
  limit: 'LIGHT',
  scopes: ['phone:write', 'phone:write:admin', 'phone:write:user_number', 'phone:write:user_number:admin'],
});

export const unassignPhoneNumber = del('/phone/users/{userId}/phone_numbers/{phoneNumberId}', {
  limit: 'LIGHT',
  scopes: ['phone:write', 'phone:write:admin', 'phone:delete:user_number', 'phone:delete:user_number:admin'],
  codes: goneCodes,
});

const MainCompanyNumberBody = named(
  'MainCompanyNumberBody',
  shape('MainCompanyNumberBody', {
    phone_number: as(
      'phoneNumberId',
      id('The number, by its id or in E.164 form; it must be one of the account.', { of: 'PhoneNumber' }),
    ),
  }).required({ phone_number: true }),
  'The number by which the company is called.',
);

/** Known from documents of 2020 and 2021 alone; Zoom's SDK lacks it. */
export const updateMainCompanyNumber = put('/phone/company_number', {
  body: MainCompanyNumberBody,
  limit: 'LIGHT',
  scopes: ['phone:write:admin'],
});
