/** SIP trunk numbers of the account, and which sub account has which. */
import * as api from '../../../zoom/api/phone/sip-trunk.ts';
import { invalid, operations } from '../../call.ts';
import { having, resource } from '../../resource.ts';
import { accounts } from '../accounts/accounts.ts';

export const sipTrunkNumbers = resource(api.listSipTrunkNumbers, {
  name: 'sip trunk number',
  key: 'number',
  initial: Object.fromEntries(
    ['+12055550160', '+12055550161', '+442071230162', '+493012340163'].map((id) => [id, { id }]),
  ),
});
export const sipTrunk = operations((on) => {
  on(api.assignSipTrunkNumbers, (call) => {
    const { id: holder } = accounts.at(call);
    const numbers = sipTrunkNumbers.in(call.account);
    const asked = call.body.phone_numbers?.map((number) => numbers.get(number)) ?? [];
    if (asked.some((number) => !number || (number.holder ?? holder) !== holder)) throw invalid('phone_numbers');
    for (const number of asked) if (number) numbers.change(number.id, { holder });
  });
  on(api.deleteSipTrunkNumbers, (call) => {
    const numbers = sipTrunkNumbers.in(call.account);
    for (const { id } of having(numbers.all(), 'holder', accounts.at(call).id))
      numbers.change(id, { holder: undefined });
  });
  // No operation reads them.
  on(api.updateSipTrunkSettings, (call) => void accounts.at(call));
});
