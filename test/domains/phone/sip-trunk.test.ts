/** SIP trunk numbers of a master account, and what its sub accounts have of them. */
import { globalId, reads, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const sub = globalId('Account', 'sub');

reads([
  {
    name: 'the numbers of the account come whole',
    table: {
      'GET /sip_trunk/numbers': { total_records: 1, phone_numbers: [{ number: '+12055550160', country: 'US' }] },
    },
    query: '{ account { sipTrunkNumbers { totalCount nodes { number country } } } }',
    at: 'account.sipTrunkNumbers',
    data: { totalCount: 1, nodes: [{ number: '+12055550160', country: 'US' }] },
    calls: ['GET /sip_trunk/numbers'],
  },
]);

const payload = { account: { id: sub } };
writes(
  [
    {
      name: 'assignSipTrunkNumbers gives numbers to a sub account',
      mutation: `assignSipTrunkNumbers(input: { accountId: "${sub}", phoneNumbers: ["+12055550160"] }) { account { id } }`,
      payload,
      calls: ['POST /accounts/sub/sip_trunk/numbers'],
      body: { phone_numbers: ['+12055550160'] },
    },
    {
      name: 'deleteSipTrunkNumbers takes all of them',
      mutation: `deleteSipTrunkNumbers(input: { accountId: "${sub}" }) { account { id } }`,
      payload,
      calls: ['DELETE /accounts/sub/sip_trunk/numbers'],
    },
    {
      name: 'updateSipTrunkSettings writes its words as Zoom’s numbers',
      mutation: `updateSipTrunkSettings(input: {
        accountId: "sub", enable: true, showZoomProvidedNumbers: NOT_USED, showZoomProvidedCalloutCountries: DELETED
      }) { account { id } }`,
      payload,
      calls: ['PATCH /accounts/sub/sip_trunk/settings'],
      body: { enable: true, show_zoom_provided_numbers: 1, show_zoom_provided_callout_countries: 2 },
    },
  ],
  {
    'POST /accounts/sub/sip_trunk/numbers': done(),
    'DELETE /accounts/sub/sip_trunk/numbers': done(),
    'PATCH /accounts/sub/sip_trunk/settings': done(),
  },
);
