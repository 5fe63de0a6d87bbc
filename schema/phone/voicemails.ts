import { PhoneUser } from '../../resolvers/phone/users.ts';
import { listUserVoicemails } from '../../src/zoom/api/phone/voicemails.ts';
import { builder } from '../builder.ts';
import { refOf } from '../entity.ts';

builder.objectField(refOf(PhoneUser), 'voicemails', (t) =>
  t.zoomConnection({
    list: listUserVoicemails,
    description: 'The messages that callers left for the user, newest first.',
  }),
);
