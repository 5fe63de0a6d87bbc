/** Common areas: phones that belong to a place and not to a person. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, id, int, list, named, renamed, saying, shape, string } from '../../declare/shape.ts';
import { PhoneUserCallingPlan } from './calling-plans.ts';
import {
  AssignedPhoneNumber,
  addressVerification,
  extensionNumber,
  givenExtension,
  goneCodes,
  numberSource,
  onlineStatus,
  PhoneCountry,
  PhoneEmergencyAddress,
  PhoneSiteRef,
  pageTokenCodes,
  transcriptionLanguage,
} from './common.ts';
import {
  PhoneAdHocRecordingPolicy,
  PhoneAutoRecordingPolicy,
  PhoneCallParkPolicy,
  PhoneOutboundCallerIdPolicy,
  PhonePolicy,
  PhoneVoicemailEmailPolicy,
} from './policy.ts';
import { PhonePolicyBody, PhoneSwitchBody, PhoneUserPolicyBody } from './user-policy.ts';

const CommonAreaPolicy = shape(
  'CommonAreaPolicy',
  {
    international_calling: saying(PhonePolicy, 'International calls outside the calling plan.'),
    outbound_calling: saying(PhonePolicy, 'Rules on which numbers may be called.'),
    ad_hoc_call_recording: PhoneAdHocRecordingPolicy,
    auto_call_recording: PhoneAutoRecordingPolicy,
    call_park: PhoneCallParkPolicy,
    hand_off_to_room: saying(PhonePolicy, 'Sending calls to a Zoom Room.'),
    select_outbound_caller_id: PhoneOutboundCallerIdPolicy,
    mobile_switch_to_carrier: saying(PhonePolicy, "Switching calls to the mobile phone's own carrier."),
    voicemail_transcription: saying(PhonePolicy, 'Transcripts of voicemails.'),
    voicemail_notification_by_email: PhoneVoicemailEmailPolicy,
    check_voicemails_over_phone: saying(PhonePolicy, 'Listening to voicemails from any phone by a PIN.'),
    delegation: saying(PhonePolicy, 'Calling and answering in the name of others.'),
    ios_call_kit: saying(PhonePolicy, 'Announcing calls by the means of iOS.'),
    hide_zoom_phone_calls_in_ios: saying(PhonePolicy, 'Keeping calls out of the list of recent calls of iOS.'),
  },
  'What may be done in a common area.',
);
const ofUsers = PhoneUserPolicyBody.shape;
/** Zoom has another name for hiding calls here, and takes delegation as a mere flag. */
const CommonAreaPolicyBody = shape(
  'CommonAreaPolicyBody',
  {
    international_calling: saying(PhonePolicyBody, 'International calls outside the calling plan.'),
    ad_hoc_call_recording: ofUsers.ad_hoc_call_recording,
    auto_call_recording: ofUsers.auto_call_recording,
    call_park: ofUsers.call_park,
    hand_off_to_room: saying(PhoneSwitchBody, 'Sending calls to a Zoom Room.'),
    select_outbound_caller_id: ofUsers.select_outbound_caller_id,
    mobile_switch_to_carrier: saying(PhoneSwitchBody, "Switching calls to the mobile phone's own carrier."),
    voicemail_transcription: saying(PhonePolicyBody, 'Transcripts of voicemails.'),
    voicemail_notification_by_email: ofUsers.voicemail_notification_by_email,
    check_voicemails_over_phone: saying(PhonePolicyBody, 'Listening to voicemails from any phone by a PIN.'),
    delegation: bool('Whether others may call and answer in the name of the common area.'),
    ios_call_kit: saying(PhonePolicyBody, 'Announcing calls by the means of iOS.'),
    hide_phone_call_history_in_ios: saying(PhonePolicyBody, 'Keeping calls out of the list of recent calls of iOS.'),
  },
  'The policies of a common area that change; what is left out stays.',
);

export const CommonAreaDeskPhone = shape(
  'CommonAreaDeskPhone',
  {
    id: id(),
    display_name: renamed('displayName', 'name', string('What the desk phone is called.')),
    device_type: string('Manufacturer and model.'),
    status: onlineStatus,
  },
  'A desk phone in a common area.',
);

export const CommonArea = shape(
  'CommonArea',
  {
    id: id(),
    display_name: renamed('displayName', 'name', string('What the common area is called.')),
    extension_number: extensionNumber,
    status: onlineStatus,
    site: PhoneSiteRef,
    phone_numbers: list(
      named(
        'CommonAreaPhoneNumber',
        AssignedPhoneNumber.extend({
          display_name: renamed('displayName', 'name', string('What the account calls the number.')).optional(),
          source: numberSource.optional(),
        }),
        'A number of a common area.',
      ),
      'The direct numbers of the common area.',
    ),
    calling_plans: list(PhoneUserCallingPlan, 'The calling plans that the common area holds.'),
    desk_phones: list(CommonAreaDeskPhone, 'The desk phones in the common area.'),
    department: string('The department that the common area belongs to.'),
    cost_center: string('The cost center of the common area.'),
    country: PhoneCountry,
    area_code: string('The area code of the common area.'),
    emergency_address: named(
      'CommonAreaEmergencyAddress',
      PhoneEmergencyAddress.extend({ status: addressVerification.optional() }),
      'The emergency address of a common area.',
    ),
    outbound_caller_ids: list(
      shape(
        'CommonAreaCallerId',
        {
          number: string('The number in E.164 form.'),
          name: string('The name that is shown.'),
          is_default: bool('Whether it is shown where no other is chosen.'),
        },
        'A number that the other side of a call may see.',
      ),
      'The numbers that the other side of a call may see.',
    ),
    default_transcription_language: transcriptionLanguage,
    policy: CommonAreaPolicy,
  },
  'A phone that belongs to a place, such as a lobby.',
);

export const FetchedCommonArea = named('FetchedCommonArea', CommonArea.omit({ desk_phones: true }));
export const ListedCommonArea = named(
  'ListedCommonArea',
  CommonArea.pick({
    id: true,
    display_name: true,
    extension_number: true,
    status: true,
    site: true,
    phone_numbers: true,
    calling_plans: true,
    desk_phones: true,
  }),
);

const areaFields = {
  display_name: renamed('displayName', 'name', string('What the common area is called.', { min: 3 })),
  extension_number: givenExtension,
  site_id: id('The site that the common area belongs to.', { of: 'PhoneSite' }),
  country_iso_code: string('The two-letter code of the country.'),
  timezone: string('The IANA name of the time zone.'),
};
/** An extension was required in 2020; the documents of today leave it to Zoom. */
export const CreateCommonAreaBody = named(
  'CreateCommonAreaBody',
  shape('CreateCommonAreaBody', {
    ...areaFields,
    calling_plans: list(
      shape(
        'CommonAreaCallingPlanBody',
        {
          type: int('The code of the plan, such as 100 for US/CA metered or 200 for US/CA unlimited.'),
          billing_subscription_id: id('The subscription that the plan belongs to, where the account has several.'),
        },
        'A calling plan to hold.',
      ),
      'The calling plans that the common area holds.',
      { max: 100 },
    ),
    template_id: id('The template of settings to apply; it must be of the same site.'),
  }).required({ display_name: true }),
  'A new common area.',
);
export const UpdateCommonAreaBody = shape(
  'UpdateCommonAreaBody',
  {
    ...areaFields,
    area_code: string('The area code of the common area.'),
    department: string('The department that the common area belongs to.'),
    cost_center: string('The cost center of the common area.'),
    emergency_address_id: id('The emergency address of the common area.'),
    outbound_caller_id: string('The number that the other side of a call sees, in E.164 form.'),
    default_transcription_language: transcriptionLanguage,
    policy: CommonAreaPolicyBody,
  },
  'What changes about a common area; what is left out stays.',
);
export const CreatedCommonArea = named('CreatedCommonArea', CommonArea.pick({ id: true, display_name: true }));

const ListCommonAreasQuery = shape('ListCommonAreasQuery', {
  site_id: id(undefined, { of: 'PhoneSite' }),
  calling_type: int('Only common areas that hold the calling plan of this code.'),
});

export const listCommonAreas = listing('/phone/common_areas', {
  items: 'common_areas',
  of: ListedCommonArea,
  query: ListCommonAreasQuery,
  paging: byToken(100),
  filters: { site_id: 'site.id' },
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:common_area:admin'],
  codes: pageTokenCodes,
});

export const getCommonArea = get('/phone/common_areas/{commonAreaId}', {
  of: FetchedCommonArea,
  limit: 'LIGHT',
  scopes: ['phone:read:admin', 'phone:read:common_area:admin'],
  codes: goneCodes,
});

export const createCommonArea = post('/phone/common_areas', {
  body: CreateCommonAreaBody,
  of: CreatedCommonArea,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:common_area:admin'],
});

export const updateCommonArea = patch('/phone/common_areas/{commonAreaId}', {
  body: UpdateCommonAreaBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:update:common_area:admin'],
});

export const deleteCommonArea = del('/phone/common_areas/{commonAreaId}', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:common_area:admin'],
});
