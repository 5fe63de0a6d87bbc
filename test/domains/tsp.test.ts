import { globalId, reads, writes } from '../rows.ts';
import { done } from '../stub.ts';

const TSP = {
  id: '1',
  conference_code: '123',
  leader_pin: '456',
  tsp_bridge: 'EU_TSP_TB',
  dial_in_numbers: [{ code: '49', number: '30123456', type: 'media_link' }],
};
const id = globalId('TspAccount', 'ann,1');

reads(
  [
    {
      name: 'the telephony service provider of the account is one call',
      table: { 'GET /tsp': { tsp_enabled: true, tsp_bridge: 'US_TSP_TB', dial_in_numbers: [{ type: 'tollfree' }] } },
      query: '{ account { tsp { tspEnabled tspBridge dialInNumbers { type } } } }',
      at: 'account.tsp',
      data: { tspEnabled: true, tspBridge: 'US', dialInNumbers: [{ type: 'TOLL_FREE' }] },
      calls: ['GET /tsp'],
    },
    {
      name: 'the audio conferences of a user come whole, those of both kinds',
      query: `{ user(id: "ann") { tspAccounts { nodes { id zoomId tspBridge dialInNumbers { type } } }
        pacAccounts { nodes { id conferenceId globalDialInNumbers { country number } } } } }`,
      at: 'user',
      data: {
        tspAccounts: { nodes: [{ id, zoomId: '1', tspBridge: 'EU', dialInNumbers: [{ type: 'MEDIA_LINK' }] }] },
        pacAccounts: {
          nodes: [
            {
              id: globalId('PacAccount', 'ann,98765432'),
              conferenceId: '98765432',
              globalDialInNumbers: [{ country: 'DE', number: '+4930123456' }],
            },
          ],
        },
      },
      calls: ['GET /users/ann/pac', 'GET /users/ann/tsp'],
      together: true,
    },
    {
      name: 'an audio conference by global id is a single read',
      query: `{ node(id: "${id}") { ... on TspAccount { conferenceCode leaderPin } } }`,
      at: 'node',
      data: { conferenceCode: '123', leaderPin: '456' },
      calls: ['GET /users/ann/tsp/1'],
    },
  ],
  {
    'GET /users/ann': { id: 'ann' },
    'GET /users/ann/tsp': { tsp_accounts: [TSP] },
    'GET /users/ann/tsp/1': TSP,
    'GET /users/ann/pac': {
      pac_accounts: [{ conference_id: 98765432, global_dial_in_numbers: [{ country: 'DE', number: '+4930123456' }] }],
    },
  },
);

writes(
  [
    {
      name: 'updateAccountTsp leaves the rest',
      mutation: 'updateAccountTsp(input: { tspBridge: EU, enable: false }) { account { tsp { tspBridge } } }',
      payload: { account: { tsp: { tspBridge: 'EU' } } },
      calls: ['PATCH /tsp', 'GET /tsp'],
      body: { tsp_bridge: 'EU_TSP_TB', enable: false },
    },
    {
      name: 'createTspAccount gives what Zoom answered without a read',
      mutation: `createTspAccount(input: { userId: "ann", conferenceCode: "123", leaderPin: "456", tspBridge: EU,
        dialInNumbers: [{ code: "49", number: "30123456", type: MEDIA_LINK }] }) {
        tspAccount { id tspBridge } tspAccountEdge { node { zoomId } } user { zoomId } }`,
      payload: {
        tspAccount: { id, tspBridge: 'EU' },
        tspAccountEdge: { node: { zoomId: '1' } },
        user: { zoomId: 'ann' },
      },
      calls: ['POST /users/ann/tsp'],
      body: {
        conference_code: '123',
        leader_pin: '456',
        tsp_bridge: 'EU_TSP_TB',
        dial_in_numbers: [{ code: '49', number: '30123456', type: 'media_link' }],
      },
    },
    {
      name: 'updateTspAccount takes a global id, and reads the conference again',
      mutation: `updateTspAccount(input: { userId: "ann", tspId: "${id}", conferenceCode: "123", leaderPin: "456" }) {
        tspAccount { conferenceCode } }`,
      payload: { tspAccount: { conferenceCode: '123' } },
      calls: ['PATCH /users/ann/tsp/1', 'GET /users/ann/tsp/1'],
      body: { conference_code: '123', leader_pin: '456' },
    },
    {
      name: 'deleteTspAccount gives the id that is gone',
      mutation: 'deleteTspAccount(input: { userId: "ann", tspId: "1" }) { deletedTspAccountId user { zoomId } }',
      payload: { deletedTspAccountId: id, user: { zoomId: 'ann' } },
      calls: ['DELETE /users/ann/tsp/1'],
    },
    {
      name: 'updateTspSettings sends the page of a user',
      mutation: 'updateTspSettings(input: { userId: "ann", audioUrl: "https://dial.example" }) { user { zoomId } }',
      payload: { user: { zoomId: 'ann' } },
      calls: ['PATCH /users/ann/tsp/settings'],
      body: { audio_url: 'https://dial.example' },
    },
  ],
  {
    'PATCH /tsp': done(),
    'GET /tsp': { tsp_bridge: 'EU_TSP_TB' },
    'POST /users/ann/tsp': TSP,
    'PATCH /users/ann/tsp/1': done(),
    'GET /users/ann/tsp/1': TSP,
    'DELETE /users/ann/tsp/1': done(),
    'PATCH /users/ann/tsp/settings': done(),
  },
);
