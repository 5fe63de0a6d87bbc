/** The settings that phone users make for themselves. */

import { get } from '../../declare/endpoint.ts';
import { bool, dateTime, deprecated, enumOf, id, list, named, secret, shape, string } from '../../declare/shape.ts';
import { activity, weekday } from '../enums.ts';
import {
  extensionNumber,
  holderType,
  onlineStatus,
  PhoneAccessMember,
  PhoneCountry,
  PhoneDevicePolicy,
  PhoneExtension,
} from './common.ts';

const PhoneDelegation = shape(
  'PhoneDelegation',
  {
    assistants: list(PhoneExtension),
    privacy: bool('Whether members may keep others from picking up a held call, listening in or taking over.'),
    privileges: list(
      enumOf('PhoneDelegationPrivilege', {
        PLACE_CALLS: 1,
        ANSWER_CALLS: 2,
        PICK_UP_HELD_CALLS: 3,
        MANAGE_VIP_CONTACTS: 4,
        OPT_IN_OR_OUT: 5,
        JOIN_AND_MERGE_CALLS: 6,
        SET_BUSINESS_HOURS: 7,
      }),
      'What the assistants may do.',
    ),
    locked: bool(),
  },
  'Who calls and answers in the name of a phone user.',
);

const PhoneDeskDevice = shape(
  'PhoneDeskDevice',
  {
    id: id(),
    display_name: string(),
    device_type: string('Manufacturer and model.'),
    mac_address: string('The MAC address or serial number.'),
    status: onlineStatus,
    policy: PhoneDevicePolicy,
    private_ip: string(),
    public_ip: string(),
  },
  'A desk phone of a user.',
);
const PhoneKeyPositions = shape(
  'PhoneKeyPositions',
  { primary_number: string() },
  'What the keys of a desk phone hold.',
);
const PhoneDeskPhone = shape(
  'PhoneDeskPhone',
  {
    devices: list(PhoneDeskDevice),
    keys_positions: PhoneKeyPositions,
    phone_screen_lock: bool('Whether the screen can be locked with the PIN.'),
    pin_code: secret('The PIN for voicemail, hot desking and unlocking desk phones.'),
  },
  'The desk phones of a user.',
);

const PhoneOutboundCaller = shape('PhoneOutboundCaller', { number: string() }, 'The number that the other side sees.');
const PhoneOutboundCallerId = shape(
  'PhoneOutboundCallerId',
  { number: string(), name: string(), is_default: bool() },
  'A number that the user may show to the other side.',
);

const PhoneVoicemailGrant = shape(
  'PhoneVoicemailGrant',
  {
    access_user_id: id('Who has the access.'),
    access_user_type: holderType,
    delete: bool('Whether the member may delete voicemails.'),
    download: bool('Whether the member may download voicemails.'),
    shared_id: id('The grant itself.'),
  },
  "Someone who may reach the user's voicemails.",
);
const PhoneRecordingGrant = named(
  'PhoneRecordingGrant',
  PhoneAccessMember.omit({ access_user_type: true, allow_sharing: true }),
  "Someone who may reach the user's recordings.",
);

const PhoneIntercomPartner = shape(
  'PhoneIntercomPartner',
  {
    extension_id: id(),
    extension_number: string(),
    extension_type: holderType,
    display_name: string(),
    status: enumOf('PhoneIntercomStatus', ['active', 'pending']),
    device_id: id('Common areas only.'),
    device_status: enumOf('PhoneIntercomDeviceStatus', ['online', 'offline', 'no device'], 'Common areas only.'),
  },
  'An extension that can be reached by intercom.',
);
const PhoneIntercomDevice = shape('PhoneIntercomDevice', { id: id(), name: string() }, 'Where intercom calls arrive.');
const PhoneIntercom = shape(
  'PhoneIntercom',
  { audio_intercoms: list(PhoneIntercomPartner), device: PhoneIntercomDevice },
  'The intercom of a phone user.',
);

const receiveCalls = bool('Whether the user receives these calls.');
const PhoneExecutiveLine = shape(
  'PhoneExecutiveLine',
  {
    user_id: id(),
    display_name: string(),
    receive_calls: receiveCalls,
    allow_opt_out: bool('Whether the user may choose.'),
  },
  'A person in whose name the user answers calls.',
);
const PhoneExecutiveLines = shape(
  'PhoneExecutiveLines',
  { executives: list(PhoneExecutiveLine) },
  'The persons in whose name the user answers calls.',
);
const PhoneSharedLineGroupCalls = shape(
  'PhoneSharedLineGroupCalls',
  { slg_id: id('The shared line group.'), display_name: string(), receive_calls: receiveCalls },
  'The calls of one shared line group.',
);
const PhoneSharedLineGroupsCalls = shape(
  'PhoneSharedLineGroupsCalls',
  { receive_calls: receiveCalls, shared_line_group: list(PhoneSharedLineGroupCalls) },
  'The calls of the shared line groups.',
);
const PhoneSharedLineCalls = shape(
  'PhoneSharedLineCalls',
  { shared_line_appearances: PhoneExecutiveLines, shared_line_groups: PhoneSharedLineGroupsCalls },
  'Which calls of shared lines the user receives.',
);

const hours = {
  from: string('The time of day at which they begin, such as "12:00".'),
  to: string('The time of day at which they end.'),
};
const PhoneHoliday = shape(
  'PhoneHoliday',
  { holiday_id: id(), name: string(), from: dateTime(), to: dateTime() },
  'A holiday of a phone user.',
);
const PhoneBreakDay = shape(
  'PhoneBreakDay',
  { weekday, enable: bool(), ...hours },
  'The break on one day of the week.',
);
const PhoneBreakTimes = shape(
  'PhoneBreakTimes',
  { ...hours, days: list(PhoneBreakDay) },
  'When a break is: at one time, or by day of the week.',
);
const PhoneBreak = shape(
  'PhoneBreak',
  {
    break_hour_id: id(),
    break_hour_name: string(),
    break_hour_type: enumOf(
      'PhoneBreakType',
      ['every_business_day', 'custom_hours'],
      'Whether the break is the same on each business day.',
    ),
    break_hour_setting: PhoneBreakTimes,
  },
  'A break of a phone user.',
);
const PhoneBusinessDay = shape(
  'PhoneBusinessDay',
  { weekday, type: enumOf('PhoneBusinessDayType', { CLOSED: 0, ALL_DAY: 1, CUSTOM: 2 }), ...hours },
  'The business hours of one day of the week.',
);
const PhoneBusinessHours = shape(
  'PhoneBusinessHours',
  {
    business_hour_type: enumOf(
      'PhoneBusinessHoursType',
      { ALWAYS: 1, CUSTOM: 2 },
      'Whether the user is at work around the clock, or by `businessHours`.',
    ),
    business_hours: list(PhoneBusinessDay),
  },
  'When a phone user is at work.',
);

export const PhoneUserSettings = shape(
  'PhoneUserSettings',
  {
    status: activity,
    extension_number: extensionNumber,
    company_number: string('The main number of the company, by which the extension can be reached from outside.'),
    area_code: string(),
    country: PhoneCountry,
    audio_prompt_language: string('The language of the standard prompts, such as "en-US".'),
    default_transcription_language: string('The language that transcripts are made in, such as "en-US".'),
    music_on_hold_id: id('None for the standard music, "0" for silence.'),
    outbound_caller: PhoneOutboundCaller,
    outbound_caller_ids: list(PhoneOutboundCallerId),
    delegation: PhoneDelegation,
    desk_phone: PhoneDeskPhone,
    intercom: PhoneIntercom,
    shared_lines_call_setting: PhoneSharedLineCalls,
    business_hours_settings: PhoneBusinessHours,
    break_hours: list(PhoneBreak),
    holiday_hours: list(PhoneHoliday),
    voice_mail: deprecated(
      list(PhoneVoicemailGrant, "Who else may listen to the user's voicemail."),
      'Use the policy of the phone user.',
    ),
    auto_call_recording_access_members: deprecated(
      list(PhoneRecordingGrant, 'Who else may listen to automatic recordings.'),
      'Use the policy of the phone user.',
    ),
    ad_hoc_call_recording_access_members: deprecated(
      list(PhoneRecordingGrant, 'Who else may listen to recordings that the user started.'),
      'Use the policy of the phone user.',
    ),
  },
  'The settings of a phone user.',
);

export const getPhoneUserSettings = get('/phone/users/{userId}/settings', {
  of: PhoneUserSettings,
  limit: 'LIGHT',
  scopes: ['phone:read', 'phone:read:admin', 'phone:read:user_setting', 'phone:read:user_setting:admin'],
});
