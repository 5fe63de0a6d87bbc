/** Who took part, whatever tells of it: the stays of one person can be put together by what names the person. */
import type { Entity } from '../../resolvers/entity.ts';
import { DashboardParticipant, DashboardWebinarParticipant } from '../../src/zoom/api/dashboards/participants.ts';
import { Participant } from '../../src/zoom/api/meetings/past-meetings.entities.ts';
import { MeetingReportParticipant } from '../../src/zoom/api/reports/meetings.entities.ts';
import { WebinarParticipant } from '../../src/zoom/api/webinars/past-webinars.entities.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { objectOf } from '../types/shape.ts';

/** What connections of participants hold. */
export const STAYS =
  'The stays of the participants: a person who left and came back has several. `groups(by: [PERSON])` combines them, with the sum of their durations, the first join and the last leave.';

/** What may name a person, the surest first: Zoom tells more of those who signed in or registered. */
const named = (...names: readonly unknown[]): string | null => {
  const name = names.find((one) => typeof one === 'string' && one !== '');
  return name === undefined ? null : String(name);
};
const person = {
  type: 'ID',
  nullable: true,
  description:
    'The same for all stays of one person: the user, or else the registration, the email address or the name. Group by it to combine the stays of people who left and came back, with the sum of their durations, the first join and the last leave.',
} as const;
const OF_STAYS = ['id', 'registrant_id', 'user_email', 'name'] as const;

export const participantsDomain: Domain = (builder) => {
  for (const type of [Participant, MeetingReportParticipant, WebinarParticipant] as const)
    builder.objectField(refOf(builder, type as typeof Participant), 'person', (t) =>
      t.field({
        ...person,
        extensions: { requires: OF_STAYS },
        resolve: async (stay: Entity, _, { store }) => {
          if (!OF_STAYS.every((key) => stay.has(key))) await store.load(stay, OF_STAYS);
          return named(...OF_STAYS.map((key) => stay.known(key)));
        },
      }),
    );
  for (const shape of [DashboardParticipant, DashboardWebinarParticipant])
    builder.objectField(objectOf(builder, shape), 'person', (t) =>
      t.field({
        ...person,
        extensions: { requires: ['participant_user_id', 'id', 'registrant_id', 'email', 'user_name'] },
        resolve: ({ participant_user_id, id, registrant_id, email, user_name }) =>
          named(participant_user_id, id, registrant_id, email, user_name),
      }),
    );
};
