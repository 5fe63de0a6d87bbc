/** How calls sounded, as the dashboard of Zoom Phone tells it. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { dateTime, enumOf, id, int, named, renamed, shape, string } from '../../declare/shape.ts';
import { pageTokenCodes } from './common.ts';

export const PhoneCallEnd = shape(
  'PhoneCallEnd',
  {
    extension_number: string('The extension, with the site code.'),
    phone_number: string('The number in E.164 form.'),
    site_id: id("The site, by Zoom's own ID."),
    device_type: string('The kind of device, and its version where that is known.'),
    device_private_ip: string(
      "The address of the device in the local network; null unless the account's call logs show addresses.",
    ),
    device_public_ip: string(
      "The address by which the device reached Zoom; null unless the account's call logs show addresses.",
    ),
    isp: string('Who connects the device to the internet.'),
    codec: string('The codec of the sound.'),
    microphone: string('The microphone.'),
    headset: string('The headset.'),
  },
  'One end of a call, and the device there.',
);

export const PhoneCallQuality = shape(
  'PhoneCallQuality',
  {
    call_id: id('The call itself; its logs, recordings and voicemail share it.'),
    direction: enumOf(
      'PhoneCallQualityDirection',
      {
        INBOUND: ['inbound', 'The call came in.'],
        OUTBOUND: ['outbound', 'The call went out.'],
        INTERNAL: ['internal', 'The call was within the account.'],
      },
      'The direction of the call.',
    ),
    date_time: renamed('dateTime', 'startTime', dateTime('When the call began.')),
    duration: int('How long the call was, in seconds.'),
    mos: string(
      'The mean opinion score, from "1", which nobody can bear, to "5", the best. From 3.5 on the quality is good.',
    ),
    caller: PhoneCallEnd,
    callee: PhoneCallEnd,
  },
  'How a call sounded.',
);

const ListPhoneCallQualityQuery = named(
  'ListPhoneCallQualityQuery',
  shape('ListPhoneCallQualityQuery', {
    site_id: id(undefined, { of: 'PhoneSite' }),
    quality_type: enumOf(
      'PhoneCallQualityRating',
      {
        GOOD: ['good', 'Only calls with a score of 3.5 or better.'],
        BAD: ['bad', 'Only calls with a lower score.'],
        ALL: ['all', 'All calls.'],
      },
      'Which calls are listed.',
    ),
  }),
);

/** How far back it goes is not documented. */
export const listPhoneCallQuality = listing('/phone/metrics/call_logs', {
  items: 'call_logs',
  of: PhoneCallQuality,
  query: ListPhoneCallQualityQuery,
  paging: byToken(100),
  window: { days: 30, at: 'date_time' },
  limit: 'HEAVY',
  scopes: ['phone:read:admin', 'phone:write:admin', 'phone:read:list_call_logs:admin'],
  codes: pageTokenCodes,
});
