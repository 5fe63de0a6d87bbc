import { PhoneRecording } from '../../../src/zoom/api/phone/recordings.entities.ts';
import * as api from '../../../src/zoom/api/phone/recordings.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

export const phoneRecordingsDomain: Domain = (builder) => {
  entityObject(builder, PhoneRecording);

  builder.objectField(objectOf(builder, api.PhoneRecordingOwner), 'user', (t) =>
    t.zoomRef({
      of: PhoneUser,
      link: ({ id, type }) => (isWord(type, 'user') ? { id: id as string } : null),
      description: 'The phone user, if the recording belongs to one.',
    }),
  );

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
