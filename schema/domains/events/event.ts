/** What all events have in common. */
import type { InterfaceRef } from '@pothos/core';
import { accountOf, familyOf } from '../../../resolvers/events.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { EventType } from '../../../src/zoom/api/events/index.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import type { EventEdge } from '../../../src/zoom/declare/event.ts';
import { metaOf, wordsBy } from '../../../src/zoom/declare/shape.ts';
import type { StreamedEvent } from '../../../src/zoom/events/stream.ts';
import { edgeTo, refOf, sourcesOf } from '../../fields/entity.ts';
import { type Builder, perBuilder, type Types } from '../../types/builder.ts';
import { restOf } from '../../types/rest.ts';
import { outputEnumOf, UNRECOGNIZED } from '../../types/shape.ts';
import { toldField } from './told-field.ts';

/** The type of events that no declaration knows. */
export const OTHER = 'OtherEvent';

const { enumValues } = metaOf(EventType);
if (!enumValues) throw new Error('The names of events are words of an enum.');
/** The words of the enum, and Zoom's names by them. */
export const EVENT_TYPE = enumValues;
const wordOf = wordsBy(EVENT_TYPE);

const operator: EventEdge = {
  of: User,
  description: 'The user who did it, where Zoom says so.',
  told: (_, { operator_id: id, operator: email }) => ({ id, email }),
};

type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
export const eventInterface = perBuilder(
  (builder: Builder): InterfaceRef<Extended, StreamedEvent> =>
    builder.interfaceRef<StreamedEvent>('Event').implement({
      description: 'Something that happened, as Zoom reported it. Events may arrive late, twice, and in any order.',
      resolveType: (event) => familyOf(event as StreamedEvent)?.name ?? OTHER,
      fields: (t) => ({
        cursor: t.exposeString('cursor', {
          nullable: false,
          description: 'The cursor of the event: given as `after`, a subscription continues after it.',
        }),
        type: t.field({
          type: outputEnumOf(builder, EVENT_TYPE) as never,
          nullable: false,
          description: 'What happened; UNRECOGNIZED where `name` is one that is not known here.',
          resolve: ({ event }) => (wordOf(event) ?? UNRECOGNIZED) as never,
        }),
        name: t.exposeString('event', {
          nullable: false,
          description: 'Zoom’s own name of what happened, such as "meeting.started".',
        }),
        time: t.field({
          type: 'DateTime',
          nullable: false,
          description: 'When it happened.',
          resolve: ({ time }) => new Date(time),
        }),
        accountId: t.exposeID('accountId', {
          nullable: false,
          description: "Zoom's own ID of the account in which it happened.",
        }),
        account: t.field({
          type: refOf(builder, Account),
          nullable: true,
          description: 'The account in which it happened.',
          directives: restOf(...sourcesOf(Account)),
          extensions: { cost: edgeTo(Account) },
          resolve: (event, _, context) => accountOf(event, context) as never,
        }),
        operator: toldField(builder, t as never, operator) as never,
        raw: t.field({
          type: 'JSON',
          nullable: true,
          needs: 'raw',
          description: 'What Zoom sent for it, unchanged: its `payload`, including secrets.',
          resolve: ({ payload }) => payload,
        }),
      }),
    }),
);
