import { ownFile } from '../../../resolvers/domains/files.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { Voicemail } from '../../../src/zoom/api/phone/voicemails.entities.ts';
import { listUserVoicemails } from '../../../src/zoom/api/phone/voicemails.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const phoneVoicemailsDomain: Domain = (builder) => {
  entityObject(builder, Voicemail, {
    fields: (t) => ({
      downloadLink: t.fileLink({
        requires: ['download_url'],
        to: ownFile('download_url'),
        description: 'A link to the audio file.',
      }),
    }),
  });

  builder.objectField(refOf(builder, PhoneUser), 'voicemails', (t) =>
    t.zoomConnection({
      list: listUserVoicemails,
      of: Voicemail,
      description: 'The messages that callers left for the user, newest first.',
    }),
  );
};
