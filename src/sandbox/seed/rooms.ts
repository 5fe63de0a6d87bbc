/** Zoom Rooms of the beginning, and the tree of their locations. */
import { opaqueId } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';

export const ROOMS = ['Room 1', 'Room 2', 'Room 3', 'Room 4', 'Room 5'];
/** The levels of the tree, by the names that locations have for them. */
export const LEVELS = ['country', 'city', 'building', 'floor'];
/** Each location by what it lies in, from the top down. */
const TREE: Readonly<Record<string, string | undefined>> = {
  Germany: undefined,
  Japan: undefined,
  Berlin: 'Germany',
  Osaka: 'Japan',
  'Berlin Mitte': 'Berlin',
  'Osaka Tower': 'Osaka',
  'Berlin 1': 'Berlin Mitte',
  'Berlin 2': 'Berlin Mitte',
  'Osaka 30': 'Osaka Tower',
};
const idOf = ({ seed }: World, name: string): string => opaqueId(`${seed}/room location/${name}`);
const depthOf = (name: string): number => {
  const parent = TREE[name];
  return parent === undefined ? 0 : depthOf(parent) + 1;
};

export const locationsAt = (world: World): Table =>
  Object.fromEntries(
    Object.entries(TREE).map(([name, parent]) => [
      name,
      {
        id: idOf(world, name),
        type: LEVELS[depthOf(name)],
        parent_location_id: parent && idOf(world, parent),
      },
    ]),
  );
/** The floor of the nth room. */
export const floorOf = (world: World, nth: number): string => {
  const floors = Object.keys(TREE).filter((name) => depthOf(name) === LEVELS.length - 1);
  return idOf(world, floors[nth % floors.length] ?? '');
};
