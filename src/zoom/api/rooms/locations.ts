/** The locations of Zoom Rooms: a tree, of the levels that an account has chosen. */
import { byToken, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import { enumOf, id, list, named, needing, shape, string, writtenAs } from '../../declare/shape.ts';
import { basicFields, readScopes, writeScopes } from './common.ts';

const level = enumOf(
  'RoomLocationLevel',
  {
    COUNTRY: ['country', 'A country.'],
    STATE: ['states', 'A state or province.'],
    CITY: ['city', 'A city.'],
    CAMPUS: ['campus', 'A group of buildings.'],
    BUILDING: ['building', 'A building.'],
    FLOOR: ['floor', 'A floor of a building.'],
  },
  'A level of the tree of locations, from the top down.',
);

const RoomLocationBasic = shape(
  'RoomLocationBasic',
  {
    name: string('What the location is called.'),
    description: string('What there is to say of the location.'),
    address: string('The address; of a CAMPUS or a BUILDING.'),
    timezone: string('The time zone; of a CITY.'),
    ...basicFields,
  },
  'What a location is called, where it is, and who helps with its rooms.',
);

/** What only the list tells, and what only the GET tells, complete each other (docs/zoom.md 13.5.1). */
export const RoomLocation = shape(
  'RoomLocation',
  {
    id: id(),
    name: string('What the location is called.'),
    type: level.describe('The level of the location.'),
    parent_location_id: id('The location that it lies in.'),
    basic: RoomLocationBasic.optional().describe(
      'What the location is called, where it is, and who helps with its rooms.',
    ),
  },
  'A place that holds Zoom Rooms or other places: a country, a city, a floor.',
);
export const ListedRoomLocation = named('ListedRoomLocation', RoomLocation.omit({ basic: true }));
export const RoomLocationProfile = named('RoomLocationProfile', RoomLocation.pick({ basic: true }));

export const RoomLocationStructure = shape('RoomLocationStructure', {
  // A state is `state` here, and `states` in locations (docs/zoom.md 5.0.19).
  structures: list(
    writtenAs(level, (word) => word.toLowerCase()),
    'The levels of the tree of locations, from the top down.',
  ),
});

const ListRoomLocationsQuery = shape('ListRoomLocationsQuery', {
  parent_location_id: id('Only locations right below this one.', { of: 'RoomLocation' }),
  type: level.describe('Only locations of this level.'),
});
const CreateRoomLocationBody = needing(
  shape('CreateRoomLocationBody', {
    name: string('What the location is called; no other may be called the same.'),
    parent_location_id: id('The location that it lies in: one of the level above.', { of: 'RoomLocation' }),
  }),
  ['name'],
);
const MoveRoomLocationBody = needing(
  shape('MoveRoomLocationBody', {
    parent_location_id: id('The location to move it to: one of the level above.', { of: 'RoomLocation' }),
  }),
  ['parent_location_id'],
);

export const listRoomLocations = listing('/rooms/locations', {
  items: 'locations',
  of: ListedRoomLocation,
  query: ListRoomLocationsQuery,
  filters: { parent_location_id: 'parent_location_id', type: 'type' },
  paging: byToken(300),
  limit: 'MEDIUM',
  cacheable: true,
  scopes: readScopes,
});

export const getRoomLocation = get('/rooms/locations/{locationId}', {
  of: RoomLocationProfile,
  limit: 'MEDIUM',
  scopes: readScopes,
});

export const createRoomLocation = post('/rooms/locations', {
  body: CreateRoomLocationBody,
  of: ListedRoomLocation,
  limit: 'LIGHT',
  scopes: writeScopes,
});

export const updateRoomLocation = patch('/rooms/locations/{locationId}', {
  body: RoomLocationProfile,
  limit: 'MEDIUM',
  scopes: writeScopes,
});

export const moveRoomLocation = put('/rooms/locations/{locationId}/location', {
  body: MoveRoomLocationBody,
  limit: 'MEDIUM',
  scopes: writeScopes,
});

export const getRoomLocationStructure = get('/rooms/locations/structure', {
  of: RoomLocationStructure,
  limit: 'LIGHT',
  scopes: readScopes,
});

/** PATCH by Zoom's document of 2021, PUT by that of 2023 (docs/zoom.md 5.0.20). */
export const updateRoomLocationStructure = patch('/rooms/locations/structure', {
  body: needing(named('UpdateRoomLocationStructureBody', RoomLocationStructure), ['structures']),
  limit: 'MEDIUM',
  scopes: writeScopes,
});
