import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listUserVoicemails } from '../../../src/zoom/api/phone/voicemails.ts';
import { refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const phoneVoicemailsDomain: Domain = (builder) => {
  builder.objectField(refOf(builder, PhoneUser), 'voicemails', (t) =>
    t.zoomConnection({
      list: listUserVoicemails,
      description: 'The messages that callers left for the user, newest first.',
    }),
  );
};
