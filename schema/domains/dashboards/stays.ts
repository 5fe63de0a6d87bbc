/** What the dashboards of meetings and of webinars show alike of those who were there: they differ in names and operations alone. */
import { mediaType, saidBy, sharesWith } from '../../../resolvers/domains/dashboards.ts';
import { type Entity, type Params, queryOf } from '../../../resolvers/entity.ts';
import type { MeetingQos } from '../../../src/zoom/api/dashboards/meetings.entities.ts';
import type { DashboardParticipant } from '../../../src/zoom/api/dashboards/participants.ts';
import type { WebinarQos } from '../../../src/zoom/api/dashboards/webinars.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import type { ListEndpoint } from '../../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../../src/zoom/declare/entity.ts';
import type { Of, Shape } from '../../../src/zoom/declare/shape.ts';
import { ownerOf } from '../../fields/connection/owned.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Builder } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { STAYS } from '../participants.ts';
import { typeOf, userIn, userOfStay } from './session.ts';

/** A kind of session that has a dashboard. */
export interface Kind {
  readonly noun: 'meeting' | 'webinar';
  readonly qos: typeof MeetingQos | typeof WebinarQos;
  /** The shape of those who were there. */
  readonly stays: Shape;
  /** The lists below one session, all of which take its state. */
  readonly lists: Readonly<Record<'participants' | 'qos' | 'sharing' | 'feedback', ListEndpoint>>;
  /** The key of a stay's media, of the session's key and the seat. */
  readonly seat: (session: Params, participantId: string) => Params;
}

const media = { type: (session: Entity) => mediaType(typeOf(session)) };

/** The lists of one session, by the name of their field, as `t.zoomConnection` takes them. */
export const listsWithin = ({ noun, lists, qos }: Kind) => ({
  participants: {
    list: lists.participants,
    parentQuery: { type: typeOf },
    withParent: true as const,
    description: STAYS,
  },
  qos: {
    list: lists.qos,
    of: qos as EntityType,
    parentQuery: media,
    description: 'How the media of each stay got through. Zoom gives ten of them a call.',
  },
  sharing: { list: lists.sharing, parentQuery: media, description: 'What the participants shared or recorded.' },
  feedback: {
    list: lists.feedback,
    parentQuery: { type: typeOf },
    description: `What the participants thought of the ${noun} when it was over.`,
  },
});

/** The fields of a stay and of its media that lead on from them. */
export const addStays = (builder: Builder, { noun, qos, stays, lists, seat }: Kind): void => {
  entityObject(builder, qos as typeof MeetingQos, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        requires: ['id', 'email'],
        link: (one) => userIn({ id: one.get('id'), email: one.get('email') }),
        knownFields: [],
        description: 'The user, if Zoom reports who it was.',
      }),
    }),
  });

  type Stay = Of<typeof DashboardParticipant>;
  builder.objectFields(objectOf(builder, stays), (t) => ({
    user: t.zoomRef({
      of: User,
      link: (stay) => userOfStay(stay as Stay),
      knownFields: [],
      description: 'The user, if Zoom reports who it was.',
    }),
    qos: t.zoomLookup({
      of: qos as EntityType,
      params: (stay) => {
        const { params } = ownerOf<Entity>(stay);
        return stay.user_id ? { type: mediaType(params.type), ...seat(params, String(stay.user_id)) } : null;
      },
      optional: true,
      description: 'How the media of this stay got through; of many, Zoom gives ten a call.',
    }),
    sharing: t.zoomRow({
      list: lists.sharing,
      owner: ownerOf<Entity>,
      query: (session) => ({ type: mediaType(typeOf(session)) }),
      match: sharesWith,
      description: 'What was shared or recorded from this seat, if anything was.',
    }),
    satisfaction: t.zoomRow({
      list: lists.feedback,
      owner: ownerOf<Entity>,
      query: (session) => queryOf(lists.feedback, session.params),
      match: saidBy,
      description: `What the person thought of the ${noun}, if anything was said.`,
    }),
  }));
};
