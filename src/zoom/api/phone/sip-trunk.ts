/** SIP-connected audio: numbers by which people join meetings over the account's own carrier. For master accounts alone. */
import { del, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, enumOf, list, needing, shape, string } from '../../declare/shape.ts';

const scopes = ['sip_trunk:master'];

export const SipTrunkNumber = shape(
  'SipTrunkNumber',
  {
    number: string('The number in E.164 form, such as "+12055550100".'),
    country: string('The country of the number.'),
  },
  'A number by which people join meetings over a SIP trunk.',
);

export const AssignSipTrunkNumbersBody = needing(
  shape('AssignSipTrunkNumbersBody', { phone_numbers: list(string(), 'The numbers to assign.') }),
  ['phone_numbers'],
);

export const SipTrunkSettingsBody = shape('SipTrunkSettingsBody', {
  enable: bool(
    "Whether the sub account uses the master account's SIP-connected audio. With false its configuration is deleted.",
  ),
  show_callout_internal_number: bool("Whether the carrier's numbers are among those from which Zoom calls people."),
  show_zoom_provided_numbers: enumOf(
    'SipTrunkZoomNumbers',
    {
      SHOWN: [0, 'They are shown to call in and to be called from.'],
      NOT_USED: [1, 'They are shown, and not used unless a user chooses them.'],
      DELETED: [2, "They are deleted; only the carrier's numbers are used."],
    },
    "What becomes of Zoom's own numbers.",
  ),
  show_zoom_provided_callout_countries: enumOf(
    'SipTrunkZoomCountries',
    {
      SHOWN: [0, 'They are shown.'],
      HIDDEN: [1, 'They are hidden.'],
      DELETED: [2, "They are deleted; only the carrier's countries are used."],
    },
    'What becomes of the countries that Zoom itself calls.',
  ),
});

/** Comes whole. */
export const listSipTrunkNumbers = listing('/sip_trunk/numbers', {
  items: 'phone_numbers',
  of: SipTrunkNumber,
  limit: 'LIGHT',
  scopes,
});

export const assignSipTrunkNumbers = post('/accounts/{accountId}/sip_trunk/numbers', {
  body: AssignSipTrunkNumbersBody,
  limit: 'LIGHT',
  scopes,
});

export const deleteSipTrunkNumbers = del('/accounts/{accountId}/sip_trunk/numbers', { limit: 'LIGHT', scopes });

export const updateSipTrunkSettings = patch('/accounts/{accountId}/sip_trunk/settings', {
  body: SipTrunkSettingsBody,
  limit: 'LIGHT',
  scopes,
});
