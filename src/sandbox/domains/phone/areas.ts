/** Common areas. */
import * as api from '../../../zoom/api/phone/common-areas.ts';
import { resource } from '../../resource.ts';
import { planOf, unbilled } from '../../seed/phone.ts';
import { given, type Known } from '../../seeded.ts';
import { areasIn, extensionOf, freeNumbers, shownNumbers } from './holders.ts';
import { policyShown } from './policies.ts';
import { siteGiven, siteOfThing } from './sites.ts';

const plansGiven = (plans: unknown) =>
  (plans as readonly Known[] | undefined)?.map(({ type, ...plan }) => ({
    ...unbilled,
    ...planOf(type),
    type,
    ...plan,
  }));

export const areas = resource(api.getCommonArea, {
  name: 'common area',
  things: areasIn,
  unread: ['timezone', 'template_id'],
  written: (
    {
      extension_number: extension,
      site_id,
      country_iso_code: code,
      emergency_address_id: address,
      outbound_caller_id: number,
      calling_plans,
      policy,
      ...body
    },
    { account },
  ) => {
    const { delegation, hide_phone_call_history_in_ios: hidden, ...others } = (policy ?? {}) as Known;
    return given({
      ...body,
      extension_number: extension && Number(extension),
      site: siteGiven(account, site_id),
      country: code && { code },
      emergency_address: address && { id: address },
      outbound_caller_ids: number && [{ number, is_default: true }],
      calling_plans: plansGiven(calling_plans),
      policy:
        policy &&
        policyShown(
          given({
            ...others,
            delegation: delegation === undefined ? undefined : { enable: delegation },
            hide_zoom_phone_calls_in_ios: hidden,
          }),
        ),
    });
  },
  shown: (thing, account) => ({
    extension_number: extensionOf('area', thing),
    site: siteOfThing(account, thing),
    phone_numbers: shownNumbers(account, thing.id),
    calling_plans: thing.calling_plans ?? [],
    desk_phones: [],
  }),
  deleted: ({ id }, { account }) => freeNumbers(account, id),
});
