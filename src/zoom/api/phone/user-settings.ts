/** The settings that phone users make for themselves. */

import { get } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  deprecated,
  enumOf,
  id,
  list,
  named,
  renamed,
  secret,
  shape,
  string,
} from '../../declare/shape.ts';
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
    assistants: list(PhoneExtension, 'Those who call and answer in the name of the user.'),
    privacy: bool('Whether members may keep others from picking up a held call, listening in or taking over.'),
    privileges: list(
      enumOf(
        'PhoneDelegationPrivilege',
        {
          PLACE_CALLS: [1, 'Place calls.'],
          ANSWER_CALLS: [2, 'Answer calls.'],
          PICK_UP_HELD_CALLS: [3, 'Pick up calls on hold.'],
          MANAGE_VIP_CONTACTS: [4, 'Manage the VIP contacts.'],
          OPT_IN_OR_OUT: [5, 'Choose whether to receive the calls.'],
          JOIN_AND_MERGE_CALLS: [6, 'Join calls, and merge them.'],
          SET_BUSINESS_HOURS: [7, 'Set the business hours.'],
        },
        'Something that an assistant may do in the name of the user.',
      ),
      'What the assistants may do.',
    ),
    locked: bool('Whether the user may not change it.'),
  },
  'Who calls and answers in the name of a phone user.',
);

const PhoneDeskDevice = shape(
  'PhoneDeskDevice',
  {
    id: id(),
    display_name: renamed('displayName', 'name', string('What the device is called.')),
    device_type: string('Manufacturer and model.'),
    mac_address: string('The MAC address or serial number.'),
    status: onlineStatus,
    policy: PhoneDevicePolicy,
    private_ip: string('The address of the device in the local network.'),
    public_ip: string('The address by which the device reaches Zoom.'),
  },
  'A desk phone of a user.',
);
const PhoneKeyPositions = shape(
  'PhoneKeyPositions',
  { primary_number: string('The number of the key that comes first.') },
  'What the keys of a desk phone hold.',
);
const PhoneDeskPhone = shape(
  'PhoneDeskPhone',
  {
    devices: list(PhoneDeskDevice, 'Each desk phone.'),
    keys_positions: PhoneKeyPositions,
    phone_screen_lock: bool('Whether the screen can be locked with the PIN.'),
    pin_code: secret('The PIN for voicemail, hot desking and unlocking desk phones.'),
  },
  'The desk phones of a user.',
);

const PhoneOutboundCaller = shape(
  'PhoneOutboundCaller',
  { number: string('The number in E.164 form.') },
  'The number that the other side sees.',
);
const PhoneOutboundCallerId = shape(
  'PhoneOutboundCallerId',
  {
    number: string('The number in E.164 form.'),
    name: string('The name that goes with the number.'),
    is_default: bool('Whether it is shown unless the user chooses another one.'),
  },
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
    extension_id: id('The extension itself.'),
    extension_number: string('The number to dial within the account.'),
    extension_type: holderType,
    display_name: renamed('displayName', 'name', string('The name of the holder.')),
    status: enumOf(
      'PhoneIntercomStatus',
      {
        ACTIVE: ['active', 'It can be reached.'],
        PENDING: ['pending', 'It cannot be reached yet.'],
      },
      'Whether the extension can be reached by intercom.',
    ),
    device_id: id('The device where intercom calls arrive; of common areas only.'),
    device_status: enumOf(
      'PhoneIntercomDeviceStatus',
      {
        ONLINE: ['online', 'The device is registered.'],
        OFFLINE: ['offline', 'The device is not registered.'],
        NO_DEVICE: ['no device', 'There is no device.'],
      },
      'Whether an intercom device is registered.',
    ).describe('Whether that device is registered; of common areas only.'),
  },
  'An extension that can be reached by intercom.',
);
const PhoneIntercomDevice = shape(
  'PhoneIntercomDevice',
  { id: id(), name: string('What the device is called.') },
  'Where intercom calls arrive.',
);
const PhoneIntercom = shape(
  'PhoneIntercom',
  { audio_intercoms: list(PhoneIntercomPartner, 'The extensions that can be reached.'), device: PhoneIntercomDevice },
  'The intercom of a phone user.',
);

const receiveCalls = bool('Whether the user receives these calls.');
const PhoneExecutiveLine = shape(
  'PhoneExecutiveLine',
  {
    user_id: id('The Zoom user.'),
    display_name: renamed('displayName', 'name', string('The name of the person.')),
    receive_calls: receiveCalls,
    allow_opt_out: bool('Whether the user may choose.'),
  },
  'A person in whose name the user answers calls.',
);
const PhoneExecutiveLines = shape(
  'PhoneExecutiveLines',
  { executives: list(PhoneExecutiveLine, 'Each of them.') },
  'The persons in whose name the user answers calls.',
);
const PhoneSharedLineGroupCalls = shape(
  'PhoneSharedLineGroupCalls',
  {
    slg_id: id('The shared line group.'),
    display_name: renamed('displayName', 'name', string('What the group is called.')),
    receive_calls: receiveCalls,
  },
  'The calls of one shared line group.',
);
const PhoneSharedLineGroupsCalls = shape(
  'PhoneSharedLineGroupsCalls',
  { receive_calls: receiveCalls, shared_line_group: list(PhoneSharedLineGroupCalls, 'Each of the groups.') },
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
  {
    holiday_id: id("Zoom's own ID."),
    name: string('What the holiday is called.'),
    from: dateTime('When the holiday begins.'),
    to: dateTime('When the holiday ends.'),
  },
  'A holiday of a phone user.',
);
const PhoneBreakDay = shape(
  'PhoneBreakDay',
  { weekday, enable: bool('Whether there is a break on this day.'), ...hours },
  'The break on one day of the week.',
);
const PhoneBreakTimes = shape(
  'PhoneBreakTimes',
  { ...hours, days: list(PhoneBreakDay, 'The break on each day of the week; for CUSTOM_HOURS.') },
  'When a break is: at one time, or by day of the week.',
);
const PhoneBreak = shape(
  'PhoneBreak',
  {
    break_hour_id: id("Zoom's own ID."),
    break_hour_name: renamed('breakHourName', 'name', string('What the break is called.')),
    break_hour_type: enumOf(
      'PhoneBreakType',
      {
        EVERY_BUSINESS_DAY: ['every_business_day', 'The same on each business day.'],
        CUSTOM_HOURS: ['custom_hours', 'By day of the week.'],
      },
      'Whether the break is the same on each business day.',
    ),
    break_hour_setting: PhoneBreakTimes,
  },
  'A break of a phone user.',
);
const PhoneBusinessDay = shape(
  'PhoneBusinessDay',
  {
    weekday,
    type: enumOf(
      'PhoneBusinessDayType',
      {
        CLOSED: [0, 'The user is not at work.'],
        ALL_DAY: [1, 'The user is at work all day.'],
        CUSTOM: [2, 'The user is at work between `from` and `to`.'],
      },
      'When the user is at work on that day.',
    ),
    ...hours,
  },
  'The business hours of one day of the week.',
);
const PhoneBusinessHours = shape(
  'PhoneBusinessHours',
  {
    business_hour_type: enumOf(
      'PhoneBusinessHoursType',
      {
        ALWAYS: [1, 'Around the clock.'],
        CUSTOM: [2, 'During `businessHours`.'],
      },
      'Whether the user is at work around the clock, or by `businessHours`.',
    ),
    business_hours: list(PhoneBusinessDay, 'The hours of each day of the week; for CUSTOM.'),
  },
  'When a phone user is at work.',
);

export const PhoneUserSettings = shape(
  'PhoneUserSettings',
  {
    status: activity,
    extension_number: extensionNumber,
    company_number: string('The main number of the company, by which the extension can be reached from outside.'),
    area_code: string('The area code that is dialled before local numbers.'),
    country: PhoneCountry,
    audio_prompt_language: string('The language of the standard prompts, such as "en-US".'),
    default_transcription_language: string('The language that transcripts are made in, such as "en-US".'),
    music_on_hold_id: id('The audio file that callers on hold hear; null for the standard music, "0" for silence.'),
    outbound_caller: PhoneOutboundCaller,
    outbound_caller_ids: list(PhoneOutboundCallerId, 'The numbers that the user can choose from.'),
    delegation: PhoneDelegation,
    desk_phone: PhoneDeskPhone,
    intercom: PhoneIntercom,
    shared_lines_call_setting: PhoneSharedLineCalls,
    business_hours_settings: PhoneBusinessHours,
    break_hours: list(PhoneBreak, 'The breaks within business hours.'),
    holiday_hours: list(PhoneHoliday, 'The days on which the user does not work.'),
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
