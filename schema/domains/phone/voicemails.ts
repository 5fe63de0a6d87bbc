import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listUserVoicemails } from '../../../src/zoom/api/phone/voicemails.ts';
import { refOf } from '../../fields/entity.ts';
import { builder } from '../../types/builder.ts';

builder.objectField(refOf(PhoneUser), 'voicemails', (t) =>
  t.zoomConnection({
    list: listUserVoicemails,
    description: 'The messages that callers left for the user, newest first.',
  }),
);
