/** The types of events: one for each family, made of its declaration. */
import type { FieldMap } from '@pothos/core';
import { FAMILIES } from '../../../src/zoom/api/events/index.ts';
import { EventParticipant } from '../../../src/zoom/api/events/participants.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { changedIn, type EventFamily } from '../../../src/zoom/declare/event.ts';
import type { Shape } from '../../../src/zoom/declare/shape.ts';
import type { StreamedEvent } from '../../../src/zoom/events/stream.ts';
import type { Builder } from '../../types/builder.ts';
import { fieldNameIn, fieldsOf, objectOf, type Read } from '../../types/shape.ts';
import { userIn } from '../dashboards/session.ts';
import { eventInterface, OTHER } from './event.ts';
import { toldField } from './told-field.ts';

/** What an event shows as fields of its own. */
const shownIn = ({ object, beside }: EventFamily): Shape => (beside ? object.extend(beside.shape) : object);

const readOf = ({ object }: EventFamily): Read => {
  const of = (key: string) => (event: StreamedEvent) => (key in object.shape ? event.object : event.payload)[key];
  return {
    of,
    told: (event: StreamedEvent, keys) => Object.fromEntries(keys.map((key) => [key, of(key)(event)])),
  };
};

const fieldsIn = (family: EventFamily, builder: Builder, t: never): FieldMap => ({
  ...fieldsOf(shownIn(family), t, readOf(family)),
  ...Object.fromEntries(Object.entries(family.edges).map(([name, edge]) => [name, toldField(builder, t, edge)])),
  ...(family.tellsChanges && { changed: changedField(family, t) }),
});

const changedField = ({ object }: EventFamily, t: never) =>
  (t as PothosSchemaTypes.ObjectFieldBuilder<never, StreamedEvent>).field({
    type: ['String'] as never,
    nullable: true,
    description: 'The names of the fields that changed; null where Zoom does not report them.',
    resolve: (event: StreamedEvent) => (changedIn(event)?.map((key) => fieldNameIn(object, key)) ?? null) as never,
  } as never);

/** The user whom an event names among those who take part, if that is one of the account. */
const participantUser = (builder: Builder): void =>
  builder.objectField(objectOf(builder, EventParticipant), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ participant_user_id, email }) =>
        userIn({ id: participant_user_id, email: participant_user_id && email }),
      description: 'The user, if the person was signed in and is of this account.',
    }),
  );

/** Adds the type of each family, and that of events which belong to none. */
export const implementFamilies = (builder: Builder): void => {
  participantUser(builder);
  const interfaces = [eventInterface(builder)];
  for (const family of FAMILIES)
    builder.objectRef<StreamedEvent>(family.name).implement({
      description: family.description,
      interfaces,
      fields: (t) => fieldsIn(family, builder, t as never) as never,
    });
  builder.objectRef<StreamedEvent>(OTHER).implement({
    description: 'An event that this gateway does not know: see `name` and `raw`.',
    interfaces,
  });
};
