/** Joining by telephone: audio conferencing, regions, and the telephony provider (TSP). */
import { bool, list, named, shape, string } from '../../../declare/shape.ts';
import {
  UserSettingsTelephony,
  UserSettingsTelephonyRegions,
  UserSettingsTollCall,
  UserSettingsTollNumber,
} from '../../users/user-settings.ts';

export const AccountSettingsCountry = shape(
  'AccountSettingsCountry',
  { code: string('The country code of two letters.'), name: string() },
  'A country or region.',
);
const countries = {
  allowed_countries: list(AccountSettingsCountry, 'The countries that may be chosen.'),
  selected_countries: list(AccountSettingsCountry, 'The countries chosen.'),
};
/** An update names the chosen countries alone, by their codes. */
const chosen = {
  selected_countries: list(
    named('AccountSettingsCountryBody', AccountSettingsCountry.omit({ name: true }), 'A country or region.'),
    'The countries to choose.',
  ).optional(),
};

export const AccountSettingsTollCall = shape(
  'AccountSettingsTollCall',
  { enable: bool(), numbers: list(UserSettingsTollNumber) },
  'Toll numbers by which people join.',
);
export const AccountSettingsCallOutCountries = shape(
  'AccountSettingsCallOutCountries',
  countries,
  'The countries that can be called.',
);
export const AccountSettingsCallMe = shape(
  'AccountSettingsCallMe',
  {
    enable: bool(),
    require_press_1_for_call_me: string('Whether those who are called must press 1 to join, such as "auto".'),
    allow_webinar_attendees_call_me: bool(),
    call_out_countries: AccountSettingsCallOutCountries,
  },
  'Being called by a meeting, and inviting people by telephone.',
);
export const AccountSettingsPhoneMasking = shape(
  'AccountSettingsPhoneMasking',
  { enable: bool(), masking_type: string('How numbers are masked, such as "mask_default".') },
  'Whether the numbers of those who join by telephone are partly hidden.',
);
export const AccountSettingsDialInCountries = shape(
  'AccountSettingsDialInCountries',
  { ...countries, include_toll_free: bool() },
  'The countries whose numbers invitations list.',
);

export const AccountSettingsAudioConferencing = shape(
  'AccountSettingsAudioConferencing',
  {
    toll_free_and_fee_based_toll_call: UserSettingsTollCall,
    toll_call: AccountSettingsTollCall,
    call_me_and_invite_by_phone: AccountSettingsCallMe,
    personal_audio_conference: bool(),
    participant_phone_masking: AccountSettingsPhoneMasking,
    global_dial_in_countries: AccountSettingsDialInCountries,
  },
  'Audio conferencing by telephone.',
);
export const AccountSettingsAudioConferencingBody = named(
  'AccountSettingsAudioConferencingBody',
  AccountSettingsAudioConferencing.extend({
    toll_call: named(
      'AccountSettingsTollCallBody',
      AccountSettingsTollCall.extend({
        numbers: list(
          named('AccountSettingsTollNumberBody', UserSettingsTollNumber.pick({ code: true, number: true })),
        ).optional(),
      }),
      'Toll numbers by which people join.',
    ).optional(),
    call_me_and_invite_by_phone: named(
      'AccountSettingsCallMeBody',
      AccountSettingsCallMe.extend({
        call_out_countries: named(
          'AccountSettingsCallOutCountriesBody',
          AccountSettingsCallOutCountries.omit({ allowed_countries: true }).extend(chosen),
          'The countries that can be called.',
        ).optional(),
      }),
      'Being called by a meeting, and inviting people by telephone.',
    ).optional(),
    global_dial_in_countries: named(
      'AccountSettingsDialInCountriesBody',
      AccountSettingsDialInCountries.omit({ allowed_countries: true }).extend(chosen),
      'The countries whose numbers invitations list.',
    ).optional(),
  }),
  'Audio conferencing by telephone.',
);

export const AccountSettingsTelephony = named(
  'AccountSettingsTelephony',
  UserSettingsTelephony.omit({ show_international_numbers_link: true }),
  'Joining by telephone.',
);
export const AccountSettingsTelephonyBody = named(
  'AccountSettingsTelephonyBody',
  AccountSettingsTelephony.extend({
    telephony_regions: named(
      'UserSettingsTelephonyRegionsBody',
      UserSettingsTelephonyRegions.omit({ allowed_values: true }),
    ).optional(),
  }),
  'Joining by telephone.',
);

export const AccountSettingsTspCountries = shape(
  'AccountSettingsTspCountries',
  countries,
  'The countries whose numbers invitations list.',
);
export const AccountSettingsTsp = shape(
  'AccountSettingsTsp',
  {
    allow_webinar_attendees_call_me: bool(),
    allow_webinar_attendees_toll_free_dial: bool(),
    call_out: bool('Whether people can be called from within a meeting.'),
    call_out_countries: list(string(), 'The countries that can be called.'),
    display_toll_free_numbers: bool(),
    global_dial_in_countries: AccountSettingsTspCountries,
    show_international_numbers_link: bool(),
  },
  "A telephony provider's audio conferencing.",
);
export const AccountSettingsTspBody = named(
  'AccountSettingsTspBody',
  AccountSettingsTsp.extend({
    global_dial_in_countries: named(
      'AccountSettingsTspCountriesBody',
      AccountSettingsTspCountries.omit({ allowed_countries: true }).extend(chosen),
      'The countries whose numbers invitations list.',
    ).optional(),
  }),
  "A telephony provider's audio conferencing.",
);
