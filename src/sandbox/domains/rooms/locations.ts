/** The locations of Zoom Rooms: each lies in one of the level above. */
import * as api from '../../../zoom/api/rooms/locations.ts';
import { type Account, type Call, refuse } from '../../call.ts';
import { type Resource, resource, single } from '../../resource.ts';
import { LEVELS, locationsAt } from '../../seed/rooms.ts';
import { given, type Known } from '../../seeded.ts';

/** What the account has once. */
export const ofAccount = (): { readonly key: string } => ({ key: 'zoom rooms' });

export const structure = single(api.getRoomLocationStructure, {
  of: ofAccount,
  initial: { structures: LEVELS },
});
/** The levels by the names that locations have for them (docs/zoom.md 5.0.19). */
const levelsOf = (account: Account): readonly string[] =>
  (structure.of(account, ofAccount()).structures as readonly string[]).map((level) =>
    level === 'state' ? 'states' : level,
  );
/** The level below a location; that of the top for none. Throws the refusal of what is not there, or has nothing below it. */
const levelBelow = (account: Account, parent: unknown): string => {
  const levels = levelsOf(account);
  const above = parent === undefined ? -1 : levels.indexOf(String(locations.in(account).find(parent).type));
  const level = levels[above + 1];
  if (level === undefined || (parent !== undefined && above < 0)) throw refuse.roomLocationParent(parent);
  return level;
};
/** Of what can only stand at the lowest level. Throws a refusal. */
export const checkLowest = (account: Account, location: unknown): void => {
  const { type } = locations.in(account).find(location);
  if (type !== levelsOf(account).at(-1)) throw refuse.roomLocationParent(location);
};

export const locations: Resource = resource(api.getRoomLocation, {
  name: 'room location',
  named: 'name',
  initial: locationsAt,
  refuse: { missing: refuse.roomLocation },
  unique: { fields: ['name'], refuse: refuse.roomLocationName },
  written: ({ basic, ...body }, { account, endpoint }) => {
    const type = endpoint.method === 'POST' ? levelBelow(account, body.parent_location_id) : undefined;
    return given({ ...body, type, basic, name: (basic as Known | undefined)?.name ?? body.name });
  },
  shown: ({ name, basic }) => ({ basic: { ...(basic as Known | undefined), name } }),
  on: (on) => {
    on(api.moveRoomLocation, (call: Call<{ parent_location_id?: string }>, { thing, things }) => {
      const { parent_location_id } = call.body;
      if (levelBelow(call.account, parent_location_id) !== thing.type)
        throw refuse.roomLocationParent(parent_location_id);
      things.change(thing.id, { parent_location_id });
    });
  },
});
