/** Whom numbers, devices and recordings of Zoom Phone belong to. */
import { AutoReceptionist } from '../../../src/zoom/api/phone/auto-receptionists.entities.ts';
import { CallQueue } from '../../../src/zoom/api/phone/call-queues.entities.ts';
import { CommonArea } from '../../../src/zoom/api/phone/common-areas.entities.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { Room } from '../../../src/zoom/api/rooms/rooms.entities.ts';
import type { EntityType } from '../../../src/zoom/declare/entity.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { unionOf } from '../../fields/entity.ts';
import { perBuilder } from '../../types/builder.ts';

/** What Zoom calls the types of assignees that the graph has. */
const TYPES: Readonly<Record<string, EntityType>> = {
  user: PhoneUser,
  callQueue: CallQueue,
  autoReceptionist: AutoReceptionist,
  commonArea: CommonArea,
  zoomRoom: Room,
};

/** An assignee, whatever it is. */
export const phoneAssigneeOf = perBuilder((builder) =>
  unionOf(builder, 'PhoneAssignee', {
    types: Object.values(TYPES),
    description: 'Whom a number, a device or a recording of Zoom Phone belongs to, where that has a type of its own.',
  }),
);

interface Told {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly extension_number?: unknown;
}
/** The entity that an object names by its id and a word for its type; nothing for words of which the graph has no type. */
export const assigneeBy = (word: unknown, { id, name, extension_number }: Told) => {
  const type = Object.entries(TYPES).find(([known]) => isWord(word, known))?.[1];
  if (!type || !id) return null;
  // Rooms have no extension among their own fields.
  if (type === Room) return [type, { id, name }] as const;
  return [type, { id, extension_number, [type === CommonArea ? 'display_name' : 'name']: name }] as const;
};
