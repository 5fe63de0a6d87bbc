/** Common areas: phones that belong to a place and not to a person. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { id, list, named, shape, string } from '../../declare/shape.ts';
import { PhoneUserCallingPlan } from './calling-plans.ts';
import {
  AssignedPhoneNumber,
  extensionNumber,
  numberSource,
  onlineStatus,
  PhoneSiteRef,
  pageTokenCodes,
} from './common.ts';

export const CommonArea = shape(
  'CommonArea',
  {
    id: id(),
    display_name: string('What the common area is called.'),
    extension_number: extensionNumber,
    status: onlineStatus,
    site: PhoneSiteRef,
    phone_numbers: list(
      named(
        'CommonAreaPhoneNumber',
        AssignedPhoneNumber.extend({
          display_name: string('What the account calls the number.').optional(),
          source: numberSource.optional(),
        }),
        'A number of a common area.',
      ),
      'The direct numbers of the common area.',
    ),
    calling_plans: list(PhoneUserCallingPlan, 'The calling plans that the common area holds.'),
    desk_phones: list(
      shape(
        'CommonAreaDeskPhone',
        {
          id: id(),
          display_name: string('What the desk phone is called.'),
          device_type: string('Manufacturer and model.'),
          status: onlineStatus,
        },
        'A desk phone in a common area.',
      ),
      'The desk phones in the common area.',
    ),
  },
  'A phone that belongs to a place, such as a lobby.',
);

export const listCommonAreas = listing('/phone/common_areas', {
  items: 'common_areas',
  of: CommonArea,
  paging: byToken(100),
  limit: 'MEDIUM',
  scopes: ['phone:read:admin'],
  codes: pageTokenCodes,
});
