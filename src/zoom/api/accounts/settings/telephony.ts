/** Joining by telephone: audio conferencing, regions, and the telephony provider (TSP). */
import { bool, list, named, saying, shape, string, textOf } from '../../../declare/shape.ts';
import {
  enable,
  internationalNumbersLink,
  UserSettingsTelephony,
  UserSettingsTelephonyRegionsBody,
  UserSettingsTollCall,
  UserSettingsTollNumber,
} from '../../users/user-settings.ts';

export const AccountSettingsCountry = shape(
  'AccountSettingsCountry',
  { code: string('The country code of two letters.'), name: string('The name of the country.') },
  'A country or region.',
);
const callMe = bool('Whether webinar attendees can let the webinar call them.');
const countries = {
  allowed_countries: list(AccountSettingsCountry, 'The countries that may be chosen.'),
  selected_countries: list(AccountSettingsCountry, 'The countries chosen.'),
};
/** An update names the chosen countries alone, by their codes. */
const chosen = {
  selected_countries: list(
    named('AccountSettingsCountryBody', AccountSettingsCountry.omit({ name: true }), textOf(AccountSettingsCountry)),
    'The countries to choose.',
  ).optional(),
};

export const AccountSettingsTollCall = shape(
  'AccountSettingsTollCall',
  { enable, numbers: list(UserSettingsTollNumber, 'The numbers by which people join.') },
  'Toll numbers by which people join.',
);
export const AccountSettingsCountryChoice = shape(
  'AccountSettingsCountryChoice',
  countries,
  'Countries that may be chosen, and those that are.',
);
export const AccountSettingsCountryChoiceBody = named(
  'AccountSettingsCountryChoiceBody',
  AccountSettingsCountryChoice.omit({ allowed_countries: true }).extend(chosen),
  'The countries to choose.',
);
export const AccountSettingsCallMe = shape(
  'AccountSettingsCallMe',
  {
    enable,
    require_press_1_for_call_me: string('Whether those who are called must press 1 to join, such as "auto".'),
    allow_webinar_attendees_call_me: callMe,
    call_out_countries: saying(AccountSettingsCountryChoice, 'The countries that can be called.'),
  },
  'Being called by a meeting, and inviting people by telephone.',
);
export const AccountSettingsPhoneMasking = shape(
  'AccountSettingsPhoneMasking',
  { enable, masking_type: string('How numbers are masked, such as "mask_default".') },
  'Whether the numbers of those who join by telephone are partly hidden.',
);
export const AccountSettingsDialInCountries = shape(
  'AccountSettingsDialInCountries',
  { ...countries, include_toll_free: bool('Whether toll-free numbers are listed, too.') },
  'The countries whose numbers invitations list.',
);

export const AccountSettingsAudioConferencing = shape(
  'AccountSettingsAudioConferencing',
  {
    toll_free_and_fee_based_toll_call: UserSettingsTollCall,
    toll_call: AccountSettingsTollCall,
    call_me_and_invite_by_phone: AccountSettingsCallMe,
    personal_audio_conference: bool('Whether users have an audio conference of their own, by telephone alone.'),
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
          named(
            'AccountSettingsTollNumberBody',
            UserSettingsTollNumber.pick({ code: true, number: true }),
            textOf(UserSettingsTollNumber),
          ),
          'The numbers by which people join.',
        ).optional(),
      }),
      textOf(AccountSettingsTollCall),
    ).optional(),
    call_me_and_invite_by_phone: named(
      'AccountSettingsCallMeBody',
      AccountSettingsCallMe.extend({
        call_out_countries: saying(AccountSettingsCountryChoiceBody, 'The countries that can be called.'),
      }),
      textOf(AccountSettingsCallMe),
    ).optional(),
    global_dial_in_countries: named(
      'AccountSettingsDialInCountriesBody',
      AccountSettingsDialInCountries.omit({ allowed_countries: true }).extend(chosen),
      textOf(AccountSettingsDialInCountries),
    ).optional(),
  }),
  textOf(AccountSettingsAudioConferencing),
);

export const AccountSettingsTelephony = named(
  'AccountSettingsTelephony',
  UserSettingsTelephony.omit({ show_international_numbers_link: true }),
  textOf(UserSettingsTelephony),
);
export const AccountSettingsTelephonyBody = named(
  'AccountSettingsTelephonyBody',
  AccountSettingsTelephony.extend({
    telephony_regions: UserSettingsTelephonyRegionsBody.optional(),
  }),
  textOf(AccountSettingsTelephony),
);

export const AccountSettingsTsp = shape(
  'AccountSettingsTsp',
  {
    allow_webinar_attendees_call_me: callMe,
    allow_webinar_attendees_toll_free_dial: bool('Whether webinar attendees can join by toll-free numbers.'),
    call_out: bool('Whether people can be called from within a meeting.'),
    call_out_countries: list(string(), 'The countries that can be called.'),
    display_toll_free_numbers: bool('Whether toll-free numbers are shown.'),
    global_dial_in_countries: saying(AccountSettingsCountryChoice, 'The countries whose numbers invitations list.'),
    show_international_numbers_link: internationalNumbersLink,
  },
  "A telephony provider's audio conferencing.",
);
export const AccountSettingsTspBody = named(
  'AccountSettingsTspBody',
  AccountSettingsTsp.extend({
    global_dial_in_countries: saying(AccountSettingsCountryChoiceBody, 'The countries whose numbers invitations list.'),
  }),
  textOf(AccountSettingsTsp),
);
