import { globalId, reads, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const lobby = {
  id: 'c1',
  display_name: 'Lobby',
  site: { id: 's1', name: 'Berlin' },
  phone_numbers: [{ id: 'n1', number: '+12055550101' }],
  desk_phones: [{ id: 'd1', display_name: 'Lobby phone', status: 'online' }],
};
const id = globalId('CommonArea', 'c1');
const table = {
  'GET /phone/common_areas': { common_areas: [lobby], next_page_token: '' },
  'GET /phone/common_areas/c1': {
    ...lobby,
    policy: { delegation: { enable: true } },
    emergency_address: { status: 4 },
  },
};

reads(
  [
    {
      name: 'site, numbers and desk phones of common areas are edges that cost nothing',
      query: `{ phone { commonAreas { nodes { zoomId site { name } numbers { id number }
        deskPhones { id displayName status } } } } }`,
      at: 'phone.commonAreas.nodes',
      data: [
        {
          zoomId: 'c1',
          site: { name: 'Berlin' },
          numbers: [{ id: globalId('PhoneNumber', 'n1'), number: '+12055550101' }],
          deskPhones: [{ id: globalId('PhoneDevice', 'd1'), displayName: 'Lobby phone', status: 'ONLINE' }],
        },
      ],
      calls: ['GET /phone/common_areas?page_size=30'],
    },
    {
      name: 'what only the single GET tells of a common area is read by it',
      query: `{ node(id: "${id}") { ... on CommonArea { policy { delegation { enable } } emergencyAddress { status } } } }`,
      data: { node: { policy: { delegation: { enable: true } }, emergencyAddress: { status: 'VERIFIED' } } },
      calls: ['GET /phone/common_areas/c1'],
    },
    {
      name: 'the common areas of a site are those that Zoom lists for it',
      table: { ...table, 'GET /phone/sites': { sites: [{ id: 's1' }] } },
      query: '{ phone { sites { nodes { commonAreas { nodes { displayName } } } } } }',
      at: 'phone.sites.nodes',
      data: [{ commonAreas: { nodes: [{ displayName: 'Lobby' }] } }],
      calls: ['GET /phone/sites?page_size=30', 'GET /phone/common_areas?site_id=s1&page_size=30'],
    },
  ],
  table,
);

writes(
  [
    {
      name: 'a common area is created with no more than a name, and told by Zoom’s answer',
      table: { 'POST /phone/common_areas': { id: 'c1', display_name: 'Lobby' } },
      mutation: 'createCommonArea(input: { name: "Lobby" }) { commonArea { id name } }',
      payload: { commonArea: { id, name: 'Lobby' } },
      calls: ['POST /phone/common_areas'],
      body: { display_name: 'Lobby' },
    },
    {
      name: 'a common area moves to another site, and is read again as far as it is selected',
      table: { 'PATCH /phone/common_areas/c1': done },
      mutation: `updateCommonArea(input: { commonAreaId: "${id}", siteId: "${globalId('PhoneSite', 's1')}", policy: { delegation: true } }) {
        commonArea { site { name } } }`,
      payload: { commonArea: { site: { name: 'Berlin' } } },
      calls: ['PATCH /phone/common_areas/c1', 'GET /phone/common_areas/c1'],
      body: { site_id: 's1', policy: { delegation: true } },
    },
    {
      name: 'a common area is deleted',
      table: { 'DELETE /phone/common_areas/c1': done },
      mutation: `deleteCommonArea(input: { commonAreaId: "c1" }) { deletedCommonAreaId }`,
      payload: { deletedCommonAreaId: id },
      calls: ['DELETE /phone/common_areas/c1'],
    },
  ],
  table,
);
