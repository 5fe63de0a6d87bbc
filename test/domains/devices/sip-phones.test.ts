/** SIP phones, and whose they are. */
import { globalId, reads, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const id = globalId('SipPhone', 's1');
const owners = [
  ['ann@example.com', 'ann@example.com'],
  ['ann@example.com.pc', 'ann@example.com'],
  ['ann@example.com.Mobile', 'ann@example.com'],
  // Not a platform, but the end of a domain.
  ['ann@studio.win', 'ann@studio.win'],
  ['ann@example.org', 'ann@example.org'],
] as const;

reads([
  {
    name: 'a phone is its user’s, also where it is for one platform alone',
    table: {
      'GET /sip_phones/phones': { phones: owners.map(([user_email], i) => ({ phone_id: `s${i}`, user_email })) },
    },
    query: '{ sipPhones { nodes { userEmail user { email } } } }',
    at: 'sipPhones.nodes',
    data: owners.map(([userEmail, email]) => ({ userEmail, user: { email } })),
    calls: ['GET /sip_phones/phones?page_size=30'],
  },
  {
    name: 'the phones of a user are looked for by email, which may have to be read',
    table: {
      'GET /users/u1': { id: 'u1', email: 'ann@example.com' },
      'GET /sip_phones/phones': { phones: [{ phone_id: 's1', server: { transport_protocol: 'TLS' } }] },
    },
    query: '{ user(id: "u1") { sipPhones { nodes { id server { transportProtocol } } } } }',
    at: 'user.sipPhones.nodes',
    data: [{ id, server: { transportProtocol: 'TLS' } }],
    calls: ['GET /users/u1', 'GET /sip_phones/phones?search_key=ann@example.com&page_size=30'],
  },
  {
    name: 'a phone is found in the list, since Zoom reads none by itself',
    table: { 'GET /sip_phones/phones': { phones: [{ phone_id: 's1', user_name: '7001' }] } },
    query: `{ sipPhone(id: "${id}") { userName } }`,
    at: 'sipPhone',
    data: { userName: '7001' },
    calls: ['GET /sip_phones/phones?page_size=100'],
  },
]);

writes(
  [
    {
      name: 'createSipPhone needs no further call',
      mutation: `createSipPhone(input: {
        userEmail: "ann@example.com", userName: "7001", authorizationName: "ann", password: "secret", domain: "pbx.example.com",
        server: { registerServer: "203.0.113.3", transportProtocol: AUTO }
      }) { sipPhone { id userName } }`,
      payload: { sipPhone: { id, userName: '7001' } },
      calls: ['POST /sip_phones/phones'],
      body: {
        ...{ user_email: 'ann@example.com', user_name: '7001', authorization_name: 'ann', password: 'secret' },
        ...{ domain: 'pbx.example.com', server: { register_server: '203.0.113.3', transport_protocol: 'AUTO' } },
      },
    },
    {
      name: 'updateSipPhone writes what is given',
      mutation: `updateSipPhone(input: { phoneId: "${id}", server2: { proxyServer: "203.0.113.4" } }) { sipPhone { id } }`,
      payload: { sipPhone: { id } },
      calls: ['PATCH /sip_phones/phones/s1'],
      body: { server_2: { proxy_server: '203.0.113.4' } },
    },
    {
      name: 'deleteSipPhone leaves the global id',
      mutation: 'deleteSipPhone(input: { phoneId: "s1" }) { deletedSipPhoneId }',
      payload: { deletedSipPhoneId: id },
      calls: ['DELETE /sip_phones/phones/s1'],
    },
  ],
  {
    'POST /sip_phones/phones': { phone_id: 's1', user_name: '7001' },
    'PATCH /sip_phones/phones/s1': done(),
    'DELETE /sip_phones/phones/s1': done(),
  },
);
