import { ownFile } from '../../../resolvers/domains/files.ts';
import { PhoneRecording } from '../../../src/zoom/api/phone/recordings.entities.ts';
import * as api from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { interfaceOf } from '../../types/interfaces.ts';
import { objectOf } from '../../types/shape.ts';
import { assigneeBy, phoneAssigneeOf } from './assignees.ts';
import { phoneOf } from './phone.ts';

export const phoneRecordingsDomain: Domain = (builder) => {
  entityObject(builder, PhoneRecording, {
    fields: (t) => ({
      downloadLink: t.fileLink({
        requires: ['download_url'],
        to: ownFile('download_url'),
        description: 'A link to the audio file.',
      }),
      transcriptLink: t.fileLink({
        requires: ['transcript_download_url'],
        to: ownFile('transcript_download_url'),
        description: 'A link to the transcript; null where there is none.',
      }),
    }),
  });
  interfaceOf(builder, {
    name: 'RecordedCall',
    description: 'What was recorded of a call: the call itself, or a voicemail.',
    of: ['PhoneRecording', 'Voicemail'],
  });

  builder.objectFields(objectOf(builder, api.PhoneRecordingOwner), (t) => ({
    entity: t.zoomAny({
      of: phoneAssigneeOf(builder),
      link: (owner) => assigneeBy(owner.type, owner),
      description: 'The owner itself: a phone user, a call queue, an auto receptionist, a common area or a room.',
    }),
    user: t.zoomRef({
      of: PhoneUser,
      link: ({ id, type }) => (isWord(type, 'user') ? { id: id as string } : null),
      description: 'The phone user, if the recording belongs to one.',
      deprecationReason: 'Use `entity { ... on PhoneUser }`.',
    }),
  }));

  builder.objectField(phoneOf(builder), 'recordings', (t) =>
    t.zoomConnection({
      list: api.listPhoneRecordings,
      of: PhoneRecording,
      description: 'The recorded calls of the account, newest first.',
    }),
  );
  builder.objectField(refOf(builder, PhoneUser), 'recordings', (t) =>
    t.zoomConnection({
      list: api.listUserPhoneRecordings,
      of: PhoneRecording,
      description: 'The recorded calls of the user, newest first.',
    }),
  );
};
