/** SIP-connected audio of a master account, and what its sub accounts have of it. */
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import * as api from '../../../src/zoom/api/phone/sip-trunk.ts';
import { refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const sipTrunkDomain: Domain = (builder) => {
  builder.objectField(refOf(builder, Account), 'sipTrunkNumbers', (t) =>
    t.zoomConnection({
      list: api.listSipTrunkNumbers,
      path: () => ({}),
      description: 'The numbers of the account by which people join meetings over a SIP trunk. For master accounts.',
    }),
  );

  const same = { pathEntities: { accountId: Account }, payload: { account: Account } };
  builder.mutationFields((t) => ({
    assignSipTrunkNumbers: t.zoomMutation('assignSipTrunkNumbers', {
      ...same,
      endpoint: api.assignSipTrunkNumbers,
      description: 'Assigns SIP trunk numbers of the master account to a sub account.',
    }),
    deleteSipTrunkNumbers: t.zoomMutation('deleteSipTrunkNumbers', {
      ...same,
      endpoint: api.deleteSipTrunkNumbers,
      description: 'Deletes all SIP trunk numbers from a sub account.',
    }),
    updateSipTrunkSettings: t.zoomMutation('updateSipTrunkSettings', {
      ...same,
      endpoint: api.updateSipTrunkSettings,
      description:
        'Updates how a sub account uses SIP-connected audio. What is left out stays. Zoom has no operation that reads these settings.',
    }),
  }));
};
