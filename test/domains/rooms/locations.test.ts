/** The locations of Zoom Rooms; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, type Received } from '../../stub.ts';

const TREE = [
  { id: 'de', name: 'Germany', type: 'country' },
  { id: 'by', name: 'Bavaria', type: 'states', parent_location_id: 'de' },
  { id: 'mu', name: 'Munich', type: 'city', parent_location_id: 'by' },
];
const listing = ({ query }: Received) => {
  const parent = query.get('parent_location_id');
  const type = query.get('type');
  return {
    locations: TREE.filter((one) => (!parent || one.parent_location_id === parent) && (!type || one.type === type)),
  };
};
const id = globalId('RoomLocation', 'by');

reads(
  [
    {
      name: 'locations are of levels, and lead up to what they lie in without a further call',
      query: '{ zoomRooms { locations { nodes { name type parent { name parent { name } } } } } }',
      at: 'zoomRooms.locations.nodes',
      data: [
        { name: 'Germany', type: 'COUNTRY', parent: null },
        { name: 'Bavaria', type: 'STATE', parent: { name: 'Germany', parent: null } },
        { name: 'Munich', type: 'CITY', parent: { name: 'Bavaria', parent: { name: 'Germany' } } },
      ],
      calls: ['GET /rooms/locations?page_size=30'],
    },
    {
      name: 'from one location up to the top is one list',
      query: '{ zoomRooms { location(id: "mu") { name parent { name parent { name parent { name } } } } } }',
      at: 'zoomRooms.location',
      data: { name: 'Munich', parent: { name: 'Bavaria', parent: { name: 'Germany', parent: null } } },
      calls: ['GET /rooms/locations?page_size=300'],
    },
    {
      name: 'from the top down is a list for each location',
      query:
        '{ zoomRooms { locations(type: COUNTRY) { nodes { name children { nodes { id children { nodes { name } } } } } } } }',
      at: 'zoomRooms.locations.nodes',
      data: [{ name: 'Germany', children: { nodes: [{ id, children: { nodes: [{ name: 'Munich' }] } }] } }],
      calls: [
        'GET /rooms/locations?type=country&page_size=30',
        'GET /rooms/locations?parent_location_id=de&page_size=30',
        'GET /rooms/locations?parent_location_id=by&page_size=30',
      ],
    },
    {
      name: 'the list and the single GET make one location together',
      table: { 'GET /rooms/locations/by': { basic: { name: 'Bavaria', support_email: 'it@example.com' } } },
      query: `{ zoomRooms { location(id: "${id}") { type basic { supportEmail address } } } }`,
      at: 'zoomRooms.location',
      data: { type: 'STATE', basic: { supportEmail: 'it@example.com', address: null } },
      calls: ['GET /rooms/locations?page_size=300', 'GET /rooms/locations/by'],
      together: true,
    },
    {
      name: 'the structure is the levels from the top down',
      table: { 'GET /rooms/locations/structure': { structures: ['country', 'state', 'city', 'account'] } },
      query: '{ zoomRooms { locationStructure } }',
      data: { zoomRooms: { locationStructure: ['COUNTRY', 'STATE', 'CITY', 'UNRECOGNIZED'] } },
      calls: ['GET /rooms/locations/structure'],
    },
  ],
  { 'GET /rooms/locations': listing },
);

writes(
  [
    {
      name: 'createRoomLocation needs no further call',
      mutation: `createRoomLocation(input: { name: "Munich", parentLocationId: "${id}" }) {
        roomLocation { zoomId type parent { id } }
      }`,
      payload: { roomLocation: { zoomId: 'mu', type: 'CITY', parent: { id } } },
      calls: ['POST /rooms/locations'],
      body: { name: 'Munich', parent_location_id: 'by' },
    },
    {
      name: 'updateRoomLocation writes the profile',
      mutation: `updateRoomLocation(input: { locationId: "${id}", basic: { supportPhone: "1" } }) {
        roomLocation { basic { supportPhone } }
      }`,
      payload: { roomLocation: { basic: { supportPhone: '1' } } },
      calls: ['PATCH /rooms/locations/by', 'GET /rooms/locations/by'],
      body: { basic: { support_phone: '1' } },
    },
    {
      name: 'moveRoomLocation hangs it below another one',
      mutation: `moveRoomLocation(input: { locationId: "mu", parentLocationId: "${id}" }) { roomLocation { zoomId } }`,
      payload: { roomLocation: { zoomId: 'mu' } },
      calls: ['PUT /rooms/locations/mu/location'],
      body: { parent_location_id: 'by' },
    },
    {
      name: 'updateRoomLocationStructure writes a state as Zoom has it there',
      mutation: `updateRoomLocationStructure(input: { structures: [COUNTRY, STATE, FLOOR] }) {
        account { zoomRooms { locationStructure } }
      }`,
      payload: { account: { zoomRooms: { locationStructure: ['COUNTRY', 'STATE', 'FLOOR'] } } },
      calls: ['PATCH /rooms/locations/structure', 'GET /rooms/locations/structure'],
      body: { structures: ['country', 'state', 'floor'] },
    },
  ],
  {
    'POST /rooms/locations': TREE[2] ?? {},
    'PATCH /rooms/locations/by': done(),
    'GET /rooms/locations/by': { basic: { support_phone: '1' } },
    'PUT /rooms/locations/mu/location': done(),
    'PATCH /rooms/locations/structure': done(),
    'GET /rooms/locations/structure': { structures: ['country', 'state', 'floor'] },
  },
);
