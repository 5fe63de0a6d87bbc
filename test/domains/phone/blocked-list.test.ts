import { globalId, reads, writes } from '../../rows.ts';
import { done, refusal } from '../../stub.ts';

const listed = { id: 'b1', phone_number: '+12125550100', match_type: 'prefix', block_type: 'threat', status: 'active' };
const id = globalId('BlockedNumber', 'b1');

reads([
  {
    name: 'the blocked numbers of the account are one call',
    table: { 'GET /phone/blocked_list': { blocked_list: [listed, { id: 'b2' }], total_records: 2 } },
    query: '{ phone { blockedNumbers { totalCount nodes { id phoneNumber matchType blockType status comment } } } }',
    at: 'phone.blockedNumbers',
    data: {
      totalCount: 2,
      nodes: [
        { id, phoneNumber: '+12125550100', matchType: 'PREFIX', blockType: 'THREAT', status: 'ACTIVE', comment: null },
        {
          id: globalId('BlockedNumber', 'b2'),
          phoneNumber: null,
          matchType: null,
          blockType: null,
          status: null,
          comment: null,
        },
      ],
    },
    calls: ['GET /phone/blocked_list?page_size=30'],
  },
  {
    name: 'one blocked number is read by its id',
    table: { 'GET /phone/blocked_list/b1': { ...listed, comment: 'Spam.' } },
    query: `{ node(id: "${id}") { ... on BlockedNumber { zoomId comment } } }`,
    data: { node: { zoomId: 'b1', comment: 'Spam.' } },
    calls: ['GET /phone/blocked_list/b1'],
  },
  {
    name: 'one that does not exist is null with NOT_FOUND',
    table: { 'GET /phone/blocked_list/b1': refusal(404, 404, 'The entry does not exist.') },
    query: `{ node(id: "${id}") { ... on BlockedNumber { comment } } }`,
    data: { node: null },
    errors: [{ path: ['node'], extensions: { code: 'NOT_FOUND' } }],
  },
  {
    name: 'a refused list is null',
    table: { 'GET /phone/blocked_list': refusal(400, 4711, 'Invalid access token, does not contain scopes.') },
    query: '{ phone { blockedNumbers { nodes { comment } } } }',
    data: { phone: { blockedNumbers: null } },
    errors: [{ extensions: { code: 'MISSING_SCOPE' } }],
  },
]);

writes([
  {
    name: 'a number is blocked',
    table: { 'POST /phone/blocked_list': { id: 'b1' } },
    mutation: `createBlockedNumber(input: { phoneNumber: "+12125550100", matchType: PHONE_NUMBER, blockType: INBOUND, country: "US" }) {
      blockedNumber { id } }`,
    payload: { blockedNumber: { id } },
    calls: ['POST /phone/blocked_list'],
    body: { phone_number: '+12125550100', match_type: 'phoneNumber', block_type: 'inbound', country: 'US' },
  },
  {
    name: 'a blocked number is updated, and read again as far as it is selected',
    table: { 'PATCH /phone/blocked_list/b1': done, 'GET /phone/blocked_list/b1': { ...listed, comment: 'Spam.' } },
    mutation: `updateBlockedNumber(input: { blockedNumberId: "${id}", comment: "Spam.", status: INACTIVE }) { blockedNumber { comment } }`,
    payload: { blockedNumber: { comment: 'Spam.' } },
    calls: ['PATCH /phone/blocked_list/b1', 'GET /phone/blocked_list/b1'],
    body: { comment: 'Spam.', status: 'inactive' },
  },
  {
    name: 'a number is blocked no longer',
    table: { 'DELETE /phone/blocked_list/b1': done },
    mutation: 'deleteBlockedNumber(input: { blockedNumberId: "b1" }) { deletedBlockedNumberId }',
    payload: { deletedBlockedNumberId: id },
    calls: ['DELETE /phone/blocked_list/b1'],
  },
]);
